import type { RefusalCode } from '../../domain/result.ts'
import type { refusal } from './refusal.ts'

/** The same of what is asked for in a meeting, a request or a return: no register says it. */
export const roomRefusal = {
  'refusal.requestUnknown': 'This request isn’t there any more. Nothing was changed.',
  'refusal.requestClosed': 'This request is closed. To answer it, ask the coordinator to open it again.',
  'refusal.requestNotPut': 'This request isn’t put to that organisation.',
  'refusal.organisationsMissing': 'Pick at least one organisation to ask.',
  'refusal.responseNotYours': 'This is another organisation’s to answer. If it should be yours, ask the coordinator.',
  'refusal.responseAccepted': 'This answer has been accepted. To change it, ask the coordinator to return it.',
  'refusal.responseMissing': 'There is no answer here yet.',
  'refusal.responseFull': 'The history of this answer is full. Put what is long into a file.',
  'refusal.approverOnly': 'An approver of the organisation signs this off.',
  'refusal.signOffNotAsked': 'Nothing waits here to be signed off.',
  'refusal.chasedToday': 'They were chased today already. Once a day is enough.',
  'refusal.fieldsInvalid':
    'This field can’t be answered as it is: give it a title, and choices or limits that allow an answer.',
  'refusal.valueMissing': 'This is needed.',
  'refusal.valueInvalid': 'Pick one of what is offered here.',
  'refusal.numberInvalid': 'Give a number, for example 12.',
  'refusal.numberTooLow': 'This is too low: at least {least}.',
  'refusal.numberTooHigh': 'This is too high: at most {most}.',
  'refusal.returnUnknown': 'This return isn’t there any more.',
  'refusal.reportUnknown': 'This report isn’t there any more.',
  'refusal.paragraphUnknown': 'Paragraph {number} isn’t one that asks anything. Pick it from the framework.',
  'refusal.frameworkUnknown': 'This framework isn’t there any more.',
  'refusal.frameworkTooLong':
    'This framework is longer than a list can keep: {count} paragraphs. Shorten what they ask, or add it in two halves.',
  'refusal.circulationUnknown': 'This circulation isn’t there any more.',
  'refusal.publicationUnknown': 'This report isn’t there any more.',
  'refusal.replyUnknown': 'No such answer is owed here any more.',
  'refusal.workstreamUnknown': 'This work stream isn’t there any more.',
  'refusal.barrierUnknown': 'This barrier isn’t there any more.',
  'refusal.meetingClosed':
    'The meeting is closed: what it did stands. Its minutes can still be put right by a coordinator.',
  'refusal.meetingNotOpen': 'The meeting hasn’t been opened, so there is nothing to close.',
  'refusal.mattersInLimbo':
    '{count, plural, one {One matter is still in limbo: retain, discharge, extend, refer or reassign it.} other {# matters are still in limbo: retain, discharge, extend, refer or reassign each of them.}}',
  'refusal.matterUnknown': 'The meeting hasn’t dealt with this matter.',
  'refusal.itemUnknown': 'This item isn’t there any more.',
  'refusal.paperUnknown': 'This paper isn’t there any more.',
  'refusal.changedMeanwhile': 'Somebody else has just changed this. See what it says now.',
  'refusal.timeInvalid': 'Give a time such as 10:30.',
  'refusal.endsBefore': 'It would end before it begins.',
  'refusal.addressInvalid': 'Give a whole address that begins with https://.',
} satisfies Record<Exclude<`refusal.${RefusalCode}`, keyof typeof refusal>, string>
