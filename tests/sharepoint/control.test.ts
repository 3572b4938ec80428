import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { APPS, CONTROL_SITE_PATH, GRAPH_AUDIENCE, SITE_HOST } from '../../src/laptop/demonstration/tenant.ts'
import { createGraphClient, type GraphClient } from '../../src/sharepoint/client.ts'
import { openControl, type Control } from '../../src/sharepoint/control/control.ts'
import { isInForce, type Appointment } from '../../src/domain/appointment.ts'
import type { Decision, DirectoryEntry } from '../../src/sharepoint/control/rows.ts'
import { DECISIONS, GROUPS } from '../../src/sharepoint/controllists.ts'
import { grantSite } from '../../src/sharepoint/provisioning/grants.ts'
import { provisionControl } from '../../src/sharepoint/provisioning/group.ts'
import { findSite } from '../../src/sharepoint/sites.ts'
import { findLists, openTable } from '../../src/sharepoint/table.ts'
import { anId, aWorld, type World } from './world.ts'

describe('Control', () => {
  let world: World
  let siteId: string
  let service: GraphClient
  let control: Control
  beforeAll(async () => {
    world = await aWorld()
    const site = await findSite(world.administrator(), SITE_HOST, CONTROL_SITE_PATH)
    if (!site) throw new Error('there is no Control site')
    siteId = site.id
    await provisionControl(world.administrator(), siteId)
    await grantSite(world.administrator(), siteId, { id: APPS.service, name: 'service' }, ['write'])
    service = createGraphClient({
      base: world.graph.url,
      sleep: async () => undefined,
      token: async () =>
        (await world.graph.signIn.appToken({ clientId: APPS.service, audience: GRAPH_AUDIENCE })).accessToken,
    })
    control = await openControl({ client: service, siteId })
  })
  afterAll(() => world.close())

  function anEntry(more: Partial<DirectoryEntry> = {}): DirectoryEntry {
    const id = anId()
    return {
      key: `group-${id}`,
      name: "The chair's group",
      marking: { level: 'OFFICIAL' },
      siteId: `site-${id}`,
      teamId: 'team',
      channelId: `19:${id}@thread.tacv2`,
      commandId: id,
      ...more,
    }
  }

  function anAppointment(more: Partial<Appointment> = {}): Appointment {
    return {
      key: anId(),
      group: 'csae-sgg',
      post: 'chair',
      organisation: 'north-mercia',
      role: 'chair',
      holder: world.person('chair'),
      deputy: null,
      from: '2020-01-01',
      to: null,
      ...more,
    }
  }

  test('a group that was entered is found by its key, channel and site', async () => {
    const entry = anEntry({
      nameWelsh: 'Grŵp y gadair',
      marking: { level: 'OFFICIAL-SENSITIVE', handling: "Members'" },
    })
    expect(await control.addGroup(entry)).toEqual({ state: 'made', value: entry })
    expect((await control.findGroup(entry.key))?.value).toEqual(entry)
    expect((await control.findGroupOfChannel(entry.channelId))?.value).toEqual(entry)
    expect((await control.findGroupOfSite(entry.siteId))?.value).toEqual(entry)
    expect(await control.groups()).toContainEqual(entry)
    expect(await control.findGroup('no-such-group')).toBeNull()
  })

  test('the same command again is the same group', async () => {
    const entry = anEntry()
    await control.addGroup(entry)
    expect(await control.addGroup(entry)).toEqual({ state: 'there', value: entry })
  })

  test('one key, one channel, one site: another group can have none of them', async () => {
    const entry = anEntry()
    await control.addGroup(entry)
    expect(await control.addGroup(anEntry({ key: entry.key }))).toEqual({ state: 'taken', by: 'key' })
    expect(await control.addGroup(anEntry({ channelId: entry.channelId }))).toEqual({ state: 'taken', by: 'channel' })
    expect(await control.addGroup(anEntry({ siteId: entry.siteId }))).toEqual({ state: 'taken', by: 'site' })
  })

  test('of two who make a group of one channel at once, one does', async () => {
    const channelId = `19:${anId()}@thread.tacv2`
    const two = [anEntry({ channelId }), anEntry({ channelId })]
    const outcomes = await Promise.all(two.map((entry) => control.addGroup(entry)))
    expect(outcomes.map((outcome) => outcome.state).toSorted()).toEqual(['made', 'taken'])
  })

  test('an appointment counts for its holder and for its deputy, by tenant and object id', async () => {
    const [holder, deputy] = [world.person('spoc-vale'), world.person('spoc-marches')]
    const appointment = anAppointment({ holder, deputy, role: 'spoc', post: "SPOC o'r" })
    await control.appoint(appointment)
    expect(await control.appointmentsOf(holder)).toEqual([appointment])
    expect(await control.appointmentsOf(deputy)).toEqual([appointment])
    expect(await control.appointmentsOf({ ...holder, tenantId: 'another-tenant' })).toEqual([])
    expect(await control.appointmentsOf(world.person('outsider'))).toEqual([])
  })

  test('an appointment changes only on the version that it was read at', async () => {
    const appointment = anAppointment({ group: 'amended' })
    await control.appoint(appointment)
    const [known] = await control.appointments('amended')
    if (!known) throw new Error('not found')
    expect(await control.amend(known, { ...appointment, to: '2020-06-01' })).toBe(true)
    expect(await control.amend(known, { ...appointment, holder: null })).toBe(false)
    const [now] = await control.appointments('amended')
    expect(now?.value).toEqual({ ...appointment, to: '2020-06-01' })
  })

  test('an appointment holds from its first day to its last, both included', () => {
    const appointment = anAppointment({ from: '2020-01-01', to: '2020-06-30' })
    const days = ['2019-12-31', '2020-01-01', '2020-06-30', '2020-07-01']
    expect(days.map((day) => isInForce(appointment, day))).toEqual([false, true, true, false])
    expect(isInForce(anAppointment({ from: null, to: null }), '1999-01-01')).toBe(true)
  })

  test('a decision stands once, as it was first written', async () => {
    const decision: Decision = {
      id: anId(),
      kind: 'import',
      group: 'csae-sgg',
      subject: "batch o'1",
      hash: 'abc',
      by: world.person('coordinator'),
      at: '2020-06-01T09:00:00Z',
      words: 'Confirmed.',
      verdict: 'refused',
      asked: { by: world.person('chair'), on: '2020-05-01', command: 'command-0001' },
      outcome: { discharge: { evidence: 'x', proposedOn: '2020-05-01', proposedBy: null, decision: 'd' } },
    }
    expect(await control.record(decision)).toEqual({ state: 'made', value: decision })
    expect(await control.record({ ...decision, hash: 'another' })).toEqual({ state: 'there', value: decision })
    expect(await control.decision(decision.id)).toEqual(decision)
    expect(await control.decisionsOn("batch o'1")).toEqual([decision])
  })

  test('a decision whose answer was lost is there once when it is recorded again', async () => {
    const decision: Decision = {
      id: anId(),
      kind: 'import',
      group: 'csae-sgg',
      subject: 'lost',
      hash: 'abc',
      by: world.person('coordinator'),
      at: '2020-06-01T09:00:00Z',
      words: '',
      verdict: 'approved',
      asked: null,
      outcome: null,
    }
    world.graph.faults.add({
      match: { method: 'POST', path: /items$/, app: APPS.service },
      times: 1,
      fault: { kind: 'timeoutAfterCommit' },
    })
    expect(await control.record(decision)).toEqual({ state: 'there', value: decision })
    expect(await control.decisionsOn('lost')).toEqual([decision])
  })

  test('nobody gets a right from a row that can’t be read; it is a problem', async () => {
    const appointment = anAppointment({ group: 'broken' })
    await control.appoint(appointment)
    const [known] = await control.appointments('broken')
    const ids = await findLists(service, siteId, [DECISIONS, GROUPS])
    expect(ids.size).toBe(2)
    const lists = await service.send<{ value: { id: string; name: string }[] }>({
      method: 'GET',
      path: `/sites/${siteId}/lists`,
    })
    const id = lists.value.find((list) => list.name.includes('Appointments'))?.id ?? ''
    if (!known) throw new Error('not found')
    await openTable(service, siteId, id).patch(known.row, { ToDay: 'next summer' })
    expect(await control.appointments('broken')).toEqual([])
    expect(control.problems()).toContainEqual(expect.objectContaining({ column: 'ToDay', code: 'dayInvalid' }))
  })

  test('the tab’s application, in anybody’s hands, can’t open Control', async () => {
    for (const person of ['coordinator', 'administrator']) {
      await expect(openControl({ client: world.client(person), siteId })).rejects.toMatchObject({ status: 403 })
    }
  })

  test('a site without the lists is no Control', async () => {
    const opening = openControl({ client: world.administrator(), siteId: world.siteId })
    await expect(opening).rejects.toMatchObject({ code: 'listMissing' })
  })
})
