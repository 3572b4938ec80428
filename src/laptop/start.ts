/**
 * `npm start`: Graph and sign-in, the service, the tab and a Teams host on four ports of this machine, with the
 * demonstration in them on the first start.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { createTeamsHost, type PinnedTab } from '../local/teams/server.ts'
import { createService } from '../service/server.ts'
import { makePage } from '../tab/shell/page.ts'
import type { Sites } from './administration.ts'
import { openBrowser } from './browser.ts'
import { buildPages } from './builds.ts'
import { tellings } from './demonstration/telling.ts'
import {
  APPS,
  CONTROL_SITE_PATH,
  GRAPH_AUDIENCE,
  SERVICE_SCOPE,
  TEAMS_APP_ID,
  TENANT_ID,
} from './demonstration/tenant.ts'
import { runUntilEnded } from './ending.ts'
import { openFolder } from './folder.ts'
import { openMicrosoft } from './microsoft.ts'
import { readOptions } from './options.ts'
import { expectFree } from './ports.ts'
import { serveTab } from './tabserver.ts'
import { readTeamsApp } from './teamsapp.ts'

await runUntilEnded(async (closing) => {
  const options = readOptions(process.argv.slice(2), { data: '.matters', port: 5300, lastPort: 3 })
  const [hostPort, tabPort, graphPort, servicePort] = [0, 1, 2, 3].map((more) => options.port + more) as [
    number,
    number,
    number,
    number,
  ]
  const origin = (port: number): string => `http://localhost:${port}`
  await expectFree([hostPort, tabPort, graphPort, servicePort])
  const folder = openFolder(options.data, options.fresh)
  closing(() => folder.release())

  const pages = await buildPages(console.log)
  const microsoft = await openMicrosoft({
    folder: folder.path,
    port: graphPort,
    allowedOrigins: [origin(tabPort)],
    tokenRoute: false,
    say: console.log,
  })
  closing(() => microsoft.graph.close())

  const service = await createService({
    configuration: {
      tenantId: TENANT_ID,
      authority: microsoft.graph.origin,
      graphBase: microsoft.graph.url,
      graphAudience: GRAPH_AUDIENCE,
      tabApp: APPS.tab,
      serviceApp: APPS.service,
      privateKey: microsoft.serviceKey.privateKey,
      certificate: null,
      controlSite: microsoft.sites.get(CONTROL_SITE_PATH) ?? '',
      tabOrigin: origin(tabPort),
      host: '127.0.0.1',
      port: servicePort,
    },
  })
  closing(() => service.close())

  const tab = await serveTab(pages.tab, tabPort, {
    tabClientId: APPS.tab,
    graphBase: microsoft.graph.url,
    serviceBase: service.url,
    serviceScope: SERVICE_SCOPE,
    hostOrigins: [origin(hostPort)],
    appId: TEAMS_APP_ID,
  })
  closing(() => tab.close())

  const pins = join(folder.path, 'teams')
  movePins(pins, tab.origin)
  const host = await createTeamsHost({
    tenant: microsoft.tenant,
    signIn: microsoft.graph.signIn,
    port: hostPort,
    app: readTeamsApp(tab.origin),
    data: pins,
    assets: pages.host,
    tabs: pinnedTabs(tab.origin, microsoft.sites),
  })
  closing(() => host.close())

  console.log(`Matters Arising is ready: ${host.url}`)
  if (options.open) openBrowser(host.url)
})

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
