/**
 * What groups and people choose: how a group prompts and decides, when a person is written to, whom work is passed to,
 * and which people no message reaches.
 */

import type { approvalEndpoints } from '../contract/approvals.ts'
import type { Endpoint } from '../contract/endpoint.ts'
import { mayActFor } from '../domain/addressee.ts'
import { addDays } from '../domain/day.ts'
import type { Person } from '../domain/group.ts'
import type { Chosen } from '../sharepoint/control/records.ts'
import type { Answer } from './api.ts'
import { standingIn } from './group.ts'
import type { Office } from './office.ts'
import { mayDo } from './policy.ts'

type AnswerOf<Name extends keyof typeof approvalEndpoints> =
  (typeof approvalEndpoints)[Name] extends Endpoint<string, unknown, infer Value> ? Value : never
type RequestOf<Name extends keyof typeof approvalEndpoints> =
  (typeof approvalEndpoints)[Name] extends Endpoint<string, infer Request, unknown> ? Request : never

/** Days that the list of unreached people looks back. */
const LOOKED_BACK = 14

export async function settings(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
): Promise<Answer<AnswerOf<'settings'>>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  return { ok: true, value: tell(await (await office.records()).settings(key)) }
}

export async function setSettings(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  request: RequestOf<'setSettings'>,
): Promise<Answer<AnswerOf<'settings'>>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  if (!mayDo('settings.change', 'api', standing.value.roles)) return { ok: false, error: { code: 'notCoordinator' } }
  const { higher } = request.value
  if (higher && !standing.value.appointments.some(({ post }) => post === higher.post)) {
    return { ok: false, error: { code: 'requestInvalid', field: 'value.higher.post' } }
  }
  const records = await office.records()
  const known = await records.settings(key)
  if ((known.row?.version ?? null) !== request.version) return { ok: false, error: { code: 'settingsChanged' } }
  const by = { event: 'alteration', operation: 'settings.change', group: key, subject: key, by: caller } as const
  await office.audit.append(by)
  if (!(await records.setSettings(key, known, request.value))) return { ok: false, error: { code: 'settingsChanged' } }
  office.tellControlChanged()
  return { ok: true, value: tell(await records.settings(key)) }
}

export async function preferences(office: Office, caller: Person): Promise<Answer<AnswerOf<'preferences'>>> {
  return { ok: true, value: tell(await (await office.records()).person(caller)) }
}

export async function setPreferences(
  office: Office,
  caller: Person,
  _: unknown,
  request: RequestOf<'setPreferences'>,
): Promise<Answer<AnswerOf<'preferences'>>> {
  const records = await office.records()
  const known = await records.person(caller)
  if ((known.row?.version ?? null) !== request.version) return { ok: false, error: { code: 'settingsChanged' } }
  if (!(await records.setPerson(caller, known, request.value))) return { ok: false, error: { code: 'settingsChanged' } }
  office.tellControlChanged()
  return { ok: true, value: tell(await records.person(caller)) }
}

/** A coordinator's: whom no message reached in the last two weeks, the latest first. */
export async function unreached(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
): Promise<Answer<AnswerOf<'unreached'>>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  if (!mayDo('unreached.read', 'api', standing.value.roles)) return { ok: false, error: { code: 'notCoordinator' } }
  const records = await office.records()
  const today = office.clock.today()
  const days = Array.from({ length: LOOKED_BACK }, (_, index) => addDays(today, -index))
  const found = (await Promise.all(days.map((day) => records.promptsOn(key, day)))).flat()
  const people = found
    .filter(({ state }) => state !== 'sent')
    .map(({ to, post, day, state, kind, action }) => ({ person: to, post, day, state, kind, action }))
  await office.audit.append({
    event: 'consultation',
    operation: 'unreached.read',
    group: key,
    subject: null,
    by: caller,
  })
  return { ok: true, value: { people } }
}

/** Only what is the caller's now, as holder or deputy of a post that owns it. */
export async function passOn(
  office: Office,
  caller: Person,
  { key, action: id }: { readonly key: string; readonly action: string },
  request: RequestOf<'passOn'>,
): Promise<Answer<{ readonly done: true }>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  const action = await office.registers.action(group, id)
  if (!action) return { ok: false, error: { code: 'nothingAsked' } }
  const today = office.clock.today()
  const owners = [...action.owners, ...action.parts.flatMap((part) => part.owners)]
  const isTheirs = mayActFor(caller, owners, { appointments, today, isAway: () => false })
  if (!mayDo('work.pass', 'api', roles, isTheirs)) {
    return { ok: false, error: { code: 'notYourWork' } }
  }
  if (request.to && !(await office.readers.isReader(request.to, group))) {
    return { ok: false, error: { code: 'requestInvalid', field: 'to' } }
  }
  await office.audit.append({
    event: 'alteration',
    operation: 'work.pass',
    group: key,
    subject: id,
    by: caller,
    ids: [request.to?.objectId ?? 'notOurs'],
  })
  await (
    await office.records()
  ).addPass({
    key: request.commandId,
    group: key,
    action: id,
    kind: request.to ? 'passed' : 'notOurs',
    by: caller,
    to: request.to,
    owners: action.owners,
    day: today,
    words: request.words,
  })
  office.tellControlChanged()
  return { ok: true, value: { done: true } }
}

/** A choice with the version that the next one is based on. */
function tell<Value>({ value, row }: Chosen<Value>): { value: Value; version: string | null } {
  return { value, version: row?.version ?? null }
}
