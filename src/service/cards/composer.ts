/** What prompting sends, made by the cards: the day's message, one thing as it stands, a digest, an e-mail. */

import { createWords } from '../../words/words.ts'
import type { GroupGround } from '../prompts/ground.ts'
import type { Composer, Content } from '../prompts/send.ts'
import { itemOf, type CardGround } from './item.ts'
import { makeSettledCard } from './itemcard.ts'
import { createLinks, type Links } from './links.ts'
import { makeDigest } from './list.ts'
import { makeMessage } from './message.ts'

export interface ComposerOptions {
  /** Origin that opens Teams' links. */
  readonly teams: string
  readonly teamsApp: string
  readonly tabOrigin: string
}

export function createComposer(options: ComposerOptions): Composer {
  const linksOf = (grounds: ReadonlyMap<string, GroupGround>): Links =>
    createLinks({ ...options, placeOf: (key) => grounds.get(key)?.group ?? null })

  function groundOf({ language, today, grounds }: Content): CardGround {
    return { words: createWords(language), today, links: linksOf(grounds), groups: grounds, answers: new Map() }
  }

  return {
    message: (content) => makeMessage(content.prompts, groundOf(content)),
    item(content) {
      const ground = groundOf(content)
      const [prompt] = content.prompts
      if (!prompt) return makeMessage([], ground)
      return { card: makeSettledCard(prompt, ground), summary: ground.words.say(`bot.kind.${prompt.kind}`) }
    },
    digest(ground, meeting) {
      // A channel has readers of both languages; its cards speak English, as its tabs begin in it.
      const { group, snapshot, settings, today } = ground
      const waiting = [...snapshot.actions.values()].filter(
        ({ status, extensionAsked }) => status === 'dischargeProposed' || extensionAsked !== null,
      ).length
      const about = { words: createWords('en'), today, links: linksOf(new Map([[group.key, ground]])) }
      return makeDigest({ snapshot, settings }, { meeting, waiting }, about)
    },
    mail(content) {
      const ground = groundOf(content)
      const { words, links } = ground
      // Nobody's words leave by mail: what it is about, when it is due, and where it is answered.
      const lines = content.prompts.flatMap((prompt) => {
        const item = itemOf(prompt, ground)
        if (!item) return []
        const facts = [item.reference, words.say(`bot.kind.${prompt.kind}`), item.due ?? '']
        return [facts.filter((fact) => fact !== '').join(' · '), links.item(prompt.group, prompt.action), '']
      })
      const subject = words.say('bot.message.title', { count: content.prompts.length })
      return { subject, text: [subject, '', ...lines, links.mine()].join('\n') }
    },
  }
}
