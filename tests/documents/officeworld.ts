/** Packages of Office as programs build them, part by part, and what soffice makes of a file where it is at hand. */

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { readDocument } from '../../src/documents/document.ts'
import type { Table } from '../../src/documents/table.ts'
import type { Cells } from './documentsworld.ts'

export type Parts = Readonly<Record<string, string | Uint8Array>>

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** @param level 0 stores the parts as they are */
export function pack(parts: Parts, level: 0 | 6 = 6): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { level },
  )
}

/** `{ rId9: ['image', 'media/a.png'] }`; an address with a scheme is outside. */
export function relations(targets: Readonly<Record<string, readonly [type: string, target: string]>>): string {
  const each = Object.entries(targets).map(
    ([id, [type, target]]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${/^\w+:/u.test(target) ? ' TargetMode="External"' : ''}/>`,
  )
  return `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

function contentTypes(part: string, type: string): string {
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${part}" ContentType="${type}"/></Types>`
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** A Word document with a body, and other parts beside it: `word/footnotes.xml` is related by its name. */
export function wordParts(body: string, others: Parts = {}, more: Parameters<typeof relations>[0] = {}): Parts {
  const related = Object.keys(others).flatMap((name) => {
    const [, type] = /^word\/(numbering|styles|footnotes|endnotes|comments)\.xml$/u.exec(name) ?? []
    return type ? [[`r${type}`, [type, `${type}.xml`] as const] as const] : []
  })
  return {
    '[Content_Types].xml': contentTypes('word/document.xml', WORD),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'word/document.xml'] }),
    'word/_rels/document.xml.rels': relations({ ...Object.fromEntries(related), ...more }),
    'word/document.xml': `${XML}<w:document xmlns:w="${W}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><w:body>${body}</w:body></w:document>`,
    ...others,
  }
}

export const wordPart = (element: string, content: string): string =>
  `${XML}<w:${element} xmlns:w="${W}">${content}</w:${element}>`

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content.startsWith('<') ? content : run(content)}</w:p>`
/** Content is paragraphs, or words of one. */
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>${properties}</w:tcPr>${content.startsWith('<w:p') || content.startsWith('<w:tbl') || content.startsWith('<w:sdt') ? content : paragraph(content)}</w:tc>`
export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.map((each) => (each.startsWith('<w:tc') ? each : cell(each))).join('')}</w:tr>`
export const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

export interface SheetPart {
  readonly name: string
  readonly data: string
  readonly state?: 'hidden' | 'veryHidden'
  /** After the data: merged cells. */
  readonly after?: string
}

export function bookParts(sheets: readonly SheetPart[], others: Parts = {}, properties = ''): Parts {
  const rels: Record<string, readonly [string, string]> = {}
  const parts: Record<string, string> = {}
  for (const [index, { data, after = '' }] of sheets.entries()) {
    rels[`rId${index + 1}`] = ['worksheet', `worksheets/sheet${index + 1}.xml`]
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${XML}<worksheet xmlns="${S}"><sheetData>${data}</sheetData>${after}</worksheet>`
  }
  for (const type of ['sharedStrings', 'styles']) {
    if (`xl/${type}.xml` in others) rels[type] = [type, `${type}.xml`]
  }
  const entries = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escape(name)}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  )
  return {
    '[Content_Types].xml': contentTypes('xl/workbook.xml', EXCEL),
    '_rels/.rels': relations({ rId1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/_rels/workbook.xml.rels': relations(rels),
    'xl/workbook.xml': `${XML}<workbook xmlns="${S}" xmlns:r="${OFFICE}">${properties}<sheets>${entries.join('')}</sheets></workbook>`,
    ...parts,
    ...others,
  }
}

export const bookPart = (element: string, content: string): string =>
  `${XML}<${element} xmlns="${S}">${content}</${element}>`
export const inline = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`

export function sheetData(rows: readonly Cells[]): string {
  return rows
    .map((cells, index) => {
      const made = cells.map((text, column) =>
        text === '' ? '' : inline(`${String.fromCodePoint(65 + column)}${index + 1}`, text),
      )
      return `<row r="${index + 1}">${made.join('')}</row>`
    })
    .join('')
}

export function open(parts: Parts | Uint8Array): Table[] {
  const tables = readDocument({ bytes: parts instanceof Uint8Array ? parts : pack(parts) })
  if (!tables.ok) throw new Error(`unreadable: ${tables.error.code}`)
  return tables.value
}

export function whyNot(bytes: Uint8Array): string {
  const tables = readDocument({ bytes })
  return tables.ok ? 'read' : tables.error.code
}

export function textsOf(tables: readonly Table[]): string[][] {
  return tables.flatMap((each) => each.rows.map((cells) => cells.cells.map(({ text }) => text)))
}

export function noticesOf(tables: readonly Table[]): (readonly [number, number | null, string])[] {
  return tables.flatMap((each) =>
    (each.notices ?? []).map((notice) => [notice.row, notice.column, notice.code] as const),
  )
}

export const hasOffice = spawnSync('soffice', ['--version'], { stdio: 'ignore' }).status === 0

/** Has LibreOffice turn a file into another: `convert('log.html', bytes, 'docx')`. */
export function convert(
  name: string,
  content: string | Uint8Array,
  to: string,
  filters: readonly string[] = [],
): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'matters-office-'))
  try {
    writeFileSync(join(folder, name), content)
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const options = { cwd: folder, stdio: 'ignore', timeout: 90_000 } as const
    execFileSync('soffice', [profile, '--headless', ...filters, '--convert-to', to, name], options)
    return new Uint8Array(readFileSync(join(folder, `${name.replace(/\.\w+$/u, '')}.${to.split(':')[0]}`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
