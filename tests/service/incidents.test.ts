import { afterAll, beforeAll, expect, test } from 'vitest'
import { incidentEndpoints, type IncidentBook } from '../../src/contract/incidents.ts'
import { returnEndpoints } from '../../src/contract/returns.ts'
import { addDays } from '../../src/domain/day.ts'
import type { IncidentFacts } from '../../src/domain/incident.ts'
import { INCIDENT_MEASURES } from '../../src/domain/incidentcount.ts'
import { responseKey } from '../../src/domain/request.ts'
import { askedOf } from '../../src/domain/requestcommand.ts'
import type { ReturnDraft } from '../../src/domain/return.ts'
import type { Office } from '../../src/service/office.ts'
import { turnReturns } from '../../src/service/returns/turn.ts'
import { INCIDENTS } from '../../src/sharepoint/controllists.ts'
import { findLists } from '../../src/sharepoint/table.ts'
import { anId, anOffice, beginDeciding, endDeciding, KEY, switchOn, world } from './deciders.ts'
import { personOf, TODAY } from './serviceworld.ts'

let office: Office
beforeAll(async () => {
  await beginDeciding()
  await switchOn('incidents')
  office = await anOffice()
})
afterAll(async () => {
  office.registers.close()
  await endDeciding()
})

const FACTS: IncidentFacts = {
  organisation: 'north-mercia',
  day: TODAY,
  profile: null,
  category: 'home',
  source: 'told',
  outcome: 'notYetKnown',
  reference: '',
  note: '',
}
/** Each test has days of its own, so that none finds another's incidents. */
let days = 0
const aDay = (): string => addDays('2025-01-01', (days += 1))

function report(
  person: string,
  facts: Partial<IncidentFacts> = {},
  more: { commandId?: string; isAnother?: boolean } = {},
) {
  const request = { commandId: anId(), isAnother: false, ...more, facts: { ...FACTS, day: aDay(), ...facts } }
  return world.ask(person, incidentEndpoints.reportIncident, { key: KEY }, request)
}

async function book(person = 'coordinator'): Promise<IncidentBook> {
  const { answer } = await world.ask(person, incidentEndpoints.incidents, { key: KEY, seen: 'none' })
  if (answer?.state !== 'told') throw new Error('nothing was told')
  return answer
}

async function aProfile(name = `Guardians ${anId()}`): Promise<string> {
  const profile = anId()
  const content = { name, aliases: [], area: 'North Mercia', links: [], redLines: '' }
  const change = { kind: 'save' as const, content: { ...content, risk: 'high' as const } }
  const request = { commandId: anId(), version: null, change }
  const { refusal } = await world.ask('coordinator', incidentEndpoints.changeProfile, { key: KEY, profile }, request)
  expect(refusal).toBe(null)
  return profile
}

const eventsOf = async (operation: string, person: string) => {
  const entries = []
  for await (const page of (await office.records()).audit.pages()) entries.push(...page)
  return entries.filter(
    ({ content, person: by }) => by === personOf(person).objectId && content.includes(`"operation":"${operation}"`),
  )
}

test('an incident that a force tells of stands on Control, once however often it is sent, and is logged before', async () => {
  const commandId = anId()
  const profile = await aProfile()
  const facts = { day: aDay(), profile, reference: 'NM/12/26' }
  const first = await report('spoc-north', facts, { commandId })
  const second = await report('spoc-north', facts, { commandId })
  expect([first.status, second.status]).toEqual([201, 201])
  expect(second.answer?.incident).toEqual(first.answer?.incident)
  const { incidents } = await book()
  expect(incidents.filter(({ key }) => key === commandId)).toMatchObject([
    { ...FACTS, ...facts, state: 'stands', log: [{ kind: 'reported', by: personOf('spoc-north') }] },
  ])
  const logged = (await eventsOf('incident.report', 'spoc-north')).filter(({ subject }) => subject === commandId)
  expect(logged).toMatchObject([{ event: 'collection' }])
})

test('nobody’s details get past the service, whatever form sends them', async () => {
  for (const [note, kind] of [
    ['ring 07700 900123', 'telephone'],
    ['he is 12/03/2009', 'birthDate'],
  ] as const) {
    const { status, refusal } = await report('spoc-north', { note })
    expect([status, refusal]).toEqual([400, { code: 'personalData', field: 'note', values: { kind } }])
  }
  expect((await report('spoc-north', { note: 'Streamed to 1,200 people' })).status).toBe(201)
})

