/**
 * Sign-in of the local tenant: issues and verifies tokens with Microsoft Entra's claims, and answers the three
 * addresses that a program needs (discovery, keys, token by client credentials). It never asks for a password: who
 * the person is, is chosen by whoever calls `personToken`, which only code on this laptop can.
 */

import { createHash, randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { createLocalJWKSet, errors, importJWK, jwtVerify, SignJWT, type JWK, type JWTPayload } from 'jose'
import type { Application, PersonKey, Tenant } from '../tenant.ts'
import { SignInError, type Claims } from './claims.ts'
import { ALGORITHM, openSigningKey, type SigningKey } from './key.ts'

/** Permissions that are registered without an audience are Microsoft Graph's. */
export const GRAPH_AUDIENCE = 'https://graph.microsoft.com'

const HOUR = 3600
/** Scopes of OpenID Connect itself: every application may ask for them, and no access token carries them. */
const OPENID_SCOPES: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access'])
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

export interface PersonTokenRequest {
  readonly person: PersonKey
  readonly clientId: string
  readonly audience: string
  /** Bare (`Sites.Selected`) or with their audience (`https://graph.microsoft.com/Sites.Selected`, `….default`). */
  readonly scopes: readonly string[]
  readonly lifetimeSeconds?: number
  readonly claims?: Readonly<Record<string, unknown>>
  /** `any` skips the check that an administrator consented: only for the token route of `npm run graph`. */
  readonly consent?: 'any'
}

export interface SignIn {
  readonly tenantId: string
  /** For example `http://localhost:5302`. */
  readonly origin: string
  readonly issuer: string
  jwks(): { keys: readonly object[] }
  /** A delegated token of one person for one application. Throws SignInError. */
  personToken(
    request: PersonTokenRequest,
  ): Promise<{ accessToken: string; idToken: string; expiresIn: number; scope: string }>
  appToken(request: { clientId: string; audience: string }): Promise<{ accessToken: string; expiresIn: number }>
  /** Token by client credentials: the assertion is signed with the application's own key. Throws SignInError. */
  assertedToken(request: {
    assertion: string
    audience: string
    clientId?: string
  }): Promise<{ accessToken: string; expiresIn: number }>
  /** Verifies signature, issuer, audience and expiry; returns the claims. Throws SignInError `invalid_token`. */
  verify(token: string, audience: string): Promise<Claims>
}

/**
 * @param options.keyFile where the signing key is kept; @param options.key one that is open already
 * @param options.now milliseconds since 1970
 */
export async function createSignIn(options: {
  tenant: Tenant
  origin: string
  keyFile?: string
  key?: SigningKey
  now?: () => number
}): Promise<SignIn> {
  const { tenant, origin, now = Date.now } = options
  const key = options.key ?? (await openSigningKey(options.keyFile))
  const keySet = createLocalJWKSet({ keys: [key.publicJwk] })
  const issuer = `${origin}/${tenant.tenantId}/v2.0`
  const seconds = (): number => Math.floor(now() / 1000)

  const application = (clientId: string): Application => {
    const found = tenant.applications.find((one) => one.appId === clientId)
    if (!found) throw new SignInError('application_unknown', `No application ${clientId} is registered.`)
    return found
  }

  const sign = (claims: JWTPayload, lifetimeSeconds: number): Promise<string> => {
    const at = seconds()
    return new SignJWT({ ...claims, iss: issuer, tid: tenant.tenantId, ver: '2.0', uti: randomUUID(), iat: at })
      .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: 'JWT' })
      .setNotBefore(at)
      .setExpirationTime(at + lifetimeSeconds)
      .sign(key.privateKey)
  }

  const appToken = async ({ clientId, audience }: { clientId: string; audience: string }) => {
    const app = application(clientId)
    const oid = servicePrincipalId(tenant.tenantId, clientId)
    const claims = {
      aud: audience,
      oid,
      sub: oid,
      azp: clientId,
      idtyp: 'app',
      roles: audience === GRAPH_AUDIENCE ? app.application : [],
    }
    return { accessToken: await sign(claims, HOUR), expiresIn: HOUR }
  }

  return {
    tenantId: tenant.tenantId,
    origin,
    issuer,
    jwks: () => ({ keys: [key.publicJwk] }),

    async personToken(request) {
      const { audience, clientId, lifetimeSeconds = HOUR } = request
      const person = tenant.people.find((one) => one.key === request.person)
      if (!person) throw new SignInError('person_unknown', `No person ${request.person} in ${tenant.displayName}.`)
      if (person.disabled) throw new SignInError('disabled', `The account of ${person.displayName} is disabled.`)
      const scopes =
        request.consent === 'any'
          ? request.scopes.map((scope) => bare(scope, audience)).filter((scope) => !OPENID_SCOPES.has(scope))
          : consented(application(clientId), audience, request.scopes)
      const who = {
        oid: person.objectId,
        sub: pairwiseSubject(person.objectId, clientId),
        name: person.displayName,
        preferred_username: person.userPrincipalName,
        ...(person.guestOf ? { idp: `https://sts.windows.net/${person.guestOf}/`, acct: 1 } : {}),
      }
      const accessToken = await sign(
        { ...request.claims, ...who, aud: audience, azp: clientId, scp: scopes.join(' ') },
        lifetimeSeconds,
      )
      const idToken = await sign({ ...who, aud: clientId }, lifetimeSeconds)
      return { accessToken, idToken, expiresIn: lifetimeSeconds, scope: scopes.join(' ') }
    },

    appToken,

    async assertedToken({ assertion, audience, clientId }) {
      const claimed = unverifiedSubject(assertion)
      if (!claimed || (clientId !== undefined && clientId !== claimed)) {
        throw new SignInError('invalid_client', 'The client assertion is of another application.')
      }
      const { publicKey } = application(claimed)
      if (!publicKey) throw new SignInError('invalid_client', `No key is registered for application ${claimed}.`)
      try {
        await jwtVerify(assertion, await importJWK(publicKey as JWK, (publicKey as JWK).alg ?? ALGORITHM), {
          issuer: claimed,
          subject: claimed,
          audience: [`${origin}/${tenant.tenantId}/oauth2/v2.0/token`, issuer],
          requiredClaims: ['exp', 'jti'],
          currentDate: new Date(now()),
        })
      } catch (cause) {
        throw new SignInError('invalid_client', "The client assertion doesn't verify.", { cause })
      }
      return appToken({ clientId: claimed, audience })
    },

    async verify(token, audience) {
      try {
        const { payload } = await jwtVerify(token, keySet, {
          issuer,
          audience,
          algorithms: [ALGORITHM],
          requiredClaims: ['exp', 'tid', 'oid', 'azp'],
          currentDate: new Date(now()),
        })
        return payload as unknown as Claims
      } catch (cause) {
        if (cause instanceof errors.JOSEError) throw new SignInError('invalid_token', cause.message, { cause })
        throw cause
      }
    },
  }
}

