/**
 * Closes a meeting: looks at every matter afresh and refuses while one is in limbo (product, rule 2), puts what was
 * decided aloud before the chair, and prepares the next agenda. Sent again it goes on where it broke off.
 */

import { createHash } from 'node:crypto'
import type { CloseMeetingRequest, MeetingClosed } from '../../contract/meetings.ts'
import type { Meeting, Person } from '../../domain/group.ts'
import { limboOf } from '../../domain/mattersarising.ts'
import { meetingAfter } from '../../domain/meeting.ts'
import { agendaOf, type AgendaCommand } from '../../domain/meetingagenda.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { createWords } from '../../words/words.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { putAloud, readArising } from './put.ts'

export async function closeMeeting(
  office: Office,
  caller: Person,
  about: { readonly key: string; readonly meeting: string },
  { commandId, language }: CloseMeetingRequest,
): Promise<Answer<MeetingClosed>> {
  const standing = await standingIn(office, caller, about.key)
  if (!standing.ok) return standing
  const { group, roles, appointments } = standing.value
  if (!mayDo('meeting.close', 'api', roles)) return { ok: false, error: { code: 'notCoordinator' } }
  const read = await readArising(office, group, about.meeting)
  if (!read) return { ok: false, error: { code: 'meetingMissing' } }
  const { meeting, meetings, arising } = read
  const limbo = meeting.status === 'open' ? limboOf(arising, meeting, { meetings }).length : 0
  const kept = await office.collections.submitAs({ person: caller, as: 'service' }, group, 'meetings', {
    kind: 'closeMeeting',
    id: commandId,
    key: meeting.key,
    limbo,
  })
  if (kept.state === 'refused') {
    return limbo > 0
      ? { ok: false, error: { code: 'stillInLimbo', values: { count: limbo } } }
      : { ok: false, error: { code: 'meetingNotRunning' } }
  }
  if (kept.state !== 'saved') return { ok: false, error: { code: 'serviceBusy', values: { seconds: 5 } } }
  office.registers.learnMeetings(group, [...meetings.values(), kept.content])
  const put = await putAloud(office, group, { meeting, arising, appointments, caller, commandId })
  const next = await prepareNext(office, group, { meeting, meetings, caller, commandId, language })
  office.log({ level: 'info', event: 'meetingClosed', group: group.key, count: put.count })
  return { ok: true, value: { ...put, next } }
}

/** An agenda for the next meeting, where it has none: what every meeting begins and ends with, and the forward plan. */
async function prepareNext(
  office: Office,
  group: DirectoryEntry,
  about: {
    readonly meeting: Meeting
    readonly meetings: ReadonlyMap<string, Meeting>
    readonly caller: Person
    readonly commandId: string
    readonly language: CloseMeetingRequest['language']
  },
): Promise<string | null> {
  const { meeting, meetings, caller, commandId } = about
  const next = meetingAfter(meeting, meetings.values())
  if (!next) return null
  const items = await office.collections.now(group, 'agenda')
  if (agendaOf(items.values(), next.key).some(({ item }) => !isPrepared(item.key, commandId))) return next.key
  const words = createWords(about.language)
  const planned = agendaOf(items.values(), null).map(({ item }) => item)
  const titles = ['welcome', 'minutes', 'matters'] as const
  const last = titles.length + planned.length + 1
  const add = (name: (typeof titles)[number] | 'other', place: number): AgendaCommand => ({
    kind: 'addItem',
    id: keyOf(commandId, name),
    key: keyOf(commandId, name),
    meeting: next.key,
    place,
    title: words.say(`service.agenda.${name}`, { day: words.day(meeting.day) }),
    item: name === 'matters' ? 'matters' : 'item',
  })
  const commands: AgendaCommand[] = [
    ...titles.map((name, index) => add(name, index + 1)),
    ...planned.map((item, index): AgendaCommand => {
      const place = titles.length + index + 1
      return { kind: 'setItem', id: keyOf(commandId, item.key), key: item.key, fields: { meeting: next.key, place } }
    }),
    add('other', last),
  ]
  for (const command of commands) {
    await office.collections.submitAs({ person: caller, as: 'service' }, group, 'agenda', command)
  }
  return next.key
}

/** The same for the same closing: broken off and sent again, each item is there once. */
function keyOf(command: string, name: string): string {
  return `${digest(command).slice(0, 10)}${digest(name).slice(0, 12)}`
}

function isPrepared(key: string, command: string): boolean {
  return key.startsWith(digest(command).slice(0, 10))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
