/** Writes the reports of a log of recommendations; what they recommend goes the way of every import (bringing.ts). */

import { createHash } from 'node:crypto'
import { makePublication } from '../documents/inspectionactions.ts'
import type { RecommendationsProposal } from '../documents/recommendation.ts'
import { openCollection } from '../sharepoint/work/collection.ts'
import { publicationKind } from '../sharepoint/work/publicationrows.ts'
import { createWords } from '../words/words.ts'
import type { BringOptions } from './bringing.ts'
import { openGroup, personOf, type Store } from './store.ts'
import { Ending } from './surroundings.ts'

/** How many reports are in the group then. Run again, it adds nothing twice. */
export async function bringPublications(
  { publications, day }: RecommendationsProposal,
  store: Store,
  { group, batch, document, clock }: BringOptions,
): Promise<number> {
  const { register, client, siteId } = await openGroup(store, { group, clock, as: 'coordinator' })
  const collection = openCollection({
    client,
    siteId,
    kind: publicationKind,
    person: personOf(store.token),
    clock,
    snapshot: () => register.snapshot(),
    as: () => 'coordinator',
  })
  try {
    for (const publication of publications) {
      const command = makePublication(publication, { day, source: { words: document, batch } })
      const id = createHash('sha256').update(`${batch}\n${command.key}`).digest('base64url').slice(0, 22)
      const kept = await collection.submit({ ...command, id })
      if (kept.state === 'saved') continue
      const why = kept.state === 'refused' ? createWords('en').refusal(kept.refusal) : kept.state
      throw new Ending(1, `The report “${publication.title}” isn’t in ${group}: ${why}. Run the same command again.`)
    }
    return publications.length
  } finally {
    collection.close()
    register.close()
  }
}
