/**
 * Writes an accepted import into a group's register, as the coordinator whose token it is given, and has the service
 * confirm what comes in as discharged. The same file for the same group is the same import: run again, it goes on
 * where it was cut off and adds nothing twice.
 */

import { addressOf, endpoints } from '../contract/endpoints.ts'
import { makeCommands } from '../documents/commands.ts'
import type { ImportedAction } from '../documents/tracker.ts'
import type { Submission } from '../domain/snapshot.ts'
import { openBulkRegister } from '../sharepoint/work/bulk.ts'
import type { Clock } from '../words/clock.ts'
import { createWords } from '../words/words.ts'
import { openGroup, type Store } from './store.ts'
import { Ending, type Surroundings } from './surroundings.ts'

export interface BringOptions {
  readonly group: string
  readonly batch: string
  readonly document: string
  readonly clock: Clock
}

export interface Brought {
  readonly group: string
  readonly batch: string
  readonly saved: number
  readonly refused: readonly { readonly reference: string; readonly code: string; readonly message: string }[]
  readonly unsaved: number
  /** Discharges confirmed; null where no service was named. */
  readonly confirmed: number | null
}

export async function bringIn(
  actions: readonly ImportedAction[],
  store: Store,
  options: BringOptions,
  around: Surroundings,
): Promise<Brought> {
  const { group, batch, clock } = options
  const { register, snapshot } = await openGroup(store, { group, clock, as: 'coordinator' })
  try {
    const commands = makeCommands(actions, {
      batch,
      document: options.document,
      organisations: snapshot.organisations.values(),
      posts: snapshot.posts.values(),
      makeId: (index) => `${batch}-${index}`,
    })
    const submissions = await openBulkRegister(register).submitAll(commands, {
      onProgress: ({ done, total, perMinute }) => around.writeError(`${done} of ${total}, ${perMinute} a minute\n`),
    })
    const confirmed = store.service ? await confirm(store.service, group, batch) : null
    return { ...summarise(actions, submissions), group, batch, confirmed }
  } finally {
    register.close()
  }
}

/** What became of it, for a person. */
export function makeBroughtWords({ saved, refused, unsaved, confirmed, group }: Brought): string {
  const lines = [`${saved === 1 ? '1 action is' : `${saved} actions are`} in ${group}.`]
  for (const { reference, message } of refused) lines.push(`${reference} isn't: ${message}`)
  if (unsaved > 0) lines.push(`${unsaved} couldn't be written yet. Run the same command again: nothing is added twice.`)
  if (confirmed !== null) lines.push(`Discharges confirmed: ${confirmed}.`)
  else lines.push('Actions that came in as discharged count as claimed until the service has confirmed the import.')
  return `${lines.join('\n')}\n`
}

function summarise(
  actions: readonly ImportedAction[],
  submissions: readonly Submission[],
): Pick<Brought, 'saved' | 'refused' | 'unsaved'> {
  const words = createWords('en')
  const refused = submissions.flatMap((submission, index) =>
    submission.state === 'refused'
      ? [
          {
            reference: actions[index]?.reference ?? '',
            code: submission.refusal.code,
            message: words.refusal(submission.refusal),
          },
        ]
      : [],
  )
  const saved = submissions.filter((submission) => submission.state === 'saved').length
  return { saved, refused, unsaved: submissions.length - saved - refused.length }
}

async function confirm(service: NonNullable<Store['service']>, group: string, batch: string): Promise<number> {
  const address = addressOf(endpoints.confirmImport, { key: group, batch })
  const response = await fetch(service.base.replace(/\/+$/u, '') + address, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.token}` },
    redirect: 'error',
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && body !== null && typeof body === 'object' && 'confirmed' in body) return Number(body.confirmed)
  throw new Ending(1, `The actions are written; the service didn't confirm their discharges (${response.status}).`)
}
