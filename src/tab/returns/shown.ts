/**
 * What a page shows of a return: its periods, newest first, each with its name, its days and every organisation's
 * answer. Pure; a period whose definition has changed since stands as it was asked.
 */

import type { CirculationContent } from '../../domain/circulation.ts'
import type { Day } from '../../domain/day.ts'
import { parsePeriod } from '../../domain/period.ts'
import type { RequestContent, RequestField, ResponseContent } from '../../domain/request.ts'
import type { ReturnContent } from '../../domain/return.ts'
import { answersOf, completenessOf, isComplete, standingOf, type ReturnAnswer } from '../../domain/returntable.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { makePeriodName, makePeriodWords } from '../../words/periods.ts'
import type { Language, Words } from '../../words/words.ts'

export interface ShownPeriod {
  readonly request: RequestContent
  /** `Q3 2026/27` */
  readonly name: string
  /** With its months. */
  readonly words: string
  readonly due: Day
  readonly answers: readonly ReturnAnswer[]
}

/** What is compared as figures, and what is read side by side. */
export function isFigure({ type }: RequestField): boolean {
  return type !== 'text'
}

export function periodsOf(
  key: string,
  definition: ReturnContent,
  requests: ReadonlyMap<string, RequestContent>,
  responses: ReadonlyMap<string, ResponseContent>,
  language: Language,
): readonly ShownPeriod[] {
  const own = [...requests.values()].filter((request) => request.return === key && request.period !== null)
  return own
    .toSorted((a, b) => ((a.period ?? '') < (b.period ?? '') ? 1 : -1))
    .map((request) => {
      const { name, words } = namesOf(request.period ?? '', definition, language)
      return { request, name, words, due: request.due ?? '', answers: answersOf(request, responses) }
    })
}

/** What a period is called; one whose return has another year or another frequency since is called by its key. */
function namesOf(key: string, { frequency, yearStart }: ReturnContent, language: Language) {
  const period = parsePeriod(key, frequency, yearStart)
  if (!period) return { name: key, words: key }
  return { name: makePeriodName(period, language), words: makePeriodWords(period, language) }
}

export function titleOf(
  { title, titleWelsh }: Pick<ReturnContent, 'title' | 'titleWelsh'>,
  language: Language,
): string {
  return (language === 'cy' && titleWelsh) || title
}

/** `4 of 6 answered, 1 late`: late are those that came late and those that should be here. */
export function completeWords(
  { answers, due }: Pick<ShownPeriod, 'answers' | 'due'>,
  today: Day,
  words: Words,
): string {
  const { asked, complete } = completenessOf(answers, due)
  const late = answers.filter((answer) => {
    const standing = standingOf(answer, due, today)
    return standing === 'missing' || (standing === 'returned' && due < today)
  }).length
  return words.say(late === 0 ? 'returns.complete' : 'returns.complete.late', { asked, complete, late })
}

/** Those that an analyst may accept: answered, and not accepted yet. */
export function acceptable(answers: readonly ReturnAnswer[]): readonly string[] {
  return answers.filter((answer) => isComplete(answer) && answer.state !== 'accepted').map((each) => each.organisation)
}

export function organisationName(key: string, snapshot: Pick<Snapshot, 'organisations'>): string {
  return snapshot.organisations.get(key)?.shortName ?? key
}

/** Of one return, newest first. */
export function circulationsOf<Each extends CirculationContent>(
  key: string,
  circulations: ReadonlyMap<string, Each>,
): readonly (readonly [key: string, content: Each])[] {
  return [...circulations]
    .filter(([, content]) => content.return === key)
    .toSorted(([aKey, a], [bKey, b]) => (a.day === b.day ? (aKey < bKey ? 1 : -1) : a.day < b.day ? 1 : -1))
}
