/**
 * What people may ask of the register. A command carries an id made by its author, so that submitting it twice is once.
 */

import type { ActionId, Kind, NextStep, Origin, Outcome, Owner, Part, Status } from './action.ts'
import type { Day } from './day.ts'
import type { Due } from './due.ts'
import type { Marking } from './group.ts'

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

export interface AddAction {
  readonly kind: 'addAction'
  readonly id: CommandId
  readonly details: string
  readonly actionKind: Kind
  readonly owners: readonly Owner[]
  readonly parts: readonly Part[]
  readonly due: Due | null
  readonly origin: Origin
  readonly marking?: Marking | null
  /** Only for what comes from a document: its number there, status, and the history it brings. */
  readonly imported?: { readonly reference: string; readonly status: Status; readonly updates: readonly UpdateDraft[] }
}

export interface AddUpdate {
  readonly kind: 'addUpdate'
  readonly id: CommandId
  readonly action: ActionId
  readonly update: UpdateDraft
}

export interface ProposeDischarge {
  readonly kind: 'proposeDischarge'
  readonly id: CommandId
  readonly action: ActionId
  /** What shows that the action is done: goes into the history. */
  readonly evidence: string
}

export type Command = AddAction | AddUpdate | ProposeDischarge

/** The fields of an action that a command depends on or writes: if one of them changed meanwhile, the author is asked. */
export function touchedBy(command: Command): readonly ('status' | 'closing' | 'discharge')[] {
  switch (command.kind) {
    case 'addAction':
      return []
    case 'addUpdate':
    case 'proposeDischarge':
      return ['status', 'closing', 'discharge']
  }
}
