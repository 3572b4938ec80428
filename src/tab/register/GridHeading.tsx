/** The heading of a group: folds and unfolds it, and says how many actions it has and how many of them are late. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { memo } from 'react'
import type { Words } from '../../words/words.ts'
import { focusRing, oneLine, ROW_HEIGHT, type } from '../design/scale.ts'
import { FoldMark } from './FoldMark.tsx'
import type { Section } from './lines.ts'

export interface GridHeadingProps {
  readonly section: Section
  readonly title: string
  readonly folded: boolean
  readonly rowIndex: number
  readonly top: number
  /** How many lines it is the heading of, itself among them: over those it stays in sight. */
  readonly reach: number
  readonly active: boolean
  readonly columnCount: number
  readonly words: Words
}

const useStyles = makeStyles({
  /** As high as its group. It lies under the rows, which take the pointer. */
  group: { position: 'absolute', left: '0', right: '0', pointerEvents: 'none' },
  line: {
    position: 'sticky',
    top: `${ROW_HEIGHT}px`,
    zIndex: '1',
    pointerEvents: 'auto',
    height: `${ROW_HEIGHT}px`,
    boxSizing: 'border-box',
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': focusRing,
  },
  cell: {
    display: 'flex',
    alignItems: 'center',
    height: '100%',
    gap: tokens.spacingHorizontalS,
    paddingInline: tokens.spacingHorizontalXS,
  },
  title: { ...oneLine, fontWeight: tokens.fontWeightSemibold },
  count: { ...type.label, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  late: { ...type.label, color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
})

export const GridHeading = memo(function GridHeading(props: GridHeadingProps) {
  const { section, title, folded, rowIndex, top, reach, active, columnCount, words } = props
  const styles = useStyles()
  const count = section.rows.length
  return (
    <div role="presentation" className={styles.group} style={{ top, height: reach * ROW_HEIGHT }}>
      <div
        role="row"
        data-heading={section.value}
        data-stop={active ? '' : undefined}
        tabIndex={active ? 0 : -1}
        aria-rowindex={rowIndex}
        aria-level={1}
        aria-expanded={!folded}
        aria-label={words.say('view.heading', { group: title, count })}
        className={styles.line}
      >
        <div role="gridcell" aria-colspan={columnCount} className={styles.cell}>
          <FoldMark folded={folded} />
          <span className={styles.title}>{title}</span>
          <span className={styles.count}>{words.number(count)}</span>
          {section.late > 0 && (
            <span className={styles.late}>{words.say('view.late', { count: words.number(section.late) })}</span>
          )}
        </div>
      </div>
    </div>
  )
})
