/**
 * An action and its history (product: "The words"). An action is one row and the commit point of everything that is
 * written with it; updates are rows of their own and are only ever added.
 */

import type { Day } from './day.ts'
import type { Due } from './due.ts'
import type { Marking, Person } from './group.ts'

export const KINDS = ['action', 'recommendation', 'areaForImprovement', 'causeOfConcern'] as const
export type Kind = (typeof KINDS)[number]

export const STATUSES = ['open', 'dischargeProposed', 'discharged', 'closed'] as const
export type Status = (typeof STATUSES)[number]

export const CLOSE_REASONS = ['notApplicable', 'duplicate', 'superseded', 'overtaken', 'referred'] as const
export type CloseReason = (typeof CLOSE_REASONS)[number]

export const OUTCOMES = ['next', 'retain', 'discharge'] as const
/** What an update led to: a next step, kept for the next meeting, or a discharge. */
export type Outcome = (typeof OUTCOMES)[number]

/** Identity of an action: the id of the command that made it. */
export type ActionId = string

/** Work is owned by organisations and posts; a name may stand beside them (an outside lead). */
export type Owner = { readonly organisation: string } | { readonly post: string } | { readonly name: string }

export interface Part {
  /** As printed: `a` in `1/19(a)`, `1` in `7/19(1)`. */
  readonly letter: string
  readonly details: string
  readonly owners: readonly Owner[]
  readonly due: Due | null
  readonly status: 'open' | 'done'
}

export interface NextStep {
  readonly words: string
  readonly owners: readonly Owner[]
  readonly due: Due | null
}

interface Move {
  readonly from: Due | null
  readonly to: Due
  readonly reason: string
}

export interface GrantedExtension extends Move {
  readonly askedBy: Person
  readonly askedOn: Day
  /** The decision that granted it. */
  readonly decision: string
  readonly basis?: never
}

/** As a document tells it, with its reason or none; who asked for it and who granted it, it doesn't say. */
export interface ImportedExtension extends Move {
  readonly basis: 'imported'
  /** Id of the import that brought it in. */
  readonly batch: string
  /** Id of the entry in the history that tells of it: whoever wrote that brought it in. */
  readonly entry: string
  readonly askedBy: null
  readonly askedOn: null
  /** The decision that confirmed the import, written by the service alone; null: a claim. */
  readonly decision: string | null
}

export type Extension = GrantedExtension | ImportedExtension

/** An extension that somebody asked for and nobody has decided yet. */
export interface ExtensionRequest {
  readonly to: Due
  readonly reason: string
  readonly askedBy: Person
  readonly askedOn: Day
  /** Id of the command that asked: its entry in the history says who really did. */
  readonly ask?: string
}

/** A purpose reached by a day on the way: "February 2021 for initial review [completed]". Never slippage. */
export interface Milestone {
  /** Unique in its action: the id of the command that set it. */
  readonly id: string
  readonly purpose: string
  readonly due: Due
  /** The day it was reached, or null. */
  readonly done: Day | null
}

