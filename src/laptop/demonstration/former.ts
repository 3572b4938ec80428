/** Who held a post before, and has left: their account is closed, and one post still names them as its deputy. */

import type { Appointment } from '../../domain/appointment.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { person } from './groups.ts'

/** Of the CSAE SGG, as Control keeps them beside those of today. */
export function formerAppointments(group: string, today: Day): readonly Appointment[] {
  if (group !== 'csae-sgg') return []
  return [
    {
      key: `${group}.spoc-marches.demo-former`,
      group,
      post: 'spoc-marches',
      organisation: 'marches',
      role: 'spoc',
      holder: person('leaver'),
      deputy: null,
      from: addDays(today, -900),
      to: addDays(today, -141),
    },
  ]
}
