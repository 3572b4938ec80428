/**
 * Prompting as one thing that starts and stops, in as many instances as there are. Jobs wake whoever is free: a tick
 * plans, gathers and mends what broke off; workers send. What is to be done stands in the tables, never in a job: a job
 * that is lost or runs twice changes nothing.
 */

import { randomBytes, randomUUID } from 'node:crypto'
import type { Messenger } from '../bot/messenger.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import { turnAccess } from '../access/sweep.ts'
import { turnReturns } from '../returns/turn.ts'
import { createAccounts } from './accounts.ts'
import { dueDigests } from './digest.ts'
import { gatherDue, minutesOf } from './gather.ts'
import { createGrounds, type GroupGround } from './ground.ts'
import type { Pace } from './pace.ts'
import { createPlanner } from './plan.ts'
import { recordEnded } from './record.ts'
import { createRows } from './rows.ts'
import { createSettling } from './settling.ts'
import { createSender, type Composer, type Ended, type Point } from './send.ts'

export interface PromptingOptions {
  readonly office: Office
  readonly messenger: Messenger
  readonly composer: Composer
  readonly pace: Pick<Pace, 'hold'>
  /** Who writes to people that Teams doesn't reach; null: nobody. */
  readonly mailbox: string | null
  /** Longer than sending one message ever takes. */
  readonly leaseSeconds?: number
  readonly tickSeconds?: number
  /** Between a register's change and the look at what it means: others often follow. */
  readonly settlingSeconds?: number
  /** Told when something has just become true. For tests, which end the process there. */
  readonly points?: (point: Point) => Promise<void>
}

export interface Changed {
  readonly group: string
  /** Id of the action, or key of the response. */
  readonly action: string
  /** It is put to others now. */
  readonly isElsewhere?: boolean
}

export interface Prompting {
  /** Plans and sends what is due now, rather than at the next tick. */
  wake(): Promise<void>
  /** Every card that speaks of an action shows how things stand now. */
  refresh(about: Changed): Promise<void>
  /** Begins nothing more, and lets what is being sent end. */
  close(): Promise<void>
}

const LEASE_SECONDS = 90
const TICK_SECONDS = 30
const TICK = 'matters.tick'
const SEND = 'matters.send'
/** As many instances send at the same time. */
const SENDERS = ['1', '2', '3']
/** Messages of one instance under way at the same time: each takes a second or two, and 25 may go in each. */
const LANES = 48
/** Cards brought up to date in one tick. */
const MOST_COPIES = 200
const SETTLING_SECONDS = 1.5
/** Refusals of so many different messages within a second mean everybody. */
const MANY_WAITS = 3

