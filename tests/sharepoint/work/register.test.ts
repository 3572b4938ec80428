import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ACTIONS, UPDATES, type List } from '../../../src/sharepoint/lists.ts'
import { findLists, openTable, type StoredRow, type Table } from '../../../src/sharepoint/table.ts'
import {
  anAddition,
  anId,
  anUpdate,
  aProposal,
  aTicker,
  aWorld,
  GROUP_LIST,
  save,
  SGG,
  TODAY,
  until,
  type World,
} from '../world.ts'

describe('the register of a group', () => {
  let world: World
  beforeAll(async () => {
    world = await aWorld()
  })
  afterEach(() => world.graph.faults.clear())
  afterAll(() => world.close())

  async function table(list: List, key = 'coordinator'): Promise<Table> {
    const id = (await findLists(world.client(key), world.siteId, [list])).get(list)
    if (id === undefined) throw new Error(`${list.name} is missing`)
    return openTable(world.client(key), world.siteId, id)
  }

  async function rowOf(list: List, key: string): Promise<StoredRow> {
    const [row] = await (await table(list)).find('Key', key, ['Key', 'Title'])
    if (!row) throw new Error(`no row ${key}`)
    return row
  }

  test('opens with the group, its organisations, posts and meetings', async () => {
    const register = world.register('coordinator')
    await until(register, 'fresh')
    const snapshot = register.snapshot()
    expect(snapshot?.group).toEqual(SGG)
    expect([...(snapshot?.organisations.keys() ?? [])]).toEqual(['north-mercia', 'taff-vale'])
    expect(snapshot?.organisations.get('north-mercia')?.name).toContain("O'Neill")
    expect(snapshot?.posts.get('spoc-north')?.holder?.name).toBe('Aisha Khan')
    expect(snapshot?.posts.get('spoc-welsh')?.holder).toBeNull()
    expect(snapshot?.meetings.get('m2')).toEqual({ key: 'm2', day: '2020-09-03', title: 'SGG', status: 'planned' })
    expect(register.problems().filter((problem) => problem.list !== ACTIONS.name)).toEqual([])
  })

  test('an action that one person adds, another finds on opening, whole', async () => {
    const register = world.register('coordinator')
    await until(register, 'fresh')
    const added = await save(register, anAddition())
    const other = world.register('chair')
    await until(other, 'fresh')
    expect(other.snapshot()?.actions.get(added.id)).toEqual(added)
    expect(added.createdBy).toBe('Priya Raman')
  })

  test('an update that one person adds arrives for another with the next poll', async () => {
    const [coordinator, { wait, tick }] = [world.register('coordinator'), aTicker()]
    await until(coordinator, 'fresh')
    const { id } = await save(coordinator, anAddition())
    const chair = world.register('chair', { wait })
    await until(chair, 'fresh')
    const spoc = world.register('spoc-north')
    await until(spoc, 'fresh')
    await save(spoc, anUpdate(id, 'Two forces have shared it'))
    await tick()
    expect(chair.snapshot()?.actions.get(id)).toEqual(spoc.snapshot()?.actions.get(id))
    expect(chair.snapshot()?.actions.get(id)?.latest?.next?.words).toBe('Ask again')
    const [newest] = await chair.history(id)
    expect(newest).toMatchObject({ text: 'Two forces have shared it', author: 'Aisha Khan', day: '2020-05-30' })
  })

  test('the snapshot stays the same object while nothing changes, and so does every action that did not', async () => {
    const { wait, tick } = aTicker()
    const register = world.register('coordinator', { wait })
    await until(register, 'fresh')
    const first = await save(register, anAddition())
    const second = await save(register, anAddition())
    const before = register.snapshot()
    await tick()
    await tick()
    expect(register.snapshot()).toBe(before)
    await save(register, anUpdate(first.id))
    await tick()
    expect(register.snapshot()).not.toBe(before)
    expect(register.snapshot()?.actions.get(second.id)).toBe(before?.actions.get(second.id))
    expect(register.snapshot()?.organisations).toBe(before?.organisations)
  })

  test('one command submitted twice is written once', async () => {
    const register = world.register('coordinator')
    await until(register, 'fresh')
    const addition = anAddition()
    const added = await save(register, addition)
    expect(await save(register, addition)).toEqual(added)
    const update = anUpdate(added.id)
    const updated = await save(register, update)
    expect(await save(register, update)).toEqual(updated)
    expect(updated.updateCount).toBe(1)
    expect(await register.history(added.id)).toHaveLength(1)
  })

  test('one command submitted twice in another browser is written once', async () => {
    const [here, there] = [world.register('coordinator'), world.register('coordinator')]
    await Promise.all([until(here, 'fresh'), until(there, 'fresh')])
    const addition = anAddition()
    const [one, other] = await Promise.all([save(here, addition), save(there, addition)])
    expect(other.reference).toBe(one.reference)
    const update = anUpdate(addition.id)
    await Promise.all([save(here, update), save(there, update)])
    expect(await here.history(addition.id)).toHaveLength(1)
    expect((await save(here, update)).updateCount).toBe(1)
  })

  test('two people who add at once get different references', async () => {
    const registers = ['coordinator', 'chair', 'spoc-north'].map((key) => world.register(key))
    await Promise.all(registers.map((register) => until(register, 'fresh')))
    const added = await Promise.all(registers.map((register) => save(register, anAddition())))
    expect(new Set(added.map((action) => action.reference)).size).toBe(3)
    expect(new Set(added.map((action) => action.createdBy)).size).toBe(3)
  })

  test('two people who update at once both get their entry into the history', async () => {
    const registers = ['coordinator', 'chair'].map((key) => world.register(key))
    await Promise.all(registers.map((register) => until(register, 'fresh')))
    const [coordinator] = registers
    if (!coordinator) throw new Error('nobody')
    const { id } = await save(coordinator, anAddition())
    const saved = await Promise.all(registers.map((register, index) => save(register, anUpdate(id, `words ${index}`))))
    expect(Math.max(...saved.map((action) => action.updateCount))).toBe(2)
    expect((await coordinator.history(id)).map((update) => update.text).toSorted()).toEqual(['words 0', 'words 1'])
  })

  test('a change of what the command touches is shown in both versions, and nothing is saved', async () => {
    const [coordinator, chair] = [world.register('coordinator'), world.register('chair')]
    await Promise.all([until(coordinator, 'fresh'), until(chair, 'fresh')])
    const seen = await save(coordinator, anAddition())
    await save(chair, aProposal(seen.id))
    const submission = await coordinator.submit(anUpdate(seen.id, 'not yet'), seen)
    expect(submission).toMatchObject({
      state: 'stale',
      seen: { status: 'open' },
      now: { status: 'dischargeProposed', id: seen.id },
    })
    expect((await coordinator.history(seen.id)).map((update) => update.text)).not.toContain('not yet')
    expect(coordinator.snapshot()?.actions.get(seen.id)?.status).toBe('dischargeProposed')
  })

  test('a change of something else is no conflict', async () => {
    const [coordinator, chair] = [world.register('coordinator'), world.register('chair')]
    await Promise.all([until(coordinator, 'fresh'), until(chair, 'fresh')])
    const seen = await save(coordinator, anAddition())
    await save(chair, anUpdate(seen.id))
    expect((await save(coordinator, anUpdate(seen.id), seen)).updateCount).toBe(2)
  })

  test('what the rules refuse is refused, and nothing is written', async () => {
    const register = world.register('coordinator')
    await until(register, 'fresh')
    const refused = await register.submit(anAddition({ details: '  ' }))
    expect(refused).toEqual({ state: 'refused', refusal: { code: 'textMissing', field: 'details' } })
    const unknown = await register.submit(anUpdate('no-such-action'))
    expect(unknown).toMatchObject({ state: 'refused', refusal: { code: 'actionUnknown' } })
  })

  test('an imported number that somebody took meanwhile is refused, not renumbered', async () => {
    const [coordinator, chair] = [
      world.register('coordinator', { as: () => 'coordinator' }),
      world.register('chair', { as: () => 'coordinator' }),
    ]
    await Promise.all([until(coordinator, 'fresh'), until(chair, 'fresh')])
    const imported = { reference: '77/19', status: 'open', updates: [] } as const
    await save(coordinator, anAddition({ imported }))
    const late = await chair.submit(anAddition({ imported }))
    expect(late).toMatchObject({ state: 'refused', refusal: { code: 'referenceTaken' } })
  })

  test('an action deleted in SharePoint leaves the register, and its command is refused', async () => {
    const { wait, tick } = aTicker()
    const register = world.register('coordinator', { wait })
    await until(register, 'fresh')
    const { id } = await save(register, anAddition())
    const row = await rowOf(ACTIONS, id)
    const actions = await table(ACTIONS)
    await world.client('coordinator').send({
      method: 'DELETE',
      path: `/sites/${world.siteId}/lists/${actions.listId}/items/${row.id}`,
    })
    expect(await register.submit(anUpdate(id))).toMatchObject({ state: 'refused', refusal: { code: 'actionUnknown' } })
    await tick()
    expect(register.snapshot()?.actions.has(id)).toBe(false)
  })

  test('a row that somebody broke in SharePoint is a problem with a place, and hides no other', async () => {
    const { wait, tick } = aTicker()
    const register = world.register('coordinator', { wait })
    await until(register, 'fresh')
    const [broken, whole] = [await save(register, anAddition()), await save(register, anAddition())]
    const actions = await table(ACTIONS)
    const row = await rowOf(ACTIONS, broken.id)
    await actions.patch(row, { OwnersData: 'North Mercia', Details: "typed by hand in SharePoint's own page" })
    const stray = await world.client('coordinator').send<{ id: string }>({
      method: 'POST',
      path: `/sites/${world.siteId}/lists/${actions.listId}/items`,
      body: { fields: { Title: 'added by hand' } },
    })
    await tick()
    expect(register.problems()).toEqual(
      expect.arrayContaining([
        { list: ACTIONS.name, item: row.id, column: 'OwnersData', code: 'dataBroken' },
        { list: ACTIONS.name, item: stray.id, column: 'Key', code: 'keyMissing' },
      ]),
    )
    expect(register.snapshot()?.actions.get(broken.id)).toMatchObject({
      details: "typed by hand in SharePoint's own page",
      owners: [],
    })
    expect(register.snapshot()?.actions.get(whole.id)).toEqual(whole)
    await save(register, anUpdate(broken.id))
    const [after] = await actions.find('Key', broken.id, ['OwnersData'])
    expect(after?.fields['OwnersData']).toBe('North Mercia')
  })

  test('an update that no command of the action acknowledges is not in its history', async () => {
    const register = world.register('coordinator')
    await until(register, 'fresh')
    const { id } = await save(register, anAddition())
    await save(register, anUpdate(id, 'through the register'))
    const updates = await table(UPDATES)
    await updates.append({ Key: `${anId()}.0`, ActionKey: id, Day: TODAY, Title: 'x', Words: 'slipped in by hand' })
    expect((await register.history(id)).map((update) => update.text)).toEqual(['through the register'])
  })

  test('the history is newest first: by the day it speaks of, then by when it was entered', async () => {
    const register = world.register('coordinator')
    await until(register, 'fresh')
    const { id } = await save(register, anAddition())
    const on = (day: string, text: string) => {
      const { update, ...command } = anUpdate(id, text)
      return { ...command, update: { ...update, day } }
    }
    await save(register, on('2020-05-01', 'second'))
    await save(register, on('2020-01-01', 'first'))
    await save(register, on('2020-05-20', 'third'))
    expect((await register.history(id)).map((update) => update.text)).toEqual(['third', 'second', 'first'])
    expect(register.snapshot()?.actions.get(id)?.latest?.day).toBe('2020-05-20')
  })

  test('who may not open the site sees nothing, and nothing is kept', async () => {
    const register = world.register('outsider')
    await until(register, 'denied')
    expect(register.snapshot()).toBeNull()
    expect(await register.submit(anAddition())).toEqual({ state: 'unsaved', because: 'denied', requestId: null })
  })

  test('a tab that nobody looks at makes no request; looking again makes one at once', async () => {
    const { wait, tick } = aTicker()
    const register = world.register('auditor', { wait })
    await until(register, 'fresh')
    register.setVisible(false)
    await tick().catch(() => undefined)
    const before = world.graph.requests.length
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(world.graph.requests.length).toBe(before)
    const asked = new Promise<void>((resolve) => register.subscribe(resolve))
    register.setVisible(true)
    await asked
    // Now and then a poll reads the settings too; it asks for changes once, either way.
    const asking = world.graph.requests.slice(before).filter((request) => request.path.includes('/items/delta'))
    expect(asking).toHaveLength(1)
  })

  test('a delta link that is too old leads to a quiet new reading', async () => {
    const { wait, tick } = aTicker()
    const register = world.register('coordinator', { wait })
    await until(register, 'fresh')
    const { id } = await save(register, anAddition())
    const deleted = await save(register, anAddition())
    const before = register.snapshot()
    const actions = await table(ACTIONS)
    const row = await rowOf(ACTIONS, deleted.id)
    await world.client('coordinator').send({
      method: 'DELETE',
      path: `/sites/${world.siteId}/lists/${actions.listId}/items/${row.id}`,
    })
    const states: string[] = []
    register.subscribe(() => states.push(register.freshness().state))
    world.graph.faults.add({ match: { path: /delta/ }, times: 1, fault: { kind: 'gone' } })
    await tick()
    expect(new Set(states)).toEqual(new Set(['fresh']))
    expect(register.snapshot()?.actions.has(deleted.id)).toBe(false)
    expect(register.snapshot()?.actions.get(id)).toBe(before?.actions.get(id))
  })

  test('a site whose group row was deleted is a fault that says so, not an empty register', async () => {
    const other = await aWorld()
    try {
      const lists = await other
        .administrator()
        .send<{ value: { id: string; displayName: string }[] }>({ method: 'GET', path: `/sites/${other.siteId}/lists` })
      const list = lists.value.find((each) => each.displayName === GROUP_LIST)
      const items = `/sites/${other.siteId}/lists/${list?.id}/items`
      const rows = await other.administrator().send<{ value: { id: string }[] }>({ method: 'GET', path: items })
      for (const row of rows.value) await other.administrator().send({ method: 'DELETE', path: `${items}/${row.id}` })
      const register = other.register('coordinator')
      await until(register, 'fault')
      expect(register.freshness()).toMatchObject({ message: expect.stringContaining('groupMissing') })
    } finally {
      await other.close()
    }
  })
})
