/**
 * Everything of a laptop on four neighbouring ports: the host page on N, the tab on N+1, Graph and sign-in on N+2, the
 * service on N+3. `npm start` runs it for a person, `npm run look` for pictures, tests to switch faults on in its Graph.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LocalGraph } from '../local/graph/server.ts'
import { createTeamsHost, type PinnedTab } from '../local/teams/server.ts'
import { makePage } from '../tab/shell/page.ts'
import type { Sites } from './administration.ts'
import { openBackstage } from './backstage.ts'
import { buildPages } from './builds.ts'
import { tellings } from './demonstration/telling.ts'
import { APPS, SERVICE_SCOPE, TEAMS_APP_ID } from './demonstration/tenant.ts'
import type { Closer } from './ending.ts'
import { serveTab } from './tabserver.ts'
import { readTeamsApp } from './teamsapp.ts'

export interface Laptop {
  /** Address of the host page. */
  readonly url: string
  readonly graph: LocalGraph
}

export interface LaptopPlace {
  /** Where its data are kept. */
  readonly folder: string
  /** The first of the four ports. */
  readonly port: number
  readonly say: (line: string) => void
}

export const LAPTOP_PORTS = 4

/** @param closing registers what is to be closed, in the order in which it was opened */
export async function openLaptop(
  { folder, port, say }: LaptopPlace,
  closing: (closer: Closer) => void,
): Promise<Laptop> {
  const origin = (more: number): string => `http://localhost:${port + more}`
  const pages = await buildPages(say)
  const { microsoft, connector, service, day } = await openBackstage(
    { folder, port: port + 2, servicePort: port + 3, tabOrigin: origin(1), hostOrigin: origin(0), say },
    closing,
  )

  const tab = await serveTab(
    pages.tab,
    port + 1,
    {
      tabClientId: APPS.tab,
      graphBase: microsoft.graph.url,
      serviceBase: service.url,
      serviceScope: SERVICE_SCOPE,
      hostOrigins: [origin(0)],
      appId: TEAMS_APP_ID,
    },
    day.daysAhead,
  )
  closing(() => tab.close())

  const pins = join(folder, 'teams')
  movePins(pins, tab.origin)
  const host = await createTeamsHost({
    tenant: microsoft.tenant,
    signIn: microsoft.graph.signIn,
    port,
    app: readTeamsApp(tab.origin),
    data: pins,
    assets: pages.host,
    tabs: pinnedTabs(tab.origin, microsoft.sites),
    connector,
    today: { read: () => day.clock.today(), move: (days) => day.move(days) },
  })
  closing(() => host.close())
  return { url: host.url, graph: microsoft.graph }
}

/** The tabs that the groups of the demonstration have had all along. */
function pinnedTabs(tabOrigin: string, sites: Sites): PinnedTab[] {
  return tellings('2000-01-01').map(({ group, team }) => {
    const url = `${tabOrigin}/${makePage({ kind: 'channel', group: group.key, siteId: sites.get(team.sitePath) ?? '' })}`
    return {
      teamId: team.id,
      channelId: team.channels[1]?.id ?? '',
      entityId: group.key,
      name: 'Matters Arising',
      contentUrl: url,
      websiteUrl: url,
    }
  })
}

/** Pinned tabs carry whole addresses; on other ports than last time they are to be found there. */
function movePins(folder: string, tabOrigin: string): void {
  const file = join(folder, 'tabs.json')
  if (!existsSync(file)) return
  const pins = readFileSync(file, 'utf8')
  writeFileSync(file, pins.replaceAll(/"http:\/\/localhost:\d+(?=[/"])/g, `"${tabOrigin}`))
}
