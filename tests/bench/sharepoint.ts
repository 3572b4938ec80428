/**
 * What the register costs: resource units of a hundred open tabs against what SharePoint grants one application in its
 * smallest tenant (1,250 a minute), how soon a change arrives.
 *
 * Time of the tabs is simulated, their requests are real; the local server throttles as SharePoint documents it.
 */

import { openBulkRegister } from '../../src/sharepoint/work/bulk.ts'
import type { WorkRegister } from '../../src/sharepoint/work/register.ts'
import { seedActions } from '../sharepoint/manyrows.ts'
import { aStage, type Stage } from '../sharepoint/stage.ts'
import { anAddition, anUpdate, aWorld, save, type World } from '../sharepoint/world.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
  readonly ratio?: number
}

const TABS = 100
const LIMIT = 1250
const MINUTE = 60_000
const MEMBERS = [
  'coordinator',
  'chair',
  'spoc-north',
  'spoc-vale',
  'spoc-marches',
  'spoc-coast',
  'spoc-welsh',
  'auditor',
]

export async function bench(): Promise<readonly Row[]> {
  return [...(await openTabs()), ...(await aMeetingBegins()), ...(await anImport())]
}

/** A hundred tabs opened over the day, then half an hour of work: somebody writes every half minute. */
async function openTabs(): Promise<Row[]> {
  const { stage, world, open } = await aBusyTenant()
  const tabs: WorkRegister[] = []
  for (let count = 0; count < TABS; count++) {
    tabs.push(await open(count))
    await stage.run(MINUTE / 10)
  }
  await stage.run(2 * MINUTE)
  const [writer] = tabs
  const action = [...(writer?.snapshot()?.actions.values() ?? [])].find(({ status }) => status === 'open')
  if (!writer || !action) throw new Error('nothing to write on')
  const from = stage.now()
  let slowest = 0
  for (let round = 0; round < 60; round++) {
    const wrote = stage.now()
    const saving = save(writer, anUpdate(action.id, `round ${round}`))
    const arrivals = tabs.map((tab) => {
      let arrived: number | null = null
      const before = tab.snapshot()?.actions.get(action.id)?.updateCount ?? 0
      const end = tab.subscribe(() => {
        if (arrived === null && (tab.snapshot()?.actions.get(action.id)?.updateCount ?? 0) > before)
          arrived = stage.now()
      })
      return () => {
        end()
        return (arrived ?? Number.POSITIVE_INFINITY) - wrote
      }
    })
    await stage.run(MINUTE / 2)
    await saving
    slowest = Math.max(slowest, ...arrivals.map((arrival) => arrival()))
  }
  const rows = [
    limited(`${TABS} open tabs, somebody writing twice a minute: worst minute`, worstMinute(world, from)),
    {
      name: `${TABS} open tabs: requests refused (429) in half an hour`,
      figure: refused(world, from),
      unit: 'requests',
    },
    { name: 'a change arrives in the last of them after', figure: slowest / 1000, unit: 's' },
  ]
  await world.close()
  return rows
}

/** All open the tab within the same minute. */
async function aMeetingBegins(): Promise<Row[]> {
  const { stage, world, open } = await aBusyTenant()
  const from = stage.now()
  const tabs: WorkRegister[] = []
  const fresh: number[] = []
  for (let count = 0; count < TABS; count++) {
    const tab = await open(count)
    const end = tab.subscribe(() => {
      if (tab.freshness().state !== 'fresh') return
      fresh.push(stage.now() - from - (count * MINUTE) / TABS)
      end()
    })
    tabs.push(tab)
    await stage.run(MINUTE / TABS)
  }
  await stage.run(5 * MINUTE)
  const waited = fresh.filter((milliseconds) => milliseconds > 2000).length
  const rows = [
    limited(`${TABS} tabs opened within one minute: worst minute`, worstMinute(world, from)),
    { name: 'requests refused (429) then', figure: refused(world, from), unit: 'requests' },
    { name: 'tabs that had to wait then', figure: waited + TABS - fresh.length, unit: `of ${TABS}` },
    {
      name: 'the last of them has all rows after',
      figure: fresh.length < TABS ? Infinity : Math.max(...fresh) / 1000,
      unit: 's',
    },
  ]
  await world.close()
  return rows
}

/** Five hundred actions with two updates each, brought in while others work. */
async function anImport(): Promise<Row[]> {
  const { stage, world, open } = await aBusyTenant()
  const register = await open(0)
  await stage.run(1000)
  const commands = Array.from({ length: 500 }, (_, index) =>
    anAddition({
      imported: {
        reference: `${index + 1}/18`,
        status: 'open',
        updates: ['2018-03-01', '2018-06-01'].map((day) => ({ day, text: 'said', next: null, outcome: null })),
      },
    }),
  )
  const from = stage.now()
  let done = 0
  const writing = openBulkRegister(register)
    .submitAll(commands, { now: stage.now, sleep: stage.sleep })
    .then((submissions) => {
      done = stage.now()
      return submissions
    })
  await stage.run(30 * MINUTE)
  const saved = (await writing).filter((each) => each.state === 'saved').length
  const rows = [
    { name: 'import of 500 actions with 1,000 updates', figure: (done - from) / MINUTE, unit: 'minutes' },
    limited('worst minute meanwhile', worstMinute(world, from)),
    { name: 'actions saved', figure: saved, unit: 'of 500' },
  ]
  await world.close()
  return rows
}

async function aBusyTenant(): Promise<{ stage: Stage; world: World; open: (count: number) => Promise<WorkRegister> }> {
  const stage = aStage()
  const world = await aWorld({ throttle: { unitsPerMinute: LIMIT }, now: stage.now })
  seedActions(world, 60)
  const tokens = new Map<string, string>()
  for (const member of MEMBERS) tokens.set(member, await world.token(member))
  const open = async (count: number): Promise<WorkRegister> => {
    const member = MEMBERS[count % MEMBERS.length] ?? 'coordinator'
    const client = world.client(member, {
      now: stage.now,
      sleep: stage.sleep,
      fetch: stage.fetch,
      token: async () => tokens.get(member) ?? '',
    })
    return world.register(member, { client, wait: stage.wait, pollSeconds: 15, as: () => 'coordinator' })
  }
  return { stage, world, open }
}

function worstMinute(world: World, from: number): number {
  const spent = world.graph.requests.filter((request) => request.at >= from).toSorted((a, b) => a.at - b.at)
  let worst = 0
  let [sum, first] = [0, 0]
  for (const request of spent) {
    sum += request.units
    while ((spent[first]?.at ?? 0) <= request.at - MINUTE) sum -= spent[first++]?.units ?? 0
    worst = Math.max(worst, sum)
  }
  return worst
}

function refused(world: World, from: number): number {
  return world.graph.requests.filter((request) => request.at >= from && request.status === 429).length
}

function limited(name: string, units: number): Row {
  return { name, figure: units, unit: 'units', beside: `SharePoint grants ${LIMIT} a minute`, ratio: units / LIMIT }
}
