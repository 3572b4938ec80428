/**
 * One card, drawn by Microsoft's own renderer and dressed as Teams does. A press shows that it is on its way and then
 * what came of it: another card in its place, a line of text, or the error. It sends nothing itself.
 */

import type * as AdaptiveCards from 'adaptivecards'
import type { CardAction } from '../../connector/chat.ts'
import type { CardAnswer } from '../../connector/answers.ts'
import { make } from './element.ts'
import { hostConfig } from './hostconfig.ts'
import { renderMarkdown } from './markdown.ts'
import type { Theme } from './place.ts'
import { fill, type Words } from './words.ts'

type Renderer = typeof AdaptiveCards

export interface CardDeeds {
  execute(action: CardAction): Promise<CardAnswer>
  /** False when the bot hasn't taken it. */
  submit(data: unknown): Promise<boolean>
  openDialog(data: unknown): Promise<void>
  openUrl(url: string): void
}

export interface CardSetting {
  readonly theme: Theme
  readonly words: Words
  readonly app: string
}

let renderer: Promise<Renderer> | null = null

/** The renderer is large: it comes with the first card. */
function loadRenderer(): Promise<Renderer> {
  renderer ??= import('adaptivecards').then((loaded) => {
    loaded.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = renderMarkdown(text)
      result.didProcess = true
    }
    return loaded
  })
  return renderer
}

/** @param onReplaced is told of the card that an answer put in its place */
export function drawCard(
  card: object,
  setting: CardSetting,
  deeds: CardDeeds,
  onReplaced: (card: object) => void,
): HTMLElement {
  const { words, app } = setting
  const face = make('div', { className: 'card-face' })
  const state = make('p', { className: 'card-state', attributes: { role: 'status' } })
  const whole = make('div', { className: 'card', tabIndex: -1 }, face, state)
  void loadRenderer().then((loaded) => show(loaded, card))

  function show(loaded: Renderer, json: object): void {
    const drawn = new loaded.AdaptiveCard()
    drawn.hostConfig = new loaded.HostConfig(hostConfig(setting.theme))
    drawn.onExecuteAction = (action) => {
      if (action instanceof loaded.OpenUrlAction) deeds.openUrl(action.url ?? '')
      else if (action instanceof loaded.ExecuteAction) void run(() => executed(loaded, action))
      else if (action instanceof loaded.SubmitAction) void run(() => submitted(action))
    }
    drawn.onAnchorClicked = (_element, anchor) => {
      deeds.openUrl(anchor.href)
      return true
    }
    const context = new loaded.SerializationContext(loaded.Versions.v1_5)
    drawn.parse(json, context)
    const element = drawn.render()
    face.replaceChildren(element ?? make('p', { className: 'problem', textContent: words.cardUnreadable }))
    // The renderer makes lists of buttons toolbars of menu items; people and readers know them as buttons.
    for (const button of face.querySelectorAll('.ac-pushButton')) button.removeAttribute('role')
    for (const bar of face.querySelectorAll('.ac-actionSet')) bar.removeAttribute('role')
  }

  async function executed(loaded: Renderer, action: AdaptiveCards.ExecuteAction): Promise<void> {
    const answer = await deeds.execute({
      ...(action.id === undefined ? {} : { id: action.id }),
      ...(action.title === undefined ? {} : { title: action.title }),
      verb: action.verb,
      data: typeof action.data === 'object' ? { ...action.data } : {},
    })
    if (answer.kind === 'card') {
      const hadFocus = whole.contains(document.activeElement)
      onReplaced(answer.card)
      show(loaded, answer.card)
      if (hadFocus) whole.focus()
      return
    }
    if (answer.kind === 'message') return say(answer.text)
    complain(answer.text)
  }

  async function submitted(action: AdaptiveCards.SubmitAction): Promise<void> {
    const data = (action.data ?? {}) as { msteams?: { type?: unknown } }
    if (data.msteams?.type === 'task/fetch') return deeds.openDialog(data)
    if (!(await deeds.submit(data))) complain(null)
  }

  /** One press at a time: until it is answered the card takes no other. */
  async function run(work: () => Promise<void>): Promise<void> {
    if (whole.ariaBusy === 'true') return
    whole.ariaBusy = 'true'
    state.className = 'card-state'
    state.replaceChildren(
      make('span', { className: 'spinner small', attributes: { 'aria-hidden': 'true' } }),
      words.cardWorking,
    )
    try {
      await work()
    } catch {
      complain(null)
    } finally {
      whole.ariaBusy = 'false'
      if (state.querySelector('.spinner')) state.replaceChildren()
    }
  }

  function say(text: string): void {
    state.className = 'card-state'
    state.textContent = text
  }

  function complain(text: string | null): void {
    state.className = 'card-state problem'
    state.textContent = text ?? fill(words.cardFailed, { app })
  }

  return whole
}
