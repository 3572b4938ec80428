/**
 * Reads the tables of a Word document as a stream, so that ten thousand rows take a second and no more memory than
 * their words (a library that builds the document first took 26 seconds and 1.4 GB for them). Words as their author
 * sees them: insertions in, deletions out; numbers of lists and footnotes in their places; pictures and comments told.
 */

import { createGrid, type Grid } from '../grid.ts'
import type { Limits, Table } from '../table.ts'
import { readLists, type ListPlace } from './lists.ts'
import type { Package } from './package.ts'
import { findPart, readRelations, type Relation } from './relations.ts'
import { readXml } from './xml.ts'

/** @param grid what the words go into as they pass by; its tables are the answer */
export function readWord(source: Package, part: string, limits: Limits, grid: Grid = createGrid(limits)): Table[] {
  const relations = readRelations(source, part)
  const notes = readNotes(source, relations)
  const targets = new Map(relations.map((relation) => [relation.id, relation]))
  noticeSurroundings(source, relations, grid)
  createBodyReader({ source, grid, relations, notes, targets }).read(part)
  return grid.tables()
}

interface Notes {
  /** Words of footnotes, endnotes and comments: `footnote 2`. */
  readonly texts: ReadonlyMap<string, string>
}

const NOTES = { footnotes: 'w:footnote', endnotes: 'w:endnote', comments: 'w:comment' } as const

function readNotes(source: Package, relations: readonly Relation[]): Notes {
  const texts = new Map<string, string>()
  for (const [type, element] of Object.entries(NOTES)) {
    const part = findPart(source, relations, type)
    if (part === null) continue
    let id: string | null = null
    let inText = false
    const pieces: string[] = []
    readXml(source, part, {
      open(name, attribute) {
        // A separator is a note of its own, with a type.
        if (name === element && (attribute('type') ?? 'normal') === 'normal') id = attribute('id') ?? ''
        if (name === 'w:t') inText = true
        if (name === 'w:p' && pieces.length > 0) pieces.push(' ')
      },
      text(text) {
        if (inText && id !== null) pieces.push(text)
      },
      close(name) {
        if (name === 'w:t') inText = false
        if (name !== element || id === null) return
        texts.set(`${element} ${id}`, pieces.join('').trim())
        pieces.length = 0
        id = null
      },
    })
  }
  return { texts }
}

/** What comes with the document and isn't in its tables. What is outside is named and never fetched. */
function noticeSurroundings(source: Package, relations: readonly Relation[], grid: Grid): void {
  for (const { external, type, target } of relations) {
    if (external && type !== 'hyperlink') grid.notice('outsideSource', { text: target })
  }
  if (source.names.some((name) => /vbaProject/iu.test(name))) grid.notice('macros')
}

interface BodyOptions {
  readonly source: Package
  readonly grid: Grid
  readonly relations: readonly Relation[]
  readonly notes: Notes
  readonly targets: ReadonlyMap<string, Relation>
}

interface Paragraph {
  readonly pieces: string[]
  place: { list: string | null; level: number | null }
  style: string | null
  /** Its end was deleted: the next paragraph goes on where it stops. */
  joined: boolean
}

interface CellState {
  columns: number
  above: boolean
  deleted: boolean
  /** Opened in the grid, which needs its shape first. */
  open: boolean
  /** The number of a paragraph without words: that of a row that numbers itself. */
  label: string | null
  readonly footnotes: string[]
}

/** Characters of the fonts of symbols that people tick boxes with. */
const SYMBOLS = new Map([
  ['fc', '✓'],
  ['fb', '✗'],
  ['fe', '☑'],
  ['fd', '☒'],
  ['a8', '☐'],
  ['6f', '☐'],
  ['b7', '•'],
  ['a7', '•'],
  ['e0', '→'],
])

