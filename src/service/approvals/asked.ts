/** What of a group's Control somebody is asked for: put to the same people as prompts are, whether or not one has been sent. */

import type { ControlAsked } from '../../contract/approvals.ts'
import { isSamePerson, personKey, type Appointment } from '../../domain/appointment.ts'
import {
  CONTROL_ASKS,
  partsOfControl,
  type ControlAskKind,
  type ControlPromptKind,
} from '../../domain/controlprompting.ts'
import { isAwayOn, PERSON_SETTINGS } from '../../domain/gathering.ts'
import type { Person } from '../../domain/group.ts'
import { withoutLeavers } from '../../domain/people.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Office } from '../office.ts'
import { readLeavers } from '../people/leavers.ts'
import { controlMattersOf, NO_CONTROL } from '../prompts/matters.ts'

export async function askedIn(
  office: Office,
  caller: Person,
  group: DirectoryEntry,
  appointments: readonly Appointment[],
): Promise<readonly ControlAsked[]> {
  const rows = await office.controlReading.of(group)
  if (rows === NO_CONTROL) return []
  const [chosen, left] = await Promise.all([(await office.records()).people(), readLeavers(office)])
  const today = office.clock.today()
  const matters = controlMattersOf(rows, {
    appointments: withoutLeavers(appointments, left.has),
    today,
    isAway: (person) => isAwayOn(chosen.get(personKey(person)) ?? PERSON_SETTINGS, today),
    hasLeft: left.has,
  })
  return matters.flatMap(({ subject, title, titleWelsh, due, asks }): readonly ControlAsked[] => {
    const about = partsOfControl(subject)
    // Of all that is said of one thing the last is the most urgent: a warning comes after the first question.
    const own = asks.findLast(({ kind, to }) => isAsk(kind) && to.some(({ person }) => isSamePerson(person, caller)))
    if (!about || !own || !isAsk(own.kind)) return []
    const { since } = own
    return [{ group: group.key, area: about.area, about: about.key, kind: own.kind, title, titleWelsh, due, since }]
  })
}

function isAsk(kind: ControlPromptKind): kind is ControlAskKind {
  return (CONTROL_ASKS as readonly string[]).includes(kind)
}

/** What is due first comes first, and what has waited the longest. */
export function compareAsked(a: ControlAsked, b: ControlAsked): number {
  const [dueOfA, dueOfB] = [a.due ?? '9999', b.due ?? '9999']
  if (dueOfA !== dueOfB) return dueOfA < dueOfB ? -1 : 1
  return a.since === b.since ? 0 : a.since < b.since ? -1 : 1
}
