/**
 * What the views of the Access room show, worked out from what the service told: who is in which, in which order, and
 * on whose say somebody has access. Pure; the service alone says what anybody may do.
 */

import type { AccessHappened, AccessRegister, NominationTold, ReviewTold } from '../../contract/access.ts'
import type { AccessStanding } from '../../domain/access.ts'
import type { Day } from '../../domain/day.ts'

/** Names of the group's organisations by key. */
export type Named = (organisation: string) => string

const ENDED: ReadonlySet<AccessStanding> = new Set(['closed', 'refused', 'withdrawn'])

/** Nothing is left to do about it. */
export function isOver({ standing }: Pick<NominationTold, 'standing'>): boolean {
  return ENDED.has(standing)
}

/** By organisation, then by name. */
export function inOrder(
  nominations: readonly NominationTold[],
  named: Named,
  language: string,
): readonly NominationTold[] {
  return nominations.toSorted(
    (a, b) =>
      named(a.organisation).localeCompare(named(b.organisation), language) ||
      a.person.name.localeCompare(b.person.name, language),
  )
}

/** Those in which every one of the words is found, in the name, the team or the organisation. */
export function found(nominations: readonly NominationTold[], typed: string, named: Named): readonly NominationTold[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return nominations
  return nominations.filter(({ person, team, organisation, account }) => {
    const text = plain(`${person.name} ${team} ${named(organisation)} ${account}`)
    return wanted.every((word) => text.includes(word))
  })
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** What the reader can do something about, most urgent first: reviews by their due, then people. */
export interface Mine {
  readonly reviews: readonly ReviewTold[]
  readonly people: readonly { readonly nomination: NominationTold; readonly act: MyAct }[]
}
export type MyAct = 'decide' | 'confirmOpened' | 'confirmClosed'
const MY_ACTS: readonly MyAct[] = ['confirmClosed', 'decide', 'confirmOpened']

export function mineOf({ reviews, nominations }: Pick<AccessRegister, 'reviews' | 'nominations'>): Mine {
  const people = MY_ACTS.flatMap((act) =>
    nominations.flatMap((nomination) => (nomination.acts.includes(act) ? [{ nomination, act }] : [])),
  )
  return { reviews: reviews.filter(waitsForAnswer).toSorted((a, b) => (a.due < b.due ? -1 : 1)), people }
}

function waitsForAnswer({ mayAnswer, progress, people }: ReviewTold): boolean {
  return mayAnswer && progress !== 'answered' && people.some((each) => each.answer === null && isAskedFor(each))
}

/** The reader answers for them: not for themselves, nor for whoever has lost it for good meanwhile. */
export function isAskedFor({ isTheirs, standing }: ReviewTold['people'][number]): boolean {
  return isTheirs && standing !== 'revoked' && standing !== 'closed' && standing !== 'withdrawn'
}

/** Whose access ends on the same day for the same reason, if nobody does anything. */
export interface Ending {
  readonly day: Day
  readonly organisation: string
  readonly people: readonly NominationTold[]
  /** The one to answer; null: it hasn't opened yet. */
  readonly review: ReviewTold | null
}

export function endingsOf(
  { nominations, reviews }: Pick<AccessRegister, 'nominations' | 'reviews'>,
  named: Named,
): readonly Ending[] {
  const endings = new Map<string, { day: Day; organisation: string; people: NominationTold[] }>()
  for (const nomination of nominations) {
    const { runsOut, organisation } = nomination
    if (runsOut === null) continue
    const place = `${runsOut} ${organisation}`
    const known = endings.get(place)
    if (known) known.people.push(nomination)
    else endings.set(place, { day: runsOut, organisation, people: [nomination] })
  }
  return [...endings.values()]
    .map((ending) => ({
      ...ending,
      review:
        reviews.find(
          ({ due, organisation, progress }) =>
            due === ending.day && organisation === ending.organisation && progress === 'open',
        ) ?? null,
    }))
    .toSorted((a, b) =>
      a.day === b.day ? named(a.organisation).localeCompare(named(b.organisation)) : a.day < b.day ? -1 : 1,
    )
}

/** Organisations by teams. */
export interface CoverageTable {
  readonly teams: readonly string[]
  readonly rows: readonly {
    readonly organisation: string
    readonly cells: readonly { readonly active: number; readonly others: number }[]
    /** Nobody of it has access. */
    readonly isGap: boolean
  }[]
  readonly gaps: number
}

export function coverageTable(coverage: AccessRegister['coverage'], named: Named): CoverageTable {
  const teams = [...new Set(coverage.map(({ team }) => team))]
  const organisations = [...new Set(coverage.map(({ organisation }) => organisation))].toSorted((a, b) =>
    named(a).localeCompare(named(b)),
  )
  const rows = organisations.map((organisation) => {
    const cells = teams.map((team) => {
      const cell = coverage.find((each) => each.organisation === organisation && each.team === team)
      return { active: cell?.active ?? 0, others: cell?.others ?? 0 }
    })
    return { organisation, cells, isGap: cells.every(({ active }) => active === 0) }
  })
  return { teams, rows, gaps: rows.filter(({ isGap }) => isGap).length }
}

/** `kept`: said in a review, of somebody who had access and kept it. */
export type Told = AccessHappened & { readonly kept: boolean }

/** A history as it reads: what a review kept isn't told as an approval. */
export function tellHistory(history: readonly AccessHappened[]): readonly Told[] {
  let waits = false
  return history.map((event) => {
    const kept = event.kind === 'decided' && event.as === 'approver' && event.verdict === 'approved' && !waits
    if (event.kind === 'nominated' || event.kind === 'suspended' || event.kind === 'askedBack') waits = true
    if (event.kind === 'decided' && event.as === 'approver') waits = false
    return { ...event, kept }
  })
}

/** On whose say somebody has access, or will: the latest nomination and what was approved of it since. */
export interface OnWhoseSay {
  readonly nominated: AccessHappened | null
  readonly approver: AccessHappened | null
  readonly assetOwner: AccessHappened | null
}

export function onWhoseSay(history: readonly AccessHappened[]): OnWhoseSay {
  let say: OnWhoseSay = { nominated: null, approver: null, assetOwner: null }
  for (const event of tellHistory(history)) {
    if (event.kind === 'nominated') say = { nominated: event, approver: null, assetOwner: null }
    if (event.kind !== 'decided' || event.verdict !== 'approved' || event.kept) continue
    // Given back, it rests on two approvals of its own.
    say = event.as === 'assetOwner' ? { ...say, assetOwner: event } : { ...say, approver: event, assetOwner: null }
  }
  return say
}

/** What a resource is called in a language. */
export function nameOf(
  { name, nameWelsh }: { readonly name: string; readonly nameWelsh: string },
  language: string,
): string {
  return (language === 'cy' && nameWelsh) || name
}
