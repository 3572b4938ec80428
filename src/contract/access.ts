/**
 * Who may use restricted resources, as tab and service speak of it. Whoever speaks for an organisation is shown its own
 * people; the asset owner, the database administrator, the coordinator and the auditor all of them. What the caller may
 * do to each is said with it, so that no screen guesses. Every answer here was logged before it was given.
 */

import * as v from 'valibot'
import { ACCESS_STAGES, ACCESS_STANDINGS, SUSPENSIONS } from '../domain/access.ts'
import { ACCESS_ACTS } from '../domain/accessdeciding.ts'
import { DIFFERENCES } from '../domain/accessreconciling.ts'
import { REVIEW_ANSWERS } from '../domain/accessreview.ts'
import { endpoint } from './endpoint.ts'
import { commandIdShape, dayShape, keyShape, lineShape, perhapsLineShape, personShape } from './shapes.ts'

/** Words of several lines, trimmed; may be empty. */
const wordsShape = v.pipe(v.string(), v.trim(), v.maxLength(2000))
const countShape = v.pipe(v.number(), v.integer(), v.minValue(0))

const scheduleShape = v.object({
  first: dayShape,
  /** Between one review and the next. */
  months: countShape,
  /** Days from opening to due. */
  dueAfter: countShape,
})

const resourceShape = v.object({
  key: keyShape,
  name: v.string(),
  nameWelsh: v.string(),
  teams: v.array(v.string()),
  reviews: scheduleShape,
  /** When the next review opens. */
  nextReview: dayShape,
})
export type ResourceTold = v.InferOutput<typeof resourceShape>

/** One thing that happened, oldest first in a history. */
const happenedShape = v.object({
  kind: v.picklist(['nominated', 'decided', 'opened', 'suspended', 'askedBack', 'revoked', 'closed']),
  day: dayShape,
  /** Empty: by itself, because a day came or somebody left. */
  by: v.string(),
  /** Of a decision. */
  as: v.nullable(v.picklist(ACCESS_STAGES)),
  verdict: v.nullable(v.picklist(['approved', 'refused'])),
  /** Of a suspension. */
  because: v.nullable(v.picklist(SUSPENSIONS)),
  /** A reason, a comment, or the name of the account that was opened. */
  words: v.string(),
})
export type AccessHappened = v.InferOutput<typeof happenedShape>

const nominationShape = v.object({
  key: commandIdShape,
  resource: keyShape,
  person: personShape,
  organisation: v.string(),
  team: v.string(),
  reason: v.string(),
  /** The day of the training; null: not yet trained. */
  trained: v.nullable(dayShape),
  standing: v.picklist(ACCESS_STANDINGS),
  /** The first day of it. */
  since: dayShape,
  /** Why, while suspended. */
  because: v.nullable(v.picklist(SUSPENSIONS)),
  /** Whose turn it is; null: nobody's. */
  waitsFor: v.nullable(v.picklist([...ACCESS_STAGES, 'databaseAdministrator'])),
  /** Suspended, and somebody has asked for it back or approved of it: what waits is that. */
  isResumption: v.boolean(),
  /** The last day of access if nobody does anything. */
  runsOut: v.nullable(dayShape),
  /** What the resource calls the account; empty: none was opened. */
  account: v.string(),
  history: v.array(happenedShape),
  /** What the caller may do to it now; of a past day, nothing. */
  acts: v.array(v.picklist(ACCESS_ACTS)),
  /** Of the exact state that a decision would be on; null: nothing waits for one. */
  hash: v.nullable(v.string()),
})
export type NominationTold = v.InferOutput<typeof nominationShape>

