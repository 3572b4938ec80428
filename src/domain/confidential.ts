/**
 * What is kept on Control alone, where only the service reads and writes: who has access, incidents, guidance. As in a
 * group's own collections (collection.ts) one row is one thing, changed by commands; but who may change it is decided
 * here too, from appointments as Control has them, for nobody else stands guard.
 *
 * Nothing is ever taken out: what is over says so in its content.
 */

import type { Appointment } from './appointment.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'
import type { Result } from './result.ts'

export interface ConfidentialContext {
  /** Whoever asked; the service itself where nobody did. */
  readonly actor: Person
  readonly today: Day
  /** ISO instant. */
  readonly at: string
  /** All of the group's, of any day (`isInForce`, `isSamePerson`). */
  readonly appointments: readonly Appointment[]
}

export interface ConfidentialRefusal<Code extends string = string> {
  readonly code: Code
  readonly values?: Readonly<Record<string, string | number>>
  readonly field?: string
}

/** A rule: what the row holds after a command. `now` is null where there is none yet. */
export type DecideConfidential<Content, Command, Code extends string> = (
  command: Command,
  now: Content | null,
  context: ConfidentialContext,
) => Result<Content, ConfidentialRefusal<Code>>
