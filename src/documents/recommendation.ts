/**
 * What a log of inspection recommendations holds, as it is read: publications with what they ask for, each as its
 * document has it. Words as written stay beside whatever was understood of them.
 */

import type { Kind } from '../domain/action.ts'
import type { Day } from '../domain/day.ts'
import type { Due } from '../domain/due.ts'
import type { Colour } from '../domain/action.ts'
import type { Problem } from './problem.ts'

/** The colours that such logs print; NEW GREEN is green since the last edition. */
export const PRINTED_STATUSES = ['RED', 'AMBER', 'GREEN', 'NEW GREEN', 'WHITE', 'CLOSED'] as const
export type PrintedStatus = (typeof PRINTED_STATUSES)[number]

export interface PrintedDue {
  /** All of its words as written: "Extended to July 2020 but need to be reviewed [Reported to PAB]". */
  readonly words: string
  /** Null where it says that there is none. */
  readonly due: Due | null
  /** `extension`: takes the place of the due before it. `none`: "No date set by HMICFRS". */
  readonly kind: 'due' | 'milestone' | 'extension' | 'none'
  /** What is to be reached by it: "for initial review". */
  readonly purpose: string | null
  /** Why it was moved: "pending the results of benchmarking". */
  readonly reason: string | null
  readonly done: boolean
  /** The board that was told: "PAB". */
  readonly reportedTo: string | null
  /** Whose deadline it is: the report's, the log's own, or another body's. */
  readonly setBy: 'report' | 'own' | 'body'
  readonly body: string | null
}

/** A bullet, which may be complete before the others. */
export interface PrintedPart {
  /** As printed or, without a mark, its place from 1. */
  readonly mark: string
  readonly text: string
  readonly status: PrintedStatus | null
  readonly done: boolean
}

/** One version of a position. */
export interface PositionEntry {
  /** Null: the edition's. */
  readonly day: Day | null
  readonly text: string
}

export interface Addressee {
  /** Who "should", as written; null where nobody is named. */
  readonly words: string | null
  /** `other`: not for the force that keeps the log. */
  readonly whose: 'own' | 'other'
  /** Who must act first, and what is awaited of them; null where nothing is awaited of anybody. */
  readonly body: string | null
  readonly awaited: string | null
}

export interface RuleAnswer {
  /** What the rules of a register would show on the day of the edition. */
  readonly colour: Colour
  /** Where a group counts lateness by the first due. */
  readonly byFirstDue: Colour
  readonly differs: boolean
}

export interface PrintedRecommendation {
  readonly sheet: string | null
  readonly row: number
  /** As printed: `4a`; null where the document has none. */
  readonly number: string | null
  readonly kind: Kind
  /** As printed: "Areas for improvement"; empty where it has none. */
  readonly label: string
  /** Whole, with its bullets. */
  readonly text: string
  /** Without its bullets. */
  readonly lead: string
  readonly parts: readonly PrintedPart[]
  readonly status: PrintedStatus | null
  /** What stands as the status and is none. */
  readonly statusWords: string | null
  /** The dates that its own words name, in their order. */
  readonly deadlines: readonly { readonly words: string; readonly due: Due | null }[]
  readonly dues: readonly PrintedDue[]
  readonly comments: readonly PositionEntry[]
  readonly addressee: Addressee
  readonly rule: RuleAnswer
}

export interface Claims {
  /** What the report makes in all. */
  readonly made: number | null
  /** What is for the force. */
  readonly own: number | null
  readonly complete: number | null
  readonly closed: number | null
  readonly inProgress: number | null
}

export interface Reconciliation {
  readonly claimed: number
  readonly shown: number
  /** What was complete or closed before this edition, and isn't shown any more. */
  readonly earlier: number
  readonly agrees: boolean
}

export interface PrintedPublication {
  readonly row: number
  readonly title: string
  readonly subtitle: string | null
  /** "A joint national report by HMI Prisons and HMICFRS". */
  readonly report: string | null
  readonly publishers: readonly string[]
  readonly scope: 'national' | 'force' | 'joint' | null
  /** `2021-03-11`, or `2019-10` where only the month is told. */
  readonly published: string | null
  readonly publishedWords: string | null
  /** Who leads on it, where the document says so. */
  readonly lead: string | null
  /** Sentences that count. */
  readonly summary: string
  readonly claims: Claims
  readonly reconciliation: Reconciliation | null
  /** A statement of where the force stands; null where it makes none. */
  readonly position: string | null
  readonly notes: readonly string[]
  /** Dates by which the report wants to be answered. */
  readonly replies: readonly { readonly words: string; readonly due: Due | null }[]
  readonly recommendations: readonly PrintedRecommendation[]
}

export interface RecommendationsProposal {
  readonly title: string | null
  /** What the document itself says that its colours mean. */
  readonly legend: {
    readonly headings: readonly string[]
    readonly colours: readonly { readonly status: string; readonly meaning: string }[]
  }
  /** Those of its tables, each once, as written. */
  readonly headings: readonly string[]
  /** The day of the edition: as told, else as proposed. */
  readonly day: Day
  readonly publications: readonly PrintedPublication[]
  readonly problems: readonly Problem[]
}
