/**
 * A notification that something happened with an online child abuse activist group: which force, which day, which group,
 * what came of it, and the number under which the force itself keeps the record (product: "Incident notification").
 * Metadata, never people: what looks like somebody's details is refused. Pure.
 *
 * Nothing is taken away: a correction keeps what was said before, and what was told by mistake is withdrawn with a
 * reason, and counts no more.
 */

import { isInForce, isSamePerson, type Appointment } from './appointment.ts'
import { canonical } from './canonical.ts'
import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import { isDay, type Day } from './day.ts'
import type { Person, Role } from './group.ts'
import { findPersonalData } from './personaldata.ts'
import type { Result } from './result.ts'

export const INCIDENT_CATEGORIES = ['meeting', 'home', 'work', 'online', 'evidence', 'other'] as const
export type IncidentCategory = (typeof INCIDENT_CATEGORIES)[number]

/** `told` by the force; `found` by whoever searches the groups' pages. */
export const INCIDENT_SOURCES = ['told', 'found'] as const
export type IncidentSource = (typeof INCIDENT_SOURCES)[number]

export const INCIDENT_OUTCOMES = ['notYetKnown', 'arrest', 'enquiries', 'safeguarding', 'none'] as const
export type IncidentOutcome = (typeof INCIDENT_OUTCOMES)[number]

export interface IncidentFacts {
  /** Key of the force. */
  readonly organisation: string
  readonly day: Day
  /** Key of the profile; null: it isn't known which group, or it has no profile. */
  readonly profile: string | null
  readonly category: IncidentCategory
  readonly source: IncidentSource
  readonly outcome: IncidentOutcome
  /** Of the force's own record; empty: none yet. */
  readonly reference: string
  /** Anything the region should know; a line. */
  readonly note: string
}

export interface IncidentContent extends IncidentFacts {
  readonly group: string
  readonly state: 'stands' | 'withdrawn'
  readonly log: readonly IncidentEntry[]
}

/** What happened to the notification itself. Entries are only added. */
export interface IncidentEntry {
  /** Id of the command. */
  readonly id: string
  readonly kind: 'reported' | 'corrected' | 'withdrawn'
  readonly by: Person
  /** ISO instant. */
  readonly at: string
  readonly reason: string
  /** What stood before a correction. */
  readonly before: IncidentFacts | null
}

export type ReportIncident = CollectionCommand & {
  readonly kind: 'reportIncident'
  readonly group: string
  readonly facts: IncidentFacts
}
export type CorrectIncident = CollectionCommand & {
  readonly kind: 'correctIncident'
  readonly facts: IncidentFacts
  readonly reason: string
}
export type WithdrawIncident = CollectionCommand & { readonly kind: 'withdrawIncident'; readonly reason: string }
export type IncidentCommand = ReportIncident | CorrectIncident | WithdrawIncident

export const INCIDENT_REFUSALS = [
  'requestInvalid',
  'personalData',
  'incidentDay',
  'incidentUnknown',
  'incidentWithdrawn',
  'notYourOrganisation',
  'reasonNeeded',
  'nothingToChange',
] as const
export type IncidentRefusalCode = (typeof INCIDENT_REFUSALS)[number]

type Refusal = ConfidentialRefusal<IncidentRefusalCode>
type Decided = Result<IncidentContent, Refusal>

export const LONGEST_REFERENCE = 60
export const LONGEST_NOTE = 280
const LONGEST_REASON = 280

export function decideIncident(
  command: IncidentCommand,
  now: IncidentContent | null,
  context: ConfidentialContext,
): Decided {
  if (command.kind === 'reportIncident') {
    // Told once already under this key: whoever tells it again changes nothing.
    if (now) return { ok: true, value: now }
    const refusal = checkFacts(command.facts, context)
    if (refusal) return failed(refusal)
    const content = { ...tidy(command.facts), group: command.group, state: 'stands', log: [] } as const
    return { ok: true, value: entered(content, command, 'reported', context) }
  }
  if (!now) return failed({ code: 'incidentUnknown' })
  if (now.state === 'withdrawn') return failed({ code: 'incidentWithdrawn' })
  if (!maySpeakFor(now.organisation, context)) return failed({ code: 'notYourOrganisation', field: 'organisation' })
  const reason = checkReason(command.reason, context.today)
  if (reason) return failed(reason)
  if (command.kind === 'withdrawIncident') {
    return { ok: true, value: entered({ ...now, state: 'withdrawn' }, command, 'withdrawn', context) }
  }
  const refusal = checkFacts(command.facts, context)
  if (refusal) return failed(refusal)
  const facts = tidy(command.facts)
  if (canonical(facts) === canonical(factsOf(now))) return failed({ code: 'nothingToChange' })
  return { ok: true, value: entered({ ...now, ...facts }, command, 'corrected', context, factsOf(now)) }
}

