/** What the bot does, put together. */

import { createWords } from '../../words/words.ts'
import { makeCard, say } from '../cards/elements.ts'
import type { BotHandlers, Turn } from './app.ts'
import type { OutgoingMessage } from './messenger.ts'

export function createBotHandlers(): BotHandlers {
  const fault = ({ language }: Turn): OutgoingMessage => {
    const words = createWords(language)
    const summary = words.say('bot.fault')
    return { card: makeCard(words, { marking: null, body: [say(summary)] }), summary }
  }
  return {
    press: async (press) => fault(press).card,
    openDialog: async (press) => fault(press).summary,
    said: async (turn) => fault(turn),
    added: async () => null,
    removed: async () => {},
  }
}
