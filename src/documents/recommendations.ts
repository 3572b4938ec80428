/**
 * A log of inspection recommendations: from a document's lines and rows to reports with what each asks for, and
 * everything about the document that a person should look at. Only proposes; what the document says and what a rule
 * says of it are kept side by side.
 *
 *   proposeRecommendations(blocks, { words, today })   // { publications: [{ title, recommendations: [{ number: '4a', … }] }], … }
 */

import { isDay, type Day } from '../domain/day.ts'
import { lastDayOf } from '../domain/due.ts'
import type { Words } from '../words/words.ts'
import { readAddressee } from './addressing.ts'
import type { Block, Blocks } from './blocks.ts'
import { isClaim, readClaims, reconcile } from './claims.ts'
import { NUMERIC_DAY, readDay, startsWithDay, WORDED_DAY } from './dates.ts'
import { makeColumnLetters, tellNotices } from './notices.ts'
import { createReport, type ProblemCode, type Report } from './problem.ts'
import {
  isNote,
  isProse,
  publishedIn,
  readPublished,
  readPublishers,
  readScope,
  splitChapters,
  textOf,
  type Chapter,
} from './publications.ts'
import type {
  Claims,
  PositionEntry,
  PrintedPart,
  PrintedPublication,
  PrintedRecommendation,
  RecommendationsProposal,
} from './recommendation.ts'
import { backwardMoves, historyOf, perhapsMilestone, readDues } from './recommendationdues.ts'
import { createRowReader, readLayout, readStatus, type Layout, type RecommendationRow } from './recommendationrows.ts'
import { answerOfRule } from './recommendationrule.ts'
import { monthOfDue, readBullets, readDeadlines, readWords } from './recommendationtext.ts'
import { splitEntries } from './updates.ts'

export interface RecommendationsOptions {
  /** The language of the problems' messages. */
  readonly words: Words
  readonly today: Day
  /** The day of the edition; its own days propose one where nobody told it. */
  readonly day?: Day
}

export function proposeRecommendations(
  { blocks, notices }: Blocks,
  options: RecommendationsOptions,
): RecommendationsProposal {
  const { words, today } = options
  const report = createReport(words, [])
  for (const notice of notices) tellNotices([notice], notice.sheet, report, makeColumnLetters)
  const { before, chapters } = splitChapters(blocks)
  const day = options.day ?? proposeDay(blocks, today) ?? today
  if (options.day === undefined) {
    report.find({
      sheet: null,
      row: 1,
      column: '',
      code: 'editionDay',
      values: { proposed: day },
      mend: { kind: 'setDay', day },
    })
  }
  tellImpossibleDays(blocks, report)
  const front = readFront(before)
  const publications = [
    ...(front.chapter ? [makePublication(front.chapter, day, report)] : []),
    ...chapters.map((chapter) => makePublication(chapter, day, report)),
  ]
  const headings = [...new Set(blocks.flatMap((block) => readLayout(block)?.headings.filter(Boolean) ?? []))]
  return { title: front.title, legend: front.legend, headings, day, publications, problems: report.problems() }
}

/** What stands above the first report: the document's title, what its colours mean; a table, where nothing names its report. */
function readFront(before: readonly Block[]): {
  readonly title: string | null
  readonly legend: RecommendationsProposal['legend']
  readonly chapter: Chapter | null
} {
  const table = before.findIndex((block) => readLayout(block) !== null)
  const head = table === -1 ? before : before.slice(0, table)
  const lines = head.filter(isProse).map(textOf)
  const rows = head.filter((block) => !isProse(block)).map(({ cells }) => cells)
  const isColour = ([status = '']: readonly string[]): boolean => readStatus(status) !== null
  const legend = {
    headings: rows.filter((cells) => !isColour(cells)).flatMap((cells) => cells.filter(Boolean)),
    colours: rows
      .filter(isColour)
      .map(([status = '', ...meaning]) => ({ status, meaning: meaning.filter(Boolean).join('\n') })),
  }
  const title = lines.length > 0 ? lines.join('\n') : null
  if (table === -1) return { title, legend, chapter: null }
  const row = before[table]?.row ?? 1
  const chapter = { row, title: '', subtitle: null, report: null, publishedWords: null, body: before.slice(table) }
  return { title, legend, chapter }
}

