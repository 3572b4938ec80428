/** One figure of several that are compared: its name, a bar as long as it is large, and behind it what it counts. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons'
import { useId, useState, type ReactNode } from 'react'
import type { Colour } from '../../domain/action.ts'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { statusColour } from '../design/theme.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(7rem, 11rem) minmax(3rem, 1fr) auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '32px',
    marginTop: tokens.spacingVerticalXXS,
    padding: '0',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    ...type.row,
    '@media (max-width: 640px)': { gridTemplateColumns: '20px minmax(5rem, 8rem) minmax(2rem, 1fr) auto' },
  },
  button: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  bars: { display: 'flex', height: '12px', minWidth: '0', gap: '1px' },
  // In high contrast the edge is all that is seen of it.
  bar: {
    height: '100%',
    boxSizing: 'border-box',
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusSmall,
  },
  value: {
    ...type.label,
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground2,
    textAlign: 'end',
    whiteSpace: 'nowrap',
  },
  chevron: { display: 'flex' },
  hidden: hiddenFromEyes,
  behind: { paddingInlineStart: tokens.spacingHorizontalXXL },
})

export interface BarRowProps {
  readonly label: string
  /** What is said at the end of the bar. */
  readonly value: string
  /** All of it as one sentence, for who doesn't see the bar. */
  readonly sentence: string
  /** From 0 to 1 of the longest. */
  readonly bars: readonly { readonly colour: Colour; readonly share: number }[]
  /** What it counts; nothing: it can't be opened. */
  readonly children: ReactNode
}

export function BarRow({ label, value, sentence, bars, children }: BarRowProps) {
  const styles = useStyles()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const shown = (
    <>
      <span className={styles.chevron} aria-hidden>
        {children ? isOpen ? <ChevronDownRegular /> : <ChevronRightRegular /> : null}
      </span>
      <span aria-hidden>{label}</span>
      <span className={styles.bars} aria-hidden>
        {bars.map(({ colour, share }) =>
          share === 0 ? null : (
            <span
              key={colour}
              className={styles.bar}
              style={{
                width: `${share * 100}%`,
                backgroundColor: statusColour(colour),
                borderColor: statusColour(colour),
              }}
            />
          ),
        )}
      </span>
      <span className={styles.value} aria-hidden>
        {value}
      </span>
      <span className={styles.hidden}>{bars.length === 0 ? `${label}, ${value}. ${sentence}` : sentence}</span>
    </>
  )
  if (!children) return <div className={styles.row}>{shown}</div>
  return (
    <div>
      <button
        type="button"
        className={`${styles.row} ${styles.button}`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        {shown}
      </button>
      {isOpen && (
        <div id={id} className={styles.behind}>
          {children}
        </div>
      )}
    </div>
  )
}
