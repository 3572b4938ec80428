/**
 * A return: a request that recurs (product: "Return"). Its definition says what is asked of whom for each month,
 * quarter or year; each period becomes a request of its own, made from the definition as it was on that day, so that
 * changing a definition never changes what was asked before. Pure: which periods there should be today follows from
 * the definition and the day, so whoever works it out makes the same ones.
 */

import { checkReason, checkText } from './check.ts'
import type { CollectionCommand, CollectionContext } from './collection.ts'
import { addDays, addMonths, isDay, partsOf, type Day } from './day.ts'
import { ROLES, type Role } from './group.ts'
import { FREQUENCIES, periodAfter, periodOf, type Frequency, type Period } from './period.ts'
import type { RequestField } from './request.ts'
import type { MakeRequest } from './requestcommand.ts'
import { checkFields } from './requestfields.ts'
import { LONGEST_TITLE as LONGEST_REQUEST } from './requesting.ts'
import { accept, refuse, type Refusal, type Result } from './result.ts'

/** When a period opens: so many days after it ends, or on the first such day of a month after it. */
export type Opening = { readonly kind: 'after'; readonly days: number } | { readonly kind: 'on'; readonly date: number }

/** Who hears of what is late: the organisation's own post of a role where it has one, else the group's; or one post. */
export interface Escalation {
  /** Days after the due. */
  readonly afterDays: number
  readonly to: { readonly role: Role } | { readonly post: string }
}

/** When what was gathered goes back to everybody, besides whenever somebody asks for it. */
export type Schedule =
  /** Once a period, so many days after its due. */
  | { readonly kind: 'afterDue'; readonly days: number }
  /** Each month on a day: the latest period that is due. */
  | { readonly kind: 'monthly'; readonly date: number }

export interface ReturnContent {
  readonly title: string
  /** Empty: the title is the same in Welsh. */
  readonly titleWelsh: string
  readonly words: string
  readonly fields: readonly RequestField[]
  /** Keys; each is asked. */
  readonly organisations: readonly string[]
  readonly frequency: Frequency
  /** The first month of its year, 1 to 12; April unless set. */
  readonly yearStart: number
  readonly opens: Opening
  /** Days after it opens. */
  readonly dueAfter: number
  /** An approver of the organisation signs an answer off before it leaves. */
  readonly signOff: boolean
  readonly escalation: Escalation | null
  readonly circulation: Schedule | null
  /** The first period is the one that this day lies in. */
  readonly from: Day
  /** Makes no more periods. */
  readonly ended: { readonly day: Day; readonly reason: string } | null
}

/** What its editor says; whether it has ended is no part of it. */
export type ReturnDraft = Omit<ReturnContent, 'ended'>

export type SaveReturn = CollectionCommand & { readonly kind: 'saveReturn'; readonly content: ReturnDraft }
export type EndReturn = CollectionCommand & { readonly kind: 'endReturn'; readonly reason: string }
export type ResumeReturn = CollectionCommand & { readonly kind: 'resumeReturn' }
export type ReturnCommand = SaveReturn | EndReturn | ResumeReturn

/** A period with its days. */
export interface OpenPeriod {
  readonly period: Period
  readonly opens: Day
  readonly due: Day
}

/** Days: a year of them is more than any return waits. */
const MOST_DAYS = 366
/** Every month has one. */
const LAST_DATE = 28
/** With the name of a period behind it, it is the title of a request. */
const LONGEST_TITLE = LONGEST_REQUEST - 40
/** Ten years of months: whoever asks for more has mistyped the day. */
const MOST_PERIODS = 120

export function decideReturn(
  command: ReturnCommand,
  now: ReturnContent | null,
  context: CollectionContext,
): Result<ReturnContent> {
  if (context.as === 'member') return refuse('coordinatorOnly')
  if (command.kind === 'saveReturn') return saveReturn(command, now, context)
  if (!now) return refuse('returnUnknown')
  if (command.kind === 'resumeReturn') return accept({ ...now, ended: null })
  const refusal = checkReason(command.reason)
  if (refusal) return { ok: false, error: refusal }
  return accept({ ...now, ended: now.ended ?? { day: context.today, reason: command.reason.trim() } })
}

/** What a command depends on or writes. */
export function touchedByReturn({ kind }: ReturnCommand): readonly (keyof ReturnContent)[] {
  return kind === 'saveReturn' ? DRAFTED : ['ended']
}

const DRAFTED: readonly (keyof ReturnDraft)[] = [
  'title',
  'titleWelsh',
  'words',
  'fields',
  'organisations',
  'frequency',
  'yearStart',
  'opens',
  'dueAfter',
  'signOff',
  'escalation',
  'circulation',
  'from',
]

function saveReturn(
  { content }: SaveReturn,
  now: ReturnContent | null,
  context: CollectionContext,
): Result<ReturnContent> {
  const refusal = check(content, context)
  if (refusal) return { ok: false, error: refusal }
  const { title, titleWelsh, words } = content
  const spoken = { title: title.trim(), titleWelsh: titleWelsh.trim(), words: words.trim() }
  return accept({
    ...content,
    ...spoken,
    organisations: [...new Set(content.organisations)],
    ended: now?.ended ?? null,
  })
}

