/**
 * Who holds which post, as tab and service speak of it. A change names the version of the post that its maker saw: of
 * anything else than exactly that, nothing is changed.
 */

import * as v from 'valibot'
import { endpoint } from './endpoint.ts'
import {
  commandIdShape,
  dayShape,
  keyShape,
  lineShape,
  organisationShape,
  perhapsLineShape,
  personShape,
  roleShape,
} from './shapes.ts'

const appointmentShape = v.object({
  key: v.string(),
  /** Null: vacant on these days. */
  holder: v.nullable(personShape),
  deputy: v.nullable(personShape),
  from: v.nullable(dayShape),
  to: v.nullable(dayShape),
})

export type AppointmentTold = v.InferOutput<typeof appointmentShape>

const postShape = v.object({
  key: keyShape,
  title: v.string(),
  organisation: v.string(),
  role: roleShape,
  /** Somebody of outside who leads beside it; empty: nobody. */
  lead: v.string(),
  /** What a change of it is based on. */
  version: v.string(),
  /** False: it stands in the group's lists alone, and nobody was ever appointed to it. */
  isInUse: v.boolean(),
  /** While nobody holds it: the id of the action that asks for somebody, whoever raises it. */
  vacancy: v.nullable(v.string()),
  /** In the order of their days: past, present and to come. */
  appointments: v.array(appointmentShape),
})

export type PostTold = v.InferOutput<typeof postShape>

const leaverShape = v.object({
  post: keyShape,
  appointment: v.string(),
  as: v.picklist(['holder', 'deputy']),
  person: personShape,
  /** The day on which it was noticed. */
  since: dayShape,
})

const peopleShape = v.object({
  posts: v.array(postShape),
  mayChange: v.boolean(),
  /** Who has left and still stands in an appointment; null to whoever can do nothing about it. */
  leavers: v.nullable(v.array(leaverShape)),
  /** Object ids of those who stand in an appointment and aren't in the channel's team; null as above. */
  outsiders: v.nullable(v.array(v.string())),
})
export type People = v.InferOutput<typeof peopleShape>

const person = v.nullable(personShape)

const changeShape = v.variant('kind', [
  v.strictObject({ kind: v.literal('add'), title: lineShape(120), organisation: keyShape, role: roleShape }),
  v.strictObject({
    kind: v.literal('appoint'),
    holder: personShape,
    deputy: person,
    from: dayShape,
    to: v.nullable(dayShape),
  }),
  v.strictObject({ kind: v.literal('handOver'), holder: personShape, deputy: person, from: dayShape }),
  v.strictObject({ kind: v.literal('end'), appointment: lineShape(300), day: dayShape }),
  v.strictObject({ kind: v.literal('takeBack'), appointment: lineShape(300) }),
  v.strictObject({ kind: v.literal('setDeputy'), appointment: lineShape(300), deputy: person }),
  v.strictObject({ kind: v.literal('setLead'), lead: perhapsLineShape(120) }),
])

const changePostShape = v.strictObject({
  commandId: commandIdShape,
  /** Of the post as it was seen; null: there was none. */
  version: v.nullable(v.string()),
  change: changeShape,
})
export type ChangePost = v.InferOutput<typeof changePostShape>

const putOrganisationShape = v.strictObject({
  /** As it was seen; null: there was none. */
  seen: v.nullable(organisationShape),
  organisation: organisationShape,
})
export type PutOrganisation = v.InferOutput<typeof putOrganisationShape>

const organisationsShape = v.object({ organisations: v.array(organisationShape) })

export const peopleEndpoints = {
  /** All posts of the group, with everybody who holds, held or will hold them. */
  people: endpoint('GET', '/api/groups/:key/people', { key: keyShape }, null, peopleShape),
  /** Answers with all of them, as they stand now. */
  changePost: endpoint(
    'POST',
    '/api/groups/:key/posts/:post',
    { key: keyShape, post: keyShape },
    changePostShape,
    peopleShape,
  ),
  /** A further member of the group, or what is said of one. Answers with all of them, as they stand now. */
  putOrganisation: endpoint(
    'POST',
    '/api/groups/:key/organisations',
    { key: keyShape },
    putOrganisationShape,
    organisationsShape,
  ),
} as const
