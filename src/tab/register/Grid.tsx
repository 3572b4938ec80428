/**
 * The actions as a grid, or as a tree of groups: one tab stop; arrows, page, Home and End move; Right goes into a row's
 * cells, where the status answers "why?"; on a heading Left and Right fold and unfold; Enter opens, Space selects, and
 * with Shift the arrows select on. Hides which lines are really in the page: the active one always is.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import {
  memo,
  useCallback,
  useId,
  useMemo,
  useRef,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { Column, GridView } from '../../domain/view.ts'
import { isOpen } from '../../domain/status.ts'
import { whyOf } from '../../words/standing.ts'
import { hiddenFromEyes, ROW_HEIGHT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { GridHeader } from './GridHeader.tsx'
import { GridHeading } from './GridHeading.tsx'
import { GridRow } from './GridRow.tsx'
import { columnsFor, templateOf } from './columns.ts'
import { useCursor } from './cursor.ts'
import type { Into } from './entering.ts'
import { keyIn, type KeyIn } from './keys.ts'
import { placeOf, type Lines, type Place, type Section } from './lines.ts'
import { idsBetween, type Selecting } from './selection.ts'
import { useVisible } from './visible.ts'
import { useWhy } from './why.tsx'

export interface GridProps {
  readonly lines: Lines
  /** What the lines are of. */
  readonly view: GridView
  readonly label: string
  readonly width: number
  readonly openId: ActionId | null
  /** The action that was open last. */
  readonly visited: ActionId | null
  readonly changed: ReadonlySet<ActionId>
  readonly selecting: Selecting
  readonly allSelected: boolean
  readonly titleOf: (section: Section) => string
  readonly onSort: (column: Column) => void
  /** Folds a group, or unfolds it. */
  readonly onFold: (group: string) => void
  /** @param enter where the person goes in the panel (true: to its head), false while they only look along the rows */
  readonly onOpen: (id: ActionId, enter: boolean | Into) => void
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
  /** Cut, but nothing that scrolls: what sticks in it sticks to the grid. */
  lines: { position: 'relative', overflow: 'clip' },
  hidden: hiddenFromEyes,
})

/** What the names of columns, which are buttons, do with a key of their own or not at all. */
const BUTTON_KEYS: ReadonlySet<KeyIn<'grid'>> = new Set(['open', 'select', 'look', 'update'])

