import { expect, test } from 'vitest'
import type { Appointment } from '../../src/domain/appointment.ts'
import { dueControlPrompts, isStillSaid } from '../../src/domain/controlprompting.ts'
import { addDays, type Day } from '../../src/domain/day.ts'
import { pressing } from '../../src/domain/gathering.ts'
import type { Person, Role } from '../../src/domain/group.ts'
import { decideWorkstream, type WorkstreamContent } from '../../src/domain/workstream.ts'
import { isLead, quarterAsked, workstreamMatters } from '../../src/domain/workstreamprompting.ts'
import { quarterKey, type QuarterContent } from '../../src/domain/workstreamquarter.ts'
import { aWorkstream } from './coverageworld.ts'
import { EMPTY } from './domainworld.ts'

const person = (name: string): Person => ({ tenantId: 't', objectId: name, name })
const held = (post: string, role: Role, holder: string | null, deputy: string | null = null): Appointment => ({
  key: post,
  group: 'g',
  post,
  organisation: post.split('-')[0] ?? '',
  role,
  holder: holder === null ? null : person(holder),
  deputy: deputy === null ? null : person(deputy),
  from: null,
  to: null,
})
const APPOINTMENTS = [
  held('rocu-coordinator', 'coordinator', 'secretary'),
  held('rocu-chair', 'chair', 'chair'),
  held('north-spoc', 'spoc', 'north', 'deputy'),
]
/** October to December 2026 opens on 30 November and is due on Monday 28 December, a bank holiday's. */
const SETTINGS = { quarterOpens: 60, quarterDue: 28, daysBefore: 7 }
const QUARTER = '2026-Q3'

const STREAM = aWorkstream({ chiefOfficerLead: [{ post: 'rocu-chair' }], smtLead: [{ post: 'north-spoc' }] })

interface Over {
  readonly stream?: Partial<WorkstreamContent>
  readonly said?: Partial<QuarterContent> | null
  readonly appointments?: readonly Appointment[]
  readonly away?: string
}

function mattersOn(today: Day, { stream = {}, said = null, appointments = APPOINTMENTS, away }: Over = {}) {
  const of = said?.quarter ?? QUARTER
  const row = { workstream: 's', quarter: of, status: 'On.', planned: '', versions: [], ...said }
  const workstreams = new Map([['s', { ...STREAM, ...stream }]])
  const quarters = new Map(said === null ? [] : [[quarterKey('s', of), row]])
  const posts = { appointments, today, isAway: ({ name }: Person) => name === away }
  const matters = workstreamMatters({ workstreams, quarters }, SETTINGS, posts)
  return new Map(matters.map((matter) => [matter.subject, matter]))
}

/** What presses most, `kind to whom`; what is told of vacancies beside it. */
function told(today: Day, over?: Over): string[] {
  return pressing(dueControlPrompts('g', mattersOn(today, over), today)).map(({ kind, to }) => `${kind} ${to.name}`)
}

test('a quarter opens and is due as the group has it, and the one before is asked about until then', () => {
  expect(quarterAsked('2026-11-29', SETTINGS).period.key).toBe('2026-Q2')
  expect(quarterAsked('2026-11-30', SETTINGS)).toMatchObject({
    period: { key: QUARTER },
    opens: '2026-11-30',
    due: '2026-12-28',
  })
  expect(quarterAsked('2027-02-28', SETTINGS)).toMatchObject({ period: { key: QUARTER }, due: '2026-12-28' })
  // On every day there is one, which has opened, and whose next hasn't.
  for (let day = '2026-01-01'; day < '2028-03-01'; day = addDays(day, 1)) {
    const { opens, period } = quarterAsked(day, SETTINGS)
    expect(opens <= day && day < addDays(period.to, 61), day).toBe(true)
  }
})

