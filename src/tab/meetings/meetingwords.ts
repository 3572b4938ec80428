/** What is said of meetings, their matters and what became of those. Pure. */

import type { Meeting } from '../../domain/group.ts'
import { isSettled, type Arising } from '../../domain/mattersarising.ts'
import type { MeetingContent } from '../../domain/meeting.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'

export interface MeetingGround {
  readonly meeting: Meeting
  readonly snapshot: Pick<Snapshot, 'meetings'>
  readonly words: Words
}

/** Why a matter is taken up: what presses most first, and that it is simply open only where nothing else says more. */
export function whyWords({ whys }: Arising, { words }: Pick<MeetingGround, 'words'>): string {
  const telling = whys.filter((why) => why !== 'open')
  return (telling.length > 0 ? telling : whys).map((why) => words.say(`meeting.why.${why}`)).join(' · ')
}

/** What the meeting did with it; null: nothing yet. */
export function outcomeOf(
  arising: Arising,
  { meeting, snapshot, words }: MeetingGround,
): { readonly said: string; readonly settled: boolean } | null {
  const deeds = arising.matter?.deeds ?? []
  const settled = isSettled(arising, meeting, snapshot)
  const how = (deeds.findLast((deed) => deed.how !== 'updated') ?? deeds.at(-1))?.how
  if (how === undefined) return settled ? { said: words.say('meeting.outcome.ended'), settled } : null
  const kept = snapshot.meetings.get(arising.action.retainedFor ?? '')
  if (how === 'retained' && settled && kept) {
    return { said: words.say('meeting.outcome.retainedFor', { day: words.day(kept.day) }), settled }
  }
  return {
    said: words.say(settled || how === 'updated' ? `meeting.outcome.${how}` : 'meeting.outcome.undone'),
    settled,
  }
}

/** `10:00 to 12:30`, `10:00`, or nothing. */
export function timeWords({ starts, ends }: Pick<MeetingContent, 'starts' | 'ends'>, words: Words): string {
  if (starts === null) return ''
  return ends === null ? starts : words.say('meeting.times', { starts, ends })
}

/** What a meeting is called, with its day where its name doesn't say it. */
export function titleWords({ title, day }: Pick<Meeting, 'title' | 'day'>, words: Words): string {
  const said = words.day(day)
  if (title.trim() === '') return said
  return title.includes(said) ? title : words.say('meeting.row', { title, day: said })
}
