/**
 * `npm run probe`: does a real tenant behave as the local Graph does where Microsoft promises nothing? Asks the Graph
 * at MATTERS_PROBE_BASE (https://graph.microsoft.com/v1.0 unless said) with the token in MATTERS_PROBE_TOKEN, in
 * scratch lists on the site with the id MATTERS_PROBE_SITE, and prints one line per claim. With MATTERS_PROBE_LARGE=1
 * also those that need 5,001 items. Exits 1 when a claim doesn't hold.
 */

import process from 'node:process'
import { probe } from './probing.ts'

const { MATTERS_PROBE_BASE, MATTERS_PROBE_TOKEN, MATTERS_PROBE_SITE, MATTERS_PROBE_LARGE } = process.env
if (!MATTERS_PROBE_TOKEN || !MATTERS_PROBE_SITE) {
  console.error('Set MATTERS_PROBE_TOKEN to a Graph token and MATTERS_PROBE_SITE to the id of a site to make lists on.')
  process.exit(2)
}
const counts = { holds: 0, differs: 0, 'left out': 0 }
for await (const { id, claim, outcome, instead } of probe({
  base: (MATTERS_PROBE_BASE ?? 'https://graph.microsoft.com/v1.0').replace(/\/+$/, ''),
  token: MATTERS_PROBE_TOKEN,
  site: MATTERS_PROBE_SITE,
  large: MATTERS_PROBE_LARGE === '1',
})) {
  counts[outcome] += 1
  console.log(`${outcome.padEnd(8)}  ${id}: ${claim}${instead === undefined ? '' : `\n          ${instead}`}`)
}
console.log(`${counts.holds} hold, ${counts.differs} differ, ${counts['left out']} left out`)
process.exitCode = counts.differs > 0 ? 1 : 0
