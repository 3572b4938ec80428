/**
 * Brings a group's tracker in: the table is pasted or chosen, reviewed row by row, and written only once that is
 * accepted. Nothing leaves the page before; leaving it before loses nothing but the answers.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { useState, useSyncExternalStore } from 'react'
import type { AddAction } from '../../domain/command.ts'
import type { ActionRegister } from '../../domain/snapshot.ts'
import type { Session } from '../session.ts'
import type { Page } from '../shell/page.ts'
import { useWords } from '../words.tsx'
import type { Source } from './reading.ts'
import { ReviewStep } from './ReviewStep.tsx'
import { SourceStep } from './SourceStep.tsx'
import { WritingStep } from './WritingStep.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%' },
  back: { alignSelf: 'flex-start', margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  step: { flex: '1 1 0', minHeight: 0, overflow: 'auto' },
})

export interface ImportPageProps {
  readonly session: Session
  readonly page: Extract<Page, { kind: 'channel' }>
  readonly register: ActionRegister
  readonly onClose: () => void
}

/** What was accepted: the commands to write, and the import they belong to. */
export interface Accepted {
  readonly batch: string
  readonly commands: readonly AddAction[]
  /** Discharges come with it, or wait from before. */
  readonly confirm: boolean
}

type Step =
  | { readonly kind: 'source' }
  | { readonly kind: 'review'; readonly source: Source }
  | { readonly kind: 'writing'; readonly accepted: Accepted }

export function ImportPage({ session, page, register, onClose }: ImportPageProps) {
  const styles = useStyles()
  const words = useWords()
  const snapshot = useSyncExternalStore(register.subscribe, register.snapshot)
  const [step, setStep] = useState<Step>({ kind: 'source' })
  return (
    <div className={styles.page}>
      {step.kind !== 'writing' && (
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} className={styles.back} onClick={onClose}>
          {words.say('importing.back')}
        </Button>
      )}
      <div className={styles.step}>
        {step.kind === 'source' && <SourceStep onSource={(source) => setStep({ kind: 'review', source })} />}
        {step.kind === 'review' && (
          <ReviewStep
            source={step.source}
            group={page.group}
            snapshot={snapshot}
            today={session.clock.today()}
            onOther={() => setStep({ kind: 'source' })}
            onAccept={(accepted) => setStep({ kind: 'writing', accepted })}
          />
        )}
        {step.kind === 'writing' && (
          <WritingStep session={session} page={page} register={register} accepted={step.accepted} onClose={onClose} />
        )}
      </div>
    </div>
  )
}
