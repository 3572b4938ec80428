/**
 * The grounds on which something is withheld from a copy, as a group has them: a list that people add to. What a ground
 * says never changes, for records rest on it: who words it anew puts another in its place, and one that is withdrawn is
 * only no longer offered.
 */

import type { CollectionCommand } from './collection.ts'
import type { ConfidentialContext, ConfidentialRefusal } from './confidential.ts'
import type { Day } from './day.ts'
import { accept, type Result } from './result.ts'

/** Those that a group has until it chooses; their words are in the catalogues. */
export const USUAL_GROUNDS = [
  'outside',
  'security',
  'lawEnforcement',
  'conduct',
  'safety',
  'personal',
  'confidence',
] as const

export interface Ground {
  readonly id: string
  readonly en: string
  readonly cy: string
  /** Null: it is offered. */
  readonly withdrawn: Day | null
}

export interface GroundsContent {
  readonly group: string
  /** In the order in which they are offered. */
  readonly grounds: readonly Ground[]
}

interface Change extends CollectionCommand {
  readonly group: string
  /** What a group has that has none of its own yet. */
  readonly usual: readonly Ground[]
}

interface Add extends Change {
  readonly kind: 'addGround'
  readonly en: string
  readonly cy: string
}

interface Reword extends Change {
  readonly kind: 'rewordGround'
  readonly ground: string
  readonly en: string
  readonly cy: string
}

interface Withdraw extends Change {
  readonly kind: 'withdrawGround'
  readonly ground: string
}

export type GroundsCommand = Add | Reword | Withdraw
export type GroundsRefusalCode = 'requestInvalid' | 'nothingToChange' | 'contentChanged' | 'lastGround' | 'groundTwice'

type Decided = Result<GroundsContent, ConfidentialRefusal<GroundsRefusalCode>>

/** All of them stand in one cell. */
const MOST = 100

export function decideGrounds(
  command: GroundsCommand,
  now: GroundsContent | null,
  { today }: ConfidentialContext,
): Decided {
  const grounds = now?.grounds ?? command.usual
  const offered = offeredOf(grounds)
  const about = command.kind === 'addGround' ? null : offered.find(({ id }) => id === command.ground)
  // Somebody else came first.
  if (about === undefined) return refuse('contentChanged')
  const without = grounds.map((each) => (each === about ? { ...each, withdrawn: today } : each))
  if (command.kind === 'withdrawGround') {
    return offered.length === 1 ? refuse('lastGround') : accept({ group: command.group, grounds: without })
  }
  const made: Ground = { id: command.id, en: command.en.trim(), cy: command.cy.trim(), withdrawn: null }
  const wanted = (['en', 'cy'] as const).find((language) => made[language] === '')
  if (wanted) return refuse('requestInvalid', wanted)
  if (about && about.en === made.en && about.cy === made.cy) return refuse('nothingToChange')
  const twice = (['en', 'cy'] as const).find((language) =>
    offered.some((each) => each !== about && each[language].toLowerCase() === made[language].toLowerCase()),
  )
  if (twice) return refuse('groundTwice', twice)
  if (grounds.length >= MOST) return refuse('requestInvalid')
  const at = about ? grounds.indexOf(about) : without.length
  return accept({ group: command.group, grounds: without.toSpliced(at, 0, made) })
}

export function offeredOf(grounds: readonly Ground[]): readonly Ground[] {
  return grounds.filter(({ withdrawn }) => withdrawn === null)
}

/** What a record says of a ground; one that isn't in the list says its own words. */
export function groundWords(grounds: readonly Ground[], ground: string, language: 'en' | 'cy'): string {
  return grounds.find(({ id }) => id === ground)?.[language] ?? ground
}

function refuse(
  code: GroundsRefusalCode,
  field?: string,
): { readonly ok: false; readonly error: ConfidentialRefusal<GroundsRefusalCode> } {
  return { ok: false, error: field === undefined ? { code } : { code, field } }
}