const reviewShape = v.object({
  key: commandIdShape,
  resource: keyShape,
  organisation: v.string(),
  opens: dayShape,
  /** Who isn't answered for by the end of it is suspended. */
  due: dayShape,
  /** `overdue`: somebody was not answered for in time. */
  progress: v.picklist(['open', 'answered', 'overdue']),
  people: v.array(
    v.object({
      nomination: commandIdShape,
      person: personShape,
      team: v.string(),
      standing: v.picklist(ACCESS_STANDINGS),
      /** The last answer; null: none yet. */
      answer: v.nullable(v.picklist(REVIEW_ANSWERS)),
      words: v.string(),
      /** False: it is their own access. */
      isTheirs: v.boolean(),
    }),
  ),
  /** How the material is made available, as last said; of the review before while nothing was said in this one. */
  availability: v.string(),
  /** Who answered last, and when; null: nobody. */
  answered: v.nullable(v.object({ by: v.string(), day: dayShape })),
  mayAnswer: v.boolean(),
})
export type ReviewTold = v.InferOutput<typeof reviewShape>

/** What a dialog that is opened by itself calls things: it has no group beside it to ask. */
const namesShape = v.object({ organisation: v.string(), resource: v.string(), resourceWelsh: v.string() })

const nominationAskedShape = v.object({ nomination: nominationShape, names: namesShape })
export type NominationAsked = v.InferOutput<typeof nominationAskedShape>

const reviewAskedShape = v.object({ review: reviewShape, names: namesShape })
export type ReviewAsked = v.InferOutput<typeof reviewAskedShape>

const coverageShape = v.object({
  resource: keyShape,
  organisation: v.string(),
  team: v.string(),
  active: countShape,
  others: countShape,
})

const differenceShape = v.object({
  kind: v.picklist(DIFFERENCES),
  account: v.string(),
  name: v.string(),
  nomination: v.nullable(v.string()),
  organisation: v.nullable(v.string()),
})

const reconciliationShape = v.object({
  key: commandIdShape,
  resource: keyShape,
  day: dayShape,
  by: v.string(),
  accounts: countShape,
  agreed: countShape,
  differences: v.array(differenceShape),
  /** How many more there were than are kept. */
  others: countShape,
})
export type ReconciliationTold = v.InferOutput<typeof reconciliationShape>

const registerShape = v.object({
  /** The day that it stands on; null: now. */
  day: v.nullable(dayShape),
  resources: v.array(resourceShape),
  nominations: v.array(nominationShape),
  /** The latest first. */
  reviews: v.array(reviewShape),
  coverage: v.array(coverageShape),
  /** The latest first; none to whoever speaks for an organisation. */
  reconciliations: v.array(reconciliationShape),
  /** The organisations that the caller is shown. */
  organisations: v.array(v.string()),
  /** Those that the caller may nominate for. */
  mayNominate: v.array(v.string()),
  mayReconcile: v.boolean(),
  mayExport: v.boolean(),
  maySetUp: v.boolean(),
})
export type AccessRegister = v.InferOutput<typeof registerShape>

const nominateShape = v.strictObject({
  commandId: commandIdShape,
  resource: keyShape,
  organisation: keyShape,
  person: personShape,
  team: lineShape(80),
  reason: wordsShape,
  trained: v.nullable(dayShape),
})
export type Nominate = v.InferOutput<typeof nominateShape>

const decideAccessShape = v.strictObject({
  commandId: commandIdShape,
  /** Of the state that was shown: of anything else nothing is decided. */
  hash: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  verdict: v.picklist(['approved', 'refused']),
  /** Needed for a refusal. */
  words: wordsShape,
})
export type DecideAccess = v.InferOutput<typeof decideAccessShape>

const changeAccessShape = v.variant('kind', [
  /** By the database administrator. `account`: what the resource's own list calls it. */
  v.strictObject({ commandId: commandIdShape, kind: v.literal('confirmOpened'), account: perhapsLineShape(120) }),
  v.strictObject({ commandId: commandIdShape, kind: v.literal('confirmClosed') }),
  v.strictObject({ commandId: commandIdShape, kind: v.literal('suspend'), words: wordsShape }),
  /** Two approvals again. An approver who asks has given the first of them. */
  v.strictObject({ commandId: commandIdShape, kind: v.literal('askBack'), words: wordsShape }),
  /** One step, one person, at once. */
  v.strictObject({ commandId: commandIdShape, kind: v.literal('revoke'), words: wordsShape }),
])
export type ChangeAccess = v.InferOutput<typeof changeAccessShape>

