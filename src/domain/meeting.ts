/**
 * A meeting: when and where, who came, who keeps its minutes, and how it goes from planned to open to closed. The row of
 * it also stands in the register's snapshot (`Meeting`); here is all of it, as a collection (`src/domain/collection.ts`).
 * What is on its agenda is in `meetingagenda.ts`, what became of each matter arising in `matters.ts`, and which actions
 * those are in `mattersarising.ts`.
 *
 * Used by a screen:
 *
 *   const { keeping: meetings } = await session.openCollection(siteId, 'meetings')   // and 'agenda', 'matters'
 *   meetings.post({ kind: 'planMeeting', id, key: meetingKeyOf(day, id), day, title })
 *   meetings.post({ kind: 'setMeeting', id, key, fields: { place: 'Room 2' } }, seen)   // only what changed
 *   meetings.post({ kind: 'setAttendance', id, key, entry: { ...line, state: 'present' }, was: line.entry })
 *   attendanceOf(meeting, snapshot)                                     // everybody expected, and whoever else came
 *   meetings.post({ kind: 'openMeeting', id, key })
 *   const rows = mattersArising({ meeting, agenda, matters, snapshot, answered })   // one at a time on the big screen
 *   // one key for one deed: the action's own command to the register, then what it was to the meeting's matters:
 *   register.submit({ kind: 'retain', id: deed, action, meeting: next, words })
 *   matters.submit({ kind: 'dealWith', id, key: matterKeyOf(meeting.key, action), meeting: meeting.key, action,
 *                    deed: { id: deed, how: 'retained', words, on: today, by: me } })
 *   limboOf(rows, meeting, snapshot)                                    // what is left, before closing is offered
 *   api.closeMeeting({ key: group, meeting: meeting.key }, …)           // src/contract/meetings.ts: the service closes,
 *                                                                       // and puts the list before the chair
 *
 * A meeting is closed by the service alone: it looks at every matter afresh (product, rule 2).
 */

import { checkText, LONGEST_TEXT } from './check.ts'
import { canonical } from './canonical.ts'
import type { CollectionCommand, CollectionContext, DecideRow } from './collection.ts'
import { isDay, type Day } from './day.ts'
import type { Meeting, Person } from './group.ts'
import { accept, refuse, type Result } from './result.ts'
import type { Snapshot } from './snapshot.ts'

/** `HH:MM` in London. */
export type TimeOfDay = string

export const ATTENDANCES = ['present', 'apologies', 'absent'] as const
export type Attendance = (typeof ATTENDANCES)[number]

/** Who was there, for which post of which organisation. */
export interface AttendanceEntry {
  /** The post's key, or the id of the command that entered somebody without one. */
  readonly id: string
  readonly organisation: string | null
  readonly post: string | null
  /** Whoever came, or sent apologies: the holder, or who came for them. */
  readonly name: string
  readonly state: Attendance
}

export interface MeetingContent extends Meeting {
  readonly starts: TimeOfDay | null
  readonly ends: TimeOfDay | null
  readonly place: string
  /** Where it is joined from afar: an https address. */
  readonly link: string
  /** Who keeps the minutes. */
  readonly secretary: Person | null
  readonly attendance: readonly AttendanceEntry[]
  /** The day it was closed on. */
  readonly closedOn: Day | null
}

/** What a secretary may set at any time before it is closed. */
export type MeetingFields = Pick<MeetingContent, 'day' | 'title' | 'starts' | 'ends' | 'place' | 'link' | 'secretary'>

interface About<Name extends string> extends CollectionCommand {
  readonly kind: Name
}

export type PlanMeeting = About<'planMeeting'> & Pick<MeetingFields, 'day' | 'title'> & Partial<MeetingFields>
export type SetMeeting = About<'setMeeting'> & { readonly fields: Partial<MeetingFields> }
/** Two secretaries may mark different people at once; of one person, whoever saw another state is told. */
export type SetAttendance = About<'setAttendance'> & {
  readonly entry: AttendanceEntry
  /** The entry as its author saw it; null: none. */
  readonly was: AttendanceEntry | null
}
export type OpenMeeting = About<'openMeeting'>
/** It was opened by mistake; nothing is lost. */
export type PutOffMeeting = About<'putOffMeeting'>
/** The service alone, once nothing is in limbo. */
export type CloseMeeting = About<'closeMeeting'> & { readonly limbo: number }

