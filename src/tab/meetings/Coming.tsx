/** The matters arising of a meeting as they will be taken, each with why; of a closed one, each with what came of it. */

import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { ActionId } from '../../domain/action.ts'
import type { Meeting } from '../../domain/group.ts'
import type { Arising } from '../../domain/mattersarising.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { oneLine, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { outcomeOf, whyWords } from './meetingwords.ts'

const useStyles = makeStyles({
  text: { ...type.label, margin: `0 0 ${tokens.spacingVerticalS}`, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  line: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: '4.5rem minmax(0, 3fr) minmax(0, 2fr)',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '32px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    '@media (max-width: 640px)': {
      gridTemplateColumns: '4.5rem minmax(0, 1fr)',
      padding: `${tokens.spacingVerticalXS} 0`,
    },
  },
  reference: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  details: oneLine,
  why: { color: tokens.colorNeutralForeground2, '@media (max-width: 640px)': { gridColumn: '2' } },
})

/** More of them nobody reads before the meeting. */
const FIRST = 20

export interface ComingProps {
  readonly arising: readonly Arising[]
  readonly meeting: Meeting
  readonly snapshot: Snapshot
  readonly onOpenAction: (action: ActionId) => void
}

export function Coming({ arising, meeting, snapshot, onOpenAction }: ComingProps) {
  const words = useWords()
  const styles = useStyles()
  const [all, setAll] = useState(false)
  if (arising.length === 0) return <p className={styles.text}>{words.say('meeting.coming.none')}</p>
  const shown = all ? arising : arising.slice(0, FIRST)
  return (
    <>
      {meeting.status !== 'closed' && (
        <p className={styles.text}>
          {words.say('meeting.matters', { count: arising.length })}. {words.say('meeting.coming.text')}
        </p>
      )}
      <ol className={styles.list}>
        {shown.map((each) => (
          <li key={each.action.id} className={styles.line}>
            <Link as="button" className={styles.reference} onClick={() => onOpenAction(each.action.id)}>
              {each.action.reference}
            </Link>
            <span className={styles.details}>
              <PassageText text={each.action.details} />
            </span>
            <span className={styles.why}>
              {outcomeOf(each, { meeting, snapshot, words })?.said ?? whyWords(each, { words })}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < arising.length && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {words.say('meeting.coming.all', { count: arising.length })}
        </Button>
      )}
    </>
  )
}
