/**
 * The people's side of the conversations: what somebody sees, says, presses and installs. Everything that they do goes
 * to the bot as the activity that Teams would send, and what the bot answers comes back as what Teams would show. It
 * draws nothing: the host page does.
 */

import { randomUUID } from 'node:crypto'
import type { PersonKey } from '../tenant.ts'
import type { ActivityMaker, Invoke, Said, Scope, Sender } from './activity.ts'
import { type CardAnswer, readCardAnswer, readTaskAnswer, type TaskAnswer } from './answers.ts'
import type { Courier } from './courier.ts'
import type { LiveEvent } from './live.ts'
import { audience, hasApp, type House, isIn, type Spot, spotOf } from './routes.ts'
import type { Choice, Message } from './store.ts'

/** What a person's Teams shows of the bot before any chat is opened. */
export interface Overview {
  readonly botName: string
  readonly personal: {
    readonly base: string
    readonly hasApp: boolean
    readonly isBlocked: boolean
    readonly unread: number
    readonly last: Message | null
  }
  /** The channels of the teams that the person is in and that have the app. */
  readonly channels: readonly { readonly base: string; readonly unread: number }[]
  /** What the bot sent them, newest first. */
  readonly feed: readonly Message[]
  /** Display names by object id, of everybody who may have written. */
  readonly names: Readonly<Record<string, string>>
}

/** The person may not do that, or it isn't there. */
export class ChatRefusal extends Error {
  readonly code: 'noSuchPerson' | 'notThere' | 'noApp'

  constructor(code: ChatRefusal['code']) {
    super(code)
    this.name = 'ChatRefusal'
    this.code = code
  }
}

/** One person at their Teams; `locale` is what it is set to, for example `cy-GB`. */
export interface Seat {
  readonly person: PersonKey
  readonly locale: string
}

/** A message's button. */
export interface Press {
  readonly base: string
  readonly id: string
}

export interface Chat {
  overview(person: PersonKey): Overview
  /** Oldest first. */
  messages(person: PersonKey, base: string): readonly Message[]
  subscribe(person: PersonKey, listener: (event: LiveEvent) => void): () => void
  /** Resolves when the bot has taken it, with false when it hasn't. In a channel only a mention reaches the bot. */
  say(seat: Seat, what: { base: string; thread: string | null; text: string }): Promise<boolean>
  /** `Action.Execute`. */
  press(seat: Seat, press: Press, action: CardAction): Promise<CardAnswer>
  /** `Action.Submit` that opens no dialog: a message without text. */
  submit(seat: Seat, press: Press, data: unknown): Promise<boolean>
  /** `Action.Submit` that opens a dialog, and what the dialog hands in. */
  fetchTask(seat: Seat, press: Press, data: unknown, theme: string): Promise<TaskAnswer>
  submitTask(seat: Seat, press: Press, data: unknown, theme: string): Promise<TaskAnswer>
  read(person: PersonKey, base: string): void
  /** Adds the app for this person, takes it away, blocks it, or (null) leaves it to their teams. */
  choose(seat: Seat, choice: Choice): Promise<void>
  /** Adds the app to a team, or takes it away; the bot hears of it once. */
  setTeam(seat: Seat, team: string, isInstalled: boolean): Promise<void>
}

export interface CardAction {
  readonly id?: string
  readonly title?: string
  readonly verb?: string
  readonly data: Readonly<Record<string, unknown>>
}

const MOST_MESSAGES = 500
const MOST_IN_FEED = 50