export type MeetingCommand = PlanMeeting | SetMeeting | SetAttendance | OpenMeeting | PutOffMeeting | CloseMeeting

/** `meeting-2026-12-17-Xk3f`: readable in SharePoint, and unlike that of another made for the same day. */
export function meetingKeyOf(day: Day, command: string): string {
  return `meeting-${day}-${command.replaceAll(/[^A-Za-z0-9]/g, '').slice(0, 6)}`
}

export const decideMeeting: DecideRow<MeetingContent, MeetingCommand> = (command, now, context) => {
  if (command.kind === 'planMeeting') return planMeeting(command, now, context)
  if (!now) return refuse('meetingUnknown')
  if (command.kind === 'closeMeeting') return closeMeeting(command, now, context)
  if (now.status === 'closed') return refuse('meetingClosed')
  if (!keepsMinutes(now, context)) return refuse('coordinatorOnly')
  switch (command.kind) {
    case 'setMeeting':
      return checked({ ...now, ...command.fields }, now)
    case 'setAttendance':
      return setAttendance(command, now, context)
    case 'openMeeting':
      return now.status === 'open' ? refuse('nothingChanged') : accept({ ...now, status: 'open' })
    case 'putOffMeeting':
      return now.status === 'planned' ? refuse('nothingChanged') : accept({ ...now, status: 'planned' })
  }
}

/** The fields that a command writes or depends on. */
export function meetingTouches(command: MeetingCommand): readonly (keyof MeetingContent)[] {
  switch (command.kind) {
    case 'setMeeting':
      return Object.keys(command.fields) as (keyof MeetingFields)[]
    case 'openMeeting':
    case 'putOffMeeting':
    case 'closeMeeting':
      return ['status']
    // An entry says itself what its author saw.
    case 'setAttendance':
    case 'planMeeting':
      return []
  }
}

/** One line of the attendance list: somebody expected, or who came besides. */
export interface AttendanceLine {
  readonly id: string
  readonly organisation: string | null
  readonly post: string | null
  /** Who holds the post, or whoever came. Empty: the post is vacant. */
  readonly name: string
  /** Null: nothing is noted of them yet. */
  readonly entry: AttendanceEntry | null
}

/** Every post of the group in its order, with what is noted of it, then whoever came without one. */
export function attendanceOf(
  { attendance }: Pick<MeetingContent, 'attendance'>,
  { posts }: Pick<Snapshot, 'posts'>,
): readonly AttendanceLine[] {
  const entries = new Map(attendance.map((entry) => [entry.id, entry]))
  const expected = [...posts.values()].map((post): AttendanceLine => {
    const entry = entries.get(post.key) ?? null
    entries.delete(post.key)
    const name = entry?.name ?? post.holder?.name ?? ''
    return { id: post.key, organisation: post.organisation, post: post.key, name, entry }
  })
  const others = [...entries.values()].map((entry): AttendanceLine => ({ ...entry, entry }))
  return [...expected, ...others]
}

/** The meeting before: the last that was closed before its day. */
export function meetingBefore(meeting: Meeting, meetings: Iterable<Meeting>): Meeting | null {
  let before: Meeting | null = null
  for (const each of meetings) {
    if (each.status !== 'closed' || each.key === meeting.key || each.day > meeting.day) continue
    if (before === null || each.day > before.day) before = each
  }
  return before
}

/** The first meeting after this one that is still to come. */
export function meetingAfter(meeting: Meeting, meetings: Iterable<Meeting>): Meeting | null {
  let after: Meeting | null = null
  for (const each of meetings) {
    if (!isLater(each, meeting)) continue
    if (after === null || each.day < after.day) after = each
  }
  return after
}

/** True of a meeting that is still to come after another. */
export function isLater(meeting: Meeting, than: Meeting): boolean {
  return meeting.status !== 'closed' && meeting.key !== than.key && meeting.day >= than.day
}

