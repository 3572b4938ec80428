/**
 * How the domain answers: a value, or a refusal that says why in a stable code.
 * A refusal is an answer, never thrown; words for its code are in src/words, in both languages.
 */

export const REFUSALS = [
  'textMissing',
  'textTooLong',
  'dayInvalid',
  'dayInFuture',
  'dueInvalid',
  'ownerUnknown',
  'postUnknown',
  'meetingUnknown',
  'actionUnknown',
  'updateUnknown',
  'actionEnded',
  'alreadyProposed',
  'evidenceMissing',
  'referenceInvalid',
  'referenceTaken',
  'partsRepeated',
  'markingTooHigh',
  'commandInvalid',
  'reasonMissing',
  'dueAlreadySet',
  'dueUnset',
  'extensionPending',
  'extensionNotAsked',
  'extensionNotLater',
  'notProposed',
  'approvalVoid',
  'notEnded',
  'coordinatorOnly',
  'serviceOnly',
  'ownRequest',
  'partUnknown',
  'partUnchanged',
  'milestoneUnknown',
  'milestoneDone',
  'linkUnknown',
  'linkToItself',
  'linkRepeated',
  'linkAnswered',
  'overrideMissing',
  'nothingChanged',
  'viewUnknown',
  'viewNotYours',
  'viewNameTaken',
  'viewsMissing',
  'rowBroken',
  'requestUnknown',
  'requestClosed',
  'requestNotPut',
  'organisationsMissing',
  'responseNotYours',
  'responseAccepted',
  'responseMissing',
  'responseFull',
  'approverOnly',
  'signOffNotAsked',
  'chasedToday',
  'fieldsInvalid',
  'valueMissing',
  'valueInvalid',
  'numberInvalid',
  'numberTooLow',
  'numberTooHigh',
  'returnUnknown',
  'circulationUnknown',
  'publicationUnknown',
  'replyUnknown',
  'workstreamUnknown',
  'barrierUnknown',
  'reportUnknown',
  'paragraphUnknown',
  'frameworkUnknown',
  'frameworkTooLong',
  'meetingClosed',
  'meetingNotOpen',
  'mattersInLimbo',
  'matterUnknown',
  'itemUnknown',
  'paperUnknown',
  'changedMeanwhile',
  'timeInvalid',
  'endsBefore',
  'addressInvalid',
] as const

export type RefusalCode = (typeof REFUSALS)[number]

export interface Refusal {
  readonly code: RefusalCode
  /** Values for the sentence, for example `{ reference: '3/19' }`. */
  readonly values?: Readonly<Record<string, string | number>>
  /** The input that the refusal is about, for example `details` or `parts.1.due`. */
  readonly field?: string
}

export type Result<Value, Failure = Refusal> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure }

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

export function refuse(
  code: RefusalCode,
  field?: string,
  values?: Refusal['values'],
): { readonly ok: false; readonly error: Refusal } {
  return { ok: false, error: { code, ...(field === undefined ? {} : { field }), ...(values ? { values } : {}) } }
}
