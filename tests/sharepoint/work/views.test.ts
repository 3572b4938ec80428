import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { SaveView } from '../../../src/domain/command.ts'
import type { SavedView } from '../../../src/domain/savedview.ts'
import { PLAIN_VIEW } from '../../../src/domain/view.ts'
import { VIEWS } from '../../../src/sharepoint/lists.ts'
import { path } from '../../../src/sharepoint/odata.ts'
import { upgradeGroup } from '../../../src/sharepoint/provisioning/group.ts'
import { findLists, openTable, type Table } from '../../../src/sharepoint/table.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { anId, aTicker, aWorld, until, type World } from '../world.ts'

describe('views that people keep', () => {
  let world: World
  beforeAll(async () => {
    world = await aWorld()
  })
  afterEach(() => world.graph.faults.clear())
  afterAll(() => world.close())

  async function table(): Promise<Table> {
    const client = world.client('coordinator')
    const id = (await findLists(client, world.siteId, [VIEWS])).get(VIEWS)
    if (id === undefined) throw new Error('no list of views')
    return openTable(client, world.siteId, id)
  }
  async function rows() {
    const found = []
    for await (const page of (await table()).pages(['Key', 'Title', 'Scope', 'Owner'])) found.push(...page)
    return found.map((row) => row.fields)
  }
  async function opened(key: string, as: 'member' | 'coordinator' = 'member', more = {}): Promise<WorkRegister> {
    const register = world.register(key, { as: () => as, ...more })
    await until(register, 'fresh')
    return register
  }
  const held = (register: WorkRegister, id: string): SavedView => {
    const view = register.snapshot()?.views?.get(id)
    if (!view) throw new Error(`no view ${id}`)
    return view
  }
  const saving = (more: Partial<SaveView> = {}): SaveView => ({
    kind: 'saveView',
    id: anId(),
    view: null,
    name: `View ${anId()}`,
    scope: 'mine',
    content: { ...PLAIN_VIEW, scope: 'late', facets: { organisation: ['taff-vale'] }, group: 'due' },
    ...more,
  })

  test('one’s own is there for oneself at once and on the next opening, and for nobody else', async () => {
    const register = await opened('spoc-north')
    const command = saving({ name: "What's late" })
    expect(await register.submitView(command)).toEqual({ state: 'saved' })
    expect(held(register, command.id)).toMatchObject({ name: "What's late", content: command.content })
    expect(held(await opened('spoc-north'), command.id)).toMatchObject({ name: "What's late", scope: 'mine' })
    expect((await opened('coordinator', 'coordinator')).snapshot()?.views?.has(command.id)).toBe(false)
    expect((await rows()).find((row) => row['Key'] === command.id)).toMatchObject({
      Title: "What's late",
      Scope: 'mine',
      Owner: world.person('spoc-north').name,
    })
  })

  test('a group’s view is a coordinator’s to keep, and everybody’s to see', async () => {
    const coordinator = await opened('coordinator', 'coordinator')
    const command = saving({ scope: 'group' })
    expect(await (await opened('chair')).submitView(command)).toMatchObject({ refusal: { code: 'coordinatorOnly' } })
    expect(await coordinator.submitView(command)).toEqual({ state: 'saved' })
    expect(held(await opened('chair'), command.id).content).toEqual(command.content)
  })

  test('the same command twice is once, and a lost answer is found out', async () => {
    const register = await opened('spoc-north')
    const command = saving()
    world.graph.faults.add({ match: { method: 'POST' }, times: 1, fault: { kind: 'cutAfter' } })
    expect(await register.submitView(command)).toEqual({ state: 'saved' })
    expect(await register.submitView(command)).toEqual({ state: 'saved' })
    expect((await rows()).filter((row) => row['Key'] === command.id)).toHaveLength(1)

    const renaming = { ...saving(), view: command.id, name: 'Renamed' }
    world.graph.faults.add({ match: { method: 'PATCH' }, times: 1, fault: { kind: 'cutAfter' } })
    expect(await register.submitView(renaming, held(register, command.id))).toEqual({ state: 'saved' })
    expect(held(register, command.id).name).toBe('Renamed')

    const removal = { kind: 'removeView', id: anId(), view: command.id } as const
    world.graph.faults.add({ match: { method: 'DELETE' }, times: 1, fault: { kind: 'cutAfter' } })
    expect(await register.submitView(removal)).toEqual({ state: 'saved' })
    expect(await register.submitView(removal)).toEqual({ state: 'saved' })
    expect(register.snapshot()?.views?.has(command.id)).toBe(false)
    expect((await rows()).filter((row) => row['Key'] === command.id)).toEqual([])
  })

  test('what a second coordinator changed meanwhile is neither overwritten nor removed', async () => {
    const [first, second] = [await opened('coordinator', 'coordinator'), await opened('chair', 'coordinator')]
    const command = saving({ scope: 'group' })
    await first.submitView(command)
    const seen = held(first, command.id)
    const third = await opened('chair', 'coordinator')
    await third.submitView(saving({ view: command.id, scope: 'group', name: 'As the second wants it' }))

    const mine = saving({ view: command.id, scope: 'group', name: 'As the first wants it' })
    expect(await first.submitView(mine, seen)).toMatchObject({
      state: 'stale',
      now: { name: 'As the second wants it' },
    })
    expect(held(first, command.id).name).toBe('As the second wants it')
    const removal = { kind: 'removeView', id: anId(), view: command.id } as const
    expect(await second.submitView(removal, seen)).toMatchObject({ state: 'stale' })
    expect(await second.submitView(removal, held(second, command.id))).toEqual({ state: 'saved' })
    expect(await first.submitView(mine, held(first, command.id))).toEqual({ state: 'stale', now: null })
  })

  test('nobody removes another’s own view by its key', async () => {
    const command = saving()
    await (await opened('spoc-north')).submitView(command)
    const coordinator = await opened('coordinator', 'coordinator')
    await coordinator.submitView({ kind: 'removeView', id: anId(), view: command.id })
    expect((await rows()).some((row) => row['Key'] === command.id)).toBe(true)
  })

  test('out of reach, nothing is lost: the same command goes through afterwards', async () => {
    const register = await opened('spoc-north')
    const command = saving()
    world.graph.faults.add({ match: { method: 'POST' }, fault: { kind: 'cutBefore' } })
    expect(await register.submitView(command)).toMatchObject({ state: 'unsaved', because: 'offline' })
    world.graph.faults.clear()
    expect(await register.submitView(command)).toEqual({ state: 'saved' })
  })

  test('they are read again with the group’s settings, and a row that somebody broke hides only itself', async () => {
    const { wait, tick } = aTicker()
    const reader = await opened('chair', 'member', { wait })
    const [good, bad] = [saving({ scope: 'group' }), saving({ scope: 'group' })]
    const writer = await opened('coordinator', 'coordinator')
    await writer.submitView(good)
    await writer.submitView(bad)
    const views = await table()
    const [row] = await views.find('Key', bad.id, ['Key', 'ViewData'])
    if (!row) throw new Error('no row')
    await views.patch(row, { ViewData: '{"version":' })
    for (let poll = 0; poll <= 20; poll++) await tick()
    expect(held(reader, good.id).name).toBe(good.name)
    expect(reader.snapshot()?.views?.has(bad.id)).toBe(false)
    expect(reader.problems()).toContainEqual({ list: VIEWS.name, item: row.id, column: 'ViewData', code: 'dataBroken' })
  })

  test('a site that was made before there were views opens all the same, says so, and is brought up to date', async () => {
    const older = await aWorld()
    try {
      const client = older.administrator()
      const id = (await findLists(client, older.siteId, [VIEWS])).get(VIEWS) ?? ''
      await client.send({ method: 'DELETE', path: path('sites', older.siteId, 'lists', id) })
      const before = older.register('spoc-north')
      await until(before, 'fresh')
      expect(before.snapshot()?.views).toBeNull()
      expect(await before.submitView(saving())).toMatchObject({ refusal: { code: 'viewsMissing' } })
      await upgradeGroup(client, older.siteId)
      const after = older.register('spoc-north')
      await until(after, 'fresh')
      expect(await after.submitView(saving())).toEqual({ state: 'saved' })
    } finally {
      await older.close()
    }
  })
})
