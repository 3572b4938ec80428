/** The review's own form: a card a person with its three answers, how the material is made available, and one press. */

import { Button, Field, makeStyles, MessageBar, MessageBarBody, Textarea, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { ReviewTold } from '../../contract/access.ts'
import type { ReviewAnswer } from '../../domain/accessreview.ts'
import { addDays } from '../../domain/day.ts'
import type { AskProps } from '../ask/ask.ts'
import type { Sender } from '../decide/deciding.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { AskFrame, NotSettled } from '../ask/AskFrame.tsx'
import type { ReviewWanted } from './asked.ts'
import { Close } from '../ask/Close.tsx'
import { ReviewPerson } from './ReviewPerson.tsx'
import { isAskedFor } from './shown.ts'

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: '0',
    padding: '0',
    listStyleType: 'none',
  },
  quiet: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  last: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  lastWords: {
    ...type.row,
    flex: '1 1 12rem',
    margin: '0',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  press: { flex: '1 1 180px' },
})

export interface ReviewFormProps extends Pick<AskProps, 'session' | 'group' | 'onClose'> {
  readonly review: ReviewTold
  /** Names. */
  readonly organisation: string
  readonly resource: string
  readonly sender: Sender<ReviewWanted, ReviewTold>
}

interface Said {
  readonly answer: ReviewAnswer
  readonly words: string
}

export function ReviewForm({ session, group, review, organisation, resource, sender, onClose }: ReviewFormProps) {
  const styles = useStyles()
  const words = useWords()
  const today = session.clock.today()
  const list = useRef<HTMLUListElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map())
  /** What was said last time stands ready where it was said in this very review. */
  const [availability, setAvailability] = useState(review.answered ? review.availability : '')
  const [isPressed, setPressed] = useState(false)
  const { deciding, decide, again } = sender
  const { people, due, mayAnswer, answered } = review
  const isSending = deciding.state === 'sending'
  const isLate = due < today
  const waiting = people.filter((each) => each.answer === null && isAskedFor(each))
  const left = waiting.filter(({ nomination }) => !said.has(nomination)).length
  const lacksWords = (each: Said | undefined): boolean =>
    each !== undefined && each.answer !== 'keep' && each.words.trim() === ''

  const press = (): void => {
    if (isSending) return
    setPressed(true)
    const unfounded = people.find(({ nomination }) => lacksWords(said.get(nomination)))
    if (unfounded) {
      list.current?.querySelector<HTMLElement>(`[data-why="${CSS.escape(unfounded.nomination)}"]`)?.focus()
      return
    }
    if (said.size === 0) {
      list.current?.querySelector<HTMLElement>('input')?.focus()
      return
    }
    if (availability.trim() === '') {
      field.current?.focus()
      return
    }
    const given = [...said].map(([nomination, each]) => ({
      nomination,
      answer: each.answer,
      words: each.answer === 'keep' ? '' : each.words.trim(),
    }))
    void decide({ people: given, availability: availability.trim() })
  }
  const values = {
    day: words.day(due),
    ago: words.relativeDay(due, today),
    after: words.day(addDays(due, 1)),
  }
  return (
    <AskFrame
      session={session}
      group={group}
      title={words.say('access.review.title')}
      lead={words.say('access.review.lead', { organisation, resource })}
      {...(deciding.state === 'unclear' ? { onSignedIn: again } : {})}
      foot={
        mayAnswer ? (
          <>
            <NotSettled sending={deciding} />
            {isPressed && said.size === 0 && (
              <MessageBar intent="warning" layout="multiline" politeness="assertive">
                <MessageBarBody>{words.say('access.review.none')}</MessageBarBody>
              </MessageBar>
            )}
            <div className={styles.buttons}>
              <Button
                appearance="primary"
                size="large"
                className={styles.press}
                disabledFocusable={isSending}
                onClick={deciding.state === 'unclear' ? again : press}
              >
                {deciding.state === 'unclear'
                  ? words.say('decide.again')
                  : isSending
                    ? words.say('access.review.sending')
                    : words.say('access.review.send', { count: said.size })}
              </Button>
              {onClose && (
                <Button appearance="subtle" size="large" disabledFocusable={isSending} onClick={() => onClose(null)}>
                  {words.say('decide.later')}
                </Button>
              )}
            </div>
            {left > 0 && said.size > 0 && (
              <p className={styles.quiet}>{words.say('access.review.rest', { count: left })}</p>
            )}
          </>
        ) : (
          <Close onClose={onClose} settled={`review-${review.key}`} />
        )
      }
    >
      {(waiting.length > 0 || isLate) && (
        <MessageBar intent={isLate ? 'warning' : 'info'} layout="multiline" politeness="polite">
          <MessageBarBody>
            {words.say(isLate ? 'access.review.late' : 'access.review.consequence', values)}
          </MessageBarBody>
        </MessageBar>
      )}
      {answered && (
        <p className={styles.quiet}>
          {words.say('access.review.given', { name: answered.by, day: words.day(answered.day) })}
        </p>
      )}
      {people.length === 0 && <p className={styles.quiet}>{words.say('access.review.empty')}</p>}
      <ul className={styles.list} ref={list} aria-label={words.say('access.review.people')}>
        {people.map((person) => (
          <ReviewPerson
            key={person.nomination}
            person={person}
            answer={said.get(person.nomination)?.answer ?? null}
            words={said.get(person.nomination)?.words ?? ''}
            isWordsMissing={isPressed && lacksWords(said.get(person.nomination))}
            isAsked={mayAnswer && !isSending && isAskedFor(person)}
            onSay={(answer, why) => setSaid(new Map(said).set(person.nomination, { answer, words: why }))}
          />
        ))}
      </ul>
      {mayAnswer && people.length > 0 && (
        <>
          <Field
            label={words.say('access.review.availability')}
            required
            hint={words.say('access.review.availability.hint')}
            validationMessage={
              isPressed && availability.trim() === '' ? words.say('access.review.availability.missing') : null
            }
          >
            <Textarea
              ref={(element: HTMLTextAreaElement | null) => {
                field.current = element
              }}
              rows={3}
              value={availability}
              maxLength={2000}
              readOnly={isSending}
              onChange={(_, data) => setAvailability(data.value)}
            />
          </Field>
          {review.availability !== '' && review.availability !== availability && (
            <div className={styles.last}>
              <p className={styles.lastWords}>
                {words.say('access.review.availability.last', { words: review.availability })}
              </p>
              <Button onClick={() => setAvailability(review.availability)}>
                {words.say('access.review.availability.same')}
              </Button>
            </div>
          )}
        </>
      )}
      {!mayAnswer && review.availability !== '' && (
        <p className={styles.quiet}>
          {words.say('access.review.availability')} {review.availability}
        </p>
      )}
    </AskFrame>
  )
}
