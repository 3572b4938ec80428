/**
 * A collection that never makes one wait, as the outbox does for actions: what its person does shows at once, laid over
 * what the store last said, and is sent when the store answers, of one row in the order in which it was done. Never says
 * "saved" before the store has, sends nothing twice, and drops no word.
 *
 *   const keeping = createKeeping(collection, kind, { clock, snapshot, as, person, storage: sessionStorage })
 *   const kept = await keeping.post(command, seen)   // the first answer: saved, stale, refused, or unsaved and waiting
 */

import {
  isRowOvertaken,
  type Collection,
  type CollectionCommand,
  type DecideRow,
  type Kept,
  type Stored,
} from '../../domain/collection.ts'
import type { CommandId } from '../../domain/command.ts'
import type { Person } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { DecisionContext } from '../../domain/step.ts'
import { instantOf, type Clock } from '../../words/clock.ts'
import { createDrafts, type Drafts } from '../register/drafts.ts'
import { createPump, isHeld, waitFor, type Waiting } from './pump.ts'

/** One thing that somebody did and that isn't saved yet. */
export interface Unkept<Content, Command> extends Waiting<Kept<Content>> {
  readonly command: Command & { readonly id: CommandId }
  /** The row as its author saw it, but for what they had changed themselves; null where the store has none yet. */
  readonly seen: Content | null
  /** ISO instant at which it was done. */
  readonly since: string
}

export interface Keeping<Content, Command extends CollectionCommand> extends Omit<
  Collection<Content, Command>,
  'submit'
> {
  /** Shows a command at once and sends it; resolves with its first answer. */
  post(command: Command, seen?: Content): Promise<Kept<Content>>
  /** In the order in which it was done; the same array until that changes. */
  unsent(): readonly Unkept<Content, Command>[]
  /** Tries again now, all that waits. */
  sendNow(): void
  /** Sends what was overtaken, based on what is there now. */
  sendAnyway(command: CommandId): void
  /** False where it is under way or may be saved already: the store has to be asked first. */
  takeBack(command: CommandId): boolean
}