/** The addresses of sign-in, to be mounted at the root of `signIn.origin`. */
export function signInRoutes(signIn: SignIn): Hono {
  const { tenantId, issuer, origin } = signIn
  const routes = new Hono()
  routes.get(`/${tenantId}/v2.0/.well-known/openid-configuration`, (c) =>
    c.json({
      issuer,
      token_endpoint: `${origin}/${tenantId}/oauth2/v2.0/token`,
      authorization_endpoint: `${origin}/${tenantId}/oauth2/v2.0/authorize`,
      jwks_uri: `${origin}/${tenantId}/discovery/v2.0/keys`,
      response_types_supported: ['code', 'id_token'],
      response_modes_supported: ['query', 'fragment', 'form_post'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: [ALGORITHM],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
      scopes_supported: [...OPENID_SCOPES],
    }),
  )
  routes.get(`/${tenantId}/discovery/v2.0/keys`, (c) => c.json(signIn.jwks()))
  routes.post(`/${tenantId}/oauth2/v2.0/token`, async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const scope = form.get('scope') ?? ''
    if (form.get('grant_type') !== 'client_credentials') return c.json(refusal('unsupported_grant_type'), 400)
    if (!scope.endsWith('/.default')) return c.json(refusal('invalid_scope', 'Ask for <audience>/.default.'), 400)
    if (form.get('client_assertion_type') !== ASSERTION_TYPE) return c.json(refusal('invalid_client'), 401)
    try {
      const clientId = form.get('client_id')
      const { accessToken, expiresIn } = await signIn.assertedToken({
        assertion: form.get('client_assertion') ?? '',
        audience: scope.slice(0, -'/.default'.length),
        ...(clientId === null ? {} : { clientId }),
      })
      c.header('Cache-Control', 'no-store')
      return c.json({
        token_type: 'Bearer',
        expires_in: expiresIn,
        ext_expires_in: expiresIn,
        access_token: accessToken,
      })
    } catch (error) {
      if (!(error instanceof SignInError)) throw error
      return c.json(
        refusal(error.code === 'application_unknown' ? 'unauthorized_client' : error.code, error.message),
        401,
      )
    }
  })
  return routes
}

function refusal(error: string, description = error): Record<string, unknown> {
  return { error, error_description: description, timestamp: new Date().toISOString(), trace_id: randomUUID() }
}

function bare(scope: string, audience: string): string {
  return scope.startsWith(`${audience}/`) ? scope.slice(audience.length + 1) : scope
}

/** The scopes that the token gets: those asked for, each consented to; `.default` stands for all consented. */
function consented(app: Application, audience: string, asked: readonly string[]): string[] {
  const granted = app.delegated.filter((scope) =>
    scope.includes('://') ? scope.startsWith(`${audience}/`) : audience === GRAPH_AUDIENCE,
  )
  const available = new Set(granted.map((scope) => bare(scope, audience)).filter((scope) => !OPENID_SCOPES.has(scope)))
  const wanted = asked.map((scope) => bare(scope, audience)).filter((scope) => !OPENID_SCOPES.has(scope))
  if (wanted.includes('.default')) return [...available]
  const missing = wanted.filter((scope) => !available.has(scope))
  if (missing.length > 0) {
    throw new SignInError('consent_required', `${app.displayName} has no consent for ${missing.join(', ')}.`)
  }
  return wanted
}

/** The same person has another `sub` in each application, as in Entra. */
function pairwiseSubject(objectId: string, clientId: string): string {
  return createHash('sha256').update(`${objectId}|${clientId}`).digest('base64url')
}

/** Object id of an application in its tenant. */
function servicePrincipalId(tenantId: string, clientId: string): string {
  const hex = createHash('sha256').update(`${tenantId}|${clientId}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function unverifiedSubject(assertion: string): string | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'))
    return typeof payload === 'object' && payload && 'sub' in payload ? String(payload.sub) : undefined
  } catch {
    return undefined
  }
}
