/**
 * The actions as a virtual grid: one tab stop; arrows, page, Home and End move; Right goes into a row's cells, where the
 * status answers "why?"; Enter opens. Hides which rows are really in the page: the focused one always is.
 */

import { makeStyles, tokens, Tooltip } from '@fluentui/react-components'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import {
  useCallback,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { ActionId } from '../../domain/action.ts'
import { whyOf } from '../design/StatusMark.tsx'
import { hiddenFromEyes, ROW_HEIGHT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { GridHeader } from './GridHeader.tsx'
import { GridRow } from './GridRow.tsx'
import { columnsFor, templateOf } from './columns.ts'
import type { Row } from './rows.ts'
import type { Column, Sort } from './views.ts'

export interface GridProps {
  readonly rows: readonly Row[]
  readonly label: string
  readonly width: number
  readonly openId: ActionId | null
  readonly changed: ReadonlySet<ActionId>
  readonly sort: Sort
  readonly onSort: (column: Column) => void
  /** @param enter true when the person goes into the panel, false while they only look along the rows */
  readonly onOpen: (id: ActionId, enter: boolean) => void
}

const useStyles = makeStyles({
  scroller: {
    ...type.row,
    height: '100%',
    overflowY: 'auto',
    overflowX: 'hidden',
    scrollPaddingTop: `${ROW_HEIGHT}px`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  rows: { position: 'relative' },
  hidden: hiddenFromEyes,
})

/** Which row is active, and which of its cells; null: the row itself. */
interface Active {
  /** Or HEADER. */
  readonly id: ActionId
  readonly cell: number | null
}

/** Stands for the row of column names; no action has this id. */
const HEADER = ''

export function Grid({ rows, label, width, openId, changed, sort, onSort, onOpen }: GridProps) {
  const words = useWords()
  const styles = useStyles()
  const keysId = useId()
  const whyId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useMemo(() => columnsFor(width), [width])
  const indexes = useMemo(() => new Map(rows.map((row, index) => [row.action.id, index])), [rows])

  const [active, setActive] = useState<Active | null>(null)
  const wantsFocus = useRef(false)
  const inHeader = active?.id === HEADER
  const activeIndex = indexes.get(active?.id ?? '') ?? indexes.get(openId ?? '') ?? 0
  const cell = active && (inHeader || indexes.has(active.id)) ? active.cell : null
  const activeCell = cell === null ? null : Math.min(cell, columns.length - 1)

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => rows[index]?.action.id ?? index,
    overscan: 12,
    scrollMargin: ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return activeIndex >= rows.length || shown.includes(activeIndex)
        ? shown
        : [...shown, activeIndex].toSorted((a, b) => a - b)
    },
  })

  // Where the panel goes on to another action, the grid's own place follows.
  const [followed, setFollowed] = useState(openId)
  if (openId !== followed) {
    setFollowed(openId)
    if (openId !== null && openId !== active?.id && indexes.has(openId)) setActive({ id: openId, cell: null })
  }
  // A link opens an action whose row may come later, or stand in another view.
  const scrolledTo = useRef<string | null>(null)
  useEffect(() => {
    if (scrolledTo.current === openId) return
    const index = indexes.get(openId ?? '')
    if (index === undefined && openId !== null) return
    scrolledTo.current = openId
    if (index !== undefined) virtualizer.scrollToIndex(index, { align: 'auto' })
  }, [openId, indexes, virtualizer])

  const goTo = (index: number, cell: number | null): void => {
    if (index < 0) {
      wantsFocus.current = true
      setActive({ id: HEADER, cell: cell ?? 0 })
      return
    }
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return
    wantsFocus.current = true
    setActive({ id: row.action.id, cell })
    virtualizer.scrollToIndex(indexes.get(row.action.id) ?? 0, { align: 'auto' })
    if (openId !== null && openId !== row.action.id) onOpen(row.action.id, false)
  }

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    scroller.current?.querySelector<HTMLElement>('[data-stop]')?.focus({ preventScroll: true })
  })

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.altKey || event.metaKey) return
    if (inHeader && (event.key === 'Enter' || event.key === ' ')) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const last = columns.length - 1
    const here = inHeader ? -1 : activeIndex
    const move = {
      ArrowDown: () => goTo(here + 1, activeCell),
      ArrowUp: () => goTo(here - 1, activeCell),
      PageDown: () => goTo(here + page, activeCell),
      PageUp: () => goTo(Math.max(0, here - page), activeCell),
      Home: () => (activeCell === null || event.ctrlKey ? goTo(0, activeCell) : goTo(here, 0)),
      End: () => (activeCell === null || event.ctrlKey ? goTo(rows.length - 1, activeCell) : goTo(here, last)),
      ArrowRight: () => goTo(here, activeCell === null ? 0 : Math.min(last, activeCell + 1)),
      ArrowLeft: () =>
        goTo(here, activeCell === null || (activeCell === 0 && !inHeader) ? null : Math.max(0, activeCell - 1)),
      Enter: () => rows[activeIndex] && onOpen(rows[activeIndex].action.id, true),
      ' ': () => rows[activeIndex] && onOpen(rows[activeIndex].action.id, false),
    }[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  const onClick = useCallback(
    (event: MouseEvent) => {
      const id = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset['row']
      if (id === undefined) return
      setActive({ id, cell: null })
      onOpen(id, false)
    },
    [onOpen],
  )

  const why = useWhy(rows, indexes)
  /** The row whose status is the tab stop. */
  const described = !inHeader && activeCell === 0 ? rows[activeIndex] : undefined
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    why.handlers.onFocus(event)
    // However the focus came here (pointer, screen reader, a script): the arrows go on from where it is.
    const id = event.target.closest<HTMLElement>('[data-row]')?.dataset['row']
    const column = event.target.closest('[role=gridcell]')?.getAttribute('aria-colindex')
    const cell = column === null || column === undefined ? null : Number(column) - 1
    if (id !== undefined && (active?.id !== id || active.cell !== cell)) setActive({ id, cell })
  }

  return (
    // Its rows and cells take the focus, one at a time.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div
      ref={scroller}
      className={styles.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length}
      aria-describedby={keysId}
      onKeyDown={onKeyDown}
      onClick={onClick}
      {...why.handlers}
      onFocus={onFocus}
    >
      <GridHeader columns={columns} sort={sort} activeCell={inHeader ? activeCell : null} onSort={onSort} />
      <div className={styles.rows} role="rowgroup" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index]
          if (!row) return null
          const isActive = item.index === activeIndex && !inHeader
          return (
            <GridRow
              key={item.key}
              row={row}
              rowIndex={item.index + 2}
              top={item.start - ROW_HEIGHT}
              columns={columns}
              template={templateOf(columns, words.language)}
              active={isActive}
              activeCell={isActive ? activeCell : null}
              open={row.action.id === openId}
              changed={changed.has(row.action.id)}
              words={words}
              whyId={whyId}
            />
          )
        })}
      </div>
      <div role="presentation" className={styles.hidden}>
        <span id={keysId}>{words.say('register.grid.keys')}</span>
        <span id={whyId}>{described ? whyOf(described.standing, words) : ''}</span>
      </div>
      {why.row && why.target && (
        <Tooltip
          visible
          withArrow
          relationship="inaccessible"
          content={whyOf(why.row.standing, words)}
          positioning={{ target: why.target, position: 'below', align: 'start' }}
        >
          <span />
        </Tooltip>
      )}
    </div>
  )
}

