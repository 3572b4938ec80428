/**
 * Finds a site from what an administrator has at hand: its address in a browser (with or without `https://`), Graph's
 * `host:/path`, or its id.
 */

import type { GraphClient } from '../client.ts'
import { GraphFault } from '../fault.ts'
import { path } from '../odata.ts'
import { findSite, type Site } from '../sites.ts'

/** Null where there is none, or it can't be read with this token. */
export async function findNamedSite(client: GraphClient, text: string): Promise<Site | null> {
  const name = text.trim()
  if (/^[\w.-]+,[\w-]+,[\w-]+$/.test(name)) return findSiteById(client, name)
  const address = URL.canParse(name) ? new URL(name) : null
  if (address?.protocol === 'https:') return findSite(client, address.host, decodeURIComponent(address.pathname))
  const written = /^([\w.-]+):?(\/.+)$/.exec(name)
  return written?.[1] && written[2] ? findSite(client, written[1], written[2]) : null
}

async function findSiteById(client: GraphClient, id: string): Promise<Site | null> {
  try {
    const raw = await client.send<{ id: string; displayName?: string; webUrl?: string }>({
      method: 'GET',
      path: path('sites', id),
    })
    return { id: raw.id, name: raw.displayName ?? '', webUrl: raw.webUrl ?? '' }
  } catch (fault) {
    if (fault instanceof GraphFault && [400, 403, 404].includes(fault.status)) return null
    throw fault
  }
}
