/**
 * The commit rule under every fault at every write: nothing lost, nothing twice, nothing half. Graph has no transaction,
 * so each command is cut off between each pair of its writes, once and for good, and then submitted again.
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Action } from '../../../src/domain/action.ts'
import type { Command } from '../../../src/domain/command.ts'
import { ACTIONS, UPDATES } from '../../../src/sharepoint/lists.ts'
import { findLists, openTable, type Table } from '../../../src/sharepoint/table.ts'
import { parseCommits } from '../../../src/sharepoint/work/rows.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { addressOf, anAddition, anUpdate, aProposal, aWorld, save, until, type World } from '../world.ts'

const FAULTS = [
  { kind: 'cutBefore' },
  { kind: 'cutAfter' },
  { kind: 'timeoutAfterCommit' },
  { kind: 'status', status: 429, retryAfter: 2 },
  { kind: 'status', status: 503, retryAfter: 2 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 504 },
] as const

/** Several entries in one request; a fault strikes the second of them, a cut the whole. */
const BATCH = 'POST updates together'

/** What is written, in order, for each command; `history` is how many entries it adds. */
const COMMANDS: readonly {
  readonly name: string
  readonly make: (action: Action) => Command
  readonly writes: readonly string[]
  readonly history: number
}[] = [
  { name: 'addAction', make: () => anAddition(), writes: ['POST actions'], history: 0 },
  {
    name: 'addAction with a history',
    make: () => anAddition({ imported: { reference: aReference(), status: 'discharged', updates: anOldHistory() } }),
    writes: [BATCH, 'POST actions'],
    history: 3,
  },
  { name: 'addUpdate', make: ({ id }) => anUpdate(id), writes: ['POST updates', 'PATCH actions'], history: 1 },
  { name: 'proposeDischarge', make: ({ id }) => aProposal(id), writes: ['POST updates', 'PATCH actions'], history: 1 },
  {
    name: 'mergeEdition',
    make: ({ id }) => ({
      kind: 'mergeEdition',
      id: `${anUpdate(id).id}-merge`,
      action: id,
      updates: anOldHistory(),
      status: 'discharged',
      batch: 'b2',
    }),
    writes: [BATCH, 'PATCH actions'],
    history: 4,
  },
]

let number = 0
function aReference(): string {
  number += 1
  return `${number}/17`
}

function anOldHistory() {
  return ['2019-03-01', '2019-06-01', '2019-09-01'].map((day) => ({
    day,
    text: `said on ${day}`,
    next: null,
    outcome: null,
  }))
}

