/**
 * What people may ask of the register. A command carries an id made by its author, so that submitting it twice is once.
 */

import type {
  Action,
  ActionContent,
  ActionId,
  CloseReason,
  Colour,
  Deadline,
  Kind,
  Link,
  Milestone,
  NextStep,
  Origin,
  Outcome,
  Override,
  Owner,
  Part,
  Status,
} from './action.ts'
import { canonical } from './canonical.ts'
import type { Day } from './day.ts'
import type { Due } from './due.ts'
import type { Marking } from './group.ts'
import type { ViewId, ViewScope } from './savedview.ts'
import type { GridView } from './view.ts'

/** 22 characters of base64url: 128 random bits. */
export type CommandId = string

export interface UpdateDraft {
  readonly day: Day
  readonly text: string
  readonly next: NextStep | null
  readonly outcome: Outcome | null
  readonly organisation?: string | null
  readonly meeting?: string | null
  /** Id of the update that this one corrects. */
  readonly supersedes?: string | null
}

/** A due moved before its document came here: to when, and why, where it says why. */
export interface ToldMove {
  readonly to: Due
  readonly reason: string
  /** The day of the edition that tells of it. */
  readonly day: Day
}

/** What a document says of an action besides its words. */
export interface ImportedContent {
  readonly reference: string
  readonly status: Status
  readonly updates: readonly UpdateDraft[]
  /** How its due moved on from the first one, oldest first. */
  readonly moves?: readonly ToldMove[]
  readonly milestones?: readonly Pick<Milestone, 'purpose' | 'due' | 'done'>[]
  readonly links?: readonly Pick<Link, 'kind' | 'target'>[]
  /** What the document shows where the rule would say otherwise. */
  readonly override?: Pick<Override, 'colour' | 'reason'>
  /** Why it is closed, where it is. */
  readonly closing?: string
}

interface About<Name extends string> {
  readonly kind: Name
  readonly id: CommandId
  readonly action: ActionId
}

export interface AddAction {
  readonly kind: 'addAction'
  readonly id: CommandId
  readonly details: string
  readonly actionKind: Kind
  readonly owners: readonly Owner[]
  readonly parts: readonly Part[]
  /** The first. */
  readonly due: Due | null
  readonly origin: Origin
  readonly marking?: Marking | null
  readonly imported?: ImportedContent
}

export type AddUpdate = About<'addUpdate'> & { readonly update: UpdateDraft }

/** A further edition's news of one action: entries that are not in the history yet, moves of its due, and the status it now has there. */
export type MergeEdition = About<'mergeEdition'> & {
  readonly updates: readonly UpdateDraft[]
  readonly moves?: readonly ToldMove[]
  readonly status: Status
  readonly batch: string
}

/** What shows that the action is done goes into the history. */
export type ProposeDischarge = About<'proposeDischarge'> & { readonly evidence: string }
export type WithdrawDischarge = About<'withdrawDischarge'> & { readonly reason: string }
interface DecidedOnContent {
  /** What was decided on (`askedOf`): of anything else, nothing is recorded. */
  readonly content?: string
  /** Nobody decided in time. */
  readonly lapsed?: boolean
}

/** The outcome of an approval; the service alone. */
export type RecordDischarge = About<'recordDischarge'> & {
  readonly decision: string
  readonly approved: boolean
  readonly reason: string
} & DecidedOnContent

export type Retain = About<'retain'> & { /** Key of the meeting. */ readonly meeting: string; readonly words: string }
export type Close = About<'close'> & { readonly reason: CloseReason; readonly words: string }
export type Reopen = About<'reopen'> & { readonly reason: string }

export type SetDue = About<'setDue'> & { readonly due: Due }
export type AskExtension = About<'askExtension'> & { readonly to: Due; readonly reason: string }
/** The outcome of an approval; the service alone. */
export type RecordExtension = About<'recordExtension'> & {
  readonly decision: string
  readonly granted: boolean
  readonly reason: string
} & DecidedOnContent

export type SetMilestone = About<'setMilestone'> & { readonly purpose: string; readonly due: Due }
export type CompleteMilestone = About<'completeMilestone'> & { readonly milestone: string; readonly day: Day }

export type Reassign = About<'reassign'> & { readonly owners: readonly Owner[]; readonly reason: string }
export type Reword = About<'reword'> & { readonly details: string }
/** Whom a recommendation asks, in its own words ('': nobody is named), and whose deadline its due is. */
export type SetAddressee = About<'setAddressee'> & { readonly addressee: string; readonly deadline: Deadline | null }
export type Mark = About<'mark'> & { readonly marking: Marking | null }

