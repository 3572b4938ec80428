import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/command.ts'
import { UPDATES } from '../../../src/sharepoint/lists.ts'
import { findLists, openTable } from '../../../src/sharepoint/table.ts'
import { openBulkRegister, type BulkRegister, type Progress } from '../../../src/sharepoint/work/bulk.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { anAddition, anId, anUpdate, aProposal, aWorld, save, until, type World } from '../world.ts'

const AT_ONCE = { sleep: async (): Promise<void> => undefined }

describe('writing many', () => {
  let world: World
  let register: WorkRegister
  let bulk: BulkRegister
  let year = 30
  beforeAll(async () => {
    world = await aWorld()
    register = world.register('coordinator', { as: () => 'coordinator' })
    bulk = openBulkRegister(register)
    await until(register, 'fresh')
  })
  afterEach(() => world.graph.faults.clear())
  afterAll(() => world.close())

  /** A tracker of a year of its own: every action brings two updates. */
  function aTracker(count: number): Extract<Command, { kind: 'addAction' }>[] {
    year += 1
    return Array.from({ length: count }, (_, index) =>
      anAddition({
        details: `action ${index + 1}`,
        origin: { kind: 'document', words: 'tracker.docx', batch: `batch-${year}` },
        imported: {
          reference: `${index + 1}/${year}`,
          status: index % 3 === 0 ? 'discharged' : 'open',
          updates: ['2020-03-05', '2020-04-05'].map((day) => ({ day, text: `on ${day}`, next: null, outcome: null })),
        },
      }),
    )
  }

  async function expectOnce(tracker: readonly Command[]): Promise<void> {
    const other = world.register('chair')
    await until(other, 'fresh')
    const id = (await findLists(world.client('chair'), world.siteId, [UPDATES])).get(UPDATES) ?? ''
    const updates = openTable(world.client('chair'), world.siteId, id)
    for (const command of tracker) {
      expect(other.snapshot()?.actions.get(command.id)?.updateCount).toBe(2)
      const rows = await updates.find('ActionKey', command.id, ['Key'])
      expect(new Set(rows.map((row) => row.fields['Key']))).toEqual(new Set([`${command.id}.0`, `${command.id}.1`]))
      expect(rows.length).toBe(2)
    }
    expect((await other.history(tracker[0]?.id ?? '')).map((update) => update.day)).toEqual([
      '2020-04-05',
      '2020-03-05',
    ])
    other.close()
  }

  test('a whole tracker is written, in order, and says how far it is', async () => {
    const tracker = aTracker(45)
    const seen: Progress[] = []
    const submissions = await bulk.submitAll(tracker, { ...AT_ONCE, onProgress: (progress) => seen.push(progress) })
    expect(submissions.map((each) => (each.state === 'saved' ? each.action.id : each.state))).toEqual(
      tracker.map((command) => command.id),
    )
    expect(seen.map((progress) => [progress.done, progress.total])).toEqual([
      [20, 45],
      [40, 45],
      [45, 45],
    ])
    await expectOnce(tracker)
  })

  test('submitted twice it is written once, and no more is sent', async () => {
    const tracker = aTracker(25)
    const first = await bulk.submitAll(tracker, AT_ONCE)
    const before = world.graph.requests.length
    expect(await bulk.submitAll(tracker, AT_ONCE)).toEqual(first)
    expect(world.graph.requests.slice(before).filter((request) => request.method !== 'GET')).toEqual([])
    await expectOnce(tracker)
  })

  test.each([
    { kind: 'status', status: 429, retryAfter: 5 } as const,
    { kind: 'status', status: 503, retryAfter: 5 } as const,
    { kind: 'status', status: 500 } as const,
    { kind: 'timeoutAfterCommit' } as const,
  ])('entries of a batch that end in $kind $status are settled one by one', async (fault) => {
    const tracker = aTracker(12)
    for (const after of [1, 7, 20]) {
      world.graph.faults.add({ match: { method: 'POST', path: /items$/ }, after, times: 2, fault })
    }
    const submissions = await bulk.submitAll(tracker, AT_ONCE)
    expect(submissions.map((each) => each.state)).toEqual(tracker.map(() => 'saved'))
    await expectOnce(tracker)
  })

  test('broken off by the network, it goes on where it stopped', async () => {
    const tracker = aTracker(50)
    let broken = false
    const client = world.client('coordinator', {
      fetch: (input, init) => (broken ? Promise.reject(new TypeError('offline')) : fetch(input, init)),
    })
    const own = world.register('coordinator', { as: () => 'coordinator', client })
    await until(own, 'fresh')
    const halfway = await openBulkRegister(own).submitAll(tracker, {
      ...AT_ONCE,
      onProgress: () => {
        broken = true
      },
    })
    expect(halfway.map((each) => each.state)).toEqual(tracker.map((_, index) => (index < 20 ? 'saved' : 'unsaved')))
    expect(halfway.at(-1)).toMatchObject({ because: 'offline' })
    broken = false
    const rest = await openBulkRegister(own).submitAll(tracker, AT_ONCE)
    expect(rest.every((each) => each.state === 'saved')).toBe(true)
    await expectOnce(tracker)
  })

  test('broken off by the person, nothing more is written, and what is written is whole', async () => {
    const tracker = aTracker(45)
    const stop = new AbortController()
    const submissions = await bulk.submitAll(tracker, {
      ...AT_ONCE,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    expect(submissions.filter((each) => each.state === 'saved').length).toBe(20)
    await bulk.submitAll(tracker, AT_ONCE)
    await expectOnce(tracker)
  })

  test('what one row is refused for doesn’t stop the others', async () => {
    const [first, second, third] = aTracker(3)
    if (!first || !second || !third) throw new Error('no tracker')
    const twin = { ...second, imported: { ...second.imported, reference: first.imported?.reference ?? '' } }
    const submissions = await bulk.submitAll([first, twin as Command, third], AT_ONCE)
    expect(submissions.map((each) => each.state)).toEqual(['saved', 'refused', 'saved'])
    expect(submissions[1]).toMatchObject({ refusal: { code: 'referenceTaken' } })
  })

  test('additions and changes keep their order', async () => {
    const [first, second] = aTracker(2)
    if (!first || !second) throw new Error('no tracker')
    const update = anUpdate(second.id)
    const submissions = await bulk.submitAll([first, second, update], AT_ONCE)
    expect(submissions.map((each) => each.state)).toEqual(['saved', 'saved', 'saved'])
    expect((await register.history(second.id)).map((each) => each.id)).toContain(`${update.id}.0`)
  })

  describe('of a further edition', () => {
    const batch = 'batch-of-the-next'
    const day = '2020-05-05'
    const merge = (action: string, ...texts: readonly string[]): Command => ({
      kind: 'mergeEdition',
      id: anId(),
      action,
      updates: texts.map((text) => ({ day, text, next: null, outcome: null })),
      status: 'open',
      batch,
    })
    const textsOf = async (action: string): Promise<readonly string[]> =>
      (await register.history(action)).map((update) => update.text)

    test('what was decided on since isn’t overwritten, and the others go on', async () => {
      const [first, second] = [await save(register, anAddition()), await save(register, anAddition())]
      const seen = new Map([first, second].map((action) => [action.id, action]))
      const chair = world.register('chair')
      await until(chair, 'fresh')
      await save(chair, aProposal(first.id))
      chair.close()
      const commands = [merge(first.id, 'from the edition'), merge(second.id, 'from the edition')]
      const submissions = await bulk.submitAll(commands, { ...AT_ONCE, seen })
      expect(submissions.map((each) => each.state)).toEqual(['stale', 'saved'])
      expect(await textsOf(first.id)).not.toContain('from the edition')
      expect(register.snapshot()?.actions.get(first.id)?.status).toBe('dischargeProposed')
    })

    test('several changes of one action follow one another', async () => {
      const action = await save(register, anAddition())
      const ended: Command = { ...merge(action.id, 'It is done'), status: 'discharged' } as Command
      const reworded: Command = { kind: 'reword', id: anId(), action: action.id, details: 'In other words' }
      const options = { ...AT_ONCE, seen: new Map([[action.id, action]]) }
      const submissions = await bulk.submitAll([ended, reworded], options)
      expect(submissions.map((each) => each.state)).toEqual(['saved', 'saved'])
      expect(register.snapshot()?.actions.get(action.id)).toMatchObject({
        status: 'discharged',
        details: 'In other words',
      })
      const before = world.graph.requests.length
      expect(await bulk.submitAll([ended, reworded], options)).toMatchObject([{ state: 'saved' }, { state: 'saved' }])
      expect(world.graph.requests.slice(before).filter((request) => request.method !== 'GET')).toEqual([])
    })

    test('broken off between the history and the row, it goes on and adds nothing twice', async () => {
      const action = await save(register, anAddition())
      const command = merge(action.id, 'one', 'two', 'three')
      world.graph.faults.add({ match: { method: 'PATCH', path: /fields$/ }, times: 99, fault: { kind: 'cutBefore' } })
      expect(await bulk.submitAll([command], AT_ONCE)).toMatchObject([{ state: 'unsaved' }])
      expect(await textsOf(action.id)).toEqual([])
      world.graph.faults.clear()
      expect(await bulk.submitAll([command], AT_ONCE)).toMatchObject([{ state: 'saved' }])
      expect((await textsOf(action.id)).toSorted()).toEqual(['one', 'three', 'two'])
    })

    test('it keeps to its share of the quota, however many entries an action gains', async () => {
      const actions = []
      for (let index = 0; index < 10; index += 1) actions.push(await save(register, anAddition()))
      let now = 0
      const clock = {
        now: () => now,
        sleep: async (milliseconds: number): Promise<void> => {
          now += milliseconds
        },
      }
      const many = Array.from({ length: 15 }, (_, index) => `entry ${index}`)
      const before = world.graph.requests.length
      await bulk.submitAll(
        actions.map(({ id }) => merge(id, ...many)),
        { ...clock, unitsPerMinute: 300 },
      )
      const units = world.graph.requests.slice(before).reduce((sum, request) => sum + request.units, 0)
      expect(units).toBeGreaterThan(300)
      expect(units - 50 - 40).toBeLessThanOrEqual((now / 60_000) * 300)
    })
  })

  test('it keeps to its share of the quota', async () => {
    let now = 0
    const clock = {
      now: () => now,
      sleep: async (milliseconds: number): Promise<void> => {
        now += milliseconds
      },
    }
    const before = world.graph.requests.length
    await bulk.submitAll(aTracker(100), { ...clock, unitsPerMinute: 300 })
    const units = world.graph.requests.slice(before).reduce((sum, request) => sum + request.units, 0)
    expect(units).toBeGreaterThan(500)
    // Ten seconds' worth and one batch may go ahead.
    expect(units - 50 - 40).toBeLessThanOrEqual((now / 60_000) * 300)
  })
})
