/**
 * Writes an accepted import into a group's register, as the coordinator whose token it is given, and has the service
 * confirm what comes in as discharged or extended. A further edition adds only what is new; run again, it goes on where it was cut
 * off and adds nothing twice. What can't be told apart isn't guessed: it is left to the tab, where a person is asked.
 */

import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { addressOf } from '../contract/endpoint.ts'
import { endpoints, type ImportConfirmed } from '../contract/endpoints.ts'
import { compareEdition, type Comparison, type Matched } from '../documents/edition.ts'
import { makeEditionCommands } from '../documents/editioncommands.ts'
import type { ImportedAction } from '../documents/tracker.ts'
import type { Command } from '../domain/command.ts'
import type { Submission } from '../domain/snapshot.ts'
import { openBulkRegister } from '../sharepoint/work/bulk.ts'
import { readHistories } from '../sharepoint/work/histories.ts'
import type { Clock } from '../words/clock.ts'
import { createWords } from '../words/words.ts'
import { openGroup, type Store } from './store.ts'
import { Ending, type Surroundings } from './surroundings.ts'

export interface BringOptions {
  readonly group: string
  readonly batch: string
  readonly document: string
  /** It is all that there is: what the register has besides is told. Minutes are of one meeting. */
  readonly isWhole: boolean
  readonly clock: Clock
}

export interface Brought {
  readonly group: string
  readonly batch: string
  /** Actions of the document that are in the register, however they came there. */
  readonly saved: number
  /** Of these, the ones that this import added, and the ones that it brought news of. */
  readonly fresh: number
  readonly news: number
  /** Actions of the register that came from a document and aren't in this one. Nothing became of them. */
  readonly vanished: readonly string[]
  /** Actions that the document has in other words, with other owners, due at another time, or open although they ended here: left as they are. */
  readonly reworded: readonly string[]
  readonly reowned: readonly string[]
  readonly redated: readonly string[]
  readonly backwards: readonly string[]
  readonly refused: readonly { readonly reference: string; readonly code: string; readonly message: string }[]
  readonly unsaved: number
  /** Discharges and extensions confirmed; null where no service was named. */
  readonly confirmed: number | null
  readonly extensionsConfirmed: number | null
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
    const histories = await readHistories(register)
    const entries = [...snapshot.actions.values()].map((action) => ({
      action,
      history: histories.get(action.id) ?? [],
    }))
    const names = { organisations: [...snapshot.organisations.values()], posts: [...snapshot.posts.values()] }
    const comparison = compareEdition(actions, entries, { ...names, today: clock.today() })
    const commands = await makeEditionCommands(comparison, {
      ...names,
      batch,
      document: options.document,
      reason: `As in ${options.document}`,
      makeId: async (text) => createHash('sha256').update(text).digest('base64url').slice(0, 22),
    })
    const submissions = await openBulkRegister(register).submitAll(commands, {
      seen: snapshot.actions,
      onProgress: ({ done, total, perMinute }) => around.writeError(`${done} of ${total}, ${perMinute} a minute\n`),
    })
    const answer = store.service ? await confirm(store.service, group, batch) : null
    const summary = summarise(comparison, commands, submissions)
    const { confirmed = null, extensions = null } = answer ?? {}
    const known = { group, batch, confirmed, extensionsConfirmed: extensions }
    return { ...summary, ...(options.isWhole ? {} : { vanished: [] }), ...known }
  } finally {
    register.close()
  }
}

