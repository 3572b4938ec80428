/**
 * The reports of a log: each begins with its title, who published it and when, and goes on with what it counts and
 * where the force stands, before its table. Takes a document's blocks apart into them.
 */

import type { Block } from './blocks.ts'
import { PARTIAL_DAY, readDay, WORDED_DAY, NUMERIC_DAY } from './dates.ts'
import { isClaim } from './claims.ts'

/** The lines and rows of one report. */
export interface Chapter {
  /** Of the title. */
  readonly row: number
  readonly title: string
  readonly subtitle: string | null
  readonly report: string | null
  readonly publishedWords: string | null
  /** Prose and rows in their order. */
  readonly body: readonly Block[]
}

export interface Chapters {
  /** What stands before the first report. */
  readonly before: readonly Block[]
  readonly chapters: readonly Chapter[]
}

const REPORT =
  /^(?:(?:an?|the)\s+)?(?:HM\p{Lu}+\s+)?(?:(?:joint|national|force|thematic|regional|local)\s+){1,4}(?:inspection\s+|investigation\s+)?report\b(?!\s+recommendations)/iu
const PUBLISHED = /^(?:first )?published(?:\s+(?:on|in))?[:\s]+(.+)$/iu
const PUBLISHED_INSIDE = /,?\s+published(?:\s+(?:on|in))?\s+(.+)$/iu
const LONGEST_TITLE = 160
const MOST_LINES = 2

export function splitChapters(blocks: readonly Block[]): Chapters {
  const starts = findStarts(blocks)
  const chapters = starts.map((start, index): Chapter => {
    const lines = blocks.slice(start.from, start.to).map(textOf)
    const report = lines.find((line) => REPORT.test(line)) ?? null
    const published = lines.map((line) => PUBLISHED.exec(line)?.[1]).find(Boolean)
    const titles = lines.filter((line) => line !== report && !PUBLISHED.test(line))
    return {
      row: blocks[start.from]?.row ?? 1,
      title: titles[0] ?? report ?? '',
      subtitle: titles[1] ?? null,
      report: report?.replace(PUBLISHED_INSIDE, '') ?? null,
      publishedWords: published ?? PUBLISHED_INSIDE.exec(report ?? '')?.[1] ?? null,
      body: blocks.slice(start.to, starts[index + 1]?.from),
    }
  })
  return { before: blocks.slice(0, starts[0]?.from), chapters }
}

/** From the first line of a title to behind the day of publication. */
function findStarts(blocks: readonly Block[]): { readonly from: number; readonly to: number }[] {
  const starts: { from: number; to: number }[] = []
  for (let at = 0; at < blocks.length; at += 1) {
    const line = lineAt(blocks, at)
    if (line === null || !(REPORT.test(line) || PUBLISHED.test(line)) || isClaim(line)) continue
    const next = lineAt(blocks, at + 1)
    const to = REPORT.test(line) && next !== null && PUBLISHED.test(next) ? at + 2 : at + 1
    const first = starts.at(-1)?.to ?? 0
    let from = at
    while (from > first && at - from < MOST_LINES && isTitle(lineAt(blocks, from - 1))) from -= 1
    starts.push({ from, to })
    at = to - 1
  }
  return starts
}

function isTitle(line: string | null): boolean {
  return line !== null && line.length <= LONGEST_TITLE && !/[.;:,]$/u.test(line) && !isNote(line) && !isClaim(line)
}

/** A footnote: "¹ The system allows …", "[1] …". */
export function isNote(line: string): boolean {
  return /^(?:[¹²³⁴-⁹*†‡]|\[\d{1,2}\])\s*\p{L}/u.test(line)
}

function lineAt(blocks: readonly Block[], at: number): string | null {
  const block = blocks[at]
  return block && isProse(block) ? textOf(block) : null
}

/** A line of prose, or a row of a sheet that holds nothing else. */
export function isProse({ cells, isLine }: Block): boolean {
  return isLine || (cells[0] !== '' && cells.slice(1).every((cell) => cell === ''))
}

export function textOf({ cells }: Block): string {
  return cells.filter(Boolean).join(' ').replaceAll('\n', ' ')
}

/** "A joint national report by HMI Prisons and HMICFRS": HMI Prisons, HMICFRS. */
export function readPublishers(report: string): string[] {
  const bare = report.replace(/^(?:an?|the)\s+/iu, '')
  const [before = '', after = ''] = bare.split(/\breports?\b/iu)
  const names = after.replace(/^[\s,:–-]*(?:following an? \w+ by|by|of|from)?\s*/iu, '')
  const led = before.replaceAll(/\b(?:joint|national|force|thematic|regional|local|inspection|investigation)\b/giu, '')
  return [led, names]
    .join(',')
    .split(/,|\band\b|&/u)
    .map((name) =>
      name
        .replace(/^\s*the\s+/iu, '')
        .replace(/[\s.]+$/u, '')
        .trim(),
    )
    .filter(Boolean)
}

export function readScope(report: string): 'national' | 'force' | 'joint' | null {
  if (/\bjoint\b/iu.test(report)) return 'joint'
  if (/\bnational\b/iu.test(report)) return 'national'
  return /\bforce\b/iu.test(report) ? 'force' : null
}

/** `2021-03-11`, or `2019-10` of "October 2019"; null for what is neither. */
export function readPublished(words: string): string | null {
  const reading = readDay(words.trim().replace(/[.\s]+$/u, ''))
  if (reading.day !== null) return reading.day
  return reading.problem === 'incompleteDate' && reading.meant !== null ? reading.meant.slice(0, 7) : null
}

const OTHERWISE = new RegExp(
  String.raw`\b(?:this|the) report was (?:first )?published (?:on |in )?((?:${WORDED_DAY}|${NUMERIC_DAY}|${PARTIAL_DAY}))`,
  'iu',
)

/** When a report was published, as its own prose has it; null where that says nothing. */
export function publishedIn(prose: string): string | null {
  return OTHERWISE.exec(prose)?.[1] ?? null
}
