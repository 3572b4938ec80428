/**
 * What may be done to a request: made, put to a further organisation, one taken out, its due moved, closed, opened
 * again. Pure. Coordinators do; the service makes the periods of returns.
 */

import { checkReason, checkText } from './check.ts'
import type { CollectionContext } from './collection.ts'
import { isDay } from './day.ts'
import { MARKINGS } from './group.ts'
import type { RequestContent, RequestEntry, RequestEvent } from './request.ts'
import type { MakeRequest, RequestCommand } from './requestcommand.ts'
import { checkFields } from './requestfields.ts'
import { accept, refuse, type Refusal, type Result } from './result.ts'
import type { Snapshot } from './snapshot.ts'

/** What fits the head of a column of the matrix, and a line of a message. */
export const LONGEST_TITLE = 200

/** Decides one command on a request as it is now; null: there is none of that key. */
export function decideRequest(
  command: RequestCommand,
  now: RequestContent | null,
  context: CollectionContext,
): Result<RequestContent> {
  if (context.as === 'member') return refuse('coordinatorOnly')
  // Carried out before: once is once.
  if (now?.log.some(({ id }) => id === command.id)) return accept(now)
  if (command.kind === 'makeRequest') return make(command, now, context)
  if (!now) return refuse('requestUnknown')
  if (command.kind === 'reopenRequest') {
    if (now.status === 'open') return refuse('nothingChanged')
    const refusal = checkReason(command.reason)
    return refusal
      ? failed(refusal)
      : changed(now, { status: 'open' }, entry(command, 'reopened', context, command.reason))
  }
  if (now.status === 'closed') return refuse('requestClosed')
  switch (command.kind) {
    case 'putTo': {
      const further = command.organisations.filter((each) => !now.organisations.includes(each))
      if (further.length === 0) return refuse('nothingChanged', 'organisations')
      const refusal = checkOrganisations(further, context.snapshot)
      if (refusal) return failed(refusal)
      const organisations = [...now.organisations, ...further]
      return changed(now, { organisations }, { ...entry(command, 'putTo', context), organisations: further })
    }
    case 'takeOut': {
      const { organisation, reason } = command
      if (!now.organisations.includes(organisation)) return refuse('nothingChanged')
      if (now.organisations.length === 1) return refuse('organisationsMissing', 'organisations')
      const refusal = checkReason(reason)
      if (refusal) return failed(refusal)
      const organisations = now.organisations.filter((each) => each !== organisation)
      const taken = { ...entry(command, 'takenOut', context, reason), organisations: [organisation] }
      return changed(now, { organisations }, taken)
    }
    case 'moveDue': {
      if (!isDay(command.due)) return refuse('dayInvalid', 'due')
      if (command.due === now.due) return refuse('nothingChanged', 'due')
      const refusal = checkReason(command.reason)
      return refusal
        ? failed(refusal)
        : changed(now, { due: command.due }, entry(command, 'dueMoved', context, command.reason))
    }
    case 'closeRequest':
      return changed(now, { status: 'closed' }, entry(command, 'closed', context, command.words))
  }
}

/** A period of a return that is there already is there: whoever comes second has nothing to do. */
function make(command: MakeRequest, now: RequestContent | null, context: CollectionContext): Result<RequestContent> {
  if (now) {
    const isSame = command.return !== null && now.return === command.return && now.period === command.period
    return isSame ? accept(now) : refuse('commandInvalid', 'key')
  }
  const refusal = check(command, context.snapshot)
  if (refusal) return failed(refusal)
  const { key, action, organisations, opens, due, fields, signOff, marking, period } = command
  return accept({
    key,
    title: command.title.trim(),
    words: command.words.trim(),
    action,
    organisations: [...new Set(organisations)],
    opens,
    due,
    fields,
    signOff,
    marking,
    return: command.return,
    period,
    status: 'open',
    log: [entry(command, 'made', context)],
  })
}

function check(command: MakeRequest, snapshot: Snapshot): Refusal | null {
  const { title, words, action, opens, due, marking } = command
  if (title.trim().length > LONGEST_TITLE) {
    return { code: 'textTooLong', field: 'title', values: { longest: LONGEST_TITLE } }
  }
  if (action !== null && !snapshot.actions.has(action)) return { code: 'actionUnknown', field: 'action' }
  if (due !== null && !isDay(due)) return { code: 'dayInvalid', field: 'due' }
  if (opens !== null && !isDay(opens)) return { code: 'dayInvalid', field: 'opens' }
  if (marking && !MARKINGS.includes(marking.level)) return { code: 'markingTooHigh', field: 'marking' }
  return (
    checkText(title, 'title') ??
    (words.trim() === '' ? null : checkText(words, 'words')) ??
    checkOrganisations(command.organisations, snapshot) ??
    checkFields(command.fields)
  )
}

function checkOrganisations(organisations: readonly string[], snapshot: Snapshot): Refusal | null {
  if (organisations.length === 0) return { code: 'organisationsMissing', field: 'organisations' }
  const stranger = organisations.find((each) => !snapshot.organisations.has(each))
  if (stranger === undefined) return null
  return { code: 'ownerUnknown', field: 'organisations', values: { owner: stranger } }
}

function entry(
  { id }: RequestCommand,
  kind: RequestEvent,
  { today, actor }: CollectionContext,
  words = '',
): RequestEntry {
  return { id, kind, day: today, by: actor, words: words.trim(), organisations: [] }
}

function changed(now: RequestContent, fields: Partial<RequestContent>, entered: RequestEntry): Result<RequestContent> {
  return accept({ ...now, ...fields, log: [...now.log, entered] })
}

function failed(error: Refusal): Result<never> {
  return { ok: false, error }
}
