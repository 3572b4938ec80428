/** The rows of a review in the order in which they are looked at, then what says nothing new and what vanished. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import type { Action } from '../../domain/action.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { answerByKey, focusNext } from './Question.tsx'
import { sortEntries, type Answer, type Entry, type Review } from './review.ts'
import { ReviewRow } from './ReviewRow.tsx'

const useStyles = makeStyles({
  rows: { display: 'grid', gap: tokens.spacingHorizontalM, margin: 0, padding: 0, listStyleType: 'none' },
  more: { marginTop: tokens.spacingVerticalM },
  section: { ...type.row, marginTop: tokens.spacingVerticalXXL },
  title: { ...type.reading, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  hint: {
    ...type.label,
    color: tokens.colorNeutralForeground2,
    margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalS}`,
  },
  summary: {
    ...type.reading,
    cursor: 'pointer',
    fontWeight: tokens.fontWeightSemibold,
    marginBottom: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': focusRing,
  },
  vanished: { display: 'grid', gap: tokens.spacingHorizontalS, margin: 0, padding: 0, listStyleType: 'none' },
  reference: { fontWeight: tokens.fontWeightSemibold },
  status: { color: tokens.colorNeutralForeground2 },
})

/** Rows that are drawn at once: more would make a large document slow to look at. */
const AT_ONCE = 100

export interface ReviewListProps {
  readonly review: Review
  readonly answers: readonly Answer[]
  readonly snapshot: Snapshot
  readonly onAnswer: (answer: Answer) => void
}

export function ReviewList({ review, answers, snapshot, onAnswer }: ReviewListProps) {
  const styles = useStyles()
  const words = useWords()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => answerByKey(event, list.current)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  const { shown, nothingNew } = sortEntries(review.entries, answers)
  const answer = (said: Answer): void => {
    onAnswer(said)
    focusNext(list.current)
  }
  const { vanished } = review.comparison
  return (
    <div ref={list}>
      <Rows entries={shown} answers={answers} snapshot={snapshot} onAnswer={answer} />
      {vanished.length > 0 && <Vanished actions={vanished} />}
      {nothingNew.length > 0 && (
        <details className={styles.section}>
          <summary className={styles.summary}>
            {words.say('importing.nothingNew', { count: nothingNew.length })}
          </summary>
          <Rows entries={nothingNew} answers={answers} snapshot={snapshot} onAnswer={answer} />
        </details>
      )}
    </div>
  )
}

interface RowsProps extends Omit<ReviewListProps, 'review'> {
  readonly entries: readonly Entry[]
}

function Rows({ entries, answers, snapshot, onAnswer }: RowsProps) {
  const styles = useStyles()
  const words = useWords()
  const [most, setMost] = useState(AT_ONCE)
  const left = entries.length - most
  return (
    <>
      <ol className={styles.rows}>
        {entries.slice(0, most).map((entry) => (
          <ReviewRow
            key={`${entry.sheet ?? ''}:${entry.row}`}
            entry={entry}
            answers={answers}
            snapshot={snapshot}
            onAnswer={onAnswer}
          />
        ))}
      </ol>
      {left > 0 && (
        <Button className={styles.more} onClick={() => setMost(most + AT_ONCE)}>
          {words.say('importing.more', { count: Math.min(left, AT_ONCE), left })}
        </Button>
      )}
    </>
  )
}

/** They aren't closed by a document that is silent about them. */
function Vanished({ actions }: { readonly actions: readonly Action[] }) {
  const styles = useStyles()
  const words = useWords()
  return (
    <section className={styles.section}>
      <h2 className={styles.title}>{words.say('importing.vanished', { count: actions.length })}</h2>
      <p className={styles.hint}>{words.say('importing.vanished.hint', { count: actions.length })}</p>
      <ul className={styles.vanished}>
        {actions.map(({ id, reference, details, status }) => (
          <li key={id}>
            <span className={styles.reference}>{reference}</span>{' '}
            <span className={styles.status}>{words.say(`status.${status}`)}</span> <PassageText text={details} />
          </li>
        ))}
      </ul>
    </section>
  )
}
