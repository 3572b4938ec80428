/**
 * Two to five people at one register, each with an outbox of their own, doing anything in any order and at once, while
 * the store fails and connections are cut. In the end nothing is lost, nothing is there twice, nothing hangs.
 */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Action } from '../../src/domain/action.ts'
import type { ActionCommand, Command, CommandId } from '../../src/domain/command.ts'
import { createOutbox, type OutboxRegister } from '../../src/tab/outbox/outbox.ts'
import { isUnderWay } from '../../src/tab/outbox/pump.ts'
import type { WorkRegister } from '../../src/sharepoint/work/register.ts'
import { anAddition, anId, aTicker, aWorld, save, TODAY, until, type World } from '../sharepoint/world.ts'
import { expectHonest, type Posted } from './editing.ts'

const PEOPLE = ['coordinator', 'chair', 'spoc-north', 'spoc-vale', 'spoc-marches'] as const
const RUNS = process.env['MATTERS_PROVE'] ? 10_000 : 60
/** A register grows with each sequence; a new one after so many keeps the last as quick as the first. */
const RUNS_A_WORLD = 100

const DEEDS = [
  'addUpdate',
  'reword',
  'reassign',
  'proposeDischarge',
  'withdrawDischarge',
  'retain',
  'close',
  'reopen',
  'askExtension',
  'setPart',
  'setMilestone',
  'mark',
] as const

const step = fc.record({
  who: fc.oneof({ weight: 2, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: fc.nat(4) }),
  what: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...DEEDS) },
    { weight: 3, arbitrary: fc.constantFrom('add', 'poll', 'poll', 'again') },
    { weight: 5, arbitrary: fc.constantFrom('cut', 'cut', 'heal', 'sendNow', 'takeBack', 'sendAnyway') },
  ),
  which: fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(7) }),
  /** What they look at is older than what is there. */
  old: fc.boolean(),
})
/** Steps of one round are taken at once. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 8, size: 'max' })
const fault = fc.record({
  after: fc.nat(40),
  fault: fc.constantFrom(
    { kind: 'cutBefore' as const },
    { kind: 'cutAfter' as const },
    { kind: 'timeoutAfterCommit' as const },
    { kind: 'status' as const, status: 429 as const, retryAfter: 1 },
    { kind: 'status' as const, status: 503 as const, retryAfter: 1 },
    { kind: 'status' as const, status: 500 as const },
    { kind: 'gone' as const },
  ),
})

interface Editor {
  readonly register: WorkRegister
  readonly outbox: OutboxRegister
  /** One look at a time, whoever asks. */
  readonly poll: () => Promise<void>
  /** Goes on with what waits for the next try. */
  readonly tryAgain: () => void
  isCut: boolean
}

interface Stage {
  readonly world: World
  readonly editors: readonly Editor[]
  /** Lets time pass: what the store asked to wait for is over. */
  readonly pass: (milliseconds: number) => void
}

/** The wall clock goes on only when somebody waits. */
async function aStage(): Promise<Stage> {
  let time = Date.now()
  const world = await aWorld()
  const editors = PEOPLE.map((key): Editor => {
    const ticker = aTicker()
    let again = (): void => {}
    const client = world.client(key, {
      now: () => time,
      sleep: async (milliseconds) => {
        time += milliseconds
      },
      fetch: (input, init) => (editor.isCut ? Promise.reject(new TypeError('cut')) : fetch(input, init)),
    })
    const register = world.register(key, { wait: ticker.wait, client, as: () => 'coordinator' })
    const outbox = createOutbox(register, {
      clock: world.clock,
      as: () => 'coordinator',
      storage: null,
      wait: () =>
        new Promise((resolve) => {
          again = resolve
        }),
    })
    let polling: Promise<void> | null = null
    const poll = (): Promise<void> => {
      polling ??= ticker.tick().finally(() => {
        polling = null
      })
      return polling
    }
    const editor: Editor = { register, outbox, poll, tryAgain: () => again(), isCut: false }
    return editor
  })
  await Promise.all(editors.map(({ register }) => until(register, 'fresh')))
  return { world, editors, pass: (milliseconds) => (time += milliseconds) }
}

