/** What one may let go wrong on the way between the bot and Teams, once, to see that nothing is lost by it. */

import { make, refill } from './element.ts'
import { fill, type Words } from './words.ts'

const MISHAPS = ['deliveredThen502', 'tooMany', 'forbidden', 'cut', 'resent'] as const

export function drawMishaps(place: HTMLElement, words: Words, arrange: (mishap: string) => Promise<void>): void {
  const state = make('p', { className: 'hint', attributes: { role: 'status' } })
  const buttons = MISHAPS.map((mishap) => {
    const label = words[`mishap.${mishap}`]
    return make('button', {
      type: 'button',
      textContent: label,
      onclick: () => void arrange(mishap).then(() => (state.textContent = fill(words.mishapReady, { what: label }))),
      attributes: { 'data-key': `mishap ${mishap}` },
    })
  })
  refill(
    place,
    make('h2', { textContent: words.mishaps }),
    make('p', { className: 'hint', textContent: words.mishapsHint }),
    make('div', { className: 'mishap-buttons' }, ...buttons),
    state,
  )
}
