/**
 * What waits for a decision, as tab and service speak of it. A decision names the hash of what its maker saw: of
 * anything else than exactly that, nothing is decided.
 */

import * as v from 'valibot'
import { EVENT_KINDS } from '../domain/action.ts'
import { APPROVAL_KINDS } from '../domain/approval.ts'
import { CONTROL_AREAS, CONTROL_ASKS } from '../domain/controlprompting.ts'
import { isDay, type Day } from '../domain/day.ts'
import { MARKINGS } from '../domain/group.ts'
import { PROMPT_STATES, VERDICTS, WORDS_UP_TO } from '../domain/record.ts'
import { endpoint } from './endpoint.ts'
import { commandIdShape, idShape, keyShape, personShape } from './shapes.ts'

const day = v.custom<Day>((input) => typeof input === 'string' && isDay(input))
const within = ([from, to]: readonly [number, number]) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))
const minutes = within([0, 24 * 60 - 1])
const words = v.pipe(v.string(), v.trim(), v.maxLength(4000))

/** `discharge-<action>` */
export const subjectShape = v.pipe(v.string(), v.regex(/^(?:discharge|extension)-[\w-]{8,64}$/))
export const hashShape = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))

const entryShape = v.object({
  group: keyShape,
  siteId: idShape,
  subject: v.string(),
  /** `list`: what a meeting decided aloud, as one. */
  kind: v.picklist([...APPROVAL_KINDS, 'list']),
  /** Sub-page of the channel that it leads to: the action, or the meeting's room. */
  action: v.string(),
  /** Empty for a list. */
  reference: v.string(),
  /** The action's words; of a list the meeting's title. */
  details: v.string(),
  marking: v.picklist(MARKINGS),
  askedBy: v.nullable(v.string()),
  askedOn: day,
  /** The last day on which it may be decided. */
  lapsesOn: day,
  /** Which extension it would be; how many stand on a list; null: a discharge. */
  count: v.nullable(v.number()),
  /** What the caller is to it. */
  mine: v.picklist(['decide', 'asked']),
})
export type ApprovalEntry = v.InferOutput<typeof entryShape>

/** Something on Control that the caller is asked for: its dialog has the rest. */
const controlAskedShape = v.object({
  group: keyShape,
  area: v.picklist(CONTROL_AREAS),
  /** Key of what is asked, in its area. */
  about: v.string(),
  kind: v.picklist(CONTROL_ASKS),
  /** What it may be called: never by a person's name. */
  title: v.string(),
  titleWelsh: v.string(),
  /** By when; null: no day was set. */
  due: v.nullable(day),
  since: day,
})
export type ControlAsked = v.InferOutput<typeof controlAskedShape>

export const decisionShape = v.object({
  id: v.string(),
  verdict: v.picklist(VERDICTS),
  by: v.string(),
  at: v.string(),
  words: v.string(),
})
export type DecisionTold = v.InferOutput<typeof decisionShape>

/** What was asked of several organisations for an action, and who hasn't answered. */
export const lackingShape = v.array(v.object({ title: v.string(), organisations: v.array(v.string()) }))

const detailShape = v.object({
  group: keyShape,
  groupName: v.string(),
  subject: v.string(),
  kind: v.picklist(APPROVAL_KINDS),
  action: v.string(),
  reference: v.string(),
  details: v.string(),
  parts: v.array(v.object({ letter: v.string(), details: v.string() })),
  marking: v.object({ level: v.picklist(MARKINGS), handling: v.exactOptional(v.string()) }),
  /** What waits; null: nothing does any more. */
  asked: v.nullable(
    v.object({
      hash: v.string(),
      /** Evidence of a discharge, reason of an extension. */
      words: v.string(),
      /** Dues as written; null for a discharge. */
      from: v.nullable(v.string()),
      to: v.nullable(v.string()),
      count: v.nullable(v.number()),
      askedBy: v.nullable(v.string()),
      askedOn: day,
      lapsesOn: day,
    }),
  ),
  /** Why the caller may not decide; null: they may. */
  whyNot: v.nullable(v.picklist(['notApprover', 'ownRequest', 'lapsed', 'nothingAsked'])),
  /** The caller may record here that an outside body decided it. */
  mayRecord: v.boolean(),
  /** The caller's deputy, to whom it may be left. */
  deputy: v.nullable(v.string()),
  /** Answers that the action still lacks: without them it is discharged only with a reason. */
  lacking: lackingShape,
  /** Newest first. */
  history: v.array(
    v.object({
      day,
      author: v.string(),
      text: v.string(),
      next: v.nullable(v.string()),
      event: v.nullable(v.object({ kind: v.picklist(EVENT_KINDS), values: v.record(v.string(), v.string()) })),
    }),
  ),
  /** The latest decision on it, if any. */
  decided: v.nullable(decisionShape),
})
export type ApprovalDetail = v.InferOutput<typeof detailShape>

