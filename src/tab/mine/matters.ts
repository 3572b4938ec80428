/** Which of a group's actions are a person's (standpoint.ts), and how urgent they are. Pure. */

import type { Action } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { nextMeetingDay, type Person } from '../../domain/group.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { daysLate, isOpen, standingOf, type Standing } from '../../domain/status.ts'
import { claimOf, standpointOf } from './standpoint.ts'

export const SECTIONS = ['late', 'soon', 'later', 'others'] as const
export type Section = (typeof SECTIONS)[number]

export interface Matter {
  readonly action: Action
  readonly standing: Standing
  readonly section: Section
  /** Positive: days past the due; null where no day follows from it. */
  readonly late: number | null
  readonly nextMeeting: Day | null
  /** Open parts that are the person's, where not the whole action is. */
  readonly parts: number
  /** Only as a deputy. */
  readonly deputy: boolean
}

/** The person's open matters in one group, most urgent first. */
export function mattersOf(snapshot: Snapshot, person: Pick<Person, 'tenantId' | 'objectId'>, today: Day): Matter[] {
  const standpoint = standpointOf(snapshot, person, today)
  if (standpoint.size === 0) return []
  const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
  const context = { today, nextMeeting, lateBy: snapshot.group.lateBy }
  const matters: Matter[] = []
  for (const action of snapshot.actions.values()) {
    if (!isOpen(action)) continue
    const whole = claimOf([...action.owners, ...(action.latest?.next?.owners ?? [])], standpoint)
    const parts = action.parts.filter((part) => part.status === 'open' && claimOf(part.owners, standpoint) !== null)
    const claim =
      whole ??
      claimOf(
        parts.flatMap((part) => part.owners),
        standpoint,
      )
    if (claim === null) continue
    const standing = standingOf(action, context)
    const late = daysLate(action, context)
    matters.push({
      action,
      standing,
      section: sectionOf(action, standing, late),
      late,
      nextMeeting,
      parts: whole === null ? parts.length : 0,
      deputy: claim === 'deputy',
    })
  }
  return matters.toSorted(compareMatters)
}

/** By section; in it the latest first, then the soonest due, then what has no day. */
export function compareMatters(a: Matter, b: Matter): number {
  return (
    SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) ||
    (b.late ?? Number.NEGATIVE_INFINITY) - (a.late ?? Number.NEGATIVE_INFINITY) ||
    compareReferences(a.action.reference, b.action.reference)
  )
}

/** Without a next meeting, "soon" is four weeks. */
const SOON_DAYS = 28

function sectionOf(action: Action, standing: Standing, late: number | null): Section {
  if (standing.why.code === 'waitsFor' || action.status === 'dischargeProposed') return 'others'
  if (late !== null && late > 0) return 'late'
  if (action.due?.kind === 'nextMeeting') return 'soon'
  return late !== null && late >= -SOON_DAYS ? 'soon' : 'later'
}
