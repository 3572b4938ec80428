/**
 * The audit of Control (Data Protection Act 2018, section 62): `append` first, then do or answer; where it can't be
 * logged, nothing is done and nothing is answered. The words of an entry stand on Control, its place in the chain is
 * taken in the database first, where two can't take the same one.
 *
 *   await audit.append({ event: 'consultation', operation: 'approval.read', … })
 *   return detail
 */

import { randomUUID } from 'node:crypto'
import { canonical } from '../../domain/canonical.ts'
import type { Person } from '../../domain/group.ts'
import type { AuditEventKind } from '../../domain/record.ts'
import type { AuditContent, AuditEntry, AuditLink } from '../../sharepoint/control/auditrows.ts'
import type { Records } from '../../sharepoint/control/records.ts'
import { instantOf, type Clock } from '../../words/clock.ts'
import type { Database } from '../database/database.ts'
import { LOCKS } from '../database/locks.ts'
import { BEGINNING, checkChain, makeLink, sealContent, type ChainProblem } from './chain.ts'

export interface AuditEvent {
  readonly event: AuditEventKind
  /** What was done, as the policy names it: `approval.decide`. */
  readonly operation: string
  readonly group: string | null
  /** Key of what it was about; null: of a whole list. */
  readonly subject: string | null
  /** Null: the service by itself. */
  readonly by: Pick<Person, 'tenantId' | 'objectId'> | null
  /** Ids and codes that belong to it: a decision, an action, a verdict. No words. */
  readonly ids?: readonly string[]
  /** For a disclosure: to whom. */
  readonly to?: string
}

export interface Audit {
  /** Resolves once it stands on Control and in the chain. Throws where it doesn't: then nothing may be done. */
  append(event: AuditEvent): Promise<void>
  /** Gives entries that were cut off between Control and the chain their places. How many. */
  recover(): Promise<number>
  /** Reads everything and gives what is wrong with it. */
  verify(): Promise<{ readonly entries: number; readonly problems: readonly ChainProblem[] }>
}

export interface AuditOptions {
  readonly records: () => Promise<Records>
  readonly database: Pick<Database, 'query' | 'transaction'>
  readonly clock: Clock
  /** PKCS#8, PEM: signs each entry. */
  readonly privateKey: string
}

export function createAudit({ records, database, clock, privateKey }: AuditOptions): Audit {
  async function placeEntry(store: Records, entry: AuditContent): Promise<void> {
    await store.audit.place(entry.id, await takePlace(entry))
  }

  /** One after the other, in all instances; asked again, the same place. */
  function takePlace(entry: AuditContent): Promise<AuditLink> {
    return database.transaction(async ({ query }) => {
      await query('select pg_advisory_xact_lock($1)', [LOCKS.chain])
      const [known] = await query<{ sequence: string; previous: string; hash: string; signature: string }>(
        'select sequence, previous, hash, signature from matters.audit_entry where id = $1',
        [entry.id],
      )
      if (known) return { ...known, sequence: Number(known.sequence) }
      const [last] = await query<{ sequence: string; hash: string }>(
        'select sequence, hash from matters.audit_entry order by sequence desc limit 1',
      )
      const link = makeLink(entry, Number(last?.sequence ?? 0) + 1, last?.hash ?? BEGINNING, privateKey)
      await query(
        `insert into matters.audit_entry (sequence, id, previous, seal, hash, signature, at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [link.sequence, entry.id, link.previous, entry.seal, link.hash, link.signature, entry.at],
      )
      return link
    })
  }

  async function readAll(store: Records): Promise<readonly AuditEntry[]> {
    const entries: AuditEntry[] = []
    for await (const page of store.audit.pages()) entries.push(...page)
    return entries
  }

  return {
    async append(event) {
      const store = await records()
      const at = instantOf(clock.now())
      const content = canonical({ ...event, at })
      const entry: AuditContent = {
        id: randomUUID(),
        event: event.event,
        group: event.group ?? '',
        subject: event.subject ?? '',
        person: event.by?.objectId ?? '',
        at,
        content,
        ...sealContent(content),
      }
      await store.audit.add(entry)
      await placeEntry(store, entry)
    },
    async recover() {
      const store = await records()
      const unplaced = (await readAll(store)).filter(({ link }) => link === null)
      for (const entry of unplaced) await placeEntry(store, entry)
      return unplaced.length
    },
    async verify() {
      const [entries, known] = await Promise.all([
        records().then(readAll),
        database.query<{ id: string; sequence: string; hash: string }>(
          'select id, sequence, hash from matters.audit_entry order by sequence',
        ),
      ])
      const problems = [...checkChain(entries, privateKey)]
      // What the database knows of and Control doesn't have any more was taken away from the end.
      const there = new Map(entries.map((entry) => [entry.id, entry]))
      for (const { id, sequence, hash } of known) {
        const entry = there.get(id)
        const place = Number(sequence)
        const told = problems.some((each) => each.sequence === place)
        if (!entry && !told) problems.push({ fault: 'gap', sequence: place, id })
        else if (entry?.link && entry.link.hash !== hash && !told) problems.push({ fault: 'fork', sequence: place, id })
      }
      return { entries: entries.length, problems }
    },
  }
}
