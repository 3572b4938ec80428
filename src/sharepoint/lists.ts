/**
 * The lists as data: what provisioning makes, and what everybody else reads and writes. A name once given stays: people
 * have views, exports and flows on it. Words that people read in SharePoint stand in columns of their own; what only we
 * read stands beside them as JSON, in columns named `…Data`.
 *
 * Every column that is filtered by is indexed (SharePoint refuses other filters over 5,000 rows), every key is unique,
 * and days are text `YYYY-MM-DD`: no time zone moves them, and they sort.
 */

import { EVENT_KINDS, KINDS, OUTCOMES, STATUSES } from '../domain/action.ts'
import { ITEM_KINDS, MARKINGS, MEETING_STATUSES, ORGANISATION_KINDS, ROLES } from '../domain/group.ts'
import { FREQUENCIES } from '../domain/period.ts'
import { RESPONSE_STATES } from '../domain/request.ts'
import { VIEW_SCOPES } from '../domain/savedview.ts'

export type Column = {
  readonly name: string
  /** What the column is for, for people who see it in SharePoint. */
  readonly description: string
  readonly indexed?: true
  /** Unique and so indexed: SharePoint itself refuses a second row. */
  readonly unique?: true
} & (
  | { readonly kind: 'text' | 'multiline' | 'number' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
)

export interface List {
  /** The display name, and the name in the list's address, by which it is found again when somebody renames it. */
  readonly name: string
  readonly description: string
  readonly columns: readonly Column[]
}

export const KEY: Column = {
  name: 'Key',
  kind: 'text',
  unique: true,
  description: 'Identity of the row. Never changes.',
}

export function text(name: string, description: string): Column {
  return { name, kind: 'text', description }
}

export function indexed(name: string, description: string): Column {
  return { name, kind: 'text', indexed: true, description }
}

export function multiline(name: string, description: string): Column {
  return { name, kind: 'multiline', description }
}

export function data(name: string, description: string): Column {
  return multiline(`${name}Data`, `${description} Written by Matters Arising; not for editing by hand.`)
}

export function choice(name: string, choices: readonly string[], description: string): Column {
  return { name, kind: 'choice', choices, description }
}

export const GROUP: List = {
  name: 'Matters Group',
  description: 'The group that this site belongs to. Matters Arising reads its settings here.',
  columns: [
    KEY,
    text('NameWelsh', 'The name in Welsh, where the group has one.'),
    choice('Marking', MARKINGS, 'Protective marking of everything in the group.'),
    text('Handling', 'Handling instruction that goes with the marking.'),
    choice('LateBy', ['first', 'current'], 'Whether past due means past the first or the current due.'),
  ],
}

export const ORGANISATIONS: List = {
  name: 'Matters Organisations',
  description: 'The organisations that are members of the group.',
  columns: [
    KEY,
    text('ShortName', 'As people write it.'),
    multiline('Aliases', 'Other spellings found in documents, one a line.'),
    choice('Kind', ORGANISATION_KINDS, 'What sort of organisation it is.'),
    text('Nation', 'England or Wales.'),
    text('Region', 'The region it belongs to.'),
  ],
}

export const POSTS: List = {
  name: 'Matters Posts',
  description: 'Who holds which post, as a copy for display. Nobody gets a right from a row here.',
  columns: [
    KEY,
    text('Organisation', 'Key of the organisation.'),
    choice('Role', ROLES, 'What the post does in the group.'),
    text('Holder', 'Who holds it; empty: the post is vacant.'),
    text('Deputy', 'Who stands in.'),
    data('Holder', 'Tenant and object id of the holder.'),
    data('Deputy', 'Tenant and object id of the deputy.'),
    text('FromDay', 'Held from this day (YYYY-MM-DD).'),
    text('ToDay', 'Held until this day (YYYY-MM-DD).'),
    text('Lead', 'Somebody of outside who leads beside the post.'),
  ],
}

export const MEETINGS: List = {
  name: 'Matters Meetings',
  description: 'The meetings of the group.',
  columns: [
    KEY,
    indexed('Day', 'The day of the meeting (YYYY-MM-DD).'),
    choice('Status', MEETING_STATUSES, 'Planned, open or closed.'),
    text('Starts', 'When it begins (HH:MM, London).'),
    text('Ends', 'When it ends (HH:MM, London).'),
    multiline('Place', 'Where it is held.'),
    multiline('Link', 'Where it is joined from afar.'),
    text('Secretary', 'Who keeps the minutes.'),
    data('Secretary', 'Tenant and object id of who keeps the minutes.'),
    multiline('Attendance', 'Who was there, who sent apologies, one a line.'),
    data('Attendance', 'Who was there, for which post.'),
    text('ClosedOn', 'The day it was closed on (YYYY-MM-DD).'),
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

export const VIEWS: List = {
  name: 'Matters Views',
  description: 'Views of the register that people keep: the group’s and their own.',
  columns: [
    KEY,
    choice('Scope', VIEW_SCOPES, 'Whether the group sees it, or only who keeps it.'),
    text('Owner', 'Who keeps it.'),
    data('Owner', 'Tenant and object id of who keeps it.'),
    data('View', 'What it shows.'),
  ],
}

export const ACTIONS: List = {
  name: 'Matters Actions',
  description: 'The actions of the group, one a row. The history of each is in Matters Updates.',
  columns: [
    KEY,
    {
      name: 'Reference',
      kind: 'text',
      unique: true,
      description: 'Number and year, for example 1/19. A number once given stays given.',
    },
    choice('Kind', KINDS, 'Action, recommendation, area for improvement or cause of concern.'),
    multiline('Details', 'What is to be done.'),
    { name: 'Status', kind: 'choice', choices: STATUSES, indexed: true, description: 'Where the action stands.' },
    multiline('Owners', 'Who owns it, in words.'),
    multiline('Due', 'When it is due, as written.'),
    indexed('DueDay', 'The last day on which the due is met (YYYY-MM-DD), where one follows from it.'),
    multiline('NextStep', 'The next step of the latest update.'),
    { name: 'UpdateCount', kind: 'number', description: 'How many updates the history holds.' },
    data('Owners', 'Owners.'),
    data('Parts', 'Lettered parts.'),
    data('Due', 'The current due.'),
    data('FirstDue', 'The first due, which never changes.'),
    data('Extensions', 'Extensions granted.'),
    data('Discharge', 'What the discharge rests on.'),
    data('Closing', 'Why it was closed.'),
    data('ExtensionAsked', 'An extension that is asked for and not decided.'),
    data('Milestones', 'What is to be reached on the way.'),
    data('Links', 'How it hangs together with others.'),
    text('RetainedFor', 'Key of the meeting that it was last retained for.'),
    data('Override', 'A colour set by a person.'),
    data('Origin', 'Where it comes from.'),
    data('Marking', 'Its own marking, where it has one.'),
    data('Latest', 'The latest update, as much of it as stands on the row.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const UPDATES: List = {
  name: 'Matters Updates',
  description: 'The history of the actions, one dated entry a row. Rows are only added.',
  columns: [
    { ...KEY, description: 'Id of the command and an ordinal.' },
    indexed('ActionKey', 'Key of the action.'),
    indexed('Day', 'The day that the update speaks of (YYYY-MM-DD).'),
    multiline('Words', 'What was said.'),
    multiline('NextStep', 'The next step, in words.'),
    data('NextStep', 'The next step with its owners and due.'),
    choice('Outcome', OUTCOMES, 'Next step, retained for the next meeting, or discharge.'),
    choice('Event', EVENT_KINDS, 'What happened to the action itself, where the entry is more than words.'),
    data('Event', 'Values of the event.'),
    text('Organisation', 'Key of the organisation it speaks for.'),
    text('Meeting', 'Key of the meeting it was given in.'),
    text('Supersedes', 'Key of the update that it corrects.'),
    text('OnBehalfOf', 'Whom the service wrote for. Counts only in rows that the service made.'),
    data('OnBehalfOf', 'Tenant and object id of whom the service wrote for.'),
  ],
}

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
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

/** The lists of a group's own site. */
export const WORK_LISTS = [
  GROUP,
  ORGANISATIONS,
  POSTS,
  MEETINGS,
  VIEWS,
  ACTIONS,
  UPDATES,
  REQUESTS,
  RESPONSES,
  RETURNS,
  CIRCULATIONS,
  AGENDA,
  MATTERS,
] as const
