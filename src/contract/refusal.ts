/**
 * Why the service says no. Codes become words in one place (`src/words`, keys `refusal.<code>`); a code of the service
 * is never a code of the domain. Faults are answered in the same shape, so that a caller reads one thing.
 */

import * as v from 'valibot'
import type { IncidentRefusalCode } from '../domain/incident.ts'
import type { OpeningRefusalCode } from '../domain/openingcount.ts'
import type { NOMINATION_REFUSALS } from '../domain/accessdeciding.ts'
import type { REVIEW_REFUSALS } from '../domain/accessreview.ts'
import type { PeopleRefusalCode } from '../domain/peoplechange.ts'
import type { ProfileRefusalCode } from '../domain/profile.ts'

/** What the rules of posts say no with. */
const PEOPLE_STATUSES = {
  postMissing: 404,
  postExists: 409,
  /** `name` */
  postHeld: 409,
  postVacant: 409,
  appointmentUnknown: 404,
  appointmentOver: 409,
  appointmentBegun: 409,
  dayUnreal: 400,
  daysReversed: 400,
  /** `day` */
  handOverDay: 400,
  deputyIsHolder: 400,
  ownAppointment: 403,
  lastCoordinator: 409,
  samePerson: 409,
  nothingToChange: 409,
} as const satisfies Record<PeopleRefusalCode, number>

/** What more than one area says no with. */
type SharedCode = 'requestInvalid' | 'reasonNeeded' | 'nothingToChange' | 'daysReversed'

/** What the rules of incidents, profiles and opening counts say no with. */
const INCIDENT_STATUSES = {
  /** `kind`: telephone, email, postcode, birthDate. `field` */
  personalData: 400,
  incidentDay: 400,
  incidentUnknown: 404,
  incidentWithdrawn: 409,
  profileUnknown: 404,
  openingUnknown: 404,
  notYourOrganisation: 403,
  /** The information asset owner does; where there is none, the coordinator. */
  notProfileKeeper: 403,
} as const satisfies Record<Exclude<IncidentRefusalCode | ProfileRefusalCode | OpeningRefusalCode, SharedCode>, number>
/** And those of access to restricted resources. */
const ACCESS_STATUSES = {
  nominationMissing: 404,
  /** `name` */
  nominatedAlready: 409,
  teamUnknown: 400,
  trainingDayWrong: 400,
  /** It no longer waits for that: somebody else was quicker, or a day came. */
  accessMovedOn: 409,
  /** Two different people approve. */
  approvedAlready: 403,
  reviewMissing: 404,
  availabilityNeeded: 400,
  personNotReviewed: 400,
} as const satisfies Record<(typeof NOMINATION_REFUSALS)[number] | (typeof REVIEW_REFUSALS)[number], number>

