/**
 * A tracker as the Word table that people of the field know: A4 on its side, headings that come again on every page, the
 * marking at the head and foot of each. Nothing hidden is in it, and nothing that Word would fetch or run.
 *
 * Elements stand in the order that the schema wants (ECMA-376 part 1, 17): Word opens nothing else.
 */

import type { Colour } from '../../domain/action.ts'
import type { Words } from '../../words/words.ts'
import { cellText, type Cell, type Run } from './cell.ts'
import { STATUS_COLOURS, STATUS_MARKS } from './mark.ts'
import { escape, makePackage, RELATION } from './openxml.ts'
import type { Tracker, TrackerColumn, TrackerRow } from './table.ts'

const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const NAMESPACES = `xmlns:w="${WORDPROCESSING}" xmlns:r="${RELATION}"`

export function makeWord(tracker: Tracker): Uint8Array {
  const { title, day, marking, words } = tracker
  const part = (name: string, type: string, xml: string) => ({
    name: `word/${name}.xml`,
    type: `wordprocessingml.${type}`,
    xml,
  })
  return makePackage(
    part('document', 'document.main', makeDocument(tracker)),
    [
      { kind: 'header', ...part('header1', 'header', `<w:hdr ${NAMESPACES}>${makeMarking(marking)}</w:hdr>`) },
      {
        kind: 'footer',
        ...part('footer1', 'footer', `<w:ftr ${NAMESPACES}>${makeMarking(marking)}${makePageNumber(words)}</w:ftr>`),
      },
      { kind: 'styles', ...part('styles', 'styles', makeStyles(words)) },
      { kind: 'settings', ...part('settings', 'settings', SETTINGS) },
    ],
    `${title}, ${day}`,
  )
}

/** Twentieths of a point: A4, with margins of 15 mm. */
const [PAGE_WIDTH, PAGE_HEIGHT, MARGIN] = [16_838, 11_906, 850]
const WIDTH = PAGE_WIDTH - 2 * MARGIN

const INK = '1F1F1F'
const SOFT = '595959'
const LINE = 'A6A6A6'

function makeDocument(tracker: Tracker): string {
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>' +
    `<w:pgSz w:w="${PAGE_WIDTH}" w:h="${PAGE_HEIGHT}" w:orient="landscape"/>` +
    `<w:pgMar w:top="1100" w:right="${MARGIN}" w:bottom="1000" w:left="${MARGIN}" w:header="450" w:footer="450" w:gutter="0"/></w:sectPr>`
  return (
    `<w:document ${NAMESPACES}><w:body>` +
    makeParagraph('<w:pStyle w:val="Title"/>', makeRun(tracker.title)) +
    makeParagraph('<w:spacing w:after="160"/>', makeRun(tracker.day, { colour: SOFT })) +
    // Word wants a paragraph between a table and the end.
    `${makeTable(tracker)}${makeParagraph('<w:spacing w:line="20" w:lineRule="exact"/>', '')}${section}</w:body></w:document>`
  )
}

/** Shares of the page's width; what a table doesn't have, the two wide columns get. */
const SHARES: Readonly<Record<TrackerColumn, number>> = {
  reference: 5,
  details: 0,
  update: 0,
  owner: 11,
  due: 11,
  status: 10,
}
const DETAILS_SHARE = 0.42

