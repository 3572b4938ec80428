/**
 * What every surface says, in the language of its reader. Messages are ICU, compiled once a language and run by
 * lingui. Hides how a language counts: Chromium has no Welsh plural rules, so the five Welsh forms that stand for one
 * number each are compiled to that number, and only `other` is left to the rule.
 *
 *   makeWords('cy', welsh).say('register.count', { count: 2 })  // '2 gam gweithredu'
 */

import { setupI18n, type Messages } from '@lingui/core'
import { compileMessageOrThrow, type CompiledMessage } from '@lingui/message-utils/compileMessage'
import { daysBetween, isDay, type Day } from '../domain/day.ts'
import { lastDayOf, type Due } from '../domain/due.ts'
import type { HistoryEvent } from '../domain/action.ts'
import type { Reason } from '../domain/status.ts'
import type { FirstKey, WordKey } from './english.ts'
import type { LaterKey } from './englishlater.ts'
import { makeDayWords, makeMonthWords, makeShortDay, makeWeekday, spanOf, type Language } from './dates.ts'

export type Values = Readonly<Record<string, string | number>>

export interface Words {
  readonly language: Language
  say(key: WordKey, values?: Values): string
  /** `5 March 2020` */
  day(day: Day): string
  /** `5 Mar`, with the year where it isn't this one. */
  shortDay(day: Day, today: Day): string
  /** `Thursday` */
  weekday(day: Day): string
  /** `March 2020`, from `2020-03`. */
  month(month: string): string
  /** `in 3 days`, `yesterday`, `5 weeks ago` */
  relativeDay(day: Day, today: Day): string
  number(value: number): string
  /** So many days, as one says them: `4 days`, `5 weeks`, `7 years`. */
  span(days: number): string
  /** `North Mercia, Marches and Severnside` */
  list(items: readonly string[]): string
  /** A due as told from today: `in 3 days`, `5 weeks late`, `next meeting`, `until TDGs are formed`. */
  due(due: Due, today: Day, nextMeeting: Day | null): string
  /** A due as it stands, whatever the day: `5 March 2020`, `within 6 weeks of 5 March 2020`. */
  dueStated(due: Due): string
  /** Why something was refused, and how to put it right. Codes of other rooms count too: `refusal.<code>`. */
  refusal(refusal: { readonly code: string; readonly values?: Values }): string
  /** Why an action's status is what it is, in a sentence. */
  reason(reason: Reason): string
  /** What happened to an action itself: a line of its history. */
  event(event: HistoryEvent): string
}

export type Catalogue<Key extends WordKey> = Readonly<Record<Key, string>>

/** The words of a language from its messages: work that is done once a language. */
export function makeWords(language: Language, catalogue: Catalogue<WordKey>): Words {
  return makeFirstWords(language, catalogue).words
}

