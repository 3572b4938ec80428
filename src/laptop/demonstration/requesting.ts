/**
 * What the demonstration's group has put to its forces: how each flags addresses and vehicles at risk, last quarter (and
 * closed) and now, with two answers in. Told as commands, each on its day and by its author.
 */

import type { CollectionCommand } from '../../domain/collection.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { responseKey, type RequestContent, type RequestField } from '../../domain/request.ts'
import { askedOf, type RequestCommand, type ResponseCommand } from '../../domain/requestcommand.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { PersonKey } from '../../local/tenant.ts'
import { openCollection, type CollectionKind, type CollectionOptions } from '../../sharepoint/work/collection.ts'
import { requestKind, responseKind } from '../../sharepoint/work/requestrows.ts'
import { createClock } from '../../words/clock.ts'
import { personClient, type Tenancy } from '../administration.ts'
import { person, type DemonstrationGroup } from './groups.ts'
import { APPS } from './tenant.ts'

export type RequestTold = { readonly day: Day; readonly by: PersonKey } & (
  | { readonly on: 'requests'; readonly command: RequestCommand }
  | { readonly on: 'responses'; readonly command: ResponseCommand }
)

const FORCES = ['north-mercia', 'severn-vale', 'marches', 'severnside', 'taff-vale']
const TITLE = 'How each force flags addresses at risk'
const WORDS =
  'Every force flags addresses and vehicles linked to child sexual exploitation, and no two do it alike. Please say how many flags stand on your systems, whether they are reviewed, and what would have to change for all five to follow one policy.'

const field = (key: string, title: string, more: Partial<RequestField>): RequestField => ({
  key,
  title,
  type: 'number',
  unit: null,
  required: true,
  min: null,
  max: null,
  choices: [],
  ...more,
})
const FIELDS = [
  field('flags', 'Flags in force', { unit: 'flags', min: 0 }),
  field('reviewed', 'Reviewed within the last year', { type: 'yesNo' }),
  field('policy', 'Policy', { type: 'choice', choices: ['Our own', 'Regional draft', 'None'] }),
]

/** @param today the day that the demonstration is told from */
export function requestsTold(today: Day): readonly RequestTold[] {
  const before = making('flags-1', addDays(today, -110), addDays(today, -80))
  const now = making('flags-2', addDays(today, -9), addDays(today, 24))
  const after = (days: number): Day => addDays(today, days)
  return [
    before.told,
    before.answer('spoc-north', 'north-mercia', after(-96), { flags: 41, reviewed: true, policy: 'Our own' }),
    before.answer('spoc-vale', 'severn-vale', after(-95), { flags: 63, reviewed: false, policy: 'Our own' }),
    before.answer('spoc-marches', 'marches', after(-90), { flags: 17, reviewed: true, policy: 'Regional draft' }),
    before.answer('spoc-coast', 'severnside', after(-82), null),
    before.answer('spoc-welsh', 'taff-vale', after(-81), { flags: 28, reviewed: true, policy: 'Our own' }),
    ...FORCES.map((organisation, index) =>
      before.respond('coordinator', organisation, after(-78), `accept-${index}`, { kind: 'acceptResponse', words: '' }),
    ),
    before.close(after(-78)),
    now.told,
    now.answer(
      'spoc-vale',
      'severn-vale',
      after(-4),
      { flags: 71, reviewed: true, policy: 'Regional draft' },
      'We moved to the regional draft in October; eight flags came with the new custody suite.',
    ),
    now.answer('spoc-coast', 'severnside', after(-2), null),
  ]
}

/** Each author writes with their own token, on the day that is told. */
export async function tellRequests(
  tenancy: Tenancy,
  { group, organisations, posts }: DemonstrationGroup,
  siteId: string,
  today: Day,
): Promise<void> {
  const wall = createClock()
  const snapshot: Snapshot = {
    group,
    organisations: new Map(organisations.map((each) => [each.key, each])),
    posts: new Map(posts.map((each) => [each.key, each])),
    meetings: new Map(),
    views: null,
    actions: new Map(),
  }
  for (const told of requestsTold(today)) {
    const author: Author = {
      client: personClient(tenancy, told.by, APPS.tab, ['Sites.Selected']),
      siteId,
      person: person(told.by),
      clock: { now: () => wall.now(), today: () => told.day },
      snapshot: () => snapshot,
      as: () => (told.by === 'coordinator' ? 'coordinator' : 'member'),
    }
    if (told.on === 'requests') await carryOut(requestKind, told.command, author)
    else await carryOut(responseKind, told.command, author)
  }
}

type Author = Omit<CollectionOptions<RequestContent, RequestCommand>, 'kind'>

async function carryOut<Content extends object, Command extends CollectionCommand>(
  kind: CollectionKind<Content, Command>,
  command: Command,
  author: Author,
): Promise<void> {
  const collection = openCollection({ ...author, kind })
  const kept = await collection.submit(command)
  collection.close()
  if (kept.state !== 'saved') throw new Error(`${command.id} was not saved: ${JSON.stringify(kept)}`)
}

type Said = Readonly<Record<string, string | number | boolean>>
type Untold = ResponseCommand extends infer Each
  ? Each extends ResponseCommand
    ? Omit<Each, 'id' | 'key' | 'of'>
    : never
  : never

function making(key: string, asked: Day, due: Day) {
  const id = `demo-csae-sgg-${key}`
  const request: RequestContent = {
    key: id,
    title: TITLE,
    words: WORDS,
    action: null,
    organisations: FORCES,
    opens: null,
    due,
    fields: FIELDS,
    signOff: false,
    marking: null,
    return: null,
    period: null,
    status: 'open',
    log: [],
  }
  const { status: _, log: __, ...made } = request
  const respond = (by: PersonKey, organisation: string, day: Day, turn: string, command: Untold): RequestTold => {
    const about = { id: `${id}-${turn}`, key: responseKey(id, organisation), of: askedOf(request) }
    return { day, by, on: 'responses', command: { ...command, ...about } as ResponseCommand }
  }
  const told: RequestTold = {
    day: asked,
    by: 'coordinator',
    on: 'requests',
    command: { kind: 'makeRequest', id, ...made },
  }
  return {
    told,
    respond,
    /** @param values null: nothing to report */
    answer: (by: PersonKey, organisation: string, day: Day, values: Said | null, words = ''): RequestTold =>
      respond(by, organisation, day, organisation, {
        kind: 'answer',
        words,
        values: values ?? {},
        files: [],
        nil: values === null,
        like: null,
        recorded: null,
      }),
    close: (day: Day): RequestTold => ({
      day,
      by: 'coordinator',
      on: 'requests',
      command: { kind: 'closeRequest', id: `${id}-closed`, key: id, words: 'All five have answered.' },
    }),
  }
}
