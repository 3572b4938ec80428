/**
 * One message as Teams draws it: who, when, the words, the cards. Words of people are plain text; a bot's are markdown.
 */

import { drawCard, type CardDeeds, type CardSetting } from './card.ts'
import type { Message } from './chats.ts'
import { initials, make } from './element.ts'
import { renderMarkdown } from './markdown.ts'
import { fill } from './words.ts'

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive'

export interface MessageSetting extends CardSetting {
  /** Object id of whoever looks. */
  readonly reader: string
  readonly names: Readonly<Record<string, string>>
  readonly locale: string
  deeds(message: Message): CardDeeds
  /** The card that an answer put in the place of the message's own, if any. */
  replaced(message: Message): object | undefined
  replace(message: Message, card: object): void
}

export function drawMessage(message: Message, setting: MessageSetting): HTMLElement {
  const { words, app, reader, names } = setting
  const isBot = message.author === null
  const name = message.author === null ? app : (names[message.author] ?? message.author)
  const time = make('time', { dateTime: new Date(message.at).toISOString(), textContent: timeOf(message.at, setting) })
  const head = make(
    'p',
    { className: 'message-head' },
    make('span', { className: 'message-author', textContent: name }),
    time,
    message.edited === null ? null : make('span', { textContent: words.edited }),
  )
  const body = make('div', { className: 'message-body' }, ...wordsOf(message, setting), ...cardsOf(message, setting))
  const avatar = make('span', {
    className: isBot ? 'avatar app' : 'avatar person',
    textContent: initials(name),
    attributes: { 'aria-hidden': 'true' },
  })
  return make(
    'article',
    {
      className: message.author === reader ? 'message own' : 'message',
      ariaLabel: fill(words.messageFrom, { name, time: time.textContent }),
      attributes: { 'data-id': message.id },
    },
    avatar,
    make('div', { className: 'message-main' }, head, body),
  )
}

/** What a notification and a list show of it: the summary, else the beginning of its words. */
export function gistOf(message: Message, fallback: string): string {
  const { summary, text } = message.content
  return summary ?? text?.replaceAll(/[*_~`\\]/g, '') ?? fallback
}

export function timeOf(at: number, { locale }: { readonly locale: string }): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString()
  const time = { hour: '2-digit', minute: '2-digit' } as const
  const format = isToday ? time : ({ day: 'numeric', month: 'short', ...time } as const)
  return new Intl.DateTimeFormat(locale, format).format(at)
}

function wordsOf({ content, author }: Message, { app }: MessageSetting): HTMLElement[] {
  const { text, textFormat } = content
  if (text === undefined) return []
  if (author === null && textFormat !== 'plain') {
    return [make('div', { className: 'message-text', innerHTML: renderMarkdown(text) })]
  }
  const parts = text.split(`@${app}`)
  const said = parts.flatMap((part, index) =>
    index === 0 ? [part] : [make('span', { className: 'mention', textContent: app }), part],
  )
  return [make('div', { className: 'message-text plain' }, ...said)]
}

function cardsOf(message: Message, setting: MessageSetting): HTMLElement[] {
  const cards = (message.content.attachments ?? []).filter((one) => one.contentType === ADAPTIVE_CARD)
  return cards.map((one, index) => {
    const card = (index === 0 ? setting.replaced(message) : undefined) ?? (one.content as object)
    return drawCard(card, setting, setting.deeds(message), (next) => setting.replace(message, next))
  })
}
