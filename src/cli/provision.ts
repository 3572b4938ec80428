/**
 * `matters provision`: what an administrator runs once for a deployment, and again whenever a team joins or lists are
 * to be brought up to date. Takes a token from the environment, because it is nobody's business to keep one.
 */

import type { Command } from 'commander'
import { createGraphClient } from '../sharepoint/client.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import { provision, type Deployed } from '../sharepoint/provisioning/deployment.ts'
import { LANGUAGES } from '../words/dates.ts'
import { createWords, type Words } from '../words/words.ts'
import { Ending, type Surroundings } from './surroundings.ts'

interface ProvisionFlags {
  readonly control?: string
  readonly site: readonly string[]
  readonly tabApp: string
  readonly serviceApp: string
  readonly json?: true
  readonly language: string
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

const HELP = `
SITE is a site's address (https://contoso.sharepoint.com/sites/csae-sgg), or its id.
Nothing is ever removed, and running it again changes nothing that is right.

In the environment:
  MATTERS_TOKEN        an administrator's access token for Graph, with Sites.FullControl.All
  MATTERS_GRAPH_BASE   https://graph.microsoft.com/v1.0, unless told otherwise

Ends with 0 when everything is as it should be, with 1 else.`

export function addProvision(program: Command, around: Surroundings): void {
  program
    .command('provision')
    .description('Grant the tab and the service the named sites, and make or upgrade the lists there.')
    .option('--control <site>', 'the Control site of the deployment')
    .option('--site <site>', 'the site of a team that has or will have a group; repeat it', collect, [])
    .requiredOption('--tab-app <id>', "the tab's app registration")
    .requiredOption('--service-app <id>', "the service's app registration")
    .option('--json', 'print what was done as JSON')
    .option('--language <language>', LANGUAGES.join(' or '), 'en')
    .addHelpText('after', HELP)
    .action(async (flags: ProvisionFlags) => runProvision(flags, around))
}

async function runProvision(flags: ProvisionFlags, around: Surroundings): Promise<void> {
  const words = createWords(flags.language === 'cy' ? 'cy' : 'en')
  const token = around.env['MATTERS_TOKEN']?.trim()
  if (!token) throw new Ending(1, words.say('provisioning.missing', { names: 'MATTERS_TOKEN' }))
  for (const [option, value] of [
    ['--tab-app', flags.tabApp],
    ['--service-app', flags.serviceApp],
  ] as const) {
    if (!UUID.test(value)) throw new Ending(1, words.say('provisioning.idInvalid', { option, value }))
  }
  if (flags.control === undefined && flags.site.length === 0) {
    throw new Ending(1, words.say('provisioning.nothingNamed'))
  }
  const client = createGraphClient({
    base: around.env['MATTERS_GRAPH_BASE']?.trim() || 'https://graph.microsoft.com/v1.0',
    token: () => Promise.resolve(token),
  })
  let deployed: Deployed
  try {
    deployed = await provision(client, {
      ...(flags.control === undefined ? {} : { controlSite: flags.control }),
      sites: flags.site,
      tabApp: { id: flags.tabApp, name: 'Matters Arising' },
      serviceApp: { id: flags.serviceApp, name: 'Matters Arising service' },
    })
  } catch (fault) {
    if (!(fault instanceof GraphFault)) throw fault
    throw new Ending(1, words.say('provisioning.unreachable', { status: fault.status, code: fault.code }))
  }
  around.write(flags.json ? `${JSON.stringify(deployed)}\n` : makeReport(deployed, words))
  if (deployed.problems.length > 0) {
    throw new Ending(
      1,
      deployed.problems.map(({ code, site }) => words.say(`provisioning.problem.${code}`, { site })).join('\n'),
    )
  }
}

function makeReport({ did, controlSite, problems }: Deployed, words: Words): string {
  const addresses = new Map<string, typeof did>()
  for (const each of did) addresses.set(each.site, [...(addresses.get(each.site) ?? []), each])
  const lines: string[] = []
  for (const [site, things] of addresses) {
    lines.push(site)
    for (const { what, where, state } of things) {
      const values = { what: words.say(`provisioning.what.${what}`), where }
      lines.push(`  ${words.say(`provisioning.did.${state}`, values)}`)
    }
  }
  const count = (state: string): number => did.filter((each) => each.state === state).length
  if (did.length > 0) {
    const counts = { made: count('made'), changed: count('changed'), there: count('there') }
    lines.push('', words.say('provisioning.summary', counts))
  }
  if (controlSite && problems.length === 0) lines.push(words.say('provisioning.control', { id: controlSite.id }))
  return lines.map((line) => `${line}\n`).join('')
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}
