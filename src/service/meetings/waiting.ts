/** The lists of a group's meetings that wait for the chair, as whoever asks what waits is told of them. */

import type { ApprovalEntry } from '../../contract/approvals.ts'
import { approversOf, askedOf, type ApprovalSettings } from '../../domain/approval.ts'
import { isSamePerson, type Appointment } from '../../domain/appointment.ts'
import { addDays } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { matterOf, partsOfSubject } from '../approvals/matter.ts'
import type { Office } from '../office.ts'
import { listsOf, roomOfMeeting, subjectOfList, type PutList } from './lists.ts'

export interface WaitingLists {
  /** Those that the caller may confirm, or put. */
  readonly entries: readonly ApprovalEntry[]
  /** `subject|hash` of what stands on them: none of it is told of alone. */
  readonly listed: ReadonlySet<string>
}

export async function waitingLists(
  office: Office,
  group: DirectoryEntry,
  about: {
    readonly snapshot: Snapshot
    readonly appointments: readonly Appointment[]
    readonly settings: ApprovalSettings
    readonly caller: Person
  },
): Promise<WaitingLists> {
  const { snapshot, appointments, settings, caller } = about
  const approvers = approversOf({ count: null }, appointments, settings, office.clock.today())
  const isApprover = approvers.some(
    ({ holder, deputy }) => isSamePerson(holder, caller) || isSamePerson(deputy, caller),
  )
  const entries: ApprovalEntry[] = []
  const listed = new Set<string>()
  for (const list of await listsOf(office, group.key)) {
    const isOwn = isSamePerson(list.by, caller)
    const meeting = snapshot.meetings.get(list.meeting)
    if (list.isDecided || !meeting || !(isOwn || isApprover)) continue
    const waiting = await stillAsked(office, group, snapshot, list)
    if (waiting === null || waiting.length === 0) continue
    for (const { subject, hash } of waiting) listed.add(`${subject}|${hash}`)
    const by = appointments
      .flatMap(({ holder, deputy }) => [holder, deputy])
      .find((each) => isSamePerson(each, list.by))
    entries.push({
      group: group.key,
      siteId: group.siteId,
      subject: subjectOfList(list.meeting),
      kind: 'list',
      action: roomOfMeeting(list.meeting),
      reference: '',
      details: meeting.title,
      marking: group.marking.level,
      askedBy: by?.name ?? null,
      askedOn: list.day,
      lapsesOn: addDays(list.day, settings.lapsesAfter),
      count: waiting.length,
      mine: isOwn ? 'asked' : 'decide',
    })
  }
  return { entries, listed }
}

/** What on it still waits; null where something is other than it was put: it is put again first. */
async function stillAsked(
  office: Office,
  group: DirectoryEntry,
  snapshot: Snapshot,
  { items }: PutList,
): Promise<PutList['items'] | null> {
  const waiting: PutList['items'][number][] = []
  for (const item of items) {
    const action = snapshot.actions.get(partsOfSubject(item.subject).action)
    const asked = action && askedOf(action).find(({ subject }) => subject === item.subject)
    if (!action || !asked) continue
    const matter = await matterOf(office, group, action, asked)
    if (matter && matter.hash !== item.hash) return null
    if (matter) waiting.push(item)
  }
  return waiting
}
