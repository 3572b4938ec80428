/**
 * A Microsoft 365 on this laptop with the demonstration in it: sign-in and Graph on one port, seeded on the first start
 * on a data folder and left alone after that.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createGraph, type LocalGraph } from '../local/graph/server.ts'
import type { Tenant } from '../local/tenant.ts'
import { createClock } from '../words/clock.ts'
import { provisionTenant, type Sites, type Tenancy } from './administration.ts'
import { seedDemonstration } from './demonstration/seeding.ts'
import { demonstrationTenant } from './demonstration/tenant.ts'
import { openKey, type ApplicationKey } from './keys.ts'

export interface Microsoft {
  readonly tenant: Tenant
  readonly graph: LocalGraph
  readonly serviceKey: ApplicationKey
  readonly botKey: ApplicationKey
  readonly sites: Sites
}

export async function openMicrosoft(options: {
  readonly folder: string
  readonly port: number
  /** Pages that may call Graph. */
  readonly allowedOrigins: readonly string[]
  /** Hand out tokens to whoever asks on this machine. */
  readonly tokenRoute: boolean
  readonly say: (line: string) => void
}): Promise<Microsoft> {
  const serviceKey = openKey(join(options.folder, 'keys', 'service.pem'))
  const botKey = openKey(join(options.folder, 'keys', 'bot.pem'))
  const tenant = demonstrationTenant({ service: serviceKey.publicKey, bot: botKey.publicKey })
  const graph = await createGraph({
    tenant,
    port: options.port,
    data: join(options.folder, 'graph'),
    throttle: 'off',
    allowedOrigins: [...options.allowedOrigins],
    tokenRoute: options.tokenRoute,
  })
  try {
    const tenancy = { base: graph.url, signIn: graph.signIn }
    const sites = await provisionTenant(tenancy)
    await seedOnce(join(options.folder, 'demonstration.json'), tenancy, sites, options.say)
    return { tenant, graph, serviceKey, botKey, sites }
  } catch (error) {
    await graph.close()
    throw error
  }
}

/** The day is kept, so that a start that was broken off carries on with the same story. */
async function seedOnce(file: string, tenancy: Tenancy, sites: Sites, say: (line: string) => void): Promise<void> {
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { today: string; told: boolean }) : null
  if (known?.told) return
  const today = known?.today ?? createClock().today()
  writeFileSync(file, JSON.stringify({ today, told: false }))
  await seedDemonstration(tenancy, sites, today, say)
  writeFileSync(file, JSON.stringify({ today, told: true }))
}
