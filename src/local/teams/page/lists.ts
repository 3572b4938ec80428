/** The two lists beside the words: the chats (there is one), and the activity, newest first. */

import type { Message, Overview } from './chats.ts'
import { badge, initials, make } from './element.ts'
import { gistOf, timeOf } from './message.ts'
import { channelOf, chatPlace, type Place, postsPlace } from './place.ts'
import { type Here, placeLink, type PlacesActions } from './places.ts'
import { fill } from './words.ts'

const LOCALES = { en: 'en-GB', cy: 'cy-GB' } as const

export function chatList(here: Here, overview: Overview, actions: PlacesActions): HTMLElement[] {
  const { view, words, language, spot } = here
  const app = view.app.name[language]
  const { last, unread, hasApp } = overview.personal
  const link = placeLink(here, actions, chatPlace(), 'chat bot')
  if (spot.kind === 'chat' && !spot.isList) link.ariaCurrent = 'page'
  const gist = last ? gistOf(last, words.aCard) : hasApp ? words.chatNew : words.chatAbsent
  const mark = badge(unread, fill(words.unread, { count: unread }))
  link.append(
    make('span', { className: 'avatar app', textContent: initials(app), attributes: { 'aria-hidden': 'true' } }),
    make(
      'span',
      { className: unread > 0 ? 'row unread' : 'row' },
      make(
        'span',
        { className: 'row-head' },
        make('span', { className: 'row-name', textContent: app }),
        last ? make('time', { textContent: timeOf(last.at, { locale: LOCALES[language] }) }) : null,
      ),
      make('span', { className: 'row-gist', textContent: gist }),
    ),
    ...(mark ? [mark] : []),
  )
  return [make('h2', { textContent: words.chat }), make('ul', { className: 'rows' }, make('li', {}, link))]
}

/** @param toMessage where a row leads */
export function activityList(
  here: Here,
  overview: Overview,
  actions: PlacesActions,
  toMessage: (message: Message) => Partial<Place>,
): HTMLElement[] {
  const { view, words, language, place } = here
  const app = view.app.name[language]
  const rows = overview.feed.map((message) => {
    const where = channelOf(message.base, view)
    const link = placeLink(here, actions, toMessage(message), `activity ${message.id}`)
    if (here.spot.kind === 'activity' && place.sub === message.id) link.ariaCurrent = 'page'
    link.append(
      make('span', { className: 'avatar app', textContent: initials(app), attributes: { 'aria-hidden': 'true' } }),
      make(
        'span',
        { className: 'row' },
        make(
          'span',
          { className: 'row-head' },
          make('span', { className: 'row-name', textContent: app }),
          make('time', { textContent: timeOf(message.at, { locale: LOCALES[language] }) }),
        ),
        make('span', { className: 'row-gist', textContent: gistOf(message, words.aCard) }),
        make('span', { className: 'row-where', textContent: where ? where.channel.displayName : words.chat }),
      ),
    )
    return make('li', {}, link)
  })
  return [
    make('h2', { textContent: words.activity }),
    rows.length === 0
      ? make('p', { className: 'hint', textContent: words.activityEmpty })
      : make('ul', { className: 'rows' }, ...rows),
  ]
}

/** Where a message stands, as a place. */
export function placeOf(message: Message, here: Here): Partial<Place> {
  const where = channelOf(message.base, here.view)
  return { ...(where ? postsPlace(where.team, where.channel) : chatPlace()), sub: message.id }
}
