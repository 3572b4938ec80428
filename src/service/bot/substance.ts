/** Which content of an action an answer on a card is given on: if that changes first, the person sees it before. */

import { createHash } from 'node:crypto'
import type { Action } from '../../domain/action.ts'
import type { Asked } from '../cards/item.ts'
import { canonical } from '../../domain/canonical.ts'

/** SHA-256, base64url. Updates by others, and its status, don't change it. */
export function substanceOf({ reference, details, parts, owners, due }: Action): string {
  const substance = { reference, details, parts: parts.map((part) => ({ ...part, status: '' })), owners, due }
  return createHash('sha256').update(canonical(substance)).digest('base64url')
}

/** What a request asks, and what became of the response so far. */
export function substanceOfAsked({ request, response }: Asked): string {
  const { title, words, due, fields } = request
  const substance = { title, words, due, fields, entries: response.log.length }
  return createHash('sha256').update(canonical(substance)).digest('base64url')
}
