/** What an action says and whose it is: owners, wording, marking, parts, a colour that a person set against the rule. */

import { COLOURS } from './action.ts'
import { canonical } from './canonical.ts'
import type { LiftOverride, Mark, OverrideStatus, Reassign, Reword, SetAddressee, SetPart } from './command.ts'
import { checkOwners, checkPart, checkReason, checkText } from './check.ts'
import { MARKINGS } from './group.ts'
import { ownerWords } from './owner.ts'
import { refuse } from './result.ts'
import { eventEntry, step, type Rule } from './step.ts'

/** Work is owned by organisations and posts; who had it before stands in the history (product: "Post", rule 2). */
export const reassign: Rule<Reassign> = (command, action, context, snapshot) => {
  const refusal = checkOwners(command.owners, 'owners', snapshot)
  if (refusal) return { ok: false, error: refusal }
  if (canonical(command.owners) === canonical(action.owners)) return refuse('nothingChanged', 'owners')
  const words = (owners: typeof action.owners): string => owners.map((owner) => ownerWords(owner, snapshot)).join(', ')
  return step(
    { owners: command.owners },
    eventEntry(context, 'reassigned', { from: words(action.owners), to: words(command.owners) }, command.reason),
  )
}

/** The wording may be put right; what it said before stands in the history (product, rule 6). */
export const reword: Rule<Reword> = (command, action, context) => {
  const refusal = checkText(command.details, 'details')
  if (refusal) return { ok: false, error: refusal }
  const details = command.details.trim()
  if (details === action.details) return refuse('nothingChanged', 'details')
  return step({ details }, eventEntry(context, 'reworded', { from: action.details }))
}

/** Whom it asks is a fact of its own: nobody is waited for because of it (product, rule 1: WHITE names who is). */
export const setAddressee: Rule<SetAddressee> = (command, action, context) => {
  const { deadline } = command
  const addressee = command.addressee.trim()
  const refusal =
    (addressee === '' ? null : checkText(addressee, 'addressee')) ??
    (typeof deadline === 'object' && deadline ? checkText(deadline.body, 'body') : null)
  if (refusal) return { ok: false, error: refusal }
  const { addressee: from = '', deadline: whose, ...origin } = action.origin
  if (addressee === from && canonical(deadline) === canonical(whose ?? null))
    return refuse('nothingChanged', 'addressee')
  return step(
    { origin: { ...origin, ...(addressee === '' ? {} : { addressee }), ...(deadline === null ? {} : { deadline }) } },
    eventEntry(context, 'addressed', { how: turnOf(from, addressee), from, to: addressee }),
  )
}

function turnOf(from: string, to: string): string {
  if (from === to) return 'deadline'
  return to === '' ? 'gone' : from === '' ? 'named' : 'changed'
}

/** Nothing above OFFICIAL-SENSITIVE is accepted (product: "Marking"). */
export const mark: Rule<Mark> = (command, action, context, snapshot) => {
  const { marking } = command
  if (marking && !MARKINGS.includes(marking.level)) return refuse('markingTooHigh', 'marking')
  if (canonical(marking) === canonical(action.marking)) return refuse('nothingChanged', 'marking')
  const level = (marking ?? snapshot.group.marking).level
  return step({ marking }, eventEntry(context, 'marked', { level, handling: marking?.handling ?? '' }))
}

/** A part has owners, a due and a status of its own (product: "Action"). */
export const setPart: Rule<SetPart> = (command, action, context, snapshot) => {
  const refusal = checkPart(command.part, 'part', snapshot)
  if (refusal) return { ok: false, error: refusal }
  const was = action.parts.find((part) => part.letter === command.part.letter)
  if (was && canonical(was) === canonical(command.part)) return refuse('partUnchanged')
  const parts = was
    ? action.parts.map((part) => (part === was ? command.part : part))
    : [...action.parts, command.part].toSorted((a, b) => (a.letter < b.letter ? -1 : 1))
  const turned = was !== undefined && was.status !== command.part.status
  const kind = !turned ? 'partSet' : command.part.status === 'done' ? 'partDone' : 'partReopened'
  const values = {
    letter: command.part.letter,
    ...(was && was.details !== command.part.details ? { from: was.details } : {}),
  }
  return step({ parts }, eventEntry(context, kind, values))
}

/** The override and the rule's own answer are both shown (product, rule 1). */
export const overrideStatus: Rule<OverrideStatus> = (command, action, context) => {
  if (!COLOURS.includes(command.colour)) return refuse('commandInvalid', 'colour')
  const refusal = checkReason(command.reason)
  if (refusal) return { ok: false, error: refusal }
  const override = { colour: command.colour, reason: command.reason.trim(), by: context.actor, on: context.today }
  if (action.override?.colour === override.colour && action.override.reason === override.reason) {
    return refuse('nothingChanged')
  }
  return step({ override }, eventEntry(context, 'overridden', { colour: command.colour }, command.reason))
}

export const liftOverride: Rule<LiftOverride> = (command, action, context) => {
  if (!action.override) return refuse('overrideMissing')
  return step(
    { override: null },
    eventEntry(context, 'overrideLifted', { colour: action.override.colour }, command.reason),
  )
}