test('what was told already is pointed out, and is told again only as another one', async () => {
  const day = aDay()
  expect((await report('spoc-north', { day })).status).toBe(201)
  const found = await report('coordinator', { day, source: 'found' })
  expect(found.refusal).toMatchObject({ code: 'incidentAlike', values: { count: 1 } })
  const another = await report('coordinator', { day, source: 'found' }, { isAnother: true })
  expect(another.status).toBe(201)
  expect(another.answer?.ofQuarter).toBeGreaterThanOrEqual(2)
})

test('what isn’t a force of the group, or no profile of it, is no incident', async () => {
  expect((await report('coordinator', { organisation: 'wms-rocu' })).refusal?.code).toBe('organisationMissing')
  expect((await report('coordinator', { profile: 'no-such-profile' })).refusal?.code).toBe('profileUnknown')
  expect((await report('coordinator', { day: addDays(TODAY, 1) })).refusal?.code).toBe('incidentDay')
})

test('a correction is based on what its author saw; a withdrawn one counts no more', async () => {
  const { answer } = await report('spoc-north')
  if (!answer) throw new Error('not told')
  const { key, version } = answer.incident
  const facts = { ...FACTS, day: answer.incident.day, outcome: 'arrest' } as const
  const change = (person: string, seen: string, commandId = anId()) =>
    world.ask(
      person,
      incidentEndpoints.changeIncident,
      { key: KEY, incident: key },
      { commandId, version: seen, change: { kind: 'correct', facts, reason: 'Known since' } },
    )
  const commandId = anId()
  const corrected = await change('spoc-north', version, commandId)
  expect(corrected.answer).toMatchObject({ outcome: 'arrest', log: [{ kind: 'reported' }, { kind: 'corrected' }] })
  // No answer came, and it is sent again.
  expect((await change('spoc-north', version, commandId)).answer).toEqual(corrected.answer)
  expect((await change('coordinator', version)).refusal?.code).toBe('contentChanged')
  const withdrawn = await world.ask(
    'spoc-north',
    incidentEndpoints.changeIncident,
    { key: KEY, incident: key },
    {
      commandId: anId(),
      version: corrected.answer?.version ?? '',
      change: { kind: 'withdraw', reason: 'Another force’s' },
    },
  )
  expect(withdrawn.answer?.state).toBe('withdrawn')
  expect((await book()).incidents.find((each) => each.key === key)?.state).toBe('withdrawn')
})

test('every look is logged before it is answered; where nothing is new, nothing is told and nothing logged', async () => {
  await report('spoc-north')
  const before = (await eventsOf('incident.read', 'chair')).length
  const { seen, incidents } = await book('chair')
  const logged = await eventsOf('incident.read', 'chair')
  expect(logged.length).toBe(before + 1)
  expect(logged.at(-1)).toMatchObject({ event: 'consultation' })
  for (const { key } of incidents) expect(logged.at(-1)?.content).toContain(key)
  const again = await world.ask('chair', incidentEndpoints.incidents, { key: KEY, seen })
  expect(again.answer).toEqual({ state: 'same' })
  expect((await eventsOf('incident.read', 'chair')).length).toBe(before + 1)
  await report('spoc-north')
  expect((await world.ask('chair', incidentEndpoints.incidents, { key: KEY, seen })).answer?.state).toBe('told')
})

test('who holds no post is told nothing, of incidents or of the names of groups', async () => {
  const form = await world.ask('spoc-welsh', incidentEndpoints.incidentForm, { key: KEY })
  const all = await world.ask('spoc-welsh', incidentEndpoints.incidents, { key: KEY, seen: 'none' })
  expect([form.refusal?.code, all.refusal?.code]).toEqual(['notAllowed', 'notAllowed'])
  const client = world.tab('spoc-north')
  await expect(findLists(client, world.configuration.controlSite, [INCIDENTS])).rejects.toMatchObject({ status: 403 })
})

test('the form of a phone has the person’s own forces, and first the groups that they told of last', async () => {
  const [seldom, often] = [await aProfile(`A ${anId()}`), await aProfile(`B ${anId()}`)]
  await report('spoc-north', { profile: often, day: TODAY }, { isAnother: true })
  const { answer } = await world.ask('spoc-north', incidentEndpoints.incidentForm, { key: KEY })
  expect(answer?.organisations.map(({ key }) => key)).toEqual(['north-mercia'])
  expect(answer?.profiles[0]?.key).toBe(often)
  expect(answer?.profiles.map(({ key }) => key)).toContain(seldom)
  expect(answer?.today).toBe(TODAY)
})

