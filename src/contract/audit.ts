/**
 * The audit as tab, command line and service speak of it: looked through page by page, taken out as a table or as the
 * chain itself, verified; and how long what Control keeps is kept. Only ids cross the wire, with the names that the
 * directory has for them now.
 */

import * as v from 'valibot'
import { AUDIT_EVENTS } from '../domain/record.ts'
import { RETAINED_LISTS, RETENTION_YEARS } from '../domain/retention.ts'
import { endpoint } from './endpoint.ts'
import { commandIdShape, dayShape, idShape, keyShape, lineShape } from './shapes.ts'

/** `changed`: it isn't what was sealed. `missing`: it isn't on Control any more. */
export const ENTRY_STATES = ['whole', 'changed', 'missing'] as const

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

const entryShape = v.object({
  sequence: whole,
  /** ISO instant. */
  at: v.string(),
  event: v.picklist(AUDIT_EVENTS),
  /** As the policy names it: `approval.read`. */
  operation: v.string(),
  subject: v.nullable(v.string()),
  /** The reference of the action that the subject is about; null: it is about none. */
  reference: v.nullable(v.string()),
  /** Object id of who did it; null: the service by itself. */
  person: v.nullable(v.string()),
  ids: v.array(v.string()),
  /** For a disclosure: to whom. */
  to: v.nullable(v.string()),
  state: v.picklist(ENTRY_STATES),
})
export type AuditEntryTold = v.InferOutput<typeof entryShape>

const namedShape = v.object({ person: v.string(), name: v.string() })

const filterEntries = {
  /** Days in London, both included; null: no end. */
  from: v.nullable(dayShape),
  to: v.nullable(dayShape),
  event: v.nullable(v.picklist(AUDIT_EVENTS)),
  operation: v.nullable(v.pipe(v.string(), v.regex(/^[a-zA-Z]{1,40}\.[a-zA-Z]{1,40}$/))),
  /** Object id; `service`: by itself. */
  person: v.nullable(idShape),
  /** Its beginning, or the reference of an action. */
  subject: v.nullable(lineShape(200)),
} as const
const filterShape = v.strictObject(filterEntries)
export type AuditFilter = v.InferOutput<typeof filterShape>

const pageShape = v.object({
  /** The latest first. */
  entries: v.array(entryShape),
  /** How many there are, of all pages. */
  total: whole,
  /** What the next page begins before; null: this was the last one. */
  before: v.nullable(whole),
  /** Names of everybody on this page. */
  names: v.array(namedShape),
  /** On the first page: who and what can be looked for; else null. */
  choices: v.nullable(v.object({ people: v.array(namedShape), operations: v.array(v.string()) })),
})
export type AuditPage = v.InferOutput<typeof pageShape>

const verifiedShape = v.object({
  /** Of the whole deployment: a chain has one length. */
  entries: whole,
  /** The first thing that is wrong; null: everything is whole. */
  problem: v.nullable(
    v.object({
      fault: v.picklist(['gap', 'fork', 'mismatch', 'content', 'signature', 'unplaced']),
      sequence: v.nullable(whole),
    }),
  ),
  /** How many are; a hundred: that many or more. */
  problems: whole,
  at: v.string(),
  /** When the end of the chain was last written outside; null: no place is configured, or it never was. */
  sentOut: v.nullable(v.object({ sequence: whole, at: v.string() })),
})
export type AuditVerified = v.InferOutput<typeof verifiedShape>

const chainShape = v.object({
  /** Each one entry as JSON (src/chain/file.ts). Of other groups, no more than their places. */
  lines: v.array(v.string()),
  /** Null: that was the end. */
  after: v.nullable(whole),
})

const retentionShape = v.object({
  lists: v.array(
    v.object({
      list: v.picklist(RETAINED_LISTS),
      years: v.pipe(v.number(), v.integer(), v.minValue(RETENTION_YEARS[0]), v.maxValue(RETENTION_YEARS[1])),
      /** What is of before this day isn't kept any longer. */
      before: dayShape,
      /** How much of it there is. */
      due: whole,
    }),
  ),
  mayChange: v.boolean(),
  version: v.nullable(v.string()),
})
export type RetentionTold = v.InferOutput<typeof retentionShape>

const years = v.pipe(v.number(), v.integer(), v.minValue(RETENTION_YEARS[0]), v.maxValue(RETENTION_YEARS[1]))

export const auditEndpoints = {
  auditSearch: endpoint(
    'POST',
    '/api/groups/:key/audit/search',
    { key: keyShape },
    v.strictObject({ ...filterEntries, before: v.nullable(whole) }),
    pageShape,
  ),
  /** The same as a table, the oldest first, so many at a time: each time a disclosure that stands in the audit itself. */
  auditExport: endpoint(
    'POST',
    '/api/groups/:key/audit/export',
    { key: keyShape },
    v.strictObject({ ...filterEntries, after: whole }),
    v.object({ entries: v.array(entryShape), names: v.array(namedShape), after: v.nullable(whole) }),
  ),
  /** The chain itself, to be verified by somebody who has the public key and nothing else. */
  auditChain: endpoint(
    'POST',
    '/api/groups/:key/audit/chain',
    { key: keyShape },
    v.strictObject({ after: whole }),
    chainShape,
  ),
  auditVerify: endpoint('POST', '/api/groups/:key/audit/verify', { key: keyShape }, null, verifiedShape),
  retention: endpoint('GET', '/api/groups/:key/retention', { key: keyShape }, null, retentionShape),
  setRetention: endpoint(
    'POST',
    '/api/groups/:key/retention',
    { key: keyShape },
    v.strictObject({
      version: v.nullable(v.string()),
      years: v.strictObject({
        audit: years,
        access: years,
        incidents: years,
        disclosures: years,
        passes: years,
        prompts: years,
      }),
    }),
    retentionShape,
  ),
  /** What was shown as due is destroyed: exactly that much, of before exactly that day. */
  dispose: endpoint(
    'POST',
    '/api/groups/:key/disposals',
    { key: keyShape },
    v.strictObject({
      commandId: commandIdShape,
      list: v.picklist(RETAINED_LISTS),
      before: dayShape,
      count: v.pipe(whole, v.minValue(1)),
    }),
    retentionShape,
  ),
} as const
