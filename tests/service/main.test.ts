import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findFree } from '../../src/laptop/ports.ts'
import { aServiceWorld, SERVICE_KEY, TAB_ORIGIN, type ServiceWorld } from './serviceworld.ts'

const BOT_APP = '11111111-aaaa-4000-8000-000000000009'
const MAIN = fileURLToPath(new URL('../../src/service/main.ts', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matters-service-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function start(env: Record<string, string>): { child: ChildProcess; out: () => string; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env['PATH'] ?? '', ...env } })
  let out = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()))
  return { child, out: () => out, ended: new Promise((resolve) => child.on('exit', resolve)) }
}

describe('the service’s process', () => {
  it('says all that it misses, and ends', async () => {
    const { out, ended } = start({ MATTERS_PORT: 'many' })
    expect(await ended).toBe(1)
    for (const name of [
      'TENANT',
      'TAB_APP',
      'SERVICE_APP',
      'KEY_FILE',
      'CONTROL_SITE',
      'TAB_ORIGIN',
      'BOT_APP',
      'APP_ID',
    ]) {
      expect(out()).toContain(`MATTERS_${name} is missing`)
    }
    expect(out()).toContain('MATTERS_PORT is invalid')
    expect(out()).not.toContain('many')
  })

  it('serves until it is asked to end, and ends well', async () => {
    const world: ServiceWorld = await aServiceWorld()
    writeFileSync(join(folder, 'key.pem'), SERVICE_KEY)
    const { configuration } = world
    const port = await findFree(1)
    const environment = {
      MATTERS_TENANT: configuration.tenantId,
      MATTERS_AUTHORITY: configuration.authority,
      MATTERS_GRAPH_BASE: configuration.graphBase,
      MATTERS_TAB_APP: configuration.tabApp,
      MATTERS_SERVICE_APP: configuration.serviceApp,
      MATTERS_KEY_FILE: join(folder, 'key.pem'),
      MATTERS_CONTROL_SITE: configuration.controlSite,
      MATTERS_TAB_ORIGIN: TAB_ORIGIN,
      MATTERS_BOT_APP: BOT_APP,
      MATTERS_APP_ID: BOT_APP,
    }
    const { child, out, ended } = start({ ...environment, MATTERS_PORT: String(port) })
    try {
      await expect.poll(out, { timeout: 20_000 }).toContain('"event":"started"')
      const ready = await fetch(`http://localhost:${port}/readyz`)
      expect(await ready.json()).toEqual({ ready: true, waitsFor: [] })
      const second = start({ ...environment, MATTERS_PORT: String(port) })
      expect(await second.ended).toBe(1)
      expect(second.out()).toBe(`The service can't listen on 127.0.0.1:${port} (EADDRINUSE).\n`)
      child.kill('SIGTERM')
      expect(await ended).toBe(0)
      expect(out()).toContain('"event":"ended"')
    } finally {
      child.kill('SIGKILL')
      await world.close()
    }
  })
})