export const Grid = memo(function Grid(props: GridProps) {
  const {
    lines,
    view,
    label,
    width,
    openId,
    visited,
    changed,
    selecting,
    allSelected,
    titleOf,
    onSort,
    onFold,
    onOpen,
  } = props
  const words = useWords()
  const styles = useStyles()
  const keysId = useId()
  const whyId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useMemo(() => columnsFor(width, view.columns), [width, view.columns])
  const template = templateOf(columns, words.language)
  const { from, to, scrolled } = useVisible(scroller, lines, ROW_HEIGHT)
  const cursor = useCursor(lines, openId, visited, view, scroller, scrolled)
  const { index, inHeader } = cursor
  const cell = cursor.cell === null ? null : Math.min(cursor.cell, columns.length - 1)
  const active = inHeader ? undefined : lines.at(index)

  const goTo = (to: number, toCell: number | null): void => {
    cursor.goTo(Math.min(to, lines.count - 1), toCell)
    const line = lines.at(Math.min(to, lines.count - 1))
    if (openId !== null && line?.kind === 'row' && line.row.action.id !== openId) onOpen(line.row.action.id, false)
  }
  const left = (): void => {
    if (active?.kind === 'heading') return active.folded ? undefined : onFold(active.section.value)
    if (cell === null) return lines.grouped && !inHeader ? goTo(lines.headingOf(index), null) : undefined
    goTo(index, cell === 0 && !inHeader ? null : Math.max(0, cell - 1))
  }
  const right = (): void => {
    if (active?.kind === 'heading') return active.folded ? onFold(active.section.value) : goTo(index + 1, null)
    goTo(index, cell === null ? 0 : Math.min(columns.length - 1, cell + 1))
  }
  const open = (enter: boolean): void => {
    if (active?.kind === 'heading') onFold(active.section.value)
    else if (active) onOpen(active.row.action.id, enter)
  }
  /** From where a range began, or from here, to that line. */
  const selectTo = (to: number): void => {
    const begun =
      selecting.anchor === null
        ? -1
        : lines.indexOf({ group: active ? placeOf(active).group : null, id: selecting.anchor })
    selecting.range(idsBetween(lines, begun < 0 ? index : begun, to))
  }
  const selectOn = (step: 1 | -1): void => {
    let to = index + step
    while (lines.at(to)?.kind === 'heading') to += step
    if (!lines.at(to)) return
    selectTo(to)
    goTo(to, null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const name = keyIn('grid', event)
    // The names of columns are buttons, with keys of their own.
    if (name === null || (inHeader && BUTTON_KEYS.has(name))) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2)
    const last = columns.length - 1
    const moves: Readonly<Record<KeyIn<'grid'>, () => unknown>> = {
      down: () => goTo(index + 1, cell),
      up: () => goTo(index - 1, cell),
      pageDown: () => goTo(index + page, cell),
      pageUp: () => goTo(Math.max(0, index - page), cell),
      home: () => (cell === null ? goTo(0, cell) : goTo(index, 0)),
      end: () => (cell === null ? goTo(lines.count - 1, cell) : goTo(index, last)),
      first: () => goTo(0, cell),
      last: () => goTo(lines.count - 1, cell),
      right,
      left,
      open: () => open(true),
      look: () => open(false),
      update: () => active?.kind === 'row' && onOpen(active.row.action.id, isOpen(active.row.action) ? 'update' : true),
      select: () => (active?.kind === 'row' ? selecting.toggle(active.row.action.id) : open(false)),
      selectDown: () => selectOn(1),
      selectUp: () => selectOn(-1),
      selectAll: () => selecting.all(),
    }
    event.preventDefault()
    moves[name]()
  }

  const { isAt } = cursor
  const onClick = (event: MouseEvent): void => {
    const target = event.target as HTMLElement
    const place = placeOfElement(target)
    if (place === null) return target.matches('[data-select]') ? selecting.all() : undefined
    isAt(place, null)
    const boxed = target.matches('[data-select]')
    if (place.id !== null && event.shiftKey) return selectTo(lines.indexOf(place))
    if (place.id !== null && (boxed || event.ctrlKey || event.metaKey)) return selecting.toggle(place.id)
    if (place.id !== null) onOpen(place.id, false)
    else if (place.group !== null) onFold(place.group)
  }

  const rowAt = useCallback(
    (element: HTMLElement) => {
      const place = placeOfElement(element)
      const line = place && lines.at(lines.indexOf(place))
      return line?.kind === 'row' ? line.row : null
    },
    [lines],
  )
  const why = useWhy(rowAt)
  const onFocus = (event: FocusEvent<HTMLElement>): void => {
    why.handlers.onFocus(event)
    cursor.onFocus()
    // However the focus came here (pointer, screen reader, a script): the arrows go on from where it is.
    const place = placeOfElement(event.target)
    const at = event.target.closest('[role=gridcell]')
    const column = at?.parentElement ? [...at.parentElement.children].indexOf(at) : null
    if (place) isAt(place, place.id === null ? null : column)
  }

  const drawn = drawnOf(lines, from, to, index)

  return (
    // Its lines and cells take the focus, one at a time.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={scroller}
      className={styles.scroller}
      role={lines.grouped ? 'treegrid' : 'grid'}
      aria-label={label}
      aria-multiselectable
      aria-rowcount={lines.count + 1}
      aria-colcount={columns.length}
      aria-describedby={keysId}
      onKeyDown={onKeyDown}
      onClick={onClick}
      {...why.handlers}
      onFocus={onFocus}
      onBlur={(event) => {
        why.handlers.onBlur()
        cursor.onBlur(event)
      }}
    >
      <GridHeader
        columns={columns}
        template={template}
        sort={view.sort}
        activeCell={inHeader ? cell : null}
        selecting={selecting.ids.size > 0}
        allSelected={allSelected}
        onSort={onSort}
      />
      <div
        className={styles.lines}
        role="rowgroup"
        style={{ height: `${lines.count * ROW_HEIGHT}px`, '--columns': template } as CSSProperties}
      >
        {drawn.map((each) => {
          const line = lines.at(each)
          if (!line) return null
          const isActive = each === index
          const shared = { rowIndex: each + 2, top: each * ROW_HEIGHT, active: isActive, words }
          if (line.kind === 'heading') {
            return (
              <GridHeading
                key={`#${line.section.value}`}
                {...shared}
                section={line.section}
                title={titleOf(line.section)}
                folded={line.folded}
                reach={line.folded ? 1 : line.section.rows.length + 1}
                columnCount={columns.length}
              />
            )
          }
          const { row, group } = line
          return (
            <GridRow
              key={group === null ? row.action.id : `${group}/${row.action.id}`}
              {...shared}
              row={row}
              group={group}
              columns={columns}
              activeCell={isActive ? cell : null}
              open={row.action.id === openId}
              selected={selecting.ids.has(row.action.id)}
              selecting={selecting.ids.size > 0}
              changed={changed.has(row.action.id)}
              whyId={whyId}
            />
          )
        })}
      </div>
      <div role="presentation" className={styles.hidden}>
        <span id={keysId}>{words.say('register.grid.keys')}</span>
        <span id={whyId}>{active?.kind === 'row' && cell === 0 ? whyOf(active.row.standing, words) : ''}</span>
      </div>
      {why.tooltip}
    </div>
  )
})

/** The lines in sight, the active one wherever it is, and the heading of each: it stays in sight. */
function drawnOf(lines: Lines, from: number, to: number, active: number): readonly number[] {
  const drawn = new Set<number>()
  const add = (index: number): void => {
    if (lines.grouped) drawn.add(Math.max(0, lines.headingOf(index)))
    drawn.add(index)
  }
  if (active >= 0 && active < from) add(active)
  for (let index = from; index < to; index += 1) add(index)
  if (active >= to && active < lines.count) add(active)
  return [...drawn]
}

function placeOfElement(element: HTMLElement): Place | null {
  const line = element.closest<HTMLElement>('[data-row], [data-heading]')
  if (!line) return null
  const { row, heading, group } = line.dataset
  return heading === undefined ? { group: group ?? null, id: row ?? null } : { group: heading, id: null }
}
