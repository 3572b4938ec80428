/**
 * A table as CSV (RFC 4180, UTF-8 with its mark, so that Excel reads Welsh). What a spreadsheet would take for a formula
 * begins with an apostrophe, as Excel itself writes text: no words of anybody are ever run.
 */

import { strToU8 } from 'fflate'

const FORMULA = /^[=+\-@\t\r\0]/

export function makeCsv(rows: readonly (readonly (string | number | null)[])[]): Uint8Array {
  const text = rows.map((cells) => cells.map(makeCell).join(',')).join('\r\n')
  return strToU8(`\uFEFF${text}\r\n`)
}

function makeCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = (FORMULA.test(value) ? `'${value}` : value).replaceAll('\0', '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
