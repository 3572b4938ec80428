/**
 * A paper as CSV (RFC 4180, UTF-8 with its mark, so that Excel reads ŵ and ŷ): its tables one below the other, each under
 * its heading. No cell can start a formula: what begins with one of its signs has an apostrophe before it.
 */

import { strToU8 } from 'fflate'
import { cellText } from './cell.ts'
import type { Paper, PaperCell } from './paper.ts'

const BYTE_ORDER_MARK = '\uFEFF'
/** What spreadsheets take for the beginning of a formula (OWASP, "CSV injection"), but in a figure. */
const FORMULA = /^(?!-?\d+(?:\.\d+)?$)[=+\-@\t\r\n\0＝＋－＠]/u

export function makePaperCsv({ title, lines, marking, sections }: Paper): Uint8Array {
  const rows: string[][] = [[title], ...lines.map((line) => [line]), [marking]]
  for (const { heading, words, table } of sections) {
    rows.push([], [heading], ...words.map((line) => [line]))
    if (!table) continue
    rows.push(
      table.columns.map((column) => column.title),
      ...table.rows.map((row) => row.map(textOf)),
    )
  }
  return strToU8(BYTE_ORDER_MARK + rows.map((row) => row.map(quote).join(',')).join('\r\n') + '\r\n')
}

function textOf(cell: PaperCell): string {
  return cell.kind === 'number' ? String(cell.number) : cellText(cell.words)
}

function quote(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
