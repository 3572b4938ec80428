import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { APPS, SITE_HOST, TEAMS } from '../../src/laptop/demonstration/tenant.ts'
import { grantSite } from '../../src/sharepoint/provisioning/grants.ts'
import { openActionRegister } from '../../src/sharepoint/work/register.ts'
import { aGroup, aServiceWorld, CLOCK, endpoints, MISSING, personOf, TODAY, type ServiceWorld } from './serviceworld.ts'
import { until } from '../sharepoint/world.ts'

let world: ServiceWorld

beforeEach(async () => {
  world = await aServiceWorld()
})
afterEach(() => world.close())

describe('an owner makes their channel a group', () => {
  it('whose register its members open at once', async () => {
    const asked = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup())
    expect(asked).toMatchObject({ status: 201, refusal: null })
    expect(asked.answer?.group).toEqual({
      key: 'missing-children',
      name: 'Missing Children Working Group',
      marking: { level: 'OFFICIAL-SENSITIVE', handling: 'Group members only' },
      siteId: world.siteId('missing'),
      ...MISSING,
    })
    expect(asked.answer?.did).toContain('list Matters Actions: made')

    const register = openActionRegister({
      client: world.tab('spoc-vale'),
      siteId: world.siteId('missing'),
      person: personOf('spoc-vale'),
      clock: CLOCK,
      pollSeconds: 3600,
    })
    await until(register, 'fresh')
    const snapshot = register.snapshot()
    register.close()
    expect(snapshot?.group).toMatchObject({ key: 'missing-children', lateBy: 'current' })
    expect([...(snapshot?.organisations.keys() ?? [])]).toEqual(['north-mercia', 'wms-rocu'])
    expect([...(snapshot?.posts.values() ?? [])]).toEqual([
      expect.objectContaining({ role: 'coordinator', organisation: 'wms-rocu', holder: personOf('coordinator') }),
    ])
  })

  it('and is its first coordinator, on Control, from today, by a decision that stands', async () => {
    const command = aGroup()
    await world.ask('coordinator', endpoints.makeGroup, {}, command)
    const control = await world.control()
    const appointments = await control.appointments('missing-children')
    expect(appointments.map(({ value }) => value)).toEqual([
      expect.objectContaining({ role: 'coordinator', holder: personOf('coordinator'), from: TODAY, to: null }),
    ])
    expect(await control.decision(command.commandId)).toMatchObject({ kind: 'group', by: personOf('coordinator') })

    const me = await world.ask('coordinator', endpoints.me, {})
    expect(me.answer?.roles).toEqual({ 'missing-children': ['coordinator'] })
    const member = await world.ask('spoc-vale', endpoints.me, {})
    expect(member.answer?.roles).toEqual({ 'missing-children': [] })
  })

  it('takes the vacant post of coordinator where one was given', async () => {
    const vacant = {
      key: 'secretary',
      title: 'Governance Secretary',
      organisation: 'wms-rocu',
      role: 'coordinator' as const,
      holder: null,
      deputy: null,
      from: null,
      to: null,
    }
    await world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ posts: [vacant] }))
    const [appointment] = await (await world.control()).appointments('missing-children')
    expect(appointment?.value).toMatchObject({ post: 'secretary', holder: personOf('coordinator') })
  })

  it('once, however often the same command comes', async () => {
    const command = aGroup()
    const first = await world.ask('coordinator', endpoints.makeGroup, {}, command)
    const again = await world.ask('coordinator', endpoints.makeGroup, {}, command)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.answer?.group).toEqual(first.answer?.group)
    const control = await world.control()
    expect(await control.groups()).toHaveLength(1)
    expect(await control.appointments('missing-children')).toHaveLength(1)
  })

  it('once, when the same command comes twice at the same moment', async () => {
    const command = aGroup()
    const both = await Promise.all([1, 2].map(() => world.ask('coordinator', endpoints.makeGroup, {}, command)))
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 201]))
    expect(await (await world.control()).groups()).toHaveLength(1)
  })

  it('and of two different wishes at the same moment one becomes the group, the other is told', async () => {
    const both = await Promise.all([
      world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ key: 'one', name: 'One' })),
      world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ key: 'two', name: 'Two' })),
    ])
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]))
    expect(both.find(({ refusal }) => refusal)?.refusal?.code).toBe('channelTaken')
    expect(await (await world.control()).groups()).toHaveLength(1)
  })

  it('and so it is with two services on the same Control', async () => {
    const other = await aServiceBeside(world)
    try {
      const both = await Promise.all([
        world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ key: 'one', name: 'One' })),
        other.ask(aGroup({ key: 'two', name: 'Two' })),
      ])
      expect(new Set(both.map(({ status }) => status))).toEqual(new Set([201, 409]))
      expect(await (await world.control()).groups()).toHaveLength(1)
    } finally {
      await other.close()
    }
  })

  // Rows are written in this order; a write that isn't answered is tried three times.
  const WRITES = ['directory entry', 'organisation', 'organisation', 'post', 'settings', 'decision', 'appointment']

  it.each(WRITES.map((name, index) => [index, name] as const))(
    'and what broke off at write %i (%s) is finished by asking again under a new id',
    async (after) => {
      const match = { method: 'POST', path: /\/items$/ }
      world.graph.faults.add({ match, after, times: 3, fault: { kind: 'status', status: 500 } })
      const broken = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup())
      expect([broken.status, broken.refusal?.code]).toEqual([500, 'serviceFault'])
      expect((await world.ask('chair', endpoints.me, {})).answer?.groups).toEqual([])
      const offered = await world.ask('coordinator', endpoints.channel, MISSING)
      expect(offered.answer).toMatchObject({ group: null, mayConfigure: true })

      const again = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ name: 'Another name' }))
      expect([again.status, again.answer?.group.name]).toEqual([201, 'Another name'])
      const me = await world.ask('chair', endpoints.channel, MISSING)
      expect(me.answer?.group?.name).toBe('Another name')
      const control = await world.control()
      expect(await control.groups()).toHaveLength(1)
      expect(await control.appointments('missing-children')).toHaveLength(1)
    },
  )

  it('but under the key that it was begun with, which is suggested', async () => {
    const match = { method: 'POST', path: /\/items$/ }
    world.graph.faults.add({ match, after: 6, times: 3, fault: { kind: 'status', status: 500 } })
    await world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ key: 'first' }))
    const offered = await world.ask('coordinator', endpoints.channel, MISSING)
    expect(offered.answer).toMatchObject({ group: null, suggestion: { key: 'first' } })
    const other = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ key: 'second' }))
    expect(other).toMatchObject({ status: 409, refusal: { code: 'groupUnfinished', values: { key: 'first' } } })
    expect((await world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ key: 'first' }))).status).toBe(201)
  })

  it('without making anything twice when the answers of all its writes are lost once', async () => {
    const match = { method: 'POST', path: /\/(items|lists)$/ }
    for (let after = 0; after < 20; after += 2) {
      world.graph.faults.add({ match, after, times: 1, fault: { kind: 'timeoutAfterCommit' } })
    }
    const asked = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup())
    expect(asked.status).toBe(201)
    const control = await world.control()
    expect(await control.groups()).toHaveLength(1)
    expect(await control.appointments('missing-children')).toHaveLength(1)
  })
})

