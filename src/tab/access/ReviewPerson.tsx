/** One person of a review: how they stand, and the three answers; a reason where they don't keep it. */

import { Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { ReviewTold } from '../../contract/access.ts'
import { REVIEW_ANSWERS, type ReviewAnswer } from '../../domain/accessreview.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { AccessMark } from './AccessMark.tsx'

const useStyles = makeStyles({
  card: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  name: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0', overflowWrap: 'anywhere' },
  about: {
    ...type.label,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  answers: { display: 'flex', flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  quiet: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface ReviewPersonProps {
  readonly person: ReviewTold['people'][number]
  /** What is about to be said; null: nothing. */
  readonly answer: ReviewAnswer | null
  readonly words: string
  readonly isWordsMissing: boolean
  readonly isAsked: boolean
  readonly onSay: (answer: ReviewAnswer, words: string) => void
}

export function ReviewPerson({ person, answer, words: why, isWordsMissing, isAsked, onSay }: ReviewPersonProps) {
  const styles = useStyles()
  const words = useWords()
  const id = useId()
  const { name } = person.person
  return (
    <li className={styles.card}>
      <h2 id={id} className={styles.name}>
        {name}
      </h2>
      <span className={styles.about}>
        <AccessMark standing={person.standing} />
        {person.team}
        {person.answer !== null && ` · ${words.say(`access.review.answered.${person.answer}`)}`}
      </span>
      {!person.isTheirs && <p className={styles.quiet}>{words.say('access.review.own')}</p>}
      {isAsked && (
        <RadioGroup
          layout="horizontal"
          className={styles.answers}
          aria-label={words.say('access.review.for', { name })}
          value={answer ?? ''}
          onChange={(_, data) => onSay(data.value as ReviewAnswer, why)}
        >
          {REVIEW_ANSWERS.map((each) => (
            <Radio key={each} value={each} label={words.say(`access.review.answer.${each}`)} />
          ))}
        </RadioGroup>
      )}
      {answer === 'keep' && person.standing === 'suspended' && (
        <p className={styles.quiet}>{words.say('access.review.keep.suspended')}</p>
      )}
      {answer !== null && answer !== 'keep' && (
        <Field
          label={words.say(`access.review.words.${answer}`)}
          required
          validationMessage={isWordsMissing ? words.say('access.review.words.missing') : null}
        >
          <Textarea
            data-why={person.nomination}
            rows={2}
            value={why}
            maxLength={2000}
            onChange={(_, data) => onSay(answer, data.value)}
          />
        </Field>
      )}
    </li>
  )
}