test('its lead is asked, reminded before and on the last working day, and told each week that it is late', () => {
  expect(told('2026-11-30')).toEqual(['quarterWanted north'])
  expect(told('2026-12-21')).toEqual(['quarterDue north'])
  const keysOn = (day: Day): string[] => dueControlPrompts('g', mattersOn(day), day).map(({ key }) => key)
  const fresh = (day: Day): number => keysOn(day).filter((key) => !keysOn(addDays(day, -1)).includes(key)).length
  const days = Array.from({ length: 40 }, (_, index) => addDays('2026-12-01', index)).filter((day) => fresh(day) > 0)
  // 24 December is the last working day; then late, and late by a further week.
  expect(days).toEqual(['2026-12-21', '2026-12-24', '2026-12-29', '2027-01-05'])
  expect(told('2026-12-29')).toEqual(['quarterOverdue north'])
})

test('it follows the post: the deputy, then the coordinator, who is told of the vacancy', () => {
  expect(told('2026-12-01', { away: 'north' })).toEqual(['quarterWanted deputy'])
  const vacant = [...APPOINTMENTS.slice(0, 2), held('north-spoc', 'spoc', null)]
  expect(told('2026-12-01', { appointments: vacant })).toEqual(['quarterWanted secretary', 'vacancy secretary'])
  // Without a lead of the senior management team, the chief officer; a bare name is nobody to write to.
  expect(told('2026-12-01', { stream: { smtLead: [] } })).toEqual(['quarterWanted chair'])
  expect(told('2026-12-01', { stream: { smtLead: [{ name: 'Supt. Pryce' }] } })).toEqual(['quarterWanted chair'])
  const named = { smtLead: [], chiefOfficerLead: [{ name: 'ACC Hill' }] }
  expect(told('2026-12-01', { stream: named })).toEqual(['quarterWanted secretary'])
  const posts = { appointments: APPOINTMENTS, today: '2026-12-01', isAway: () => false }
  expect(['north', 'deputy', 'chair', 'secretary'].filter((name) => isLead(person(name), STREAM, posts))).toEqual([
    'north',
    'deputy',
  ])
})

test('once its status is said, or it has ended, nobody is asked; a card of it says so', () => {
  const day = '2026-12-30'
  const subject = `workstream-s.${QUARTER}`
  const before = dueControlPrompts('g', mattersOn(day), day)
  expect(before.every((prompt) => isStillSaid(mattersOn(day).get(subject)!, prompt))).toBe(true)
  const after = mattersOn(day, { said: {} }).get(subject)
  expect(before.some((prompt) => isStillSaid(after!, prompt))).toBe(false)
  expect(before.map(({ kind }) => after?.stands[kind as 'quarterWanted'])).toEqual(before.map(() => 'said'))
  expect(told(day, { said: {} })).toEqual([])
  expect(told(day, { stream: { ended: { day: '2026-12-01', reason: 'Done.' } } })).toEqual([])
  // What was planned alone says nothing of where it stands; nor does another quarter.
  expect(told(day, { said: { status: '', planned: 'Two more.' } })).toEqual(['quarterOverdue north'])
  expect(told(day, { said: { quarter: '2026-Q2' } })).toEqual(['quarterOverdue north'])
  // Once the next has opened this one is asked about no more, and still says what became of it.
  expect(mattersOn('2027-03-02', { said: {} }).get(subject)).toMatchObject({ asks: [], stands: { quarterDue: 'said' } })
})

test('the coordinator chases once a day, for the quarter that is asked about', () => {
  const context = (as: 'member' | 'coordinator') => ({
    actor: person('secretary'),
    today: '2026-12-03',
    as,
    snapshot: EMPTY,
  })
  const command = { kind: 'chaseWorkstream', id: 'c', key: 's', quarter: QUARTER } as const
  expect(decideWorkstream(command, STREAM, context('member'))).toMatchObject({ error: { code: 'coordinatorOnly' } })
  const chased = decideWorkstream(command, STREAM, context('coordinator'))
  if (!chased.ok) throw new Error(chased.error.code)
  expect(decideWorkstream(command, chased.value, context('coordinator'))).toMatchObject({
    error: { code: 'chasedToday' },
  })
  expect(told('2026-12-03', { stream: chased.value })).toEqual(['quarterChased north'])
  expect(told('2027-03-02', { stream: chased.value })).toEqual(['quarterWanted north'])
})
