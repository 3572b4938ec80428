/**
 * The tracker that a group takes out, as people of the field know it: No, Details, Update, Owner, a row an action. Due
 * and Status have columns of their own only when an action needs one, so that what came in as four columns goes out as
 * four, and everything comes back when it is brought in again (tests hold this). Pure; what Word and Excel make of it is
 * theirs. Nothing withheld is in it: the register has none of it either.
 */

import type { Action, ActionId, Colour, Part, Update } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { groupName, nextMeetingDay, type Marking } from '../../domain/group.ts'
import { ownerWords } from '../../domain/owner.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isClaimed, standingOf } from '../../domain/status.ts'
import type { Words } from '../../words/words.ts'
import { makeNote } from '../note.ts'
import { isDischarge } from '../updates.ts'
import { extend, makeParagraphs, type Cell, type Run } from './cell.ts'
import { writeDue } from './due.ts'
import { makeEntries, makeHistoryCell, type Entry } from './entries.ts'

export const TRACKER_COLUMNS = ['reference', 'details', 'update', 'owner', 'due', 'status'] as const
export type TrackerColumn = (typeof TRACKER_COLUMNS)[number]

export interface TrackerRow {
  readonly cells: Readonly<Record<TrackerColumn, Cell>>
  /** The colour that the status shows; null where no colours are asked for. */
  readonly colour: Colour | null
}

export interface Tracker {
  readonly title: string
  readonly day: string
  /** The highest of the group's and its actions'. */
  readonly marking: string
  readonly columns: readonly { readonly column: TrackerColumn; readonly heading: string }[]
  readonly rows: readonly TrackerRow[]
  readonly words: Words
}

export interface TrackerOptions {
  readonly words: Words
  readonly today: Day
  /** These, in this order; otherwise all by their references. */
  readonly actions?: readonly ActionId[]
  /** Also a column for the colours. */
  readonly colours?: boolean
}

/** @param histories newest first, as a register gives them; an action without one has no updates */
export function makeTracker(
  snapshot: Snapshot,
  histories: ReadonlyMap<ActionId, readonly Update[]>,
  options: TrackerOptions,
): Tracker {
  const { words, colours = false } = options
  const actions = chooseActions(snapshot, options.actions)
  const context: Context = {
    snapshot,
    words,
    today: options.today,
    nextMeeting: nextMeetingDay([...snapshot.meetings.values()], options.today),
  }
  const described = actions.map((action) => {
    const entries = makeEntries(histories.get(action.id) ?? [], context)
    return { action, entries }
  })
  const hasStatus = colours || described.some(({ action, entries }) => action.status !== toldBy(entries, words))
  const wanted = new Set<TrackerColumn>(['reference', 'details', 'update', 'owner'])
  if (actions.some((action) => action.due)) wanted.add('due')
  if (hasStatus) wanted.add('status')
  const { group } = snapshot
  return {
    title: words.say('exporting.title', { group: groupName(group, words.language) }),
    day: words.day(options.today),
    marking: makeMarkingWords(snapshot, actions),
    columns: TRACKER_COLUMNS.filter((column) => wanted.has(column)).map((column) => ({
      column,
      heading: words.say(`exporting.column.${column}`),
    })),
    rows: described.map(({ action, entries }) => makeRow(action, entries, colours, context)),
    words,
  }
}

/** `csae-sgg-tracker-2026-11-24.docx` */
export function makeFileName(group: string, today: Day, format: 'docx' | 'xlsx'): string {
  return `${group}-tracker-${today}.${format}`
}

/** The highest marking of what is taken out: `OFFICIAL-SENSITIVE – Group members only`. */
export function makeMarkingWords(
  { group }: Pick<Snapshot, 'group'>,
  items: readonly Pick<Action, 'marking'>[],
): string {
  const markings = [group.marking, ...items.flatMap(({ marking }) => marking ?? [])]
  return markingWords(markings.find((marking) => marking.level === 'OFFICIAL-SENSITIVE') ?? group.marking)
}

export function markingWords({ level, handling }: Marking): string {
  return handling ? `${level} – ${handling}` : level
}

interface Context {
  readonly snapshot: Snapshot
  readonly words: Words
  readonly today: Day
  readonly nextMeeting: Day | null
}

/** These, in this order; without them all, by their references. */
export function chooseActions(snapshot: Snapshot, ids?: readonly ActionId[]): Action[] {
  if (ids) return ids.flatMap((id) => snapshot.actions.get(id) ?? [])
  return [...snapshot.actions.values()].toSorted((a, b) => compareReferences(a.reference, b.reference))
}

/** What status a reader of the history would take the action for. */
function toldBy(entries: readonly Entry[], words: Words): Action['status'] {
  const last = entries.reduce<Entry | null>(
    (latest, entry) => (latest && latest.day > entry.day ? latest : entry),
    null,
  )
  if (!last) return 'open'
  const agreed = last.agreed.at(-1)?.words
  const discharged = agreed === undefined ? isDischarge(last.text) : agreed === words.say('exporting.discharged')
  return discharged ? 'discharged' : 'open'
}

function makeRow(action: Action, entries: readonly Entry[], colours: boolean, context: Context): TrackerRow {
  const { snapshot, words } = context
  const { colour, cell } = makeStatus(action, colours, context)
  return {
    cells: {
      reference: [[{ text: action.reference, as: 'words' }]],
      details: makeDetails(action, context),
      update: makeHistoryCell(entries, words),
      owner: action.owners.flatMap((owner) => makeParagraphs(ownerWords(owner, snapshot), words)),
      due: action.due ? makeParagraphs(writeDue(action.due, words), words) : [],
      status: cell,
    },
    colour,
  }
}

function makeDetails(action: Action, { snapshot, words }: Context): Cell {
  const lead = withNote(makeParagraphs(action.details, words), { marking: action.marking }, words)
  const isNumbered = action.parts.length > 1 && action.parts.every((part, index) => part.letter === String(index + 1))
  const parts = action.parts.map((part: Part): Cell => {
    const owners = part.owners.map((owner) => ownerWords(owner, snapshot))
    const due = part.due && writeDue(part.due, words)
    const mark: Run = { text: isNumbered ? `${part.letter}.` : `(${part.letter})`, as: 'words' }
    const [first = [], ...rest] = makeParagraphs(part.details, words)
    return withNote([...extend([[mark]], first), ...rest], { owners, due, done: part.status === 'done' }, words)
  })
  return [...lead, ...parts.flat()]
}

function withNote(cell: Cell, note: Parameters<typeof makeNote>[0], words: Words): Cell {
  const text = makeNote(note, words.language)
  return text === '' ? cell : extend(cell, [{ text, as: 'note' }])
}

function makeStatus(action: Action, colours: boolean, context: Context): { colour: Colour | null; cell: Cell } {
  const { words, snapshot } = context
  const plain = words.say(`status.${action.status}`)
  const status = isClaimed(action) ? words.say('exporting.claimed', { status: plain }) : plain
  const line = (text: string): Run[] => [{ text, as: 'words' }]
  if (!colours) return { colour: null, cell: [line(plain)] }
  const standing = standingOf(action, { ...context, lateBy: snapshot.group.lateBy })
  const named = words.say(`status.${standing.colour}`)
  const told = standing.override ? words.say('exporting.setByHand', { colour: named }) : named
  return { colour: standing.colour, cell: told === status ? [line(told)] : [line(told), line(status)] }
}
