/**
 * Forged and wrong activities: none passes the filter, and none gets through a running service. Each is one thing away
 * from an activity that is accepted, so that it is refused for that one thing.
 */

import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { SignJWT, type JWTPayload } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createActivityFilter, createServiceUrlCheck, type VerifyActivity } from '../../../src/service/bot/filter.ts'
import { openConnectorKeys } from '../../../src/service/bot/keys.ts'
import type { Connector } from '../../../src/local/connector/connector.ts'
import { aServiceWorld, BOT, personOf, type ServiceWorld } from '../serviceworld.ts'

let world: ServiceWorld
let connector: Connector
let verify: VerifyActivity
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
let now = () => Date.now()

beforeAll(async () => {
  world = await aServiceWorld({ bot: {} })
  connector = world.connector!
  verify = createActivityFilter({
    botApp: BOT.appId,
    keys: openConnectorKeys({ metadata: connector.metadataUrl, fetch, now: () => Date.now() }),
    tenants: [world.configuration.tenantId],
    isServiceUrl: createServiceUrlCheck(() => [connector.serviceUrl]),
    now: () => now(),
  })
})
afterAll(() => world.close())

/** As Teams sends it. */
function anActivity(more: Record<string, unknown> = {}): Record<string, unknown> {
  const chair = personOf('chair')
  return {
    type: 'message',
    id: '1',
    text: 'help',
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: '29:chair', name: chair.name, aadObjectId: chair.objectId },
    recipient: { id: `28:${BOT.appId}`, name: BOT.name },
    conversation: { id: 'a:1', conversationType: 'personal', tenantId: chair.tenantId },
    channelData: { tenant: { id: chair.tenantId } },
    ...more,
  }
}

interface Forged {
  readonly authorization: string | undefined
  readonly body: unknown
}

const signed = async (claims: Record<string, unknown> = {}, activity = anActivity()): Promise<Forged> => ({
  authorization: `Bearer ${await connector.issuer.sign(connector.serviceUrl, claims)}`,
  body: activity,
})

/** The connector's own claims, signed by somebody else or otherwise. */
async function forged(
  header: Record<string, unknown>,
  sign: (input: string) => string,
  claims: JWTPayload = {},
): Promise<Forged> {
  const [, payload = ''] = (await connector.issuer.sign(connector.serviceUrl, claims)).split('.')
  const head = Buffer.from(JSON.stringify(header)).toString('base64url')
  return { authorization: `Bearer ${head}.${payload}.${sign(`${head}.${payload}`)}`, body: anActivity() }
}

const publicKey = (): { kid: string } & Record<string, unknown> => connector.issuer.jwks().keys[0] as never
const seconds = () => Math.floor(Date.now() / 1000)

async function byStranger(header: Record<string, unknown>, key: KeyObject = stranger.privateKey): Promise<Forged> {
  const at = seconds()
  const claims = { iss: 'https://api.botframework.com', aud: BOT.appId, serviceurl: connector.serviceUrl }
  const token = await new SignJWT({ ...claims, nbf: at, exp: at + 600 })
    .setProtectedHeader({ alg: 'RS256', ...header })
    .sign(key)
  return { authorization: `Bearer ${token}`, body: anActivity() }
}

const fromPerson = async (more: object): Promise<Forged> => {
  const { accessToken } = await world.graph.signIn.personToken({
    person: 'chair',
    clientId: BOT.appId,
    audience: BOT.appId,
    scopes: ['access_as_user'],
    consent: 'any',
    ...more,
  })
  return { authorization: `Bearer ${accessToken}`, body: anActivity() }
}

