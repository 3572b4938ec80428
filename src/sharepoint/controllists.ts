/**
 * The lists of the deployment's one Control site, as data (lists.ts says how). In a file of their own: the tab, which has
 * no business there, doesn't load them.
 */

import { DISCLOSURE_LANGUAGES } from '../domain/disclosure.ts'
import { MARKINGS, ROLES } from '../domain/group.ts'
import { POSITION_PARTS, VERSION_STATES } from '../domain/guidance.ts'
import { INCIDENT_CATEGORIES, INCIDENT_OUTCOMES, INCIDENT_SOURCES } from '../domain/incident.ts'
import { RISK_LEVELS } from '../domain/profile.ts'
import { AUDIT_EVENTS, PROMPT_STATES, VERDICTS, WORDS_UP_TO } from '../domain/record.ts'
import { choice, data, indexed, KEY, multiline, text, type List } from './lists.ts'

export const GROUPS: List = {
  name: 'Matters Groups',
  description: 'Directory of the groups of this deployment.',
  columns: [
    KEY,
    text('NameWelsh', 'The name in Welsh, where the group has one.'),
    choice('Marking', MARKINGS, 'Protective marking.'),
    text('Handling', 'Handling instruction.'),
    text('Rooms', 'What is switched on in its channel besides the register, meetings, requests and people.'),
    { name: 'SiteId', kind: 'text', unique: true, description: 'The site the group works in: one site, one group.' },
    indexed('TeamId', 'The team.'),
    {
      name: 'ChannelId',
      kind: 'text',
      unique: true,
      description: 'The channel whose tab is the group: one channel, one group.',
    },
    text('CommandId', 'The command that made the row.'),
  ],
}

export const APPOINTMENTS: List = {
  name: 'Matters Appointments',
  description: 'Who holds which post of which group. Rights come from here alone.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    text('PostKey', 'The post.'),
    text('Organisation', 'Key of the organisation.'),
    choice('Role', ROLES, 'What the post may do.'),
    text('TenantId', 'Tenant of the holder; empty: vacant.'),
    indexed('ObjectId', 'Object id of the holder.'),
    text('PersonName', 'Name of the holder, for display.'),
    text('DeputyTenantId', 'Tenant of the deputy.'),
    indexed('DeputyObjectId', 'Object id of the deputy.'),
    text('DeputyName', 'Name of the deputy, for display.'),
    text('FromDay', 'From this day (YYYY-MM-DD).'),
    text('ToDay', 'Until and with this day (YYYY-MM-DD).'),
  ],
}

export const DECISIONS: List = {
  name: 'Matters Decisions',
  description: 'Decisions, each by one person on one exact state of a subject.',
  columns: [
    { ...KEY, description: 'Id of the decision.' },
    indexed('Kind', 'What was decided: an import confirmed, a discharge, an extension.'),
    indexed('GroupKey', 'The group.'),
    indexed('Subject', 'Key of what was decided on.'),
    text('Hash', 'Hash of the exact state that was decided on.'),
    data('By', 'Who decided.'),
    text('At', 'When (ISO instant).'),
    multiline('Words', 'The words of the decision.'),
    choice('Verdict', VERDICTS, 'What was decided.'),
    data('Asked', 'Who asked, when, and the command that asked.'),
    data('Outcome', 'What an approval makes of the action, to put it back if somebody changes it.'),
  ],
}

export const SETTINGS: List = {
  name: 'Matters Settings',
  description: 'How each group prompts its people and decides. Kept here so that nobody can change who decides.',
  columns: [
    { ...KEY, description: 'Key of the group.' },
    { name: 'At', kind: 'number', description: 'When the day’s message is sent: minutes after midnight in London.' },
    { name: 'DaysBefore', kind: 'number', description: 'Days before a due at which people are reminded.' },
    { name: 'ChairAfterWeeks', kind: 'number', description: 'Weeks overdue after which the chair is told; 0: never.' },
    {
      name: 'QuarterOpens',
      kind: 'number',
      description: 'Days after a quarter began at which work streams are asked.',
    },
    { name: 'QuarterDue', kind: 'number', description: 'Days from then until it is due.' },
    { name: 'LapsesAfter', kind: 'number', description: 'Days after which what was asked lapses.' },
    { name: 'HigherFrom', kind: 'number', description: 'From this extension on a higher post decides; 0: never.' },
    text('HigherPost', 'Key of that post.'),
    choice('WordsUpTo', WORDS_UP_TO, 'The highest marking whose words may stand in a chat.'),
    choice('Digest', ['yes', 'no'], 'Whether the channel gets a digest on the working day before a meeting.'),
    data('Retention', 'How many years each list of Control is kept.'),
  ],
}

