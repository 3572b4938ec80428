/** One row of the review: the source's cells at the left as they were, the action at the right as it will be. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons'
import type { Mend, MendAnswer, Problem } from '../../documents/problem.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { ComingAction } from './ComingAction.tsx'
import { isAnswerTo, openProblems, type Entry } from './review.ts'

const useStyles = makeStyles({
  row: {
    ...type.row,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
  },
  asked: { border: `1px solid var(--statusAMBER)` },
  sides: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: { padding: '12px 16px', overflowWrap: 'anywhere' },
  source: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground2 },
  heading: { ...type.label, margin: '0 0 6px', color: tokens.colorNeutralForeground2 },
  cells: { display: 'grid', gap: '6px', margin: 0 },
  name: { ...type.label, color: tokens.colorNeutralForeground3 },
  cell: { margin: 0, whiteSpace: 'pre-wrap' },
  problem: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '10px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  message: { display: 'flex', gap: '8px', flex: '1 1 20rem', margin: 0 },
  icon: { flexShrink: 0, fontSize: '20px', color: 'var(--statusAMBER)' },
  answered: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export interface ReviewRowProps {
  readonly entry: Entry
  readonly answers: readonly MendAnswer[]
  /** Its number is in the register already. */
  readonly present: boolean
  readonly onAnswer: (problem: Problem, how: 'take' | 'leave') => void
}

export function ReviewRow({ entry, answers, present, onAnswer }: ReviewRowProps) {
  const styles = useStyles()
  const words = useWords()
  const asked = openProblems(entry, answers).length > 0
  return (
    <li className={mergeClasses(styles.row, asked && styles.asked)}>
      <div className={styles.sides}>
        <div className={mergeClasses(styles.side, styles.source)}>
          <h2 className={styles.heading}>
            {words.say('importing.row', { row: entry.row })} · {words.say('importing.source')}
          </h2>
          <dl className={styles.cells}>
            {entry.source.map(({ heading, text }, index) =>
              text === '' ? null : (
                // A cell has no other name than its place.
                <div key={index}>
                  <dt className={styles.name}>
                    {heading || words.say('importing.columns.unnamed', { number: index + 1 })}
                  </dt>
                  <dd className={styles.cell}>{text}</dd>
                </div>
              ),
            )}
          </dl>
        </div>
        <div className={styles.side}>
          <h3 className={styles.heading}>{words.say('importing.result')}</h3>
          {entry.action === null ? (
            words.say('importing.noAction')
          ) : present ? (
            words.say('importing.present', { reference: entry.action.reference })
          ) : (
            <ComingAction action={entry.action} />
          )}
        </div>
      </div>
      {entry.problems.map((problem, index) => (
        <ProblemOf
          // Counted within its code, so that it stays the same, and in focus, when one before it is gone.
          key={`${problem.code}:${entry.problems.slice(0, index).filter(({ code }) => code === problem.code).length}`}
          problem={problem}
          answered={answers.some((answer) => isAnswerTo(answer, problem))}
          onAnswer={(how) => onAnswer(problem, how)}
        />
      ))}
    </li>
  )
}

interface ProblemProps {
  readonly problem: Problem
  readonly answered: boolean
  readonly onAnswer: (how: 'take' | 'leave') => void
}

function ProblemOf({ problem, answered, onAnswer }: ProblemProps) {
  const styles = useStyles()
  const words = useWords()
  const { mend } = problem
  return (
    <div className={mergeClasses(styles.problem, answered && styles.answered)} data-problem={answered ? undefined : ''}>
      <p className={styles.message}>
        {!answered && <WarningRegular className={styles.icon} />}
        <span>
          {problem.message} {answered && mend && words.say('importing.left')}
        </span>
      </p>
      {!answered && (
        <span className={styles.buttons}>
          {mend && (
            <Button appearance="primary" data-take="" onClick={() => onAnswer('take')}>
              <MendWords mend={mend} />
            </Button>
          )}
          <Button data-leave="" data-take={mend ? undefined : ''} onClick={() => onAnswer('leave')}>
            {words.say(mend ? 'importing.leave' : 'importing.seen')}
          </Button>
        </span>
      )}
    </div>
  )
}

function MendWords({ mend }: { readonly mend: Mend }) {
  const words = useWords()
  switch (mend.kind) {
    case 'moveCell':
      return words.say('importing.mend.moveCell', { to: words.say(`documents.column.${mend.to}`) })
    case 'joinRow':
      return words.say('importing.mend.joinRow')
    case 'setDay':
      return words.say('importing.mend.setDay', { day: words.day(mend.day) })
    case 'setReference':
      return words.say('importing.mend.setReference', { reference: mend.reference })
  }
}
