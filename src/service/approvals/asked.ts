/** What of Control somebody is asked for in their groups: put to the same people as prompts are, sent or not. */

import type { ControlAsked } from '../../contract/approvals.ts'
import { isSamePerson, personKey, type Appointment } from '../../domain/appointment.ts'
import {
  CONTROL_ASKS,
  partsOfControl,
  type ControlAskKind,
  type ControlMatter,
  type ControlPromptKind,
} from '../../domain/controlprompting.ts'
import { isAwayOn, PERSON_SETTINGS } from '../../domain/gathering.ts'
import type { Person } from '../../domain/group.ts'
import { withoutLeavers } from '../../domain/people.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Office } from '../office.ts'
import { readLeavers } from '../people/leavers.ts'
import { controlMattersOf, NO_CONTROL } from '../prompts/matters.ts'

export interface Place {
  readonly group: DirectoryEntry
  /** All of the group's. */
  readonly appointments: readonly Appointment[]
}

/** What is due first comes first, and then what has waited the longest. */
export async function askedIn(
  office: Office,
  caller: Person,
  places: readonly Place[],
): Promise<readonly ControlAsked[]> {
  const read = await Promise.all(
    places.map(async (place) => ({ ...place, rows: await office.controlReading.of(place.group) })),
  )
  const switched = read.filter(({ rows }) => rows !== NO_CONTROL)
  if (switched.length === 0) return []
  const [chosen, left] = await Promise.all([(await office.records()).people(), readLeavers(office)])
  const today = office.clock.today()
  const asked = switched.flatMap(({ group, appointments, rows }) => {
    const matters = controlMattersOf(rows, {
      appointments: withoutLeavers(appointments, left.has),
      today,
      isAway: (person) => isAwayOn(chosen.get(personKey(person)) ?? PERSON_SETTINGS, today),
      hasLeft: left.has,
    })
    return matters.flatMap((matter) => askedAbout(caller, group.key, matter) ?? [])
  })
  return asked.toSorted(compareAsked)
}

/** Null: nothing. */
function askedAbout(caller: Person, group: string, matter: ControlMatter): ControlAsked | null {
  const { subject, title, titleWelsh, due, asks } = matter
  const about = partsOfControl(subject)
  // Of all that is said of one thing the last is the most urgent: a warning comes after the first question.
  const own = asks.findLast(({ kind, to }) => isAsk(kind) && to.some(({ person }) => isSamePerson(person, caller)))
  if (!about || !own || !isAsk(own.kind)) return null
  const { kind, since } = own
  return { group, area: about.area, about: about.key, kind, title, titleWelsh, due, since }
}

function isAsk(kind: ControlPromptKind): kind is ControlAskKind {
  return (CONTROL_ASKS as readonly string[]).includes(kind)
}

function compareAsked(a: ControlAsked, b: ControlAsked): number {
  const [dueOfA, dueOfB] = [a.due ?? '9999', b.due ?? '9999']
  if (dueOfA !== dueOfB) return dueOfA < dueOfB ? -1 : 1
  return a.since === b.since ? 0 : a.since < b.since ? -1 : 1
}
