/**
 * What a group knows of incidents, told to whoever holds a post of it: notifications, profiles, opening counts. Logged
 * before it is told; while nothing is new since somebody looked, nothing is told and nothing logged.
 */

import type {
  Figures,
  IncidentBook,
  IncidentForm,
  IncidentTold,
  OpeningTold,
  ProfileTold,
} from '../../contract/incidents.ts'
import type { Stored } from '../../domain/collection.ts'
import type { Organisation, Person } from '../../domain/group.ts'
import { factsOf, speaksFor, type IncidentContent } from '../../domain/incident.ts'
import { measureOf } from '../../domain/incidentcount.ts'
import type { OpeningCount } from '../../domain/openingcount.ts'
import { parsePeriod } from '../../domain/period.ts'
import { keepsProfiles, type ProfileContent } from '../../domain/profile.ts'
import type { Answer } from '../api.ts'
import { standingIn, type Standing } from '../group.ts'
import { idOf } from '../ids.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'

export async function incidents(
  office: Office,
  caller: Person,
  { key, seen }: { readonly key: string; readonly seen: string },
): Promise<Answer<IncidentBook | { state: 'same' }>> {
  const standing = await standingIn(office, caller, key, 'incident.read')
  if (!standing.ok) return standing
  const { group, roles } = standing.value
  if (!mayDo('incident.read', 'api', roles)) return { ok: false, error: { code: 'notAllowed' } }
  const book = await readBook(office, caller, standing.value)
  if (book.seen === seen) return { ok: true, value: { state: 'same' } }
  await office.consulted(caller, {
    operation: 'incident.read',
    group: group.key,
    subject: 'incidents',
    ids: keysOf(book),
  })
  return { ok: true, value: book }
}

/** The same for a file: to whom it goes is said by whoever takes it out, and stands in the audit first. */
export async function exportIncidents(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  { commandId, to }: { readonly commandId: string; readonly to: string },
): Promise<Answer<IncidentBook>> {
  const operation = 'incident.export'
  const standing = await standingIn(office, caller, key, operation)
  if (!standing.ok) return standing
  if (!mayDo(operation, 'api', standing.value.roles)) return { ok: false, error: { code: 'notAllowed' } }
  const book = await readBook(office, caller, standing.value)
  const event = { event: 'disclosure', operation, group: key, subject: 'incidents' } as const
  await office.audit.append({ ...event, by: caller, ids: [commandId, ...keysOf(book)], to })
  return { ok: true, value: book }
}

async function readBook(office: Office, caller: Person, standing: Standing): Promise<IncidentBook> {
  const { key } = standing.group
  const [told, profiles, openings, forces] = await Promise.all([
    office.confidential.of(key, 'incidents'),
    office.confidential.of(key, 'profiles'),
    office.confidential.of(key, 'openings'),
    forcesFor(office, caller, standing),
  ])
  const book = {
    incidents: [...told].map(([each, content]) => tellIncident(each, content)),
    profiles: [...profiles].map(([each, content]) => tellProfile(each, content)),
    openings: [...openings].map(([each, content]) => tellOpening(each, content)),
    speaksFor: forces.map((force) => force.key),
    isKeeper: isKeeper(office, caller, standing),
  }
  return { state: 'told', seen: fingerprint(book), ...book }
}

/** So little that a phone has it at once: names to choose from, nothing of what happened. */
export async function incidentForm(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
): Promise<Answer<IncidentForm>> {
  const standing = await standingIn(office, caller, key, 'incident.report')
  if (!standing.ok) return standing
  const { group, roles } = standing.value
  if (!mayDo('incident.report', 'api', roles)) return { ok: false, error: { code: 'notAllowed' } }
  const [told, profiles, forces] = await Promise.all([
    office.confidential.of(key, 'incidents'),
    office.confidential.of(key, 'profiles'),
    forcesFor(office, caller, standing.value),
  ])
  if (forces.length === 0) return { ok: false, error: { code: 'notYourOrganisation' } }
  await office.consulted(caller, {
    operation: 'profile.read',
    group: group.key,
    subject: 'profiles',
    ids: [...profiles.keys()],
  })
  const own = new Set(forces.map((force) => force.key))
  const last = new Map<string, string>()
  for (const { organisation, profile, day } of told.values()) {
    if (profile !== null && own.has(organisation) && day > (last.get(profile) ?? '')) last.set(profile, day)
  }
  const active = [...profiles].filter(([, { ended }]) => ended === null)
  const ordered = active.toSorted(
    ([a, { name }], [b, { name: other }]) =>
      (last.get(b) ?? '').localeCompare(last.get(a) ?? '') || name.localeCompare(other, 'en-GB'),
  )
  const value = {
    group: { name: group.name, marking: group.marking },
    organisations: forces.map((force) => ({ key: force.key, name: force.name })),
    profiles: ordered.map(([each, { name }]) => ({ key: each, name })),
    today: office.clock.today(),
  }
  return { ok: true, value }
}