export const LINK_KINDS = ['waitsFor', 'alignedWith', 'continues', 'replaces', 'referredTo'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/** To another action of the group, to an action or group elsewhere, or to a body and what it must deliver. */
export interface Link {
  /** Unique in its action: the id of the command that made it. */
  readonly id: string
  readonly kind: LinkKind
  readonly target:
    | { readonly action: ActionId }
    | { readonly group: string; readonly reference: string | null }
    | { readonly body: string; readonly what: string }
  /** The answer of the group it was referred to, or what the body delivered; null while waited for. */
  readonly answer: { readonly words: string; readonly day: Day } | null
}

/** Where an action comes from. */
export interface Origin {
  readonly kind: 'typed' | 'meeting' | 'minute' | 'document'
  /** Key of the meeting. */
  readonly meeting?: string
  /** Name of the document, or words that say where. */
  readonly words?: string
  /** The number it has there, where that is none of ours (`SGG-07`, `12`). */
  readonly number?: string
  /** Id of the import that brought it in. */
  readonly batch?: string
  /** Key of the inspection report that recommends it. */
  readonly publication?: string
  /** Whom a recommendation asks, as written: it stays whether or not anybody is waited for. */
  readonly addressee?: string
  /** Whose deadline its due is: the report's, the force's own, or another body's. */
  readonly deadline?: Deadline
  /** The recommendation that it is a piece of: an action of this register, or of another, which `words` name. */
  readonly recommendation?: ActionId
  /** The letter of the recommendation's part that it carries out. */
  readonly part?: string
}

export type Deadline = 'report' | 'own' | { readonly body: string }

/** What a discharge rests on. A row that says `discharged` with neither is only a claim. */
export interface Discharge {
  readonly evidence: string
  readonly proposedOn: Day
  /** Who proposed it; null in an imported row. */
  readonly proposedBy: Person | null
  /** Id of the command that proposed it: its entry in the history says who really did. */
  readonly ask?: string
  /** Id of the decision, written by the service alone. */
  readonly decision: string | null
}

export interface Closing {
  readonly reason: CloseReason
  readonly words: string
  readonly day: Day
}

export const COLOURS = ['RED', 'AMBER', 'GREEN', 'WHITE', 'CLOSED'] as const
export type Colour = (typeof COLOURS)[number]

export interface Override {
  readonly colour: Colour
  readonly reason: string
  readonly by: Person
  readonly on: Day
}

/** The latest update, as much of it as stands on the action's own row. */
export interface Latest {
  readonly day: Day
  readonly outcome: Outcome | null
  readonly next: NextStep | null
}

/** What is known of an action apart from where and by whom it is stored. */
export interface ActionContent {
  readonly id: ActionId
  /** `n/yy`, unique in its group. */
  readonly reference: string
  readonly kind: Kind
  readonly details: string
  readonly parts: readonly Part[]
  readonly owners: readonly Owner[]
  readonly due: Due | null
  /** Never changes after it was first set (product, rule 3). */
  readonly firstDue: Due | null
  readonly extensions: readonly Extension[]
  readonly extensionAsked: ExtensionRequest | null
  readonly milestones: readonly Milestone[]
  readonly links: readonly Link[]
  /** Key of the meeting that the action was last retained for. */
  readonly retainedFor: string | null
  readonly status: Status
  readonly discharge: Discharge | null
  readonly closing: Closing | null
  readonly override: Override | null
  readonly origin: Origin
  /** Null: the group's. */
  readonly marking: Marking | null
  /** The latest next step stands on the row. */
  readonly latest: Latest | null
  /** How many updates the history holds. */
  readonly updateCount: number
}

/** An action as stored. */
export interface Action extends ActionContent {
  /** The version it was read at (ETag): every write is based on one. */
  readonly version: string
  readonly createdBy: string
  /** ISO instant. */
  readonly createdAt: string
  readonly modifiedAt: string
}

export const EVENT_KINDS = [
  'dueSet',
  'extensionAsked',
  'extensionGranted',
  'extensionImported',
  'extensionRefused',
  'extensionLapsed',
  'milestoneSet',
  'milestoneDone',
  'retained',
  'dischargeProposed',
  'dischargeWithdrawn',
  'dischargeApproved',
  'dischargeRefused',
  'dischargeLapsed',
  'closed',
  'reopened',
  'statusFromEdition',
  'reassigned',
  'reworded',
  'addressed',
  'marked',
  'partSet',
  'partDone',
  'partReopened',
  'linked',
  'answered',
  'unlinked',
  'overridden',
  'overrideLifted',
  'putRight',
  'handedOver',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

/** What happened to the action itself, where an entry is more than words. Values are for the sentence. */
export interface HistoryEvent {
  readonly kind: EventKind
  readonly values: Readonly<Record<string, string>>
}

/** One dated entry of an action's history. */
export interface UpdateContent {
  /** The command's id and an ordinal: unique. */
  readonly id: string
  readonly action: ActionId
  /** The day it speaks of; when it was entered is the store's. */
  readonly day: Day
  readonly text: string
  readonly next: NextStep | null
  readonly outcome: Outcome | null
  readonly event: HistoryEvent | null
  /** Key of the organisation it speaks for, where known. */
  readonly organisation: string | null
  /** Key of the meeting it was given in, where known. */
  readonly meeting: string | null
  /** Id of the update that this one corrects; both stay visible. */
  readonly supersedes: string | null
}

/** An update as stored: the author and time are SharePoint's own. */
export interface Update extends UpdateContent {
  readonly author: string
  /** ISO instant. */
  readonly enteredAt: string
}
