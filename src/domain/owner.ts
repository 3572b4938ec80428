/**
 * Owners as people write them ("ROCUWM", "West Mercia", "KK/HS", "All forces"), the organisations they name, and which
 * organisations an action belongs to: wherever actions are counted or put together by organisation, this says how.
 */

import type { ActionContent, Owner } from './action.ts'
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

/** Whom an action is with: its owners, and those of its parts that are open; of all its parts once none is. */
export function ownersOf({ owners, parts }: Pick<ActionContent, 'owners' | 'parts'>): readonly Owner[] {
  if (parts.length === 0) return owners
  const open = parts.filter(({ status }) => status === 'open')
  return [...owners, ...(open.length > 0 ? open : parts).flatMap((part) => part.owners)]
}

/**
 * Keys of the organisations that an action belongs to, each once: those that own it, themselves or through a post. Bare
 * names and unknown posts are of no organisation; where nobody else owns it, `''` stands for them.
 */
export function organisationsOf(
  action: Pick<ActionContent, 'owners' | 'parts'>,
  posts: Snapshot['posts'],
): readonly string[] {
  const keys = new Set<string>()
  for (const owner of ownersOf(action)) {
    const key = 'post' in owner ? posts.get(owner.post)?.organisation : 'organisation' in owner && owner.organisation
    if (key) keys.add(key)
  }
  return keys.size === 0 ? NOBODY : [...keys]
}

const NOBODY: readonly string[] = ['']

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
