/** Cards that say in plain text which prompts they carry, and for which day. What real ones say is tried with the cards. */

import { lastDayOf } from '../../../src/domain/due.ts'
import type { OutgoingMessage } from '../../../src/service/bot/messenger.ts'
import type { Composer, Content } from '../../../src/service/prompts/send.ts'

/** The day, and under it the kinds and ids of the prompts. */
export const PLAIN: Composer = {
  message: async (content) =>
    plain([content.today, ...content.prompts.map(({ kind, id }) => `${kind} ${id}`)].join('\n')),
  item: async (content) => plain(content.prompts.map(({ kind, id }) => `item ${kind} ${id}`).join('\n')),
  digest: async (ground, meeting) => plain(`digest ${ground.group.key} ${meeting}`),
  mail: async ({ prompts, grounds }) => ({
    subject: `${prompts.length}`,
    text: prompts.map((prompt) => lineOf(prompt, grounds)).join('\n'),
  }),
}

function plain(text: string): OutgoingMessage {
  return { card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] }, summary: text }
}

function lineOf({ group, action: id }: Content['prompts'][number], grounds: Content['grounds']): string {
  const action = grounds.get(group)?.snapshot.actions.get(id ?? '')
  return `${action?.reference ?? ''} ${action?.due ? lastDayOf(action.due, null) : ''}`
}