test('a profile has a name of its own, and is kept by whoever the group has for it', async () => {
  const name = `Hunters ${anId()}`
  const profile = await aProfile(name)
  const save = (person: string, key: string, version: string | null, named: string) =>
    world.ask(
      person,
      incidentEndpoints.changeProfile,
      { key: KEY, profile: key },
      {
        commandId: anId(),
        version,
        change: { kind: 'save', content: { name: named, aliases: [], area: '', links: [], risk: 'low', redLines: '' } },
      },
    )
  expect((await save('coordinator', anId(), null, name.toUpperCase())).refusal?.code).toBe('profileNameTaken')
  expect((await save('spoc-north', profile, null, 'Mine')).refusal?.code).toBe('notProfileKeeper')
  const { version } = (await book()).profiles.find(({ key }) => key === profile) ?? { version: '' }
  expect((await save('coordinator', profile, version, `${name} UK`)).answer?.name).toBe(`${name} UK`)
})

test('an opening count is counted once', async () => {
  const set = (opening: string, from: string, to: string, organisation: string | null) =>
    world.ask(
      'coordinator',
      incidentEndpoints.changeOpening,
      { key: KEY, opening },
      {
        commandId: anId(),
        version: null,
        change: {
          kind: 'set',
          content: { organisation, nation: 'England', from, to, count: 12, basis: 'The region’s own list' },
        },
      },
    )
  expect((await set(anId(), '2019-04-01', '2020-03-31', 'north-mercia')).answer).toMatchObject({ count: 12 })
  expect((await set(anId(), '2020-01-01', '2020-12-31', null)).refusal?.code).toBe('openingTwice')
  expect((await set(anId(), '2020-04-01', '2020-12-31', null)).answer?.state).toBe('stands')
})

test('a quarterly return is filled from what was told, and what goes out each month carries what was told since', async () => {
  const group = (await (await office.control()).findGroup(KEY))?.value
  if (!group) throw new Error('no group')
  const number = { type: 'number', unit: null, required: true, min: 0, max: null, choices: [] } as const
  const content: ReturnDraft = {
    title: 'OCAG returns',
    titleWelsh: '',
    words: '',
    fields: INCIDENT_MEASURES.map((filledBy) => ({ ...number, key: filledBy, title: filledBy, filledBy })),
    organisations: ['north-mercia'],
    frequency: 'quarterly',
    yearStart: 4,
    opens: { kind: 'after', days: 1 },
    dueAfter: 14,
    signOff: false,
    escalation: null,
    circulation: null,
    from: '2026-07-05',
  }
  const as = { person: personOf('coordinator'), as: 'service' } as const
  const save = { kind: 'saveReturn', id: anId(), key: 'ocag-returns', content } as const
  expect((await office.collections.submitAs(as, group, 'returns', save)).state).toBe('saved')
  expect((await turnReturns(office, group)).periods).toBe(1)
  const [first, second] = [await aProfile(), await aProfile()]
  await report('spoc-north', { day: '2026-07-10', profile: first })
  await report('spoc-north', { day: '2026-08-02', profile: second, source: 'found' })
  await report('spoc-north', { day: '2026-10-05', profile: first })

  const key = 'ocag-returns.2026-Q2'
  const about = { key: KEY, request: key, organisation: 'north-mercia' }
  const figures = (person: string) => world.ask(person, incidentEndpoints.incidentFigures, about)
  // While nobody is to tell of incidents here, nought would be no count.
  await switchOn()
  expect((await figures('spoc-north')).refusal?.code).toBe('roomOff')
  await switchOn('incidents')
  expect((await figures('spoc-north')).answer).toEqual({
    values: { incidents: 2, found: 1, groups: 2 },
    from: '2026-07-01',
    to: '2026-09-30',
  })
  expect((await figures('spoc-welsh')).refusal?.code).toBe('notYourOrganisation')

  const request = (await office.collections.now(group, 'requests')).get(key)
  if (!request) throw new Error('no period')
  const answered = await office.collections.submitAs(as, group, 'responses', {
    kind: 'answer',
    id: anId(),
    key: responseKey(key, 'north-mercia'),
    of: askedOf(request),
    words: '',
    values: { incidents: 2, found: 1, groups: 2 },
    files: [],
    nil: false,
    like: null,
    recorded: null,
  })
  expect(answered.state).toBe('saved')
  const id = anId()
  const circulated = await world.ask('coordinator', returnEndpoints.circulate, { key: KEY, period: key }, { id })
  expect(circulated.refusal).toBe(null)
  const { notified } = (await office.collections.now(group, 'circulations')).get(id) ?? {}
  expect(notified).toMatchObject({ from: '2026-10-01', to: TODAY })
  const told = (await book()).incidents.filter(({ day, state }) => day >= '2026-10-01' && state === 'stands')
  expect(notified?.counts).toEqual([{ organisation: 'north-mercia', count: told.length }])
})
