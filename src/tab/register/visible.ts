/**
 * Which lines of a list of equal lines are worth having in the page. Costs the same for fifty lines as for 50,000,
 * since their places are known without measuring any of them.
 */

import { useEffect, useRef, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { usePainted } from './painted.tsx'

/** Lines beyond either edge, so that a turn of the wheel finds them there. */
const BEYOND = 4
/** The range moves by whole steps: between them, scrolling draws nothing. */
const STEP = 4

export interface Range {
  readonly from: number
  /** The first that isn't needed. */
  readonly to: number
}

/** @param beyond lines beyond either edge */
export function rangeOf(scrollTop: number, height: number, lineHeight: number, count: number, beyond = BEYOND): Range {
  const first = Math.floor(scrollTop / lineHeight / STEP) * STEP - beyond
  const last = Math.ceil((scrollTop + height) / lineHeight / STEP) * STEP + beyond
  return { from: Math.max(0, Math.min(first, count)), to: Math.max(0, Math.min(last, count)) }
}

/**
 * The range, and how far it is scrolled, known without asking the page, which would lay it out. Of other lines than before
 * only those in sight are needed at once: those beyond the edges come when these are painted.
 */
export function useVisible(
  scroller: RefObject<HTMLElement | null>,
  lines: { readonly count: number },
  lineHeight: number,
): Range & { readonly scrolled: RefObject<number> } {
  const scrolled = useRef(0)
  const [view, setView] = useState({ top: 0, height: 800 })
  useEffect(() => {
    const node = scroller.current
    if (!node) return undefined
    const look = (): void => {
      const { scrollTop, clientHeight } = node
      scrolled.current = scrollTop
      setView((now) => {
        const [before, after] = [now, { top: scrollTop, height: clientHeight }].map(({ top, height }) =>
          rangeOf(top, height, lineHeight, Number.POSITIVE_INFINITY),
        )
        return before?.from === after?.from && before?.to === after?.to ? now : { top: scrollTop, height: clientHeight }
      })
    }
    // What the wheel brings into sight is drawn in the same frame.
    const onScroll = (): void => flushSync(look)
    node.addEventListener('scroll', onScroll, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(node)
    return () => {
      node.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [scroller, lineHeight])
  const beyond = usePainted(lines) === lines ? BEYOND : 0
  return { ...rangeOf(view.top, view.height, lineHeight, lines.count, beyond), scrolled }
}
