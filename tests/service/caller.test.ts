import { createHmac, generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { APPS, GRAPH_AUDIENCE, SERVICE_AUDIENCE, TENANT_ID } from '../../src/laptop/demonstration/tenant.ts'
import { createCallerVerifier, type VerifyCaller } from '../../src/service/caller.ts'
import { aServiceWorld, endpoints, personOf, type ServiceWorld } from './serviceworld.ts'

let world: ServiceWorld
let claims: Record<string, unknown>
let kid: string

beforeAll(async () => {
  world = await aServiceWorld()
  const token = await world.token('coordinator')
  const [header = '', payload = ''] = token.split('.')
  claims = parse(payload)
  kid = String(parse(header)['kid'])
})
afterAll(() => world.close())

const parse = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, 'base64url').toString()) as never
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** What the service says to a token, and what its log says was wrong. */
async function askWith(authorization: string): Promise<{ status: number; code: string | undefined; problem: unknown }> {
  const asked = await world.ask({ authorization }, endpoints.me, {})
  const last = world.lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .findLast((line) => line['event'] === 'tokenRefused')
  return { status: asked.status, code: asked.refusal?.code, problem: last?.['problem'] }
}

async function isRefusedFor(token: string, problem: string): Promise<void> {
  expect(await askWith(`Bearer ${token}`)).toEqual({ status: 401, code: 'signInNeeded', problem })
}

/** The coordinator's token with some claims changed, as if the local sign-in had issued it so. */
const issued = async (change: Record<string, unknown>): Promise<string> => {
  const request = { person: 'coordinator', clientId: APPS.tab, audience: SERVICE_AUDIENCE, scopes: ['access_as_user'] }
  return (await world.graph.signIn.personToken({ ...request, claims: change })).accessToken
}

describe('a caller is who their own token for this service says', () => {
  it('the person in it', async () => {
    const me = await world.ask('coordinator', endpoints.me, {})
    expect([me.status, me.answer?.person]).toEqual([200, personOf('coordinator')])
  })
})

describe('a token is refused, and the answer says no more than to sign in', () => {
  it('when there is none, or something else', async () => {
    const token = await world.token('coordinator')
    expect((await askWith('')).status).toBe(401)
    for (const text of [
      'Bearer',
      `Basic ${token}`,
      `Bearer ${token} x`,
      `Bearer ${token}.x`,
      'Bearer a.b.c',
      'Bearer ..',
    ]) {
      expect(await askWith(text), text).toMatchObject({ status: 401, code: 'signInNeeded', problem: 'malformed' })
    }
  })

  it('with the algorithm "none"', async () => {
    await isRefusedFor(`${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`, 'algorithm')
  })

  it('signed with the public key as if it were a secret (HS256)', async () => {
    const jwks = (await (await fetch(`${world.graph.origin}/${TENANT_ID}/discovery/v2.0/keys`)).json()) as {
      keys: unknown[]
    }
    const body = `${part({ alg: 'HS256', typ: 'JWT', kid })}.${part(claims)}`
    const signature = createHmac('sha256', JSON.stringify(jwks.keys[0])).update(body).digest('base64url')
    await isRefusedFor(`${body}.${signature}`, 'algorithm')
  })

  it("signed by somebody else's key under the right name, and under another", async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    for (const name of [kid, 'another']) {
      const token = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: name }).sign(privateKey)
      await isRefusedFor(token, 'signature')
    }
  })

  it('that brings its own key, or says where to fetch one', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const header = {
      alg: 'RS256',
      kid,
      jwk: publicKey.export({ format: 'jwk' }) as never,
      jku: 'https://evil.example/keys',
    }
    const token = await new SignJWT(claims).setProtectedHeader(header).sign(privateKey)
    await isRefusedFor(token, 'signature')
  })

  it('whose words were changed after it was signed', async () => {
    const [header, , signature] = (await world.token('outsider')).split('.')
    await isRefusedFor(`${header}.${part(claims)}.${signature}`, 'signature')
  })

  it('of another sign-in', async () => {
    const elsewhere = await aServiceWorld()
    const token = await elsewhere.token('coordinator')
    await elsewhere.close()
    await isRefusedFor(token, 'signature')
  })

  it('that has expired', async () => {
    await isRefusedFor(await world.token('coordinator', { lifetimeSeconds: -120 }), 'expired')
  })

  it('for another audience: Graph', async () => {
    await isRefusedFor(
      await world.token('coordinator', { audience: GRAPH_AUDIENCE, scopes: ['Sites.Selected'] }),
      'audience',
    )
  })

  it('that another application asked for', async () => {
    const { accessToken } = await world.graph.signIn.personToken({
      person: 'coordinator',
      clientId: APPS.outside,
      audience: SERVICE_AUDIENCE,
      scopes: ['access_as_user'],
      consent: 'any',
    })
    await isRefusedFor(accessToken, 'client')
  })

  it('without the scope', async () => {
    const { accessToken } = await world.graph.signIn.personToken({
      person: 'coordinator',
      clientId: APPS.tab,
      audience: SERVICE_AUDIENCE,
      scopes: ['access_as_user_not', 'xaccess_as_user'],
      consent: 'any',
    })
    await isRefusedFor(accessToken, 'scope')
  })

  it("that is an application's own, even the service's", async () => {
    const { accessToken } = await world.graph.signIn.appToken({ clientId: APPS.service, audience: SERVICE_AUDIENCE })
    await isRefusedFor(accessToken, 'claims')
    await isRefusedFor(await issued({ idtyp: 'app' }), 'application')
  })

  it("that the person's id token is", async () => {
    const { idToken } = await world.graph.signIn.personToken({
      person: 'coordinator',
      clientId: APPS.tab,
      audience: SERVICE_AUDIENCE,
      scopes: ['access_as_user'],
    })
    await isRefusedFor(idToken, 'claims')
  })
})