/**
 * The last day of the past that its prose or its comments name, for it is of that day or later; what recommendations
 * and dues name lies ahead.
 */
function proposeDay(blocks: readonly Block[], today: Day): Day | null {
  const spoken = blocks.flatMap(({ cells, isLine }) => (isLine ? cells : cells.slice(-1)))
  const days = spoken.flatMap((text) => [...text.matchAll(ANY_DAY)].map(([written]) => readDay(written).day))
  const past = days.filter((day): day is Day => day !== null && day <= today)
  return past.toSorted().at(-1) ?? null
}

const ANY_DAY = new RegExp(String.raw`(?<![\d/.-])(?:${NUMERIC_DAY}|${WORDED_DAY})(?![/\d])`, 'giu')
/** A month with a year of five figures, or of none that a calendar has. */
const NO_YEAR =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\d{5,}|0\d{3})\b/giu

function tellImpossibleDays(blocks: readonly Block[], report: Report): void {
  for (const { sheet, row, cells } of blocks) {
    for (const [column, cell] of cells.entries()) {
      const days = [...cell.matchAll(ANY_DAY)].map(([written]) => written)
      const impossible = days.filter((written) => {
        const reading = readDay(written)
        return reading.day === null && reading.problem === 'impossibleDate'
      })
      for (const date of [...impossible, ...[...cell.matchAll(NO_YEAR)].map(([written]) => written)]) {
        report.find({ sheet, row, column: makeColumnLetters(column), code: 'noSuchDay', values: { date } })
      }
    }
  }
}

function makePublication(chapter: Chapter, day: Day, report: Report): PrintedPublication {
  const { row, title, subtitle, publishedWords } = chapter
  const find = (code: ProblemCode, values: Record<string, string | number> = {}, at = row): void => {
    report.find({ sheet: chapter.body[0]?.sheet ?? null, row: at, column: '', code, values: { title, ...values } })
  }
  if (title === '') find('reportUnnamed')
  const published = publishedWords === null ? null : readPublished(publishedWords)
  if (published === null && title !== '') find('publishedMissing', { text: publishedWords ?? 'none' })
  const { prose, notes, rows } = readBody(chapter.body, report)
  const counted = prose.filter(isClaim)
  const said = publishedIn(prose.join('\n'))
  const other = said === null ? null : readPublished(said)
  if (other !== null && published !== null && !agree(other, published)) {
    find('publishedContradicts', { text: publishedWords ?? '', other: said ?? '' })
  }
  const numbers = rows.map((each) => readWords(each.number, each.text).number)
  const recommendations = rows.map((each, index) =>
    makeRecommendation(each, { published, day, report, perhaps: numberBetween(numbers, index) }),
  )
  const claims = joinClaims(counted.map(readClaims), () => find('claimsContradict', { text: counted.join(' ') }))
  const reconciliation = reconcile(claims, recommendations)
  if (reconciliation && !reconciliation.agrees) {
    const { claimed, shown, earlier } = reconciliation
    find('claimDiffers', { claimed, shown, earlier })
  }
  const summary = counted.join('\n')
  const position = prose.filter((each) => !isClaim(each)).join('\n')
  return {
    row,
    title,
    subtitle,
    report: chapter.report,
    publishers: chapter.report === null ? [] : readPublishers(chapter.report),
    scope: chapter.report === null ? null : readScope(chapter.report),
    published,
    publishedWords,
    lead: /(?:\[|^|[.,;]\s+)(?:the )?([\p{Lu}][^[\].,;]{1,60}? leads? on [^[\].,;]+)/u.exec(summary)?.[1] ?? null,
    summary,
    claims,
    reconciliation,
    position: position === '' ? null : position,
    notes,
    replies: recommendations.flatMap(({ text, deadlines }) => (REPLY.test(text) ? deadlines : [])),
    recommendations,
  }
}

/** "Provide an update to Her Majesty's Chief Inspector of Constabulary on progress in implementing these". */
const REPLY =
  /\b(?:update|report|respond|reply|response)\b[^.]{0,40}\bto (?:H(?:er|is) Majesty|HM|the Chief Inspector|the inspectorate)/iu

/** A day and its month agree. */
function agree(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one)
}