/** Coordinators do, and whoever was named as the meeting's secretary. */
export function keepsMinutes(
  { secretary }: Pick<MeetingContent, 'secretary'>,
  { as, actor }: Pick<CollectionContext, 'as' | 'actor'>,
): boolean {
  return as !== 'member' || (secretary?.objectId === actor.objectId && secretary.tenantId === actor.tenantId)
}

function planMeeting(
  { key, day, title, starts, ends, place, link, secretary }: PlanMeeting,
  now: MeetingContent | null,
  { as }: CollectionContext,
): Result<MeetingContent> {
  if (now) return refuse('nothingChanged')
  if (as === 'member') return refuse('coordinatorOnly')
  return checked({
    key,
    day,
    title,
    starts: starts ?? null,
    ends: ends ?? null,
    place: place ?? '',
    link: link ?? '',
    secretary: secretary ?? null,
    status: 'planned',
    attendance: [],
    closedOn: null,
  })
}

function closeMeeting(
  { limbo }: CloseMeeting,
  now: MeetingContent,
  { as, today }: CollectionContext,
): Result<MeetingContent> {
  if (as !== 'service') return refuse('serviceOnly')
  if (now.status === 'closed') return refuse('nothingChanged')
  if (now.status === 'planned') return refuse('meetingNotOpen')
  if (limbo > 0) return refuse('mattersInLimbo', undefined, { count: limbo })
  return accept({ ...now, status: 'closed', closedOn: today })
}

function setAttendance(
  { entry, was }: SetAttendance,
  now: MeetingContent,
  { snapshot }: CollectionContext,
): Result<MeetingContent> {
  if (!ATTENDANCES.includes(entry.state)) return refuse('commandInvalid', 'state')
  if (entry.organisation !== null && !snapshot.organisations.has(entry.organisation)) {
    return refuse('ownerUnknown', 'organisation', { owner: entry.organisation })
  }
  const refusal = entry.post === null ? checkText(entry.name, 'name') : null
  if (refusal) return { ok: false, error: refusal }
  const known = now.attendance.find(({ id }) => id === entry.id) ?? null
  const tidy = { ...entry, name: entry.name.trim() }
  const put = putEntry(now.attendance, tidy, known, was)
  return put.ok ? accept({ ...now, attendance: put.value }) : put
}

/** An entry of a list that several write in: what somebody else made of it meanwhile is never overwritten unseen. */
export function putEntry<Entry extends { readonly id: string }>(
  entries: readonly Entry[],
  entry: Entry,
  known: Entry | null,
  was: Entry | null,
): Result<readonly Entry[]> {
  if (canonical(known) === canonical(entry)) return refuse('nothingChanged')
  if (canonical(known) !== canonical(was)) return refuse('changedMeanwhile')
  return accept(known ? entries.map((each) => (each === known ? entry : each)) : [...entries, entry])
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

function checked(next: MeetingContent, now?: MeetingContent): Result<MeetingContent> {
  if (!isDay(next.day)) return refuse('dayInvalid', 'day')
  const refusal = checkText(next.title, 'title')
  if (refusal) return { ok: false, error: refusal }
  for (const field of ['starts', 'ends'] as const) {
    const time = next[field]
    if (time !== null && !TIME.test(time)) return refuse('timeInvalid', field)
  }
  if (next.starts !== null && next.ends !== null && next.ends <= next.starts) return refuse('endsBefore', 'ends')
  if (next.link !== '' && !isWebAddress(next.link)) return refuse('addressInvalid', 'link')
  if (next.place.length > LONGEST_TEXT) return refuse('textTooLong', 'place', { longest: LONGEST_TEXT })
  const tidy = { ...next, title: next.title.trim(), place: next.place.trim(), link: next.link.trim() }
  return now && canonical(tidy) === canonical(now) ? refuse('nothingChanged') : accept(tidy)
}

/** An https address with no white space in it. */
export function isWebAddress(text: string): boolean {
  return /^https:\/\/[^\s/]+\S*$/.test(text.trim()) && text.length <= 2000
}
