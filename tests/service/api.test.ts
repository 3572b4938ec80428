import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { TEAMS } from '../../src/laptop/demonstration/tenant.ts'
import { aGroup, aServiceWorld, endpoints, MISSING, personOf, TAB_ORIGIN, type ServiceWorld } from './serviceworld.ts'

let world: ServiceWorld

beforeAll(async () => {
  world = await aServiceWorld()
  await world.ask('coordinator', endpoints.makeGroup, {}, aGroup())
})
afterAll(() => world.close())

describe('me', () => {
  it('has the groups whose team I am in, and no others', async () => {
    for (const [person, groups] of [
      ['coordinator', ['missing-children']],
      ['spoc-welsh', ['missing-children']],
      ['iao', []],
      ['outsider', []],
      ['administrator', []],
    ] as const) {
      const me = await world.ask(person, endpoints.me, {})
      expect(
        me.answer?.groups.map(({ key }) => key),
        person,
      ).toEqual(groups)
      expect(me.answer?.person).toEqual(personOf(person))
    }
  })

  it('has the roles in force today, mine and those I am deputy in', async () => {
    const control = await world.control()
    const post = { group: 'missing-children', organisation: 'north-mercia', deputy: null, from: null, to: null }
    const aisha = personOf('spoc-north')
    await control.appoint({ ...post, key: 'a', post: 'spoc', role: 'spoc', holder: aisha })
    await control.appoint({ ...post, key: 'b', post: 'chair', role: 'chair', holder: null, deputy: aisha })
    await control.appoint({ ...post, key: 'c', post: 'analyst', role: 'analyst', holder: aisha, to: '2026-11-23' })
    await control.appoint({ ...post, key: 'd', post: 'auditor', role: 'auditor', holder: aisha, from: '2026-11-25' })
    await control.appoint({ ...post, key: 'e', group: 'other', post: 'p', role: 'approver', holder: aisha })
    const me = await world.ask('spoc-north', endpoints.me, {})
    expect(me.answer?.roles).toEqual({ 'missing-children': ['spoc', 'chair'] })
  })
})

describe('a channel', () => {
  it('that is a group says which', async () => {
    const asked = await world.ask('chair', endpoints.channel, MISSING)
    expect(asked.answer).toMatchObject({ group: { key: 'missing-children' }, mayConfigure: false, siteGranted: true })
  })

  it('that could be one says what it might be called, with a key that is free', async () => {
    const csae = { teamId: TEAMS.csae.id, channelId: TEAMS.csae.channels[1]?.id ?? '' }
    const asked = await world.ask('coordinator', endpoints.channel, csae)
    expect(asked.answer).toEqual({
      group: null,
      mayConfigure: true,
      siteId: world.siteId('csae'),
      siteGranted: true,
      suggestion: { key: 'csae-sgg', name: 'CSAE SGG' },
    })
  })

  it('is told to nobody outside it', async () => {
    const asked = await world.ask('outsider', endpoints.channel, MISSING)
    expect([asked.status, asked.refusal?.code]).toEqual([403, 'notMember'])
  })
})

