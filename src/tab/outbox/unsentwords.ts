/** What one unsaved thing is, and how it stands, in words. Pure. */

import type { ActionCommand, Command } from '../../domain/command.ts'
import { ownerWords } from '../../domain/owner.ts'
import { plainText } from '../../domain/passage.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import type { Deed } from '../register/deeds.ts'
import type { Unsent } from './unsent.ts'

/** Beside what the service alone records. */
const UNNAMED: ReadonlySet<Command['kind']> = new Set(['addUpdate', 'mergeEdition', 'putRight', 'noteHandOver'])

/** As the menu names it. */
export function deedWords(command: Command, words: Words): string {
  const { kind } = command
  if (kind === 'addAction') return words.say('unsent.addAction')
  if (kind === 'addUpdate' && command.update.supersedes) return words.say('acting.correct')
  if (kind === 'setPart') return words.say('acting.setPart', { letter: command.part.letter })
  const isNamed = !UNNAMED.has(kind) && !kind.startsWith('record')
  return words.say(isNamed ? `acting.${kind as Exclude<Deed, 'correct'>}` : 'unsent.addUpdate')
}

/** What somebody wrote in it, without what is withheld; empty where they wrote nothing. */
export function textOf(command: Command, snapshot: Snapshot, words: Words): string {
  if (command.kind === 'addAction') return plainText(command.details)
  const { text, due } = wordsIn(command)
  const owners = command.kind === 'reassign' ? command.owners.map((owner) => ownerWords(owner, snapshot)) : []
  const next = command.kind === 'addUpdate' ? (command.update.next?.words ?? '') : ''
  return [...owners, text, next, ...(due ? [words.dueStated(due)] : [])].filter(Boolean).map(plainText).join(' · ')
}

function wordsIn(command: ActionCommand) {
  const due = 'to' in command ? command.to : 'due' in command ? command.due : null
  if (command.kind === 'addUpdate') return { text: command.update.text, due }
  if (command.kind === 'setPart') return { text: command.part.details, due }
  for (const name of ['evidence', 'details', 'purpose', 'words', 'reason'] as const) {
    const text = (command as Partial<Record<typeof name, unknown>>)[name]
    if (typeof text === 'string' && text !== '') return { text, due }
  }
  return { text: '', due }
}

export function standingWords({ standing, inDoubt }: Unsent, reference: string, words: Words): string {
  switch (standing.state) {
    case 'queued':
    case 'sending':
      return words.say('unsent.sending')
    case 'behind':
      return words.say('unsent.behind')
    case 'refused':
      return words.say('unsent.refused', { why: words.refusal(standing.refusal) })
    case 'stale':
      return words.say('unsent.stale', { reference })
    case 'unsaved': {
      const requestId = standing.requestId ?? words.say('register.state.noRequestId')
      const why = words.say(`unsent.${standing.because}`, { requestId })
      return inDoubt ? `${why} ${words.say('unsent.inDoubt')}` : why
    }
  }
}
