/**
 * Simulated time over real requests: pauses of many clients lie in one queue, and time jumps to the next of them once
 * no request is under way. An hour of a hundred tabs takes as long as its requests take.
 */

export interface Stage {
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>
  /** Real requests, noted while they are under way. */
  readonly fetch: typeof fetch
  /** Lets time pass. */
  run(milliseconds: number): Promise<void>
}

export function aStage(start = Date.now()): Stage {
  let now = start
  let underWay = 0
  const pauses: { at: number; end: () => void }[] = []

  function pause(milliseconds: number): { ended: Promise<void>; end: () => void } {
    let end = (): void => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    pauses.push({ at: now + milliseconds, end })
    return { ended, end }
  }

  async function quiet(): Promise<void> {
    for (let calm = 0; calm < 4;) {
      await new Promise((resolve) => setImmediate(resolve))
      calm = underWay === 0 ? calm + 1 : 0
    }
  }

  return {
    now: () => now,
    sleep: (milliseconds) => pause(milliseconds).ended,
    wait(milliseconds, signal) {
      const { ended, end } = pause(milliseconds)
      signal.addEventListener('abort', end, { once: true })
      return ended
    },
    async fetch(input, init) {
      underWay += 1
      try {
        const response = await fetch(input, init)
        const body = await response.arrayBuffer()
        const { status, headers } = response
        return new Response(body.byteLength === 0 ? null : body, { status, headers })
      } finally {
        underWay -= 1
      }
    },
    async run(milliseconds) {
      const until = now + milliseconds
      for (;;) {
        await quiet()
        const next = pauses.reduce<(typeof pauses)[number] | null>(
          (first, each) => (first === null || each.at < first.at ? each : first),
          null,
        )
        if (!next || next.at > until) break
        pauses.splice(pauses.indexOf(next), 1)
        now = Math.max(now, next.at)
        next.end()
      }
      now = until
    },
  }
}
