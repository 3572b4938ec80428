/**
 * What stands beside the grid, with an edge that makes it wider or narrower: dragged, moved by the arrow keys, or, by a
 * double click, set to what it was. The width is kept while the page is, and is nobody else's business.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useWords } from '../words.tsx'

const NARROWEST = 340
/** What is always left to the grid. */
const GRID_ROOM = 420
const STEP = 24

const useStyles = makeStyles({
  panel: {
    position: 'relative',
    boxSizing: 'border-box',
    flexShrink: '0',
    minWidth: '0',
    minHeight: '0',
    borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  edge: {
    position: 'absolute',
    left: '-5px',
    top: '0',
    bottom: '0',
    width: '9px',
    zIndex: '2',
    cursor: 'col-resize',
    touchAction: 'none',
    outlineStyle: 'none',
    '::after': {
      content: '""',
      position: 'absolute',
      left: '4px',
      top: '0',
      bottom: '0',
      width: '1px',
      backgroundColor: 'transparent',
    },
    ':hover::after': { left: '3px', width: '3px', backgroundColor: tokens.colorBrandStroke2 },
    ':focus-visible::after': { left: '3px', width: '3px', backgroundColor: tokens.colorStrokeFocus2 },
    '@media (forced-colors: active)': {
      ':hover::after': { backgroundColor: 'Highlight' },
      ':focus-visible::after': { backgroundColor: 'Highlight' },
    },
  },
})

/** Null: as wide as is fitting. */
let remembered: number | null = null

export function PanelEdge({
  room,
  children,
}: {
  /** Of grid and panel, in px. */ readonly room: number
  readonly children: ReactNode
}) {
  const words = useWords()
  const styles = useStyles()
  const panel = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState(remembered)
  const widest = Math.max(NARROWEST, room - GRID_ROOM)
  const fit = (width: number): number => Math.round(Math.min(widest, Math.max(NARROWEST, width)))
  const fitting = fit(Math.min(560, Math.max(370, room * 0.37)))
  const width = wanted === null ? fitting : fit(wanted)

  const set = (next: number | null): void => {
    remembered = next === null ? null : fit(next)
    setWanted(remembered)
  }
  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault()
    event.currentTarget.focus()
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const right = panel.current?.getBoundingClientRect().right ?? 0
    set(right - event.clientX)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = {
      ArrowLeft: width + STEP,
      ArrowRight: width - STEP,
      Home: widest,
      End: NARROWEST,
      Enter: null,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    set(to)
  }

  return (
    <div ref={panel} className={styles.panel} style={{ width: `${width}px` }}>
      {/* A separator that can be moved takes the focus (ARIA: window splitter). */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={words.say('register.panelWidth')}
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={widest}
        tabIndex={0}
        title={words.say('register.panelWidth.hint')}
        className={styles.edge}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onDoubleClick={() => set(wanted === null ? widest : null)}
        onKeyDown={onKeyDown}
      />
      {children}
    </div>
  )
}
