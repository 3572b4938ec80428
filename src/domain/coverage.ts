/**
 * What work covers of a framework: which paragraphs an action answers, and the evidence for the yearly statement. How a
 * paragraph stands follows from the actions that answer it; nothing of that is stored. Pure.
 *
 *   matrixOf(framework, coverages.values(), snapshot, today)
 */

import type { Action, ActionId, Colour } from './action.ts'
import { LONGEST_TEXT } from './check.ts'
import type { CollectionCommand, CollectionContext } from './collection.ts'
import type { Day } from './day.ts'
import { compareNumbers, type Framework, type Paragraph } from './framework.ts'
import { frameworkOf } from './frameworks.ts'
import { nextMeetingDay, type Person } from './group.ts'
import { compareReferences } from './reference.ts'
import { accept, refuse, type Result } from './result.ts'
import type { Snapshot } from './snapshot.ts'
import { standingOf, type Standing } from './status.ts'

export interface CoverageContent {
  /** Key of the framework. */
  readonly framework: string
  /** The action that answers its paragraphs. */
  readonly item: ActionId
  /** Numbers, in their order; none: it answers nothing of it any more. */
  readonly paragraphs: readonly string[]
  /** What shows it, in somebody's words; may be empty. */
  readonly evidence: string
  readonly by: Person
  readonly day: Day
}

export type SetCoverage = CollectionCommand & {
  readonly kind: 'setCoverage'
  readonly framework: string
  readonly item: ActionId
  readonly paragraphs: readonly string[]
  readonly evidence: string
}

/** One row holds what one action answers of one framework. */
export function coverageKey(framework: string, item: ActionId): string {
  return `${framework}.${item}`
}

/** Whoever coordinates the group says what its work answers. */
export function decideCoverage(
  { key, framework: frameworkKey, item, paragraphs, evidence }: SetCoverage,
  _now: CoverageContent | null,
  { actor, as, snapshot, today }: CollectionContext,
): Result<CoverageContent> {
  if (as === 'member') return refuse('coordinatorOnly')
  const framework = frameworkOf(frameworkKey)
  if (!framework || key !== coverageKey(frameworkKey, item)) return refuse('commandInvalid')
  if (!snapshot.actions.has(item)) return refuse('actionUnknown', 'item')
  const known = new Set(framework.paragraphs.map(({ number }) => number))
  const stray = paragraphs.find((number) => !known.has(number))
  if (stray !== undefined) return refuse('paragraphUnknown', 'paragraphs', { number: stray })
  if (evidence.length > LONGEST_TEXT) return refuse('textTooLong', 'evidence')
  return accept({
    framework: frameworkKey,
    item,
    paragraphs: [...new Set(paragraphs)].toSorted(compareNumbers),
    evidence: evidence.trim(),
    by: actor,
    day: today,
  })
}

export function touchedByCoverage(): readonly (keyof CoverageContent)[] {
  return ['paragraphs', 'evidence']
}

/** An action that answers a paragraph, and how it stands. */
export interface CoveringItem {
  readonly action: Action
  readonly standing: Standing
  readonly coverage: CoverageContent
  /** What was closed without being done covers nothing; it stands in the evidence all the same. */
  readonly counts: boolean
}

export interface ParagraphCover {
  readonly paragraph: Paragraph
  /** In the order of their references. */
  readonly items: readonly CoveringItem[]
  readonly isCovered: boolean
}

export type CellState = 'notInFramework' | 'uncovered' | 'covered'

export interface CoverageCell {
  /** Key of a threat or capability. */
  readonly under: string
  /** Key of a pillar; null for a capability. */
  readonly pillar: string | null
  /** Covered: at least one of its paragraphs is; `covered` of `paragraphs.length` says how many. */
  readonly state: CellState
  readonly paragraphs: readonly ParagraphCover[]
  readonly covered: number
  /** The actions that cover any of it, each once. */
  readonly items: readonly CoveringItem[]
  /** Of those; null where there are none. */
  readonly worst: Colour | null
}

