/**
 * What a rule answers: the fields that change, and the entries that the history gains. Every change of an action has
 * an entry, so that the history alone tells how it came to be as it is.
 */

import type { ActionContent, HistoryEvent, Latest, UpdateContent } from './action.ts'
import type { CommandId, UpdateDraft } from './command.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'
import { accept, type Result } from './result.ts'
import type { Snapshot } from './snapshot.ts'

export interface DecisionContext {
  readonly actor: Person
  readonly today: Day
  /**
   * What the actor is in this group. Here it only spares people a refusal later: whoever enforces reads roles from
   * Control when it acts (product: "Who writes what").
   */
  readonly as: 'member' | 'coordinator' | 'service'
}

export interface Entry extends UpdateDraft {
  readonly event: HistoryEvent | null
}

export interface Step {
  readonly fields: Partial<Omit<ActionContent, 'id' | 'reference' | 'latest' | 'updateCount'>>
  readonly entries: readonly Entry[]
}

/** A rule: what a command does to an action as it is now. */
export type Rule<Each> = (
  command: Each,
  action: ActionContent,
  context: DecisionContext,
  snapshot: Snapshot,
) => Result<Step>

/** An event of today, with the words given for it. */
export function eventEntry(
  context: DecisionContext,
  kind: HistoryEvent['kind'],
  values: HistoryEvent['values'],
  text = '',
): Entry {
  return { day: context.today, text: text.trim(), next: null, outcome: null, event: { kind, values } }
}

/** A step of some fields and one event of today. */
export function step(fields: Step['fields'], ...entries: Entry[]): Result<Step> {
  return accept({ fields, entries })
}

export function makeUpdate(command: CommandId, ordinal: number, action: string, draft: UpdateDraft): UpdateContent {
  const next = draft.next
  return {
    id: `${command}.${ordinal}`,
    action,
    day: draft.day,
    text: draft.text.trim(),
    next: next && next.words.trim() !== '' ? { ...next, words: next.words.trim() } : null,
    outcome: draft.outcome,
    event: 'event' in draft ? ((draft as Entry).event ?? null) : null,
    organisation: draft.organisation ?? null,
    meeting: draft.meeting ?? null,
    supersedes: draft.supersedes ?? null,
  }
}

/** The row shows the update with the latest day; of two of one day, the one entered later. Bare events leave it. */
export function latestOf(latest: Latest | null, updates: readonly UpdateContent[]): Latest | null {
  return updates.reduce<Latest | null>((newest, update) => {
    if (update.event && update.text === '' && !update.next) return newest
    if (newest && newest.day > update.day) return newest
    return { day: update.day, outcome: update.outcome, next: update.next }
  }, latest)
}
