/** What one does to a row of a collection shows at once and isn't lost: the real client, against the local Graph and its faults. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { RequestCommand } from '../../src/domain/requestcommand.ts'
import type { RequestContent } from '../../src/domain/request.ts'
import { openCollection } from '../../src/sharepoint/work/collection.ts'
import type { WorkRegister } from '../../src/sharepoint/work/register.ts'
import { requestKind } from '../../src/sharepoint/work/requestrows.ts'
import { createKeeping, type Keeping } from '../../src/tab/outbox/keeping.ts'
import { anId, aWorld, until, type World } from '../sharepoint/world.ts'
import { aPause, aStorage, type Pauses } from './outboxworld.ts'

describe('what is kept of a collection', () => {
  let world: World
  let register: WorkRegister
  const opened: { close(): void }[] = []
  beforeAll(async () => {
    world = await aWorld()
    register = world.register('coordinator', { as: () => 'coordinator' })
    await until(register, 'fresh')
  })
  afterEach(() => {
    world.graph.faults.clear()
    for (const each of opened.splice(0)) each.close()
  })
  afterAll(() => world.close())

  interface Hand {
    readonly keeping: Keeping<RequestContent, RequestCommand>
    readonly pauses: Pauses
  }
  async function aHand(storage: Storage | null = null, level?: 'OFFICIAL'): Promise<Hand> {
    const pauses = aPause()
    const known = { person: world.person('coordinator'), clock: world.clock, as: () => 'coordinator' as const }
    const snapshot = () => {
      const now = register.snapshot()
      return now && level ? { ...now, group: { ...now.group, marking: { level } } } : now
    }
    const collection = openCollection({
      ...known,
      snapshot,
      client: world.client('coordinator'),
      siteId: world.siteId,
      kind: requestKind,
      pollSeconds: 3600,
    })
    const keeping = createKeeping(collection, requestKind, {
      ...known,
      snapshot,
      name: 'requests',
      storage,
      wait: pauses.wait,
    })
    opened.push(keeping)
    await expect.poll(() => keeping.freshness().state).toBe('fresh')
    return { keeping, pauses }
  }
  const offline = () => world.graph.faults.add({ match: { person: 'coordinator' }, fault: { kind: 'cutBefore' } })
  const made = (title: string): Extract<RequestCommand, { kind: 'makeRequest' }> => {
    const id = anId()
    return {
      kind: 'makeRequest',
      id,
      key: id,
      title,
      words: 'How many?',
      action: null,
      organisations: ['north-mercia', 'taff-vale'],
      opens: null,
      due: '2020-07-01',
      fields: [],
      signOff: false,
      marking: null,
      return: null,
      period: null,
    }
  }

  test('it shows before the store has said anything, and is unsaved until it has', async () => {
    const { keeping } = await aHand()
    const command = made('Interpreters')
    const posting = keeping.post(command)
    expect(keeping.values()?.get(command.key)?.title).toBe('Interpreters')
    expect(keeping.unsent().map((item) => item.command.id)).toEqual([command.id])
    expect(await posting).toMatchObject({ state: 'saved', content: { title: 'Interpreters' } })
    expect(keeping.unsent()).toEqual([])
  })

  test('without a connection it waits, is shown, and goes when there is one again, in its order', async () => {
    const { keeping, pauses } = await aHand()
    offline()
    const first = made('Escorts')
    const close: RequestCommand = { kind: 'closeRequest', id: anId(), key: first.key, words: 'Nobody needs it' }
    expect(await keeping.post(first)).toMatchObject({ state: 'unsaved', because: 'offline' })
    void keeping.post(close)
    expect(keeping.values()?.get(first.key)).toMatchObject({ title: 'Escorts', status: 'closed' })
    expect(keeping.unsent()).toHaveLength(2)
    world.graph.faults.clear()
    await pauses.end()
    await expect.poll(() => keeping.unsent()).toEqual([])
    expect((await aHand()).keeping.values()?.get(first.key)).toMatchObject({ title: 'Escorts', status: 'closed' })
  })

  test.each([
    ['OFFICIAL', 1],
    [undefined, 0],
  ] as const)('over a reload %s keeps %d of what waits', async (level, count) => {
    const storage = aStorage()
    const before = await aHand(storage, level)
    offline()
    const command = made('Night duty')
    await before.keeping.post(command)
    before.keeping.close()
    world.graph.faults.clear()
    const after = await aHand(storage, level)
    await expect.poll(() => after.keeping.unsent()).toEqual([])
    expect([...(after.keeping.values()?.keys() ?? [])].filter((key) => key === command.key)).toHaveLength(count)
  })

  test('what somebody else changed meanwhile is never overwritten: both are there to choose from', async () => {
    const [mine, theirs] = [await aHand(), await aHand()]
    const command = made('Safe houses')
    await mine.keeping.post(command)
    const seen = mine.keeping.values()?.get(command.key)
    const close = (words: string): RequestCommand => ({ kind: 'closeRequest', id: anId(), key: command.key, words })
    theirs.keeping.setVisible(true)
    expect(await theirs.keeping.post(close('Theirs'), seen)).toMatchObject({ state: 'saved' })
    expect((await mine.keeping.post(close('Mine'), seen)).state).toBe('stale')
    const item = mine.keeping.unsent()[0]
    expect(item?.standing.state).toBe('stale')
    expect(mine.keeping.takeBack(item?.command.id ?? '')).toBe(true)
    expect(mine.keeping.unsent()).toEqual([])
  })
})
