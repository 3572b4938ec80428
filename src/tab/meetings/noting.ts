/**
 * The register as a meeting uses it: whatever is done to an action is noted among the meeting's matters too, at once and
 * under the same id, and what is taken back or undone is struck out there. The action stays what counts: a note whose
 * deed was never saved settles nothing (`isSettled`).
 */

import type { Command } from '../../domain/command.ts'
import type { ActionId } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { matterKeyOf, type Handling, type MatterCommand, type MeetingMatter } from '../../domain/matters.ts'
import type { Keeping } from '../outbox/keeping.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { newCommandId } from '../register/sending.ts'

export interface NotingOptions {
  /** Key of the meeting. */
  readonly meeting: string
  readonly today: Day
  readonly matters: Keeping<MeetingMatter, MatterCommand>
}

export function createNotingRegister(
  register: OutboxRegister,
  { meeting, today, matters }: NotingOptions,
): OutboxRegister {
  const note = (command: Command): void => {
    const how = handlingOf(command)
    if (how === null || command.kind === 'addAction') return
    const { action } = command
    const deed = { id: command.id, how, words: wordsOf(command), on: today, by: register.me() }
    const key = matterKeyOf(meeting, action)
    void matters.post({ kind: 'dealWith', id: newCommandId(), key, meeting, action, deed })
  }
  const strike = (action: ActionId, id: string | undefined): void => {
    const key = matterKeyOf(meeting, action)
    if (
      id === undefined ||
      !matters
        .values()
        ?.get(key)
        ?.deeds.some((deed) => deed.id === id)
    )
      return
    void matters.post({ kind: 'takeBack', id: newCommandId(), key, deed: id })
  }
  return {
    ...register,
    async post(command, seen, form) {
      const posting = await register.post(command, seen, form)
      if (posting.state === 'posted' || posting.state === 'saved') note(command)
      return posting
    },
    // The register's own way back: the last deed is the one that is undone.
    async submit(command, seen) {
      const submission = await register.submit(command, seen)
      const isDone = submission.state === 'saved' || submission.state === 'unsaved'
      if (isDone && command.kind !== 'addAction') {
        strike(command.action, matters.values()?.get(matterKeyOf(meeting, command.action))?.deeds.at(-1)?.id)
      }
      return submission
    },
    takeBack(id) {
      const item = register.takeBack(id)
      if (item && item.command.kind !== 'addAction') strike(item.command.action, id)
      return item
    },
  }
}

/** What leaves no trace among the matters isn't here. */
const HANDLED: Readonly<Partial<Record<Command['kind'], Handling>>> = {
  addUpdate: 'updated',
  setDue: 'updated',
  retain: 'retained',
  proposeDischarge: 'discharged',
  askExtension: 'extended',
  addLink: 'referred',
  reassign: 'reassigned',
  close: 'closed',
}

function handlingOf(command: Command): Handling | null {
  const isCorrection = command.kind === 'addUpdate' && command.update.supersedes
  const isOtherLink = command.kind === 'addLink' && command.link.kind !== 'referredTo'
  return isCorrection || isOtherLink ? null : (HANDLED[command.kind] ?? null)
}

function wordsOf(command: Command): string {
  if (command.kind === 'addUpdate') return command.update.text
  if ('evidence' in command) return command.evidence
  if ('words' in command) return command.words
  return 'reason' in command ? command.reason : ''
}
