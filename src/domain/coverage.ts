/**
 * What work covers of a framework: which paragraphs an action, a work stream, a return or a request answers, and the
 * evidence for the yearly statement. How a paragraph stands follows from the work that answers it (covering.ts); nothing
 * of that is stored. Pure.
 *
 *   matrixOf(framework, coverages.values(), ground, today)
 */

import type { Colour } from './action.ts'
import { isAdded } from './addedframework.ts'
import { LONGEST_TEXT } from './check.ts'
import type { CollectionCommand, CollectionContext } from './collection.ts'
import { WORK_KINDS, workKey, workOf, type CoveringGround, type Work, type WorkRef } from './covering.ts'
import type { Day } from './day.ts'
import { compareNumbers, type Framework, type Paragraph } from './framework.ts'
import { frameworkOf } from './frameworks.ts'
import type { Person } from './group.ts'
import { accept, refuse, type Result } from './result.ts'

export interface CoverageContent {
  /** Key of the framework. */
  readonly framework: string
  /** The work that answers its paragraphs. */
  readonly item: WorkRef
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
  readonly item: WorkRef
  readonly paragraphs: readonly string[]
  readonly evidence: string
}

/** One row holds what one piece of work answers of one framework. */
export function coverageKey(framework: string, item: WorkRef): string {
  return `${framework}.${workKey(item)}`
}

/** Whoever coordinates the group says what its work answers. */
export function decideCoverage(
  { key, framework: frameworkKey, item, paragraphs, evidence }: SetCoverage,
  _now: CoverageContent | null,
  { actor, as, snapshot, today }: CollectionContext,
): Result<CoverageContent> {
  if (as === 'member') return refuse('coordinatorOnly')
  const framework = frameworkOf(frameworkKey)
  if ((!framework && !isAdded(frameworkKey)) || key !== coverageKey(frameworkKey, item)) return refuse('commandInvalid')
  if (!WORK_KINDS.includes(item.kind) || item.key === '') return refuse('commandInvalid', 'item')
  if (item.kind === 'action' && !snapshot.actions.has(item.key)) return refuse('actionUnknown', 'item')
  const known = framework && new Set(framework.paragraphs.map(({ number }) => number))
  const stray = known ? paragraphs.find((number) => !known.has(number)) : undefined
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

/** Work that answers a paragraph, and what was said of it. */
export interface CoveringItem {
  readonly work: Work
  readonly coverage: CoverageContent
}

export interface ParagraphCover {
  readonly paragraph: Paragraph
  /** Actions first, by their references. */
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
  /** What covers any of it, each once. */
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
  ground: CoveringGround,
  today: Day,
): CoverageMatrix {
  const items = itemsOf(framework, coverages, workOf(ground, today))
  const covers = framework.paragraphs.map((paragraph): ParagraphCover => {
    const own = items.get(paragraph.number) ?? []
    return { paragraph, items: own, isCovered: own.some(({ work }) => work.counts) }
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
  readonly item: CoveringItem
}

/** Every paragraph that work answers, once for each piece of it; what is over among them. */
export function evidenceOf({ cells, capabilities }: CoverageMatrix): readonly EvidenceRow[] {
  return [...cells, ...capabilities]
    .flatMap(({ paragraphs }) => paragraphs)
    .toSorted((a, b) => compareNumbers(a.paragraph.number, b.paragraph.number))
    .flatMap(({ paragraph, items }) => items.map((item) => ({ paragraph, item })))
}

/** By number of the paragraph. What names work or a paragraph that isn't there covers nothing. */
function itemsOf(
  framework: Framework,
  coverages: Iterable<CoverageContent>,
  all: ReadonlyMap<string, Work>,
): ReadonlyMap<string, readonly CoveringItem[]> {
  const own = new Map([...coverages].map((each) => [coverageKey(each.framework, each.item), each]))
  const items = [...all.values()].flatMap((work): readonly CoveringItem[] => {
    const coverage = own.get(coverageKey(framework.key, work))
    return coverage ? [{ work, coverage }] : []
  })
  const answered = items.flatMap((item) => item.coverage.paragraphs.map((number) => ({ number, item })))
  return new Map(
    [...Map.groupBy(answered, ({ number }) => number)].map(([number, each]) => [number, each.map(({ item }) => item)]),
  )
}

function cellOf(under: string, pillar: string | null, paragraphs: readonly ParagraphCover[]): CoverageCell {
  const counting = paragraphs.flatMap(({ items }) => items.filter(({ work }) => work.counts))
  const items = [...new Map(counting.map((item) => [workKey(item.work), item])).values()]
  const covered = paragraphs.filter(({ isCovered }) => isCovered).length
  const colours = new Set(items.map(({ work }) => work.stands.colour))
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