const CASES: readonly (readonly [what: string, problem: string, make: () => Promise<Forged> | Forged])[] = [
  ['no token', 'missing', () => ({ authorization: undefined, body: anActivity() })],
  ['an empty header', 'malformed', () => ({ authorization: '', body: anActivity() })],
  [
    'a token without its scheme',
    'malformed',
    async () => {
      const { authorization, body } = await signed()
      return { authorization: authorization!.replace('Bearer ', ''), body }
    },
  ],
  ['another scheme', 'malformed', () => ({ authorization: 'Basic Ym90OmJvdA==', body: anActivity() })],
  ['no JWT', 'malformed', () => ({ authorization: 'Bearer abc', body: anActivity() })],
  ['an encrypted token', 'malformed', () => ({ authorization: 'Bearer a.b.c.d.e', body: anActivity() })],
  [
    'a header that is no JSON',
    'malformed',
    () =>
      forged({}, () => 'x').then(({ authorization, body }) => ({
        authorization: authorization!.replace(/^Bearer [^.]+/, 'Bearer bm8'),
        body,
      })),
  ],
  ['algorithm none, unsigned', 'malformed', () => forged({ alg: 'none', kid: publicKey().kid }, () => '')],
  ['algorithm none, with a signature', 'algorithm', () => forged({ alg: 'none', kid: publicKey().kid }, () => 'c2ln')],
  ['algorithm NONE', 'algorithm', () => forged({ alg: 'NONE', kid: publicKey().kid }, () => 'c2ln')],
  [
    'HS256 with the public key as the secret',
    'algorithm',
    () => {
      const pem = createPublicKey({ key: publicKey(), format: 'jwk' }).export({ type: 'spki', format: 'pem' })
      return forged({ alg: 'HS256', kid: publicKey().kid }, (input) =>
        createHmac('sha256', pem).update(input).digest('base64url'),
      )
    },
  ],
  ['RS512', 'algorithm', () => forged({ alg: 'RS512', kid: publicKey().kid }, () => 'c2ln')],
  ['no algorithm', 'malformed', () => forged({ kid: publicKey().kid }, () => 'c2ln')],
  ['a key that nobody knows', 'key', () => byStranger({ kid: 'unknown' })],
  ['another key under the connector’s id', 'signature', () => byStranger({ kid: publicKey().kid })],
  [
    'another key, brought along in the token',
    'signature',
    () => byStranger({ kid: publicKey().kid, jwk: stranger.publicKey.export({ format: 'jwk' }) }),
  ],
  [
    'another key, to be fetched from elsewhere',
    'signature',
    () => byStranger({ kid: publicKey().kid, jku: 'https://elsewhere.example/keys' }),
  ],
  [
    'a critical extension that nobody knows',
    'algorithm',
    () => forged({ alg: 'RS256', kid: publicKey().kid, crit: ['b64x'], b64x: true }, () => 'c2ln'),
  ],
  [
    'a signature cut short',
    'signature',
    async () => {
      const { authorization, body } = await signed()
      return { authorization: authorization!.slice(0, -8), body }
    },
  ],
  [
    'claims changed after signing',
    'signature',
    async () => {
      const [head, , signature] = (await signed()).authorization!.split('.')
      const [, other] = (await signed({ aud: BOT.appId, extra: 1 })).authorization!.split('.')
      return { authorization: `${head}.${other}.${signature}`, body: anActivity() }
    },
  ],
  ['another issuer', 'issuer', () => signed({ iss: 'https://sts.windows.net/x/' })],
  ['the issuer with a slash', 'issuer', () => signed({ iss: 'https://api.botframework.com/' })],
  ['no issuer', 'issuer', () => signed({ iss: undefined })],
  ['another audience', 'audience', () => signed({ aud: '11111111-aaaa-4000-8000-000000000002' })],
  ['an audience among others', 'audience', () => signed({ aud: [BOT.appId, 'somebody'] })],
  ['no audience', 'audience', () => signed({ aud: undefined })],
  ['ended 301 seconds ago', 'expired', () => signed({ exp: seconds() - 301 })],
  ['ended yesterday', 'expired', () => signed({ exp: seconds() - 86_400 })],
  ['no end', 'claims', () => signed({ exp: undefined })],
  ['good only in 302 seconds', 'notYet', () => signed({ nbf: seconds() + 302 })],
  ['no beginning', 'claims', () => signed({ nbf: undefined })],
  ['an end that is no number', 'claims', () => signed({ exp: 'never' })],
  ['no service URL in the token', 'serviceUrl', () => signed({ serviceurl: undefined })],
  ['another service URL in the token', 'serviceUrl', () => signed({ serviceurl: 'https://elsewhere.example/' })],
  ['a service URL that is a list', 'serviceUrl', () => signed({ serviceurl: [connector.serviceUrl] })],
  [
    'another service URL in the activity',
    'serviceUrl',
    () => signed({}, anActivity({ serviceUrl: 'https://elsewhere.example/' })),
  ],
  [
    'a service URL outside the list, in both',
    'serviceUrl',
    () =>
      signed({ serviceurl: 'https://elsewhere.example/' }, anActivity({ serviceUrl: 'https://elsewhere.example/' })),
  ],
  [
    'the connector’s address as a user name',
    'serviceUrl',
    () => {
      const url = connector.serviceUrl.replace('//', '//x@').replace('/connector/', '@elsewhere.example/connector/')
      return signed({ serviceurl: url }, anActivity({ serviceUrl: url }))
    },
  ],
  [
    'a path that only begins alike',
    'serviceUrl',
    () => {
      const url = connector.serviceUrl.replace('/connector/', '/connectors/')
      return signed({ serviceurl: url }, anActivity({ serviceUrl: url }))
    },
  ],
  [
    'a path that climbs out',
    'serviceUrl',
    () => {
      const url = `${connector.serviceUrl}../elsewhere/`
      return signed({ serviceurl: url }, anActivity({ serviceUrl: url }))
    },
  ],
  ['no service URL in the activity', 'body', () => signed({}, anActivity({ serviceUrl: undefined }))],
  ['a person’s token for the bot', 'key', () => fromPerson({})],
  ['a person’s claims in the connector’s token', 'user', () => signed({ scp: 'access_as_user' })],
  ['an object id in the connector’s token', 'user', () => signed({ oid: personOf('chair').objectId })],
  ['an application’s kind in the connector’s token', 'user', () => signed({ idtyp: 'app' })],
  [
    'an application’s token for the bot',
    'key',
    async () => {
      const made = await world.graph.signIn.appToken({ clientId: world.configuration.serviceApp, audience: BOT.appId })
      return { authorization: `Bearer ${made.accessToken}`, body: anActivity() }
    },
  ],
  [
    'another tenant’s conversation',
    'tenant',
    () => signed({}, anActivity({ conversation: { id: 'a:1', tenantId: '88888888-0000-4000-8000-000000000002' } })),
  ],
  [
    'another tenant beside ours',
    'tenant',
    () => signed({}, anActivity({ channelData: { tenant: { id: '88888888-0000-4000-8000-000000000002' } } })),
  ],
  ['no tenant', 'tenant', () => signed({}, anActivity({ conversation: { id: 'a:1' }, channelData: {} }))],
  ['another channel', 'channel', () => signed({}, anActivity({ channelId: 'webchat' }))],
  ['another bot', 'recipient', () => signed({}, anActivity({ recipient: { id: '28:somebody' } }))],
  ['the bot’s id without its kind', 'recipient', () => signed({}, anActivity({ recipient: { id: BOT.appId } }))],
  ['no recipient', 'body', () => signed({}, anActivity({ recipient: undefined }))],
  ['nobody who sends', 'body', () => signed({}, anActivity({ from: undefined }))],
  ['no conversation', 'body', () => signed({}, anActivity({ conversation: undefined }))],
  ['a list for an activity', 'body', () => signed({}, [anActivity()] as never)],
  ['null for an activity', 'body', () => signed({}, null as never)],
]

