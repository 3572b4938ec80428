/** The few pieces that every card is made of. */

import type { CardElementArray, IAdaptiveCard, ITextBlock } from '@microsoft/teams.cards'
import type { Words } from '../../words/speech.ts'

export function makeCard(words: Words, body: CardElementArray): IAdaptiveCard {
  return { type: 'AdaptiveCard', version: '1.5', lang: words.language, body, msteams: { width: 'full' } }
}

/** Our own words: clients read them as markdown. */
export function say(text: string, more: Partial<Omit<ITextBlock, 'type' | 'text'>> = {}): ITextBlock {
  return { type: 'TextBlock', text, wrap: true, ...more }
}
