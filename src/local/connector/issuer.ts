/**
 * Signs what goes to the bot as the Bot Connector does: RS256, issuer `https://api.botframework.com`, the bot as the
 * audience, the service URL as a claim, and a published key that endorses the channel. Its metadata and keys have the
 * addresses that `@microsoft/teams.apps` derives from one another. The key is the laptop's own and is trusted by
 * configuration only; none of this is part of a production build.
 */

import { join } from 'node:path'
import { SignJWT, type JWTPayload } from 'jose'
import { ALGORITHM, openSigningKey } from '../signin/key.ts'

export const CONNECTOR_ISSUER = 'https://api.botframework.com'
const HOUR = 3600

export interface Issuer {
  /** A token for one activity; `claims` are added or override. @param claims for tests that forge */
  sign(serviceUrl: string, claims?: JWTPayload): Promise<string>
  jwks(): { readonly keys: readonly object[] }
  metadata(): object
}

/** @param folder where the key is kept; @param base the connector's address, ending in a slash */
export async function openIssuer(options: {
  readonly folder: string | undefined
  readonly base: string
  readonly audience: string
  readonly now: () => number
}): Promise<Issuer> {
  const { folder, base, audience, now } = options
  const key = await openSigningKey(folder === undefined ? undefined : join(folder, 'connector-key.json'))
  return {
    sign(serviceUrl, claims = {}) {
      const at = Math.floor(now() / 1000)
      const said = { iss: CONNECTOR_ISSUER, aud: audience, serviceurl: serviceUrl, nbf: at, exp: at + HOUR }
      return new SignJWT({ ...said, ...claims })
        .setProtectedHeader({ alg: ALGORITHM, kid: key.kid, typ: 'JWT' })
        .sign(key.privateKey)
    },
    jwks: () => ({ keys: [{ ...key.publicJwk, endorsements: ['msteams'] }] }),
    metadata: () => ({
      issuer: CONNECTOR_ISSUER,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${base}.well-known/keys`,
      id_token_signing_alg_values_supported: [ALGORITHM],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
  }
}
