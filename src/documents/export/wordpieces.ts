/**
 * What every Word document of ours is put together from: paragraphs, runs, a table whose headings come again on every
 * page, the marking at the head and foot of each page. Nothing hidden is in it, and nothing that Word would fetch or run.
 *
 * Elements stand in the order that the schema wants (ECMA-376 part 1, 17): Word opens nothing else.
 */

import type { Words } from '../../words/words.ts'
import { escape, makePackage, RELATION, type Part } from './openxml.ts'

const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const NAMESPACES = `xmlns:w="${WORDPROCESSING}" xmlns:r="${RELATION}"`

const INK = '1F1F1F'
export const SOFT = '595959'
const LINE = 'A6A6A6'

/** Twentieths of a point: A4, upright or on its side, with margins of 15 mm. */
const [SHORT, LONG, MARGIN] = [11_906, 16_838, 850]

export type Orientation = 'portrait' | 'landscape'

/** Between the margins. */
export function widthOf(orientation: Orientation): number {
  return (orientation === 'landscape' ? LONG : SHORT) - 2 * MARGIN
}

/** After the header, the footer, the styles and the settings, which every document has. */
export const FIRST_RELATION = 5

/** A whole document of these paragraphs and tables; Word wants a paragraph after the last table. */
export function makeWordFile(
  body: string,
  about: {
    /** Of the properties: no name of a person. */
    readonly title: string
    readonly marking: string
    readonly words: Words
    readonly orientation: Orientation
    /** What the body refers to, in order by `FIRST_RELATION` and those after it. */
    readonly others?: readonly (Part & { readonly kind: string })[]
  },
): Uint8Array {
  const { title, marking, words, orientation, others = [] } = about
  const part = (name: string, type: string, xml: string) => ({
    name: `word/${name}.xml`,
    type: `wordprocessingml.${type}`,
    xml,
  })
  return makePackage(
    part(
      'document',
      'document.main',
      `<w:document ${NAMESPACES}><w:body>${body}${makeSection(orientation)}</w:body></w:document>`,
    ),
    [
      { kind: 'header', ...part('header1', 'header', `<w:hdr ${NAMESPACES}>${makeMarking(marking)}</w:hdr>`) },
      {
        kind: 'footer',
        ...part('footer1', 'footer', `<w:ftr ${NAMESPACES}>${makeMarking(marking)}${makePageNumber(words)}</w:ftr>`),
      },
      { kind: 'styles', ...part('styles', 'styles', makeStyles(words)) },
      { kind: 'settings', ...part('settings', 'settings', SETTINGS) },
      ...others,
    ],
    title,
  )
}

function makeSection(orientation: Orientation): string {
  const isLandscape = orientation === 'landscape'
  const [width, height] = isLandscape ? [LONG, SHORT] : [SHORT, LONG]
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/>' +
    `<w:pgSz w:w="${width}" w:h="${height}"${isLandscape ? ' w:orient="landscape"' : ''}/>` +
    `<w:pgMar w:top="1100" w:right="${MARGIN}" w:bottom="1000" w:left="${MARGIN}" w:header="450" w:footer="450" w:gutter="0"/></w:sectPr>`
  )
}

/**
 * @param widths of the columns
 * @param rows each of as many cells, which are paragraphs; a short one stays on one page
 */
export function makeWordTable(
  widths: readonly number[],
  headings: readonly (string | { readonly text: string; readonly isFigure: boolean })[],
  rows: readonly { readonly cells: readonly string[]; readonly isShort: boolean }[],
): string {
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
  const header = headings.map((heading, index) => {
    const { text, isFigure } = typeof heading === 'string' ? { text: heading, isFigure: false } : heading
    const run = makeRun(text, { bold: true })
    return cell(index, makeShading('E3E7EC'), makeParagraph(`<w:keepNext/>${isFigure ? RIGHT : ''}`, run))
  })
  const body = rows.map(
    ({ cells, isShort }) =>
      `<w:tr>${isShort ? '<w:trPr><w:cantSplit/></w:trPr>' : ''}` +
      `${cells.map((content, index) => cell(index, '', content)).join('')}</w:tr>`,
  )
  const width = widths.reduce((sum, each) => sum + each, 0)
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${lines}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar>${margins.join('')}</w:tblCellMar><w:tblLook w:val="0020" w:firstRow="1" w:noVBand="1"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${header.join('')}</w:tr>${body.join('')}</w:tbl>`
  )
}

export interface Looks {
  readonly font?: string
  readonly bold?: boolean
  readonly colour?: string
  readonly shading?: string
}

export function makeParagraph(properties: string, runs: string): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`
}

export function makeRun(text: string, looks: Looks = {}): string {
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

/** Where figures end. */
export const RIGHT = '<w:jc w:val="right"/>'
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
    `<w:qFormat/><w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr><w:b/><w:bCs/>${size(16)}</w:rPr></w:style>` +
    makeHeadingStyle(1, 'before="280" w:after="80"', size(12)) +
    makeHeadingStyle(2, 'before="200" w:after="60"', size(10)) +
    '</w:styles>'
  )
}

/** Real headings: Word's navigation and screen readers go by them. */
function makeHeadingStyle(level: 1 | 2, spacing: string, size: string): string {
  return (
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/>` +
    `<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:${spacing}/><w:outlineLvl w:val="${level - 1}"/></w:pPr>` +
    `<w:rPr><w:b/><w:bCs/>${size}</w:rPr></w:style>`
  )
}

/** Without this Word opens it as a document of 2007. */
const SETTINGS =
  `<w:settings ${NAMESPACES}><w:compat><w:compatSetting w:name="compatibilityMode" ` +
  'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
