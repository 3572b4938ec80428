/** What a page takes out as a file: of what, in which formats, in which language. */

import type { ActionId, Update } from '../../domain/action.ts'
import type { CoverageContent } from '../../domain/coverage.ts'
import type { CoveringGround } from '../../domain/covering.ts'
import type { Day } from '../../domain/day.ts'
import type { Framework } from '../../domain/framework.ts'
import type { ListedBook } from '../../domain/incidenttable.ts'
import type { Report } from '../../domain/report.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Language } from '../../words/words.ts'

export const PAPER_FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const
export type PaperFormat = (typeof PAPER_FORMATS)[number]

/** What a paper is made of. */
export type PaperSource =
  | { readonly kind: 'report'; readonly report: Report; readonly snapshot: Snapshot }
  | {
      readonly kind: 'evidence'
      readonly framework: Framework
      readonly coverages: readonly CoverageContent[]
      readonly ground: CoveringGround
      readonly today: Day
    }
  | {
      readonly kind: 'incidents'
      readonly book: ListedBook
      readonly snapshot: Snapshot
      readonly since: Day
      readonly today: Day
    }

/** The table that people of the field know. */
export interface TrackerSource {
  readonly kind: 'tracker'
  readonly snapshot: Snapshot
  readonly histories: ReadonlyMap<ActionId, readonly Update[]>
  readonly today: Day
  readonly actions: readonly ActionId[]
  readonly colours: boolean
}

export type FileRequest = { readonly language: Language } & (
  | { readonly source: PaperSource; readonly format: PaperFormat }
  | { readonly source: TrackerSource; readonly format: 'docx' | 'xlsx' }
)

/** What the worker says: the file, or how much of it is written, 0 to 1. */
export type FileMessage = Uint8Array<ArrayBuffer> | number
