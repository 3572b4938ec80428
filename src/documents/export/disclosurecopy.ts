/**
 * The copy of a tracker that is given out under the Freedom of Information Act: the group's own table, in which what is
 * withheld isn't. It is taken out of the cells before any file is written, so no writer ever sees it, and looked for
 * again in the file that was (disclosurecheck.ts). Pure; withheld rows keep their number.
 */

import type { Action, ActionId, Update } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Day } from '../../domain/day.ts'
import {
  DISCLOSURE_COLUMNS,
  spanOf,
  type DisclosureColumn,
  type DisclosureContent,
  type DisclosureFormat,
  type Span,
  type Withheld,
} from '../../domain/disclosure.ts'
import { groupName } from '../../domain/group.ts'
import { makeWithheld } from '../../domain/passage.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { cellText, makeParagraphs, type Cell, type Paragraph, type Run } from './cell.ts'
import { makeTracker, type Tracker, type TrackerRow } from './table.ts'

export type CopyProblem =
  /** The row isn't as it was when it was chosen: somebody has to look at it again. */
  | { readonly kind: 'rowChanged'; readonly action: ActionId; readonly reference: string }
  | { readonly kind: 'rowMissing'; readonly action: ActionId }
  /** The words that were to be withheld don't stand there (so often). */
  | { readonly kind: 'passageMissing'; readonly action: ActionId; readonly withheld: string }
  /** The words that stand in its place say what was withheld. */
  | { readonly kind: 'saidInstead'; readonly words: string }

export interface DisclosureCopy {
  readonly tracker: Tracker
  /** Ids of the actions, a row each. */
  readonly actions: readonly ActionId[]
  /** The words that aren't there, each a line of a cell or a part of one. Not for any file. */
  readonly secrets: readonly string[]
  /** While there is one nothing is given out. */
  readonly problems: readonly CopyProblem[]
}

export interface CopyOptions {
  readonly words: Words
  /** It stands in the copy. */
  readonly day: Day
}

type Asked = Pick<DisclosureContent, 'authority' | 'rows' | 'withheld'>

/** The rows before anything is withheld of them. */
export interface DisclosureSource {
  readonly tracker: Tracker
  readonly actions: readonly Action[]
}

/** What a column of a row reads before anything is withheld: where people choose passages, and what they name. */
export function makeSource(
  snapshot: Snapshot,
  histories: ReadonlyMap<ActionId, readonly Update[]>,
  { rows }: Pick<Asked, 'rows'>,
  { words, day }: CopyOptions,
): DisclosureSource {
  const actions = rows
    .flatMap(({ action }) => snapshot.actions.get(action) ?? [])
    .toSorted((a, b) => compareReferences(a.reference, b.reference))
  const tracker = makeTracker(snapshot, histories, { words, today: day, actions: actions.map(({ id }) => id) })
  return { tracker, actions }
}

export function makeDisclosureCopy(
  snapshot: Snapshot,
  histories: ReadonlyMap<ActionId, readonly Update[]>,
  asked: Asked,
  options: CopyOptions,
): DisclosureCopy {
  const { words } = options
  const { tracker, actions } = makeSource(snapshot, histories, asked, options)
  const problems: CopyProblem[] = asked.rows.flatMap(({ action, version }): CopyProblem[] => {
    const now = snapshot.actions.get(action)
    if (!now) return [{ kind: 'rowMissing', action }]
    return now.version === version ? [] : [{ kind: 'rowChanged', action, reference: now.reference }]
  })
  const removed: string[] = []
  const rows = tracker.rows.map((row, index): TrackerRow => {
    const action = actions[index]?.id ?? ''
    const withheld = asked.withheld.filter((each) => each.action === action)
    const taken = takeOut(row, withheld, words)
    removed.push(...taken.secrets)
    problems.push(...taken.missing.map((id): CopyProblem => ({ kind: 'passageMissing', action, withheld: id })))
    return taken.row
  })
  const secrets = [...new Set(removed.flatMap((text) => text.split('\n')).map((line) => line.trim()))].filter(Boolean)
  problems.push(...saidInstead(tracker.rows, rows, removed, secrets))
  // A column that stood there for a withheld row alone would say that there is something.
  const columns = tracker.columns.filter(
    ({ column }) => (column !== 'due' && column !== 'status') || rows.some(({ cells }) => cells[column].length > 0),
  )
  return {
    tracker: {
      ...tracker,
      title: words.say('disclosure.copy.title', {
        group: groupName(snapshot.group, words.language),
        authority: asked.authority,
      }),
      // The group's own handling instruction is for its members: this is for whoever asked.
      marking: words.say('disclosure.copy.marking'),
      columns,
      rows,
    },
    actions: actions.map(({ id }) => id),
    secrets,
    problems,
  }
}

