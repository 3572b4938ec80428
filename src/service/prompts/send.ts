/**
 * One message, from its plan to its end, each step of it won by one instance. Sending isn't idempotent: from the moment
 * before it begins until its outcome is written down nobody knows whether it was sent, and whoever dies in between
 * leaves an ambiguous message, which isn't sent again; the next day's carries the same prompts under the same ids.
 *
 * Whom Teams doesn't reach gets an e-mail instead (reference, due, link), and stands on the coordinator's list.
 */

import { personKey } from '../../domain/appointment.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import { GraphFault } from '../../sharepoint/fault.ts'
import { sendMail } from '../../sharepoint/mail.ts'
import type { Language } from '../../words/dates.ts'
import type { Messenger, OutgoingMessage, Recipient } from '../bot/messenger.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import type { Accounts } from './accounts.ts'
import { meetingToTell } from './digest.ts'
import type { Addition } from './gather.ts'
import type { GroupGround, Grounds } from './ground.ts'
import { channelKey, type Carried, type KnownPrompt, type MessageRow, type Rows, type StaleCopy } from './rows.ts'

/** What a card is made of. */
export interface Content {
  readonly to: Person
  readonly language: Language
  readonly today: Day
  readonly prompts: readonly KnownPrompt[]
  /** By the keys of groups. */
  readonly grounds: ReadonlyMap<string, GroupGround>
}

export interface Composer {
  message(content: Content): Promise<OutgoingMessage>
  /** A card of its own that shows how one thing stands. */
  item(content: Content): Promise<OutgoingMessage>
  digest(ground: GroupGround, meeting: string): Promise<OutgoingMessage>
  mail(content: Content): Promise<{ readonly subject: string; readonly text: string }>
}

/** Where tests cut: after each of these something has just become true, and nothing of what follows has. */
export const POINTS = ['planned', 'gathered', 'claimed', 'begun', 'answered', 'noted', 'recorded'] as const
export type Point = (typeof POINTS)[number]

export interface SenderOptions {
  readonly office: Office
  readonly rows: Rows
  readonly grounds: Grounds
  readonly accounts: Accounts
  readonly messenger: Messenger
  readonly composer: Composer
  /** Null: nobody gets an e-mail. */
  readonly mailbox: string | null
  /** Random, of this process. */
  readonly instance: string
  /** Longer than sending ever takes. */
  readonly leaseSeconds: number
  readonly at: (point: Point) => Promise<void>
  /** The connector asked everybody to wait. */
  readonly hold: (seconds: number) => void
}

export type Ended = 'sent' | 'mailed' | 'unreachable' | 'ambiguous' | 'later' | 'nothing'

export interface Sender {
  /** The next one that may be sent; null: there is none. */
  next(): Promise<Ended | null>
  /** To somebody whom the bot didn't reach, where that broke off before. */
  mail(message: MessageRow): Promise<Ended>
  add(addition: Addition): Promise<void>
  refresh(copy: StaleCopy): Promise<void>
}

/** Seconds after which what was refused before it was taken is tried again. */
const AGAIN_AFTER = 30
/** Days after which somebody out of the bot's reach is tried again. */
const TRY_AGAIN_DAYS = 7
const CHANNEL = channelKey('')

