/**
 * A definition as its form holds it, numbers as typed, both ways; and what is wrong with it, by field, as keys of words.
 * The rules themselves are the domain's: this only spares people a refusal.
 */

import * as v from 'valibot'
import { isDay, type Day } from '../../domain/day.ts'
import { INCIDENT_MEASURES } from '../../domain/incidentcount.ts'
import { FINANCIAL_YEAR, FREQUENCIES } from '../../domain/period.ts'
import { FIELD_TYPES, type RequestField } from '../../domain/request.ts'
import type { Escalation, Opening, ReturnContent, ReturnDraft, Schedule } from '../../domain/return.ts'

/** Of days that something waits, and of days that every month has. */
export const MOST_DAYS = 366
export const LAST_DATE = 28

const words = v.pipe(v.string(), v.trim(), v.minLength(1, 'returns.editor.wrong.text'))
const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most
const days = v.pipe(
  v.string(),
  v.check((text) => isWhole(text, 0, MOST_DAYS), 'returns.editor.wrong.number'),
)
const figure = v.pipe(
  v.string(),
  v.check((text) => text.trim() === '' || Number.isFinite(Number(text)), 'returns.editor.wrong.figure'),
)

const fieldShape = v.object({
  key: v.string(),
  title: words,
  type: v.picklist(FIELD_TYPES),
  unit: v.string(),
  required: v.boolean(),
  min: figure,
  max: figure,
  choices: v.string(),
  filledBy: v.picklist(['', ...INCIDENT_MEASURES]),
})
export type FieldForm = v.InferOutput<typeof fieldShape>

export const returnFormShape = v.object({
  title: words,
  titleWelsh: v.string(),
  words: v.string(),
  organisations: v.pipe(v.array(v.string()), v.minLength(1, 'returns.editor.wrong.organisations')),
  frequency: v.picklist(FREQUENCIES),
  yearStart: v.string(),
  from: v.pipe(v.string(), v.check(isDay, 'returns.editor.wrong.day')),
  opens: v.picklist(['after', 'on']),
  opensAfter: days,
  dueAfter: days,
  signOff: v.boolean(),
  /** `none`, `role:chair`, `post:<key>` */
  escalation: v.string(),
  escalationAfter: days,
  circulation: v.picklist(['none', 'afterDue', 'monthly']),
  circulationDays: days,
  fields: v.array(fieldShape),
})
export type ReturnForm = v.InferOutput<typeof returnFormShape>

/** A quarter from today on, due a fortnight after it ended, told to the chair when a week late. */
export function blankReturn(organisations: readonly string[], today: Day): ReturnForm {
  return {
    title: '',
    titleWelsh: '',
    words: '',
    organisations: [...organisations],
    frequency: 'quarterly',
    yearStart: String(FINANCIAL_YEAR),
    from: today,
    opens: 'after',
    opensAfter: '1',
    dueAfter: '14',
    signOff: false,
    escalation: 'role:chair',
    escalationAfter: '7',
    circulation: 'none',
    circulationDays: '7',
    fields: [],
  }
}

export function fillReturn(content: ReturnContent): ReturnForm {
  const { opens, escalation, circulation } = content
  return {
    title: content.title,
    titleWelsh: content.titleWelsh,
    words: content.words,
    organisations: [...content.organisations],
    frequency: content.frequency,
    yearStart: String(content.yearStart),
    from: content.from,
    opens: opens.kind,
    opensAfter: String(opens.kind === 'after' ? opens.days : opens.date),
    dueAfter: String(content.dueAfter),
    signOff: content.signOff,
    escalation: escalation ? makeEscalation(escalation) : 'none',
    escalationAfter: String(escalation?.afterDays ?? 7),
    circulation: circulation?.kind ?? 'none',
    circulationDays: circulation ? String(circulation.kind === 'monthly' ? circulation.date : circulation.days) : '7',
    fields: content.fields.map(fillField),
  }
}

export function readReturn(form: ReturnForm): ReturnDraft {
  const { title, titleWelsh, organisations, frequency, from, signOff } = form
  return {
    title,
    titleWelsh,
    words: form.words,
    organisations,
    frequency,
    from,
    signOff,
    yearStart: Number(form.yearStart),
    opens: readOpening(form),
    dueAfter: Number(form.dueAfter),
    escalation: readEscalation(form),
    circulation: readCirculation(form),
    fields: form.fields.map(readField),
  }
}

export function blankField(key: string): FieldForm {
  return { key, title: '', type: 'number', unit: '', required: true, min: '0', max: '', choices: '', filledBy: '' }
}

function fillField({ key, title, type, unit, required, min, max, choices, filledBy }: RequestField): FieldForm {
  const typed = (number: number | null): string => (number === null ? '' : String(number))
  return {
    key,
    title,
    type,
    unit: unit ?? '',
    required,
    min: typed(min),
    max: typed(max),
    choices: choices.join('\n'),
    filledBy: filledBy ?? '',
  }
}

function readField({ key, title, type, unit, required, min, max, choices, filledBy }: FieldForm): RequestField {
  const isNumber = type === 'number'
  const read = (text: string): number | null => (isNumber && text.trim() !== '' ? Number(text) : null)
  return {
    key,
    title: title.trim(),
    type,
    unit: (isNumber && unit.trim()) || null,
    required,
    min: read(min),
    max: read(max),
    choices: type === 'choice' ? choices.split('\n').flatMap((line) => line.trim() || []) : [],
    ...(isNumber && filledBy !== '' ? { filledBy } : {}),
  }
}

function makeEscalation({ to }: Escalation): string {
  return 'role' in to ? `role:${to.role}` : `post:${to.post}`
}

function readEscalation({ escalation, escalationAfter }: ReturnForm): Escalation | null {
  const afterDays = Number(escalationAfter)
  if (escalation.startsWith('post:')) return { afterDays, to: { post: escalation.slice('post:'.length) } }
  if (escalation === 'role:approver') return { afterDays, to: { role: 'approver' } }
  return escalation === 'role:chair' ? { afterDays, to: { role: 'chair' } } : null
}

function readOpening({ opens, opensAfter }: ReturnForm): Opening {
  const count = Number(opensAfter)
  return opens === 'after' ? { kind: 'after', days: count } : { kind: 'on', date: count }
}

function readCirculation({ circulation, circulationDays }: ReturnForm): Schedule | null {
  const count = Number(circulationDays)
  if (circulation === 'none') return null
  return circulation === 'monthly' ? { kind: 'monthly', date: count } : { kind: 'afterDue', days: count }
}
