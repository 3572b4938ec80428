import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEdition } from '../../src/documents/edition.ts'
import { makeTracker } from '../../src/documents/export/table.ts'
import type { Table } from '../../src/documents/table.ts'
import type { Command } from '../../src/domain/command.ts'
import { parseDueWords } from '../../src/domain/duewords.ts'
import { createWords } from '../../src/words/words.ts'
import { carryOut, gridOf, idAt, ORGANISATIONS, POST, propose, REGISTER, TODAY, type Held } from './exportworld.ts'

const RUNS = process.env['MATTERS_PROVE'] ? 3000 : 150
const words = createWords('en')

/** What a document would change of the register. */
function newsOf(held: Held, tables: readonly Table[]): object {
  const register = [...held.snapshot.actions.values()].map((action) => ({
    action,
    history: held.histories.get(action.id) ?? [],
  }))
  const { actions } = propose(tables, words)
  const { fresh, matched, vanished, doubtful } = compareEdition(actions, register, {
    organisations: ORGANISATIONS,
    posts: [POST],
    today: TODAY,
  })
  const news = matched.filter(
    (each) => each.newUpdates.length > 0 || each.rewording !== null || each.owners !== null || each.statusTurn !== null,
  )
  return {
    fresh: fresh.map((each) => each.reference),
    vanished: vanished.map((each) => each.reference),
    doubtful: doubtful.length,
    news: news.map(({ action, newUpdates, rewording, owners, statusTurn }) => ({
      reference: action.reference,
      entries: newUpdates.map(({ update }) => update),
      rewording,
      owners,
      statusTurn,
    })),
  }
}

const NOTHING_NEW = { fresh: [], vanished: [], doubtful: 0, news: [] }

/** A year in the life of the register's actions, by the rules. */
type Deed = (action: string, id: string) => Command

const LIFE = fc.constantFrom<Deed[]>(
  (action, id) => ({
    kind: 'proposeDischarge',
    id,
    action,
    evidence: 'All five have sent it.',
  }),
  (action, id) => ({
    kind: 'close',
    id,
    action,
    reason: 'superseded',
    words: 'See the next.',
  }),
  (action, id) => ({ kind: 'close', id, action, reason: 'overtaken', words: '' }),
  (action, id) => ({
    kind: 'retain',
    id,
    action,
    meeting: '2026-12',
    words: 'Still awaited.',
  }),
  (action, id) => ({
    kind: 'reassign',
    id,
    action,
    owners: [{ organisation: 'taff-vale' }],
    reason: 'They lead on it now.',
  }),
  (action, id) => ({
    kind: 'reword',
    id,
    action,
    details: 'Share the regional profile once a quarter',
  }),
  (action, id) => ({ kind: 'setDue', id, action, due: parseDueWords('5/3', TODAY)! }),
  (action, id) => ({
    kind: 'recordDischarge',
    id,
    action,
    decision: 'd',
    approved: true,
    reason: '',
  }),
  (action, id) => ({
    kind: 'overrideStatus',
    id,
    action,
    colour: 'GREEN',
    reason: 'Nothing is left to do.',
  }),
)

function live(held: Held, steps: readonly Deed[]): Held {
  const [action] = held.snapshot.actions.keys()
  return steps.reduce((now, step, index) => {
    try {
      return carryOut(now, [step(action ?? '', idAt('step')(index))])
    } catch {
      // What the rules refuse doesn't happen.
      return now
    }
  }, held)
}

describe('a tracker that is taken out and brought in as the next edition', () => {
  test('brings nothing new', () => {
    fc.assert(
      fc.property(REGISTER, fc.boolean(), (held, colours) => {
        const tracker = makeTracker(held.snapshot, held.histories, { words, today: TODAY, colours })
        expect(newsOf(held, [gridOf(tracker)])).toEqual(NOTHING_NEW)
      }),
      { numRuns: RUNS },
    )
  })

  test('brings nothing new either when the actions have been lived with', () => {
    fc.assert(
      fc.property(REGISTER, fc.array(LIFE, { minLength: 1, maxLength: 5 }), fc.boolean(), (start, steps, colours) => {
        const held = live(start, steps)
        const tracker = makeTracker(held.snapshot, held.histories, { words, today: TODAY, colours })
        expect(newsOf(held, [gridOf(tracker)])).toEqual(NOTHING_NEW)
      }),
      { numRuns: RUNS },
    )
  })
})
