/** One card on a page, drawn as the Teams host of this repository draws it: for drawn.test.ts. */

import { drawCard } from '../../../src/local/teams/page/card.ts'
import type { Theme } from '../../../src/local/teams/page/place.ts'

declare global {
  interface Window {
    draw(card: object, theme: Theme): void
  }
}

window.draw = (card, theme) => {
  document.documentElement.dataset['theme'] = theme
  const never = (): Promise<never> => new Promise(() => {})
  const deeds = { execute: never, submit: never, openDialog: never, openUrl: () => {} }
  const words = new Proxy({}, { get: () => '' }) as never
  document.body.replaceChildren(drawCard(card, { theme, words, app: 'Matters Arising' }, deeds, () => {}))
}
