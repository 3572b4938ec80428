/**
 * What needs putting right in a register, for whoever chairs the group: who carries how much, what grows old, what slips,
 * what contradicts itself, which work has nobody, and who has gone quiet. Every figure names the actions that it counts,
 * so that each leads to where it is put right.
 */

import type { Action, ActionId } from './action.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import { lastDayOf } from './due.ts'
import { nextMeetingDay, type Organisation, type Post } from './group.ts'
import { organisationsOf, ownersOf } from './owner.ts'
import { piecesIn, progressOf, type Progress } from './pieces.ts'
import type { Snapshot } from './snapshot.ts'
import { isClaimed, isOpen, isRecommendation, isUnsettled, standingOf } from './status.ts'

export interface Load {
  /** Key; '': nobody's (`organisationsOf`). */
  readonly organisation: string
  /** What isn't settled. */
  readonly open: readonly ActionId[]
  readonly late: readonly ActionId[]
}

/** Days since it was raised, each up to the next. */
export const AGE_BOUNDS = [0, 30, 90, 180, 365] as const

export interface AgeBand {
  readonly from: (typeof AGE_BOUNDS)[number]
  /** Null: no end. */
  readonly below: number | null
  readonly actions: readonly ActionId[]
}

export interface Slip {
  readonly action: ActionId
  /** How often it was extended. */
  readonly extensions: number
  /** Days from the first due to the one that holds now, or to today where that is past. */
  readonly days: number
}

export const CONTRADICTIONS = [
  'claimed',
  'noEvidence',
  'openParts',
  'openPieces',
  'againstRule',
  'doneNotProposed',
] as const

export interface Contradiction {
  readonly action: ActionId
  /**
   * `claimed`: discharged in the row without a decision. `noEvidence`: discharged, and nothing says what shows it.
   * `openParts`: discharged with a part that is open. `openPieces`: discharged while an action that it was broken into
   * is open. `againstRule`: shown in another colour than the rule's. `doneNotProposed`: all that it was broken into is
   * done, and nobody proposed its discharge.
   */
  readonly kind: (typeof CONTRADICTIONS)[number]
}

export interface Vacancy {
  readonly post: Post
  /** Open work that is the post's, or its organisation's where that falls to it. */
  readonly actions: readonly ActionId[]
}

export interface Silence {
  readonly organisation: Organisation
  /** Its open actions. */
  readonly actions: readonly ActionId[]
  /** The last day that anything was said of one of them; null: never. */
  readonly last: Day | null
}

export interface Health {
  /** Every member organisation, whoever carries most first; nobody's work at the end. */
  readonly load: readonly Load[]
  readonly ages: readonly AgeBand[]
  /** What slipped, furthest first. */
  readonly slips: readonly Slip[]
  readonly contradictions: readonly Contradiction[]
  readonly vacancies: readonly Vacancy[]
  /** Organisations with open work of which nothing was said for this long, quietest first. */
  readonly silent: readonly Silence[]
  /** Open actions without an owner whom anybody could ask. */
  readonly ownerless: readonly ActionId[]
}

/** Days after which an organisation with open work counts as silent: a quarter. */
export const SILENT_AFTER = 91

export function healthOf(snapshot: Snapshot, today: Day): Health {
  const { meetings, group, organisations, posts } = snapshot
  const context = { today, nextMeeting: nextMeetingDay([...meetings.values()], today), lateBy: group.lateBy }
  const actions = [...snapshot.actions.values()]
  const open = actions.filter(isUnsettled)
  const late = new Set(open.filter((action) => standingOf(action, context).rule === 'RED').map(({ id }) => id))
  const byOrganisation = Map.groupBy(
    open.flatMap((action) => organisationsOf(action, posts).map((organisation) => ({ organisation, action }))),
    ({ organisation }) => organisation,
  )
  const piecesOf = piecesIn(snapshot)
  const ofOrganisation = (key: string): readonly Action[] => byOrganisation.get(key)?.map(({ action }) => action) ?? []
  return {
    load: [...new Set([...organisations.keys(), ...byOrganisation.keys()])]
      .map((organisation) => {
        const own = ofOrganisation(organisation)
        return { organisation, open: ids(own), late: ids(own.filter(({ id }) => late.has(id))) }
      })
      .filter(({ organisation, open: own }) => organisation !== '' || own.length > 0)
      .toSorted((a, b) => Number(a.organisation === '') - Number(b.organisation === '') || byMost(a, b)),
    ages: agesOf(open, snapshot, today),
    slips: actions
      .flatMap((action) => slipOf(action, context) ?? [])
      .toSorted((a, b) => b.days - a.days || b.extensions - a.extensions),
    contradictions: actions.flatMap((action) => {
      const progress = isRecommendation(action) ? progressOf(action, piecesOf(action)) : null
      return contradictionsOf(action, standingOf(action, context), progress)
    }),
    vacancies: [...posts.values()]
      .filter((post) => !isHeld(post, today))
      .map((post) => ({ post, actions: ids(open.filter((action) => isPosts(action, post, posts))) }))
      .toSorted((a, b) => b.actions.length - a.actions.length),
    silent: [...organisations.values()]
      .map((organisation) => {
        const own = ofOrganisation(organisation.key)
        const days = own.flatMap(({ latest }) => latest?.day ?? [])
        return { organisation, actions: ids(own), last: days.toSorted().at(-1) ?? null }
      })
      .filter(({ actions: own, last }) => own.length > 0 && (last === null || last < addDays(today, -SILENT_AFTER)))
      .toSorted((a, b) => ((a.last ?? '') < (b.last ?? '') ? -1 : 1)),
    ownerless: ids(open.filter((action) => organisationsOf(action, posts).every((key) => key === ''))),
  }
}

