/** An action as it will stand in the register, as a document's row makes it. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { Fresh } from '../../documents/edition.ts'
import { parseReference } from '../../domain/reference.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { EntryList } from './EntryList.tsx'

const useStyles = makeStyles({
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },
  reference: { ...type.title },
  facts: { color: tokens.colorNeutralForeground2 },
  details: { margin: `${tokens.spacingVerticalXS} 0 0`, whiteSpace: 'pre-wrap' },
  list: {
    margin: `${tokens.spacingVerticalSNudge} 0 0`,
    paddingInlineStart: '0',
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingHorizontalSNudge,
  },
  letter: { fontWeight: tokens.fontWeightSemibold },
  words: { whiteSpace: 'pre-wrap' },
})

export function ComingAction({ fresh: { imported: action, reference } }: { readonly fresh: Fresh }) {
  const styles = useStyles()
  const words = useWords()
  const facts = [
    words.say(`status.${action.status}`),
    action.owners.length > 0 ? words.list(action.owners) : words.say('importing.noOwners'),
    ...(action.due === null ? [] : [`${words.say('importing.due')}: ${action.due}`]),
    ...(action.redacted === false ? [] : [words.say(`importing.redacted.${action.redacted}`)]),
    ...(reference === action.reference
      ? []
      : parseReference(action.reference)
        ? [words.say('importing.renumbered', { reference: action.reference })]
        : [words.say('importing.numbered', { number: action.reference || 'none' })]),
  ]
  return (
    <>
      <div className={styles.top}>
        <span className={styles.reference}>{reference}</span>
        <span className={styles.facts}>
          <PassageText text={facts.join(' · ')} />
        </span>
      </div>
      <p className={styles.details}>
        <PassageText text={action.details} />
      </p>
      {action.parts.length > 0 && (
        <ul className={styles.list} aria-label={words.say('importing.parts')}>
          {action.parts.map((part) => (
            <li key={part.letter} className={styles.words}>
              <span className={styles.letter}>({part.letter})</span> <PassageText text={part.details} />
            </li>
          ))}
        </ul>
      )}
      <EntryList label={words.say('importing.updates')} updates={action.updates} />
    </>
  )
}