test(
  `of ${RUNS} sequences none loses a change, doubles one or leaves one hanging`,
  { timeout: 60_000 + RUNS * 2_000 },
  async () => {
    let stage = await aStage()
    let run = 0
    try {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 2, max: 5 }),
          rounds,
          fc.array(fault, { maxLength: 5 }),
          async (count, rounds, faults) => {
            if (++run % RUNS_A_WORLD === 0) {
              await stage.world.close()
              stage = await aStage()
            }
            await playedHonestly(stage, stage.editors.slice(0, count), rounds, faults)
          },
        ),
        { numRuns: RUNS, endOnFailure: true },
      )
    } finally {
      await stage.world.close()
    }
  },
)

type Round = readonly { who: number; what: string; which: number; old: boolean }[]

async function playedHonestly(
  { world, pass }: Stage,
  editors: readonly Editor[],
  rounds: readonly Round[],
  faults: readonly { after: number; fault: Parameters<World['graph']['faults']['add']>[0]['fault'] }[],
): Promise<void> {
  const [first] = editors
  if (!first) throw new Error('nobody')
  const posted = new Map<CommandId, Posted>()
  const known: Action[] = []
  for (const addition of [anAddition({ parts: PARTS }), anAddition({ parts: PARTS })]) {
    const action = await save(first.register, addition)
    known.push(action)
    posted.set(addition.id, {
      command: addition,
      by: first.register.me(),
      seen: null,
      seenEntries: 0,
      ended: Promise.resolve({ state: 'saved' }),
    })
  }
  for (const each of faults) world.graph.faults.add({ match: {}, times: 1, ...each })

  const take = async ({ who, what, which, old }: Round[number]): Promise<void> => {
    const editor = editors[who % editors.length] as Editor
    const { outbox } = editor
    const unsent = outbox.unsent()
    switch (what) {
      case 'poll':
        return editor.poll()
      case 'cut':
      case 'heal':
        editor.isCut = what === 'cut'
        return
      case 'sendNow':
        return editor.tryAgain()
      case 'takeBack':
        return void outbox.takeBack(unsent[which % Math.max(1, unsent.length)]?.command.id ?? '')
      case 'sendAnyway':
        return sendAnyway(outbox, posted)
    }
    if (what === 'again') {
      const own = [...posted.values()].filter(({ by }) => by === outbox.me())
      const again = own[which % Math.max(1, own.length)]
      if (again?.seen && !(await isTakenBack(again))) await outbox.post(again.command, again.seen)
      return
    }
    const before = known[which % known.length] as Action
    const now = outbox.snapshot()?.actions.get(before.id)
    // Who hasn't heard of it can't change it.
    if (!now && what !== 'add') return
    const seen = old ? before : now
    const command =
      what === 'add'
        ? anAddition({ parts: PARTS })
        : commandOf(what as (typeof DEEDS)[number], before.id, which, now as Action)
    const base = editor.register.snapshot()?.actions.get(before.id)
    const posting = await outbox.post(command, what === 'add' ? undefined : seen)
    const accepted = posting.state === 'posted' || posting.state === 'saved'
    const isAdded = what === 'add'
    posted.set(command.id, {
      command,
      by: outbox.me(),
      seen: isAdded ? null : old ? before : (base ?? null),
      seenEntries: isAdded ? 0 : ((old ? before : base)?.updateCount ?? 0),
      ended: posting.state === 'posted' ? posting.ended : accepted ? Promise.resolve({ state: 'saved' }) : undefined,
    })
    if (isAdded && posting.state === 'posted') known.push(posting.action)
  }
  for (const round of rounds) {
    await Promise.all(round.map(take))
    await Promise.all(editors.map(({ outbox }) => calm(outbox)))
  }

  // Everything is well again: who still has something unsent sends it, or says what becomes of it.
  world.graph.faults.clear()
  for (const editor of editors) editor.isCut = false
  pass(300_000)
  for (let turn = 0; turn < 12 && editors.some(({ outbox }) => outbox.unsent().length > 0); turn += 1) {
    for (const { outbox, tryAgain } of editors) {
      tryAgain()
      if (outbox.unsent().some(({ standing }) => standing.state === 'unsaved')) outbox.sendNow()
      for (const { command, standing } of outbox.unsent()) {
        if (standing.state === 'stale' && turn % 2 === 0) sendAnyway(outbox, posted)
        else if (standing.state === 'stale' || standing.state === 'refused') outbox.takeBack(command.id)
      }
    }
    await Promise.all(editors.map(({ outbox }) => calm(outbox)))
  }
  for (const { outbox } of editors) expect(outbox.unsent()).toEqual([])

  await Promise.all(editors.map(({ poll }) => poll()))
  const snapshot = first.outbox.snapshot()
  if (!snapshot) throw new Error('no snapshot')
  const added = [...posted.values()]
    .filter(({ command }) => command.kind === 'addAction')
    .map(({ command }) => command.id)
  const references = [...snapshot.actions.values()].map((action) => action.reference)
  expect(new Set(references).size).toBe(references.length)
  for (const id of added) {
    const action = snapshot.actions.get(id)
    for (const { outbox } of editors) expect(outbox.snapshot()?.actions.get(id)).toEqual(action)
    if (action) await expectHonest(posted, action, await first.outbox.history(id), snapshot)
    else expect((await posted.get(id)?.ended) ?? null).toBeNull()
  }
}

