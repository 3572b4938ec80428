/**
 * How a register opens: 5,000 and 50,000 actions, cold, with 50 ms before each answer of Graph, beside PnPjs paging the
 * same list with its fields. The local Graph has a thread of its own, so that what is measured here is ours. Then what a
 * quiet open tab costs, and what the actions weigh.
 */

import '@pnp/graph/lists/index.js'
import '@pnp/graph/list-item/index.js'
import '@pnp/graph/sites/index.js'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { graphfi } from '@pnp/graph'
import { DefaultHeaders, DefaultInit } from '@pnp/graph/behaviors/defaults.js'
import { BearerToken, BrowserFetchWithRetry, DefaultParse } from '@pnp/queryable'
import { createGraphClient } from '../../src/sharepoint/client.ts'
import { ACTIONS } from '../../src/sharepoint/lists.ts'
import { findLists } from '../../src/sharepoint/table.ts'
import { openActionRegister, type WorkRegister } from '../../src/sharepoint/work/register.ts'
import { aCounter } from '../sharepoint/counter.ts'
import { seedActions } from '../sharepoint/manyrows.ts'
import { aStage } from '../sharepoint/stage.ts'
import { aWorld, until, type World } from '../sharepoint/world.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
  readonly ratio?: number
}

const DELAY = 50
const SIZES = [5000, 50_000] as const
const ROUNDS = { 5000: 5, 50_000: 3 } as const
const MINUTE = 60_000
/** Seconds. */
const PATIENCE = 120

export async function bench(): Promise<readonly Row[]> {
  const rows: Row[] = []
  const all: number[] = []
  for (const size of SIZES) {
    const there = await aDistantGraph(size)
    const ours: Opened[] = []
    const theirs: Opened[] = []
    const shortest: number[] = []
    for (let round = 0; round < ROUNDS[size]; round++) {
      ours.push(await openOurs(there, size))
      theirs.push(await openTheirs(there, size))
      shortest.push(await firstOfTheirs(there))
    }
    await there.end()
    all.push(middle(ours, 'all'))
    rows.push(...figures(size, ours, theirs, median(shortest)))
  }
  const [few = 0, many = 0] = all
  const times = SIZES[1] / SIZES[0]
  rows.push({
    name: 'time for ten times the actions, per action',
    figure: many / few / times,
    unit: 'times',
    beside: 'no worse than linear: 1',
    ratio: many / few / times,
  })
  return [...rows, ...(await everythingAgain()), ...(await aQuietTab())]
}

interface Opened {
  readonly first: number
  readonly all: number
  /** And what changed meanwhile. */
  readonly fresh: number
  /** The longest that the thread was held up. */
  readonly held: number
  readonly requests: number
  readonly trips: number
  readonly tripsToFirst: number
  readonly units: number
  /** Bytes that stay. */
  readonly heap: number
}

/** The real client and the whole register: settings, delta token, rows parsed, what changed meanwhile. */
async function openOurs(there: DistantGraph, size: number): Promise<Opened> {
  const counter = aCounter()
  await there.spent()
  const heapBefore = heapNow()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const from = performance.now()
  const register = openRegister(there, counter.fetch)
  await until(register, () => (register.snapshot()?.actions.size ?? 0) > 0, PATIENCE)
  const first = performance.now() - from
  const tripsToFirst = counter.trips()
  await until(register, () => register.snapshot()?.actions.size === size, PATIENCE)
  const all = performance.now() - from
  await until(register, 'fresh', PATIENCE)
  const fresh = performance.now() - from
  delay.disable()
  if (register.snapshot()?.actions.size !== size) throw new Error('rows are missing')
  const { requests, units } = await there.spent()
  const heap = heapNow() - heapBefore
  register.close()
  return { first, all, fresh, held: delay.max / 1e6, requests, trips: counter.trips(), tripsToFirst, units, heap }
}

function openRegister(there: Place, fetching: typeof fetch): WorkRegister {
  const client = createGraphClient({ base: there.url, token: async () => there.token, fetch: fetching })
  const person = { tenantId: '', objectId: '', name: 'Priya Raman' }
  const clock = { now: () => Date.now(), today: () => '2020-06-01' }
  return openActionRegister({ client, siteId: there.siteId, person, clock, pollSeconds: 3600, breathe })
}

