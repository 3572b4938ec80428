/**
 * One person gets one message a day that gathers what they are to be told (product, rule 7), at an hour of their own,
 * on working days that are not their days off. What comes up after the day's message went out is added to it; what is
 * still open the day after stands in that day's.
 */

import { personKey } from './appointment.ts'
import { isWorkingDay, weekdayOf, type Weekday } from './calendar.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'
import { PROMPT_KINDS, type Prompt } from './prompt.ts'

/** What a person chose for themselves; on Control. */
export interface PersonSettings {
  /** Minutes after midnight in London; null: their group's. */
  readonly at: number | null
  readonly daysOff: readonly Weekday[]
  /** The first and last day of an absence. */
  readonly away: { readonly from: Day; readonly until: Day } | null
  /** Null: what their Teams speaks. */
  readonly language: 'en' | 'cy' | null
}

export const PERSON_SETTINGS: PersonSettings = { at: null, daysOff: [], away: null, language: null }

export function isAwayOn({ away }: PersonSettings, day: Day): boolean {
  return away !== null && away.from <= day && day <= away.until
}

/** True on days on which a person is written to. */
export function isTellingDay(settings: PersonSettings, day: Day): boolean {
  return isWorkingDay(day) && !settings.daysOff.includes(weekdayOf(day)) && !isAwayOn(settings, day)
}

/**
 * True once their message of a day may go: it is one of their days, and their hour has come.
 *
 * @param minutes after midnight in London
 * @param at of the earliest of their groups, for people who chose none
 */
export function isTellingTime(settings: PersonSettings, day: Day, minutes: number, at: number): boolean {
  return isTellingDay(settings, day) && minutes >= (settings.at ?? at)
}

/** What one person is to be told, the most pressing first. */
export interface Gathered {
  readonly to: Person
  readonly prompts: readonly Prompt[]
}

/** By person; of one action (or part) only the most pressing is said. */
export function gather(prompts: readonly Prompt[]): readonly Gathered[] {
  const byPerson = new Map<string, { readonly to: Person; readonly prompts: Prompt[] }>()
  for (const prompt of prompts) {
    const key = personKey(prompt.to)
    const known = byPerson.get(key)
    if (known) known.prompts.push(prompt)
    else byPerson.set(key, { to: prompt.to, prompts: [prompt] })
  }
  return [...byPerson.values()].map((each) => ({ to: each.to, prompts: pressing(each.prompts) }))
}

/** Of one action (or part) only what presses most is said; the most pressing first. */
export function pressing<Each extends Prompt>(prompts: readonly Each[]): readonly Each[] {
  const sorted = prompts.toSorted(comparePrompts)
  const said = new Set<string>()
  return sorted.filter((prompt) => {
    const about = [
      prompt.group,
      prompt.action ?? prompt.subject ?? prompt.post ?? '',
      prompt.part ?? '',
      prompt.milestone ?? '',
    ]
    const key = [...about, isNews(prompt) ? prompt.key : ''].join('|')
    if (said.has(key)) return false
    said.add(key)
    return true
  })
}

/** What is told once and asks for nothing stands beside what is asked of the same thing. */
function isNews({ kind }: Prompt): boolean {
  return kind === 'extensionDecided' || kind === 'dischargeDecided' || kind === 'accessSuspended'
}

/** By kind, then the earlier day. */
export function comparePrompts(a: Prompt, b: Prompt): number {
  return (
    PROMPT_KINDS.indexOf(a.kind) - PROMPT_KINDS.indexOf(b.kind) ||
    (a.day < b.day ? -1 : a.day > b.day ? 1 : 0) ||
    (a.key < b.key ? -1 : 1)
  )
}
