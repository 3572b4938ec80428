/**
 * Tables as text: cells between tabs (or commas), quoted as Excel quotes when it pastes. A quote is only a quote when
 * it opens a cell and its partner closes that cell: `"Safe online" campaign` is left as it is, where the parsers that
 * we tried swallow the rows that follow.
 *
 *   parseDelimited('1/19\t"two\nlines"\n', '\t')  // [['1/19', 'two\nlines']]
 */

export function parseDelimited(text: string, delimiter: '\t' | ',' | ';'): string[][] {
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
    if (at >= text.length) return rows
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
