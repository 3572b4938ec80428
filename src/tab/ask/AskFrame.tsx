/** One thing asked on one screen, a phone's first: whose group it is, what is asked, and within the thumb's reach the answer. */

import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { groupName } from '../../domain/group.ts'
import type { Sending } from '../decide/deciding.ts'
import { askedBody, askedFoot, askedGroup, askedPage, askedTop } from '../design/askedpage.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { meQuery } from '../shell/queries.tsx'
import { SignInBar } from '../shell/SignInBar.tsx'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  page: askedPage,
  body: askedBody,
  top: askedTop,
  group: askedGroup,
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  title: { ...type.title, margin: '0', outlineStyle: 'none', textWrap: 'balance', overflowWrap: 'anywhere' },
  lead: { ...type.reading, margin: '0', overflowWrap: 'anywhere' },
  foot: askedFoot,
})

export interface AskFrameProps {
  readonly session: Session
  readonly group: string
  readonly title: string
  readonly lead?: ReactNode
  /** It has just been answered: read out first. */
  readonly isOutcome?: boolean
  readonly children?: ReactNode
  /** Null: nothing is to be pressed. */
  readonly foot: ReactNode
  /** After signing in again. */
  readonly onSignedIn?: () => void
}

export function AskFrame(props: AskFrameProps) {
  const { session, group, title, lead, isOutcome = false, children, foot, onSignedIn } = props
  const styles = useStyles()
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const me = useQuery(meQuery(session.api))
  const entry = me.data?.groups.find(({ key }) => key === group)
  useEffect(() => {
    if (isOutcome) heading.current?.focus()
  }, [isOutcome])
  return (
    <article className={styles.page}>
      <SignInBar tokens={session.tokens} {...(onSignedIn ? { onSignedIn } : {})} />
      <div className={styles.body}>
        {entry && (
          <div className={styles.top}>
            <p className={styles.group}>{groupName(entry, words.language)}</p>
            <MarkingMark marking={entry.marking} />
          </div>
        )}
        <div className={styles.head}>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && lead !== '' && <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </div>
      {foot !== null && (
        <section className={styles.foot} aria-label={title}>
          {foot}
        </section>
      )}
    </article>
  )
}

/** Above the buttons: that the last press didn't settle it, and why. */
export function NotSettled({ sending }: { readonly sending: Sending<unknown, unknown> }) {
  const words = useWords()
  if (sending.state !== 'unclear' && sending.state !== 'refused') return null
  return (
    <MessageBar intent="warning" layout="multiline" politeness="assertive">
      <MessageBarBody>
        {sending.state === 'unclear'
          ? words.say(`decide.unclear.${sending.because}`)
          : sending.refusal.code === 'contentChanged'
            ? words.say('decide.changed')
            : words.refusal(sending.refusal)}
      </MessageBarBody>
    </MessageBar>
  )
}
