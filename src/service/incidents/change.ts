/**
 * Telling of an incident, correcting what was told, keeping profiles and opening counts. The rules are the domain's
 * (domain/incident.ts, profile.ts, openingcount.ts); here stands what one row alone can't know: whether there is such a
 * force, group or profile, and whether it was told already.
 */

import type {
  ChangeIncident,
  ChangeOpening,
  ChangeProfile,
  IncidentTold,
  OpeningTold,
  ProfileTold,
  Reported,
} from '../../contract/incidents.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Organisation, Person } from '../../domain/group.ts'
import { alike, type IncidentCommand, type IncidentFacts } from '../../domain/incident.ts'
import { measureOf } from '../../domain/incidentcount.ts'
import { isCountedTwice, type OpeningCommand } from '../../domain/openingcount.ts'
import { FINANCIAL_YEAR, periodOf } from '../../domain/period.ts'
import { isSameName, type ProfileCommand } from '../../domain/profile.ts'
import type { Answer } from '../api.ts'
import type { Asking } from '../confidential.ts'
import { standingIn, type Standing } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { isKeeper, tellIncident, tellOpening, tellProfile } from './book.ts'

type About<Name extends string> = { readonly key: string } & Readonly<Record<Name, string>>
interface Based<Change> {
  readonly commandId: string
  readonly version: string | null
  readonly change: Change
}

export async function reportIncident(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  request: { readonly commandId: string; readonly facts: IncidentFacts; readonly isAnother: boolean },
): Promise<Answer<Reported>> {
  const standing = await standingIn(office, caller, key, 'incident.report')
  if (!standing.ok) return standing
  if (!mayDo('incident.report', 'api', standing.value.roles)) return refused('notAllowed')
  const { commandId, facts, isAnother } = request
  const unknown = await whatIsUnknown(office, standing.value, facts)
  if (unknown) return { ok: false, error: unknown }
  const told = await office.confidential.of(key, 'incidents')
  // Asked again because no answer came, it is the same one and not another alike.
  const same = isAnother || told.has(commandId) ? [] : alike(facts, told.values())
  if (same.length > 0) return refused('incidentAlike', 'day', { count: same.length })
  const command: IncidentCommand = { kind: 'reportIncident', id: commandId, key: commandId, group: key, facts }
  const asking = askingOf(caller, standing.value, 'incident.report')
  const changed = await office.confidential.change({ ...asking, event: 'collection' }, 'incidents', command)
  if (!changed.ok) return changed
  const incident = tellIncident(commandId, changed.value)
  const quarter = periodOf(incident.day, 'quarterly', FINANCIAL_YEAR)
  const all = new Map(told).set(commandId, changed.value)
  const { incidents: ofQuarter } = measureOf(incident.organisation, quarter, all.values())
  return { ok: true, value: { incident, ofQuarter }, made: true }
}

export async function changeIncident(
  office: Office,
  caller: Person,
  { key, incident }: About<'incident'>,
  { commandId, version, change }: Based<ChangeIncident>,
): Promise<Answer<IncidentTold>> {
  const standing = await standingIn(office, caller, key, 'incident.report')
  if (!standing.ok) return standing
  if (!mayDo('incident.report', 'api', standing.value.roles)) return refused('notAllowed')
  const now = (await office.confidential.of(key, 'incidents')).get(incident)
  if (!now) return refused('incidentUnknown')
  if (now.log.some(({ id }) => id === commandId)) return { ok: true, value: tellIncident(incident, now) }
  if (now.version !== version) return refused('contentChanged')
  const about = { id: commandId, key: incident, reason: change.reason }
  let command: IncidentCommand = { kind: 'withdrawIncident', ...about }
  if (change.kind === 'correct') {
    const unknown = await whatIsUnknown(office, standing.value, change.facts)
    if (unknown) return { ok: false, error: unknown }
    command = { kind: 'correctIncident', ...about, facts: change.facts }
  }
  const asking = askingOf(caller, standing.value, 'incident.report')
  const changed = await office.confidential.change(asking, 'incidents', command, now)
  return changed.ok ? { ok: true, value: tellIncident(incident, changed.value) } : changed
}