/** Their paging at the size that reads all soonest, given the list's id; the rows are kept as they come. */
async function openTheirs(there: DistantGraph, size: number): Promise<Opened> {
  await there.spent()
  const heapBefore = heapNow()
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const from = performance.now()
  let first = 0
  const kept: unknown[] = []
  for await (const page of itemsOf(there).top(5000).expand('fields')) {
    if (first === 0) first = performance.now() - from
    kept.push(...(page as unknown[]))
  }
  const all = performance.now() - from
  delay.disable()
  const { requests, units } = await there.spent()
  const heap = heapNow() - heapBefore
  if (kept.length !== size) throw new Error(`PnPjs read ${kept.length} rows`)
  return { first, all, fresh: all, held: delay.max / 1e6, requests, trips: requests, tripsToFirst: 1, units, heap }
}

/** Their soonest first rows: one page of 200, and nothing after it. */
async function firstOfTheirs(there: DistantGraph): Promise<number> {
  const from = performance.now()
  const page = (await itemsOf(there).top(200).expand('fields')()) as unknown[]
  if (page.length !== 200) throw new Error(`PnPjs read ${page.length} rows`)
  return performance.now() - from
}

function itemsOf(there: DistantGraph) {
  const pnp = graphfi().using(
    DefaultHeaders(),
    DefaultInit(there.url),
    BrowserFetchWithRetry(),
    DefaultParse(),
    BearerToken(there.token),
  )
  return pnp.sites.getById(there.siteId).lists.getById(there.listId).items
}

function figures(size: number, ours: readonly Opened[], theirs: readonly Opened[], shortest: number): Row[] {
  const what = `open ${size.toLocaleString('en-GB')} actions`
  const beside = (name: string, figure: keyof Opened, unit: string, format: (value: number) => number): Row => {
    const [own, other] = [middle(ours, figure), middle(theirs, figure)]
    const words = `PnPjs paging the list: ${format(other).toLocaleString('en-GB')} ${unit}`
    return { name: `${what}: ${name}`, figure: format(own), unit, beside: words, ratio: own / other }
  }
  const first = middle(ours, 'first')
  return [
    beside('first rows', 'first', 'ms', Math.round),
    {
      name: `${what}: first rows`,
      figure: Math.round(first),
      unit: 'ms',
      beside: `PnPjs asking for 200 rows and no more: ${Math.round(shortest)} ms`,
      ratio: first / shortest,
    },
    {
      name: `${what}: round trips to first rows`,
      figure: middle(ours, 'tripsToFirst'),
      unit: 'trips',
      beside: 'at most 2',
      ratio: middle(ours, 'tripsToFirst') / 2,
    },
    beside('all rows, ready to filter', 'all', 'ms', Math.round),
    beside('and what changed meanwhile', 'fresh', 'ms', Math.round),
    beside('longest time the thread is held up', 'held', 'ms', Math.round),
    beside('round trips', 'trips', 'trips', Math.round),
    beside('requests, those of a batch each', 'requests', 'requests', Math.round),
    beside('resource units', 'units', 'units', Math.round),
    beside('heap that stays', 'heap', 'MB', (bytes) => Math.round(bytes / 1e5) / 10),
  ]
}

/** An open register that 50,000 rows arrive in at once by delta, and whose delta token then goes stale (410). */
async function everythingAgain(): Promise<Row[]> {
  const [, many] = SIZES
  const there = await aDistantGraph(0)
  const register = openRegister(there, fetch)
  await until(register, 'fresh', PATIENCE)
  await there.seed(many)
  const arriving = await timeOf(() => {
    register.setVisible(true)
    return until(register, () => register.snapshot()?.actions.size === many, PATIENCE)
  })
  const before = register.snapshot()
  await there.forgetToken()
  const again = await timeOf(async () => {
    const { asOf } = freshnessOf(register)
    register.setVisible(true)
    await until(register, () => freshnessOf(register).asOf !== asOf, PATIENCE)
  })
  const isSame = register.snapshot() === before
  register.close()
  await there.end()
  return [
    { name: `${many.toLocaleString('en-GB')} actions that others brought in arrive by delta`, ...arriving },
    { name: 'all read again after a delta token went stale (410)', ...again },
    { name: 'screens drawn anew by that', figure: isSame ? 0 : 1, unit: 'of 1' },
  ]
}

function freshnessOf(register: WorkRegister): { readonly asOf: string | null } {
  const freshness = register.freshness()
  return { asOf: freshness.state === 'fresh' ? freshness.asOf : null }
}