export function createChat(house: House, makeActivity: ActivityMaker, courier: Courier): Chat {
  const { roster, store, live, now } = house

  const personOf = (key: PersonKey) => {
    const person = roster.byKey(key)
    if (!person) throw new ChatRefusal('noSuchPerson')
    return person
  }

  const senderOf = (seat: Seat): Sender => ({ person: personOf(seat.person), locale: seat.locale })

  /** The place, for one of those who see it. */
  const spotFor = (key: PersonKey, base: string): Spot => {
    personOf(key)
    const spot = spotOf(roster, base)
    if (!spot || !audience(roster, spot).includes(key)) throw new ChatRefusal('notThere')
    return spot
  }

  const channelsOf = (key: PersonKey): string[] => {
    const teams = store.teams()
    const person = personOf(key)
    return roster.tenant.teams
      .filter((team) => teams.has(team.id) && isIn(team, person))
      .flatMap((team) => team.channels.map((channel) => channel.id))
  }

  const scopeOf = (spot: Spot, thread: string | null): Scope =>
    spot.kind === 'personal'
      ? { kind: 'personal', conversationId: spot.base }
      : { kind: 'channel', place: spot.place, thread: thread ?? spot.base }

  /** What somebody pressed, and where its answers belong. */
  const pressed = (seat: Seat, { base, id }: Press) => {
    const spot = spotFor(seat.person, base)
    const message = store.find(base, id)
    if (!message) throw new ChatRefusal('notThere')
    return scopeOf(spot, message.thread)
  }

  const tellAll = (people: readonly PersonKey[]): void => live.tell(people, { kind: 'state' })

  const sendMessage = async (seat: Seat, scope: Scope, id: string, said: Said): Promise<boolean> => {
    const sender = senderOf(seat)
    const answer = await courier.deliver(
      {
        operation: 'message',
        person: seat.person,
        conversationId: scope.kind === 'personal' ? scope.conversationId : scope.place.channel.id,
        activity: (attempt) => makeActivity.message(sender, scope, attempt, now(), said),
      },
      () => id,
    )
    return answer.kind === 'answered' && answer.status < 300
  }

  const invoke = (seat: Seat, scope: Scope, what: Invoke) => {
    const sender = senderOf(seat)
    return courier.deliver(
      {
        operation: 'invoke',
        person: seat.person,
        conversationId: scope.kind === 'personal' ? scope.conversationId : scope.place.channel.id,
        activity: (attempt) => makeActivity.invoke(sender, scope, attempt, now(), what),
      },
      () => `f:${randomUUID()}`,
    )
  }

  const tellBot = async (seat: Seat, scope: Scope, isInstalled: boolean): Promise<void> => {
    const make = isInstalled ? makeActivity.installed : makeActivity.removed
    for (const activity of make(senderOf(seat), scope, randomUUID(), now())) {
      await courier.deliver(
        {
          operation: 'message',
          person: seat.person,
          conversationId: scope.kind === 'personal' ? scope.conversationId : scope.place.channel.id,
          activity: () => activity,
        },
        () => '',
      )
    }
  }

  const task = async (seat: Seat, press: Press, name: 'task/fetch' | 'task/submit', data: unknown, theme: string) => {
    const value = { data, context: { theme } }
    return readTaskAnswer(await invoke(seat, pressed(seat, press), { name, value, replyTo: press.id }))
  }

  return {
    overview(key) {
      const person = personOf(key)
      const base = roster.conversationOf(person)
      const channels = channelsOf(key)
      return {
        botName: roster.bot.name,
        personal: {
          base,
          hasApp: hasApp(house, person),
          isBlocked: store.choice(person.objectId) === 'blocked',
          unread: store.unread(person.objectId, base),
          last: store.list(base, 1)[0] ?? null,
        },
        channels: channels.map((channel) => ({ base: channel, unread: store.unread(person.objectId, channel) })),
        feed: store.ofBot([base, ...channels], MOST_IN_FEED),
        names: Object.fromEntries(roster.tenant.people.map((one) => [one.objectId, one.displayName])),
      }
    },
    messages(key, base) {
      spotFor(key, base)
      return store.list(base, MOST_MESSAGES)
    },
    subscribe(key, listener) {
      personOf(key)
      return live.subscribe(key, listener)
    },
    async say(seat, { base, thread, text }) {
      const spot = spotFor(seat.person, base)
      const { person } = senderOf(seat)
      if (spot.kind === 'personal' && !hasApp(house, person)) throw new ChatRefusal('noApp')
      if (spot.kind === 'personal') store.openConversation(base)
      if (thread !== null && !store.find(base, thread)) throw new ChatRefusal('notThere')
      const mentionsBot = spot.kind === 'channel' && text.includes(`@${roster.bot.name}`)
      const message = store.add(
        { base, author: person.objectId, content: { text, textFormat: 'plain' }, at: now() },
        spot.kind === 'personal' ? 'none' : thread === null ? 'new' : { root: thread },
      )
      live.tell(audience(roster, spot), { kind: 'posted', message })
      if (spot.kind === 'channel' && !(mentionsBot && store.teams().has(spot.place.team.id))) return true
      const said: Said = { text, ...(mentionsBot ? { mentionsBot } : {}) }
      return sendMessage(seat, scopeOf(spot, message.thread), message.id, said)
    },
    async press(seat, press, action) {
      const value = { action: { type: 'Action.Execute', ...action }, trigger: 'manual' }
      const what: Invoke = { name: 'adaptiveCard/action', value, replyTo: press.id }
      return readCardAnswer(await invoke(seat, pressed(seat, press), what))
    },
    submit: (seat, press, value) =>
      sendMessage(seat, pressed(seat, press), `f:${randomUUID()}`, { value, replyTo: press.id }),
    fetchTask: (seat, press, data, theme) => task(seat, press, 'task/fetch', data, theme),
    submitTask: (seat, press, data, theme) => task(seat, press, 'task/submit', data, theme),
    read(key, base) {
      spotFor(key, base)
      const person = personOf(key)
      if (store.unread(person.objectId, base) === 0) return
      store.markRead(person.objectId, base)
      tellAll([key])
    },
    async choose(seat, choice) {
      const { person } = senderOf(seat)
      const before = hasApp(house, person)
      const conversationId = roster.conversationOf(person)
      if (choice === 'installed') store.openConversation(conversationId)
      store.choose(person.objectId, choice)
      tellAll([seat.person])
      const after = hasApp(house, person)
      if (choice === 'installed' || (before && !after && choice !== 'blocked')) {
        await tellBot(seat, { kind: 'personal', conversationId }, after)
      }
    },
    async setTeam(seat, id, isInstalled) {
      const team = roster.tenant.teams.find((one) => one.id === id)
      const channel = team?.channels[0]
      if (!team || !channel || !isIn(team, personOf(seat.person))) throw new ChatRefusal('notThere')
      if (!store.setTeam(id, isInstalled)) return
      tellAll(roster.membersOf(team).map((one) => one.key))
      await tellBot(seat, { kind: 'channel', place: { team, channel }, thread: channel.id }, isInstalled)
    },
  }
}
