/**
 * The service's own token for Graph: client credentials with an assertion that its private key signs, so that no
 * secret travels. Kept until shortly before it ends; asked for once when many need it at the same time.
 */

import { importPKCS8, SignJWT } from 'jose'
import * as v from 'valibot'

export interface ApplicationTokenOptions {
  readonly authority: string
  readonly tenantId: string
  readonly clientId: string
  /** PKCS#8, PEM. */
  readonly privateKey: string
  /** SHA-256 thumbprint of the certificate, base64url: Entra finds the key by it. */
  readonly thumbprint?: string
  /** What the token is for, for example `https://graph.microsoft.com`. */
  readonly audience: string
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/** Thrown when the authority gives no token; `code` is its own, for example `invalid_client`. */
export class TokenFault extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, cause?: unknown) {
    super(`no application token: ${status} ${code}`, { cause })
    this.name = 'TokenFault'
    this.status = status
    this.code = code
  }
}

const EARLY = 5 * 60_000
const granted = v.object({ access_token: v.pipe(v.string(), v.minLength(1)), expires_in: v.number() })
const denied = v.object({ error: v.pipe(v.string(), v.regex(/^[\w.-]{1,80}$/)) })

/** @returns gives a token; with claims (Graph challenged the last one) a new one in any case */
export function createApplicationToken(
  options: ApplicationTokenOptions,
): (challenge?: { claims?: string }) => Promise<string> {
  const endpoint = `${options.authority}/${options.tenantId}/oauth2/v2.0/token`
  let kept: { readonly token: string; readonly until: number } | null = null
  let underWay: Promise<string> | null = null

  async function ask(claims: string | undefined): Promise<string> {
    const key = await importPKCS8(options.privateKey, 'RS256')
    const now = Math.floor(options.now() / 1000)
    const assertion = await new SignJWT()
      .setProtectedHeader({
        alg: 'RS256',
        typ: 'JWT',
        ...(options.thumbprint === undefined ? {} : { 'x5t#S256': options.thumbprint }),
      })
      .setIssuer(options.clientId)
      .setSubject(options.clientId)
      .setAudience(endpoint)
      .setJti(crypto.randomUUID())
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(now + 300)
      .sign(key)
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: options.clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
      scope: `${options.audience}/.default`,
      ...(claims === undefined ? {} : { claims }),
    })
    let response: Response
    try {
      response = await options.fetch(endpoint, { method: 'POST', body: form, signal: AbortSignal.timeout(15_000) })
    } catch (cause) {
      throw new TokenFault(0, 'unreachable', cause)
    }
    const body: unknown = await response.json().catch(() => null)
    const answer = v.safeParse(granted, body)
    if (!response.ok || !answer.success) {
      const error = v.safeParse(denied, body)
      throw new TokenFault(response.status, error.success ? error.output.error : 'unknown')
    }
    const { access_token: token, expires_in: seconds } = answer.output
    kept = { token, until: options.now() + seconds * 1000 - Math.min(EARLY, (seconds * 1000) / 2) }
    return token
  }

  return (challenge) => {
    if (challenge?.claims !== undefined) return ask(challenge.claims)
    if (kept && options.now() < kept.until) return Promise.resolve(kept.token)
    underWay ??= ask(undefined).finally(() => {
      underWay = null
    })
    return underWay
  }
}
