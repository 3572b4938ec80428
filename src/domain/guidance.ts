/**
 * Guidance: a position of the group on one subject ("red lines"), in numbered versions. A version is drafted, submitted
 * (to outside bodies, too), agreed by the holder of a post who wrote none of it, and superseded when a later one holds.
 * Until one is agreed an interim position may hold, which the same approver let hold.
 *
 * What is in force follows from the versions and the day alone: nothing has to run for it to change.
 *
 *   version 1  ──agreed──────────────superseded
 *   version 2                draft───agreed from 1 June──withdrawn
 *   version 3                                    submitted, with an interim position
 *   holds      ·····1························│2·············│3, interim
 */

import { isInForce, isSamePerson, type Appointment } from './appointment.ts'
import { canonical } from './canonical.ts'
import type { Day } from './day.ts'
import type { Person, Role } from './group.ts'

export const VERSION_STATES = ['draft', 'submitted', 'agreed', 'withdrawn'] as const
/** As the row says it. That an agreed version has yet to hold, or no longer does, is derived: `standingOf`. */
export type VersionState = (typeof VERSION_STATES)[number]

/** What of a version binds people: its own words once agreed, or the interim position until then. */
export const POSITION_PARTS = ['agreed', 'interim'] as const
export type PositionPart = (typeof POSITION_PARTS)[number]

export const BODY_VERDICTS = ['agreed', 'refused'] as const
export type BodyVerdict = (typeof BODY_VERDICTS)[number]

/** Plain paragraphs, divided by empty lines. Without Welsh words the English ones are shown, and said to be English. */
export interface GuidanceWords {
  readonly text: string
  readonly textWelsh: string
}

export interface GuidanceDraft extends GuidanceWords {
  readonly title: string
  readonly titleWelsh: string
  /** Null: from the day on which it is agreed. */
  readonly validFrom: Day | null
  /** Key of the post whose holder or deputy agrees it. */
  readonly approver: string
}

/** Something that one person did on a day. */
export interface Deed {
  readonly by: Person
  readonly on: Day
}

export interface BodyAnswer extends Deed {
  readonly body: string
  readonly verdict: BodyVerdict
  /** The day of its decision; `on` is when that was recorded. */
  readonly day: Day
  /** What shows it: a letter, minutes, an address. */
  readonly evidence: string
}

export interface Feedback extends Deed {
  readonly id: string
  /** Key of a member organisation; null: `body` says who. */
  readonly organisation: string | null
  readonly body: string
  readonly words: string
}

export interface InterimPosition extends GuidanceWords, Deed {}

/** One version; a row of its own. */
export interface VersionContent extends GuidanceDraft {
  readonly group: string
  /** Which guidance it is a version of. */
  readonly guidance: string
  /** From 1. */
  readonly number: number
  readonly state: VersionState
  /** Everybody who wrote of it: none of them agrees it. */
  readonly writers: readonly Person[]
  readonly submitted: (Deed & { readonly bodies: readonly string[] }) | null
  readonly answers: readonly BodyAnswer[]
  /** Asked for, and not yet decided. */
  readonly interimAsked: InterimPosition | null
  /** Its deed is the approver's. */
  readonly interim: InterimPosition | null
  readonly feedback: readonly Feedback[]
  readonly agreed: Deed | null
  /** Why it was sent back, each time. */
  readonly refusals: readonly (Deed & { readonly part: PositionPart; readonly reason: string })[]
  readonly withdrawn: (Deed & { readonly reason: string }) | null
}

/** The roles whose posts may be a guidance's approver. */
export const GUIDANCE_APPROVERS: readonly Role[] = ['chair', 'assetOwner']

export function versionKey(guidance: string, number: number): string {
  return `${guidance}.${number}`
}

/** The first day on which an agreed version holds: never before it was agreed. Null: it isn't agreed. */
export function holdsFrom({ agreed, validFrom }: Pick<VersionContent, 'agreed' | 'validFrom'>): Day | null {
  if (!agreed) return null
  return validFrom !== null && validFrom > agreed.on ? validFrom : agreed.on
}

export const STANDINGS = ['draft', 'submitted', 'toCome', 'inForce', 'superseded', 'withdrawn'] as const
export type Standing = (typeof STANDINGS)[number]