export async function changeProfile(
  office: Office,
  caller: Person,
  { key, profile }: About<'profile'>,
  { commandId, version, change }: Based<ChangeProfile>,
): Promise<Answer<ProfileTold>> {
  const standing = await standingIn(office, caller, key, 'profile.keep')
  if (!standing.ok) return standing
  if (!isKeeper(office, caller, standing.value)) return refused('notProfileKeeper')
  const all = await office.confidential.of(key, 'profiles')
  const now = all.get(profile)
  const about = { id: commandId, key: profile }
  if (change.kind === 'save') {
    const taken = [...all].some(([other, each]) => other !== profile && isSameName(change.content, each))
    if (taken) return refused('profileNameTaken', 'name', { name: change.content.name })
  }
  const command: ProfileCommand =
    change.kind === 'save'
      ? { kind: 'saveProfile', ...about, group: key, content: change.content }
      : change.kind === 'end'
        ? { kind: 'endProfile', ...about, reason: change.reason }
        : { kind: 'resumeProfile', ...about }
  const asking = askingOf(caller, standing.value, 'profile.keep')
  const changed = await office.confidential.change(asking, 'profiles', command, seenAt(now, version))
  return changed.ok ? { ok: true, value: tellProfile(profile, changed.value) } : changed
}

export async function changeOpening(
  office: Office,
  caller: Person,
  { key, opening }: About<'opening'>,
  { commandId, change, version }: Based<ChangeOpening>,
): Promise<Answer<OpeningTold>> {
  const standing = await standingIn(office, caller, key, 'profile.keep')
  if (!standing.ok) return standing
  if (!isKeeper(office, caller, standing.value)) return refused('notProfileKeeper')
  const all = await office.confidential.of(key, 'openings')
  const now = all.get(opening)
  const about = { id: commandId, key: opening }
  let command: OpeningCommand = { kind: 'withdrawOpening', ...about }
  if (change.kind === 'set') {
    const { organisation } = change.content
    const force = organisation === null ? null : await forceOf(office, standing.value, organisation)
    if (force === undefined) return refused('organisationMissing', 'organisation')
    const content = { ...change.content, nation: force?.nation ?? change.content.nation }
    const others = [...all].filter(([other, { state }]) => other !== opening && state === 'stands')
    if (others.some(([, other]) => isCountedTwice(content, other))) return refused('openingTwice', 'from')
    command = { kind: 'setOpening', ...about, group: key, content }
  }
  const asking = askingOf(caller, standing.value, 'profile.keep')
  const changed = await office.confidential.change(asking, 'openings', command, seenAt(now, version))
  return changed.ok ? { ok: true, value: tellOpening(opening, changed.value) } : changed
}

/** What the caller saw; what has changed since can't be shown to the rules as if it were that. */
function seenAt<Content extends { readonly version: string }>(
  now: Content | undefined,
  version: string | null,
): Content | undefined {
  return now?.version === version ? now : undefined
}

async function whatIsUnknown(
  office: Office,
  standing: Standing,
  { organisation, profile }: IncidentFacts,
): Promise<ServiceRefusal | null> {
  if (!(await forceOf(office, standing, organisation))) return { code: 'organisationMissing', field: 'organisation' }
  if (profile === null) return null
  const profiles = await office.confidential.of(standing.group.key, 'profiles')
  return profiles.has(profile) ? null : { code: 'profileUnknown', field: 'profile' }
}

async function forceOf(office: Office, { group }: Standing, key: string): Promise<Organisation | undefined> {
  const found = (await office.registers.snapshot(group)).organisations.get(key)
  return found?.kind === 'force' ? found : undefined
}

function askingOf(by: Person, { group, appointments }: Standing, operation: string): Asking {
  return { by, group, appointments, operation }
}

function refused(
  code: ServiceRefusal['code'],
  field?: string,
  values?: ServiceRefusal['values'],
): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error: { code, ...(field === undefined ? {} : { field }), ...(values ? { values } : {}) } }
}
