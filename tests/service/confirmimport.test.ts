import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AddAction } from '../../src/domain/command.ts'
import type { Extension, Status } from '../../src/domain/action.ts'
import { isClaimed } from '../../src/domain/status.ts'
import { ACTIONS } from '../../src/sharepoint/lists.ts'
import { openListed } from '../../src/sharepoint/table.ts'
import { openActionRegister, type WorkRegister } from '../../src/sharepoint/work/register.ts'
import { ACTION_COLUMNS } from '../../src/sharepoint/work/rows.ts'
import { aGroup, aServiceWorld, CLOCK, endpoints, personOf, TODAY, type ServiceWorld } from './serviceworld.ts'
import { until } from '../sharepoint/world.ts'

const BATCH = 'batch-of-november'
const about = { key: 'missing-children', batch: BATCH }

let world: ServiceWorld
let registers: WorkRegister[]

beforeEach(async () => {
  world = await aServiceWorld()
  registers = []
  await world.ask('coordinator', endpoints.makeGroup, {}, aGroup())
})
afterEach(async () => {
  for (const register of registers) register.close()
  await world.close()
})

async function registerOf(person: string): Promise<WorkRegister> {
  const register = openActionRegister({
    client: world.tab(person),
    siteId: world.siteId('missing'),
    person: personOf(person),
    clock: CLOCK,
    // The tab believes what it is told; a member who changed it can say so too.
    as: () => 'coordinator',
    pollSeconds: 3600,
  })
  registers.push(register)
  await until(register, 'fresh')
  return register
}

const FIRST = { kind: 'month', month: '2026-08', words: 'August 2026' } as const

let count = 0
async function bringIn(
  person: string,
  reference: string,
  status: Status,
  batch = BATCH,
  moves: readonly string[] = [],
): Promise<void> {
  count += 1
  const command: AddAction = {
    kind: 'addAction',
    id: `imported-${String(count).padStart(6, '0')}`,
    details: 'Circulate the profile',
    actionKind: 'action',
    owners: [{ organisation: 'north-mercia' }],
    parts: [],
    due: moves.length > 0 ? FIRST : null,
    origin: { kind: 'document', words: 'tracker.docx', batch },
    imported: {
      reference,
      status,
      moves: moves.map((month) => ({ to: { kind: 'month', month, words: month }, reason: '', day: TODAY })),
      updates: [{ day: TODAY, text: 'Done', next: null, outcome: status === 'discharged' ? 'discharge' : null }],
    },
  }
  const saved = await (await registerOf(person)).submit(command)
  expect(saved.state).toBe('saved')
}

/** References of the actions that are claims, as a member sees them now. */
async function claimed(): Promise<string[]> {
  const register = await registerOf('chair')
  const actions = [...(register.snapshot()?.actions.values() ?? [])]
  return actions
    .filter(isClaimed)
    .map(({ reference }) => reference)
    .toSorted()
}

describe('discharges that came with an import', () => {
  it('are claims until their coordinator has them confirmed, and then rest on one decision', async () => {
    await bringIn('coordinator', '1/19', 'discharged')
    await bringIn('coordinator', '2/19', 'discharged')
    await bringIn('coordinator', '3/19', 'open')
    expect(await claimed()).toEqual(['1/19', '2/19'])

    const asked = await world.ask('coordinator', endpoints.confirmImport, about)
    expect([asked.status, asked.answer]).toEqual([200, { confirmed: 2, extensions: 0 }])
    expect(await claimed()).toEqual([])
    const decisions = await (await world.control()).decisionsOn(BATCH)
    expect(decisions).toEqual([
      expect.objectContaining({ kind: 'import', group: 'missing-children', by: personOf('coordinator') }),
    ])
    const register = await registerOf('chair')
    const resting = [...(register.snapshot()?.actions.values() ?? [])].flatMap(
      (action) => action.discharge?.decision ?? [],
    )
    expect(new Set(resting)).toEqual(new Set([decisions[0]?.id]))
  })

  it('are confirmed once, however often it is asked', async () => {
    await bringIn('coordinator', '1/19', 'discharged')
    for (let time = 0; time < 3; time++) {
      expect((await world.ask('coordinator', endpoints.confirmImport, about)).answer).toEqual({
        confirmed: 1,
        extensions: 0,
      })
    }
    expect(await (await world.control()).decisionsOn(BATCH)).toHaveLength(1)
  })

  it('and what broke off half-way goes on under the same decision', async () => {
    for (const reference of ['1/19', '2/19', '3/19']) await bringIn('coordinator', reference, 'discharged')
    const match = { method: 'PATCH', path: /\/fields$/ }
    world.graph.faults.add({ match, after: 1, times: 1, fault: { kind: 'status', status: 423 } })
    expect((await world.ask('coordinator', endpoints.confirmImport, about)).status).toBe(500)
    expect(await claimed()).toHaveLength(2)
    expect((await world.ask('coordinator', endpoints.confirmImport, about)).answer).toEqual({
      confirmed: 3,
      extensions: 0,
    })
    expect(await claimed()).toEqual([])
    expect(await (await world.control()).decisionsOn(BATCH)).toHaveLength(1)
  })

  it('are confirmed though the answer to a write was lost, or somebody wrote at the same moment', async () => {
    await bringIn('coordinator', '1/19', 'discharged')
    await bringIn('coordinator', '2/19', 'discharged')
    const match = { method: 'PATCH', path: /\/fields$/ }
    world.graph.faults.add({ match, times: 1, fault: { kind: 'timeoutAfterCommit' } })
    world.graph.faults.add({ match, after: 1, times: 1, fault: { kind: 'status', status: 412 } })
    expect((await world.ask('coordinator', endpoints.confirmImport, about)).answer).toEqual({
      confirmed: 2,
      extensions: 0,
    })
    expect(await claimed()).toEqual([])
  })

  it('of other batches, and those that somebody else wrote under this one, stay claims', async () => {
    await bringIn('coordinator', '1/19', 'discharged')
    await bringIn('coordinator', '2/19', 'discharged', 'batch-of-october')
    await bringIn('spoc-vale', '3/19', 'discharged')
    const asked = await world.ask('coordinator', endpoints.confirmImport, about)
    expect(asked.answer).toEqual({ confirmed: 1, extensions: 0 })
    expect(await claimed()).toEqual(['2/19', '3/19'])
  })
})

