/**
 * What the CSAE SGG asks of its forces again and again, and what came in: quarterly OCAG returns, NRM data on children,
 * and the flagging reports, each force's problems side by side. Fictional throughout. Made by the rules themselves, so
 * that no row is one that they would refuse; all of it follows from today, and whatever has opened by then is answered.
 */

import type { CirculationContent } from '../../domain/circulation.ts'
import { standOf } from '../../domain/circulation.ts'
import type { CollectionCommand, CollectionContext } from '../../domain/collection.ts'
import { addDays, partsOf, type Day } from '../../domain/day.ts'
import type { Organisation, Person, Post } from '../../domain/group.ts'
import { responseKey, type RequestContent, type RequestField, type ResponseContent } from '../../domain/request.ts'
import { askedOf, type ResponseCommand } from '../../domain/requestcommand.ts'
import { decideRequest } from '../../domain/requesting.ts'
import { decideResponse } from '../../domain/responding.ts'
import type { Result } from '../../domain/result.ts'
import { makePeriodRequest, periodsBy, type OpenPeriod, type ReturnContent } from '../../domain/return.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { CIRCULATIONS, REQUESTS, RESPONSES, RETURNS } from '../../sharepoint/worklists.ts'
import { findLists, openTable } from '../../sharepoint/table.ts'
import type { CollectionKind } from '../../sharepoint/work/collection.ts'
import { requestKind, responseKind } from '../../sharepoint/work/requestrows.ts'
import { circulationKind, returnKind } from '../../sharepoint/work/returnrows.ts'
import { makePeriodName } from '../../words/periods.ts'
import { csaeGroup, person } from './groups.ts'

export interface ToldReturns {
  /** Each by its key. */
  readonly returns: ReadonlyMap<string, ReturnContent>
  readonly requests: ReadonlyMap<string, RequestContent>
  readonly responses: ReadonlyMap<string, ResponseContent>
  readonly circulations: ReadonlyMap<string, CirculationContent>
}

export const FORCES = ['north-mercia', 'severn-vale', 'marches', 'severnside', 'taff-vale'] as const
export type Force = (typeof FORCES)[number]

export const SPOCS: Readonly<Record<Force, Person>> = {
  'north-mercia': person('spoc-north'),
  'severn-vale': person('spoc-vale'),
  marches: person('spoc-marches'),
  severnside: person('spoc-coast'),
  'taff-vale': person('spoc-welsh'),
}

/** What one force sent for a period: figures by field, words by field, or nil. */
interface Sent {
  readonly values?: Readonly<Record<string, string | number>>
  readonly words?: string
  readonly nil?: boolean
  /** Days after the due; before it unless said. */
  readonly late?: number
  readonly returned?: string
}

interface Story {
  readonly key: string
  readonly definition: ReturnContent
  /** @param age 0: the latest period, 1 the one before it */
  readonly sent: (force: Force, age: number) => Sent
}

const number = (key: string, title: string, unit: string | null = null, max: number | null = null): RequestField => ({
  key,
  title,
  type: 'number',
  unit,
  required: true,
  min: 0,
  max,
  choices: [],
})
const text = (key: string, title: string): RequestField => ({
  key,
  title,
  type: 'text',
  unit: null,
  required: true,
  min: null,
  max: null,
  choices: [],
})

const REGULAR = {
  organisations: FORCES,
  yearStart: 4,
  signOff: false,
  escalation: { afterDays: 7, to: { role: 'chair' } },
  circulation: null,
  ended: null,
} as const

