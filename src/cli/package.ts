/**
 * `matters package`: builds the app package that an administrator uploads to Teams, for one environment, and says what
 * is in it. It is checked offline against Microsoft's published schemas first: what Teams would refuse isn't built.
 */

import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { zipSync } from 'fflate'
import { makeManifest, type ManifestValues } from './manifest.ts'
import { Ending, type Surroundings } from './surroundings.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What the environment has to say: where, under which flag, and what a value looks like. */
const ASKED = {
  appId: ['MATTERS_APP_ID', '--app-id', 'the id of the Teams app, a GUID of its own', isGuid],
  serviceApp: ['MATTERS_SERVICE_APP', '--service-app', "the id of the service's app registration, a GUID", isGuid],
  botApp: ['MATTERS_BOT_APP', '--bot-app', "the id of the bot's app registration, a GUID", isGuid],
  tabOrigin: ['MATTERS_TAB_ORIGIN', '--tab-origin', 'where the tab is served: https://matters.example', isOrigin],
  developerName: ['MATTERS_DEVELOPER', '--developer', 'who answers for the app, up to 32 characters', isName],
  websiteUrl: ['MATTERS_WEBSITE', '--website', 'their website, with https', isHttps],
  privacyUrl: ['MATTERS_PRIVACY', '--privacy', 'their privacy notice, with https', isHttps],
  termsUrl: ['MATTERS_TERMS', '--terms', 'their terms of use, with https', isHttps],
  version: ['MATTERS_VERSION', '--app-version', 'major.minor.patch, more than the last one uploaded', isVersion],
} as const satisfies Record<keyof ManifestValues, readonly [string, string, string, (value: string) => boolean]>

type Name = keyof typeof ASKED
const NAMES = Object.keys(ASKED) as readonly Name[]

const HELP = `
Each of them can stand in the environment instead:
${NAMES.map((name) => `  ${ASKED[name][0].padEnd(20)} ${ASKED[name][2]}`).join('\n')}

Ends with 0 when the package was built, with 1 else. Nothing is sent anywhere.`

export function addPackage(program: Command, around: Surroundings): void {
  const command = program
    .command('package')
    .description('Build the Teams app package for one environment, checked against the published schema.')
  for (const name of NAMES) command.option(`${ASKED[name][1]} <value>`, ASKED[name][2])
  command
    .option('--out <folder>', 'where to put it', join(ROOT, 'appPackage', 'build'))
    .addHelpText('after', HELP)
    .action(async (flags: Readonly<Record<string, string | undefined>>) => {
      const file = await buildPackage(readValues(flags, around.env))
      const folder = flags['out'] ?? ''
      await mkdir(folder, { recursive: true })
      const path = join(folder, `matters-arising-${file.version}.zip`)
      await writeFile(path, file.zip)
      around.write(`${path}\n\n${file.told}\n`)
    })
}

/** Everything that is missing or wrong at once. */
function readValues(flags: Readonly<Record<string, string | undefined>>, env: Surroundings['env']): ManifestValues {
  const values = { version: '1.0.0' } as Record<Name, string>
  const problems: string[] = []
  for (const name of NAMES) {
    const [variable, flag, what, fits] = ASKED[name]
    const flagName = flag.slice(2).replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
    const value = (flags[flagName] ?? env[variable])?.trim() || values[name]
    if (!value) problems.push(`  ${flag} or ${variable} is missing: ${what}`)
    else if (!fits(value)) problems.push(`  ${flag} or ${variable} is "${value}": it has to be ${what}`)
    else values[name] = value
  }
  if (problems.length > 0) throw new Ending(1, ['Nothing was built.', ...problems].join('\n'))
  return values
}

export interface AppPackage {
  readonly zip: Uint8Array
  readonly version: string
  /** What is in it, for a person. */
  readonly told: string
}