/** One text for the exact copy and as what it goes out; the caller hashes it, and a release is bound to that. */
export function contentOfCopy(
  { tracker }: DisclosureCopy,
  { withheld }: Pick<Asked, 'withheld'>,
  formats: readonly DisclosureFormat[],
): string {
  const { title, day, marking, columns, rows } = tracker
  return canonical({
    title,
    day,
    marking,
    formats,
    columns,
    rows: rows.map(({ cells }) => columns.map(({ column }) => cells[column])),
    grounds: withheld.map(({ action, column, ground, words }) => ({ action, column, ground, words })),
  })
}

/** Shorter words are in others by chance. */
const SHORTEST = 4

/** Whatever is withheld may be said by rows that nobody withheld it from, but never more often than there. */
function saidInstead(
  before: readonly TrackerRow[],
  after: readonly TrackerRow[],
  removed: readonly string[],
  secrets: readonly string[],
): CopyProblem[] {
  const textOf = (rows: readonly TrackerRow[]): string =>
    rows.flatMap(({ cells }) => DISCLOSURE_COLUMNS.map((column) => cellText(cells[column]))).join('\n\n')
  const [was, is, gone] = [textOf(before), textOf(after), removed.join('\n\n')]
  return secrets
    .filter((secret) => secret.length >= SHORTEST && timesIn(is, secret) > timesIn(was, secret) - timesIn(gone, secret))
    .map((words) => ({ kind: 'saidInstead', words }))
}

function timesIn(text: string, words: string): number {
  return text.split(words).length - 1
}

interface Taken {
  readonly row: TrackerRow
  readonly secrets: readonly string[]
  /** Ids of what doesn't stand there. */
  readonly missing: readonly string[]
}

function takeOut(row: TrackerRow, withheld: readonly Withheld[], words: Words): Taken {
  const whole = withheld.find(({ column }) => column === null)
  if (whole) {
    const secrets = DISCLOSURE_COLUMNS.map((column) => cellText(row.cells[column]))
    const nothing = { details: instead(whole.words, words), update: [], owner: [], due: [], status: [] }
    return { row: { cells: { ...row.cells, ...nothing }, colour: null }, secrets, missing: [] }
  }
  const secrets: string[] = []
  const missing: string[] = []
  const cells = { ...row.cells }
  for (const column of DISCLOSURE_COLUMNS) {
    const here = withheld.filter((each) => each.column === column)
    if (here.length === 0) continue
    const taken = takeOutOfCell(row.cells[column], here, words)
    cells[column] = taken.cell
    secrets.push(...taken.secrets)
    missing.push(...taken.missing)
  }
  return { row: { ...row, cells, colour: null }, secrets, missing }
}

interface TakenCell {
  readonly cell: Cell
  readonly secrets: readonly string[]
  readonly missing: readonly string[]
}

