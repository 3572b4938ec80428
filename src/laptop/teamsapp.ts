/** The app as the local Teams host is to know it: read from the real manifest, filled in for this laptop. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeManifest } from '../cli/manifest.ts'
import type { HostApp } from '../local/teams/server.ts'
import { APPS, TEAMS_APP_ID } from './demonstration/tenant.ts'
import { ROOT } from './places.ts'

interface Manifest {
  readonly id: string
  readonly name: { readonly short: string }
  readonly configurableTabs: readonly [{ readonly configurationUrl: string }]
  readonly bots: readonly [
    { readonly commandLists: readonly [{ readonly commands: readonly { title: string; description: string }[] }] },
  ]
  readonly staticTabs: readonly [{ readonly entityId: string; readonly contentUrl: string; readonly name: string }]
}

export function readTeamsApp(tabOrigin: string): HostApp {
  const read = (name: string): string => readFileSync(join(ROOT, 'manifest', name), 'utf8')
  const manifest = JSON.parse(
    makeManifest(read('manifest.template.json'), {
      appId: TEAMS_APP_ID,
      version: '1.0.0',
      tabOrigin,
      serviceApp: APPS.service,
      botApp: APPS.bot,
      developerName: 'Matters Arising',
      websiteUrl: tabOrigin,
      privacyUrl: tabOrigin,
      termsUrl: tabOrigin,
    }),
  ) as Manifest
  const welsh = JSON.parse(read('cy.json')) as Readonly<Record<string, string>>
  const [personal] = manifest.staticTabs
  const [channel] = manifest.configurableTabs
  return {
    id: manifest.id,
    name: { en: manifest.name.short, cy: welsh['name.short'] ?? manifest.name.short },
    personalTab: {
      entityId: personal.entityId,
      contentUrl: personal.contentUrl,
      name: { en: personal.name, cy: welsh['staticTabs[0].name'] ?? personal.name },
    },
    bot: {
      commands: manifest.bots[0].commandLists[0].commands.map(({ title, description }, index) => {
        const say = (field: string, english: string) => ({
          en: english,
          cy: welsh[`bots[0].commandLists[0].commands[${index}].${field}`] ?? english,
        })
        return { title: say('title', title), description: say('description', description) }
      }),
    },
    channelTab: { configurationUrl: channel.configurationUrl },
    tabOrigin,
  }
}
