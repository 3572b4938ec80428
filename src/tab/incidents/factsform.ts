/** What stands in the form of a notification while it is filled in, and what is wrong with it. Pure. */

import { addDays, isDay, type Day } from '../../domain/day.ts'
import type { IncidentCategory, IncidentFacts, IncidentOutcome, IncidentSource } from '../../domain/incident.ts'
import { findPersonalData } from '../../domain/personaldata.ts'
import type { WordKey } from '../../words/words.ts'

export const WHEN = ['today', 'yesterday', 'other'] as const
export type When = (typeof WHEN)[number]

/** In the list of groups. */
export const UNKNOWN_GROUP = 'unknown'

export interface Filled {
  readonly organisation: string
  readonly when: When
  /** `YYYY-MM-DD`, where it is another day. */
  readonly day: string
  /** Key of a profile, `unknown`, or nothing yet. */
  readonly group: string
  readonly category: IncidentCategory | null
  readonly source: IncidentSource
  readonly outcome: IncidentOutcome
  readonly reference: string
  readonly note: string
}

export interface Problem {
  readonly field: keyof Filled
  readonly key: WordKey
  readonly values?: Readonly<Record<string, string>>
}

/** @param organisations that the person tells of incidents for; the only one is chosen already */
export function blankFacts(organisations: readonly { readonly key: string }[]): Filled {
  const [only] = organisations
  return {
    organisation: organisations.length === 1 ? (only?.key ?? '') : '',
    when: 'today',
    day: '',
    group: '',
    category: null,
    source: 'told',
    outcome: 'notYetKnown',
    reference: '',
    note: '',
  }
}

export function fillFacts(facts: IncidentFacts, today: Day): Filled {
  const { organisation, day, profile, category, source, outcome, reference, note } = facts
  const when = day === today ? 'today' : day === addDays(today, -1) ? 'yesterday' : 'other'
  return { organisation, when, day, group: profile ?? UNKNOWN_GROUP, category, source, outcome, reference, note }
}

/** The facts, or the first thing that is wrong in the order of the form. */
export function readFacts(
  filled: Filled,
  today: Day,
): { readonly ok: true; readonly facts: IncidentFacts } | { readonly ok: false; readonly problem: Problem } {
  const { organisation, group, category, source, outcome, reference, note } = filled
  const day = dayOf(filled, today)
  const missing = (field: keyof Filled) => ({ ok: false, problem: { field, key: 'incidents.form.missing' } }) as const
  if (organisation === '') return missing('organisation')
  if (day === null || day > today) return { ok: false, problem: { field: 'day', key: 'refusal.incidentDay' } }
  if (group === '') return missing('group')
  if (category === null) return missing('category')
  const personal = personalIn(filled, today)
  if (personal) return { ok: false, problem: personal }
  const profile = group === UNKNOWN_GROUP ? null : group
  return { ok: true, facts: { organisation, day, profile, category, source, outcome, reference, note } }
}

/** Said at once, while it is being typed. */
export function personalIn({ reference, note }: Pick<Filled, 'reference' | 'note'>, today: Day): Problem | null {
  for (const [field, text] of [
    ['reference', reference],
    ['note', note],
  ] as const) {
    const found = findPersonalData(text, today)
    if (found) return { field, key: 'refusal.personalData', values: { kind: found.kind } }
  }
  return null
}

function dayOf({ when, day }: Filled, today: Day): Day | null {
  if (when === 'today') return today
  if (when === 'yesterday') return addDays(today, -1)
  return isDay(day) ? day : null
}