describe('of tokens that the right keys signed, as the keys of Entra sign for every tenant', () => {
  const kid = 'entra'
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  let authority: Server
  let verify: VerifyCaller
  let good: Record<string, unknown>

  beforeAll(async () => {
    const keys = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' }] })
    authority = createServer((_, response) => response.setHeader('content-type', 'application/json').end(keys))
    await new Promise<void>((resolve) => authority.listen(0, '127.0.0.1', resolve))
    const base = `http://localhost:${(authority.address() as AddressInfo).port}`
    const apps = { serviceApp: APPS.service, tabApp: APPS.tab }
    verify = createCallerVerifier({ authority: base, tenantId: TENANT_ID, ...apps, fetch })
    good = {
      iss: `${base}/${TENANT_ID}/v2.0`,
      aud: APPS.service,
      tid: TENANT_ID,
      oid: 'f0000000-0000-4000-8000-000000000001',
      azp: APPS.tab,
      scp: 'openid access_as_user',
      name: 'Pat Lowe',
    }
  })
  afterAll(() => void authority.close())

  const said = async (change: Record<string, unknown>, expires = '1h'): Promise<string> => {
    const signer = new SignJWT({ ...good, ...change }).setProtectedHeader({ alg: 'RS256', kid })
    const token = await signer.setIssuedAt().setExpirationTime(expires).sign(privateKey)
    const result = await verify(`Bearer ${token}`)
    return result.ok ? result.value.name : result.error
  }

  it.each<[string, Record<string, unknown>, string]>([
    ['as they are', {}, 'Pat Lowe'],
    ["for the application's URI", { aud: SERVICE_AUDIENCE }, 'Pat Lowe'],
    ['without a name', { name: undefined }, 'f0000000-0000-4000-8000-000000000001'],
    ['of another tenant by its issuer', { iss: 'https://login.microsoftonline.com/other/v2.0' }, 'issuer'],
    ['of another tenant by its claim', { tid: 'aaaaaaaa-0000-4000-8000-000000000009' }, 'tenant'],
    ['of version 1, by its issuer', { iss: `https://sts.windows.net/${TENANT_ID}/` }, 'issuer'],
    ['for an audience that begins alike', { aud: `${SERVICE_AUDIENCE}/x` }, 'audience'],
    ['for another client', { azp: APPS.service }, 'client'],
    ['without a client', { azp: undefined }, 'claims'],
    ['without a person', { oid: undefined }, 'claims'],
    ['with an empty person', { oid: '' }, 'person'],
    ['with permissions of applications only', { scp: undefined, roles: ['access_as_user'] }, 'claims'],
    ['with a scope that contains ours', { scp: 'access_as_user.all not_access_as_user' }, 'scope'],
    ['with scopes as a list', { scp: ['access_as_user'] }, 'scope'],
    ['for an application', { idtyp: 'app' }, 'application'],
    ['not good yet', { nbf: 4_000_000_000 }, 'claims'],
  ])('%s', async (_, change, expected) => {
    expect(await said(change)).toBe(expected)
  })

  it('expired ones are refused after the minute that clocks may differ', async () => {
    expect(await said({}, '-30s')).toBe('Pat Lowe')
    expect(await said({}, '-90s')).toBe('expired')
  })

  it('one without an end is refused', async () => {
    const token = await new SignJWT(good).setProtectedHeader({ alg: 'RS256', kid }).setIssuedAt().sign(privateKey)
    expect(await verify(`Bearer ${token}`)).toEqual({ ok: false, error: 'claims' })
  })

  it('and a sign-in that gives no keys is a fault of ours, not a refusal of theirs', async () => {
    const unreachable = { authority: 'http://localhost:1', tenantId: TENANT_ID }
    const deaf = createCallerVerifier({ ...unreachable, serviceApp: APPS.service, tabApp: APPS.tab, fetch })
    await expect(deaf(`Bearer ${await world.token('coordinator')}`)).rejects.toThrow()
  })
})
