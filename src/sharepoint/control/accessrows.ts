/**
 * Who may use restricted resources, as rows of Control, both ways: the resources, who is nominated for them, the
 * reviews, and how the resources' own lists of accounts compared. Pure. What happened stands as JSON, one event after
 * the other; beside it, in words, where it stands, for whoever looks at the list itself.
 */

import * as v from 'valibot'
import {
  ACCESS_STAGES,
  replay,
  SUSPENSIONS,
  type AccessEvent,
  type Happened,
  type NominationContent,
} from '../../domain/access.ts'
import {
  decideNomination,
  touchedByNomination,
  type NominationCommand,
  type NominationRefusalCode,
} from '../../domain/accessdeciding.ts'
import {
  decideReconciliation,
  DIFFERENCES,
  type Difference,
  type ReconciliationCommand,
  type ReconciliationContent,
} from '../../domain/accessreconciling.ts'
import {
  decideResource,
  type ResourceCommand,
  type ResourceContent,
  type ResourceRefusalCode,
} from '../../domain/accessresource.ts'
import {
  decideReview,
  REVIEW_ANSWERS,
  touchedByReview,
  type ReviewCommand,
  type ReviewContent,
  type ReviewGiven,
  type ReviewRefusalCode,
  type ReviewSchedule,
} from '../../domain/accessreview.ts'
import { NOMINATIONS, RECONCILIATIONS, RESOURCES, REVIEWS } from '../controllists.ts'
import { makeData, type Cells } from '../work/cells.ts'
import type { KeyedValues } from '../work/rows.ts'
import { day, person } from '../work/shapes.ts'
import type { ConfidentialKind } from './confidential.ts'

export const resourceKind: ConfidentialKind<ResourceContent, ResourceCommand, ResourceRefusalCode> = {
  list: RESOURCES,
  parse: parseResource,
  make: makeResource,
  decide: decideResource,
  touches: () => ['name', 'nameWelsh', 'teams', 'reviews'],
}

export const nominationKind: ConfidentialKind<NominationContent, NominationCommand, NominationRefusalCode> = {
  list: NOMINATIONS,
  parse: parseNomination,
  make: makeNomination,
  decide: decideNomination,
  touches: touchedByNomination,
}

export const reviewKind: ConfidentialKind<ReviewContent, ReviewCommand, ReviewRefusalCode> = {
  list: REVIEWS,
  parse: parseReview,
  make: makeReview,
  decide: decideReview,
  touches: touchedByReview,
}

export const reconciliationKind: ConfidentialKind<ReconciliationContent, ReconciliationCommand, never> = {
  list: RECONCILIATIONS,
  parse: parseReconciliation,
  make: makeReconciliation,
  decide: decideReconciliation,
  touches: () => [],
}

const schedule: v.GenericSchema<unknown, ReviewSchedule> = v.object({
  first: day,
  months: v.pipe(v.number(), v.integer(), v.minValue(1)),
  dueAfter: v.pipe(v.number(), v.integer(), v.minValue(1)),
})

const happened = { id: v.string(), day, at: v.string(), by: v.nullable(person) } satisfies {
  [Field in keyof Happened]: v.GenericSchema<unknown, Happened[Field]>
}
const text = v.nullable(v.string())

const events: v.GenericSchema<unknown, readonly AccessEvent[]> = v.array(
  v.variant('kind', [
    v.object({
      ...happened,
      kind: v.literal('nominated'),
      organisation: v.string(),
      team: v.string(),
      reason: v.string(),
      trained: v.nullable(day),
      post: text,
    }),
    v.object({
      ...happened,
      kind: v.literal('decided'),
      as: v.picklist(ACCESS_STAGES),
      verdict: v.picklist(['approved', 'refused']),
      words: v.string(),
      appointment: v.string(),
      hash: v.string(),
      post: text,
    }),
    v.object({ ...happened, kind: v.literal('opened'), account: v.string() }),
    v.object({ ...happened, kind: v.literal('suspended'), because: v.picklist(SUSPENSIONS), words: v.string() }),
    v.object({ ...happened, kind: v.literal('askedBack'), words: v.string() }),
    v.object({ ...happened, kind: v.literal('revoked'), words: v.string() }),
    v.object({ ...happened, kind: v.literal('closed') }),
  ]),
)

