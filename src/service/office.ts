/**
 * What every operation works with: Graph with the application's token, Control, who reads what, the clock. Opens
 * Control when it is first needed and again after it failed, so that the service starts before Control is there.
 */

import type { GroupEntry } from '../contract/endpoints.ts'
import type { Person } from '../domain/group.ts'
import type { GraphClient } from '../sharepoint/client.ts'
import { openControl, type Control } from '../sharepoint/control/control.ts'
import { openRecords, type Records } from '../sharepoint/control/records.ts'
import { createReleasedFiles, type ReleasedFiles } from '../sharepoint/control/releasedfiles.ts'
import type { Decision, DirectoryEntry } from '../sharepoint/control/rows.ts'
import type { Clock } from '../words/clock.ts'
import { createDecisions, type Decisions } from './approvals/decisions.ts'
import { createAudit, type Audit, type AuditEvent } from './audit/audit.ts'
import { createCollections, type Collections } from './collections.ts'
import { createConfidential, type Confidential } from './confidential.ts'
import type { Database } from './database/database.ts'
import { traceOf, type Log } from './log.ts'
import { createControlReading, type ControlReading } from './prompts/matters.ts'
import { createReaders, type Readers } from './readers.ts'
import { createRegisters, type Registers } from './registers.ts'

export interface Office {
  readonly client: GraphClient
  readonly clock: Clock
  readonly log: Log
  readonly readers: Readers
  readonly tenantId: string
  /** The application that the service itself is. */
  readonly serviceApp: string
  readonly database: Database
  readonly registers: Registers
  readonly collections: Collections
  /** Access, incidents, guidance: on Control alone. */
  readonly confidential: Confidential
  /** What of it asks people for something. */
  readonly controlReading: ControlReading
  /** What was given out under the Freedom of Information Act. Not logged there: whoever gives one out logs it first. */
  readonly released: ReleasedFiles
  readonly decisions: Decisions
  readonly audit: Audit
  /** Logs that somebody is about to be told something of Control. Throws where it can't: then they aren't told. */
  consulted(by: Person, what: Pick<AuditEvent, 'operation' | 'group' | 'subject' | 'ids'>): Promise<void>
  control(): Promise<Control>
  records(): Promise<Records>
  /** Tells everybody who listens that something was decided. */
  announce(news: Announcement): Promise<void>
  /** Returns what ends it. A listener that throws keeps nobody else from hearing. */
  onDecided(listener: (news: Announcement) => Promise<void>): () => void
  /**
   * The service itself has changed what Control says of posts, choices or what was passed on: what was read of it before
   * counts no more here. Other instances, and changes that others make there, are seen within a minute.
   */
  tellControlChanged(): void
  /** Returns what ends it. */
  onControlChanged(listener: () => void): () => void
  /** The finished groups, perhaps as of some seconds ago: good for showing, not for deciding. */
  groups(): Promise<readonly DirectoryEntry[]>
  /** Making a group ends with its first coordinator; appointments end, but are never taken away. */
  isFinished(group: DirectoryEntry): Promise<boolean>
  /** The directory has changed. */
  forgetGroups(): void
  /** Runs one at a time what must not run twice at once in this process. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value>
}

/** Something was decided, and stands on Work. */
export interface Announcement {
  readonly group: DirectoryEntry
  readonly decision: Decision
}

export interface OfficeOptions {
  readonly client: GraphClient
  readonly controlSite: string
  readonly clock: Clock
  readonly log: Log
  readonly database: Database
  readonly tenantId: string
  readonly serviceApp: string
  /** PKCS#8, PEM: signs the audit. */
  readonly privateKey: string
  /** Between two looks at a register; 15 unless said. */
  readonly pollSeconds?: number
}

const DIRECTORY_STANDS_FOR = 10_000

export function createOffice(options: OfficeOptions): Office {
  const { client, controlSite, clock, log, database, tenantId, serviceApp, privateKey } = options
  const listeners = new Set<(news: Announcement) => Promise<void>>()
  const controlListeners = new Set<() => void>()
  let opened: Promise<Records> | null = null

  function records(): Promise<Records> {
    if (opened) return opened
    const opening = openRecords({ client, siteId: controlSite })
    opened = opening
    opening.catch(() => {
      opened = null
    })
    return opening
  }

  function tellControlChanged(): void {
    controlReading.forget()
    for (const listener of controlListeners) listener()
  }

  let control: Promise<Control> | null = null
  let directory: { readonly until: number; readonly groups: Promise<readonly DirectoryEntry[]> } | null = null
  let last: Promise<unknown> = Promise.resolve()

  function openOnce(): Promise<Control> {
    if (control) return control
    const opening = openControl({ client, siteId: controlSite })
    control = opening
    opening.catch(() => {
      control = null
    })
    return opening
  }

  const finished = new Set<string>()
  async function isFinished({ key }: DirectoryEntry): Promise<boolean> {
    if (finished.has(key)) return true
    const opened = await openOnce()
    if ((await opened.appointments(key)).length === 0) return false
    finished.add(key)
    return true
  }

  async function readGroups(): Promise<readonly DirectoryEntry[]> {
    const groups = await (await openOnce()).groups()
    const states = await Promise.all(groups.map(isFinished))
    return groups.filter((_, index) => states[index])
  }

  const { pollSeconds } = options
  const service: Person = { tenantId, objectId: serviceApp, name: 'Matters Arising' }
  const audit = createAudit({ records, database, clock, privateKey })
  const confidential = createConfidential({
    client,
    controlSite,
    clock,
    audit,
    service,
    onChanged: tellControlChanged,
  })
  const controlReading = createControlReading({ confidential, clock })
  const registers = createRegisters({
    client,
    clock,
    tenantId,
    serviceApp,
    ...(pollSeconds === undefined ? {} : { pollSeconds }),
  })

  return {
    client,
    clock,
    log,
    readers: createReaders(client, () => clock.now()),
    tenantId,
    serviceApp,
    database,
    registers,
    collections: createCollections({
      client,
      clock,
      service,
      registers,
      // Nobody watches them as somebody watches a register.
      ...(pollSeconds === undefined ? {} : { pollSeconds: pollSeconds * 4 }),
    }),
    confidential,
    controlReading,
    released: createReleasedFiles({ client, siteId: controlSite }),
    decisions: createDecisions(database),
    audit,
    consulted: (by, what) => audit.append({ event: 'consultation', by, ...what }),
    control: openOnce,
    records,
    async announce(news) {
      for (const listener of listeners) {
        await listener(news).catch((fault: unknown) => {
          log({ level: 'error', event: 'fault', ...traceOf(fault) })
        })
      }
    },
    onDecided(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tellControlChanged,
    onControlChanged(listener) {
      controlListeners.add(listener)
      return () => controlListeners.delete(listener)
    },
    groups() {
      if (directory && clock.now() < directory.until) return directory.groups
      const groups = readGroups()
      directory = { until: clock.now() + DIRECTORY_STANDS_FOR, groups }
      groups.catch(() => {
        directory = null
      })
      return groups
    },
    isFinished,
    forgetGroups() {
      directory = null
    },
    inTurn(work) {
      const turn = last.then(work, work)
      last = turn.catch(() => undefined)
      return turn
    },
  }
}

/** What callers are shown of a group. */
export function entryOf(group: DirectoryEntry): GroupEntry {
  const { commandId: _, ...entry } = group
  return entry
}
