/**
 * The register as a view shows it: snapshot → rows → those of the view → lines, each step done again only when what it
 * reads has changed. A key and what it finds are painted in one frame: searching 50,000 rows takes less than the frame that
 * a deferred value would wait for (npm run bench tells).
 */

import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { SavedView, ViewId } from '../../domain/savedview.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PLAIN_VIEW, type Column, type GridView, type Scope } from '../../domain/view.ts'
import type { Words } from '../../words/words.ts'
import { standpointOf } from '../mine/standpoint.ts'
import { countScopes, filterRows, type ScopeCounts } from './facets.ts'
import { valueOrder } from './facetwords.ts'
import { groupedLines, groupRows, plainLines, rowsOf, type Lines, type Section } from './lines.ts'
import { nextSort } from './orders.ts'
import { createPipeline } from './pipeline.ts'
import { createRowMaker, type Row } from './rows.ts'

type SavedViews = ReadonlyMap<ViewId, SavedView> | null

/**
 * The view that is asked for, which of its groups are folded, and the kept view that it came from.
 *
 * @param linked the kept view that a link asks for; another one when somebody follows another link
 */
export function useView(views: SavedViews, linked: ViewId | null, first: Scope = PLAIN_VIEW.scope) {
  const [begun] = useState(() => views?.get(linked ?? '') ?? null)
  const [view, setView] = useState<GridView>(begun?.content ?? { ...PLAIN_VIEW, scope: first })
  const [savedId, setSavedId] = useState<ViewId | null>(begun?.id ?? null)
  const [foldedGroups, setFoldedGroups] = useState<ReadonlySet<string>>(new Set())
  const choose = (saved: SavedView): void => {
    setView(saved.content)
    setSavedId(saved.id)
    setFoldedGroups(new Set())
  }
  const chooseScope = (scope: Scope): void => {
    setView((now) => (savedId === null ? { ...now, scope } : { ...PLAIN_VIEW, scope }))
    setSavedId(null)
  }
  const [followed, setFollowed] = useState(linked)
  if (linked !== followed) {
    setFollowed(linked)
    const asked = views?.get(linked ?? '')
    if (asked) choose(asked)
  }
  const onSort = useCallback(
    (column: Column): void => setView((now) => ({ ...now, sort: nextSort(now.sort, column) })),
    [],
  )
  const onFold = useCallback(
    (group: string): void =>
      setFoldedGroups((now) => new Set(now.has(group) ? [...now].filter((each) => each !== group) : [...now, group])),
    [],
  )
  const saved = views?.get(savedId ?? '') ?? null
  return { view, setView, saved, setSavedId, choose, chooseScope, onSort, foldedGroups, setFoldedGroups, onFold }
}

export interface Viewed {
  /** Every row of the register. */
  readonly all: readonly Row[]
  readonly counts: ScopeCounts
  /** The rows of the view in its order, each action once. */
  readonly rows: readonly Row[]
  readonly lines: Lines
  /** Null where nothing is grouped. */
  readonly sections: readonly Section[] | null
  /** The person holds a post here, or deputises: something may be theirs. */
  readonly hasOwn: boolean
}

export function useViewed(
  snapshot: Snapshot,
  view: GridView,
  foldedGroups: ReadonlySet<string>,
  { words, today, me }: { readonly words: Words; readonly today: Day; readonly me: Person },
): Viewed {
  const makeRows = useMemo(
    () => createRowMaker(words, today, { tenantId: me.tenantId, objectId: me.objectId }),
    [words, today, me.tenantId, me.objectId],
  )
  const pipeline = useMemo(() => createPipeline(), [])
  const set = useMemo(() => makeRows(snapshot), [makeRows, snapshot])
  const counts = useMemo(() => countScopes(set.rows), [set])
  const found = useMemo(() => pipeline.rowsOf(set, view), [pipeline, set, view])
  const { organisations, meetings, posts } = snapshot
  const sections = useMemo(
    () => view.group && groupRows(found, view.group, valueOrder(view.group, { organisations, meetings })),
    [found, view.group, organisations, meetings],
  )
  const lines = useMemo(
    () => (sections ? groupedLines(sections, foldedGroups) : plainLines(found)),
    [sections, found, foldedGroups],
  )
  const rows = useMemo(() => (sections ? rowsOf(sections) : found), [sections, found])
  useEffect(() => whenIdle(pipeline.prepare(set)), [pipeline, set])
  const hasOwn = useMemo(() => standpointOf({ posts }, me, today).size > 0, [posts, me, today])
  return { all: set.rows, counts, rows, lines, sections, hasOwn }
}

/** The kept views in the order of their names, each with how many rows it shows. */
export function useKept(views: SavedViews, all: readonly Row[]): readonly Kept[] {
  return useMemo(
    () =>
      [...(views?.values() ?? [])]
        .map((view) => ({ view, count: filterRows(all, view.content).length }))
        .toSorted((a, b) => (a.view.name < b.view.name ? -1 : a.view.name > b.view.name ? 1 : 0)),
    [views, all],
  )
}

export interface Kept {
  readonly view: SavedView
  readonly count: number
}

/** Goes on with it while nobody waits for anything. Returns what ends it. */
function whenIdle(work: Generator<void>): () => void {
  // Safari has no idle callbacks.
  const idle = 'requestIdleCallback' in window
  const next = (go: () => void): number =>
    idle ? requestIdleCallback(go, { timeout: 2000 }) : window.setTimeout(go, 50)
  const end = (handle: number): void => (idle ? cancelIdleCallback(handle) : clearTimeout(handle))
  let handle = next(function go() {
    if (!work.next().done) handle = next(go)
  })
  return () => end(handle)
}
