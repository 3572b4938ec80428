/**
 * What may be done to a matter in a meeting with one key, in the order in which the actions stand at the foot. Pure:
 * each is a deed of the register's own, so that its form, its rules and its conflicts are the register's too.
 */

import type { Action } from '../../domain/action.ts'
import { isOpen } from '../../domain/status.ts'
import type { Begun } from '../register/deeds.ts'
import { KEYS } from '../register/keys.ts'

export const TURNS = ['tell', 'retain', 'discharge', 'extend', 'refer', 'reassign', 'raise'] as const
export type Turn = (typeof TURNS)[number]

/** As it stands on the button; the letter is that of the table of keys. */
export function letterOf(turn: Turn): string {
  return KEYS[turn].keys[0].toUpperCase()
}

/** The form of the register's that it opens; null where it has one of its own. */
export function begunBy(turn: Turn, action: Action): Begun | null {
  switch (turn) {
    case 'retain':
      return { deed: 'retain', about: null }
    case 'discharge':
      return { deed: 'proposeDischarge', about: null }
    case 'extend':
      return { deed: action.firstDue === null ? 'setDue' : 'askExtension', about: null }
    case 'refer':
      return { deed: 'addLink', about: 'referredTo' }
    case 'reassign':
      return { deed: 'reassign', about: null }
    case 'tell':
    case 'raise':
      return null
  }
}

/** Why it can't be done now, as a key of words; null where it can. */
export function hindranceOf(turn: Turn, action: Action, hasNextMeeting: boolean): Hindrance | null {
  if (turn === 'raise') return null
  if (!isOpen(action)) return 'ended'
  if (turn === 'retain' && !hasNextMeeting) return 'noNextMeeting'
  if (turn === 'discharge' && action.status === 'dischargeProposed') return 'proposed'
  if (turn === 'extend' && action.extensionAsked !== null) return 'asked'
  return null
}

export type Hindrance = 'ended' | 'noNextMeeting' | 'proposed' | 'asked'
