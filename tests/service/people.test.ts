/** Posts and who holds them, over HTTP as the tab asks: who may change them, what stands afterwards, and where. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { peopleEndpoints, type ChangePost, type People, type PutOrganisation } from '../../src/contract/people.ts'
import { addDays } from '../../src/domain/day.ts'
import type { Organisation } from '../../src/domain/group.ts'
import type { Person as TenantPerson } from '../../src/local/tenant.ts'
import type { Office } from '../../src/service/office.ts'
import { noteHandOvers } from '../../src/service/people/handovers.ts'
import { createLeaverLook, readLeavers } from '../../src/service/people/leavers.ts'
import { tellPeople } from '../../src/service/people/people.ts'
import { sweepPeople } from '../../src/service/people/sweep.ts'
import { createGrounds } from '../../src/service/prompts/ground.ts'
import type { DirectoryEntry } from '../../src/sharepoint/control/rows.ts'
import { openOrganisations, openPosts } from '../../src/sharepoint/work/keptrows.ts'
import {
  anAction,
  anId,
  anOffice,
  beginDeciding,
  endDeciding,
  forgetRegister,
  KEY,
  registerOf,
  world,
} from './deciders.ts'
import { personOf, TODAY, type Asked } from './serviceworld.ts'

type Change = ChangePost['change']

let office: Office
let group: DirectoryEntry
let today = TODAY
/** Whose account the directory closes while a test runs. */
let leaver: { -readonly [Key in keyof TenantPerson]: TenantPerson[Key] }

beforeAll(async () => {
  await beginDeciding({
    tenant: (tenant) => {
      leaver = { ...(tenant.people.find(({ key }) => key === 'spoc-marches') as TenantPerson) }
      return { ...tenant, people: tenant.people.map((each) => (each.key === leaver.key ? leaver : each)) }
    },
  })
  office = await anOffice(() => today)
  group = (await (await world.control()).findGroup(KEY))?.value as DirectoryEntry
})
afterAll(async () => {
  office.registers.close()
  await endDeciding()
})

async function read(person = 'coordinator'): Promise<People> {
  const { answer, refusal } = await world.ask(person, peopleEndpoints.people, { key: KEY })
  if (!answer) throw new Error(`not answered: ${JSON.stringify(refusal)}`)
  return answer
}

/** As the service would tell it now, without asking over HTTP. */
async function postNow(post: string): Promise<People['posts'][number] | undefined> {
  return (await tellPeople(office, group, new Set())).posts.find(({ key }) => key === post)
}

async function change(
  post: string,
  asked: Change,
  more: Partial<ChangePost> & { readonly person?: string } = {},
): Promise<Asked<People>> {
  const { person = 'coordinator', ...rest } = more
  const version = (await postNow(post))?.version ?? null
  return world.ask(
    person,
    peopleEndpoints.changePost,
    { key: KEY, post },
    { commandId: anId(), version, change: asked, ...rest },
  )
}

let count = 0
/** A post of its own for each test, held by somebody or by nobody. */
async function aPost(holder: string | null, deputy: string | null = null): Promise<string> {
  count += 1
  const post = `analyst-${count}`
  const added = await change(post, {
    kind: 'add',
    title: `Analyst ${count}`,
    organisation: 'north-mercia',
    role: 'analyst',
  })
  expect(added.status, JSON.stringify(added.refusal)).toBe(200)
  if (holder === null) return post
  const asked = {
    kind: 'appoint',
    holder: personOf(holder),
    deputy: deputy === null ? null : personOf(deputy),
    from: TODAY,
    to: null,
  } as const
  expect((await change(post, asked)).status).toBe(200)
  return post
}

const told = (post: People['posts'][number] | undefined): readonly string[] | undefined =>
  post?.appointments.map(({ holder, deputy, from, to }) =>
    [from ?? '', to ?? '', holder?.name ?? 'vacant', deputy?.name ?? ''].join('|'),
  )

const NAMES = {
  secretary: 'Priya Raman',
  north: 'Aisha Khan',
  vale: 'Martin Cole',
  coast: 'Kofi Mensah',
  guest: 'Tom Ashworth',
}
const HAND_OVER = { kind: 'handOver', holder: personOf('spoc-coast'), deputy: null, from: addDays(TODAY, 1) } as const

