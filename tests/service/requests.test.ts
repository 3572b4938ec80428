import { afterAll, beforeAll, expect, test } from 'vitest'
import { TEAMS } from '../../src/laptop/demonstration/tenant.ts'
import { requestEndpoints } from '../../src/contract/requests.ts'
import type { Organisation } from '../../src/domain/group.ts'
import { responseKey, type ResponseContent } from '../../src/domain/request.ts'
import { askedOf, type AnswerRequest } from '../../src/domain/requestcommand.ts'
import { openCollection } from '../../src/sharepoint/work/collection.ts'
import { requestKind, responseKind } from '../../src/sharepoint/work/requestrows.ts'
import { openActionRegister, type WorkRegister } from '../../src/sharepoint/work/register.ts'
import { provisionGroup } from '../../src/sharepoint/provisioning/group.ts'
import { until } from '../sharepoint/world.ts'
import { anId, KEY } from './deciders.ts'
import {
  aGroup,
  aServiceWorld,
  CLOCK,
  endpoints,
  personOf,
  sharedDatabase,
  TODAY,
  type ServiceWorld,
} from './serviceworld.ts'

/** Five organisations, each with who answers for it; the last one's is a guest. */
const ASKED = {
  north: 'spoc-north',
  vale: 'spoc-vale',
  coast: 'spoc-coast',
  welsh: 'spoc-welsh',
  partner: 'guest',
} as const

let world: ServiceWorld
const opened: { close(): void }[] = []

const organisation = (key: string): Organisation => ({
  key,
  name: key,
  shortName: key,
  aliases: [],
  kind: key === 'partner' ? 'partner' : 'force',
  nation: 'England',
  region: '',
})

beforeAll(async () => {
  world = await aServiceWorld({
    service: { database: await sharedDatabase() },
    // The guest is of this team too.
    tenant: (tenant) => ({
      ...tenant,
      teams: tenant.teams.map((team) =>
        team.id === TEAMS.missing.id ? { ...team, members: [...team.members, 'guest'] } : team,
      ),
    }),
  })
  const organisations = Object.keys(ASKED).map(organisation)
  const posts = Object.entries(ASKED).map(([key, holder]) => ({
    key: `spoc-${key}`,
    title: `SPOC, ${key}`,
    organisation: key,
    role: 'spoc' as const,
    // One is vacant, and one has a deputy alone.
    holder: key === 'coast' || key === 'welsh' ? null : personOf(holder),
    deputy: key === 'welsh' ? personOf(holder) : null,
    from: null,
    to: null,
  }))
  const group = aGroup({ organisations, posts })
  await world.ask('coordinator', endpoints.makeGroup, {}, group)
  const control = await world.control()
  for (const { title: _, key, ...post } of posts) {
    await control.appoint({ key: `${KEY}.${key}`, group: KEY, post: key, ...post })
  }
  const { commandId: _, teamId: __, channelId: ___, ...content } = group
  // The copy of the posts on Work as the tab shows it.
  await provisionGroup(world.administrator, world.siteId('missing'), { group: content, organisations, posts })
})
afterAll(async () => {
  for (const each of opened) each.close()
  await world.close()
})

/** The requests and responses in a person's hands, as in their tab. */
async function openFor(person: string) {
  const register: WorkRegister = openActionRegister({
    client: world.tab(person),
    siteId: world.siteId('missing'),
    person: personOf(person),
    clock: CLOCK,
    pollSeconds: 3600,
  })
  await until(register, 'fresh')
  const options = {
    client: world.tab(person),
    siteId: world.siteId('missing'),
    person: personOf(person),
    clock: CLOCK,
    snapshot: () => register.snapshot(),
    as: () => (person === 'coordinator' ? ('coordinator' as const) : ('member' as const)),
    pollSeconds: 3600,
  }
  const requests = openCollection({ ...options, kind: requestKind })
  const responses = openCollection({ ...options, kind: responseKind })
  opened.push(register, requests, responses)
  await expect.poll(() => [requests, responses].map((each) => each.freshness().state)).toEqual(['fresh', 'fresh'])
  return { requests, responses }
}

async function aRequest(): Promise<string> {
  const { requests } = await openFor('coordinator')
  const id = anId()
  const made = { title: 'Flags in force', words: '', action: null, organisations: Object.keys(ASKED) }
  const more = { opens: null, due: '2026-12-01', fields: [], signOff: false, marking: null, return: null, period: null }
  const kept = await requests.submit({ kind: 'makeRequest', id, key: id, ...made, ...more })
  expect(kept.state).toBe('saved')
  return id
}

async function answers(person: string, request: string, organisation_: string) {
  const { requests, responses } = await openFor(person)
  const asked = requests.values()?.get(request)
  if (!asked) throw new Error(`${person} doesn’t see the request`)
  const said = { words: `As ${person} sees it.`, values: {}, files: [], nil: false, like: null, recorded: null }
  const about = { id: anId(), key: responseKey(request, organisation_), of: askedOf(asked) }
  const command: AnswerRequest = { kind: 'answer', ...about, ...said }
  return responses.submit(command)
}

const logOf = (response: ResponseContent | undefined): string[] => (response?.log ?? []).map(({ kind }) => kind)

test('each of five answers for their own organisation alone; who owes an answer is chased once a day', async () => {
  const request = await aRequest()
  expect(await answers('spoc-north', request, 'vale')).toMatchObject({
    state: 'refused',
    refusal: { code: 'responseNotYours' },
  })
  expect(await answers('spoc-north', request, 'north')).toMatchObject({ state: 'saved' })

  const about = { key: KEY, request }
  const chase = (person: string, organisations: string[] | null = null) =>
    world.ask(person, requestEndpoints.chase, about, { commandId: anId(), organisations })
  expect((await chase('spoc-north')).refusal?.code).toBe('notCoordinator')
  expect((await chase('outsider')).refusal?.code).toBe('groupUnknown')
  const chased = await chase('coordinator')
  // The vacant post's is the coordinator's to see to; the deputy stands in for the other.
  const names = ['spoc-vale', 'coordinator', 'spoc-welsh', 'guest'].map((key) => personOf(key).name)
  expect(chased.answer).toEqual({ people: names, already: 0 })
  expect((await chase('coordinator')).answer).toEqual({ people: [], already: 4 })
  const { responses } = await openFor('coordinator')
  const vale = responses.values()?.get(responseKey(request, 'vale'))
  expect(vale?.log).toMatchObject([
    { kind: 'chased', day: TODAY, by: { name: personOf('coordinator').name }, people: [personOf('spoc-vale')] },
  ])

  expect(await answers('spoc-vale', request, 'vale')).toMatchObject({ state: 'saved', content: { state: 'responded' } })
  expect(await answers('spoc-welsh', request, 'welsh')).toMatchObject({ state: 'saved' })
  expect(await answers('guest', request, 'partner')).toMatchObject({
    state: 'saved',
    content: { answer: { by: personOf('guest') } },
  })
  expect(logOf((await openFor('coordinator')).responses.values()?.get(responseKey(request, 'partner')))).toEqual([
    'chased',
    'answered',
  ])
})
