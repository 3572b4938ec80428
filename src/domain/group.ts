/**
 * A group and who is in it: member organisations, posts and meetings, as the group's own site shows them.
 * Nothing here authorises anybody: who may decide is read from Control by the service.
 */

import type { Day } from './day.ts'

export const MARKINGS = ['OFFICIAL', 'OFFICIAL-SENSITIVE'] as const
export type MarkingLevel = (typeof MARKINGS)[number]

export interface Marking {
  readonly level: MarkingLevel
  /** Handling instruction as written, for example "Group members only". */
  readonly handling?: string
}

/** A person is named by tenant and object id; the name is only for display. */
export interface Person {
  readonly tenantId: string
  readonly objectId: string
  readonly name: string
}

export const ORGANISATION_KINDS = ['force', 'rocu', 'partner'] as const

export interface Organisation {
  /** Short stable key, for example `north-mercia`. */
  readonly key: string
  readonly name: string
  /** As people write it: "NMP". */
  readonly shortName: string
  /** Other spellings found in documents. */
  readonly aliases: readonly string[]
  readonly kind: (typeof ORGANISATION_KINDS)[number]
  readonly nation: string
  readonly region: string
}

export const ROLES = [
  'coordinator',
  'chair',
  'spoc',
  'approver',
  'assetOwner',
  'databaseAdministrator',
  'analyst',
  'auditor',
] as const
export type Role = (typeof ROLES)[number]

/** What a group's channel has besides what every group has, where it was switched on. */
export const SWITCHED_ROOMS = [
  'report',
  'health',
  'recommendations',
  'workstreams',
  'assurance',
  'access',
  'incidents',
  'guidance',
  'audit',
] as const
export type SwitchedRoom = (typeof SWITCHED_ROOMS)[number]

/** @param rooms those that a group has switched on; none where nobody has */
export function isRoomOn(
  { rooms }: { readonly rooms?: readonly SwitchedRoom[] | undefined },
  room: SwitchedRoom,
): boolean {
  return rooms?.includes(room) ?? false
}

/** Whom a room says anything to; the service enforces it, call by call. Null: whoever may read the group. */
export const ROOM_READERS: Readonly<Record<SwitchedRoom, readonly Role[] | null>> = {
  report: null,
  health: null,
  recommendations: null,
  workstreams: null,
  assurance: null,
  access: ['coordinator', 'spoc', 'approver', 'assetOwner', 'databaseAdministrator', 'auditor'],
  incidents: ['coordinator', 'chair', 'spoc', 'approver', 'assetOwner', 'analyst'],
  guidance: null,
  audit: ['auditor', 'assetOwner', 'coordinator'],
}

export interface Post {
  readonly key: string
  readonly title: string
  readonly organisation: string
  readonly role: Role
  /** Null: the post is vacant. */
  readonly holder: Person | null
  readonly deputy: Person | null
  readonly from: Day | null
  readonly to: Day | null
  /** Somebody of outside who leads beside the post, in words: no right and no message comes of it. */
  readonly lead?: string
}

export const MEETING_STATUSES = ['planned', 'open', 'closed'] as const

/** What stands on an agenda; `matters`: the one item of the matters arising. */
export const ITEM_KINDS = ['item', 'matters'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export interface Meeting {
  readonly key: string
  readonly day: Day
  readonly title: string
  readonly status: (typeof MEETING_STATUSES)[number]
}

export interface Group {
  /** Stable key, for example `csae-sgg`. */
  readonly key: string
  readonly name: string
  /** The name in Welsh, where the group has one. */
  readonly nameWelsh?: string
  readonly marking: Marking
  /** Whether "past due" means the first due or the current one (product, rule 1). */
  readonly lateBy: 'first' | 'current'
}

/** What a group is called in a language: `cy`, where it has a name in Welsh. */
export function groupName({ name, nameWelsh }: Pick<Group, 'name' | 'nameWelsh'>, language: string): string {
  return (language === 'cy' && nameWelsh) || name
}

/** The day of the first meeting that is still to come or being held, or null. */
export function nextMeetingDay(meetings: readonly Meeting[], today: Day): Day | null {
  let next: Day | null = null
  for (const meeting of meetings) {
    if (meeting.status === 'closed' || meeting.day < today) continue
    if (next === null || meeting.day < next) next = meeting.day
  }
  return next
}
