/**
 * The quarterly document of a policing plan: work streams under numbered objectives, each with its leads, where it
 * stands, what is planned for the next quarter and what is in the way. As labelled lines, as a table of labels and what
 * they say, or as a row a work stream. What the document lacks stays empty and is told.
 *
 *   '3.1 ⏎ Policing Objective: Reduce Harm ⏎ Work Stream: … ⏎ Current status: …'
 *   → { number: '3.1', objective: 'Reduce Harm', workStream: '…', chiefOfficerLead: null, …, status: '…' }
 */

import type { Day } from '../domain/day.ts'
import type { Words } from '../words/words.ts'
import type { Block, Blocks } from './blocks.ts'
import { monthOf, NUMERIC_DAY, readDay, WORDED_DAY } from './dates.ts'
import { makeColumnLetters, tellNotices } from './notices.ts'
import { createReport, type Problem, type ProblemCode, type Report } from './problem.ts'
import { foldText } from './text.ts'

export const WORKSTREAM_FIELDS = [
  'objective',
  'workStream',
  'chiefOfficerLead',
  'smtLead',
  'status',
  'planned',
  'barriers',
] as const
export type WorkstreamField = (typeof WORKSTREAM_FIELDS)[number]

export type PrintedWorkstream = Readonly<Record<WorkstreamField, string | null>> & {
  readonly sheet: string | null
  readonly row: number
  readonly number: string | null
  /** The period that its status says it is of: "October-December 2014". */
  readonly period: string | null
}

export interface WorkstreamsProposal {
  readonly workstreams: readonly PrintedWorkstream[]
  /** Headings of the objectives: "3. Reduce Harm and the Risk of Harm". */
  readonly objectives: readonly { readonly number: string; readonly title: string }[]
  readonly problems: readonly Problem[]
}

export interface WorkstreamsOptions {
  readonly words: Words
}

export function proposeWorkstreams({ blocks, notices }: Blocks, { words }: WorkstreamsOptions): WorkstreamsProposal {
  const report = createReport(words, [])
  for (const notice of notices) tellNotices([notice], notice.sheet, report, makeColumnLetters)
  const { found, objectives } = readLines(findLines(blocks, report), report)
  const workstreams = found.map((each) => finish(each, report))
  for (const each of workstreams) tellObjective(each, objectives, report)
  return { workstreams, objectives, problems: report.problems() }
}

const LABELS: readonly (readonly [WorkstreamField | 'number', string])[] = [
  ['objective', 'policing objective|objective|amcan(?: plismona)?'],
  ['workStream', 'work ?stream|ffrwd waith'],
  [
    'chiefOfficerLead',
    '(?:chief officer|force executive|exec(?:utive)?) lead|arweinydd (?:o blith y )?prif swyddogion?',
  ],
  ['smtLead', '(?:smt|senior management(?: team)?) lead|arweinydd (?:yr )?(?:udrh|uwch dîm rheoli)'],
  ['status', 'current (?:status|position|progress)(?: this quarter)?|status|sefyllfa(?: bresennol| gyfredol)?|statws'],
  [
    'planned',
    '(?:progress|work|activity) planned (?:for|in)(?: the)? next (?:quarter|period)|planned progress|cynnydd (?:a gynlluniwyd|arfaethedig)[^:]{0,40}',
  ],
  [
    'barriers',
    'newly identified [^:]{3,80}|barriers|(?:barriers|risks|issues)(?:[/, ]+(?:and|any|mitigating|mitigations?|factors|barriers|risks|issues))+|rhwystrau[^:]{0,60}',
  ],
  ['number', 'no|ref|number|rhif'],
]

const LABELLED = LABELS.filter(([field]) => field !== 'number').map(
  ([field, words]) =>
    [field as WorkstreamField, new RegExp(`^(?:${words})\\s*(\\([^():]{2,60}\\))?\\s*:\\s*`, 'iu')] as const,
)
const WHOLE = LABELS.map(
  ([field, words]) => [field, new RegExp(`^(?:${words})\\s*(\\([^():]{2,60}\\))?\\s*:?$`, 'iu')] as const,
)
const NUMBER = /^\d{1,2}\.\d{1,2}[a-z]?\.?$/u
const SECTION = /^(\d{1,2})\.?\s+(\p{L}[^.:]{2,120})$/u

