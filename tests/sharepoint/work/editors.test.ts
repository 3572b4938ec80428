/**
 * Two and three people at one register, doing anything in any order, at once, while the store fails now and then.
 * Compared with a model that only knows what was saved.
 */

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Command } from '../../../src/domain/command.ts'
import type { Submission } from '../../../src/domain/snapshot.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { anAddition, anUpdate, aProposal, aTicker, aWorld, save, until, type Ticker, type World } from '../world.ts'

const PEOPLE = ['coordinator', 'chair', 'spoc-north'] as const
const RUNS = process.env['MATTERS_PROVE'] ? 300 : 12

const step = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom('add', 'update', 'update', 'propose', 'repeat'),
  which: fc.nat(3),
})
/** Steps of one round are taken at once. */
const rounds = fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
const fault = fc.record({
  after: fc.nat(40),
  fault: fc.constantFrom(
    { kind: 'cutBefore' as const },
    { kind: 'cutAfter' as const },
    { kind: 'timeoutAfterCommit' as const },
    { kind: 'status' as const, status: 429 as const, retryAfter: 1 },
    { kind: 'status' as const, status: 503 as const, retryAfter: 1 },
    { kind: 'gone' as const },
  ),
})

describe('several people at one register', () => {
  let world: World
  /** The wall clock, which goes on only when somebody waits. */
  let time = Date.now()
  let editors: { register: WorkRegister; ticker: Ticker }[]
  beforeAll(async () => {
    world = await aWorld()
    editors = PEOPLE.map((key) => {
      const ticker = aTicker()
      const client = world.client(key, {
        now: () => time,
        sleep: async (milliseconds) => {
          time += milliseconds
        },
      })
      return { register: world.register(key, { wait: ticker.wait, client }), ticker }
    })
    await Promise.all(editors.map(({ register }) => until(register, 'fresh')))
  })
  afterAll(() => world.close())

  test(
    'nothing is lost, nothing is twice, and all see the same in the end',
    { timeout: 30_000 + RUNS * 5_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(rounds, fc.array(fault, { maxLength: 6 }), async (rounds, faults) => {
          const first = editors[0]
          if (!first) throw new Error('nobody')
          const known = [(await save(first.register, anAddition())).id, (await save(first.register, anAddition())).id]
          const submitted: Command[] = []
          for (const each of faults) world.graph.faults.add({ match: {}, times: 1, ...each })
          const outcomes = new Map<string, Submission>()
          for (const round of rounds) {
            const commands = round.map(({ what, which }): Command => {
              const action = known[which % known.length] ?? ''
              if (what === 'add') return anAddition()
              if (what === 'update') return anUpdate(action)
              if (what === 'propose') return aProposal(action)
              return submitted[which % Math.max(1, submitted.length)] ?? anUpdate(action)
            })
            await Promise.all(
              commands.map(async (command, index) => {
                const register = editors[(round[index]?.who ?? 0) % editors.length]?.register
                if (!register) throw new Error('nobody')
                submitted.push(command)
                const before = outcomes.get(command.id)
                const outcome = await register.submit(command)
                if (before?.state === 'saved') expect(outcome.state).not.toBe('refused')
                if (before?.state !== 'saved') outcomes.set(command.id, outcome)
                if (command.kind === 'addAction' && outcome.state === 'saved') known.push(command.id)
              }),
            )
          }
          world.graph.faults.clear()

          // What wasn't saved is submitted again, as a person would.
          for (const command of submitted) {
            if (outcomes.get(command.id)?.state !== 'unsaved') continue
            const again = await first.register.submit(command)
            expect(again.state).not.toBe('unsaved')
            outcomes.set(command.id, again)
          }
          await Promise.all(editors.map(({ ticker }) => ticker.tick()))
          await Promise.all(editors.map(({ ticker }) => ticker.tick()))

          const [own, ...others] = editors.map(({ register }) => register.snapshot()?.actions)
          if (!own) throw new Error('no snapshot')
          const bySavedId = new Map([...own].toSorted(([a], [b]) => (a < b ? -1 : 1)))
          for (const other of others) {
            expect(new Map([...(other ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1)))).toEqual(bySavedId)
          }
          const references = [...own.values()].map((action) => action.reference)
          expect(new Set(references).size).toBe(references.length)
          for (const id of new Set(known)) {
            const saved = submitted.filter(
              (command) =>
                command.kind !== 'addAction' && command.action === id && outcomes.get(command.id)?.state === 'saved',
            )
            const history = await first.register.history(id)
            expect(history.map((update) => update.id).toSorted()).toEqual(
              [...new Set(saved.map((command) => `${command.id}.0`))].toSorted(),
            )
            expect(own.get(id)?.updateCount).toBe(history.length)
          }
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
    },
  )
})
