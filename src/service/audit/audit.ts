/**
 * The audit of Control (Data Protection Act 2018, section 62): `append` first, then do or answer; where it can't be
 * logged, nothing is done and nothing is answered. The words of an entry stand on Control, its place in the chain is
 * taken in the database first, where two can't take the same one; what it is found by stands there too, as ids.
 *
 *   await audit.append({ event: 'consultation', operation: 'approval.read', … })
 *   return detail
 */

import { createPublicKey, randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { createChainCheck, type ChainProblem } from '../../chain/check.ts'
import { makeHead, type ChainHead } from '../../chain/head.ts'
import { BEGINNING, makeLink, sealContent } from '../../chain/link.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Person } from '../../domain/group.ts'
import type { AuditEventKind } from '../../domain/record.ts'
import { isDisposed, type AuditContent, type AuditEntry, type AuditLink } from '../../sharepoint/control/auditrows.ts'
import type { Records } from '../../sharepoint/control/records.ts'
import { instantOf, type Clock } from '../../words/clock.ts'
import type { Database } from '../database/database.ts'
import { LOCKS } from '../database/locks.ts'

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

export interface AuditReport {
  readonly entries: number
  /** First things first; no more than a hundred. */
  readonly problems: readonly ChainProblem[]
}

export interface Audit {
  /** Resolves once it stands on Control and in the chain. Throws where it doesn't: then nothing may be done. */
  append(event: AuditEvent): Promise<void>
  /** Gives entries that were cut off between Control and the chain their places. How many. */
  recover(): Promise<number>
  /** Reads everything, a page at a time, and gives what is wrong with it. */
  verify(): Promise<AuditReport>
  /** The end of the chain as it is now, signed; null while nothing was ever logged. */
  head(): Promise<ChainHead | null>
  /** SPKI, PEM: what anybody needs to check entries and heads. */
  readonly publicKey: string
}

export interface AuditOptions {
  readonly records: () => Promise<Records>
  readonly database: Pick<Database, 'query' | 'transaction'>
  readonly clock: Clock
  /** PKCS#8, PEM: signs each entry. */
  readonly privateKey: string
}

/** What the database knows of an entry. */
interface Known {
  readonly sequence: string
  readonly id: string
  readonly previous: string
  readonly seal: string
  readonly hash: string
  readonly signature: string
  readonly at: string
  readonly event: string | null
  readonly operation: string | null
  readonly group_key: string | null
  readonly subject: string | null
  readonly person: string | null
  readonly disposal: string | null
}

/** Nobody is still writing an entry that was begun so long ago: it never came to stand on Control. */
const GIVEN_UP = "interval '10 minutes'"
/** Entries that are checked before others get their turn. */
const BREATH = 100

export function createAudit({ records, database, clock, privateKey }: AuditOptions): Audit {
  async function placeEntry(store: Records, entry: AuditContent): Promise<void> {
    await store.audit.place(entry.id, await takePlace(entry))
    await database.query('delete from matters.audit_pending where id = $1', [entry.id])
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
        `insert into matters.audit_entry
           (sequence, id, previous, seal, hash, signature, at, event, operation, group_key, subject, person)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [link.sequence, entry.id, link.previous, entry.seal, link.hash, link.signature, entry.at, ...indexOf(entry)],
      )
      return link
    })
  }

  /** Entries of before there was anything to find them by. */
  async function indexOld(store: Records): Promise<void> {
    const isMissing = await database.query(
      'select 1 from matters.audit_entry where event is null and disposal is null limit 1',
    )
    if (isMissing.length === 0) return
    for await (const page of store.audit.pages()) {
      for (const entry of page) {
        if (entry.link === null) await placeEntry(store, entry)
        else if (!isDisposed(entry)) {
          await database.query(
            `update matters.audit_entry set event = $2, operation = $3, group_key = $4, subject = $5, person = $6
             where id = $1 and event is null and disposal is null`,
            [entry.id, ...indexOf(entry)],
          )
        }
      }
    }
  }

  async function knownOf(entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, Known>> {
    const rows = await database.query<Known>(
      `select sequence, id, previous, seal, hash, signature, event, operation, group_key, subject, person, disposal,
         to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
       from matters.audit_entry where id = any($1)`,
      [entries.map(({ id }) => id)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  }

  return {
    publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }) as string,

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
      await database.query('insert into matters.audit_pending (id) values ($1)', [entry.id])
      await store.audit.add(entry)
      await placeEntry(store, entry)
    },

    async recover() {
      const store = await records()
      const pending = await database.query<{ id: string; isGivenUp: boolean }>(
        `select id, at < now() - ${GIVEN_UP} as "isGivenUp" from matters.audit_pending order by at`,
      )
      let count = 0
      for (const { id, isGivenUp } of pending) {
        const entry = await store.audit.find(id)
        if (entry?.link === null) count += 1
        if (entry) await placeEntry(store, entry)
        else if (isGivenUp) await database.query('delete from matters.audit_pending where id = $1', [id])
      }
      await indexOld(store)
      return count
    },

    async verify() {
      const store = await records()
      // What has its place by now stands on Control, so that the reading below has to come across it.
      const [end] = await database.query<{ last: string | null }>(
        'select max(sequence) as last from matters.audit_entry',
      )
      const check = createChainCheck(privateKey)
      const differing: ChainProblem[] = []
      const unplaced: AuditEntry[] = []
      let count = 0
      const take = (entry: AuditEntry, known: Known | undefined): void => {
        check.take(entry)
        if (entry.link && !isAsKnown(entry, known)) {
          differing.push({ fault: 'mismatch', sequence: entry.link.sequence, id: entry.id })
        }
      }
      for await (const page of store.audit.pages()) {
        const known = await knownOf(page)
        for (const entry of page) {
          if (entry.link === null) unplaced.push(entry)
          else take(entry, known.get(entry.id))
          if (++count % BREATH === 0) await setImmediate()
        }
      }
      // Those that were on their way while their page was read have arrived meanwhile.
      for (const before of unplaced) {
        const now = (await store.audit.find(before.id)) ?? before
        take(now, (await knownOf([now])).get(now.id))
      }
      const { entries, problems, last } = check.end()
      const told = new Set(problems.map(({ sequence }) => sequence))
      const missing: ChainProblem[] = []
      // What the database knows of and Control doesn't have any more was taken away from the end.
      for (let place = (last?.sequence ?? 0) + 1; place <= Number(end?.last ?? 0) && missing.length < 100; place++) {
        missing.push({ fault: 'gap', sequence: place, id: null })
      }
      const all = [...problems, ...differing.filter(({ sequence }) => !told.has(sequence)), ...missing]
      return { entries, problems: all.toSorted(bySequence).slice(0, 100) }
    },

    async head() {
      const [last] = await database.query<{ sequence: string; hash: string }>(
        'select sequence, hash from matters.audit_entry order by sequence desc limit 1',
      )
      if (!last) return null
      return makeHead({ sequence: Number(last.sequence), hash: last.hash, at: instantOf(clock.now()) }, privateKey)
    },
  }
}

/** Event, operation, group, subject, person: as the sealed words have them, and null for nothing. */
function indexOf(entry: AuditContent): [string, string | null, string | null, string | null, string | null] {
  const { operation } = JSON.parse(entry.content) as Pick<AuditEvent, 'operation'>
  return [entry.event, operation, entry.group || null, entry.subject || null, entry.person || null]
}

/** Both keepers of the entry say the same of it. */
function isAsKnown(entry: AuditEntry, known: Known | undefined): boolean {
  if (!known || !entry.link) return false
  const isLinked =
    Number(known.sequence) === entry.link.sequence &&
    known.previous === entry.link.previous &&
    known.hash === entry.link.hash &&
    known.signature === entry.link.signature &&
    known.seal === entry.seal &&
    known.at === entry.at
  if (!isLinked) return false
  // Disposing is decided here and ends on Control: between the two, either may stand there.
  if (known.disposal === 'chosen') return true
  if (known.disposal === 'destroyed') return isDisposed(entry)
  if (isDisposed(entry)) return false
  // One that was written before there was an index has none yet.
  if (known.event === null) return true
  try {
    const index = [known.event, known.operation, known.group_key, known.subject, known.person]
    return indexOf(entry).every((value, place) => value === index[place])
  } catch {
    // The check has found that the words aren't the sealed ones.
    return true
  }
}

function bySequence(a: ChainProblem, b: ChainProblem): number {
  return (a.sequence ?? Number.MAX_SAFE_INTEGER) - (b.sequence ?? Number.MAX_SAFE_INTEGER)
}
