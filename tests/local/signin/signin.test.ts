import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt, exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  APPS,
  demonstrationTenant,
  PEOPLE,
  SERVICE_AUDIENCE,
  SERVICE_SCOPE,
  TENANT_ID,
} from '../../../src/laptop/demonstration/tenant.ts'
import { createSignIn, GRAPH_AUDIENCE, signInRoutes, type SignIn } from '../../../src/local/signin/signin.ts'
import type { Tenant } from '../../../src/local/tenant.ts'

const ORIGIN = 'http://localhost:5302'
const TOKEN = `/${TENANT_ID}/oauth2/v2.0/token`

let now = 0
let signIn: SignIn
let tenant: Tenant
let serviceKey: CryptoKey

beforeAll(async () => {
  const pair = await generateKeyPair('ES256', { extractable: true })
  serviceKey = pair.privateKey
  const service = { ...(await exportJWK(pair.publicKey)), alg: 'ES256' }
  tenant = demonstrationTenant({ service })
  now = Date.parse('2026-01-05T09:00:00Z')
  signIn = await createSignIn({ tenant, origin: ORIGIN, now: () => now })
})

const forTab = (
  scopes: string[],
  more: object = {},
): Promise<{ accessToken: string; idToken: string; scope: string }> =>
  signIn.personToken({ person: 'guest', clientId: APPS.tab, audience: GRAPH_AUDIENCE, scopes, ...more })

describe('a token of a person', () => {
  it("carries Entra's claims, and the scopes asked for", async () => {
    const { accessToken, scope } = await forTab(['Sites.Selected', 'openid', `${GRAPH_AUDIENCE}/User.ReadBasic.All`])
    expect(scope).toBe('Sites.Selected User.ReadBasic.All')
    const guest = PEOPLE.find((person) => person.key === 'guest')
    expect(await signIn.verify(accessToken, GRAPH_AUDIENCE)).toMatchObject({
      iss: `${ORIGIN}/${TENANT_ID}/v2.0`,
      aud: GRAPH_AUDIENCE,
      tid: TENANT_ID,
      oid: guest?.objectId,
      azp: APPS.tab,
      scp: 'Sites.Selected User.ReadBasic.All',
      name: 'Tom Ashworth',
      preferred_username: guest?.userPrincipalName,
      idp: `https://sts.windows.net/${guest?.guestOf}/`,
      ver: '2.0',
      iat: now / 1000,
      nbf: now / 1000,
      exp: now / 1000 + 3600,
      uti: expect.any(String) as string,
    })
  })

  it('carries the claims that were added, but none of them instead of who it is', async () => {
    const { accessToken } = await forTab(['Sites.Selected'], { claims: { acrs: ['c1'], oid: 'somebody-else' } })
    const claims = await signIn.verify(accessToken, GRAPH_AUDIENCE)
    expect(claims['acrs']).toEqual(['c1'])
    expect(claims.oid).not.toBe('somebody-else')
  })

  it('comes with an id token that tells the application who it is and opens nothing', async () => {
    const { idToken } = await forTab(['Sites.Selected'])
    expect(decodeJwt(idToken)).toMatchObject({ aud: APPS.tab, name: 'Tom Ashworth' })
    await expect(signIn.verify(idToken, APPS.tab)).rejects.toMatchObject({ code: 'invalid_token' })
  })

  it('of the default scope has all that was consented to for that audience, and nothing for another', async () => {
    expect((await forTab(['.default'])).scope).toBe('Sites.Selected User.ReadBasic.All')
    const toService = { audience: SERVICE_AUDIENCE }
    expect((await forTab([SERVICE_SCOPE], toService)).scope).toBe('access_as_user')
    expect((await forTab([`${SERVICE_AUDIENCE}/.default`], toService)).scope).toBe('access_as_user')
    await expect(forTab(['Sites.Selected'], toService)).rejects.toMatchObject({ code: 'consent_required' })
  })

  it.each([
    ['consent_required', { scopes: ['Sites.Manage.All'] }],
    ['person_unknown', { person: 'nobody' }],
    ['application_unknown', { clientId: 'no-app' }],
  ])('is refused as %s for %j', async (code, more) => {
    await expect(forTab(['Sites.Selected'], more)).rejects.toMatchObject({ code })
  })

  it('is refused to an account that is disabled', async () => {
    const people = tenant.people.map((person) => ({ ...person, disabled: person.key === 'chair' }))
    const other = await createSignIn({ tenant: { ...tenant, people }, origin: ORIGIN })
    const request = { person: 'chair', clientId: APPS.tab, audience: GRAPH_AUDIENCE, scopes: [] }
    await expect(other.personToken(request)).rejects.toMatchObject({ code: 'disabled' })
  })
})