/** Oldest quarter last; by force, in the order of `FORCES`. */
const OCAG: readonly (readonly number[])[] = [
  [7, 3, 0, 9, 5],
  [5, 4, 2, 11, 4],
  [6, 2, 1, 8, 6],
  [4, 3, 0, 6, 5],
  [3, 1, 1, 5, 2],
]
/** What a force notified in a quarter, and so what it says in its return. */
export function ocagOf(force: Force, age: number): Readonly<Record<'incidents' | 'found' | 'groups', number>> {
  const incidents = OCAG[age % OCAG.length]?.[FORCES.indexOf(force)] ?? 0
  return { incidents, found: Math.floor(incidents / 3), groups: Math.min(incidents, 1 + (incidents % 3)) }
}

const NRM: readonly (readonly number[])[] = [
  [12, 4, 3, 9, 6],
  [10, 6, 2, 11, 5],
  [13, 5, 4, 8, 7],
  [9, 3, 2, 10, 4],
  [8, 4, 3, 7, 5],
  [11, 5, 1, 9, 6],
]

const FLAGGING: Readonly<Record<Force, Readonly<Record<string, string>>>> = {
  'north-mercia': {
    problem: 'The flag is set at the front desk and hardly ever taken off again.',
    effect: 'One in eight flagged children has had no contact for two years.',
    help: 'A rule for when a flag ends, the same in all five forces.',
  },
  'severn-vale': {
    problem: 'Two systems, and the flag of one is not carried over into the other.',
    effect: 'Officers at an address see a flag only when they open the second system.',
    help: 'A nightly list from one system into the other, until there is one.',
  },
  marches: {
    problem: 'Nobody checks a flag after it has been set. A sample found one in four wrong.',
    effect: 'Figures for the region cannot be compared with anybody else’s.',
    help: 'Ten records a month, checked by the crime registrar.',
  },
  severnside: {
    problem: 'Offenders are flagged, vehicles and addresses are not.',
    effect: 'A hotel that comes up in three reports is not seen as one.',
    help: 'Flags for places, with a day on which they lapse.',
  },
  'taff-vale': {
    problem: 'Mae’r faner yn uniaith Saesneg yn y system. / The flag is in English only.',
    effect: 'Searches in Welsh miss one report in ten.',
    help: 'Both words in the list of flags. Costed at two days’ work.',
  },
}

function stories(today: Day): readonly Story[] {
  const [, , date] = partsOf(addDays(today, -3))
  return [
    {
      key: 'demo-ocag-returns',
      definition: {
        ...REGULAR,
        title: 'OCAG returns',
        titleWelsh: 'Ffurflenni OCAG',
        words: 'Incidents with online child abuse activist groups in the quarter. Counts only: no names, no addresses.',
        fields: [
          { ...number('incidents', 'Incidents'), filledBy: 'incidents' },
          { ...number('found', 'Found by search'), filledBy: 'found' },
          { ...number('groups', 'Groups active'), filledBy: 'groups' },
          { ...text('remarks', 'Anything new'), required: false },
        ],
        frequency: 'quarterly',
        opens: { kind: 'after', days: 1 },
        dueAfter: 14,
        // Has gone out three days before the demonstration's today, and goes again in a month.
        circulation: { kind: 'monthly', date: Math.min(28, date) },
        from: addDays(today, -470),
      },
      sent(force, age) {
        const { incidents, found, groups } = ocagOf(force, age)
        if (incidents === 0) return { nil: true }
        const values = { incidents, found, groups }
        const remarks = age === 0 && force === 'severnside' ? 'One group now streams from outside the region.' : ''
        const late = force === 'severn-vale' && age < 2 ? 6 : 0
        const returned = 'Incidents and those found by search add up to more than were notified. Which is right?'
        return {
          values: remarks === '' ? values : { ...values, remarks },
          ...(late === 0 ? {} : { late }),
          ...(force === 'marches' && age === 1 ? { returned } : {}),
        }
      },
    },
    {
      key: 'demo-nrm-children',
      definition: {
        ...REGULAR,
        title: 'NRM data on children',
        titleWelsh: 'Data’r NRM ar blant',
        words: 'Children referred to the National Referral Mechanism in the month, and how their cases stand.',
        fields: [
          number('referred', 'Referred', 'children'),
          number('sexual', 'Sexual exploitation', 'children'),
          number('criminal', 'Criminal exploitation', 'children'),
          number('decided', 'Decided within 90 days', '%', 100),
        ],
        frequency: 'monthly',
        opens: { kind: 'on', date: 3 },
        dueAfter: 10,
        from: addDays(today, -215),
      },
      sent(force, age) {
        const referred = NRM[age % NRM.length]?.[FORCES.indexOf(force)] ?? 0
        if (force === 'marches' && age === 3) return { nil: true }
        const sexual = Math.floor(referred / 3)
        const values = { referred, sexual, criminal: referred - sexual, decided: 55 + ((referred * 7) % 40) }
        return { values, ...((FORCES.indexOf(force) + age) % 6 === 5 ? { late: 3 } : {}) }
      },
    },
    {
      key: 'demo-flagging-reports',
      definition: {
        ...REGULAR,
        title: 'Flagging reports',
        titleWelsh: 'Adroddiadau ar faneri',
        words: 'The problems apparent in each force’s flagging, in order that a collective solution may be devised.',
        fields: [
          text('problem', 'What goes wrong'),
          text('effect', 'What comes of it'),
          text('help', 'What would help'),
        ],
        frequency: 'yearly',
        opens: { kind: 'after', days: 1 },
        dueAfter: 28,
        from: addDays(today, -370),
      },
      sent: (force) => ({ values: FLAGGING[force] }),
    },
  ]
}

