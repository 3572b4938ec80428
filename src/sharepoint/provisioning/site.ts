/**
 * Finds a site from what an administrator has at hand: its address in a browser (with or without `https://`), Graph's
 * `host:/path`, or its id.
 */

import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { path, query } from '../odata.ts'

export interface Site {
  /** `host,collection,web` */
  readonly id: string
  readonly name: string
  readonly address: string
}

/** Null where there is none, or it can't be read with this token. */
export async function findSite(client: GraphClient, text: string): Promise<Site | null> {
  const target = addressOf(text.trim())
  if (target === null) return null
  try {
    const site = await client.send<{ id: string; displayName?: string; webUrl?: string }>({
      method: 'GET',
      path: target + query({ select: ['id', 'displayName', 'webUrl'] }),
    })
    return { id: site.id, name: site.displayName ?? '', address: site.webUrl ?? '' }
  } catch (fault) {
    if (fault instanceof GraphFault && [400, 403, 404].includes(fault.status)) return null
    throw fault
  }
}

function addressOf(text: string): string | null {
  if (/^[\w.-]+,[\w-]+,[\w-]+$/.test(text)) return path('sites', text)
  const place = URL.canParse(text) ? new URL(text) : null
  const written = /^([\w.-]+):?(\/.*)$/.exec(text)
  const [host, below] =
    place?.protocol === 'https:' ? [place.host, decodeURIComponent(place.pathname)] : [written?.[1], written?.[2]]
  if (host === undefined || below === undefined) return null
  const segments = below.split('/').filter((segment) => segment !== '')
  return segments.length === 0 ? path('sites', host) : `/sites/${host}:${path(...segments)}`
}
