/** What work of the group follows from, read as the room shows it. */

import { useMemo } from 'react'
import type { CoveringGround } from '../../domain/covering.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useCollection, type Shown } from '../outbox/useCollection.ts'
import type { RoomProps } from '../shell/room.ts'
import { useQuarterAsked } from '../workstreams/quarterasked.ts'

const NOTHING = new Map<string, never>()

/** Null until all of it is here. */
export function useGround({ session, page }: Pick<RoomProps, 'session' | 'page'>, snapshot: Snapshot) {
  const workstreams = valuesOf(useCollection(session, page.siteId, 'workstreams'))
  const quarters = valuesOf(useCollection(session, page.siteId, 'quarters'))
  const returns = valuesOf(useCollection(session, page.siteId, 'returns'))
  const requests = valuesOf(useCollection(session, page.siteId, 'requests'))
  const responses = valuesOf(useCollection(session, page.siteId, 'responses'))
  const asked = useQuarterAsked(session, page.group)
  return useMemo((): CoveringGround | null => {
    if (!workstreams || !quarters || !returns || !requests || !responses || !asked) return null
    return { snapshot, workstreams, quarters, returns, requests, responses, asked }
  }, [snapshot, workstreams, quarters, returns, requests, responses, asked])
}

/** A list that a site doesn't have yet holds nothing. */
export function valuesOf<Content>({ values, freshness }: Pick<Shown<Content, never>, 'values' | 'freshness'>) {
  return values ?? (freshness.state === 'fault' ? NOTHING : null)
}
