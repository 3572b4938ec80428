/**
 * What nested app authentication asks of the host's broker: a token for the person at the screen, for one application
 * and one resource. It decides as Entra does whether that goes silently, needs the person (consent, an
 * administrator's approval, a claims challenge, a disabled account), or is refused; the local sign-in makes the token.
 * It shows nothing: the page asks the person, and comes back with what they answered.
 */

import type { Application, Person, PersonKey, Tenant } from '../tenant.ts'

/** The part of the local sign-in that the host needs. */
export interface TokenMaker {
  personToken(request: {
    person: PersonKey
    clientId: string
    audience: string
    scopes: readonly string[]
    claims?: Readonly<Record<string, unknown>>
    /** The person agreed to more than the administrator had. */
    consent?: 'any'
  }): Promise<{ accessToken: string; idToken: string; expiresIn: number; scope: string }>
}

export interface TokenRequest {
  readonly person: PersonKey
  readonly clientId: string
  /** Scopes separated by spaces, as msal sends them. */
  readonly scope: string
  /** The `claims` parameter: JSON, from a challenge or from the client's capabilities. */
  readonly claims?: string
  /** True for `GetTokenPopup`: the person may be asked. */
  readonly isInteractive: boolean
  /** What the person has just agreed to in the page's dialog. */
  readonly answered?: Question['kind']
}

/** What the page has to ask the person before there is a token. The last two can only be closed. */
export interface Question {
  readonly kind: 'consent' | 'verify' | 'approval' | 'disabled'
  readonly application: string
  readonly permissions: readonly string[]
}

/** Statuses of msal-browser's bridge. */
export type BridgeStatus = 'USER_INTERACTION_REQUIRED' | 'USER_CANCEL' | 'PERSISTENT_ERROR' | 'ACCOUNT_UNAVAILABLE'

export interface BridgeError {
  readonly status: BridgeStatus
  readonly code: string
  readonly subError?: string
  readonly description: string
}

export type TokenAnswer =
  | { readonly kind: 'token'; readonly token: Record<string, unknown>; readonly account: Record<string, unknown> }
  | { readonly kind: 'question'; readonly question: Question }
  | { readonly kind: 'error'; readonly error: BridgeError }

const GRAPH = 'https://graph.microsoft.com'
const OPENID_SCOPES: ReadonlySet<string> = new Set(['openid', 'profile', 'offline_access', 'email'])
/** Delegated permissions that a person may consent to for themselves; all others need an administrator. */
const PERSONAL_SCOPES: ReadonlySet<string> = new Set(['User.Read', 'User.ReadBasic.All', 'Mail.Send', 'Calendars.Read'])

export function createTokenDesk(tenant: Tenant, maker: TokenMaker): (request: TokenRequest) => Promise<TokenAnswer> {
  const consents = new Map<string, Set<string>>()

  return async function answer(request) {
    const person = tenant.people.find((one) => one.key === request.person)
    if (!person) return refuse('ACCOUNT_UNAVAILABLE', 'invalid_grant', 'AADSTS50034: There is no such account.')
    const application = tenant.applications.find((one) => one.appId === request.clientId)
    if (!application) {
      const sentence = `AADSTS700016: Application '${request.clientId}' was not found in the directory.`
      return refuse('PERSISTENT_ERROR', 'unauthorized_client', sentence)
    }
    const wanted = resourceOf(request.scope, tenant, application)
    if ('status' in wanted) return { kind: 'error', error: wanted }

    const consentKey = `${person.key} ${application.appId}`
    const agreed = consents.get(consentKey) ?? new Set<string>()
    const missing = wanted.scopes.filter((scope) => !isGranted(scope, wanted.audience, application, agreed))
    const need = needOf(person, application, wanted.audience, missing, request)
    if (need) {
      if (!request.isInteractive) return { kind: 'error', error: need.error }
      if (need.question.kind !== request.answered || !isAgreeable(need.question)) {
        return { kind: 'question', question: need.question }
      }
    }
    const all = new Set([...agreed, ...missing])
    consents.set(consentKey, all)

    const made = await maker.personToken({
      person: person.key,
      clientId: application.appId,
      audience: wanted.audience,
      scopes: wanted.scopes,
      claims: claimsIn(request.claims),
      ...(all.size === 0 ? {} : { consent: 'any' as const }),
    })
    return {
      kind: 'token',
      token: {
        access_token: made.accessToken,
        id_token: made.idToken,
        expires_in: made.expiresIn,
        // msal finds a cached token by the scopes it asked for, in the spelling it used.
        scope: request.scope,
        authority: `https://login.microsoftonline.com/${tenant.tenantId}`,
        properties: null,
      },
      account: accountOf(person, tenant),
    }
  }
}

/** `<oid>.<tid>` and its parts; the environment must be a cloud that msal knows, or it doesn't cache. */
function accountOf(person: Person, tenant: Tenant): Record<string, unknown> {
  return {
    homeAccountId: `${person.objectId}.${tenant.tenantId}`,
    environment: 'login.microsoftonline.com',
    tenantId: tenant.tenantId,
    localAccountId: person.objectId,
    username: person.userPrincipalName,
    name: person.displayName,
    loginHint: person.userPrincipalName,
  }
}