const decideShape = v.strictObject({
  commandId: commandIdShape,
  hash: hashShape,
  verdict: v.picklist(['approved', 'refused']),
  /** Must say something where it is refused. */
  reason: words,
})
export type Decide = v.InferOutput<typeof decideShape>

export const decidedShape = v.object({
  decision: decisionShape,
  /** False: somebody had decided before, and that stands. */
  isNew: v.boolean(),
  /** The action's version after it, so that whoever asked needn't wait for the next change. */
  version: v.string(),
})
export type Decided = v.InferOutput<typeof decidedShape>

/** From and to, both good. */
export const SETTING_LIMITS = {
  daysBefore: [1, 60],
  chairAfterWeeks: [1, 52],
  quarterOpens: [1, 150],
  quarterDue: [1, 90],
  lapsesAfter: [1, 365],
  fromExtension: [1, 20],
} as const

const settingsShape = v.strictObject({
  at: minutes,
  daysBefore: within(SETTING_LIMITS.daysBefore),
  chairAfterWeeks: v.nullable(within(SETTING_LIMITS.chairAfterWeeks)),
  quarterOpens: within(SETTING_LIMITS.quarterOpens),
  quarterDue: within(SETTING_LIMITS.quarterDue),
  lapsesAfter: within(SETTING_LIMITS.lapsesAfter),
  higher: v.nullable(
    v.strictObject({
      fromExtension: within(SETTING_LIMITS.fromExtension),
      post: keyShape,
    }),
  ),
  wordsUpTo: v.picklist(WORDS_UP_TO),
  digest: v.boolean(),
})

const preferencesShape = v.strictObject({
  at: v.nullable(minutes),
  daysOff: v.pipe(v.array(v.picklist([1, 2, 3, 4, 5, 6, 7])), v.readonly()),
  away: v.nullable(v.strictObject({ from: day, until: day })),
  language: v.nullable(v.picklist(['en', 'cy'])),
})

/** A value with the version that a change of it is based on; null: nobody has chosen yet. */
const chosen = <Shape extends v.GenericSchema<unknown, unknown>>(shape: Shape) =>
  v.object({ value: shape, version: v.nullable(v.string()) })

const unreachedShape = v.object({
  people: v.array(
    v.object({
      person: personShape,
      post: v.string(),
      day,
      state: v.picklist(PROMPT_STATES),
      kind: v.string(),
      action: v.string(),
    }),
  ),
})

const done = v.object({ done: v.literal(true) })

export const approvalEndpoints = {
  /** What waits for me, and what I asked for and waits for others; across my groups, what is most urgent first. */
  approvals: endpoint(
    'GET',
    '/api/approvals',
    {},
    null,
    v.object({ entries: v.array(entryShape), asked: v.array(controlAskedShape) }),
  ),
  approval: endpoint(
    'GET',
    '/api/groups/:key/approvals/:subject',
    { key: keyShape, subject: subjectShape },
    null,
    detailShape,
  ),
  decide: endpoint(
    'POST',
    '/api/groups/:key/approvals/:subject',
    { key: keyShape, subject: subjectShape },
    decideShape,
    decidedShape,
  ),
  settings: endpoint('GET', '/api/groups/:key/settings', { key: keyShape }, null, chosen(settingsShape)),
  setSettings: endpoint(
    'POST',
    '/api/groups/:key/settings',
    { key: keyShape },
    v.strictObject({ value: settingsShape, version: v.nullable(v.string()) }),
    chosen(settingsShape),
  ),
  preferences: endpoint('GET', '/api/me/preferences', {}, null, chosen(preferencesShape)),
  setPreferences: endpoint(
    'POST',
    '/api/me/preferences',
    {},
    v.strictObject({ value: preferencesShape, version: v.nullable(v.string()) }),
    chosen(preferencesShape),
  ),
  /** The prompts of the last two weeks that reached nobody: the coordinator's list. */
  unreached: endpoint('GET', '/api/groups/:key/unreached', { key: keyShape }, null, unreachedShape),
  /** Work goes to a colleague; whoever passes it on stays accountable. Without a colleague: it isn't theirs. */
  passOn: endpoint(
    'POST',
    '/api/groups/:key/actions/:action/pass',
    { key: keyShape, action: idShape },
    v.strictObject({ commandId: commandIdShape, to: v.nullable(personShape), words }),
    done,
  ),
} as const
