/**
 * HTML as Word, Excel, LibreOffice and a database's exports make it, read as plain text with a line a paragraph.
 * Never builds a document: tags pass by, scripts and styles are dropped, and nothing of the markup reaches the result.
 *
 *   readFragment('<p>ACTION: Discharged</p>')  // 'ACTION: Discharged'
 */

import { Parser } from 'htmlparser2'
import { createGrid, type Grid } from './grid.ts'
import { Unreadable, type Limits, type Table } from './table.ts'
import { cleanText } from './text.ts'

const BLOCKS = new Set(
  'address article blockquote caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const INLINE =
  'a abbr b big br cite code del dfn em font i img ins kbd mark o:p q s samp small span strike strong sub sup tt u var colgroup col script style title template xml'
const DROPPED = new Set(['script', 'style', 'title', 'template', 'xml'])

const TAG_NAMES = [...BLOCKS, ...INLINE.split(' ')].join('|')
/** A tag alone, or with attributes that look like some: "a<b and c>d" has none. */
const MARK = String.raw`/?(?:${TAG_NAMES})(?:\s+(?:nowrap|reversed|[a-z][\w:-]*\s*=[^<>]*))?\s*/?>`
const TAG = new RegExp(`<${MARK}`, 'iu')
/** A `<` that begins no tag that we know is a word of the text: "<TBC>", "a < b". */
const NO_TAG = new RegExp(`<(?!${MARK})`, 'giu')
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/iu

/** A cell that may hold a fragment of HTML, as plain text. A text without any is given back as it is. */
export function readFragment(text: string): string {
  if (!TAG.test(text) && !ENTITY.test(text)) return text
  const lines = createLines()
  if (!TAG.test(text)) {
    const parser = new Parser({ ontext: (data) => lines.verbatim(data) })
    parser.end(text.replaceAll('<', '&lt;'))
    return lines.take()
  }
  return walk(text.replace(NO_TAG, '&lt;'), lines, {}) ? lines.take() : text
}

/** Every table of a page, in order. Refuses what is nested deeper than any program nests. */
export function readMarkupTables(html: string, limits: Limits, grid: Grid = createGrid(limits)): Table[] {
  const lines = createLines()
  const flush = (): void => {
    const text = lines.take()
    if (text !== '') grid.line(text)
  }
  const shallow = walk(html, lines, {
    open(name, attributes) {
      const make = OPENING.get(name)
      if (name === 'img' && grid.inCell()) grid.notice('image', { text: attributes['alt'] ?? '' })
      if (!make) return
      flush()
      make(grid, attributes)
    },
    close(name) {
      if (name === 'td' || name === 'th' || name === 'tr' || name === 'table') flush()
      if (name === 'td' || name === 'th') grid.closeCell()
      if (name === 'tr') grid.closeRow()
      if (name === 'table') grid.closeTable()
    },
  })
  flush()
  if (!shallow) throw new Unreadable('unsafe')
  return grid.tables()
}

const openCell = (grid: Grid, { colspan, rowspan }: Readonly<Record<string, string>>): void =>
  grid.openCell({ columns: Number(colspan ?? 1), rows: Number(rowspan ?? 1) })

/** A map, for a page may call its tags anything, `constructor` too. */
const OPENING = new Map<string, (grid: Grid, attributes: Readonly<Record<string, string>>) => void>([
  ['table', (grid) => grid.openTable()],
  ['tr', (grid) => grid.openRow()],
  ['td', openCell],
  ['th', openCell],
])

interface Lines {
  text(data: string): void
  /** Line breaks of the text itself count. */
  verbatim(data: string): void
  break(): void
  take(): string
}

function createLines(): Lines {
  let pieces: string[] = []
  return {
    text: (data) => pieces.push(data.replaceAll(/[ \t\r\n\f]+/gu, ' ')),
    verbatim: (data) => pieces.push(data),
    break: () => pieces.push('\n'),
    take() {
      const text = cleanText(pieces.join(''))
      pieces = []
      return text
    },
  }
}

interface Walk {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
}

/** The parser's time grows with the square of the depth; what people write is some tens deep. */
const DEEPEST = 1000
const PIECE = 65_536

/** False where it gave up: tags are nested too deep. */
function walk(html: string, lines: Lines, { open, close }: Walk): boolean {
  let dropped = 0
  let depth = 0
  let deepest = 0
  /** Lists that are open: how their items are numbered, which a plain text would lose. */
  const lists: { type: string | null; count: number }[] = []
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1
        deepest = Math.max(deepest, depth)
        if (DROPPED.has(name)) dropped += 1
        open?.(name, attributes)
        if (name === 'br' || BLOCKS.has(name)) lines.break()
        if (name === 'ol') lists.push({ type: attributes['type'] ?? '1', count: startOf(attributes['start']) })
        if (name === 'ul') lists.push({ type: null, count: 0 })
        const list = lists.at(-1)
        if (name === 'li' && list) {
          lines.text(makeListMark(list.type, list.count))
          list.count += 1
        }
      },
      ontext(data) {
        if (dropped === 0) lines.text(data)
      },
      onclosetag(name) {
        depth -= 1
        if (DROPPED.has(name)) dropped = Math.max(0, dropped - 1)
        if (name === 'ol' || name === 'ul') lists.pop()
        close?.(name)
        if (BLOCKS.has(name)) lines.break()
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  )
  for (let at = 0; at < html.length; at += PIECE) {
    parser.write(html.slice(at, at + PIECE))
    if (deepest > DEEPEST) return false
  }
  parser.end()
  return true
}

function startOf(attribute: string | undefined): number {
  const start = Number(attribute ?? 1)
  return Number.isInteger(start) && start > 0 && start < 1000 ? start : 1
}

function makeListMark(type: string | null, count: number): string {
  if (type === null) return '• '
  if (/^a$/iu.test(type) && count <= 26) return `(${String.fromCodePoint(96 + count)}) `
  return `${count}. `
}
