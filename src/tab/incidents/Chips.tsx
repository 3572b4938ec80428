/** One of a few, each a word within the thumb's reach: radio buttons that look like what they say. */

import { makeStyles, shorthands, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import { focusRing, type } from '../design/scale.ts'

const useStyles = makeStyles({
  set: { border: 'none', margin: '0', padding: '0', minWidth: '0' },
  legend: { ...type.row, padding: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground1 },
  chips: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalSNudge },
  chip: {
    ...type.row,
    position: 'relative',
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '32px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':has(:checked)': {
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackground,
      ...shorthands.borderColor(tokens.colorBrandBackground),
    },
    ':has(:focus-visible)': { ...focusRing, outlineOffset: '1px' },
    '@media (max-width: 640px)': { minHeight: '44px' },
  },
  // Over the whole of its word: what is pressed is the button itself.
  input: {
    position: 'absolute',
    inset: '0',
    width: '100%',
    height: '100%',
    margin: '0',
    opacity: '0',
    cursor: 'pointer',
  },
  problem: { ...type.label, margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorStatusDangerForeground1 },
})

export interface ChipsProps<Option extends string> {
  readonly label: string
  readonly options: readonly Option[]
  /** Null: none was chosen yet. */
  readonly value: Option | null
  readonly wordOf: (option: Option) => string
  readonly problem?: string | null
  readonly onPick: (option: Option) => void
}

export function Chips<Option extends string>({ label, options, value, wordOf, problem, onPick }: ChipsProps<Option>) {
  const styles = useStyles()
  const name = useId()
  const problemId = useId()
  return (
    <fieldset className={styles.set} aria-describedby={problem ? problemId : undefined}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.chips}>
        {options.map((option) => (
          <label key={option} className={styles.chip}>
            <input
              className={styles.input}
              type="radio"
              name={name}
              checked={option === value}
              onChange={() => onPick(option)}
            />
            {wordOf(option)}
          </label>
        ))}
      </div>
      {problem && (
        <p id={problemId} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
