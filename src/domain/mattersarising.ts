/**
 * Matters arising, by rule: which actions a meeting has to take up, in the order of its agenda, each with why it is
 * there; which of them are still in limbo; and what was decided aloud and waits for the chair. Pure; nobody has to keep
 * a list of them.
 */

import type { Action, ActionId } from './action.ts'
import { askedOf, type Asked } from './approval.ts'
import type { Day } from './day.ts'
import { lastDayOf } from './due.ts'
import type { Meeting } from './group.ts'
import { isLater, meetingBefore } from './meeting.ts'
import { settlingDeed, type MeetingMatter } from './matters.ts'
import { agendaOf, type AgendaItem, type Numbered } from './meetingagenda.ts'
import { compareReferences, parseReference } from './reference.ts'
import type { Snapshot } from './snapshot.ts'

/** Why a matter arises, what presses most first. */
export const WHYS = [
  'retained',
  'nextMeeting',
  'dueSince',
  'requestAnswered',
  'referralAnswered',
  'proposed',
  'extensionAsked',
  'open',
] as const
export type Why = (typeof WHYS)[number]

/** An action of which a request was answered, as the requests say (`answered`). */
export interface AnsweredRequest {
  readonly action: ActionId
  readonly on: Day
}

export interface Arising {
  readonly action: Action
  /** At least one, what presses most first; empty where the meeting took it up of itself. */
  readonly whys: readonly Why[]
  /** The item under which it is taken; null: the agenda has none for it. */
  readonly item: Numbered | null
  /** What the meeting did with it; null: nothing yet. */
  readonly matter: MeetingMatter | null
}

export interface ArisingGround {
  readonly meeting: Meeting
  readonly agenda: Iterable<AgendaItem>
  readonly matters: Iterable<MeetingMatter>
  readonly snapshot: Pick<Snapshot, 'actions' | 'meetings'>
  readonly answered?: readonly AnsweredRequest[]
}

/** In agenda order, then by reference. Of a closed meeting: what it dealt with. */
export function mattersArising(ground: ArisingGround): readonly Arising[] {
  const { meeting, snapshot } = ground
  const agenda = agendaOf(ground.agenda, meeting.key)
  const taken = new Map(agenda.flatMap((each) => each.item.takes.map((action) => [action, each] as const)))
  const own = agenda.find(({ item }) => item.kind === 'matters') ?? null
  const matters = new Map<ActionId, MeetingMatter>()
  for (const matter of ground.matters) if (matter.meeting === meeting.key) matters.set(matter.action, matter)
  const rule = ruleOf(ground)
  const arising: Arising[] = []
  for (const action of snapshot.actions.values()) {
    const matter = matters.get(action.id) ?? null
    const item = taken.get(action.id) ?? null
    const whys = meeting.status === 'closed' ? [] : rule(action)
    if (whys.length === 0 && !matter && !item) continue
    if (meeting.status === 'closed' && !matter) continue
    arising.push({ action, whys, item: item ?? own, matter })
  }
  return inOrder(arising)
}

/** Those that have been dealt with in no way that leaves nothing open (product, rule 2). */
export function limboOf(
  arising: readonly Arising[],
  meeting: Meeting,
  snapshot: Pick<Snapshot, 'meetings'>,
): readonly Arising[] {
  return arising.filter((each) => !isSettled(each, meeting, snapshot))
}

/**
 * True where nothing of a matter is left in limbo. What the row says counts only where the action bears it out: a deed
 * that was refused, or undone, settles nothing.
 */
export function isSettled(
  { action, matter }: Pick<Arising, 'action' | 'matter'>,
  meeting: Meeting,
  { meetings }: Pick<Snapshot, 'meetings'>,
): boolean {
  if (action.status === 'discharged' || action.status === 'closed') return true
  return (matter?.deeds ?? []).some(({ how, on }) => {
    switch (how) {
      case 'retained': {
        const kept = meetings.get(action.retainedFor ?? '')
        return kept !== undefined && isLater(kept, meeting)
      }
      case 'discharged':
        return action.status === 'dischargeProposed'
      case 'extended':
        return action.extensionAsked !== null || action.extensions.some(({ askedOn }) => (askedOn ?? '') >= on)
      case 'referred':
        return action.links.some(({ kind, answer }) => kind === 'referredTo' && answer === null)
      case 'reassigned':
        return true
      case 'closed':
      case 'updated':
        return false
    }
  })
}