/** What is said again in a return would be collected twice: it is filled in from what was told already. */
export async function incidentFigures(
  office: Office,
  caller: Person,
  {
    key,
    request: requestKey,
    organisation,
  }: { readonly key: string; readonly request: string; readonly organisation: string },
): Promise<Answer<Figures>> {
  const standing = await standingIn(office, caller, key, 'incident.figures')
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  const own = speaksFor(caller, appointments, office.clock.today())
  const isOwn = own === 'every' || own.has(organisation)
  if (!isOwn || !mayDo('incident.figures', 'api', roles)) return { ok: false, error: { code: 'notYourOrganisation' } }
  const [requests, returns] = await Promise.all([
    office.collections.values(group, 'requests'),
    office.collections.values(group, 'returns'),
  ])
  const request = requests.get(requestKey)
  const definition = request?.return ? returns.get(request.return) : undefined
  const period =
    request?.period && definition ? parsePeriod(request.period, definition.frequency, definition.yearStart) : null
  const filled = (request?.fields ?? []).filter(({ filledBy }) => filledBy !== undefined)
  if (!period || filled.length === 0) return { ok: true, value: { values: {}, from: null, to: null } }
  const told = await office.confidential.of(key, 'incidents')
  const measures = measureOf(organisation, period, told.values())
  await office.consulted(caller, {
    operation: 'incident.figures',
    group: key,
    subject: requestKey,
    ids: [organisation],
  })
  const values = filled.flatMap((field) => (field.filledBy ? [[field.key, measures[field.filledBy]] as const] : []))
  return { ok: true, value: { values: Object.fromEntries(values), from: period.from, to: period.to } }
}

/** The forces that a person tells of incidents for, as the group has them. */
export async function forcesFor(
  office: Office,
  caller: Person,
  { group, appointments }: Pick<Standing, 'group' | 'appointments'>,
): Promise<readonly Organisation[]> {
  const own = speaksFor(caller, appointments, office.clock.today())
  const { organisations } = await office.registers.snapshot(group)
  return [...organisations.values()].filter((each) => each.kind === 'force' && (own === 'every' || own.has(each.key)))
}

export function isKeeper(office: Office, caller: Person, { appointments, roles }: Standing): boolean {
  return mayDo('profile.keep', 'api', roles) && keepsProfiles(caller, appointments, office.clock.today())
}

export function tellIncident(key: string, content: IncidentContent & Stored): IncidentTold {
  const { version, state } = content
  const log = content.log.map(({ kind, by, at, reason }) => ({ kind, by, at, reason }))
  return { key, version, ...factsOf(content), state, log }
}

export function tellProfile(key: string, content: ProfileContent & Stored): ProfileTold {
  const { version, name, aliases, area, links, risk, redLines, changed, ended } = content
  return { key, version, name, aliases: [...aliases], area, links: [...links], risk, redLines, changed, ended }
}

export function tellOpening(key: string, content: OpeningCount & Stored): OpeningTold {
  const { version, organisation, nation, from, to, count, basis, state } = content
  return { key, version, organisation, nation, from, to, count, basis, state }
}

function fingerprint(book: Omit<IncidentBook, 'state' | 'seen'>): string {
  const rows = [...book.incidents, ...book.profiles, ...book.openings].map(({ key, version }) => `${key} ${version}`)
  return idOf(...rows, ...book.speaksFor, String(book.isKeeper))
}

/** What one entry of the audit has room for; with more, it was all that there was then. */
const MOST_IDS = 1200

function keysOf({ incidents, profiles, openings }: IncidentBook): readonly string[] {
  const keys = [...incidents, ...profiles, ...openings].map(({ key }) => key)
  return keys.length <= MOST_IDS ? keys : [...keys.slice(0, MOST_IDS), `+${keys.length - MOST_IDS}`]
}
