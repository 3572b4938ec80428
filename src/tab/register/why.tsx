/** One tooltip for all rows, which answers "why?": that of the status which is hovered for a moment, or focused. */

import { Suspense, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { WhyTooltip } from './panels.ts'
import type { Row } from './rows.ts'

const HOVER_MS = 350

export interface Why {
  readonly tooltip: ReactNode
  readonly handlers: {
    readonly onMouseOver: (event: MouseEvent) => void
    readonly onMouseLeave: () => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: () => void
    readonly onKeyUp: (event: KeyboardEvent) => void
  }
}

/** Escape sends the answer away. @param rowAt the row whose line an element is in */
export function useWhy(rowAt: (element: HTMLElement) => Row | null): Why {
  const [target, setTarget] = useState<HTMLElement | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const show = (cell: HTMLElement | null, delay: number): void => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => setTarget(cell), delay)
  }
  const row = target?.isConnected ? rowAt(target) : null
  return {
    tooltip: row && target && (
      <Suspense fallback={null}>
        <WhyTooltip standing={row.standing} target={target} />
      </Suspense>
    ),
    handlers: {
      onMouseOver: (event) => show((event.target as HTMLElement).closest<HTMLElement>('[data-why]'), HOVER_MS),
      onMouseLeave: () => show(null, HOVER_MS),
      onFocus: ({ target }) => show(target.matches('[data-why]') ? (target as HTMLElement) : null, 0),
      onBlur: () => show(null, 0),
      onKeyUp: (event) => event.key === 'Escape' && show(null, 0),
    },
  }
}
