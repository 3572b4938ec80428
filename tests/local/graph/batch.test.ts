import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeList, MANAGE, openGraph, type Ask, type GraphWorld } from './graphworld.ts'

let world: GraphWorld
let ask: Ask
let list: string

beforeAll(async () => {
  world = await openGraph()
  ask = await world.as('coordinator', MANAGE)
})
beforeAll(async () => {
  list = await makeList(world, ask)
})
afterAll(() => world.close())

const JSON_HEADERS = { 'Content-Type': 'application/json' }
const create = (id: string, key: string, dependsOn?: string[]): object => ({
  id,
  method: 'POST',
  url: `${list}/items`,
  headers: JSON_HEADERS,
  body: { fields: { Key: key } },
  ...(dependsOn ? { dependsOn } : {}),
})

interface Entry {
  id: string
  status: number
  headers: Record<string, string>
  body: any
}

async function batch(requests: object[]): Promise<Record<string, Entry>> {
  const { status, body } = await ask('POST', '/$batch', { requests })
  expect(status).toBe(200)
  return Object.fromEntries((body.responses as Entry[]).map((one) => [one.id, one]))
}

describe('a batch', () => {
  it('answers each request by itself, in any order', async () => {
    const answers = await batch([
      create('1', 'one'),
      { id: '2', method: 'GET', url: `${list.slice(1)}/items/999` },
      { id: '3', method: 'GET', url: `${list}/items?$top=1` },
    ])
    expect(answers['1']).toMatchObject({ status: 201, headers: { ETag: expect.any(String) as string } })
    expect(answers['2']).toMatchObject({ status: 404, body: { error: { code: 'itemNotFound' } } })
    expect(answers['3']?.status).toBe(200)
  })

  it('keeps If-Match and Prefer of each request', async () => {
    const made = await batch([create('1', 'guarded')])
    const { id, eTag } = made['1']!.body as { id: string; eTag: string }
    const change = (name: string, tag: string): object => ({
      id: name,
      method: 'PATCH',
      url: `${list}/items/${id}/fields`,
      headers: { ...JSON_HEADERS, 'If-Match': tag },
      body: { Plain: name },
    })
    const answers = await batch([change('right', eTag), { ...change('wrong', eTag), dependsOn: ['right'] }])
    expect(answers['right']?.status).toBe(200)
    expect(answers['wrong']?.status).toBe(412)
  })

  it('does not do what depends on a failure, nor what depends on that', async () => {
    await batch([create('1', 'taken')])
    const answers = await batch([
      create('1', 'taken'),
      create('2', 'x2', ['1']),
      create('3', 'x3', ['2']),
      create('4', 'x4'),
    ])
    expect([answers['1'], answers['2'], answers['3'], answers['4']].map((one) => one?.status)).toEqual([
      400, 424, 424, 201,
    ])
    const { body } = await ask('GET', `${list}/items?$filter=startswith(fields/Key,'x')`)
    expect(body.value).toHaveLength(1)
  })

  it('refuses an address with the version in it, by itself', async () => {
    const answers = await batch([
      { id: 'a', method: 'GET', url: `/v1.0${list}` },
      { id: 'b', method: 'GET', url: list },
    ])
    expect([answers['a']?.status, answers['b']?.status]).toEqual([400, 200])
  })

  it.each([
    [
      'more than twenty',
      () => Array.from({ length: 21 }, (_, index) => ({ id: `${index}`, method: 'GET', url: list })),
    ],
    ['none', () => []],
    [
      'two of one id but for its case',
      () => [
        { id: 'a', method: 'GET', url: list },
        { id: 'A', method: 'GET', url: list },
      ],
    ],
    ['one that depends on nobody', () => [{ id: 'a', method: 'GET', url: list, dependsOn: ['b'] }]],
    ['a body without its type', () => [{ id: 'a', method: 'POST', url: `${list}/items`, body: { fields: {} } }]],
    ['an address of another server', () => [{ id: 'a', method: 'GET', url: 'https://elsewhere.example/' }]],
    ['no id', () => [{ method: 'GET', url: list }]],
  ])('is refused as a whole with %s', async (_, requests) => {
    const { status, body } = await ask('POST', '/$batch', { requests: requests() })
    expect(status).toBe(400)
    expect(body.error.code).toBe('BadRequest')
  })

  it('without a token is answered 401, request by request', async () => {
    const response = await fetch(`${world.graph.url}/$batch`, {
      method: 'POST',
      headers: JSON_HEADERS,
      body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url: list }] }),
    })
    expect(await response.json()).toMatchObject({ responses: [{ id: '1', status: 401 }] })
  })
})
