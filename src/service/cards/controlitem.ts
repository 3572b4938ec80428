/**
 * What a card says of something that is on Control alone: why it is told, by when, and below the group's threshold what it
 * is called. More is read in the dialog that it opens, where every look is logged first.
 */

import { CONTROL_PROMPTS, isControlKind, isStillSaid, type ControlMatter } from '../../domain/controlprompting.ts'
import { mayShowWords } from '../../domain/record.ts'
import type { Words } from '../../words/speech.ts'
import type { CardGround, CardPrompt, Place } from './cardground.ts'
import { dueOn } from './dueline.ts'
import type { Item } from './item.ts'

export function controlItem(
  prompt: CardPrompt,
  { snapshot, settings, matters }: Place,
  { words, today }: CardGround,
): Item {
  const { group } = snapshot
  const matter = matters?.get(prompt.subject ?? '') ?? null
  const due = matter?.due ?? null
  const isNews = isControlKind(prompt.kind) && CONTROL_PROMPTS[prompt.kind].asks === null
  return {
    prompt,
    group,
    action: null,
    asked: null,
    circulation: null,
    matter,
    marking: group.marking,
    reference: '',
    details: mayShowWords(group.marking.level, settings) ? titleOf(matter, words) : null,
    colour: null,
    due: due === null || isNews ? null : dueOn(due, words, today),
    isLate: due !== null && !isNews && due < today,
    answer: null,
    given: null,
    isOpen: isNews || (matter !== null && isStillSaid(matter, prompt)),
  }
}

function titleOf(matter: ControlMatter | null, { language }: Words): string {
  return (language === 'cy' && matter?.titleWelsh) || (matter?.title ?? '')
}
