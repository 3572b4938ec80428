/** Which file works out what a card says of a prompt. */

import { isControlKind } from '../../domain/controlprompting.ts'
import { isAboutResponse } from '../../domain/requestprompting.ts'
import { actionItem } from './actionitem.ts'
import type { CardGround, CardPrompt } from './cardground.ts'
import { controlItem } from './controlitem.ts'
import type { Item } from './item.ts'
import { circulatedItem, responseItem } from './responseitem.ts'

/** Null for a group that isn't known any more. */
export function itemOf(prompt: CardPrompt, ground: CardGround): Item | null {
  const place = ground.groups.get(prompt.group)
  if (!place) return null
  if (isAboutResponse(prompt)) return responseItem(prompt, place, ground)
  if (prompt.kind === 'returnCirculated') return circulatedItem(prompt, place, ground)
  if (isControlKind(prompt.kind)) return controlItem(prompt, place, ground)
  return actionItem(prompt, place, ground)
}