const answerReviewShape = v.strictObject({
  commandId: commandIdShape,
  /** Some of them or all; who isn't named stays as they were. */
  people: v.pipe(
    v.array(v.strictObject({ nomination: commandIdShape, answer: v.picklist(REVIEW_ANSWERS), words: wordsShape })),
    v.minLength(1),
    v.maxLength(500),
  ),
  availability: wordsShape,
})
export type AnswerReview = v.InferOutput<typeof answerReviewShape>

const reconcileShape = v.strictObject({
  commandId: commandIdShape,
  resource: keyShape,
  accounts: v.pipe(
    v.array(v.strictObject({ account: perhapsLineShape(200), name: perhapsLineShape(200), isEnabled: v.boolean() })),
    v.minLength(1),
    v.maxLength(5000),
  ),
})
export type Reconcile = v.InferOutput<typeof reconcileShape>

const exportShape = v.strictObject({
  commandId: commandIdShape,
  /** Null: as it stands now. */
  day: v.nullable(dayShape),
  /** To whom it goes, in words: stands in the audit as a disclosure. */
  to: lineShape(200),
})
export type ExportAccess = v.InferOutput<typeof exportShape>

const saveResourceShape = v.strictObject({
  commandId: commandIdShape,
  name: lineShape(120),
  nameWelsh: perhapsLineShape(120),
  teams: v.pipe(v.array(lineShape(80)), v.minLength(1), v.maxLength(40)),
  reviews: v.strictObject({ first: dayShape, months: countShape, dueAfter: countShape }),
})
export type SaveResource = v.InferOutput<typeof saveResourceShape>

const ofNomination = { key: keyShape, nomination: commandIdShape }
const ofReview = { key: keyShape, review: commandIdShape }

export const accessEndpoints = {
  /** As it stands now. */
  access: endpoint('GET', '/api/groups/:key/access', { key: keyShape }, null, registerShape),
  /** As it stood at the end of a day. */
  accessOn: endpoint('GET', '/api/groups/:key/access/on/:day', { key: keyShape, day: dayShape }, null, registerShape),
  nominate: endpoint('POST', '/api/groups/:key/access/nominations', { key: keyShape }, nominateShape, nominationShape),
  nomination: endpoint(
    'GET',
    '/api/groups/:key/access/nominations/:nomination',
    ofNomination,
    null,
    nominationAskedShape,
  ),
  decideAccess: endpoint(
    'POST',
    '/api/groups/:key/access/nominations/:nomination/decision',
    ofNomination,
    decideAccessShape,
    nominationShape,
  ),
  changeAccess: endpoint(
    'POST',
    '/api/groups/:key/access/nominations/:nomination',
    ofNomination,
    changeAccessShape,
    nominationShape,
  ),
  accessReview: endpoint('GET', '/api/groups/:key/access/reviews/:review', ofReview, null, reviewAskedShape),
  answerReview: endpoint('POST', '/api/groups/:key/access/reviews/:review', ofReview, answerReviewShape, reviewShape),
  reconcile: endpoint(
    'POST',
    '/api/groups/:key/access/reconciliations',
    { key: keyShape },
    reconcileShape,
    reconciliationShape,
  ),
  exportAccess: endpoint('POST', '/api/groups/:key/access/exports', { key: keyShape }, exportShape, registerShape),
  saveResource: endpoint(
    'POST',
    '/api/groups/:key/access/resources/:resource',
    { key: keyShape, resource: keyShape },
    saveResourceShape,
    resourceShape,
  ),
} as const
