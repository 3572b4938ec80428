/**
 * A model of several editors at one register that knows only what was posted and what the store holds in the end. It
 * carries out what the history says was done, in its order, by the domain's own rules, and asks: is that what stands
 * there? Was anything done twice, or half? Did anybody's change go over another's that its author had not seen?
 */

import { expect } from 'vitest'
import type { Action, ActionContent, Update } from '../../src/domain/action.ts'
import { canonical } from '../../src/domain/canonical.ts'
import { touchedBy, type Command, type CommandId } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import type { Person } from '../../src/domain/group.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { TODAY } from '../sharepoint/world.ts'

export interface Posted {
  readonly command: Command
  readonly by: Person
  /** How many entries the history held in the version that its author had seen of it; of others' and their own. */
  seenEntries: number
  seen: Action | null
  /** Undefined: it was never accepted. */
  ended: Promise<{ readonly state: string } | null> | undefined
}

/** Throws where the end is none that honest editors could have come to. */
export async function expectHonest(
  posted: ReadonlyMap<CommandId, Posted>,
  action: Action,
  history: readonly Update[],
  snapshot: Snapshot,
): Promise<void> {
  const about = [...posted.values()].filter(({ command }) => idOf(command) === action.id)
  const entries = history.toReversed()
  const done = [...new Set([action.id, ...entries.map(({ id }) => commandOf(id))])]

  // What is in the history was posted, and ended so; what ended otherwise isn't in it.
  for (const each of about) {
    const ended = await each.ended
    expect(done.includes(each.command.id), `${each.command.kind} ${ended?.state ?? 'taken back'}`).toBe(
      ended?.state === 'saved',
    )
  }

  let now = null as ActionContent | null
  let counted = 0
  const turns = [...posted.keys()]
  const lastOf = new Map<Person, number>()
  const changes: { readonly by: Person; readonly at: number; readonly fields: readonly string[] }[] = []
  for (const id of done) {
    const each = posted.get(id)
    if (!each) throw new Error(`nobody posted ${id}`)
    const { command, by, seen } = each
    // What one person does to an action happens in the order in which they did it.
    const turn = turns.indexOf(id)
    expect(turn, `${command.kind} came too late`).toBeGreaterThan(lastOf.get(by) ?? -1)
    lastOf.set(by, turn)
    // Nobody goes over what somebody else made of it since they looked.
    for (const field of seen && now ? touchedBy(command) : []) {
      if (canonical(seen?.[field]) === canonical(now?.[field])) continue
      const last = changes.findLast((change) => change.at > each.seenEntries && change.fields.includes(field))
      expect(last?.by, `${command.kind} went over ${field}`).toBe(by)
    }
    const actions = new Map(now ? [[action.id, { ...action, ...now }]] : [])
    const decided = decide(command, { ...snapshot, actions }, { actor: by, today: TODAY, as: 'coordinator' })
    if (!decided.ok) throw new Error(`${command.kind} was refused: ${decided.error.code}`)
    const before: ActionContent | null = now
    const updates: string[] = []
    for (const change of decided.value) {
      if (change.kind === 'createAction') now = { ...change.action, reference: action.reference }
      else if (change.kind === 'setAction' && now) now = { ...now, ...change.fields }
      else if (change.kind === 'appendUpdate') updates.push(change.update.id)
    }
    // Its entries stand there, all of them, once and together.
    expect(entries.slice(counted, counted + updates.length).map((entry) => entry.id)).toEqual(updates)
    counted += updates.length
    const fields = Object.keys(now ?? {}).filter(
      (field) => canonical(now?.[field as keyof ActionContent]) !== canonical(before?.[field as keyof ActionContent]),
    )
    changes.push({ by, at: counted, fields })
  }
  expect(counted).toBe(history.length)
  const stands = Object.fromEntries(Object.keys(now ?? {}).map((field) => [field, action[field as keyof Action]]))
  expect(canonical(stands)).toBe(canonical(now))
}

function idOf(command: Command): string {
  return command.kind === 'addAction' ? command.id : command.action
}

function commandOf(update: string): CommandId {
  return update.slice(0, update.lastIndexOf('.'))
}
