/**
 * What may be done to a nomination, and by whom: by posts of Control that are in force in that moment. The service asks
 * with what the reviews and the directory said when it asked (`AccessPresent`, `reviews`), and decides again on the
 * nomination as it then stands.
 */

import {
  askedContent,
  isBarred,
  isEnded,
  isHeld,
  isOpenTo,
  stageOf,
  type AccessEvent,
  type AccessStage,
  type AccessState,
  type NominationContent,
  type Suspension,
} from './access.ts'
import { entryNow, entryOnRecord, lostBecause, postHeldBy } from './accessregister.ts'
import type { ReviewContent } from './accessreview.ts'
import { isInForce, isSamePerson, type Appointment } from './appointment.ts'
import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import { isDay, type Day } from './day.ts'
import type { Person, Role } from './group.ts'
import type { Result } from './result.ts'

/** What the service knew of this nomination beside its row. */
export interface NominationGround {
  readonly reviews: readonly ReviewContent[]
  /** The nominee has left. */
  readonly hasLeft: boolean
}

export type NominationCommand = CollectionCommand & { readonly ground: NominationGround } & (
    | {
        readonly kind: 'nominate'
        readonly group: string
        readonly resource: string
        /** Those of the resource. */
        readonly teams: readonly string[]
        readonly person: Person
        readonly organisation: string
        readonly team: string
        readonly reason: string
        readonly trained: Day | null
      }
    | {
        readonly kind: 'decideAccess'
        readonly verdict: 'approved' | 'refused'
        readonly words: string
        /** What its maker saw (`askedContent`), and its hash. */
        readonly content: string
        readonly hash: string
      }
    | { readonly kind: 'confirmOpened'; readonly account: string }
    | { readonly kind: 'confirmClosed' }
    | { readonly kind: 'suspendAccess'; readonly words: string }
    /** The service records what it noticed, so that it stands on this day for ever. */
    | { readonly kind: 'noteLost' }
    | { readonly kind: 'askAccessBack'; readonly words: string }
    | { readonly kind: 'revokeAccess'; readonly words: string }
  )

export const NOMINATION_REFUSALS = [
  'nominationMissing',
  'nominatedAlready',
  'teamUnknown',
  'trainingDayWrong',
  'accessMovedOn',
  'approvedAlready',
] as const
export type NominationRefusalCode =
  | (typeof NOMINATION_REFUSALS)[number]
  | 'notAllowed'
  | 'askedYourself'
  | 'contentChanged'
  | 'reasonNeeded'
  | 'personHasLeft'

type Refusal = ConfidentialRefusal<NominationRefusalCode>
type Deciding<Kind extends NominationCommand['kind']> = Extract<NominationCommand, { readonly kind: Kind }>

export function decideNomination(
  command: NominationCommand,
  now: NominationContent | null,
  context: ConfidentialContext,
): Result<NominationContent, Refusal> {
  if (command.kind === 'nominate') return nominate(command, now, context)
  const { reviews, hasLeft } = command.ground
  const present = { today: context.today, appointments: context.appointments, hasLeft: () => hasLeft }
  const recorded = now && entryOnRecord(command.key, now, reviews, context.today)?.state
  const state = now && entryNow(command.key, now, reviews, present)?.state
  if (!now || !recorded || !state) return refuse('nominationMissing')
  const { person } = now
  const stamp = happened(command, context, now.events)
  const lost = lostBecause(now, recorded, present)
  const add = (...events: Occurrence[]): Result<NominationContent, Refusal> => ({
    ok: true,
    value: { ...now, events: [...now.events, ...events.map((event) => ({ ...event, ...stamp }))] },
  })
  // Whoever acts on what was noticed and not yet recorded records it with what they do.
  const noticed = lost === null ? [] : [suspended(lost)]
  switch (command.kind) {
    case 'decideAccess':
      return decide(command, now, state, context, add)
    case 'confirmOpened': {
      if (!mayHold(context, 'databaseAdministrator')) return refuse('notAllowed')
      if (state.standing !== 'waitsForAccount') return refuse('accessMovedOn')
      return add({ kind: 'opened', account: command.account.trim() })
    }
    case 'confirmClosed': {
      if (!mayHold(context, 'databaseAdministrator')) return refuse('notAllowed')
      return state.standing === 'revoked' ? add({ kind: 'closed' }) : refuse('accessMovedOn')
    }
    case 'noteLost':
      return lost === null ? { ok: true, value: now } : add(...noticed)
    case 'suspendAccess': {
      if (!mayEnd(state, context)) return refuse('notAllowed')
      if (command.words.trim() === '') return refuse('reasonNeeded', 'words')
      return isHeld(state) ? add(suspended('person', command.words.trim())) : refuse('accessMovedOn')
    }
    case 'revokeAccess': {
      if (!mayEnd(state, context)) return refuse('notAllowed')
      if (isEnded(state) || state.standing === 'revoked') return refuse('accessMovedOn')
      return add(...noticed, { kind: 'revoked', words: command.words.trim() })
    }
    case 'askAccessBack': {
      const { organisation } = state.nominated
      const approver = mayHold(context, 'approver', organisation)
      if (!approver && !mayHold(context, 'spoc', organisation)) return refuse('notAllowed')
      if (state.standing !== 'suspended' || state.back?.approver) return refuse('accessMovedOn')
      if (hasLeft) return refuse('personHasLeft', 'person', { name: person.name })
      const words = command.words.trim()
      if (words === '') return refuse('reasonNeeded', 'words')
      // An approver who asks has decided: it is the first of the two approvals, unless it can't be theirs.
      if (approver && !isBarred(context.actor, state, person, 'approver')) {
        return add(...noticed, approval('approver', 'approved', words, approver, '', null))
      }
      return state.back ? refuse('accessMovedOn') : add(...noticed, { kind: 'askedBack', words })
    }
  }
}

