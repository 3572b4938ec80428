/**
 * All that the local Graph keeps: lists with their columns and items, and what each site granted to applications. One
 * process at a time; in memory unless given a folder. It enforces what a database can (unique columns, names) and
 * nothing about who asks.
 */

import { randomUUID } from 'node:crypto'
import type { Database } from '../../sqlite.ts'
import { openDatabase } from './database.ts'
import { openFiles, type Files } from './files.ts'
import { openItems, type Items } from './items.ts'
import { openLists, type Lists } from './lists.ts'

export interface Grant {
  readonly id: string
  readonly site: string
  readonly application: { readonly id: string; readonly displayName: string }
  readonly roles: readonly string[]
}

export interface Grants {
  of(site: string): Grant[]
  find(site: string, id: string): Grant | undefined
  rolesOf(site: string, appId: string): readonly string[]
  create(grant: Omit<Grant, 'id'>): Grant
  update(grant: Grant, roles: readonly string[]): Grant
  remove(grant: Grant): void
}

/** As somebody handed it in to be delivered. */
export interface Mail {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly isHtml: boolean
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Mails {
  add(mail: Mail): void
  /** The oldest first. */
  all(): readonly Mail[]
}

export interface Store {
  readonly lists: Lists
  readonly items: Items
  readonly grants: Grants
  readonly mails: Mails
  readonly files: Files
  /** Another value for each new set of data: tokens of an earlier one are recognised by it. */
  epoch(): string
  transaction<T>(work: () => T): T
  /** Forgets everything. */
  clear(): void
  close(): void
}

/** Throws DataInUseError when another process has the folder open. */
export function openStore(folder?: string): Store {
  const database = openDatabase(folder)
  const lists = openLists(database)
  const newEpoch = (): string => {
    const epoch = randomUUID().slice(0, 8)
    database.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('epoch', ?)", epoch)
    return epoch
  }
  const [kept] = database.all<{ value: string }>("SELECT value FROM meta WHERE key = 'epoch'")
  let epoch = kept?.value ?? newEpoch()

  return {
    lists,
    items: openItems(database),
    grants: openGrants(database),
    mails: openMails(database),
    files: openFiles(database),
    epoch: () => epoch,
    transaction: (work) => database.transaction(work),
    clear: () =>
      database.transaction(() => {
        const sites = database.all<{ site: string }>('SELECT DISTINCT site FROM lists')
        for (const { site } of sites) for (const list of lists.of(site)) lists.remove(list)
        database.run('DELETE FROM grants')
        database.run('DELETE FROM mails')
        database.run('DELETE FROM files')
        epoch = newEpoch()
      }),
    close: () => database.close(),
  }
}

function openMails(database: Database): Mails {
  type Row = { sender: string; recipients: string; subject: string; content: string; html: number; at: number }
  return {
    add: ({ from, to, subject, text, isHtml, at }) =>
      void database.run(
        'INSERT INTO mails (sender, recipients, subject, content, html, at) VALUES (?, ?, ?, ?, ?, ?)',
        from,
        JSON.stringify(to),
        subject,
        text,
        isHtml ? 1 : 0,
        at,
      ),
    all: () =>
      database
        .all<Row>('SELECT sender, recipients, subject, content, html, at FROM mails ORDER BY seq')
        .map(({ sender, recipients, subject, content, html, at }) => ({
          from: sender,
          to: JSON.parse(recipients) as string[],
          subject,
          text: content,
          isHtml: html === 1,
          at,
        })),
  }
}

interface GrantRow {
  readonly id: string
  readonly site: string
  readonly application: string
  readonly displayName: string
  readonly roles: string
}

function openGrants(database: Database): Grants {
  const fromRow = (row: GrantRow): Grant => ({
    id: row.id,
    site: row.site,
    application: { id: row.application, displayName: row.displayName },
    roles: JSON.parse(row.roles) as string[],
  })
  return {
    of: (site) => database.all<GrantRow>('SELECT * FROM grants WHERE site = ? ORDER BY rowid', site).map(fromRow),
    find(site, id) {
      const [row] = database.all<GrantRow>('SELECT * FROM grants WHERE site = ? AND id = ?', site, id)
      return row ? fromRow(row) : undefined
    },
    rolesOf: (site, appId) =>
      database
        .all<GrantRow>('SELECT * FROM grants WHERE site = ? AND application = ?', site, appId)
        .flatMap((row) => fromRow(row).roles),
    create(grant) {
      const made = { ...grant, id: Buffer.from(`i:0i.t|ms.sp.ext|${randomUUID()}`).toString('base64url') }
      const { application } = made
      database.run(
        'INSERT INTO grants (id, site, application, displayName, roles) VALUES (?, ?, ?, ?, ?)',
        made.id,
        made.site,
        application.id,
        application.displayName,
        JSON.stringify(made.roles),
      )
      return made
    },
    update(grant, roles) {
      database.run('UPDATE grants SET roles = ? WHERE id = ?', JSON.stringify(roles), grant.id)
      return { ...grant, roles }
    },
    remove: (grant) => {
      database.run('DELETE FROM grants WHERE id = ?', grant.id)
    },
  }
}