const HOVER_MS = 350

/** One tooltip for all rows: that of the status which is hovered for a moment, or focused. Escape sends it away. */
function useWhy(rows: readonly Row[], indexes: ReadonlyMap<ActionId, number>) {
  const [shown, setShown] = useState<{ readonly id: ActionId; readonly target: HTMLElement } | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const statusOf = (target: EventTarget): HTMLElement | null => (target as HTMLElement).closest('[data-why]')

  const show = (cell: HTMLElement | null, delay: number): void => {
    clearTimeout(waiting.current)
    const id = cell?.dataset['why']
    waiting.current = setTimeout(() => setShown(cell && id !== undefined ? { id, target: cell } : null), delay)
  }
  const index = shown ? indexes.get(shown.id) : undefined
  return {
    row: index === undefined ? null : (rows[index] ?? null),
    target: shown?.target.isConnected ? shown.target : null,
    handlers: {
      onMouseOver: (event: MouseEvent) => show(statusOf(event.target), HOVER_MS),
      onMouseLeave: () => show(null, HOVER_MS),
      onFocus: (event: { readonly target: EventTarget }) =>
        show((event.target as HTMLElement).matches('[data-why]') ? (event.target as HTMLElement) : null, 0),
      onBlur: () => show(null, 0),
      onKeyUp: (event: KeyboardEvent) => event.key === 'Escape' && show(null, 0),
    },
  }
}
