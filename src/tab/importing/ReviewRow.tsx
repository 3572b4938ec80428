/** One row of the review: the source's cells at the left as they were, at the right what becomes of them. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { EditionQuestion } from '../../documents/edition.ts'
import type { Mend, Problem } from '../../documents/problem.ts'
import type { Action, ActionId } from '../../domain/action.ts'
import { plainText } from '../../domain/passage.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { ComingAction } from './ComingAction.tsx'
import { ComingNews } from './ComingNews.tsx'
import { Question } from './Question.tsx'
import { asksReopen, isAnswerTo, isAsked, type Answer, type Entry } from './review.ts'

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
  side: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`, overflowWrap: 'anywhere' },
  source: { backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground2 },
  heading: { ...type.label, margin: `0 0 ${tokens.spacingVerticalSNudge}`, color: tokens.colorNeutralForeground2 },
  cells: { display: 'grid', gap: tokens.spacingHorizontalSNudge, margin: 0 },
  name: { ...type.label, color: tokens.colorNeutralForeground3 },
  cell: { margin: 0, whiteSpace: 'pre-wrap' },
})

export interface ReviewRowProps {
  readonly entry: Entry
  readonly answers: readonly Answer[]
  readonly snapshot: Snapshot
  readonly onAnswer: (answer: Answer) => void
}

export function ReviewRow({ entry, answers, snapshot, onAnswer }: ReviewRowProps) {
  const styles = useStyles()
  const words = useWords()
  const { sheet, row, becoming } = entry
  const say = (question: EditionQuestion, answer: 'take' | 'leave', action?: ActionId): void =>
    onAnswer({ sheet, row, question, answer, ...(action === undefined ? {} : { action }) })
  const place = words.say('importing.row', { row })
  return (
    <li className={mergeClasses(styles.row, isAsked(entry, answers) && styles.asked)}>
      <div className={styles.sides}>
        <div className={mergeClasses(styles.side, styles.source)}>
          <h2 className={styles.heading}>
            {[...(sheet === null ? [] : [sheet]), place, words.say('importing.source')].join(' · ')}
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
          {becoming.kind === 'nothing' && words.say('importing.noAction')}
          {becoming.kind === 'new' && <ComingAction fresh={becoming.fresh} />}
          {becoming.kind === 'doubtful' && words.say('importing.doubtful.waits')}
          {becoming.kind === 'known' && (
            <ComingNews match={becoming.match} snapshot={snapshot} onTake={(question) => say(question, 'take')} />
          )}
        </div>
      </div>
      {becoming.kind === 'doubtful' && (
        <Question
          message={doubtOf(becoming.candidates, words)}
          takes={becoming.candidates.map(({ id, reference }) => ({
            label: words.say('importing.doubtful.take', { reference }),
            do: () => say('same', 'take', id),
          }))}
          leave={{ label: words.say('importing.doubtful.leave'), do: () => say('same', 'leave') }}
        />
      )}
      {becoming.kind === 'known' && asksReopen(entry, answers) && (
        <Question
          message={words.say('importing.reopen', {
            reference: becoming.match.action.reference,
            status: words.say(`status.${becoming.match.action.status}`),
          })}
          takes={[{ label: words.say('importing.reopen.take'), do: () => say('reopen', 'take') }]}
          leave={{ label: words.say('importing.reopen.leave'), do: () => say('reopen', 'leave') }}
        />
      )}
      {entry.problems.map((problem, index) => (
        <ProblemOf
          // Counted within its code, so that it stays the same, and in focus, when one before it is gone.
          key={`${problem.code}:${entry.problems.slice(0, index).filter(({ code }) => code === problem.code).length}`}
          problem={problem}
          answered={answers.some((answer) => isAnswerTo(answer, problem))}
          onAnswer={(answer) => onAnswer({ sheet, row, code: problem.code, answer })}
        />
      ))}
    </li>
  )
}

interface ProblemProps {
  readonly problem: Problem
  readonly answered: boolean
  readonly onAnswer: (answer: 'take' | 'leave') => void
}

function ProblemOf({ problem: { mend, message }, answered, onAnswer }: ProblemProps) {
  const words = useWords()
  if (answered) {
    return <Question message={mend ? `${message} ${words.say('importing.left')}` : message} takes={[]} leave={null} />
  }
  return (
    <Question
      message={message}
      takes={mend ? [{ label: mendWords(mend, words), do: () => onAnswer('take') }] : []}
      leave={{ label: words.say(mend ? 'importing.leave' : 'importing.seen'), do: () => onAnswer('leave') }}
    />
  )
}

function mendWords(mend: Mend, words: Words): string {
  switch (mend.kind) {
    case 'moveCell':
      return words.say('importing.mend.moveCell', { to: words.say(`documents.column.${mend.to}`) })
    case 'joinRow':
      return words.say('importing.mend.joinRow')
    case 'setDay':
      return words.say('importing.mend.setDay', { day: words.day(mend.day) })
    case 'setReference':
      return words.say('importing.mend.setReference', { reference: mend.reference })
    case 'setStatus':
      return words.say('importing.mend.setStatus', { status: words.say(`status.${mend.status}`) })
  }
}

const LONGEST_QUOTE = 120

function doubtOf(candidates: readonly Action[], words: Words): string {
  const quotes = candidates.map(({ reference, details }) => {
    const line = plainText(details).replaceAll(/\s+/gu, ' ')
    const text = line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).trimEnd()}…` : line
    return `${reference}: “${text}”`
  })
  return [words.say('importing.doubtful', { count: candidates.length }), ...quotes].join(' ')
}
