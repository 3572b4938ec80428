/** What waits for the reader: reviews first, for silence has a day; then people to decide on and accounts to confirm. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { NominationTold, ReviewTold } from '../../contract/access.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { PAGE_FOOT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Mine, MyAct, Named } from './shown.ts'

const useStyles = makeStyles({
  list: {
    flex: '1 1 0',
    minHeight: '0',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: '0',
    padding: `0 ${tokens.spacingHorizontalM} ${PAGE_FOOT}`,
  },
  item: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    maxWidth: '44rem',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flex: '1 1 14rem', minWidth: '0', overflowWrap: 'anywhere' },
  what: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  about: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  empty: { ...type.reading, margin: '0', maxWidth: '34rem', padding: `0 ${tokens.spacingHorizontalM}` },
})

export interface MineViewProps {
  readonly mine: Mine
  readonly named: Named
  readonly today: Day
  readonly onAsk: (nomination: NominationTold) => void
  readonly onReview: (review: ReviewTold) => void
}

export function MineView({ mine, named, today, onAsk, onReview }: MineViewProps) {
  const styles = useStyles()
  const words = useWords()
  if (mine.reviews.length === 0 && mine.people.length === 0) {
    return <p className={styles.empty}>{words.say('access.mine.none')}</p>
  }
  return (
    <ul className={styles.list} aria-label={words.say('access.view.mine')}>
      {mine.reviews.map((review) => {
        const title = words.say('access.mine.review', { organisation: named(review.organisation) })
        const isLate = review.progress === 'overdue'
        return (
          <li key={review.key} className={styles.item}>
            <div className={styles.words}>
              <h2 className={styles.what}>{title}</h2>
              <p className={styles.about}>
                {words.say(isLate ? 'access.mine.review.late' : 'access.mine.review.due', {
                  day: words.day(review.due),
                  ago: words.relativeDay(review.due, today),
                  after: words.day(addDays(review.due, 1)),
                })}
              </p>
            </div>
            <Button
              appearance="primary"
              aria-label={`${words.say('access.do.review')} ${named(review.organisation)}`}
              onClick={() => onReview(review)}
            >
              {words.say('access.do.review')}
            </Button>
          </li>
        )
      })}
      {mine.people.map(({ nomination, act }) => (
        <li key={`${nomination.key} ${act}`} className={styles.item}>
          <div className={styles.words}>
            <h2 className={styles.what}>{words.say(`access.mine.${act}`, { name: nomination.person.name })}</h2>
            <p className={styles.about}>
              {named(nomination.organisation)} · {nomination.team} ·{' '}
              {words.say('access.mine.since', { ago: words.relativeDay(nomination.since, today) })}
            </p>
          </div>
          <Button
            appearance="primary"
            aria-label={`${words.say(DO[act])} ${nomination.person.name}`}
            onClick={() => onAsk(nomination)}
          >
            {words.say(DO[act])}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const DO = {
  decide: 'access.do.decide',
  confirmOpened: 'access.do.confirm',
  confirmClosed: 'access.do.confirm',
} as const satisfies Record<MyAct, string>
