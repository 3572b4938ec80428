/**
 * The access register as it is asked for: now, as it stood on a day, and to be taken out of here. The log says who was
 * shown whose nominations, and to whom they went, before anything is answered.
 */

import type { AccessRegister, ExportAccess } from '../../contract/access.ts'
import { coverageOf } from '../../domain/accessregister.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { Answer } from '../api.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { lookForLeftNominees } from './lost.ts'
import { tellReconciliation } from './resources.ts'
import {
  isSeen,
  organisationsOf,
  seenIn,
  sightOf,
  sightOn,
  tellNomination,
  tellResource,
  tellReview,
  type AccessSight,
} from './sight.ts'

export async function access(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
): Promise<Answer<AccessRegister>> {
  const sight = await sightOf(office, caller, key)
  if (!sight.ok) return sight
  // Whoever answers for the resource is told how it is now, not how it was minutes ago.
  const isNews = sight.value.own === null && (await look(office, sight.value))
  const now = isNews ? await sightOf(office, caller, key) : sight
  return now.ok ? tell(office, now.value, null) : now
}

async function look(office: Office, sight: AccessSight): Promise<boolean> {
  try {
    return await lookForLeftNominees(office, sight.group, sight.entries)
  } catch (fault) {
    // The directory doesn't answer: what was found by the last look stands.
    office.log({ level: 'warning', event: 'leaverFault', group: sight.group.key, ...traceOf(fault) })
    return false
  }
}

export async function accessOn(
  office: Office,
  caller: Person,
  { key, day }: { readonly key: string; readonly day: string },
): Promise<Answer<AccessRegister>> {
  const sight = await sightOf(office, caller, key)
  if (!sight.ok) return sight
  const on = pastDay(day, sight.value.today)
  return tell(office, on === null ? sight.value : sightOn(sight.value, on), on)
}

/** The same as a file has it, on record as a disclosure: to whom it goes is said by whoever takes it out. */
export async function exportAccess(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  { commandId, day, to }: ExportAccess,
): Promise<Answer<AccessRegister>> {
  const sight = await sightOf(office, caller, key)
  if (!sight.ok) return sight
  if (!mayDo('access.export', 'api', sight.value.roles)) return { ok: false, error: { code: 'notAllowed' } }
  const on = day === null ? null : pastDay(day, sight.value.today)
  const then = on === null ? sight.value : sightOn(sight.value, on)
  const ids = [commandId, on ?? then.today, ...seenIn(then).map((each) => each.key)]
  const event = { event: 'disclosure', operation: 'access.export', group: key, subject: null } as const
  await office.audit.append({ ...event, by: caller, ids, to })
  return { ok: true, value: await registerOf(office, then, on) }
}

/** Of today and later there is nothing but now. */
function pastDay(day: Day, today: Day): Day | null {
  return day < today ? day : null
}

async function tell(office: Office, sight: AccessSight, day: Day | null): Promise<Answer<AccessRegister>> {
  const { group, caller } = sight
  const ids = [...(day === null ? [] : [day]), ...seenIn(sight).map((each) => each.key)]
  const register = await registerOf(office, sight, day)
  await office.consulted(caller, { operation: 'access.read', group: group.key, subject: null, ids })
  return { ok: true, value: register }
}

async function registerOf(office: Office, sight: AccessSight, day: Day | null): Promise<AccessRegister> {
  const { group, roles, today, resources, reviews } = sight
  const entries = seenIn(sight)
  const [snapshot, compared] = await Promise.all([
    office.registers.snapshot(group),
    sight.own === null ? office.confidential.of(group.key, 'reconciliations') : new Map<string, never>(),
  ])
  const organisations = [...snapshot.organisations.keys()].filter((each) => isSeen(sight, each))
  const on = day ?? today
  const spokenFor = organisationsOf(sight.caller, sight.appointments, today)
  return {
    day,
    resources: [...resources.values()].map((each) => tellResource(each, on)),
    nominations: entries.map((each) => tellNomination(sight, each, day)),
    reviews: [...reviews]
      .filter(([, review]) => isSeen(sight, review.organisation) && review.opens <= on)
      .toSorted(([, a], [, b]) => (a.opens < b.opens ? 1 : -1))
      .map(([key, review]) => tellReview(sight, key, review, day)),
    coverage: [...resources.values()].flatMap((resource) =>
      coverageOf(
        entries.filter(({ nomination }) => nomination.resource === resource.key),
        organisations,
        resource.teams,
      ).map((each) => ({ resource: resource.key, ...each })),
    ),
    reconciliations: [...compared]
      .filter(([, each]) => each.day <= on)
      .toSorted(([, a], [, b]) => (a.createdAt < b.createdAt ? 1 : -1))
      .map(([key, each]) => tellReconciliation(key, each)),
    organisations,
    mayNominate: day === null ? organisations.filter((each) => spokenFor.has(each)) : [],
    mayReconcile: mayDo('access.reconcile', 'api', roles) && day === null,
    mayExport: mayDo('access.export', 'api', roles),
    maySetUp: mayDo('access.setUp', 'api', roles) && day === null,
  }
}