const reviewed: v.GenericSchema<unknown, ReviewContent['people']> = v.array(
  v.object({ nomination: v.string(), person }),
)

const given: v.GenericSchema<unknown, readonly ReviewGiven[]> = v.array(
  v.object({
    ...happened,
    by: person,
    appointment: v.string(),
    people: v.array(v.object({ nomination: v.string(), answer: v.picklist(REVIEW_ANSWERS), words: v.string() })),
    availability: v.string(),
  }),
)

const differences: v.GenericSchema<unknown, readonly Difference[]> = v.array(
  v.object({
    kind: v.picklist(DIFFERENCES),
    account: v.string(),
    name: v.string(),
    nomination: text,
    organisation: text,
  }),
)

function parseResource(cells: Cells): ResourceContent | null {
  const [group, key] = [cells.text('GroupKey'), cells.text('Resource')]
  const reviews = cells.data('ReviewsData', schedule)
  if (group === '' || key === '' || !reviews) return null
  const [name, nameWelsh] = [cells.words('Title'), cells.text('NameWelsh')]
  return { group, key, name, nameWelsh, teams: cells.lines('Teams'), reviews }
}

function makeResource(key: string, content: ResourceContent): KeyedValues {
  return {
    Key: key,
    GroupKey: content.group,
    Resource: content.key,
    Title: content.name,
    NameWelsh: content.nameWelsh || null,
    Teams: content.teams.join('\n'),
    ReviewsData: makeData(content.reviews),
  }
}

/** Without what happened nobody knows where it stands: such a row is a problem, and gives nobody access. */
function parseNomination(cells: Cells): NominationContent | null {
  const [group, resource] = [cells.text('GroupKey'), cells.text('Resource')]
  const nominee = cells.data('PersonData', person)
  const all = cells.data('EventsData', events)
  if (group === '' || resource === '' || !nominee || !all) return null
  return { group, resource, person: nominee, events: all }
}

function makeNomination(
  key: string,
  { group, resource, person: nominee, events: all }: NominationContent,
): KeyedValues {
  const state = replay(nominee, all)
  return {
    Key: key,
    GroupKey: group,
    Title: nominee.name,
    Resource: resource,
    PersonData: makeData(nominee),
    Organisation: state?.nominated.organisation ?? null,
    Team: state?.nominated.team ?? null,
    EventsData: makeData(all),
  }
}

function parseReview(cells: Cells): ReviewContent | null {
  const [group, resource, organisation] = [cells.text('GroupKey'), cells.text('Resource'), cells.text('Organisation')]
  const [scheduled, opens, due] = [cells.day('ScheduledDay'), cells.day('OpensDay'), cells.day('DueDay')]
  const people = cells.data('PeopleData', reviewed)
  if (group === '' || !scheduled || !opens || !due || !people) return null
  return { group, resource, organisation, scheduled, opens, due, people, given: cells.data('GivenData', given) ?? [] }
}

function makeReview(key: string, content: ReviewContent): KeyedValues {
  return {
    Key: key,
    GroupKey: content.group,
    Title: `${content.organisation} ${content.opens}`,
    Resource: content.resource,
    Organisation: content.organisation,
    ScheduledDay: content.scheduled,
    OpensDay: content.opens,
    DueDay: content.due,
    PeopleData: makeData(content.people),
    Availability: content.given.at(-1)?.availability || null,
    GivenData: makeData(content.given),
  }
}

function parseReconciliation(cells: Cells): ReconciliationContent | null {
  const [group, resource] = [cells.text('GroupKey'), cells.text('Resource')]
  const [on, by] = [cells.day('Day'), cells.data('ByData', person)]
  const found = cells.data('DifferencesData', differences)
  if (group === '' || !on || !by || !found) return null
  const [accounts, agreed, others] = [cells.number('Accounts'), cells.number('Agreed'), cells.number('Others')]
  return { group, resource, day: on, by, accounts, agreed, others, differences: found }
}

function makeReconciliation(key: string, content: ReconciliationContent): KeyedValues {
  return {
    Key: key,
    GroupKey: content.group,
    Title: `${content.resource} ${content.day}`,
    Resource: content.resource,
    Day: content.day,
    ByData: makeData(content.by),
    Accounts: content.accounts,
    Agreed: content.agreed,
    Others: content.others,
    DifferencesData: makeData(content.differences),
  }
}
