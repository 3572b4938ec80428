/** An action as it will stand in the register, as a document's row makes it. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImportedAction } from '../../documents/tracker.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px' },
  reference: { ...type.title },
  facts: { color: tokens.colorNeutralForeground2 },
  details: { margin: '4px 0 0', whiteSpace: 'pre-wrap' },
  list: { margin: '6px 0 0', paddingInlineStart: '0', listStyleType: 'none', display: 'grid', gap: '6px' },
  letter: { fontWeight: tokens.fontWeightSemibold },
  day: { ...type.label, color: tokens.colorNeutralForeground2 },
  next: { borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingLeft: '8px', marginTop: '2px' },
  words: { whiteSpace: 'pre-wrap' },
})

export function ComingAction({ action }: { readonly action: ImportedAction }) {
  const styles = useStyles()
  const words = useWords()
  const facts = [
    words.say(`status.${action.status}`),
    action.owners.length > 0 ? words.list(action.owners) : words.say('importing.noOwners'),
    ...(action.due === null ? [] : [`${words.say('importing.due')}: ${action.due}`]),
    ...(action.redacted === false ? [] : [words.say(`importing.redacted.${action.redacted}`)]),
  ]
  return (
    <>
      <div className={styles.top}>
        <span className={styles.reference}>{action.reference}</span>
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
      {action.updates.length > 0 && (
        <ul className={styles.list} aria-label={words.say('importing.updates')}>
          {action.updates.map((update, index) => (
            // Two entries of one day may say the same.
            <li key={index}>
              <div className={styles.day}>
                {words.day(update.day)}
                {update.outcome === 'retain' || update.outcome === 'discharge'
                  ? ` · ${words.say(`importing.outcome.${update.outcome}`)}`
                  : ''}
              </div>
              <div className={styles.words}>
                <PassageText text={update.text} />
              </div>
              {update.next !== null && (
                <div className={styles.next}>
                  {words.say('importing.next')}: <PassageText text={update.next} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
