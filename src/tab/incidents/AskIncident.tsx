/** Telling of an incident in a dialog of its own, from a chat or a page: a minute on a phone. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { AskProps } from '../ask/ask.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { type } from '../design/scale.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { SignInBar } from '../shell/SignInBar.tsx'
import { useWords } from '../words.tsx'
import { useForm } from './booking.ts'
import { TellForm } from './TellForm.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '34rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
    boxSizing: 'border-box',
  },
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  group: { ...type.label, flex: '1 1 8rem', margin: '0', color: tokens.colorNeutralForeground2 },
  title: { ...type.title, margin: '0' },
})

export function AskIncident({ session, group, onClose }: AskProps) {
  const words = useWords()
  const styles = useStyles()
  const read = useForm(session, group)
  if (read.isPending) return <Opening />
  if (read.isError) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  if (!read.data.ok) {
    return <Notice title={words.say('incidents.form.nothing')}>{words.refusal(read.data.error)}</Notice>
  }
  const { group: told, organisations, profiles, today } = read.data.value
  const [only] = organisations
  return (
    <>
      <SignInBar tokens={session.tokens} />
      <div className={styles.page}>
        <div className={styles.top}>
          <p className={styles.group}>
            {organisations.length === 1 ? `${only?.name ?? ''} · ${told.name}` : told.name}
          </p>
          <MarkingMark marking={told.marking} />
        </div>
        <h1 className={styles.title}>{words.say('incidents.form.title')}</h1>
        <TellForm
          session={session}
          group={group}
          organisations={organisations}
          groups={profiles}
          today={today}
          onClose={onClose && ((done) => onClose(done ? { settled: 'incident' } : null))}
        />
      </div>
    </>
  )
}
