/**
 * What people are to be told, worked out each day from the register as it is: nothing is scheduled ahead, so a due that
 * moved, a post that changed hands or an action that ended needs no undoing. Each prompt has a key that follows from
 * its cause, its person and its occurrence: the same again is the same prompt, whoever works it out and however often.
 *
 * Source of the kinds: product, rule 7 and "Bot".
 */

import type { Action, ActionId, Owner } from './action.ts'
import { addresseesOf, holdersOf, type Addressee, type Pass, type Posts } from './addressee.ts'
import { isSamePerson, personKey, type Appointment } from './appointment.ts'
import { addDays, daysBetween, type Day } from './day.ts'
import { workingDayOnOrBefore } from './calendar.ts'
import { lastDayOf, type Due } from './due.ts'
import { nextMeetingDay, type Person } from './group.ts'
import { remindersBy, vacancyPrompt, type Prompt, type PromptKind, type PromptSettings } from './prompt.ts'
import type { Snapshot } from './snapshot.ts'
import { isOpen } from './status.ts'

/** Something that waits for one person's decision. */
export interface Awaited {
  readonly subject: string
  readonly action: ActionId
  /** Hash of the exact state: another one is asked again. */
  readonly hash: string
  readonly askedOn: Day
  readonly approvers: readonly Addressee[]
}

/** What a meeting decided aloud, and waits for the chair as one list. */
export interface AwaitedList extends Omit<Awaited, 'action'> {
  /** What stands on it: none of these is asked for alone. */
  readonly items: readonly { readonly subject: string; readonly hash: string }[]
}

/** Something that was decided. */
export interface DecidedOn {
  /** Id of the decision. */
  readonly id: string
  readonly kind: 'discharge' | 'extension'
  readonly subject: string
  readonly action: ActionId
  readonly askedBy: Person
  readonly day: Day
}

/** Somebody said that an action isn't theirs, and the coordinator hasn't answered it. */
export interface Disowned {
  readonly action: ActionId
  readonly by: Person
  /** The owners as they were: other owners answer it. */
  readonly owners: readonly Owner[]
  readonly day: Day
}

export interface PromptGround extends Posts {
  readonly snapshot: Snapshot
  readonly appointments: readonly Appointment[]
  readonly settings: PromptSettings
  readonly passes: readonly Pass[]
  readonly disowned: readonly Disowned[]
  readonly awaited: readonly Awaited[]
  readonly lists: readonly AwaitedList[]
  readonly decided: readonly DecidedOn[]
}

/** Days for which a decision is news. */
const NEWS_DAYS = 14

/** Every prompt that holds today. Pure: the same ground gives the same prompts. */
export function duePrompts(ground: PromptGround): readonly Prompt[] {
  const prompts = [...ground.snapshot.actions.values()].filter(isOpen).flatMap((action) => promptsOf(action, ground))
  const all = [...prompts, ...approvalPrompts(ground), ...decisionPrompts(ground)]
  return [...new Map(all.map((prompt) => [prompt.key, prompt])).values()]
}

/** A piece of work with a due of its own: the action, a part of it, or a milestone. */
interface Work {
  readonly part: string | null
  readonly milestone: string | null
  readonly owners: readonly Owner[]
  readonly day: Day | null
}

function promptsOf(action: Action, ground: PromptGround): readonly Prompt[] {
  const { snapshot, today } = ground
  const nextMeeting = nextMeetingDay([...snapshot.meetings.values()], today)
  const dayOf = (due: Due | null): Day | null => due && lastDayOf(due, nextMeeting)
  const openParts = action.parts.filter((part) => part.status === 'open')
  const ownWork = openParts.filter((part) => part.due !== null || part.owners.length > 0)
  const works: Work[] = [
    { part: null, milestone: null, owners: action.owners, day: dayOf(action.due) },
    ...ownWork.map((part) => ({
      part: part.letter,
      milestone: null,
      owners: part.owners.length > 0 ? part.owners : action.owners,
      day: dayOf(part.due ?? action.due),
    })),
  ]
  const milestones = action.milestones
    .filter((milestone) => milestone.done === null)
    .map((milestone) => ({
      part: null,
      milestone: milestone.id,
      owners: action.owners,
      day: dayOf(milestone.due),
    }))
  // What waits for the chair isn't chased: its owner has done what they can.
  const chased = action.status === 'dischargeProposed' ? [] : works
  const disowned = ground.disowned.find((each) => each.action === action.id && isAbout(each.owners, action.owners))
  return [
    ...chased.flatMap((work) => workPrompts(action, work, ground, disowned ?? null)),
    ...milestones.flatMap((work) => milestonePrompts(action, work, ground)),
    ...(disowned ? disownedPrompts(action, disowned, ground) : []),
  ]
}

