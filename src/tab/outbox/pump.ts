/**
 * Sends what is unsent, one at a time, each action's in its order: what waits for the store, or for its author, keeps
 * what was done to the same action after it from going first. Tries again by itself: when the store answers again, and
 * meanwhile with growing pauses, or after the time that the store asked for.
 */

import { aboutOf } from '../../domain/command.ts'
import type { Freshness, Submission } from '../../domain/snapshot.ts'
import { isHeld, type Standing, type Unsent } from './unsent.ts'

export interface PumpOptions {
  readonly items: () => readonly Unsent[]
  readonly freshness: () => Freshness
  readonly submit: (item: Unsent) => Promise<Submission>
  readonly mark: (item: Unsent, standing: Standing, inDoubt: boolean) => void
  readonly saved: (item: Unsent, submission: Extract<Submission, { state: 'saved' }>) => void
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
}

export interface Pump {
  /** Sends what is queued; `again`: what waits for the store, too. */
  start(how?: { readonly again: boolean }): void
  /** The register stands otherwise: once it is fresh again, what waits is sent. */
  heed(): void
  stop(): void
}

const LONGEST_PAUSE = 60

export function createPump(options: PumpOptions): Pump {
  const { items, freshness, submit, mark, saved, wait } = options
  const stopping = new AbortController()
  let running = false
  let failures = 0
  let pause: AbortController | null = null
  let was: Freshness['state'] = freshness().state

  /** The first that may go: nothing of the same action stands before it. */
  function nextToSend(): Unsent | undefined {
    const blocked = new Set<string>()
    for (const item of items()) {
      const about = aboutOf(item.command)
      const { state } = item.standing
      if ((state === 'queued' || state === 'behind') && !blocked.has(about)) return item
      blocked.add(about)
    }
    return undefined
  }

  async function run(): Promise<void> {
    if (running) return
    running = true
    try {
      for (let item = nextToSend(); item && !stopping.signal.aborted; item = nextToSend()) await send(item)
    } finally {
      running = false
      // What is left over stands behind something.
      for (const item of items()) if (item.standing.state === 'queued') mark(item, { state: 'behind' }, item.inDoubt)
      if (items().some(isRetried)) void retryLater()
    }
  }

  async function send(item: Unsent): Promise<void> {
    mark(item, { state: 'sending' }, item.inDoubt)
    const current = (): Unsent => items().find((each) => each.command.id === item.command.id) ?? item
    let submission: Submission
    try {
      submission = await submit(item)
    } catch (fault) {
      mark(current(), { state: 'unsaved', because: 'fault', requestId: null }, true)
      throw fault
    }
    switch (submission.state) {
      case 'saved':
        failures = 0
        return saved(current(), submission)
      case 'refused':
      case 'stale':
        // Who refuses has looked: it isn't saved.
        return mark(current(), submission, false)
      case 'unsaved':
        failures += 1
        return mark(current(), submission, item.inDoubt || submission.inDoubt === true)
    }
  }

  async function retryLater(): Promise<void> {
    if (pause) return
    const now = freshness()
    const seconds = now.state === 'throttled' ? now.seconds : Math.min(LONGEST_PAUSE, 2 ** failures)
    pause = new AbortController()
    await wait(seconds * 1000, AbortSignal.any([pause.signal, stopping.signal]))
    if (stopping.signal.aborted) return
    pause = null
    requeue(isRetried)
    void run()
  }

  function requeue(which: (item: Unsent) => boolean): void {
    for (const item of items()) if (which(item)) mark(item, { state: 'queued' }, item.inDoubt)
  }

  return {
    start({ again } = { again: false }) {
      if (again) requeue(isWaiting)
      void run()
    },
    heed() {
      const before = was
      was = freshness().state
      if (was !== 'fresh' || before === 'fresh' || !items().some(isWaiting)) return
      failures = 0
      requeue(isWaiting)
      void run()
    },
    stop: () => stopping.abort(),
  }
}

function isWaiting(item: Unsent): boolean {
  return !isHeld(item) && item.standing.state === 'unsaved'
}

/** Who may not write isn't helped by asking each minute. */
function isRetried(item: Unsent): boolean {
  return item.standing.state === 'unsaved' && item.standing.because !== 'denied'
}
