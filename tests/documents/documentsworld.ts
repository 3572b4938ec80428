/** A fictional tracker, and the forms in which the programs of an office hand one table over. */

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { MendAnswer } from '../../src/documents/problem.ts'
import { readTables, type DocumentText } from '../../src/documents/document.ts'
import type { Table } from '../../src/documents/table.ts'
import { proposeImport, type ImportOptions, type ImportProposal } from '../../src/documents/tracker.ts'
import { createWords } from '../../src/words/words.ts'

const REAL = fileURLToPath(new URL('../../../shared/real/csae-sgg-action-tracker-2020.txt', import.meta.url))

export const realTracker = { path: REAL, isThere: existsSync(REAL), read: () => readFileSync(REAL, 'utf8') }

export const HEADINGS = ['No', 'Details', 'Update', 'Owner'] as const

export type Cells = readonly string[]

/** Rows of a tracker; paragraphs by line breaks. */
export const FICTIONAL: readonly Cells[] = [
  HEADINGS,
  [
    '1/24',
    'Recording of markers differs; (a) Forces to share their process (b) To add it to the discovery day',
    '7/2/2024: Errors are high & training is slow. ACTION: A workshop in <June>',
    'SHROCU',
  ],
  ['2/24', 'Sensitive and irrelevant', '', ''],
  ['3/24', 'A speaker for the group', 'North Mercia', ''],
  [
    '4/24',
    'Work with schools\n1. Find what there is; and\n2. See who has it',
    '7/2/2024: It was sent round.\nACTION: Discharged',
    'SHROCU Ada Vaughan',
  ],
]

export function tableOf(rows: readonly Cells[]): Table {
  const toCells = (cells: Cells) => cells.map((text) => ({ text }))
  return { sheet: null, caption: [], rows: rows.map((cells, index) => ({ row: index + 1, cells: toCells(cells) })) }
}

export function read(source: DocumentText): readonly Table[] {
  const tables = readTables(source)
  if (!tables.ok) throw new Error(`unreadable: ${tables.error.code}`)
  return tables.value
}

export function propose(source: string | readonly Cells[], options: Partial<ImportOptions> = {}): ImportProposal {
  const tables = typeof source === 'string' ? read({ text: source, type: 'unknown' }) : [tableOf(source)]
  return proposeImport(tables, { words: createWords('en'), ...options })
}

/** One row under the usual headings. */
export function proposeRow(cells: Cells, options: Partial<ImportOptions> = {}): ImportProposal {
  return propose([HEADINGS, cells], options)
}

export function taken(...mends: readonly MendAnswer[]): Partial<ImportOptions> {
  return { mends }
}

/** What was read, without where it stood. */
export function contentOf({ actions }: ImportProposal): object[] {
  return actions.map(({ sheet: _sheet, row: _row, source: _source, ...content }) => content)
}

export function codesOf({ problems }: ImportProposal): string[] {
  return problems.map((problem) => problem.code)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** As Excel pastes text: quotes around cells with line breaks. */
export function makePastedText(rows: readonly Cells[]): string {
  const cell = (text: string): string => (/[\n\t]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((cells) => `${cells.map(cell).join('\t')}\r\n`).join('')
}

/** As Word puts a table on the clipboard. */
export function makeWordHtml(rows: readonly Cells[]): string {
  const paragraphs = (text: string): string =>
    text
      .split('\n')
      .map(
        (line) =>
          `<p class=MsoNormal style='margin-bottom:0cm;line-height:\r\nnormal'><span lang=EN-GB style='font-size:11.0pt'>${escaped(line).replaceAll(' ', '\r\n')}<o:p>&nbsp;</o:p></span></p>`,
      )
      .join('\r\n')
  const row = (cells: Cells): string =>
    `<tr style='mso-yfti-irow:0'>${cells.map((text) => `<td width=151 valign=top style='width:112.7pt;border:solid windowtext 1.0pt'>\r\n  ${paragraphs(text)}\r\n  </td>`).join('\r\n  ')}</tr>`
  return `<html xmlns:v="urn:schemas-microsoft-com:vml"\r\nxmlns:o="urn:schemas-microsoft-com:office:office">\r\n<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif} table td > p {color:red} --></style></head>
<body lang=EN-GB><!--StartFragment--><p class=MsoNormal><b>Action tracker</b></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>${rows.map(row).join('\r\n')}</table><!--EndFragment--></body></html>`
}

/** As Excel puts cells on the clipboard, with the header that a raw dump of it keeps. */
export function makeExcelHtml(rows: readonly Cells[]): string {
  const row = (cells: Cells): string =>
    `<tr height=20 style='height:15.0pt'>\r\n${cells.map((text) => `  <td class=xl65 width=64 style='height:15.0pt;width:48pt'>${escaped(text).replaceAll('\n', '<br>\r\n    ')}</td>`).join('\r\n')}\r\n </tr>`
  return `Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000009999\r\nStartFragment:0000000141\r\nEndFragment:0000009963\r\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet>
<style><!--table {mso-displayed-decimal-separator:"\\.";} td {white-space:nowrap;}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=256 style='border-collapse:collapse'><!--StartFragment-->
 <col width=64 span=4 style='width:48pt'>\r\n${rows.map(row).join('\r\n')}<!--EndFragment--></table></body></html>`
}

/** As LibreOffice Calc copies cells. */
export function makeLibreOfficeHtml(rows: readonly Cells[]): string {
  const row = (cells: Cells): string =>
    `\t<tr>\n${cells.map((text) => `\t\t<td height="17" align="left" valign=bottom><font face="Liberation Sans">${escaped(text).replaceAll('\n', '<br>')}</font></td>`).join('\n')}\n\t</tr>`
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.0 Transitional//EN"><html><head><title></title><meta name="generator" content="LibreOffice 24.2"/><style type="text/css">body,div,table{font-family:"Liberation Sans"; font-size:x-small}</style></head>
<body><table cellspacing="0" border="0"><colgroup width="85"></colgroup>${rows.map(row).join('\n')}</table></body></html>`
}
