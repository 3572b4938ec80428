/** How the register stands while the store fails, and that it comes back by itself. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { GraphFault } from '../../../src/sharepoint/fault.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { seedActions } from '../manyrows.ts'
import { anAddition, anUpdate, aTicker, aWorld, save, until, type Ticker, type World } from '../world.ts'

describe('how the register stands', () => {
  let world: World
  beforeAll(async () => {
    world = await aWorld()
  })
  afterEach(() => world.graph.faults.clear())
  afterAll(() => world.close())

  async function anOpenRegister(
    options: Parameters<World['register']>[1] = {},
  ): Promise<{ register: WorkRegister; ticker: Ticker }> {
    const ticker = aTicker()
    const register = world.register('coordinator', { wait: ticker.wait, ...options })
    await until(register, 'fresh')
    return { register, ticker }
  }

  test('offline keeps what is known, says as of when, and comes back', async () => {
    const { register, ticker } = await anOpenRegister()
    const action = await save(register, anAddition())
    const before = register.snapshot()
    world.graph.faults.add({ match: {}, fault: { kind: 'cutBefore' } })
    await ticker.tick()
    expect(register.freshness()).toEqual({ state: 'offline', asOf: expect.stringMatching(/^\d{4}-.*Z$/) })
    expect(register.snapshot()).toBe(before)
    expect(await register.submit(anUpdate(action.id))).toEqual({
      state: 'unsaved',
      because: 'offline',
      requestId: null,
      inDoubt: false,
    })
    world.graph.faults.clear()
    await ticker.tick()
    expect(register.freshness().state).toBe('fresh')
  })

  test('while offline it tries again soon, then less often, never more often than it polls', async () => {
    const { ticker } = await anOpenRegister({ pollSeconds: 15 })
    world.graph.faults.add({ match: {}, fault: { kind: 'cutBefore' } })
    for (let count = 0; count < 6; count++) await ticker.tick()
    expect(ticker.pauses.slice(1)).toEqual([2000, 4000, 8000, 15_000, 15_000, 15_000])
  })

  test('throttled says for how long, and waits that long', async () => {
    const { register, ticker } = await anOpenRegister()
    world.graph.faults.add({
      match: { path: /delta/ },
      times: 1,
      fault: { kind: 'status', status: 429, retryAfter: 40 },
    })
    await ticker.tick()
    const freshness = register.freshness()
    const seconds = freshness.state === 'throttled' ? freshness.seconds : 0
    expect(seconds).toBeGreaterThanOrEqual(39)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(ticker.pauses.at(-1)).toBe(seconds * 1000)
  })

  test('a fault shows the store’s request id, and passes', async () => {
    const { register, ticker } = await anOpenRegister()
    world.graph.faults.add({ match: { path: /delta/ }, fault: { kind: 'status', status: 500 } })
    await ticker.tick()
    expect(register.freshness()).toMatchObject({ state: 'fault', requestId: expect.stringMatching(/[\da-f-]{36}/) })
    world.graph.faults.clear()
    await ticker.tick()
    expect(register.freshness().state).toBe('fresh')
  })

  test('who must sign in again is told so, keeps what is known, and goes on afterwards', async () => {
    let signedIn = true
    const client = world.client('coordinator', {
      token: () => (signedIn ? world.token('coordinator') : Promise.reject(new Error('interaction_required'))),
    })
    const { register, ticker } = await anOpenRegister({ client })
    signedIn = false
    await ticker.tick()
    expect(register.freshness()).toEqual({ state: 'signIn' })
    expect(register.snapshot()).not.toBeNull()
    expect(await register.submit(anAddition())).toMatchObject({ state: 'unsaved', because: 'signIn' })
    signedIn = true
    await ticker.tick()
    expect(register.freshness().state).toBe('fresh')
  })

  test('who loses access keeps nothing in memory, and is let in again later', async () => {
    const { register, ticker } = await anOpenRegister()
    await save(register, anAddition())
    world.graph.faults.add({ match: {}, fault: { kind: 'status', status: 403 } })
    await ticker.tick()
    expect(register.freshness()).toEqual({ state: 'denied' })
    expect(register.snapshot()).toBeNull()
    expect(register.problems()).toEqual([])
    await expect(register.history('any')).rejects.toBeInstanceOf(GraphFault)
    world.graph.faults.clear()
    await ticker.tick()
    expect(register.freshness().state).toBe('fresh')
    expect(register.snapshot()?.actions.size).toBeGreaterThan(0)
  })

  test('a register that could not be opened opens when it can', async () => {
    world.graph.faults.add({ match: {}, fault: { kind: 'cutBefore' } })
    const ticker = aTicker()
    const register = world.register('chair', { wait: ticker.wait })
    await until(register, 'offline')
    expect(register.freshness()).toEqual({ state: 'offline', asOf: null })
    expect(register.snapshot()).toBeNull()
    world.graph.faults.clear()
    await ticker.tick()
    expect(register.freshness().state).toBe('fresh')
  })

  test('a reading broken off in the middle is done again from the start', async () => {
    const { register } = await anOpenRegister()
    const { id } = await save(register, anAddition())
    seedActions(world, 250)
    const ticker = aTicker()
    world.graph.faults.add({ match: { path: /delta.*token='?(?!latest)/ }, fault: { kind: 'status', status: 500 } })
    const other = world.register('chair', { wait: ticker.wait })
    await until(other, 'fault')
    world.graph.faults.clear()
    await ticker.tick()
    expect(other.freshness().state).toBe('fresh')
    expect(other.snapshot()?.actions.has(id)).toBe(true)
  })

  test('a command sent while rows are still arriving waits for them', async () => {
    const register = world.register('spoc-vale')
    const submission = await register.submit(anAddition())
    expect(submission.state).toBe('saved')
  })

  test('closing ends all requests and all news', async () => {
    const { register, ticker } = await anOpenRegister()
    let news = 0
    register.subscribe(() => {
      news += 1
    })
    register.close()
    const before = world.graph.requests.length
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(world.graph.requests.length).toBe(before)
    expect(news).toBe(0)
    expect(ticker.pauses.length).toBe(1)
  })

  test('meetings and posts that change are read again every twenty polls, and only then', async () => {
    const { register, ticker } = await anOpenRegister()
    const before = world.graph.requests.length
    const { meetings } = register.snapshot() ?? {}
    for (let count = 0; count < 20; count++) await ticker.tick()
    const sent = world.graph.requests.slice(before)
    expect(sent.filter((request) => request.path.includes('/delta')).length).toBe(20)
    expect(sent.length).toBe(25)
    expect(register.snapshot()?.meetings).toBe(meetings)
  })
})
