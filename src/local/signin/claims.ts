/**
 * What a token says and what sign-in can refuse. Tokens look like Microsoft Entra's v2 access tokens; only the issuer
 * is the local one.
 */

export interface Claims {
  readonly iss: string
  readonly aud: string
  readonly tid: string
  /** Object id of the person, or of the application when the token is an application's. */
  readonly oid: string
  readonly sub: string
  /** The application that asked for the token. */
  readonly azp: string
  /** Delegated permissions, separated by spaces. */
  readonly scp?: string
  /** Application permissions. */
  readonly roles?: readonly string[]
  readonly idtyp?: 'app' | 'user'
  readonly name?: string
  readonly preferred_username?: string
  /** Seconds since 1970. */
  readonly iat: number
  readonly nbf: number
  readonly exp: number
  readonly ver: '2.0'
  readonly uti: string
  readonly [claim: string]: unknown
}

export type SignInErrorCode =
  | 'person_unknown'
  | 'disabled'
  | 'application_unknown'
  | 'consent_required'
  | 'invalid_client'
  | 'invalid_scope'
  | 'invalid_token'

/** Sign-in said no. `message` is for a developer; no token or key is ever part of it. */
export class SignInError extends Error {
  readonly code: SignInErrorCode

  constructor(code: SignInErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SignInError'
    this.code = code
  }
}
