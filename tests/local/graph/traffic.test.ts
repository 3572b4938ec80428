import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { APPS } from '../../../src/laptop/demonstration/tenant.ts'
import type { Fault } from '../../../src/local/graph/faults.ts'
import { createThrottle } from '../../../src/local/graph/throttle.ts'
import { makeList, MANAGE, openGraph, type Ask, type GraphWorld } from './graphworld.ts'

const ORIGIN = 'http://localhost:5301'

let world: GraphWorld
let ask: Ask
let list: string

beforeAll(async () => {
  world = await openGraph({ throttle: { unitsPerMinute: 300 }, allowedOrigins: [ORIGIN] })
})
beforeEach(async () => {
  await world.graph.reset()
  ask = await world.as('coordinator', MANAGE)
  list = await makeList(world, ask)
})
afterAll(() => world.close())

const countItems = async (): Promise<number> => (await ask('GET', `${list}/items`)).body.value.length as number
const post = (): Promise<unknown> => ask('POST', `${list}/items`, { fields: { Title: 't' } })

describe('a fault', () => {
  it.each([
    [{ kind: 'status', status: 429, retryAfter: 7 }, 429, 'activityLimitReached', 0],
    [{ kind: 'status', status: 503, retryAfter: 1 }, 503, 'serviceNotAvailable', 0],
    [{ kind: 'timeoutAfterCommit' }, 504, 'GatewayTimeout', 1],
    [{ kind: 'claims', claims: '{"access_token":{}}' }, 401, 'InvalidAuthenticationToken', 0],
  ] as [Fault, number, string, number][])(
    '%j is answered %i %s and leaves %i items',
    async (fault, status, code, left) => {
      world.graph.faults.add({ match: { method: 'POST', path: /\/items$/ }, times: 1, fault })
      const reply = await ask('POST', `${list}/items`, { fields: { Title: 't' } })
      expect(reply.status).toBe(status)
      expect(reply.body.error.code).toBe(code)
      if (fault.kind === 'status') expect(reply.headers.get('Retry-After')).toBe(String(fault.retryAfter))
      if (fault.kind === 'claims') {
        const claims = /claims="([^"]+)"/.exec(reply.headers.get('WWW-Authenticate') ?? '')?.[1] ?? ''
        expect(Buffer.from(claims, 'base64').toString()).toBe(fault.claims)
      }
      expect(await countItems()).toBe(left)
    },
  )

  it.each([
    ['cutBefore', 0],
    ['cutAfter', 1],
  ] as const)('%s cuts the connection and leaves %i items', async (kind, left) => {
    world.graph.faults.add({ match: { method: 'POST' }, times: 1, fault: { kind } })
    await expect(post()).rejects.toThrow()
    expect(await countItems()).toBe(left)
    expect(world.graph.requests.map((one) => one.status)).toContain(0)
  })

  it('gone asks a delta to start again', async () => {
    const latest = await ask('GET', `${list}/items/delta?token=latest`)
    world.graph.faults.add({ match: { path: /delta/ }, times: 1, fault: { kind: 'gone' } })
    const gone = await ask('GET', latest.body['@odata.deltaLink'] as string)
    expect(gone.status).toBe(410)
    expect((await ask('GET', gone.headers.get('Location') ?? '')).body['@odata.deltaLink']).toBeDefined()
  })

  it('slow answers late, and rightly', async () => {
    world.graph.faults.add({ match: {}, times: 1, fault: { kind: 'slow', ms: 30 } })
    const before = performance.now()
    expect(await countItems()).toBe(0)
    expect(performance.now() - before).toBeGreaterThanOrEqual(29)
  })

  it('strikes only whom it names, as often as it says, after as many as it says, until it is removed', async () => {
    const chair = await world.as('chair', MANAGE)
    const fault: Fault = { kind: 'status', status: 500 }
    const remove = world.graph.faults.add({ match: { person: 'chair' }, after: 1, times: 2, fault })
    const statuses = async (who: Ask): Promise<number> => (await who('GET', '/sites/root')).status
    expect([await statuses(chair), await statuses(chair), await statuses(chair), await statuses(chair)]).toEqual([
      403, 500, 500, 403,
    ])
    expect(await countItems()).toBe(0)
    world.graph.faults.add({ match: { app: APPS.tab }, fault })
    expect(await countItems()).toBe(0)
    remove()
    const forEver = world.graph.faults.add({ match: { app: APPS.outside, method: 'get' }, fault })
    expect([await statuses(ask), await statuses(ask), await statuses(ask)]).toEqual([500, 500, 500])
    forEver()
    expect(await countItems()).toBe(0)
  })

  it('strikes one request within a batch, and answers it by itself', async () => {
    world.graph.faults.add({ match: { path: /items\/1$/ }, fault: { kind: 'status', status: 429, retryAfter: 3 } })
    const { body } = await ask('POST', '/$batch', {
      requests: [
        { id: '1', method: 'GET', url: `${list}/items/1` },
        { id: '2', method: 'GET', url: list },
      ],
    })
    const first = body.responses.find((one: { id: string }) => one.id === '1')
    expect(first).toMatchObject({ status: 429, headers: { 'Retry-After': '3' } })
    expect(body.responses).toContainEqual(expect.objectContaining({ id: '2', status: 200 }))
  })

  it('can be set and seen from another process', async () => {
    const local = `${world.graph.origin}/local`
    const headers = { 'Content-Type': 'application/json' }
    const body = JSON.stringify({
      match: { method: 'GET', path: 'items$' },
      times: 1,
      fault: { kind: 'status', status: 503 },
    })
    expect((await fetch(`${local}/faults`, { method: 'POST', headers, body })).status).toBe(204)
    expect((await ask('GET', `${list}/items`)).status).toBe(503)
    expect(await countItems()).toBe(0)
    await fetch(`${local}/faults`, { method: 'POST', headers, body })
    await fetch(`${local}/faults`, { method: 'DELETE' })
    expect(await countItems()).toBe(0)
    const { value } = (await (await fetch(`${local}/requests`)).json()) as { value: { status: number; path: string }[] }
    expect(value).toContainEqual(expect.objectContaining({ status: 503, path: `${list}/items`, person: 'coordinator' }))
  })
})

