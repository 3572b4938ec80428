/**
 * Owners as people write them ("ROCUWM", "West Mercia", "KK/HS", "All forces") and the organisations they name.
 */

import type { Owner } from './action.ts'
import type { Organisation } from './group.ts'

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

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
}
