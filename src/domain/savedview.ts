/**
 * Views that are kept under a name: the group's, which everybody sees and coordinators keep, and each person's own.
 * Pure. What a view shows is view.ts, who may change one keeping.ts; here is whose it is.
 */

import type { Person } from './group.ts'
import type { GridView } from './view.ts'

export const VIEW_SCOPES = ['group', 'mine'] as const
export type ViewScope = (typeof VIEW_SCOPES)[number]

/** The id of the command that first kept it. */
export type ViewId = string

export interface SavedViewContent {
  readonly id: ViewId
  readonly name: string
  readonly scope: ViewScope
  /** Whose it is; of a group's view, who kept it first. */
  readonly owner: Person
  readonly content: GridView
}

export interface SavedView extends SavedViewContent {
  /** Names the version in the store. */
  readonly version: string
}

/** What fits a line of the list at the left, twice. */
export const LONGEST_NAME = 80

/** One's own views are shown to nobody else. */
export function isShownTo(view: Pick<SavedView, 'scope' | 'owner'>, person: Person): boolean {
  return view.scope === 'group' || isOwner(view, person)
}

export function isOwner({ owner }: Pick<SavedView, 'owner'>, person: Person): boolean {
  return owner.objectId === person.objectId && owner.tenantId === person.tenantId
}
