/**
 * What a meeting did with each matter arising: one row per action and meeting, to which deeds are added. A deed names
 * the command that it was carried out by on the action itself, so that the row says what happened and the action proves
 * it. Two secretaries may deal with one matter at once: both deeds stand.
 *
 *   matters.submit({ kind: 'dealWith', id, key: matterKeyOf(meeting, action), meeting, action,
 *                    deed: { id: proposal.id, how: 'discharged', words: 'The chair: done, well done', on, by } })
 *   matters.submit({ kind: 'takeBack', id, key, deed: proposal.id })
 *
 * A discharge or extension decided aloud is an ordinary `proposeDischarge` or `askExtension` of the action, with what was
 * said as evidence or reason. When the meeting is closed the service puts them before the chair as one list
 * (`aloudOf` says which), and notes here what came of it (`noteDecision`).
 */

import type { ActionId } from './action.ts'
import type { ApprovalKind } from './approval.ts'
import { LONGEST_TEXT } from './check.ts'
import type { CollectionCommand, DecideRow } from './collection.ts'
import type { CommandId } from './command.ts'
import { isDay, type Day } from './day.ts'
import type { Person } from './group.ts'
import { accept, refuse, type Result } from './result.ts'

/** `updated` alone leaves a matter in limbo: it was spoken of, and nothing follows (product, rule 2). */
export const HANDLINGS = ['updated', 'retained', 'discharged', 'extended', 'referred', 'reassigned', 'closed'] as const
export type Handling = (typeof HANDLINGS)[number]

export interface Deed {
  /** Id of the command that did it to the action. */
  readonly id: CommandId
  readonly how: Handling
  readonly words: string
  readonly on: Day
  readonly by: Person
}

/** What the chair, or the body whose decision it is, said of what was decided aloud. */
export interface Confirmed {
  readonly kind: ApprovalKind
  /** Id of the decision. */
  readonly decision: string
  readonly verdict: 'approved' | 'refused'
}

export interface MeetingMatter {
  readonly key: string
  readonly meeting: string
  readonly action: ActionId
  /** In the order they were done. */
  readonly deeds: readonly Deed[]
  readonly confirmed: readonly Confirmed[]
}

interface About<Name extends string> extends CollectionCommand {
  readonly kind: Name
}

export type DealWith = About<'dealWith'> & {
  readonly meeting: string
  readonly action: ActionId
  readonly deed: Deed
}
/** The deed was undone on the action, or never was. */
export type TakeBack = About<'takeBack'> & { readonly deed: CommandId }
/** The service alone. */
export type NoteDecision = About<'noteDecision'> & { readonly confirmed: Confirmed }

export type MatterCommand = DealWith | TakeBack | NoteDecision

export function matterKeyOf(meeting: string, action: ActionId): string {
  return `${meeting}.${action}`
}

/** The last deed that leaves nothing open; what was only said doesn't. */
export function settlingDeed({ deeds }: Pick<MeetingMatter, 'deeds'>): Deed | null {
  return deeds.findLast(({ how }) => how !== 'updated') ?? null
}

export const decideMatter: DecideRow<MeetingMatter, MatterCommand> = (command, now, context) => {
  if (command.kind === 'noteDecision') {
    if (context.as !== 'service') return refuse('serviceOnly')
    if (!now) return refuse('matterUnknown')
    if (now.confirmed.some(({ decision }) => decision === command.confirmed.decision)) return refuse('nothingChanged')
    return accept({ ...now, confirmed: [...now.confirmed, command.confirmed] })
  }
  const meeting = command.kind === 'dealWith' ? command.meeting : now?.meeting
  const known = context.snapshot.meetings.get(meeting ?? '')
  if (known?.status === 'closed') return refuse('meetingClosed')
  if (command.kind === 'takeBack') {
    const deeds = now?.deeds.filter(({ id }) => id !== command.deed) ?? []
    if (!now || deeds.length === now.deeds.length) return refuse('nothingChanged')
    return accept({ ...now, deeds })
  }
  return dealWith(command, now)
}

function dealWith({ key, meeting, action, deed }: DealWith, now: MeetingMatter | null): Result<MeetingMatter> {
  if (key !== matterKeyOf(meeting, action)) return refuse('commandInvalid', 'key')
  if (!HANDLINGS.includes(deed.how)) return refuse('commandInvalid', 'how')
  if (!isDay(deed.on)) return refuse('dayInvalid', 'on')
  if (deed.words.length > LONGEST_TEXT) return refuse('textTooLong', 'words', { longest: LONGEST_TEXT })
  if (now?.deeds.some(({ id }) => id === deed.id)) return refuse('nothingChanged')
  const tidy = { ...deed, words: deed.words.trim() }
  return accept(now ? { ...now, deeds: [...now.deeds, tidy] } : { key, meeting, action, deeds: [tidy], confirmed: [] })
}
