/**
 * Our own filter before the bot's library sees anything: is this an activity of Teams, for this bot, from a tenant that
 * counts? The library would take a *user's* token for the bot's application with any body, and any tenant; not here.
 * Everything that the rest relies on is read out of the activity here, once, and checked; the rest of it is ignored.
 *
 * Source of the checks: Microsoft, "Authenticate requests from the Bot Connector service to your bot", and our own
 * findings (reference: "What the SDK does not check").
 */

import { errors, jwtVerify, type JWTPayload } from 'jose'
import * as v from 'valibot'
import type { ConnectorKeys } from './keys.ts'

/** Why an activity wasn't accepted: for the log. The caller learns nothing of it. */
export type ActivityProblem =
  | 'missing'
  | 'malformed'
  | 'algorithm'
  | 'key'
  | 'signature'
  | 'endorsement'
  | 'expired'
  | 'notYet'
  | 'issuer'
  | 'audience'
  | 'claims'
  | 'user'
  | 'body'
  | 'serviceUrl'
  | 'channel'
  | 'recipient'
  | 'tenant'

/** What is relied on of an accepted activity. */
export interface Inbound {
  readonly type: string
  readonly serviceUrl: string
  readonly conversationId: string
  readonly isPersonal: boolean
  readonly tenantId: string
}

export type FilterResult =
  | { readonly ok: true; readonly value: Inbound }
  | { readonly ok: false; readonly error: ActivityProblem }

/** Throws when the connector's keys can't be fetched: that is a fault, not the caller's. */
export type VerifyActivity = (authorization: string | undefined, body: unknown) => Promise<FilterResult>

export interface FilterOptions {
  readonly botApp: string
  readonly keys: ConnectorKeys
  readonly tenants: readonly string[]
  readonly isServiceUrl: (url: string) => boolean
  /** Milliseconds since 1970. */
  readonly now: () => number
}

const ISSUER = 'https://api.botframework.com'
const CHANNEL = 'msteams'
/** Clocks may differ by five minutes. */
const LEEWAY_SECONDS = 300
/** Claims of people's and applications' tokens, which no token of the connector has. */
const FOREIGN_CLAIMS = ['scp', 'oid', 'idtyp', 'roles', 'upn', 'preferred_username']

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(1000))
const activity = v.looseObject({
  type: id,
  channelId: id,
  serviceUrl: v.pipe(v.string(), v.maxLength(500)),
  recipient: v.looseObject({ id }),
  from: v.looseObject({ id }),
  conversation: v.looseObject({
    id,
    tenantId: v.optional(id),
    conversationType: v.optional(id),
  }),
  channelData: v.optional(v.looseObject({ tenant: v.optional(v.looseObject({ id })) })),
})

export function createActivityFilter(options: FilterOptions): VerifyActivity {
  const { botApp, keys, tenants, isServiceUrl, now } = options
  const allowed = new Set(tenants.map((tenant) => tenant.toLowerCase()))

  return async (authorization, body) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1]
    if (token === undefined) return refuse(authorization === undefined ? 'missing' : 'malformed')
    const read = v.safeParse(activity, body)
    if (!read.success) return refuse('body')
    const claims = await verify(token)
    if (!claims.ok) return claims
    const problem = problemOf(claims.value, read.output)
    return problem === null ? { ok: true, value: inboundOf(read.output) } : refuse(problem)
  }

  async function verify(token: string) {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, (header, jws) => keys.get(header, jws), {
        algorithms: ['RS256'],
        issuer: ISSUER,
        audience: botApp,
        requiredClaims: ['exp', 'nbf'],
        // Checked to the second below; this is a second line.
        clockTolerance: LEEWAY_SECONDS + 5,
      })
      if (!keys.isEndorsed(protectedHeader.kid, CHANNEL)) return refuse('endorsement')
      return { ok: true as const, value: payload }
    } catch (fault) {
      const problem = problemOfFault(fault)
      if (problem === null) throw fault
      return refuse(problem)
    }
  }

  function problemOf(claims: JWTPayload, said: v.InferOutput<typeof activity>): ActivityProblem | null {
    const seconds = Math.floor(now() / 1000)
    if ((claims.exp ?? 0) + LEEWAY_SECONDS < seconds) return 'expired'
    if ((claims.nbf ?? Infinity) - LEEWAY_SECONDS > seconds) return 'notYet'
    // An audience of several would make the token good elsewhere too.
    if (claims.aud !== botApp) return 'audience'
    if (FOREIGN_CLAIMS.some((name) => name in claims)) return 'user'
    const claimed = claims['serviceurl'] ?? claims['serviceUrl']
    if (typeof claimed !== 'string' || !isSameUrl(claimed, said.serviceUrl)) return 'serviceUrl'
    if (!isServiceUrl(said.serviceUrl)) return 'serviceUrl'
    if (said.channelId !== CHANNEL) return 'channel'
    if (said.recipient.id !== `28:${botApp}`) return 'recipient'
    const named = [said.conversation.tenantId, said.channelData?.tenant?.id].filter((tenant) => tenant !== undefined)
    const isOurs = named.length > 0 && named.every((tenant) => allowed.has(tenant.toLowerCase()))
    return isOurs && new Set(named).size === 1 ? null : 'tenant'
  }
}

function inboundOf({ type, serviceUrl, conversation, channelData }: v.InferOutput<typeof activity>): Inbound {
  return {
    type,
    serviceUrl,
    conversationId: conversation.id,
    isPersonal: (conversation.conversationType ?? 'personal') === 'personal',
    tenantId: conversation.tenantId ?? channelData?.tenant?.id ?? '',
  }
}

/**
 * Whether a service URL lies below one of those allowed: the same scheme, host and port, and a path that goes on from
 * theirs at a slash. `https://smba.trafficmanager.net@elsewhere.example/` doesn't.
 */
export function createServiceUrlCheck(allowed: () => readonly string[]): (url: string) => boolean {
  return (text) => {
    // What a URL parser would quietly mend, a reader of the text takes for something else.
    if (!URL.canParse(text) || /[\s\\#?]/.test(text)) return false
    const url = new URL(text)
    if (url.username !== '' || url.password !== '') return false
    return allowed().some((each) => {
      const base = new URL(each)
      return url.origin === base.origin && `${stem(url.pathname)}/`.startsWith(`${stem(base.pathname)}/`)
    })
  }
}

function isSameUrl(a: string, b: string): boolean {
  return stem(a) === stem(b)
}

function stem(text: string): string {
  return text.replace(/\/+$/, '')
}

function refuse(error: ActivityProblem): { readonly ok: false; readonly error: ActivityProblem } {
  return { ok: false, error }
}

/** Null for what isn't the token's fault. */
function problemOfFault(fault: unknown): ActivityProblem | null {
  if (fault instanceof errors.JWTExpired) return 'expired'
  if (fault instanceof errors.JWTClaimValidationFailed) {
    if (fault.claim === 'iss') return 'issuer'
    if (fault.claim === 'aud') return 'audience'
    return fault.claim === 'nbf' && fault.reason === 'check_failed' ? 'notYet' : 'claims'
  }
  if (fault instanceof errors.JOSEAlgNotAllowed || fault instanceof errors.JOSENotSupported) return 'algorithm'
  if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys) return 'key'
  if (fault instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (fault instanceof errors.JWSInvalid || fault instanceof errors.JWTInvalid) return 'malformed'
  return null
}
