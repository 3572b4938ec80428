/** Puts what is to be told into the words of its reader: cards, the digest, and the e-mail for whom no card reaches. */

import { isControlKind } from '../../domain/controlprompting.ts'
import { lastDayOf } from '../../domain/due.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { createWords } from '../../words/words.ts'
import type { CardGround, GivenAnswer } from '../cards/cardground.ts'
import { makeSettledCard } from '../cards/itemcard.ts'
import { createLinks, type Links, type LinksOptions } from '../cards/links.ts'
import { makeDigest } from '../cards/list.ts'
import { makeMessage } from '../cards/message.ts'
import type { Office } from '../office.ts'
import type { Composer, Content } from './send.ts'

export interface ComposerOptions {
  readonly office: Pick<Office, 'groups'>
  readonly addresses: Omit<LinksOptions, 'placeOf'>
  /** Answers given on cards, by the ids of prompts. */
  readonly answersOf: (prompts: readonly string[]) => Promise<ReadonlyMap<string, GivenAnswer>>
}

export function createComposer({ office, addresses, answersOf }: ComposerOptions): Composer {
  async function linksNow(): Promise<Links> {
    const groups = new Map((await office.groups()).map((group) => [group.key, group]))
    return createLinks({ ...addresses, placeOf: (key) => groups.get(key) ?? null })
  }
  const groundOf = async ({ language, today, grounds, prompts }: Content): Promise<CardGround> => ({
    words: createWords(language),
    today,
    links: await linksNow(),
    groups: grounds,
    answers: await answersOf(prompts.map(({ id }) => id)),
  })
  return {
    message: async (content) => makeMessage(content.prompts, await groundOf(content)),
    async item(content) {
      const ground = await groundOf(content)
      const [prompt] = content.prompts
      if (!prompt) throw new Error('a card of nothing')
      return { card: makeSettledCard(prompt, ground), summary: makeMessage(content.prompts, ground).summary }
    },
    async digest({ snapshot, settings, today, due }, key) {
      const asked = [...due.values()].filter(({ kind }) => kind === 'approvalWanted')
      const waiting = new Set(asked.map(({ subject }) => subject)).size
      const meeting = snapshot.meetings.get(key)?.day ?? today
      // A channel has no language of its own: English, as its tab is named in.
      const ground = { words: createWords('en'), today, links: await linksNow() }
      return makeDigest({ snapshot, settings }, { meeting, waiting }, ground)
    },
    mail: async (content) => makeMail(content, await linksNow()),
  }
}

/** Reference, due and link: an e-mail leaves Teams, so nothing that anybody wrote goes into it (product, rule 8). */
function makeMail({ language, today, grounds, prompts }: Content, links: Links): { subject: string; text: string } {
  const words = createWords(language)
  const entries = prompts.map(({ kind, group, action: id, part, subject }) => {
    const snapshot = grounds.get(group)?.snapshot
    const action = id === null ? undefined : snapshot?.actions.get(id)
    const due = action?.parts.find(({ letter }) => letter === part)?.due ?? action?.due ?? null
    const day = due && lastDayOf(due, nextMeetingDay([...(snapshot?.meetings.values() ?? [])], today))
    const reference = action ? action.reference + (part === null ? '' : `(${part})`) : ''
    const asked = grounds.get(group)?.requests.get(subject?.slice(0, subject.lastIndexOf('.')) ?? '')
    const lastDay = day ?? asked?.due ?? grounds.get(group)?.matters.get(subject ?? '')?.due
    const told = lastDay && words.say('bot.dueOn', { day: words.day(lastDay), told: words.relativeDay(lastDay, today) })
    return [
      [reference, words.say(`bot.kind.${kind}`), told].filter((each) => each).join(' · '),
      isControlKind(kind) ? links.control(group, subject ?? '') : links.item(group, id),
    ].join('\n')
  })
  const title = words.say('bot.message.title', { count: prompts.length })
  return {
    subject: words.say('bot.mail.subject', { title }),
    text: [title, ...entries, words.say('bot.mail.why')].join('\n\n'),
  }
}
