/** Whom what waits for a decision is put to, and what of it comes before the chair as a meeting's one list. */

import type { Addressee, Posts } from '../../domain/addressee.ts'
import { approversOf, type ApprovalSettings, type Asked } from '../../domain/approval.ts'
import { isInForce, isSamePerson } from '../../domain/appointment.ts'
import { addDays } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { Awaited, AwaitedList } from '../../domain/prompting.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Decision } from '../../sharepoint/control/rows.ts'
import { subjectOfList, type PutList } from '../meetings/lists.ts'

/** For each post whoever is there: its holder, or the deputy; never who asked. */
export function approvers(
  asked: Pick<Asked, 'count'>,
  askedBy: Pick<Person, 'tenantId' | 'objectId'>,
  settings: ApprovalSettings,
  { appointments, today, isAway }: Posts,
): readonly Addressee[] {
  return approversOf(asked, appointments, settings, today).flatMap(({ post, holder, deputy }): Addressee[] => {
    const may = (person: Person | null): person is Person => person !== null && !isSamePerson(person, askedBy)
    if (may(holder) && !(isAway(holder) && may(deputy))) return [{ person: holder, post, as: 'holder', vacant: null }]
    return may(deputy) ? [{ person: deputy, post, as: 'deputy', vacant: null }] : []
  })
}

/** Those on which everything that still waits is as it was put: a list that holds no more is put again first. */
export function awaitedLists(
  lists: readonly PutList[],
  settings: ApprovalSettings,
  awaited: readonly Awaited[],
  posts: Posts,
): readonly AwaitedList[] {
  const hashes = new Map(awaited.map(({ subject, hash }) => [subject, hash]))
  return lists
    .filter(({ isDecided, items }) => {
      const waiting = items.filter(({ subject }) => hashes.has(subject))
      return !isDecided && waiting.length > 0 && waiting.every(({ subject, hash }) => hashes.get(subject) === hash)
    })
    .map(({ meeting, hash, items, by, day }) => ({
      subject: subjectOfList(meeting),
      hash,
      items,
      askedOn: day,
      approvers: approvers({ count: null }, by, settings, posts),
    }))
}

/** Days after which a meeting that nobody closed holds nothing back any more. */
const SITS_FOR = 14

/** What a coordinator records while the group's meeting sits comes before the chair as one list, when it is closed. */
export function isSitting(
  { askedOn }: Asked,
  askedBy: Person,
  { meetings }: Snapshot,
  { appointments, today }: Posts,
): boolean {
  const sits = [...meetings.values()].some(({ status, day }) => {
    // It may be held before its day.
    if (status === 'open') return askedOn >= (day < today ? day : today) && today <= addDays(day, SITS_FOR)
    // On its day it may have been opened a moment ago.
    return status === 'planned' && day === today && askedOn === today
  })
  return (
    sits &&
    appointments.some(
      (each) =>
        each.role === 'coordinator' &&
        isInForce(each, today) &&
        (isSamePerson(each.holder, askedBy) || isSamePerson(each.deputy, askedBy)),
    )
  )
}

/** Who put a list knows what was on it: each thing alone is no news to them. */
export function isOfOwnList({ subject, hash, asked }: Decision, lists: readonly PutList[]): boolean {
  return lists.some(
    ({ by, items }) =>
      isSamePerson(asked?.by ?? null, by) && items.some((item) => item.subject === subject && item.hash === hash),
  )
}
