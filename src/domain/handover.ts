/** What an action's history says when the post that it is put to changes hands (product: "Post"). */

import type { NoteHandOver } from './command.ts'
import { refuse } from './result.ts'
import { eventEntry, step, type Rule } from './step.ts'

/** Work stays where it is, with the post; only who holds it is another. The service alone: it follows from Control. */
export const noteHandOver: Rule<NoteHandOver> = (command, action, context) => {
  if (context.as !== 'service') return refuse('serviceOnly')
  if (action.status === 'closed' || action.status === 'discharged') {
    return refuse('actionEnded', undefined, { reference: action.reference })
  }
  const { post, before, after, day } = command
  if (before === null && after === null) return refuse('nothingChanged')
  const how = after === null ? 'vacated' : before === null ? 'filled' : 'handed'
  return step({}, eventEntry(context, 'handedOver', { how, post, from: before ?? '', to: after ?? '', day }))
}
