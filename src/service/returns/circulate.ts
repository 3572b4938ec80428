/**
 * What a period gathered goes back to every organisation that it was asked of: now, because a coordinator or an analyst
 * says so, or by the return's own schedule. What is written down first is whom it goes to and which answers stood; the
 * messages follow from that row (domain/returnprompting.ts), and what became of them comes back into it. The same
 * occurrence is one row, whoever works it out and however many do.
 */

import type { PromptState } from '../../domain/record.ts'
import { addresseesOf, type Posts } from '../../domain/addressee.ts'
import { isSamePerson, personKey, type Appointment } from '../../domain/appointment.ts'
import { copiesFor, scheduled, standOf, type CirculationContent, type NotifiedSince } from '../../domain/circulation.ts'
import { addDays } from '../../domain/day.ts'
import { isAwayOn, PERSON_SETTINGS } from '../../domain/gathering.ts'
import { isRoomOn, type Person } from '../../domain/group.ts'
import { measureOf } from '../../domain/incidentcount.ts'
import { withoutLeavers } from '../../domain/people.ts'
import { parsePeriod } from '../../domain/period.ts'
import { isMissing, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { dayOfInstant, instantOf } from '../../words/clock.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { readLeavers } from '../people/leavers.ts'
import { mayDo } from '../policy.ts'

export async function circulate(
  office: Office,
  caller: Person,
  { key, period: periodKey }: { readonly key: string; readonly period: string },
  { id }: { readonly id: string },
): Promise<Answer<{ circulation: string; people: number }>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  if (!mayDo('return.circulate', 'api', roles)) return { ok: false, error: { code: 'notCoordinator' } }
  const [requests, responses] = await Promise.all([
    office.collections.now(group, 'requests'),
    office.collections.now(group, 'responses'),
  ])
  const period = requests.get(periodKey)
  if (!period || period.return === null) return { ok: false, error: { code: 'nothingToCirculate' } }
  const content = await contentOf(office, group, { period, responses, by: caller, appointments })
  if (!content) return { ok: false, error: { code: 'nothingToCirculate' } }
  await disclose(office, group, content)
  const command = { kind: 'circulate', id, key: id, content } as const
  const kept = await office.collections.submitAs({ person: caller, as: 'service' }, group, 'circulations', command)
  if (kept.state !== 'saved') return { ok: false, error: { code: 'serviceBusy', values: { seconds: 10 } } }
  return { ok: true, value: { circulation: id, people: kept.content.copies.length } }
}

/** What the schedules ask for today. */
export async function circulateScheduled(office: Office, group: DirectoryEntry, service: Person): Promise<number> {
  const today = office.clock.today()
  const { collections } = office
  const returns = await collections.values(group, 'returns')
  const wanting = [...returns].filter(([, { circulation, ended }]) => circulation !== null && ended === null)
  if (wanting.length === 0) return 0
  const [requests, responses, circulations] = await Promise.all([
    collections.values(group, 'requests'),
    collections.values(group, 'responses'),
    collections.values(group, 'circulations'),
  ])
  let count = 0
  for (const [key, { circulation, modifiedAt }] of wanting) {
    const periods = [...requests.values()].filter((request) => request.return === key)
    const occurrence = scheduled(circulation, periods, today, dayOfInstant(modifiedAt) ?? today)
    const period = occurrence && requests.get(occurrence.period.key)
    if (!occurrence || !period || circulations.has(occurrence.key)) continue
    const appointments = await appointmentsOf(office, group)
    const content = await contentOf(office, group, { period, responses, by: null, appointments })
    if (!content) continue
    await disclose(office, group, content)
    const command = { kind: 'circulate', id: `circulate.${occurrence.key}`, key: occurrence.key, content } as const
    const kept = await collections.submitAs({ person: service, as: 'service' }, group, 'circulations', command)
    if (kept.state === 'saved') count += 1
  }
  return count
}