export const PEOPLE: List = {
  name: 'Matters People',
  description: 'What people chose for themselves: when they are written to, and in which language.',
  columns: [
    { ...KEY, description: 'Tenant and object id.' },
    { name: 'At', kind: 'number', description: 'Minutes after midnight in London; 0: as their group has it.' },
    text('DaysOff', 'Days of the week without a message, 1 Monday to 7 Sunday.'),
    text('AwayFrom', 'First day of an absence (YYYY-MM-DD).'),
    text('AwayUntil', 'Last day of it (YYYY-MM-DD).'),
    choice('Language', ['en', 'cy'], 'The language they are written to in.'),
  ],
}

export const PASSES: List = {
  name: 'Matters Passes',
  description: 'Work that was passed on to a colleague, or that somebody said is not theirs.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    indexed('ActionKey', 'Key of the action.'),
    choice('Kind', ['passed', 'notOurs'], 'Passed on, or not theirs.'),
    data('By', 'Who did.'),
    data('To', 'Whom it was passed to.'),
    data('Owners', 'The owners of the action at the time.'),
    text('Day', 'The day (YYYY-MM-DD).'),
    multiline('Words', 'What they said.'),
  ],
}

export const PROMPTS: List = {
  name: 'Matters Prompts',
  description: 'Who was told of what, when, and whom no message reached.',
  columns: [
    { ...KEY, description: 'Id of the prompt.' },
    indexed('GroupKey', 'The group.'),
    indexed('Day', 'The day of the message (YYYY-MM-DD).'),
    text('Kind', 'What it was about.'),
    text('ActionKey', 'Key of the action.'),
    text('Part', 'Letter of the part.'),
    indexed('ObjectId', 'Object id of the person.'),
    text('TenantId', 'Tenant of the person.'),
    text('PersonName', 'Name of the person, for display.'),
    text('PostKey', 'The post.'),
    choice('State', PROMPT_STATES, 'Whether it reached them.'),
    text('At', 'When (ISO instant).'),
  ],
}

export const AUDIT: List = {
  name: 'Matters Audit',
  description: 'Every access to this site, in an order that can’t be changed unseen.',
  columns: [
    { ...KEY, description: 'Id of the entry.' },
    { name: 'Sequence', kind: 'number', indexed: true, description: 'Its place in the chain, from 1.' },
    choice('Event', AUDIT_EVENTS, 'What kind of access (Data Protection Act 2018, section 62).'),
    indexed('GroupKey', 'The group.'),
    indexed('Subject', 'Key of what it was about.'),
    indexed('ObjectId', 'Object id of who did it.'),
    text('At', 'When (ISO instant).'),
    multiline('Content', 'What happened, as the text that is sealed.'),
    text('RecordKey', 'The key of the seal; destroyed with the content.'),
    text('Seal', 'HMAC of the content.'),
    text('Previous', 'Hash of the entry before.'),
    text('Hash', 'Hash of this entry.'),
    multiline('Signature', 'The service’s signature of the hash.'),
  ],
}

