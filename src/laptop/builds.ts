/**
 * Builds the tab and the host page with vite into `.cache`, when what they are made of has changed since; what the tests
 * are made ready with, too. Two that want one at once build one after the other.
 */

import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './folder.ts'
import { CACHE, ROOT } from './places.ts'

export interface Build {
  /** What it stands under in `.cache`. */
  readonly name: string
  /** Everything that it is made of, as patterns from the root. */
  readonly sources: readonly string[]
  /** Where it is another one on another day. */
  readonly day?: string
  run(outDir: string): Promise<void>
}

const TAB: Build = {
  name: 'tab',
  sources: ['src/{tab,domain,words,contract,documents,sharepoint}/**/*', '.config/vite.config.ts', 'package-lock.json'],
  async run(outDir) {
    const { build } = await import('vite')
    const configFile = join(ROOT, '.config', 'vite.config.ts')
    await build({ configFile, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  },
}

export const HOST: Build = {
  name: 'host',
  sources: ['src/local/teams/**/*', '.config/vite.host.config.ts', 'package-lock.json'],
  async run(outDir) {
    const { buildHostPage } = await import('../local/teams/server.ts')
    await buildHostPage(outDir)
  },
}

/** The folder that something is built in. */
export async function builtOf(build: Build): Promise<string> {
  return alone(CACHE, async () => upToDate(build, () => {}))
}

/** Folders of the built tab and host page. */
export async function buildPages(
  say: (line: string) => void,
): Promise<{ readonly tab: string; readonly host: string }> {
  return alone(CACHE, async () => ({ tab: await upToDate(TAB, say), host: await upToDate(HOST, say) }))
}

async function upToDate(build: Build, say: (line: string) => void): Promise<string> {
  const outDir = join(CACHE, build.name)
  const stamp = join(CACHE, `${build.name}.sources`)
  const digest = digestOf(build.sources, build.day)
  if (existsSync(outDir) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return outDir
  say(`Building the ${build.name === 'tab' ? 'tab' : 'host page'}…`)
  rmSync(stamp, { force: true })
  mkdirSync(outDir, { recursive: true })
  await build.run(outDir)
  writeFileSync(stamp, digest)
  return outDir
}

function digestOf(patterns: readonly string[], day = ''): string {
  const hash = createHash('sha256').update(day)
  const files = globSync([...patterns], { cwd: ROOT, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).toSorted()) {
    hash.update(path).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}
