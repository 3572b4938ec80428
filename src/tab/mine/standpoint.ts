/**
 * What of a group's work is a person's own, by the posts they hold or deputise for. Pure. An organisation's work falls
 * to its SPOCs; where it has no SPOC post, to whoever holds a post there. The posts are the group's display copy: this
 * decides what is listed, never what is allowed.
 */

import type { Owner } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Person, Post } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'

/** A post or an organisation that is somebody's, and whether only as deputy. */
export type Standpoint = ReadonlyMap<string, 'holder' | 'deputy'>

export function standpointOf(
  snapshot: Pick<Snapshot, 'posts'>,
  person: Pick<Person, 'tenantId' | 'objectId'>,
  today: Day,
): Standpoint {
  const mine = new Map<string, 'holder' | 'deputy'>()
  const posts = [...snapshot.posts.values()].filter((post) => inForce(post, today))
  const withSpoc = new Set(posts.filter((post) => post.role === 'spoc').map((post) => post.organisation))
  for (const post of posts) {
    const as = isPerson(post.holder, person) ? 'holder' : isPerson(post.deputy, person) ? 'deputy' : null
    if (as === null) continue
    mine.set(postKey(post.key), as)
    if (post.role !== 'spoc' && withSpoc.has(post.organisation)) continue
    const organisation = organisationKey(post.organisation)
    if (mine.get(organisation) !== 'holder') mine.set(organisation, as)
  }
  return mine
}

export function claimOf(owners: readonly Owner[], standpoint: Standpoint): 'holder' | 'deputy' | null {
  let claim: 'holder' | 'deputy' | null = null
  for (const owner of owners) {
    const as =
      'post' in owner
        ? standpoint.get(postKey(owner.post))
        : 'organisation' in owner
          ? standpoint.get(organisationKey(owner.organisation))
          : undefined
    if (as === 'holder') return as
    claim = as ?? claim
  }
  return claim
}

function inForce(post: Post, today: Day): boolean {
  return (post.from === null || post.from <= today) && (post.to === null || post.to >= today)
}

function isPerson(holder: Person | null, person: Pick<Person, 'tenantId' | 'objectId'>): boolean {
  return holder !== null && holder.tenantId === person.tenantId && holder.objectId === person.objectId
}

const postKey = (key: string): string => `post:${key}`
const organisationKey = (key: string): string => `organisation:${key}`
