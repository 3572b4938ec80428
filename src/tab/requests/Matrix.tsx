/**
 * Organisations down, requests across: each cell the shape of one response, its words where one looks. One tab stop and
 * arrows; a key picks out what is missing. Moving never draws the table again: 43 organisations by 40 requests are
 * 1,720 cells.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type SyntheticEvent,
} from 'react'
import type { Day } from '../../domain/day.ts'
import type { Words } from '../../words/words.ts'
import { focusRing, hiddenFromEyes, oneLine, twoLines, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { MatrixContent } from './matrixtable.ts'
import { ResponseShape } from './ResponseMark.tsx'
import { LOOKS, standingWords } from './standing.ts'

export interface MatrixProps {
  readonly content: MatrixContent
  readonly today: Day
  /** Only what is missing stands out. */
  readonly picking: boolean
  readonly onPick: (picking: boolean) => void
  readonly onOpenRequest: (request: string) => void
  readonly onOpenResponse: (request: string, organisation: string) => void
  /** Null for who may not. */
  readonly onChase: ((request: string) => void) | null
}

/** A place in the table: row 0 holds the requests, column 0 the organisations. */
interface Place {
  readonly row: number
  readonly column: number
}

/** Up to so many have room for their titles. */
const FEW = 5

const useStyles = makeStyles({
  matrix: { display: 'flex', flexDirection: 'column', minHeight: '0', height: '100%' },
  scroll: { flex: '1 1 0', minHeight: '160px', overflow: 'auto', overscrollBehavior: 'contain' },
  table: { ...type.row, borderCollapse: 'separate', borderSpacing: '0' },
  picking: {
    '& td[data-there] svg': { opacity: '0.2' },
    '& td[data-missing]': {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      color: tokens.colorNeutralForeground1Selected,
    },
  },
  head: {
    ...type.label,
    position: 'sticky',
    top: '0',
    zIndex: '1',
    boxSizing: 'border-box',
    minWidth: 'var(--column)',
    maxWidth: 'var(--column)',
    padding: tokens.spacingHorizontalS,
    verticalAlign: 'bottom',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  title: { ...twoLines, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  facts: { ...oneLine, display: 'block', color: tokens.colorNeutralForeground2 },
  late: { color: 'var(--statusTextRED)' },
  corner: { left: '0', zIndex: '2', minWidth: '96px', maxWidth: '40vw', cursor: 'default' },
  side: {
    ...oneLine,
    position: 'sticky',
    left: '0',
    zIndex: '1',
    boxSizing: 'border-box',
    minWidth: '96px',
    maxWidth: '40vw',
    height: '36px',
    paddingInline: tokens.spacingHorizontalS,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': focusRing,
  },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  cell: {
    height: '36px',
    padding: '0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
    '& svg': { display: 'block', marginInline: 'auto' },
  },
  unasked: { cursor: 'default', color: tokens.colorNeutralForeground2, textAlign: 'center' },
  line: {
    ...type.row,
    margin: '0',
    minHeight: '36px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  hidden: hiddenFromEyes,
})

export function Matrix({ content, today, picking, onPick, onOpenRequest, onOpenResponse, onChase }: MatrixProps) {
  const styles = useStyles()
  const words = useWords()
  const table = useRef<HTMLTableElement>(null)
  const [looked, setLooked] = useState('')
  const stop = useRef<Place>({ row: 1, column: 1 })
  const stopped = useRef<HTMLElement | null>(null)

  /** The one place that Tab comes to. */
  const setStop = useCallback((place: Place): void => {
    const next = table.current && (cellAt(table.current, place) ?? cellAt(table.current, { row: 0, column: 1 }))
    if (!next || (next === stopped.current && next.tabIndex === 0)) return
    if (stopped.current) stopped.current.tabIndex = -1
    next.tabIndex = 0
    stopped.current = next
  }, [])
  // Rows come and go.
  useEffect(() => setStop(stop.current))

  const look = useCallback((event: SyntheticEvent): void => {
    const cell = placeCell(event.target)
    if (cell) setLooked(cell.getAttribute('aria-label') ?? cell.title)
  }, [])
  const focus = useCallback(
    (event: SyntheticEvent): void => {
      const cell = placeCell(event.target)
      if (!cell) return
      stop.current = placeOf(cell)
      setStop(stop.current)
      look(event)
    },
    [look, setStop],
  )
  const open = ({ row, column }: Place): void => {
    const request = content.columns[column - 1]?.request.key
    const organisation = content.rows[row - 1]
    if (request === undefined) return
    if (row === 0) onOpenRequest(request)
    else if (organisation?.cells[column - 1]) onOpenResponse(request, organisation.organisation.key)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const cell = placeCell(event.target)
    if (!cell || !table.current || event.altKey || event.metaKey) return
    const at = placeOf(cell)
    const last = { row: content.rows.length, column: content.columns.length }
    const to = moved(at, event, last)
    if (to) focusPlace(table.current, to)
    else if (event.key === 'Enter' || event.key === ' ') open(at)
    else if (event.ctrlKey) return
    else if (event.key === 'm') onPick(!picking)
    else if (event.key === 'n') nextMissing(table.current, at)
    else if (event.key === 'c' && onChase && at.column > 0) {
      const request = content.columns[at.column - 1]?.request.key
      if (request !== undefined) onChase(request)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onClick = (event: SyntheticEvent): void => {
    const cell = placeCell(event.target)
    if (cell) open(placeOf(cell))
  }

  return (
    <div className={styles.matrix}>
      <div className={styles.scroll}>
        <table
          ref={table}
          // One tab stop and arrows: more than a table does.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          className={mergeClasses(styles.table, picking && styles.picking)}
          style={{ '--column': content.columns.length > FEW ? '112px' : '184px' } as CSSProperties}
          aria-label={words.say('requests.matrix')}
          aria-rowcount={content.rows.length + 1}
          aria-colcount={content.columns.length + 1}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onFocus={focus}
          onMouseOver={look}
        >
          <Cells content={content} today={today} words={words} />
        </table>
      </div>
      <p className={styles.line} data-looked>
        {looked || words.say(onChase ? 'requests.matrix.keys.chase' : 'requests.matrix.keys')}
      </p>
    </div>
  )
}

/** Each look drawn once, and shown in all its cells. */
const DRAWN = Object.fromEntries(LOOKS.map((look) => [look, <ResponseShape key={look} look={look} />]))

interface CellsProps {
  readonly content: MatrixContent
  readonly today: Day
  readonly words: Words
}

const Cells = memo(function Cells({ content, today, words }: CellsProps) {
  const styles = useStyles()
  // Made once, not for each of so many cells.
  const unasked = mergeClasses(styles.cell, styles.unasked)
  const head = useMemo(
    () => content.columns.map(({ request, answered }) => headWords(request, answered, words, today)),
    [content, words, today],
  )
  return (
    <>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.corner)}>
            {words.say('requests.matrix.organisation')}
          </th>
          {content.columns.map(({ request }, index) => (
            <th
              key={request.key}
              scope="col"
              data-at={`0.${index + 1}`}
              tabIndex={-1}
              className={styles.head}
              aria-label={head[index]?.whole}
              title={request.title}
            >
              <span className={styles.title}>{request.title}</span>
              <span className={mergeClasses(styles.facts, head[index]?.late && styles.late)}>{head[index]?.due}</span>
              <span className={styles.facts}>{head[index]?.answered}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {content.rows.map((row, rowIndex) => (
          <tr key={row.organisation.key}>
            <th
              scope="row"
              data-at={`${rowIndex + 1}.0`}
              tabIndex={-1}
              className={styles.side}
              title={row.organisation.name}
            >
              {row.organisation.shortName}{' '}
              {row.missing > 0 && (
                <span className={styles.count}>{words.say('requests.matrix.missing', { count: row.missing })}</span>
              )}
            </th>
            {row.cells.map((cell, index) => {
              const column = content.columns[index]
              if (!column) return null
              const state = cell
                ? standingWords(cell, column.request, words, today)
                : words.say('requests.state.unasked')
              return (
                <td
                  key={column.request.key}
                  data-at={`${rowIndex + 1}.${index + 1}`}
                  data-missing={cell?.missing ? '' : undefined}
                  data-there={cell?.missing ? undefined : ''}
                  tabIndex={-1}
                  className={cell ? styles.cell : unasked}
                  aria-label={`${row.organisation.name}, ${column.request.title}: ${state}`}
                >
                  {cell ? DRAWN[cell.look] : '·'}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </>
  )
})

function headWords(
  { title, due, status, organisations }: MatrixContent['columns'][number]['request'],
  count: number,
  words: Words,
  today: Day,
) {
  const answered = words.say('requests.answered', { count, all: organisations.length })
  const isLate = status === 'open' && due !== null && due < today && count < organisations.length
  const said =
    status === 'closed'
      ? words.say('requests.closed')
      : due === null
        ? words.say('requests.noDue')
        : isLate
          ? words.due({ kind: 'day', day: due, words: '' }, today, null)
          : words.shortDay(due, today)
  const short = words.say('requests.answered.short', { count, all: organisations.length })
  return { answered: short, due: said, late: isLate, whole: `${title}: ${said}, ${answered}` }
}

function placeCell(target: EventTarget): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
}

function placeOf(cell: HTMLElement): Place {
  const [row = 0, column = 0] = (cell.dataset['at'] ?? '').split('.').map(Number)
  return { row, column }
}

function cellAt(table: HTMLElement, { row, column }: Place): HTMLElement | null {
  return table.querySelector(`[data-at="${row}.${column}"]`)
}

function focusPlace(table: HTMLElement, place: Place): void {
  const cell = cellAt(table, place)
  cell?.focus({ preventScroll: true })
  if (cell) reveal(cell)
}

/** Into sight, and not below the head or beside the names that stay. */
function reveal(cell: HTMLElement): void {
  const scroll = cell.closest('table')?.parentElement
  const corner = cell.closest('table')?.querySelector('th')
  if (!scroll || !corner) return
  const [box, room, kept] = [cell, scroll, corner].map((each) => each.getBoundingClientRect())
  if (!box || !room || !kept) return
  if (cell.tagName !== 'TH' || cell.dataset['at']?.endsWith('.0')) {
    if (box.top < kept.bottom) scroll.scrollTop -= kept.bottom - box.top
    else if (box.bottom > room.top + scroll.clientHeight)
      scroll.scrollTop += box.bottom - room.top - scroll.clientHeight
  }
  if (cell.dataset['at']?.endsWith('.0')) return
  if (box.left < kept.right) scroll.scrollLeft -= kept.right - box.left
  else if (box.right > room.left + scroll.clientWidth) scroll.scrollLeft += box.right - room.left - scroll.clientWidth
}

function moved({ row, column }: Place, { key, ctrlKey }: KeyboardEvent, last: Place): Place | null {
  // There is nothing to do in the corner.
  const within = (to: Place): Place => ({
    row: Math.min(Math.max(to.row, to.column === 0 ? 1 : 0), last.row),
    column: Math.min(Math.max(to.column, to.row === 0 ? 1 : 0), last.column),
  })
  switch (key) {
    case 'ArrowUp':
      return within({ row: row - 1, column })
    case 'ArrowDown':
      return within({ row: row + 1, column })
    case 'ArrowLeft':
      return within({ row, column: column - 1 })
    case 'ArrowRight':
      return within({ row, column: column + 1 })
    case 'Home':
      return within({ row: ctrlKey ? 1 : row, column: 1 })
    case 'End':
      return within({ row: ctrlKey ? last.row : row, column: last.column })
    case 'PageUp':
      return within({ row: row - 10, column })
    case 'PageDown':
      return within({ row: row + 10, column })
    default:
      return null
  }
}

/** The next one downwards, then in the next column; round again at the end. */
function nextMissing(table: HTMLElement, at: Place): void {
  const places = [...table.querySelectorAll<HTMLElement>('[data-missing]')]
    .map(placeOf)
    .toSorted((a, b) => a.column - b.column || a.row - b.row)
  const next = places.find(({ row, column }) => column > at.column || (column === at.column && row > at.row))
  const to = next ?? places[0]
  if (to) focusPlace(table, to)
}
