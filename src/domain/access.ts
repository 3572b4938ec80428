/**
 * Who may use a restricted resource, and on whose say (product: "Nominated person"). A nomination is one person for one
 * resource; what happened to it is only ever added, and where it stands on any day follows from what had happened by
 * then. What a quarterly review said of the person is kept with the review (accessreview.ts) and joins in here.
 *
 *   waitsForApprover ─▶ waitsForOwner ─▶ waitsForAccount ─▶ active ⇄ suspended ─▶ revoked ─▶ closed
 *                 └▶ refused      └▶ refused        └▶ withdrawn where there is no account to close
 *
 * An approval that the two-person rule forbids doesn't count here either, wherever it came from: access rests on two
 * different people, neither of them the nominee, who nominated, or who asked to have it back (product, rule 4). So does
 * having it back after a suspension: to give it again is to give it.
 */

import { isSamePerson } from './appointment.ts'
import { canonical } from './canonical.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'

export const ACCESS_STANDINGS = [
  'waitsForApprover',
  'waitsForOwner',
  'waitsForAccount',
  'active',
  'suspended',
  'revoked',
  'closed',
  'refused',
  'withdrawn',
] as const
export type AccessStanding = (typeof ACCESS_STANDINGS)[number]

/** Who decides, in this order: the organisation's approver, the information asset owner. */
export const ACCESS_STAGES = ['approver', 'assetOwner'] as const
export type AccessStage = (typeof ACCESS_STAGES)[number]

/**
 * `overdue` nobody answered the review in time, `reviewed` its answer, `left` gone from the directory or disabled there,
 * `postEnded` the post of theirs that went with it has ended, `person` somebody said so.
 */
export const SUSPENSIONS = ['overdue', 'reviewed', 'left', 'postEnded', 'person'] as const
export type Suspension = (typeof SUSPENSIONS)[number]

export interface Happened {
  /** Of the command that did it. */
  readonly id: string
  readonly day: Day
  /** ISO instant of the wall clock: what happened is in its order. */
  readonly at: string
  /** Null: by itself, because a day came. */
  readonly by: Person | null
}

export type AccessEvent = Happened &
  (
    | {
        readonly kind: 'nominated'
        readonly organisation: string
        readonly team: string
        readonly reason: string
        /** The day of the training; null: not yet trained. */
        readonly trained: Day | null
        /** The post in that organisation that the nominee held; null: none, so that none can end. */
        readonly post: string | null
      }
    | {
        readonly kind: 'decided'
        readonly as: AccessStage
        readonly verdict: 'approved' | 'refused'
        readonly words: string
        /** Key of the appointment that whoever decided had in that moment. */
        readonly appointment: string
        /** Of the exact state that was decided on; empty: said of somebody suspended, without anybody having asked. */
        readonly hash: string
        /** As in `nominated`, on this day. */
        readonly post: string | null
      }
    /** `account`: what the resource's own list of accounts calls it. */
    | { readonly kind: 'opened'; readonly account: string }
    | { readonly kind: 'suspended'; readonly because: Suspension; readonly words: string }
    | { readonly kind: 'askedBack'; readonly words: string }
    | { readonly kind: 'revoked'; readonly words: string }
    | { readonly kind: 'closed' }
  )
export type AccessEventOf<Kind extends AccessEvent['kind']> = Extract<AccessEvent, { readonly kind: Kind }>

export interface NominationContent {
  readonly group: string
  /** Key of the resource. */
  readonly resource: string
  readonly person: Person
  readonly events: readonly AccessEvent[]
}

/** Where a nomination stands. */
export interface AccessState {
  readonly standing: AccessStanding
  /** The first day of it. */
  readonly since: Day
  /** The latest one. */
  readonly nominated: AccessEventOf<'nominated'>
  /** What access rests on, or will: the first and the second approval; those of a resumption take the others' place. */
  readonly approver: AccessEventOf<'decided'> | null
  readonly assetOwner: AccessEventOf<'decided'> | null
  /** While suspended: somebody wants it back. */
  readonly back: {
    readonly asked: AccessEventOf<'askedBack'> | null
    readonly approver: AccessEventOf<'decided'> | null
  } | null
  /** The last refusal, suspension or revocation, for as long as it is why. */
  readonly why: AccessEventOf<'decided' | 'suspended' | 'revoked'> | null
  readonly account: { readonly name: string; readonly isOpen: boolean } | null
  /** The nominee's own post that went with the access when it was last given or asked for. */
  readonly post: string | null
}

const ENDED: ReadonlySet<AccessStanding> = new Set(['closed', 'refused', 'withdrawn'])

/** Nothing is left to do about it; the same person may be nominated again. */
export function isEnded({ standing }: Pick<AccessState, 'standing'>): boolean {
  return ENDED.has(standing)
}

/** Nobody can be asked any more whether access is kept: it was revoked, or has ended. */
export function isGone({ standing }: Pick<AccessState, 'standing'>): boolean {
  return standing === 'revoked' || ENDED.has(standing)
}

