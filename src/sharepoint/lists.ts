/**
 * The lists as data: what provisioning makes, and what everybody else reads and writes. A name once given stays: people
 * have views, exports and flows on it. Words that people read in SharePoint stand in columns of their own; what only we
 * read stands beside them as JSON, in columns named `…Data`.
 *
 * Every column that is filtered by is indexed (SharePoint refuses other filters over 5,000 rows), every key is unique,
 * and days are text `YYYY-MM-DD`: no time zone moves them, and they sort.
 */

import { EVENT_KINDS, KINDS, OUTCOMES, STATUSES } from '../domain/action.ts'
import { MARKINGS, MEETING_STATUSES, ORGANISATION_KINDS, ROLES } from '../domain/group.ts'
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

/** What a register is read from; a site that holds them is a group's home. The rooms' are in worklists.ts. */
export const REGISTER_LISTS = [GROUP, ORGANISATIONS, POSTS, MEETINGS, VIEWS, ACTIONS, UPDATES] as const
