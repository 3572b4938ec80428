/** Days since which people count, one click each: the quarter, the year, twelve months, and where the first count began. */

import { addDays, addMonths, type Day } from '../../domain/day.ts'
import { FINANCIAL_YEAR, periodOf } from '../../domain/period.ts'

export const SINCE_PRESETS = ['quarter', 'year', 'twelve', 'first'] as const
export type SincePreset = (typeof SINCE_PRESETS)[number]

export interface Preset {
  readonly preset: SincePreset
  readonly day: Day
}

/** @param first the first day that anything is known of */
export function presetsOf(today: Day, first: Day | null): readonly Preset[] {
  const presets: Preset[] = [
    { preset: 'quarter', day: periodOf(today, 'quarterly', FINANCIAL_YEAR).from },
    { preset: 'year', day: periodOf(today, 'yearly', FINANCIAL_YEAR).from },
    { preset: 'twelve', day: addDays(addMonths(today, -12), 1) },
  ]
  // Each day once; "this quarter" says more than the year that has just begun.
  const days = new Set<Day>()
  const all = first === null ? presets : [...presets, { preset: 'first', day: first } as const]
  return all.filter(({ day }) => !days.has(day) && days.add(day))
}
