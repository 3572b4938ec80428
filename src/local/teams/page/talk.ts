/**
 * The middle of the page when it shows words instead of the app: the chat with the bot, the posts of a channel, or one
 * message out of the activity. What is on the screen follows what the server has: after each event the messages are
 * read again, and only those that are new or changed are drawn, so that what somebody is typing into a card stays.
 */

import type { BotCommand } from '../view.ts'
import type { CardDeeds } from './card.ts'
import type { ChatEvent, Chats, Message } from './chats.ts'
import { drawCompose } from './compose.ts'
import { make } from './element.ts'
import { drawMessage, type MessageSetting } from './message.ts'
import type { Language, Theme } from './place.ts'
import { fill, type Words } from './words.ts'

/** What there is to show; `base` as the connector names a chat or a channel. */
export type TalkView =
  | { readonly kind: 'chat'; readonly base: string; readonly sub: string | null }
  | { readonly kind: 'posts'; readonly base: string; readonly sub: string | null }
  | { readonly kind: 'activity'; readonly message: Message | null; readonly open: HTMLElement | null }

export interface TalkSetting {
  readonly words: Words
  readonly language: Language
  readonly theme: Theme
  readonly app: string
  readonly commands: readonly BotCommand[]
  /** Key and object id of whoever looks. */
  readonly person: string
  readonly reader: string
  readonly locale: string
}

export interface Talk {
  show(view: TalkView, setting: TalkSetting): void
  hide(): void
  hear(event: ChatEvent): void
}

/** How long a bot is shown as typing when nothing follows. */
const TYPING_MS = 8_000
/** As far from the end as still counts as there. */
const NEAR_PX = 80

interface Shown {
  readonly stamp: string
  readonly element: HTMLElement
}