/** Every return of the group, as it stands on a day. The same day gives the same. */
export function tellReturns(today: Day): ToldReturns {
  const { group, organisations, posts } = csaeGroup(today)
  const snapshot = snapshotOf(group, organisations, posts)
  const told = {
    returns: new Map<string, ReturnContent>(),
    requests: new Map<string, RequestContent>(),
    responses: new Map<string, ResponseContent>(),
    circulations: new Map<string, CirculationContent>(),
  }
  for (const { key, definition, sent } of stories(today)) {
    told.returns.set(key, definition)
    const periods = periodsBy(definition, today).toReversed()
    for (const [age, open] of periods.entries()) {
      const made = make(key, definition, open, snapshot, age > 0)
      told.requests.set(made.closed.key, made.closed)
      for (const force of FORCES) {
        const response = answer(made.open, force, sent(force, age), open, snapshot, { today, isOver: age > 0 })
        told.responses.set(response.key, response)
      }
    }
    const circulated = circulate(key, definition, periods, told, today)
    for (const [occurrence, content] of circulated) told.circulations.set(occurrence, content)
  }
  return told
}

function make(key: string, definition: ReturnContent, open: OpenPeriod, snapshot: Snapshot, isOver: boolean) {
  const made = `demo-period-${key}-${open.period.key}`
  const context = contextOf(open.opens, snapshot)
  const request = valueOf(
    decideRequest(makePeriodRequest(key, definition, open, makePeriodName(open.period, 'en')), null, context),
  )
  const close = { kind: 'closeRequest', id: `${made}-closed`, key: request.key, words: '' } as const
  const later = contextOf(addDays(open.due, 20), snapshot)
  return { open: request, closed: isOver ? valueOf(decideRequest(close, request, later)) : request }
}

