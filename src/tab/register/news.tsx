/**
 * What others add while one looks: it takes its place without moving what one is reading. Where that is out of sight, a
 * button above the grid says how many there are and goes to the first. Each glows once, when it comes into sight.
 */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { ROW_HEIGHT } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Lines } from './lines.ts'

const NOBODY: ReadonlySet<ActionId> = new Set()
const GLOW_MS = 2400

export interface Arrivals {
  /** Added by others, and not seen yet. */
  readonly arrived: ReadonlySet<ActionId>
  /** Seen a moment ago. */
  readonly glowing: ReadonlySet<ActionId>
  readonly onSeen: (ids: readonly ActionId[]) => void
}

/** @param loading what comes while the register opens is no news */
export function useArrivals(register: OutboxRegister, loading: boolean): Arrivals {
  const [arrived, setArrived] = useState(NOBODY)
  const [glowing, setGlowing] = useState(NOBODY)
  useEffect(() => {
    let known = register.snapshot()?.actions
    return register.subscribe(() => {
      const before = known
      known = register.snapshot()?.actions
      if (!before || !known || known === before || loading) return
      const fresh = [...known.keys()].filter((id) => !before.has(id) && !register.isOwn(id))
      if (fresh.length > 0) setArrived((arrived) => new Set([...arrived, ...fresh]))
    })
  }, [register, loading])
  useEffect(() => {
    if (glowing.size === 0) return undefined
    const settle = setTimeout(() => setGlowing(NOBODY), GLOW_MS)
    return () => clearTimeout(settle)
  }, [glowing])
  const onSeen = useCallback((ids: readonly ActionId[]): void => {
    setArrived((arrived) => new Set([...arrived].filter((id) => !ids.includes(id))))
    setGlowing((glowing) => new Set([...glowing, ...ids]))
  }, [])
  return { arrived, glowing, onSeen }
}

const useStyles = makeStyles({
  news: {
    position: 'absolute',
    top: `${ROW_HEIGHT + 8}px`,
    left: '0',
    right: '0',
    zIndex: '2',
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
  },
  /** Over cards it stays at the top of what one sees, and takes no room of theirs. */
  sticky: { position: 'sticky', top: '8px', height: '0' },
  button: { pointerEvents: 'auto', boxShadow: tokens.shadow8 },
})

/** Where one looks in a list, in lines. */
export interface Sight {
  readonly scroller: () => HTMLElement | null
  /** Those that are wholly or partly in sight. */
  readonly lines: () => { readonly first: number; readonly last: number }
  readonly goTo: (index: number) => void
}

export interface NewsProps {
  readonly arrivals: Arrivals
  readonly lines: Lines
  /** The same object while it looks at the same list. */
  readonly sight: Sight
  readonly sticky?: boolean
}

export function News({ arrivals, lines, sight, sticky = false }: NewsProps) {
  const { arrived, onSeen } = arrivals
  const words = useWords()
  const styles = useStyles()
  const [hidden, setHidden] = useState<readonly number[]>([])
  const [above, setAbove] = useState(false)

  useEffect(() => {
    const scroller = sight.scroller()
    const look = (): void => {
      const places = [...arrived].map((id) => ({ id, index: lines.indexOf({ group: null, id }) }))
      const standing = places.filter(({ index }) => index >= 0)
      if (!scroller || standing.length === 0) return setHidden([])
      const { first, last } = sight.lines()
      const isSeen = ({ index }: { readonly index: number }): boolean => index >= first && index <= last
      const seen = standing.filter(isSeen).map(({ id }) => id)
      if (seen.length > 0) onSeen(seen)
      const out = standing.filter((each) => !isSeen(each)).map(({ index }) => index)
      setHidden(out.toSorted((a, b) => a - b))
      setAbove((out[0] ?? 0) < first)
    }
    if (arrived.size === 0) return look()
    // The lines have taken their places by then.
    const frame = requestAnimationFrame(look)
    scroller?.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      scroller?.removeEventListener('scroll', look)
    }
  }, [arrived, lines, sight, onSeen])

  const [first] = hidden
  return (
    <div className={mergeClasses(styles.news, sticky && styles.sticky)}>
      <span role="status">
        {first !== undefined && (
          <Button
            size="small"
            shape="circular"
            appearance="primary"
            className={styles.button}
            icon={above ? <ArrowUpRegular /> : <ArrowDownRegular />}
            aria-label={words.say('outbox.news.label', { count: hidden.length })}
            onClick={() => sight.goTo(first)}
          >
            {words.say('outbox.news', { count: hidden.length })}
          </Button>
        )}
      </span>
    </div>
  )
}

export interface GridNewsProps extends Omit<NewsProps, 'sight' | 'sticky'> {
  /** Around the grid. */
  readonly place: RefObject<HTMLElement | null>
}

/** Over a grid, whose lines are equal. */
export function GridNews({ place, ...props }: GridNewsProps) {
  const sight = useMemo<Sight>(() => {
    const scroller = (): HTMLElement | null =>
      place.current?.querySelector<HTMLElement>('[role=grid], [role=treegrid]') ?? null
    return {
      scroller,
      lines: () => {
        const { scrollTop, clientHeight } = scroller() ?? { scrollTop: 0, clientHeight: 0 }
        const first = scrollTop / ROW_HEIGHT
        return { first, last: first + clientHeight / ROW_HEIGHT - 2 }
      },
      goTo: (index) => scroller()?.scrollTo(0, Math.max(0, index - 1) * ROW_HEIGHT),
    }
  }, [place])
  return <News {...props} sight={sight} />
}
