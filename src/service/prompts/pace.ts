/**
 * Keeps the bot within what Teams permits, so that no refusal is of our making: 7 requests a second, 8 in two, 60 in
 * thirty and 1,800 an hour in one conversation, 50 a second in the tenant for the whole app. A request counts from its
 * departure until its window has passed since its *answer*: whenever Teams counted it, it was within.
 *
 * Instances share the tenant's fifty equally, as long as they send; the database says how many they are.
 *
 * Source: Microsoft, "Optimize your bot with rate limiting in Teams".
 */

import type { ConversationClient } from '@microsoft/teams.api'
import type { Statements } from '../database/database.ts'

export interface Pace {
  /** Resolves when one more request may go; what it gives is called once the request was answered, or failed. */
  enter(conversation: string): Promise<() => void>
  /** The connector asked everybody to wait. */
  hold(seconds: number): void
  close(): void
}

/** What is asked of a connector. */
export type Conversing = Pick<ConversationClient, 'create' | 'createActivity' | 'updateActivity'>

/** The same, each request when there is room for it. */
export function paced(conversing: Conversing, pace: Pick<Pace, 'enter'>): Conversing {
  async function within<Result>(conversation: string, ask: () => Promise<Result>): Promise<Result> {
    const leave = await pace.enter(conversation)
    try {
      return await ask()
    } finally {
      leave()
    }
  }
  return {
    create: (parameters) => {
      const { channelData, members } = parameters as {
        channelData?: { channel?: { id?: string } }
        members?: { id: string }[]
      }
      return within(channelData?.channel?.id ?? members?.[0]?.id ?? '', () => conversing.create(parameters))
    },
    createActivity: (id, ...rest) => within(id, () => conversing.createActivity(id, ...rest)),
    updateActivity: (id, ...rest) => within(id, () => conversing.updateActivity(id, ...rest)),
  }
}

interface Window {
  readonly requests: number
  readonly ms: number
}

const PER_CONVERSATION: readonly Window[] = [
  { requests: 7, ms: 1000 },
  { requests: 8, ms: 2000 },
  { requests: 60, ms: 30_000 },
  { requests: 1800, ms: 3_600_000 },
]
const PER_TENANT = { requests: 50, ms: 1000 }
/** Departures are spread over the second: fifty at once would only wait for each other. */
const SPREAD = 0.95

const SHARE_STANDS_FOR = 1000
/** In times for which a share stands. */
const TIMES = {
  /** Longer than the others take to notice, and their last requests to leave the window. */
  waitForOthers: 3.5,
  /** Without a request an instance gives its share up. */
  idle: 5,
  /** Without a sign of life it has ended. */
  lost: 8,
}

export interface PaceOptions {
  readonly database: Pick<Statements, 'query'>
  readonly instance: string
  readonly onFault: (fault: unknown) => void
  /**
   * Milliseconds for which an instance takes its share of the tenant's to be what it was; all that instances wait for
   * each other follows from it. A second, as Teams' window is; less only before a connector that counts nothing.
   */
  readonly shareStandsFor?: number
}