function check(content: ReturnDraft, { snapshot }: CollectionContext): Refusal | null {
  const { fields, organisations, frequency, yearStart, dueAfter, escalation, from } = content
  const wrong = (field: string): Refusal => ({ code: 'commandInvalid', field })
  return (
    checkText(content.title, 'title') ??
    checkTitle(content) ??
    checkFields(fields) ??
    (organisations.length === 0 ? { code: 'organisationsMissing', field: 'organisations' } : null) ??
    checkOrganisations(organisations, snapshot.organisations) ??
    (FREQUENCIES.includes(frequency) ? null : wrong('frequency')) ??
    (isWithin(yearStart, 1, 12) ? null : wrong('yearStart')) ??
    (isOpening(content.opens) ? null : wrong('opens')) ??
    (isWithin(dueAfter, 0, MOST_DAYS) ? null : wrong('dueAfter')) ??
    (isSchedule(content.circulation) ? null : wrong('circulation')) ??
    (isDay(from) ? null : { code: 'dayInvalid', field: 'from' }) ??
    checkEscalation(escalation, snapshot.posts)
  )
}

function checkTitle({ title, titleWelsh }: ReturnDraft): Refusal | null {
  const field = title.trim().length > LONGEST_TITLE ? 'title' : 'titleWelsh'
  const isLong = title.trim().length > LONGEST_TITLE || titleWelsh.trim().length > LONGEST_TITLE
  return isLong ? { code: 'textTooLong', field, values: { longest: LONGEST_TITLE } } : null
}

function checkOrganisations(keys: readonly string[], known: ReadonlyMap<string, unknown>): Refusal | null {
  const unknown = keys.find((key) => !known.has(key))
  return unknown === undefined ? null : { code: 'ownerUnknown', field: 'organisations', values: { owner: unknown } }
}

function checkEscalation(escalation: Escalation | null, posts: ReadonlyMap<string, unknown>): Refusal | null {
  if (escalation === null) return null
  const { afterDays, to } = escalation
  if (!isWithin(afterDays, 0, MOST_DAYS)) return { code: 'commandInvalid', field: 'escalation.afterDays' }
  if ('role' in to) return ROLES.includes(to.role) ? null : { code: 'commandInvalid', field: 'escalation.to' }
  return posts.has(to.post) ? null : { code: 'postUnknown', field: 'escalation.to', values: { post: to.post } }
}

function isOpening(opens: Opening): boolean {
  return opens.kind === 'after' ? isWithin(opens.days, 0, MOST_DAYS) : isWithin(opens.date, 1, LAST_DATE)
}

function isSchedule(schedule: Schedule | null): boolean {
  if (schedule === null) return true
  return schedule.kind === 'afterDue' ? isWithin(schedule.days, 0, MOST_DAYS) : isWithin(schedule.date, 1, LAST_DATE)
}

function isWithin(count: number, least: number, most: number): boolean {
  return Number.isInteger(count) && count >= least && count <= most
}

/** When a period opens and is due. */
export function daysOf(period: Period, { opens, dueAfter }: Pick<ReturnContent, 'opens' | 'dueAfter'>): OpenPeriod {
  const day = opens.kind === 'after' ? addDays(period.to, Math.max(1, opens.days)) : firstOn(period.to, opens.date)
  return { period, opens: day, due: addDays(day, dueAfter) }
}

/** The first day after another that is the `date` of its month. */
function firstOn(after: Day, date: number): Day {
  const [, , last] = partsOf(after)
  const inMonth = addDays(after, date - last)
  return inMonth > after ? inMonth : addDays(addMonths(addDays(after, 1 - last), 1), date - 1)
}

/** Every period that has opened by a day, oldest first; of one that ended, those that had opened by then. */
export function periodsBy(definition: ReturnContent, today: Day): readonly OpenPeriod[] {
  const last = definition.ended && definition.ended.day < today ? definition.ended.day : today
  const periods: OpenPeriod[] = []
  let period = periodOf(definition.from, definition.frequency, definition.yearStart)
  for (let open = daysOf(period, definition); open.opens <= last; open = daysOf(period, definition)) {
    periods.push(open)
    period = periodAfter(period, definition.yearStart)
  }
  return periods.slice(-MOST_PERIODS)
}

/** The next period to open after a day; null: it has ended. */
export function nextPeriod(definition: ReturnContent, today: Day): OpenPeriod | null {
  if (definition.ended) return null
  let open = daysOf(periodOf(definition.from, definition.frequency, definition.yearStart), definition)
  while (open.opens <= today) open = daysOf(periodAfter(open.period, definition.yearStart), definition)
  return open
}

/**
 * What makes a period's request, from the definition as it is on that day. Its id follows from what it makes, too.
 *
 * @param name what the period is called, which its title ends with
 */
export function makePeriodRequest(key: string, definition: ReturnContent, open: OpenPeriod, name: string): MakeRequest {
  const { title, words, organisations, fields } = definition
  return {
    kind: 'makeRequest',
    id: `period.${periodKey(key, open.period)}`,
    key: periodKey(key, open.period),
    title: `${title}, ${name}`,
    words,
    action: null,
    organisations,
    opens: open.opens,
    due: open.due,
    fields,
    signOff: definition.signOff,
    marking: null,
    return: key,
    period: open.period.key,
  }
}

/** The key of the request that a period is: the same whoever makes it, so that of many who do one is kept. */
export function periodKey(key: string, period: Pick<Period, 'key'>): string {
  return `${key}.${period.key}`
}
