/**
 * Who is calling: verifies a person's Entra token for this service, and nothing else may stand in for one. Refuses the
 * application's own tokens, tokens of other applications, tenants, audiences and issuers, and any algorithm but RS256.
 *
 * Source of the checks: Microsoft identity platform, "Access tokens", "Validate tokens" and "Claims based authorization".
 */

import { createRemoteJWKSet, customFetch, errors, jwtVerify, type JWTPayload } from 'jose'
import type { Person } from '../domain/group.ts'

/** Why a token was not accepted: for the log. The caller is told only to sign in. */
export type TokenProblem =
  | 'missing'
  | 'malformed'
  | 'algorithm'
  | 'signature'
  | 'expired'
  | 'issuer'
  | 'audience'
  | 'tenant'
  | 'application'
  | 'client'
  | 'scope'
  | 'person'
  | 'claims'

export type CallerResult =
  | { readonly ok: true; readonly value: Person }
  | { readonly ok: false; readonly error: TokenProblem }

export interface CallerOptions {
  readonly authority: string
  readonly tenantId: string
  readonly serviceApp: string
  readonly tabApp: string
  readonly fetch: typeof fetch
}

export const SCOPE = 'access_as_user'

/** Throws when the keys can't be fetched: that is a fault, not the caller's. */
export type VerifyCaller = (authorization: string | undefined) => Promise<CallerResult>

export function createCallerVerifier(options: CallerOptions): VerifyCaller {
  const { authority, tenantId, serviceApp, tabApp } = options
  const keys = createRemoteJWKSet(new URL(`${authority}/${tenantId}/discovery/v2.0/keys`), {
    [customFetch]: options.fetch,
    timeoutDuration: 5000,
  })

  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/.exec(authorization ?? '')?.[1]
    if (token === undefined) return refuse(authorization === undefined ? 'missing' : 'malformed')
    let claims: JWTPayload
    try {
      const verified = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: `${authority}/${tenantId}/v2.0`,
        // Version 2 tokens carry the application's id, tokens of a custom identifier its URI.
        audience: [serviceApp, `api://${serviceApp}`],
        requiredClaims: ['exp', 'iat', 'tid', 'oid', 'azp', 'scp'],
        clockTolerance: 60,
      })
      claims = verified.payload
    } catch (fault) {
      const problem = problemOf(fault)
      if (problem === null) throw fault
      return refuse(problem)
    }
    return callerOf(claims, { tenantId, tabApp })
  }
}

/** The person of claims whose signature, issuer, audience and time hold. */
function callerOf(claims: JWTPayload, wanted: { readonly tenantId: string; readonly tabApp: string }): CallerResult {
  const { tid, oid, azp, scp, idtyp, name, preferred_username: username } = claims
  if (tid !== wanted.tenantId) return refuse('tenant')
  if (idtyp === 'app') return refuse('application')
  if (azp !== wanted.tabApp) return refuse('client')
  if (typeof scp !== 'string' || !scp.split(' ').includes(SCOPE)) return refuse('scope')
  if (typeof oid !== 'string' || oid === '') return refuse('person')
  const shown = [name, username].find((text) => typeof text === 'string' && text.trim() !== '')
  return { ok: true, value: { tenantId: tid, objectId: oid, name: typeof shown === 'string' ? shown.trim() : oid } }
}

function refuse(error: TokenProblem): CallerResult {
  return { ok: false, error }
}

/** Null for what isn't the token's fault. */
function problemOf(fault: unknown): TokenProblem | null {
  if (fault instanceof errors.JWTExpired) return 'expired'
  if (fault instanceof errors.JWTClaimValidationFailed) {
    if (fault.reason === 'missing' && ['scp', 'azp', 'oid'].includes(fault.claim)) return 'claims'
    return fault.claim === 'iss' ? 'issuer' : fault.claim === 'aud' ? 'audience' : 'claims'
  }
  if (fault instanceof errors.JOSEAlgNotAllowed || fault instanceof errors.JOSENotSupported) return 'algorithm'
  if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWSSignatureVerificationFailed) {
    return 'signature'
  }
  if (fault instanceof errors.JWSInvalid || fault instanceof errors.JWTInvalid) return 'malformed'
  return null
}
