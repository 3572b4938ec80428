/**
 * The PostgreSQL that tests start for themselves: the system's programs, or Debian's, installed by `apt-get` where that
 * is allowed. A cluster of its own in a folder of its own, on loopback, never one that was there before.
 */

import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const DEBIAN = '/usr/lib/postgresql'

export interface PostgresServer {
  /** Of an empty database. */
  readonly url: string
  stop(): Promise<void>
}

/** Folder of PostgreSQL's programs, or null. */
export function findPostgres(): string | null {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/opt/homebrew/bin',
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null
}

/** Finds PostgreSQL or installs Debian's; null where neither can be. */
export function setUpPostgres(): string | null {
  const found = findPostgres()
  if (found !== null || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return found
  console.log('Installing PostgreSQL with apt-get…')
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
  spawnSync('apt-get', ['update'], options)
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], options)
  return findPostgres()
}

/** @param port a free one */
export async function startPostgres(bin: string, port: number): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'matters-postgres-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  // It refuses to run as root.
  const owner = process.getuid?.() === 0 ? userOf('postgres') : null
  if (owner) for (const each of [folder, data]) chownSync(each, owner.uid, owner.gid)
  const as = owner ?? {}
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'matters', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    as,
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${String(made.stderr)}`)
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off', '-c', 'max_connections=60'],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    let said = ''
    server.stderr.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)))
  })
  return {
    url: `postgres://matters@127.0.0.1:${port}/postgres`,
    async stop() {
      // Fast: connections are cut, nothing is waited for.
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function userOf(name: string): { readonly uid: number; readonly gid: number } | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }))
  return uid?.status === 0 && gid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}
