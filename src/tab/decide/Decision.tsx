/** The screen of one decision in each of its states: to be made, made just now, made before, not the reader's to make. */

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useState } from 'react'
import type { ApprovalDetail } from '../../contract/approvals.ts'
import { askedBody, askedGroup, askedPage, askedTop } from '../design/askedpage.ts'
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
import type { Written } from './OutsideForm.tsx'
import { VerdictForm } from './VerdictForm.tsx'
import { useDecider, useRecorder, type Sending } from './deciding.ts'
import { useSubjectLink } from './subjectlink.ts'

const OutsideForm = lazy(async () => ({ default: (await import('./OutsideForm.tsx')).OutsideForm }))

const useStyles = makeStyles({
  page: askedPage,
  body: { ...askedBody, gap: tokens.spacingVerticalXL },
  top: askedTop,
  group: askedGroup,
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
  const recorder = useRecorder(session.api, detail)
  const [isElsewhere, setElsewhere] = useState(false)
  const [written, setWritten] = useState<Written>({ body: '', day: '', evidence: '' })
  const isOutside = detail.mayRecord && (isElsewhere || detail.whyNot !== null)
  const { deciding, again } = isOutside ? recorder : decider
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
    return <Outcome {...{ detail, isOutside, link, onClose }} decided={deciding.decided} />
  }
  if (asked === null) return <Outcome {...{ detail, isOutside, link, onClose }} decided={null} />
  return (
    <article className={styles.page}>
      <SignInBar tokens={session.tokens} {...(deciding.state === 'unclear' ? { onSignedIn: again } : {})} />
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
        {detail.deputy !== null && whyNot === null && !isOutside && (
          <div className={styles.foot}>
            <p className={styles.quiet}>{words.say('decide.deputy', { name: detail.deputy })}</p>
            {link !== null && (
              <CopyButton kind="text" size="small" text={link} label={words.say('decide.deputy.copy')} />
            )}
          </div>
        )}
        {whyNot !== null && !isOutside && (
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
        {detail.mayRecord && !isOutside && (
          <div className={styles.foot}>
            <Button onClick={() => setElsewhere(true)}>{words.say('decide.outside.open')}</Button>
          </div>
        )}
        {isOutside && (
          <Suspense fallback={null}>
            <OutsideForm
              detail={detail}
              asked={asked}
              today={today}
              written={written}
              onWritten={setWritten}
              recorder={recorder}
              notice={noticeOf(recorder.deciding)}
              onBack={whyNot === null ? () => setElsewhere(false) : null}
              onClose={onClose}
            />
          </Suspense>
        )}
      </div>
      {whyNot === null && !isOutside && (
        <VerdictForm
          detail={detail}
          asked={asked}
          reason={reason}
          onReason={setReason}
          deciding={decider.deciding}
          notice={noticeOf(decider.deciding)}
          onDecide={(verdict) => void decider.decide({ hash: asked.hash, verdict, reason: reason.trim() })}
          onAgain={decider.again}
          onClose={onClose}
        />
      )}
    </article>
  )
}

/** What is said above the buttons, where the last press didn't settle it. */
function noticeOf(deciding: Sending<unknown, unknown>): 'changed' | 'busy' | 'offline' | 'signIn' | 'fault' | null {
  if (deciding.state === 'unclear') return deciding.because
  return deciding.state === 'refused' && deciding.refusal.code === 'contentChanged' ? 'changed' : null
}
