/** What somebody is in the group, as the rules ask it: to show or hide, never to enforce. */

import type { DecisionContext } from '../../domain/step.ts'
import type { Room } from './room.ts'

export function asOf({ register, roles, today }: Pick<Room, 'register' | 'roles' | 'today'>): DecisionContext {
  return { actor: register.me(), today, as: roles.includes('coordinator') ? 'coordinator' : 'member' }
}