export interface KeepingOptions {
  readonly clock: Clock
  readonly person: Person
  readonly snapshot: () => Snapshot | null
  readonly as: () => DecisionContext['as']
  /** The collection's name among the drafts. */
  readonly name: string
  /** Where what waits survives a reload, as far as its marking allows; null: nowhere. */
  readonly storage: Storage | null
  readonly wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

export interface KeepingRules<Content, Command> {
  readonly decide: DecideRow<Content, Command>
  readonly touches: (command: Command) => readonly (keyof Content)[]
}

export function createKeeping<Content extends object, Command extends CollectionCommand>(
  collection: Collection<Content, Command>,
  { decide, touches }: KeepingRules<Content, Command>,
  options: KeepingOptions,
): Keeping<Content, Command> {
  type Item = Unkept<Content, Command>
  const { clock, person } = options
  const listeners = new Set<() => void>()
  const attempts = new Map<CommandId, PromiseWithResolvers<Kept<Content>>>()
  const prefix = `keeping.${options.name}.`
  let items: readonly Item[] = []
  let drafts: Drafts | null = null
  let laid: { readonly of: readonly unknown[]; readonly values: ReadonlyMap<string, Content & Stored> } | null = null

  const show = (): void => listeners.forEach((listener) => listener())
  const context = (snapshot: Snapshot) => ({ actor: person, today: clock.today(), as: options.as(), snapshot })

  function replace(command: CommandId, next: Item | null): void {
    items = items.flatMap((item) => (item.command.id !== command ? [item] : next ? [next] : []))
    const marking = options.snapshot()?.group.marking
    if (drafts && marking) drafts.keep(prefix + command, next, marking)
  }

  /** What is stored, with what is on its way laid over it. */
  function values(): ReadonlyMap<string, Content & Stored> | null {
    const [stored, snapshot] = [collection.values(), options.snapshot()]
    if (!stored || !snapshot || items.length === 0) return stored
    const ahead = items.filter((item) => !isHeld(item))
    const of = [stored, snapshot, ...ahead.map(({ command }) => command)]
    if (laid?.of.length === of.length && of.every((each, index) => each === laid?.of[index])) return laid.values
    const next = new Map(stored)
    for (const { command, since } of ahead) {
      const now = next.get(command.key) ?? null
      const decided = decide(command, now, context(snapshot))
      if (!decided.ok) continue
      const { version = '', createdBy = person.name, createdAt = since } = now ?? {}
      next.set(command.key, { ...decided.value, version, createdBy, createdAt, modifiedAt: since })
    }
    laid = { of, values: next }
    return next
  }

  function restore(): void {
    const group = options.snapshot()?.group
    if (drafts || !group) return
    drafts = createDrafts(options.storage, person, group.key, () => clock.now())
    const kept = drafts.keys(prefix).flatMap((key) => (drafts?.read(key) as Item | null) ?? [])
    if (kept.length === 0) return
    const asQueued = kept
      .toSorted((a, b) => (a.since < b.since ? -1 : 1))
      .map((item): Item => {
        if (isHeld(item)) return item
        return { ...item, standing: { state: 'queued' }, inDoubt: item.inDoubt || item.standing.state === 'sending' }
      })
    items = [...asQueued, ...items]
    pump.start()
    show()
  }

  const pump = createPump<Item, Kept<Content>>({
    items: () => items,
    aboutOf: ({ command }) => command.key,
    freshness: () => collection.freshness(),
    wait: options.wait ?? waitFor,
    submit: (item) => collection.submit(item.command, item.seen ?? undefined),
    mark(item, standing, inDoubt) {
      replace(item.command.id, { ...item, standing, inDoubt })
      const { state } = standing
      if (state === 'unsaved' || state === 'refused' || state === 'stale') settle(item.command.id, standing)
      show()
    },
    saved(item, kept) {
      replace(item.command.id, null)
      // What was written on top of it was meant for what it made of the row, and for nobody else's change.
      const own = Object.fromEntries(touches(item.command).map((field) => [field, kept.content[field]]))
      for (const later of items) {
        if (later.command.key !== item.command.key) continue
        replace(later.command.id, { ...later, seen: later.seen ? { ...later.seen, ...own } : kept.content })
      }
      settle(item.command.id, kept)
      show()
    },
  })

  function settle(command: CommandId, kept: Kept<Content>): void {
    attempts.get(command)?.resolve(kept)
    attempts.delete(command)
  }

  const stop = collection.subscribe(() => {
    restore()
    pump.heed()
    show()
  })
  restore()

  return {
    values,
    freshness: () => collection.freshness(),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async post(command, seen) {
      restore()
      const snapshot = options.snapshot()
      const now = values()?.get(command.key) ?? null
      const isFirst = !items.some((item) => item.command.key === command.key)
      if (isFirst && seen && now && isRowOvertaken(touches(command), seen, now)) return { state: 'stale', seen, now }
      const decided = snapshot && decide(command, now, context(snapshot))
      // What the rules refuse of what is known here, the store is asked: somebody else may have made it possible.
      if (!decided?.ok && isFirst) return collection.submit(command, seen)
      if (decided && !decided.ok) return { state: 'refused', refusal: decided.error }
      const attempt = Promise.withResolvers<Kept<Content>>()
      attempts.set(command.id, attempt)
      const base = collection.values()?.has(command.key) ? (seen ?? now) : null
      const item: Item = {
        command,
        seen: base,
        since: instantOf(clock.now()),
        standing: { state: 'queued' },
        inDoubt: false,
      }
      items = [...items, item]
      replace(command.id, item)
      pump.start()
      show()
      return attempt.promise
    },
    unsent: () => items,
    sendNow() {
      collection.setVisible(true)
      pump.start({ again: true })
    },
    sendAnyway(command) {
      const item = items.find((each) => each.command.id === command)
      if (item?.standing.state !== 'stale') return
      replace(command, { ...item, seen: item.standing.now, standing: { state: 'queued' } })
      pump.start()
      show()
    },
    takeBack(command) {
      const item = items.find((each) => each.command.id === command)
      if (!item || item.standing.state === 'sending' || item.inDoubt) return false
      replace(command, null)
      pump.start()
      show()
      return true
    },
    setVisible: (visible) => collection.setVisible(visible),
    close() {
      stop()
      pump.stop()
      listeners.clear()
      collection.close()
    },
  }
}