describe('a token is not accepted', () => {
  it('for another audience, past its time, or from another sign-in', async () => {
    const { accessToken } = await forTab(['Sites.Selected'], { lifetimeSeconds: 60 })
    await expect(signIn.verify(accessToken, SERVICE_AUDIENCE)).rejects.toMatchObject({ code: 'invalid_token' })
    const other = await createSignIn({ tenant, origin: ORIGIN, now: () => now })
    await expect(other.verify(accessToken, GRAPH_AUDIENCE)).rejects.toMatchObject({ code: 'invalid_token' })
    now += 61_000
    await expect(signIn.verify(accessToken, GRAPH_AUDIENCE)).rejects.toMatchObject({ code: 'invalid_token' })
  })

  it('unsigned or changed', async () => {
    const { accessToken } = await forTab(['Sites.Selected'])
    const [header = '', payload = '', signature = ''] = accessToken.split('.')
    const changed = Buffer.from(
      JSON.stringify({
        ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object),
        scp: 'Sites.FullControl.All',
      }),
    ).toString('base64url')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    for (const token of [`${header}.${changed}.${signature}`, `${none}.${payload}.`, 'x']) {
      await expect(signIn.verify(token, GRAPH_AUDIENCE)).rejects.toMatchObject({ code: 'invalid_token' })
    }
  })
})

describe('an application by itself', () => {
  const assertion = (
    more: { key?: CryptoKey; audience?: string; subject?: string; expires?: number } = {},
  ): Promise<string> =>
    new SignJWT({ jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: 'ES256' })
      .setIssuer(more.subject ?? APPS.service)
      .setSubject(more.subject ?? APPS.service)
      .setAudience(more.audience ?? `${ORIGIN}${TOKEN}`)
      .setExpirationTime(Math.floor(now / 1000) + (more.expires ?? 60))
      .sign(more.key ?? serviceKey)

  const ask = async (
    clientAssertion: string,
    more: Record<string, string> = {},
  ): Promise<{ status: number; body: Record<string, string> }> => {
    const response = await signInRoutes(signIn).request(TOKEN, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: APPS.service,
        scope: `${GRAPH_AUDIENCE}/.default`,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: clientAssertion,
        ...more,
      }).toString(),
    })
    return { status: response.status, body: (await response.json()) as Record<string, string> }
  }

  it('gets a token with its roles for an assertion signed with its own key', async () => {
    const { status, body } = await ask(await assertion())
    expect(status).toBe(200)
    expect(body['token_type']).toBe('Bearer')
    const claims = await signIn.verify(body['access_token'] ?? '', GRAPH_AUDIENCE)
    expect(claims).toMatchObject({
      azp: APPS.service,
      idtyp: 'app',
      roles: tenant.applications.find((app) => app.appId === APPS.service)?.application,
    })
    expect(claims).not.toHaveProperty('scp')
  })

  it('gets none for an assertion signed with another key, for another address, past its time or of another', async () => {
    const { privateKey } = await generateKeyPair('ES256')
    for (const wrong of [
      await assertion({ key: privateKey }),
      await assertion({ audience: 'https://elsewhere.example' }),
      await assertion({ expires: -60 }),
      await assertion({ subject: APPS.tab }),
      'nonsense',
    ]) {
      const { status, body } = await ask(wrong)
      expect(status).toBe(401)
      expect(body['error']).toBe('invalid_client')
    }
    const unknown = await assertion({ subject: 'no-app' })
    expect((await ask(unknown, { client_id: 'no-app' })).body['error']).toBe('unauthorized_client')
  })

  it('gets none by another grant or for single scopes', async () => {
    expect((await ask(await assertion(), { grant_type: 'password' })).body['error']).toBe('unsupported_grant_type')
    expect((await ask(await assertion(), { scope: 'Sites.Selected' })).body['error']).toBe('invalid_scope')
  })
})

describe('discovery', () => {
  it('leads from the issuer to the keys that its tokens are signed with', async () => {
    const routes = signInRoutes(signIn)
    const discovery = await routes.request(`/${TENANT_ID}/v2.0/.well-known/openid-configuration`)
    const { issuer, jwks_uri: keysAt } = (await discovery.json()) as { issuer: string; jwks_uri: string }
    expect(issuer).toBe(signIn.issuer)
    const keys = (await (await routes.request(keysAt.slice(ORIGIN.length))).json()) as { keys: object[] }
    expect(keys).toEqual(signIn.jwks())
    expect(Object.keys(keys.keys[0] ?? {}).toSorted()).toEqual(['alg', 'e', 'kid', 'kty', 'n', 'use'])
  })
})

it('the key outlives a restart in a file that only its owner reads', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'signin-'))
  try {
    const keyFile = join(folder, 'deep', 'key.json')
    const first = await createSignIn({ tenant, origin: ORIGIN, keyFile })
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    const second = await createSignIn({ tenant, origin: ORIGIN, keyFile })
    expect(second.jwks()).toEqual(first.jwks())
  } finally {
    rmSync(folder, { recursive: true })
  }
})