export function createPace(options: PaceOptions): Pace {
  const { database, instance, onFault, shareStandsFor = SHARE_STANDS_FOR } = options
  const now = (): number => performance.now()
  const conversations = new Map<string, Line>()
  const tenant = createLine([{ ...PER_TENANT, requests: 0 }], now)
  let share: { readonly at: number; readonly from: number } | null = null
  let isAsking = false
  let usedAt = now()
  let isClosed = false
  const timer = setInterval(() => void refresh(), shareStandsFor / 2)
  timer.unref()

  /** How many of the fifty are this instance's now. */
  async function refresh(): Promise<void> {
    if (isClosed || isAsking) return
    if (tenant.isIdle() && now() - usedAt > TIMES.idle * shareStandsFor) {
      share = null
      tenant.limit(0)
      return
    }
    isAsking = true
    try {
      await database.query(
        `insert into matters.pace_share (instance, until) values ($1, now() + make_interval(secs => $2))
         on conflict (instance) do update set until = excluded.until`,
        [instance, (TIMES.lost * shareStandsFor) / 1000],
      )
      const [row] = await database.query<{ count: number }>(
        'select count(*)::int as count from matters.pace_share where until > now()',
      )
      const count = Math.max(1, row?.count ?? 1)
      const at = now()
      share = { at, from: share?.from ?? (count === 1 ? at : at + TIMES.waitForOthers * shareStandsFor) }
      tenant.limit(at < share.from ? 0 : Math.floor(PER_TENANT.requests / count))
    } catch (fault) {
      onFault(fault)
    } finally {
      isAsking = false
    }
  }

  return {
    async enter(conversation) {
      usedAt = now()
      const line = conversations.get(conversation) ?? createLine(PER_CONVERSATION, now)
      conversations.set(conversation, line)
      const leaveConversation = await line.enter()
      // A share that is too old may have shrunk meanwhile.
      if (share === null || now() - share.at > 2 * shareStandsFor) {
        tenant.limit(0)
        void refresh()
      }
      const leaveTenant = await tenant.enter()
      return () => {
        usedAt = now()
        leaveConversation()
        leaveTenant()
        if (conversations.size > MOST_REMEMBERED) forgetIdle(conversations)
      }
    },
    hold: (seconds) => tenant.hold(seconds * 1000),
    close() {
      isClosed = true
      clearInterval(timer)
    },
  }
}

const MOST_REMEMBERED = 10_000

function forgetIdle(conversations: Map<string, Line>): void {
  for (const [key, line] of conversations) if (line.isIdle()) conversations.delete(key)
}

interface Line {
  enter(): Promise<() => void>
  limit(requests: number): void
  hold(ms: number): void
  /** Nothing is under way, waits, or still counts. */
  isIdle(): boolean
}

/** A queue before windows that slide. The first window is the one whose size may change. */
function createLine(windows: readonly Window[], now: () => number): Line {
  let [first, ...others] = windows as [Window, ...Window[]]
  const longest = Math.max(...windows.map(({ ms }) => ms))
  const waiting: (() => void)[] = []
  /** When those that still count were answered, the oldest first. */
  const answered: number[] = []
  let underWay = 0
  let heldUntil = 0
  let departed = Number.NEGATIVE_INFINITY
  let timer: ReturnType<typeof setTimeout> | null = null

  /** Milliseconds until one more fits; infinite: not before something changes. */
  function wait(): number {
    const at = now()
    while (answered.length > 0 && (answered[0] ?? 0) <= at - longest) answered.shift()
    let longestWait = heldUntil - at
    for (const { requests, ms } of [first, ...others]) {
      const room = requests - underWay
      if (room <= 0) return Number.POSITIVE_INFINITY
      // The one that has to leave the window before there is room.
      const oldest = answered[answered.length - room]
      if (oldest !== undefined) longestWait = Math.max(longestWait, oldest + ms - at)
    }
    if (first.requests > PER_CONVERSATION[0]!.requests) {
      longestWait = Math.max(longestWait, departed + (first.ms / first.requests) * SPREAD - at)
    }
    return longestWait
  }

  function pump(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    while (waiting.length > 0) {
      const ms = wait()
      if (ms > 0) {
        if (Number.isFinite(ms)) timer = setTimeout(pump, ms)
        return
      }
      underWay += 1
      departed = now()
      waiting.shift()?.()
    }
  }

  return {
    enter: () =>
      new Promise((resolve) => {
        waiting.push(() =>
          resolve(() => {
            underWay -= 1
            answered.push(now())
            pump()
          }),
        )
        pump()
      }),
    limit(requests) {
      if (requests === first.requests) return
      first = { ...first, requests }
      pump()
    },
    hold(ms) {
      heldUntil = Math.max(heldUntil, now() + ms)
      pump()
    },
    isIdle: () => underWay === 0 && waiting.length === 0 && (answered.at(-1) ?? -longest) <= now() - longest,
  }
}