describe('resource units', () => {
  it.each([
    ['GET', '', 1],
    ['GET', '/items', 2],
    ['GET', '/items/delta', 2],
    ['GET', '/items/delta?token=latest', 1],
    ['GET', "/items/delta(token='latest')", 1],
    ['POST', '/items', 2],
    ['GET', '/items/1', 1],
    ['PATCH', '/items/1/fields', 2],
    ['DELETE', '/items/1', 2],
  ])('%s list%s costs %i', async (method, path, units) => {
    await post()
    await ask(method, `${list}${path}`, method === 'GET' || method === 'DELETE' ? undefined : { fields: {} })
    expect(world.graph.requests.at(-1)?.units).toBe(units)
  })

  it('five are asked for permissions', async () => {
    await ask('GET', `${list.replace(/\/lists.*/, '')}/permissions`)
    expect(world.graph.requests.at(-1)?.units).toBe(5)
  })

  it('are counted for each application, told from four fifths on, and refused over the limit', async () => {
    const spent = (): number => world.graph.requests.reduce((sum, one) => sum + one.units, 0)
    while (spent() < 238) {
      const { headers } = await ask('GET', `${list}/items`)
      expect(headers.get('RateLimit-Limit')).toBeNull()
    }
    const near = await ask('GET', `${list}/items`)
    expect(near.headers.get('RateLimit-Limit')).toBe('300')
    expect(near.headers.get('RateLimit-Remaining')).toBe(String(300 - spent()))
    const full = await ask('POST', '/$batch', {
      requests: Array.from({ length: 20 }, (_, index) => ({ id: String(index), method: 'GET', url: `${list}/items` })),
    })
    expect(full.body.responses.every((one: { status: number }) => one.status === 200)).toBe(true)
    const over = await ask('POST', '/$batch', {
      requests: Array.from({ length: 20 }, (_, index) => ({ id: String(index), method: 'GET', url: `${list}/items` })),
    })
    const refused = over.body.responses.filter((one: { status: number }) => one.status === 429)
    expect(refused).toHaveLength(10)
    expect(Number(refused[0].headers['Retry-After'])).toBeGreaterThan(0)
    expect((await ask('GET', list)).body.error.code).toBe('activityLimitReached')
    const tab = await world.as('coordinator', MANAGE, APPS.tab)
    expect((await tab('GET', list)).status).toBe(200)
  })

  it('come back within the minute, and refused requests cost theirs all the same', () => {
    let now = 0
    const throttle = createThrottle(10, () => now)
    throttle.spend('app', 10)
    now = 30_000
    expect(() => throttle.spend('app', 2)).toThrow(expect.objectContaining({ headers: { 'Retry-After': '30' } }))
    now = 60_000
    expect(throttle.spend('app', 8)).toMatchObject({ 'RateLimit-Remaining': '0' })
    expect(() => throttle.spend('app', 1)).toThrow()
    expect(createThrottle('off').spend('app', 1e9)).toEqual({})
  })

  it('are counted, and no longer counted, when somebody on this machine asks for it', async () => {
    const own = await openGraph()
    const asked = await own.as('coordinator', MANAGE)
    const items = `${await makeList(own, asked)}/items`
    const limit = async (unitsPerMinute: unknown): Promise<number> => {
      const headers = { 'Content-Type': 'application/json' }
      const body = JSON.stringify({ unitsPerMinute })
      return (await fetch(`${own.graph.origin}/local/throttle`, { method: 'POST', headers, body })).status
    }
    expect(await limit(3)).toBe(204)
    expect([(await asked('GET', items)).status, (await asked('GET', items)).status]).toEqual([200, 429])
    for (const wrong of [0, '1250', null]) expect(await limit(wrong)).toBe(400)
    expect(await limit('off')).toBe(204)
    expect((await asked('GET', items)).status).toBe(200)
    await own.close()
  })
})