/** The words of the first rows; the others are learnt later, by the same words. */
export function makeFirstWords(
  language: Language,
  first: Catalogue<FirstKey>,
): { readonly words: Words; readonly learn: (later: Catalogue<LaterKey>) => void } {
  const messages: Messages = {}
  const i18n = setupI18n({ locale: language, locales: [language, 'en-GB'], messages: { [language]: {} } })
  const learn = (catalogue: Readonly<Record<string, string>>): void => {
    for (const [key, message] of Object.entries(catalogue)) messages[key] = compile(message)
    i18n.load(language, messages)
  }
  learn(first)
  const numbers = new Intl.NumberFormat('en-GB')

  const say = (key: WordKey, values: Values = {}): string => i18n._(key, values)
  const day = (value: Day): string => makeDayWords(value, language)

  /** A screen of rows says the same few spans again and again, and finding a plural's form takes long. */
  const spans = new Map<string, string>()
  const saySpan = (key: FirstKey, count: number): string => {
    const known = spans.get(`${key} ${count}`)
    if (known !== undefined) return known
    const said = say(key, { count })
    spans.set(`${key} ${count}`, said)
    return said
  }

  const relativeDay = (value: Day, today: Day): string => {
    const days = daysBetween(today, value)
    if (days === 0) return say('dates.today')
    if (days === 1) return say('dates.tomorrow')
    if (days === -1) return say('dates.yesterday')
    const { unit, count } = spanOf(days)
    return saySpan(`dates.${days > 0 ? 'in' : 'ago'}.${unit}`, count)
  }

  const list = (items: readonly string[]): string => {
    const last = items.at(-1)
    if (last === undefined || items.length === 1) return last ?? ''
    return say(startsWithVowel(last) ? 'dates.andVowel' : 'dates.and', { rest: items.slice(0, -1).join(', '), last })
  }

  const dueStated = (due: Due): string => {
    const stated = stateDue(due)
    return due.provisional === undefined ? stated : say('dates.provisional', { due: stated })
  }

  const stateDue = (due: Due): string => {
    switch (due.kind) {
      case 'day':
        return day(due.day)
      case 'month':
        return makeMonthWords(due.month, language)
      case 'quarter':
        return say('dates.quarter', { quarter: due.quarter, year: due.year })
      case 'nextMeeting':
        return say('dates.nextMeeting')
      case 'period':
        return say('dates.within', {
          span: say(`dates.span.${due.unit}`, { count: due.count }),
          day: day(due.after),
        })
      case 'until':
        return say('dates.until', { condition: due.condition })
      case 'words':
        return due.words
    }
  }

  const due = (value: Due, today: Day, nextMeeting: Day | null): string => {
    const last = lastDayOf(value, nextMeeting)
    if (last === null) return dueStated(value)
    const days = daysBetween(today, last)
    if (days < 0) {
      const { unit, count } = spanOf(days)
      return saySpan(`dates.late.${unit}`, count)
    }
    const near = value.kind === 'day' || value.kind === 'period'
    if (!near) return dueStated(value)
    const told = days < 60 ? relativeDay(last, today) : day(last)
    return value.provisional === undefined ? told : say('dates.provisional', { due: told })
  }

  const span = (days: number): string => {
    const { unit, count } = spanOf(days)
    return say(`dates.span.${unit.slice(0, -1) as 'day' | 'week' | 'month' | 'year'}`, { count })
  }

  const tellDays = (values: Values): Record<string, string | number> =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? numbers.format(value) : isDay(value) ? day(value) : value,
      ]),
    )

  const refusal: Words['refusal'] = ({ code, values = {} }) => {
    const key = `refusal.${code}`
    return key in messages ? say(key as WordKey, tellDays(values)) : say('refusal.unknown', { code })
  }

  const reason = ({ code, values }: Reason): string => {
    if (code === 'closed') {
      const why = say(`reason.closed.${values['reason']}` as WordKey)
      return say('reason.closed', { ...tellDays(values), reason: why })
    }
    if (code === 'late') return say('reason.late', { ...tellDays(values), span: span(Number(values['days'])) })
    if (code === 'pieces') return say('reason.pieces', { references: list(`${values['references']}`.split('\n')) })
    return say(`reason.${code}`, tellDays(values))
  }

  const event = ({ kind, values }: HistoryEvent): string => {
    const told = { ...tellDays(values) }
    if (kind === 'closed') told['reason'] = say(`reason.closed.${values['reason']}` as WordKey)
    if ((kind === 'linked' || kind === 'unlinked') && values['what']) told['to'] = `${values['to']}: ${values['what']}`
    if (kind === 'overridden') told['colour'] = say(`status.${values['colour']}` as WordKey)
    if (kind === 'statusFromEdition') {
      for (const name of ['from', 'to']) told[name] = say(`status.${values[name]}` as WordKey).toLowerCase()
    }
    return say(`event.${kind}`, told).trim()
  }

  const words: Words = {
    language,
    say,
    day,
    shortDay: (value, today) => makeShortDay(value, language, today),
    weekday: (value) => makeWeekday(value, language),
    month: (value) => makeMonthWords(value, language),
    relativeDay,
    number: (value) => numbers.format(value),
    span,
    list,
    due,
    dueStated,
    refusal,
    reason,
    event,
  }
  return { words, learn }
}

/** CLDR, cardinal forms of Welsh: each stands for exactly one number. */
const WELSH_FORMS: Readonly<Record<string, string>> = { zero: '0', one: '1', two: '2', few: '3', many: '6' }

/** English's `one` is exactly 1 as well (whole numbers), so one table serves both. */
function compile(message: string): CompiledMessage {
  return compileMessageOrThrow(message).map(withExactForms)
}

function withExactForms(token: CompiledMessage[number]): CompiledMessage[number] {
  if (typeof token === 'string') return token
  const [name, type, cases] = token
  if (cases === null || typeof cases !== 'object') return token
  const exact = Object.entries(cases).map(([form, tokens]) => [
    type === 'plural' ? (WELSH_FORMS[form] ?? form) : form,
    Array.isArray(tokens) ? (tokens as CompiledMessage).map(withExactForms) : tokens,
  ])
  return [name, type ?? '', Object.fromEntries(exact)]
}

/** Welsh "and" changes before a vowel; the w of an English name sounds as a consonant. */
function startsWithVowel(text: string): boolean {
  return /^[aeiouyâêîôûŷ]/iu.test(text.normalize('NFC'))
}
