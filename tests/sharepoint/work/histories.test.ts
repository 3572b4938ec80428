import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UPDATES } from '../../../src/sharepoint/lists.ts'
import { findLists, openTable } from '../../../src/sharepoint/table.ts'
import { readHistories } from '../../../src/sharepoint/work/histories.ts'
import { makeUpdate } from '../../../src/sharepoint/work/rows.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { anAddition, anId, anUpdate, aWorld, save, until, type World } from '../world.ts'

describe('the histories of all actions', () => {
  let world: World
  let register: WorkRegister
  beforeAll(async () => {
    world = await aWorld()
    register = world.register('coordinator')
    await until(register, 'fresh')
  })
  afterAll(() => world.close())

  test('are what is read action by action, in a few requests', async () => {
    const actions = []
    for (let index = 0; index < 6; index += 1) {
      const action = await save(register, anAddition())
      for (let turn = 0; turn < index; turn += 1) await save(register, anUpdate(action.id, `turn ${turn}`))
      actions.push(action.id)
    }
    const before = world.graph.requests.length
    const histories = await readHistories(register)
    expect(world.graph.requests.length - before).toBe(2)
    for (const [index, action] of actions.entries()) {
      expect(histories.get(action)?.length ?? 0).toBe(index)
      expect(histories.get(action) ?? []).toEqual(await register.history(action))
    }
  })

  test('leave out what no action acknowledges', async () => {
    const { id, reference } = await save(register, anAddition())
    const client = world.client('coordinator')
    const list = (await findLists(client, world.siteId, [UPDATES])).get(UPDATES) ?? ''
    const left = { ...anUpdate(id).update, id: `${anId()}.0`, action: id, event: null }
    const none = { organisation: null, meeting: null, supersedes: null }
    const names = { organisations: new Map(), posts: new Map([['spoc-north', { title: 'SPOC' } as never]]) }
    await openTable(client, world.siteId, list).append(makeUpdate({ ...left, ...none }, reference, names))
    expect((await readHistories(register)).get(id) ?? []).toEqual([])
  })
})
