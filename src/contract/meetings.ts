/**
 * A meeting's end, as tab and service speak of it: closing it, and the list of what it decided aloud, which the chair
 * confirms once. A confirmation names the hash of exactly the list that its maker saw.
 */

import * as v from 'valibot'
import { APPROVAL_KINDS } from '../domain/approval.ts'
import { MARKINGS } from '../domain/group.ts'
import { decidedShape, decisionShape, hashShape, lackingShape, subjectShape } from './approvals.ts'
import { endpoint } from './endpoint.ts'
import { commandIdShape, dayShape, keyShape, lineShape } from './shapes.ts'

/** A meeting's key goes into rows and addresses. */
const meetingShape = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/))
const words = v.pipe(v.string(), v.trim(), v.maxLength(4000))

const closeShape = v.strictObject({
  commandId: commandIdShape,
  /** Of the standing items on the next agenda. */
  language: v.picklist(['en', 'cy']),
})
export type CloseMeetingRequest = v.InferOutput<typeof closeShape>

/** What was put before the chair; null: nothing had been decided aloud. */
const putShape = v.object({
  /** Null where there was nothing to put. */
  hash: v.nullable(v.string()),
  count: v.number(),
  /** References of what others decide, or the chair asked for: each waits on its own. */
  leftOut: v.array(v.string()),
})
export type ListPut = v.InferOutput<typeof putShape>

const closedShape = v.object({
  ...putShape.entries,
  /** Key of the next meeting, whose agenda is prepared; null: none is planned. */
  next: v.nullable(v.string()),
})
export type MeetingClosed = v.InferOutput<typeof closedShape>

/** How one thing on a list stands: as it was put, decided by now, or other than it was put. */
const LIST_STATES = ['asked', 'approved', 'refused', 'changed'] as const

const itemShape = v.object({
  subject: v.string(),
  kind: v.picklist(APPROVAL_KINDS),
  reference: v.string(),
  details: v.string(),
  marking: v.picklist(MARKINGS),
  /** Evidence of a discharge, reason of an extension. */
  words: v.string(),
  /** Dues as written; null for a discharge. */
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  count: v.nullable(v.number()),
  askedBy: v.nullable(v.string()),
  /** Answers that a discharge would be without. */
  lacking: lackingShape,
  state: v.picklist(LIST_STATES),
})
export type ListItem = v.InferOutput<typeof itemShape>

const listShape = v.object({
  group: keyShape,
  groupName: v.string(),
  meeting: v.object({ key: v.string(), title: v.string(), day: dayShape }),
  marking: v.object({ level: v.picklist(MARKINGS), handling: v.exactOptional(v.string()) }),
  hash: v.string(),
  putBy: v.nullable(v.string()),
  putOn: dayShape,
  items: v.array(itemShape),
  /** Why the caller may not decide; null: they may. `changed`: something on it did, and it has to be put again. */
  whyNot: v.nullable(v.picklist(['notApprover', 'ownRequest', 'lapsed', 'changed', 'decided'])),
  /** The caller's deputy, to whom it may be left. */
  deputy: v.nullable(v.string()),
  decided: v.nullable(decisionShape),
})
export type MeetingList = v.InferOutput<typeof listShape>

const confirmShape = v.strictObject({
  commandId: commandIdShape,
  hash: hashShape,
  /** Subjects on the list that the chair does not confirm. */
  except: v.pipe(v.array(subjectShape), v.maxLength(1000)),
  /** Must say something where there are exceptions, or a discharge is confirmed while answers are missing. */
  reason: words,
})
export type ConfirmList = v.InferOutput<typeof confirmShape>

const confirmedShape = v.object({
  decision: decisionShape,
  /** False: somebody had decided before, and that stands. */
  isNew: v.boolean(),
  approved: v.number(),
  refused: v.number(),
})
export type ListConfirmed = v.InferOutput<typeof confirmedShape>

const outsideShape = v.strictObject({
  commandId: commandIdShape,
  hash: hashShape,
  verdict: v.picklist(['approved', 'refused']),
  /** Whose decision it is. */
  body: lineShape(200),
  /** When it decided. */
  day: dayShape,
  /** What shows it: a letter, minutes, an address. */
  evidence: v.pipe(words, v.minLength(1)),
})
export type OutsideDecision = v.InferOutput<typeof outsideShape>

const about = { key: keyShape, meeting: meetingShape }

export const meetingEndpoints = {
  /** Refuses limbo; puts what was decided aloud before the chair; prepares the next agenda. */
  closeMeeting: endpoint('POST', '/api/groups/:key/meetings/:meeting/close', about, closeShape, closedShape),
  meetingList: endpoint('GET', '/api/groups/:key/meetings/:meeting/list', about, null, listShape),
  /** Puts it again: something on it changed before it was confirmed. */
  putMeetingList: endpoint(
    'POST',
    '/api/groups/:key/meetings/:meeting/list',
    about,
    v.strictObject({ commandId: commandIdShape }),
    putShape,
  ),
  confirmMeetingList: endpoint(
    'POST',
    '/api/groups/:key/meetings/:meeting/list/decision',
    about,
    confirmShape,
    confirmedShape,
  ),
  /** An outside body decided what waits here; the coordinator records it with its evidence. */
  recordOutside: endpoint(
    'POST',
    '/api/groups/:key/approvals/:subject/outside',
    { key: keyShape, subject: subjectShape },
    outsideShape,
    decidedShape,
  ),
} as const
