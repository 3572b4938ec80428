/** Whose access ends when nobody does anything: by the day, and by whoever has to answer before it. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import type { ResourceTold, ReviewTold } from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import { focusRing, PAGE_FOOT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Ending, Named } from './shown.ts'

const useStyles = makeStyles({
  list: {
    flex: '1 1 0',
    minHeight: '0',
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    listStyleType: 'none',
    margin: '0',
    padding: `0 ${tokens.spacingHorizontalM} ${PAGE_FOOT}`,
  },
  ending: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalXS,
    maxWidth: '44rem',
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  day: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  why: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  people: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    margin: '0',
    padding: '0',
  },
  person: {
    ...type.row,
    minHeight: '28px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  empty: { ...type.reading, margin: '0', maxWidth: '34rem', padding: `0 ${tokens.spacingHorizontalM}` },
})

export interface EndsViewProps {
  readonly endings: readonly Ending[]
  readonly resource: ResourceTold
  readonly named: Named
  readonly today: Day
  readonly onOpen: (nomination: string) => void
  readonly onReview: (review: ReviewTold) => void
}

export function EndsView({ endings, resource, named, today, onOpen, onReview }: EndsViewProps) {
  const styles = useStyles()
  const words = useWords()
  if (endings.length === 0) return <p className={styles.empty}>{words.say('access.ends.none')}</p>
  return (
    <ul className={styles.list} aria-label={words.say('access.view.ends')}>
      {endings.map(({ day, organisation, people, review }) => (
        <li key={`${day} ${organisation}`} className={styles.ending}>
          <h2 className={styles.day}>
            {words.say('access.ends.day', {
              day: words.day(day),
              ago: words.relativeDay(day, today),
              organisation: named(organisation),
            })}
          </h2>
          <p className={styles.why}>
            {review
              ? words.say('access.ends.open', { count: people.length })
              : words.say('access.ends.next', { count: people.length, opens: words.day(resource.nextReview) })}
          </p>
          <ul className={styles.people}>
            {people.map(({ key, person }) => (
              <li key={key}>
                <button type="button" data-person={key} className={styles.person} onClick={() => onOpen(key)}>
                  {person.name}
                </button>
              </li>
            ))}
          </ul>
          {review?.mayAnswer === true && (
            <Button
              appearance="primary"
              aria-label={`${words.say('access.do.review')} ${named(organisation)}`}
              onClick={() => onReview(review)}
            >
              {words.say('access.do.review')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
