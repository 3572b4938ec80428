/** Notifications in the corner, as Teams shows them: whose, and what it is about; a press goes there. */

import { make } from './element.ts'
import type { Words } from './words.ts'

const SHOWN_MS = 8_000
const MOST = 3

export interface Toasts {
  show(toast: { readonly title: string; readonly text: string; readonly open: () => void }, words: Words): void
  clear(): void
}

export function createToasts(place: HTMLElement): Toasts {
  return {
    show({ title, text, open }, words) {
      const toast: HTMLElement = make(
        'div',
        { className: 'toast' },
        make(
          'button',
          {
            type: 'button',
            className: 'toast-open',
            onclick: () => {
              toast.remove()
              open()
            },
          },
          make('span', { className: 'toast-title', textContent: title }),
          make('span', { textContent: text }),
        ),
        make('button', {
          type: 'button',
          className: 'quiet icon',
          textContent: '✕',
          ariaLabel: words.dismiss,
          onclick: () => toast.remove(),
        }),
      )
      let timer = 0
      const leave = (): void => {
        timer = window.setTimeout(() => toast.remove(), SHOWN_MS)
      }
      // Nobody has to hurry who is just reading it.
      const stay = (): void => window.clearTimeout(timer)
      toast.addEventListener('pointerenter', stay)
      toast.addEventListener('focusin', stay)
      toast.addEventListener('pointerleave', leave)
      toast.addEventListener('focusout', leave)
      place.append(toast)
      while (place.childElementCount > MOST) place.firstElementChild?.remove()
      leave()
    },
    clear: () => place.replaceChildren(),
  }
}
