/** The turns in which a store is asked what has changed: one after the other while somebody looks, none otherwise. */

import type { Freshness } from '../../domain/snapshot.ts'
import { GraphFault, stateOf } from '../fault.ts'

export interface Turns {
  /** Takes the first one. */
  start(): void
  /** The turn that is being taken, or the last one. */
  current(): Promise<void>
  /** @param isEager said again while somebody looks: they want to know now */
  setVisible(visible: boolean, isEager: boolean): void
  /** Fires when it is closed. */
  readonly signal: AbortSignal
  close(): void
}

/** Resolves after the time, or when the signal fires. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>

const DENIED_SECONDS = 60
const FOR_EVER = 2 ** 31 - 1

/** @param turn answers in how many seconds the next one is; it must not throw */
export function createTurns(turn: (signal: AbortSignal) => Promise<number>, wait: Wait = waitFor): Turns {
  const closing = new AbortController()
  let visible = true
  let wake = new AbortController()
  let turning: Promise<void> = Promise.resolve()

  async function run(): Promise<void> {
    while (!closing.signal.aborted) {
      if (visible) {
        let seconds = 0
        turning = turn(closing.signal).then((next) => {
          seconds = next
        })
        await turning
        if (seconds > 0 && visible) await wait(seconds * 1000, wake.signal)
      } else await wait(FOR_EVER, wake.signal)
      if (wake.signal.aborted) wake = new AbortController()
    }
  }

  return {
    start: () => void run(),
    current: () => turning,
    signal: closing.signal,
    setVisible(next, isEager) {
      if (next === visible && (!next || !isEager)) return
      visible = next
      wake.abort()
    },
    close() {
      closing.abort()
      wake.abort()
    },
  }
}

/** How the store stands after a fault, and in how many seconds it is asked again. */
export function standingAfter(
  fault: unknown,
  known: {
    /** Turns that failed, one after the other. */
    readonly failures: number
    readonly pollSeconds: number
    /** Seconds that the store asked to be left alone. */
    readonly rest: number
    readonly asOf: string | null
  },
): { readonly freshness: Freshness; readonly seconds: number } {
  const { failures, pollSeconds, rest, asOf } = known
  const pause = Math.min(2 ** failures, pollSeconds)
  const state = stateOf(fault)
  switch (state) {
    case 'throttled': {
      const seconds = Math.max(1, Math.ceil(rest) || pause)
      return { freshness: { state, seconds }, seconds }
    }
    case 'offline':
      return { freshness: { state, asOf }, seconds: pause }
    case 'denied':
      return { freshness: { state }, seconds: DENIED_SECONDS }
    case 'signIn':
      return { freshness: { state }, seconds: pollSeconds }
    case 'fault': {
      const message = fault instanceof Error ? fault.message : String(fault)
      const requestId = fault instanceof GraphFault ? fault.requestId : null
      const code = fault instanceof GraphFault ? { code: fault.code } : {}
      return { freshness: { state, message, requestId, ...code }, seconds: pause }
    }
  }
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}
