/**
 * A document as the lines that a person reads, tables or none: minutes as they were pasted or saved as text, as a page,
 * or in Word. Hides formats, marks of lists and lines broken by a program; knows nothing of actions.
 *
 *   readProse({ bytes })   // { ok: true, value: [{ row: 4, text: 'Action: Each force to …', listed: null, … }] }
 */

import type { Result } from '../domain/result.ts'
import { openContent, orProblem, type Content } from './content.ts'
import type { DocumentBytes } from './document.ts'
import type { Grid } from './grid.ts'
import { readFragment, readMarkupTables } from './markup.ts'
import { readOffice } from './office/office.ts'
import { LIMITS, Unreadable, type DocumentProblem, type Limits } from './table.ts'
import { cleanText } from './text.ts'

export interface ProseLine {
  /** Line of a text from 1; of a page or a Word document, its paragraph. */
  readonly row: number
  /** Never empty, without the mark of a list and without marks of emphasis. */
  readonly text: string
  /** What marks it as one of a list; null where nothing does. */
  readonly listed: 'bullet' | 'number' | 'letter' | null
  /** Nothing stands between it and the line before. */
  readonly next: boolean
}

/** Reads every line of a file. Call it where it can be ended, as readDocument. */
export function readProse(
  { bytes, type = 'unknown' }: DocumentBytes,
  limits: Limits = LIMITS,
): Result<readonly ProseLine[], DocumentProblem> {
  return orProblem(() => {
    const lines = makeLines(readLines(openContent(bytes, limits), type, limits))
    if (lines.length === 0) throw new Unreadable('empty')
    return lines
  })
}

function readLines(content: Content, type: DocumentBytes['type'], limits: Limits): readonly string[] {
  const prose = createProse(limits)
  if (content.kind === 'package') {
    readOffice(content.bytes, limits, prose.grid)
    return prose.lines
  }
  const { text } = content
  if (type === 'html' || (type === 'unknown' && PAGE.test(text))) {
    readMarkupTables(text.slice(Math.max(0, text.indexOf('<'))), limits, prose.grid)
    return prose.lines
  }
  return joinBroken(text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u))
}

const PAGE = /^\s*(?:Version:[\d.]+\s[\s\S]{0,400}?)?<(?:\?xml|!doctype|html|head|body|meta|div|p|!--)[\s>]/iu

/** A grid that has no cells: what passes by is lines, a row's end a gap. */
function createProse(limits: Limits): { readonly grid: Grid; readonly lines: readonly string[] } {
  const lines: string[] = []
  let length = 0
  const nothing = (): void => undefined
  const gap = (): void => {
    if (lines.at(-1) !== '') lines.push('')
  }
  const grid: Grid = {
    line(text) {
      length += text.length
      if (length > limits.text) throw new Unreadable('tooLarge', { longest: limits.text })
      // What goes on in small letters after a break is the same sentence.
      const joined = cleanText(text).replaceAll(/\n(?=\p{Ll}(?![.)]))/gu, ' ')
      lines.push(...joined.split('\n').filter(Boolean))
    },
    openTable: gap,
    closeTable: gap,
    openRow: nothing,
    closeRow: gap,
    openCell: nothing,
    closeCell: gap,
    inCell: () => false,
    isEmptyCell: () => false,
    notice: nothing,
    tables: () => [],
    rest: () => [],
  }
  return { grid, lines }
}

/** A line this long was broken by a program where the next one goes on in the middle of a sentence. */
const BROKEN_AT = 55
/** Nothing that is whole ends so. */
const UNENDED = /\s(?:of|the|and|to|by|in|for|with|an?|on|at|or|from|that|i|y|yr|ac?)\s*$/iu

function joinBroken(lines: readonly string[]): readonly string[] {
  const joined: string[] = []
  /** The line that could go on, and where it stands. */
  let open = { at: -1, end: '' }
  for (const [index, line] of lines.entries()) {
    const goesOn = open.end.length >= BROKEN_AT && !/[.:;!?]\W*$/u.test(open.end)
    if (
      goesOn &&
      (/^\s*[\p{Ll}\d(]/u.test(line) || (UNENDED.test(open.end) && line.trim() !== '')) &&
      !MARK.test(line)
    ) {
      joined[open.at] += ` ${line.trim()}`
      joined.push(JOINED)
      open = { at: open.at, end: line }
    } else {
      joined.push(line)
      open = { at: index, end: line }
    }
  }
  return joined
}

/** In the place of a line that went to the one before; rows are counted as the source has them. */
const JOINED = '\u0001'

/** Bullets, numbers and letters of a list. */
const MARK = /^\s*(?:[-–—*•·▪‣o»➢→]\s+|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,5})[.)]\s+)/u
const EMPHASIS = /\*{2,3}|_{2,3}|(?<=^|\s)[*_](?=\S)|(?<=\S)[*_](?=\s|$|[.,;:])/gu
/** `# Actions` */
const HASHES = /^\s*#{1,6}\s+/u

function listOf(line: string): ProseLine['listed'] {
  const mark = MARK.exec(line)?.[0].trim()
  if (mark === undefined) return null
  return /\d/u.test(mark) ? 'number' : /^\(?\p{L}+[.)]/u.test(mark) ? 'letter' : 'bullet'
}

function makeLines(source: readonly string[]): readonly ProseLine[] {
  const lines: ProseLine[] = []
  let next = false
  for (const [index, raw] of source.entries()) {
    if (raw === JOINED) continue
    const whole = cleanText(readFragment(raw)).replaceAll('\n', ' ')
    const text = whole.replace(HASHES, '').replace(MARK, '').replaceAll(EMPHASIS, '').trim()
    if (text !== '') lines.push({ row: index + 1, text, listed: listOf(whole), next })
    next = text !== ''
  }
  return lines
}