describe('over HTTP', () => {
  const api = (path: string, init: RequestInit = {}): Promise<Response> => fetch(world.service.url + path, init)

  it("only the tab's origin may call from a browser", async () => {
    const preflight = (origin: string): Promise<Response> =>
      api('/api/me', { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'GET' } })
    expect((await preflight(TAB_ORIGIN)).headers.get('access-control-allow-origin')).toBe(TAB_ORIGIN)
    for (const origin of ['http://localhost:5302', 'https://evil.example', `${TAB_ORIGIN}.evil.example`, 'null']) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin'), origin).not.toBe(origin)
      expect((await preflight(origin)).headers.get('access-control-allow-origin'), origin).not.toBe('*')
    }
  })

  it('a request addressed to another host is not answered, so that no web page can aim a name of its own at it', async () => {
    const { port } = new URL(world.service.url)
    const status = await new Promise((resolve) => {
      httpRequest(
        { host: '127.0.0.1', port, path: '/healthz', headers: { host: `evil.example:${port}` } },
        (response) => {
          response.resume()
          resolve(response.statusCode)
        },
      ).end()
    })
    expect(status).toBe(404)
  })

  it('every answer keeps itself out of caches, frames and guesses', async () => {
    const { headers } = await world.ask('coordinator', endpoints.me, {})
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'request-id': expect.stringMatching(/^[\w-]{36}$/),
    })
  })

  it('an input that is wrong is named, and not said back', async () => {
    const asked = await world.ask('coordinator', endpoints.makeGroup, {}, aGroup({ name: '<script>'.repeat(50) }))
    expect(asked).toMatchObject({ status: 400, refusal: { code: 'requestInvalid', field: 'name' } })
    expect(JSON.stringify(asked.refusal)).not.toContain('script')
  })

  it('what is no JSON is refused', async () => {
    const headers = { authorization: `Bearer ${await world.token('coordinator')}` }
    const response = await api('/api/groups', { method: 'POST', headers, body: '{"key":' })
    expect([response.status, await response.json()]).toEqual([400, { refusal: { code: 'requestInvalid' } }])
  })

  it('a body that is too large is refused before it is read', async () => {
    const headers = { authorization: `Bearer ${await world.token('coordinator')}` }
    const response = await api('/api/groups', { method: 'POST', headers, body: 'x'.repeat(600_000) })
    expect([response.status, await response.json()]).toEqual([413, { refusal: { code: 'requestTooLarge' } }])
  })

  it('an address that is none is a refusal like any other', async () => {
    for (const path of ['/', '/api', '/api/nothing', '/api/groups/x', '/api/../healthz/x']) {
      const response = await api(path)
      expect([response.status, await response.json()], path).toEqual([404, { refusal: { code: 'addressUnknown' } }])
    }
  })

  it('healthy says that the process answers, ready that it can do its work', async () => {
    expect(await (await api('/healthz')).json()).toEqual({ healthy: true })
    expect(await (await api('/readyz')).json()).toEqual({ ready: true, waitsFor: [] })
  })
})

