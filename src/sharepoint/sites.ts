/** Finds a site by its address. Answers null for what isn't there or may not be seen. */

import type { GraphClient } from './client.ts'
import { GraphFault } from './fault.ts'
import { path } from './odata.ts'

export interface Site {
  readonly id: string
  readonly name: string
  readonly webUrl: string
}

/** By host and path, for example `local.sharepoint.com` and `/sites/csae-sgg`. */
export async function findSite(client: GraphClient, host: string, sitePath: string): Promise<Site | null> {
  const segments = sitePath.split('/').filter((segment) => segment !== '')
  try {
    const raw = await client.send<{ id: string; displayName?: string; name?: string; webUrl?: string }>({
      method: 'GET',
      path: `${path('sites', host)}:${path(...segments)}`,
    })
    return { id: raw.id, name: raw.displayName ?? raw.name ?? '', webUrl: raw.webUrl ?? '' }
  } catch (fault) {
    if (fault instanceof GraphFault && (fault.status === 403 || fault.status === 404)) return null
    throw fault
  }
}
