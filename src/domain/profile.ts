/**
 * Profiles of online child abuse activist groups (OCAG): what a force should know before it meets one. Kept by the
 * information asset owner on Control; what forces tell of is counted by them. About groups, never about people: what
 * looks like somebody's details is refused. Pure.
 */

import { checkText } from './check.ts'
import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import type { Day } from './day.ts'
import { isInForce, isSamePerson, type Appointment } from './appointment.ts'
import type { Person } from './group.ts'
import { isWebAddress } from './meeting.ts'
import { findPersonalData } from './personaldata.ts'
import type { Result } from './result.ts'

export const RISK_LEVELS = ['low', 'medium', 'high'] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]

export interface ProfileDraft {
  readonly name: string
  /** Other names it is or was known by. */
  readonly aliases: readonly string[]
  /** Where it is active. */
  readonly area: string
  /** Addresses of its own pages. */
  readonly links: readonly string[]
  readonly risk: RiskLevel
  /** What it does that it has been told not to, and what is never done with it. */
  readonly redLines: string
}

export interface ProfileContent extends ProfileDraft {
  readonly group: string
  readonly changed: { readonly by: Person; readonly day: Day }
  /** It is no longer active: not offered any more where an incident is told, still counted. */
  readonly ended: { readonly day: Day; readonly reason: string } | null
}

export type SaveProfile = CollectionCommand & {
  readonly kind: 'saveProfile'
  readonly group: string
  readonly content: ProfileDraft
}
export type EndProfile = CollectionCommand & { readonly kind: 'endProfile'; readonly reason: string }
export type ResumeProfile = CollectionCommand & { readonly kind: 'resumeProfile' }
export type ProfileCommand = SaveProfile | EndProfile | ResumeProfile

export const PROFILE_REFUSALS = [
  'requestInvalid',
  'personalData',
  'notProfileKeeper',
  'profileUnknown',
  'reasonNeeded',
] as const
export type ProfileRefusalCode = (typeof PROFILE_REFUSALS)[number]

type Refusal = ConfidentialRefusal<ProfileRefusalCode>

const LONGEST_NAME = 120
const LONGEST_LINK = 500
const LONGEST_WORDS = 2000
const MOST_LINES = 20

export function decideProfile(
  command: ProfileCommand,
  now: ProfileContent | null,
  { actor, today, appointments }: ConfidentialContext,
): Result<ProfileContent, Refusal> {
  if (!keepsProfiles(actor, appointments, today)) return refuse('notProfileKeeper')
  const changed = { by: actor, day: today }
  if (command.kind === 'saveProfile') {
    const refusal = checkProfile(command.content, today)
    if (refusal) return { ok: false, error: refusal }
    return accept({ ...tidy(command.content), group: command.group, changed, ended: now?.ended ?? null })
  }
  if (!now) return refuse('profileUnknown')
  if (command.kind === 'resumeProfile') return accept({ ...now, changed, ended: null })
  if (command.reason.trim() === '') return refuse('reasonNeeded', 'reason')
  const personal = findPersonalData(command.reason, today)
  if (personal) return { ok: false, error: { code: 'personalData', field: 'reason', values: { kind: personal.kind } } }
  return accept({ ...now, changed, ended: { day: today, reason: command.reason.trim() } })
}

/** What a command depends on or writes. */
export function touchedByProfile({ kind }: ProfileCommand): readonly (keyof ProfileContent)[] {
  return kind === 'saveProfile' ? ['name', 'aliases', 'area', 'links', 'risk', 'redLines'] : ['ended']
}

/**
 * Whether a person keeps the profiles of a group and what was counted before: its information asset owner; where nobody
 * holds such a post, the coordinator, as with everything that nobody holds a post for (product, rule 7).
 */
export function keepsProfiles(person: Person, appointments: readonly Appointment[], today: Day): boolean {
  const held = appointments.filter((each) => isInForce(each, today))
  const owners = held.filter(({ role, holder, deputy }) => role === 'assetOwner' && (holder ?? deputy) !== null)
  const keepers = owners.length > 0 ? owners : held.filter(({ role }) => role === 'coordinator')
  return keepers.some(({ holder, deputy }) => isSamePerson(holder, person) || isSamePerson(deputy, person))
}

/** True for another profile by the same name, or another name of it. */
export function isSameName(draft: Pick<ProfileDraft, 'name'>, other: Pick<ProfileDraft, 'name' | 'aliases'>): boolean {
  const plain = (name: string): string => name.trim().toLowerCase()
  return [other.name, ...other.aliases].some((name) => plain(name) === plain(draft.name))
}

function checkProfile({ name, aliases, area, links, redLines }: ProfileDraft, today: Day): Refusal | null {
  if (checkText(name, 'name') || name.length > LONGEST_NAME) return { code: 'requestInvalid', field: 'name' }
  if (area.length > LONGEST_WORDS) return { code: 'requestInvalid', field: 'area' }
  if (redLines.length > LONGEST_WORDS) return { code: 'requestInvalid', field: 'redLines' }
  if (aliases.length > MOST_LINES || aliases.some((each) => each.length > LONGEST_NAME)) {
    return { code: 'requestInvalid', field: 'aliases' }
  }
  if (links.length > MOST_LINES || !links.every((each) => each.length <= LONGEST_LINK && isPageAddress(each))) {
    return { code: 'requestInvalid', field: 'links' }
  }
  const texts = { name, aliases: aliases.join('\n'), area, redLines }
  for (const [field, text] of Object.entries(texts)) {
    const personal = findPersonalData(text, today)
    if (personal) return { code: 'personalData', field, values: { kind: personal.kind } }
  }
  return null
}

/** Nothing else becomes a link that somebody presses. */
export function isPageAddress(text: string): boolean {
  return isWebAddress(text) && !text.includes('@')
}

function tidy(draft: ProfileDraft): ProfileDraft {
  const lines = (each: readonly string[]): readonly string[] =>
    each.map((line) => line.trim()).filter((line) => line !== '')
  return {
    name: draft.name.trim(),
    aliases: lines(draft.aliases),
    area: draft.area.trim(),
    links: lines(draft.links),
    risk: draft.risk,
    redLines: draft.redLines.trim(),
  }
}

function accept(value: ProfileContent): Result<ProfileContent, Refusal> {
  return { ok: true, value }
}

function refuse(code: ProfileRefusalCode, field?: string): Result<never, Refusal> {
  return { ok: false, error: field === undefined ? { code } : { code, field } }
}