/** Everything is in the events; whoever acts, acts on all of them. */
export function touchedByNomination(): readonly (keyof NominationContent)[] {
  return ['events']
}

/** Why somebody may not decide, or null: they may. For the screen, which shows no button that would be refused. */
export function whyNotDecideAccess(
  { person }: Pick<NominationContent, 'person'>,
  state: AccessState,
  actor: Person,
  { appointments, today }: Pick<ConfidentialContext, 'appointments' | 'today'>,
): 'accessMovedOn' | 'notAllowed' | 'askedYourself' | 'approvedAlready' | null {
  const stage = stageOf(state)
  if (stage === null) return 'accessMovedOn'
  if (!deciderAt(stage, state, { actor, appointments, today })) return 'notAllowed'
  const barred = isBarred(actor, state, person, stage)
  return barred === null ? null : barred === 'own' ? 'askedYourself' : 'approvedAlready'
}

/** What somebody can do to a nomination. `askBack`: to have access again after a suspension. */
export const ACCESS_ACTS = [
  'decide',
  'confirmOpened',
  'confirmClosed',
  'suspend',
  'askBack',
  'revoke',
  'renominate',
] as const
export type AccessAct = (typeof ACCESS_ACTS)[number]

/** What the actor can do to a nomination as it stands now: the rules would let each of these through. */
export function actsOf(
  nomination: Pick<NominationContent, 'person'>,
  state: AccessState,
  acting: Pick<ConfidentialContext, 'actor' | 'appointments' | 'today'>,
): readonly AccessAct[] {
  const { standing, back, nominated } = state
  const isAdministrator = mayHold(acting, 'databaseAdministrator') !== null
  const isApprover = mayHold(acting, 'approver', nominated.organisation) !== null
  const isTheirs = isApprover || mayHold(acting, 'spoc', nominated.organisation) !== null
  const givesFirst = isApprover && isBarred(acting.actor, state, nomination.person, 'approver') === null
  const may: Readonly<Record<AccessAct, boolean>> = {
    decide: whyNotDecideAccess(nomination, state, acting.actor, acting) === null,
    confirmOpened: isAdministrator && standing === 'waitsForAccount',
    confirmClosed: isAdministrator && standing === 'revoked',
    suspend: isHeld(state) && mayEnd(state, acting),
    askBack: isTheirs && standing === 'suspended' && !back?.approver && (back === null || givesFirst),
    revoke: !isEnded(state) && standing !== 'revoked' && mayEnd(state, acting),
    renominate: isTheirs && isOpenTo(state),
  }
  return ACCESS_ACTS.filter((act) => may[act])
}

type Acting = Pick<ConfidentialContext, 'actor' | 'appointments' | 'today'>

/** Revoking and suspending take one person: of the organisation, or the asset owner; nobody is asked to wait. */
function mayEnd({ nominated }: Pick<AccessState, 'nominated'>, context: Acting): boolean {
  return (
    mayHold(context, 'assetOwner') !== null ||
    mayHold(context, 'approver', nominated.organisation) !== null ||
    mayHold(context, 'spoc', nominated.organisation) !== null
  )
}

