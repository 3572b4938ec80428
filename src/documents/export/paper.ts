/**
 * What is taken out of the product as a paper: a title, a marking, and sections of words and tables. One value that the
 * screen draws and that Word, PDF, Excel and CSV write, so that they can't say different things. Everything in it is
 * in one language; nothing that is withheld is in it.
 */

import type { Colour } from '../../domain/action.ts'
import type { Words } from '../../words/words.ts'
import type { Cell } from './cell.ts'

/** A cell: words, or a figure that a spreadsheet adds up; perhaps with a status' shape and colour before it. */
export type PaperCell =
  | { readonly kind: 'words'; readonly words: Cell; readonly colour?: Colour }
  | { readonly kind: 'number'; readonly number: number }

export interface PaperColumn {
  readonly title: string
  /** Its share of the width, among those of the others. */
  readonly weight: number
}

export interface PaperTable {
  /** What it shows, for who doesn't see it at a glance. */
  readonly caption: string
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly PaperCell[])[]
  /** Index of the column that names its row. */
  readonly heading: number
}

/** Figures of the section's table compared, as bars of pieces. */
export interface PaperChart {
  /** What it shows, for who doesn't see it. */
  readonly alt: string
  /** What there are pieces of, in their order in every bar. */
  readonly kinds: readonly PaperPiece[]
  readonly bars: readonly PaperBar[]
}

export interface PaperPiece {
  readonly name: string
  readonly colour: Colour
}

export interface PaperBar {
  readonly name: string
  /** None is nought. */
  readonly pieces: readonly (PaperPiece & { readonly number: number })[]
}

export interface PaperSection {
  /** Stable: `red`, `counts`. */
  readonly key: string
  readonly heading: string
  readonly words: readonly string[]
  /** Stands before the table; where there is one, so is that. */
  readonly chart?: PaperChart
  readonly table: PaperTable | null
}

export interface Paper {
  readonly title: string
  /** Whose, for when, made when; a line each. */
  readonly lines: readonly string[]
  /** On every page: `OFFICIAL-SENSITIVE – Group members only`. */
  readonly marking: string
  readonly sections: readonly PaperSection[]
  /** Its language. */
  readonly words: Words
}

export function lengthOf({ pieces }: PaperBar): number {
  return pieces.reduce((sum, { number }) => sum + number, 0)
}

/** What a chart's colours stand for; nothing where the names of the bars say so. */
export function legendOf({ kinds, bars }: PaperChart): readonly PaperPiece[] {
  return bars.every(({ name, pieces }) => pieces.every((piece) => piece.name === name)) ? [] : kinds
}

/** A figure in a cell. */
export function figure(number: number): PaperCell {
  return { kind: 'number', number }
}

/** Words of ours in a cell. */
export function said(text: string, colour?: Colour): PaperCell {
  return { kind: 'words', words: text === '' ? [] : [[{ text, as: 'words' }]], ...(colour ? { colour } : {}) }
}

/** Whether a column holds figures and nothing else: its heading then ends where they end. */
export function isFigures(rows: PaperTable['rows'], column: number): boolean {
  return rows.length > 0 && rows.every((row) => row[column]?.kind === 'number')
}

/** Told, after each row of a table, how much of the whole is written: 0 to 1. */
export type OnRow = (share: number) => void

/** To be called after each row of so many. */
export function tally(rows: number, onRow: OnRow): () => void {
  let written = 0
  return () => onRow(Math.min(1, (written += 1) / rows))
}

export function rowsOf({ sections }: Paper): number {
  return sections.reduce((sum, { table }) => sum + (table?.rows.length ?? 0), 0)
}
