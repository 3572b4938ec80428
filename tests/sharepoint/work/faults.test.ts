/** Every fault of the store at every request of every reading, and of writing many: it passes, and the end is right. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { GraphFault } from '../../../src/sharepoint/fault.ts'
import { openBulkRegister } from '../../../src/sharepoint/work/bulk.ts'
import { readHistories } from '../../../src/sharepoint/work/histories.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { anAddition, anUpdate, aTicker, aWorld, save, until, type Ticker, type World } from '../world.ts'

const FAULTS = [
  { kind: 'cutBefore' },
  { kind: 'cutAfter' },
  { kind: 'timeoutAfterCommit' },
  { kind: 'slow', ms: 30 },
  { kind: 'claims', claims: '{"access_token":{"nbf":{"essential":true,"value":"1"}}}' },
  { kind: 'gone' },
  { kind: 'status', status: 429, retryAfter: 30 },
  { kind: 'status', status: 503, retryAfter: 30 },
  { kind: 'status', status: 500 },
] as const

const cases = FAULTS.flatMap((fault) => {
  const how = fault.kind === 'status' ? `status ${fault.status}` : fault.kind
  return [1, 3].map((times) => ({ fault, how, times }))
})

describe('every fault at every reading', () => {
  let world: World
  let writer: WorkRegister
  let known: string
  let time = Date.now()
  beforeAll(async () => {
    world = await aWorld()
    writer = world.register('coordinator')
    await until(writer, 'fresh')
    known = (await save(writer, anAddition())).id
    await save(writer, anUpdate(known, 'said'))
  })
  afterEach(() => world.graph.faults.clear())
  afterAll(() => world.close())

  function aReader(): { register: WorkRegister; ticker: Ticker } {
    const ticker = aTicker()
    const client = world.client('chair', {
      now: () => time,
      sleep: async (milliseconds) => {
        time += milliseconds
      },
    })
    return { register: world.register('chair', { client, wait: ticker.wait }), ticker }
  }

  /** Polls until the register is fresh; not more often than a person would put up with. */
  async function fresh({ register, ticker }: ReturnType<typeof aReader>): Promise<void> {
    for (let count = 0; count < 5 && register.freshness().state !== 'fresh'; count++) {
      time += 300_000
      await ticker.tick()
    }
    expect(register.freshness().state).toBe('fresh')
  }

  test.each(cases)('opening, with $how $times times at each of its requests', async ({ fault, times }) => {
    for (let after = 0; after < 9; after++) {
      world.graph.faults.add({ match: { person: 'chair' }, after, times, fault })
      const reader = aReader()
      await fresh(reader)
      world.graph.faults.clear()
      expect(reader.register.snapshot()?.actions.get(known)).toEqual(writer.snapshot()?.actions.get(known))
      expect(reader.register.snapshot()?.organisations.size).toBe(2)
      reader.register.close()
    }
  })

  test.each(cases)('polling, with $how $times times', async ({ fault, times }) => {
    const reader = aReader()
    await until(reader.register, 'fresh')
    const { id } = await save(writer, anAddition())
    world.graph.faults.add({ match: { person: 'chair' }, times, fault })
    await reader.ticker.tick()
    await fresh(reader)
    world.graph.faults.clear()
    await reader.ticker.tick()
    expect(reader.register.snapshot()?.actions.get(id)).toEqual(writer.snapshot()?.actions.get(id))
  })

  test.each(cases)(
    'a history, with $how $times times: it comes, or a fault that says why',
    async ({ fault, times }) => {
      const reader = aReader()
      await until(reader.register, 'fresh')
      world.graph.faults.add({ match: { person: 'chair' }, times, fault })
      const outcome = await reader.register.history(known).catch((thrown: unknown) => thrown)
      if (outcome instanceof Error) expect(outcome).toBeInstanceOf(GraphFault)
      else expect(outcome).toMatchObject([{ text: 'said' }])
      world.graph.faults.clear()
      time += 300_000
      expect(await reader.register.history(known)).toMatchObject([{ text: 'said' }])
    },
  )

  test.each(cases)(
    'all histories, with $how $times times at each request: they come whole, or a fault says why',
    async ({ fault, times }) => {
      const reader = aReader()
      await until(reader.register, 'fresh')
      for (let after = 0; after < 3; after++) {
        world.graph.faults.add({ match: { person: 'chair' }, after, times, fault })
        const outcome = await readHistories(reader.register).catch((thrown: unknown) => thrown)
        if (outcome instanceof Map) expect(outcome.get(known)).toMatchObject([{ text: 'said' }])
        else expect(outcome).toBeInstanceOf(GraphFault)
        world.graph.faults.clear()
        time += 300_000
      }
      expect((await readHistories(reader.register)).get(known)).toMatchObject([{ text: 'said' }])
    },
  )

  test.each(cases)('the settings, with $how $times times when they are read again', async ({ fault, times }) => {
    const reader = aReader()
    await until(reader.register, 'fresh')
    // They are read with every twentieth look: none of them may leave the register without its group.
    world.graph.faults.add({ match: { person: 'chair', path: /lists\/[^/]+\/items\?/ }, times, fault })
    for (let look = 0; look < 21; look++) {
      await reader.ticker.tick()
      expect(reader.register.snapshot()?.organisations.size).toBe(2)
    }
    world.graph.faults.clear()
    await fresh(reader)
  })
})

describe('every fault at writing many', () => {
  let world: World
  let register: WorkRegister
  let time = Date.now()
  const sleep = async (milliseconds: number): Promise<void> => {
    time += milliseconds
  }
  beforeAll(async () => {
    world = await aWorld()
    register = world.register('chair', { client: world.client('chair', { now: () => time, sleep }) })
    await until(register, 'fresh')
  })
  afterAll(() => world.close())

  test.each(cases)('many at once, with $how $times times at each request: each there once in the end', async (each) => {
    const { id } = await save(register, anAddition())
    const bulk = openBulkRegister(register)
    for (let after = 0; after < 4; after++) {
      const commands = [anAddition(), anAddition(), anUpdate(id, `many ${after}`)]
      world.graph.faults.add({ match: { person: 'chair' }, after, times: each.times, fault: each.fault })
      await bulk.submitAll(commands, { sleep, now: () => time })
      world.graph.faults.clear()
      time += 300_000
      const submissions = await bulk.submitAll(commands, { sleep, now: () => time })
      expect(submissions.map(({ state }) => state)).toEqual(['saved', 'saved', 'saved'])
      const said = await register.history(id)
      expect(said.filter((entry) => entry.id.startsWith(`${commands[2]?.id}.`))).toHaveLength(1)
    }
    const references = [...(register.snapshot()?.actions.values() ?? [])].map(({ reference }) => reference)
    expect(new Set(references).size).toBe(references.length)
  })
})
