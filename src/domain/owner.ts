/**
 * Owners as people write them ("ROCUWM", "West Mercia", "KK/HS", "All forces") and the organisations they name.
 */

import type { Owner } from './action.ts'
import type { Organisation } from './group.ts'
import type { Snapshot } from './snapshot.ts'

/** Finds the organisation whose key, name, short name or alias a text is, whatever its case, spaces and dots. */
export function findOrganisation(text: string, organisations: Iterable<Organisation>): Organisation | null {
  const wanted = fold(text)
  if (wanted === '') return null
  for (const organisation of organisations) {
    const spellings = [organisation.key, organisation.name, organisation.shortName, ...organisation.aliases]
    if (spellings.some((spelling) => fold(spelling) === wanted)) return organisation
  }
  return null
}

/** An owner from words: the organisation they name, or the words themselves. */
export function makeOwner(words: string, organisations: Iterable<Organisation>): Owner {
  const organisation = findOrganisation(words, organisations)
  return organisation ? { organisation: organisation.key } : { name: words.trim() }
}

/** How an owner is written: the organisation's short name, the post's title, or the words. */
export function ownerWords(owner: Owner, snapshot: Pick<Snapshot, 'organisations' | 'posts'>): string {
  if ('organisation' in owner) return snapshot.organisations.get(owner.organisation)?.shortName ?? owner.organisation
  if ('post' in owner) return snapshot.posts.get(owner.post)?.title ?? owner.post
  return owner.name
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
