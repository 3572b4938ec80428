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
  type Person,
  type Post,
} from '../../domain/group.ts'
import { isShownTo, VIEW_SCOPES, type SavedView, type SavedViewContent, type ViewId } from '../../domain/savedview.ts'
import { makeView, parseView } from '../../domain/view.ts'
import { GROUP, MEETINGS, ORGANISATIONS, POSTS, VIEWS, type List } from '../lists.ts'
import type { StoredRow } from '../table.ts'
import { makeData, readCells, type Cells, type RowProblem } from './cells.ts'
import type { KeyedValues } from './rows.ts'
import * as shapes from './shapes.ts'

export interface Settings {
  readonly group: Group
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly posts: ReadonlyMap<string, Post>
  readonly meetings: ReadonlyMap<string, Meeting>
  /** What the reader may see of them; null where the site has no list for them yet. */
  readonly views: ReadonlyMap<ViewId, SavedView> | null
}

export const SETTINGS_LISTS = [GROUP, ORGANISATIONS, POSTS, MEETINGS, VIEWS] as const

export function columnsOf(list: List): string[] {
  return ['Title', ...list.columns.map((column) => column.name)]
}

/** What a register reads of a list of its settings; all of a meeting is read by who looks at one. */
export function settingsColumnsOf(list: List): string[] {
  return list === MEETINGS ? ['Title', 'Key', 'Day', 'Status'] : columnsOf(list)
}

/**
 * @param rows of each list of `SETTINGS_LISTS`, in its order; null for a list that isn't there
 * @param reader sees the group's views and their own
 * @returns null where the group's list has no row
 */
export function parseSettings(
  rows: readonly (readonly StoredRow[] | null)[],
  reader: Person,
): { readonly settings: Settings | null; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = []
  const [groups, organisations, posts, meetings, views] = rows
  const group = [...keyed(groups ?? [], GROUP, problems, parseGroup).values()][0]
  if (!group) return { settings: null, problems }
  const settings = {
    group,
    organisations: keyed(organisations ?? [], ORGANISATIONS, problems, parseOrganisation),
    posts: keyed(posts ?? [], POSTS, problems, parsePost),
    meetings: keyed(meetings ?? [], MEETINGS, problems, parseMeeting),
    views: views ? viewsFor(reader, views, problems) : null,
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
    Lead: post.lead ?? null,
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

export function parseOrganisation(cells: Cells, key: string): Organisation {
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

export function parsePost(cells: Cells, key: string): Post {
  const lead = cells.text('Lead')
  return {
    key,
    title: cells.words('Title'),
    organisation: cells.text('Organisation'),
    role: cells.choice('Role', ROLES, 'spoc'),
    holder: cells.data('HolderData', shapes.person),
    deputy: cells.data('DeputyData', shapes.person),
    from: cells.day('FromDay'),
    to: cells.day('ToDay'),
    ...(lead === '' ? {} : { lead }),
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

export function makeSavedView({ id, name, scope, owner, content }: SavedViewContent): KeyedValues {
  return {
    Key: id,
    Title: name,
    Scope: scope,
    Owner: owner.name,
    OwnerData: makeData(owner),
    ViewData: makeView(content),
  }
}

/** Null for a row that can't be read, or isn't the reader's to see. */
export function parseSavedView(row: StoredRow, reader: Person, problems: RowProblem[] = []): SavedView | null {
  return [...viewsFor(reader, [row], problems).values()][0] ?? null
}

function viewsFor(reader: Person, rows: readonly StoredRow[], problems: RowProblem[]): Map<ViewId, SavedView> {
  return keyed(rows, VIEWS, problems, (cells, id, version) => {
    const owner = cells.data('OwnerData', shapes.person)
    const content = parseView(cells.text('ViewData'))
    if (!content.ok) cells.problem('ViewData', 'dataBroken')
    if (owner === null || !content.ok) return null
    const scope = cells.choice('Scope', VIEW_SCOPES, 'mine')
    const view = { id, name: cells.words('Title'), scope, owner, content: content.value, version }
    return isShownTo(view, reader) ? view : null
  })
}

/** Rows by their key; of two with one key the first stands. */
export function keyed<Value>(
  rows: readonly StoredRow[],
  list: List,
  problems: RowProblem[],
  parse: (cells: Cells, key: string, version: string) => Value | null,
): Map<string, Value> {
  const values = new Map<string, Value>()
  for (const row of rows) {
    const cells = readCells(row, list, problems)
    const key = cells.text('Key')
    if (key === '') cells.problem('Key', 'keyMissing')
    else if (values.has(key)) cells.problem('Key', 'keyRepeated')
    else {
      const value = parse(cells, key, row.version)
      if (value !== null) values.set(key, value)
    }
  }
  return values
}
