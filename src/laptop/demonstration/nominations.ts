/**
 * Who may use the OCAG database: people in every standing, a review of last quarter and the one that is open now. Told
 * through the rules themselves, each step by whoever may take it, on the day it was taken. Fictional throughout.
 */

import { askedContent, type AccessStanding } from '../../domain/access.ts'
import type { NominationCommand } from '../../domain/accessdeciding.ts'
import { entryOnRecord } from '../../domain/accessregister.ts'
import { scheduledBy, type ReviewAnswer, type ReviewContent } from '../../domain/accessreview.ts'
import type { Appointment } from '../../domain/appointment.ts'
import type { CollectionCommand } from '../../domain/collection.ts'
import { addDays, addMonths, type Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { PersonKey } from '../../local/tenant.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { openConfidential, type ConfidentialKind } from '../../sharepoint/control/confidential.ts'
import { nominationKind, resourceKind, reviewKind } from '../../sharepoint/control/accessrows.ts'
import { hashOf } from '../../service/ids.ts'
import { nominationKey } from '../../service/access/nominating.ts'
import { resourceKey } from '../../service/access/resources.ts'
import { reviewKey } from '../../service/access/sweep.ts'
import { person } from './groups.ts'

const GROUP = 'ocag-access'
const RESOURCE = 'ocag-database'
const TEAMS = ['POLIT', 'Intelligence', 'Online investigations', 'Public protection']

type Force = 'severn-vale' | 'taff-vale'

interface Nominee {
  readonly key: PersonKey
  readonly force: Force
  readonly team: string
  readonly reason: string
  /** Days ago. */
  readonly since: number
  readonly stands: Extract<AccessStanding, 'waitsForApprover' | 'waitsForOwner' | 'waitsForAccount' | 'active'>
  readonly later?: 'forgotten' | 'away' | 'revoked' | 'closed'
}

const NOMINEES: readonly Nominee[] = [
  nominee('polit-vale', 'severn-vale', 'POLIT', 'Supervises online investigations', 230, 'active'),
  nominee('intel-vale', 'severn-vale', 'Intelligence', 'Researches groups before a response', 228, 'active'),
  nominee('desk-vale', 'severn-vale', 'Intelligence', 'Force intelligence desk, nights', 226, 'active', 'forgotten'),
  nominee('past-vale', 'severn-vale', 'POLIT', 'Investigator', 224, 'active', 'closed'),
  nominee('move-vale', 'severn-vale', 'Public protection', 'First contact with families', 150, 'active', 'revoked'),
  nominee('online-vale', 'severn-vale', 'Online investigations', 'Joins the team on Monday', 4, 'waitsForApprover'),
  nominee('polit-welsh', 'taff-vale', 'POLIT', 'Yn arwain ymchwiliadau ar-lein', 229, 'active'),
  nominee('away-welsh', 'taff-vale', 'Public protection', 'Cyswllt cyntaf â theuluoedd', 120, 'active', 'away'),
  nominee('intel-welsh', 'taff-vale', 'Intelligence', 'Yn ymchwilio i grwpiau', 9, 'waitsForOwner'),
  nominee('online-welsh', 'taff-vale', 'Online investigations', 'Ymchwilydd newydd', 14, 'waitsForAccount'),
]

const SPOCS: Readonly<Record<Force, PersonKey>> = { 'severn-vale': 'spoc-vale', 'taff-vale': 'spoc-welsh' }
const APPROVERS: Readonly<Record<Force, PersonKey>> = { 'severn-vale': 'approver-vale', 'taff-vale': 'approver-welsh' }
const AVAILABILITY: Readonly<Record<Force, string>> = {
  'severn-vale': 'Intelligence answers requests of the control room and of neighbourhood teams, round the clock.',
  'taff-vale': 'Drwy’r ddesg wybodaeth, ar gais; crynodeb wythnosol i’r timau.',
}

export async function seedNominations(
  client: GraphClient,
  controlSite: string,
  appointments: readonly Appointment[],
  today: Day,
): Promise<void> {
  // Opened nine days ago, and so due in some days.
  const schedule = { first: addMonths(addDays(today, -9), -6), months: 3, dueAfter: 14 }
  const open = scheduledBy(schedule, today) ?? today
  const before = scheduledBy(schedule, addDays(open, -1)) ?? open
  const tell = teller(client, controlSite, appointments)

  const name = 'OCAG database'
  const resource = {
    group: GROUP,
    key: RESOURCE,
    name,
    nameWelsh: 'Cronfa ddata OCAG',
    teams: TEAMS,
    reviews: schedule,
  }
  const saved = {
    kind: 'saveResource',
    id: 'demo-resource',
    key: resourceKey(GROUP, RESOURCE),
    content: resource,
  } as const
  await tell(resourceKind, 'iao', addDays(today, -240), saved)

  for (const each of NOMINEES) await nominate(each)
  for (const force of Object.keys(SPOCS) as Force[]) {
    const asked = NOMINEES.filter((each) => each.force === force && addDays(today, -each.since) < before)
    const review = await openReview(force, before, asked)
    const answered = asked.filter(({ later }) => later !== 'forgotten')
    await answer(
      force,
      review,
      addDays(before, 6),
      answered.map(({ key }) => [key, 'keep']),
    )
  }
  for (const each of NOMINEES) await goOn(each)
  for (const force of Object.keys(SPOCS) as Force[]) {
    const asked = NOMINEES.filter((each) => each.force === force && each.stands === 'active' && each.later !== 'closed')
    const review = await openReview(force, open, asked)
    // Taff Vale has begun; Severn Vale's approver has yet to look.
    if (force === 'taff-vale') await answer(force, review, addDays(open, 2), [['polit-welsh', 'keep']])
  }

  async function nominate({ key, force, team, reason, since, stands }: Nominee): Promise<void> {
    const day = addDays(today, -since)
    const who = person(key)
    const trained = stands === 'waitsForApprover' ? null : addDays(day, -12)
    const about = { group: GROUP, resource: RESOURCE, teams: TEAMS, person: who, organisation: force }
    let content = await say(key, SPOCS[force], day, { kind: 'nominate', ...about, team, reason, trained })
    if (stands === 'waitsForApprover') return
    const decide = async (by: PersonKey, on: Day): Promise<void> => {
      const state = entryOnRecord(keyOf(key), content, [], on)?.state
      const asked = (state && askedContent(content, state)) ?? ''
      const decided = { verdict: 'approved', words: '', content: asked, hash: hashOf(asked) } as const
      content = await say(key, by, on, { kind: 'decideAccess', ...decided })
    }
    await decide(APPROVERS[force], addDays(day, 1))
    if (stands === 'waitsForOwner') return
    await decide('iao', addDays(day, 2))
    if (stands === 'waitsForAccount') return
    await say(key, 'database', addDays(day, 3), { kind: 'confirmOpened', account: accountOf(who) })
  }

  async function goOn({ key, force, later }: Nominee): Promise<void> {
    if (later === 'away') {
      await say(key, SPOCS[force], addDays(today, -25), { kind: 'suspendAccess', words: 'Absenoldeb mamolaeth' })
    }
    if (later === 'revoked' || later === 'closed') {
      const day = addDays(today, later === 'revoked' ? -2 : -60)
      await say(key, SPOCS[force], day, { kind: 'revokeAccess', words: 'Moved to another team' })
      if (later === 'closed') await say(key, 'database', addDays(day, 1), { kind: 'confirmClosed' })
    }
  }

  type Saying = NominationCommand extends infer Each
    ? Each extends NominationCommand
      ? Omit<Each, 'id' | 'key' | 'ground'>
      : never
    : never
  function say(nominee: PersonKey, by: PersonKey, day: Day, command: Saying) {
    const ground = { reviews: [], hasLeft: false }
    const about = { id: `demo-${nominee}-${command.kind}-${day}`, key: keyOf(nominee), ground }
    return tell(nominationKind, by, day, { ...command, ...about })
  }

  function openReview(organisation: Force, opens: Day, asked: readonly Nominee[]): Promise<ReviewContent> {
    const key = reviewKey(GROUP, RESOURCE, organisation, opens)
    const people = asked.map((each) => ({ nomination: keyOf(each.key), person: person(each.key) }))
    const about = { group: GROUP, resource: RESOURCE, organisation, scheduled: opens, opens }
    const due = addDays(opens, schedule.dueAfter)
    return tell(reviewKind, 'iao', opens, { kind: 'openReview', id: key, key, ...about, due, people })
  }

  function answer(
    force: Force,
    { opens }: ReviewContent,
    day: Day,
    people: readonly (readonly [PersonKey, ReviewAnswer])[],
  ): Promise<ReviewContent> {
    const said = people.map(([key, given]) => ({ nomination: keyOf(key), answer: given, words: '' }))
    return tell(reviewKind, APPROVERS[force], day, {
      kind: 'answerReview',
      id: `demo-review-${force}-${opens}`,
      key: reviewKey(GROUP, RESOURCE, force, opens),
      people: said,
      availability: AVAILABILITY[force],
    })
  }
}

/** Writes as the service does, on the day that is told. */
function teller(client: GraphClient, siteId: string, appointments: readonly Appointment[]) {
  let count = 0
  return async <Content extends { readonly group: string }, Command extends CollectionCommand>(
    kind: ConfidentialKind<Content, Command, string>,
    by: PersonKey,
    today: Day,
    command: Command,
  ): Promise<Content> => {
    count += 1
    const list = openConfidential({ client, siteId, kind })
    const at = `${today}T09:${String(Math.floor(count / 60) % 60).padStart(2, '0')}:${String(count % 60).padStart(2, '0')}.000Z`
    const context = { actor: person(by), today, at, appointments, before: () => Promise.resolve() }
    const changed = await list.change(GROUP, command, context)
    if (changed.state === 'saved') return changed.content
    throw new Error(`The demonstration's ${command.kind} of ${today} was not saved: ${JSON.stringify(changed)}`)
  }
}

function nominee(
  key: PersonKey,
  force: Force,
  team: string,
  reason: string,
  since: number,
  stands: Nominee['stands'],
  later?: NonNullable<Nominee['later']>,
): Nominee {
  return { key, force, team, reason, since, stands, ...(later === undefined ? {} : { later }) }
}

const keyOf = (key: PersonKey): string => nominationKey(GROUP, RESOURCE, person(key))

/** `karen.osei`: what the database calls it. */
function accountOf({ name }: Person): string {
  return name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(' ', '.')
}
