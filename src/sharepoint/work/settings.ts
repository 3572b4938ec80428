/**
 * The group's settings, organisations, posts and meetings as rows of their lists, both ways. Pure. A row that can't be
 * read is a problem; the others stand.
 */

import {
  MARKINGS,
  MEETING_STATUSES,
  ORGANISATION_KINDS,
  ROLES,
  type Group,
  type Meeting,
  type Organisation,
  type Post,
} from '../../domain/group.ts'
import { GROUP, MEETINGS, ORGANISATIONS, POSTS, type List } from '../lists.ts'
import type { StoredRow } from '../table.ts'
import { makeData, readCells, type Cells, type RowProblem } from './cells.ts'
import type { KeyedValues } from './rows.ts'
import * as shapes from './shapes.ts'

export interface Settings {
  readonly group: Group
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly posts: ReadonlyMap<string, Post>
  readonly meetings: ReadonlyMap<string, Meeting>
}

export const SETTINGS_LISTS = [GROUP, ORGANISATIONS, POSTS, MEETINGS] as const

export function columnsOf(list: List): string[] {
  return ['Title', ...list.columns.map((column) => column.name)]
}

/** The rows of each list of `SETTINGS_LISTS`, in its order. Group is null where its list has no row. */
export function parseSettings(rows: readonly (readonly StoredRow[])[]): {
  readonly settings: Settings | null
  readonly problems: readonly RowProblem[]
} {
  const problems: RowProblem[] = []
  const [groups = [], organisations = [], posts = [], meetings = []] = rows
  const group = [...keyed(groups, GROUP, problems, parseGroup).values()][0]
  if (!group) return { settings: null, problems }
  const settings = {
    group,
    organisations: keyed(organisations, ORGANISATIONS, problems, parseOrganisation),
    posts: keyed(posts, POSTS, problems, parsePost),
    meetings: keyed(meetings, MEETINGS, problems, parseMeeting),
  }
  return { settings, problems }
}

export function makeGroup(group: Group): KeyedValues {
  return {
    Key: group.key,
    Title: group.name,
    NameWelsh: group.nameWelsh ?? null,
    Marking: group.marking.level,
    Handling: group.marking.handling ?? null,
    LateBy: group.lateBy,
  }
}

export function makeOrganisation(organisation: Organisation): KeyedValues {
  return {
    Key: organisation.key,
    Title: organisation.name,
    ShortName: organisation.shortName,
    Aliases: organisation.aliases.join('\n') || null,
    Kind: organisation.kind,
    Nation: organisation.nation,
    Region: organisation.region,
  }
}

export function makePost(post: Post): KeyedValues {
  return {
    Key: post.key,
    Title: post.title,
    Organisation: post.organisation,
    Role: post.role,
    Holder: post.holder?.name ?? null,
    Deputy: post.deputy?.name ?? null,
    HolderData: makeData(post.holder),
    DeputyData: makeData(post.deputy),
    FromDay: post.from,
    ToDay: post.to,
  }
}

export function makeMeeting(meeting: Meeting): KeyedValues {
  return { Key: meeting.key, Title: meeting.title, Day: meeting.day, Status: meeting.status }
}

export function parseGroup(cells: Cells, key: string): Group {
  const nameWelsh = cells.text('NameWelsh')
  return {
    key,
    name: cells.words('Title'),
    ...(nameWelsh === '' ? {} : { nameWelsh }),
    marking: parseMarking(cells),
    lateBy: cells.choice('LateBy', ['first', 'current'], 'current'),
  }
}

/** Where the marking of a row can't be read, the higher one stands. */
export function parseMarking(cells: Cells): Group['marking'] {
  const handling = cells.text('Handling')
  return {
    level: cells.choice('Marking', MARKINGS, 'OFFICIAL-SENSITIVE'),
    ...(handling === '' ? {} : { handling }),
  }
}

function parseOrganisation(cells: Cells, key: string): Organisation {
  return {
    key,
    name: cells.words('Title'),
    shortName: cells.text('ShortName') || cells.text('Title'),
    aliases: cells.lines('Aliases'),
    kind: cells.choice('Kind', ORGANISATION_KINDS, 'partner'),
    nation: cells.text('Nation'),
    region: cells.text('Region'),
  }
}

function parsePost(cells: Cells, key: string): Post {
  return {
    key,
    title: cells.words('Title'),
    organisation: cells.text('Organisation'),
    role: cells.choice('Role', ROLES, 'spoc'),
    holder: cells.data('HolderData', shapes.person),
    deputy: cells.data('DeputyData', shapes.person),
    from: cells.day('FromDay'),
    to: cells.day('ToDay'),
  }
}

function parseMeeting(cells: Cells, key: string): Meeting | null {
  const day = cells.day('Day')
  if (day === null) {
    if (cells.text('Day') === '') cells.problem('Day', 'dayInvalid')
    return null
  }
  return { key, day, title: cells.text('Title'), status: cells.choice('Status', MEETING_STATUSES, 'planned') }
}

/** Rows by their key; of two with one key the first stands. */
export function keyed<Value>(
  rows: readonly StoredRow[],
  list: List,
  problems: RowProblem[],
  parse: (cells: Cells, key: string) => Value | null,
): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const row of rows) {
    const cells = readCells(row, list, problems)
    const key = cells.text('Key')
    if (key === '') cells.problem('Key', 'keyMissing')
    else if (values.has(key)) cells.problem('Key', 'keyRepeated')
    else {
      const value = parse(cells, key)
      if (value !== null) values.set(key, value)
    }
  }
  return values
}
