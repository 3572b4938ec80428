/**
 * What a card says of an action, of a part or a milestone of it, of a list of them that a meeting decided, and of a post
 * that nobody holds. Above the group's threshold no words leave this file (product, rule 8).
 */

import type { Action } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { dayToSay, lastDayOf, type Due } from '../../domain/due.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { plainText } from '../../domain/passage.ts'
import type { Prompt } from '../../domain/prompt.ts'
import { mayShowWords } from '../../domain/record.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen, standingOf } from '../../domain/status.ts'
import type { Words } from '../../words/speech.ts'
import { meetingOfSubject } from '../meetings/lists.ts'
import type { CardGround, CardPrompt, Place } from './cardground.ts'
import { dueOn } from './dueline.ts'
import { isApproval, isList, NEWS, type Item } from './item.ts'

export function actionItem(prompt: CardPrompt, place: Place, { words, today, answers }: CardGround): Item {
  const { snapshot, settings } = place
  const action = (prompt.action !== null && snapshot.actions.get(prompt.action)) || null
  const marking = action?.marking ?? snapshot.group.marking
  const showsWords = mayShowWords(marking.level, settings)
  const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
  const part = action?.parts.find((each) => each.letter === prompt.part) ?? null
  const milestone = action?.milestones.find((each) => each.id === prompt.milestone) ?? null
  const due = milestone?.due ?? part?.due ?? action?.due ?? null
  const answer = answers.get(prompt.id) ?? null
  const context = { today, nextMeeting, lateBy: snapshot.group.lateBy }
  const day = due && lastDayOf(due, nextMeeting)
  return {
    prompt,
    group: snapshot.group,
    action,
    asked: null,
    circulation: null,
    matter: null,
    marking,
    reference: action ? action.reference + (part ? `(${part.letter})` : '') : '',
    details: showsWords ? detailsOf(prompt, snapshot, milestone?.purpose ?? part?.details ?? action?.details) : null,
    colour: action && showsWords ? standingOf(action, context).colour : null,
    due: due && tellDue(due, { words, today, nextMeeting, showsWords }),
    isLate: day !== null && day < today,
    answer,
    given: (action?.origin.kind === 'meeting' && snapshot.meetings.get(action.origin.meeting ?? '')?.day) || null,
    isOpen: isList(prompt)
      ? (place.lists?.has(prompt.subject ?? '') ?? true)
      : answer === null && isStillOpen(prompt, action, part?.status ?? 'open', milestone?.done ?? null),
  }
}

function isStillOpen(prompt: Prompt, action: Action | null, part: 'open' | 'done', milestoneDone: Day | null): boolean {
  if (prompt.kind === 'vacancy') return true
  if (!action) return false
  if (prompt.subject !== null && isApproval(prompt)) {
    return prompt.subject.startsWith('discharge-')
      ? action.status === 'dischargeProposed'
      : action.extensionAsked !== null
  }
  return NEWS.has(prompt.kind) || (isOpen(action) && part === 'open' && milestoneDone === null)
}

function detailsOf(prompt: Prompt, { posts, meetings }: Snapshot, text: string | undefined): string {
  if (isList(prompt)) return meetings.get(meetingOfSubject(prompt.subject ?? ''))?.title ?? ''
  if (prompt.kind === 'vacancy') return posts.get(prompt.post ?? '')?.title ?? ''
  return plainText(text ?? '')
}

interface Telling {
  readonly words: Words
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly showsWords: boolean
}

/** A due in somebody's words is words. */
function tellDue(due: Due, { words, today, nextMeeting, showsWords }: Telling): string | null {
  const day = showsWords ? dayToSay(due, nextMeeting, today) : lastDayOf(due, nextMeeting)
  if (day === null) return showsWords ? words.say('bot.due', { due: words.due(due, today, nextMeeting) }) : null
  return dueOn(day, words, today)
}
