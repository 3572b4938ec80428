/** What became of a deed for many actions: how many are done, and of each that isn't why, with the way on. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, type ReactNode } from 'react'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Words } from '../../words/words.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import type { BulkRun, SubmitAll } from './bulkrun.ts'
import { newCommandId } from './sending.ts'
import type { UndoAll } from './undo.ts'
import { leftOf, sendingAgain, takingBack, type BulkOutcome, type BulkSending } from './bulksending.ts'
import { differencesOf, type DifferenceGround } from './differences.ts'

export interface BulkResultProps {
  readonly outcomes: readonly BulkOutcome[]
  /** By the person, not by the store. */
  readonly stopped: boolean
  readonly ground: Omit<DifferenceGround, 'words'>
  readonly onSend: (sending: BulkSending) => void
  readonly onClose: () => void
}

const useStyles = makeStyles({
  said: { ...type.reading, margin: '0' },
  section: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  text: { ...type.row, margin: '0' },
  list: { ...type.row, margin: '0', padding: '0', listStyleType: 'none', overflowWrap: 'anywhere' },
  reference: { fontWeight: tokens.fontWeightSemibold },
})

export function BulkResult({ outcomes, stopped, ground, onSend, onClose }: BulkResultProps) {
  const words = useWords()
  const styles = useStyles()
  const saved = outcomes.filter(({ submission }) => submission.state === 'saved')
  const refused = outcomes.filter(({ submission }) => submission.state === 'refused')
  const stale = outcomes.filter(({ submission }) => submission.state === 'stale')
  const unsaved = outcomes.filter(({ submission }) => submission.state === 'unsaved')

  const whyUnsaved = (): string => {
    const [first] = unsaved
    if (stopped || first?.submission.state !== 'unsaved') return words.say('bulk.stopped')
    const { because, requestId } = first.submission
    return words.say(`bulk.unsaved.${because}`, { requestId: requestId ?? words.say('register.state.noRequestId') })
  }
  const listed = (some: readonly BulkOutcome[]): ReactNode => (
    <ul className={styles.list}>
      {some.map((outcome) => (
        <li key={outcome.command.id}>
          <span className={styles.reference}>{outcome.action.reference}</span>{' '}
          <PassageText text={whyOf(outcome, { ...ground, words })} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <p className={styles.said} role="status">
        {words.say('bulk.done', { count: saved.length })}
      </p>
      {unsaved.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{words.say('bulk.left', { count: unsaved.length })}</h3>
          <p className={styles.text}>{whyUnsaved()}</p>
          <Button appearance="primary" size="small" onClick={() => onSend(sendingAgain(outcomes, 'unsaved'))}>
            {words.say('bulk.goOn')}
          </Button>
        </section>
      )}
      {stale.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{words.say('bulk.stale', { count: stale.length })}</h3>
          {listed(stale)}
          <Button size="small" onClick={() => onSend(sendingAgain(outcomes, 'stale'))}>
            {words.say('bulk.sendStale')}
          </Button>
        </section>
      )}
      {refused.length > 0 && (
        <section className={styles.section}>
          <h3 className={styles.heading}>{words.say('bulk.refused', { count: refused.length })}</h3>
          {listed(refused)}
        </section>
      )}
      <div>
        <Button appearance={unsaved.length > 0 ? 'secondary' : 'primary'} onClick={onClose}>
          {words.say('bulk.finish')}
        </Button>
      </div>
    </>
  )
}

/** What takes it back. */
export interface Finishing {
  readonly register: Pick<OutboxRegister, 'me'>
  readonly submitAll: SubmitAll
}

/** Where everything is saved there is nothing to look at: it is said, and that is that. */
export function useFinish(
  run: BulkRun | null,
  ground: Finishing,
  onFinished: (said: string, undoAll: UndoAll | null) => void,
): void {
  const words = useWords()
  const done = run?.kind === 'ended' && leftOf(run.outcomes).length === 0 ? run.outcomes : null
  useEffect(() => {
    if (done) onFinished(words.say('bulk.done', { count: done.length }), undoOf(done, ground, words))
    // It is told once for each run, whatever else is drawn meanwhile.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [run])
}

function undoOf(outcomes: readonly BulkOutcome[], { register, submitAll }: Finishing, words: Words): UndoAll | null {
  const reason = words.say('acting.undo.reason')
  const back = takingBack(outcomes, { me: register.me(), reason, newId: newCommandId })
  if (back === null) return null
  const total = back.commands.length
  return async () => {
    const { signal } = new AbortController()
    const submissions = await submitAll(back.commands, { seen: back.seen, signal, onProgress: () => undefined })
    const done = submissions.filter(({ state }) => state === 'saved').length
    return done === total ? words.say('bulk.undone', { count: total }) : words.say('bulk.undonePart', { done, total })
  }
}

function whyOf({ command, submission }: BulkOutcome, ground: DifferenceGround): string {
  const { words } = ground
  if (submission.state === 'refused') return words.refusal(submission.refusal)
  if (submission.state !== 'stale') return ''
  return differencesOf(command, submission.seen, submission.now, ground)
    .map(({ field, was, theirs }) => words.say('bulk.differs', { field, seen: was, now: theirs }))
    .join(' · ')
}
