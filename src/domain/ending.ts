/** How an action ends, and how it comes back: discharge by decision, closing by the coordinator, reopening with a reason. */

import { CLOSE_REASONS, type ActionContent } from './action.ts'
import type { Close, ProposeDischarge, RecordDischarge, Reopen, WithdrawDischarge } from './command.ts'
import { isOtherContent } from './approval.ts'
import { checkReason, checkText } from './check.ts'
import { refuse, type Result } from './result.ts'
import { eventEntry, step, type Rule } from './step.ts'

/** The owner proposes with evidence; the chair approves or refuses (product: "Discharge"). */
export const proposeDischarge: Rule<ProposeDischarge> = (command, action, context) => {
  if (action.status === 'dischargeProposed') {
    return refuse('alreadyProposed', undefined, { reference: action.reference })
  }
  if (action.status !== 'open') return ended(action)
  if (command.evidence.trim() === '') return refuse('evidenceMissing', 'evidence')
  const refusal = checkText(command.evidence, 'evidence')
  if (refusal) return { ok: false, error: refusal }
  const evidence = command.evidence.trim()
  return step(
    {
      status: 'dischargeProposed',
      discharge: { evidence, proposedOn: context.today, proposedBy: context.actor, ask: command.id, decision: null },
    },
    { ...eventEntry(context, 'dischargeProposed', {}, evidence), outcome: 'discharge' },
  )
}

/** Whoever proposed may think again; why stands in the history (product, rule 6). */
export const withdrawDischarge: Rule<WithdrawDischarge> = (command, action, context) => {
  if (action.status !== 'dischargeProposed') return refuse('notProposed')
  const refusal = checkReason(command.reason)
  if (refusal) return { ok: false, error: refusal }
  return step({ status: 'open', discharge: null }, eventEntry(context, 'dischargeWithdrawn', {}, command.reason))
}

/**
 * The service alone, when the chair has decided; it also confirms what an import brought in as discharged (architecture,
 * decision 5).
 */
export const recordDischarge: Rule<RecordDischarge> = (command, action, context) => {
  if (context.as !== 'service') return refuse('serviceOnly')
  const claimed = action.status === 'discharged' && action.discharge?.decision == null
  if (action.status !== 'dischargeProposed' && !claimed) return refuse('notProposed')
  if (isOtherContent(command.content, action, 'discharge')) return refuse('approvalVoid')
  if (!command.approved) {
    const event = command.lapsed ? 'dischargeLapsed' : 'dischargeRefused'
    return step(
      { status: 'open', discharge: null },
      eventEntry(context, event, { decision: command.decision }, command.reason),
    )
  }
  const discharge = action.discharge ?? { evidence: '', proposedOn: context.today, proposedBy: null }
  return step(
    { status: 'discharged', discharge: { ...discharge, decision: command.decision } },
    eventEntry(context, 'dischargeApproved', { decision: command.decision }, command.reason),
  )
}

/** Only a coordinator closes: what is closed was not done (product: "Action"; architecture, decision 5). */
export const close: Rule<Close> = (command, action, context) => {
  if (context.as === 'member') return refuse('coordinatorOnly')
  if (action.status === 'closed' || action.status === 'discharged') return ended(action)
  if (!CLOSE_REASONS.includes(command.reason)) return refuse('reasonMissing', 'reason')
  return step(
    {
      status: 'closed',
      discharge: null,
      closing: { reason: command.reason, words: command.words.trim(), day: context.today },
    },
    eventEntry(context, 'closed', { reason: command.reason }, command.words),
  )
}

/** With a reason (product: "Action"). */
export const reopen: Rule<Reopen> = (command, action, context) => {
  if (context.as === 'member') return refuse('coordinatorOnly')
  if (action.status !== 'closed' && action.status !== 'discharged') return refuse('notEnded')
  const refusal = checkReason(command.reason)
  if (refusal) return { ok: false, error: refusal }
  return step(
    { status: 'open', closing: null, discharge: null },
    eventEntry(context, 'reopened', { from: action.status }, command.reason),
  )
}

function ended(action: ActionContent): Result<never> {
  return refuse('actionEnded', undefined, { reference: action.reference })
}
