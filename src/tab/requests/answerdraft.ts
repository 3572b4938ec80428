/** What stands in the form of an answer while it is written, and the answer that it comes to. Pure. */

import type { Answer, FieldValue, FieldValues, FileReference, RequestField } from '../../domain/request.ts'

export interface AnswerDraft {
  readonly words: string
  /** By the field's key, as typed. */
  readonly typed: Readonly<Record<string, string>>
  readonly files: readonly FileReference[]
  /** Where it is recorded for somebody. */
  readonly of: string
  readonly how: string
  /** Key of the response that it was begun from. */
  readonly like: string | null
}

export const EMPTY_ANSWER: AnswerDraft = { words: '', typed: {}, files: [], of: '', how: '', like: null }

/** Begun from an answer that was given before: of another time, or one that was returned. */
export function draftFrom(answer: Answer, like: string | null): AnswerDraft {
  const typed = Object.fromEntries(Object.entries(answer.values).map(([key, value]) => [key, typedOf(value)]))
  return { ...EMPTY_ANSWER, words: answer.words, typed, files: like === null ? answer.files : [], like }
}

/** The values as the fields mean them; what isn't a number stays as it was typed, for the rules to refuse. */
export function valuesOf({ typed }: Pick<AnswerDraft, 'typed'>, fields: readonly RequestField[]): FieldValues {
  const values: Record<string, FieldValue> = {}
  for (const { key, type } of fields) {
    const text = (typed[key] ?? '').trim()
    if (text !== '') values[key] = valueOf(text, type)
  }
  return values
}

/** `1,200` and `1 200` are numbers as people write them. */
function valueOf(text: string, type: RequestField['type']): FieldValue {
  if (type === 'yesNo') return text === 'yes'
  if (type !== 'number') return text
  const number = Number(text.replaceAll(/[\s,](?=\d{3}(?:\D|$))/g, ''))
  return Number.isFinite(number) ? number : text
}

function typedOf(value: FieldValue): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return String(value)
}
