/** What somebody is writing to an action, and the command it becomes. Pure but for the id of a new draft. */

import type { Action, Owner } from '../../domain/action.ts'
import type { Command, CommandId } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import { parseDayWords, parseDueWords } from '../../domain/duewords.ts'
import type { Person } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { newCommandId } from './sending.ts'

export interface UpdateDraft {
  readonly id: CommandId
  /** It was sent, and is perhaps saved: other words need another id. */
  readonly tried: boolean
  readonly text: string
  /** As typed; empty: today. */
  readonly day: string
  readonly next: { readonly words: string; readonly owners: readonly Owner[]; readonly due: string } | null
}

export function emptyDraft(): UpdateDraft {
  return { id: newCommandId(), tried: false, text: '', day: '', next: null }
}

export function isBlank(draft: UpdateDraft): boolean {
  const { next } = draft
  return draft.text === '' && draft.day === '' && !(next && (next.words || next.due || next.owners[0]))
}

/** A step that says by whom or when, but not what. */
export function isWordless(next: NonNullable<UpdateDraft['next']>): boolean {
  return next.words.trim() === '' && (next.owners.length > 0 || next.due.trim() !== '')
}

export function commandOf(draft: UpdateDraft, action: Action, snapshot: Snapshot, me: Person, today: Day): Command {
  const next =
    draft.next && draft.next.words.trim() !== ''
      ? { words: draft.next.words, owners: draft.next.owners, due: parseDueWords(draft.next.due, today) }
      : null
  return {
    kind: 'addUpdate',
    id: draft.id,
    action: action.id,
    update: {
      // What can't be read goes as it is: the rules refuse it and say so beside the field.
      day: draft.day.trim() === '' ? today : (parseDayWords(draft.day, today, 'past') ?? draft.day),
      text: draft.text,
      next,
      outcome: next ? 'next' : null,
      organisation: organisationOf(snapshot, me),
      meeting: [...snapshot.meetings.values()].find((meeting) => meeting.status === 'open')?.key ?? null,
    },
  }
}

/** The organisation of the post that the person holds, if exactly one. */
function organisationOf(snapshot: Snapshot, me: Person): string | null {
  const held = [...snapshot.posts.values()].filter(
    (post) => post.holder !== null && post.holder.objectId === me.objectId,
  )
  const organisations = new Set(held.map((post) => post.organisation))
  return organisations.size === 1 ? ([...organisations][0] ?? null) : null
}
