/**
 * One message a person a day (product, rule 7): plans what waits for each person whose hour has come, and says which of
 * today's messages, sent already, have to be edited to carry more. The same again changes nothing.
 */

import { personKey } from '../../domain/appointment.ts'
import { gather, isTellingTime, type PersonSettings } from '../../domain/gathering.ts'
import { dayOfInstant, instantOf, timeOfInstant, type Clock } from '../../words/clock.ts'
import type { GroupGround } from './ground.ts'
import type { KnownPrompt, MessageRow, PlannedMessage, Rows } from './rows.ts'

/** A message that is out already, and what came up since. */
export interface Addition {
  readonly message: MessageRow
  readonly prompts: readonly KnownPrompt[]
}

export interface Gathering {
  readonly rows: Rows
  readonly clock: Clock
  readonly grounds: readonly GroupGround[]
  readonly person: (who: string) => Promise<PersonSettings>
}

export async function gatherDue({ rows, clock, grounds, person }: Gathering): Promise<readonly Addition[]> {
  const today = clock.today()
  const minutes = minutesOf(clock)
  const waiting = (await rows.waiting()).filter(({ group, key }) =>
    grounds.some((ground) => ground.group.key === group && ground.due.has(key)),
  )
  if (waiting.length === 0) return []
  const hours = new Map(grounds.map(({ group, settings }) => [group.key, settings.at]))
  const [messages, carried] = await Promise.all([rows.messagesOn(today), rows.carriedOn(today)])
  const sentTo = new Map(messages.map((message) => [message.who, message]))
  const planned: PlannedMessage[] = []
  const additions: Addition[] = []
  for (const [who, own] of byPerson(waiting)) {
    const at = Math.min(...own.map(({ group }) => hours.get(group) ?? 0))
    if (!isTellingTime(await person(who), today, minutes, at)) continue
    const shown = new Set(gather(own).flatMap((each) => each.prompts))
    const message = sentTo.get(who)
    if (!message || message.state === 'planned') {
      const prompts = own.map((prompt) => ({ id: prompt.id, isShown: shown.has(prompt) }))
      planned.push({ who, day: today, prompts })
    } else if (message.state === 'sent') {
      const later = own.filter((prompt) => shown.has(prompt) && !carried.has(prompt.id))
      if (later.length > 0) additions.push({ message, prompts: later })
    }
  }
  await rows.plan(today, planned)
  return additions
}

/** Minutes after midnight in London. A `today` that was moved away from the wall clock's is past every hour. */
export function minutesOf(clock: Clock): number {
  const instant = instantOf(clock.now())
  if (dayOfInstant(instant) !== clock.today()) return 24 * 60
  const [hours = 0, minutes = 0] = (timeOfInstant(instant) ?? '').split(':').map(Number)
  return hours * 60 + minutes
}

function byPerson(prompts: readonly KnownPrompt[]): ReadonlyMap<string, readonly KnownPrompt[]> {
  return Map.groupBy(prompts, ({ to }) => personKey(to))
}
