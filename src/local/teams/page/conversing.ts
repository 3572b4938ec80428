/**
 * What Teams shows of its own, put together: the lists of chats and of activity, the chat, the posts, what is announced
 * in the corner, and where the buttons of a card lead. It knows the place one is at and changes it only by `go`.
 */

import { type ChatEvent, createChats, type Chats, type Message, type Overview } from './chats.ts'
import type { Scene } from './context.ts'
import { parseDeepLink, placeOfLink } from './deeplink.ts'
import { showText } from './dialog.ts'
import { byId, refill } from './element.ts'
import { activityList, chatList, placeOf } from './lists.ts'
import { gistOf } from './message.ts'
import { activityPlace, channelOf, type Language, type Place } from './place.ts'
import { type Here, placeLink, type PlacesActions } from './places.ts'
import { createTalk, type TalkSetting, type TalkView } from './talk.ts'
import type { TaskDialogs } from './task.ts'
import { createToasts } from './toast.ts'

export const LOCALES = { en: 'en-GB', cy: 'cy-GB' } as const satisfies Record<Language, string>

export interface Conversing {
  readonly chats: Chats
  /** Fills the column beside the middle, where Teams lists something else there than the teams. */
  drawList(column: HTMLElement, here: Here): boolean
  /** Fills the middle, where the place is one of Teams itself. */
  drawMiddle(here: Here): boolean
  /** Takes away what was announced: it was somebody else's. */
  forget(): void
}

export interface ConversingOptions {
  readonly actions: PlacesActions
  readonly tasks: TaskDialogs
  /** Where one is now; null before the host has answered. */
  here(): Here | null
  /** What a page of the app is told of where it stands, with the placeholders of its address filled in. */
  dialogScene(where: ReturnType<typeof channelOf>): () => Scene
  fill(url: string, scene: Scene): string
  draw(): void
  /** The day was moved, here or in another window. */
  dayMoved(): void
}

export function createConversing(options: ConversingOptions): Conversing {
  const { actions, tasks } = options
  const chats = createChats(heard)
  const talk = createTalk(byId('talk'), chats, { openUrl, openDialog })
  const toasts = createToasts(byId('toasts'))

  const theHere = (): Here => {
    const here = options.here()
    if (!here) throw new Error('The host page has not been told about the tenant yet')
    return here
  }

  /** Something happened in a chat, or the day moved on. */
  function heard(event: ChatEvent): void {
    if (event.kind === 'today') return options.dayMoved()
    talk.hear(event)
    if (event.kind === 'typing') return
    options.draw()
    const here = options.here()
    if (event.kind === 'posted' && here) announce(event.message, here)
  }

  /** A message of the bot that isn't on the screen already. */
  function announce(message: Message, here: Here): void {
    if (message.author !== null) return
    if (message.base === baseOnScreen(here) && document.visibilityState === 'visible') return
    const { words, view, language } = here
    const open = (): void => actions.go(placeOf(message, theHere()))
    toasts.show({ title: view.app.name[language], text: gistOf(message, words.aCard), open }, words)
  }

  function baseOnScreen({ spot, overview }: Here): string | null {
    if (spot.kind === 'channel' && spot.isPosts) return spot.channel.id
    return spot.kind === 'chat' && !spot.isList ? (overview?.personal.base ?? null) : null
  }

  /** Links in cards and messages: to a page of the app here, to everything else in a new window. */
  function openUrl(url: string): void {
    const { view } = theHere()
    const link = parseDeepLink(url, location.origin)
    if (link) {
      const target = placeOfLink(link, view)
      // A link to nowhere shows the "can't open" notice.
      const nowhere: Partial<Place> = { team: null, channel: null, tab: link.pageId, sub: null, view: null }
      return actions.go('reason' in target ? nowhere : target)
    }
    if (URL.canParse(url) && /^(https?|mailto):$/.test(new URL(url).protocol)) window.open(url, '_blank', 'noopener')
  }

  /** `task/fetch`, and whatever follows from what its dialogs hand in. */
  async function openDialog(message: Message, data: unknown): Promise<void> {
    const { words, view, language, place } = theHere()
    const app = view.app.name[language]
    const scene = options.dialogScene(channelOf(message.base, view))
    let answer = await chats.task('fetch', message, data, place.theme)
    while (answer.kind === 'page') {
      const { title, width, height } = answer
      const url = options.fill(answer.url, scene())
      const task = { url, title, ...(width === null ? {} : { width }), ...(height === null ? {} : { height }) }
      const [refused, result] = await tasks.start(task, { title: app, frame: null, scene }, words)
      if (refused !== undefined) return
      answer = await chats.task('submit', message, result, place.theme)
    }
    if (answer.kind === 'message') showText(app, answer.text, words)
    else if (answer.kind !== 'done') throw new Error('The dialog was not answered')
  }

  return {
    chats,
    drawList(column, here) {
      const { overview, spot, words, place } = here
      if (!overview || place.device !== 'desktop') return false
      if (spot.kind !== 'chat' && spot.kind !== 'activity') return false
      column.ariaLabel = spot.kind === 'chat' ? words.chat : words.activity
      const toMessage = (message: Message): Partial<Place> => ({ ...activityPlace(), sub: message.id })
      const isChat = spot.kind === 'chat'
      refill(column, ...(isChat ? chatList(here, overview, actions) : activityList(here, overview, actions, toMessage)))
      return true
    },
    drawMiddle(here) {
      const { overview, spot, place } = here
      const list = byId('list')
      const isOnPhone = place.device !== 'desktop'
      const isTalk = spot.kind === 'chat' || spot.kind === 'activity' || (spot.kind === 'channel' && spot.isPosts)
      const isList = isOnPhone && (spot.kind === 'activity' || (spot.kind === 'chat' && spot.isList))
      list.hidden = !overview || !isList
      if (!overview || !isTalk || isList) talk.hide()
      if (!overview || !isTalk) return false
      if (!isList) talk.show(viewOf(here, overview, actions), settingOf(here))
      else if (spot.kind === 'chat') refill(list, ...chatList(here, overview, actions))
      else refill(list, ...activityList(here, overview, actions, (message) => placeOf(message, here)))
      return true
    },
    forget: () => toasts.clear(),
  }
}

function viewOf(here: Here, overview: Overview, actions: PlacesActions): TalkView {
  const { spot, words, place } = here
  if (spot.kind === 'channel') return { kind: 'posts', base: spot.channel.id, sub: place.sub }
  if (spot.kind === 'chat') return { kind: 'chat', base: overview.personal.base, sub: place.sub }
  const message = overview.feed.find((one) => one.id === place.sub) ?? overview.feed[0] ?? null
  if (!message) return { kind: 'activity', message, open: null }
  const open = placeLink(here, actions, placeOf(message, here), 'open message')
  open.textContent = words.openMessage
  return { kind: 'activity', message, open }
}

function settingOf({ view, words, language, place }: Here): TalkSetting {
  return {
    words,
    language,
    theme: place.theme,
    app: view.app.name[language],
    commands: view.app.bot?.commands ?? [],
    person: view.person.key,
    reader: view.person.objectId,
    locale: LOCALES[language],
  }
}
