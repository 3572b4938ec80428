/**
 * The keys that sign Teams' activities, and which channels each is endorsed for. Found through the connector's OpenID
 * metadata, which is read once a day; a key that isn't known yet is looked for at most every half minute.
 */

import { createRemoteJWKSet, customFetch, type FlattenedJWSInput, type JWSHeaderParameters } from 'jose'
import * as v from 'valibot'

type Remote = ReturnType<typeof createRemoteJWKSet>

export interface ConnectorKeys {
  /** Throws jose's JWKSNoMatchingKey for a key that the connector doesn't have. */
  get(header: JWSHeaderParameters, token: FlattenedJWSInput): ReturnType<Remote>
  isEndorsed(kid: string | undefined, channel: string): boolean
}

/** Thrown when the connector's metadata aren't what they should be. */
export class MetadataFault extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'MetadataFault'
  }
}

const DAY = 24 * 60 * 60_000
const metadataShape = v.object({ jwks_uri: v.pipe(v.string(), v.url()) })

export function openConnectorKeys(options: {
  /** Address of the OpenID metadata. */
  readonly metadata: string
  readonly fetch: typeof fetch
  /** Milliseconds since 1970. */
  readonly now: () => number
}): ConnectorKeys {
  const { metadata, now } = options
  let known: { readonly until: number; readonly keys: Promise<Remote> } | null = null
  let current: Remote | null = null

  async function find(): Promise<Remote> {
    const response = await options.fetch(metadata, { signal: AbortSignal.timeout(5000) })
    if (!response.ok) throw new MetadataFault(`the connector's metadata answered ${response.status}`)
    const read = v.safeParse(metadataShape, await response.json())
    if (!read.success) throw new MetadataFault("the connector's metadata name no keys")
    const address = new URL(read.output.jwks_uri)
    if (address.origin !== new URL(metadata).origin) throw new MetadataFault('the keys are elsewhere')
    current = createRemoteJWKSet(address, { [customFetch]: options.fetch, timeoutDuration: 5000 })
    return current
  }

  return {
    async get(header, token) {
      if (known === null || known.until < now()) {
        const keys = find()
        known = { until: now() + DAY, keys }
        keys.catch(() => {
          known = null
        })
      }
      return (await known.keys)(header, token)
    },
    isEndorsed(kid, channel) {
      const key = current?.jwks()?.keys.find((each) => each.kid === kid)
      const { endorsements } = (key ?? {}) as { endorsements?: unknown }
      return kid !== undefined && Array.isArray(endorsements) && endorsements.includes(channel)
    },
  }
}