export function createTalk(
  place: HTMLElement,
  chats: Chats,
  act: { openUrl(url: string): void; openDialog(message: Message, data: unknown): Promise<void> },
): Talk {
  let view: TalkView | null = null
  let setting: TalkSetting | null = null
  let key = ''
  let log = make('div')
  let lines = make('div')
  /**
   * What comes into a chat is seen from its start; whoever has gone to its end stays at the end as it changes; whoever has gone up
   * (null) is left alone.
   */
  let follow: 'start' | 'end' | null = 'start'
  /** Where the log was put, and not by whoever reads. */
  let putAt = 0
  let typing = make('p')
  let foot = make('div')
  let typingTimer = 0
  let isSyncing = false
  let isStale = false
  const shown = new Map<string, Shown>()
  const threads = new Map<string, HTMLElement>()
  /** Cards that answers put in the place of a message's own, until the message itself changes. */
  const replacements = new Map<string, { readonly edited: number | null; readonly card: object }>()

  /** Cards come after their words, and the log grows with them. */
  const growth = new ResizeObserver(() => {
    if (follow === null) return
    const last = lines.lastElementChild
    const start = last ? last.getBoundingClientRect().top - lines.getBoundingClientRect().top : 0
    log.scrollTop = follow === 'end' ? log.scrollHeight : Math.min(start, log.scrollHeight - log.clientHeight)
    putAt = log.scrollTop
  })

  const messageSetting = (chosen: TalkSetting): MessageSetting => ({
    ...chosen,
    names: chats.overview()?.names ?? {},
    deeds: (message): CardDeeds => ({
      execute: (action) => chats.press(message, action),
      submit: (data) => chats.submit(message, data),
      openDialog: (data) => act.openDialog(message, data),
      openUrl: act.openUrl,
    }),
    replaced(message) {
      const replacement = replacements.get(`${message.base} ${message.id}`)
      return replacement?.edited === message.edited ? replacement.card : undefined
    },
    replace: (message, card) =>
      void replacements.set(`${message.base} ${message.id}`, { edited: message.edited, card }),
  })

  function build(next: TalkView, chosen: TalkSetting): void {
    const { words, app } = chosen
    shown.clear()
    threads.clear()
    const label =
      next.kind === 'posts' ? words.posts : next.kind === 'chat' ? fill(words.chatWith, { app }) : words.activity
    log = make('div', { className: `log ${next.kind}`, tabIndex: 0, ariaLabel: label, attributes: { role: 'log' } })
    lines = make('div', { className: 'lines' })
    log.append(lines)
    const built = log
    built.addEventListener('scroll', () => {
      if (built.scrollTop === putAt) return
      follow = built.scrollHeight - built.scrollTop - built.clientHeight < NEAR_PX ? 'end' : null
    })
    follow = next.kind === 'activity' ? null : next.kind === 'chat' ? 'start' : 'end'
    growth.disconnect()
    growth.observe(lines)
    growth.observe(log)
    typing = make('p', { className: 'typing', hidden: true, textContent: fill(words.typing, { app }) })
    foot = make('div', { className: 'talk-foot' })
    place.replaceChildren(log, typing, foot)
    if (next.kind !== 'activity') return
    const { message, open } = next
    if (message) void chats.read(message.base)
    if (message) lines.append(drawMessage(message, messageSetting(chosen)), ...(open ? [open] : []))
    else lines.append(make('p', { className: 'talk-empty', textContent: words.activityEmpty }))
  }

  function drawFoot(next: TalkView, chosen: TalkSetting): void {
    const { words, app, commands, language } = chosen
    const personal = chats.overview()?.personal
    if (next.kind === 'activity' || !personal) return foot.replaceChildren()
    const state = next.kind === 'posts' || personal.hasApp ? 'open' : personal.isBlocked ? 'blocked' : 'absent'
    if (foot.dataset['state'] === state) return
    foot.dataset['state'] = state
    if (state !== 'open') {
      const isBlocked = state === 'blocked'
      const choose = (): void => void chats.choose('installed')
      foot.replaceChildren(
        make('p', { textContent: fill(isBlocked ? words.blockedHint : words.absentHint, { app }) }),
        make('button', {
          type: 'button',
          className: 'primary',
          textContent: isBlocked ? words.unblock : fill(words.addForMe, { app }),
          onclick: choose,
        }),
      )
      return
    }
    const isPosts = next.kind === 'posts'
    foot.replaceChildren(
      drawCompose({
        label: isPosts ? words.startPost : words.writeMessage,
        prefix: isPosts ? `@${app} ` : '',
        commands,
        language,
        words,
        send: (text) => {
          follow = 'end'
          return chats.say(next.base, null, text)
        },
      }),
    )
  }

  /** Brings the log to what the server has. Calls that come while it is at it are one more turn. */
  async function sync(): Promise<void> {
    if (isSyncing) {
      isStale = true
      return
    }
    isSyncing = true
    try {
      do {
        isStale = false
        if (!view || view.kind === 'activity') return
        const asked = key
        // Without an answer the log stays; the stream finds its way back and asks again.
        const messages = await chats.messages(view.base).catch(() => null)
        if (key !== asked) isStale = true
        else if (messages && setting) reconcile(view, setting, messages)
      } while (isStale)
    } finally {
      isSyncing = false
    }
  }

  function reconcile(
    next: TalkView & { kind: 'chat' | 'posts' },
    chosen: TalkSetting,
    messages: readonly Message[],
  ): void {
    const isFirst = shown.size === 0
    const ids = new Set(messages.map((message) => message.id))
    for (const [id, { element }] of shown) {
      if (ids.has(id)) continue
      element.remove()
      shown.delete(id)
    }
    for (const message of messages) {
      const stamp = `${message.edited}`
      const known = shown.get(message.id)
      if (known?.stamp === stamp) continue
      const element = drawMessage(message, messageSetting(chosen))
      if (known) known.element.replaceWith(element)
      else if (next.kind === 'chat') {
        lines.append(element)
        follow &&= 'start'
      } else threadOf(next.base, message, chosen).append(element)
      shown.set(message.id, { stamp, element })
      if (message.author === null) typing.hidden = true
    }
    lines.querySelector(':scope > .talk-empty')?.remove()
    if (messages.length === 0) {
      const text = fill(next.kind === 'chat' ? chosen.words.chatEmpty : chosen.words.postsEmpty, { app: chosen.app })
      lines.append(make('p', { className: 'talk-empty', textContent: text }))
    }
    const sought = next.sub === null ? undefined : shown.get(next.sub)?.element
    if (isFirst && sought && sought !== lines.lastElementChild) {
      follow = null
      sought.scrollIntoView({ block: 'start' })
    }
    drawFoot(next, chosen)
    if (document.visibilityState === 'visible') void chats.read(next.base)
  }

  /** The thread's messages; above the way to answer it. */
  function threadOf(base: string, message: Message, { words, language }: TalkSetting): HTMLElement {
    const root = message.thread ?? message.id
    const known = threads.get(root)
    if (known) return known
    const messages = make('div', { className: 'thread-messages' })
    const reply = make('button', {
      type: 'button',
      className: 'quiet reply',
      textContent: words.reply,
      onclick: () => {
        const send = (text: string): Promise<boolean> => chats.say(base, root, text)
        const compose = drawCompose({ label: words.replyLabel, prefix: '', commands: [], language, words, send })
        reply.replaceWith(compose)
        compose.querySelector('textarea')?.focus()
      },
    })
    lines.append(make('section', { className: 'thread', ariaLabel: words.thread }, messages, reply))
    threads.set(root, messages)
    return messages
  }

  return {
    show(next, chosen) {
      place.hidden = false
      const where = next.kind === 'activity' ? (next.message?.id ?? '') : `${next.base} ${next.sub}`
      const nextKey = [next.kind, where, chosen.person, chosen.language, chosen.theme].join(' ')
      ;[view, setting] = [next, chosen]
      if (nextKey === key) return drawFoot(next, chosen)
      key = nextKey
      build(next, chosen)
      void sync()
    },
    hide() {
      if (view === null) return
      place.hidden = true
      place.replaceChildren()
      view = null
      key = ''
    },
    hear(event) {
      if (!view || view.kind === 'activity' || event.kind === 'today') return
      if (event.kind === 'typing') {
        if (event.base !== view.base) return
        typing.hidden = false
        window.clearTimeout(typingTimer)
        typingTimer = window.setTimeout(() => (typing.hidden = true), TYPING_MS)
        return
      }
      const base = event.kind === 'deleted' ? event.base : event.kind === 'state' ? view.base : event.message.base
      if (base === view.base) void sync()
    },
  }
}
