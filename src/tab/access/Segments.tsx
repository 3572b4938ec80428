/** What the room shows, one of several: a line of buttons that wraps where there is no room, each with how much is there. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { focusRing, type } from '../design/scale.ts'

const useStyles = makeStyles({
  segments: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  segment: {
    ...type.row,
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    minHeight: '28px',
    padding: `0 ${tokens.spacingHorizontalMNudge}`,
    color: tokens.colorNeutralForeground2,
    backgroundColor: 'transparent',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
    '@media (max-width: 640px)': { minHeight: '32px' },
  },
  here: {
    color: tokens.colorNeutralForeground1Selected,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { fontVariantNumeric: 'tabular-nums' },
})

export interface Segment<Name extends string> {
  readonly name: Name
  readonly label: string
  /** Null: nothing to count. */
  readonly count: number | null
}

export interface SegmentsProps<Name extends string> {
  readonly label: string
  readonly segments: readonly Segment<Name>[]
  readonly shown: Name
  readonly onShow: (name: Name) => void
}

export function Segments<Name extends string>({ label, segments, shown, onShow }: SegmentsProps<Name>) {
  const styles = useStyles()
  return (
    <nav className={styles.segments} aria-label={label}>
      {segments.map((segment) => (
        <button
          key={segment.name}
          type="button"
          className={mergeClasses(styles.segment, segment.name === shown && styles.here)}
          aria-current={segment.name === shown ? 'true' : undefined}
          onClick={() => onShow(segment.name)}
        >
          {segment.label}
          {segment.count !== null && segment.count > 0 && <span className={styles.count}>{segment.count}</span>}
        </button>
      ))}
    </nav>
  )
}