function workPrompts(action: Action, work: Work, ground: PromptGround, disowned: Disowned | null): readonly Prompt[] {
  const { settings, today } = ground
  const prompts: Prompt[] = []
  for (const addressee of addresseesOf(work.owners, ground)) {
    if (disowned && isSamePerson(disowned.by, addressee.person)) continue
    const put = (kind: PromptKind, occurrence: string, to: Addressee = addressee): void => {
      prompts.push(makePrompt(ground, { kind, action, work, occurrence, to, day: work.day ?? today }))
    }
    const passed = ground.passes.find((each) => each.action === action.id && isSamePerson(each.from, addressee.person))
    const doer: Addressee = passed ? { ...addressee, person: passed.to, as: 'passedTo' } : addressee
    put('assigned', '', doer)
    if (addressee.vacant !== null) {
      prompts.push(vacancyPrompt({ group: ground.snapshot.group.key, today }, addressee))
    }
    if (work.day === null) continue
    const late = daysBetween(work.day, today)
    if (late > 0) {
      const week = `${work.day}.${Math.floor((late - 1) / 7)}`
      put('overdue', week)
      // Whoever passed it on stays accountable, and hears too.
      if (passed) put('overdue', week, doer)
    } else if (today >= workingDayOnOrBefore(work.day)) put('dueToday', work.day, doer)
    else if (today >= addDays(work.day, -settings.daysBefore)) put('dueSoon', work.day, doer)
  }
  return [...prompts, ...chairPrompts(action, work, ground)]
}

function chairPrompts(action: Action, work: Work, ground: PromptGround): readonly Prompt[] {
  const { settings, today } = ground
  if (work.day === null || settings.chairAfterWeeks === null) return []
  const weeks = Math.floor((daysBetween(work.day, today) - 1) / 7)
  if (weeks < settings.chairAfterWeeks) return []
  const day = work.day
  return holdersOf('chair', ground).map((to) =>
    makePrompt(ground, { kind: 'overdueChair', action, work, occurrence: `${day}.${weeks}`, to, day }),
  )
}

function milestonePrompts(action: Action, work: Work, ground: PromptGround): readonly Prompt[] {
  const { settings, today } = ground
  const { day } = work
  if (day === null || today < addDays(day, -settings.daysBefore)) return []
  const late = daysBetween(day, today)
  const occurrence = late > 0 ? `${day}.${Math.floor((late - 1) / 7)}` : day
  return addresseesOf(work.owners, ground).map((to) =>
    makePrompt(ground, { kind: 'milestoneDue', action, work, occurrence, to, day }),
  )
}

function disownedPrompts(action: Action, disowned: Disowned, ground: PromptGround): readonly Prompt[] {
  const work: Work = { part: null, milestone: null, owners: action.owners, day: disowned.day }
  return holdersOf('coordinator', ground).map((to) =>
    makePrompt(ground, {
      kind: 'notOurs',
      action,
      work,
      occurrence: `${personKey(disowned.by)}.${disowned.day}`,
      to,
      day: disowned.day,
    }),
  )
}

function approvalPrompts(ground: PromptGround): readonly Prompt[] {
  const { awaited, lists } = ground
  const listed = new Set(lists.flatMap(({ items }) => items.map(({ subject, hash }) => `${subject}|${hash}`)))
  const alone = awaited.filter(({ subject, hash }) => !listed.has(`${subject}|${hash}`))
  return [
    ...lists.flatMap((list) => askingPrompts({ ...list, action: null }, ['listWanted', 'listReminder'], ground)),
    ...alone.flatMap((each) => askingPrompts(each, ['approvalWanted', 'approvalReminder'], ground)),
  ]
}

function askingPrompts(
  { subject, action, hash, askedOn, approvers }: Omit<Awaited, 'action'> & Pick<Prompt, 'action'>,
  [first, again]: readonly [PromptKind, PromptKind],
  { snapshot, today }: PromptGround,
): readonly Prompt[] {
  return approvers.flatMap((to) => {
    const base = {
      group: snapshot.group.key,
      action,
      part: null,
      milestone: null,
      subject,
      to: to.person,
      post: to.post,
      as: to.as,
      day: askedOn,
    }
    const name = `${base.group}|${subject}|${hash}|${personKey(to.person)}`
    const wanted: Prompt = { ...base, key: `${first}|${name}`, kind: first }
    const reminders = remindersBy(askedOn, today)
    return reminders === 0 ? [wanted] : [wanted, { ...base, key: `${again}|${name}|${reminders}`, kind: again }]
  })
}

function decisionPrompts({ decided, snapshot, today }: PromptGround): readonly Prompt[] {
  return decided
    .filter(({ day }) => daysBetween(day, today) <= NEWS_DAYS)
    .map(({ id, kind, subject, action, askedBy, day }): Prompt => {
      const group = snapshot.group.key
      return {
        key: `${kind}Decided|${group}|${id}|${personKey(askedBy)}`,
        kind: `${kind}Decided`,
        group,
        action,
        part: null,
        milestone: null,
        subject,
        to: askedBy,
        post: null,
        as: 'holder',
        day,
      }
    })
}

interface Making {
  readonly kind: PromptKind
  readonly action: Action
  readonly work: Work
  readonly occurrence: string
  readonly to: Addressee
  readonly day: Day
}

function makePrompt({ snapshot }: PromptGround, { kind, action, work, occurrence, to, day }: Making): Prompt {
  const group = snapshot.group.key
  const about = [action.id, work.part ?? '', work.milestone ?? ''].join('.')
  return {
    key: [kind, group, about, occurrence, personKey(to.person)].join('|'),
    kind,
    group,
    action: action.id,
    part: work.part,
    milestone: work.milestone,
    subject: null,
    to: to.person,
    post: to.post,
    as: to.as,
    day,
  }
}

function isAbout(then: readonly Owner[], now: readonly Owner[]): boolean {
  return JSON.stringify(then) === JSON.stringify(now)
}