export interface CoverageMatrix {
  readonly framework: Framework
  /** Every threat with every pillar, threat by threat. */
  readonly cells: readonly CoverageCell[]
  /** Those of the capabilities. */
  readonly capabilities: readonly CoverageCell[]
  readonly uncovered: readonly ParagraphCover[]
  readonly covered: number
}

/** The worst first. */
export const WORST_FIRST: readonly Colour[] = ['RED', 'AMBER', 'WHITE', 'GREEN', 'CLOSED']

export function matrixOf(
  framework: Framework,
  coverages: Iterable<CoverageContent>,
  snapshot: Snapshot,
  today: Day,
): CoverageMatrix {
  const items = itemsOf(framework, coverages, snapshot, today)
  const covers = framework.paragraphs.map((paragraph): ParagraphCover => {
    const own = items.get(paragraph.number) ?? []
    return { paragraph, items: own, isCovered: own.some(({ counts }) => counts) }
  })
  const places = Map.groupBy(covers, ({ paragraph }) => placeOf(paragraph.under, paragraph.pillar))
  const cell = (under: string, pillar: string | null): CoverageCell =>
    cellOf(under, pillar, places.get(placeOf(under, pillar)) ?? [])
  const uncovered = covers.filter(({ isCovered }) => !isCovered)
  return {
    framework,
    cells: framework.threats.flatMap((threat) => framework.pillars.map((pillar) => cell(threat.key, pillar.key))),
    capabilities: framework.capabilities.map(({ key }) => cell(key, null)),
    uncovered,
    covered: covers.length - uncovered.length,
  }
}

/** One row of the evidence for the yearly statement. */
export interface EvidenceRow {
  readonly paragraph: Paragraph
  /** Null: nothing answers it. */
  readonly item: CoveringItem | null
}

/** Every paragraph, once for each action that answers it. */
export function evidenceOf({ cells, capabilities }: CoverageMatrix): readonly EvidenceRow[] {
  return [...cells, ...capabilities]
    .flatMap(({ paragraphs }) => paragraphs)
    .toSorted((a, b) => compareNumbers(a.paragraph.number, b.paragraph.number))
    .flatMap(({ paragraph, items }): EvidenceRow[] =>
      items.length === 0 ? [{ paragraph, item: null }] : items.map((item) => ({ paragraph, item })),
    )
}

/** By number of the paragraph. What names an action or a paragraph that isn't there covers nothing. */
function itemsOf(
  framework: Framework,
  coverages: Iterable<CoverageContent>,
  { actions, group, meetings }: Snapshot,
  today: Day,
): ReadonlyMap<string, readonly CoveringItem[]> {
  const context = { today, nextMeeting: nextMeetingDay([...meetings.values()], today), lateBy: group.lateBy }
  const items = [...coverages].flatMap((coverage): CoveringItem[] => {
    const action = actions.get(coverage.item)
    if (!action || coverage.framework !== framework.key) return []
    return [{ action, standing: standingOf(action, context), coverage, counts: action.status !== 'closed' }]
  })
  const inOrder = items.toSorted((a, b) => compareReferences(a.action.reference, b.action.reference))
  const answered = inOrder.flatMap((item) => item.coverage.paragraphs.map((number) => ({ number, item })))
  return new Map(
    [...Map.groupBy(answered, ({ number }) => number)].map(([number, all]) => [number, all.map(({ item }) => item)]),
  )
}

function cellOf(under: string, pillar: string | null, paragraphs: readonly ParagraphCover[]): CoverageCell {
  const counting = paragraphs.flatMap(({ items }) => items.filter(({ counts }) => counts))
  const items = [...new Map(counting.map((item) => [item.action.id, item])).values()]
  const covered = paragraphs.filter(({ isCovered }) => isCovered).length
  const colours = new Set(items.map(({ standing }) => standing.colour))
  return {
    under,
    pillar,
    state: paragraphs.length === 0 ? 'notInFramework' : covered === 0 ? 'uncovered' : 'covered',
    paragraphs,
    covered,
    items,
    worst: WORST_FIRST.find((colour) => colours.has(colour)) ?? null,
  }
}

function placeOf(under: string, pillar: string | null): string {
  return `${under} ${pillar ?? ''}`
}
