/**
 * That an organisation has read and understood a position: its SPOC says so, of exactly the words that they saw. Other
 * words ask again, so a new version does, and a changed interim position; an older acknowledgement stays on record.
 */

import { isInForce, isSamePerson, type Appointment } from './appointment.ts'
import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'
import { contentOfPosition, positionOn, versionKey, type PositionPart, type VersionContent } from './guidance.ts'
import { accept, type Result } from './result.ts'

export interface AcknowledgementContent {
  readonly group: string
  readonly guidance: string
  readonly number: number
  readonly part: PositionPart
  readonly organisation: string
  /** Of the words that were seen. */
  readonly hash: string
  readonly by: Person
  readonly on: Day
  /** ISO instant. */
  readonly at: string
}

export interface AcknowledgeCommand extends CollectionCommand {
  readonly kind: 'acknowledge'
  readonly group: string
  readonly guidance: string
  readonly number: number
  readonly part: PositionPart
  readonly organisation: string
  readonly hash: string
}

/** One row for an organisation and what it was asked to read. */
export function acknowledgementKey({
  guidance,
  number,
  part,
  organisation,
}: Pick<AcknowledgementContent, 'guidance' | 'number' | 'part' | 'organisation'>): string {
  return `${versionKey(guidance, number)}.${part}.${organisation}`
}

/** That the words are those in force is for the caller, who has the versions. */
export function decideAcknowledgement(
  { group, guidance, number, part, organisation, hash }: AcknowledgeCommand,
  now: AcknowledgementContent | null,
  { actor, appointments, today, at }: ConfidentialContext,
): Result<AcknowledgementContent, ConfidentialRefusal<'notSpoc'>> {
  if (!organisationsOfSpoc(actor, appointments, today).includes(organisation)) {
    return { ok: false, error: { code: 'notSpoc', field: 'organisation' } }
  }
  // Said twice, it was said the first time.
  if (now?.hash === hash) return accept(now)
  return accept({ group, guidance, number, part, organisation, hash, by: actor, on: today, at })
}

/** The organisations that somebody is SPOC of today, as holder or deputy. */
export function organisationsOfSpoc(
  person: Person,
  appointments: readonly Appointment[],
  today: Day,
): readonly string[] {
  const own = spocsOn(appointments, today).filter(
    (each) => isSamePerson(each.holder, person) || isSamePerson(each.deputy, person),
  )
  return [...new Set(own.map(({ organisation }) => organisation))]
}

/** Who is asked to acknowledge: every organisation with the post of a SPOC, vacant or not. */
export function organisationsAsked(appointments: readonly Appointment[], today: Day): readonly string[] {
  return [...new Set(spocsOn(appointments, today).map(({ organisation }) => organisation))].toSorted()
}

function spocsOn(appointments: readonly Appointment[], today: Day): readonly Appointment[] {
  return appointments.filter((each) => each.role === 'spoc' && isInForce(each, today))
}

/** An organisation that hasn't acknowledged what holds today. */
export interface AcknowledgementWanted {
  readonly guidance: string
  readonly number: number
  readonly part: PositionPart
  readonly organisation: string
  /** Of the words to be read. */
  readonly hash: string
  /** Since when they hold. */
  readonly since: Day
}

export interface AcknowledgementGround {
  /** All versions of all guidance of a group. */
  readonly versions: readonly VersionContent[]
  readonly acknowledgements: readonly AcknowledgementContent[]
  readonly appointments: readonly Appointment[]
  readonly today: Day
  /** The domain has no hash of its own. */
  readonly hash: (content: string) => string
}

export function acknowledgementsWanted(ground: AcknowledgementGround): readonly AcknowledgementWanted[] {
  const { versions, acknowledgements, appointments, today, hash } = ground
  const asked = organisationsAsked(appointments, today)
  const hashes = new Map(acknowledgements.map((each) => [acknowledgementKey(each), each.hash]))
  return [...new Set(versions.map(({ guidance }) => guidance))].flatMap((guidance) => {
    const position = positionOn(
      versions.filter((each) => each.guidance === guidance),
      today,
    )
    if (!position) return []
    const about = { guidance, number: position.version.number, part: position.part }
    const wanted = hash(contentOfPosition(position))
    return asked
      .filter((organisation) => hashes.get(acknowledgementKey({ ...about, organisation })) !== wanted)
      .map((organisation) => ({ ...about, organisation, hash: wanted, since: position.from }))
  })
}
