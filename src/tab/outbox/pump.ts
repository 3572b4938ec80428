/**
 * Sends what is unsent, one at a time, each action's in its order: what waits for the store, or for its author, keeps
 * what was done to the same action after it from going first. Tries again by itself: when the store answers again, and
 * meanwhile with growing pauses, or after the time that the store asked for.
 */

import type { CommandId } from '../../domain/command.ts'
import type { Freshness, Submission } from '../../domain/snapshot.ts'

/** How a command ended: an action's, or a row's of a collection. */
export type Ending =
  | { readonly state: 'saved' | 'stale' }
  | Extract<Submission, { readonly state: 'refused' | 'unsaved' }>

export type Standing<Ended> =
  | { readonly state: 'queued' }
  | { readonly state: 'sending' }
  /** What was done to the same thing before it isn't saved. */
  | { readonly state: 'behind' }
  /** The store didn't answer, and it is sent again; or its author has to say what becomes of it. */
  | Exclude<Ended, { readonly state: 'saved' }>

/** One thing that waits. */
export interface Waiting<Ended> {
  readonly command: { readonly id: CommandId }
  readonly standing: Standing<Ended>
  /** It was sent, and may be saved already. */
  readonly inDoubt: boolean
}

export interface PumpOptions<Item extends Waiting<Ended>, Ended extends Ending> {
  readonly items: () => readonly Item[]
  /** What an item is about: of one thing, the items go in their order. */
  readonly aboutOf: (item: Item) => string
  readonly freshness: () => Freshness
  readonly submit: (item: Item) => Promise<Ended>
  readonly mark: (item: Item, standing: Standing<Ended>, inDoubt: boolean) => void
  readonly saved: (item: Item, ended: Extract<Ended, { readonly state: 'saved' }>) => void
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
const LOST = { state: 'unsaved', because: 'fault', requestId: null } as const

export function createPump<Item extends Waiting<Ended>, Ended extends Ending>(options: PumpOptions<Item, Ended>): Pump {
  const { items, aboutOf, freshness, submit, mark, saved, wait } = options
  const stopping = new AbortController()
  let running = false
  let failures = 0
  let pause: AbortController | null = null
  let was: Freshness['state'] = freshness().state

  /** The first that may go: nothing of the same action stands before it. */
  function nextToSend(): Item | undefined {
    const blocked = new Set<string>()
    for (const item of items()) {
      const about = aboutOf(item)
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

  async function send(item: Item): Promise<void> {
    mark(item, { state: 'sending' }, item.inDoubt)
    const current = (): Item => items().find((each) => each.command.id === item.command.id) ?? item
    let ended: Ended
    try {
      ended = await submit(item)
    } catch (fault) {
      mark(current(), LOST as Standing<Ended>, true)
      throw fault
    }
    switch (ended.state) {
      case 'saved':
        failures = 0
        return saved(current(), ended as Extract<Ended, { readonly state: 'saved' }>)
      case 'refused':
      case 'stale':
        // Who refuses has looked: it isn't saved.
        return mark(current(), ended as Standing<Ended>, false)
      case 'unsaved':
        failures += 1
        return mark(current(), ended as Standing<Ended>, item.inDoubt || ended.inDoubt === true)
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

  function requeue(which: (item: Item) => boolean): void {
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

type Stands = Waiting<Ending>

/** Waits for its author, not for the store. */
export function isHeld({ standing }: Pick<Stands, 'standing'>): boolean {
  return standing.state === 'refused' || standing.state === 'stale'
}

/** Under way, or about to be: nobody has to know more. */
export function isUnderWay({ standing }: Pick<Stands, 'standing'>): boolean {
  return standing.state === 'queued' || standing.state === 'sending'
}

function isWaiting({ standing }: Stands): boolean {
  return standing.state === 'unsaved'
}

/** Who may not write isn't helped by asking each minute. */
function isRetried({ standing }: Stands): boolean {
  return standing.state === 'unsaved' && standing.because !== 'denied'
}

/** Resolves after the time, or when the signal fires. */
export function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
