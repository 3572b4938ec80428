/** What a view starts from, and the views that were kept, with live counts: a list at the left, or a row of chips where there is no room for it. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { Fragment, useId } from 'react'
import { VIEW_SCOPES, type SavedView } from '../../domain/savedview.ts'
import { SCOPES, type Scope } from '../../domain/view.ts'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { ScopeCounts } from './facets.ts'
import type { Kept } from './viewing.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingHorizontalXXS,
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
  chips: { display: 'contents' },
  hidden: hiddenFromEyes,
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
  name: { minWidth: '0', overflowWrap: 'anywhere' },
  heading: {
    ...type.label,
    fontWeight: tokens.fontWeightSemibold,
    margin: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS}`,
    color: tokens.colorNeutralForeground2,
  },
  /** All in one flow: on a phone the list itself has the room. */
  rows: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
})

export interface ViewListProps {
  readonly scope: Scope
  readonly counts: ScopeCounts
  /** The person holds a post here, or deputises: something may be theirs. */
  readonly hasOwn: boolean
  /** The views that were kept, the group's and one's own. */
  readonly kept: readonly Kept[]
  /** The one that is shown. */
  readonly saved: SavedView | null
  readonly chips: boolean
  readonly onChange: (scope: Scope) => void
  readonly onChoose: (view: SavedView) => void
}

export function ViewList({ scope, counts, hasOwn, kept, saved, chips, onChange, onChoose }: ViewListProps) {
  const words = useWords()
  const styles = useStyles()
  const headingId = useId()
  return (
    <nav aria-label={words.say('register.views')} className={chips ? styles.rows : undefined}>
      <ul className={mergeClasses(styles.list, chips && styles.chips)}>
        {SCOPES.filter((each) => each !== 'mine' || hasOwn).map((each) => (
          <Choice
            key={each}
            name={words.say(`register.view.${each}`)}
            count={counts[each]}
            chosen={saved === null && each === scope}
            late={each === 'late'}
            chip={chips}
            onChoose={() => onChange(each)}
          />
        ))}
      </ul>
      {VIEW_SCOPES.map((whose) => {
        const some = kept.filter(({ view }) => view.scope === whose)
        if (some.length === 0) return null
        return (
          <Fragment key={whose}>
            <h2 id={`${headingId}${whose}`} className={chips ? styles.hidden : styles.heading}>
              {words.say(`register.views.${whose}`)}
            </h2>
            <ul aria-labelledby={`${headingId}${whose}`} className={mergeClasses(styles.list, chips && styles.chips)}>
              {some.map(({ view, count }) => (
                <Choice
                  key={view.id}
                  name={view.name}
                  count={count}
                  chosen={view.id === saved?.id}
                  late={false}
                  chip={chips}
                  onChoose={() => onChoose(view)}
                />
              ))}
            </ul>
          </Fragment>
        )
      })}
    </nav>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly count: number
  readonly chosen: boolean
  /** What it counts is late. */
  readonly late: boolean
  readonly chip: boolean
  readonly onChoose: () => void
}

function Choice({ name, count, chosen, late, chip, onChoose }: ChoiceProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(styles.view, chip && styles.chip, chosen && styles.chosen)}
        aria-current={chosen ? 'true' : undefined}
        title={words.say('register.view.label', { view: name, count })}
        onClick={onChoose}
      >
        <span className={styles.name}>{name}</span>
        <span className={mergeClasses(styles.count, late && count > 0 && styles.late)}>{words.number(count)}</span>
      </button>
    </li>
  )
}
