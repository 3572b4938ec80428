/**
 * `npm run build`: the tab for a web server, with a deployment's configuration from the environment, searched for
 * anything of a laptop. Exits 1 and says why where something is missing or must not be served.
 *
 *   npm run build -- --out /srv/matters
 */

import { isAbsolute, join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { CACHE } from './places.ts'
import { buildProduction } from './production.ts'

const ASKED = {
  MATTERS_APP_ID: 'the id of the Teams app',
  MATTERS_TAB_APP: "the id of the tab's app registration",
  MATTERS_SERVICE_APP: "the id of the service's app registration",
  MATTERS_SERVICE_BASE: 'where the service answers, with https',
} as const

const { values } = parseArgs({ options: { out: { type: 'string' } } })
const env = (name: keyof typeof ASKED): string => process.env[name]?.trim() ?? ''
const names = Object.keys(ASKED) as readonly (keyof typeof ASKED)[]
const missing = names.filter((name) => env(name) === '')
if (missing.length > 0) {
  console.error(`Nothing was built. Set ${missing.map((name) => `${name} (${ASKED[name]})`).join(', ')}.`)
  process.exit(1)
}
if (!/^https:\/\/[^/]+/.test(env('MATTERS_SERVICE_BASE'))) {
  console.error(`Nothing was built. MATTERS_SERVICE_BASE has to be ${ASKED.MATTERS_SERVICE_BASE}.`)
  process.exit(1)
}
// npm runs scripts in the project's folder; INIT_CWD is where the person stands.
const from = process.env['INIT_CWD'] ?? process.cwd()
const out =
  values.out === undefined ? join(CACHE, 'production') : isAbsolute(values.out) ? values.out : join(from, values.out)

const contact = process.env['MATTERS_ACCESSIBILITY_CONTACT']?.trim()
const built = await buildProduction(out, {
  appId: env('MATTERS_APP_ID'),
  tabClientId: env('MATTERS_TAB_APP'),
  graphBase: process.env['MATTERS_GRAPH_BASE']?.trim() || 'https://graph.microsoft.com/v1.0',
  serviceBase: env('MATTERS_SERVICE_BASE'),
  serviceScope: `api://${env('MATTERS_SERVICE_APP')}/access_as_user`,
  ...(contact ? { accessibilityContact: contact } : {}),
})
for (const [name, size] of built.files) console.log(`${String(size).padStart(8)}  ${name}`)
console.log(`\nServe ${out} with these headers:`)
for (const [name, value] of Object.entries(built.headers)) console.log(`  ${name}: ${value}`)
if (built.problems.length > 0) {
  console.error(`\nDon't serve this:\n${built.problems.map((problem) => `  ${problem}`).join('\n')}`)
  process.exit(1)
}
console.log('\nNothing of a laptop is in it.')