describe('a post', () => {
  test('is added vacant, filled, handed over and left, and the copy that everybody sees follows', async () => {
    const post = await aPost(null)
    expect(await postNow(post)).toMatchObject({ isInUse: true, vacancy: expect.any(String) as string })
    const guest = { kind: 'appoint', holder: personOf('guest'), deputy: null, from: TODAY, to: null } as const
    expect(told((await change(post, guest)).answer?.posts.find(({ key }) => key === post))).toEqual([
      `${TODAY}||${NAMES.guest}|`,
    ])
    // A guest of the tenant, and not in this team.
    expect((await read()).outsiders).toEqual([personOf('guest').objectId])
    expect(told((await change(post, HAND_OVER)).answer?.posts.find(({ key }) => key === post))).toEqual([
      `${TODAY}|${TODAY}|${NAMES.guest}|`,
      `${addDays(TODAY, 1)}||${NAMES.coast}|`,
    ])
    const kept = async () => (await (await openPosts(world.administrator, group.siteId)).all()).get(post)?.value
    expect(await kept()).toMatchObject({ title: `Analyst ${count}`, holder: { name: NAMES.guest }, to: TODAY })
    // The day comes, and nobody does anything.
    today = addDays(TODAY, 1)
    await sweepPeople(office, group)
    today = TODAY
    expect(await kept()).toMatchObject({ holder: { name: NAMES.coast } })
    await sweepPeople(office, group)
    const lead = { kind: 'setLead', lead: 'Dr Ann Lyle, Shires Safeguarding' } as const
    expect((await change(post, lead)).status).toBe(200)
    expect(await kept()).toMatchObject({ lead: lead.lead, holder: { name: NAMES.guest } })
  })

  test('is called as the directory has people, whatever was sent; who has left can’t be appointed', async () => {
    const post = await aPost(null)
    const asked = {
      kind: 'appoint',
      holder: { ...personOf('spoc-north'), name: 'The Boss' },
      deputy: null,
      from: TODAY,
      to: null,
    } as const
    const [told] = (await change(post, asked)).answer?.posts.find(({ key }) => key === post)?.appointments ?? []
    expect(told?.holder?.name).toBe(NAMES.north)
    const gone = { ...personOf('spoc-coast'), objectId: '99999999-0000-4000-8000-000000000001' }
    expect((await change(post, { ...HAND_OVER, holder: gone })).refusal).toMatchObject({
      code: 'personHasLeft',
      field: 'change.holder',
    })
    const somewhere = { kind: 'add', title: 'Analyst', organisation: 'nowhere', role: 'analyst' } as const
    expect((await change('nowhere', somewhere)).refusal?.code).toBe('organisationMissing')
  })
})

describe('who may', () => {
  test('the coordinator, the chair and their deputies; a SPOC and a guest of the team may not, an outsider sees nothing', async () => {
    const post = await aPost('spoc-north')
    for (const [index, person] of (['chair', 'spoc-vale', 'coordinator'] as const).entries()) {
      const asked = { kind: 'setLead', lead: `Lead ${index}` } as const
      expect((await change(post, asked, { person })).status, person).toBe(200)
    }
    expect((await change(post, HAND_OVER, { person: 'spoc-north' })).refusal?.code).toBe('notCoordinator')
    expect((await change(post, HAND_OVER, { person: 'outsider' })).refusal?.code).toBe('groupUnknown')
    expect((await world.ask('outsider', peopleEndpoints.people, { key: KEY })).refusal?.code).toBe('groupUnknown')
    expect(await read('spoc-north')).toMatchObject({ mayChange: false, leavers: null })
    expect(told(await postNow(post))).toEqual([`${TODAY}||${NAMES.north}|`])
  })

  test('nobody makes themselves chair, not even as deputy', async () => {
    const chair = await postNow('chair')
    const appointment = chair?.appointments[0]?.key ?? ''
    const asked = { kind: 'setDeputy', appointment, deputy: personOf('coordinator') } as const
    expect((await change('chair', asked)).refusal?.code).toBe('ownAppointment')
    expect(await postNow('chair')).toEqual(chair)
  })
})

