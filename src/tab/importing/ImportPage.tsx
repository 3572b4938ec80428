/**
 * Brings a group's tracker in: the table is pasted, chosen or dropped, reviewed row by row beside what the register has
 * already, and written only once that is accepted. Nothing leaves the page before; leaving it before loses nothing but
 * the answers.
 */

import { Button, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { useEffect, useState } from 'react'
import type { ActionRegister } from '../../domain/snapshot.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import type { Page } from '../shell/page.ts'
import { useWords } from '../words.tsx'
import type { Accepted } from './accepted.ts'
import { DropPlace } from './DropPlace.tsx'
import { readFile } from './given.ts'
import type { Source } from './reading.ts'
import { ReviewStep } from './ReviewStep.tsx'
import { SourceStep } from './SourceStep.tsx'
import { useKnown } from './useKnown.ts'
import { WritingStep } from './WritingStep.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%' },
  back: { alignSelf: 'flex-start', margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  step: { flex: '1 1 0', minHeight: 0, overflow: 'auto' },
})

export interface ImportPageProps {
  readonly session: Pick<Session, 'api' | 'clock' | 'histories' | 'submitAll'>
  readonly page: Extract<Page, { kind: 'channel' }>
  readonly register: ActionRegister
  readonly onClose: () => void
  /** It is in, or as much of it as came; the register is asked for. */
  readonly onBrought: () => void
  /** A file that was dropped before this was here. */
  readonly file?: File | null
}

type Step =
  | { readonly kind: 'source' }
  | { readonly kind: 'review'; readonly source: Source }
  | { readonly kind: 'writing'; readonly source: Source; readonly accepted: Accepted }

export function ImportPage({ session, page, register, onClose, onBrought, file = null }: ImportPageProps) {
  const styles = useStyles()
  const words = useWords()
  const [step, setStep] = useState<Step>({ kind: 'source' })
  const review = (source: Source): void => setStep({ kind: 'review', source })
  const takeFile = (taken: File): void => void readFile(taken).then(review)
  useEffect(() => {
    let current = true
    if (file) void readFile(file).then((source) => current && setStep({ kind: 'review', source }))
    return () => {
      current = false
    }
  }, [file])
  if (step.kind === 'writing') {
    const { source, accepted } = step
    return (
      <div className={styles.page}>
        <div className={styles.step}>
          <WritingStep
            session={session}
            page={page}
            register={register}
            accepted={accepted}
            onReview={() => review(source)}
            onClose={onBrought}
          />
        </div>
      </div>
    )
  }
  return (
    <DropPlace onFile={takeFile}>
      <div className={styles.page}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} className={styles.back} onClick={onClose}>
          {words.say('importing.back')}
        </Button>
        <div className={styles.step}>
          {step.kind === 'source' ? (
            <SourceStep onSource={review} onFile={takeFile} />
          ) : (
            <Reviewing
              // Another document is another review.
              key={step.source.id}
              session={session}
              page={page}
              register={register}
              source={step.source}
              onOther={() => setStep({ kind: 'source' })}
              onAccept={(accepted) => setStep({ kind: 'writing', source: step.source, accepted })}
            />
          )}
        </div>
      </div>
    </DropPlace>
  )
}

interface ReviewingProps extends Pick<ImportPageProps, 'session' | 'page' | 'register'> {
  readonly source: Source
  readonly onOther: () => void
  readonly onAccept: (accepted: Accepted) => void
}

/** Waits for what the document is compared with. */
function Reviewing({ session, page, register, source, onOther, onAccept }: ReviewingProps) {
  const words = useWords()
  const [turn, setTurn] = useState(0)
  const known = useKnown({ histories: session.histories, register, siteId: page.siteId, turn: String(turn) })
  if (known.state === 'failed') return <FaultNotice fault={known.fault} onAgain={() => setTurn(turn + 1)} />
  if (known.state === 'waiting') return <ProgressBar aria-label={words.say('importing.reading')} />
  return (
    <ReviewStep
      source={source}
      group={page.group}
      known={known.known}
      snapshot={known.snapshot}
      today={session.clock.today()}
      onOther={onOther}
      onAccept={onAccept}
    />
  )
}
