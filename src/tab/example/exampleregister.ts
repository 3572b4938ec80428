/**
 * A register to try things in: a handful of made-up actions in the reader's language, kept in memory and nowhere else.
 * The rules are the real ones, so that what happens here happens there; what is done is forgotten when it is closed.
 */

import type { Action, ActionId, Owner, Part, Update } from '../../domain/action.ts'
import type { AddAction, Command, UpdateDraft, ViewCommand } from '../../domain/command.ts'
import { addDays, partsOf, type Day } from '../../domain/day.ts'
import type { Change } from '../../domain/change.ts'
import { decide } from '../../domain/decide.ts'
import type { Due } from '../../domain/due.ts'
import type { Organisation, Person } from '../../domain/group.ts'
import type { ActionRegister, Snapshot, ViewSubmission } from '../../domain/snapshot.ts'
import type { WordKey, Words } from '../../words/words.ts'

export function createExampleRegister(words: Words, me: Person, today: Day): ActionRegister {
  let snapshot = emptyExample(words, today)
  let version = 0
  const histories = new Map<ActionId, readonly Update[]>()
  const listeners = new Set<() => void>()

  const carryOut = (change: Change, author: string): void => {
    const actions = new Map(snapshot.actions)
    const views = new Map(snapshot.views)
    version += 1
    const stamp = { version: String(version), modifiedAt: `${today}T09:00:00Z` }
    switch (change.kind) {
      case 'createAction':
        actions.set(change.action.id, { ...change.action, ...stamp, createdBy: author, createdAt: stamp.modifiedAt })
        break
      case 'setAction': {
        const action = actions.get(change.action)
        if (action) actions.set(action.id, { ...action, ...change.fields, ...stamp })
        break
      }
      case 'appendUpdate': {
        const { update } = change
        const entry = { ...update, author, enteredAt: `${update.day}T09:00:00Z` }
        histories.set(update.action, [entry, ...(histories.get(update.action) ?? [])])
        break
      }
      case 'putView':
        views.set(change.view.id, { ...change.view, version: stamp.version })
        break
      case 'dropView':
        views.delete(change.view)
    }
    snapshot = { ...snapshot, actions, views }
  }
  const settle = (command: Command | ViewCommand, author = me.name): ViewSubmission => {
    // What a chair decides comes from the service everywhere else.
    const as = command.kind === 'recordDischarge' ? 'service' : 'coordinator'
    const decided = decide(command, snapshot, { actor: me, today, as })
    if (!decided.ok) return { state: 'refused', refusal: decided.error }
    for (const change of decided.value) carryOut(change, author)
    for (const listener of listeners) listener()
    return { state: 'saved' }
  }
  for (const command of story(words, today)) settle(command, words.say('example.author'))

  return {
    snapshot: () => snapshot,
    freshness: () => FRESH,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async submit(command) {
      const settled = settle(command)
      if (settled.state !== 'saved') return settled as Extract<ViewSubmission, { state: 'refused' }>
      const id = command.kind === 'addAction' ? command.id : command.action
      return { state: 'saved', action: snapshot.actions.get(id) as Action }
    },
    submitView: async (command) => settle(command),
    history: async (action) => histories.get(action) ?? [],
    me: () => me,
    setVisible: () => {},
    close: () => listeners.clear(),
  }
}

/** One and the same each time: React asks for it while drawing. */
const FRESH = { state: 'fresh', asOf: '' } as const

const FORCES = ['north', 'vale', 'coast'] as const

function emptyExample(words: Words, today: Day): Snapshot {
  const organisations = FORCES.map((key): Organisation => {
    const name = words.say(`example.organisation.${key}`)
    return { key, name, shortName: name, aliases: [], kind: 'force', nation: 'England', region: '' }
  })
  const next = addDays(today, 12)
  return {
    group: { key: 'example', name: words.say('example.group'), marking: { level: 'OFFICIAL' }, lateBy: 'first' },
    organisations: new Map(organisations.map((each) => [each.key, each])),
    posts: new Map(),
    meetings: new Map([[next, { key: next, day: next, title: words.say('example.meeting'), status: 'planned' }]]),
    views: new Map(),
    actions: new Map(),
  }
}

/** What one sees is worth seeing: something late, something near, something that waits, something done, something withheld. */
function story(words: Words, today: Day): readonly Command[] {
  const year = String(partsOf(today)[0]).slice(2)
  const owned = (...organisations: readonly (typeof FORCES)[number][]): Owner[] =>
    organisations.map((organisation) => ({ organisation }))
  const dueOn = (days: number): Due => {
    const day = addDays(today, days)
    return { kind: 'day', day, words: words.day(day) }
  }
  const said = (days: number, key: WordKey, next?: WordKey): UpdateDraft => ({
    day: addDays(today, -days),
    text: words.say(key),
    next: next ? { words: words.say(next), owners: [], due: null } : null,
    outcome: null,
  })
  const part = (letter: string, key: WordKey, force: (typeof FORCES)[number], status: Part['status']): Part => ({
    letter,
    details: words.say(key),
    owners: owned(force),
    due: null,
    status,
  })
  const nextMeeting: Due = { kind: 'nextMeeting', words: words.say('dates.nextMeeting') }
  const action = (
    number: number,
    details: string,
    rest: Partial<AddAction> & { readonly updates?: readonly UpdateDraft[]; readonly done?: true },
  ): AddAction => ({
    kind: 'addAction',
    id: `example-${number}`,
    details,
    actionKind: 'action',
    owners: rest.owners ?? [],
    parts: rest.parts ?? [],
    due: rest.due ?? null,
    origin: { kind: 'typed' },
    imported: {
      reference: `${number}/${year}`,
      status: rest.done ? 'discharged' : 'open',
      updates: rest.updates ?? [],
    },
  })
  return [
    action(1, words.say('example.late'), {
      owners: owned('vale'),
      due: dueOn(-19),
      updates: [said(47, 'example.late.first'), said(12, 'example.late.second', 'example.late.next')],
    }),
    action(2, words.say('example.parts'), {
      owners: owned('north', 'coast'),
      due: nextMeeting,
      parts: [part('a', 'example.parts.a', 'north', 'done'), part('b', 'example.parts.b', 'coast', 'open')],
      updates: [said(20, 'example.parts.first', 'example.parts.next')],
    }),
    action(3, words.say('example.soon'), { owners: owned('north'), due: dueOn(4) }),
    action(4, words.say('example.waits'), { owners: owned('coast'), updates: [said(33, 'example.waits.first')] }),
    {
      kind: 'addLink',
      id: 'example-link',
      action: 'example-4',
      link: {
        kind: 'waitsFor',
        target: { body: words.say('example.waits.body'), what: words.say('example.waits.what') },
      },
    },
    action(5, words.say('example.withheld'), { owners: owned('vale'), due: nextMeeting }),
    action(6, words.say('example.done'), {
      owners: owned('north'),
      done: true,
      updates: [{ ...said(15, 'example.done.first'), outcome: 'discharge' }],
    }),
    {
      kind: 'recordDischarge',
      id: 'example-decided',
      action: 'example-6',
      decision: 'example',
      approved: true,
      reason: '',
    },
  ]
}
