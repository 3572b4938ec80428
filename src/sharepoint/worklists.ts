/**
 * The lists of a group's own site that its rooms keep, as data (lists.ts says how), and all of that site's. In a file of
 * their own: the register, which is what people see first, is read from others.
 */

import { WORK_KINDS } from '../domain/covering.ts'
import { ITEM_KINDS } from '../domain/group.ts'
import { FREQUENCIES } from '../domain/period.ts'
import { SCOPES } from '../domain/publication.ts'
import { RESPONSE_STATES } from '../domain/request.ts'
import { choice, data, indexed, KEY, multiline, REGISTER_LISTS, text, type List } from './lists.ts'

export const REQUESTS: List = {
  name: 'Matters Requests',
  description: 'Items put to several organisations, one a row. The answers are in Matters Responses.',
  columns: [
    KEY,
    multiline('Words', 'What is asked, in full.'),
    indexed('ActionKey', 'Key of the action that it belongs to.'),
    choice('Status', ['open', 'closed'], 'Whether answers are still taken.'),
    text('Opens', 'Nobody is prompted before this day (YYYY-MM-DD).'),
    indexed('DueDay', 'The last day on which an answer is in time (YYYY-MM-DD).'),
    multiline('Organisations', 'Keys of the organisations that are asked, one a line.'),
    choice('SignOff', ['yes', 'no'], 'Whether an approver of the organisation signs an answer off before it leaves.'),
    indexed('Return', 'Key of the return that it is a period of.'),
    text('Period', 'The period.'),
    data('Fields', 'What every organisation is asked for in the same way.'),
    data('Marking', 'Its own marking, where it has one.'),
    data('Log', 'What happened to it.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const RESPONSES: List = {
  name: 'Matters Responses',
  description: 'The answers to Matters Requests, one row an organisation. Every answer that was ever given is kept.',
  columns: [
    { ...KEY, description: 'Key of the request and of the organisation.' },
    indexed('RequestKey', 'Key of the request.'),
    text('Organisation', 'Key of the organisation.'),
    choice('State', RESPONSE_STATES, 'Where it stands.'),
    multiline('Words', 'The answer, in words.'),
    text('AnsweredBy', 'Who gave it.'),
    text('AnsweredOn', 'The day it was given (YYYY-MM-DD).'),
    data('Passed', 'The colleague whom it was passed on to.'),
    data('Disowned', 'Who said that it isn’t theirs.'),
    data('Log', 'What became of it, every answer included.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const RETURNS: List = {
  name: 'Matters Returns',
  description: 'What is asked of organisations each month, quarter or year. Each period becomes a request of its own.',
  columns: [
    KEY,
    text('TitleWelsh', 'The title in Welsh, where it has one.'),
    multiline('Words', 'What is asked, in full.'),
    multiline('Organisations', 'Keys of the organisations that are asked, one a line.'),
    choice('Frequency', FREQUENCIES, 'How often it is asked.'),
    text('FromDay', 'The first period is the one that this day lies in (YYYY-MM-DD).'),
    text('EndedDay', 'No more periods from this day on (YYYY-MM-DD).'),
    multiline('EndedReason', 'Why it has ended.'),
    data('Fields', 'What is asked for, field by field.'),
    data('Terms', 'When a period opens and is due, who hears of what is late, and when it is circulated.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const REPORTS: List = {
  name: 'Matters Reports',
  description: 'Reports as they were made, and which boards were told of them, when.',
  columns: [
    KEY,
    text('FromDay', 'First day of what it reports (YYYY-MM-DD).'),
    text('ToDay', 'Last day of it (YYYY-MM-DD).'),
    data('Counts', 'How many stood in which colour.'),
    data('By', 'Who made it.'),
    multiline('Boards', 'Which boards were told, and when.'),
    data('Boards', 'The same.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const COVERAGES: List = {
  name: 'Matters Coverage',
  description: 'Which paragraphs of a framework a piece of work answers, one row for each and framework.',
  columns: [
    { ...KEY, description: 'Key of the framework and of the work.' },
    text('Framework', 'Key of the framework.'),
    choice('Kind', WORK_KINDS, 'What the work is.'),
    indexed('ItemKey', 'Key of the action, work stream, return or request.'),
    multiline('Paragraphs', 'Numbers of its paragraphs, one a line.'),
    multiline('Evidence', 'What shows it.'),
    text('Day', 'The day it was said (YYYY-MM-DD).'),
    data('By', 'Who said so.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const FRAMEWORKS: List = {
  name: 'Matters Frameworks',
  description: 'Frameworks that the group added itself, for its assurance, one a row.',
  columns: [
    KEY,
    text('Edition', 'The month of its edition (YYYY-MM).'),
    text('Source', 'Name of the file that it was read from.'),
    text('Day', 'The day it was added (YYYY-MM-DD).'),
    text('WithdrawnDay', 'The day it was taken off (YYYY-MM-DD).'),
    data('Framework', 'All of it.'),
    data('By', 'Who added it.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const CIRCULATIONS: List = {
  name: 'Matters Circulations',
  description: 'What was gathered with returns and sent back to whom, and when. Written by the service.',
  columns: [
    KEY,
    indexed('ReturnKey', 'The return.'),
    indexed('PeriodKey', 'Key of the request that the period is.'),
    indexed('Day', 'The day (YYYY-MM-DD).'),
    text('By', 'Who asked for it; empty: the return’s own schedule.'),
    multiline('Copies', 'Who was sent it.'),
    data('By', 'Tenant and object id of who asked for it.'),
    data('Stood', 'Which answer of each organisation stood on that day.'),
    data('Copies', 'Who was sent it, and whether it reached them.'),
    data('Notified', 'Incidents told of since the period ended, counted for each organisation.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const AGENDA: List = {
  name: 'Matters Agenda',
  description: 'Items of the agendas, one a row; those of no meeting are the plan for later ones.',
  columns: [
    KEY,
    indexed('Meeting', 'Key of the meeting; empty: for a later one.'),
    choice('Kind', ITEM_KINDS, 'An item, or that of the matters arising.'),
    text('Place', 'A number: items stand in its order.'),
    text('Presenter', 'Who presents it.'),
    multiline('Papers', 'Its papers, one a line.'),
    multiline('Discussion', 'What was said.'),
    multiline('Decisions', 'What was decided, one a line.'),
    choice('Withdrawn', ['yes', 'no'], 'Whether it was taken off the agenda.'),
    data('Presenter', 'Who presents it.'),
    data('Papers', 'Its papers, and who got which when.'),
    data('Decisions', 'What was decided.'),
    data('Takes', 'Keys of the actions that are taken under it.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const MATTERS: List = {
  name: 'Matters Arising',
  description: 'What each meeting did with each matter arising, one row an action and meeting.',
  columns: [
    { ...KEY, description: 'Key of the meeting and of the action.' },
    indexed('Meeting', 'Key of the meeting.'),
    indexed('ActionKey', 'Key of the action.'),
    text('Handled', 'How it was dealt with.'),
    multiline('Words', 'What was said.'),
    data('Deeds', 'What was done, and by which command.'),
    data('Confirmed', 'What the chair said of what was decided aloud.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const PUBLICATIONS: List = {
  name: 'Matters Inspection Reports',
  description: 'Inspection reports. What they recommend are rows of Matters Actions.',
  columns: [
    KEY,
    text('Subtitle', 'What stands below the title.'),
    multiline('Publishers', 'Who published it, one a line.'),
    text('Published', 'When (YYYY-MM-DD or YYYY-MM).'),
    choice('Scope', SCOPES, 'National, of one force, or joint.'),
    multiline('Position', 'Where the force stands on it as a whole.'),
    multiline('Summary', 'What it makes, and for whom, in the words of its log.'),
    {
      name: 'Earlier',
      kind: 'number',
      description: 'Recommendations that were complete or closed before it came here.',
    },
    multiline('Notes', 'Notes of its log.'),
    data('Lead', 'Who leads on it.'),
    data('Positions', 'Every version of the position.'),
    data('Replies', 'The answers that it wants, and which were sent.'),
    data('Told', 'The boards that were told, and when.'),
    data('Source', 'The document that it was read from.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const WORKSTREAMS: List = {
  name: 'Matters Work Streams',
  description: 'Work streams of a plan. Where each stands is in Matters Work Stream Quarters.',
  columns: [
    KEY,
    text('Number', 'As printed.'),
    multiline('Objective', 'The objective that it serves.'),
    multiline('Words', 'The work stream in full.'),
    multiline('Barriers', 'What is in its way, one a line.'),
    text('EndedDay', 'Nobody is asked about it from this day on (YYYY-MM-DD).'),
    multiline('EndedReason', 'Why it has ended.'),
    data('Leads', 'The chief officer and the senior manager who lead on it.'),
    data('Barriers', 'Every barrier, with what is done about it and how it was resolved.'),
    data('Chased', 'The quarter that was asked for again, on which day and by whom.'),
    data('Source', 'The document that it was read from.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const QUARTERS: List = {
  name: 'Matters Work Stream Quarters',
  description: 'Where each work stream stands in each quarter, and what is planned for the next.',
  columns: [
    { ...KEY, description: 'Key of the work stream and of the quarter.' },
    indexed('WorkstreamKey', 'The work stream.'),
    indexed('Quarter', 'The quarter: 2026-Q3 is October to December 2026.'),
    multiline('Status', 'Current status.'),
    multiline('Planned', 'Progress planned for the next quarter.'),
    data('Versions', 'Every wording, with who gave it and when.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

/** The lists of a group's own site. */
export const WORK_LISTS = [
  ...REGISTER_LISTS,
  REQUESTS,
  RESPONSES,
  RETURNS,
  CIRCULATIONS,
  REPORTS,
  COVERAGES,
  FRAMEWORKS,
  AGENDA,
  MATTERS,
  PUBLICATIONS,
  WORKSTREAMS,
  QUARTERS,
] as const
