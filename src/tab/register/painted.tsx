/**
 * What may come a moment later than what somebody waits for: with a key in the search field, the rows that it finds are
 * painted first, and what stands around them is drawn after that.
 */

import { memo, useEffect, useState, type ReactNode } from 'react'

/** The value as of the last paint. */
export function usePainted<Value>(value: Value): Value {
  const [painted, setPainted] = useState(() => value)
  useEffect(() => {
    if (painted === value) return undefined
    let pause: ReturnType<typeof setTimeout> | undefined
    // What is asked for in a frame comes before its paint, and a timer of it after.
    const frame = requestAnimationFrame(() => {
      pause = setTimeout(() => setPainted(() => value))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(pause)
    }
  }, [painted, value])
  return painted
}

export interface AfterPaintProps {
  /** While this is newer than what is painted, the children are those of before; at any other change they come at once. */
  readonly typed: string
  readonly children: ReactNode
}

export function AfterPaint({ typed, children }: AfterPaintProps) {
  return <Kept hold={usePainted(typed) !== typed}>{children}</Kept>
}

/** What it is told to hold, it doesn't draw again. */
const Kept = memo(
  ({ children }: { readonly hold: boolean; readonly children: ReactNode }) => children,
  (_, { hold }) => hold,
)
