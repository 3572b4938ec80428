/** A row of a tracker as it was found, column by column: what reads it, and what mends it, say the same of it. */

import type { Column } from './columns.ts'
import type { Section, SectionHeading } from './sections.ts'
import type { Table } from './table.ts'

export interface TrackerRow {
  readonly sheet: string | null
  readonly row: number
  /** What the document says, by column; columns of one kind are joined by a line break. Absent: no such column. */
  readonly texts: Map<Column, string>
  /** The row as it was. */
  readonly source: readonly string[]
  /** What stands above it and says how it stands: "Completed actions". */
  readonly heading: SectionHeading | null
  /** What stands together, from its headings to the next others, over all its pages. */
  readonly block: Section | undefined
  readonly table: Table
  /** The heading of a column as written, or what the column is. */
  headingOf(column: Column): string
}
