/**
 * What bringing in costs: 10,000 rows compared with 10,000 actions, and 10,000 rows of lists written, in resource units
 * and in the minutes that half of the smallest licence band takes (up to 1,000 licences: 1,250 units a minute and
 * 1,200,000 a day for one application). Time of the writing is simulated, its requests are real.
 */

import process from 'node:process'
import { compareEdition, type RegisterEntry } from '../../src/documents/edition.ts'
import { makeEditionCommands } from '../../src/documents/editioncommands.ts'
import type { ImportedAction } from '../../src/documents/tracker.ts'
import type { Command } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import { openBulkRegister } from '../../src/sharepoint/work/bulk.ts'
import { readHistories } from '../../src/sharepoint/work/histories.ts'
import { EMPTY, PAT } from '../domain/domainworld.ts'
import { aWorld, until } from '../sharepoint/world.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
}

const MANY = 10_000
const TODAY = '2020-06-01'
const BAND = 'half of 1,250 units a minute (0 to 1,000 licences)'

export async function bench(): Promise<readonly Row[]> {
  return [...(await comparing()), ...(await writing())]
}

async function comparing(): Promise<Row[]> {
  const first = makeEdition(MANY)
  const register = await makeRegister(first)
  const before = process.memoryUsage().rss
  const rows: Row[] = []
  const measure = (name: string, edition: readonly ImportedAction[]): void => {
    const from = performance.now()
    const { matched } = compareEdition(edition, register, { organisations: [], today: TODAY })
    if (matched.length !== MANY) throw new Error(`${name}: ${matched.length} of ${MANY} were known again`)
    rows.push({ name, figure: performance.now() - from, unit: 'ms' })
  }
  measure('the same 10,000 rows again', first)
  measure('10,000 rows, every third with a new entry', first.map(withNews))
  measure(
    '10,000 rows without their numbers',
    first.map((row) => ({ ...row, reference: '', source: [] })),
  )
  return [
    ...rows,
    { name: 'memory that comparing took', figure: (process.memoryUsage().rss - before) / 1e6, unit: 'MB' },
  ]
}

async function writing(): Promise<Row[]> {
  const world = await aWorld()
  const register = world.register('coordinator', { as: () => 'coordinator' })
  await until(register, 'fresh')
  const rows: Row[] = []
  const write = async (name: string, commands: readonly Command[]): Promise<void> => {
    let now = 0
    const sleep = async (milliseconds: number): Promise<void> => {
      now += milliseconds
    }
    const before = world.graph.requests.length
    const submissions = await openBulkRegister(register).submitAll(commands, { now: () => now, sleep })
    const saved = submissions.filter((each) => each.state === 'saved').length
    if (saved !== commands.length) throw new Error(`${name}: ${saved} of ${commands.length} were saved`)
    const units = world.graph.requests.slice(before).reduce((sum, request) => sum + request.units, 0)
    rows.push(
      { name, figure: units, unit: 'units' },
      { name: `${name}: takes`, figure: now / 60_000, unit: 'minutes', beside: BAND },
    )
  }
  const first = makeEdition(MANY / 2)
  await write('5,000 actions with an entry each, 10,000 rows', await commandsOf(first, []))
  const histories = await readHistories(register)
  const entries = [...(register.snapshot()?.actions.values() ?? [])].map((action) => ({
    action,
    history: histories.get(action.id) ?? [],
  }))
  const next = first.slice(0, 600).map(withNews)
  await write('news of 200 of them', await commandsOf([...next, ...first.slice(600)], entries))
  await world.close()
  return rows
}

async function commandsOf(
  edition: readonly ImportedAction[],
  register: readonly RegisterEntry[],
): Promise<readonly Command[]> {
  const comparison = compareEdition(edition, register, { organisations: [], today: TODAY })
  let count = 0
  return makeEditionCommands(comparison, {
    batch: 'bench',
    document: 'tracker.docx',
    reason: 'as in tracker.docx',
    organisations: [],
    makeId: async () => `bench-${register.length}-${(count += 1)}`,
  })
}

async function makeRegister(edition: readonly ImportedAction[]): Promise<readonly RegisterEntry[]> {
  const context = { actor: PAT, today: TODAY, as: 'coordinator' } as const
  return (await commandsOf(edition, [])).flatMap((command) => {
    const decided = decide(command, EMPTY, context)
    if (!decided.ok) throw new Error(decided.error.code)
    const stored = { version: '', createdBy: '', createdAt: '', modifiedAt: '' }
    const history = decided.value.flatMap((change) =>
      change.kind === 'appendUpdate' ? [{ ...change.update, author: '', enteredAt: '' }] : [],
    )
    return decided.value.flatMap((change) =>
      change.kind === 'createAction' ? [{ action: { ...change.action, ...stored }, history }] : [],
    )
  })
}

function withNews(row: ImportedAction, index: number): ImportedAction {
  if (index % 3 !== 0) return row
  return { ...row, updates: [...row.updates, { day: '2020-05-05', text: sentence(12), next: null, outcome: null }] }
}

function makeEdition(count: number): ImportedAction[] {
  return Array.from({ length: count }, (_, index) => {
    const reference = `${(index % 900) + 1}/${10 + Math.floor(index / 900)}`
    return {
      sheet: null,
      row: index + 2,
      reference,
      details: sentence(20),
      parts: [],
      updates: [{ day: '2020-03-05', text: sentence(30), next: sentence(8), outcome: 'next' }],
      owners: [],
      due: null,
      status: 'open',
      redacted: false,
      source: [reference],
    }
  })
}

let seed = 7
/** Words of a vocabulary of nine hundred, the same on every run: harder to tell apart than people's. */
function sentence(count: number): string {
  return Array.from({ length: count }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    const number = seed % 900
    return `${String.fromCodePoint(97 + (number % 26), 97 + Math.floor(number / 26))}matter`
  }).join(' ')
}
