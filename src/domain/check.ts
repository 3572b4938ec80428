/**
 * What every input must satisfy, whichever command carries it. Each check gives the refusal, or null when all is well.
 */

import { OUTCOMES, type Owner, type Part } from './action.ts'
import type { UpdateDraft } from './command.ts'
import { isDay, type Day } from './day.ts'
import { isDue, type Due } from './due.ts'
import type { Refusal } from './result.ts'
import type { Snapshot } from './snapshot.ts'

/** SharePoint: a multi-line text column holds 63,999 characters. */
export const LONGEST_TEXT = 60_000

export function checkText(text: string, field: string): Refusal | null {
  if (text.trim() === '') return { code: 'textMissing', field }
  return checkLength(text, field)
}

export function checkReason(reason: string): Refusal | null {
  if (reason.trim() === '') return { code: 'reasonMissing', field: 'reason' }
  return checkLength(reason, 'reason')
}

export function checkPastDay(day: Day, field: string, today: Day): Refusal | null {
  if (!isDay(day)) return { code: 'dayInvalid', field }
  return day > today ? { code: 'dayInFuture', field, values: { day } } : null
}

export function checkDue(due: Due | null, field: string): Refusal | null {
  return due === null || isDue(due) ? null : { code: 'dueInvalid', field, values: { words: due.words } }
}

export function checkOwners(owners: readonly Owner[], field: string, snapshot: Snapshot): Refusal | null {
  for (const owner of owners) {
    if ('organisation' in owner && !snapshot.organisations.has(owner.organisation)) {
      return { code: 'ownerUnknown', field, values: { owner: owner.organisation } }
    }
    if ('post' in owner && !snapshot.posts.has(owner.post)) {
      return { code: 'postUnknown', field, values: { post: owner.post } }
    }
  }
  return null
}

export function checkPart(part: Part, path: string, snapshot: Snapshot): Refusal | null {
  return (
    checkText(part.letter, `${path}.letter`) ??
    checkText(part.details, `${path}.details`) ??
    checkOwners(part.owners, `${path}.owners`, snapshot) ??
    checkDue(part.due, `${path}.due`)
  )
}

export function checkParts(parts: readonly Part[], snapshot: Snapshot): Refusal | null {
  const letters = new Set<string>()
  for (const [index, part] of parts.entries()) {
    const path = `parts.${index}`
    if (letters.has(part.letter)) return { code: 'partsRepeated', field: path, values: { letter: part.letter } }
    letters.add(part.letter)
    const refusal = checkPart(part, path, snapshot)
    if (refusal) return refusal
  }
  return null
}

/** @param path where the draft stands in its command, for example `updates.3`; empty at the top */
export function checkUpdate(draft: UpdateDraft, path: string, snapshot: Snapshot, today: Day): Refusal | null {
  const field = (name: string): string => (path === '' ? name : `${path}.${name}`)
  const wordless = draft.text.trim() === '' && (draft.next?.words ?? '').trim() === ''
  if (wordless && (draft.outcome === null || !OUTCOMES.includes(draft.outcome))) {
    return { code: 'textMissing', field: field('text') }
  }
  return (
    checkPastDay(draft.day, field('day'), today) ??
    checkLength(draft.text, field('text')) ??
    (draft.next && checkLength(draft.next.words, field('next'))) ??
    (draft.next && checkOwners(draft.next.owners, field('next.owners'), snapshot)) ??
    (draft.next && checkDue(draft.next.due, field('next.due'))) ??
    (draft.organisation
      ? checkOwners([{ organisation: draft.organisation }], field('organisation'), snapshot)
      : null) ??
    (draft.meeting && !snapshot.meetings.has(draft.meeting)
      ? { code: 'meetingUnknown', field: field('meeting') }
      : null)
  )
}

function checkLength(text: string, field: string): Refusal | null {
  return text.length > LONGEST_TEXT ? { code: 'textTooLong', field, values: { longest: LONGEST_TEXT } } : null
}
