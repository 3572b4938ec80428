/**
 * The middle of the page: the open tab with Teams' own loading indicator over it until the app says that it is ready,
 * a card when it fails or keeps silent for 30 seconds, or a notice when there is no tab to show. A frame that asked to
 * be told before it goes is told, and given a moment.
 */

import { make, refill } from './element.ts'
import type { Frame, FrameEvent, FrameOptions, Wire } from './wire.ts'
import { fill, type Words } from './words.ts'

/** As in Teams. */
const READY_TIMEOUT_MS = 30_000
const UNLOAD_TIMEOUT_MS = 3_000

export interface Notice {
  readonly title: string
  readonly hint: string
  /** 1 where nothing above it on the page is a heading; 2 unless told. */
  readonly level?: 1 | 2
  readonly button?: { readonly label: string; readonly press: () => void }
}

export interface Stage {
  /** Opens the tab unless the one with this key is open already. */
  showTab(key: string, name: string, options: Omit<FrameOptions, 'into' | 'onEvent' | 'kind'>, words: Words): void
  showNotice(notice: Notice): void
  /** Nothing of the app: the room is somebody else's. */
  clear(): void
  /** Loads the open tab again. */
  reload(): void
  frame(): Frame | null
}

export function createStage(wire: () => Wire, room: HTMLElement, cover: HTMLElement): Stage {
  let current: { readonly key: string; readonly frame: Frame } | null = null
  let again: (() => void) | null = null
  let timer = 0

  function leave(): void {
    window.clearTimeout(timer)
    if (!current) return
    const { frame } = current
    current = null
    if (!frame.registered.has('beforeUnload')) return frame.close()
    frame.element.hidden = true
    frame.element.inert = true
    leaving.set(
      frame,
      window.setTimeout(() => frame.close(), UNLOAD_TIMEOUT_MS),
    )
    frame.push('beforeUnload', [])
  }

  const leaving = new WeakMap<Frame, number>()

  function showCover(...children: readonly HTMLElement[]): void {
    cover.hidden = children.length === 0
    refill(cover, ...children)
  }

  return {
    showTab(key, name, options, words) {
      if (current?.key === key) return
      leave()
      again = () => {
        leave()
        start()
      }
      start()

      function start(): void {
        const spinner = make('span', { className: 'spinner', attributes: { 'aria-hidden': 'true' } })
        const label = make('p', { textContent: fill(words.loading, { app: name }) })
        showCover(make('div', { className: 'loading', attributes: { role: 'status' } }, spinner, label))
        const frame = wire().open({ ...options, kind: 'content', into: room, onEvent: (event) => heard(event, frame) })
        current = { key, frame }
        timer = window.setTimeout(() => fail(fill(words.slow, { app: name }), words.slowHint), READY_TIMEOUT_MS)
      }

      function heard(event: FrameEvent, frame: Frame): void {
        if (event.kind === 'readyToUnload') {
          window.clearTimeout(leaving.get(frame))
          if (leaving.has(frame)) frame.close()
          return
        }
        if (current?.frame !== frame) return
        if (event.kind === 'loaded') {
          window.clearTimeout(timer)
          showCover()
        } else if (event.kind === 'failed') {
          fail(fill(words.failed, { app: name }), event.message || event.reason)
        }
      }

      function fail(title: string, hint: string): void {
        window.clearTimeout(timer)
        showCover(card({ title, hint, button: { label: words.again, press: () => again?.() } }, 'alert'))
      }
    },
    showNotice(notice) {
      leave()
      again = null
      showCover(card(notice, null))
    },
    clear() {
      leave()
      again = null
      showCover()
    },
    reload: () => again?.(),
    frame: () => current?.frame ?? null,
  }
}

function card(notice: Notice, role: string | null): HTMLElement {
  const { button } = notice
  return make(
    'div',
    { className: 'notice', attributes: role === null ? {} : { role } },
    make(notice.level === 1 ? 'h1' : 'h2', { textContent: notice.title }),
    make('p', { textContent: notice.hint }),
    button
      ? make('button', { type: 'button', className: 'primary', textContent: button.label, onclick: button.press })
      : null,
  )
}