interface Line {
  readonly sheet: string | null
  readonly row: number
  readonly text: string
  /** Said by a column or a cell beside it. */
  readonly field?: WorkstreamField | 'number'
  readonly period?: string
}

/** Lines as they follow each other; cells of a table say by their place what they are. */
function findLines(blocks: readonly Block[], report: Report): readonly Line[] {
  const lines: Line[] = []
  let columns: readonly (WorkstreamField | 'number' | null)[] | null = null
  for (const { sheet, row, cells, isLine } of blocks) {
    const fields = cells.map((cell) => fieldOf(cell))
    const known = new Set(fields.filter((field) => field !== null))
    if (!isLine && known.size >= 3 && cells.every((cell, index) => cell === '' || fields[index] !== null)) {
      columns = fields
      continue
    }
    if (isLine) columns = null
    const add = (text: string, field?: WorkstreamField | 'number' | null, period?: string): void => {
      if (text !== '') lines.push({ sheet, row, text, ...(field ? { field } : {}), ...(period ? { period } : {}) })
    }
    if (columns !== null) {
      for (const [index, cell] of cells.entries()) {
        const field = columns[index] ?? null
        if (field === null && cell !== '') {
          const values = { text: cell }
          report.find({ sheet, row, column: makeColumnLetters(index), code: 'extraCell', values, lost: true })
        } else add(cell, field)
      }
      continue
    }
    const [first = '', ...others] = cells
    const field = fields[0] ?? null
    const period = field === null ? undefined : periodIn(first)
    // "Work Stream | To review …": a label and what it says.
    if (field !== null && others.some((cell) => cell !== '')) add(others.filter(Boolean).join('\n'), field, period)
    else for (const line of cells.flatMap((cell) => cell.split('\n'))) add(line)
  }
  return lines
}

function fieldOf(cell: string): WorkstreamField | 'number' | null {
  const line = cell.replaceAll('\n', ' ')
  return WHOLE.find(([, words]) => words.test(line))?.[0] ?? null
}

function periodIn(label: string): string | undefined {
  return /\(([^()]{2,60})\)/u.exec(label)?.[1]
}

interface Found {
  readonly sheet: string | null
  readonly row: number
  number: string | null
  period: string | null
  readonly texts: Map<WorkstreamField, string>
}

function readLines(
  lines: readonly Line[],
  report: Report,
): { readonly found: readonly Found[]; readonly objectives: WorkstreamsProposal['objectives'] } {
  const found: Found[] = []
  const objectives: { number: string; title: string }[] = []
  let field: WorkstreamField | null = null
  const begin = ({ sheet, row }: Line): Found => {
    const each: Found = { sheet, row, number: null, period: null, texts: new Map() }
    found.push(each)
    field = null
    return each
  }
  for (const [index, line] of lines.entries()) {
    const { text } = line
    const current = found.at(-1)
    if (line.field === 'number' || (line.field === undefined && NUMBER.test(text))) {
      const started = begin(line)
      started.number = text.replace(/\.$/u, '')
      continue
    }
    const section = line.field === undefined && isSection(lines, index) ? SECTION.exec(text) : null
    if (section) {
      objectives.push({ number: section[1] ?? '', title: section[2]?.trim() ?? '' })
      field = null
      continue
    }
    const labelled = line.field ? { field: line.field, rest: text, period: line.period } : readLabel(text)
    if (labelled) {
      const isNext = current === undefined || begins(current, labelled.field)
      const each = isNext ? begin(line) : current
      field = labelled.field
      if (labelled.period !== undefined) each.period = labelled.period
      addText(each, field, labelled.rest)
    } else if (current && field !== null) addText(current, field, text)
    else report.find({ ...placeOf(line), code: 'strayText', values: { text }, lost: true })
  }
  return { found, objectives }
}

