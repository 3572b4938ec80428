import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeList, MANAGE, openGraph, type Ask, type GraphWorld, type Reply } from './graphworld.ts'

const PREFER = { Prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' }

let world: GraphWorld
let ask: Ask
let list: string

beforeAll(async () => {
  world = await openGraph()
  ask = await world.as('coordinator', MANAGE)
  list = await makeList(world, ask)
  const rows: [string, string | undefined, number, boolean][] = [
    ["O'Neill", '2020-01-10', 3, true],
    ['b-2', undefined, 1, false],
    ['b-1', '2020-03-05', 2, true],
    ['C', '2019-12-01', 10, false],
  ]
  for (const [key, due, count, open] of rows) {
    const fields = {
      Key: key,
      Count: count,
      Open: open,
      When: `20${10 + count}-01-01T00:00:00Z`,
      ...(due ? { Due: due } : {}),
    }
    await ask('POST', `${list}/items`, { fields })
  }
})
afterAll(() => world.close())

const keys = ({ body }: Reply): string[] =>
  body.value.map((item: { fields: { Key: string } }) => item.fields.Key) as string[]
const find = (options: string, headers = {}): Promise<Reply> =>
  ask('GET', `${list}/items?$expand=fields($select=Key)&${options}`, undefined, headers)

describe('a filter on an indexed column', () => {
  it.each([
    ["fields/Key eq 'B-1'", ['b-1']],
    ["fields/Key eq 'O''Neill'", ["O'Neill"]],
    ["fields/Key ne 'C'", ["O'Neill", 'b-2', 'b-1']],
    ["startswith(fields/Key,'b-')", ['b-2', 'b-1']],
    ['fields/Count gt 2', ["O'Neill", 'C']],
    ['fields/Count ge 3 and fields/Count lt 10', ["O'Neill"]],
    ['fields/Count le 1 or fields/Count eq 10', ['b-2', 'C']],
    ['fields/Open eq true', ["O'Neill", 'b-1']],
    ["fields/When lt '2012-06-01T00:00:00Z'", ['b-2', 'b-1']],
    ['fields/When lt 2012-06-01T00:00:00Z', ['b-2', 'b-1']],
    ["fields/Due lt '2020-02-01'", ["O'Neill", 'C']],
    ['fields/Due eq null', ['b-2']],
    ['(fields/Count eq 1 or fields/Count eq 2) and fields/Count ne 2', ['b-2']],
  ])('%s finds %j', async (filter, found) => {
    expect(keys(await find(`$filter=${encodeURIComponent(filter)}`))).toEqual(found)
  })

  it('reads a plus as a space and takes options without their dollar', async () => {
    const reply = await ask('GET', `${list}/items?expand=fields(select=Key)&filter=fields/Key+eq+'C'`)
    expect(keys(reply)).toEqual(['C'])
  })
})

describe('an order', () => {
  it('goes up and down, with what is empty first and last', async () => {
    expect(keys(await find('$orderby=fields/Due'))).toEqual(['b-2', 'C', "O'Neill", 'b-1'])
    expect(keys(await find('$orderby=fields/Due desc'))).toEqual(['b-1', "O'Neill", 'C', 'b-2'])
    expect(keys(await find('$orderby=fields/ID desc'))).toEqual(['C', 'b-1', 'b-2', "O'Neill"])
  })

  it.each(['$orderby=fields/Due', '$orderby=fields/Due desc', '$orderby=fields/Key', '$orderby=fields/Open desc', ''])(
    'is the same in pages of one: %s',
    async (order) => {
      const whole = keys(await find(order))
      const paged: string[] = []
      let next = `${list}/items?$expand=fields($select=Key)&$top=1&${order}`
      while (next) {
        const reply = await ask('GET', next)
        paged.push(...keys(reply))
        next = (reply.body['@odata.nextLink'] as string | undefined) ?? ''
      }
      expect(paged).toEqual(whole)
    },
  )
})

describe('a column without an index', () => {
  it.each(["$filter=fields/Plain eq 'x'", '$orderby=fields/Plain', "$filter=fields/Count eq 1 and fields/Key eq 'x'"])(
    'is refused by name unless the client takes the risk: %s',
    async (options) => {
      const refused = await find(options)
      expect(refused.status).toBe(400)
      expect(refused.body.error).toMatchObject({
        code: 'invalidRequest',
        message: expect.stringMatching(/'(Plain|Key)' cannot.*HonorNonIndexedQueriesWarningMayFailRandomly/) as string,
      })
      expect((await find(options, PREFER)).status).toBe(200)
    },
  )

  it('becomes fit for a filter by being indexed', async () => {
    const other = await makeList(world, ask)
    expect((await ask('GET', `${other}/items?$filter=fields/Plain eq 'x'`)).status).toBe(400)
    expect((await ask('PATCH', `${other}/columns/Plain`, { indexed: true })).body.indexed).toBe(true)
    expect((await ask('GET', `${other}/items?$filter=fields/Plain eq 'x'`)).status).toBe(200)
  })
})

describe('a page', () => {
  it('shows the list as its first page saw it, whatever is written meanwhile', async () => {
    const other = await makeList(world, ask)
    for (const key of ['a', 'b', 'c', 'd']) await ask('POST', `${other}/items`, { fields: { Key: key } })
    const first = await ask('GET', `${other}/items?$expand=fields($select=Key)&$orderby=fields/Key&$top=2`)
    await ask('POST', `${other}/items`, { fields: { Key: 'bb' } })
    await ask('PATCH', `${other}/items/1/fields`, { Key: 'z' })
    await ask('PATCH', `${other}/items/4/fields`, { Key: '0' })
    await ask('DELETE', `${other}/items/3`)
    const second = await ask('GET', first.body['@odata.nextLink'] as string)
    expect([...keys(first), ...keys(second)]).toEqual(['a', 'b', 'c', 'd'])
    expect(second.body).not.toHaveProperty('@odata.nextLink')
    const fresh = await ask('GET', `${other}/items?$expand=fields($select=Key)&$orderby=fields/Key`)
    expect(keys(fresh)).toEqual(['0', 'b', 'bb', 'z'])
  })

  it('begins nowhere else with the token of another list or with none', async () => {
    const other = await makeList(world, ask)
    const { body } = await ask('GET', `${list}/items?$top=1`)
    const token = new URL(body['@odata.nextLink'] as string).searchParams.get('$skiptoken') ?? ''
    expect((await ask('GET', `${other}/items?$skiptoken=${token}`)).status).toBe(400)
    expect((await ask('GET', `${list}/items?$skiptoken=none`)).status).toBe(400)
  })

  it('shows only what is selected, in any case', async () => {
    const { body } = await ask('GET', `${list}/items?$select=Id,etag&$top=1`)
    expect(Object.keys(body.value[0] as object).toSorted()).toEqual(['@odata.etag', 'eTag', 'id'])
  })
})

it.each([
  ['$skip=1', /\$skip is not supported/],
  ['$top=0', /\$top/],
  ['$top=many', /\$top/],
  ['$nonsense=1', /\$nonsense/],
  ["$filter=contains(fields/Key,'b')", /not supported/],
  ["$filter=displayName eq 'b'", /not supported/],
  ["$filter=fields/Nowhere eq 'b'", /'Nowhere' is not recognized/],
  ['$filter=fields/Key', /Invalid filter clause/],
  ["$filter=fields/Key eq 'open", /Invalid filter clause/],
  ['$orderby=fields/Key,fields/Due', /orderby/],
  ['$expand=fields($select', /not valid/],
])('%s is refused with a reason', async (options, message) => {
  const { status, body } = await ask('GET', `${list}/items?${options}`)
  expect(status).toBe(400)
  expect(body.error.message).toMatch(message)
})

it('a query returns at most twelve people or lookups', async () => {
  const people = Array.from({ length: 13 }, (_, index) => ({ name: `P${index}`, personOrGroup: {} }))
  const wide = await makeList(world, ask, { columns: people })
  const select = people.map(({ name }) => `${name}LookupId`)
  expect((await ask('GET', `${wide}/items?$expand=fields($select=${select.slice(0, 12).join(',')})`)).status).toBe(200)
  await ask('POST', `${wide}/items`, { fields: {} })
  const refused = await ask('GET', `${wide}/items?$expand=fields($select=${select.join(',')})`)
  expect(refused.body.error.message).toMatch(/lookup column threshold/)
})