/** Several sentences may count; where two say different things the last stands, and both are told. */
function joinClaims(all: readonly Claims[], tell: () => void): Claims {
  const names = ['made', 'own', 'complete', 'closed', 'inProgress'] as const
  const valuesOf = (name: keyof Claims): number[] => all.flatMap((claims) => claims[name] ?? [])
  if (names.some((name) => new Set(valuesOf(name)).size > 1)) tell()
  const [made, own, complete, closed, inProgress] = names.map((name) => valuesOf(name).at(-1) ?? null)
  return {
    made: made ?? null,
    own: own ?? null,
    complete: complete ?? null,
    closed: closed ?? null,
    inProgress: inProgress ?? null,
  }
}

function readBody(
  body: readonly Block[],
  report: Report,
): {
  readonly prose: readonly string[]
  readonly notes: readonly string[]
  readonly rows: readonly RecommendationRow[]
} {
  const reader = createRowReader(report)
  const [prose, notes]: [string[], string[]] = [[], []]
  let layout: Layout | null = null
  for (const block of body) {
    const next = readLayout(block)
    if (next) {
      for (const heading of next.headings.filter((each, at) => each !== '' && next.columns[at] === 'ignore')) {
        const { sheet, row } = block
        report.find({ sheet, row, column: heading, code: 'headingUnknown', values: { heading }, lost: true })
      }
      layout = next
      continue
    }
    // A row of one cell in a table is a row of it; a line of text is none.
    if (block.isLine || (layout === null && isProse(block))) {
      const text = textOf(block)
      if (layout !== null || isNote(text)) notes.push(text)
      else addParagraph(prose, text)
    } else if (layout !== null) reader.add(block, layout)
    else {
      const text = block.cells.filter(Boolean).join(' ')
      report.find({ sheet: block.sheet, row: block.row, column: '', code: 'strayText', values: { text }, lost: true })
    }
  }
  return { prose, notes, rows: reader.take() }
}

/** A paragraph that was torn by the end of a page goes on in small letters. */
function addParagraph(prose: string[], text: string): void {
  const before = prose.at(-1)
  if (before !== undefined && /^\p{Ll}/u.test(text) && !/[.:;!?]$/u.test(before)) {
    prose[prose.length - 1] = `${before} ${text}`
  } else prose.push(text)
}

/** Between 10 and 13 two without numbers are 11 and 12; null where the numbers around leave it open. */
function numberBetween(numbers: readonly (string | null)[], index: number): string | null {
  const before = numbers.slice(0, index).findLastIndex((number) => number !== null)
  const after = numbers.findIndex((number, at) => at > index && number !== null)
  const [from, to] = [Number(numbers[before] ?? Number.NaN), Number(numbers[after] ?? Number.NaN)]
  return numbers[index] === null && to - from === after - before ? String(from + index - before) : null
}

interface Making {
  readonly published: string | null
  readonly day: Day
  readonly report: Report
  /** The number that it would have, where it has none. */
  readonly perhaps: string | null
}

