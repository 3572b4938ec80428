/** The tales of a group as commands in the order of their days: what is written, by whom, and on which day. */

import type { Command } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import type { Post } from '../../domain/group.ts'
import type { PersonKey } from '../../local/tenant.ts'
import { accessTales } from './access.ts'
import { firstYear } from './firstyear.ts'
import { founding } from './founding.ts'
import { csaeGroup, meetingDays, ocagGroup, person, type DemonstrationGroup } from './groups.ts'
import { lately } from './lately.ts'
import { PIECES, RECOMMENDED } from './publications.ts'
import { secondYear } from './secondyear.ts'
import { commandId, type Tale } from './story.ts'

export interface Told {
  readonly day: Day
  readonly by: PersonKey
  readonly command: Command
}

export interface Telling extends DemonstrationGroup {
  readonly told: readonly Told[]
}

/** Both groups as they are on a day. The same day gives the same telling. */
export function tellings(today: Day): readonly Telling[] {
  const csae = csaeGroup(today)
  const ocag = ocagGroup(today)
  const days = meetingDays(today)
  return [
    {
      ...csae,
      told: tell(csae, [...founding(days), ...firstYear(days), ...secondYear(today, days), ...lately(today, days)]),
    },
    {
      ...ocag,
      told: tell(
        ocag,
        accessTales(
          today,
          ocag.meetings.map((meeting) => meeting.day),
        ),
      ),
    },
  ]
}

function tell({ group, meetings, posts }: DemonstrationGroup, tales: readonly Tale[]): Told[] {
  const meetingOn = new Map(meetings.map((meeting) => [meeting.day, meeting.key]))
  const told = tales.flatMap((tale): Told[] => {
    const id = commandId(group.key, tale.key)
    const meeting = meetingOn.get(tale.day)
    const recommended = RECOMMENDED.get(tale.key)
    const raisedIn = meeting ? ({ kind: 'meeting', meeting } as const) : ({ kind: 'typed' } as const)
    const whole = PIECES.get(tale.key)
    const piece = whole === undefined ? {} : { recommendation: commandId(group.key, whole) }
    const origin = { ...raisedIn, ...recommended?.origin, ...piece }
    const raised = { kind: 'addAction', id, actionKind: recommended?.kind ?? 'action', origin, ...tale.add } as const
    return [
      { day: tale.day, by: tale.by, command: raised },
      ...tale.turns.map(({ day, by, command }, index): Told => {
        const turn = { ...command, id: commandId(group.key, tale.key, index + 1), action: id } as Command
        return { day, by, command: inContext(turn, organisationOf(by, posts), meetingOn.get(day)) }
      }),
    ]
  })
  // Sorting is stable: on one day things happen in the order in which they are told.
  return told.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** An update speaks for its author's organisation; given on the day of a meeting, it was given there. */
function inContext(command: Command, organisation: string | null, meeting: string | undefined): Command {
  if (command.kind !== 'addUpdate') return command
  return { ...command, update: { ...command.update, organisation, meeting: meeting ?? null } }
}

function organisationOf(key: PersonKey, posts: readonly Post[]): string | null {
  const { objectId } = person(key)
  return posts.find(({ holder }) => holder?.objectId === objectId)?.organisation ?? null
}
