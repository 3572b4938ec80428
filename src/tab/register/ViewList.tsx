/** What a view starts from, with live counts: a list at the left, or a row of chips where there is no room for it. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { SCOPES, type Scope } from '../../domain/view.ts'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { ScopeCounts } from './facets.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingHorizontalXXS,
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
  chips: { flexDirection: 'row', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  view: {
    ...type.row,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': focusRing,
  },
  chip: { border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusCircular },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  count: { ...type.label, fontVariantNumeric: 'tabular-nums' },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
  name: { minWidth: '0' },
})

export interface ViewListProps {
  readonly scope: Scope
  readonly counts: ScopeCounts
  /** The person holds a post here, or deputises: something may be theirs. */
  readonly hasOwn: boolean
  readonly chips: boolean
  readonly onChange: (scope: Scope) => void
}

export function ViewList({ scope, counts, hasOwn, chips, onChange }: ViewListProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <nav aria-label={words.say('register.views')}>
      <ul className={mergeClasses(styles.list, chips && styles.chips)}>
        {SCOPES.filter((each) => each !== 'mine' || hasOwn).map((each) => {
          const name = words.say(`register.view.${each}`)
          return (
            <li key={each}>
              <button
                type="button"
                className={mergeClasses(styles.view, chips && styles.chip, each === scope && styles.chosen)}
                aria-current={each === scope ? 'true' : undefined}
                title={words.say('register.view.label', { view: name, count: counts[each] })}
                onClick={() => onChange(each)}
              >
                <span className={styles.name}>{name}</span>
                <span className={mergeClasses(styles.count, each === 'late' && counts.late > 0 && styles.late)}>
                  {words.number(counts[each])}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