const post = (authorization: string | undefined, body: string): Promise<Response> =>
  fetch(`${world.service.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
    body,
  })

/** Whether anything beyond the filter has seen an activity. */
const passed = (): number => world.lines.filter((line) => line.includes('"event":"activity"')).length

describe('an activity', () => {
  it('is accepted as Teams sends it, five minutes early or late too', async () => {
    const { authorization, body } = await signed()
    expect(await verify(authorization, body)).toMatchObject({ ok: true, value: { type: 'message', isPersonal: true } })
    const at = seconds()
    now = () => at * 1000
    for (const claims of [{ exp: at - 300 }, { nbf: at + 300 }]) {
      const late = await signed(claims)
      expect(await verify(late.authorization, late.body)).toMatchObject({ ok: true })
    }
    for (const claims of [{ exp: at - 301 }, { nbf: at + 301 }]) {
      const late = await signed(claims)
      expect(await verify(late.authorization, late.body)).toMatchObject({ ok: false })
    }
    now = () => Date.now()
  })

  it('is answered by a running service, with and without the slash at the end of its service URL', async () => {
    const before = passed()
    const invoke = { type: 'invoke', name: 'task/fetch', value: { data: {} } }
    for (const serviceUrl of [connector.serviceUrl, connector.serviceUrl.slice(0, -1)]) {
      const { authorization, body } = await signed({}, anActivity({ ...invoke, serviceUrl }))
      const answer = await post(authorization, JSON.stringify(body))
      expect(answer.status).toBe(200)
    }
    expect(passed()).toBe(before + 2)
  })

  it('is tried in at least forty wrong ways', () => {
    expect(new Set(CASES.map(([what]) => what)).size).toBeGreaterThanOrEqual(40)
  })

  it.each(CASES)('with %s is refused: %s', async (_what, problem, make) => {
    const { authorization, body } = await make()
    expect(await verify(authorization, body)).toEqual({ ok: false, error: problem })
    const before = passed()
    const answer = await post(authorization, JSON.stringify(body))
    expect([400, 401]).toContain(answer.status)
    expect(await answer.json()).toEqual({})
    expect(passed()).toBe(before)
  })

  it.each([
    ['that is no JSON', 'not json', 400],
    ['that is nothing', '', 400],
    ['that is huge', JSON.stringify({ text: 'x'.repeat(300_000) }), 413],
  ])('%s is refused before anything is read of it', async (_what, body, status) => {
    const before = passed()
    const answer = await post((await signed()).authorization, body)
    expect(answer.status).toBe(status)
    expect(passed()).toBe(before)
  })

  it('is refused when its key is endorsed for other channels only', async () => {
    const other = createActivityFilter({
      botApp: BOT.appId,
      keys: { ...openConnectorKeys({ metadata: connector.metadataUrl, fetch, now }), isEndorsed: () => false },
      tenants: [world.configuration.tenantId],
      isServiceUrl: () => true,
      now,
    })
    const { authorization, body } = await signed()
    expect(await other(authorization, body)).toEqual({ ok: false, error: 'endorsement' })
  })
})
