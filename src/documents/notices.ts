/** What a document has besides words in cells, as problems: every import tells it alike. */

import type { Report } from './problem.ts'
import type { Notice, NoticeCode } from './table.ts'

/** @param nameOf what a column is called */
export function tellNotices(
  notices: readonly Notice[],
  sheet: string | null,
  report: Report,
  nameOf: (column: number) => string,
): void {
  for (const { row, column, code, values } of notices) {
    report.find({
      sheet,
      row,
      column: column === null ? '' : nameOf(column),
      code,
      values: { text: '', count: 1, outside: 'no', known: values?.['text'] ? 'yes' : 'no', ...values },
      lost: LOST.has(code),
    })
  }
}

/** What will be in nothing that comes in, though the document has it. */
const LOST = new Set<NoticeCode>(['image', 'chart', 'embedded', 'comment', 'hiddenText', 'link', 'farCells'])

/** `A`, `B`, … `AA`: what a column without a heading is called. */
export function makeColumnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? last : makeColumnLetters(Math.floor(index / 26) - 1) + last
}