describe('of several at once', () => {
  test('one change is made, the others are told to look again; the same command again is the same answer', async () => {
    const post = await aPost('spoc-north')
    const version = (await postNow(post))?.version ?? null
    const commands = ['spoc-coast', 'spoc-vale', 'guest'].map((key) => ({
      commandId: anId(),
      version,
      change: { ...HAND_OVER, holder: personOf(key) },
    }))
    const answers = await Promise.all(
      commands.map((each) => world.ask('coordinator', peopleEndpoints.changePost, { key: KEY, post }, each)),
    )
    expect(answers.map(({ refusal }) => refusal?.code ?? 'done').toSorted()).toEqual([
      'done',
      'peopleChanged',
      'peopleChanged',
    ])
    const after = await postNow(post)
    const won = commands[answers.findIndex(({ refusal }) => refusal === null)]
    const again = await world.ask('coordinator', peopleEndpoints.changePost, { key: KEY, post }, won)
    expect(again.status).toBe(200)
    expect(again.answer?.posts.find(({ key }) => key === post)).toEqual(after)
    expect(after?.appointments).toHaveLength(2)
    expect((await change(post, HAND_OVER, { version: 'x'.repeat(43) })).refusal?.code).toBe('peopleChanged')
  })

  test('what was recorded and broke off is carried out by whoever comes next', async () => {
    const post = await aPost('spoc-north')
    const before = await postNow(post)
    expect((await change(post, HAND_OVER)).status).toBe(200)
    const after = await postNow(post)
    // As if the process had died after recording: the rows as they were, the decision open.
    const control = await world.control()
    const rows = (await control.appointments(KEY)).filter(({ value }) => value.post === post)
    const first = rows.find(({ value }) => value.key === before?.appointments[0]?.key)
    if (!first) throw new Error('the appointment is gone')
    await control.amend(first, { ...first.value, to: null })
    await office.database.query(
      `update matters.decision set state = 'recorded', at = now() - interval '1 hour'
       where id = (select id from matters.decision where subject = $1 order by at desc limit 1)`,
      [`post-${post}`],
    )
    await sweepPeople(office, group)
    expect(told(await postNow(post))).toEqual(told(after))
    const open = await office.database.query(
      `select id from matters.decision where subject = $1 and state = 'recorded'`,
      [`post-${post}`],
    )
    expect(open).toEqual([])
  })
})

test('every change and every look is in the log, before it is done', async () => {
  const post = await aPost('spoc-north')
  await read('spoc-north')
  const entries: string[] = []
  for await (const page of (await office.records()).audit.pages()) entries.push(...page.map(({ content }) => content))
  const ours = entries
    .map((each) => JSON.parse(each) as Record<string, unknown>)
    .filter(({ subject }) => subject === post)
  expect(
    ours.map(({ event, operation, by, ids }) => [
      event,
      operation,
      (by as { objectId: string }).objectId,
      (ids as string[])[1],
    ]),
  ).toEqual([
    ['alteration', 'people.change', personOf('coordinator').objectId, 'add'],
    ['alteration', 'people.change', personOf('coordinator').objectId, 'appoint'],
  ])
  expect(entries.filter((each) => each.includes('people.read')).join()).toContain(personOf('spoc-north').objectId)
  expect((await office.audit.verify()).problems).toEqual([])
})

describe('when a post changes hands', () => {
  async function eventsOf(action: string): Promise<readonly unknown[]> {
    forgetRegister('coordinator')
    const history = await (await registerOf('coordinator')).history(action)
    return history
      .filter(({ event }) => event?.kind === 'handedOver')
      .map(({ author, event }) => ({ author, ...event?.values }))
  }

  test('each open action that is put to it says so once, and by whom; broken off, it goes on', async () => {
    const post = await aPost('spoc-north')
    forgetRegister('coordinator')
    const mine = await anAction({ owners: [{ organisation: 'wms-rocu' }, { post }] })
    const organisations = await anAction()
    expect((await change(post, { ...HAND_OVER, from: addDays(TODAY, 1) })).status).toBe(200)
    today = addDays(TODAY, 1)
    await noteHandOvers(office, group)
    const note = { how: 'handed', post: `Analyst ${count}`, from: NAMES.north, to: NAMES.coast, day: addDays(TODAY, 1) }
    expect(await eventsOf(mine)).toEqual([{ author: NAMES.secretary, ...note }])
    // It has a SPOC, whose work its work is.
    expect(await eventsOf(organisations)).toEqual([])
    // As if it had died before it wrote down that all of them are there.
    await office.database.query('update matters.hand_over set is_noted = false where group_key = $1 and day = $2', [
      KEY,
      addDays(TODAY, 1),
    ])
    await noteHandOvers(office, group)
    expect(await eventsOf(mine)).toHaveLength(1)
    today = TODAY
  })

  test('what is to come is noted on its day, and what was taken back before it never', async () => {
    const post = await aPost('spoc-vale')
    await change(post, HAND_OVER)
    const planned = (await postNow(post))?.appointments[1]?.key ?? ''
    expect((await change(post, { kind: 'takeBack', appointment: planned })).status).toBe(200)
    expect(await postNow(post)).toMatchObject({ appointments: [{ to: TODAY }, { holder: null }] })
    today = addDays(TODAY, 1)
    await noteHandOvers(office, group)
    today = TODAY
    const left = await office.database.query<{ decision: string }>(
      'select decision from matters.hand_over where group_key = $1 and not is_noted and day <= $2',
      [KEY, addDays(TODAY, 1)],
    )
    expect(left).toEqual([])
  })
})

