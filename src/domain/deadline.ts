/** Dues that move only by a decision, and milestones on the way (product, rule 3: an extension is an event). */

import type { ActionContent, Extension, ImportedExtension } from './action.ts'
import { isOtherContent } from './approval.ts'
import { canonical } from './canonical.ts'
import type {
  AskExtension,
  CommandId,
  CompleteMilestone,
  RecordExtension,
  SetDue,
  SetMilestone,
  ToldMove,
} from './command.ts'
import { checkDue, checkPastDay, checkReason, checkText } from './check.ts'
import type { Day } from './day.ts'
import { lastDayOf, type Due } from './due.ts'
import { nextMeetingDay } from './group.ts'
import { refuse, type Refusal } from './result.ts'
import { eventEntry, step, type DecisionContext, type Entry, type Rule } from './step.ts'

/** The first due, once; after that a due only moves by an extension. */
export const setDue: Rule<SetDue> = (command, action, context) => {
  if (!isOpen(action)) return refuse('actionEnded', undefined, { reference: action.reference })
  if (action.firstDue !== null) return refuse('dueAlreadySet', 'due', { words: action.firstDue.words })
  const refusal = checkDue(command.due, 'due')
  if (refusal) return { ok: false, error: refusal }
  return step({ due: command.due, firstDue: command.due }, eventEntry(context, 'dueSet', { due: command.due.words }))
}

/** Somebody asks, with a reason; nothing moves until it is granted. To an earlier day is no extension. */
export const askExtension: Rule<AskExtension> = (command, action, context, snapshot) => {
  if (!isOpen(action)) return refuse('actionEnded', undefined, { reference: action.reference })
  if (action.due === null) return refuse('dueUnset', 'due')
  if (action.extensionAsked) return refuse('extensionPending')
  const refusal = checkDue(command.to, 'to') ?? checkReason(command.reason)
  if (refusal) return { ok: false, error: refusal }
  if (canonical(command.to) === canonical(action.due)) return refuse('nothingChanged', 'to')
  const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], context.today)
  const [from, to] = [lastDayOf(action.due, nextMeeting), lastDayOf(command.to, nextMeeting)]
  if (from !== null && to !== null && to <= from) return refuse('extensionNotLater', 'to', { day: from })
  return step(
    {
      extensionAsked: {
        to: command.to,
        reason: command.reason.trim(),
        askedBy: context.actor,
        askedOn: context.today,
        ask: command.id,
      },
    },
    eventEntry(context, 'extensionAsked', { from: action.due.words, to: command.to.words }, command.reason),
  )
}

/** The service alone, when somebody else than the asker has decided (product, rules 3 and 4). */
export const recordExtension: Rule<RecordExtension> = (command, action, context) => {
  if (context.as !== 'service') return refuse('serviceOnly')
  const asked = action.extensionAsked
  if (!asked) return refuse('extensionNotAsked')
  if (isOtherContent(command.content, action, 'extension')) return refuse('approvalVoid')
  const values = { from: action.due?.words ?? '', to: asked.to.words, decision: command.decision }
  if (!command.granted) {
    return step(
      { extensionAsked: null },
      eventEntry(context, command.lapsed ? 'extensionLapsed' : 'extensionRefused', values, command.reason),
    )
  }
  const { to, reason, askedBy, askedOn } = asked
  const extension = { from: action.due, to, reason, askedBy, askedOn, decision: command.decision }
  return step(
    { due: asked.to, extensionAsked: null, extensions: [...action.extensions, extension] },
    eventEntry(context, 'extensionGranted', values, command.reason),
  )
}

/**
 * Moves that a document tells of, each from where the one before it left the due. They are extensions on the document's
 * word: nobody here asked for them or granted them. Each has an entry, which binds whoever brought it in to what it says.
 *
 * @param about the command, whose first entries these are
 */
export function extendAsTold(
  moves: readonly ToldMove[],
  from: Due | null,
  about: { readonly command: CommandId; readonly batch: string },
  context: DecisionContext,
): { readonly extensions: readonly ImportedExtension[]; readonly entries: readonly Entry[] } {
  const extensions = moves.map(({ to, reason }, index): ImportedExtension => {
    const entry = `${about.command}.${index}`
    const told = { from: moves[index - 1]?.to ?? from, to, reason: reason.trim(), batch: about.batch, entry }
    return { ...told, basis: 'imported', askedBy: null, askedOn: null, decision: null }
  })
  const entries = extensions.map((extension, index) => {
    const values = { from: extension.from?.words ?? '', to: extension.to.words, told: makeTold(extension) }
    return { ...eventEntry(context, 'extensionImported', values), day: moves[index]?.day ?? context.today }
  })
  return { extensions, entries }
}

/** Exactly what an imported extension says, without its confirmation. */
export function makeTold({ from, to, reason, batch, entry }: ImportedExtension): string {
  return canonical({ from, to, reason, batch, entry })
}

export function isImported(extension: Extension): extension is ImportedExtension {
  return extension.basis === 'imported'
}

/** What makes moves none that can be told of; without a first due there is nothing that was moved. */
export function checkMoves(moves: readonly ToldMove[], from: Due | null, today: Day): Refusal | null {
  if (moves.length > 0 && from === null) return { code: 'dueUnset', field: 'due' }
  for (const [index, { to, reason, day }] of moves.entries()) {
    const field = `moves.${index}`
    const refusal =
      checkDue(to, field) ?? checkPastDay(day, field, today) ?? (reason === '' ? null : checkText(reason, field))
    if (refusal) return refusal
  }
  return null
}

/** On the way to the due, and no slippage (product: "Due"). */
export const setMilestone: Rule<SetMilestone> = (command, action, context) => {
  if (!isOpen(action)) return refuse('actionEnded', undefined, { reference: action.reference })
  const refusal = checkText(command.purpose, 'purpose') ?? checkDue(command.due, 'due')
  if (refusal) return { ok: false, error: refusal }
  const milestone = { id: command.id, purpose: command.purpose.trim(), due: command.due, done: null }
  return step(
    { milestones: [...action.milestones, milestone] },
    eventEntry(context, 'milestoneSet', { purpose: milestone.purpose, due: command.due.words }),
  )
}

export const completeMilestone: Rule<CompleteMilestone> = (command, action, context) => {
  const milestone = action.milestones.find((each) => each.id === command.milestone)
  if (!milestone) return refuse('milestoneUnknown')
  if (milestone.done !== null) return refuse('milestoneDone')
  const refusal = checkPastDay(command.day, 'day', context.today)
  if (refusal) return { ok: false, error: refusal }
  const milestones = action.milestones.map((each) => (each === milestone ? { ...each, done: command.day } : each))
  return step({ milestones }, eventEntry(context, 'milestoneDone', { purpose: milestone.purpose, day: command.day }))
}

function isOpen(action: ActionContent): boolean {
  return action.status === 'open' || action.status === 'dischargeProposed'
}