describe('when Microsoft 365', () => {
  it('is busy, the answer says so and for how long', async () => {
    const fresh = await aServiceWorld()
    try {
      fresh.graph.faults.add({ match: { path: /\/teams\// }, fault: { kind: 'status', status: 429, retryAfter: 90 } })
      const asked = await fresh.ask('coordinator', endpoints.channel, MISSING)
      expect(asked).toMatchObject({ status: 503, refusal: { code: 'serviceBusy', values: { seconds: 90 } } })
      expect(asked.headers.get('retry-after')).toBe('90')
    } finally {
      await fresh.close()
    }
  })

  it('fails when asked for members, nothing is remembered of it: the next question is asked anew', async () => {
    const fresh = await aServiceWorld()
    try {
      await fresh.ask('coordinator', endpoints.makeGroup, {}, aGroup())
      const end = fresh.graph.faults.add({ match: { path: /\/members/ }, fault: { kind: 'status', status: 423 } })
      expect((await fresh.ask('chair', endpoints.me, {})).refusal?.code).toBe('serviceFault')
      end()
      expect((await fresh.ask('chair', endpoints.me, {})).answer?.groups).toHaveLength(1)
    } finally {
      await fresh.close()
    }
  })

  it('has no Control yet, the service starts, is not ready, and is once it is there', async () => {
    const early = await aServiceWorld({ configuration: { controlSite: 'local.sharepoint.com,a,b' } })
    try {
      const response = await fetch(`${early.service.url}/readyz`)
      expect([response.status, await response.json()]).toEqual([503, { ready: false, waitsFor: ['control'] }])
    } finally {
      await early.close()
    }
  })

  it("doesn't know the service's key, it says that it waits for its token", async () => {
    const { generateKeyPairSync } = await import('node:crypto')
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const wrong = await aServiceWorld({
      configuration: { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string },
    })
    try {
      const response = await fetch(`${wrong.service.url}/readyz`)
      expect(await response.json()).toEqual({ ready: false, waitsFor: ['applicationToken'] })
    } finally {
      await wrong.close()
    }
  })
})

describe('one person', () => {
  it('who asks too often is told to wait, and nobody else is', async () => {
    const limited = await aServiceWorld({ service: { limit: { burst: 3, perMinute: 60 } } })
    try {
      const ask = (person: string) => limited.ask(person, endpoints.me, {})
      const some = await Promise.all(Array.from({ length: 5 }, () => ask('coordinator')))
      const refused = some.filter(({ status }) => status === 429)
      expect(refused.length).toBeGreaterThan(0)
      expect(refused[0]?.refusal).toEqual({ code: 'tooManyRequests', values: { seconds: 1 } })
      expect(refused[0]?.headers.get('retry-after')).toBe('1')
      expect((await ask('chair')).status).toBe(200)
    } finally {
      await limited.close()
    }
  })
})

describe('the log', () => {
  it('has a line of JSON for each request, with ids and codes, and nobody’s token, name or words', async () => {
    const logged = await aServiceWorld()
    try {
      const tokens = [await logged.token('coordinator'), await logged.token('outsider')]
      await logged.ask('coordinator', endpoints.makeGroup, {}, aGroup({ name: 'Operation Nightjar', key: 'nightjar' }))
      await logged.ask('coordinator', endpoints.makeGroup, {}, aGroup({ name: 'x\ny' }))
      await logged.ask('outsider', endpoints.makeGroup, {}, aGroup())
      await logged.ask({ authorization: 'Bearer nightjar.secret.words' }, endpoints.me, {})
      await fetch(`${logged.service.url}/api/groups/nightjar/imports/nightjar-batch`, { method: 'POST' })
      logged.graph.faults.add({ match: { path: /\/lists/ }, fault: { kind: 'status', status: 500 } })
      await logged.ask('coordinator', endpoints.makeGroup, {}, aGroup({ name: 'Operation Nightjar' }))

      const text = logged.lines.join('\n')
      for (const token of tokens) expect(text).not.toContain(token.split('.')[1])
      for (const word of [
        'Nightjar',
        'nightjar',
        'Missing',
        'Priya',
        'Daniel',
        'Raman',
        '@',
        'eyJ',
        'Bearer',
        'BEGIN',
      ]) {
        expect(text, word).not.toContain(word)
      }
      const lines = logged.lines.map((line) => JSON.parse(line) as Record<string, unknown>)
      expect(lines.every((line) => typeof line['at'] === 'string' && typeof line['event'] === 'string')).toBe(true)
      expect(lines).toContainEqual(
        expect.objectContaining({
          event: 'request',
          route: '/api/groups',
          status: 201,
          person: personOf('coordinator').objectId,
        }),
      )
      expect(lines).toContainEqual(expect.objectContaining({ event: 'fault', graphStatus: 500 }))
    } finally {
      await logged.close()
    }
  })
})

describe('ending', () => {
  it('lets what is under way finish, and takes nothing more', async () => {
    const ending = await aServiceWorld()
    ending.graph.faults.add({ match: { method: 'POST', path: /\/lists$/ }, times: 1, fault: { kind: 'slow', ms: 300 } })
    const underWay = ending.ask('coordinator', endpoints.makeGroup, {}, aGroup())
    await expect.poll(() => ending.graph.requests.some(({ path }) => path.includes('/members'))).toBe(true)
    const closed = ending.service.close()
    expect((await underWay).status).toBe(201)
    await closed
    await expect(fetch(`${ending.service.url}/healthz`)).rejects.toThrow()
    await ending.graph.close()
  })
})