function takeOutOfCell(cell: Cell, withheld: readonly Withheld[], words: Words): TakenCell {
  const text = cellText(cell)
  const whole = withheld.find((each) => each.text === '')
  if (whole) {
    const isThere = text.trim() !== ''
    return isThere
      ? { cell: instead(whole.words, words), secrets: [text], missing: [] }
      : { cell, secrets: [], missing: [whole.id] }
  }
  const places = withheld.map((each) => ({ each, span: spanOf(text, each.text, each.occurrence) }))
  const found = places
    .flatMap(({ each, span }) => (span ? [{ span, words: each.words }] : []))
    .toSorted((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  return {
    cell: cut(cell, joined(found), words),
    secrets: found.map(({ span: [from, to] }) => text.slice(from, to)),
    missing: places.filter(({ span }) => span === null).map(({ each }) => each.id),
  }
}

interface Gap {
  readonly span: Span
  readonly words: string
}

/** Passages that overlap are one, in the first one's words. */
function joined(gaps: readonly Gap[]): Gap[] {
  const apart: Gap[] = []
  for (const gap of gaps) {
    const last = apart.at(-1)
    if (!last || gap.span[0] >= last.span[1]) apart.push(gap)
    else apart[apart.length - 1] = { ...last, span: [last.span[0], Math.max(last.span[1], gap.span[1])] }
  }
  return apart
}

/** Takes the gaps out of a cell's runs; a paragraph's end inside of one goes with it. */
function cut(cell: Cell, gaps: readonly Gap[], words: Words): Cell {
  const kept: Run[][] = [[]]
  const marks = new Set<Run>()
  let at = 0
  const put = (run: Run): void => void (run.text !== '' && kept.at(-1)?.push(run))
  const putMark = ({ words: text }: Gap): void => {
    const run: Run = { text, as: 'withheld' }
    marks.add(run)
    put(run)
  }
  for (const [index, paragraph] of cell.entries()) {
    if (index > 0) {
      if (!gaps.some(({ span: [from, to] }) => from <= at && at < to)) kept.push([])
      at += 1
    }
    for (const run of paragraph) {
      const begin = at
      const end = begin + run.text.length
      let from = begin
      for (const gap of gaps) {
        const [begins, ends] = gap.span
        if (ends <= begin || begins >= end) continue
        put({ ...run, text: run.text.slice(from - begin, Math.max(begins, from) - begin) })
        if (begins >= begin) putMark(gap)
        from = Math.min(ends, end)
      }
      put({ ...run, text: run.text.slice(from - begin) })
      at = end
    }
    const onEnd = index < cell.length - 1 && gaps.find(({ span }) => span[0] === at)
    if (onEnd) putMark(onEnd)
  }
  return kept.map((paragraph): Paragraph =>
    paragraph.flatMap((run) => (marks.has(run) ? say(run, paragraph.length === 1, words) : [run])),
  )
}

/** Words that stand for a whole paragraph stand as they are; within a sentence brackets tell them from it. */
function say({ text }: Run, isAlone: boolean, words: Words): readonly Run[] {
  if (isAlone) return instead(text, words)[0] ?? []
  const inside = oneLine(text).replaceAll('[', '(').replaceAll(']', ')')
  return [{ text: words.say('exporting.withheld', { words: inside }), as: 'withheld' }]
}

function instead(text: string, words: Words): Cell {
  return makeParagraphs(makeWithheld(oneLine(text)), words)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim()
}

/** Passages whose words still stand somewhere in the copy: who withholds them there too has seen it. */
export function stillSaid(
  { tracker, actions }: DisclosureCopy,
  withheld: readonly Withheld[],
): readonly { readonly withheld: Withheld; readonly action: ActionId; readonly column: DisclosureColumn }[] {
  return withheld.flatMap((each) =>
    each.text.trim() === ''
      ? []
      : tracker.rows.flatMap(({ cells }, index) =>
          DISCLOSURE_COLUMNS.filter((column) => cellText(cells[column]).includes(each.text)).map((column) => ({
            withheld: each,
            action: actions[index] ?? '',
            column,
          })),
        ),
  )
}
