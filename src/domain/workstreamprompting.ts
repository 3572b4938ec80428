/**
 * Who is asked where a work stream stands, and when. A quarter opens and is due as a return's does: so many days after it
 * began, and so many after that, as the group has it. Until its lead has said the status of the latest quarter that has
 * opened they are asked, reminded, and told each week that it is late. Pure; the room and My matters go by it too.
 */

import type { Owner } from './action.ts'
import { addresseesOf, mayActFor, type Addressee, type Posts } from './addressee.ts'
import { workingDayOnOrBefore } from './calendar.ts'
import type { ControlAsk, ControlMatter, ControlPromptKind } from './controlprompting.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import type { Person, Post } from './group.ts'
import { FINANCIAL_YEAR, periodAfter, periodOf, type Period } from './period.ts'
import type { PromptSettings } from './prompt.ts'
import type { OpenPeriod } from './return.ts'
import type { WorkstreamContent } from './workstream.ts'
import { quarterKey, type QuarterContent } from './workstreamquarter.ts'

export type QuarterSettings = Pick<PromptSettings, 'quarterOpens' | 'quarterDue'>

export interface WorkstreamRows {
  readonly workstreams: ReadonlyMap<string, WorkstreamContent>
  readonly quarters: ReadonlyMap<string, QuarterContent>
}

/** The latest quarter that has opened. */
export function quarterAsked(today: Day, { quarterOpens, quarterDue }: QuarterSettings): OpenPeriod {
  const period = periodOf(addDays(today, -quarterOpens), 'quarterly', FINANCIAL_YEAR)
  const opens = addDays(period.from, quarterOpens)
  return { period, opens, due: addDays(opens, quarterDue) }
}

/** True until its status has been said; of one that has ended nobody is asked. */
export function isQuarterOwed(
  key: string,
  { ended }: Pick<WorkstreamContent, 'ended'>,
  { key: quarter }: Pick<Period, 'key'>,
  quarters: WorkstreamRows['quarters'],
): boolean {
  return ended === null && !quarters.get(quarterKey(key, quarter))?.status
}

type Leads = Pick<WorkstreamContent, 'smtLead' | 'chiefOfficerLead'>

/** Whom it is put to: the lead of the senior management team, else the chief officer; a bare name is nobody to write to. */
export function leadsAsked(leads: Leads, posts: Posts): readonly Addressee[] {
  return addresseesOf(ownersAsked(leads), posts)
}

/** Their own to answer: they hold the post that leads on it, or deputise, or nobody else can be asked. */
export function isLead(person: Person, leads: Leads, posts: Posts): boolean {
  const isAsked = leadsAsked(leads, posts).some(({ person: { tenantId, objectId } }) => {
    return tenantId === person.tenantId && objectId === person.objectId
  })
  return isAsked || mayActFor(person, ownersAsked(leads), posts)
}

function ownersAsked({ smtLead, chiefOfficerLead }: Leads): readonly Owner[] {
  const reachable = [smtLead, chiefOfficerLead].map((owners) => owners.filter((owner) => !('name' in owner)))
  return reachable.find((owners) => owners.length > 0) ?? []
}

/** A group's posts as its own site shows them: enough to say whom a thing is put to, never what anybody may. */
export function postsShown(group: string, posts: ReadonlyMap<string, Post>, today: Day): Posts {
  const appointments = [...posts.values()].map((post) => ({ ...post, post: post.key, group }))
  return { appointments, today, isAway: () => false }
}

/** What work streams ask of people, each quarter of each a thing of its own. */
export function workstreamMatters(
  { workstreams, quarters }: WorkstreamRows,
  settings: QuarterSettings & Pick<PromptSettings, 'daysBefore'>,
  posts: Posts,
): readonly ControlMatter[] {
  const asked = quarterAsked(posts.today, settings)
  const before = periodAfter(asked.period, FINANCIAL_YEAR, -1)
  return [...workstreams].flatMap(([key, content]) => {
    const matter = (period: Period, asks: readonly ControlAsk[], due: Day | null): ControlMatter => ({
      subject: `workstream-${quarterKey(key, period.key)}`,
      title: [content.number, content.title || content.objective].filter((each) => each !== '').join(' '),
      titleWelsh: '',
      due,
      asks,
      stands: quarters.get(quarterKey(key, period.key))?.status ? SAID : {},
    })
    const isOwed = isQuarterOwed(key, content, asked.period, quarters)
    // The quarter before is asked about no more; its cards still say what became of it.
    return [
      matter(asked.period, isOwed ? asksOf(content, asked, settings, posts) : [], asked.due),
      matter(before, [], null),
    ]
  })
}

const SAID: ControlMatter['stands'] = {
  quarterWanted: 'said',
  quarterDue: 'said',
  quarterOverdue: 'said',
  quarterChased: 'said',
}

/** What has once been asked is asked until it is said: the most pressing of it stands on a card. */
function asksOf(
  content: WorkstreamContent,
  { period, opens, due }: OpenPeriod,
  { daysBefore }: Pick<PromptSettings, 'daysBefore'>,
  posts: Posts,
): readonly ControlAsk[] {
  const { today } = posts
  const to = leadsAsked(content, posts)
  const ask = (kind: ControlPromptKind, occurrence: string): ControlAsk => ({ kind, to, occurrence, since: opens })
  const late = daysBetween(due, today)
  const { chased } = content
  return [
    ask('quarterWanted', ''),
    ...(today >= addDays(due, -daysBefore) ? [ask('quarterDue', due)] : []),
    ...(today >= workingDayOnOrBefore(due) ? [ask('quarterDue', `${due}.today`)] : []),
    ...(late > 0 ? [ask('quarterOverdue', `${due}.${Math.floor((late - 1) / 7)}`)] : []),
    ...(chased?.quarter === period.key ? [ask('quarterChased', chased.day)] : []),
  ]
}
