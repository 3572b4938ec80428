/** Actions that something is said of, a line each, which opens the action in the register. The first few; all at a press. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { plainText } from '../../domain/passage.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { focusRing, oneLine, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const FIRST = 8

const useStyles = makeStyles({
  lines: { listStyleType: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: '0' },
  line: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  button: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    cursor: 'pointer',
    ...type.row,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  first: { display: 'flex', gap: tokens.spacingHorizontalS, maxWidth: '100%', minWidth: '0' },
  reference: { fontWeight: tokens.fontWeightSemibold, flexShrink: '0', fontVariantNumeric: 'tabular-nums' },
  words: oneLine,
  beside: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export interface ActionLinesProps {
  readonly snapshot: Snapshot
  readonly lines: readonly { readonly action: ActionId; readonly beside: string | null }[]
  readonly onOpenAction: (action: ActionId) => void
}

export function ActionLines({ snapshot, lines, onOpenAction }: ActionLinesProps) {
  const words = useWords()
  const styles = useStyles()
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? lines : lines.slice(0, FIRST)
  return (
    <>
      <ul className={styles.lines}>
        {shown.map(({ action: id, beside }) => {
          const action = snapshot.actions.get(id)
          if (!action) return null
          return (
            <li key={`${id} ${beside ?? ''}`} className={styles.line}>
              <button type="button" className={styles.button} onClick={() => onOpenAction(id)}>
                <span className={styles.first}>
                  <span className={styles.reference}>{action.reference}</span>
                  <span className={styles.words}>{plainText(action.details)}</span>
                </span>
                {beside !== null && <span className={styles.beside}>{beside}</span>}
              </button>
            </li>
          )
        })}
      </ul>
      {lines.length > shown.length && (
        <Button size="small" appearance="subtle" onClick={() => setIsWhole(true)}>
          {words.say('health.showAll', { count: lines.length - shown.length })}
        </Button>
      )}
    </>
  )
}

/** A line that leads elsewhere than to an action. */
export function LinesButton({
  label,
  hint,
  onClick,
}: {
  readonly label: string
  readonly hint: string
  readonly onClick: () => void
}) {
  const styles = useStyles()
  return (
    <button type="button" className={mergeClasses(styles.button)} title={hint} onClick={onClick}>
      <span className={styles.reference}>{label}</span>
    </button>
  )
}