function answer(
  request: RequestContent,
  force: Force,
  { values = {}, words = '', nil = false, late = 0, returned }: Sent,
  { opens, due }: OpenPeriod,
  snapshot: Snapshot,
  { today, isOver }: { readonly today: Day; readonly isOver: boolean },
): ResponseContent {
  const key = responseKey(request.key, force)
  const wanted = late > 0 ? addDays(due, late) : addDays(opens, 2 + FORCES.indexOf(force))
  const day = wanted > today ? today : wanted
  const id = (what: string): string => `demo-${what}-${key}`.replaceAll('.', '-')
  const put = (now: ResponseContent | null, command: ResponseCommand, on: Day, actor: Person): ResponseContent =>
    valueOf(decideResponse(command, now, { ...contextOf(on, snapshot), actor }))
  const about = { key, of: askedOf(request) }
  const given = { ...about, words, values, files: [], nil, like: null, recorded: null }
  const answered = put(null, { kind: 'answer', id: id('answer'), ...given }, day, SPOCS[force])
  if (!isOver) return answered
  const judgedOn = addDays(day, 4) > today ? today : addDays(day, 4)
  const verdict: ResponseCommand =
    returned === undefined
      ? { kind: 'acceptResponse', id: id('accept'), ...about, words: '' }
      : { kind: 'returnResponse', id: id('return'), ...about, reason: returned }
  return put(answered, verdict, judgedOn, person('coordinator'))
}

/** The last two occurrences of the schedule, under the keys that the schedule itself would give them. */
function circulate(
  key: string,
  { circulation }: ReturnContent,
  periods: readonly OpenPeriod[],
  { requests, responses }: Pick<ToldReturns, 'requests' | 'responses'>,
  today: Day,
): readonly (readonly [occurrence: string, content: CirculationContent])[] {
  if (circulation?.kind !== 'monthly') return []
  const latest = addDays(today, -3)
  const last = `${latest.slice(0, 8)}${String(circulation.date).padStart(2, '0')}`
  const before = addDays(last, -partsOf(last)[2])
  const earlier = `${before.slice(0, 8)}${String(circulation.date).padStart(2, '0')}`
  return [last, earlier].flatMap((day) => {
    const open = periods.find(({ due }) => due <= day)
    const request = open && requests.get(`${key}.${open.period.key}`)
    if (!request) return []
    const copies = FORCES.map((organisation) => ({
      organisation,
      person: SPOCS[organisation],
      post: null,
      state: 'sent' as const,
      at: `${day}T08:30:00.000Z`,
    }))
    const stood = standOf(request, responses)
    const content = { return: key, period: request.key, day, by: null, stood, copies }
    return [[`${request.key}.${day.slice(0, 7)}`, content] as const]
  })
}

function contextOf(today: Day, snapshot: Snapshot): CollectionContext {
  return { actor: person('coordinator'), today, as: 'service', snapshot }
}

function snapshotOf(
  group: Snapshot['group'],
  organisations: readonly Organisation[],
  posts: readonly Post[],
): Snapshot {
  return {
    group,
    organisations: new Map(organisations.map((each) => [each.key, each])),
    posts: new Map(posts.map((each) => [each.key, each])),
    meetings: new Map(),
    views: new Map(),
    actions: new Map(),
  }
}

function valueOf<Value>(decided: Result<Value>): Value {
  if (decided.ok) return decided.value
  throw new Error(`The demonstration's returns break a rule: ${JSON.stringify(decided.error)}`)
}

/** Writes them as rows, in the service's name: each row once, as it stands. */
export async function seedReturns(client: GraphClient, siteId: string, today: Day): Promise<void> {
  const told = tellReturns(today)
  const ids = await findLists(client, siteId, [RETURNS, REQUESTS, RESPONSES, CIRCULATIONS])
  const write = async <Content extends object, Command extends CollectionCommand>(
    { list, make }: CollectionKind<Content, Command>,
    rows: ReadonlyMap<string, Content>,
  ): Promise<void> => {
    const table = openTable(client, siteId, ids.get(list) ?? '')
    const values = [...rows].map(([key, content]) => make(key, content))
    for (let at = 0; at < values.length; at += AT_ONCE) {
      await Promise.all(values.slice(at, at + AT_ONCE).map((each) => table.append(each)))
    }
  }
  await write(returnKind, told.returns)
  await write(requestKind, told.requests)
  await write(responseKind, told.responses)
  await write(circulationKind, told.circulations)
}

const AT_ONCE = 10