interface Resource {
  readonly audience: string
  /** Without the resource's prefix. */
  readonly scopes: readonly string[]
}

/** One request is for one resource: Graph by default, or an application of this tenant that exposes an API. */
function resourceOf(scope: string, tenant: Tenant, application: Application): Resource | BridgeError {
  const asked = scope.split(' ').filter((one) => one !== '' && !OPENID_SCOPES.has(one))
  const parts = asked.map((one) => {
    const cut = one.lastIndexOf('/')
    return cut === -1 ? { audience: GRAPH, name: one } : { audience: one.slice(0, cut), name: one.slice(cut + 1) }
  })
  const audiences = [...new Set(parts.map((part) => part.audience))]
  const audience = audiences[0] ?? GRAPH
  if (audiences.length > 1) {
    const sentence = 'AADSTS28000: Only one resource can be asked for at a time.'
    return { status: 'PERSISTENT_ERROR', code: 'invalid_scope', description: sentence }
  }
  const api = tenant.applications.find((one) => one.exposes?.audience === audience)?.exposes
  if (audience !== GRAPH && !api) {
    const sentence = `AADSTS500011: The resource '${audience}' was not found in the tenant.`
    return { status: 'PERSISTENT_ERROR', code: 'invalid_resource', description: sentence }
  }
  const names = parts.flatMap(({ name }) => (name === '.default' ? consentedFor(audience, application) : [name]))
  const unknown = names.find((name) => api && !api.scopes.includes(name))
  if (unknown !== undefined) {
    const sentence = `AADSTS65005: The resource '${audience}' has no scope '${unknown}'.`
    return { status: 'PERSISTENT_ERROR', code: 'invalid_scope', description: sentence }
  }
  return { audience, scopes: names }
}

/** An application's own consents name Graph's scopes bare and an API's scopes in full. */
function consentedFor(audience: string, application: Application): readonly string[] {
  const prefix = `${audience}/`
  return application.delegated.flatMap((scope) => {
    if (OPENID_SCOPES.has(scope)) return []
    if (scope.startsWith(prefix)) return [scope.slice(prefix.length)]
    return audience === GRAPH && !scope.includes('/') ? [scope] : []
  })
}

function isGranted(scope: string, audience: string, application: Application, agreed: ReadonlySet<string>): boolean {
  return agreed.has(scope) || consentedFor(audience, application).includes(scope)
}

interface Need {
  readonly question: Question
  readonly error: BridgeError
}

/** The first thing that only the person can settle, and what a silent request is told instead. */
function needOf(
  person: Person,
  application: Application,
  audience: string,
  missing: readonly string[],
  request: TokenRequest,
): Need | null {
  const need = (kind: Question['kind'], code: string, subError: string, description: string): Need => ({
    question: { kind, application: application.displayName, permissions: missing },
    error: { status: 'USER_INTERACTION_REQUIRED', code, subError, description },
  })
  if (person.disabled) {
    return need('disabled', 'invalid_grant', 'user_account_disabled', 'AADSTS50057: The account is disabled.')
  }
  if (missing.length > 0) {
    const isPersonal = audience !== GRAPH || missing.every((scope) => PERSONAL_SCOPES.has(scope))
    const sentence = `AADSTS65001: Nobody has consented to ${missing.join(', ')} for '${application.displayName}'.`
    return need(isPersonal ? 'consent' : 'approval', 'invalid_grant', 'consent_required', sentence)
  }
  if (isChallenge(request.claims)) {
    const sentence = 'AADSTS50076: The person has to sign in again before this resource answers.'
    return need('verify', 'interaction_required', 'basic_action', sentence)
  }
  return null
}

function isAgreeable(question: Question): boolean {
  return question.kind === 'consent' || question.kind === 'verify'
}

/** A client that only says what it can do (`xms_cc`) challenges nobody. */
function isChallenge(claims: string | undefined): boolean {
  return Object.keys(requestedClaims(claims)).some((name) => name !== 'xms_cc')
}

/** The claims that a challenge named, as the token will carry them; times are left to the token itself. */
function claimsIn(claims: string | undefined): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [name, wish] of Object.entries(requestedClaims(claims))) {
    if (name === 'nbf') continue
    const { value, values } = (wish ?? {}) as { value?: unknown; values?: unknown }
    if (values !== undefined) found[name] = values
    else if (value !== undefined) found[name] = name === 'acrs' ? [value] : value
  }
  return found
}

function requestedClaims(claims: string | undefined): Record<string, unknown> {
  if (claims === undefined || claims === '') return {}
  const parsed = JSON.parse(claims) as { access_token?: Record<string, unknown> }
  return parsed.access_token ?? {}
}

function refuse(status: BridgeStatus, code: string, description: string): TokenAnswer {
  return { kind: 'error', error: { status, code, description } }
}
