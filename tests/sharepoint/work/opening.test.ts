/** How a register opens: in how many round trips, in what order, and what it shows meanwhile. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ACTIONS, GROUP, VIEWS } from '../../../src/sharepoint/lists.ts'
import { findLists } from '../../../src/sharepoint/table.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { aCounter } from '../counter.ts'
import { seedActions } from '../manyrows.ts'
import { addressOf, anAddition, anUpdate, aTicker, aWorld, save, until, type World } from '../world.ts'

describe('opening a register', () => {
  let world: World
  beforeAll(async () => {
    world = await aWorld()
    seedActions(world, 450)
  })
  afterEach(() => world.graph.faults.clear())
  afterAll(() => world.close())

  async function rename(home: World, list: { name: string }, displayName: string): Promise<void> {
    const path = `/sites/${home.siteId}/lists/${encodeURIComponent(list.name)}`
    await home.administrator().send({ method: 'PATCH', path, body: { displayName } })
  }

  /** Opens it and says how many round trips there were before the first rows. */
  async function tripsToFirstRows(home: World): Promise<{ register: WorkRegister; trips: number }> {
    const counter = aCounter()
    const register = home.register('chair', { client: home.client('chair', { fetch: counter.fetch }) })
    await until(register, () => (register.snapshot()?.actions.size ?? 0) > 0)
    const trips = counter.trips()
    await until(register, 'fresh')
    return { register, trips }
  }

  test('shows its first rows after one round trip, its settings with them', async () => {
    const { register, trips } = await tripsToFirstRows(world)
    expect(trips).toBe(1)
    expect(register.snapshot()?.actions.size).toBeGreaterThanOrEqual(450)
    expect(register.snapshot()?.organisations.size).toBe(2)
  })

  test('after two where lists were renamed, even where another list has taken a name', async () => {
    const other = await aWorld()
    try {
      seedActions(other, 3)
      await rename(other, ACTIONS, 'Actions of the group')
      await rename(other, GROUP, 'Our group')
      await other.administrator().send({
        method: 'POST',
        path: `/sites/${other.siteId}/lists`,
        body: { displayName: ACTIONS.name, list: { template: 'genericList' } },
      })
      const { register, trips } = await tripsToFirstRows(other)
      expect(trips).toBe(2)
      expect(register.snapshot()?.actions.size).toBe(3)
    } finally {
      await other.close()
    }
  })

  test('after one as well where a list that came later is not there yet', async () => {
    const other = await aWorld()
    try {
      seedActions(other, 3)
      const views = `/sites/${other.siteId}/lists/${encodeURIComponent(VIEWS.name)}`
      await other.administrator().send({ method: 'DELETE', path: views })
      const { register, trips } = await tripsToFirstRows(other)
      expect(trips).toBe(1)
      expect(register.snapshot()?.views).toBeNull()
    } finally {
      await other.close()
    }
  })

  test('a list that is renamed while somebody looks is followed', async () => {
    const other = await aWorld()
    try {
      const ticker = aTicker()
      const register = other.register('chair', { wait: ticker.wait })
      await until(register, 'fresh')
      const states: string[] = []
      register.subscribe(() => states.push(register.freshness().state))
      await rename(other, ACTIONS, 'Actions of the group')
      await ticker.tick()
      const writer = other.register('coordinator')
      await until(writer, 'fresh')
      const { id } = await save(writer, anAddition())
      await ticker.tick()
      expect(register.snapshot()?.actions.has(id)).toBe(true)
      expect(new Set(states)).toEqual(new Set(['fresh']))
    } finally {
      await other.close()
    }
  })

  test('a short list comes in one batch of eight, and is asked about again only at the next poll', async () => {
    const other = await aWorld()
    try {
      seedActions(other, 200)
      const before = other.graph.requests.length
      const ticker = aTicker()
      const register = other.register('chair', { wait: ticker.wait })
      await until(register, 'fresh')
      const sent = other.graph.requests.slice(before)
      expect(sent.every((request) => request.batched)).toBe(true)
      expect(sent.length).toBe(8)
      expect(sent.reduce((sum, request) => sum + request.units, 0)).toBe(15)
      const writer = other.register('coordinator')
      const { id } = await writer.submit(anAddition()).then((saved) => {
        if (saved.state !== 'saved') throw new Error(saved.state)
        return saved.action
      })
      await ticker.tick()
      expect(register.snapshot()?.actions.has(id)).toBe(true)
    } finally {
      await other.close()
    }
  })

  test('a store that is too busy for the batch is not asked one by one: the tab waits, says so, and asks carefully', async () => {
    const ticker = aTicker()
    const before = world.graph.requests.length
    world.graph.faults.add({
      match: { person: 'chair' },
      times: 7,
      fault: { kind: 'status', status: 429, retryAfter: 9 },
    })
    const register = world.register('chair', { wait: ticker.wait })
    await until(register, 'throttled')
    expect(world.graph.requests.length - before).toBe(7)
    await ticker.tick()
    expect(ticker.pauses[0]).toBeGreaterThanOrEqual(9000)
    expect(register.freshness().state).toBe('fresh')
    expect(world.graph.requests[before + 7]).toMatchObject({ batched: false, path: expect.stringMatching(/lists\?/) })
  })

  test('the token for changes is taken before the first rows, in the batch too', async () => {
    const before = world.graph.requests.length
    const register = world.register('chair')
    world.graph.faults.add({ match: { person: 'chair', path: /token=latest/ }, fault: { kind: 'slow', ms: 40 } })
    await until(register, 'fresh')
    const order = world.graph.requests.slice(before).map((request) => request.path)
    const [token, rows] = [/token=latest/, /Matters%20Actions\/items\?/].map((each) =>
      order.findIndex((path) => each.test(path)),
    )
    expect(token).toBeGreaterThanOrEqual(0)
    expect(rows).toBeGreaterThan(token ?? Infinity)
  })

  test('what changes while the rows are being read is not missed', async () => {
    const chair = world.register('chair')
    await until(chair, 'fresh')
    const [changed, deleted] = [await save(chair, anAddition()), await save(chair, anAddition())]
    const actions = (await findLists(world.client('chair'), world.siteId, [ACTIONS])).get(ACTIONS) ?? ''
    const items = `/sites/${world.siteId}/lists/${actions}/items`
    const filter = `?$filter=fields/Key eq '${deleted.id}'`
    const [row] = (
      await world.client('chair').send<{ value: { id: string }[] }>({ method: 'GET', path: items + filter })
    ).value
    let added = ''
    const client = world.client('coordinator', {
      fetch: async (input, init) => {
        const response = await fetch(input, init)
        if (added === '' && addressOf(input).includes(`${actions}/items?`)) {
          added = (await save(chair, anAddition())).id
          await save(chair, anUpdate(changed.id, 'said meanwhile'))
          await world.client('chair').send({ method: 'DELETE', path: `${items}/${row?.id}` })
        }
        return response
      },
    })
    const register = world.register('coordinator', { client })
    await until(register, 'fresh')
    expect(register.snapshot()?.actions.has(added)).toBe(true)
    expect(register.snapshot()?.actions.get(changed.id)?.updateCount).toBe(1)
    expect(register.snapshot()?.actions.has(deleted.id)).toBe(false)
  })

  test('first rows are shown before all rows are here, and then only what at least doubles them', async () => {
    const many = await aWorld()
    try {
      seedActions(many, 5300)
      const register = many.register('chair')
      const shown: number[] = []
      register.subscribe(() => shown.push(register.snapshot()?.actions.size ?? -1))
      await until(register, 'fresh')
      expect(shown).toEqual([200, 5000, 5000, 5300, 5300])
    } finally {
      await many.close()
    }
  })

  test('whoever types meanwhile has a turn after every 250 rows', async () => {
    const many = await aWorld()
    try {
      seedActions(many, 2000)
      let turns = 0
      const breathe = async (): Promise<void> => {
        turns += 1
      }
      const register = many.register('chair', { breathe })
      await until(register, 'fresh')
      expect(register.snapshot()?.actions.size).toBe(2000)
      expect(turns).toBe(2000 / 250 - 1)
    } finally {
      await many.close()
    }
  })

  test('a register that is closed while rows arrive takes no more in', async () => {
    let turns = 0
    const register: WorkRegister = world.register('chair', {
      breathe: async () => {
        turns += 1
        register.close()
      },
    })
    await until(register, () => (register.snapshot()?.actions.size ?? 0) === 200)
    await expect.poll(() => turns).toBe(1)
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(turns).toBe(1)
    expect(register.freshness().state).toBe('loading')
  })
})
