/** Whether the audit is whole, asked when somebody presses for it: how many entries, or the first fault. */

import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { ShieldCheckmarkRegular } from '@fluentui/react-icons'
import { auditEndpoints, type AuditVerified } from '../../contract/audit.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useAsking, type Asking } from './asking.ts'
import { momentOf } from './entrywords.ts'

const useStyles = makeStyles({
  line: { display: 'block', paddingTop: tokens.spacingVerticalXS },
})

export interface Verifying {
  readonly asking: Asking<AuditVerified>
  readonly verify: () => void
}

export function useVerifying({ api }: Session, group: string): Verifying {
  const { asking, ask } = useAsking<AuditVerified>()
  return { asking, verify: () => void ask(() => api.ask(auditEndpoints.auditVerify, { key: group })) }
}

export function VerifyButton({ asking, verify }: Verifying) {
  const words = useWords()
  const isAsking = asking.state === 'asking'
  return (
    <Button
      size="small"
      appearance="primary"
      icon={<ShieldCheckmarkRegular />}
      disabledFocusable={isAsking}
      onClick={verify}
    >
      {words.say(isAsking ? 'audit.verifying' : 'audit.verify')}
    </Button>
  )
}

export function Verification({ asking }: Pick<Verifying, 'asking'>) {
  const styles = useStyles()
  const words = useWords()
  if (asking.state === 'unreachable' || asking.state === 'refused') {
    return (
      <MessageBar intent="warning" layout="multiline" politeness="assertive">
        <MessageBarBody>
          {asking.state === 'refused' ? words.refusal(asking.refusal) : words.say('audit.unreachable')}
        </MessageBarBody>
      </MessageBar>
    )
  }
  if (asking.state !== 'told') return null
  const { entries, problem, problems, at, sentOut } = asking.told
  const now = momentOf(at)
  const sent = sentOut && momentOf(sentOut.at)
  return (
    <MessageBar intent={problem ? 'error' : 'success'} layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>
          {problem === null
            ? words.say('audit.whole', { count: entries })
            : problems >= 100
              ? words.say('audit.broken.many')
              : words.say('audit.broken', { count: problems })}
        </MessageBarTitle>{' '}
        {problem === null
          ? words.say('audit.whole.why', { day: words.day(now.day), time: now.time })
          : words.say(`audit.fault.${problem.fault}`, { place: problem.sequence ?? '' })}
        {problem !== null && <span className={styles.line}>{words.say('audit.broken.why')}</span>}
        <span className={styles.line}>
          {sent && sentOut
            ? words.say('audit.sentOut', { day: words.day(sent.day), time: sent.time, place: sentOut.sequence })
            : words.say('audit.notSentOut')}
        </span>
      </MessageBarBody>
    </MessageBar>
  )
}