/** What was decided aloud, and waits: as the approvals know it. */
export function aloudOf(arising: readonly Arising[]): readonly { readonly action: Action; readonly asked: Asked }[] {
  return arising.flatMap(({ action, matter }) => {
    const kinds = new Set(
      (matter?.deeds ?? []).map(({ how }) =>
        how === 'discharged' ? 'discharge' : how === 'extended' ? 'extension' : null,
      ),
    )
    return askedOf(action)
      .filter(({ kind }) => kinds.has(kind))
      .map((asked) => ({ action, asked }))
  })
}

/** How a matter stands in its meeting, for a word on the screen. */
export type Standing = 'waiting' | 'spoken' | 'settled'

export function standingOf(arising: Arising, meeting: Meeting, snapshot: Pick<Snapshot, 'meetings'>): Standing {
  if (isSettled(arising, meeting, snapshot)) return 'settled'
  return arising.matter && (arising.matter.deeds.length > 0 || settlingDeed(arising.matter)) ? 'spoken' : 'waiting'
}

function ruleOf({ meeting, snapshot, answered = [] }: ArisingGround): (action: Action) => readonly Why[] {
  const { meetings } = snapshot
  const since = meetingBefore(meeting, meetings.values())?.day ?? ''
  const isSince = (day: Day | null): boolean => day !== null && day > since && day <= meeting.day
  const answeredSince = new Set(answered.filter(({ on }) => on > since).map(({ action }) => action))
  return (action) => {
    const isEnded = action.status === 'closed' || action.status === 'discharged'
    const whys: Why[] = []
    const isReferral = ({ kind, answer }: Action['links'][number]): boolean =>
      kind === 'referredTo' && answer !== null && answer.day > since
    if (answeredSince.has(action.id)) whys.push('requestAnswered')
    if (action.links.some(isReferral)) whys.push('referralAnswered')
    // What was referred away comes back with its answer, to be heard.
    if (isEnded) return action.closing?.reason === 'referred' ? whys : []
    // What this meeting agreed is none of its matters arising.
    if (action.origin.kind === 'meeting' && action.origin.meeting === meeting.key) return []
    const due = action.due && lastDayOf(action.due, meeting.day)
    const isForThis = action.due?.kind === 'nextMeeting'
    if (action.due && !isForThis && isSince(due)) whys.push('dueSince')
    const kept = action.retainedFor === null ? undefined : meetings.get(action.retainedFor)
    // The group put it off beyond this meeting: unless something has happened, it isn't taken up.
    if (kept && isLater(kept, meeting) && kept.day > meeting.day) return sorted(whys)
    if (kept?.key === meeting.key) whys.push('retained')
    if (isForThis) whys.push('nextMeeting')
    if (action.status === 'dischargeProposed') whys.push('proposed')
    if (action.extensionAsked) whys.push('extensionAsked')
    whys.push('open')
    return sorted(whys)
  }
}

function sorted(whys: readonly Why[]): readonly Why[] {
  return whys.length < 2 ? whys : whys.toSorted((a, b) => WHYS.indexOf(a) - WHYS.indexOf(b))
}

/** References are read once each: thousands are compared many times. */
function inOrder(arising: readonly Arising[]): readonly Arising[] {
  return arising
    .map((each) => {
      const reference = parseReference(each.action.reference)
      const rank = reference ? reference.year * 10_000 + reference.number : Number.MAX_SAFE_INTEGER
      return { each, at: each.item?.number ?? Number.MAX_SAFE_INTEGER, rank }
    })
    .toSorted(
      (a, b) => a.at - b.at || a.rank - b.rank || compareReferences(a.each.action.reference, b.each.action.reference),
    )
    .map(({ each }) => each)
}
