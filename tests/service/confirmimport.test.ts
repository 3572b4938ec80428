import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AddAction } from '../../src/domain/command.ts'
import type { Status } from '../../src/domain/action.ts'
import { isClaimed } from '../../src/domain/status.ts'
import { openActionRegister, type WorkRegister } from '../../src/sharepoint/work/register.ts'
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

let count = 0
async function bringIn(person: string, reference: string, status: Status, batch = BATCH): Promise<void> {
  count += 1
  const command: AddAction = {
    kind: 'addAction',
    id: `imported-${String(count).padStart(6, '0')}`,
    details: 'Circulate the profile',
    actionKind: 'action',
    owners: [{ organisation: 'north-mercia' }],
    parts: [],
    due: null,
    origin: { kind: 'document', words: 'tracker.docx', batch },
    imported: {
      reference,
      status,
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
    expect([asked.status, asked.answer]).toEqual([200, { confirmed: 2 }])
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
      expect((await world.ask('coordinator', endpoints.confirmImport, about)).answer).toEqual({ confirmed: 1 })
    }
    expect(await (await world.control()).decisionsOn(BATCH)).toHaveLength(1)
  })

  it('and what broke off half-way goes on under the same decision', async () => {
    for (const reference of ['1/19', '2/19', '3/19']) await bringIn('coordinator', reference, 'discharged')
    const match = { method: 'PATCH', path: /\/fields$/ }
    world.graph.faults.add({ match, after: 1, times: 1, fault: { kind: 'status', status: 423 } })
    expect((await world.ask('coordinator', endpoints.confirmImport, about)).status).toBe(500)
    expect(await claimed()).toHaveLength(2)
    expect((await world.ask('coordinator', endpoints.confirmImport, about)).answer).toEqual({ confirmed: 3 })
    expect(await claimed()).toEqual([])
    expect(await (await world.control()).decisionsOn(BATCH)).toHaveLength(1)
  })

  it('are confirmed though the answer to a write was lost, or somebody wrote at the same moment', async () => {
    await bringIn('coordinator', '1/19', 'discharged')
    await bringIn('coordinator', '2/19', 'discharged')
    const match = { method: 'PATCH', path: /\/fields$/ }
    world.graph.faults.add({ match, times: 1, fault: { kind: 'timeoutAfterCommit' } })
    world.graph.faults.add({ match, after: 1, times: 1, fault: { kind: 'status', status: 412 } })
    expect((await world.ask('coordinator', endpoints.confirmImport, about)).answer).toEqual({ confirmed: 2 })
    expect(await claimed()).toEqual([])
  })

  it('of other batches, and those that somebody else wrote under this one, stay claims', async () => {
    await bringIn('coordinator', '1/19', 'discharged')
    await bringIn('coordinator', '2/19', 'discharged', 'batch-of-october')
    await bringIn('spoc-vale', '3/19', 'discharged')
    const asked = await world.ask('coordinator', endpoints.confirmImport, about)
    expect(asked.answer).toEqual({ confirmed: 1 })
    expect(await claimed()).toEqual(['2/19', '3/19'])
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
