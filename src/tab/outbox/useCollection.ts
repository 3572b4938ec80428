/** A collection as a page shows it: opened while it does, read as it stands now. */

import { useEffect, useState, useSyncExternalStore } from 'react'
import type { CollectionCommand, Stored } from '../../domain/collection.ts'
import type { Freshness } from '../../domain/snapshot.ts'
import type { CollectionName, CollectionOf, CommandOf, ContentOf, Session } from '../session.ts'
import type { Keeping, Unkept } from './keeping.ts'

export interface Shown<Content, Command extends CollectionCommand> {
  /** Null until its script is here. */
  readonly keeping: Keeping<Content, Command> | null
  /** By key; null until they are read. */
  readonly values: ReadonlyMap<string, Content & Stored> | null
  readonly freshness: Freshness
  readonly unsent: readonly Unkept<Content, Command>[]
}

const LOADING: Freshness = { state: 'loading', rows: 0 }
const NOTHING = [] as const
const noEnd = (): void => {}

/** Polls while the page that calls it is there. */
export function useCollection<Name extends CollectionName>(
  session: Pick<Session, 'openCollection'>,
  siteId: string,
  name: Name,
): Shown<ContentOf<Name>, CommandOf<Name>> {
  const [keeping, setKeeping] = useState<CollectionOf<Name> | null>(null)
  const [fault, setFault] = useState<Error | null>(null)
  useEffect(() => {
    let isThere = true
    let opened: { leave(): void } | null = null
    session.openCollection(siteId, name).then(
      (shown) => {
        if (!isThere) return shown.leave()
        opened = shown
        setKeeping(shown.keeping)
      },
      (cause: unknown) =>
        isThere && setFault(cause instanceof Error ? cause : new TypeError('it couldn’t be opened', { cause })),
    )
    return () => {
      isThere = false
      opened?.leave()
    }
  }, [session, siteId, name])
  const subscribe = (listener: () => void): (() => void) => keeping?.subscribe(listener) ?? noEnd
  const values = useSyncExternalStore(subscribe, () => keeping?.values() ?? null)
  const freshness = useSyncExternalStore(subscribe, () => keeping?.freshness() ?? LOADING)
  const unsent = useSyncExternalStore(subscribe, () => keeping?.unsent() ?? NOTHING)
  // A script that can't be loaded is the page's own fault to show.
  if (fault) throw fault
  return { keeping, values, freshness, unsent }
}