/** The day an action was raised: its meeting's, else the day it came into the register. */
export function raisedOn({ origin, createdAt }: Action, { meetings }: Pick<Snapshot, 'meetings'>): Day {
  return meetings.get(origin.meeting ?? '')?.day ?? createdAt.slice(0, 10)
}

/** Days from the first due to the one that holds now, or to today where that is past; 0 where no day follows from it. */
export function daysPastFirstDue(
  { firstDue, due }: Pick<Action, 'firstDue' | 'due'>,
  { today, nextMeeting }: { readonly today: Day; readonly nextMeeting: Day | null },
): number {
  const first = firstDue && lastDayOf(firstDue, nextMeeting)
  if (first === null) return 0
  const now = due && lastDayOf(due, nextMeeting)
  return Math.max(0, daysBetween(first, now === null || now < today ? today : now))
}

function agesOf(open: readonly Action[], snapshot: Snapshot, today: Day): readonly AgeBand[] {
  const aged = open.map((action) => ({ id: action.id, age: daysBetween(raisedOn(action, snapshot), today) }))
  return AGE_BOUNDS.map((from, index) => {
    const below = AGE_BOUNDS[index + 1] ?? null
    const within = aged.filter(({ age }) => (from === 0 || age >= from) && (below === null || age < below))
    return { from, below, actions: within.map(({ id }) => id) }
  })
}

function slipOf(
  action: Action,
  { today, nextMeeting }: { readonly today: Day; readonly nextMeeting: Day | null },
): Slip | null {
  if (!isOpen(action) || !action.firstDue) return null
  const first = lastDayOf(action.firstDue, nextMeeting)
  const days = daysPastFirstDue(action, { today, nextMeeting })
  // What is due with the next meeting moves with it: that is no extension (product: "Due").
  if (action.extensions.length === 0 && (days === 0 || action.firstDue.kind === 'nextMeeting')) return null
  return action.extensions.length > 0 || (first !== null && first < today)
    ? { action: action.id, extensions: action.extensions.length, days }
    : null
}

/** @param progress of what a recommendation was broken into, its parts among it; null: of none */
function contradictionsOf(
  action: Action,
  standing: ReturnType<typeof standingOf>,
  progress: Progress | null,
): readonly Contradiction[] {
  const kinds: Contradiction['kind'][] = []
  const isDischarged = action.status === 'discharged'
  const partsDone = action.parts.filter(({ status }) => status === 'done').length
  const { done, of, open } = progress ?? { done: partsDone, of: action.parts.length, open: [] }
  if (isClaimed(action)) kinds.push('claimed')
  else if (isDischarged && (action.discharge?.evidence ?? '').trim() === '') kinds.push('noEvidence')
  if (isDischarged && of - done > open.length) kinds.push('openParts')
  if (isDischarged && open.length > 0) kinds.push('openPieces')
  if (standing.override && standing.override.colour !== standing.rule) kinds.push('againstRule')
  if (action.status === 'open' && of > 0 && done === of) kinds.push('doneNotProposed')
  return kinds.map((kind) => ({ action: action.id, kind }))
}

/** Who stands in doesn't hold it (as People counts: `entryOf`). */
function isHeld({ holder, from, to }: Post, today: Day): boolean {
  return holder !== null && (from ?? today) <= today && today <= (to ?? today)
}

/** An organisation's work falls to its SPOC, to all of its posts where it has none (as prompts go: `addresseesOf`). */
function isPosts(action: Action, { key, organisation, role }: Post, posts: Snapshot['posts']): boolean {
  const takesAll =
    role === 'spoc' || ![...posts.values()].some((each) => each.organisation === organisation && each.role === 'spoc')
  return ownersOf(action).some(
    (owner) =>
      ('post' in owner && owner.post === key) ||
      (takesAll && 'organisation' in owner && owner.organisation === organisation),
  )
}

function byMost(a: Load, b: Load): number {
  return b.open.length - a.open.length || b.late.length - a.late.length || (a.organisation < b.organisation ? -1 : 1)
}

function ids(actions: readonly Action[]): readonly ActionId[] {
  return actions.map(({ id }) => id)
}
