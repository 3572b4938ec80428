/**
 * Incidents with online child abuse activist groups (OCAG), their profiles and what was counted before the register, as
 * tab and service speak of them. All of it is on Control: the service tells it to whoever holds a post of the group, and
 * logs that first.
 */

import * as v from 'valibot'
import {
  INCIDENT_CATEGORIES,
  INCIDENT_OUTCOMES,
  INCIDENT_SOURCES,
  LONGEST_NOTE,
  LONGEST_REFERENCE,
} from '../domain/incident.ts'
import { RISK_LEVELS } from '../domain/profile.ts'
import { endpoint } from './endpoint.ts'
import {
  commandIdShape,
  dayShape,
  idShape,
  keyShape,
  lineShape,
  markingShape,
  perhapsLineShape,
  personShape,
} from './shapes.ts'

/** Some lines of words; which ones are refused is the domain's. */
const wordsShape = v.pipe(v.string(), v.maxLength(4000))

const factsEntries = {
  organisation: keyShape,
  day: dayShape,
  profile: v.nullable(commandIdShape),
  category: v.picklist(INCIDENT_CATEGORIES),
  source: v.picklist(INCIDENT_SOURCES),
  outcome: v.picklist(INCIDENT_OUTCOMES),
  reference: perhapsLineShape(LONGEST_REFERENCE),
  note: perhapsLineShape(LONGEST_NOTE),
} as const

const incidentShape = v.object({
  ...factsEntries,
  key: v.string(),
  /** What a correction is based on. */
  version: v.string(),
  state: v.picklist(['stands', 'withdrawn']),
  log: v.array(
    v.object({
      kind: v.picklist(['reported', 'corrected', 'withdrawn']),
      by: personShape,
      at: v.string(),
      reason: v.string(),
    }),
  ),
})
export type IncidentTold = v.InferOutput<typeof incidentShape>

const profileEntries = {
  name: lineShape(120),
  aliases: v.array(v.string()),
  area: wordsShape,
  links: v.array(v.string()),
  risk: v.picklist(RISK_LEVELS),
  redLines: wordsShape,
} as const

const profileShape = v.object({
  ...profileEntries,
  key: v.string(),
  version: v.string(),
  changed: v.object({ by: personShape, day: dayShape }),
  ended: v.nullable(v.object({ day: dayShape, reason: v.string() })),
})
export type ProfileTold = v.InferOutput<typeof profileShape>

const openingEntries = {
  organisation: v.nullable(keyShape),
  nation: lineShape(60),
  from: dayShape,
  to: dayShape,
  count: v.pipe(v.number(), v.integer()),
  basis: perhapsLineShape(280),
} as const

const openingShape = v.object({
  ...openingEntries,
  key: v.string(),
  version: v.string(),
  state: v.picklist(['stands', 'withdrawn']),
})
export type OpeningTold = v.InferOutput<typeof openingShape>

const bookShape = v.object({
  state: v.literal('told'),
  /** To be said the next time: nothing is told, or logged, while nothing is new. */
  seen: v.string(),
  incidents: v.array(incidentShape),
  profiles: v.array(profileShape),
  openings: v.array(openingShape),
  /** Keys of the forces that the caller tells of incidents for. */
  speaksFor: v.array(v.string()),
  /** The caller keeps the profiles and the opening counts. */
  isKeeper: v.boolean(),
})
export type IncidentBook = v.InferOutput<typeof bookShape>

const formShape = v.object({
  group: v.object({ name: v.string(), marking: markingShape }),
  /** That the caller tells of incidents for, by name. */
  organisations: v.array(v.object({ key: v.string(), name: v.string() })),
  /** Those that are active; what these forces told of last comes first. */
  profiles: v.array(v.object({ key: v.string(), name: v.string() })),
  today: dayShape,
})
export type IncidentForm = v.InferOutput<typeof formShape>

const reportedShape = v.object({
  incident: incidentShape,
  /** How many the force has had in this quarter, with this one. */
  ofQuarter: v.number(),
})
export type Reported = v.InferOutput<typeof reportedShape>

const changeShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('correct'), facts: v.strictObject(factsEntries), reason: perhapsLineShape(280) }),
  v.strictObject({ kind: v.literal('withdraw'), reason: perhapsLineShape(280) }),
])
export type ChangeIncident = v.InferOutput<typeof changeShape>

const profileChangeShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('save'), content: v.strictObject(profileEntries) }),
  v.strictObject({ kind: v.literal('end'), reason: perhapsLineShape(280) }),
  v.strictObject({ kind: v.literal('resume') }),
])
export type ChangeProfile = v.InferOutput<typeof profileChangeShape>

const openingChangeShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('set'), content: v.strictObject(openingEntries) }),
  v.strictObject({ kind: v.literal('withdraw') }),
])
export type ChangeOpening = v.InferOutput<typeof openingChangeShape>

const figuresShape = v.object({
  /** By key of the field; empty where the return isn't filled from notifications. */
  values: v.record(v.string(), v.number()),
  from: v.nullable(dayShape),
  to: v.nullable(dayShape),
})
export type Figures = v.InferOutput<typeof figuresShape>

/** A change of one thing, based on what its author saw; null: there was none. */
function changing<Parameter extends string, Change, Answer>(
  path: string,
  parameters: Readonly<Record<Parameter, v.GenericSchema<string, string>>>,
  change: v.GenericSchema<unknown, Change>,
  answer: v.GenericSchema<unknown, Answer>,
) {
  const version = v.nullable(v.string())
  return endpoint('POST', path, parameters, v.strictObject({ commandId: commandIdShape, version, change }), answer)
}

export const incidentEndpoints = {
  /** All of it, or only that nothing is new since (`seen`; `none` the first time). */
  incidents: endpoint(
    'GET',
    '/api/groups/:key/incidents/since/:seen',
    { key: keyShape, seen: idShape },
    null,
    v.variant('state', [v.object({ state: v.literal('same') }), bookShape]),
  ),
  /** What somebody needs to tell of an incident, and no more. */
  incidentForm: endpoint('GET', '/api/groups/:key/incident-form', { key: keyShape }, null, formShape),
  /** `isAnother`: it isn't the one of the same day that was told already. */
  reportIncident: endpoint(
    'POST',
    '/api/groups/:key/incidents',
    { key: keyShape },
    v.strictObject({ commandId: commandIdShape, facts: v.strictObject(factsEntries), isAnother: v.boolean() }),
    reportedShape,
  ),
  changeIncident: changing(
    '/api/groups/:key/incidents/:incident',
    { key: keyShape, incident: commandIdShape },
    changeShape,
    incidentShape,
  ),
  /** All of it, once more, for a file: on record as a disclosure, to whom it goes. */
  exportIncidents: endpoint(
    'POST',
    '/api/groups/:key/incident-exports',
    { key: keyShape },
    v.strictObject({ commandId: commandIdShape, to: lineShape(200) }),
    bookShape,
  ),
  changeProfile: changing(
    '/api/groups/:key/profiles/:profile',
    { key: keyShape, profile: commandIdShape },
    profileChangeShape,
    profileShape,
  ),
  changeOpening: changing(
    '/api/groups/:key/openings/:opening',
    { key: keyShape, opening: commandIdShape },
    openingChangeShape,
    openingShape,
  ),
  /** What a force's notifications come to in the period of a return, for the fields that are filled from them. */
  incidentFigures: endpoint(
    'GET',
    '/api/groups/:key/figures/:request/:organisation',
    { key: keyShape, request: idShape, organisation: keyShape },
    null,
    figuresShape,
  ),
} as const
