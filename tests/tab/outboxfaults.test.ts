/**
 * Every fault of the store at every command that a person gives: nothing is lost or doubled, a store that asks to wait
 * is left alone for so long, and what the person is told is what happened.
 */

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { ActionCommand, Command } from '../../src/domain/command.ts'
import type { WorkRegister } from '../../src/sharepoint/work/register.ts'
import { createOutbox, type OutboxRegister } from '../../src/tab/outbox/outbox.ts'
import { anAddition, anId, anUpdate, aWorld, save, TODAY, until, type World } from '../sharepoint/world.ts'
import { aPause, endOf, once, type Pauses } from './outboxworld.ts'

const LATER = { kind: 'day', day: '2021-03-01', words: '1 March 2021' } as const
const PART = { letter: 'a', details: 'Draft', owners: [], due: null, status: 'open' as const }
const CLAIMS = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
const RETRY_AFTER = 45

/** What the person is told while it goes on; null: nothing, since it is over at once. */
const FAULTS = [
  { fault: { kind: 'cutBefore' }, told: 'offline' },
  { fault: { kind: 'cutAfter' }, told: 'offline' },
  { fault: { kind: 'timeoutAfterCommit' }, told: 'fault' },
  { fault: { kind: 'slow', ms: 20 }, told: null },
  { fault: { kind: 'claims', claims: CLAIMS }, told: 'signIn' },
  { fault: { kind: 'gone' }, told: 'fault' },
  { fault: { kind: 'status', status: 429, retryAfter: RETRY_AFTER }, told: 'throttled' },
  { fault: { kind: 'status', status: 503, retryAfter: RETRY_AFTER }, told: 'throttled' },
  { fault: { kind: 'status', status: 504 }, told: 'fault' },
  { fault: { kind: 'status', status: 500 }, told: 'fault' },
  { fault: { kind: 'status', status: 403 }, told: 'denied' },
] as const

type Told<Kind extends ActionCommand['kind']> = Omit<Extract<ActionCommand, { kind: Kind }>, 'id' | 'action' | 'kind'>
/** A command of each kind, with what must have been done before it. */
const COMMANDS: readonly { readonly kind: string; readonly before?: readonly object[]; readonly what: object }[] = [
  { kind: 'addUpdate', what: { update: anUpdate('').update } },
  { kind: 'proposeDischarge', what: { evidence: 'shown' } },
  { kind: 'withdrawDischarge', before: [{ kind: 'proposeDischarge', evidence: 'shown' }], what: { reason: 'not yet' } },
  { kind: 'retain', what: { meeting: 'm2', words: '' } },
  { kind: 'close', what: { reason: 'overtaken', words: '' } satisfies Told<'close'> },
  { kind: 'reopen', before: [{ kind: 'close', reason: 'overtaken', words: '' }], what: { reason: 'again' } },
  { kind: 'setDue', what: { due: LATER } },
  {
    kind: 'askExtension',
    before: [{ kind: 'setDue', due: { kind: 'nextMeeting', words: 'next SGG' } }],
    what: { to: LATER, reason: 'longer' },
  },
  { kind: 'setMilestone', what: { purpose: 'half', due: LATER } },
  {
    kind: 'completeMilestone',
    before: [{ kind: 'setMilestone', purpose: 'half', due: LATER, id: 'milestone' }],
    what: { milestone: 'milestone', day: TODAY },
  },
  { kind: 'reassign', what: { owners: [{ organisation: 'taff-vale' }], reason: '' } },
  { kind: 'reword', what: { details: 'Reworded' } },
  { kind: 'mark', what: { marking: { level: 'OFFICIAL' } } },
  { kind: 'setPart', what: { part: { ...PART, status: 'done' } } },
  { kind: 'addLink', what: { link: { kind: 'waitsFor', target: { body: 'NCA', what: 'TDGs' } } } },
  {
    kind: 'answerLink',
    before: [{ kind: 'addLink', link: { kind: 'waitsFor', target: { body: 'NCA', what: 'TDGs' } }, id: 'linked' }],
    what: { link: 'linked', words: 'formed', day: TODAY },
  },
  {
    kind: 'removeLink',
    before: [{ kind: 'addLink', link: { kind: 'waitsFor', target: { body: 'NCA', what: 'TDGs' } }, id: 'linked' }],
    what: { link: 'linked', reason: 'wrong' },
  },
  { kind: 'overrideStatus', what: { colour: 'WHITE', reason: 'waits' } },
  {
    kind: 'liftOverride',
    before: [{ kind: 'overrideStatus', colour: 'WHITE', reason: 'waits' }],
    what: { reason: 'over' },
  },
  { kind: 'addAction', what: {} },
]

