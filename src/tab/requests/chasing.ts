/** Asks the service to prompt those whose response is missing, and tells in a sentence what came of it. */

import { requestEndpoints } from '../../contract/requests.ts'
import type { Words } from '../../words/words.ts'
import type { Api } from '../api.ts'
import { newCommandId } from '../register/sending.ts'

/** @param organisations null: all whose response is missing */
export async function chaseWith(
  api: Pick<Api, 'ask'>,
  words: Words,
  group: string,
  request: string,
  organisations: readonly string[] | null,
): Promise<string> {
  const asked = { commandId: newCommandId(), organisations: organisations && [...organisations] }
  try {
    const answer = await api.ask(requestEndpoints.chase, { key: group, request }, asked)
    if (!answer.ok) return words.refusal(answer.error)
    const { people, already } = answer.value
    if (people.length > 0) return words.say('requests.chased', { count: people.length, names: words.list(people) })
    return words.say(already > 0 ? 'requests.chased.already' : 'requests.chased.nobody')
  } catch {
    return words.say('requests.chase.unreachable')
  }
}
