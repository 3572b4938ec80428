/** To a group's channel on the working day before a meeting, at the group's hour: how things stand, once. */

import { addDays, type Day } from '../../domain/day.ts'
import { workingDayOnOrBefore } from '../../domain/calendar.ts'
import type { GroupGround } from './ground.ts'
import { channelKey, type PlannedMessage } from './rows.ts'

/** @param minutes after midnight in London */
export function dueDigests(grounds: readonly GroupGround[], minutes: number): readonly PlannedMessage[] {
  return grounds
    .filter((ground) => ground.settings.digest && minutes >= ground.settings.at && meetingToTell(ground) !== null)
    .map(({ group, today }) => ({ who: channelKey(group.key), day: today, prompts: [] }))
}

/** Key of the meeting before which today is the last working day; null: none. */
export function meetingToTell({ snapshot, today }: Pick<GroupGround, 'snapshot' | 'today'>): string | null {
  const isEve = (day: Day): boolean => day > today && workingDayOnOrBefore(addDays(day, -1)) === today
  const coming = [...snapshot.meetings.values()].filter(({ status, day }) => status === 'planned' && isEve(day))
  return coming.toSorted((a, b) => (a.day < b.day ? -1 : 1))[0]?.key ?? null
}
