/** Writes the work streams of a quarterly document, their quarter, and what is in their way. */

import { createHash } from 'node:crypto'
import { canonical } from '../domain/canonical.ts'
import type { CollectionCommand } from '../domain/collection.ts'
import type { Day } from '../domain/day.ts'
import { makeWorkstreamCommands } from '../documents/workstreamcommands.ts'
import type { WorkstreamsProposal } from '../documents/workstreams.ts'
import { openCollection, type CollectionKind, type WorkCollection } from '../sharepoint/work/collection.ts'
import { quarterKind, workstreamKind } from '../sharepoint/work/workstreamrows.ts'
import { createWords } from '../words/words.ts'
import type { BringOptions } from './bringing.ts'
import { openGroup, personOf, type Store } from './store.ts'
import { Ending } from './surroundings.ts'

export interface BroughtWorkstreams {
  readonly group: string
  /** Those of the document; how many were new, had news of the quarter, and raised a barrier. */
  readonly workstreams: number
  readonly fresh: number
  readonly news: number
  readonly barriers: number
}

export async function bringWorkstreams(
  { workstreams }: WorkstreamsProposal,
  day: Day,
  store: Store,
  { group, batch, document, clock }: BringOptions,
): Promise<BroughtWorkstreams> {
  const { register, client, siteId } = await openGroup(store, { group, clock, as: 'coordinator' })
  const open = <Content extends object, Command extends CollectionCommand>(kind: CollectionKind<Content, Command>) =>
    openCollection({
      client,
      siteId,
      kind,
      person: personOf(store.token),
      clock,
      snapshot: () => register.snapshot(),
      as: () => 'coordinator',
    })
  const [streams, quarters] = [open(workstreamKind), open(quarterKind)]
  const counts = { fresh: 0, news: 0, barriers: 0 }
  try {
    const known = { workstreams: await read(streams), quarters: await read(quarters) }
    for (const each of workstreams) {
      const made = makeWorkstreamCommands(each, known, { day, source: { words: document, batch } })
      if (made.save) counts.fresh += await submit(streams, withId(made.save, batch))
      if (made.quarter) counts.news += await submit(quarters, withId(made.quarter, batch))
      if (made.barrier) counts.barriers += await submit(streams, withId(made.barrier, batch))
    }
    return { group, workstreams: workstreams.length, ...counts }
  } finally {
    streams.close()
    quarters.close()
    register.close()
  }
}

/** Of what it says, so that saying it again adds nothing. */
function withId<Command extends object>(command: Command, batch: string): Command & { readonly id: string } {
  const id = createHash('sha256')
    .update(canonical([batch, command]))
    .digest('base64url')
    .slice(0, 22)
  return { ...command, id }
}

async function submit<Content extends object, Command extends CollectionCommand>(
  collection: WorkCollection<Content, Command>,
  command: Command,
): Promise<1> {
  const kept = await collection.submit(command)
  if (kept.state === 'saved') return 1
  const why = kept.state === 'refused' ? createWords('en').refusal(kept.refusal) : kept.state
  throw new Ending(1, `Not everything was brought in (${command.key}: ${why}). Run the same command again.`)
}

/** Once it was read. */
async function read<Content extends object, Command extends CollectionCommand>(
  collection: WorkCollection<Content, Command>,
): Promise<ReadonlyMap<string, Content>> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, Content>>()
  const look = (): void => {
    const values = collection.values()
    if (values) resolve(values)
    else if (collection.freshness().state !== 'loading') reject(new Ending(1, 'The work streams can’t be read now.'))
  }
  collection.subscribe(look)
  look()
  return promise
}
