/**
 * The shapes of what stands as JSON in `…Data` columns. People can edit any column in SharePoint itself, so nothing is
 * believed before it was read through one of these.
 */

import * as v from 'valibot'
import {
  CLOSE_REASONS,
  COLOURS,
  LINK_KINDS,
  OUTCOMES,
  type Closing,
  type Discharge,
  type Extension,
  type GrantedExtension,
  type ExtensionRequest,
  type Latest,
  type Link,
  type Milestone,
  type NextStep,
  type Origin,
  type Override,
  type Owner,
  type Part,
} from '../../domain/action.ts'
import { isDay, type Day } from '../../domain/day.ts'
import { isDue, PERIOD_UNITS, type Due } from '../../domain/due.ts'
import { MARKINGS, type Marking, type Person } from '../../domain/group.ts'

export const day: v.GenericSchema<unknown, Day> = v.pipe(v.string(), v.check(isDay))
const dueWords = { words: v.string(), provisional: v.exactOptional(v.string()) }

export const due: v.GenericSchema<unknown, Due> = v.pipe(
  v.variant('kind', [
    v.object({ ...dueWords, kind: v.literal('day'), day: v.string() }),
    v.object({ ...dueWords, kind: v.literal('month'), month: v.string() }),
    v.object({ ...dueWords, kind: v.literal('quarter'), year: v.number(), quarter: v.picklist([1, 2, 3, 4]) }),
    v.object({ ...dueWords, kind: v.literal('nextMeeting') }),
    v.object({
      ...dueWords,
      kind: v.literal('period'),
      count: v.number(),
      unit: v.picklist(PERIOD_UNITS),
      after: v.string(),
    }),
    v.object({ ...dueWords, kind: v.literal('until'), condition: v.string() }),
    v.object({ ...dueWords, kind: v.literal('words') }),
  ]),
  v.check(isDue),
)

export const person: v.GenericSchema<unknown, Person> = v.object({
  tenantId: v.string(),
  objectId: v.string(),
  name: v.string(),
})

export const owner: v.GenericSchema<unknown, Owner> = v.union([
  v.strictObject({ organisation: v.string() }),
  v.strictObject({ post: v.string() }),
  v.strictObject({ name: v.string() }),
])

export const owners: v.GenericSchema<unknown, readonly Owner[]> = v.array(owner)

export const parts: v.GenericSchema<unknown, readonly Part[]> = v.array(
  v.object({
    letter: v.string(),
    details: v.string(),
    owners,
    due: v.nullable(due),
    status: v.picklist(['open', 'done']),
  }),
)

export const nextStep: v.GenericSchema<unknown, NextStep> = v.object({
  words: v.string(),
  owners,
  due: v.nullable(due),
})

export const latest: v.GenericSchema<unknown, Latest> = v.object({
  day,
  outcome: v.nullable(v.picklist(OUTCOMES)),
  next: v.nullable(nextStep),
})

const move = { from: v.nullable(due), to: due, reason: v.string() }

export const grantedExtension: v.GenericSchema<unknown, GrantedExtension> = v.object({
  ...move,
  askedBy: person,
  askedOn: day,
  decision: v.string(),
})

export const told = v.object({ ...move, batch: v.string(), entry: v.string() })

export const extensions: v.GenericSchema<unknown, readonly Extension[]> = v.array(
  v.union([
    grantedExtension,
    v.object({
      ...told.entries,
      basis: v.literal('imported'),
      askedBy: v.null(),
      askedOn: v.null(),
      decision: v.nullable(v.string()),
    }),
  ]),
)

export const discharge: v.GenericSchema<unknown, Discharge> = v.object({
  evidence: v.string(),
  proposedOn: day,
  proposedBy: v.nullable(person),
  ask: v.exactOptional(v.string()),
  decision: v.nullable(v.string()),
})

export const closing: v.GenericSchema<unknown, Closing> = v.object({
  reason: v.picklist(CLOSE_REASONS),
  words: v.string(),
  day,
})

export const extensionAsked: v.GenericSchema<unknown, ExtensionRequest> = v.object({
  to: due,
  reason: v.string(),
  askedBy: person,
  askedOn: day,
  ask: v.exactOptional(v.string()),
})

export const milestones: v.GenericSchema<unknown, readonly Milestone[]> = v.array(
  v.object({ id: v.string(), purpose: v.string(), due, done: v.nullable(day) }),
)

export const links: v.GenericSchema<unknown, readonly Link[]> = v.array(
  v.object({
    id: v.string(),
    kind: v.picklist(LINK_KINDS),
    target: v.union([
      v.strictObject({ action: v.string() }),
      v.strictObject({ group: v.string(), reference: v.nullable(v.string()) }),
      v.strictObject({ body: v.string(), what: v.string() }),
    ]),
    answer: v.nullable(v.object({ words: v.string(), day })),
  }),
)

export const eventValues: v.GenericSchema<unknown, Readonly<Record<string, string>>> = v.record(v.string(), v.string())

export const override: v.GenericSchema<unknown, Override> = v.object({
  colour: v.picklist(COLOURS),
  reason: v.string(),
  by: person,
  on: day,
})

export const origin: v.GenericSchema<unknown, Origin> = v.object({
  kind: v.picklist(['typed', 'meeting', 'minute', 'document']),
  meeting: v.exactOptional(v.string()),
  words: v.exactOptional(v.string()),
  number: v.exactOptional(v.string()),
  batch: v.exactOptional(v.string()),
  publication: v.exactOptional(v.string()),
  addressee: v.exactOptional(v.string()),
  deadline: v.exactOptional(v.union([v.picklist(['report', 'own']), v.strictObject({ body: v.string() })])),
  recommendation: v.exactOptional(v.string()),
  part: v.exactOptional(v.string()),
})

export const marking: v.GenericSchema<unknown, Marking> = v.object({
  level: v.picklist(MARKINGS),
  handling: v.exactOptional(v.string()),
})
