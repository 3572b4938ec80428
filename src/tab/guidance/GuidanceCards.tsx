/** All guidance of the group in one column: what each is called, what holds of it, and what waits there for the reader. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Guidance, GuidanceTold } from '../../contract/guidance.ts'
import { cardButton, PAGE_FOOT, twoLines, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { titleOf, wordsOf } from './Paragraphs.tsx'
import { decisionsOf, inTheMaking, readingsOf } from './shown.ts'
import { StandingMark } from './StandingMark.tsx'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: '0',
    padding: `0 ${tokens.spacingHorizontalM} ${PAGE_FOOT}`,
  },
  card: { ...cardButton, minHeight: '44px' },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Selected,
      color: tokens.colorNeutralForeground1Selected,
    },
  },
  title: { ...twoLines, fontWeight: tokens.fontWeightSemibold },
  words: { ...twoLines, ...type.label },
  facts: { ...type.label },
  asks: { ...type.label, fontWeight: tokens.fontWeightSemibold },
})

export interface GuidanceCardsProps {
  readonly told: Guidance
  readonly open: string | null
  readonly onOpen: (guidance: string) => void
}

export function GuidanceCards({ told, open, onOpen }: GuidanceCardsProps) {
  const styles = useStyles()
  const words = useWords()
  return (
    <ul className={styles.list} aria-label={words.say('guidance.all')}>
      {told.guidance.map((guidance) => (
        <li key={guidance.key}>
          <button
            type="button"
            data-guidance={guidance.key}
            className={mergeClasses(styles.card, open === guidance.key && styles.open)}
            aria-current={open === guidance.key ? 'true' : undefined}
            onClick={() => onOpen(guidance.key)}
          >
            <CardWords guidance={guidance} told={told} />
          </button>
        </li>
      ))}
    </ul>
  )
}

function CardWords({ guidance, told }: { readonly guidance: GuidanceTold; readonly told: Guidance }) {
  const styles = useStyles()
  const words = useWords()
  const { position, versions, asksYou } = guidance
  const version = versions.find(({ number }) => number === position?.number)
  const making = inTheMaking(guidance)
  const titled = version ?? versions[0]
  const { rows, missing } = readingsOf(guidance, told.organisations)
  const shown = position?.part === 'interim' ? version?.interim : position && version
  const look = position === null ? 'none' : position.part === 'interim' ? 'interim' : 'inForce'
  return (
    <>
      <span className={styles.title}>{titled && titleOf(titled, words.language)}</span>
      <StandingMark look={look} word={words.say(`guidance.standing.${look}`)} />
      {shown && <span className={styles.words}>{wordsOf(shown, words.language)}</span>}
      {making && (
        <span className={styles.facts}>
          {words.say('guidance.card.making', {
            number: making.number,
            standing: words.say(`guidance.standing.${making.standing}`),
          })}
        </span>
      )}
      {position && rows.length > 0 && (
        <span className={styles.facts}>
          {missing.length === 0
            ? words.say('guidance.acknowledged.all')
            : words.say('guidance.acknowledged.count', { count: rows.length - missing.length, all: rows.length })}
        </span>
      )}
      {asksYou.length > 0 && (
        <span className={styles.asks}>{words.say('guidance.card.asksYou', { count: asksYou.length })}</span>
      )}
      {decisionsOf(guidance).some(({ asked }) => asked.whyNot === null) && (
        <span className={styles.asks}>{words.say('guidance.card.decide')}</span>
      )}
    </>
  )
}