/** Sets a part that is there, or adds one. */
export type SetPart = About<'setPart'> & { readonly part: Part }

export type AddLink = About<'addLink'> & { readonly link: Pick<Link, 'kind' | 'target'> }
/** The body delivered, or the group that it was referred to answered. */
export type AnswerLink = About<'answerLink'> & { readonly link: string; readonly words: string; readonly day: Day }
export type RemoveLink = About<'removeLink'> & { readonly link: string; readonly reason: string }

export type OverrideStatus = About<'overrideStatus'> & { readonly colour: Colour; readonly reason: string }
export type LiftOverride = About<'liftOverride'> & { readonly reason: string }

/** What follows from the decisions stands again; the service alone. */
export type PutRight = About<'putRight'> & {
  readonly what: 'discharge' | 'extension' | 'due'
  readonly fields: Partial<Pick<ActionContent, 'status' | 'discharge' | 'extensions' | 'due' | 'firstDue'>>
}

/** The post that an action is put to has another holder; the service alone. */
export type NoteHandOver = About<'noteHandOver'> & {
  /** Its title. */
  readonly post: string
  /** Names; null: nobody held it, or does. */
  readonly before: string | null
  readonly after: string | null
  readonly day: Day
}

/** Every command about an action that is already there. */
export type ActionCommand =
  | AddUpdate
  | MergeEdition
  | ProposeDischarge
  | WithdrawDischarge
  | RecordDischarge
  | Retain
  | Close
  | Reopen
  | SetDue
  | AskExtension
  | RecordExtension
  | SetMilestone
  | CompleteMilestone
  | Reassign
  | Reword
  | SetAddressee
  | Mark
  | SetPart
  | AddLink
  | AnswerLink
  | RemoveLink
  | PutRight
  | NoteHandOver
  | OverrideStatus
  | LiftOverride

export type Command = AddAction | ActionCommand

/** Keeps a view under a name. */
export interface SaveView {
  readonly kind: 'saveView'
  readonly id: CommandId
  /** The one that changes; null: a new one, whose id is the command's. */
  readonly view: ViewId | null
  readonly name: string
  readonly scope: ViewScope
  readonly content: GridView
}

export interface RemoveView {
  readonly kind: 'removeView'
  readonly id: CommandId
  readonly view: ViewId
}

/** About the views that people keep, not about an action. */
export type ViewCommand = SaveView | RemoveView

type Field = keyof ActionContent

const STANDING: readonly Field[] = ['status', 'closing', 'discharge']

const TOUCHED: Record<ActionCommand['kind'], readonly Field[]> = {
  addUpdate: STANDING,
  mergeEdition: [...STANDING, 'due'],
  proposeDischarge: STANDING,
  withdrawDischarge: STANDING,
  recordDischarge: STANDING,
  retain: [...STANDING, 'retainedFor'],
  close: STANDING,
  reopen: STANDING,
  setDue: [...STANDING, 'due'],
  askExtension: [...STANDING, 'due', 'extensionAsked'],
  recordExtension: [...STANDING, 'due', 'extensionAsked'],
  setMilestone: [...STANDING, 'milestones'],
  completeMilestone: [...STANDING, 'milestones'],
  reassign: [...STANDING, 'owners'],
  reword: [...STANDING, 'details'],
  setAddressee: ['origin'],
  mark: ['marking'],
  setPart: [...STANDING, 'parts'],
  addLink: ['links'],
  answerLink: ['links'],
  removeLink: ['links'],
  putRight: [],
  noteHandOver: [],
  overrideStatus: ['override'],
  liftOverride: ['override'],
}

/** The fields of an action that a command depends on or writes: if one of them changed meanwhile, the author is asked. */
export function touchedBy(command: Command): readonly Field[] {
  return command.kind === 'addAction' ? [] : TOUCHED[command.kind]
}

/** Somebody changed what the command touches since its author looked. */
export function isOvertaken(command: Command, seen: Action, now: Action): boolean {
  return touchedBy(command).some((field) => canonical(seen[field]) !== canonical(now[field]))
}

/** The action that a command is about; one that is added has its command's id. */
export function aboutOf(command: Command): ActionId {
  return command.kind === 'addAction' ? command.id : command.action
}
