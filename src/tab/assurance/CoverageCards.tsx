/** The same where there is one column: a threat a heading, its pillars below it as buttons. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { named, partName } from '../../documents/export/assurance.ts'
import type { CoverageCell } from '../../domain/coverage.ts'
import { cardButton, hiddenFromEyes, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { CellFace, cellSentence } from './CellFace.tsx'
import type { CellsProps } from './CoverageGrid.tsx'

/** What the cells say of themselves begins at one line, whatever that is. */
const SIDES = 'minmax(0, 1fr) 9rem'

const useStyles = makeStyles({
  part: { marginTop: tokens.spacingVerticalL },
  heading: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  cards: { listStyleType: 'none', margin: `${tokens.spacingVerticalXS} 0 0`, padding: '0' },
  item: { marginTop: tokens.spacingVerticalXS },
  card: {
    ...cardButton,
    gridTemplateColumns: SIDES,
    alignItems: 'center',
    minHeight: '44px',
    position: 'relative',
  },
  hidden: hiddenFromEyes,
  absent: {
    display: 'grid',
    gridTemplateColumns: SIDES,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground2,
  },
})

export function CoverageCards({ matrix, onOpen }: CellsProps) {
  const words = useWords()
  const styles = useStyles()
  const { framework, cells, capabilities } = matrix
  const parts = Map.groupBy<string, CoverageCell>([...cells, ...capabilities], ({ under }) => under)
  return (
    <>
      {[...parts].map(([under, own]) => (
        <section key={under} className={styles.part} aria-label={partName(framework, under, words)}>
          <h2 className={styles.heading}>{partName(framework, under, words)}</h2>
          <ul className={styles.cards}>
            {own.map((cell) => {
              const pillar = framework.pillars.find(({ key }) => key === cell.pillar)
              const name = pillar ? named(pillar.title, words) : words.say('assurance.capability')
              return (
                <li key={cell.pillar ?? ''} className={styles.item}>
                  {cell.state === 'notInFramework' ? (
                    <span className={styles.absent}>
                      {name}
                      <CellFace cell={cell} />
                    </span>
                  ) : (
                    <button type="button" className={styles.card} onClick={() => onOpen(cell)}>
                      <span aria-hidden>{name}</span>
                      <span aria-hidden>
                        <CellFace cell={cell} />
                      </span>
                      <span className={styles.hidden}>{cellSentence(cell, framework, words)}</span>
                    </button>
                  )}
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}