/** What became of it, for a person. */
export function makeBroughtWords(brought: Brought): string {
  const { saved, fresh, news, vanished, reworded, reowned, redated, backwards, refused, unsaved, group } = brought
  const { confirmed, extensionsConfirmed } = brought
  const lines = [`${saved === 1 ? '1 action is' : `${saved} actions are`} in ${group}.`]
  if (news > 0 || fresh < saved) lines.push(`Of these ${fresh} are new, and ${news} have news.`)
  if (vanished.length > 0) lines.push(`Not in this document, and left as they are: ${vanished.join(', ')}.`)
  const differing = reworded.length + reowned.length + redated.length + backwards.length
  if (reworded.length > 0) lines.push(`In other words in this document: ${reworded.join(', ')}.`)
  if (reowned.length > 0) lines.push(`With other owners in this document: ${reowned.join(', ')}.`)
  if (redated.length > 0) lines.push(`Due at another time in this document: ${redated.join(', ')}.`)
  if (backwards.length > 0) lines.push(`Ended here, but open in this document: ${backwards.join(', ')}.`)
  if (differing > 0)
    lines.push('These are left as they are here; bring the document in with the tab to decide on each.')
  for (const { reference, message } of refused) lines.push(`${reference} isn't: ${message}`)
  if (unsaved > 0) lines.push(`${unsaved} couldn't be written yet. Run the same command again: nothing is added twice.`)
  if (confirmed !== null) lines.push(`Confirmed: discharges ${confirmed}, extensions ${extensionsConfirmed ?? 0}.`)
  else lines.push('Actions that came in as discharged count as claimed until the service has confirmed the import.')
  return `${lines.join('\n')}\n`
}

function summarise(
  { matched, doubtful, vanished }: Comparison,
  commands: readonly Command[],
  submissions: readonly Submission[],
): Omit<Brought, 'group' | 'batch' | 'confirmed' | 'extensionsConfirmed'> {
  const words = createWords('en')
  const references = new Map(matched.map(({ action }) => [action.id, action.reference]))
  const counts = { added: 0, merged: 0, unsaved: 0 }
  const refused: Brought['refused'][number][] = []
  for (const [index, submission] of submissions.entries()) {
    const command = commands[index]
    const isAddition = command?.kind === 'addAction'
    switch (submission.state) {
      case 'saved':
        counts[isAddition ? 'added' : 'merged'] += 1
        break
      case 'unsaved':
        counts.unsaved += 1
        break
      case 'stale': {
        const message = 'Somebody changed it meanwhile. Run the same command again.'
        refused.push({ reference: submission.now.reference, code: 'stale', message })
        break
      }
      case 'refused': {
        const known = references.get(command && !isAddition ? command.action : '')
        const reference = (isAddition ? command.imported?.reference : known) ?? ''
        const { refusal } = submission
        refused.push({ reference, code: refusal.code, message: words.refusal(refusal) })
      }
    }
  }
  for (const { imported, candidates } of doubtful) {
    const others = candidates.map(({ reference }) => reference).join(' or ')
    const message = `It may be ${others} of the register, or another action. Bring it in with the tab, which asks.`
    refused.push({ reference: imported.reference, code: 'doubtful', message })
  }
  const differing = (differs: (match: Matched) => boolean): string[] =>
    matched.filter(differs).map(({ action }) => action.reference)
  const changed = new Set(commands.flatMap((command) => (command.kind === 'addAction' ? [] : [command.action])))
  return {
    saved: counts.added + counts.merged + references.size - changed.size,
    fresh: counts.added,
    news: counts.merged,
    vanished: vanished.map(({ reference }) => reference),
    reworded: differing(({ rewording }) => rewording !== null),
    reowned: differing(({ owners }) => owners !== null),
    redated: differing(({ due }) => due !== null),
    backwards: differing(({ statusTurn }) => statusTurn === 'backwards'),
    refused,
    unsaved: counts.unsaved,
  }
}

async function confirm(service: NonNullable<Store['service']>, group: string, batch: string): Promise<ImportConfirmed> {
  const address = addressOf(endpoints.confirmImport, { key: group, batch })
  const response = await fetch(service.base.replace(/\/+$/u, '') + address, {
    method: 'POST',
    headers: { authorization: `Bearer ${service.token}` },
    redirect: 'error',
  })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok) {
    const read = v.safeParse(endpoints.confirmImport.answer, body)
    if (read.success) return read.output
  }
  throw new Ending(
    1,
    `The actions are written; the service didn't confirm their discharges and extensions (${response.status}).`,
  )
}