const PARTS = [{ letter: 'a', details: 'Draft', owners: [], due: null, status: 'open' as const }]
const LATER = { kind: 'day', day: '2021-03-01', words: '1 March 2021' } as const

function commandOf(what: (typeof DEEDS)[number], action: string, draw: number, now: Action): Command {
  const about = { id: anId(), action }
  const commands: Record<(typeof DEEDS)[number], () => ActionCommand> = {
    addUpdate: () => ({
      ...about,
      kind: 'addUpdate',
      update: {
        day: TODAY,
        text: `said ${about.id}`,
        next: { words: `then ${draw}`, owners: [], due: null },
        outcome: 'next',
      },
    }),
    reword: () => ({ ...about, kind: 'reword', details: `Reworded ${draw} ${about.id}` }),
    reassign: () => ({
      ...about,
      kind: 'reassign',
      owners: [{ organisation: draw % 2 ? 'north-mercia' : 'taff-vale' }],
      reason: '',
    }),
    proposeDischarge: () => ({ ...about, kind: 'proposeDischarge', evidence: `shown ${draw}` }),
    withdrawDischarge: () => ({ ...about, kind: 'withdrawDischarge', reason: `not yet ${draw}` }),
    retain: () => ({ ...about, kind: 'retain', meeting: 'm2', words: `kept ${draw}` }),
    close: () => ({ ...about, kind: 'close', reason: 'overtaken', words: `closed ${draw}` }),
    reopen: () => ({ ...about, kind: 'reopen', reason: `again ${draw}` }),
    askExtension: () => ({ ...about, kind: 'askExtension', to: LATER, reason: `longer ${draw}` }),
    setPart: () => ({
      ...about,
      kind: 'setPart',
      part: {
        letter: draw % 2 ? 'a' : 'b',
        details: `Part ${draw}`,
        owners: [],
        due: null,
        status: now.parts[0]?.status === 'done' ? 'open' : 'done',
      },
    }),
    setMilestone: () => ({ ...about, kind: 'setMilestone', purpose: `reached ${draw}`, due: LATER }),
    mark: () => ({ ...about, kind: 'mark', marking: draw % 2 ? { level: 'OFFICIAL' } : null }),
  }
  return commands[what]()
}

/** Its author looks at both, and sends theirs. */
function sendAnyway(outbox: OutboxRegister, posted: ReadonlyMap<CommandId, Posted>): void {
  for (const { command, standing } of outbox.unsent()) {
    const known = posted.get(command.id)
    if (standing.state !== 'stale' || !known) continue
    known.seen = standing.now
    known.seenEntries = standing.now.updateCount
    outbox.sendAnyway(command.id)
  }
}

async function isTakenBack({ ended }: Posted): Promise<boolean> {
  return ended === undefined || (await Promise.race([ended, Promise.resolve('open' as const)])) === null
}

/** Resolves once nothing is on its way. */
function calm(outbox: OutboxRegister): Promise<void> {
  const isCalm = (): boolean => {
    const blocked = new Set<string>()
    for (const item of outbox.unsent()) {
      const about = item.command.kind === 'addAction' ? item.command.id : item.command.action
      if (item.standing.state === 'sending') return false
      if (isUnderWay(item) && !blocked.has(about)) return false
      blocked.add(about)
    }
    return true
  }
  return new Promise((resolve) => {
    if (isCalm()) return resolve()
    const stop = outbox.subscribe(() => {
      if (!isCalm()) return
      stop()
      resolve()
    })
  })
}
