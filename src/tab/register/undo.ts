/**
 * Takes one's last change back by a further entry: history only grows. Pure. Where the rules have no opposite (what was
 * said, a due that was set, an answer) there is none: such a thing is corrected, not undone.
 */

import type { Action } from '../../domain/action.ts'
import type { Command } from '../../domain/command.ts'
import type { Person } from '../../domain/group.ts'
import type { UntoldCommand } from './deedfields.ts'

/** Takes back what was done to many at once; gives what there is to say of that. */
export type UndoAll = () => Promise<string>

/** What was done, and how to take it back. */
export interface Done {
  /** As it was saved; null where it is about none. */
  readonly action: Action | null
  readonly said: string
  /** Null where it can't be taken back. */
  readonly undo: Command | null
  readonly undoAll?: UndoAll | null
}

/**
 * @param id of the command that was carried out
 * @param before the action as it was
 * @param reason stands in the history
 */
export function oppositeOf(
  command: UntoldCommand,
  id: string,
  before: Action,
  me: Person,
  reason: string,
): UntoldCommand | null {
  switch (command.kind) {
    case 'proposeDischarge':
      return { kind: 'withdrawDischarge', reason }
    case 'withdrawDischarge': {
      const { discharge } = before
      // Somebody else's proposal would become mine.
      return discharge?.proposedBy?.objectId === me.objectId
        ? { kind: 'proposeDischarge', evidence: discharge.evidence }
        : null
    }
    case 'retain':
      return before.retainedFor === null ? null : { kind: 'retain', meeting: before.retainedFor, words: reason }
    case 'close':
      return before.status === 'open' ? { kind: 'reopen', reason } : null
    case 'reopen':
      return before.closing && { kind: 'close', reason: before.closing.reason, words: before.closing.words }
    case 'reassign':
      return { kind: 'reassign', owners: before.owners, reason }
    case 'reword':
      return { kind: 'reword', details: before.details }
    case 'setAddressee': {
      const { addressee = '', deadline = null } = before.origin
      return { kind: 'setAddressee', addressee, deadline }
    }
    case 'mark':
      return { kind: 'mark', marking: before.marking }
    case 'setPart': {
      const was = before.parts.find((part) => part.letter === command.part.letter)
      return was ? { kind: 'setPart', part: was } : null
    }
    case 'addLink':
      return { kind: 'removeLink', link: id, reason }
    case 'removeLink': {
      const link = before.links.find((each) => each.id === command.link)
      return link && link.answer === null ? { kind: 'addLink', link: { kind: link.kind, target: link.target } } : null
    }
    case 'overrideStatus':
      return before.override
        ? { kind: 'overrideStatus', colour: before.override.colour, reason: before.override.reason }
        : { kind: 'liftOverride', reason }
    case 'liftOverride':
      return (
        before.override && { kind: 'overrideStatus', colour: before.override.colour, reason: before.override.reason }
      )
    case 'addUpdate':
    case 'mergeEdition':
    case 'recordDischarge':
    case 'recordExtension':
    case 'putRight':
    case 'noteHandOver':
    case 'setDue':
    case 'askExtension':
    case 'setMilestone':
    case 'completeMilestone':
    case 'answerLink':
      return null
  }
}
