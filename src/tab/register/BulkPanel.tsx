/**
 * One deed for all selected actions, beside the grid: what is asked once, which of them are left out and why, then how
 * far the writing is, and what became of each that wasn't saved.
 */

import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type ReactNode } from 'react'
import type { Action } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Role } from '../../domain/group.ts'
import type { ActionRegister, Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { BulkForm } from './BulkForm.tsx'
import { BulkResult, useFinish } from './BulkResult.tsx'
import type { BulkDeed, BulkGround } from './bulk.ts'
import type { BulkRun, SubmitAll } from './bulkrun.ts'
import type { UndoAll } from './undo.ts'
import type { BulkOutcome, BulkSending } from './bulksending.ts'
import { comingMeetings } from './deeds.ts'
import type { Drafts } from './drafts.ts'

export interface BulkPanelProps {
  readonly register: ActionRegister
  readonly snapshot: Snapshot
  readonly roles: readonly Role[]
  readonly deed: BulkDeed
  readonly actions: readonly Action[]
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  /** Null before anything is sent. */
  readonly run: BulkRun | null
  readonly submitAll: SubmitAll
  /** @param before what became of the others, where some are sent once more */
  readonly onSend: (sending: BulkSending, before: readonly BulkOutcome[]) => void
  readonly onStop: () => void
  readonly onClose: () => void
  /** Everything is saved. */
  readonly onFinished: (said: string, undoAll: UndoAll | null) => void
}

const useStyles = makeStyles({
  panel: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { ...type.title, margin: '0', flexGrow: '1', ':focus': { outlineStyle: 'none' } },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalL,
  },
  said: { ...type.reading, margin: '0' },
  doors: { display: 'flex' },
})

export function BulkPanel(props: BulkPanelProps) {
  const { register, snapshot, roles, deed, actions, today, run, submitAll, onSend, onStop, onClose, onFinished } = props
  const words = useWords()
  const styles = useStyles()
  const title = useRef<HTMLHeadingElement>(null)
  const kind = run?.kind ?? null
  useFinish(run, { register, submitAll }, onFinished)
  useEffect(() => {
    if (kind !== null) title.current?.focus({ preventScroll: true })
  }, [kind])

  const ground: BulkGround = {
    deed,
    actions,
    snapshot,
    today,
    words,
    meetings: comingMeetings(snapshot.meetings.values(), today),
    context: { actor: register.me(), today, as: roles.includes('coordinator') ? 'coordinator' : 'member' },
  }
  return (
    <aside className={styles.panel} aria-label={words.say(`acting.${deed}`)}>
      <header className={styles.head}>
        <h2 ref={title} className={styles.title} tabIndex={-1}>
          {words.say(`acting.${deed}`)}
        </h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={words.say('panel.close')} onClick={onClose} />
      </header>
      <div className={styles.body}>{bodyOf()}</div>
    </aside>
  )

  function bodyOf(): ReactNode {
    if (run?.kind === 'sending') {
      const { done, total } = run.progress
      return (
        <>
          <ProgressBar
            value={done}
            max={Math.max(total, 1)}
            thickness="large"
            aria-label={words.say(`acting.${deed}`)}
          />
          <output className={styles.said}>
            {run.stopping ? words.say('bulk.stopping') : words.say('bulk.sending', { done, total })}
          </output>
          <div className={styles.doors}>
            <Button disabledFocusable={run.stopping} onClick={onStop}>
              {words.say('bulk.stop')}
            </Button>
          </div>
        </>
      )
    }
    if (run) {
      return (
        <BulkResult
          outcomes={run.outcomes}
          stopped={run.stopped}
          ground={{ snapshot, today, me: register.me() }}
          onSend={(sending) => onSend(sending, run.outcomes)}
          onClose={onClose}
        />
      )
    }
    if (actions.length === 0) return <p className={styles.said}>{words.say('bulk.nothing')}</p>
    return (
      <BulkForm
        ground={ground}
        nextMeeting={props.nextMeeting}
        drafts={props.drafts}
        onSend={(sending) => onSend(sending, [])}
        onLeave={onClose}
      />
    )
  }
}
