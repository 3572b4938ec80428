/**
 * One thing that a card speaks of, worked out from the register as it is now: what may be said of it, how it stands,
 * when it is due. Above the group's threshold no words of it leave this file (product, rule 8).
 */

import type { Action, Colour } from '../../domain/action.ts'
import { answersThen, type CirculationContent } from '../../domain/circulation.ts'
import type { Day } from '../../domain/day.ts'
import { dayToSay, lastDayOf, type Due } from '../../domain/due.ts'
import { MARKINGS, nextMeetingDay, type Group, type Marking, type Person } from '../../domain/group.ts'
import { plainText } from '../../domain/passage.ts'
import type { Prompt, PromptKind } from '../../domain/prompting.ts'
import { mayShowWords, type GroupSettings } from '../../domain/record.ts'
import { isMissing, lastTimeOf, responseOf, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import { isAboutResponse } from '../../domain/requestprompting.ts'
import { completenessOf, totalOf } from '../../domain/returntable.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen, standingOf } from '../../domain/status.ts'
import type { Words } from '../../words/speech.ts'
import { meetingOfSubject } from '../meetings/lists.ts'
import type { Links } from './links.ts'

/** What a card calls a prompt: nothing else of it leaves the service. */
export type CardPrompt = Prompt & { readonly id: string }

/** An answer that somebody gave on a card. */
export interface GivenAnswer {
  readonly verb: AnswerVerb
  readonly person: Pick<Person, 'tenantId' | 'objectId'>
  readonly day: Day
  readonly state: 'taken' | 'applied' | 'refused'
}

export const ANSWER_VERBS = ['update', 'nil', 'last', 'proposeDischarge', 'askExtension', 'passOn', 'notOurs'] as const
export type AnswerVerb = (typeof ANSWER_VERBS)[number]

/** What every card is made from. */
export interface CardGround {
  readonly words: Words
  readonly today: Day
  readonly links: Links
  /** By the keys of groups. */
  readonly groups: ReadonlyMap<
    string,
    {
      readonly snapshot: Snapshot
      readonly settings: Pick<GroupSettings, 'wordsUpTo'>
      /** Subjects of the lists that wait for the chair; left out where nobody has looked. */
      readonly lists?: ReadonlySet<string>
      readonly requests: ReadonlyMap<string, RequestContent>
      readonly responses: ReadonlyMap<string, ResponseContent>
      /** Left out where nobody has looked. */
      readonly circulations?: ReadonlyMap<string, CirculationContent>
    }
  >
  /** By the ids of prompts. */
  readonly answers: ReadonlyMap<string, GivenAnswer>
}

type Place = CardGround['groups'] extends ReadonlyMap<string, infer Each> ? Each : never

/** A request, and the response of one organisation to it. */
export interface Asked {
  readonly request: RequestContent
  readonly response: ResponseContent
  /** What the organisation said the last time it was asked the same. */
  readonly last: ResponseContent | null
}

export interface Item {
  readonly prompt: CardPrompt
  readonly group: Group
  /** Null: it isn't in the register any more, or the prompt is about a post. */
  readonly action: Action | null
  /** The response that the prompt is about. */
  readonly asked: Asked | null
  /** Key of what went back to everybody. */
  readonly circulation: string | null
  readonly marking: Marking
  readonly reference: string
  /** Null where no words may be shown. */
  readonly details: string | null
  readonly colour: Colour | null
  /** When it is due: as it may be said. Null: no day, and no words may be shown. */
  readonly due: string | null
  readonly isLate: boolean
  readonly answer: GivenAnswer | null
  /** The day of the meeting that gave it; null: none did. */
  readonly given: Day | null
  /** Something can still be done about it. */
  readonly isOpen: boolean
}

/** Null for a group that isn't known any more. */
export function itemOf(prompt: CardPrompt, ground: CardGround): Item | null {
  const place = ground.groups.get(prompt.group)
  if (!place) return null
  const { snapshot, settings } = place
  const { words, today } = ground
  if (isAboutResponse(prompt)) return responseItem(prompt, place, ground)
  if (prompt.kind === 'returnCirculated') return circulatedItem(prompt, place, ground)
  const action = (prompt.action !== null && snapshot.actions.get(prompt.action)) || null
  const marking = action?.marking ?? snapshot.group.marking
  const showsWords = mayShowWords(marking.level, settings)
  const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
  const part = action?.parts.find((each) => each.letter === prompt.part) ?? null
  const milestone = action?.milestones.find((each) => each.id === prompt.milestone) ?? null
  const due = milestone?.due ?? part?.due ?? action?.due ?? null
  const answer = ground.answers.get(prompt.id) ?? null
  const context = { today, nextMeeting, lateBy: snapshot.group.lateBy }
  const day = due && lastDayOf(due, nextMeeting)
  return {
    prompt,
    group: snapshot.group,
    action,
    asked: null,
    circulation: null,
    marking,
    reference: action ? action.reference + (part ? `(${part.letter})` : '') : '',
    details: showsWords ? detailsOf(prompt, snapshot, milestone?.purpose ?? part?.details ?? action?.details) : null,
    colour: action && showsWords ? standingOf(action, context).colour : null,
    due: due && tellDue(due, { words, today, nextMeeting, showsWords }),
    isLate: day !== null && day < today,
    answer,
    given: (action?.origin.kind === 'meeting' && snapshot.meetings.get(action.origin.meeting ?? '')?.day) || null,
    isOpen: isList(prompt)
      ? (place.lists?.has(prompt.subject ?? '') ?? true)
      : answer === null && isStillOpen(prompt, action, part?.status ?? 'open', milestone?.done ?? null),
  }
}

/** What is asked of an organisation: its title stands for its words, and above the threshold nothing does. */
function responseItem(
  prompt: CardPrompt,
  { snapshot, settings, requests, responses }: Place,
  { words, today, answers }: CardGround,
): Item {
  const key = prompt.subject ?? ''
  const dot = key.lastIndexOf('.')
  const request = requests.get(key.slice(0, dot)) ?? null
  const organisation = key.slice(dot + 1)
  const response = request && responseOf(request, organisation, responses)
  const last = request && lastTimeOf(request, organisation, requests.values(), responses)
  const answer = answers.get(prompt.id) ?? null
  const marking = request?.marking ?? snapshot.group.marking
  const showsWords = mayShowWords(marking.level, settings)
  const day = request?.due ?? null
  return {
    prompt,
    group: snapshot.group,
    action: null,
    asked: request && response && { request, response, last },
    circulation: null,
    given: null,
    marking,
    reference: '',
    details: showsWords ? titleOf(prompt, request, response, snapshot) : null,
    colour: null,
    due: day === null ? null : words.say('bot.dueOn', { day: words.day(day), told: toldOf(words, day, today) }),
    isLate: day !== null && day < today,
    answer,
    isOpen: answer === null && request !== null && response !== null && isStillAsked(prompt, request, response),
  }
}

/** To whom it goes up it says whose it is. */
function titleOf(
  { kind }: Prompt,
  request: RequestContent | null,
  response: ResponseContent | null,
  { organisations }: Snapshot,
): string {
  const title = request?.title ?? ''
  if (kind !== 'returnLate' || !response) return title
  return `${organisations.get(response.organisation)?.shortName ?? response.organisation}: ${title}`
}

/** What a period of a return came to, as it was sent back; above the threshold no figure of it. */
function circulatedItem(
  prompt: CardPrompt,
  { snapshot, settings, requests, responses, circulations }: Place,
  { words }: CardGround,
): Item {
  const content = circulations?.get(prompt.subject ?? '') ?? null
  const request = (content && requests.get(content.period)) ?? null
  const marking = request?.marking ?? snapshot.group.marking
  const told = content && request && figuresOf(request, content, responses, words)
  return {
    prompt,
    group: snapshot.group,
    action: null,
    asked: null,
    circulation: prompt.subject,
    marking,
    reference: '',
    details: mayShowWords(marking.level, settings) ? (told ?? '') : null,
    colour: null,
    due: content && words.day(content.day),
    isLate: false,
    answer: null,
    given: null,
    isOpen: true,
  }
}

/** `OCAG returns, Q2 2026/27: 4 of 5 answered. Incidents 24 · Found by search 6` */
function figuresOf(
  { title, fields, due }: RequestContent,
  content: CirculationContent,
  responses: ReadonlyMap<string, ResponseContent>,
  words: Words,
): string {
  const answers = answersThen(content, responses)
  const { asked, complete } = completenessOf(answers, due ?? content.day)
  const figures = fields.flatMap((field) => {
    const total = field.type === 'number' ? totalOf(answers, field.key) : null
    return total ? [`${field.title} ${words.number(total.sum)}`] : []
  })
  return [words.say('bot.circulated', { title, asked, complete }), figures.join(' · ')].filter((each) => each).join(' ')
}

/** Whether what a prompt asks for is still to be done, as the response stands now. */
function isStillAsked({ kind }: Prompt, { status, organisations }: RequestContent, response: ResponseContent): boolean {
  if (status === 'closed' || !organisations.includes(response.organisation) || !isMissing(response)) return false
  if (kind === 'responseNotOurs') return response.disowned !== null
  if (kind === 'returnLate') return true
  return (kind === 'signOffWanted') === (response.state === 'awaitingSignOff') && response.disowned === null
}

/** The highest marking of what is on a card stands on it. */
export function markingOf(items: readonly Item[]): Marking | null {
  const rank = ({ marking }: Item): number => MARKINGS.indexOf(marking.level)
  return items.toSorted((a, b) => rank(b) - rank(a))[0]?.marking ?? null
}

/** Kinds that tell and ask for nothing. */
const NEWS: ReadonlySet<PromptKind> = new Set([
  'extensionDecided',
  'dischargeDecided',
  'vacancy',
  'notOurs',
  'responseNotOurs',
  'returnLate',
  'returnCirculated',
])
const LISTS: ReadonlySet<PromptKind> = new Set(['listWanted', 'listReminder'])
const APPROVALS: ReadonlySet<PromptKind> = new Set(['approvalWanted', 'approvalReminder', ...LISTS])

export function isApproval({ kind }: Pick<Prompt, 'kind'>): boolean {
  return APPROVALS.has(kind)
}

/** What a meeting decided aloud, to be confirmed as one. */
export function isList({ kind }: Pick<Prompt, 'kind'>): boolean {
  return LISTS.has(kind)
}

/** Words alone are answered on the card; figures, files and signatures in the dialog. */
export function isAnsweredOnCard({ prompt, details, asked }: Item): boolean {
  if (!isAnswerable(prompt) || details === null) return false
  return asked === null || (asked.request.fields.length === 0 && prompt.kind !== 'signOffWanted')
}

/** Whether its person answers it on the card, or in the dialog that it opens. */
export function isAnswerable({ kind }: Pick<Prompt, 'kind'>): boolean {
  return !NEWS.has(kind) && !APPROVALS.has(kind) && kind !== 'overdueChair'
}

function isStillOpen(prompt: Prompt, action: Action | null, part: 'open' | 'done', milestoneDone: Day | null): boolean {
  if (prompt.kind === 'vacancy') return true
  if (!action) return false
  if (prompt.subject !== null && isApproval(prompt)) {
    return prompt.subject.startsWith('discharge-')
      ? action.status === 'dischargeProposed'
      : action.extensionAsked !== null
  }
  return NEWS.has(prompt.kind) || (isOpen(action) && part === 'open' && milestoneDone === null)
}

function detailsOf(prompt: Prompt, { posts, meetings }: Snapshot, text: string | undefined): string {
  if (isList(prompt)) return meetings.get(meetingOfSubject(prompt.subject ?? ''))?.title ?? ''
  if (prompt.kind === 'vacancy') return posts.get(prompt.post ?? '')?.title ?? ''
  return plainText(text ?? '')
}

interface Telling {
  readonly words: Words
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly showsWords: boolean
}

/** `5 March 2026, 3 weeks late`. A due in somebody's words is words. */
function tellDue(due: Due, { words, today, nextMeeting, showsWords }: Telling): string | null {
  const day = showsWords ? dayToSay(due, nextMeeting, today) : lastDayOf(due, nextMeeting)
  if (day === null) return showsWords ? words.say('bot.due', { due: words.due(due, today, nextMeeting) }) : null
  return words.say('bot.dueOn', { day: words.day(day), told: toldOf(words, day, today) })
}

function toldOf(words: Words, day: Day, today: Day): string {
  return words.due({ kind: 'day', day, words: '' }, today, null)
}
