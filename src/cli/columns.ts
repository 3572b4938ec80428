/** Rows as columns of a terminal: long cells are cut, and say so. */
export function makeColumns(rows: readonly (readonly string[])[], widest: readonly number[]): string[] {
  const cut = rows.map((row) => row.map((cell, index) => shorten(cell, widest[index] ?? 20)))
  const widths = widest.map((_, index) => Math.max(...cut.map((row) => row[index]?.length ?? 0)))
  return cut.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

function shorten(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1).trimEnd()}…` : text
}