describe('every fault at every command', () => {
  let world: World
  let register: WorkRegister
  let outbox: OutboxRegister
  let pauses: Pauses
  let time = Date.now()
  /** When each request went out, by the wall clock. */
  let sent: number[] = []
  beforeAll(async () => {
    world = await aWorld()
    const client = world.client('coordinator', {
      now: () => time,
      sleep: async (milliseconds) => {
        time += milliseconds
      },
      fetch: (input, init) => {
        sent.push(time)
        return fetch(input, init)
      },
    })
    register = world.register('coordinator', { client, as: () => 'coordinator' })
    pauses = aPause()
    outbox = createOutbox(register, { clock: world.clock, as: () => 'coordinator', storage: null, wait: pauses.wait })
    await until(register, 'fresh')
    // Only what is sent meets the faults: a look that is denied would take the outbox away.
    register.setVisible(false)
  })
  afterEach(() => {
    world.graph.faults.clear()
    time += 600_000
  })
  afterAll(() => world.close())

  async function anAction(before: readonly object[]): Promise<{ id: string; named: ReadonlyMap<string, string> }> {
    const { id } = await save(register, anAddition({ due: null, parts: [PART] }))
    const named = new Map<string, string>()
    for (const each of before) {
      const command = { ...each, id: anId(), action: id } as ActionCommand
      if ('id' in each) named.set(String(each.id), command.id)
      await save(register, command)
    }
    return { id, named }
  }
  async function aCommand({ kind, before = [], what }: (typeof COMMANDS)[number]): Promise<Command> {
    if (kind === 'addAction') return anAddition({ parts: [PART] })
    const { id, named } = await anAction(before)
    // What was made before is known by the command that made it.
    const fields = Object.entries(what).map(([name, value]) => [name, named.get(String(value)) ?? value])
    return { ...Object.fromEntries(fields), kind, id: anId(), action: id } as ActionCommand
  }
  async function expectOnce(command: Command): Promise<void> {
    const id = command.kind === 'addAction' ? command.id : command.action
    const history = await register.history(id)
    const entries = history.filter((entry) => entry.id.startsWith(`${command.id}.`))
    expect(entries.length).toBe(command.kind === 'addAction' ? 0 : 1)
    expect(register.snapshot()?.actions.get(id)?.updateCount).toBe(history.length)
    expect(outbox.snapshot()?.actions.get(id)).toBe(register.snapshot()?.actions.get(id))
  }

  const cases = COMMANDS.flatMap((command) =>
    FAULTS.map(({ fault, told }) => ({
      ...command,
      fault,
      told,
      how: fault.kind === 'status' ? `status ${fault.status}` : fault.kind,
    })),
  )

  test.each(cases)('$kind, $how for good and then no more: told, and saved once', async ({ fault, told, ...each }) => {
    const command = await aCommand(each)
    // A reading that fails says the same as a writing that does; the last request to fail decides.
    const end = world.graph.faults.add({ match: { person: 'coordinator' }, fault })
    sent = []
    const ended = endOf(outbox.post(command))
    expect(outbox.unsent().map((item) => item.command.id)).toEqual([command.id])
    if (told !== null) {
      await once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved')
      const { standing } = outbox.unsent()[0] ?? {}
      expect(standing).toMatchObject({ because: told })
      if (told === 'fault') expect(standing).toMatchObject({ requestId: expect.stringMatching(/.+/) })
    }
    end()
    if (told === 'denied') outbox.sendNow()
    else if (told !== null) {
      time += RETRY_AFTER * 1000 + 15_000
      await pauses.end()
    }
    expect(await ended).toMatchObject({ state: 'saved' })
    await expectOnce(command)
  })

  test.each(cases.filter(({ how }) => how === 'status 429' || how === 'status 503'))(
    '$kind, $how once: the store is left alone for as long as it asked',
    async ({ fault, ...each }) => {
      const command = await aCommand(each)
      for (const after of [0, 1]) {
        world.graph.faults.add({ match: { person: 'coordinator' }, times: 1, after, fault })
      }
      sent = []
      const ended = endOf(outbox.post(command))
      const waits = await Promise.race([
        ended.then(() => false),
        once(outbox, () => outbox.unsent()[0]?.standing.state === 'unsaved').then(() => true),
      ])
      // Longer than a person is kept in doubt: it waits in the outbox, and nothing goes out meanwhile.
      expect(waits).toBe(true)
      const [first = 0] = sent
      expect(sent.filter((at) => at > first && at < first + RETRY_AFTER * 1000)).toEqual([])
      for (let turn = 0; turn < 4 && outbox.unsent().length > 0; turn += 1) {
        time += RETRY_AFTER * 1000 + 15_000
        await pauses.end()
        await once(outbox, () => outbox.unsent().every(({ standing }) => standing.state === 'unsaved'))
      }
      expect(await ended).toMatchObject({ state: 'saved' })
      world.graph.faults.clear()
      await expectOnce(command)
    },
  )
})