export function createSender(options: SenderOptions): Sender {
  const { office, rows, grounds, accounts, messenger, composer, instance, leaseSeconds, at } = options

  /** What of a message holds now; the name of its person comes with it. */
  async function holding(prompts: readonly Carried[]): Promise<{ content: Content; all: readonly Carried[] } | null> {
    const found = await groundsOf(prompts)
    const all = prompts.flatMap((prompt) => {
      const due = found.get(prompt.group)?.due.get(prompt.key)
      return due ? [{ ...prompt, to: due.to }] : []
    })
    const [first] = all
    if (!first) return null
    // Where what was to be said no longer holds, what it stood before does.
    const shown = all.filter(({ isShown }) => isShown)
    return { content: await contentOf(first.to, shown.length > 0 ? shown : all, found), all }
  }

  async function groundsOf(prompts: readonly KnownPrompt[]): Promise<ReadonlyMap<string, GroupGround>> {
    const keys = new Set(prompts.map(({ group }) => group))
    const groups = (await office.groups()).filter(({ key }) => keys.has(key))
    return new Map(await Promise.all(groups.map(async (group) => [group.key, await grounds.of(group)] as const)))
  }

  async function contentOf(
    to: Person,
    prompts: readonly KnownPrompt[],
    found: ReadonlyMap<string, GroupGround>,
  ): Promise<Content> {
    const [chosen, account] = await Promise.all([grounds.person(personKey(to)), accounts.of(to.objectId)])
    const language = chosen.language ?? (account?.language?.startsWith('cy') ? 'cy' : 'en')
    return { to, language, today: office.clock.today(), prompts, grounds: found }
  }

  async function sendDigest(message: MessageRow): Promise<Ended> {
    const key = message.who.slice(CHANNEL.length)
    const group = (await office.groups()).find((each) => each.key === key)
    const ground = group && (await grounds.of(group))
    const meeting = ground && meetingToTell(ground)
    if (!group || !ground || !meeting) return dropped(message.id)
    const to = { channelId: group.channelId, teamId: group.teamId }
    return deliver(message, to, await composer.digest(ground, meeting), [])
  }

  async function sendToPerson(message: MessageRow): Promise<Ended> {
    const held = await holding(await rows.carried(message.id))
    if (!held) return dropped(message.id)
    const { content, all } = held
    const { to } = content
    const isOutOfReach = (await accounts.of(to.objectId))?.isEnabled === false || (await rows.isUnreached(message.who))
    if (isOutOfReach) {
      if (!(await rows.begun(message.id, instance, leaseSeconds))) return 'nothing'
      await rows.outOfReach(message.id)
      return mailTo(message.id, content, all)
    }
    const shown = new Set(content.prompts.map(({ id }) => id))
    const carried = all.map((prompt) => ({ ...prompt, isShown: shown.has(prompt.id) }))
    const ended = await deliver(message, { person: to }, await composer.message(content), carried)
    return ended === 'unreachable' ? mailTo(message.id, content, all) : ended
  }

  async function deliver(
    { id, who }: MessageRow,
    to: Recipient,
    message: OutgoingMessage,
    carried: readonly Carried[],
  ): Promise<Ended> {
    if (!(await rows.begun(id, instance, leaseSeconds))) return 'nothing'
    await at('begun')
    const sent = await messenger.send(to, message)
    await at('answered')
    switch (sent.state) {
      case 'sent':
        await rows.sent(id, sent.place, carried)
        await at('noted')
        return 'sent'
      case 'wait':
        options.hold(sent.seconds)
        await rows.putBack(id, sent.seconds)
        return 'later'
      case 'notSent':
        await rows.putBack(id, AGAIN_AFTER)
        return 'later'
      case 'unreachable':
        await rows.unreachable(id, who, TRY_AGAIN_DAYS)
        return 'unreachable'
      case 'ambiguous':
        await rows.ambiguous(id)
        return 'ambiguous'
    }
  }

  /** An e-mail isn't idempotent either: one instance begins it, once. */
  async function mailTo(message: string, content: Content, all: readonly Carried[]): Promise<Ended> {
    const account = await accounts.of(content.to.objectId)
    const address = account?.isEnabled ? account.mail : null
    const mail = await composer.mail(content)
    if (!(await rows.beginMail(message))) return 'nothing'
    if (options.mailbox === null || address === null) {
      // The coordinator hears of it: nobody is left to write to.
      await rows.mailed(message, 'failed', all)
      return 'unreachable'
    }
    try {
      await sendMail(office.client, { mailbox: options.mailbox, to: address, ...mail })
      await rows.mailed(message, 'mailed', all)
      return 'mailed'
    } catch (fault) {
      if (!(fault instanceof GraphFault)) throw fault
      office.log({ level: 'error', event: 'mailFault', ...traceOf(fault) })
      await rows.mailed(message, fault.unclear ? 'unclear' : 'failed', all)
      return 'unreachable'
    }
  }

  async function dropped(id: string): Promise<Ended> {
    await rows.drop(id)
    return 'nothing'
  }

  return {
    async next() {
      const message = await rows.claim(office.clock.today(), instance, leaseSeconds)
      if (!message) return null
      await at('claimed')
      try {
        return await (message.who.startsWith(CHANNEL) ? sendDigest(message) : sendToPerson(message))
      } catch (fault) {
        office.log({ level: 'error', event: 'messageFault', message: message.id, ...traceOf(fault) })
        // Before it began: again later. Once it began nobody knows, and it stays as it is until its lease ends.
        await rows.release(message.id, AGAIN_AFTER)
        return 'later'
      }
    },
    async mail({ id }) {
      const held = await holding(await rows.carried(id))
      return held ? mailTo(id, held.content, held.all) : 'nothing'
    },
    async add({ message, prompts }) {
      if (!message.place) return
      const before = await rows.carried(message.id)
      const all = [...before.filter(({ isShown }) => isShown), ...prompts]
      const found = await groundsOf(all)
      const to = all.map(({ group, key }) => found.get(group)?.due.get(key)?.to).find((each) => each !== undefined)
      if (!to) return
      const outcome = await messenger.update(message.place, await composer.message(await contentOf(to, all, found)))
      if (outcome === 'updated') await rows.edited(message.id, message.place, prompts)
    },
    async refresh(copy) {
      const prompts = await rows.promptsAt(copy)
      const [first] = prompts
      if (!first) return rows.refreshed(copy, true)
      const content = await contentOf(first.to, prompts, await groundsOf(prompts))
      const card = await (copy.message === null ? composer.item(content) : composer.message(content))
      const outcome = await messenger.update(copy, card)
      if (outcome !== 'later') await rows.refreshed(copy, outcome === 'gone')
    },
  }
}
