/** What one does shows at once and isn't lost: the real register and client, against the local Graph and its faults. */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ActionCommand } from '../../src/domain/command.ts'
import type { WorkRegister } from '../../src/sharepoint/work/register.ts'
import { createOutbox, type OutboxRegister } from '../../src/tab/outbox/outbox.ts'
import { emptyLine, isInDoubt, linesOfForces, writeLine } from '../../src/tab/recommendations/breaking.ts'
import { anAddition, anId, anUpdate, aProposal, aWorld, save, until, type World } from '../sharepoint/world.ts'
import { aPause, aStorage, endOf, once, type Pauses } from './outboxworld.ts'

const OFFICIAL = { level: 'OFFICIAL' } as const
const OFFLINE = { kind: 'cutBefore' } as const
const reword = (action: string, details: string): Extract<ActionCommand, { kind: 'reword' }> => ({
  kind: 'reword',
  id: anId(),
  action,
  details,
})

describe('an outbox', () => {
  let world: World
  let chair: WorkRegister
  beforeAll(async () => {
    world = await aWorld()
    chair = world.register('chair')
    await until(chair, 'fresh')
  })
  afterEach(() => world.graph.faults.clear())
  afterAll(() => world.close())

  interface Hand {
    readonly outbox: OutboxRegister
    readonly register: WorkRegister
    readonly pauses: Pauses
  }
  async function aHand(storage: Storage | null = null): Promise<Hand> {
    const register = world.register('coordinator', { as: () => 'coordinator' })
    const pauses = aPause()
    const outbox = createOutbox(register, { clock: world.clock, as: () => 'coordinator', storage, wait: pauses.wait })
    await until(register, 'fresh')
    return { outbox, register, pauses }
  }
  const offline = () => world.graph.faults.add({ match: { person: 'coordinator' }, fault: OFFLINE })
  const detailsOf = (register: { snapshot(): ReturnType<WorkRegister['snapshot']> }, id: string) =>
    register.snapshot()?.actions.get(id)?.details

  test('a recommendation is broken up while the connection drops: what is written is said, and nothing is written twice', async () => {
    const { outbox, register } = await aHand()
    const recommendation = await save(register, { ...anAddition(), actionKind: 'recommendation' })
    const snapshot = outbox.snapshot()
    if (!snapshot) throw new Error('no register')
    const today = world.clock.today()
    const ground = { recommendation, snapshot, today, register: outbox, groups: [], openRegister: () => outbox }
    const [first, second] = linesOfForces([emptyLine(recommendation, today, anId)], ground, anId)
    if (!first || !second) throw new Error('no forces')
    const one = await writeLine(first, ground)
    expect(one.written).toMatch(/^\d+\/\d\d$/)
    world.graph.faults.add({ match: { person: 'coordinator' }, fault: { kind: 'cutAfter' } })
    const two = await writeLine(second, ground)
    expect(two).toMatchObject({ written: null, failed: { state: 'unsaved' } })
    // It may be written already: it stays the command that it is.
    expect(isInDoubt(two)).toBe(true)
    world.graph.faults.clear()
    let again = two
    const write = async () => {
      again = await writeLine(again, ground)
      return again.failed
    }
    await expect.poll(write, { timeout: 15_000 }).toBeNull()
    expect(again.id).toBe(second.id)
    expect(await writeLine(one, ground)).toBe(one)
    const pieces = [...(register.snapshot()?.actions.values() ?? [])].filter(
      ({ origin }) => origin.recommendation === recommendation.id,
    )
    expect(pieces.map(({ reference }) => reference)).toEqual([one.written, again.written])
    await once(outbox, () => outbox.unsent().length === 0)
  })

  test('what is done shows before the store has said anything, and is marked until it has', async () => {
    const { outbox, register } = await aHand()
    const { id } = await save(register, anAddition())
    const before = outbox.snapshot()?.actions.get(id)
    const posting = await outbox.post(reword(id, 'Mine'), before)
    expect(posting).toMatchObject({ state: 'posted', action: { details: 'Mine' } })
    expect(detailsOf(outbox, id)).toBe('Mine')
    expect(detailsOf(register, id)).toBe(before?.details)
    expect(outbox.unsent()).toMatchObject([{ standing: { state: 'sending' } }])
    expect(outbox.entriesAhead(id)).toMatchObject([{ update: { event: { kind: 'reworded' }, author: 'Priya Raman' } }])
    if (posting.state === 'posted') expect(await posting.ended).toMatchObject({ state: 'saved' })
    expect(outbox.unsent()).toEqual([])
    expect(detailsOf(register, id)).toBe('Mine')
    // The history hasn't been read since: the entry stays until it has.
    expect(outbox.entriesAhead(id)).toMatchObject([{ unsent: null }])
    await outbox.history(id)
    expect(outbox.entriesAhead(id)).toEqual([])
  })

  test('nobody sees a change twice over while the store’s answer and ours meet', async () => {
    const { outbox } = await aHand()
    const seen = new Set<string>()
    const addition = anAddition()
    outbox.subscribe(() => {
      const actions = [...(outbox.snapshot()?.actions.values() ?? [])]
      const same = actions.filter((action) => action.id === addition.id)
      seen.add(same.map((action) => `${action.reference} ${action.updateCount}`).join())
    })
    await endOf(outbox.post(addition))
    await endOf(outbox.post(anUpdate(addition.id)))
    expect([...seen].map((each) => each.replace(/^\d+\/\d\d /, ''))).toEqual(['0', '1'])
  })

  test('offline, what is done waits, in its order, and goes when the store answers again', async () => {
    const { outbox, register, pauses } = await aHand()
    const action = await save(register, anAddition())
    const end = offline()
    const first = outbox.post(reword(action.id, 'First'), action)
    const second = outbox.post(reword(action.id, 'Second'), outbox.snapshot()?.actions.get(action.id))
    const third = outbox.post(anUpdate(action.id, 'and said'))
    await once(outbox, () => outbox.unsent().some(({ standing }) => standing.state === 'unsaved'))
    expect(outbox.unsent().map(({ standing }) => standing.state)).toEqual(['unsaved', 'behind', 'behind'])
    expect(detailsOf(outbox, action.id)).toBe('Second')
    end()
    await pauses.end()
    expect(await endOf(first)).toMatchObject({ state: 'saved', action: { details: 'First' } })
    expect(await endOf(second)).toMatchObject({ state: 'saved', action: { details: 'Second' } })
    expect(await endOf(third)).toMatchObject({ state: 'saved', action: { updateCount: 3 } })
    expect((await outbox.history(action.id)).map(({ text }) => text)).toContain('and said')
  })

  test('a register that is fresh again sends what waits without being told', async () => {
    const { outbox, register } = await aHand()
    const action = await save(register, anAddition())
    const end = offline()
    const ended = endOf(outbox.post(reword(action.id, 'Meant'), action))
    register.setVisible(true)
    await until(register, 'offline')
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved')
    end()
    register.setVisible(true)
    expect(await ended).toMatchObject({ state: 'saved' })
  })

  test('an action that isn’t saved yet can be worked on', async () => {
    const { outbox, pauses } = await aHand()
    const end = offline()
    const addition = anAddition()
    const added = outbox.post(addition)
    const said = outbox.post(anUpdate(addition.id, 'at once'))
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved')
    expect(outbox.snapshot()?.actions.get(addition.id)?.updateCount).toBe(1)
    end()
    await pauses.end()
    expect(await endOf(added)).toMatchObject({ state: 'saved' })
    expect(await endOf(said)).toMatchObject({ state: 'saved' })
    expect((await outbox.history(addition.id)).map(({ text }) => text)).toEqual(['at once'])
  })

  test('somebody else’s change in between is asked about, also from the outbox; mine goes on top when I say so', async () => {
    const { outbox, register, pauses } = await aHand()
    const action = await save(register, anAddition())
    const end = offline()
    const ended = endOf(outbox.post(reword(action.id, 'Mine'), action))
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved')
    await save(chair, reword(action.id, 'The chair’s'))
    end()
    await pauses.end()
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'stale')
    expect(outbox.unsent()[0]?.standing).toMatchObject({
      seen: { details: action.details },
      now: { details: 'The chair’s' },
    })
    expect(detailsOf(outbox, action.id)).toBe('The chair’s')
    outbox.sendAnyway(outbox.unsent()[0]?.command.id ?? '')
    expect(await ended).toMatchObject({ state: 'saved', action: { details: 'Mine' } })
  })

  test('my own change before it is no reason to ask, somebody else’s under it is', async () => {
    const { outbox, register, pauses } = await aHand()
    const action = await save(register, anAddition())
    // Saved, but nobody said so: the chair comes in between before it is asked again.
    const match = { person: 'coordinator' as const, method: 'PATCH' }
    world.graph.faults.add({ match, times: 1, fault: { kind: 'cutAfter' } })
    const end = world.graph.faults.add({ match: { person: 'coordinator' }, after: 2, fault: OFFLINE })
    const first = endOf(outbox.post(reword(action.id, 'Mine'), action))
    const second = outbox.post(reword(action.id, 'Mine, better'), outbox.snapshot()?.actions.get(action.id))
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved')
    expect(outbox.unsent()[0]?.inDoubt).toBe(true)
    await save(chair, reword(action.id, 'The chair’s'))
    end()
    await pauses.end()
    expect(await first).toMatchObject({ state: 'saved' })
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'stale')
    expect(outbox.unsent()[0]?.standing).toMatchObject({ seen: { details: 'Mine' }, now: { details: 'The chair’s' } })
    expect(await second).toMatchObject({ state: 'posted' })
  })

  test('taken back, it was never sent; what may be saved already isn’t taken back but asked about', async () => {
    const { outbox, register, pauses } = await aHand()
    const action = await save(register, anAddition())
    const end = offline()
    const form = { key: 'update.x', draft: { text: 'words' }, begun: null }
    const command = anUpdate(action.id, 'words')
    const ended = endOf(outbox.post(command, action, form))
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved')
    expect(outbox.takeBack(command.id)).toMatchObject({ form })
    expect(await ended).toBeNull()
    expect(outbox.unsent()).toEqual([])
    end()
    expect(await outbox.history(action.id)).toEqual([])

    world.graph.faults.add({ match: { person: 'coordinator', method: 'PATCH' }, times: 1, fault: { kind: 'cutAfter' } })
    const cut = world.graph.faults.add({ match: { person: 'coordinator' }, after: 2, fault: OFFLINE })
    const again = anUpdate(action.id, 'said')
    const saved = endOf(outbox.post(again, action))
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved')
    expect(outbox.takeBack(again.id)).toBeNull()
    cut()
    await pauses.end()
    expect(await saved).toMatchObject({ state: 'saved' })
    expect((await outbox.history(action.id)).map(({ text }) => text)).toEqual(['said'])
  })

  test('what the rules refuse of what is known here, the store is asked; and it says why', async () => {
    const { outbox, register } = await aHand()
    const action = await save(register, anAddition())
    await save(chair, aProposal(action.id))
    // Here nobody knows yet: it shows, and is refused by what is there.
    const late = aProposal(action.id)
    const posting = await outbox.post(late)
    expect(posting).toMatchObject({ state: 'posted' })
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'stale')
    outbox.takeBack(late.id)
    const wordless = await outbox.post({
      ...anUpdate(action.id),
      update: { ...anUpdate(action.id).update, text: '', next: null, outcome: null },
    })
    expect(wordless).toMatchObject({ state: 'refused', refusal: { code: 'textMissing' } })
  })

  test('a store that asks to wait is left alone as long; a fault, longer each time', async () => {
    const { outbox, register, pauses } = await aHand()
    const action = await save(register, anAddition())
    const end = world.graph.faults.add({ match: { person: 'coordinator' }, fault: { kind: 'status', status: 500 } })
    const ended = endOf(outbox.post(reword(action.id, 'Meant'), action))
    for (const count of [1, 2, 3]) {
      await once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved' && pauses.seconds.length === count)
      if (count < 3) await pauses.end()
    }
    expect(pauses.seconds).toEqual([2, 4, 8])
    expect(outbox.unsent()[0]?.standing).toMatchObject({ because: 'fault', requestId: expect.any(String) })
    end()
    await pauses.end()
    expect(await ended).toMatchObject({ state: 'saved' })
  })

  test('who may read but not write is told, and nothing asks each minute', async () => {
    const { outbox, register, pauses } = await aHand()
    const action = await save(register, anAddition())
    const denied = { kind: 'status', status: 403 } as const
    const end = world.graph.faults.add({ match: { person: 'coordinator', method: 'POST' }, fault: denied })
    const ended = endOf(outbox.post(anUpdate(action.id), action))
    await once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved')
    expect(outbox.unsent()[0]?.standing).toMatchObject({ because: 'denied' })
    expect(pauses.seconds).toEqual([])
    end()
    outbox.sendNow()
    expect(await ended).toMatchObject({ state: 'saved' })
  })

  test('what is marked OFFICIAL survives a reload and is sent once; what is marked higher is never on the device', async () => {
    const storage = aStorage()
    const { outbox, register } = await aHand(storage)
    const open = await save(register, anAddition({ marking: OFFICIAL }))
    const sensitive = await save(register, anAddition())
    const end = offline()
    void outbox.post(anUpdate(sensitive.id, 'not for the device'), sensitive)
    void outbox.post(anUpdate(open.id, 'kept'), open)
    await outbox.post(reword(open.id, 'Kept too'), open)
    const tried = () => outbox.unsent().filter(({ standing }) => standing.state === 'unsaved').length === 2
    await once(outbox, tried)
    const device = Array.from({ length: storage.length }, (_, index) =>
      storage.getItem(storage.key(index) ?? ''),
    ).join()
    expect(device).toContain('kept')
    expect(device).not.toContain('not for the device')
    outbox.close()
    end()

    const again = await aHand(storage)
    await once(again.outbox, () => storage.length === 0)
    expect(again.outbox.unsent()).toEqual([])
    expect(await again.outbox.history(open.id)).toMatchObject([{ event: { kind: 'reworded' } }, { text: 'kept' }])
    expect(await again.outbox.history(sensitive.id)).toEqual([])
    expect(storage.length).toBe(0)
  })
})
