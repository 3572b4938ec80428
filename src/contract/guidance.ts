/**
 * Guidance as tab and service speak of it: what holds now, its versions, who hasn't acknowledged it. Everybody who reads
 * the group may read it; a decision and an acknowledgement name the hash of exactly the words that their maker saw.
 */

import * as v from 'valibot'
import { BODY_VERDICTS, POSITION_PARTS, STANDINGS } from '../domain/guidance.ts'
import { hashShape } from './approvals.ts'
import { endpoint } from './endpoint.ts'
import { commandIdShape, dayShape, keyShape, lineShape, markingShape, perhapsLineShape, personShape } from './shapes.ts'

/** Of one guidance: the command that began it. */
const guidanceKeyShape = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/))
const numberShape = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))
const textShape = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(20_000))
const perhapsTextShape = v.pipe(v.string(), v.trim(), v.maxLength(20_000))
const reasonShape = v.pipe(v.string(), v.trim(), v.maxLength(4000))
const part = v.picklist(POSITION_PARTS)

const words = { text: v.string(), textWelsh: v.string() }
const deed = { by: personShape, on: dayShape }

const versionShape = v.object({
  number: v.number(),
  /** Of its words, its approver and when it is to hold: what a change is based on. */
  hash: v.string(),
  standing: v.picklist(STANDINGS),
  title: v.string(),
  titleWelsh: v.string(),
  ...words,
  validFrom: v.nullable(dayShape),
  /** The first day on which it held or will hold; null: it isn't agreed. */
  holdsFrom: v.nullable(dayShape),
  /** Key of the post that agrees it. */
  approver: v.string(),
  writers: v.array(personShape),
  submitted: v.nullable(v.object({ ...deed, bodies: v.array(v.string()) })),
  /** Of those that it was submitted to, in the order of their recording. */
  answers: v.array(
    v.object({ ...deed, body: v.string(), verdict: v.picklist(BODY_VERDICTS), day: dayShape, evidence: v.string() }),
  ),
  interimAsked: v.nullable(v.object({ ...deed, ...words })),
  interim: v.nullable(v.object({ ...deed, ...words })),
  feedback: v.array(
    v.object({ ...deed, id: v.string(), organisation: v.nullable(v.string()), body: v.string(), words: v.string() }),
  ),
  agreed: v.nullable(v.object(deed)),
  refusals: v.array(v.object({ ...deed, part, reason: v.string() })),
  withdrawn: v.nullable(v.object({ ...deed, reason: v.string() })),
  /** What waits for a decision, and why the caller may not make it; null: they may. */
  asked: v.array(
    v.object({
      part,
      hash: v.string(),
      whyNot: v.nullable(v.picklist(['notApprover', 'askedYourself', 'bodiesAwaited'])),
    }),
  ),
  mayWithdraw: v.boolean(),
})
export type VersionTold = v.InferOutput<typeof versionShape>

const positionShape = v.object({ number: v.number(), part, from: dayShape, hash: v.string() })

const acknowledgedShape = v.object({
  organisation: v.string(),
  number: v.number(),
  part,
  ...deed,
  /** False: of other words than stand there now. */
  isOfThese: v.boolean(),
})

const oneShape = v.object({
  key: v.string(),
  /** What holds today; null: nothing. */
  position: v.nullable(positionShape),
  /** Newest first. */
  versions: v.array(versionShape),
  /** Of what holds now and of what held before. */
  acknowledged: v.array(acknowledgedShape),
  /** Organisations whose SPOC the caller is and that haven't acknowledged what holds. */
  asksYou: v.array(v.string()),
})
export type GuidanceTold = v.InferOutput<typeof oneShape>

const guidanceShape = v.object({
  group: v.object({ name: v.string(), nameWelsh: v.exactOptional(v.string()), marking: markingShape }),
  guidance: v.array(oneShape),
  /** Organisations that acknowledge: those with the post of a SPOC. */
  organisations: v.array(v.object({ key: v.string(), name: v.string(), shortName: v.string() })),
  /** Posts that may be asked to agree, with whoever holds them. */
  approvers: v.array(v.object({ post: v.string(), title: v.string(), holder: v.nullable(v.string()) })),
  mayDraft: v.boolean(),
  /** Keys of the organisations that the caller gives feedback for; of any other body, whoever drafts. */
  feedbackFor: v.array(v.string()),
})
export type Guidance = v.InferOutput<typeof guidanceShape>

const draftEntries = {
  title: lineShape(160),
  titleWelsh: perhapsLineShape(160),
  text: textShape,
  textWelsh: perhapsTextShape,
  validFrom: v.nullable(dayShape),
  approver: keyShape,
}

const commandId = commandIdShape

const changeShape = v.variant('kind', [
  v.strictObject({
    kind: v.literal('write'),
    commandId,
    number: numberShape,
    /** Of the draft as it was seen; null: there was none, and a version begins. */
    seen: v.nullable(hashShape),
    draft: v.strictObject(draftEntries),
  }),
  v.strictObject({
    kind: v.literal('submit'),
    commandId,
    number: numberShape,
    /** Of what was read before it was submitted. */
    seen: hashShape,
    bodies: v.pipe(v.array(lineShape(200)), v.maxLength(20)),
  }),
  v.strictObject({ kind: v.literal('takeBack'), commandId, number: numberShape }),
  v.strictObject({
    kind: v.literal('recordBody'),
    commandId,
    number: numberShape,
    body: lineShape(200),
    verdict: v.picklist(BODY_VERDICTS),
    day: dayShape,
    evidence: v.pipe(reasonShape, v.minLength(1)),
  }),
  v.strictObject({
    kind: v.literal('askInterim'),
    commandId,
    number: numberShape,
    text: textShape,
    textWelsh: perhapsTextShape,
  }),
  v.strictObject({ kind: v.literal('withdraw'), commandId, number: numberShape, reason: reasonShape }),
  v.strictObject({
    kind: v.literal('feedback'),
    commandId,
    number: numberShape,
    organisation: v.nullable(keyShape),
    /** Who, where it is no member. */
    body: perhapsLineShape(200),
    words: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000)),
  }),
])
export type ChangeGuidance = v.InferOutput<typeof changeShape>

const decideShape = v.strictObject({
  commandId,
  number: numberShape,
  part,
  hash: hashShape,
  verdict: v.picklist(['approved', 'refused']),
  /** Must say something where it is refused. */
  reason: reasonShape,
})
export type DecideGuidanceRequest = v.InferOutput<typeof decideShape>

const acknowledgeShape = v.strictObject({
  commandId,
  number: numberShape,
  part,
  hash: hashShape,
  organisation: keyShape,
})
export type AcknowledgeRequest = v.InferOutput<typeof acknowledgeShape>

const one = { key: keyShape, guidance: guidanceKeyShape }

export const guidanceEndpoints = {
  guidance: endpoint('GET', '/api/groups/:key/guidance', { key: keyShape }, null, guidanceShape),
  /** All of these answer with the group's guidance as it stands then. */
  changeGuidance: endpoint('POST', '/api/groups/:key/guidance/:guidance', one, changeShape, guidanceShape),
  decideGuidance: endpoint('POST', '/api/groups/:key/guidance/:guidance/decision', one, decideShape, guidanceShape),
  acknowledgeGuidance: endpoint(
    'POST',
    '/api/groups/:key/guidance/:guidance/acknowledgements',
    one,
    acknowledgeShape,
    guidanceShape,
  ),
} as const
