/**
 * From a compared edition to the commands that bring its news in. Ids follow from what a command says, so that doing
 * the same again, after it was cut off or by mistake, adds nothing twice.
 */

import { canonical } from '../domain/canonical.ts'
import type { AddAction, Command, CommandId, UpdateDraft } from '../domain/command.ts'
import { parseReference } from '../domain/reference.ts'
import { makeCommands, type CommandOptions } from './commands.ts'
import type { Comparison, Fresh, Matched } from './edition.ts'
import type { ImportedAction } from './tracker.ts'

export interface EditionCommandOptions extends Omit<CommandOptions, 'makeId'> {
  /** Why the owners change, for the history. */
  readonly reason: string
  /** A valid command id that is always the same for one text. */
  makeId(text: string): Promise<CommandId>
}

/** In the order of the document. Nothing for what is doubtful or vanished. */
export async function makeEditionCommands(
  { fresh, matched }: Pick<Comparison, 'fresh' | 'matched'>,
  options: EditionCommandOptions,
): Promise<Command[]> {
  const additions = await makeAdditions(fresh, options)
  const byAction = new Map<string, [Matched, ...Matched[]]>()
  for (const match of matched) {
    const others = byAction.get(match.action.id)
    if (others) others.push(match)
    else byAction.set(match.action.id, [match])
  }
  const unnamed = [...byAction.values()].flatMap((matches) => changesOf(matches, options))
  const changes = await Promise.all(unnamed.map((change) => withId(change, options)))
  return [...additions, ...changes]
}

async function makeAdditions(fresh: readonly Fresh[], options: EditionCommandOptions): Promise<Command[]> {
  const actions = fresh.map(({ imported, reference }) => ({ ...imported, reference }))
  const ids = await Promise.all(
    actions.map(({ sheet, row, reference, details }) =>
      options.makeId(canonical(['add', options.batch, sheet, row, reference, details])),
    ),
  )
  const commands = makeCommands(actions, { ...options, makeId: (index) => ids[index] ?? '' })
  return commands.map((command, index) => {
    const written = fresh[index]?.imported.reference ?? ''
    if (written === '' || parseReference(written)) return command
    const words = `${options.document}, ${written}`
    return { ...command, origin: { ...command.origin, words, number: written } }
  })
}

type Unnamed = Command extends infer Each ? (Each extends Command ? Omit<Each, 'id'> : never) : never

/** @param matches rows of one action: usually one */
function changesOf(matches: readonly [Matched, ...Matched[]], options: EditionCommandOptions): Unnamed[] {
  const [{ action }] = matches
  const about = { action: action.id }
  const turned = matches.find(
    ({ statusTurn, taken }) => statusTurn === 'forwards' || (statusTurn === 'backwards' && taken.has('reopen')),
  )
  const updates = matches.flatMap((match) => draftsOf(match, options))
  const moves = matches.find((match) => match.moves.length > 0)?.moves ?? []
  const changes: Unnamed[] = []
  if (updates.length > 0 || moves.length > 0 || turned) {
    const status = turned?.imported.status ?? action.status
    const moved = moves.length > 0 ? { moves } : {}
    changes.push({ kind: 'mergeEdition', ...about, updates, ...moved, status, batch: options.batch })
  }
  for (const match of matches) {
    const { rewording, owners, taken } = match
    if (taken.has('reword') && rewording) {
      if (rewording.details) changes.push({ kind: 'reword', ...about, details: rewording.details.to })
      for (const part of asNew(match.imported, options)?.parts ?? []) {
        const turn = rewording.parts.find(({ letter }) => letter === part.letter)
        const known = action.parts.find(({ letter }) => letter === part.letter)
        if (turn) changes.push({ kind: 'setPart', ...about, part: known ? { ...known, details: part.details } : part })
      }
    }
    if (taken.has('reassign') && owners) {
      changes.push({ kind: 'reassign', ...about, owners: owners.to, reason: options.reason })
    }
  }
  return changes
}

/** The entries as they would come in with a new action, and what each corrects. */
function draftsOf({ imported, newUpdates }: Matched, options: EditionCommandOptions): UpdateDraft[] {
  const drafts = asNew(imported, options)?.imported?.updates ?? []
  return newUpdates.flatMap(({ update, corrects }) => {
    const draft = drafts[imported.updates.indexOf(update)]
    return draft ? [{ ...draft, supersedes: corrects?.id ?? null }] : []
  })
}

function asNew(imported: ImportedAction, options: EditionCommandOptions): AddAction | undefined {
  return makeCommands([imported], { ...options, makeId: () => '' })[0]
}

async function withId(change: Unnamed, { batch, makeId }: EditionCommandOptions): Promise<Command> {
  return { ...change, id: await makeId(canonical([batch, change])) }
}