describe('who may connect', () => {
  it('is a page of a known origin, with the headers that it needs to read', async () => {
    const preflight = await fetch(`${world.graph.url}/me`, {
      method: 'OPTIONS',
      headers: { Origin: ORIGIN, 'Access-Control-Request-Method': 'PATCH', 'Access-Control-Request-Headers': 'prefer' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN)
    expect(preflight.headers.get('Access-Control-Allow-Methods')).toContain('PATCH')
    expect(preflight.headers.get('Access-Control-Allow-Headers')).toBe('prefer')
    const { headers } = await ask('GET', list, undefined, { Origin: ORIGIN })
    expect(headers.get('Access-Control-Allow-Origin')).toBe(ORIGIN)
    expect(headers.get('Access-Control-Expose-Headers')).toMatch(/WWW-Authenticate.*Retry-After.*ETag.*RateLimit/)
  })

  it.each(['http://evil.example', 'http://localhost:9', 'null'])('is no page of %s', async (origin) => {
    for (const method of ['GET', 'OPTIONS']) {
      const response = await fetch(`${world.graph.url}/me`, { method, headers: { Origin: origin } })
      expect(response.status).toBe(403)
      expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
    }
  })

  it('is nobody who calls this computer by another name', async () => {
    const { port } = new URL(world.graph.origin)
    const socket: Socket = connect(Number(port), '127.0.0.1')
    socket.end('GET /v1.0/me HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')
    let answer = ''
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()))
    await once(socket, 'close')
    expect(answer).toMatch(/^HTTP\/1.1 403/)
  })

  it('is this computer, by both of its names', async () => {
    const { port } = new URL(world.graph.origin)
    for (const host of ['localhost', '127.0.0.1']) {
      expect((await fetch(`http://${host}:${port}/v1.0/me`)).status).toBe(401)
    }
    expect((await post()) as { status: number }).toMatchObject({ status: 201 })
  })

  it('gets tokens only from a server that was started to hand them out', async () => {
    const closed = await openGraph({ tokenRoute: false })
    const body = JSON.stringify({ person: 'coordinator', audience: 'graph', scope: MANAGE })
    const request = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }
    expect((await fetch(`${closed.graph.origin}/local/token`, request)).status).toBe(404)
    await closed.close()
    const open = await fetch(`${world.graph.origin}/local/token`, request)
    const { access_token: token } = (await open.json()) as { access_token: string }
    const me = await fetch(`${world.graph.url}${list}`, { headers: { Authorization: `Bearer ${token}` } })
    expect(me.status).toBe(200)
    for (const path of ['/local/token', '/local/faults', '/local/throttle']) {
      for (const body of ['no JSON', 'null', '{"match":{"path":"("},"fault":{"kind":"gone"},"person":"nobody"}']) {
        expect((await fetch(`${world.graph.origin}${path}`, { ...request, body })).status).toBe(400)
      }
    }
    const nobody = { ...request, body: JSON.stringify({ person: 'nobody', audience: 'graph' }) }
    expect((await fetch(`${world.graph.origin}/local/token`, nobody)).status).toBe(400)
  })
})
