/**
 * Who holds a post, or stands in, and has left: their account is closed, or gone from the directory of this tenant. Kept
 * in the database, so that every instance stops prompting them; found by a look at the directory every hour.
 */

import { isInForce, personKey, type Appointment } from '../../domain/appointment.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import { readAccountStates } from '../../sharepoint/directory.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'

export interface Leavers {
  has(person: Pick<Person, 'tenantId' | 'objectId'>): boolean
  /** The day on which it was noticed. */
  since(person: Pick<Person, 'tenantId' | 'objectId'>): Day | null
  /** By `personKey`, sorted. */
  readonly keys: readonly string[]
}

export async function readLeavers({ database }: Pick<Office, 'database'>): Promise<Leavers> {
  const rows = await database.query<{ tenant: string; person: string; since: string }>(
    'select tenant, person, since from matters.leaver order by tenant, person',
  )
  const since = new Map(rows.map((row) => [personKey({ tenantId: row.tenant, objectId: row.person }), row.since]))
  return {
    has: (person) => since.has(personKey(person)),
    since: (person) => since.get(personKey(person)) ?? null,
    keys: [...since.keys()],
  }
}

/**
 * Asks the directory about everybody who stands in one of these appointments today or later. Members of a shared channel
 * are of other tenants, and nobody here knows their accounts; who couldn't be asked about stays as they were.
 */
export async function lookForLeavers(office: Office, appointments: readonly Appointment[]): Promise<void> {
  const today = office.clock.today()
  const standing = appointments.filter((each) => isInForce(each, today) || (each.from ?? '') > today)
  const people = standing.flatMap(({ holder, deputy }) => [holder, deputy]).filter((person) => person !== null)
  await lookForLeaversAmong(office, people)
}

/** True: somebody has left, or is back, and wasn't before. */
export async function lookForLeaversAmong(office: Office, people: readonly Person[]): Promise<boolean> {
  const today = office.clock.today()
  const own = people.filter(({ tenantId }) => tenantId === office.tenantId)
  const ids = new Set(own.map(({ objectId }) => objectId))
  const [states, known] = await Promise.all([readAccountStates(office.client, [...ids]), readLeavers(office)])
  let isNews = false
  for (const [person, { state }] of states) {
    const hasLeft = state !== 'good'
    if (hasLeft === known.has({ tenantId: office.tenantId, objectId: person })) continue
    isNews = true
    office.log({ level: 'info', event: hasLeft ? 'leaverFound' : 'leaverBack', person })
    await (hasLeft
      ? office.database.query(
          'insert into matters.leaver (tenant, person, since) values ($1, $2, $3) on conflict do nothing',
          [office.tenantId, person, today],
        )
      : office.database.query('delete from matters.leaver where tenant = $1 and person = $2', [
          office.tenantId,
          person,
        ]))
  }
  // Prompts go by it: the deputy, and then the coordinator, is asked instead.
  if (isNews) office.tellControlChanged()
  return isNews
}

const EVERY_MS = 3_600_000

/** In all groups, at most once an hour: for whoever looks again and again. */
export function createLeaverLook(office: Office): () => Promise<void> {
  let next = 0
  return async () => {
    if (office.clock.now() < next) return
    next = office.clock.now() + EVERY_MS
    const control = await office.control()
    for (const group of await office.groups()) {
      const rows = await control.appointments(group.key)
      await lookForLeavers(
        office,
        rows.map(({ value }) => value),
      ).catch((fault: unknown) =>
        office.log({ level: 'error', event: 'leaverFault', group: group.key, ...traceOf(fault) }),
      )
    }
  }
}