/** Each code with the HTTP status that it is answered with. */
export const SERVICE_REFUSALS = {
  /** No token, or one that isn't good for this: whatever was wrong with it is in the service's log, not here. */
  signInNeeded: 401,
  /** `field` names the input. */
  requestInvalid: 400,
  requestTooLarge: 413,
  /** `seconds` */
  tooManyRequests: 429,
  addressUnknown: 404,
  /** Only an owner of the team may make its channel a group. */
  notOwner: 403,
  /** The person isn't in the team, or there is no such team: the same answer, so that nobody can try out ids. */
  notMember: 403,
  channelUnknown: 404,
  /** The administrator hasn't granted the app the team's site yet (`matters provision`). `team` */
  siteNotGranted: 409,
  /** The site already holds the register of another group. */
  siteTaken: 409,
  /** The channel already is a group. `name` */
  channelTaken: 409,
  groupKeyTaken: 409,
  /** Making this channel a group broke off half-way: it can be finished under the `key` that it was begun with. */
  groupUnfinished: 409,
  /** The same command id came with other content. */
  commandReused: 409,
  /** No such group, or one of a team that the person isn't in. */
  groupUnknown: 404,
  notCoordinator: 403,
  /** Rows of the import were changed meanwhile: ask again. */
  rowsChanged: 409,
  /** Nothing waits for a decision there: it was withdrawn, decided, or never asked for in the register. */
  nothingAsked: 409,
  /** What is decided on is no longer what the caller saw: look again. */
  contentChanged: 409,
  /** Only the chair, or whom the group's settings name, and their deputies decide this. */
  notApprover: 403,
  /** Nobody decides what they asked for. */
  askedYourself: 403,
  /** Nobody decided in time: it has to be asked again. */
  hasLapsed: 409,
  reasonNeeded: 400,
  /** Somebody changed the settings meanwhile. */
  settingsChanged: 409,
  /** What was asked for is in a room that isn't switched on for the group. */
  roomOff: 403,
  /** `count` of each that run, so that the room isn't switched off. */
  accessRuns: 409,
  guidanceRuns: 409,
  disclosureRuns: 409,
  /** The work isn't the caller's to pass on. */
  notYourWork: 403,
  /** Somebody changed the post meanwhile. */
  peopleChanged: 409,
  /** Not in the directory any more, or their account is closed. `name` */
  personHasLeft: 409,
  organisationMissing: 400,
  organisationTaken: 409,
  organisationChanged: 409,
  ...PEOPLE_STATUSES,
  ...INCIDENT_STATUSES,
  /** `count` told already of the same force, day and group. */
  incidentAlike: 409,
  /** `name` */
  profileNameTaken: 409,
  /** Another opening count has some of the same days and forces. */
  openingTwice: 409,
  ...ACCESS_STATUSES,
  resourceMissing: 404,
  meetingMissing: 404,
  /** It was never opened, or is closed already. */
  meetingNotRunning: 409,
  /** `count` matters have been dealt with in no way that leaves nothing open. */
  stillInLimbo: 409,
  /** Something on the list changed after it was put before the chair: it has to be put again. */
  listChanged: 409,
  guidanceMissing: 404,
  /** It wasn't submitted to this body. */
  bodyUnknown: 404,
  /** Not every body that it was submitted to has agreed. */
  bodiesAwaited: 409,
  /** Only an organisation's own SPOC, or their deputy, speaks for it here. */
  notSpoc: 403,
  disclosureMissing: 404,
  /** It was released, or answered: nothing of it changes any more. */
  disclosureOver: 409,
  /** Its bytes aren't on Control any more, or aren't those that were released. */
  fileNotKept: 410,
  /** Something could be withheld on none then. */
  lastGround: 409,
  groundTwice: 409,
  /** No post of the caller's lets them. */
  notAllowed: 403,
  /** There is no such period of a return, or nobody has answered it yet. */
  nothingToCirculate: 409,
  /** Microsoft 365 asks to wait, or can't be reached. `seconds` */
  serviceBusy: 503,
  /** A fault of ours; `id` finds it in the log. */
  serviceFault: 500,
} as const satisfies Record<string, number>

export type ServiceRefusalCode = keyof typeof SERVICE_REFUSALS

export interface ServiceRefusal {
  readonly code: ServiceRefusalCode
  readonly values?: Readonly<Record<string, string | number>>
  /** Path of the input, for example `organisations.1.name`. */
  readonly field?: string
}

const CODES = Object.keys(SERVICE_REFUSALS) as [ServiceRefusalCode, ...ServiceRefusalCode[]]

const refusalShape = v.object({
  code: v.picklist(CODES),
  values: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
  field: v.exactOptional(v.string()),
}) satisfies v.GenericSchema<unknown, ServiceRefusal>

const refusalAnswerShape = v.object({ refusal: refusalShape })

/** The refusal in an answer's body, or null where the body is something else (a proxy's page, nothing at all). */
export function parseRefusal(body: unknown): ServiceRefusal | null {
  const read = v.safeParse(refusalAnswerShape, body)
  return read.success ? read.output.refusal : null
}
