import type { CloseReason, Colour, Kind, Status } from '../../domain/action.ts'
import type { Role } from '../../domain/group.ts'
import type { ReasonCode } from '../../domain/status.ts'

/** The words of a status, and the sentence that says why it stands as it does. */
export const status = {
  'status.RED': 'Red',
  'status.AMBER': 'Amber',
  'status.GREEN': 'Green',
  'status.WHITE': 'White',
  'status.CLOSED': 'Closed',
  'status.open': 'Open',
  'status.dischargeProposed': 'Discharge proposed',
  'status.discharged': 'Discharged',
  'status.closed': 'Closed',
  'status.overridden': '{name} set it to {colour}: {reason} The rule says {rule}. {why}',
  'status.overriddenMark': '{colour}, set by hand',
  'status.claimed': 'claimed',

  'reason.closed': 'Closed on {day}: {reason}.',
  'reason.closed.notApplicable': 'not applicable',
  'reason.closed.duplicate': 'a duplicate',
  'reason.closed.superseded': 'superseded',
  'reason.closed.overtaken': 'overtaken by events',
  'reason.closed.referred': 'referred to another group',
  'reason.discharged': 'Discharged on {day}.',
  'reason.claimed': 'The row says discharged, but no decision stands behind it. It counts as open until one does.',
  'reason.waitsFor': 'Waiting for {body}: {what}.',
  'reason.late': 'It was due {day}, {span} ago.',
  'reason.dischargeProposed': 'Its owner says it is done. The chair has yet to decide.',
  'reason.pieces': 'It waits for {references}.',
  'reason.dueLater': 'It is due {day}: not late.',
  'reason.untilCondition': 'It stays open until {condition}.',
  'reason.dueInWords': 'It is due “{words}”, which no calendar can call late.',
  'reason.noDue': 'It has no due.',

  'kind.action': 'Action',
  'kind.recommendation': 'Recommendation',
  'kind.areaForImprovement': 'Area for improvement',
  'kind.causeOfConcern': 'Cause of concern',

  'role.coordinator': 'Coordinator',
  'role.chair': 'Chair',
  'role.spoc': 'SPOC',
  'role.approver': 'Organisation’s approver',
  'role.assetOwner': 'Information asset owner',
  'role.databaseAdministrator': 'Database administrator',
  'role.analyst': 'Analyst',
  'role.auditor': 'Auditor',
} satisfies Record<
  | `status.${Colour | Status | 'overridden' | 'overriddenMark' | 'claimed'}`
  | `reason.${ReasonCode}`
  | `reason.closed.${CloseReason}`
  | `kind.${Kind}`
  | `role.${Role}`,
  string
>
