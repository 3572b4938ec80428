/** The screen of one decision in each of its states: to be made, made just now, made before, not the reader's to make. */

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { ApprovalDetail } from '../../contract/approvals.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { CopyButton } from '../design/CopyButton.tsx'
import { type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { SignInBar } from '../shell/SignInBar.tsx'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import { Asked, Past, Subject } from './Asked.tsx'
import { Lacking } from './Lacking.tsx'
import { Outcome } from './Outcome.tsx'
import { VerdictForm } from './VerdictForm.tsx'
import { useDecider, type Deciding } from './deciding.ts'
import { useSubjectLink } from './subjectlink.ts'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', minHeight: '100%', maxWidth: '44rem', margin: '0 auto' },
  body: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: '1',
    gap: tokens.spacingVerticalXL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  group: { ...type.label, flex: '1 1 8rem', margin: '0', color: tokens.colorNeutralForeground2 },
  title: { ...type.title, margin: '0', textWrap: 'balance' },
  quiet: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
})

export interface DecisionProps {
  readonly session: Session
  readonly detail: ApprovalDetail
  /** Reads it anew: somebody changed it, or decided. */
  readonly onLookAgain: () => Promise<void>
  readonly onClose: ((said: DialogResult | null) => void) | null
}

export function Decision({ session, detail, onLookAgain, onClose }: DecisionProps) {
  const styles = useStyles()
  const words = useWords()
  const decider = useDecider(session.api, detail)
  const { deciding } = decider
  const [reason, setReason] = useState('')
  const today = session.clock.today()
  const link = useSubjectLink(session, detail)
  const { reference, kind, asked, whyNot } = detail
  const refused = deciding.state === 'refused' ? deciding.refusal : null
  useEffect(() => {
    // What was refused is no longer as it was read, or no longer the reader's to decide.
    if (refused !== null && refused.code !== 'reasonNeeded') void onLookAgain()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each refusal
  }, [refused])

  if (deciding.state === 'decided') {
    return <Outcome detail={detail} decided={deciding.decided} link={link} onClose={onClose} />
  }
  if (asked === null) return <Outcome detail={detail} decided={null} link={link} onClose={onClose} />
  return (
    <article className={styles.page}>
      <SignInBar tokens={session.tokens} {...(deciding.state === 'unclear' ? { onSignedIn: decider.again } : {})} />
      <div className={styles.body}>
        <div className={styles.top}>
          <p className={styles.group}>{detail.groupName}</p>
          <MarkingMark marking={detail.marking} />
        </div>
        <h1 className={styles.title}>{words.say(`decide.title.${kind}`, { reference })}</h1>
        <Subject detail={detail} />
        <Asked asked={asked} kind={kind} today={today} />
        <Lacking lacking={detail.lacking} />
        <Past history={detail.history} />
        {detail.deputy !== null && whyNot === null && (
          <div className={styles.foot}>
            <p className={styles.quiet}>{words.say('decide.deputy', { name: detail.deputy })}</p>
            {link !== null && (
              <CopyButton kind="text" size="small" text={link} label={words.say('decide.deputy.copy')} />
            )}
          </div>
        )}
        {whyNot !== null && (
          <>
            <MessageBar intent="info" layout="multiline" politeness="polite">
              <MessageBarBody>
                {words.say(`decide.why.${whyNot === 'nothingAsked' ? 'lapsed' : whyNot}`)}
              </MessageBarBody>
            </MessageBar>
            {onClose && (
              <div className={styles.foot}>
                <Button onClick={() => onClose(null)}>{words.say('decide.close')}</Button>
              </div>
            )}
          </>
        )}
      </div>
      {whyNot === null && (
        <VerdictForm
          detail={detail}
          asked={asked}
          reason={reason}
          onReason={setReason}
          deciding={deciding}
          notice={noticeOf(deciding)}
          onDecide={(verdict) => void decider.decide({ hash: asked.hash, verdict, reason: reason.trim() })}
          onAgain={decider.again}
          onClose={onClose}
        />
      )}
    </article>
  )
}

/** What is said above the buttons, where the last press didn't settle it. */
function noticeOf(deciding: Deciding): 'changed' | 'busy' | 'offline' | 'signIn' | 'fault' | null {
  if (deciding.state === 'unclear') return deciding.because
  return deciding.state === 'refused' && deciding.refusal.code === 'contentChanged' ? 'changed' : null
}
