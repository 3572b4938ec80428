/**
 * A prompt: one thing that one person is to be told, once. Which there are on a day is worked out from the register
 * (prompting.ts), from requests (requestprompting.ts), from returns (returnprompting.ts) and from what is on Control
 * (controlprompting.ts).
 */

import type { ActionId } from './action.ts'
import type { Addressee } from './addressee.ts'
import { personKey } from './appointment.ts'
import { addWorkingDays } from './calendar.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'

/** The most pressing first. */
export const PROMPT_KINDS = [
  'listWanted',
  'listReminder',
  'approvalWanted',
  'approvalReminder',
  'reviewWarning',
  'accountToClose',
  'accessWanted',
  'guidanceWanted',
  'signOffWanted',
  'overdue',
  'responseOverdue',
  'quarterOverdue',
  'responseChased',
  'quarterChased',
  'responseReturned',
  'overdueChair',
  'returnLate',
  'dueToday',
  'dueSoon',
  'responseDue',
  'quarterDue',
  'accountToOpen',
  'reviewWanted',
  'milestoneDue',
  'assigned',
  'responseWanted',
  'quarterWanted',
  'guidanceToRead',
  'accessSuspended',
  'extensionDecided',
  'dischargeDecided',
  'returnCirculated',
  'notOurs',
  'responseNotOurs',
  'vacancy',
] as const
export type PromptKind = (typeof PROMPT_KINDS)[number]

export interface Prompt {
  /** The occurrence: no two prompts of one key are ever sent. */
  readonly key: string
  readonly kind: PromptKind
  readonly group: string
  readonly action: ActionId | null
  /** Letter of the part. */
  readonly part: string | null
  /** Id of the milestone. */
  readonly milestone: string | null
  /**
   * Key of what is to be approved or was decided, of a response (requestprompting.ts), a circulation, or a thing of
   * Control (controlprompting.ts).
   */
  readonly subject: string | null
  readonly to: Person
  /** The post that it is put to, or that is vacant. */
  readonly post: string | null
  readonly as: Addressee['as']
  /** The day that it speaks of: the due, or the day of the decision. */
  readonly day: Day
}

/** How a group wants its people prompted; on Control. */
export interface PromptSettings {
  /** Minutes after midnight in London: when the day's message is sent, unless a person chose otherwise. */
  readonly at: number
  /** Days before a due. */
  readonly daysBefore: number
  /** Weeks overdue after which the chair is told too; null: never. */
  readonly chairAfterWeeks: number | null
  /** Days after a quarter began at which work streams are asked where they stand; days from then until it is due. */
  readonly quarterOpens: number
  readonly quarterDue: number
}

export const PROMPT_SETTINGS: PromptSettings = {
  at: 8 * 60 + 30,
  daysBefore: 7,
  chairAfterWeeks: 2,
  // In its last month.
  quarterOpens: 60,
  quarterDue: 28,
}

/** Working days between the reminders of something that waits for a decision. */
const REMIND_EVERY = 3

/** How many times a reminder has fallen due. */
export function remindersBy(askedOn: Day, today: Day): number {
  let count = 0
  for (let day = addWorkingDays(askedOn, REMIND_EVERY); day <= today; day = addWorkingDays(day, REMIND_EVERY))
    count += 1
  return count
}

/** Id of the decision that a prompt tells of. */
export function decisionOf({ kind, key }: Pick<Prompt, 'kind' | 'key'>): string | null {
  return kind === 'dischargeDecided' || kind === 'extensionDecided' ? (key.split('|')[2] ?? null) : null
}

/** Told once a month for as long as it lasts. */
export function vacancyPrompt(
  { group, today }: { readonly group: string; readonly today: Day },
  to: Addressee,
): Prompt {
  return {
    key: `vacancy|${group}|${to.vacant ?? ''}|${today.slice(0, 7)}|${personKey(to.person)}`,
    kind: 'vacancy',
    group,
    action: null,
    part: null,
    milestone: null,
    subject: null,
    to: to.person,
    post: to.vacant,
    as: 'coordinator',
    day: today,
  }
}
