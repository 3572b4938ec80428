/**
 * The collections of the groups as the service sees them: opened with its own token when first asked for, looked at
 * again each minute. A site that was made before there was such a list has none of it, and that is no fault.
 */

import type { Kept, Stored } from '../domain/collection.ts'
import type { Person } from '../domain/group.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { GraphClient } from '../sharepoint/client.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import { openCollection, type Author, type WorkCollection } from '../sharepoint/work/collection.ts'
import { loadKind, type CollectionName, type CommandOf, type ContentOf } from '../sharepoint/work/collections.ts'
import type { Clock } from '../words/clock.ts'
import type { Place, Registers } from './registers.ts'

export interface Collections {
  /** By key, as of a minute ago at most. Throws a GraphFault where they can't be read. */
  values<Name extends CollectionName>(place: Place, name: Name): Promise<ReadonlyMap<string, ContentOf<Name> & Stored>>
  /** By key, as they stand now: for what is decided on them. */
  now<Name extends CollectionName>(place: Place, name: Name): Promise<ReadonlyMap<string, ContentOf<Name> & Stored>>
  /** What was known a minute ago is looked at again now; subscribers hear of what has changed. */
  look(place: Place, name: CollectionName): Promise<void>
  /** @param seen as its author decided on it: compared on what the command touches */
  submitAs<Name extends CollectionName>(
    author: Author,
    place: Place,
    name: Name,
    command: CommandOf<Name>,
    seen?: ContentOf<Name>,
  ): Promise<Kept<ContentOf<Name>>>
  /** Called after each change of any of them. */
  subscribe(listener: () => void): () => void
  close(): void
}

export interface CollectionsOptions {
  readonly client: GraphClient
  readonly clock: Clock
  /** The service itself, as a person. */
  readonly service: Person
  readonly registers: Pick<Registers, 'snapshot'>
  readonly pollSeconds?: number
}

type Open<Name extends CollectionName> = WorkCollection<ContentOf<Name>, CommandOf<Name>>

/** Nobody watches: what prompts and circulations look at may be a minute old. */
const POLL_SECONDS = 60
const PATIENCE_MS = 30_000

export function createCollections(options: CollectionsOptions): Collections {
  const { client, clock, service, registers, pollSeconds = POLL_SECONDS } = options
  const opening = new Map<string, Promise<unknown>>()
  const opened: { close(): void }[] = []
  const listeners = new Set<() => void>()
  const snapshots = new Map<string, Snapshot>()

  async function open<Name extends CollectionName>({ siteId }: Place, name: Name): Promise<Open<Name>> {
    return openCollection({
      client,
      siteId,
      kind: await loadKind(name),
      person: service,
      clock,
      snapshot: () => snapshots.get(siteId) ?? null,
      as: () => 'service',
      pollSeconds,
    })
  }

  async function begin<Name extends CollectionName>(place: Place, name: Name): Promise<Open<Name>> {
    const collection = await open(place, name)
    collection.subscribe(() => {
      for (const listener of listeners) listener()
    })
    opened.push(collection)
    return collection
  }

  async function collectionOf<Name extends CollectionName>(place: Place, name: Name): Promise<Open<Name>> {
    const key = `${place.siteId} ${name}`
    const known = opening.get(key) ?? begin(place, name)
    opening.set(key, known)
    known.catch(() => opening.delete(key))
    return (await known) as Open<Name>
  }

  /** Once its rows are here. */
  async function readWhole<Name extends CollectionName>(collection: Open<Name>) {
    const until = clock.now() + PATIENCE_MS
    for (;;) {
      const values = collection.values()
      if (values) return values
      const freshness = collection.freshness()
      if (freshness.state === 'fault' && freshness.code === 'listMissing') {
        return new Map<string, ContentOf<Name> & Stored>()
      }
      if (freshness.state === 'denied') {
        throw new GraphFault({ status: 403, code: 'accessDenied', message: 'the site is closed' })
      }
      if (clock.now() > until) throw new GraphFault({ status: 0, code: 'unreachable', message: 'the site is not here' })
      await new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    }
  }

  return {
    values: async (place, name) => readWhole(await collectionOf(place, name)),
    async now(place, name) {
      const collection = await open(place, name)
      try {
        return await readWhole(collection)
      } finally {
        collection.close()
      }
    },
    look: async (place, name) => (await collectionOf(place, name)).setVisible(true),
    async submitAs(author, place, name, command, seen) {
      snapshots.set(place.siteId, await registers.snapshot(place))
      return (await collectionOf(place, name)).submitAs(author, command, seen)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      for (const each of opened) each.close()
      listeners.clear()
    },
  }
}