async function timeOf(work: () => Promise<void>): Promise<Pick<Row, 'figure' | 'unit'>> {
  const from = performance.now()
  await work()
  return { figure: Math.round(performance.now() - from), unit: 'ms' }
}

/** Half an hour of one tab that somebody looks at, nothing happening; then one that nobody looks at. */
async function aQuietTab(): Promise<Row[]> {
  const stage = aStage()
  const world = await aWorld({ now: stage.now })
  seedActions(world, 300)
  const token = await world.token('chair')
  const options = { now: stage.now, sleep: stage.sleep, fetch: stage.fetch, token: async () => token }
  const register = world.register('chair', {
    client: world.client('chair', options),
    wait: stage.wait,
    pollSeconds: 15,
    breathe,
  })
  await stage.run(MINUTE)
  const visible = await unitsIn(world, () => stage.run(30 * MINUTE))
  register.setVisible(false)
  await stage.run(MINUTE)
  const hidden = await unitsIn(world, () => stage.run(30 * MINUTE))
  await world.close()
  return [
    {
      name: 'a quiet open tab, a minute',
      figure: visible / 30,
      unit: 'units',
      beside: 'a hundredth of what SharePoint grants the application: 12.5 units',
      ratio: visible / 30 / 12.5,
    },
    { name: 'a hidden tab, a minute', figure: hidden / 30, unit: 'units' },
  ]
}

async function unitsIn(world: World, work: () => Promise<void>): Promise<number> {
  const before = world.graph.requests.length
  await work()
  return world.graph.requests.slice(before).reduce((sum, request) => sum + request.units, 0)
}

interface Place {
  readonly url: string
  readonly siteId: string
  readonly listId: string
  readonly token: string
}

interface Spent {
  readonly requests: number
  readonly units: number
}

interface DistantGraph extends Place {
  /** What was asked of it since the last time. */
  spent(): Promise<Spent>
  /** Adds so many actions. */
  seed(count: number): Promise<unknown>
  /** The next delta is answered 410. */
  forgetToken(): Promise<unknown>
  end(): Promise<unknown>
}

/** What the other thread is told: how many actions there are to begin with, how many more, and so on. */
type Message = { readonly open: number } | { readonly seed: number } | 'spent' | 'forgetToken'

async function aDistantGraph(size: number): Promise<DistantGraph> {
  const worker = new Worker(new URL(import.meta.url))
  const ask = async <Answer>(message: Message): Promise<Answer> => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(message)
    const [answer] = (await once(worker, 'message')) as [Answer]
    return answer
  }
  const place = await ask<Place>({ open: size })
  return {
    ...place,
    spent: () => ask<Spent>('spent'),
    seed: (count) => ask({ seed: count }),
    forgetToken: () => ask('forgetToken'),
    end: () => worker.terminate(),
  }
}

/** The other thread: a world with so many actions, each request of which is answered late. */
function serve(): void {
  let world: World
  let from = 0
  parentPort?.on('message', (message: Message) => {
    void act(message).then((answer) => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      parentPort?.postMessage(answer)
    })
  })

  async function act(message: Message): Promise<unknown> {
    if (message === 'spent') return spent()
    if (message === 'forgetToken') return forgetToken()
    return 'open' in message ? open(message.open) : seedActions(world, message.seed)
  }

  async function open(size: number): Promise<Place> {
    world = await aWorld()
    seedActions(world, size)
    const ids = await findLists(world.client('coordinator'), world.siteId, [ACTIONS])
    const token = await world.token('coordinator')
    beSlow()
    return { url: world.graph.url, siteId: world.siteId, listId: ids.get(ACTIONS) ?? '', token }
  }

  function beSlow(): void {
    world.graph.faults.add({ match: {}, fault: { kind: 'slow', ms: DELAY } })
  }

  function forgetToken(): void {
    world.graph.faults.clear()
    world.graph.faults.add({ match: { path: /delta.*token=(?!latest)/ }, times: 1, fault: { kind: 'gone' } })
    beSlow()
  }

  function spent(): Spent {
    const sent = world.graph.requests.slice(from)
    from = world.graph.requests.length
    return { requests: sent.length, units: sent.reduce((sum, request) => sum + request.units, 0) }
  }
}

/** Node's own way to let others have a turn; a browser has `scheduler.yield`. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function heapNow(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  return process.memoryUsage().heapUsed
}

function middle(opened: readonly Opened[], figure: keyof Opened): number {
  return median(opened.map((each) => each[figure]))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

if (!isMainThread) serve()