function makeRecommendation(
  row: RecommendationRow,
  { published, day, report, perhaps }: Making,
): PrintedRecommendation {
  const { number, kind, label, text } = readWords(row.number, row.text)
  const status = readStatus(row.status)
  const name = number ?? `“${text.length > 40 ? `${text.slice(0, 40).trimEnd()}…` : text}”`
  const find = (code: ProblemCode, values: Record<string, string> = {}): void => {
    report.find({ sheet: row.sheet, row: row.row, column: '', code, values: { number: name, ...values } })
  }
  const deadlines = readDeadlines(text, published)
  const dues = readDues(row.due, deadlines)
  const { lead, bullets } = readBullets(text)
  const parts = markParts(bullets, row, find)
  const addressee = readAddressee(text, row.comment, status)
  const rule = answerOfRule({ status, addressee, dues }, day)
  const comments = readPositions(row.comment, day)

  if (number === null) find('numberMissing', { text, perhaps: perhaps ?? 'none' })
  if (kind === null) find('kindMissing', { text })
  if (text === '') find('missingDetails', { reference: name })
  if (status === null) find('statusUnknown', { text: row.status || 'none' })
  if (comments.length === 0) find('positionMissing')
  if (row.due.trim() === '') find('dueMissing')
  for (const [from, to] of backwardMoves(dues)) find('extensionNotLater', { from: from.words, to: to.words })
  for (const { words } of historyOf(dues).unplaced) find('dueUnplaced', { text: words })
  const [stage, moved] = perhapsMilestone(dues) ?? []
  if (stage && moved) find('stageMoved', { from: stage.words, to: moved.words })
  const plain = dues.filter(({ kind, purpose }) => kind === 'due' && purpose === null)
  if (plain.length > 1 && plain.some(({ setBy }) => setBy === 'own'))
    find('severalDues', { text: plain.map(({ words }) => words).join(' · ') })
  const asked = dues.find(({ kind, due }) => kind !== 'none' && monthOfDue(due) !== null)
  const deadline = deadlines.find(({ due }) => due !== null)
  if (deadline?.due && asked?.setBy === 'own') {
    find('deadlineDiffers', { deadline: deadline.words, day: lastDayOf(deadline.due, null) ?? '', due: asked.words })
  }
  if (rule.differs) {
    const values = { status: status ?? '', rule: rule.colour, first: rule.byFirstDue, day }
    find('ruleDiffers', values)
  }
  return {
    sheet: row.sheet,
    row: row.row,
    number,
    kind: kind ?? 'recommendation',
    label,
    text,
    lead,
    parts,
    status,
    statusWords: status === null && row.status !== '' ? row.status : null,
    deadlines,
    dues,
    comments,
    addressee,
    rule,
  }
}

/** Which bullets are complete, as their statuses and the comment say of those that they name. */
function markParts(
  bullets: ReturnType<typeof readBullets>['bullets'],
  { partStatuses, comment }: RecommendationRow,
  find: (code: ProblemCode, values: Record<string, string>) => void,
): PrintedPart[] {
  const statuses = new Map<string, PrintedPart['status']>()
  for (const { status, beside } of partStatuses) {
    const mark = NAMED.exec(beside)?.[1]
    if (mark !== undefined && bullets.some((bullet) => bullet.mark === mark)) statuses.set(mark, status)
    else find('statusOfNoPart', { text: status })
  }
  const done = new Set(
    comment.split('\n').flatMap((line) => (/\[completed?\]/iu.test(line) ? (NAMED.exec(line)?.[1] ?? []) : [])),
  )
  return bullets.map(({ mark, text }) => {
    const status = statuses.get(mark) ?? null
    return { mark, text, status, done: done.has(mark) || status === 'GREEN' || status === 'NEW GREEN' }
  })
}

const NAMED = /^\W*(?:bullet|point|part|bwled)\s+(\d{1,2})\b/iu

/** Entries that begin with a day are versions of the position; a comment without any is one. */
function readPositions(comment: string, day: Day): PositionEntry[] {
  if (comment.trim() === '') return []
  const groups: string[][] = []
  for (const line of comment.split('\n')) {
    const group = groups.at(-1)
    if (group && !isHead(line)) group.push(line)
    else groups.push([line])
  }
  return groups.map((lines) => {
    const text = lines.join('\n')
    const [entry, another] = isHead(text) ? splitEntries(text) : []
    const known = another ? null : (entry?.reading?.day ?? null)
    if (!entry || known === null || !isDay(known) || known > day) return { day: null, text }
    return { day: known, text: [entry.text, entry.next ?? ''].filter(Boolean).join('\n') }
  })
}

function isHead(line: string): boolean {
  return startsWithDay(line) && HEAD.test(line)
}

const HEAD = new RegExp(String.raw`^\W{0,3}(?:${NUMERIC_DAY}|${WORDED_DAY})[\])]?\s*(?:[:–—-]|$|\n)`, 'iu')