/** Where a nomination stands after all of this; null: before there was one. */
export function replay(person: Person, events: readonly AccessEvent[]): AccessState | null {
  let state: AccessState | null = null
  for (const event of events) state = follow(state, event, person)
  return state
}

/** Whose turn it is to decide; null: nobody's. */
export function stageOf(state: Pick<AccessState, 'standing' | 'back'>): AccessStage | null {
  switch (state.standing) {
    case 'waitsForApprover':
      return 'approver'
    case 'waitsForOwner':
      return 'assetOwner'
    case 'suspended':
      return state.back && (state.back.approver ? 'assetOwner' : 'approver')
    case 'waitsForAccount':
    case 'active':
    case 'revoked':
    case 'closed':
    case 'refused':
    case 'withdrawn':
      return null
  }
}

/** The exact state that is decided on, as one text; null: nothing waits. The caller hashes it. */
export function askedContent(
  nomination: Pick<NominationContent, 'group' | 'resource' | 'person'>,
  state: AccessState,
): string | null {
  const stage = stageOf(state)
  if (stage === null) return null
  const { group, resource, person } = nomination
  const { standing, since, nominated, approver, back } = state
  return canonical({ stage, group, resource, person, standing, since, nominated, approver, back })
}

/** Who may not decide this: the nominee, who nominated, who asked for it back, and who gave the first approval. */
export function isBarred(
  by: Person | null,
  state: Pick<AccessState, 'nominated' | 'approver' | 'back' | 'standing'>,
  nominee: Person,
  as: AccessStage,
): 'own' | 'first' | null {
  const { nominated, back, standing } = state
  const own = [nominee, nominated.by, standing === 'suspended' ? (back?.asked?.by ?? null) : null]
  if (by === null || own.some((each) => isSamePerson(each, by))) return 'own'
  const first = standing === 'suspended' ? back?.approver : state.approver
  return as === 'assetOwner' && isSamePerson(first?.by ?? null, by) ? 'first' : null
}

/** What one event makes of it. What doesn't apply leaves it as it is: a late approval undoes no revocation. */
export function follow(state: AccessState | null, event: AccessEvent, nominee: Person): AccessState | null {
  if (event.kind === 'nominated') return isOpenTo(state) ? begin(event) : state
  if (state === null) return null
  const { standing, account } = state
  const to = (next: AccessStanding, more: Partial<AccessState> = {}): AccessState => ({
    ...state,
    standing: next,
    since: next === standing ? state.since : event.day,
    ...more,
  })
  switch (event.kind) {
    case 'decided':
      return isBarred(event.by, state, nominee, event.as) ? state : afterDecision(state, event, to)
    case 'opened':
      return standing === 'waitsForAccount' ? to('active', { account: { name: event.account, isOpen: true } }) : state
    case 'suspended':
      if (standing === 'suspended') return to('suspended', { back: null })
      return isHeld(state) ? to('suspended', { why: event, back: null }) : state
    case 'askedBack':
      return standing === 'suspended' && state.back === null
        ? to('suspended', { back: { asked: event, approver: null } })
        : state
    case 'revoked':
      if (isEnded(state) || standing === 'revoked') return state
      return to(account?.isOpen ? 'revoked' : 'withdrawn', { why: event, back: null })
    case 'closed':
      return standing === 'revoked' && account ? to('closed', { account: { ...account, isOpen: false } }) : state
  }
}

/** Approved twice: somebody has access, or will as soon as the account is there. */
export function isHeld({ standing }: Pick<AccessState, 'standing'>): boolean {
  return standing === 'active' || standing === 'waitsForAccount'
}

/** True where somebody can be nominated, anew or with other words. */
export function isOpenTo(state: Pick<AccessState, 'standing'> | null): boolean {
  return state === null || isEnded(state) || state.standing === 'waitsForApprover' || state.standing === 'waitsForOwner'
}

function begin(nominated: AccessEventOf<'nominated'>): AccessState {
  return {
    standing: 'waitsForApprover',
    since: nominated.day,
    nominated,
    approver: null,
    assetOwner: null,
    back: null,
    why: null,
    account: null,
    post: nominated.post,
  }
}

function afterDecision(
  state: AccessState,
  event: AccessEventOf<'decided'>,
  to: (next: AccessStanding, more?: Partial<AccessState>) => AccessState,
): AccessState {
  const { standing, back, account } = state
  const isApproved = event.verdict === 'approved'
  if (standing === 'suspended') {
    if (event.as === 'approver') {
      if (back?.approver) return state
      return to('suspended', { back: isApproved ? { asked: back?.asked ?? null, approver: event } : null })
    }
    if (!back?.approver) return state
    if (!isApproved) return to('suspended', { back: null })
    const given = { approver: back.approver, assetOwner: event, back: null, why: null, post: event.post }
    return to(account?.isOpen ? 'active' : 'waitsForAccount', given)
  }
  if (stageOf(state) !== event.as || event.hash === '') return state
  if (!isApproved) return to('refused', { why: event })
  return event.as === 'approver'
    ? to('waitsForOwner', { approver: event })
    : to('waitsForAccount', { assetOwner: event, post: event.post })
}
