/**
 * Rows of a large register, put into the list at once: each action has words, owners, dues and a next step of its own,
 * alike and repeated as they are in a log that forty organisations share over years.
 */

import type { ActionContent, Owner } from '../../src/domain/action.ts'
import type { Due } from '../../src/domain/due.ts'
import { TEAMS } from '../../src/laptop/demonstration/tenant.ts'
import type { LocalGraph } from '../../src/local/graph/server.ts'
import { ACTIONS } from '../../src/sharepoint/lists.ts'
import { makeActionRow } from '../../src/sharepoint/work/rows.ts'
import { UNTOUCHED } from '../domain/untouched.ts'

const NAMES = { organisations: new Map(), posts: new Map() }
const VERBS = ['submit', 'review', 'share', 'circulate', 'confirm', 'update', 'draft', 'publish']
const THINGS = ['nominations for debriefs', 'the national form', 'the problem profile', 'the training needs analysis']

/** How many the list then has more. */
export function seedActions(world: { readonly graph: LocalGraph }, count: number, from = 0): number {
  const rows = function* (): Generator<Record<string, unknown>> {
    for (let index = from; index < from + count; index++) yield actionRow(index)
  }
  return world.graph.seed(TEAMS.csae.sitePath, ACTIONS.name, rows())
}

/** An action as a row of its list; the same for the same number. */
export function actionRow(index: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(makeActionRow(anActionNumbered(index), NAMES)).filter(([, value]) => value !== null),
  )
}

function anActionNumbered(index: number): ActionContent {
  const owners: Owner[] = [
    { organisation: `force-${index % 40}` },
    ...(index % 3 === 0 ? [{ name: `Insp ${index % 200}` }] : []),
  ]
  const words = (turn: number): string => {
    const [verb, thing] = [VERBS[(index + turn) % VERBS.length], THINGS[(index * 7 + turn) % THINGS.length]]
    return `Organisation ${(index + turn) % 40} to ${verb} ${thing} no. ${index * 3 + turn} and to share what came of it. `
  }
  const due = dueNumbered(index % 1100)
  return {
    ...UNTOUCHED,
    id: `seeded-${index}-abcdefgh`,
    reference: `${(index % 9000) + 1}/${String(10 + (Math.floor(index / 9000) % 90)).padStart(2, '0')}`,
    details: words(0) + words(1),
    parts: index % 5 === 0 ? [{ letter: 'a', details: words(2), owners, due: null, status: 'open' }] : [],
    owners,
    due,
    firstDue: index % 4 === 0 ? dueNumbered((index + 500) % 1100) : due,
    status: index % 3 === 0 ? 'discharged' : 'open',
    latest: { day: '2020-03-05', outcome: 'next', next: { words: words(3), owners, due: null } },
    updateCount: index % 7,
  }
}

function dueNumbered(index: number): Due {
  const day = `${2018 + (Math.floor(index / 336) % 4)}-${two((Math.floor(index / 28) % 12) + 1)}-${two((index % 28) + 1)}`
  return { kind: 'day', day, words: day }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
