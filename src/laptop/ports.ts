/** Which ports are free: those that a command needs are tried before anything is started. */

import { once } from 'node:events'
import { createServer } from 'node:net'
import { LaptopRefusal } from './options.ts'

/** @throws LaptopRefusal that names the first port in use */
export async function expectFree(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (await isFree(port)) continue
    const all = ports.length > 1 ? ` (${ports[0]} to ${ports.at(-1)} are needed)` : ''
    throw new LaptopRefusal(`Port ${port} is in use${all}: end what uses it, or say -- --port N for other ones.`)
  }
}

/** The first of some neighbouring ports that are all free, below those that Linux hands out to whoever asks for any. */
export async function findFree(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 12_000)
    const ports = Array.from({ length: count }, (_, index) => first + index)
    const free = await Promise.all(ports.map(isFree))
    if (free.every(Boolean)) return first
  }
}

export async function isFree(port: number): Promise<boolean> {
  const probe = createServer()
  try {
    probe.listen({ port, host: '127.0.0.1', exclusive: true })
    await once(probe, 'listening')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return false
    throw error
  } finally {
    probe.close()
  }
}
