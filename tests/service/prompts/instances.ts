/** Instances of the service as processes, each of which ends where it was told, as a machine without power does. */

import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { CACHE } from '../../../src/laptop/places.ts'
import type { Orders } from './instance.ts'

const INSTANCE = fileURLToPath(new URL('instance.ts', import.meta.url))

export interface Instance {
  readonly child: ChildProcess
  /** Its address, once it has one; null: it ended before. */
  readonly url: Promise<string | null>
  /** The signal that ended it. */
  readonly ended: Promise<string | null>
}

export function startInstance(orders: Orders): Instance {
  const child = spawn(process.execPath, [INSTANCE, JSON.stringify(orders)], {
    // Most of an instance's life is its beginning.
    env: { ...process.env, NODE_COMPILE_CACHE: join(CACHE, 'instances') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const url = new Promise<string | null>((resolve) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-10_000)
      const port = /"event":"started".*?"port":(\d+)/.exec(said)?.[1]
      if (port !== undefined) resolve(`http://localhost:${port}`)
    })
    void ended.then(() => resolve(null))
  })
  return { child, url, ended }
}