/** The same values give the same bytes. */
export async function buildPackage(values: ManifestValues): Promise<AppPackage> {
  const read = (...path: readonly string[]): Promise<Buffer> => readFile(join(ROOT, ...path))
  const manifest = makeManifest((await read('manifest', 'manifest.template.json')).toString('utf8'), values)
  const files = {
    'manifest.json': Buffer.from(manifest),
    'cy.json': await read('manifest', 'cy.json'),
    'color.png': await read('appPackage', 'color.png'),
    'outline.png': await read('appPackage', 'outline.png'),
  }
  const parsed = JSON.parse(manifest) as Manifest
  const problems = await problemsOf(parsed)
  if (problems.length > 0) {
    throw new Ending(1, ['Teams would refuse this manifest. Nothing was built.', ...problems].join('\n'))
  }
  // A zip holds the time of each file; one and the same, so that equal content is an equal file.
  const zip = zipSync(files, { level: 9, mtime: '1980-01-01T00:00:00' })
  const sizes = Object.entries(files).map(([name, bytes]) => [name, bytes.length] as const)
  return { zip, version: values.version, told: tell(parsed, sizes, zip) }
}

interface Manifest {
  readonly id: string
  readonly version: string
  readonly manifestVersion: string
  readonly name: { readonly short: string }
  readonly validDomains: readonly string[]
  readonly configurableTabs: readonly { readonly scopes: readonly string[] }[]
  readonly staticTabs: readonly { readonly name: string; readonly scopes: readonly string[] }[]
  readonly localizationInfo: {
    readonly defaultLanguageTag: string
    readonly additionalLanguages: readonly { readonly languageTag: string }[]
  }
  readonly webApplicationInfo: { readonly id: string; readonly resource: string }
  readonly authorization: { readonly permissions: { readonly resourceSpecific: readonly Permission[] } }
}

interface Permission {
  readonly name: string
  readonly type: string
}

function tell(manifest: Manifest, sizes: readonly (readonly [string, number])[], zip: Uint8Array): string {
  const { localizationInfo: languages, staticTabs, webApplicationInfo: app } = manifest
  const asked = manifest.authorization.permissions.resourceSpecific
  const facts: readonly (readonly [string, string])[] = [
    ['app', `${manifest.name.short} ${manifest.version} (${manifest.id})`],
    ['manifest', `version ${manifest.manifestVersion}, as Microsoft’s schema wants it`],
    [
      'languages',
      [languages.defaultLanguageTag, ...languages.additionalLanguages.map((one) => one.languageTag)].join(', '),
    ],
    ['tabs', ['a channel’s register', ...staticTabs.map(({ name }) => `${name} (personal)`)].join(', ')],
    ['pages from', manifest.validDomains.join(', ')],
    ['single sign-on', `${app.resource} (${app.id})`],
    ['permissions', asked.map(({ name, type }) => `${name} (${type.toLowerCase()})`).join(', ')],
    ...sizes.map(([name, size]) => [name, `${size} bytes`] as const),
    ['package', `${zip.length} bytes, SHA-256 ${createHash('sha256').update(zip).digest('hex')}`],
  ]
  return facts.map(([name, fact]) => `  ${name.padEnd(15)} ${fact}`).join('\n')
}

/** What Microsoft's schema of the manifest's own version finds wrong with it. Offline. */
async function problemsOf(manifest: Manifest): Promise<readonly string[]> {
  const { AppManifestUtils } = await import('@microsoft/app-manifest')
  return AppManifestUtils.validateAgainstSchema(manifest as never)
}

function isGuid(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
}

function isVersion(value: string): boolean {
  return /^\d{1,5}\.\d{1,5}\.\d{1,5}$/.test(value)
}

function isName(value: string): boolean {
  return value.length <= 32
}

function isHttps(value: string): boolean {
  return URL.canParse(value) && new URL(value).protocol === 'https:'
}

/** Teams opens pages over https from a host that it can look up, and nothing may follow it. */
function isOrigin(value: string): boolean {
  return isHttps(value) && new URL(value).origin === value && new URL(value).hostname.includes('.')
}
