import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  FIELD_TYPES,
  REQUEST_EVENTS,
  RESPONSE_EVENTS,
  RESPONSE_STATES,
  responseKey,
  type RequestContent,
  type ResponseContent,
} from '../../../src/domain/request.ts'
import { askedOf } from '../../../src/domain/requestcommand.ts'
import { readCells, type RowProblem } from '../../../src/sharepoint/work/cells.ts'
import { openCollection, type CollectionKind } from '../../../src/sharepoint/work/collection.ts'
import { requestKind, responseKind } from '../../../src/sharepoint/work/requestrows.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { anId, aWorld, ORGANISATIONS, until, type World } from '../world.ts'
import { day, words } from './arbitraries.ts'

const person = fc.record({ tenantId: words, objectId: words, name: words })
const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null })
const line = words.map((text) => text.replaceAll(/\s+/g, ' ').trim() || 'x')

const request: fc.Arbitrary<RequestContent> = fc.record({
  key: words,
  title: words,
  words: fc.oneof(words, fc.constant('')),
  action: orNull(words),
  organisations: fc.array(line, { minLength: 1, maxLength: 4 }),
  opens: orNull(day),
  due: orNull(day),
  fields: fc.array(
    fc.record({
      key: words,
      title: words,
      type: fc.constantFrom(...FIELD_TYPES),
      unit: orNull(words),
      required: fc.boolean(),
      min: orNull(fc.integer()),
      max: orNull(fc.integer()),
      choices: fc.array(words, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  ),
  signOff: fc.boolean(),
  marking: fc.constantFrom(null, { level: 'OFFICIAL' as const }),
  return: orNull(words),
  period: orNull(words),
  status: fc.constantFrom('open' as const, 'closed' as const),
  log: fc.array(
    fc.record({
      id: words,
      kind: fc.constantFrom(...REQUEST_EVENTS),
      day,
      by: person,
      words,
      organisations: fc.array(words, { maxLength: 2 }),
    }),
    { maxLength: 3 },
  ),
})

const answer = fc.record({
  words,
  values: fc.dictionary(
    words.filter((key) => key !== '__proto__'),
    fc.oneof(words, fc.integer(), fc.boolean()),
    { maxKeys: 3, noNullPrototype: true },
  ),
  files: fc.array(fc.record({ name: words, webUrl: words, bytes: fc.nat() }), { maxLength: 2 }),
  nil: fc.boolean(),
  by: person,
  day,
  recorded: orNull(fc.record({ of: words, how: words })),
  like: orNull(words),
})

const response: fc.Arbitrary<ResponseContent> = fc
  .record({
    key: words,
    request: words,
    organisation: words,
    state: fc.constantFrom(...RESPONSE_STATES),
    passed: orNull(fc.record({ from: person, to: person })),
    disowned: orNull(fc.record({ by: person, day })),
    log: fc.array(
      fc.record({
        id: words,
        kind: fc.constantFrom(...RESPONSE_EVENTS),
        day,
        by: person,
        words,
        answer: orNull(answer),
        people: fc.array(person, { maxLength: 2 }),
      }),
      { maxLength: 4 },
    ),
  })
  // The answer that stands is the last that was given.
  .map((content) => ({ ...content, answer: content.log.findLast((entry) => entry.answer !== null)?.answer ?? null }))

/** What SharePoint gives back of a row, and what is wrong with it. */
function readBack<Content extends { readonly key: string }>(
  kind: Pick<CollectionKind<Content, never>, 'list' | 'make' | 'parse'>,
  content: Content,
) {
  const problems: RowProblem[] = []
  const fields = Object.fromEntries(
    Object.entries(kind.make(content.key, content)).filter(([, value]) => value !== null),
  )
  const row = {
    id: '7',
    version: '"5e3d,4"',
    createdBy: '',
    createdById: null,
    createdByApplication: null,
    createdAt: '',
    modifiedAt: '',
    fields,
  }
  const columns = new Set(['Title', ...kind.list.columns.map(({ name }) => name)])
  expect(Object.keys(fields).filter((column) => !columns.has(column))).toEqual([])
  return { content: kind.parse(readCells(row, kind.list, problems), content.key), problems }
}

describe('rows of requests and responses', () => {
  test('are read back as they were written', () => {
    fc.assert(
      fc.property(request, (content) => {
        expect(readBack(requestKind, content)).toEqual({ content, problems: [] })
      }),
    )
    fc.assert(
      fc.property(response, (content) => {
        expect(readBack(responseKind, content)).toEqual({ content, problems: [] })
      }),
    )
  })
})

describe('requests and responses in a group’s site', () => {
  let world: World
  const registers: WorkRegister[] = []
  beforeAll(async () => {
    world = await aWorld()
  })
  afterAll(() => world.close())

  /** Both collections in a person's hands. */
  async function open(key: string, as: 'member' | 'coordinator') {
    const register = world.register(key)
    registers.push(register)
    await until(register, 'fresh')
    const options = {
      client: world.client(key),
      siteId: world.siteId,
      person: world.person(key),
      clock: world.clock,
      snapshot: () => register.snapshot(),
      as: () => as,
      pollSeconds: 3600,
    }
    const requests = openCollection({ ...options, kind: requestKind })
    const responses = openCollection({ ...options, kind: responseKind })
    await expect.poll(() => [requests, responses].map((each) => each.freshness().state)).toEqual(['fresh', 'fresh'])
    return { requests, responses }
  }

  test('what a coordinator asks, each organisation sees, and what it answers the coordinator sees', async () => {
    const coordinator = await open('coordinator', 'coordinator')
    const id = anId()
    const organisations = ORGANISATIONS.map(({ key }) => key)
    const asked = await coordinator.requests.submit({
      kind: 'makeRequest',
      id,
      key: id,
      title: 'Flagging policy',
      words: 'Send your force’s policy.',
      action: null,
      organisations,
      opens: null,
      due: '2020-06-30',
      fields: [],
      signOff: false,
      marking: null,
      return: null,
      period: null,
    })
    expect(asked).toMatchObject({ state: 'saved', content: { organisations, status: 'open' } })
    const key = responseKey(id, 'north-mercia')
    if (asked.state !== 'saved') return
    const of = askedOf(asked.content)
    const given = { words: 'Attached.', values: {}, files: [], nil: false, like: null } as const
    // The post's copy in this world is held by somebody else.
    const stranger = await open('spoc-north', 'member')
    expect(
      await stranger.responses.submit({ kind: 'answer', id: anId(), key, of, ...given, recorded: null }),
    ).toMatchObject({ state: 'refused', refusal: { code: 'responseNotYours' } })
    const recorded = { of: 'Aisha Khan', how: 'by telephone' }
    expect(
      await coordinator.responses.submit({ kind: 'answer', id: anId(), key, of, ...given, recorded }),
    ).toMatchObject({
      state: 'saved',
      content: { state: 'responded', createdBy: world.person('coordinator').name },
    })
    const later = await open('chair', 'member')
    expect(later.requests.values()?.get(id)?.title).toBe('Flagging policy')
    expect(later.responses.values()?.get(key)?.answer).toMatchObject({ words: 'Attached.', recorded })
  })
})
