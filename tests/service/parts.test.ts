import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt, decodeProtectedHeader } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApplicationToken, TokenFault } from '../../src/service/apptoken.ts'
import { suggestKey } from '../../src/service/channel.ts'
import { readConfiguration } from '../../src/service/configuration.ts'
import { createLimiter } from '../../src/service/limiter.ts'
import { traceOf } from '../../src/service/log.ts'
import { createOutboundFetch } from '../../src/service/outbound.ts'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const PEM = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
const ID = '11111111-aaaa-4000-8000-000000000001'

const whole = {
  MATTERS_TENANT: ID,
  MATTERS_TAB_APP: ID,
  MATTERS_SERVICE_APP: ID,
  MATTERS_KEY_FILE: 'key.pem',
  MATTERS_CONTROL_SITE: 'contoso.sharepoint.com,a,b',
  MATTERS_TAB_ORIGIN: 'https://matters.example',
  MATTERS_PORT: '8080',
  MATTERS_BOT_APP: ID,
  MATTERS_APP_ID: ID,
}

describe('the configuration', () => {
  it('is read whole, with what Microsoft’s own cloud has where nothing is said', () => {
    const read = readConfiguration(whole, () => PEM)
    expect(read).toMatchObject({
      ok: true,
      value: {
        authority: 'https://login.microsoftonline.com',
        graphBase: 'https://graph.microsoft.com/v1.0',
        privateKey: PEM.trim(),
        certificate: null,
        host: '127.0.0.1',
        port: 8080,
        databaseUrl: null,
        bot: {
          privateKey: PEM.trim(),
          metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
          audience: 'https://api.botframework.com',
          connector: 'https://smba.trafficmanager.net/teams',
          serviceUrls: ['https://smba.trafficmanager.net/'],
          tenants: [ID],
          teams: 'https://teams.microsoft.com',
        },
      },
    })
  })

  it('names everything that is missing at once', () => {
    const read = readConfiguration({}, () => PEM)
    expect(read.ok ? [] : read.error.map(({ name, code }) => `${name} ${code}`)).toEqual(
      ['KEY_FILE', 'TENANT', 'TAB_APP', 'SERVICE_APP', 'CONTROL_SITE', 'TAB_ORIGIN', 'PORT', 'BOT_APP', 'APP_ID'].map(
        (name) => `MATTERS_${name} missing`,
      ),
    )
  })

  it.each([
    ['MATTERS_TENANT', 'contoso'],
    ['MATTERS_AUTHORITY', 'http://login.example'],
    ['MATTERS_GRAPH_BASE', 'https://user@graph.example/v1.0'],
    ['MATTERS_TAB_ORIGIN', 'https://matters.example/tab'],
    ['MATTERS_TAB_ORIGIN', '*'],
    ['MATTERS_CONTROL_SITE', 'https://contoso.sharepoint.com/sites/control'],
    ['MATTERS_PORT', '0'],
    ['MATTERS_PORT', '70000'],
    ['MATTERS_BOT_APP', 'bot'],
    ['MATTERS_BOT_METADATA', 'http://login.example/openidconfiguration'],
    ['MATTERS_BOT_SERVICE_URLS', 'https://smba.trafficmanager.net/ http://elsewhere.example/'],
    ['MATTERS_BOT_TENANTS', `${ID} contoso`],
  ])('refuses %s as %s, and never repeats the value', (name, value) => {
    const read = readConfiguration({ ...whole, [name]: value }, () => PEM)
    expect(read.ok ? [] : read.error).toEqual([{ name, code: 'invalid', wanted: expect.any(String) }])
    expect(JSON.stringify(read)).not.toContain(JSON.stringify(value))
  })

  it('does not let anybody switch the authentication of activities off', () => {
    const read = readConfiguration({ ...whole, DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS: 'false' }, () => PEM)
    expect(read.ok ? [] : read.error.map(({ name, code }) => `${name} ${code}`)).toEqual([
      'DANGEROUSLY_ALLOW_UNAUTHENTICATED_REQUESTS forbidden',
    ])
  })

  it('takes a key of the bot’s own, where there is one', () => {
    const other = PEM.replace('MII', 'MIJ')
    const read = readConfiguration({ ...whole, MATTERS_BOT_KEY_FILE: 'bot.pem' }, (file) =>
      file === 'bot.pem' ? other : PEM,
    )
    expect(read.ok && [read.value.privateKey, read.value.bot?.privateKey]).toEqual([PEM.trim(), other.trim()])
  })

  it('says when the key can’t be read, or is no key', () => {
    const missing = readConfiguration(whole, () => {
      throw new Error('ENOENT')
    })
    expect(missing.ok ? [] : missing.error.map(({ code }) => code)).toEqual(['unreadable'])
    const other = readConfiguration(whole, () => 'secret words')
    expect(other.ok ? [] : other.error.map(({ code }) => code)).toEqual(['invalid'])
    expect(JSON.stringify(other)).not.toContain('secret')
  })
})

