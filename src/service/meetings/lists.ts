/**
 * What a meeting decided aloud, as it was put before the chair: which subjects, and the hash of each as it then was. The
 * database knows ids and hashes; every word is read from Work when somebody looks. A list on which something changed
 * holds no more, and is put again.
 */

import { createHash } from 'node:crypto'
import { canonical } from '../../domain/canonical.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { Action } from '../../domain/action.ts'
import type { Decision, DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { TakenDecision } from '../approvals/decisions.ts'
import { partsOfSubject, readMatter, type Matter } from '../approvals/matter.ts'
import type { Office } from '../office.ts'

/** What decisions on a list are kept under. */
const SUBJECT = 'meeting-'

export interface PutList {
  readonly meeting: string
  readonly hash: string
  readonly items: readonly { readonly subject: string; readonly hash: string }[]
  readonly by: Pick<Person, 'tenantId' | 'objectId'>
  readonly day: Day
  readonly isDecided: boolean
}

export function subjectOfList(meeting: string): string {
  return SUBJECT + meeting
}

export function meetingOfSubject(subject: string): string {
  return subject.slice(SUBJECT.length)
}

/** Sub-page of the channel's tab that shows a meeting (src/tab/shell/page.ts). */
export function roomOfMeeting(meeting: string): string {
  return `room.meetings.${meeting}`
}

export function isOfList({ subject }: Pick<TakenDecision, 'subject'>): boolean {
  return subject.startsWith(SUBJECT)
}

/** Of exactly these things, each exactly as it is. */
export function hashOfList(group: string, meeting: string, items: PutList['items']): string {
  const sorted = items.toSorted((a, b) => (a.subject < b.subject ? -1 : 1))
  return createHash('sha256')
    .update(canonical([group, meeting, sorted]))
    .digest('base64url')
}

export async function putList(
  { database }: Pick<Office, 'database'>,
  group: string,
  { meeting, hash, items, by, day }: Omit<PutList, 'isDecided'>,
  command: string,
): Promise<void> {
  await database.query(
    `insert into matters.meeting_list (command, group_key, meeting, hash, items, tenant, person, day)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [command, group, meeting, hash, JSON.stringify(items), by.tenantId, by.objectId, day],
  )
}

interface RawList {
  readonly meeting: string
  readonly hash: string
  readonly items: string
  readonly tenant: string
  readonly person: string
  readonly day: Day
  readonly isDecided: boolean
}

/** The lists of a group that stand, the latest of each meeting. */
export async function listsOf({ database }: Pick<Office, 'database'>, group: string): Promise<readonly PutList[]> {
  const rows = await database.query<RawList>(
    `select distinct on (l.meeting) l.meeting, l.hash, l.items, l.tenant, l.person, l.day,
       exists (select from matters.decision d where d.group_key = $1 and d.subject = $2 || l.meeting and d.hash = l.hash)
         as "isDecided"
     from matters.meeting_list l where l.group_key = $1 order by l.meeting, l.at desc`,
    [group, SUBJECT],
  )
  return rows.map(({ meeting, hash, items, tenant, person, day, isDecided }) => ({
    meeting,
    hash,
    items: JSON.parse(items) as PutList['items'],
    by: { tenantId: tenant, objectId: person },
    day,
    isDecided,
  }))
}

/** One thing on a list, as it stands now. */
export interface Listed {
  readonly subject: string
  readonly action: Action
  /** As it was put; null: it isn't any more. */
  readonly matter: Matter | null
  /** The decision that was made on it, as it was put. */
  readonly decision: Decision | null
}

/** As they stand now; of what is gone from the register, nothing. */
export async function readListed(
  office: Office,
  group: DirectoryEntry,
  { items }: Pick<PutList, 'items'>,
): Promise<readonly Listed[]> {
  const control = await office.control()
  const read = async ({ subject, hash }: PutList['items'][number]): Promise<Listed | null> => {
    const { action, matter } = await readMatter(office, group, subject)
    if (!action) return null
    if (matter?.hash === hash) return { subject, action, matter, decision: null }
    const decided = await control.decisionsOn(subject)
    return { subject, action, matter: null, decision: decided.find((each) => each.hash === hash) ?? null }
  }
  const all: (Listed | null)[] = []
  // A few at a time: the quota is shared by all.
  for (let from = 0; from < items.length; from += AT_ONCE) {
    all.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(read))))
  }
  return all.filter((each) => each !== null)
}

const AT_ONCE = 6

/** The kind that a subject speaks of. */
export function kindOf({ subject }: Pick<Listed, 'subject'>) {
  return partsOfSubject(subject).kind
}
