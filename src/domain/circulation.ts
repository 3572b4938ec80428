/**
 * What was gathered goes back to every organisation that it was asked of, with a record of who got what (the tracker's
 * "circulate OCAG database on a monthly basis to all Forces"). A circulation holds no second copy of anybody's words: it
 * names the answer of each organisation that stood on that day, and a response keeps all its answers. Pure.
 */

import type { Addressee } from './addressee.ts'
import { isSamePerson } from './appointment.ts'
import type { CollectionCommand, CollectionContext } from './collection.ts'
import { addDays, partsOf, type Day } from './day.ts'
import type { Person } from './group.ts'
import type { PromptState } from './record.ts'
import { responseOf, type RequestContent, type ResponseContent, type ResponseState } from './request.ts'
import { accept, refuse, type Result } from './result.ts'
import type { Schedule } from './return.ts'
import type { ReturnAnswer } from './returntable.ts'

/** Somebody who is sent it, for the organisation that they answer for. */
export interface Copy {
  readonly organisation: string
  readonly person: Person
  readonly post: string | null
  /** Null: their message has not gone yet. */
  readonly state: PromptState | null
  /** ISO instant. */
  readonly at: string | null
}

/** Which answer of an organisation stood; `entry` is the one of its log, null where there was none. */
export interface Stood {
  readonly organisation: string
  readonly state: ResponseState
  readonly entry: string | null
}

/** How many incidents the forces had told of since the period ended: what its return doesn't hold yet. */
export interface NotifiedSince {
  readonly from: Day
  readonly to: Day
  readonly counts: readonly { readonly organisation: string; readonly count: number }[]
}

export interface CirculationContent {
  /** Key of the return. */
  readonly return: string
  /** Key of the request that the period is. */
  readonly period: string
  readonly day: Day
  /** Who asked for it; null: the return's own schedule. */
  readonly by: Person | null
  readonly stood: readonly Stood[]
  readonly copies: readonly Copy[]
  /** Of a return that is filled from notifications of incidents. */
  readonly notified?: NotifiedSince
}

export type Circulate = CollectionCommand & { readonly kind: 'circulate'; readonly content: CirculationContent }
/** What became of the messages. */
export type RecordCopies = CollectionCommand & {
  readonly kind: 'recordCopies'
  readonly told: readonly { readonly person: Person; readonly state: PromptState; readonly at: string }[]
}
export type CirculationCommand = Circulate | RecordCopies

/** The service alone: it knows whom it wrote to. Of two that circulate the same occurrence the first stands. */
export function decideCirculation(
  command: CirculationCommand,
  now: CirculationContent | null,
  context: CollectionContext,
): Result<CirculationContent> {
  if (context.as !== 'service') return refuse('serviceOnly')
  if (command.kind === 'circulate') return accept(now ?? command.content)
  if (!now) return refuse('circulationUnknown')
  const copies = now.copies.map((copy): Copy => {
    const told = command.told.find(({ person }) => isSamePerson(person, copy.person))
    return told ? { ...copy, state: told.state, at: told.at } : copy
  })
  return accept({ ...now, copies })
}

/** What stands of a period today. */
export function standOf(
  period: Pick<RequestContent, 'key' | 'organisations'>,
  responses: ReadonlyMap<string, ResponseContent>,
): readonly Stood[] {
  return period.organisations.map((organisation) => {
    const { state, log } = responseOf(period, organisation, responses)
    return { organisation, state, entry: log.findLast(({ answer }) => answer !== null)?.id ?? null }
  })
}

/** The table as it stood, whatever was answered since. */
export function answersThen(
  { period, stood }: Pick<CirculationContent, 'period' | 'stood'>,
  responses: ReadonlyMap<string, ResponseContent>,
): readonly ReturnAnswer[] {
  return stood.map(({ organisation, state, entry }) => {
    const { log } = responseOf({ key: period }, organisation, responses)
    const answer = log.find(({ id }) => id === entry)?.answer ?? null
    const first = log.find(({ kind }) => kind === 'answered' || kind === 'nil')
    return {
      organisation,
      state,
      isNil: answer?.nil ?? false,
      values: answer?.values ?? {},
      words: answer?.words ?? '',
      answeredOn: answer ? (first?.day ?? answer.day) : null,
    }
  })
}

/** One copy a person, for the first organisation that they answer for. */
export function copiesFor(
  organisations: readonly string[],
  addressees: (organisation: string) => readonly Addressee[],
): readonly Copy[] {
  const copies: Copy[] = []
  for (const organisation of organisations) {
    for (const { person, post } of addressees(organisation)) {
      if (copies.some((copy) => isSamePerson(copy.person, person))) continue
      copies.push({ organisation, person, post, state: null, at: null })
    }
  }
  return copies
}

/** A period of a return, as far as its circulation goes by it. */
export type DuePeriod = Pick<RequestContent, 'key' | 'period' | 'due' | 'organisations'>

/**
 * The one circulation that a return's schedule asks for by a day, with the occurrence that makes its key; null: none.
 * What was missed while nothing ran is made up for once, not once for each time.
 *
 * @param since the first day on which anything is circulated: what was before is history
 */
export function scheduled(
  schedule: Schedule | null,
  periods: readonly DuePeriod[],
  today: Day,
  since: Day,
): { readonly period: DuePeriod; readonly key: string } | null {
  if (schedule === null) return null
  const day = schedule.kind === 'monthly' ? latestDate(schedule.date, today) : today
  const wait = schedule.kind === 'afterDue' ? schedule.days : 0
  const ready = periods.filter(({ due }) => due !== null && addDays(due, wait) <= day)
  const period = ready.toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1)).at(-1)
  if (!period?.due) return null
  const occursOn = schedule.kind === 'monthly' ? day : addDays(period.due, wait)
  if (occursOn < since) return null
  return { period, key: `${period.key}.${schedule.kind === 'monthly' ? day.slice(0, 7) : 'due'}` }
}

/** The last day up to today that is the `date` of its month. */
function latestDate(date: number, today: Day): Day {
  const [year, month, now] = partsOf(today)
  if (now >= date) return addDays(today, date - now)
  const [before, beforeMonth] = month === 1 ? [year - 1, 12] : [year, month - 1]
  return `${before}-${String(beforeMonth).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
