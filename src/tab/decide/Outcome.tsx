/** How it stands once it is decided: by the reader just now, or by somebody before; or that nothing waits any more. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ApprovalDetail, Decided, DecisionTold } from '../../contract/approvals.ts'
import { dayOfInstant } from '../../words/clock.ts'
import type { Words } from '../../words/words.ts'
import { CopyButton } from '../design/CopyButton.tsx'
import { PassageText } from '../design/PassageText.tsx'
import { PAGE_FOOT, type } from '../design/scale.ts'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import { Past, Subject } from './Asked.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    maxWidth: '44rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL} ${PAGE_FOOT}`,
  },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { ...type.title, margin: '0', outlineStyle: 'none', textWrap: 'balance' },
  words: { ...type.reading, margin: '0' },
  name: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

export interface OutcomeProps {
  readonly detail: ApprovalDetail
  /** The answer to the reader's own press; null where they only came to look. */
  readonly decided: Decided | null
  /** They recorded an outside body's, and didn't decide. */
  readonly isOutside: boolean
  readonly link: string | null
  readonly onClose: ((said: DialogResult | null) => void) | null
}

export function Outcome({ detail, decided, isOutside, link, onClose }: OutcomeProps) {
  const styles = useStyles()
  const words = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const decision = decided?.decision ?? detail.decided
  const own = decided?.isNew === true && (decision?.verdict === 'approved' || decision?.verdict === 'refused')
  const { reference, kind, subject } = detail
  const done = isOutside ? 'decide.outside.done' : 'decide.done'
  return (
    <article className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title} ref={title} tabIndex={-1}>
          {own
            ? words.say(`${done}.${decision.verdict as 'approved' | 'refused'}.${kind}`, { reference })
            : decision
              ? words.say(decided ? 'decide.before.title' : 'decide.settled.title', { reference })
              : words.say('decide.nothing.title')}
        </h1>
        <p className={styles.words}>
          {own
            ? words.say('decide.done')
            : decision
              ? standsWords(decision, words)
              : words.say('decide.nothing', { reference })}
        </p>
      </div>
      {decision && decision.words !== '' && (
        <div>
          <h2 className={styles.name}>{words.say('decide.said')}</h2>
          <p className={styles.words}>
            <PassageText text={decision.words} />
          </p>
        </div>
      )}
      <div className={styles.foot}>
        {onClose && (
          <Button appearance="primary" size="large" onClick={() => onClose(decision ? { settled: subject } : null)}>
            {words.say('decide.close')}
          </Button>
        )}
        {link !== null && <CopyButton kind="text" text={link} label={words.say('decide.link', { reference })} />}
      </div>
      <Subject detail={detail} />
      <Past history={detail.history} />
    </article>
  )
}

function standsWords({ verdict, by, at }: DecisionTold, words: Words): string {
  const day = dayOfInstant(at)
  return words.say(`decide.before.${verdict}`, { name: by, day: day === null ? at : words.day(day) })
}
