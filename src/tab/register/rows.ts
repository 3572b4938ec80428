/**
 * From a snapshot to the lines of the register: standing, dues and owners in words, and what search looks through.
 * Pure. A line is made once for each version of its action: of 5,000, a change makes one again.
 */

import type { Action } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { lastDayOf, type Due } from '../../domain/due.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { ownerWords } from '../../domain/owner.ts'
import { plainText } from '../../domain/passage.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isClaimed, isOpen, standingOf, type Standing } from '../../domain/status.ts'
import type { Words } from '../../words/words.ts'

export interface Row {
  readonly action: Action
  readonly standing: Standing
  /** Somebody still has to do something: also where a discharge is only claimed. */
  readonly open: boolean
  readonly late: boolean
  readonly claimed: boolean
  /** The last day of its due, where one follows from it. */
  readonly dueDay: Day | null
  readonly due: string
  readonly owners: string
  readonly next: string
  /** It comes up again at a meeting to come. */
  readonly kept: boolean
  readonly updated: string
  /** Folded text that search looks through. */
  readonly searched: string
}

export interface RowContext {
  readonly words: Words
  readonly today: Day
  readonly nextMeeting: Day | null
}

/** Makes the lines of each snapshot, in the order of their references, and remembers them. */
export function createRowMaker(words: Words, today: Day): (snapshot: Snapshot) => readonly Row[] {
  let made = new WeakMap<Action, Row>()
  let basis: readonly unknown[] = []
  return (snapshot) => {
    const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
    const now = [snapshot.organisations, snapshot.posts, snapshot.meetings, snapshot.group.lateBy, nextMeeting]
    if (now.some((each, index) => each !== basis[index])) made = new WeakMap()
    basis = now
    const rows: Row[] = []
    for (const action of snapshot.actions.values()) {
      const known = made.get(action)
      const row = known ?? makeRow(action, snapshot, { words, today, nextMeeting })
      if (!known) made.set(action, row)
      rows.push(row)
    }
    return rows.toSorted((a, b) => compareReferences(a.action.reference, b.action.reference))
  }
}

function makeRow(action: Action, snapshot: Snapshot, { words, today, nextMeeting }: RowContext): Row {
  const standing = standingOf(action, { today, nextMeeting, lateBy: snapshot.group.lateBy })
  const claimed = isClaimed(action)
  const open = isOpen(action) || claimed
  const late = open && standing.rule === 'RED'
  const counted = snapshot.group.lateBy === 'first' && late ? (action.firstDue ?? action.due) : action.due
  const owners = action.owners.map((owner) => ownerWords(owner, snapshot))
  const next = action.latest?.next?.words ?? ''
  return {
    action,
    standing,
    open,
    late,
    claimed,
    dueDay: action.due && lastDayOf(action.due, nextMeeting),
    due: counted === null ? '' : open ? words.due(counted, today, nextMeeting) : endedDue(counted, words),
    owners: owners.join(', '),
    next,
    kept: open && isKept(action, snapshot, today),
    updated: action.latest ? words.relativeDay(action.latest.day, today) : '',
    searched: fold(
      [action.reference, plainText(action.details), ...action.parts.map((part) => part.details), next, ...owners].join(
        '\n',
      ),
    ),
  }
}

/** Retained for a meeting to come; words alone do until they are followed by others. */
function isKept({ retainedFor, latest }: Action, { meetings }: Snapshot, today: Day): boolean {
  if (latest?.outcome === 'retain') return true
  const meeting = retainedFor === null ? undefined : meetings.get(retainedFor)
  return meeting !== undefined && meeting.status !== 'closed' && meeting.day >= today
}

/** What has ended was due by a day; which meeting was the next one then, nobody asks any more. */
function endedDue(due: Due, words: Words): string {
  return due.kind === 'nextMeeting' ? '' : words.dueStated(due)
}

/** Lines that hold every word of the query, whatever its case and accents. */
export function searchRows(rows: readonly Row[], query: string): readonly Row[] {
  const wanted = fold(query).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return rows
  return rows.filter((row) => wanted.every((word) => row.searched.includes(word)))
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
