/** Tells Control who was told of what, once their message has ended: in the background, as the quota allows. */

import type { PromptState } from '../../domain/record.ts'
import type { Office } from '../office.ts'
import type { Grounds } from './ground.ts'
import type { Rows, Unrecorded } from './rows.ts'

/** Messages at a time. */
const MOST = 60

/** @returns how many there were */
export async function recordEnded(office: Office, rows: Rows, grounds: Grounds): Promise<number> {
  if (office.client.rest() > 0) return 0
  const ended = await rows.unrecorded(MOST)
  if (ended.length === 0) return 0
  const [records, groups] = await Promise.all([office.records(), office.groups()])
  for (const message of ended) {
    if (office.client.rest() > 0) break
    for (const prompt of (await rows.carried(message.id)).filter(({ isShown }) => isShown)) {
      const group = groups.find(({ key }) => key === prompt.group)
      const to = (group && (await grounds.of(group)).due.get(prompt.key)?.to) ?? prompt.to
      await records.addPrompt({
        // A prompt that the day after's message carries again is there twice, with what became of each.
        id: `${prompt.id}.${message.day}`,
        group: prompt.group,
        day: message.day,
        kind: prompt.kind,
        action: prompt.action ?? '',
        part: prompt.part ?? '',
        to,
        post: prompt.post ?? '',
        state: stateOf(message),
        at: message.at,
      })
    }
    await rows.recorded(message.id)
  }
  return ended.length
}

function stateOf({ state, mail }: Unrecorded): PromptState {
  if (state === 'sent') return 'sent'
  if (state === 'ambiguous' || mail === 'unclear') return 'unclear'
  return mail === 'mailed' ? 'mailed' : 'unreachable'
}
