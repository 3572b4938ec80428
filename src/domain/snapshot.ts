/**
 * A group's register as one knows it at a moment, and the seam through which it is changed. Screens read from the
 * snapshot in memory and never wait for the network for what is already known.
 */

import type { Action, ActionId, Update } from './action.ts'
import type { Command, ViewCommand } from './command.ts'
import type { Group, Meeting, Organisation, Person, Post } from './group.ts'
import type { Refusal } from './result.ts'
import type { SavedView, ViewId } from './savedview.ts'

export interface Snapshot {
  readonly group: Group
  readonly organisations: ReadonlyMap<string, Organisation>
  readonly posts: ReadonlyMap<string, Post>
  readonly meetings: ReadonlyMap<string, Meeting>
  /** The group's views and one's own; null where the site has no list for them yet. */
  readonly views: ReadonlyMap<ViewId, SavedView> | null
  readonly actions: ReadonlyMap<ActionId, Action>
}

/** How the register stands towards the store. */
export type Freshness =
  /** Rows are still arriving. */
  | { readonly state: 'loading'; readonly rows: number }
  /** All rows are here, as of an ISO instant. */
  | { readonly state: 'fresh'; readonly asOf: string }
  /** The store can't be reached; what is shown is as of then. */
  | { readonly state: 'offline'; readonly asOf: string | null }
  /** The store asked to wait. */
  | { readonly state: 'throttled'; readonly seconds: number }
  /** The person may not open this site (403), or it isn't there (404). */
  | { readonly state: 'denied' }
  /** The person must sign in again. */
  | { readonly state: 'signIn' }
  /** A fault, with the store's request id where it gave one. */
  | {
      readonly state: 'fault'
      readonly message: string
      readonly requestId: string | null
      /** `listMissing`: the site was made before there was such a list; an administrator brings it up to date. */
      readonly code?: string
    }

/** How a command ended. */
export type Submission =
  /** Saved; the action as it now is. Also the answer to a command that was saved before. */
  | { readonly state: 'saved'; readonly action: Action }
  /** Somebody changed what the command touches: both versions. Nothing was saved. */
  | { readonly state: 'stale'; readonly seen: Action; readonly now: Action }
  | Unwritten

/** How a command about a view ended; the same ends. */
export type ViewSubmission =
  | { readonly state: 'saved' }
  /** Somebody changed it, or took it away. */
  | { readonly state: 'stale'; readonly now: SavedView | null }
  | Unwritten

type Unwritten =
  | { readonly state: 'refused'; readonly refusal: Refusal }
  /** It is not known to be saved: nothing is lost, the same command can be submitted again. */
  | {
      readonly state: 'unsaved'
      readonly because: Exclude<Freshness['state'], 'loading' | 'fresh'>
      readonly requestId: string | null
      /** True where it may be saved all the same: only the store can tell, when it is submitted again. */
      readonly inDoubt?: boolean
    }

/** The register of one group's actions. */
export interface ActionRegister {
  /** Null until the group's own settings are here. */
  snapshot(): Snapshot | null
  freshness(): Freshness
  /** Called after every change of snapshot or freshness. Returns what ends the subscription. */
  subscribe(listener: () => void): () => void
  /**
   * @param seen the action as its author saw it when writing; compared on the fields that the command touches
   */
  submit(command: Command, seen?: Action): Promise<Submission>
  /** @param seen the view as it was when its author began to change it */
  submitView(command: ViewCommand, seen?: SavedView): Promise<ViewSubmission>
  /** The history of one action, newest first; superseded updates are in it. Throws a fault when it can't be read. */
  history(action: ActionId): Promise<readonly Update[]>
  /** The person whose token reads and writes. */
  me(): Person
  /** Stops polling while nobody looks, and starts again at once; said again, it looks at once. */
  setVisible(visible: boolean): void
  close(): void
}
