/** What happened to one person's access, the latest first, and in a sentence why it stands as it does. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { AccessHappened, NominationTold } from '../../contract/access.ts'
import type { Words } from '../../words/words.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { tellHistory, type Told } from './shown.ts'

const useStyles = makeStyles({
  heading: { ...type.label, fontWeight: tokens.fontWeightSemibold, margin: '0', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalS} 0 0`, padding: '0' },
  event: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  what: { fontWeight: tokens.fontWeightSemibold },
  when: { ...type.label, color: tokens.colorNeutralForeground2 },
  words: { whiteSpace: 'pre-wrap' },
})

export function History({ history }: { readonly history: readonly AccessHappened[] }) {
  const styles = useStyles()
  const words = useWords()
  if (history.length === 0) return null
  const told = tellHistory(history).toReversed()
  return (
    <section>
      <h3 className={styles.heading}>{words.say('access.history')}</h3>
      <ol className={styles.list} reversed>
        {told.map((event, index) => (
          // Only ever added to, at its other end, and they have no ids here.
          <li key={told.length - index} className={styles.event}>
            <span className={styles.what}>{eventWords(event, words)}</span>
            <span className={styles.when}>
              {words.day(event.day)} · {event.by === '' ? words.say('access.event.itself') : event.by}
            </span>
            {event.words !== '' && event.kind !== 'opened' && (
              <span className={styles.words}>
                <PassageText text={event.words} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function eventWords(event: Told, words: Words): string {
  switch (event.kind) {
    case 'decided':
      if (event.kept) return words.say('access.event.kept')
      return words.say(`access.event.${event.verdict ?? 'approved'}.${event.as ?? 'approver'}`)
    case 'suspended':
      return words.say(`access.event.suspended.${event.because ?? 'person'}`)
    case 'opened':
      return words.say('access.event.opened', { account: event.words })
    case 'nominated':
    case 'askedBack':
    case 'revoked':
    case 'closed':
      return words.say(`access.event.${event.kind}`)
  }
}

/** What it waits for, or what ended it and on whose say; empty where the standing says it all. */
export function whyWords(nomination: NominationTold, words: Words): string {
  const { standing, because, isResumption, waitsFor, history } = nomination
  switch (standing) {
    case 'suspended': {
      if (because === null) return ''
      const by = history.findLast(({ kind }) => kind === 'suspended')?.by ?? ''
      const why = words.say(`access.why.${because}`, { name: by })
      const isAsked = isResumption && (waitsFor === 'approver' || waitsFor === 'assetOwner')
      return isAsked ? `${why} ${words.say(`access.why.back.${waitsFor}`)}` : why
    }
    case 'waitsForApprover':
    case 'waitsForOwner':
    case 'waitsForAccount':
    case 'revoked':
      return words.say(`access.why.${standing}`)
    case 'active':
    case 'closed':
    case 'refused':
    case 'withdrawn':
      return ''
  }
}
