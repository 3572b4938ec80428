/** One tooltip for all rows, which answers "why?": that of the status which is hovered for a moment, or focused. */

import { Tooltip } from '@fluentui/react-components'
import { useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { whyOf } from '../design/StatusMark.tsx'
import { useWords } from '../words.tsx'
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
  const words = useWords()
  const [target, setTarget] = useState<HTMLElement | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const show = (cell: HTMLElement | null, delay: number): void => {
    clearTimeout(waiting.current)
    waiting.current = setTimeout(() => setTarget(cell), delay)
  }
  const row = target?.isConnected ? rowAt(target) : null
  return {
    tooltip: row && target && (
      <Tooltip
        visible
        withArrow
        relationship="inaccessible"
        content={whyOf(row.standing, words)}
        positioning={{ target, position: 'below', align: 'start' }}
      >
        <span />
      </Tooltip>
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
