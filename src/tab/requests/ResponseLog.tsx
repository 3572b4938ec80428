/** What became of a response, newest first: who, when, what they said; answers that were replaced stand in it whole. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Day } from '../../domain/day.ts'
import type { RequestContent, ResponseContent, ResponseEntry } from '../../domain/request.ts'
import type { Words } from '../../words/words.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { AnswerView } from './AnswerView.tsx'

const useStyles = makeStyles({
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  log: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: '0',
    listStyleType: 'none',
  },
  entry: { ...type.row, paddingLeft: tokens.spacingHorizontalM, borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  head: { margin: '0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  said: { margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  fold: { ...type.label, minHeight: '24px', cursor: 'pointer' },
})

export interface ResponseLogProps {
  readonly response: ResponseContent
  readonly request: RequestContent
  readonly today: Day
  readonly heading: 'h2' | 'h3'
}

export function ResponseLog({ response, request, today, heading: Heading }: ResponseLogProps) {
  const styles = useStyles()
  const words = useWords()
  const titleId = useId()
  const entries = response.log.toReversed()
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={titleId}>
      <Heading id={titleId} className={styles.title}>
        {words.say('panel.history')}
      </Heading>
      <ul className={styles.log}>
        {entries.map((entry) => {
          const isReplaced = entry.answer !== null && entry.answer !== response.answer
          return (
            <li key={entry.id} className={styles.entry}>
              <p className={styles.head}>
                {entryWords(entry, words)} · {words.relativeDay(entry.day, today)}
              </p>
              {entry.words !== '' && entry.answer === null && (
                <p className={styles.said}>
                  <PassageText text={entry.words} />
                </p>
              )}
              {isReplaced && entry.answer && (
                <details>
                  <summary className={styles.fold}>{words.say('requests.log.before')}</summary>
                  <AnswerView answer={entry.answer} fields={request.fields} />
                </details>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** `Aisha Khan answered`, `Priya Raman chased Aisha Khan`. */
export function entryWords({ kind, by, people, answer }: ResponseEntry, words: Words): string {
  const names = words.list(people.map(({ name }) => name))
  const recorded = answer?.recorded
  if (recorded) return words.say('requests.log.recorded', { name: by.name, of: recorded.of, how: recorded.how })
  return words.say(`requests.log.${kind}`, { name: by.name, people: names })
}
