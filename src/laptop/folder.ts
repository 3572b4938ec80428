/**
 * The folder that a laptop's data live in: one program at a time, and `--fresh` takes away only what we put there.
 * The lock is SQLite's own lock on a file: the system lets go of it when the program ends, however it ends.
 */

import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import { LaptopRefusal } from './options.ts'

const LOCK = 'lock.sqlite'
/** Everything that we write in it. */
const OURS = ['graph', 'teams', 'keys', 'connector', 'service', 'audit-heads', 'days-ahead', 'demonstration.json']

export interface DataFolder {
  readonly path: string
  /** Ends the hold on the folder. */
  release(): void
}

/** @throws LaptopRefusal when another program holds the folder, or when it holds what isn't ours */
export function openFolder(path: string, fresh: boolean): DataFolder {
  if (existsSync(path) && !existsSync(join(path, LOCK)) && readdirSync(path).length > 0) {
    throw new LaptopRefusal(`${path} holds something else: name an empty folder, or one that doesn't exist yet.`)
  }
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const lock = takeLock(join(path, LOCK))
  if (!lock) throw new LaptopRefusal(`Matters Arising is already running on the data in ${path}.`)
  if (fresh) for (const name of OURS) rmSync(join(path, name), { recursive: true, force: true })
  return { path, release: () => lock.close() }
}

/** Does something while no other program does the same; waits for as long as another one is at it. */
export async function alone<Value>(folder: string, work: () => Promise<Value>): Promise<Value> {
  mkdirSync(folder, { recursive: true })
  for (;;) {
    const lock = takeLock(join(folder, LOCK))
    if (!lock) {
      await wait(250)
      continue
    }
    try {
      return await work()
    } finally {
      lock.close()
    }
  }
}

function takeLock(path: string): DatabaseSync | null {
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return null
    throw error
  }
}

const SQLITE_BUSY = 5
