/** On a row or card: what shows there isn't saved yet, or waits for its author. Says nothing of all the others. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { createContext, use, useMemo, type ReactNode } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { aboutOf } from '../../domain/command.ts'
import { useWords } from '../words.tsx'
import { isHeld, isUnderWay } from './pump.ts'
import type { Unsent } from './unsent.ts'

type Mark = 'sending' | 'waiting' | 'held'
const RANK: readonly Mark[] = ['sending', 'waiting', 'held']

const MarksContext = createContext<ReadonlyMap<ActionId, Mark>>(new Map())

export function MarksProvider({
  unsent,
  children,
}: {
  readonly unsent: readonly Unsent[]
  readonly children: ReactNode
}) {
  const marks = useMemo(() => marksOf(unsent), [unsent])
  return <MarksContext value={marks}>{children}</MarksContext>
}

/** Of several changes to one action, what matters most. */
export function marksOf(unsent: readonly Unsent[]): ReadonlyMap<ActionId, Mark> {
  const marks = new Map<ActionId, Mark>()
  for (const item of unsent) {
    const about = aboutOf(item.command)
    const mark: Mark = isHeld(item) ? 'held' : isUnderWay(item) ? 'sending' : 'waiting'
    const known = marks.get(about)
    if (!known || RANK.indexOf(mark) > RANK.indexOf(known)) marks.set(about, mark)
  }
  return marks
}

const useStyles = makeStyles({
  mark: {
    flexShrink: '0',
    boxSizing: 'border-box',
    lineHeight: '18px',
    paddingInline: tokens.spacingHorizontalSNudge,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    fontSize: tokens.fontSizeBase200,
    // As its row, whose ground changes when it is open.
    color: 'inherit',
    whiteSpace: 'nowrap',
  },
  held: {
    border: `1px solid ${tokens.colorStatusWarningBorder2}`,
    color: tokens.colorStatusWarningForeground1,
    backgroundColor: tokens.colorStatusWarningBackground1,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
})

export function UnsavedMark({ action }: { readonly action: ActionId }) {
  const words = useWords()
  const styles = useStyles()
  const mark = use(MarksContext).get(action)
  if (!mark) return null
  return (
    <span className={mergeClasses(styles.mark, mark === 'held' && styles.held)}>
      {words.say(`outbox.mark.${mark}`)}
    </span>
  )
}
