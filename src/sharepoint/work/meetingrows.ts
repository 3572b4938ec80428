/**
 * Meetings, items of their agendas and matters arising as rows of their lists, both ways, and by which rules they change:
 * the kinds for `openCollection`. What stands as JSON is what counts; the words beside it are for people who look in
 * SharePoint. A row whose JSON somebody broke isn't shown, so that nothing is written over what it held.
 */

import * as v from 'valibot'
import { MEETING_STATUSES } from '../../domain/group.ts'
import {
  ATTENDANCES,
  decideMeeting,
  meetingTouches,
  type AttendanceEntry,
  type MeetingCommand,
  type MeetingContent,
} from '../../domain/meeting.ts'
import { ITEM_KINDS } from '../../domain/group.ts'
import {
  agendaTouches,
  decideAgenda,
  type AgendaCommand,
  type AgendaItem,
  type Minuted,
  type Paper,
} from '../../domain/meetingagenda.ts'
import {
  decideMatter,
  HANDLINGS,
  settlingDeed,
  type Confirmed,
  type Deed,
  type MatterCommand,
  type MeetingMatter,
} from '../../domain/matters.ts'
import { MEETINGS } from '../lists.ts'
import { AGENDA, MATTERS } from '../worklists.ts'
import { makeData, type Cells } from './cells.ts'
import type { CollectionKind } from './collection.ts'
import * as shapes from './shapes.ts'

export const meetingKind: CollectionKind<MeetingContent, MeetingCommand> = {
  list: MEETINGS,
  parse(cells, key) {
    const day = cells.day('Day')
    const attendance = listOf(cells, 'AttendanceData', attendances)
    if (day === null || attendance === null) return null
    return {
      key,
      day,
      title: cells.text('Title'),
      status: cells.choice('Status', MEETING_STATUSES, 'planned'),
      starts: cells.textOrNull('Starts'),
      ends: cells.textOrNull('Ends'),
      place: cells.text('Place'),
      link: cells.text('Link'),
      secretary: cells.data('SecretaryData', shapes.person),
      attendance,
      closedOn: cells.day('ClosedOn'),
    }
  },
  make: (key, meeting) => ({
    Key: key,
    Title: meeting.title,
    Day: meeting.day,
    Status: meeting.status,
    Starts: meeting.starts,
    Ends: meeting.ends,
    Place: meeting.place || null,
    Link: meeting.link || null,
    Secretary: meeting.secretary?.name ?? null,
    SecretaryData: makeData(meeting.secretary),
    Attendance: linesOf(meeting.attendance.map(({ name, post, state }) => `${name || post}: ${state}`)),
    AttendanceData: makeData(meeting.attendance),
    ClosedOn: meeting.closedOn,
  }),
  decide: decideMeeting,
  touches: meetingTouches,
}

export const agendaKind: CollectionKind<AgendaItem, AgendaCommand> = {
  list: AGENDA,
  parse(cells, key) {
    const papers = listOf(cells, 'PapersData', paperList)
    const decisions = listOf(cells, 'DecisionsData', minutedList)
    const takes = listOf(cells, 'TakesData', keys)
    if (papers === null || decisions === null || takes === null) return null
    const place = Number(cells.text('Place'))
    return {
      key,
      meeting: cells.textOrNull('Meeting'),
      kind: cells.choice('Kind', ITEM_KINDS, 'item'),
      place: Number.isFinite(place) ? place : 0,
      title: cells.words('Title'),
      presenter: cells.data('PresenterData', shapes.owner),
      papers,
      discussion: cells.text('Discussion'),
      decisions,
      takes,
      withdrawn: cells.text('Withdrawn') === 'yes',
    }
  },
  make: (key, item) => ({
    Key: key,
    Title: item.title,
    Meeting: item.meeting,
    Kind: item.kind,
    Place: String(item.place),
    Presenter: item.presenter && (Object.values(item.presenter)[0] ?? null),
    PresenterData: makeData(item.presenter),
    Papers: linesOf(item.papers.map(({ title }) => title)),
    PapersData: makeData(item.papers),
    Discussion: item.discussion || null,
    Decisions: linesOf(item.decisions.map(({ words }) => words)),
    DecisionsData: makeData(item.decisions),
    TakesData: makeData(item.takes),
    Withdrawn: item.withdrawn ? 'yes' : 'no',
  }),
  decide: decideAgenda,
  touches: agendaTouches,
}

export const matterKind: CollectionKind<MeetingMatter, MatterCommand> = {
  list: MATTERS,
  parse(cells, key) {
    const deeds = listOf(cells, 'DeedsData', deedList)
    const confirmed = listOf(cells, 'ConfirmedData', confirmedList)
    if (deeds === null || confirmed === null) return null
    return { key, meeting: cells.words('Meeting'), action: cells.words('ActionKey'), deeds, confirmed }
  },
  make: (key, matter) => ({
    Key: key,
    Title: key,
    Meeting: matter.meeting,
    ActionKey: matter.action,
    Handled: settlingDeed(matter)?.how ?? matter.deeds.at(-1)?.how ?? null,
    Words: linesOf(matter.deeds.map(({ words }) => words)),
    DeedsData: makeData(matter.deeds),
    ConfirmedData: makeData(matter.confirmed),
  }),
  decide: decideMatter,
  // Deeds are only ever added.
  touches: () => [],
}

/** Null where there is something and it can't be read. */
function listOf<Value>(
  cells: Cells,
  column: string,
  shape: v.GenericSchema<unknown, readonly Value[]>,
): readonly Value[] | null {
  return cells.text(column) === '' ? [] : cells.data(column, shape)
}

function linesOf(lines: readonly string[]): string | null {
  return lines.filter((line) => line !== '').join('\n') || null
}

const keys: v.GenericSchema<unknown, readonly string[]> = v.array(v.string())

const attendances: v.GenericSchema<unknown, readonly AttendanceEntry[]> = v.array(
  v.object({
    id: v.string(),
    organisation: v.nullable(v.string()),
    post: v.nullable(v.string()),
    name: v.string(),
    state: v.picklist(ATTENDANCES),
  }),
)

const paperList: v.GenericSchema<unknown, readonly Paper[]> = v.array(
  v.object({
    id: v.string(),
    title: v.string(),
    link: v.string(),
    given: v.array(v.object({ to: shapes.owner, on: shapes.day, how: v.string() })),
  }),
)

const minutedList: v.GenericSchema<unknown, readonly Minuted[]> = v.array(
  v.object({ id: v.string(), words: v.string() }),
)

const deedList: v.GenericSchema<unknown, readonly Deed[]> = v.array(
  v.object({ id: v.string(), how: v.picklist(HANDLINGS), words: v.string(), on: shapes.day, by: shapes.person }),
)

const confirmedList: v.GenericSchema<unknown, readonly Confirmed[]> = v.array(
  v.object({
    kind: v.picklist(['discharge', 'extension']),
    decision: v.string(),
    verdict: v.picklist(['approved', 'refused']),
  }),
)
