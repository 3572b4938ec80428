/**
 * RED AMBER GREEN WHITE CLOSED, derived and with its reason (product, rule 1: the first that holds). The colours and
 * what they mean are those of the inspectorate's recommendation logs that forces publish.
 */

import type { Action, ActionContent, Colour, Link, Override } from './action.ts'
import { daysBetween, type Day } from './day.ts'
import { lastDayOf } from './due.ts'
import type { Group } from './group.ts'
import { awaitedOf } from './linking.ts'

export const REASONS = [
  'closed',
  'discharged',
  'claimed',
  'waitsFor',
  'late',
  'dischargeProposed',
  'pieces',
  'dueLater',
  'untilCondition',
  'dueInWords',
  'noDue',
] as const
export type ReasonCode = (typeof REASONS)[number]

export interface Reason {
  readonly code: ReasonCode
  /** Days (`YYYY-MM-DD`), counts and names for the sentence; several names a line each. */
  readonly values: Readonly<Record<string, string | number>>
}

export interface Standing {
  /** What is shown: the override's colour where there is one. */
  readonly colour: Colour
  /** What the rule says, always shown too. */
  readonly rule: Colour
  readonly why: Reason
  readonly override: Override | null
}

export interface StandingContext {
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly lateBy: Group['lateBy']
}

/** The standing of an action on a day. Status always follows the rule; an override stands beside it. */
export function standingOf(action: ActionContent, context: StandingContext): Standing {
  const { colour, why } = byRule(action, context)
  return { colour: action.override?.colour ?? colour, rule: colour, why, override: action.override }
}

/** Days past the due that counts for the group: positive when late, 0 on the day, negative before, null without a day. */
export function daysLate(action: ActionContent, context: StandingContext): number | null {
  const day = dueDay(action, context)
  return day === null ? null : daysBetween(day, context.today)
}

/**
 * True when the row says discharged, but no decision stands behind it. Members can edit the list in SharePoint itself;
 * the service alone writes a decision's id, for an imported discharge when it has confirmed the import.
 */
export function isClaimed(action: ActionContent): boolean {
  return action.status === 'discharged' && action.discharge?.decision == null
}

/** What an inspection report asks for, whatever it calls it. */
export function isRecommendation({ kind, origin }: Pick<Action, 'kind' | 'origin'>): boolean {
  return kind !== 'action' || origin.publication !== undefined
}

/** True while something that came with this import is a claim: a discharge, or an extension. */
export function isUnconfirmed(action: ActionContent, batch: string): boolean {
  return (
    (action.origin.batch === batch && isClaimed(action)) ||
    action.extensions.some((each) => each.basis === 'imported' && each.batch === batch && each.decision === null)
  )
}

/** True while somebody still has to do something. */
export function isOpen(action: Pick<Action, 'status'>): boolean {
  return action.status === 'open' || action.status === 'dischargeProposed'
}

/** True until its end is decided: what is only claimed to be discharged counts with what is open. */
export function isUnsettled(action: ActionContent): boolean {
  return isOpen(action) || isClaimed(action)
}

function byRule(action: ActionContent, context: StandingContext): { colour: Colour; why: Reason } {
  if (action.status === 'closed') {
    return {
      colour: 'CLOSED',
      why: {
        code: 'closed',
        values: { reason: action.closing?.reason ?? 'notApplicable', day: action.closing?.day ?? '' },
      },
    }
  }
  if (action.status === 'discharged') {
    if (isClaimed(action)) return { colour: 'AMBER', why: { code: 'claimed', values: {} } }
    return { colour: 'GREEN', why: { code: 'discharged', values: { day: action.latest?.day ?? '' } } }
  }
  const awaited = awaitedOf(action)
  if (awaited) return { colour: 'WHITE', why: { code: 'waitsFor', values: awaitedWords(awaited) } }
  const day = dueDay(action, context)
  const late = day === null ? 0 : daysBetween(day, context.today)
  if (day !== null && late > 0) return { colour: 'RED', why: { code: 'late', values: { day, days: late } } }
  if (action.status === 'dischargeProposed') return { colour: 'AMBER', why: { code: 'dischargeProposed', values: {} } }
  return { colour: 'AMBER', why: amber(action, day) }
}

function amber(action: ActionContent, day: Day | null): Reason {
  if (day !== null) return { code: 'dueLater', values: { day } }
  const due = action.due
  if (due?.kind === 'until') return { code: 'untilCondition', values: { condition: due.condition } }
  if (due) return { code: 'dueInWords', values: { words: due.words } }
  return { code: 'noDue', values: {} }
}

function awaitedWords(link: Link): Reason['values'] {
  if ('body' in link.target) return { body: link.target.body, what: link.target.what }
  if ('group' in link.target) return { body: link.target.group, what: link.target.reference ?? '' }
  return { body: '', what: '' }
}

function dueDay(action: ActionContent, context: StandingContext): Day | null {
  const due = context.lateBy === 'first' ? (action.firstDue ?? action.due) : action.due
  return due === null ? null : lastDayOf(due, context.nextMeeting)
}
