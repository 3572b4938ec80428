/**
 * One thing that a card speaks of: what may be said of it, how it stands, when it is due, and what may be done about it
 * from there. Each kind of thing is worked out in a file of its own (itemof.ts names them).
 */

import type { Action, Colour } from '../../domain/action.ts'
import {
  CONTROL_PROMPTS,
  isControlKind,
  type ControlMatter,
  type ControlPromptKind,
} from '../../domain/controlprompting.ts'
import type { Day } from '../../domain/day.ts'
import { MARKINGS, type Group, type Marking } from '../../domain/group.ts'
import type { Prompt, PromptKind } from '../../domain/prompt.ts'
import type { RequestContent, ResponseContent } from '../../domain/request.ts'
import type { CardPrompt, GivenAnswer } from './cardground.ts'

/** A request, and the response of one organisation to it. */
export interface Asked {
  readonly request: RequestContent
  readonly response: ResponseContent
  /** What the organisation said the last time it was asked the same. */
  readonly last: ResponseContent | null
}

export interface Item {
  readonly prompt: CardPrompt
  readonly group: Group
  /** Null: it isn't in the register any more, or the prompt is about a post. */
  readonly action: Action | null
  /** The response that the prompt is about. */
  readonly asked: Asked | null
  /** Key of what went back to everybody. */
  readonly circulation: string | null
  /** What the prompt is about, where that is on Control alone. */
  readonly matter: ControlMatter | null
  readonly marking: Marking
  readonly reference: string
  /** Null where no words may be shown. */
  readonly details: string | null
  readonly colour: Colour | null
  /** When it is due: as it may be said. Null: no day, and no words may be shown. */
  readonly due: string | null
  readonly isLate: boolean
  readonly answer: GivenAnswer | null
  /** The day of the meeting that gave it; null: none did. */
  readonly given: Day | null
  /** Something can still be done about it. */
  readonly isOpen: boolean
}

/** The highest marking of what is on a card stands on it. */
export function markingOf(items: readonly Item[]): Marking | null {
  const rank = ({ marking }: Item): number => MARKINGS.indexOf(marking.level)
  return items.toSorted((a, b) => rank(b) - rank(a))[0]?.marking ?? null
}

/** Kinds that tell and ask for nothing. */
export const NEWS: ReadonlySet<PromptKind> = new Set([
  'extensionDecided',
  'dischargeDecided',
  'vacancy',
  'notOurs',
  'responseNotOurs',
  'returnLate',
  'returnCirculated',
])
const LISTS: ReadonlySet<PromptKind> = new Set(['listWanted', 'listReminder'])
const APPROVALS: ReadonlySet<PromptKind> = new Set(['approvalWanted', 'approvalReminder', ...LISTS])

export function isApproval({ kind }: Pick<Prompt, 'kind'>): boolean {
  return APPROVALS.has(kind)
}

/** What a meeting decided aloud, to be confirmed as one. */
export function isList({ kind }: Pick<Prompt, 'kind'>): boolean {
  return LISTS.has(kind)
}

/** Words alone are answered on the card; figures, files and signatures in the dialog. */
export function isAnsweredOnCard({ prompt, details, asked }: Item): boolean {
  if (!isAnswerable(prompt) || details === null) return false
  return asked === null || (asked.request.fields.length === 0 && prompt.kind !== 'signOffWanted')
}

/** Whether its person answers it on the card, or in the dialog that it opens. */
export function isAnswerable({ kind }: Pick<Prompt, 'kind'>): boolean {
  return !NEWS.has(kind) && !APPROVALS.has(kind) && !isControlKind(kind) && kind !== 'overdueChair'
}

/** What the one button says that opens the dialog for something of Control; null: nothing is asked. */
export function controlButton({ prompt, isOpen }: Item): (typeof CONTROL_PROMPTS)[ControlPromptKind]['asks'] {
  return isOpen && isControlKind(prompt.kind) ? CONTROL_PROMPTS[prompt.kind].asks : null
}