/** @param versions all of the same guidance */
export function standingOf<Version extends VersionContent>(
  version: Version,
  versions: readonly Version[],
  today: Day,
): Standing {
  if (version.state === 'withdrawn') return 'withdrawn'
  if (version.state !== 'agreed') return version.state
  if ((holdsFrom(version) ?? today) > today) return 'toCome'
  return latestBegun(versions, today)?.number === version.number ? 'inForce' : 'superseded'
}

/** What people have to go by. */
export interface Position<Version extends VersionContent = VersionContent> {
  readonly version: Version
  readonly part: PositionPart
  readonly from: Day
}

/** @param versions all of one guidance. Null: there is no position. */
export function positionOn<Version extends VersionContent>(
  versions: readonly Version[],
  today: Day,
): Position<Version> | null {
  const begun = latestBegun(versions, today)
  // One that was withdrawn leaves nothing in force: what it had superseded doesn't come back.
  if (begun?.state === 'agreed') return { version: begun, part: 'agreed', from: holdsFrom(begun) ?? today }
  const interim = versions
    .filter((each) => each.interim !== null && each.state !== 'withdrawn' && each.number > (begun?.number ?? 0))
    .toSorted((a, b) => b.number - a.number)[0]
  return interim?.interim ? { version: interim, part: 'interim', from: interim.interim.on } : null
}

function latestBegun<Version extends VersionContent>(versions: readonly Version[], today: Day): Version | undefined {
  return versions.filter((each) => (holdsFrom(each) ?? '9999') <= today).toSorted((a, b) => b.number - a.number)[0]
}

/** The exact state that somebody reads, acknowledges or decides on, as one text; the caller hashes it. */
export function contentOf(version: VersionContent, part: PositionPart): string {
  const { group, guidance, number, title, titleWelsh } = version
  const about = { part, group, guidance, number, title, titleWelsh }
  if (part === 'agreed') {
    const { text, textWelsh, validFrom, approver } = version
    return canonical({ ...about, text, textWelsh, validFrom, approver })
  }
  const interim = version.interimAsked ?? version.interim
  return canonical({ ...about, text: interim?.text ?? '', textWelsh: interim?.textWelsh ?? '' })
}

/** What of a position was read, whatever is being asked for beside it. */
export function contentOfPosition({ version, part }: Position): string {
  return contentOf(part === 'interim' ? { ...version, interimAsked: null } : version, part)
}

/** What waits for the approver's decision. */
export function askedOfVersion({ state, interimAsked }: VersionContent): readonly PositionPart[] {
  const isOpen = state === 'draft' || state === 'submitted'
  return [
    ...(state === 'submitted' ? (['agreed'] as const) : []),
    ...(isOpen && interimAsked ? (['interim'] as const) : []),
  ]
}

/** The bodies that it was submitted to and that haven't agreed. */
export function bodiesAwaited({
  submitted,
  answers,
}: Pick<VersionContent, 'submitted' | 'answers'>): readonly string[] {
  return (submitted?.bodies ?? []).filter(
    (body) => answers.findLast((answer) => answer.body === body)?.verdict !== 'agreed',
  )
}

/** Whoever may agree it: the post's holder and deputy on the day. */
export function approversOfVersion(
  { approver }: Pick<VersionContent, 'approver'>,
  appointments: readonly Appointment[],
  today: Day,
): readonly Appointment[] {
  return appointments.filter(
    (each) => each.post === approver && GUIDANCE_APPROVERS.includes(each.role) && isInForce(each, today),
  )
}

export type WhyNotAgree = 'nothingAsked' | 'notApprover' | 'askedYourself' | 'bodiesAwaited'

/** Why somebody may not decide a part of it, or null: they may. To refuse, no body need have answered. */
export function whyNotAgree(
  version: VersionContent,
  part: PositionPart,
  person: Person,
  ground: { readonly appointments: readonly Appointment[]; readonly today: Day },
): WhyNotAgree | null {
  if (!askedOfVersion(version).includes(part)) return 'nothingAsked'
  const isApprover = approversOfVersion(version, ground.appointments, ground.today).some(
    (each) => isSamePerson(each.holder, person) || isSamePerson(each.deputy, person),
  )
  if (!isApprover) return 'notApprover'
  const askers =
    part === 'agreed' ? [...version.writers, version.submitted?.by ?? null] : [version.interimAsked?.by ?? null]
  if (askers.some((each) => isSamePerson(each, person))) return 'askedYourself'
  return part === 'agreed' && bodiesAwaited(version).length > 0 ? 'bodiesAwaited' : null
}