describe('the commit rule', () => {
  let world: World
  let actions: Table
  let updates: Table
  let register: WorkRegister
  /** A whole batch that gets lost on its way there, or on its way back. */
  let lost: { when: 'cutBefore' | 'cutAfter'; times: number } | null = null
  beforeAll(async () => {
    world = await aWorld()
    const ids = await findLists(world.client('coordinator'), world.siteId, [ACTIONS, UPDATES])
    actions = openTable(world.client('coordinator'), world.siteId, ids.get(ACTIONS) ?? '')
    updates = openTable(world.client('coordinator'), world.siteId, ids.get(UPDATES) ?? '')
    const client = world.client('coordinator', {
      fetch: async (input, init) => {
        const isLost = addressOf(input).endsWith('/$batch') && lost !== null && lost.times-- > 0
        if (isLost && lost?.when === 'cutBefore') throw new TypeError('terminated')
        const response = await fetch(input, init)
        if (isLost) throw new TypeError('terminated')
        return response
      },
    })
    register = world.register('coordinator', { as: () => 'coordinator', client })
    await until(register, 'fresh')
  })
  afterEach(heal)
  afterAll(() => world.close())

  function pathOf(write: string): { method: string; path: RegExp } {
    const [method = '', what] = write.split(' ')
    return { method, path: new RegExp(`${what === 'actions' ? actions.listId : updates.listId}/items`) }
  }

  function strike(write: string, fault: (typeof FAULTS)[number], times: number): void {
    const isCut = fault.kind === 'cutBefore' || fault.kind === 'cutAfter'
    if (isCut && write === BATCH) lost = { when: fault.kind, times }
    else world.graph.faults.add({ match: pathOf(write), times, after: write === BATCH ? 1 : 0, fault })
  }

  function heal(): void {
    lost = null
    world.graph.faults.clear()
  }

  /** How much of a command another person can see: none of it, or all of it. */
  async function visible(command: Command, history: number): Promise<'nothing' | 'all'> {
    const id = command.kind === 'addAction' ? command.id : command.action
    const rows = await actions.find('Key', id, ['Key', 'UpdateCount', 'Commits'])
    expect(rows.length).toBeLessThanOrEqual(1)
    const [row] = rows
    const seen = row ? await register.history(id) : []
    const entries = seen.filter((update) => update.id.startsWith(`${command.id}.`)).length
    const commits = row ? parseCommits(row) : []
    expect(Number(row?.fields['UpdateCount'] ?? 0)).toBe(seen.length)
    expect(commits.filter((each) => each === command.id).length).toBe(commits.includes(command.id) ? 1 : 0)
    expect([0, history]).toContain(entries)
    if (!commits.includes(command.id)) {
      expect(entries).toBe(0)
      return 'nothing'
    }
    expect(entries).toBe(history)
    return 'all'
  }

  async function expectOnce(command: Command, history: number): Promise<void> {
    expect(await visible(command, history)).toBe('all')
    const id = command.kind === 'addAction' ? command.id : command.action
    const rows = await updates.find('ActionKey', id, ['Key'])
    const keys = rows.map((row) => String(row.fields['Key'])).filter((key) => key.startsWith(`${command.id}.`))
    expect(keys.toSorted()).toEqual(Array.from({ length: history }, (_, ordinal) => `${command.id}.${ordinal}`))
  }

  test.each(COMMANDS)('$name writes what it should and no more', async ({ make, writes, history }) => {
    const command = make(await save(register, anAddition()))
    const before = world.graph.requests.length
    await save(register, command)
    const sent = world.graph.requests.slice(before).filter((request) => request.method !== 'GET')
    expect(sent.filter((request) => writes.some((write) => matches(pathOf(write), request))).length).toBeGreaterThan(0)
    for (const write of writes) expect(sent.some((request) => matches(pathOf(write), request))).toBe(true)
    await expectOnce(command, history)
  })

  const cuts = COMMANDS.flatMap((command) =>
    command.writes.flatMap((write) => FAULTS.map((fault) => ({ ...command, write, fault, how: how(fault) }))),
  )

  test.each(cuts)('$name, $how once at $write: saved, once', async ({ make, history, write, fault }) => {
    const command = make(await save(register, anAddition()))
    strike(write, fault, 1)
    const submission = await register.submit(command)
    heal()
    expect(submission.state).toBe('saved')
    await expectOnce(command, history)
    await save(register, command)
    await expectOnce(command, history)
  })

  test.each(cuts)('$name, $how for good at $write: all or nothing, and a repeat finishes', async (cut) => {
    const { make, history, write, fault } = cut
    const command = make(await save(register, anAddition()))
    strike(write, fault, 1000)
    const submission = await register.submit(command)
    heal()
    expect(['saved', 'unsaved']).toContain(submission.state)
    const seen = await visible(command, history)
    if (submission.state === 'saved') expect(seen).toBe('all')
    await save(register, command)
    await expectOnce(command, history)
  })

  test('a command cut off by one person, whose action another changed meanwhile, is finished on the new state', async () => {
    const action = await save(register, anAddition())
    const command = anUpdate(action.id, 'cut off')
    const match = pathOf('PATCH actions')
    world.graph.faults.add({ match, fault: { kind: 'status', status: 500 } })
    expect((await register.submit(command)).state).toBe('unsaved')
    world.graph.faults.clear()
    const chair = world.register('chair')
    await until(chair, 'fresh')
    await save(chair, anUpdate(action.id, 'from the chair'))
    expect((await chair.history(action.id)).map((update) => update.text)).toEqual(['from the chair'])
    expect((await save(register, command)).updateCount).toBe(2)
    await expectOnce(command, 1)
  })

  test('an entry left behind is put right when the same command says something else', async () => {
    const action = await save(register, anAddition())
    const command = anUpdate(action.id, 'a first wording')
    world.graph.faults.add({ match: pathOf('PATCH actions'), fault: { kind: 'cutBefore' } })
    await register.submit(command)
    world.graph.faults.clear()
    await save(register, { ...command, update: { ...command.update, text: 'the wording meant' } })
    expect((await register.history(action.id)).map((update) => update.text)).toEqual(['the wording meant'])
  })
})

function how(fault: (typeof FAULTS)[number]): string {
  return fault.kind === 'status' ? `status ${fault.status}` : fault.kind
}

function matches(match: { method: string; path: RegExp }, request: { method: string; path: string }): boolean {
  return match.method === request.method && match.path.test(request.path)
}