export const GUIDANCE: List = {
  name: 'Matters Guidance',
  description: 'Versions of guidance: what was drafted, who agreed it, what holds until then.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    indexed('GuidanceKey', 'The guidance that it is a version of.'),
    { name: 'Number', kind: 'number', description: 'Which version, from 1.' },
    choice('State', VERSION_STATES, 'How far it has come.'),
    text('TitleWelsh', 'The title in Welsh, where there is one.'),
    multiline('Text', 'The guidance.'),
    multiline('TextWelsh', 'The guidance in Welsh, where there is one.'),
    text('ValidFrom', 'To hold from this day (YYYY-MM-DD); empty: as soon as it is agreed.'),
    text('ApproverPost', 'Key of the post that agrees it.'),
    data('Writers', 'Who wrote of it.'),
    data('Submitted', 'By whom, when and to which bodies it was submitted.'),
    data('Answers', 'What those bodies answered, with what shows it.'),
    data('InterimAsked', 'An interim position that waits for the approver.'),
    data('Interim', 'The interim position.'),
    data('Feedback', 'What consultees said.'),
    data('Agreed', 'Who agreed it, and when.'),
    data('Refusals', 'Why it was sent back.'),
    data('Withdrawn', 'Who withdrew it, when and why.'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

export const ACKNOWLEDGEMENTS: List = {
  name: 'Matters Acknowledgements',
  description: 'Which organisation has read and understood which guidance.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    indexed('GuidanceKey', 'The guidance.'),
    { name: 'Number', kind: 'number', description: 'Its version.' },
    choice('Part', POSITION_PARTS, 'What was agreed, or the interim position.'),
    text('Organisation', 'Key of the organisation.'),
    text('Hash', 'Of the words that were read.'),
    data('By', 'Who says so.'),
    text('Day', 'When (YYYY-MM-DD).'),
    text('At', 'When (ISO instant).'),
    multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.'),
  ],
}

const COMMITS = multiline('Commits', 'Ids of what was written with this row, one a line. Not for editing by hand.')

export const INCIDENTS: List = {
  name: 'Matters Incidents',
  description: 'Notifications of incidents: counts and references, nobody’s details.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    indexed('Day', 'The day of the incident (YYYY-MM-DD).'),
    indexed('Organisation', 'Key of the force.'),
    indexed('ProfileKey', 'Key of the OCAG’s profile; empty: not known.'),
    choice('Category', INCIDENT_CATEGORIES, 'What sort of incident it was.'),
    choice('Source', INCIDENT_SOURCES, 'Told by the force, or found by a search.'),
    choice('Outcome', INCIDENT_OUTCOMES, 'What came of it.'),
    text('Reference', 'Number of the force’s own record.'),
    multiline('Note', 'What the region should know.'),
    choice('State', ['stands', 'withdrawn'], 'Whether it counts.'),
    data('Log', 'Who told of it, and what was corrected.'),
    COMMITS,
  ],
}

export const PROFILES: List = {
  name: 'Matters OCAG Profiles',
  description: 'What is known of each online child abuse activist group.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    multiline('Aliases', 'Other names of it, one a line.'),
    multiline('Area', 'Where it is active.'),
    multiline('Links', 'Addresses of its own pages, one a line.'),
    choice('Risk', RISK_LEVELS, 'The risk level.'),
    multiline('RedLines', 'Its red lines.'),
    text('ChangedDay', 'The day of the last change (YYYY-MM-DD).'),
    data('ChangedBy', 'Who changed it last.'),
    text('EndedDay', 'No longer active from this day (YYYY-MM-DD).'),
    multiline('EndedReason', 'Why it is no longer active.'),
    COMMITS,
  ],
}

export const OPENINGS: List = {
  name: 'Matters Opening Counts',
  description: 'How many incidents there were before the register.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    text('Organisation', 'Key of the force; empty: counted for the nation.'),
    text('Nation', 'The nation.'),
    text('FromDay', 'The first day that was counted (YYYY-MM-DD).'),
    text('ToDay', 'The last day that was counted (YYYY-MM-DD).'),
    { name: 'Count', kind: 'number', description: 'How many there were.' },
    multiline('Basis', 'Who counted, and where it stands.'),
    text('SetDay', 'The day on which it was entered (YYYY-MM-DD).'),
    data('SetBy', 'Who entered it.'),
    choice('State', ['stands', 'withdrawn'], 'Whether it counts.'),
    COMMITS,
  ],
}

export const RESOURCES: List = {
  name: 'Matters Resources',
  description: 'Restricted resources that people are nominated for: the OCAG database, and others.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    text('Resource', 'Key of the resource within the group.'),
    text('NameWelsh', 'The name in Welsh, where it has one.'),
    multiline('Teams', 'Teams that people may be in, one a line.'),
    data('Reviews', 'When access is reviewed.'),
    COMMITS,
  ],
}

export const NOMINATIONS: List = {
  name: 'Matters Nominations',
  description: 'Who is nominated for a restricted resource, one row a person and resource. Nothing is taken away.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    text('Resource', 'Key of the resource.'),
    text('Organisation', 'Key of the organisation that nominated.'),
    text('Team', 'The team of the person.'),
    data('Person', 'Tenant and object id of the person.'),
    data('Events', 'What happened, from which follows who has access on which day.'),
    COMMITS,
  ],
}

