/** A tracker as Word saves it: a title, and a table whose first row is repeated on every page. */

import { strToU8, zipSync } from 'fflate'

const NAMESPACE = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** @param rows cells of each row, the headings first; line breaks are paragraphs */
export function makeWordFile(title: string, rows: readonly (readonly string[])[]): Uint8Array {
  const table = rows.map((cells, index) => makeRow(cells, index === 0)).join('')
  const body = `${makeParagraph(title)}<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>${table}</w:tbl>`
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${NAMESPACE}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(HEAD + xml)])))
}

function makeRow(cells: readonly string[], heading: boolean): string {
  const properties = heading ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
  const made = cells.map((text) => `<w:tc><w:tcPr/>${text.split('\n').map(makeParagraph).join('')}</w:tc>`)
  return `<w:tr>${properties}${made.join('')}</w:tr>`
}

function makeParagraph(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return `<w:p><w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`
}
