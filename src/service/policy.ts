/**
 * Who may do what: the one table that the service decides by, and that a test walks for every role, operation and
 * surface. Roles are those of Control, in force on the day, of holder or deputy. `reader` is whoever may open the
 * group's site; nobody else learns that there is such a group.
 */

import type { Role } from '../domain/group.ts'

type Who = 'reader' | readonly Role[]

export const POLICY = {
  /** The register itself: with the person's own token, by SharePoint's permissions. */
  'register.read': 'reader',
  'register.write': 'reader',
  /** What waits for a decision, with its evidence and history. */
  'approval.read': 'reader',
  /** And not for what they asked for themselves; from a further extension on, whom the group's settings name. */
  'approval.decide': ['chair'],
  'import.confirm': ['coordinator'],
  'settings.read': 'reader',
  'settings.change': ['coordinator', 'chair'],
  'unreached.read': ['coordinator'],
  /** And only for work of their own. */
  'work.pass': 'reader',
} as const satisfies Record<string, Who>

export type Operation = keyof typeof POLICY

/** For who may read the group. */
export function mayDo(operation: Operation, roles: ReadonlySet<Role>): boolean {
  const who: Who = POLICY[operation]
  return who === 'reader' || who.some((role) => roles.has(role))
}
