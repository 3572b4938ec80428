/** What Control records: how a group decides and prompts, what was decided, and every access to what is kept there. */

import { APPROVAL_SETTINGS, type ApprovalSettings } from './approval.ts'
import { MARKINGS, type MarkingLevel } from './group.ts'
import { PROMPT_SETTINGS, type PromptSettings } from './prompt.ts'

/** `lapsed`: nobody decided in time. `void`: what was decided on changed before it took effect. */
export const VERDICTS = ['approved', 'refused', 'lapsed', 'void'] as const
export type Verdict = (typeof VERDICTS)[number]

/** The highest marking whose words may stand in a chat (product, rule 8). */
export const WORDS_UP_TO = ['none', ...MARKINGS] as const

export interface GroupSettings extends PromptSettings, ApprovalSettings {
  readonly wordsUpTo: (typeof WORDS_UP_TO)[number]
  /** To the channel, on the working day before a meeting. */
  readonly digest: boolean
}

export const GROUP_SETTINGS: GroupSettings = {
  ...PROMPT_SETTINGS,
  ...APPROVAL_SETTINGS,
  wordsUpTo: 'OFFICIAL',
  digest: true,
}

/** True where a card may carry the words of something with this marking. */
export function mayShowWords(marking: MarkingLevel, { wordsUpTo }: Pick<GroupSettings, 'wordsUpTo'>): boolean {
  return WORDS_UP_TO.indexOf(marking) <= WORDS_UP_TO.indexOf(wordsUpTo)
}

/** Whether a prompt reached its person. */
export const PROMPT_STATES = ['sent', 'unreachable', 'mailed', 'unclear'] as const
export type PromptState = (typeof PROMPT_STATES)[number]

/** Data Protection Act 2018, section 62(1): what has to be logged. */
export const AUDIT_EVENTS = [
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
] as const
export type AuditEventKind = (typeof AUDIT_EVENTS)[number]