function createBodyReader({ source, grid, relations, notes, targets }: BodyOptions): { read(part: string): void } {
  const lists = readLists(source, relations)
  const path: string[] = []
  const paragraphs: Paragraph[] = []
  const cells: CellState[] = []
  const rows: { before: number; heading: boolean; deleted: boolean }[] = []
  const links: { readonly target: string; readonly from: number }[] = []
  let carried: string[] = []
  /** How many elements are open whose words aren't there: deletions; what another program would show instead. */
  let deleted = 0
  let skipped = 0
  let placeholder = 0
  let inText = false
  const run = { hidden: false, struck: false }
  let deletions: string[] = []
  let footnote = 0

  const current = (): Paragraph | undefined => paragraphs.at(-1)
  const openCell = (): void => {
    const cell = cells.at(-1)
    if (!cell || cell.open) return
    cell.open = true
    grid.openCell({ columns: cell.columns, above: cell.above })
  }
  const say = (text: string): void => {
    if (skipped > 0 || placeholder > 0) return
    if (deleted > 0) deletions.push(text)
    else if (run.hidden) grid.notice('hiddenText', { text })
    else {
      if (run.struck && text.trim() !== '') grid.notice('struckText', { text })
      current()?.pieces.push(text)
    }
  }
  const tellDeletions = (): void => {
    const text = deletions.join('').trim()
    deletions = []
    if (text !== '') grid.notice('deletedText', { text })
  }
  const note = (element: string, id: string): void => {
    if (deleted > 0 || skipped > 0) return
    const text = notes.texts.get(`${element} ${id}`)
    if (!text) return
    if (element === 'w:comment') {
      grid.notice('comment', { text })
      return
    }
    footnote += 1
    current()?.pieces.push(` [${footnote}]`)
    const line = `[${footnote}] ${text}`
    const cell = cells.at(-1)
    if (cell) cell.footnotes.push(line)
    else grid.line(line)
  }
  const endParagraph = (): void => {
    const paragraph = paragraphs.pop()
    if (!paragraph || skipped > 0) return
    const { list, level } = paragraph.place
    const place: ListPlace | null = list === null ? null : { list, level: level ?? 0 }
    const text = [...carried, ...paragraph.pieces].join('')
    if (paragraph.joined) {
      carried = [text]
      return
    }
    carried = []
    const label = lists.next({ place, style: paragraph.style })
    // A text box stands in the middle of another paragraph; its words come before.
    if (text.trim() !== '') grid.line(label === null ? text : `${label} ${text}`)
    else if (label !== null && label !== '•') {
      const cell = cells.at(-1)
      if (cell) cell.label ??= label
    }
    if (paragraphs.length === 0) tellDeletions()
  }

  const OPEN = new Map<string, (attribute: (local: string) => string | undefined) => void>([
    [
      'w:tbl',
      () => {
        openCell()
        grid.openTable()
      },
    ],
    [
      'w:tr',
      () => {
        grid.openRow()
        rows.push({ before: 0, heading: false, deleted: false })
      },
    ],
    ['w:tblHeader', (attribute) => set(rows.at(-1), 'heading', isOn(attribute('val')))],
    [
      'w:gridBefore',
      (attribute) => {
        const row = rows.at(-1)
        if (row) row.before = Number(attribute('val') ?? 0)
      },
    ],
    [
      'w:tc',
      () => {
        const row = rows.at(-1)
        if (row && row.before > 0) {
          grid.openCell({ columns: row.before })
          grid.closeCell()
          row.before = 0
        }
        cells.push({ columns: 1, above: false, deleted: false, open: false, label: null, footnotes: [] })
      },
    ],
    ['w:gridSpan', (attribute) => set(cells.at(-1), 'columns', Number(attribute('val') ?? 1))],
    ['w:vMerge', (attribute) => set(cells.at(-1), 'above', attribute('val') !== 'restart')],
    [
      'w:cellDel',
      () => {
        set(cells.at(-1), 'deleted', true)
        deleted += 1
      },
    ],
    [
      'w:p',
      () => {
        openCell()
        paragraphs.push({ pieces: [], place: { list: null, level: null }, style: null, joined: false })
      },
    ],
    ['w:pStyle', (attribute) => set(current(), 'style', attribute('val') ?? null)],
    ['w:numId', (attribute) => inParagraph((place) => (place.list = attribute('val') ?? null))],
    ['w:ilvl', (attribute) => inParagraph((place) => (place.level = Number(attribute('val') ?? 0)))],
    ['w:vanish', (attribute) => inRun(() => (run.hidden = isOn(attribute('val'))))],
    ['w:strike', (attribute) => inRun(() => (run.struck = isOn(attribute('val'))))],
    ['w:dstrike', (attribute) => inRun(() => (run.struck = isOn(attribute('val'))))],
    ['w:tab', () => path.at(-2) === 'w:r' && say('\t')],
    ['w:br', () => say('\n')],
    ['w:cr', () => say('\n')],
    ['w:noBreakHyphen', () => say('-')],
    ['w:sym', (attribute) => say(SYMBOLS.get((attribute('char') ?? '').slice(-2).toLowerCase()) ?? '')],
    ['w:footnoteReference', (attribute) => note('w:footnote', attribute('id') ?? '')],
    ['w:endnoteReference', (attribute) => note('w:endnote', attribute('id') ?? '')],
    ['w:commentReference', (attribute) => note('w:comment', attribute('id') ?? '')],
    ['w:showingPlcHdr', (attribute) => isOn(attribute('val')) && (placeholder = path.length)],
    [
      'wp:docPr',
      (attribute) => {
        picture = attribute('descr') ?? ''
      },
    ],
    ['a:blip', () => skipped === 0 && grid.notice('image', { text: picture })],
    ['v:imagedata', () => skipped === 0 && grid.notice('image', { text: '' })],
    ['c:chart', () => skipped === 0 && grid.notice('chart')],
    ['w:object', () => skipped === 0 && grid.notice('embedded')],
    [
      'w:hyperlink',
      (attribute) => {
        const relation = targets.get(attribute('id') ?? '')
        links.push({ target: relation?.external ? relation.target : '', from: current()?.pieces.length ?? 0 })
      },
    ],
  ])
  let picture = ''

  const inParagraph = (change: (place: Paragraph['place']) => void): void => {
    const paragraph = current()
    if (paragraph && path.at(-2) === 'w:numPr' && path.at(-3) === 'w:pPr') change(paragraph.place)
  }
  const inRun = (change: () => void): void => {
    if (path.at(-2) === 'w:rPr' && path.at(-3) === 'w:r') change()
  }

  const CLOSE = new Map<string, () => void>([
    ['w:tbl', () => grid.closeTable()],
    [
      'w:tr',
      () => {
        const row = rows.pop()
        tellDeletions()
        if (row?.deleted) deleted -= 1
        grid.closeRow({ heading: row?.heading ?? false, dropped: row?.deleted ?? false })
      },
    ],
    [
      'w:tc',
      () => {
        openCell()
        const cell = cells.pop()
        for (const text of carried.splice(0)) grid.line(text)
        if (cell?.label && grid.isEmptyCell()) grid.line(cell.label)
        for (const line of cell?.footnotes ?? []) grid.line(line)
        tellDeletions()
        if (cell?.deleted) deleted -= 1
        grid.closeCell()
      },
    ],
    ['w:p', endParagraph],
    [
      'w:r',
      () => {
        run.hidden = false
        run.struck = false
      },
    ],
    [
      'w:hyperlink',
      () => {
        const link = links.pop()
        const words = current()?.pieces.slice(link?.from).join('') ?? ''
        if (link?.target && !isSaidBy(link.target, words)) grid.notice('link', { text: words, target: link.target })
      },
    ],
  ])

  return {
    read(part) {
      readXml(source, part, {
        open(name, attribute) {
          path.push(name)
          if (name === 'mc:Fallback') skipped += 1
          else if (name === 'w:del' || name === 'w:moveFrom') openDeletion()
          else if (name === 'w:t' || name === 'w:delText' || name === 'm:t') inText = true
          else if (skipped === 0) OPEN.get(name)?.(attribute)
        },
        text(text) {
          if (inText) say(text)
        },
        close(name) {
          if (name === 'mc:Fallback') skipped -= 1
          else if (name === 'w:del' || name === 'w:moveFrom') closeDeletion()
          else if (name === 'w:t' || name === 'w:delText' || name === 'm:t') inText = false
          else if (skipped === 0) CLOSE.get(name)?.()
          path.pop()
          if (name === 'w:sdt' && placeholder > path.length) placeholder = 0
        },
      })
    },
  }

  /** Around runs it takes their words; in the properties of a row or of a paragraph's end, those themselves. */
  function openDeletion(): void {
    const parent = path.at(-2)
    const row = rows.at(-1)
    if (parent === 'w:trPr' && row && !row.deleted) {
      row.deleted = true
      deleted += 1
    } else if (parent === 'w:rPr') set(current(), 'joined', path.at(-3) === 'w:pPr')
    else if (parent !== 'w:trPr') deleted += 1
  }

  function closeDeletion(): void {
    if (path.at(-2) !== 'w:trPr' && path.at(-2) !== 'w:rPr') deleted -= 1
  }
}

/** A property without a value is on. */
function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}

function set<Thing extends object, Name extends keyof Thing>(
  thing: Thing | undefined,
  name: Name,
  value: Thing[Name],
): void {
  if (thing) thing[name] = value
}

/** "www.example.org" is all that its link says. */
function isSaidBy(target: string, words: string): boolean {
  const bare = (text: string): string =>
    text
      .toLowerCase()
      .replace(/^(?:https?:\/\/|mailto:)/u, '')
      .replaceAll(/[\s/]+$/gu, '')
  return bare(words).includes(bare(target))
}
