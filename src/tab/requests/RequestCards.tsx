/** The requests on a phone: one card each, with how many have answered; what waits for one's own organisation first. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Day } from '../../domain/day.ts'
import { focusRing, twoLines, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { MatrixContent } from './matrixtable.ts'
import { ResponseMark } from './ResponseMark.tsx'
import { standingWords } from './standing.ts'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    margin: '0',
    padding: tokens.spacingHorizontalM,
    listStyleType: 'none',
  },
  card: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    boxSizing: 'border-box',
    width: '100%',
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ':focus-visible': focusRing,
  },
  title: { ...twoLines, fontWeight: tokens.fontWeightSemibold },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  late: { color: 'var(--statusTextRED)' },
})

export interface RequestCardsProps {
  readonly content: MatrixContent
  readonly today: Day
  /** Keys of the organisations that whoever looks answers for. */
  readonly own: ReadonlySet<string>
  readonly onOpenRequest: (request: string) => void
  readonly onOpenResponse: (request: string, organisation: string) => void
}

export function RequestCards({ content, today, own, onOpenRequest, onOpenResponse }: RequestCardsProps) {
  const styles = useStyles()
  const words = useWords()
  return (
    <ul className={styles.list} aria-label={words.say('requests.title')}>
      {content.columns.map(({ request, answered }, column) => {
        const mine = content.rows.find((row) => own.has(row.organisation.key) && row.cells[column])
        const standing = mine?.cells[column]
        const isDone = answered === request.organisations.length
        const isLate = request.due !== null && request.due < today
        return (
          <li key={request.key}>
            <button
              type="button"
              className={styles.card}
              onClick={() => (mine ? onOpenResponse(request.key, mine.organisation.key) : onOpenRequest(request.key))}
            >
              <span className={styles.title}>{request.title}</span>
              {standing && <ResponseMark look={standing.look} word={standingWords(standing, request, words, today)} />}
              <span className={styles.facts}>
                <span>{words.say('requests.answered', { count: answered, all: request.organisations.length })}</span>
                {request.due !== null && request.status === 'open' && !isDone && (
                  <span className={mergeClasses(isLate && styles.late)}>
                    {words.due({ kind: 'day', day: request.due, words: '' }, today, null)}
                  </span>
                )}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
