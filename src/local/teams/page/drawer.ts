/** The drawer for developers: the last messages between the host and the app, newest first, without tokens. */

import { make } from './element.ts'
import type { LogEntry } from './wire.ts'
import { fill, type Words } from './words.ts'

const KEPT = 50

export interface Drawer {
  add(entry: LogEntry): void
  toggle(): boolean
  translate(words: Words): void
}

export function createDrawer(element: HTMLElement): Drawer {
  const heading = make('h2')
  const hint = make('p', { className: 'hint' })
  const list = make('ol')
  let words: Words | null = null
  element.append(heading, hint, list)

  function describe(): void {
    if (!words) return
    heading.textContent = words.messagesHeading
    hint.textContent = list.childElementCount === 0 ? words.noMessages : fill(words.newest, { count: KEPT })
  }

  return {
    add(entry) {
      list.prepend(row(entry, words?.unknownMessage ?? ''))
      if (list.childElementCount > KEPT) list.lastElementChild?.remove()
      describe()
    },
    toggle() {
      element.hidden = !element.hidden
      return !element.hidden
    },
    translate(next) {
      words = next
      element.ariaLabel = next.messagesHeading
      describe()
    },
  }
}

function row(entry: LogEntry, unknownMessage: string): HTMLElement {
  const arrow = entry.direction === 'from app' ? '→' : '←'
  const summary = make(
    'summary',
    {},
    make('time', { textContent: entry.at.toISOString().slice(11, 23) }),
    ` ${arrow} `,
    make('b', { textContent: entry.func }),
    entry.frame === 'content' ? '' : ` (${entry.frame})`,
    entry.isUnknown ? make('mark', { textContent: unknownMessage }) : null,
  )
  return make('li', {}, make('details', {}, summary, make('pre', { textContent: entry.body, tabIndex: 0 })))
}
