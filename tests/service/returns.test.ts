import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { returnEndpoints } from '../../src/contract/returns.ts'
import { canonical } from '../../src/domain/canonical.ts'
import type { CollectionCommand } from '../../src/domain/collection.ts'
import { nextWorkingDay } from '../../src/domain/calendar.ts'
import { addMonths, daysBetween } from '../../src/domain/day.ts'
import { responseKey } from '../../src/domain/request.ts'
import { askedOf, type AnswerRequest } from '../../src/domain/requestcommand.ts'
import { periodsBy, type ReturnDraft } from '../../src/domain/return.ts'
import { openCollection, type CollectionKind, type WorkCollection } from '../../src/sharepoint/work/collection.ts'
import { openActionRegister, type WorkRegister } from '../../src/sharepoint/work/register.ts'
import { requestKind, responseKind } from '../../src/sharepoint/work/requestrows.ts'
import { circulationKind, returnKind } from '../../src/sharepoint/work/returnrows.ts'
import { createClock } from '../../src/words/clock.ts'
import { until } from '../sharepoint/world.ts'
import { personOf } from './serviceworld.ts'
import { aClock, aPromptWorld, KEY, type PromptWorld, type SetClock } from './prompts/promptworld.ts'

const SOON = { timeout: 45_000, interval: 250 }
const RETURN = 'ocag-returns'

/** Its first period was due a month ago at the latest, whatever the day; what it gathered goes back tomorrow. */
const TODAY = createClock().today()
const TOMORROW = nextWorkingDay(TODAY)
const DRAFT: ReturnDraft = {
  title: 'OCAG returns',
  titleWelsh: '',
  words: 'Incidents of the quarter.',
  fields: [],
  organisations: ['north-mercia'],
  frequency: 'quarterly',
  yearStart: 4,
  opens: { kind: 'after', days: 1 },
  dueAfter: 1,
  signOff: false,
  escalation: { afterDays: 7, to: { role: 'chair' } },
  circulation: null,
  from: addMonths(TODAY, -4),
}
const PERIODS = periodsBy({ ...DRAFT, ended: null }, TODAY)
const [FIRST] = PERIODS
const DUE = FIRST?.due ?? ''
const PERIOD = `${RETURN}.${FIRST?.period.key ?? ''}`
const OCAG: ReturnDraft = { ...DRAFT, circulation: { kind: 'afterDue', days: daysBetween(DUE, TOMORROW) } }

let world: PromptWorld
let clock: SetClock
let register: WorkRegister
const opened: { close(): void }[] = []

beforeEach(async () => {
  clock = aClock()
  world = await aPromptWorld({ url: null, clock })
  await world.appoint('chair', 'chair', 'chair')
  await world.appoint('spoc-north', 'spoc', 'spoc-north')
  register = openActionRegister({
    client: world.tab('coordinator'),
    siteId: world.siteId('missing'),
    person: personOf('coordinator'),
    clock,
    pollSeconds: 3600,
  })
  opened.push(register)
  await until(register, 'fresh')
})
afterEach(async () => {
  for (const each of opened.splice(0)) each.close()
  await world.close()
})

async function open<Content extends object, Command extends CollectionCommand>(
  kind: CollectionKind<Content, Command>,
): Promise<WorkCollection<Content, Command>> {
  const collection = openCollection({
    client: world.tab('coordinator'),
    siteId: world.siteId('missing'),
    kind,
    person: personOf('coordinator'),
    clock,
    snapshot: () => register.snapshot(),
    as: () => 'coordinator',
    pollSeconds: 1,
  })
  opened.push(collection)
  await expect.poll(() => collection.freshness().state).toBe('fresh')
  return collection
}
const kindsTold = (person: string): string[] =>
  world.chat(person).flatMap((text) =>
    text
      .split('\n')
      .slice(1)
      .map((line) => line.split(' ')[0] ?? ''),
  )