describe('the application’s token', () => {
  let authority: Server
  let asked: URLSearchParams[]
  let answer: { status: number; body: unknown }
  let time: number

  beforeEach(async () => {
    asked = []
    time = 1_800_000_000_000
    answer = { status: 200, body: { access_token: 'one', expires_in: 3600 } }
    authority = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        asked.push(new URLSearchParams(body))
        response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body))
      })
    })
    await new Promise<void>((resolve) => authority.listen(0, '127.0.0.1', resolve))
  })
  afterEach(() => void authority.close())

  const create = (more: { thumbprint?: string } = {}) =>
    createApplicationToken({
      authority: `http://localhost:${(authority.address() as AddressInfo).port}`,
      tenantId: ID,
      clientId: ID,
      privateKey: PEM,
      audience: 'https://graph.microsoft.com',
      fetch,
      now: () => time,
      ...more,
    })

  it('is asked for with an assertion that our key signed, and no secret', async () => {
    const token = create({ thumbprint: 'abc' })
    expect(await token()).toBe('one')
    const [form] = asked
    expect(form?.get('scope')).toBe('https://graph.microsoft.com/.default')
    expect(form?.has('client_secret')).toBe(false)
    const assertion = form?.get('client_assertion') ?? ''
    expect(decodeProtectedHeader(assertion)).toMatchObject({ alg: 'RS256', 'x5t#S256': 'abc' })
    const claims = decodeJwt(assertion)
    expect(claims).toMatchObject({ iss: ID, sub: ID, aud: expect.stringMatching(/\/oauth2\/v2\.0\/token$/) })
    expect((claims.exp ?? 0) - time / 1000).toBeLessThanOrEqual(600)
  })

  it('is kept until shortly before it ends, and asked for once by many', async () => {
    const token = create()
    await Promise.all([token(), token(), token()])
    time += 3000 * 1000
    await token()
    expect(asked).toHaveLength(1)
    time += 400 * 1000
    await token()
    expect(asked).toHaveLength(2)
  })

  it('is asked for anew when Graph wants other claims', async () => {
    const token = create()
    await token()
    await token({ claims: '{"access_token":{}}' })
    expect(asked.map((form) => form.get('claims'))).toEqual([null, '{"access_token":{}}'])
  })

  it('that is refused is a fault with the authority’s own code, and the next call asks again', async () => {
    answer = { status: 401, body: { error: 'invalid_client', error_description: 'AADSTS700027 key of Pat Lowe' } }
    const token = create()
    const fault = await token().catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(TokenFault)
    expect(fault).toMatchObject({ status: 401, code: 'invalid_client' })
    expect(JSON.stringify(traceOf(fault))).not.toContain('Pat Lowe')
    answer = { status: 200, body: { access_token: 'two', expires_in: 3600 } }
    expect(await token()).toBe('two')
  })

  it('from an authority that speaks something else is a fault', async () => {
    answer = { status: 200, body: '<html>' }
    await expect(create()()).rejects.toMatchObject({ status: 200, code: 'unknown' })
  })
})

describe('requests of one person', () => {
  it('come in a burst, then at a steady pace', () => {
    let now = 0
    const limiter = createLimiter({ burst: 2, perMinute: 60, now: () => now })
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a'), limiter.take('b')]).toEqual([0, 0, 1, 0])
    now += 1000
    expect([limiter.take('a'), limiter.take('a')]).toEqual([0, 1])
    now += 3_600_000
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a')]).toEqual([0, 0, 1])
  })
})

describe('calls that leave the service', () => {
  it('go to Graph and sign-in only, and follow nobody elsewhere', async () => {
    const server = createServer((_, response) => response.writeHead(302, { location: 'https://evil.example' }).end())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const outbound = createOutboundFetch([`${base}/v1.0`])
    await expect(outbound('https://evil.example/')).rejects.toThrow(/not allowed/)
    await expect(outbound(`${base}/v1.0/me`)).rejects.toThrow()
    server.close()
  })
})

describe('a key that is suggested', () => {
  it.each([
    ['Missing Children Working Group', 'missing-children-working-group'],
    ['Grŵp Llywodraethu Strategol: CSAE', 'grwp-llywodraethu-strategol-csae'],
    ['  --  ', 'group'],
    ['会议', 'group'],
  ])('for %s is %s', (name, key) => {
    expect(suggestKey(name, new Set())).toBe(key)
  })

  it('is one that nobody has', () => {
    expect(suggestKey('CSAE SGG', new Set(['csae-sgg', 'csae-sgg-2']))).toBe('csae-sgg-3')
  })
})