test('who has left is found by a look, told to the coordinator alone, prompted no more; back again, they are asked again', async () => {
  const post = await aPost('spoc-marches', 'spoc-vale')
  forgetRegister('coordinator')
  const due = { kind: 'day', day: '2026-11-20', words: '20 November 2026' } as const
  const action = await anAction({ owners: [{ post }], due })
  await office.registers.current(group)
  const asked = async (): Promise<readonly string[]> => {
    const due = [...(await grounds.of(group)).due.values()].filter((each) => each.action === action)
    return [...new Set(due.map(({ to }) => to.name))]
  }
  const grounds = createGrounds(office)
  const end = office.onControlChanged(() => grounds.forget())
  expect(await asked()).toEqual(['Ruth Hollis'])
  leaver.disabled = true
  await createLeaverLook(office)()
  expect((await readLeavers(office)).has(personOf('spoc-marches'))).toBe(true)
  expect(await asked()).toEqual([NAMES.vale])
  expect((await read()).leavers).toEqual([
    {
      post,
      appointment: expect.any(String) as string,
      as: 'holder',
      person: personOf('spoc-marches'),
      since: TODAY,
    },
  ])
  expect((await read('spoc-north')).leavers).toBeNull()
  expect((await change(post, { ...HAND_OVER, holder: personOf('spoc-marches') })).refusal?.code).toBe('personHasLeft')
  leaver.disabled = false
  end()
  // Whoever can do something about it is told how it is now.
  expect((await read()).leavers).toEqual([])
  expect((await readLeavers(office)).keys).toEqual([])
})

describe('the organisations of a group', () => {
  const put = (person: string, request: PutOrganisation) =>
    world.ask(person, peopleEndpoints.putOrganisation, { key: KEY }, request)
  const partnership = (key: string, more: Partial<Organisation> = {}): Organisation => ({
    key,
    name: `Partnership ${key}`,
    shortName: key,
    aliases: [],
    kind: 'partner',
    nation: 'Wales',
    region: '',
    ...more,
  })

  test('are added to by the coordinator, once, and the register knows', async () => {
    const organisation = partnership('new-one')
    expect((await put('spoc-north', { seen: null, organisation })).refusal?.code).toBe('notCoordinator')
    expect((await put('outsider', { seen: null, organisation })).refusal?.code).toBe('groupUnknown')
    const added = await put('coordinator', { seen: null, organisation })
    expect(added.answer?.organisations).toContainEqual(organisation)
    expect((await put('coordinator', { seen: null, organisation })).answer?.organisations).toHaveLength(
      added.answer?.organisations.length ?? 0,
    )
    expect(
      (await openOrganisations(office.client, group.siteId).then((list) => list.all())).get('new-one'),
    ).toMatchObject({ value: organisation })
  })

  test('change on what was seen, and no two answer to one name', async () => {
    const seen = partnership('changing')
    await put('coordinator', { seen: null, organisation: seen })
    const renamed = { ...seen, name: 'A partnership of another name' }
    expect((await put('coordinator', { seen, organisation: renamed })).status).toBe(200)
    expect((await put('coordinator', { seen, organisation: { ...seen, region: 'West' } })).refusal?.code).toBe(
      'organisationChanged',
    )
    const other = partnership('other', { aliases: ['a PARTNERSHIP of another name'] })
    expect((await put('coordinator', { seen: null, organisation: other })).refusal).toMatchObject({
      code: 'organisationTaken',
      values: { name: renamed.name },
    })
  })
})
