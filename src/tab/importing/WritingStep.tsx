/**
 * Writes what was accepted, shows how far it is, and can be stopped and gone on with. Then asks the service to confirm
 * the discharges that came with it: until it has, they count as claimed.
 */

import { Button, makeStyles, MessageBar, MessageBarBody, ProgressBar, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Command } from '../../domain/command.ts'
import type { ActionRegister, Submission } from '../../domain/snapshot.ts'
import { PAGE_FOOT, type } from '../design/scale.ts'
import type { Progress, Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import type { Page } from '../shell/page.ts'
import { Queries } from '../shell/queries.tsx'
import { useWords } from '../words.tsx'
import type { Accepted } from './accepted.ts'

const useStyles = makeStyles({
  step: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    maxWidth: '40rem',
    margin: '0 auto',
    padding: `10vh ${tokens.spacingHorizontalXXL} ${PAGE_FOOT}`,
  },
  title: { ...type.title, margin: 0, outlineStyle: 'none' },
  words: { ...type.reading, margin: 0 },
  rate: { ...type.label, margin: 0, color: tokens.colorNeutralForeground2 },
  list: { ...type.row, margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface WritingStepProps {
  readonly session: Pick<Session, 'api' | 'submitAll'>
  readonly page: Extract<Page, { kind: 'channel' }>
  readonly register: ActionRegister
  readonly accepted: Accepted
  /** Looks at the document again, beside the register as it is then. */
  readonly onReview: () => void
  readonly onClose: () => void
  /** What the way out is called, where it doesn't lead to the register. */
  readonly closeLabel?: string
}

type State =
  | { readonly kind: 'writing'; readonly progress: Progress; readonly stopping: boolean }
  | { readonly kind: 'ended'; readonly submissions: readonly Submission[]; readonly stopped: boolean }
  | { readonly kind: 'failed'; readonly fault: unknown }

export function WritingStep(props: WritingStepProps) {
  const [turn, setTurn] = useState(0)
  return <Writing key={turn} {...props} onAgain={() => setTurn(turn + 1)} />
}

function Writing({
  session,
  page,
  register,
  accepted,
  onReview,
  onClose,
  closeLabel,
  onAgain,
}: WritingStepProps & { readonly onAgain: () => void }) {
  const styles = useStyles()
  const words = useWords()
  const { commands, seen } = accepted
  const { siteId } = page
  const [state, setState] = useState<State>(() => starting(commands.length))
  const stopper = useRef<AbortController | null>(null)

  useEffect(() => {
    const stop = new AbortController()
    stopper.current = stop
    const onProgress = (progress: Progress): void => {
      setState((now) => (now.kind === 'writing' ? { ...now, progress } : now))
    }
    session.submitAll(siteId, commands, { onProgress, signal: stop.signal, seen }).then(
      (submissions) => setState({ kind: 'ended', submissions, stopped: stop.signal.aborted }),
      (fault: unknown) => setState({ kind: 'failed', fault }),
    )
    return () => stop.abort()
  }, [session, siteId, commands, seen])

  if (state.kind === 'failed') return <FaultNotice fault={state.fault} onAgain={onAgain} />
  if (state.kind === 'ended') {
    return (
      <Ended
        session={session}
        group={page.group}
        register={register}
        accepted={accepted}
        submissions={state.submissions}
        stopped={state.stopped}
        onAgain={onAgain}
        onReview={onReview}
        onClose={onClose}
        {...(closeLabel === undefined ? {} : { closeLabel })}
      />
    )
  }
  const { progress, stopping } = state
  return (
    <section className={styles.step}>
      <h1 className={styles.title}>{words.say('importing.writing.title')}</h1>
      <ProgressBar
        value={progress.done}
        max={Math.max(progress.total, 1)}
        thickness="large"
        aria-label={words.say('importing.writing.title')}
      />
      <output className={styles.words}>
        {stopping
          ? words.say('importing.stopping')
          : words.say(additionsIn(commands) ? 'importing.writing' : 'importing.writing.changes', {
              done: progress.done,
              total: progress.total,
            })}
      </output>
      {progress.perMinute > 0 && (
        <p className={styles.rate}>{words.say('importing.writing.rate', { perMinute: progress.perMinute })}</p>
      )}
      <div className={styles.doors}>
        <Button
          disabledFocusable={stopping}
          onClick={() => {
            stopper.current?.abort()
            setState({ ...state, stopping: true })
          }}
        >
          {words.say('importing.stop')}
        </Button>
      </div>
    </section>
  )
}

interface EndedProps extends Omit<WritingStepProps, 'page'> {
  readonly group: string
  readonly submissions: readonly Submission[]
  /** By the person, not by the store. */
  readonly stopped: boolean
  readonly onAgain: () => void
}

function Ended(props: EndedProps) {
  const { session, group, register, accepted, submissions, stopped, onAgain, onReview, onClose, closeLabel } = props
  const styles = useStyles()
  const words = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const { commands } = accepted
  const outcomes = submissions.map((submission, index) => ({ submission, command: commands[index] }))
  const saved = outcomes.filter(({ submission }) => submission.state === 'saved')
  const unsaved = submissions.find((submission) => submission.state === 'unsaved')
  const stale = outcomes.some(({ submission }) => submission.state === 'stale')
  const others = outcomes.flatMap(({ submission, command }) => {
    if (submission.state === 'stale') return [words.say('importing.stale', { reference: submission.now.reference })]
    if (submission.state !== 'refused') return []
    const reference = referenceOf(command, accepted)
    return [words.say('importing.refused', { reference, reason: words.refusal(submission.refusal) })]
  })
  const newOnly = additionsIn(commands)
  const progress = { done: saved.length, total: commands.length }
  return (
    <section className={styles.step}>
      <h1 className={styles.title} ref={title} tabIndex={-1}>
        {unsaved
          ? words.say('importing.stopped.title')
          : newOnly
            ? words.say('importing.done.title', { count: saved.length })
            : words.say('importing.done.edition.title')}
      </h1>
      <p className={styles.words}>
        {unsaved
          ? `${words.say(`importing.stopped.${stopped ? 'byYou' : unsaved.because}`)} ${words.say(newOnly ? 'importing.stopped' : 'importing.stopped.changes', progress)}`
          : newOnly
            ? words.say('importing.done')
            : words.say('importing.done.edition', {
                fresh: saved.filter(({ command }) => command?.kind === 'addAction').length,
                known: new Set(
                  saved.flatMap(({ command }) => (command && command.kind !== 'addAction' ? [command.action] : [])),
                ).size,
              })}
      </p>
      {others.length > 0 && (
        <ul className={styles.list}>
          {others.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
      {!unsaved && accepted.confirm && (
        <Queries>
          <Confirmation session={session} group={group} register={register} batch={accepted.batch} />
        </Queries>
      )}
      <div className={styles.doors}>
        {unsaved && (
          <Button appearance="primary" onClick={onAgain}>
            {words.say('importing.goOn')}
          </Button>
        )}
        {stale && !unsaved && <Button onClick={onReview}>{words.say('importing.lookAgain')}</Button>}
        <Button appearance={unsaved ? 'secondary' : 'primary'} onClick={onClose}>
          {closeLabel ?? words.say('importing.open')}
        </Button>
      </div>
    </section>
  )
}

function additionsIn(commands: readonly Command[]): boolean {
  return commands.every((command) => command.kind === 'addAction')
}

function referenceOf(command: Command | undefined, { seen }: Accepted): string {
  if (!command) return ''
  if (command.kind === 'addAction') return command.imported?.reference ?? ''
  return seen.get(command.action)?.reference ?? ''
}

interface ConfirmationProps extends Pick<EndedProps, 'session' | 'group' | 'register'> {
  readonly batch: string
}

/** Asked once the rows are there; asking again is safe, and tells the same. */
function Confirmation({ session, group, register, batch }: ConfirmationProps) {
  const styles = useStyles()
  const words = useWords()
  const {
    data: answer,
    isFetching,
    refetch,
  } = useQuery({
    queryKey: ['confirmImport', group, batch],
    queryFn: async () => {
      const confirmed = await session.api.confirmImport(group, batch)
      // The rows have changed by the service's hand: the register needn't wait for its next look.
      register.setVisible(true)
      return confirmed
    },
    refetchOnWindowFocus: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (isFetching) return <output className={styles.words}>{words.say('importing.confirming')}</output>
  if (answer?.ok) {
    return (
      <output className={styles.words}>
        {words.say('importing.confirmed', { count: answer.value.confirmed, extensions: answer.value.extensions })}
      </output>
    )
  }
  return (
    <>
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {words.say('importing.unconfirmed', { reason: answer ? words.refusal(answer.error) : '' })}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.doors}>
        <Button onClick={() => void refetch()}>{words.say('importing.confirm')}</Button>
      </div>
    </>
  )
}

function starting(total: number): State {
  return { kind: 'writing', progress: { done: 0, total, perMinute: 0 }, stopping: false }
}
