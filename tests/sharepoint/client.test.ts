import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createGraphClient, faultOf } from '../../src/sharepoint/client.ts'
import { GraphFault, stateOf } from '../../src/sharepoint/fault.ts'
import { ORGANISATIONS as ORGANISATIONS_LIST } from '../../src/sharepoint/lists.ts'
import { path, query } from '../../src/sharepoint/odata.ts'
import { findLists } from '../../src/sharepoint/table.ts'
import { addressOf, aWorld, type World } from './world.ts'

describe('the client of Graph', () => {
  let world: World
  let items: string
  beforeAll(async () => {
    world = await aWorld()
    const ids = await findLists(world.client('coordinator'), world.siteId, [ORGANISATIONS_LIST])
    items = path('sites', world.siteId, 'lists', ids.get(ORGANISATIONS_LIST) ?? '', 'items')
  })
  afterEach(() => world.graph.faults.clear())
  afterAll(() => world.close())

  function faultFrom(sending: Promise<unknown>): Promise<GraphFault> {
    return sending.then(
      () => {
        throw new Error('it went well')
      },
      (fault: unknown) => {
        if (fault instanceof GraphFault) return fault
        throw fault
      },
    )
  }

  /** By how they ended: what was cut off in another test may be noted only now. */
  function requestsEnded(status: number, from: number): number {
    return world.graph.requests.slice(from).filter((request) => request.status === status).length
  }

  test('waits as long as the store asks, then goes on', async () => {
    const slept: number[] = []
    const told: number[] = []
    const client = world.client('coordinator', {
      sleep: async (milliseconds) => {
        slept.push(milliseconds)
      },
      onThrottle: (seconds) => told.push(seconds),
      random: () => 0,
    })
    world.graph.faults.add({
      match: { path: /items/ },
      times: 1,
      fault: { kind: 'status', status: 429, retryAfter: 7 },
    })
    await client.send({ method: 'GET', path: items })
    expect(told).toEqual([7])
    expect(slept.length).toBe(1)
    expect(slept[0]).toBeGreaterThan(6_000)
    expect(slept[0]).toBeLessThanOrEqual(7_000)
  })

  test('a request made meanwhile waits too, since throttled requests count', async () => {
    const slept: number[] = []
    let now = 1_000_000
    const client = world.client('coordinator', {
      now: () => now,
      random: () => 0,
      sleep: async (milliseconds) => {
        slept.push(milliseconds)
        now += milliseconds
      },
    })
    world.graph.faults.add({
      match: { path: /items/ },
      times: 1,
      fault: { kind: 'status', status: 429, retryAfter: 9 },
    })
    await faultFrom(client.send({ method: 'GET', path: items, patience: 0 }))
    const before = world.graph.requests.length
    const impatient = await faultFrom(client.send({ method: 'GET', path: items, patience: 5 }))
    expect(impatient).toMatchObject({ status: 429, retryAfter: 9 })
    expect(world.graph.requests.length).toBe(before)
    await client.send({ method: 'GET', path: items })
    expect(slept).toEqual([9_000])
  })

  test('who has no patience is told at once how long to wait', async () => {
    world.graph.faults.add({
      match: { path: /items/ },
      times: 1,
      fault: { kind: 'status', status: 503, retryAfter: 90 },
    })
    const fault = await faultFrom(world.client('coordinator').send({ method: 'GET', path: items }))
    expect(fault).toMatchObject({ status: 503, retryAfter: 90 })
    expect(fault.requestId).toMatch(/[\da-f-]{36}/)
    expect(stateOf(fault)).toBe('throttled')
  })

  test.each([500, 502, 503, 504] as const)('a POST that ended in %i is not sent again', async (status) => {
    const before = world.graph.requests.length
    world.graph.faults.add({ match: { method: 'POST', path: /items/ }, fault: { kind: 'status', status } })
    const body = { fields: { Title: 'x', Key: `post-${status}` } }
    const fault = await faultFrom(world.client('coordinator').send({ method: 'POST', path: items, body }))
    expect(fault).toMatchObject({ status, unclear: true })
    expect(requestsEnded(status, before)).toBe(1)
  })

  test('a POST whose connection was cut is not sent again', async () => {
    world.graph.faults.add({ match: { method: 'POST', path: /items/ }, fault: { kind: 'cutAfter' } })
    const body = { fields: { Title: 'x', Key: 'cut' } }
    const fault = await faultFrom(world.client('coordinator').send({ method: 'POST', path: items, body }))
    expect(fault).toMatchObject({ status: 0, code: 'unreachable', unclear: true })
    world.graph.faults.clear()
    const rows = await world
      .client('coordinator')
      .send<{ value: unknown[] }>({ method: 'GET', path: `${items}?$expand=fields&$filter=fields/Key eq 'cut'` })
    expect(rows.value.length).toBe(1)
  })

  test('a GET is sent again after a cut connection and a gateway that gave up', async () => {
    world.graph.faults.add({ match: { path: /items/ }, times: 1, fault: { kind: 'cutBefore' } })
    world.graph.faults.add({ match: { path: /items/ }, times: 1, fault: { kind: 'status', status: 504 } })
    await expect(world.client('coordinator').send({ method: 'GET', path: items })).resolves.toBeDefined()
  })

  test('a challenge for claims asks for a token that has them, once', async () => {
    const asked: (string | undefined)[] = []
    const claims = { access_token: { nbf: { essential: true, value: '1604106651' } } }
    world.graph.faults.add({
      match: { path: /items/ },
      times: 1,
      fault: { kind: 'claims', claims: JSON.stringify(claims) },
    })
    const client = createGraphClient({
      base: world.graph.url,
      token: async (options) => {
        asked.push(options?.claims)
        return world.token('coordinator')
      },
    })
    await client.send({ method: 'GET', path: items })
    expect(asked.length).toBe(2)
    expect(asked[0]).toBeUndefined()
    expect(JSON.parse(asked[1] ?? '')).toEqual(claims)
  })

  test('a token that is refused again means signing in', async () => {
    const client = world.client('coordinator', { token: async () => 'not.a.token' })
    const fault = await faultFrom(client.send({ method: 'GET', path: items }))
    expect(fault.status).toBe(401)
    expect(stateOf(fault)).toBe('signIn')
  })

  test('no token means signing in, and nothing is sent', async () => {
    const before = world.graph.requests.length
    const cause = new Error('interaction_required')
    const client = world.client('coordinator', { token: () => Promise.reject(cause) })
    const fault = await faultFrom(client.send({ method: 'GET', path: items }))
    expect(fault).toMatchObject({ status: 401, code: 'tokenUnavailable', cause })
    expect(world.graph.requests.length).toBe(before)
  })

  test('a server that is not there is offline', async () => {
    const nowhere = createGraphClient({
      base: 'http://127.0.0.1:9/v1.0',
      token: async () => 't',
      sleep: async () => {},
    })
    const fault = await faultFrom(nowhere.send({ method: 'GET', path: '/me' }))
    expect(stateOf(fault)).toBe('offline')
  })

  test('a link that leads elsewhere is refused: the token goes nowhere else', async () => {
    const asked: string[] = []
    const client = createGraphClient({
      base: world.graph.url,
      token: () => world.token('coordinator'),
      fetch: async (input, init) => {
        asked.push(addressOf(input))
        return fetch(input, init)
      },
    })
    for (const link of ['https://elsewhere.example/v1.0/me', 'http://localhost:1/v1.0/me', `${world.graph.url}x/me`]) {
      expect(await faultFrom(client.send({ method: 'GET', path: link }))).toMatchObject({ code: 'linkForeign' })
    }
    expect(asked).toEqual([])
  })

  test('links of pages are followed over http as they are', async () => {
    const client = world.client('coordinator')
    const first = await client.send<{ value: unknown[]; '@odata.nextLink'?: string }>({
      method: 'GET',
      path: items + query({ top: 1 }),
    })
    expect(first['@odata.nextLink']).toMatch(/^http:/)
    const second = await client.send<{ value: { id: string }[] }>({
      method: 'GET',
      path: first['@odata.nextLink'] ?? '',
    })
    expect(second.value.length).toBe(1)
    expect(second.value).not.toEqual(first.value)
  })

  test('a batch of any length is answered in order, each with its own status', async () => {
    const client = world.client('coordinator')
    const requests = Array.from({ length: 45 }, (_, index) => ({
      method: 'POST' as const,
      path: items,
      body: { fields: { Title: `organisation ${index}`, Key: `batch-${index % 40}` } },
    }))
    const answers = await client.batch(requests)
    expect(answers.length).toBe(45)
    expect(answers.slice(0, 40).map((answer) => answer.status)).toEqual(Array.from({ length: 40 }, () => 201))
    for (const answer of answers.slice(40)) expect([400, 409]).toContain(answer.status)
    const [last] = answers.slice(39)
    expect(last?.body).toMatchObject({ fields: { Key: 'batch-39' } })
  })

  test('a batch that only reads is tried again when its connection is cut; one that writes is left in doubt', async () => {
    const client = world.client('coordinator')
    const reading = { method: 'GET' as const, path: items }
    world.graph.faults.add({ match: { path: /items/ }, times: 1, fault: { kind: 'cutAfter' } })
    expect(await client.batch([reading])).toMatchObject([{ status: 200 }])
    world.graph.faults.clear()
    world.graph.faults.add({ match: { path: /items/ }, fault: { kind: 'cutAfter' } })
    await expect(client.batch([reading])).rejects.toMatchObject({ code: 'unreachable' })
    const write = { method: 'POST' as const, path: items, body: { fields: { Title: 'cut', Key: 'cut-in-a-batch' } } }
    expect(await client.batch([reading, write])).toMatchObject([{ status: 0 }, { status: 0 }])
  })

  test('a request of a batch that comes after one that failed is not carried out', async () => {
    const client = world.client('coordinator')
    const first = { method: 'GET' as const, path: path('sites', world.siteId, 'lists', 'no such list', 'items') }
    const then = { method: 'GET' as const, path: items, after: first }
    expect(await client.batch([first, then])).toMatchObject([{ status: 404 }, { status: 424 }])
  })

  test('a batch whose answer never came is not known to have been carried out', async () => {
    const request = { method: 'POST', path: items, body: { fields: { Title: 'x', Key: 'in-doubt' } } } as const
    const client = world.client('coordinator', {
      fetch: async (input, init) => {
        await fetch(input, init)
        throw new TypeError('terminated')
      },
    })
    const [answer] = await client.batch([request])
    expect(answer?.status).toBe(0)
    expect(answer && faultOf(request, answer)).toMatchObject({ unclear: true, status: 0 })
  })
})
