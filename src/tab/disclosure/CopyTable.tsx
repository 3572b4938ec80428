/**
 * The rows of a copy: as the tracker has them, where what is withheld is struck through and words can be marked to be
 * withheld; or as the copy will read.
 */

import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import { cellText, type Cell } from '../../documents/export/cell.ts'
import type { Tracker } from '../../documents/export/table.ts'
import { DISCLOSURE_COLUMNS, occurrenceOf, spanOf, type Span, type Withheld } from '../../domain/disclosure.ts'
import { useWords } from '../words.tsx'
import { useDisclosureStyles } from './disclosurestyles.ts'
import type { Marked } from './WithholdForm.tsx'

export interface CopyTableProps {
  readonly tracker: Tracker
  /** Ids of the actions, a row each. */
  readonly actions: readonly string[]
  readonly withheld: readonly Withheld[]
  /** As the copy will read: nothing is struck through, for it isn't there. */
  readonly isCopy: boolean
  /** Null where nothing can be withheld (any more). */
  readonly onMark: ((marked: Marked) => void) | null
}

export function CopyTable({ tracker, actions, withheld, isCopy, onMark }: CopyTableProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const body = useRef<HTMLTableSectionElement>(null)
  const { columns, rows, title } = tracker
  /** What is selected, where that lies in one cell; otherwise the row. */
  const mark = (row: number): void => {
    const action = actions[row] ?? ''
    const reference = cellText(rows[row]?.cells.reference ?? [])
    const nothing: Marked = { action, reference, column: null, text: '', occurrence: 1 }
    onMark?.(selectedIn(body.current, row, nothing) ?? nothing)
  }
  return (
    // A region that scrolls can be reached and moved with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={title} tabIndex={0}>
      <table className={styles.table} lang={tracker.words.language}>
        <thead>
          <tr>
            {columns.map(({ column, heading }) => (
              <th key={column} scope="col" className={styles.head}>
                {heading}
              </th>
            ))}
            {onMark && (
              <td className={styles.head} lang={words.language}>
                {words.say('disclosure.withhold')}
              </td>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map(({ cells }, row) => {
            const here = isCopy ? [] : withheld.filter(({ action }) => action === actions[row])
            return (
              <tr key={actions[row]}>
                {columns.map(({ column, heading }) =>
                  column === 'reference' ? (
                    <th key={column} scope="row" className={`${styles.cell} ${styles.number}`}>
                      {cellText(cells[column])}
                    </th>
                  ) : (
                    <td key={column} className={styles.cell} data-row={row} data-column={column} data-heading={heading}>
                      {isCopy ? (
                        <Copied cell={cells[column]} />
                      ) : (
                        <Source
                          text={cellText(cells[column])}
                          withheld={here.filter((each) => each.column === null || each.column === column)}
                        />
                      )}
                    </td>
                  ),
                )}
                {onMark && (
                  <td className={styles.cell} lang={words.language}>
                    <Button
                      size="small"
                      className={styles.keep}
                      aria-label={words.say('disclosure.withhold.title', { reference: cellText(cells.reference) })}
                      // The words that are selected stay selected.
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => mark(row)}
                    >
                      {words.say('disclosure.withhold')}
                    </Button>
                  </td>
                )}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Copied({ cell }: { readonly cell: Cell }) {
  const styles = useDisclosureStyles()
  return cell.map((paragraph, index) => (
    // Runs of a cell have no identity but their place.
    <span key={index}>
      {index > 0 && '\n'}
      {paragraph.map(({ text, as }, place) =>
        as === 'withheld' ? (
          <span key={place} className={styles.instead}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </span>
  ))
}

function Source({ text, withheld }: { readonly text: string; readonly withheld: readonly Withheld[] }) {
  const styles = useDisclosureStyles()
  const gone = withheld.flatMap((each): Span[] => {
    const span = each.text === '' ? ([0, text.length] as const) : spanOf(text, each.text, each.occurrence)
    return span ? [span] : []
  })
  const ends = [...new Set([0, text.length, ...gone.flat()])].toSorted((a, b) => a - b)
  return ends.slice(1).map((end, index) => {
    const from = ends[index] ?? 0
    const piece = text.slice(from, end)
    return gone.some((span) => span[0] <= from && end <= span[1]) ? (
      <del key={from} className={styles.gone}>
        {piece}
      </del>
    ) : (
      <span key={from}>{piece}</span>
    )
  })
}

function selectedIn(body: Element | null, row: number, nothing: Marked): Marked | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  for (const cell of body?.querySelectorAll(`[data-row="${row}"]`) ?? []) {
    const column = DISCLOSURE_COLUMNS.find((each) => each === cell.getAttribute('data-column'))
    if (!column || !cell.contains(range.startContainer) || !cell.contains(range.endContainer)) continue
    const whole = cell.textContent
    const before = document.createRange()
    before.selectNodeContents(cell)
    before.setEnd(range.startContainer, range.startOffset)
    const chosen = range.toString()
    const text = chosen.trim()
    if (text === '') return null
    const from = before.toString().length + chosen.indexOf(text)
    return { ...nothing, column, text, occurrence: occurrenceOf(whole, [from, from + text.length]) }
  }
  return null
}
