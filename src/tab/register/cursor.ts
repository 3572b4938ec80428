/**
 * Where one is in the grid: the one line, or one of its cells, that is the tab stop. Hides how the place is kept when
 * lines come, go, move and fold, whoever makes them: the focus stays on its line, or goes to the nearest that is left,
 * and what one is reading doesn't move.
 */

import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type RefObject } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { ROW_HEIGHT } from '../design/scale.ts'
import { nearest, placeOf, type Lines, type Place } from './lines.ts'

interface Active {
  /** Null: the row of column names. */
  readonly place: Place | null
  /** Null: the line itself. */
  readonly cell: number | null
}

export interface Cursor {
  /** Index of the active line; -1 is the row of column names. */
  readonly index: number
  readonly cell: number | null
  readonly inHeader: boolean
  /** Makes a line the tab stop and goes there; -1 is the row of column names. */
  goTo(index: number, cell: number | null): void
  /** A line became the tab stop by itself: it was clicked, or focused by a script. */
  isAt(place: Place, cell: number | null): void
  readonly onFocus: () => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

export function useCursor(
  lines: Lines,
  openId: ActionId | null,
  /** Where one begins: the action that somebody comes back from. */
  visited: ActionId | null,
  /** Changes when other lines are asked for, not when the same ones change. */
  asked: unknown,
  scroller: RefObject<HTMLElement | null>,
  /** How far that is scrolled. */
  scrolled: RefObject<number>,
): Cursor {
  const [active, setActive] = useState<Active | null>(
    visited === null ? null : { place: { group: null, id: visited }, cell: null },
  )
  const [within, setWithin] = useState(false)
  const wantsFocus = useRef(false)

  // Where the panel goes on to another action, the grid's own place follows.
  const [followed, setFollowed] = useState(openId)
  let now = active
  if (openId !== followed) {
    setFollowed(openId)
    if (openId !== null && openId !== now?.place?.id && lines.indexOf({ group: null, id: openId }) >= 0) {
      now = { place: { group: now?.place?.group ?? null, id: openId }, cell: null }
      setActive(now)
    }
  }

  const [seen, setSeen] = useState({ lines, index: 0 })
  let index = now?.place ? lines.indexOf(now.place) : -1
  if (lines !== seen.lines && now?.place && index < 0 && within) {
    const near = neighbour(seen.lines, seen.index, now.place, lines)
    const line = near === null ? undefined : lines.at(near)
    if (line && near !== null) {
      now = { place: placeOf(line), cell: line.kind === 'row' ? now.cell : null }
      setActive(now)
      index = near
    }
  }
  const inHeader = now !== null && now.place === null
  if (index < 0 && !inHeader) index = openId === null ? 0 : Math.max(0, lines.indexOf({ group: null, id: openId }))
  if (lines !== seen.lines || index !== seen.index) setSeen({ lines, index })

  useSteadyScroll(lines, asked, within ? index : -1, scroller, scrolled)

  useLayoutEffect(() => {
    const lost = within && document.activeElement === document.body && document.hasFocus()
    if (!wantsFocus.current && !lost) return
    wantsFocus.current = false
    scroller.current?.querySelector<HTMLElement>('[data-stop]')?.focus({ preventScroll: true })
  })

  // The grid is made anew where an action had taken its place.
  const [begun] = useState({ visited, lines })
  useEffect(() => {
    const at = begun.visited === null ? -1 : begun.lines.indexOf({ group: null, id: begun.visited })
    if (at >= 0) reveal(scroller.current, at, begun.lines)
  }, [begun, scroller])

  // A link opens an action whose row may come later, or stand in another view.
  const scrolledTo = useRef<ActionId | null>(null)
  useEffect(() => {
    if (scrolledTo.current === openId) return
    const at = lines.indexOf({ group: null, id: openId })
    if (at < 0 && openId !== null) return
    scrolledTo.current = openId
    if (at >= 0) reveal(scroller.current, at, lines)
  }, [openId, lines, scroller])

  return {
    index: inHeader ? -1 : index,
    cell: now && (inHeader || lines.indexOf(now.place ?? NOWHERE) >= 0) ? now.cell : null,
    inHeader,
    goTo(to, cell) {
      const line = to < 0 ? null : lines.at(Math.min(to, lines.count - 1))
      if (line === undefined) return
      wantsFocus.current = true
      setActive({ place: line && placeOf(line), cell: line === null ? (cell ?? 0) : cell })
      if (line !== null) reveal(scroller.current, Math.min(to, lines.count - 1), lines)
    },
    isAt(place, cell) {
      const same = active?.place?.id === place.id && active.place.group === place.group && active.cell === cell
      if (!same) setActive({ place, cell })
    },
    onFocus: () => setWithin(true),
    onBlur(event) {
      // A window that goes to the back takes no focus away.
      if (document.hasFocus() && !event.currentTarget.contains(event.relatedTarget)) setWithin(false)
    },
  }
}

const NOWHERE: Place = { group: null, id: null }

/** A line that folded away is left for its heading. */
function neighbour(before: Lines, index: number, place: Place, now: Lines): number | null {
  const heading = place.group === null ? -1 : now.indexOf({ group: place.group, id: null })
  const line = now.at(heading)
  return line?.kind === 'heading' && line.folded ? heading : nearest(before, index, now)
}

/** Scrolls just so far that a line stands whole between the header, or its heading beneath that, and the lower edge. */
function reveal(node: HTMLElement | null, index: number, lines: Lines): void {
  if (!node) return
  const top = index * ROW_HEIGHT
  const room = node.clientHeight - ROW_HEIGHT
  const covered = lines.grouped && lines.headingOf(index) !== index ? ROW_HEIGHT : 0
  if (top - covered < node.scrollTop) node.scrollTo(0, top - covered)
  else if (top + ROW_HEIGHT > node.scrollTop + room) node.scrollTo(0, top + ROW_HEIGHT - room)
}

/**
 * Lines that come and go above leave what one looks at where it is: the active line, or else the first in sight. Where
 * other lines are asked for, one begins at their top, or stays with the line that has the focus.
 */
function useSteadyScroll(
  lines: Lines,
  asked: unknown,
  active: number,
  scroller: RefObject<HTMLElement | null>,
  scrolled: RefObject<number>,
): void {
  const last = useRef({ lines, asked, active })
  useLayoutEffect(() => {
    const before = last.current
    last.current = { lines, asked, active }
    const node = scroller.current
    if (!node || before.lines === lines) return
    if (before.asked !== asked) {
      if (active >= 0) reveal(node, active, lines)
      else if (scrolled.current > 0) node.scrollTo(0, 0)
      return
    }
    const first = Math.floor(node.scrollTop / ROW_HEIGHT)
    const inSight = before.active >= first && before.active * ROW_HEIGHT < node.scrollTop + node.clientHeight
    const from = inSight ? before.active : first
    const line = before.lines.at(from)
    const to = line ? lines.indexOf(placeOf(line)) : -1
    if (to >= 0 && to !== from) node.scrollBy(0, (to - from) * ROW_HEIGHT)
  }, [lines, asked, active, scroller, scrolled])
}
