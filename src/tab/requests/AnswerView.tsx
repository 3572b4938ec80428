/** An answer as it was given: its words, its values, its files, whose it is and how it came. */

import { Link, makeStyles, tokens } from '@fluentui/react-components'
import type { Answer, FieldValue, RequestField } from '../../domain/request.ts'
import type { Words } from '../../words/words.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  answer: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  words: { ...type.reading, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  values: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: 'minmax(8rem, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: '0',
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: '0', overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  files: { ...type.row, margin: '0', padding: '0', listStyleType: 'none' },
  by: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface AnswerViewProps {
  readonly answer: Answer
  readonly fields: readonly RequestField[]
}

export function AnswerView({ answer, fields }: AnswerViewProps) {
  const styles = useStyles()
  const words = useWords()
  const said = fields.filter(({ key }) => answer.values[key] !== undefined)
  return (
    <div className={styles.answer}>
      {answer.nil && <p className={styles.words}>{words.say('requests.state.nil')}</p>}
      {answer.words !== '' && (
        <p className={styles.words}>
          <PassageText text={answer.words} />
        </p>
      )}
      {said.length > 0 && (
        <dl className={styles.values}>
          {said.map((field) => (
            <ValueLine key={field.key} field={field} value={answer.values[field.key]} />
          ))}
        </dl>
      )}
      {answer.files.length > 0 && (
        <ul className={styles.files} aria-label={words.say('requests.files')}>
          {answer.files.map(({ name, webUrl }) => (
            <li key={webUrl}>
              <Link href={webUrl} target="_blank" rel="noreferrer">
                {name}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.by}>{answeredBy(answer, words)}</p>
    </div>
  )
}

function ValueLine({ field, value }: { readonly field: RequestField; readonly value: FieldValue | undefined }) {
  const styles = useStyles()
  const words = useWords()
  return (
    <>
      <dt className={styles.name}>{field.title}</dt>
      <dd className={styles.value}>{valueWords(field, value, words)}</dd>
    </>
  )
}

/** `12 children`, `Yes`; a dash where nothing was said. */
export function valueWords(field: Pick<RequestField, 'unit'>, value: FieldValue | undefined, words: Words): string {
  if (value === undefined) return '–'
  if (typeof value === 'boolean') return words.say(value ? 'requests.yes' : 'requests.no')
  if (typeof value === 'string') return value
  return field.unit === null ? words.number(value) : `${words.number(value)} ${field.unit}`
}

/** `Aisha Khan, 5 March 2020`; where it was recorded, for whom, how it came and by whom. */
export function answeredBy({ by, day, recorded, like }: Answer, words: Words): string {
  const said = recorded
    ? words.say('requests.recorded', { name: recorded.of, how: recorded.how, by: by.name, day: words.day(day) })
    : words.say('requests.by', { name: by.name, day: words.day(day) })
  return like === null ? said : `${said} · ${words.say('requests.asLastTime')}`
}
