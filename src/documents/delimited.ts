/**
 * Tables as text: cells between tabs, commas, semicolons or bars, quoted as Excel quotes when it pastes. A quote is only
 * a quote when it opens a cell and its partner closes that cell: `"Safe online" campaign` is left as it is, where the
 * parsers that we tried swallow the rows that follow.
 *
 *   parseDelimited('1/19\t"two\nlines"\n', '\t')  // [['1/19', 'two\nlines']]
 */

export const DELIMITERS = ['\t', ',', ';', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** @param most rows to read at most */
export function parseDelimited(text: string, delimiter: Delimiter, most = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = []
  const stop = new RegExp(`[${delimiter}\r\n]`, 'gu')
  let row: string[] = []
  let at = 0
  while (true) {
    const quoted = text[at] === '"' ? readQuoted(text, at, delimiter) : null
    if (quoted) {
      row.push(quoted.cell)
      at = quoted.end
    } else {
      stop.lastIndex = at
      const end = stop.exec(text)?.index ?? text.length
      row.push(text.slice(at, end))
      at = end
    }
    if (text[at] === delimiter) {
      at += 1
      continue
    }
    rows.push(row)
    row = []
    at += text.startsWith('\r\n', at) ? 2 : 1
    if (at >= text.length || rows.length >= most) return rows
  }
}

function readQuoted(text: string, start: number, delimiter: string): { cell: string; end: number } | null {
  let from = start + 1
  while (true) {
    const quote = text.indexOf('"', from)
    if (quote === -1) return null
    const after = text[quote + 1]
    if (after === '"') {
      from = quote + 2
      continue
    }
    if (after !== undefined && after !== delimiter && after !== '\r' && after !== '\n') return null
    return { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 }
  }
}

const SAMPLE_ROWS = 60
const SAMPLE = 60_000

/**
 * What a text's cells are separated by, by what it is: tabs wherever there are any; otherwise what makes most of its
 * rows equally wide. Null for prose, whose commas fall anywhere.
 *
 * @param narrowest cells that a row must have: two in what says that it is CSV, else three, for a letter has lines of two
 */
export function findDelimiter(text: string, narrowest: 2 | 3): Delimiter | null {
  // Excel's own way to say it, on a line of its own.
  const said = /^sep=([,;|\t])\r?\n/iu.exec(text)?.[1]
  if (said) return said as Delimiter
  if (text.includes('\t')) return '\t'
  const sample = text.slice(0, SAMPLE)
  const scored = ([',', ';', '|'] as const).map((delimiter) => ({
    delimiter,
    score: evenness(sample, delimiter, narrowest),
  }))
  const [best] = scored.toSorted((a, b) => b.score - a.score)
  return best && best.score > 0 ? best.delimiter : null
}

/** Cells in rows of the width that most rows have; nothing unless those are nearly all. */
function evenness(sample: string, delimiter: Delimiter, narrowest: number): number {
  const rows = parseDelimited(sample, delimiter, SAMPLE_ROWS).filter((cells) =>
    cells.some((cell) => cell.trim() !== ''),
  )
  const widths = new Map<number, number>()
  for (const { length } of rows) widths.set(length, (widths.get(length) ?? 0) + 1)
  const wide = rows.filter((cells) => cells.length > 1).length
  let [width, count] = [0, 0]
  for (const [each, times] of widths)
    if (each >= narrowest && times * each > width * count) [width, count] = [each, times]
  return count * 3 >= wide * 2 && count * 2 >= rows.length - 3 ? count * (width - 1) : 0
}
