/**
 * The typed fields of a request and what may be said in them. Pure. A refusal names its field as `values.<key>`, so that
 * a form shows it beside the input.
 */

import { INCIDENT_MEASURES } from './incidentcount.ts'
import { FIELD_TYPES, type FieldValue, type FieldValues, type RequestField } from './request.ts'
import type { Refusal } from './result.ts'

/** What fits a cell of the table that is made of the answers. */
const LONGEST_VALUE = 1000
const MOST_FIELDS = 60

/** A refusal for fields that nobody could answer. */
export function checkFields(fields: readonly RequestField[]): Refusal | null {
  if (fields.length > MOST_FIELDS) return { code: 'fieldsInvalid', field: 'fields' }
  const keys = new Set<string>()
  for (const [index, { key, title, type, min, max, choices, filledBy }] of fields.entries()) {
    const field = `fields.${index}`
    if (title.trim() === '') return { code: 'textMissing', field: `${field}.title` }
    const isSound = /^[\w-]{1,40}$/.test(key) && !keys.has(key) && FIELD_TYPES.includes(type)
    const isCounted = filledBy === undefined || (type === 'number' && INCIDENT_MEASURES.includes(filledBy))
    const isRange = min === null || max === null || min <= max
    if (!isSound || !isRange || !isCounted || (type === 'choice' && choices.length === 0))
      return { code: 'fieldsInvalid', field }
    keys.add(key)
  }
  return null
}

/** A refusal for the first value that its field doesn't allow. */
export function checkValues(values: FieldValues, fields: readonly RequestField[]): Refusal | null {
  const known = new Set(fields.map(({ key }) => key))
  const stray = Object.keys(values).find((key) => !known.has(key))
  if (stray !== undefined) return { code: 'valueInvalid', field: `values.${stray}` }
  for (const field of fields) {
    const refusal = checkValue(values[field.key], field)
    if (refusal) return { ...refusal, field: `values.${field.key}` }
  }
  return null
}

function checkValue(value: FieldValue | undefined, field: RequestField): Pick<Refusal, 'code' | 'values'> | null {
  if (value === undefined || value === '') return field.required ? { code: 'valueMissing' } : null
  switch (field.type) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return { code: 'numberInvalid' }
      if (field.min !== null && value < field.min) return { code: 'numberTooLow', values: { least: field.min } }
      return field.max !== null && value > field.max ? { code: 'numberTooHigh', values: { most: field.max } } : null
    case 'yesNo':
      return typeof value === 'boolean' ? null : { code: 'valueInvalid' }
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value) ? null : { code: 'valueInvalid' }
    case 'text':
      if (typeof value !== 'string') return { code: 'valueInvalid' }
      return value.length > LONGEST_VALUE ? { code: 'textTooLong', values: { longest: LONGEST_VALUE } } : null
  }
}
