/**
 * How the demonstration is told: an action is raised on a day by a person, and then things happen to it, each on its
 * day and in its author's name. Told as commands, so that the demonstration came about as a real register does: nothing
 * in it is a row that the rules would refuse.
 */

import type { NextStep, Owner, Part } from '../../domain/action.ts'
import type { ActionCommand, AddAction, CommandId } from '../../domain/command.ts'
import { addDays, daysBetween, partsOf, type Day } from '../../domain/day.ts'
import type { Due } from '../../domain/due.ts'
import type { PersonKey } from '../../local/tenant.ts'

type Untold<Each> = Each extends ActionCommand ? Omit<Each, 'id' | 'action'> : never

export interface Turn {
  readonly day: Day
  readonly by: PersonKey
  readonly command: Untold<ActionCommand>
}

export interface Tale {
  /** Unique in its group; commands take their ids from it, so that telling it twice is once. */
  readonly key: string
  readonly day: Day
  readonly by: PersonKey
  readonly add: Pick<AddAction, 'details' | 'owners' | 'parts' | 'due'>
  readonly turns: readonly Turn[]
}

/** The id of the command that raised a tale's action (and so of the action), or of its nth turn. */
export function commandId(group: string, tale: string, turn = 0): CommandId {
  return `demo-${group}-${tale}-${turn}`
}

/** `north-mercia` is an organisation, `post:chair` a post, `name:…` a person outside. */
export function owners(...keys: readonly string[]): Owner[] {
  return keys.map((key) => {
    if (key.startsWith('post:')) return { post: key.slice(5) }
    return key.startsWith('name:') ? { name: key.slice(5) } : { organisation: key }
  })
}

export function raise(
  key: string,
  day: Day,
  owner: string | readonly string[],
  due: Due | null,
  details: string,
  turns: readonly Turn[] = [],
  parts: readonly Part[] = [],
): Tale {
  const owned = owners(...(typeof owner === 'string' ? [owner] : owner))
  return { key, day, by: 'coordinator', add: { details, owners: owned, parts, due }, turns }
}

export function part(letter: string, details: string, owner: string, due: Due | null = null, done = false): Part {
  return { letter, details, owners: owners(owner), due, status: done ? 'done' : 'open' }
}

export function says(day: Day, by: PersonKey, text: string, next: NextStep | null = null): Turn {
  const update = { day, text, next, outcome: next ? ('next' as const) : null }
  return { day, by, command: { kind: 'addUpdate', update } }
}

export function next(words: string, owner?: string, due: Due | null = null): NextStep {
  return { words, owners: owner ? owners(owner) : [], due }
}

export function retains(day: Day, meeting: string, words: string): Turn {
  return { day, by: 'coordinator', command: { kind: 'retain', meeting, words } }
}

/** Proposed by its owner, and approved by the chair some days later. */
export function discharges(day: Day, by: PersonKey, evidence: string, after = 3): readonly Turn[] {
  const approved = { kind: 'recordDischarge', decision: '', approved: true, reason: '' } as const
  return [proposes(day, by, evidence), { day: addDays(day, after), by: 'chair', command: approved }]
}

export function proposes(day: Day, by: PersonKey, evidence: string): Turn {
  return { day, by, command: { kind: 'proposeDischarge', evidence } }
}

export function asksFor(day: Day, by: PersonKey, to: Due, reason: string): Turn {
  return { day, by, command: { kind: 'askExtension', to, reason } }
}

export function refuses(day: Day, reason: string): Turn {
  return { day, by: 'chair', command: { kind: 'recordDischarge', decision: '', approved: false, reason } }
}

export function closes(
  day: Day,
  reason: 'overtaken' | 'duplicate' | 'superseded' | 'notApplicable',
  words: string,
): Turn {
  return { day, by: 'coordinator', command: { kind: 'close', reason, words } }
}

export function waitsFor(day: Day, by: PersonKey, body: string, what: string): Turn {
  return { day, by, command: { kind: 'addLink', link: { kind: 'waitsFor', target: { body, what } } } }
}

export function finishes(day: Day, by: PersonKey, finished: Part): Turn {
  return { day, by, command: { kind: 'setPart', part: { ...finished, status: 'done' } } }
}

export const nextMeeting: Due = { kind: 'nextMeeting', words: 'Next meeting' }

export function until(condition: string): Due {
  return { kind: 'until', condition, words: `Until ${condition}` }
}

export function by(day: Day): Due {
  return { kind: 'day', day, words: `By ${inWords(day)}` }
}

export function endOf(day: Day): Due {
  const month = day.slice(0, 7)
  return { kind: 'month', month, words: `By the end of ${inWords(day).replace(/^\d+ /, '')}` }
}

export function quarterOf(day: Day): Due {
  const [year, month] = partsOf(day)
  const quarter = Math.ceil(month / 3) as 1 | 2 | 3 | 4
  return { kind: 'quarter', year, quarter, words: `Q${quarter} ${year}` }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** As a secretary writes it: `14 March 2026`. */
export function inWords(day: Day): string {
  const [year, month, date] = partsOf(day)
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** The Thursday of the week (Monday first) that a day lies in: groups meet on Thursdays. */
export function thursdayOf(day: Day): Day {
  const weekday = ((daysBetween('2024-01-01', day) % 7) + 7) % 7
  return addDays(day, 3 - weekday)
}