export async function createPrompting(options: PromptingOptions): Promise<Prompting> {
  const { office, messenger, composer, pace } = options
  const { leaseSeconds = LEASE_SECONDS, tickSeconds = TICK_SECONDS, settlingSeconds = SETTLING_SECONDS } = options
  const { clock, database, log } = office
  const { boss } = database
  const at = options.points ?? (() => Promise.resolve())
  const rows = createRows(database, () => randomBytes(18).toString('base64url'))
  const grounds = createGrounds(office)
  const planner = createPlanner(rows)
  const settling = createSettling(database)
  const waits: number[] = []
  const sender = createSender({
    office,
    rows,
    grounds,
    accounts: createAccounts(office.client, () => clock.now()),
    messenger,
    composer,
    mailbox: options.mailbox,
    instance: randomUUID(),
    leaseSeconds,
    at,
    hold(seconds) {
      waits.push(clock.now())
      while ((waits[0] ?? 0) < clock.now() - 1000) waits.shift()
      if (waits.length >= MANY_WAITS) pace.hold(seconds)
    },
  })
  let isClosing = false

  async function tick(): Promise<void> {
    if (isClosing) return
    const abandoned = await rows.abandon()
    if (abandoned > 0) log({ level: 'warning', event: 'messagesAbandoned', count: abandoned })
    const all = await groundsOfAll()
    for (const ground of all) {
      const count = await planner.plan(ground)
      if (count > 0) log({ level: 'info', event: 'promptsPlanned', group: ground.group.key, count })
      await settling.settle(ground)
    }
    await at('planned')
    const additions = await gatherDue({ rows, clock, grounds: all, person: grounds.person })
    await rows.plan(clock.today(), dueDigests(all, minutesOf(clock)))
    await at('gathered')
    if (await rows.isReady(clock.today())) {
      for (const singletonKey of SENDERS) await boss.send(SEND, {}, { singletonKey })
      boss.notifyWorker(sending)
    }
    for (const addition of additions) await kept(() => sender.add(addition))
    for (const message of await rows.unmailed(clock.today())) await kept(() => sender.mail(message))
    for (const copy of await rows.staleCopies(MOST_COPIES)) await kept(() => sender.refresh(copy))
    if ((await recordEnded(office, rows, grounds)) > 0) await at('recorded')
    // Last: whom a period is put to hears of it at the next tick, and nobody's message waits for it.
    for (const group of await office.groups()) {
      await kept(() => turnReturns(office, group))
      await kept(() => turnAccess(office, group))
    }
  }

  /** A group whose register doesn't answer keeps no other from being told. */
  async function groundsOfAll(): Promise<readonly GroupGround[]> {
    const found: GroupGround[] = []
    for (const group of await office.groups()) await kept(async () => void found.push(await grounds.of(group)))
    return found
  }

  async function sendAll(): Promise<void> {
    const lane = async (): Promise<void> => {
      let ended: Ended | null = 'nothing'
      while (ended !== null) ended = isClosing ? null : await sender.next()
    }
    await Promise.all(Array.from({ length: LANES }, lane))
  }

  async function kept(work: () => Promise<unknown>): Promise<void> {
    if (isClosing) return
    await work().catch((fault: unknown) => log({ level: 'error', event: 'promptFault', ...traceOf(fault) }))
  }

  /** Here, if this instance is free; else whichever asks first. */
  async function wake(): Promise<void> {
    if (isClosing) return
    await boss.send(TICK, {})
    boss.notifyWorker(ticking)
  }
  const wakeSoon = (): void => {
    waking ??= setTimeout(() => {
      waking = null
      void kept(wake)
    }, settlingSeconds * 1000)
  }
  let waking: ReturnType<typeof setTimeout> | null = null
  let today = clock.today()

  await boss.createQueue(TICK, { policy: 'short', retryLimit: 0 })
  await boss.createQueue(SEND, { policy: 'short', retryLimit: 0 })
  const sending = await boss.work(SEND, { pollingIntervalSeconds: 0.5 }, () => kept(sendAll))
  const ticking = await boss.work(TICK, { pollingIntervalSeconds: 0.5 }, () => kept(tick))
  const timers = [
    setInterval(() => void kept(timed), tickSeconds * 1000),
    // Somebody moved the day on, or midnight did.
    setInterval(() => {
      if (today === clock.today()) return
      today = clock.today()
      void kept(wake)
    }, 1000),
  ]
  const timed = async (): Promise<void> => void (await boss.send(TICK, {}, { singletonSeconds: tickSeconds }))
  const ends = [
    office.registers.subscribe(wakeSoon),
    office.collections.subscribe(wakeSoon),
    office.onControlChanged(() => {
      grounds.forget()
      wakeSoon()
    }),
    office.onDecided(async ({ group, decision }) => {
      grounds.forget()
      await refresh({ group: group.key, action: decision.subject.slice(decision.subject.indexOf('-') + 1) })
    }),
  ]
  async function refresh({ group, action, isElsewhere = false }: Changed): Promise<void> {
    if (isElsewhere) grounds.forget()
    await rows.outdate(group, action)
    await wake()
  }
  await kept(wake)

  return {
    wake,
    refresh,
    async close() {
      isClosing = true
      for (const timer of timers) clearInterval(timer)
      if (waking !== null) clearTimeout(waking)
      for (const end of ends) end()
      await Promise.all([boss.offWork(TICK, { wait: true }), boss.offWork(SEND, { wait: true })])
    },
  }
}
