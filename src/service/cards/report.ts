/** What the bot answers to whoever wants to tell of an incident: a button that opens the form, for each group that takes it. */

import { groupName, type Group } from '../../domain/group.ts'
import type { Words } from '../../words/speech.ts'
import type { OutgoingMessage } from '../bot/messenger.ts'
import { buttons, heading, makeCard, openDialog, say } from './elements.ts'
import { makeTalk } from './list.ts'
import type { Links } from './links.ts'

/** A group that takes it. */
export interface Taker extends Pick<Group, 'key' | 'name' | 'nameWelsh'> {
  /** False above its threshold, where nothing in a chat says of which group it is: the form does. */
  readonly isNamed: boolean
}

export function makeReportCard(words: Words, takers: readonly Taker[], links: Links): OutgoingMessage {
  const title = words.say('bot.incident.title')
  if (takers.length === 0) return makeTalk(words, title, [words.say('bot.incident.nowhere')], links)
  const nameless = takers.filter(({ isNamed }) => !isNamed)
  const labelOf = (taker: Taker): string => {
    if (takers.length === 1) return words.say('bot.incident.open')
    if (taker.isNamed) return groupName(taker, words.language)
    const other = words.say('bot.incident.another')
    return nameless.length > 1 ? `${other} (${nameless.indexOf(taker) + 1})` : other
  }
  const card = makeCard(words, {
    marking: null,
    body: [
      heading(title, 'Medium'),
      say(words.say('bot.incident.what'), { spacing: 'Small' }),
      ...(takers.length > 1 ? [say(words.say('bot.incident.which'))] : []),
      ...buttons(takers.map((taker) => openDialog(labelOf(taker), 'report', { group: taker.key }))),
    ],
  })
  return { card, summary: title }
}
