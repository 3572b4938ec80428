/**
 * The actions on a phone: one column of cards in the page's own scrolling, so that nothing above them is in the way.
 * Hides how one's place is kept: when cards come and go above, and while an action takes the place of the list.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { focusRing, oneLine, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { Card } from './Card.tsx'
import { FoldMark } from './FoldMark.tsx'
import type { Into } from './entering.ts'
import { placeOf, type Lines, type Section } from './lines.ts'
import { News, type Arrivals, type Sight } from './news.tsx'

const useStyles = makeStyles({
  /** The browser's own anchoring doesn't see where cards are put. */
  list: { position: 'relative', overflowAnchor: 'none' },
  item: { position: 'absolute', left: '0', right: '0', top: '0', paddingBottom: tokens.spacingVerticalS },
  heading: {
    ...type.row,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '40px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  title: { ...oneLine, fontWeight: tokens.fontWeightSemibold },
  count: { ...type.label, ...oneLine, color: tokens.colorNeutralForeground2 },
  late: { ...type.label, flexShrink: '0', color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
})

/** Where somebody was in the list when an action took its place. */
export interface CardPlace {
  readonly scrolled: number
  readonly measured: readonly VirtualItem[]
}

export interface CardsProps {
  readonly lines: Lines
  /** Changes when other lines are asked for, not when the same ones change. */
  readonly asked: unknown
  readonly titleOf: (section: Section) => string
  readonly label: string
  /** With it, what stands above the cards takes more or fewer lines. */
  readonly width: number
  /** What scrolls: the whole view. */
  readonly scroller: RefObject<HTMLElement | null>
  /** Outlives the list. */
  readonly place: RefObject<CardPlace | null>
  /** The action that was open last. */
  readonly visited: ActionId | null
  readonly changed: ReadonlySet<ActionId>
  readonly arrivals: Arrivals
  /** Null while nothing is being chosen. */
  readonly chosen: ReadonlySet<ActionId> | null
  readonly onChoose: (id: ActionId) => void
  readonly onFold: (group: string) => void
  readonly onOpen: (id: ActionId, enter: boolean | Into) => void
}

export function Cards(props: CardsProps) {
  const { lines, asked, titleOf, label, width, scroller, place, visited, changed, arrivals, chosen } = props
  const { onChoose, onFold, onOpen } = props
  const styles = useStyles()
  const list = useRef<HTMLUListElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), [width, lines])
  const [begun] = useState(() => place.current)
  const virtualizer = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => 128,
    getItemKey: (index) => keyOf(lines, index),
    overscan: 6,
    scrollMargin: margin,
    ...(begun && { initialOffset: begun.scrolled, initialMeasurementsCache: [...begun.measured] }),
  })
  useComeBack(scroller, place, () => virtualizer.measurementsCache)
  useSteadyCards(lines, asked, scroller, virtualizer.measurementsCache)

  const open = useCallback((id: ActionId, enter: Into) => onOpen(id, enter), [onOpen])
  const sight = useMemo<Sight>(
    () => ({
      scroller: () => scroller.current,
      lines: () => {
        const [top, bottom] = edgesOf(scroller.current)
        const seen = virtualizer.measurementsCache.filter(({ start, end }) => end > top && start < bottom)
        return { first: seen[0]?.index ?? 0, last: seen.at(-1)?.index ?? 0 }
      },
      goTo: (index) => virtualizer.scrollToIndex(index, { align: 'center' }),
    }),
    [scroller, virtualizer],
  )
  return (
    <>
      <News arrivals={arrivals} lines={lines} sight={sight} sticky />
      <ul
        ref={list}
        className={styles.list}
        aria-label={label}
        style={{ height: `${virtualizer.getTotalSize()}px`, margin: 0, padding: 0, listStyle: 'none' }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const line = lines.at(item.index)
          if (!line) return null
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={styles.item}
              aria-setsize={lines.count}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start - margin}px)` }}
            >
              {line.kind === 'heading' ? (
                <Heading
                  section={line.section}
                  title={titleOf(line.section)}
                  folded={line.folded}
                  onFold={() => onFold(line.section.value)}
                />
              ) : (
                <Card
                  row={line.row}
                  chosen={chosen && chosen.has(line.row.action.id)}
                  changed={changed.has(line.row.action.id)}
                  stop={line.row.action.id === visited}
                  onChoose={onChoose}
                  onOpen={open}
                />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The list is gone while an action is open: it comes back as it was scrolled. */
function useComeBack(
  scroller: RefObject<HTMLElement | null>,
  place: RefObject<CardPlace | null>,
  measured: () => readonly VirtualItem[],
): void {
  const now = useRef(measured)
  useLayoutEffect(() => {
    now.current = measured
  })
  useLayoutEffect(() => {
    const node = scroller.current
    if (node && place.current) node.scrollTo(0, place.current.scrolled)
    return () => {
      if (node) place.current = { scrolled: node.scrollTop, measured: now.current() }
    }
  }, [scroller, place])
}

/** Cards that come and go above leave the one that one reads where it is. At the very top, what comes is seen coming. */
function useSteadyCards(
  lines: Lines,
  asked: unknown,
  scroller: RefObject<HTMLElement | null>,
  measured: readonly VirtualItem[],
): void {
  const last = useRef({ lines, asked, measured })
  useLayoutEffect(() => {
    const before = last.current
    last.current = { lines, asked, measured }
    const node = scroller.current
    if (!node || before.lines === lines || before.asked !== asked) return
    const [top] = edgesOf(node)
    const read = before.measured.find(({ end }) => end > top)
    if (!read || (before.measured[0]?.start ?? 0) >= top) return
    const line = before.lines.at(read.index)
    const to = measured[line ? lines.indexOf(placeOf(line)) : -1]
    if (to && to.start !== read.start) node.scrollBy(0, to.start - read.start)
  })
}

function edgesOf(node: HTMLElement | null): readonly [number, number] {
  return node ? [node.scrollTop, node.scrollTop + node.clientHeight] : [0, 0]
}

interface HeadingProps {
  readonly section: Section
  readonly title: string
  readonly folded: boolean
  readonly onFold: () => void
}

function Heading({ section, title, folded, onFold }: HeadingProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <button type="button" className={styles.heading} aria-expanded={!folded} onClick={onFold}>
      <FoldMark folded={folded} />
      <span className={styles.title}>{title}</span>{' '}
      <span className={styles.count}>{words.number(section.rows.length)}</span>{' '}
      {section.late > 0 && (
        <span className={styles.late}>{words.say('view.late', { count: words.number(section.late) })}</span>
      )}
    </button>
  )
}

function keyOf(lines: Lines, index: number): string | number {
  const line = lines.at(index)
  if (!line) return index
  return line.kind === 'heading' ? `#${line.section.value}` : `${line.group ?? ''}/${line.row.action.id}`
}
