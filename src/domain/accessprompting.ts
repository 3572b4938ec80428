/**
 * What access asks of people, and whom it tells: its two approvers in their order, the database's administrator when an
 * account is to be opened or closed, each organisation's approver when a review opens and again before it suspends
 * anybody; of a suspension the SPOC, the approver and the administrator hear.
 */

import { isBarred, isGone, stageOf, type NominationContent } from './access.ts'
import { registerNow, type AccessEntry } from './accessregister.ts'
import type { ResourceContent } from './accessresource.ts'
import { isAnsweredFor, progressOf, type ReviewContent } from './accessreview.ts'
import type { Addressee } from './addressee.ts'
import { isSamePerson, personKey } from './appointment.ts'
import {
  askedOf,
  type ControlAsk,
  type ControlMatter,
  type ControlPresent,
  type ControlStanding,
} from './controlprompting.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import type { Person } from './group.ts'

/** Days for which a suspension is news. */
const NEWS_DAYS = 14
/** Days before the due day on which whoever owes an answer is warned of what comes of none. */
const WARNINGS = [7, 1] as const

/** Those with keys by them. */
export interface AccessRows {
  readonly resources: readonly ResourceContent[]
  readonly nominations: readonly (readonly [string, NominationContent])[]
  readonly reviews: readonly (readonly [string, ReviewContent])[]
}

export function accessMatters(rows: AccessRows, present: ControlPresent): readonly ControlMatter[] {
  const resources = new Map(rows.resources.map((each) => [each.key, each]))
  const named = (resource: string): Pick<ControlMatter, 'title' | 'titleWelsh'> => {
    const { name = '', nameWelsh = '' } = resources.get(resource) ?? {}
    return { title: name, titleWelsh: nameWelsh }
  }
  const entries = registerNow({ nominations: new Map(rows.nominations), reviews: new Map(rows.reviews) }, present)
  const gone = new Set(entries.filter(({ state }) => isGone(state)).map((entry) => entry.key))
  return [
    ...entries.map((entry): ControlMatter => ({
      subject: `access-${entry.key}`,
      ...named(entry.nomination.resource),
      due: null,
      asks: asksOfAccess(entry, present),
      stands: standingsOf(entry),
    })),
    ...rows.reviews.map(([key, review]): ControlMatter => {
      const isOvertaken = rows.reviews.some(([, each]) => isAfter(each, review))
      const { asks, stands } = reviewing(review, { isOvertaken, gone }, present)
      return {
        subject: `review-${key}`,
        ...named(review.resource),
        due: review.due,
        asks,
        stands: { reviewWanted: stands, reviewWarning: stands },
      }
    }),
  ]
}

function asksOfAccess({ nomination, state }: AccessEntry, present: ControlPresent): readonly ControlAsk[] {
  const { standing, since, nominated, back, approver, why } = state
  const ask = (kind: ControlAsk['kind'], to: readonly Addressee[], day: Day, isReminded = true): ControlAsk => ({
    kind,
    to,
    occurrence: [standing, nominated.id, since, back?.asked?.id ?? '', back?.approver?.id ?? approver?.id ?? ''].join(
      '.',
    ),
    since: day,
    isReminded,
  })
  const administrators = (): readonly Addressee[] => askedOf({ role: 'databaseAdministrator' }, present)
  const stage = stageOf(state)
  if (stage !== null) {
    const at = stage === 'approver' ? { role: stage, organisation: nominated.organisation } : { role: stage }
    const to = askedOf(at, present, (person) => isBarred(person, state, nomination.person, stage) !== null)
    return [ask('accessWanted', to, (stage === 'assetOwner' ? back?.approver : back?.asked)?.day ?? since)]
  }
  if (standing === 'waitsForAccount') return [ask('accountToOpen', administrators(), since)]
  if (standing === 'revoked') return [ask('accountToClose', administrators(), since)]
  // What nobody answered is told once for all whom it suspends.
  const isTold = standing === 'suspended' && why?.kind === 'suspended' && why.because !== 'overdue'
  if (!isTold || daysBetween(since, present.today) > NEWS_DAYS) return []
  return [ask('accessSuspended', concernedBy(nominated.organisation, present), since, false)]
}

function standingsOf({ events, state }: AccessEntry): ControlMatter['stands'] {
  const verdict = events.findLast((event) => event.kind === 'decided')?.verdict
  return {
    ...(verdict ? { accessWanted: verdict } : {}),
    ...(state.account?.isOpen ? { accountToOpen: 'opened' } : {}),
    ...(state.standing === 'closed' ? { accountToClose: 'closed' } : {}),
  }
}

function reviewing(
  review: ReviewContent,
  {
    isOvertaken,
    gone,
  }: {
    /** A later one is open: this one has nothing left to ask. */
    readonly isOvertaken: boolean
    /** Keys of nominations of which nothing is left to say. */
    readonly gone: ReadonlySet<string>
  },
  present: ControlPresent,
): { readonly asks: readonly ControlAsk[]; readonly stands: ControlStanding } {
  const { organisation, opens, due } = review
  const { today } = present
  const progress = progressOf(review, today, (nomination) => gone.has(nomination))
  if (progress === 'answered') return { asks: [], stands: 'answered' }
  const stands = progress === 'overdue' ? 'suspended' : 'over'
  if (today < opens || isOvertaken) return { asks: [], stands }
  // Nobody answers for their own access.
  const waiting = review.people.filter(
    ({ nomination }) => !gone.has(nomination) && !isAnsweredFor(review, nomination, today),
  )
  const isOwn = (person: Person): boolean => waiting.every((each) => isSamePerson(each.person, person))
  const to = askedOf({ role: 'approver', organisation }, present, isOwn)
  const wanted = { kind: 'reviewWanted', to, occurrence: due, since: opens } as const
  if (progress === 'overdue') {
    const told: ControlAsk = {
      kind: 'accessSuspended',
      to: concernedBy(organisation, present),
      occurrence: due,
      since: addDays(due, 1),
    }
    // An answer that comes late still is the first of the two that give access back.
    const late: ControlAsk = { ...wanted, occurrence: `${due}.late`, since: told.since, isReminded: true }
    return { asks: daysBetween(due, today) <= NEWS_DAYS ? [late, told] : [late], stands }
  }
  const warning = WARNINGS.findLast((before) => today >= addDays(due, -before))
  if (warning === undefined) return { asks: [{ ...wanted, isReminded: true }], stands }
  const warned: ControlAsk = {
    kind: 'reviewWarning',
    to,
    occurrence: `${due}.${warning}`,
    since: addDays(due, -warning),
  }
  return { asks: [wanted, warned], stands }
}

/** Who hears that people of an organisation have lost access: once each, whatever posts they hold. */
function concernedBy(organisation: string, present: ControlPresent): readonly Addressee[] {
  const all = [
    ...askedOf({ role: 'spoc', organisation }, present),
    ...askedOf({ role: 'approver', organisation }, present),
    ...askedOf({ role: 'databaseAdministrator' }, present),
  ]
  return [...new Map(all.map((each) => [personKey(each.person), each])).values()]
}

function isAfter(a: ReviewContent, b: ReviewContent): boolean {
  return a.resource === b.resource && a.organisation === b.organisation && a.scheduled > b.scheduled
}
