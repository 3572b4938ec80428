/**
 * An ActionRegister without a store, for tests of what people see: the rules are the real ones, and the test says how
 * the store behaves.
 */

import type { Action, ActionId, Update } from '../../src/domain/action.ts'
import type { Command, ViewCommand } from '../../src/domain/command.ts'
import type { Change } from '../../src/domain/change.ts'
import { decide } from '../../src/domain/decide.ts'
import type { Day } from '../../src/domain/day.ts'
import type { Person } from '../../src/domain/group.ts'
import type { SavedView } from '../../src/domain/savedview.ts'
import type { ActionRegister, Freshness, Snapshot, Submission, ViewSubmission } from '../../src/domain/snapshot.ts'
import type { DecisionContext } from '../../src/domain/step.ts'

export interface MemoryRegister extends ActionRegister {
  /** Carries a command out as somebody else, on another day; for what was there before and what others do meanwhile. */
  elsewhere(command: Command | ViewCommand, actor: Person, day: Day, as?: DecisionContext['as']): void
  /** How the store answers the next commands about views, instead of saving. */
  answerNextView(...answers: readonly (() => ViewSubmission)[]): void
  /** How the store answers the next submissions, first to last, instead of saving; said anew, only so. */
  answerNext(...answers: readonly ((command: Command) => Submission)[]): void
  setFreshness(freshness: Freshness): void
  /** What was submitted, in order. */
  readonly submitted: readonly (Command | ViewCommand)[]
}

export function createMemoryRegister(
  empty: Snapshot,
  me: Person,
  today: Day,
  as: DecisionContext['as'] = 'member',
): MemoryRegister {
  let snapshot = empty
  let freshness: Freshness = { state: 'fresh', asOf: `${today}T09:00:00Z` }
  let version = 0
  const histories = new Map<ActionId, readonly Update[]>()
  const listeners = new Set<() => void>()
  const answers: ((command: Command) => Submission)[] = []
  const viewAnswers: (() => ViewSubmission)[] = []
  const submitted: (Command | ViewCommand)[] = []
  const tell = (): void => listeners.forEach((listener) => listener())

  const carryOut = (changes: readonly Change[], actor: Person, day: Day): void => {
    const actions = new Map(snapshot.actions)
    const views = new Map<string, SavedView>(snapshot.views)
    version += 1
    const stamp = { version: String(version), modifiedAt: `${day}T10:15:00Z` }
    for (const change of changes) {
      switch (change.kind) {
        case 'createAction':
          actions.set(change.action.id, {
            ...change.action,
            ...stamp,
            createdBy: actor.name,
            createdAt: `${day}T10:15:00Z`,
          })
          break
        case 'setAction': {
          const action = actions.get(change.action)
          if (action) actions.set(action.id, { ...action, ...change.fields, ...stamp })
          break
        }
        case 'appendUpdate': {
          const { update } = change
          const entry = { ...update, author: actor.name, enteredAt: `${day}T10:15:00Z` }
          histories.set(update.action, [entry, ...(histories.get(update.action) ?? [])])
          break
        }
        case 'putView':
          views.set(change.view.id, { ...change.view, version: stamp.version })
          break
        case 'dropView':
          views.delete(change.view)
      }
    }
    snapshot = { ...snapshot, actions, views: snapshot.views && views }
  }
  const settle = (command: Command | ViewCommand, context: DecisionContext): ViewSubmission => {
    const decided = decide(command, snapshot, context)
    if (!decided.ok) return { state: 'refused', refusal: decided.error }
    carryOut(decided.value, context.actor, context.today)
    return { state: 'saved' }
  }
  const apply = (command: Command, context: DecisionContext): Submission => {
    const settled = settle(command, context)
    if (settled.state === 'refused') return settled
    const id = command.kind === 'addAction' ? command.id : command.action
    return { state: 'saved', action: snapshot.actions.get(id) as Action }
  }

  return {
    snapshot: () => snapshot,
    freshness: () => freshness,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async submit(command) {
      submitted.push(command)
      const submission = answers.shift()?.(command) ?? apply(command, { actor: me, today, as })
      tell()
      return submission
    },
    async submitView(command) {
      submitted.push(command)
      const submission = viewAnswers.shift()?.() ?? settle(command, { actor: me, today, as })
      tell()
      return submission
    },
    history: async (action) => histories.get(action) ?? [],
    me: () => me,
    setVisible: () => {},
    close: () => listeners.clear(),
    elsewhere(command, actor, day, as = 'service') {
      const submission = settle(command, { actor, today: day, as })
      if (submission.state === 'refused') throw new Error(`${command.kind}: ${submission.refusal.code}`)
      tell()
    },
    answerNext(...next) {
      // Whatever else was to come doesn't any more.
      answers.splice(0, answers.length, ...next)
    },
    answerNextView: (...next) => void viewAnswers.push(...next),
    setFreshness(next) {
      freshness = next
      tell()
    },
    submitted,
  }
}
