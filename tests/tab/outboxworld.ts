/** What an outbox needs around it outside a browser: the session's storage, and time in the test's hands. */

import { vi } from 'vitest'
import type { Submission } from '../../src/domain/snapshot.ts'
import type { OutboxRegister, Posting } from '../../src/tab/outbox/outbox.ts'

/** The browser's own Storage, as much of it as exists outside one. */
export function aStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

const WAIT = { timeout: 15_000, interval: 5 }

export interface Pauses {
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Seconds of every pause so far. */
  readonly seconds: readonly number[]
  /** Ends the pause that is on, or the next one. */
  end(): Promise<void>
}

export function aPause(): Pauses {
  const seconds: number[] = []
  let release: (() => void) | null = null
  return {
    seconds,
    wait(milliseconds, signal) {
      seconds.push(milliseconds / 1000)
      return new Promise((resolve) => {
        release = resolve
        signal.addEventListener('abort', () => resolve())
      })
    },
    async end() {
      await vi.waitUntil(() => release !== null, WAIT)
      release?.()
      release = null
    },
  }
}

/** How it ended; throws where it wasn't accepted. */
export async function endOf(posting: Promise<Posting>): Promise<Submission | null> {
  const posted = await posting
  if (posted.state !== 'posted') throw new Error(`not posted: ${JSON.stringify(posted)}`)
  return posted.ended
}

/** Resolves once this holds of the outbox; rejects after fifteen seconds with what it holds instead. */
export async function once(outbox: OutboxRegister, holds: () => boolean): Promise<void> {
  try {
    await vi.waitUntil(holds, WAIT)
  } catch (cause) {
    throw new Error(`the outbox holds ${JSON.stringify(outbox.unsent())}`, { cause })
  }
}
