/** `npm start` and `npm run graph` as somebody runs them: as processes, on free ports, with data of their own. */

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { builtOf } from '../../src/laptop/builds.ts'
import { openFolder } from '../../src/laptop/folder.ts'
import { openMicrosoft } from '../../src/laptop/microsoft.ts'
import { CACHE } from '../../src/laptop/places.ts'
import { findFree } from '../../src/laptop/ports.ts'
import { openDatabase } from '../../src/service/database/database.ts'
import { createClock } from '../../src/words/clock.ts'

const runner = fileURLToPath(new URL('../../src/laptop/run.mjs', import.meta.url))
const READY_WITHIN_MS = 120_000

export interface Ended {
  readonly code: number | null
  readonly said: string
}

export interface Running {
  readonly port: number
  readonly url: string
  said(): string
  /** Tells it to end, as Ctrl-C or a service manager does, and waits until it has. */
  stop(signal?: NodeJS.Signals): Promise<Ended>
}

export interface TemporaryFolder {
  readonly path: string
  remove(): void
}

/** A folder for data that is gone at the end. */
export function temporaryFolder(): TemporaryFolder {
  const folder = mkdtempSync(join(tmpdir(), 'matters-'))
  return { path: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Such a folder in which the demonstration has been told already: told once a day, and copied for whoever begins with it. */
export async function furnishedFolder(): Promise<TemporaryFolder> {
  const told = await builtOf({
    name: 'demonstration',
    sources: ['src/{domain,words,contract,sharepoint,local,laptop,service}/**/*.ts', 'package-lock.json'],
    day: createClock().today(),
    async run(outDir) {
      rmSync(outDir, { recursive: true })
      const folder = openFolder(outDir, false)
      const port = await findFree(1)
      const { graph } = await openMicrosoft({ folder: outDir, port, allowedOrigins: [], tokenRoute: false, say() {} })
      await graph.close()
      // To open a database that is there is a fifth of the work of one that is new.
      await (await openDatabase({ url: null, folder: join(outDir, 'service'), templates: CACHE })).close()
      folder.release()
    },
  })
  const folder = temporaryFolder()
  cpSync(told, folder.path, { recursive: true })
  return folder
}

/** Runs it until it says that it is ready. */
export async function start(verb: 'start' | 'graph', data: string, ...more: readonly string[]): Promise<Running> {
  const port = await findFree(verb === 'start' ? 4 : 1)
  const noOpen = verb === 'start' ? ['--no-open'] : []
  const { child, said, ended } = run(verb, '--port', String(port), '--data', data, ...noOpen, ...more)
  await Promise.race([
    isSaid(said, child, / is ready: (\S+)/),
    ended.then(({ code }) => Promise.reject(new Error(`It ended with ${code} before it was ready:\n${said()}`))),
  ])
  return {
    port,
    url: / is ready: (\S+)/.exec(said())?.[1] ?? '',
    said,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
  }
}

/** Runs it and waits until it has ended by itself. */
export async function runToEnd(verb: string, ...args: readonly string[]): Promise<Ended> {
  return run(verb, ...args).ended
}

function run(
  verb: string,
  ...args: readonly string[]
): {
  readonly child: ChildProcess
  readonly said: () => string
  readonly ended: Promise<Ended>
} {
  const child = spawn(process.execPath, [runner, verb, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, said: text }))
  return { child, said: () => text, ended }
}

async function isSaid(said: () => string, child: ChildProcess, words: RegExp): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const timer = setTimeout(() => {
    child.kill('SIGKILL')
    reject(new Error(`It was not ready in time:\n${said()}`))
  }, READY_WITHIN_MS)
  const look = (): void => {
    if (words.test(said())) resolve()
  }
  child.stdout?.on('data', look)
  await promise.finally(() => {
    clearTimeout(timer)
    child.stdout?.off('data', look)
  })
}
