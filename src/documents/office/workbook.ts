/**
 * Reads an Excel workbook: every sheet is a table, hidden ones too, and said to be hidden. What isn't a cell (charts,
 * comments, pivots, other books) is told of, for a register has no place for it. Only the values that Excel last saw are
 * read; nothing is calculated.
 */

import { Unreadable, type Limits, type Notice, type Table } from '../table.ts'
import { BUILT_IN, type Epoch } from './formats.ts'
import type { Package } from './package.ts'
import { findPart, readRelations, type Relation } from './relations.ts'
import { parsePlace, readSheet } from './sheet.ts'
import { readXml } from './xml.ts'

interface SheetEntry {
  readonly name: string
  readonly relation: string
  readonly hidden: boolean
}

const MOST_SHEETS = 200

export function readWorkbook(source: Package, part: string, limits: Limits): Table[] {
  const relations = readRelations(source, part)
  const { sheets, epoch } = readSheetEntries(source, part)
  const strings = readStrings(source, findPart(source, relations, 'sharedStrings'), limits)
  const formatOf = readFormats(source, findPart(source, relations, 'styles'))
  const tables: Table[] = []
  let [rows, cells] = [0, 0]
  for (const { name, relation, hidden } of sheets) {
    const found = relations.find((each) => each.id === relation)
    if (found?.external) throw new Unreadable('unsafe')
    // A sheet of nothing but a chart has no cells.
    if (!found || found.type !== 'worksheet' || !source.has(found.target)) continue
    const left = { ...limits, rows: limits.rows - rows, cells: limits.cells - cells }
    const table = readSheet(source, found.target, { name, strings, formatOf, epoch, limits: left })
    rows += table.rows.length
    for (const row of table.rows) cells += row.cells.length
    const first = table.rows[0]?.row
    if (first === undefined) continue
    const said = [
      ...(hidden ? [{ row: first, column: null, code: 'hiddenSheet' as const, values: { text: name } }] : []),
      ...findBeside(source, readRelations(source, found.target), first, limits),
      ...(table.notices ?? []),
    ]
    tables.push(said.length > 0 ? { ...table, notices: said } : table)
  }
  return withBook(tables, source, relations)
}

function readSheetEntries(source: Package, part: string): { sheets: SheetEntry[]; epoch: Epoch } {
  const sheets: SheetEntry[] = []
  let epoch: Epoch = 1900
  readXml(source, part, {
    open(name, attribute) {
      if (name === 's:workbookPr' && /^(?:1|true)$/u.test(attribute('date1904') ?? '')) epoch = 1904
      if (name !== 's:sheet' || sheets.length >= MOST_SHEETS) return
      const hidden = /hidden/iu.test(attribute('state') ?? '')
      sheets.push({ name: attribute('name') ?? '', relation: attribute('id') ?? '', hidden })
    },
  })
  return { sheets, epoch }
}

/** Words that cells share, by their place. */
function readStrings(source: Package, part: string | null, limits: Limits): string[] {
  const strings: string[] = []
  if (part === null) return strings
  let pieces: string[] = []
  let [inText, sound, length] = [false, false, 0]
  readXml(source, part, {
    open(name) {
      if (name === 's:t') inText = true
      if (name === 's:rPh') sound = true
    },
    text(text) {
      if (!inText || sound) return
      length += text.length
      if (length > limits.text) throw new Unreadable('tooLarge', { longest: limits.text })
      pieces.push(text)
    },
    close(name) {
      if (name === 's:t') inText = false
      if (name === 's:rPh') sound = false
      if (name !== 's:si') return
      strings.push(pieces.join(''))
      pieces = []
      if (strings.length > 2 * limits.cells) throw new Unreadable('tooManyRows', { longest: limits.rows })
    },
  })
  return strings
}

/** From the number of a cell's style to how it shows numbers. */
function readFormats(source: Package, part: string | null): (style: number) => string {
  const custom = new Map<number, string>()
  const styles: number[] = []
  let inCells = false
  if (part !== null) {
    readXml(source, part, {
      open(name, attribute) {
        if (name === 's:numFmt')
          custom.set(Number(attribute('numFmtId')), (attribute('formatCode') ?? '').slice(0, 300))
        if (name === 's:cellXfs') inCells = true
        if (name === 's:xf' && inCells) styles.push(Number(attribute('numFmtId') ?? 0))
      },
      close(name) {
        if (name === 's:cellXfs') inCells = false
      },
    })
  }
  return (style) => {
    const id = styles[style] ?? 0
    return custom.get(id) ?? BUILT_IN.get(id) ?? 'General'
  }
}

/** Comments, pictures, charts and links of a sheet. */
function findBeside(source: Package, relations: readonly Relation[], first: number, limits: Limits): Notice[] {
  const notices: Notice[] = []
  const comments = findPart(source, relations, 'comments')
  if (comments !== null) notices.push(...readComments(source, comments, limits))
  for (const { type, target, external } of relations) {
    if (external && type !== 'hyperlink') {
      notices.push({ row: first, column: null, code: 'outsideSource', values: { text: target } })
    }
    if (type === 'pivotTable') notices.push({ row: first, column: null, code: 'pivot' })
    if (external || type !== 'drawing' || !source.has(target)) continue
    const drawn = readRelations(source, target)
    for (const code of ['image', 'chart'] as const) {
      const count = drawn.filter((each) => each.type === code).length
      if (count > 0) notices.push({ row: first, column: null, code, values: { text: '', count, outside: 'yes' } })
    }
  }
  return notices
}

const MOST_COMMENTS = 500

function readComments(source: Package, part: string, limits: Limits): Notice[] {
  const notices: Notice[] = []
  let place: ReturnType<typeof parsePlace> = null
  let pieces: string[] = []
  let [inText, length] = [false, 0]
  readXml(source, part, {
    open(name, attribute) {
      if (name === 's:comment') place = parsePlace(attribute('ref') ?? '')
      if (name === 's:t') inText = true
    },
    text(text) {
      length += text.length
      if (length > limits.text) throw new Unreadable('tooLarge', { longest: limits.text })
      if (inText) pieces.push(text)
    },
    close(name) {
      if (name === 's:t') inText = false
      if (name !== 's:comment') return
      const text = pieces.join('').trim()
      pieces = []
      if (place && text !== '' && notices.length < MOST_COMMENTS) {
        notices.push({ row: place.row, column: place.column, code: 'comment', values: { text } })
      }
    },
  })
  return notices
}

/** What the whole book has is told once, at its first sheet. */
function withBook(tables: readonly Table[], source: Package, relations: readonly Relation[]): Table[] {
  const [first, ...others] = tables
  const row = first?.rows[0]?.row ?? 1
  const said: Notice[] = []
  if (relations.some((relation) => relation.type === 'externalLink')) {
    said.push({ row, column: null, code: 'outsideSource', values: { text: '' } })
  }
  if (source.names.some((name) => /vbaProject/iu.test(name))) said.push({ row, column: null, code: 'macros' })
  if (!first || said.length === 0) return [...tables]
  return [{ ...first, notices: [...said, ...(first.notices ?? [])] }, ...others]
}