function makeTable({ columns, rows }: Tracker): string {
  const widths = widthsOf(columns.map(({ column }) => column))
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="${LINE}"/>`)
    .join('')
  const margins = [
    ['top', 60],
    ['left', 90],
    ['bottom', 60],
    ['right', 90],
  ].map(([side, width]) => `<w:${side} w:w="${width}" w:type="dxa"/>`)
  const cell = (index: number, shading: string, content: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[index]}" w:type="dxa"/>${shading}</w:tcPr>${content}</w:tc>`
  const header = columns.map(({ heading }, index) =>
    cell(index, makeShading('E3E7EC'), makeParagraph('<w:keepNext/>', makeRun(heading, { bold: true }))),
  )
  const body = rows.map(
    (row) =>
      `<w:tr>${isShort(row) ? '<w:trPr><w:cantSplit/></w:trPr>' : ''}` +
      `${columns.map(({ column }, index) => cell(index, '', makeCell(column, row))).join('')}</w:tr>`,
  )
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar>${margins.join('')}</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:noVBand="1"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${header.join('')}</w:tr>${body.join('')}</w:tbl>`
  )
}

/** A row of some lines stays on one page; a long history has to go on over the next. */
function isShort({ cells }: TrackerRow): boolean {
  return Object.values(cells).every((cell) => cell.length <= 12 && cellText(cell).length <= 900)
}

function widthsOf(columns: readonly TrackerColumn[]): number[] {
  const rest = 100 - columns.reduce((sum, column) => sum + SHARES[column], 0)
  const shareOf = (column: TrackerColumn): number => {
    if (column === 'details') return rest * DETAILS_SHARE
    return column === 'update' ? rest * (1 - DETAILS_SHARE) : SHARES[column]
  }
  return columns.map((column) => Math.floor((shareOf(column) / 100) * WIDTH))
}

function makeCell(column: TrackerColumn, { cells, colour }: TrackerRow): string {
  const cell: Cell = cells[column].length > 0 ? cells[column] : [[]]
  return cell
    .map((runs, index) => {
      const mark = column === 'status' && colour && index === 0 ? makeMark(colour) : ''
      // Lines of one entry stand together; entries are told apart.
      const apart = index > 0 && runs[0]?.as === 'day' ? '<w:spacing w:before="80"/>' : ''
      return makeParagraph(apart, mark + runs.map((run) => makeRun(run.text, looksOf(run, column))).join(''))
    })
    .join('')
}

/** The font is of Windows; others take the shape from one of theirs. */
function makeMark(colour: Colour): string {
  return makeRun(`${STATUS_MARKS[colour]} `, { colour: STATUS_COLOURS[colour], font: 'Segoe UI Symbol' })
}

interface Looks {
  readonly font?: string
  readonly bold?: boolean
  readonly colour?: string
  readonly shading?: string
}

function looksOf({ as }: Run, column: TrackerColumn): Looks {
  if (as === 'withheld') return { shading: 'D9D9D9' }
  if (as === 'note') return { colour: SOFT }
  return { bold: as === 'agreed' || as === 'day' || column === 'reference' }
}

function makeParagraph(properties: string, runs: string): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

function makeRun(text: string, looks: Looks = {}): string {
  return `<w:r>${makeLooks(looks)}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
}

function makeLooks({ font, bold = false, colour, shading }: Looks): string {
  const properties =
    (font ? `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>` : '') +
    (bold ? '<w:b/><w:bCs/>' : '') +
    (colour ? `<w:color w:val="${colour}"/>` : '') +
    (shading ? makeShading(shading) : '')
  return properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`
}

function makeShading(fill: string): string {
  return `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`
}

const CENTRED = '<w:jc w:val="center"/>'

function makeMarking(marking: string): string {
  return makeParagraph(CENTRED, makeRun(marking, { bold: true }))
}

function makePageNumber(words: Words): string {
  const told = words.say('exporting.page', { page: '<PAGE>', pages: '<NUMPAGES>' })
  const runs = told
    .split(/<(\w+)>/u)
    .map((piece, index) => (index % 2 === 1 ? makeField(piece) : makeRun(piece, { colour: SOFT })))
  return makeParagraph(CENTRED, runs.join(''))
}

function makeField(name: string): string {
  return `<w:fldSimple w:instr=" ${name} ">${makeRun('1', { colour: SOFT })}</w:fldSimple>`
}

function makeStyles({ language }: Words): string {
  const size = (points: number): string => `<w:sz w:val="${2 * points}"/><w:szCs w:val="${2 * points}"/>`
  return (
    `<w:styles ${NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>` +
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>' +
    `<w:color w:val="${INK}"/>${size(9)}<w:lang w:val="${language}-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/>' +
    `<w:qFormat/><w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr><w:b/><w:bCs/>${size(16)}</w:rPr></w:style></w:styles>`
  )
}

/** Without this Word opens it as a document of 2007. */
const SETTINGS =
  `<w:settings ${NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" ` +
  'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