/** What became of the messages comes back into the record of who got what. */
export async function recordCopies(office: Office, group: DirectoryEntry, service: Person): Promise<void> {
  const circulations = await office.collections.values(group, 'circulations')
  const open = [...circulations].filter(([, { copies }]) => copies.some(({ state }) => state === null))
  if (open.length === 0) return
  const rows = await office.database.query<Told>(
    `select subject, tenant, person, told, to_char(told_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from matters.prompt where group_key = $1 and kind = 'returnCirculated'
       and told in ('sent', 'mailed', 'unreachable')`,
    [group.key],
  )
  for (const [key, { copies }] of open) {
    const told = rows
      .filter(({ subject }) => subject === key)
      .map((row) => ({
        person: { tenantId: row.tenant, objectId: row.person, name: '' },
        state: row.told,
        at: row.at ?? instantOf(office.clock.now()),
      }))
      .filter(({ person }) => copies.some((copy) => copy.state === null && isSamePerson(copy.person, person)))
    if (told.length === 0) continue
    const id = `told.${key}.${told.map(({ person }) => person.objectId).join('.')}`
    const command = { kind: 'recordCopies', id, key, told } as const
    await office.collections.submitAs({ person: service, as: 'service' }, group, 'circulations', command)
  }
}

/** Before it is written down: what is begun and broken off has been accounted for too. */
async function disclose(
  office: Office,
  group: DirectoryEntry,
  { by, period, copies }: CirculationContent,
): Promise<void> {
  await office.audit.append({
    event: 'disclosure',
    operation: 'return.circulate',
    group: group.key,
    subject: period,
    by,
    ids: copies.map(({ person }) => person.objectId),
  })
}

interface Told {
  readonly subject: string
  readonly tenant: string
  readonly person: string
  readonly told: Extract<PromptState, 'sent' | 'mailed' | 'unreachable'>
  readonly at: string | null
}

interface Ground {
  readonly period: RequestContent
  readonly responses: ReadonlyMap<string, ResponseContent>
  readonly by: Person | null
  readonly appointments: readonly Appointment[]
}

/** Null where nobody has answered yet, or there is nobody to send it to. */
async function contentOf(
  office: Office,
  group: DirectoryEntry,
  { period, responses, by, appointments }: Ground,
): Promise<CirculationContent | null> {
  const stood = standOf(period, responses)
  if (stood.every(isMissing)) return null
  const [chosen, left] = await Promise.all([(await office.records()).people(), readLeavers(office)])
  const gone = new Set(left.keys)
  const today = office.clock.today()
  const posts: Posts = {
    appointments: withoutLeavers(appointments, (person) => gone.has(personKey(person))),
    today,
    isAway: (person) => isAwayOn(chosen.get(personKey(person)) ?? PERSON_SETTINGS, today),
  }
  const copies = copiesFor(period.organisations, (organisation) => addresseesOf([{ organisation }], posts))
  if (copies.length === 0) return null
  const notified = await notifiedSince(office, group, period)
  const content = { return: period.return ?? '', period: period.key, day: today, by, stood, copies }
  return notified ? { ...content, notified } : content
}

/** What goes out each month carries what the return of the quarter doesn't hold yet. */
async function notifiedSince(
  office: Office,
  group: DirectoryEntry,
  { return: ofReturn, period: key, fields, organisations }: RequestContent,
): Promise<NotifiedSince | null> {
  const isFilled = fields.some(({ filledBy }) => filledBy !== undefined)
  if (!isFilled || !isRoomOn(group, 'incidents') || ofReturn === null || key === null) return null
  const definition = (await office.collections.values(group, 'returns')).get(ofReturn)
  const period = definition && parsePeriod(key, definition.frequency, definition.yearStart)
  if (!period) return null
  const span = { from: addDays(period.to, 1), to: office.clock.today() }
  const told = await office.confidential.of(group.key, 'incidents')
  const counts = organisations.map((organisation) => ({
    organisation,
    count: measureOf(organisation, span, told.values()).incidents,
  }))
  return { ...span, counts }
}

async function appointmentsOf(office: Office, group: DirectoryEntry): Promise<readonly Appointment[]> {
  return (await (await office.control()).appointments(group.key)).map(({ value }) => value)
}
