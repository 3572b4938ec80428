/**
 * Actions that a document keeps as forms, one small table each: the headings stand below each other on the left, and
 * what they say beside them. Forms that follow each other become one table, a row a form; other tables stay.
 *
 *   Action | Share the profile
 *   Owner  | SHROCU              →  Action | Owner | Due
 *   Due    | 5 March 2020           Share the profile | SHROCU | 5 March 2020
 */

import { readHeader } from './columns.ts'
import type { Notice, Row, Table } from './table.ts'
import { foldText } from './text.ts'

/** Turns runs of forms into tables. */
export function turnSideHeadings(tables: readonly Table[]): Table[] {
  const turned: Table[] = []
  let run: Table[] = []
  const end = (): void => {
    if (run.length > 0) turned.push(turn(run))
    run = []
  }
  for (const table of tables) {
    const [before] = run
    const headings = headingsOf(table)
    if (headings === null || (before && (before.sheet !== table.sheet || !alike(headings, headingsOf(before))))) end()
    if (headings === null) turned.push(table)
    else run.push(table)
  }
  end()
  return turned
}

/** The words on the left, where they are the headings of an action and nothing but one cell stands beside each. */
function headingsOf({ rows }: Table): readonly string[] | null {
  if (rows.length < 3 || rows.length > LONGEST_FORM || rows.some((row) => !isPair(row))) return null
  const headings = rows.map((row) => row.cells[0]?.text ?? '')
  if (new Set(headings.map(foldText)).size < headings.length) return null
  const header = readHeader({ row: 1, cells: headings.map((text) => ({ text })) })
  if (!header?.columns.includes('details')) return null
  // Headings of a table that has only two columns stand in its first row.
  const known = header.columns.filter((column) => column !== 'ignore').length
  return known * 2 > headings.length && known >= 3 ? headings : null
}

const LONGEST_FORM = 20

function isPair({ cells }: Row): boolean {
  return cells[0] !== undefined && cells[0].text !== '' && cells.slice(2).every((cell) => cell.text === '')
}

/** The same form, perhaps with a line more or less. */
function alike(headings: readonly string[], others: readonly string[] | null): boolean {
  const known = new Set(others?.map(foldText))
  return headings.filter((heading) => known.has(foldText(heading))).length * 2 > headings.length
}

function turn(forms: readonly Table[]): Table {
  const headings = [...new Map(forms.flatMap((form) => form.rows.map((row) => [keyOf(row), row.cells[0]] as const)))]
  const columns = new Map(headings.map(([key], index) => [key, index]))
  const [first] = forms
  const headerRow = first?.rows[0]?.row ?? 1
  const notices: Notice[] = []
  const rows = forms.map((form): Row => {
    // Headings and form begin in one row of the document, but are two here.
    const row = form === first ? headerRow + 1 : (form.rows[0]?.row ?? 1)
    const cells = headings.map(() => ({ text: '' }))
    for (const line of form.rows) cells[columns.get(keyOf(line)) ?? 0] = { text: line.cells[1]?.text ?? '' }
    const columnOf = new Map(form.rows.map((line) => [line.row, columns.get(keyOf(line)) ?? null]))
    for (const notice of form.notices ?? []) notices.push({ ...notice, row, column: columnOf.get(notice.row) ?? null })
    return { row, cells }
  })
  return {
    sheet: first?.sheet ?? null,
    caption: forms.flatMap((form) => form.caption),
    rows: [{ row: headerRow, cells: headings.map(([, cell]) => ({ text: cell?.text ?? '' })) }, ...rows],
    ...(notices.length > 0 ? { notices } : {}),
  }
}

function keyOf(row: Row): string {
  return foldText(row.cells[0]?.text ?? '')
}
