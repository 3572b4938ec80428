/**
 * A collection: things of a group that each stand in one row of their own (a request, an agenda item, a return), and the
 * seam through which they are read and changed. One row is one thing, so each write is whole or not there; who changes
 * it says what they saw, and of two at once the second is decided again on what the first made.
 *
 * Nothing is ever taken out of a collection: what is over says so in its content.
 */

import { canonical } from './canonical.ts'
import type { CommandId } from './command.ts'
import type { Refusal, Result } from './result.ts'
import type { Freshness, Snapshot, Submission } from './snapshot.ts'
import type { DecisionContext } from './step.ts'

export interface CollectionCommand {
  readonly kind: string
  readonly id: CommandId
  /** Key of the row that it is about; who adds one chooses it, usually the command's id. */
  readonly key: string
}

/** What the store knows of every row. */
export interface Stored {
  /** ETag: every write is based on one. */
  readonly version: string
  readonly createdBy: string
  /** ISO instants. */
  readonly createdAt: string
  readonly modifiedAt: string
}

export interface CollectionContext extends DecisionContext {
  /** The group's register, for organisations, posts, meetings and actions. */
  readonly snapshot: Snapshot
}

/** A rule: what the row holds after a command. `now` is null where there is none yet. */
export type DecideRow<Content, Command> = (
  command: Command,
  now: Content | null,
  context: CollectionContext,
) => Result<Content>

/** How a command ended. */
export type Kept<Content> =
  | { readonly state: 'saved'; readonly content: Content & Stored }
  /** What it touches was changed since its author looked. Nothing was saved. */
  | { readonly state: 'stale'; readonly seen: Content; readonly now: (Content & Stored) | null }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** It is not known to be saved: the same command can be submitted again. */
  | Extract<Submission, { state: 'unsaved' }>

export interface Collection<Content, Command extends CollectionCommand> {
  /** By key; null until they are read. The same map while nothing changed. */
  values(): ReadonlyMap<string, Content & Stored> | null
  freshness(): Freshness
  /** Called after every change. Returns what ends the subscription. */
  subscribe(listener: () => void): () => void
  /** @param seen the content as its author saw it when writing; compared on what the command touches */
  submit(command: Command, seen?: Content): Promise<Kept<Content>>
  /** Polls while somebody looks; said again, it looks at once. */
  setVisible(visible: boolean): void
  close(): void
}

/** Somebody changed what a command touches since its author looked. */
export function isRowOvertaken<Content extends object>(
  touched: readonly (keyof Content)[],
  seen: Content,
  now: Content | null,
): boolean {
  return now === null || touched.some((field) => canonical(seen[field]) !== canonical(now[field]))
}
