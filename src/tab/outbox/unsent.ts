/** One thing that somebody did and that isn't saved yet: how it stands, and how it is kept. Pure but for the drafts. */

import type { Action } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import { aboutOf, touchedBy, type Command, type CommandId } from '../../domain/command.ts'
import type { foresee } from '../../domain/foresight.ts'
import type { Marking } from '../../domain/group.ts'
import type { Snapshot, Submission } from '../../domain/snapshot.ts'
import type { DecisionContext } from '../../domain/step.ts'
import type { Begun } from '../register/deeds.ts'
import type { Drafts } from '../register/drafts.ts'
import { isHeld, type Waiting } from './pump.ts'

/** Where it was written: taken back, its words go there again. */
export interface Form {
  /** The key of its draft. */
  readonly key: string
  readonly draft: object
  /** Null for what has a place of its own: the composer, the panel of a new action. */
  readonly begun: Begun | null
}

export interface Unsent extends Waiting<Submission> {
  readonly command: Command
  /** The action as its author saw it, but for what they had changed themselves; null where the store has none yet. */
  readonly seen: Action | null
  readonly form: Form | null
  /** ISO instant at which it was done. */
  readonly since: string
}

/** Shown as if it were saved, with a mark. */
export function isAhead(item: Unsent): boolean {
  return !isHeld(item)
}

/** What a saved command itself changed of the fields that others are compared on. */
export function ownChange(
  { command, seen }: Unsent,
  snapshot: Snapshot | null,
  context: DecisionContext & { readonly at: string },
  look: typeof foresee,
): Partial<Action> {
  if (!snapshot || !seen || command.kind === 'addAction') return {}
  const before = { ...snapshot, actions: new Map(snapshot.actions).set(seen.id, seen) }
  const outcome = look([command], before, context).outcomes.get(command.id)
  if (!outcome?.ok) return {}
  const { action } = outcome.value
  const changed = touchedBy(command).filter((field) => canonical(action[field]) !== canonical(seen[field]))
  return Object.fromEntries(changed.map((field) => [field, action[field]]))
}

const PREFIX = 'outbox.'
let lastOrder = 0

interface Kept {
  readonly item: Unsent
  readonly order: number
}

/** As drafts are: on the device only where the marking allows it. Null forgets it. */
export function keepUnsent(
  drafts: Drafts | null,
  command: CommandId,
  item: Unsent | null,
  snapshot: Snapshot | null,
): void {
  if (!drafts || !snapshot) return
  const known = drafts.read(PREFIX + command) as Kept | null
  lastOrder = Math.max(lastOrder + 1, known?.order ?? 0)
  const order = known?.order ?? lastOrder
  const marking = item ? markingOf(item, snapshot) : snapshot.group.marking
  drafts.keep(PREFIX + command, item && ({ item, order } satisfies Kept), marking)
}

/** What was kept over a reload, in its order; what was under way then may be saved. */
export function readUnsent(drafts: Drafts): readonly Unsent[] {
  const kept = drafts.keys(PREFIX).flatMap((key) => (drafts.read(key) as Kept | null) ?? [])
  lastOrder = Math.max(lastOrder, ...kept.map(({ order }) => order))
  return kept
    .toSorted((a, b) => a.order - b.order)
    .map(({ item }) => {
      if (isHeld(item)) return item
      return { ...item, standing: { state: 'queued' }, inDoubt: item.inDoubt || item.standing.state === 'sending' }
    })
}

/** A reload would not lose it. */
export function isOnDevice(item: Unsent, snapshot: Snapshot): boolean {
  return markingOf(item, snapshot).level === 'OFFICIAL'
}

/** Of the marking that it has and the one that it is to have, the higher. */
function markingOf({ command, seen }: Unsent, snapshot: Snapshot): Marking {
  const action = snapshot.actions.get(aboutOf(command)) ?? seen
  const given = command.kind === 'addAction' || command.kind === 'mark' ? [command.marking ?? null] : []
  const markings = [...given, ...(action ? [action.marking] : [])].map((marking) => marking ?? snapshot.group.marking)
  return markings.find(({ level }) => level === 'OFFICIAL-SENSITIVE') ?? markings[0] ?? snapshot.group.marking
}
