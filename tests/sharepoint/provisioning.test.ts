import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { APPS, SITE_HOST, TEAMS } from '../../src/laptop/demonstration/tenant.ts'
import type { GraphClient } from '../../src/sharepoint/client.ts'
import { CONTROL_LISTS } from '../../src/sharepoint/controllists.ts'
import { ACTIONS, MEETINGS as MEETINGS_LIST } from '../../src/sharepoint/lists.ts'
import { WORK_LISTS } from '../../src/sharepoint/worklists.ts'
import { grantSite, readGrant } from '../../src/sharepoint/provisioning/grants.ts'
import { provisionGroup, upgradeGroup } from '../../src/sharepoint/provisioning/group.ts'
import { findSite } from '../../src/sharepoint/sites.ts'
import { findLists, openTable } from '../../src/sharepoint/table.ts'
import { aWorld, MEETINGS, ORGANISATIONS, POSTS, SGG, until, type World } from './world.ts'

const CONTENT = { group: SGG, organisations: ORGANISATIONS, posts: POSTS, meetings: MEETINGS }

interface RawColumn {
  readonly id: string
  readonly name: string
  readonly indexed?: boolean
  readonly enforceUniqueValues?: boolean
  readonly choice?: { readonly choices: readonly string[] }
}

describe('provisioning', () => {
  let world: World
  let administrator: GraphClient
  let siteId: string
  beforeEach(async () => {
    world = await aWorld()
    administrator = world.administrator()
  })
  afterEach(() => world.close())

  async function aSite(sitePath: string): Promise<string> {
    const site = await findSite(administrator, SITE_HOST, sitePath)
    if (!site) throw new Error(`no site ${sitePath}`)
    return site.id
  }

  async function columnsOf(name: string): Promise<Map<string, RawColumn>> {
    const { value } = await administrator.send<{ value: RawColumn[] }>({
      method: 'GET',
      path: `/sites/${siteId}/lists/${encodeURIComponent(name)}/columns`,
    })
    return new Map(value.map((column) => [column.name, column]))
  }

  test('makes every list with its columns, indexes and unique keys, and says so', async () => {
    siteId = await aSite(TEAMS.missing.sitePath)
    const { did } = await provisionGroup(administrator, siteId, CONTENT)
    expect(did.filter((each) => each.what === 'list').map((each) => [each.where, each.state])).toEqual(
      WORK_LISTS.map((list) => [list.name, 'made']),
    )
    expect(new Set(did.map((each) => each.state))).toEqual(new Set(['made']))
    for (const list of WORK_LISTS) {
      const columns = await columnsOf(list.name)
      for (const column of list.columns) {
        const made = columns.get(column.name)
        expect(made, `${list.name}.${column.name}`).toBeDefined()
        expect(made?.indexed ?? false).toBe(column.indexed === true || column.unique === true)
        expect(made?.enforceUniqueValues ?? false).toBe(column.unique === true)
      }
    }
  })

  test('again changes nothing', async () => {
    siteId = await aSite(TEAMS.ocag.sitePath)
    await provisionGroup(administrator, siteId, CONTENT)
    const before = world.graph.requests.length
    const { did } = await provisionGroup(administrator, siteId, CONTENT)
    expect(new Set(did.map((each) => each.state))).toEqual(new Set(['there']))
    const writes = world.graph.requests
      .slice(before)
      .filter((request) => request.status < 300 && request.method !== 'GET')
    expect(writes).toEqual([])
  })

  test('an older list gets what it lacks, and loses nothing', async () => {
    siteId = await aSite('/sites/sandbox')
    await administrator.send({
      method: 'POST',
      path: `/sites/${siteId}/lists`,
      body: {
        displayName: ACTIONS.name,
        list: { template: 'genericList' },
        columns: [
          { name: 'Key', text: {} },
          { name: 'Status', choice: { choices: ['open', 'on holiday'] } },
          { name: 'OurOwn', text: {} },
        ],
      },
    })
    const { did } = await upgradeGroup(administrator, siteId)
    const columns = await columnsOf(ACTIONS.name)
    expect(columns.get('Key')).toMatchObject({ indexed: true, enforceUniqueValues: true })
    expect(columns.get('Status')?.choice?.choices).toEqual([
      'open',
      'on holiday',
      'dischargeProposed',
      'discharged',
      'closed',
    ])
    expect(columns.get('Status')?.indexed).toBe(true)
    expect(columns.has('OurOwn')).toBe(true)
    expect(columns.has('Commits')).toBe(true)
    const states = new Map(did.map((each) => [each.where, each.state]))
    expect(states.get(ACTIONS.name)).toBe('there')
    expect(states.get(`${ACTIONS.name}.Key`)).toBe('changed')
    expect(states.get(`${ACTIONS.name}.Commits`)).toBe('made')
  })

  test('settings that differ are brought up to date; rows that aren’t given stay', async () => {
    siteId = await aSite(TEAMS.missing.sitePath)
    await provisionGroup(administrator, siteId, CONTENT)
    const renamed = { ...SGG, name: 'A new name' }
    const { did } = await provisionGroup(administrator, siteId, { group: renamed, organisations: [] })
    expect(did.filter((each) => each.what === 'row')).toEqual([
      { what: 'row', site: siteId, where: `Matters Group/${SGG.key}`, state: 'changed' },
    ])
    const id = (await findLists(administrator, siteId, [MEETINGS_LIST])).get(MEETINGS_LIST) ?? ''
    expect(await openTable(administrator, siteId, id).find('Key', 'm1', ['Key'])).toHaveLength(1)
  })

  test('a list that somebody renamed is found again', async () => {
    siteId = await aSite(TEAMS.ocag.sitePath)
    await provisionGroup(administrator, siteId, CONTENT)
    const before = await findLists(administrator, siteId, [ACTIONS])
    await administrator.send({
      method: 'PATCH',
      path: `/sites/${siteId}/lists/${before.get(ACTIONS)}`,
      body: { displayName: 'Our tracker' },
    })
    expect((await findLists(administrator, siteId, [ACTIONS])).get(ACTIONS)).toBe(before.get(ACTIONS))
  })

  test.each([
    { kind: 'timeoutAfterCommit' } as const,
    { kind: 'cutAfter' } as const,
    { kind: 'cutBefore' } as const,
    { kind: 'status', status: 503, retryAfter: 3 } as const,
  ])('broken off anywhere ($kind) and run again, it ends with the same lists', async (fault) => {
    const other = await aWorld()
    try {
      const site = await findSite(other.administrator(), SITE_HOST, TEAMS.ocag.sitePath)
      if (!site) throw new Error('no site')
      for (let after = 0; after < 40; after += 3) {
        const remove = other.graph.faults.add({ match: { method: 'POST' }, after, times: 1, fault })
        await provisionGroup(other.administrator(), site.id, CONTENT).catch(() => undefined)
        remove()
      }
      const { did } = await provisionGroup(other.administrator(), site.id, CONTENT)
      expect(new Set(did.map((each) => each.state))).toEqual(new Set(['there']))
      const lists = await other
        .administrator()
        .send<{ value: { displayName: string }[] }>({ method: 'GET', path: `/sites/${site.id}/lists` })
      const ours = lists.value.map((list) => list.displayName).filter((name) => name.startsWith('Matters'))
      expect(ours.toSorted()).toEqual(WORK_LISTS.map((list) => list.name).toSorted())
    } finally {
      await other.close()
    }
  })

  test('a grant is made once, and changed when the roles do', async () => {
    siteId = await aSite(TEAMS.roads.sitePath)
    const app = { id: APPS.tab, name: 'Matters Arising' }
    expect(await readGrant(administrator, siteId, app.id)).toBeNull()
    const states = []
    for (const roles of [['write'], ['write'], ['read']] as const) {
      states.push((await grantSite(administrator, siteId, app, roles)).did[0]?.state)
    }
    expect(states).toEqual(['made', 'there', 'changed'])
    expect(await readGrant(administrator, siteId, app.id)).toEqual(['read'])
  })

  test('a site that isn’t granted to the tab is denied to it, whoever uses it', async () => {
    siteId = await aSite(TEAMS.missing.sitePath)
    await provisionGroup(administrator, siteId, CONTENT)
    const register = world.register('coordinator', { siteId })
    await until(register, 'denied')
    await grantSite(administrator, siteId, { id: APPS.tab, name: 'Matters Arising' }, ['write'])
    const granted = world.register('coordinator', { siteId })
    await until(granted, 'fresh')
  })

  test('names of lists and columns are such that SharePoint takes them, and unlike each other', () => {
    const lists = [...WORK_LISTS, ...CONTROL_LISTS]
    expect(new Set(lists.map((list) => list.name)).size).toBe(lists.length)
    for (const list of lists) {
      expect(list.name).toMatch(/^[A-Za-z ]{1,50}$/)
      const names = list.columns.map((column) => column.name.toLowerCase())
      expect(new Set(names).size).toBe(names.length)
      for (const name of names) expect(name).toMatch(/^[a-z]{1,32}$/)
      expect(list.columns.filter((column) => column.indexed || column.unique).length).toBeLessThanOrEqual(20)
      expect(list.columns[0]).toMatchObject({ name: 'Key', unique: true })
    }
  })
})
