/**
 * What a person may do to an action from its panel, and where each form opens. Pure. Hides a deed that the rules would
 * refuse anyway; enforces nothing.
 */

import type { Action, Update } from '../../domain/action.ts'
import type { ActionCommand } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import type { Meeting } from '../../domain/group.ts'
import { isOpen, isRecommendation } from '../../domain/status.ts'

/** A command that is given by a form of its own; `correct` is an update that supersedes another. */
export type Deed =
  | Exclude<
      ActionCommand['kind'],
      'addUpdate' | 'mergeEdition' | 'recordDischarge' | 'recordExtension' | 'putRight' | 'noteHandOver'
    >
  | 'correct'

/** What somebody has begun. */
export interface Begun {
  readonly deed: Deed
  /** The letter of the part, the id of the milestone, link or entry that it is about; null for none, or a new one. */
  readonly about: string | null
  /** The entry to be corrected. */
  readonly entry?: Update
}

export interface Offering {
  readonly action: Action
  readonly coordinator: boolean
  /** To come or being held, the next one first. */
  readonly meetings: readonly Meeting[]
}

/** The menu, in its groups. What is about one part, link or entry stands beside that. */
export const MENU: readonly (readonly Deed[])[] = [
  ['proposeDischarge', 'withdrawDischarge', 'retain', 'setDue', 'askExtension'],
  ['reassign', 'reword', 'setAddressee', 'mark', 'setPart', 'setMilestone', 'addLink'],
  ['overrideStatus', 'liftOverride', 'close', 'reopen'],
]

export function isOffered(deed: Deed, { action, coordinator, meetings }: Offering): boolean {
  const open = isOpen(action)
  switch (deed) {
    case 'setDue':
      return open && action.firstDue === null
    case 'askExtension':
      return open && action.due !== null && action.extensionAsked === null
    case 'retain':
      return open && meetings.some((meeting) => meeting.key !== action.retainedFor)
    case 'proposeDischarge':
      return action.status === 'open'
    case 'withdrawDischarge':
      return action.status === 'dischargeProposed'
    case 'close':
      return coordinator && open
    case 'reopen':
      return coordinator && (action.status === 'closed' || action.status === 'discharged')
    case 'setMilestone':
    case 'completeMilestone':
    case 'reassign':
    case 'setPart':
    case 'overrideStatus':
    case 'correct':
      return open
    case 'setAddressee':
      return isRecommendation(action)
    case 'liftOverride':
      return action.override !== null
    case 'reword':
    case 'mark':
    case 'addLink':
    case 'answerLink':
    case 'removeLink':
      return true
  }
}

/** Names the place in the panel where its form opens. */
export function placeOf({ deed, about }: Begun): string {
  switch (deed) {
    case 'setDue':
    case 'askExtension':
      return 'due'
    case 'setMilestone':
      return 'milestones'
    case 'completeMilestone':
      return `milestone ${about}`
    case 'retain':
    case 'proposeDischarge':
      return 'foot'
    case 'withdrawDischarge':
    case 'close':
    case 'reopen':
    case 'overrideStatus':
    case 'liftOverride':
      return 'status'
    case 'reassign':
      return 'owners'
    case 'reword':
      return 'details'
    case 'setAddressee':
      return 'addressee'
    case 'mark':
      return 'marking'
    case 'setPart':
      return about === null ? 'parts' : `part ${about}`
    case 'addLink':
      return 'links'
    case 'answerLink':
    case 'removeLink':
      return `link ${about}`
    case 'correct':
      return `entry ${about}`
  }
}

/** Meetings that an action can be kept for, the next one first. */
export function comingMeetings(meetings: Iterable<Meeting>, today: Day): readonly Meeting[] {
  return [...meetings]
    .filter((meeting) => meeting.status !== 'closed' && meeting.day >= today)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}
