/**
 * Frameworks that a group added itself, beside those that the product knows (frameworks.ts): read from a table
 * (src/documents/frameworktable.ts), kept whole in a row of the group's site. One of the same title and edition takes the
 * place of the one before; one that was taken off keeps what was linked to it, should it come back. Pure.
 */

import { canonical } from './canonical.ts'
import { checkText, LONGEST_TEXT } from './check.ts'
import type { CollectionCommand, CollectionContext } from './collection.ts'
import type { Day } from './day.ts'
import type { Framework } from './framework.ts'
import { FRAMEWORKS } from './frameworks.ts'
import type { Person } from './group.ts'
import { accept, refuse, type Result } from './result.ts'

export interface AddedFramework {
  readonly framework: Framework
  /** Name of the file that it was read from. */
  readonly source: string
  readonly by: Person
  readonly day: Day
  /** The day it was taken off; null: it is there. */
  readonly withdrawn: Day | null
}

export type SaveFramework = CollectionCommand & {
  readonly kind: 'saveFramework'
  readonly framework: Framework
  readonly source: string
}
export type WithdrawFramework = CollectionCommand & { readonly kind: 'withdrawFramework' }
export type FrameworkCommand = SaveFramework | WithdrawFramework

const OWN = 'own-'
const LONGEST_TITLE = 250
const LONGEST_SLUG = 60

/** `own-working-together-2023-12` */
export function addedKey(title: string, edition: string): string {
  const plain = title.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '')
  return `${OWN}${slug.slice(0, LONGEST_SLUG)}-${edition}`
}

/** One that the product doesn't know: only its own page can say which paragraphs it has. */
export function isAdded(key: string): boolean {
  return key.startsWith(OWN)
}

/** All that a group may be assured against: the product's first, then its own by their titles. */
export function frameworksOf(added: Iterable<AddedFramework>): readonly Framework[] {
  const own = [...added].filter(({ withdrawn }) => withdrawn === null).map(({ framework }) => framework)
  return [...FRAMEWORKS, ...own.toSorted((a, b) => a.title.en.localeCompare(b.title.en, 'en'))]
}

export function decideFramework(
  command: FrameworkCommand,
  now: AddedFramework | null,
  { as, actor, today }: CollectionContext,
): Result<AddedFramework> {
  if (as === 'member') return refuse('coordinatorOnly')
  if (command.kind === 'withdrawFramework') {
    if (!now) return refuse('frameworkUnknown')
    return accept({ ...now, withdrawn: now.withdrawn ?? today })
  }
  const { key, framework, source } = command
  const { title, edition, paragraphs } = framework
  const refusal = checkText(title.en, 'title')
  if (refusal) return { ok: false, error: refusal }
  if (title.en.length > LONGEST_TITLE) return refuse('textTooLong', 'title', { longest: LONGEST_TITLE })
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/u.test(edition)) return refuse('dayInvalid', 'edition')
  if (key !== framework.key || key !== addedKey(title.en, edition)) return refuse('commandInvalid', 'key')
  if (paragraphs.length === 0 || !isSound(framework)) return refuse('commandInvalid', 'framework')
  // A column holds so much.
  if (canonical(framework).length > LONGEST_TEXT) {
    return refuse('frameworkTooLong', 'framework', { count: paragraphs.length })
  }
  return accept({ framework, source: source.trim(), by: actor, day: today, withdrawn: null })
}

export function touchedByFramework({ kind }: FrameworkCommand): readonly (keyof AddedFramework)[] {
  return kind === 'saveFramework' ? ['framework', 'withdrawn'] : ['withdrawn']
}

/** Every paragraph has a number of its own and stands at a place that there is. */
export function isSound({ threats, pillars, capabilities, dutyHolders, paragraphs }: Framework): boolean {
  const [under, across, beside, holders] = [threats, pillars, capabilities, dutyHolders].map(
    (parts) => new Set(parts.map(({ key }) => key)),
  )
  return (
    new Set(paragraphs.map(({ number }) => number)).size === paragraphs.length &&
    paragraphs.every(
      ({ under: place, pillar, dutyHolder }) =>
        (pillar === null ? beside?.has(place) : under?.has(place) && across?.has(pillar)) && holders?.has(dutyHolder),
    )
  )
}