/** The heading of an objective stands right before the number of its first work stream. */
function isSection(lines: readonly Line[], index: number): boolean {
  const next = lines[index + 1]
  const number = SECTION.exec(lines[index]?.text ?? '')?.[1]
  return next !== undefined && number !== undefined && next.text.startsWith(`${number}.`) && NUMBER.test(next.text)
}

function placeOf({ sheet, row }: Pick<Line, 'sheet' | 'row'>): Pick<Problem, 'sheet' | 'row' | 'column'> {
  return { sheet, row, column: '' }
}

function readLabel(text: string): { field: WorkstreamField; rest: string; period: string | undefined } | null {
  for (const [field, label] of LABELLED) {
    const match = label.exec(text)
    if (match) return { field, rest: text.slice(match[0].length), period: periodIn(match[0]) }
  }
  return null
}

/** A label that is there already, or one that leads a work stream after its status, begins the next. */
function begins({ texts }: Found, field: WorkstreamField): boolean {
  return texts.has(field) || ((field === 'objective' || field === 'workStream') && texts.has('status'))
}

function addText({ texts }: Found, field: WorkstreamField, text: string): void {
  const before = texts.get(field) ?? ''
  // A sentence that a page or a program broke goes on in small letters.
  const seam = /[\p{L}\p{N},–-]$/u.test(before) && /^\p{Ll}/u.test(text) ? ' ' : '\n'
  texts.set(field, [before, text].filter(Boolean).join(seam))
}

function finish({ sheet, row, number, period, texts }: Found, report: Report): PrintedWorkstream {
  const textOf = (field: WorkstreamField): string | null => texts.get(field) || null
  const name = number ?? textOf('workStream') ?? textOf('objective') ?? '–'
  const find = (code: ProblemCode, values: Record<string, string>): void => {
    report.find({ sheet, row, column: '', code, values: { number: name, ...values } })
  }
  if (number === null) find('workstreamUnnumbered', { text: textOf('workStream') ?? '' })
  for (const field of WORKSTREAM_FIELDS) if (textOf(field) === null) find('workstreamField', { field })
  const status = textOf('status') ?? ''
  const later = period === null ? null : laterThan(period, status)
  if (period !== null && later !== null) find('periodContradicts', { period, date: later })
  return {
    sheet,
    row,
    number,
    period,
    objective: textOf('objective'),
    workStream: textOf('workStream'),
    chiefOfficerLead: textOf('chiefOfficerLead'),
    smtLead: textOf('smtLead'),
    status: textOf('status'),
    planned: textOf('planned'),
    barriers: textOf('barriers'),
  }
}

const ANY_DAY = new RegExp(String.raw`(?<![\d/.-])(?:${NUMERIC_DAY}|${WORDED_DAY})(?![/\d])`, 'giu')

/** The first day in a status that comes after the period that it says it is of; null where none does. */
function laterThan(period: string, status: string): string | null {
  const [, month = '', year = ''] = /(\p{L}+)\s+(\d{4})\W*$/u.exec(period) ?? []
  if (monthOf(month) === 0) return null
  const last = `${year}-${String(monthOf(month)).padStart(2, '0')}`
  const later = [...status.matchAll(ANY_DAY)].find(([written]) => {
    const day: Day | null = readDay(written).day
    return day !== null && day.slice(0, 7) > last
  })
  return later?.[0] ?? null
}

/** The same objective in other words: both stay. */
function tellObjective(
  { sheet, row, number, objective }: PrintedWorkstream,
  objectives: WorkstreamsProposal['objectives'],
  report: Report,
): void {
  const heading = objectives.find((each) => number?.startsWith(`${each.number}.`))
  if (!heading || objective === null || foldText(heading.title) === foldText(objective)) return
  const values = { number: number ?? '', text: objective, heading: heading.title }
  report.find({ sheet, row, column: '', code: 'objectiveDiffers', values })
}
