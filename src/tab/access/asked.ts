/** What the dialogs about access hand to their forms. */

import type { AnswerReview, NominationTold } from '../../contract/access.ts'
import type { AskProps } from '../ask/ask.ts'

export type OfNomination = Pick<AskProps, 'session' | 'group' | 'onClose'> & {
  readonly nomination: NominationTold
  /** What its organisation and its resource are called. */
  readonly names: { readonly organisation: string; readonly resource: string }
}

export type ReviewWanted = Omit<AnswerReview, 'commandId'>
