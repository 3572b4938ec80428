/**
 * The tab as it goes to a web server: built, with a deployment's configuration in it, and searched for what must not be
 * there. Whatever of a laptop could reach production is a problem here, with the file that it is in.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import process from 'node:process'
import type { Rolldown } from 'vite'
import { fillConfiguration, KEPT_FOR_EVER, makeHeaders } from '../tab/serving.ts'
import { ROOT } from './places.ts'
import type { TabConfiguration } from './tabserver.ts'

export type Deployment = Omit<TabConfiguration, 'hostOrigins'>

export interface Built {
  /** By name, with their sizes. */
  readonly files: ReadonlyMap<string, number>
  readonly headers: Readonly<Record<string, string>>
  /** One sentence each; nothing may be served while there are any. */
  readonly problems: readonly string[]
}

/** Builds into the folder, which is emptied first. */
export async function buildProduction(folder: string, deployment: Deployment): Promise<Built> {
  const { build } = await import('vite')
  // Whatever the caller runs under: with React's checks for developers the tab is twice as large.
  process.env['NODE_ENV'] = 'production'
  const output = (await build({
    configFile: join(ROOT, '.config', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  })) as Rolldown.RolldownOutput
  const page = join(folder, 'index.html')
  writeFileSync(page, fillConfiguration(readFileSync(page, 'utf8'), deployment))
  const headers = makeHeaders(deployment)
  writeFileSync(join(folder, 'staticwebapp.config.json'), `${JSON.stringify(staticWebApp(headers), null, 2)}\n`)
  const modules = output.output.flatMap((each) => (each.type === 'chunk' ? each.moduleIds : []))
  return { files: sizesIn(folder), headers, problems: [...foreignModules(modules), ...problemsIn(folder)] }
}

/** What Azure Static Web Apps reads; other servers set the same headers in their own way (docs/production.md). */
function staticWebApp(headers: Readonly<Record<string, string>>): object {
  return { globalHeaders: headers, routes: [{ route: '/assets/*', headers: { 'Cache-Control': KEPT_FOR_EVER } }] }
}

/** Rooms whose code a laptop or a server runs, never a tab. */
export function foreignModules(modules: readonly string[]): string[] {
  return modules
    .map((id) => relative(ROOT, id).split(sep).join('/'))
    .filter((id) => /^(?:src\/(?:local|laptop|service|cli)|tests)\//.test(id))
    .map((id) => `${id} is part of the tab`)
}

const FORBIDDEN: readonly (readonly [pattern: RegExp, what: string])[] = [
  [/localhost|127\.0\.0\.1|\[::1\]/i, 'names this machine'],
  [/hostOrigins["']?:\s*\[\s*["']/, 'answers to a host that isn’t Microsoft’s'],
  [/\beval\(|new Function\(/, 'makes code out of text'],
  [/sourceMappingURL/, 'has a source map'],
  [/\bsrc\/(?:local|laptop)\//, 'mentions the laptop’s rooms'],
]

/** What stands in the built files. Exported so that a test plants each fault and sees it found. */
export function problemsIn(folder: string): string[] {
  const problems: string[] = []
  for (const name of sizesIn(folder).keys()) {
    if (name.endsWith('.map')) problems.push(`${name} is a source map`)
    if (!/\.(?:html|js|css|json)$/.test(name)) continue
    const text = readFileSync(join(folder, name), 'utf8')
    for (const [pattern, what] of FORBIDDEN) if (pattern.test(text)) problems.push(`${name} ${what}`)
    if (!name.endsWith('.html')) continue
    const inline = [...text.matchAll(/<script\b([^>]*)>/g)].filter(([, attributes = '']) => isInline(attributes))
    if (inline.length > 0 || /<style\b|\son\w+=|\sstyle=/.test(text)) problems.push(`${name} has code or style inline`)
    if (/(?:src|href)="(?:https?:)?\/\//.test(text)) problems.push(`${name} loads from elsewhere`)
  }
  return problems
}

/** A block of data isn't run. */
function isInline(attributes: string): boolean {
  return !/\bsrc=/.test(attributes) && !attributes.includes('type="application/json"')
}

function sizesIn(folder: string): ReadonlyMap<string, number> {
  mkdirSync(folder, { recursive: true })
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path): [string, number] => [relative(folder, path).split(sep).join('/'), readFileSync(path).length])
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}