/** What two people may have thought differently of. */
export function touchedByIncident({ kind }: IncidentCommand): readonly (keyof IncidentContent)[] {
  if (kind === 'reportIncident') return []
  return ['organisation', 'day', 'profile', 'category', 'source', 'outcome', 'reference', 'note', 'state']
}

/** The region's own: who searches, counts and keeps may tell of an incident in any force. */
const REGIONAL: ReadonlySet<Role> = new Set(['coordinator', 'assetOwner', 'databaseAdministrator', 'analyst'])
/** Look on: that is no post to tell of incidents by. */
const ONLOOKERS: ReadonlySet<Role> = new Set(['auditor'])

/** For which forces a person may tell of incidents by the posts that they hold or stand in for on a day. */
export function speaksFor(
  person: Person,
  appointments: readonly Appointment[],
  today: Day,
): ReadonlySet<string> | 'every' {
  const held = appointments.filter(
    (each) => isInForce(each, today) && (isSamePerson(each.holder, person) || isSamePerson(each.deputy, person)),
  )
  if (held.some(({ role }) => REGIONAL.has(role))) return 'every'
  return new Set(held.filter(({ role }) => !ONLOOKERS.has(role)).map(({ organisation }) => organisation))
}

function maySpeakFor(organisation: string, { actor, appointments, today }: ConfidentialContext): boolean {
  const own = speaksFor(actor, appointments, today)
  return own === 'every' || own.has(organisation)
}

export function factsOf(content: IncidentFacts): IncidentFacts {
  const { organisation, day, profile, category, source, outcome, reference, note } = content
  return { organisation, day, profile, category, source, outcome, reference, note }
}

/**
 * Notifications that may be of the same incident: the same force, day and group (or a group that isn't known), under no
 * other number of the force's.
 */
export function alike<Each extends IncidentFacts & { readonly state: IncidentContent['state'] }>(
  facts: IncidentFacts,
  others: Iterable<Each>,
): readonly Each[] {
  const isOther = (a: string | null, b: string | null): boolean => a !== b && a !== null && b !== null
  const reference = (each: IncidentFacts): string | null => each.reference.trim().toLowerCase() || null
  return [...others].filter(
    (each) =>
      each.state === 'stands' &&
      each.organisation === facts.organisation &&
      each.day === facts.day &&
      !isOther(each.profile, facts.profile) &&
      !isOther(reference(each), reference(facts)),
  )
}

function checkFacts(facts: IncidentFacts, context: ConfidentialContext): Refusal | null {
  const { day, reference, note, category, source, outcome } = facts
  const { today } = context
  if (!isDay(day) || day > today) return { code: 'incidentDay', field: 'day' }
  if (!maySpeakFor(facts.organisation, context)) return { code: 'notYourOrganisation', field: 'organisation' }
  if (!INCIDENT_CATEGORIES.includes(category)) return { code: 'requestInvalid', field: 'category' }
  if (!INCIDENT_SOURCES.includes(source)) return { code: 'requestInvalid', field: 'source' }
  if (!INCIDENT_OUTCOMES.includes(outcome)) return { code: 'requestInvalid', field: 'outcome' }
  if (reference.length > LONGEST_REFERENCE) return { code: 'requestInvalid', field: 'reference' }
  if (note.length > LONGEST_NOTE) return { code: 'requestInvalid', field: 'note' }
  return checkWords(reference, 'reference', today) ?? checkWords(note, 'note', today)
}

function checkReason(reason: string, today: Day): Refusal | null {
  if (reason.trim() === '') return { code: 'reasonNeeded', field: 'reason' }
  if (reason.length > LONGEST_REASON) return { code: 'requestInvalid', field: 'reason' }
  return checkWords(reason, 'reason', today)
}

function checkWords(text: string, field: string, today: Day): Refusal | null {
  const personal = findPersonalData(text, today)
  return personal && { code: 'personalData', field, values: { kind: personal.kind } }
}

function tidy(facts: IncidentFacts): IncidentFacts {
  return { ...factsOf(facts), reference: facts.reference.trim(), note: facts.note.trim() }
}

function entered(
  content: IncidentContent,
  command: IncidentCommand,
  kind: IncidentEntry['kind'],
  { actor, at }: ConfidentialContext,
  before: IncidentFacts | null = null,
): IncidentContent {
  const reason = command.kind === 'reportIncident' ? '' : command.reason.trim()
  return { ...content, log: [...content.log, { id: command.id, kind, by: actor, at, reason, before }] }
}

function failed(error: Refusal): Decided {
  return { ok: false, error }
}