describe('nobody makes a group', () => {
  it.each([
    ['who is only a member of the team', 'chair', 'notOwner', 403],
    ['who has nothing to do with the team', 'outsider', 'notMember', 403],
    ["who administers the tenant, but isn't in the team", 'administrator', 'notMember', 403],
  ])('%s', async (_, person, code, status) => {
    const asked = await world.ask(person, endpoints.makeGroup, {}, aGroup())
    expect([asked.status, asked.refusal?.code]).toEqual([status, code])
    expect(await (await world.control()).groups()).toEqual([])
  })

  it('of a channel that belongs to another team', async () => {
    const elsewhere = TEAMS.csae.channels[1]?.id ?? ''
    const asked = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ channelId: elsewhere }))
    expect([asked.status, asked.refusal?.code]).toEqual([404, 'channelUnknown'])
  })

  it('by asking for a team that there is none of: the answer tells nothing', async () => {
    const asked = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ teamId: crypto.randomUUID() }))
    expect(asked.refusal?.code).toBe('notMember')
  })

  it('with the key of another group', async () => {
    await world.ask('coordinator', endpoints.makeGroup, {}, aGroup())
    const csae = { teamId: TEAMS.csae.id, channelId: TEAMS.csae.channels[1]?.id ?? '' }
    const asked = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup(csae))
    expect(asked).toMatchObject({ status: 409, refusal: { code: 'groupKeyTaken', field: 'key' } })
  })

  it('on a site that serves another channel already', async () => {
    await world.ask('coordinator', endpoints.makeGroup, {}, aGroup())
    const general = { channelId: TEAMS.missing.channels[0]?.id ?? '', key: 'another', name: 'Another' }
    const asked = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup(general))
    expect(asked).toMatchObject({
      status: 409,
      refusal: { code: 'siteTaken', values: { name: 'Missing Children Working Group' } },
    })
  })

  it('under the id of a command that said something else', async () => {
    const command = aGroup()
    await world.ask('coordinator', endpoints.makeGroup, {}, command)
    const asked = await world.ask('coordinator', endpoints.makeGroup, {}, { ...command, name: 'Another' })
    expect(asked.refusal?.code).toBe('commandReused')
  })
})

describe('a site that the administrator has not granted', () => {
  let ungranted: ServiceWorld

  beforeEach(async () => {
    ungranted = await aServiceWorld({ granted: ['csae'] })
  })
  afterEach(() => ungranted.close())

  it('is refused by the name of its team, and nothing is made', async () => {
    const asked = await ungranted.ask('coordinator', endpoints.makeGroup, {}, aGroup())
    expect(asked).toMatchObject({
      status: 409,
      refusal: { code: 'siteNotGranted', values: { team: 'Missing Children Working Group' } },
    })
    expect(await (await ungranted.control()).groups()).toEqual([])
  })

  it('is said to be so before anybody types a word', async () => {
    const asked = await ungranted.ask('coordinator', endpoints.channel, MISSING)
    expect(asked.answer).toMatchObject({ group: null, mayConfigure: true, siteId: null, siteGranted: false })
  })

  it('is refused too when the grant is good for rows, but not for lists', async () => {
    const { findNamedSite } = await import('../../src/sharepoint/provisioning/site.ts')
    const site = await findNamedSite(ungranted.administrator, `${SITE_HOST}${TEAMS.missing.sitePath}`)
    await grantSite(ungranted.administrator, site?.id ?? '', { id: APPS.service, name: 'service' }, ['write'])
    const asked = await ungranted.ask('coordinator', endpoints.makeGroup, {}, aGroup())
    expect(asked.refusal?.code).toBe('siteNotGranted')
  })
})

/** A second instance of the service, as behind a balancer. */
async function aServiceBeside(beside: ServiceWorld) {
  const { createService } = await import('../../src/service/server.ts')
  const service = await createService({ configuration: beside.configuration, clock: CLOCK })
  return {
    async ask(command: ReturnType<typeof aGroup>) {
      const response = await fetch(`${service.url}/api/groups`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await beside.token('coordinator')}`, 'content-type': 'application/json' },
        body: JSON.stringify(command),
      })
      return { status: response.status, refusal: null }
    },
    close: () => service.close(),
  }
}
