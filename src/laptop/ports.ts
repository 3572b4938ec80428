/** Whether the ports that a command needs are free. Said before anything is started. */

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

async function isFree(port: number): Promise<boolean> {
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