export const REVIEWS: List = {
  name: 'Matters Access Reviews',
  description: 'Reviews of who has access, one row an organisation and time.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    text('Resource', 'Key of the resource.'),
    text('Organisation', 'Key of the organisation.'),
    text('ScheduledDay', 'The day that it was scheduled for (YYYY-MM-DD).'),
    text('OpensDay', 'The day that it opened on (YYYY-MM-DD).'),
    text('DueDay', 'Who isn’t answered for by this day is suspended (YYYY-MM-DD).'),
    multiline('Availability', 'How the material is made available to the organisation’s staff.'),
    data('People', 'Who is reviewed.'),
    data('Given', 'The answers.'),
    COMMITS,
  ],
}

export const RECONCILIATIONS: List = {
  name: 'Matters Reconciliations',
  description: 'How a resource’s own list of accounts compared with the register, each time.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    text('Resource', 'Key of the resource.'),
    text('Day', 'The day (YYYY-MM-DD).'),
    data('By', 'Who compared them.'),
    { name: 'Accounts', kind: 'number', description: 'How many accounts the list had.' },
    { name: 'Agreed', kind: 'number', description: 'How many of them agreed with the register.' },
    { name: 'Others', kind: 'number', description: 'How many differences there were beside those that are listed.' },
    data('Differences', 'What differed.'),
    COMMITS,
  ],
}

export const DISCLOSURES: List = {
  name: 'Matters Disclosures',
  description:
    'Requests under the Freedom of Information Act: what was asked, what is withheld and why, what was given out.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    text('Authority', 'The public authority that was asked.'),
    text('ReceivedDay', 'The day on which it was received (YYYY-MM-DD).'),
    multiline('Scope', 'What is asked for.'),
    choice('Language', DISCLOSURE_LANGUAGES, 'The language of the copy.'),
    data('Consulted', 'Whom the texts came from, and what they said.'),
    data('Rows', 'The actions of the copy, as they were when they were chosen.'),
    data('Withheld', 'What isn’t in the copy, and why.'),
    data('Preparers', 'Who had a hand in it: none of them releases it.'),
    data('Asked', 'Who asked for its release, when, and of which copy.'),
    data('Refusals', 'Why it was sent back.'),
    data('Released', 'Who released it, when, to whom, and the hashes.'),
    text('ReleasedDay', 'The day of its release (YYYY-MM-DD).'),
    data('Answered', 'How the request was answered without a copy.'),
    text('DisposedDay', 'The day from which no more than the decision is kept (YYYY-MM-DD).'),
    COMMITS,
  ],
}

export const GROUNDS: List = {
  name: 'Matters Grounds',
  description: 'On which grounds each group withholds something from a copy for disclosure.',
  columns: [
    { ...KEY, description: 'Key of the group.' },
    indexed('GroupKey', 'The group.'),
    data('Grounds', 'The grounds in both languages, those that were withdrawn too: records name them.'),
    COMMITS,
  ],
}

export const RELEASED_FILES: List = {
  name: 'Matters Released Files',
  description: 'The very bytes of each file that was released, in pieces.',
  columns: [
    KEY,
    indexed('GroupKey', 'The group.'),
    indexed('DisclosureKey', 'Key of the request.'),
    indexed('FileKey', 'Key of the request and SHA-256 of the file.'),
    { name: 'Piece', kind: 'number', description: 'Which piece of the file, from 0.' },
    { name: 'Pieces', kind: 'number', description: 'How many there are.' },
    multiline('Content', 'The piece: base64.'),
  ],
}

/** The lists of the deployment's one Control site. */
export const CONTROL_LISTS = [
  GROUPS,
  APPOINTMENTS,
  DECISIONS,
  SETTINGS,
  PEOPLE,
  PASSES,
  PROMPTS,
  GUIDANCE,
  ACKNOWLEDGEMENTS,
  AUDIT,
  INCIDENTS,
  PROFILES,
  OPENINGS,
  RESOURCES,
  NOMINATIONS,
  REVIEWS,
  RECONCILIATIONS,
  DISCLOSURES,
  GROUNDS,
  RELEASED_FILES,
] as const
