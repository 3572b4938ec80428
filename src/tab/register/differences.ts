/**
 * What somebody else changed of what a command touches, in words: as its author saw it, as it is now, and as its author
 * wants it. Pure.
 */

import type { Action, ActionContent, Link, Milestone, Part } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import { touchedBy, type Command } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import { foresee } from '../../domain/foresight.ts'
import type { Person } from '../../domain/group.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { linkWords } from './linkwords.ts'

/** Every field that some command touches. */
const SHOWN = [
  'status',
  'closing',
  'discharge',
  'due',
  'extensionAsked',
  'milestones',
  'retainedFor',
  'owners',
  'details',
  'marking',
  'parts',
  'links',
  'override',
] as const satisfies readonly (keyof ActionContent)[]
type Shown = (typeof SHOWN)[number]

export interface Difference {
  readonly field: string
  readonly was: string
  readonly theirs: string
  /** Null where the command leaves it as it is. */
  readonly mine: string | null
}

export interface DifferenceGround {
  readonly snapshot: Snapshot
  readonly words: Words
  readonly me: Person
  readonly today: Day
}

export function differencesOf(
  command: Command,
  seen: Action,
  now: Action,
  ground: DifferenceGround,
): readonly Difference[] {
  const { snapshot, words } = ground
  const nothing = words.say('acting.differs.nothing')
  const touched = touchedBy(command)
  const wanted = wantedBy(command, seen, ground)
  return SHOWN.flatMap((field) => {
    if (!touched.includes(field) || canonical(seen[field]) === canonical(now[field])) return []
    const [was, theirs] = wordsOf(field, seen, now, snapshot, words)
    const isMine = wanted !== null && canonical(seen[field]) !== canonical(wanted[field])
    const mine = isMine ? wordsOf(field, seen, wanted, snapshot, words)[1] || nothing : null
    return [{ field: words.say(`acting.differs.${field}`), was: was || nothing, theirs: theirs || nothing, mine }]
  })
}

/** What the command would have made of the action as its author saw it; null where it couldn't. */
function wantedBy(command: Command, seen: Action, { snapshot, me, today }: DifferenceGround): Action | null {
  const before = { ...snapshot, actions: new Map(snapshot.actions).set(seen.id, seen) }
  // Whether they may do it was decided when it was written.
  const context = { actor: me, today, as: 'service', at: seen.modifiedAt } as const
  const outcome = foresee([command], before, context).outcomes.get(command.id)
  return outcome?.ok ? outcome.value.action : null
}

/** Of lists only what differs: nobody compares ten parts to find the one. */
function wordsOf(
  field: Shown,
  seen: ActionContent,
  now: ActionContent,
  snapshot: Snapshot,
  words: Words,
): readonly [string, string] {
  const both = (say: (action: ActionContent) => string): readonly [string, string] => [say(seen), say(now)]
  switch (field) {
    case 'status':
      return both(({ status }) => words.say(`status.${status}`))
    case 'closing':
      return both(({ closing }) =>
        closing ? [words.say(`acting.closing.${closing.reason}`), closing.words].filter(Boolean).join(': ') : '',
      )
    case 'discharge':
      return both(({ discharge }) => discharge?.evidence ?? '')
    case 'due':
      return both(({ due }) => (due ? words.dueStated(due) : ''))
    case 'extensionAsked':
      return both(({ extensionAsked: asked }) => (asked ? `${words.dueStated(asked.to)}: ${asked.reason}` : ''))
    case 'retainedFor':
      return both(({ retainedFor }) => {
        const day = retainedFor === null ? undefined : snapshot.meetings.get(retainedFor)?.day
        return day === undefined ? (retainedFor ?? '') : words.day(day)
      })
    case 'owners':
      return both(({ owners }) => words.list(owners.map((owner) => ownerWords(owner, snapshot))))
    case 'details':
      return both(({ details }) => details)
    case 'marking':
      return both(({ marking }) => {
        const { level, handling = '' } = marking ?? snapshot.group.marking
        return `${level} ${handling}`.trim()
      })
    case 'override':
      return both(({ override }) => (override ? `${words.say(`status.${override.colour}`)}: ${override.reason}` : ''))
    case 'parts':
      return changed(seen.parts, now.parts, (part: Part) => {
        const facts = [
          `(${part.letter}) ${part.details}`,
          ...part.owners.map((owner) => ownerWords(owner, snapshot)),
          ...(part.due ? [words.dueStated(part.due)] : []),
        ].join(' · ')
        return part.status === 'done' ? words.say('acting.differs.partDone', { part: facts }) : facts
      })
    case 'milestones':
      return changed(seen.milestones, now.milestones, (milestone: Milestone) =>
        [
          milestone.purpose,
          milestone.done
            ? words.say('acting.dueLine.reached', { day: words.day(milestone.done) })
            : words.dueStated(milestone.due),
        ].join(' · '),
      )
    case 'links':
      return changed(seen.links, now.links, (link: Link) =>
        [linkWords(link, snapshot, words), link.answer?.words ?? ''].filter(Boolean).join(' · '),
      )
  }
}

function changed<Each>(
  seen: readonly Each[],
  now: readonly Each[],
  say: (each: Each) => string,
): readonly [string, string] {
  const only = (these: readonly Each[], those: readonly Each[]): string => {
    const known = new Set(those.map(canonical))
    return these
      .filter((each) => !known.has(canonical(each)))
      .map(say)
      .join('\n')
  }
  return [only(seen, now), only(now, seen)]
}
