/** What moves an action along: updates, a further edition's news, being retained for a meeting. */

import type { AddUpdate, MergeEdition, Retain } from './command.ts'
import { checkUpdate } from './check.ts'
import { checkMoves, extendAsTold } from './deadline.ts'
import { refuse } from './result.ts'
import { eventEntry, step, type Rule } from './step.ts'

/** Words are welcome while an action is open; what has ended is reopened first (product: "Update", "Action"). */
export const addUpdate: Rule<AddUpdate> = (command, action, context, snapshot) => {
  if (action.status === 'closed' || action.status === 'discharged') {
    return refuse('actionEnded', undefined, { reference: action.reference })
  }
  const refusal = checkUpdate(command.update, '', snapshot, context.today)
  if (refusal) return { ok: false, error: refusal }
  return step({}, { ...command.update, event: null })
}

/**
 * The next edition of the same log adds its new entries and the status it shows (product: "Moving in, and out"). Its wording never replaces what
 * stands here; an edition in which an ended action is open again reopens it, and says so.
 */
export const mergeEdition: Rule<MergeEdition> = (command, action, context, snapshot) => {
  if (context.as === 'member') return refuse('coordinatorOnly')
  const { moves = [] } = command
  if (command.updates.length === 0 && moves.length === 0 && command.status === action.status) {
    return refuse('nothingChanged')
  }
  for (const [index, draft] of command.updates.entries()) {
    const refusal = checkUpdate(draft, `updates.${index}`, snapshot, context.today)
    if (refusal) return { ok: false, error: refusal }
  }
  const refused = checkMoves(moves, action.due, context.today)
  if (refused) return { ok: false, error: refused }
  const told = extendAsTold(moves, action.due, { command: command.id, batch: command.batch }, context)
  const moved =
    moves.length === 0
      ? {}
      : { due: moves.at(-1)?.to ?? action.due, extensions: [...action.extensions, ...told.extensions] }
  const entries = [...told.entries, ...command.updates.map((draft) => ({ ...draft, event: null }))]
  if (command.status === action.status) return step(moved, ...entries)
  const day = entries.at(-1)?.day ?? context.today
  const evidence = entries.findLast((entry) => entry.outcome === 'discharge')?.text ?? ''
  const turned = eventEntry(context, 'statusFromEdition', { from: action.status, to: command.status })
  switch (command.status) {
    case 'discharged':
      return step(
        {
          ...moved,
          status: 'discharged',
          closing: null,
          discharge: { evidence, proposedOn: day, proposedBy: null, decision: null },
          origin: { ...action.origin, batch: command.batch },
        },
        ...entries,
        turned,
      )
    case 'closed':
      return step(
        { ...moved, status: 'closed', discharge: null, closing: { reason: 'notApplicable', words: '', day } },
        ...entries,
        turned,
      )
    case 'open':
    case 'dischargeProposed':
      return step({ ...moved, status: command.status, discharge: null, closing: null }, ...entries, turned)
  }
}

/** Kept for a meeting: no slippage, and no limbo either (product, rule 2). */
export const retain: Rule<Retain> = (command, action, context, snapshot) => {
  if (action.status !== 'open' && action.status !== 'dischargeProposed') {
    return refuse('actionEnded', undefined, { reference: action.reference })
  }
  const meeting = snapshot.meetings.get(command.meeting)
  if (!meeting) return refuse('meetingUnknown', 'meeting')
  if (action.retainedFor === meeting.key) return refuse('nothingChanged')
  const entry = eventEntry(context, 'retained', { meeting: meeting.key, day: meeting.day }, command.words)
  return step({ retainedFor: meeting.key }, { ...entry, outcome: 'retain' })
}
