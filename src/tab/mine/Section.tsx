/** A heading, how many there are, and the cards below it; nothing where there are none. */

import { makeStyles, Text, tokens } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'baseline',
    margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalS}`,
  },
  count: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
})

export interface SectionProps {
  readonly title: string
  /** Each with its key. */
  readonly cards: readonly ReactElement[]
}

export function Section({ title, cards }: SectionProps) {
  const styles = useStyles()
  const words = useWords()
  if (cards.length === 0) return null
  return (
    <section>
      <Text as="h2" size={300} weight="semibold" className={styles.heading}>
        {title} <span className={styles.count}>{words.number(cards.length)}</span>
      </Text>
      <ul className={styles.list}>
        {cards.map((card) => (
          <li key={card.key}>{card}</li>
        ))}
      </ul>
    </section>
  )
}