test('a period is made once by three, what is late goes up, and what was gathered goes back to everybody once', async () => {
  const [returns, requests, responses, circulations] = await Promise.all([
    open(returnKind),
    open(requestKind),
    open(responseKind),
    open(circulationKind),
  ])
  const defined = await returns.submit({ kind: 'saveReturn', id: randomUUID(), key: RETURN, content: OCAG })
  expect(defined.state).toBe('saved')
  for (const _ of [1, 2, 3]) await world.start(clock)

  const made = () => [...(requests.values()?.values() ?? [])].map(({ key, log }) => `${key} ${log.length}`).toSorted()
  await expect.poll(made, SOON).toEqual(PERIODS.map(({ period }) => `${RETURN}.${period.key} 1`).toSorted())
  expect(requests.values()?.get(PERIOD)).toMatchObject({ return: RETURN, due: DUE, status: 'open' })
  const toldAbove = (): Promise<readonly unknown[]> =>
    world.query('select person from matters.prompt where kind = $1 and subject = $2', [
      'returnLate',
      responseKey(PERIOD, 'north-mercia'),
    ])
  await expect.poll(toldAbove, SOON).toEqual([{ person: personOf('chair').objectId }])

  const circulate = (person: string, id: string) =>
    world.ask(person, returnEndpoints.circulate, { key: KEY, period: PERIOD }, { id })
  const id = randomUUID()
  expect((await circulate('coordinator', id)).refusal?.code).toBe('nothingToCirculate')
  const period = requests.values()?.get(PERIOD)
  if (!period) throw new Error('no period')
  const answer: AnswerRequest = {
    kind: 'answer',
    id: randomUUID(),
    key: responseKey(PERIOD, 'north-mercia'),
    of: askedOf(period),
    words: 'Three.',
    values: {},
    files: [],
    nil: false,
    like: null,
    recorded: { of: 'Aisha Khan', how: 'By telephone' },
  }
  expect((await responses.submit(answer)).state).toBe('saved')

  expect((await circulate('spoc-north', id)).refusal?.code).toBe('notCoordinator')
  expect((await circulate('outsider', id)).refusal?.code).toBe('groupUnknown')
  expect((await circulate('coordinator', id)).answer).toEqual({ circulation: id, people: 1 })
  expect((await circulate('coordinator', id)).answer).toEqual({ circulation: id, people: 1 })

  const toldOf = (subject: string): Promise<readonly unknown[]> =>
    world.query('select told from matters.prompt where kind = $1 and subject = $2', ['returnCirculated', subject])
  await expect.poll(() => toldOf(id), SOON).toHaveLength(1)

  const record = () =>
    [...(circulations.values() ?? [])]
      .map(([key, { by, copies, stood }]) => ({
        key,
        by: by?.name ?? null,
        stood: stood.map(({ state }) => state),
        got: copies.map(({ person, state }) => `${person.name} ${state}`),
      }))
      .toSorted((a, b) => Number(a.by === null) - Number(b.by === null))
  const got = [`${personOf('spoc-north').name} sent`]
  const wanted = [
    { key: id, by: personOf('coordinator').name, stood: ['responded'], got },
    { key: `${PERIOD}.due`, by: null, stood: ['responded'], got },
  ]
  // The schedule's day has come as well. What an instance sees after the day's message went is carried by the next one.
  let day = TODAY
  for (let days = 0; days < 4 && canonical(record()) !== canonical(wanted); days += 1) {
    day = nextWorkingDay(day)
    clock.set(`${day}T08:31:00Z`)
    await vi.waitFor(() => expect(record()).toEqual(wanted), { timeout: 8_000, interval: 250 }).catch(() => null)
  }
  await expect.poll(record, SOON).toEqual(wanted)
  expect(kindsTold('spoc-north')).toContain('returnCirculated')
  expect(await toldAbove()).toHaveLength(1)
}, 150_000)
