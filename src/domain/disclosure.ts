/**
 * A request under the Freedom of Information Act for what a group keeps in its tracker: who was asked and when, which
 * rows go into the copy, and what of them is withheld and why. Who chose or withheld anything doesn't release the copy.
 *
 *   open ──asked for release──▶ asked ──released──▶ released
 *     ◀──sent back, or taken back──┘
 *     └──answered without a copy──▶ answered
 */

import { isInForce, isSamePerson, type Appointment } from './appointment.ts'
import { addWorkingDays, isWorkingDay } from './calendar.ts'
import { addDays, type Day } from './day.ts'
import type { Person } from './group.ts'

/**
 * Freedom of Information Act 2000, section 10(1): not later than the twentieth working day following receipt. The Act
 * leaves out bank holidays of Scotland and Northern Ireland too (10(6)): what is counted here is never later than that.
 */
export const ANSWERED_WITHIN = 20

/** What of a row may be withheld by itself. Its number never is: a withheld row keeps its place. */
export const DISCLOSURE_COLUMNS = ['details', 'update', 'owner', 'due', 'status'] as const
export type DisclosureColumn = (typeof DISCLOSURE_COLUMNS)[number]

/** One thing that isn't in the copy. */
export interface Withheld {
  readonly id: string
  /** Id of the action. */
  readonly action: string
  /** Null: the whole row, but for its number. */
  readonly column: DisclosureColumn | null
  /** The exact words in that column, as the tracker has them; empty: all of it. */
  readonly text: string
  /** Which of the places that have these words, from 1. */
  readonly occurrence: number
  /** Why, in words of a list that people add to. */
  readonly ground: string
  /** What the copy says instead: "Sensitive and irrelevant". */
  readonly words: string
}

/** A row of the copy, as it was when it was chosen. */
export interface ChosenRow {
  readonly action: string
  readonly version: string
}

/** Whoever a text came from was asked what they think of giving it out. */
export interface Consulted {
  readonly id: string
  readonly who: string
  readonly on: Day
  /** What they said; empty: nothing yet. */
  readonly words: string
  readonly by: Person
}

export const DISCLOSURE_LANGUAGES = ['en', 'cy'] as const
export const DISCLOSURE_FORMATS = ['docx', 'pdf', 'xlsx', 'csv'] as const
export type DisclosureFormat = (typeof DISCLOSURE_FORMATS)[number]

/** Of the request itself. Nobody's name: who asks isn't what the group keeps. */
export interface DisclosureDraft {
  /** As the authority numbers it. */
  readonly reference: string
  /** The public authority that was asked. */
  readonly authority: string
  readonly received: Day
  /** What is asked for. */
  readonly scope: string
  /** Of the copy. */
  readonly language: (typeof DISCLOSURE_LANGUAGES)[number]
}

interface Deed {
  readonly by: Person
  readonly on: Day
}

export interface Release extends Deed {
  /** Of exactly the copy that was asked for, and on which day. */
  readonly hash: string
  /** To whom it goes. */
  readonly to: string
  /** One for each format that was asked for. */
  readonly files: readonly ReleasedFile[]
}

export interface ReleasedFile {
  readonly format: DisclosureFormat
  /** SHA-256, as a program that checks one prints it. */
  readonly hash: string
  /** How many bytes it has. */
  readonly size: number
}

export interface DisclosureContent extends DisclosureDraft {
  readonly group: string
  readonly consulted: readonly Consulted[]
  readonly rows: readonly ChosenRow[]
  readonly withheld: readonly Withheld[]
  /** Everybody who chose or withheld anything: none of them releases it. */
  readonly preparers: readonly Person[]
  /** A copy that waits for the chair, as which files; the day stands in it. */
  readonly asked: (Deed & { readonly hash: string; readonly formats: readonly DisclosureFormat[] }) | null
  readonly refusals: readonly (Deed & { readonly reason: string })[]
  readonly released: Release | null
  /** It was answered without a copy: not held, refused, transferred. */
  readonly answered: (Deed & { readonly words: string }) | null
  /** What it was about isn't kept any longer since: what was decided, and the hashes, are. */
  readonly disposed: Day | null
}

/** The day on which it was answered, one way or the other; null: it waits for that. */
export function disclosureOverOn({ released, answered }: Pick<DisclosureContent, 'released' | 'answered'>): Day | null {
  return released?.on ?? answered?.on ?? null
}

export const DISCLOSURE_STATES = ['open', 'asked', 'released', 'answered'] as const
export type DisclosureState = (typeof DISCLOSURE_STATES)[number]

export function disclosureStateOf({
  asked,
  released,
  answered,
}: Pick<DisclosureContent, 'asked' | 'released' | 'answered'>): DisclosureState {
  if (released) return 'released'
  if (answered) return 'answered'
  return asked ? 'asked' : 'open'
}

/** The last day on which it is answered in time. */
export function disclosureDueOn({ received }: Pick<DisclosureContent, 'received'>): Day {
  return addWorkingDays(received, ANSWERED_WITHIN)
}

/** Working days after today, up to the last one; below 0, so many working days late. */
export function workingDaysLeft(due: Day, today: Day): number {
  const count = (after: Day, until: Day): number => {
    let found = 0
    for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (isWorkingDay(day)) found += 1
    return found
  }
  return today <= due ? count(today, due) : -count(due, today)
}

export type WhyNotRelease = 'nothingAsked' | 'notApprover' | 'askedYourself'

/** Why somebody may not decide on a copy, or null: they may. Two people: who prepared it doesn't. */
export function whyNotRelease(
  { asked, preparers, ...rest }: DisclosureContent,
  person: Person,
  ground: { readonly appointments: readonly Appointment[]; readonly today: Day },
): WhyNotRelease | null {
  if (!asked || disclosureStateOf({ ...rest, asked }) !== 'asked') return 'nothingAsked'
  const isChair = ground.appointments.some(
    (each) =>
      each.role === 'chair' &&
      isInForce(each, ground.today) &&
      (isSamePerson(each.holder, person) || isSamePerson(each.deputy, person)),
  )
  if (!isChair) return 'notApprover'
  return [...preparers, asked.by].some((each) => isSamePerson(each, person)) ? 'askedYourself' : null
}

/** From and to in a text, to's own character not included. */
export type Span = readonly [from: number, to: number]

/** Where a text has these words for the nth time; null: not so often. */
export function spanOf(text: string, words: string, occurrence: number): Span | null {
  if (words === '') return null
  let from = -1
  for (let left = occurrence; left > 0; left--) {
    from = text.indexOf(words, from + 1)
    if (from < 0) return null
  }
  return from < 0 ? null : [from, from + words.length]
}

/** Which of the places that have the words of a span it is, from 1. */
export function occurrenceOf(text: string, [from, to]: Span): number {
  const words = text.slice(from, to)
  let count = 0
  for (let at = text.indexOf(words); at >= 0 && at <= from; at = text.indexOf(words, at + 1)) count += 1
  return count
}