describe('extensions that came with an import', () => {
  const extensionsIn = async (): Promise<readonly Extension[]> => {
    const actions = [...((await registerOf('chair')).snapshot()?.actions.values() ?? [])]
    return actions.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)).flatMap(({ extensions }) => extensions)
  }

  it('rest on the same decision as its discharges, which binds each of them without its words', async () => {
    await bringIn('coordinator', '1/19', 'discharged', BATCH, ['2026-09'])
    await bringIn('coordinator', '2/19', 'open', BATCH, ['2026-09', '2026-10'])
    expect((await extensionsIn()).map(({ decision }) => decision)).toEqual([null, null, null])
    const answer = { confirmed: 1, extensions: 3 }
    expect((await world.ask('coordinator', endpoints.confirmImport, about)).answer).toEqual(answer)
    const [decision, another] = await (await world.control()).decisionsOn(BATCH)
    expect([another, decision?.words]).toEqual([
      undefined,
      expect.stringMatching(/^imported-\d+ [\w-]{22}\nimported-\d+ [\w-]{22} [\w-]{22}$/u),
    ])
    expect((await extensionsIn()).map((each) => each.decision)).toEqual(Array(3).fill(decision?.id))
    expect((await world.ask('coordinator', endpoints.confirmImport, about)).answer).toEqual(answer)
    expect(await (await world.control()).decisionsOn(BATCH)).toHaveLength(1)
  })

  it('that somebody else brought in under this batch, or that say anything else than their entry, stay claims', async () => {
    await bringIn('spoc-vale', '1/19', 'open', BATCH, ['2026-09'])
    await bringIn('coordinator', '2/19', 'open', BATCH, ['2026-10'])
    const table = await openListed(world.tab('chair'), world.siteId('missing'), ACTIONS)
    const [row] = await table.find('Reference', '2/19', ACTION_COLUMNS)
    if (!row) throw new Error('the row is gone')
    const told = JSON.stringify(row.fields['ExtensionsData']).replaceAll('2026-10', '2027-10')
    await table.patch(row, { ExtensionsData: JSON.parse(told) as string })
    const { answer } = await world.ask('coordinator', endpoints.confirmImport, about)
    expect(answer).toEqual({ confirmed: 0, extensions: 0 })
    expect((await extensionsIn()).map(({ decision }) => decision)).toEqual([null, null])
  })
})

describe('nobody confirms', () => {
  it.each([
    ['who is in the group, but not its coordinator', 'chair', 'notCoordinator', 403],
    ['who is not in the group', 'outsider', 'groupUnknown', 404],
  ])('%s', async (_, person, code, status) => {
    await bringIn('coordinator', '1/19', 'discharged')
    const asked = await world.ask(person, endpoints.confirmImport, about)
    expect([asked.status, asked.refusal?.code]).toEqual([status, code])
    expect(await claimed()).toEqual(['1/19'])
  })

  it('once their appointment has ended', async () => {
    await bringIn('coordinator', '1/19', 'discharged')
    const control = await world.control()
    const [appointment] = await control.appointments('missing-children')
    if (!appointment) throw new Error('no appointment')
    expect(await control.amend(appointment, { ...appointment.value, to: '2026-11-23' })).toBe(true)
    expect((await world.ask('coordinator', endpoints.confirmImport, about)).refusal?.code).toBe('notCoordinator')
  })

  it('in a group that there is none of', async () => {
    const asked = await world.ask('coordinator', endpoints.confirmImport, { key: 'nothing', batch: BATCH })
    expect([asked.status, asked.refusal?.code]).toEqual([404, 'groupUnknown'])
  })
})
