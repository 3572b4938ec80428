/**
 * Puts what a meeting decided aloud before the chair as one list. On it stands what any chair or deputy may decide; what
 * others decide, or a chair asked for, waits on its own.
 */

import type { ListPut } from '../../contract/meetings.ts'
import { approversOf } from '../../domain/approval.ts'
import { isInForce, isSamePerson, type Appointment } from '../../domain/appointment.ts'
import type { Meeting, Person } from '../../domain/group.ts'
import { aloudOf, mattersArising, type Arising } from '../../domain/mattersarising.ts'
import { answeredOf } from '../../domain/request.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Answer } from '../api.ts'
import { matterOf } from '../approvals/matter.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { hashOfList, putList, subjectOfList, type PutList } from './lists.ts'

export async function putMeetingList(
  office: Office,
  caller: Person,
  { key, meeting }: { readonly key: string; readonly meeting: string },
  { commandId }: { readonly commandId: string },
): Promise<Answer<ListPut>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  const { group, roles, appointments } = standing.value
  if (!mayDo('meeting.close', 'api', roles)) return { ok: false, error: { code: 'notCoordinator' } }
  const read = await readArising(office, group, meeting)
  if (!read) return { ok: false, error: { code: 'meetingMissing' } }
  return { ok: true, value: await putAloud(office, group, { ...read, appointments, caller, commandId }) }
}

/** The meeting and what arises in it, as they stand now; null: there is no such meeting. */
export async function readArising(
  office: Office,
  group: DirectoryEntry,
  key: string,
): Promise<{
  readonly meeting: Meeting
  readonly meetings: ReadonlyMap<string, Meeting>
  readonly arising: readonly Arising[]
} | null> {
  const [register, meetings, agenda, matters, requests, responses] = await Promise.all([
    office.registers.current(group),
    office.collections.now(group, 'meetings'),
    office.collections.now(group, 'agenda'),
    office.collections.now(group, 'matters'),
    office.collections.now(group, 'requests'),
    office.collections.now(group, 'responses'),
  ])
  const meeting = meetings.get(key)
  if (!meeting) return null
  const snapshot = { actions: register.actions, meetings }
  const answered = answeredOf(requests.values(), responses)
  const arising = mattersArising({ meeting, agenda: agenda.values(), matters: matters.values(), snapshot, answered })
  return { meeting, meetings, arising }
}

export async function putAloud(
  office: Office,
  group: DirectoryEntry,
  about: {
    readonly meeting: Meeting
    readonly arising: readonly Arising[]
    readonly appointments: readonly Appointment[]
    readonly caller: Person
    readonly commandId: string
  },
): Promise<ListPut> {
  const { meeting, arising, appointments, caller, commandId } = about
  const today = office.clock.today()
  const settings = (await (await office.records()).settings(group.key)).value
  const chairs = appointments.filter((each) => each.role === 'chair' && isInForce(each, today))
  const items: PutList['items'][number][] = []
  const leftOut: string[] = []
  for (const { action, asked } of aloudOf(arising)) {
    const matter = await matterOf(office, group, action, asked)
    if (!matter) continue
    const isChairs = approversOf(asked, appointments, settings, today).every(({ role }) => role === 'chair')
    const isOfChair = chairs.some(
      ({ holder, deputy }) => isSamePerson(holder, matter.askedBy) || isSamePerson(deputy, matter.askedBy),
    )
    if (isChairs && !isOfChair) items.push({ subject: asked.subject, hash: matter.hash })
    else leftOut.push(action.reference)
  }
  if (items.length === 0) return { hash: null, count: 0, leftOut }
  const hash = hashOfList(group.key, meeting.key, items)
  await office.audit.append({
    event: 'alteration',
    operation: 'list.put',
    group: group.key,
    subject: subjectOfList(meeting.key),
    by: caller,
    ids: items.map(({ subject }) => subject),
  })
  await putList(office, group.key, { meeting: meeting.key, hash, items, by: caller, day: today }, commandId)
  office.tellControlChanged()
  office.log({ level: 'info', event: 'listPut', group: group.key, count: items.length })
  return { hash, count: items.length, leftOut }
}