function nominate(
  command: Deciding<'nominate'>,
  now: NominationContent | null,
  context: ConfidentialContext,
): Result<NominationContent, Refusal> {
  const { group, resource, person, organisation, team, trained, ground } = command
  if (!mayHold(context, 'spoc', organisation) && !mayHold(context, 'approver', organisation)) {
    return refuse('notAllowed', 'organisation')
  }
  const state = now && (entryOnRecord(command.key, now, ground.reviews, context.today)?.state ?? null)
  if (!isOpenTo(state)) return refuse('nominatedAlready', 'person', { name: person.name })
  // While it waits, only their own organisation says it anew.
  if (state && !isEnded(state) && state.nominated.organisation !== organisation) {
    return refuse('nominatedAlready', 'person', { name: person.name })
  }
  if (ground.hasLeft) return refuse('personHasLeft', 'person', { name: person.name })
  if (!command.teams.includes(team)) return refuse('teamUnknown', 'team')
  const reason = command.reason.trim()
  if (reason === '') return refuse('reasonNeeded', 'reason')
  if (trained !== null && (!isDay(trained) || trained > context.today)) return refuse('trainingDayWrong', 'trained')
  const post = postHeldBy(person, organisation, context.appointments, context.today)
  const event: AccessEvent = {
    ...happened(command, context, now?.events ?? []),
    kind: 'nominated',
    organisation,
    team,
    reason,
    trained,
    post,
  }
  return { ok: true, value: { group, resource, person, events: [...(now?.events ?? []), event] } }
}

function decide(
  { verdict, words, content, hash, ground }: Deciding<'decideAccess'>,
  now: NominationContent,
  state: AccessState,
  context: ConfidentialContext,
  add: (decided: Occurrence) => Result<NominationContent, Refusal>,
): Result<NominationContent, Refusal> {
  const stage = stageOf(state)
  const why = whyNotDecideAccess(now, state, context.actor, context)
  if (why !== null || stage === null) return refuse(why ?? 'accessMovedOn')
  if (askedContent(now, state) !== content) return refuse('contentChanged')
  if (verdict === 'refused' && words.trim() === '') return refuse('reasonNeeded', 'words')
  if (verdict === 'approved' && ground.hasLeft) return refuse('personHasLeft', 'person', { name: now.person.name })
  const appointment = deciderAt(stage, state, context)
  if (!appointment) return refuse('notAllowed')
  const post = postHeldBy(now.person, state.nominated.organisation, context.appointments, context.today)
  return add(approval(stage, verdict, words.trim(), appointment, hash, post))
}

function deciderAt(stage: AccessStage, { nominated }: Pick<AccessState, 'nominated'>, context: Acting) {
  return mayHold(context, stage, stage === 'approver' ? nominated.organisation : undefined)
}

/** The appointment by which the actor has a role today, of an organisation where one is named. */
function mayHold({ actor, appointments, today }: Acting, role: Role, organisation?: string): Appointment | null {
  const held = appointments.find(
    (each) =>
      each.role === role &&
      (organisation === undefined || each.organisation === organisation) &&
      isInForce(each, today) &&
      (isSamePerson(each.holder, actor) || isSamePerson(each.deputy, actor)),
  )
  return held ?? null
}

type Occurrence = AccessEvent extends infer Event ? (Event extends AccessEvent ? Omit<Event, Stamp> : never) : never
type Stamp = 'id' | 'day' | 'at' | 'by'

/** Never before what happened already: another instance's clock may be behind, and what happened is in its order. */
function happened(
  { id, kind }: NominationCommand,
  { today, at, actor }: ConfidentialContext,
  before: readonly AccessEvent[],
): Pick<AccessEvent, Stamp> {
  const last = before.at(-1)?.at ?? ''
  return { id, day: today, at: at < last ? last : at, by: kind === 'noteLost' ? null : actor }
}

function suspended(because: Suspension, words = ''): Occurrence {
  return { kind: 'suspended', because, words }
}

function approval(
  as: AccessStage,
  verdict: 'approved' | 'refused',
  words: string,
  { key: appointment }: Appointment,
  hash: string,
  post: string | null,
): Occurrence {
  return { kind: 'decided', as, verdict, words, appointment, hash, post }
}

function refuse(
  code: NominationRefusalCode,
  field?: string,
  values?: Refusal['values'],
): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, ...(field === undefined ? {} : { field }), ...(values ? { values } : {}) } }
}
