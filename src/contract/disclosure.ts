/**
 * Requests for disclosure as tab and service speak of them. The copy itself doesn't cross before it is given out: tab and
 * service make it from the same register by the same rules, and name it by its hash.
 */

import * as v from 'valibot'
import {
  DISCLOSURE_COLUMNS,
  DISCLOSURE_FORMATS,
  DISCLOSURE_LANGUAGES,
  DISCLOSURE_STATES,
} from '../domain/disclosure.ts'
import { hashShape } from './approvals.ts'
import { endpoint } from './endpoint.ts'
import { commandIdShape, dayShape, keyShape, lineShape, perhapsLineShape, personShape } from './shapes.ts'

const disclosureKeyShape = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/))
const wordsShape = v.pipe(v.string(), v.trim(), v.maxLength(4000))
const deed = { by: personShape, on: dayShape }
const idShape = v.pipe(v.string(), v.regex(/^[\w-]{1,80}$/))

const formatsShape = v.pipe(
  v.array(v.picklist(DISCLOSURE_FORMATS)),
  v.minLength(1),
  v.maxLength(DISCLOSURE_FORMATS.length),
)

const draftEntries = {
  reference: lineShape(80),
  authority: lineShape(120),
  received: dayShape,
  scope: v.pipe(wordsShape, v.minLength(1)),
  language: v.picklist(DISCLOSURE_LANGUAGES),
}

const rowShape = v.strictObject({ action: idShape, version: v.pipe(v.string(), v.maxLength(200)) })
const withheldShape = v.strictObject({
  id: idShape,
  action: idShape,
  column: v.nullable(v.picklist(DISCLOSURE_COLUMNS)),
  /** As it stands there: not trimmed. */
  text: v.pipe(v.string(), v.maxLength(20_000)),
  occurrence: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  ground: lineShape(120),
  words: lineShape(120),
})

const oneShape = v.object({
  key: v.string(),
  ...draftEntries,
  /** Empty once it isn't kept any longer. */
  scope: wordsShape,
  state: v.picklist(DISCLOSURE_STATES),
  /** The last day to answer on, and how many working days that is from today. */
  due: dayShape,
  daysLeft: v.number(),
  consulted: v.array(v.object({ ...deed, id: v.string(), who: v.string(), words: v.string() })),
  rows: v.array(rowShape),
  withheld: v.array(withheldShape),
  preparers: v.array(personShape),
  asked: v.nullable(v.object({ ...deed, hash: v.string(), formats: formatsShape })),
  refusals: v.array(v.object({ ...deed, reason: v.string() })),
  released: v.nullable(
    v.object({
      ...deed,
      hash: v.string(),
      to: v.string(),
      files: v.array(v.object({ format: v.picklist(DISCLOSURE_FORMATS), hash: v.string(), size: v.number() })),
    }),
  ),
  answered: v.nullable(v.object({ ...deed, words: v.string() })),
  disposed: v.nullable(dayShape),
  /** Why the caller may not decide on the copy; null: they may. */
  whyNotRelease: v.nullable(v.picklist(['nothingAsked', 'notApprover', 'askedYourself'])),
})
export type DisclosureTold = v.InferOutput<typeof oneShape>

const disclosuresShape = v.object({
  /** Those that wait first, the soonest due before the others. */
  requests: v.array(oneShape),
  /** In the order in which they are offered; those that were withdrawn too, for records name them. */
  grounds: v.array(v.object({ id: v.string(), en: v.string(), cy: v.string(), withdrawn: v.nullable(dayShape) })),
  mayPrepare: v.boolean(),
})
export type Disclosures = v.InferOutput<typeof disclosuresShape>

const commandId = commandIdShape

const changeShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('write'), commandId, draft: v.strictObject(draftEntries) }),
  v.strictObject({
    kind: v.literal('consult'),
    commandId,
    /** Null: somebody else was asked; otherwise what they said is filled in. */
    entry: v.nullable(idShape),
    who: lineShape(200),
    day: dayShape,
    words: wordsShape,
  }),
  v.strictObject({
    kind: v.literal('prepare'),
    commandId,
    /** As its author saw them: nobody's choice is written over unseen. */
    seen: v.strictObject({ rows: v.array(rowShape), withheld: v.array(withheldShape) }),
    rows: v.pipe(v.array(rowShape), v.maxLength(2000)),
    withheld: v.pipe(v.array(withheldShape), v.maxLength(1000)),
  }),
  /** Of the copy as its author saw it, and of the formats. */
  v.strictObject({ kind: v.literal('ask'), commandId, hash: hashShape, formats: formatsShape }),
  v.strictObject({ kind: v.literal('takeBack'), commandId }),
  v.strictObject({ kind: v.literal('answer'), commandId, words: v.pipe(wordsShape, v.minLength(1)) }),
])
export type ChangeDisclosure = v.InferOutput<typeof changeShape>

const groundWords = { en: lineShape(120), cy: lineShape(120) }
const groundsShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('add'), commandId, ...groundWords }),
  v.strictObject({ kind: v.literal('reword'), commandId, ground: idShape, ...groundWords }),
  v.strictObject({ kind: v.literal('withdraw'), commandId, ground: idShape }),
])
export type ChangeGrounds = v.InferOutput<typeof groundsShape>

const decideShape = v.strictObject({
  commandId,
  /** Of the copy as whoever decides saw it. */
  hash: hashShape,
  verdict: v.picklist(['released', 'sentBack']),
  /** To whom it goes. */
  to: perhapsLineShape(200),
  reason: wordsShape,
})
export type DecideDisclosure = v.InferOutput<typeof decideShape>

const takeShape = v.strictObject({ commandId, format: v.picklist(DISCLOSURE_FORMATS) })
export type TakeDisclosure = v.InferOutput<typeof takeShape>

/** The very bytes whose hash stands on record, base64. */
const fileShape = v.object({ name: v.string(), bytes: v.string(), hash: v.string() })
export type DisclosureFile = v.InferOutput<typeof fileShape>

const about = { key: keyShape, disclosure: disclosureKeyShape }

export const disclosureEndpoints = {
  disclosures: endpoint('GET', '/api/groups/:key/disclosures', { key: keyShape }, null, disclosuresShape),
  changeDisclosure: endpoint('POST', '/api/groups/:key/disclosures/:disclosure', about, changeShape, disclosuresShape),
  changeGrounds: endpoint('POST', '/api/groups/:key/grounds', { key: keyShape }, groundsShape, disclosuresShape),
  decideDisclosure: endpoint(
    'POST',
    '/api/groups/:key/disclosures/:disclosure/decide',
    about,
    decideShape,
    disclosuresShape,
  ),
  takeDisclosure: endpoint('POST', '/api/groups/:key/disclosures/:disclosure/file', about, takeShape, fileShape),
} as const
