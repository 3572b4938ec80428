/** Dated entries of an action's history as a document gives them, each with its next step set off. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { ImportedUpdate } from '../../documents/tracker.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  list: {
    margin: `${tokens.spacingVerticalSNudge} 0 0`,
    paddingInlineStart: '0',
    listStyleType: 'none',
    display: 'grid',
    gap: tokens.spacingHorizontalSNudge,
  },
  day: { ...type.label, color: tokens.colorNeutralForeground2 },
  next: {
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXXS,
  },
  words: { whiteSpace: 'pre-wrap' },
})

export interface EntryListProps {
  readonly label: string
  readonly updates: readonly ImportedUpdate[]
  /** Entries that say differently what stands in the history of their day. */
  readonly corrections?: ReadonlySet<ImportedUpdate>
}

export function EntryList({ label, updates, corrections }: EntryListProps) {
  const styles = useStyles()
  const words = useWords()
  if (updates.length === 0) return null
  return (
    <ul className={styles.list} aria-label={label}>
      {updates.map((update, index) => (
        // Two entries of one day may say the same.
        <li key={index}>
          <div className={styles.day}>
            {[
              words.day(update.day),
              ...(update.outcome === 'retain' || update.outcome === 'discharge'
                ? [words.say(`importing.outcome.${update.outcome}`)]
                : []),
              ...(corrections?.has(update) ? [words.say('importing.corrects')] : []),
            ].join(' · ')}
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
  )
}
