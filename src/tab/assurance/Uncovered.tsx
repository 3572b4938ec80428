/** What nothing answers, threat by threat; each leads to its cell. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { named, partName } from '../../documents/export/assurance.ts'
import type { CoverageMatrix } from '../../domain/coverage.ts'
import type { Paragraph } from '../../domain/framework.ts'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalXXL },
  heading: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  why: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 0`, color: tokens.colorNeutralForeground2 },
  group: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  summary: {
    ...type.row,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalXS}`,
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    ':focus-visible': focusRing,
  },
  list: { listStyleType: 'none', margin: '0', padding: `0 0 ${tokens.spacingVerticalS}` },
  line: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: '4rem minmax(0, 1fr)',
    alignItems: 'baseline',
    width: '100%',
    minHeight: '28px',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXL}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  number: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
})

export interface UncoveredProps {
  readonly matrix: CoverageMatrix
  readonly onOpen: (place: Pick<Paragraph, 'under' | 'pillar'>) => void
}

export function Uncovered({ matrix, onOpen }: UncoveredProps) {
  const words = useWords()
  const styles = useStyles()
  const { framework, uncovered } = matrix
  const groups = Map.groupBy(uncovered, ({ paragraph }) => paragraph.under)
  return (
    <section className={styles.section} aria-labelledby="assurance-uncovered">
      <h2 className={styles.heading} id="assurance-uncovered">
        {words.say('assurance.open')}
      </h2>
      <p className={styles.why}>{words.say('assurance.open.why', { count: uncovered.length })}</p>
      {[...groups].map(([under, all]) => (
        <details key={under} className={styles.group}>
          <summary className={styles.summary}>
            {words.say('assurance.open.group', { name: partName(framework, under, words), count: all.length })}
          </summary>
          <ul className={styles.list}>
            {all.map(({ paragraph }) => (
              <li key={paragraph.number}>
                <button type="button" className={styles.line} onClick={() => onOpen(paragraph)}>
                  <span className={styles.number}>{paragraph.number}</span>
                  <span>{named(paragraph.title, words)}</span>
                </button>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  )
}
