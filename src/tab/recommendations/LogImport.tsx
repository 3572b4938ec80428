/**
 * Brings a log of recommendations in: the file is read on this device, what it holds and what needs a look is shown, and
 * only then the reports are written, and after them what they recommend.
 */

import {
  Button,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
  ProgressBar,
  tokens,
} from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { useEffect, useRef, useState } from 'react'
import { makeEditionCommands } from '../../documents/editioncommands.ts'
import { makePublication } from '../../documents/inspectionactions.ts'
import type { DocumentProblem } from '../../documents/table.ts'
import { isDay, type Day } from '../../domain/day.ts'
import type { PublicationCommand } from '../../domain/publication.ts'
import { type } from '../design/scale.ts'
import type { Accepted } from '../importing/accepted.ts'
import { makeBatch, makeCommandId } from '../importing/batch.ts'
import { DropPlace } from '../importing/DropPlace.tsx'
import { readFile } from '../importing/given.ts'
import type { Source } from '../importing/reading.ts'
import { useKnown } from '../importing/useKnown.ts'
import { WritingStep } from '../importing/WritingStep.tsx'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { readLog, type Log } from './log.ts'
import { LogReview } from './LogReview.tsx'

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    alignContent: 'start',
    minHeight: '50vh',
  },
  back: { justifySelf: 'start' },
  title: { ...type.title, margin: '0' },
  how: { ...type.reading, margin: '0', maxWidth: '44rem' },
  doors: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalM },
  file: { display: 'none' },
})

/** What the reader of such logs can read, by their names, since few systems know the types. */
const ACCEPT = '.docx,.docm,.xlsx,.xlsm,.csv,.tsv,.txt,.htm,.html'

export interface LogImportProps extends Pick<RoomProps, 'session' | 'page' | 'register'> {
  /** Resolves with what is wrong, in words; null: it is kept, or on its way. */
  readonly onSend: (command: PublicationCommand) => Promise<string | null>
  readonly onClose: () => void
}

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'unreadable'; readonly problem: DocumentProblem }
  | { readonly kind: 'failed'; readonly fault: unknown }
  | { readonly kind: 'read'; readonly log: Log }
  | { readonly kind: 'bringing' }
  | { readonly kind: 'writing'; readonly accepted: Accepted }

export function LogImport({ session, page, register, onSend, onClose }: LogImportProps) {
  const words = useWords()
  const styles = useStyles()
  const today = session.clock.today()
  const chooser = useRef<HTMLInputElement>(null)
  const [source, setSource] = useState<Source | null>(null)
  const [day, setDay] = useState<Day | null>(null)
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<State>({ kind: 'asking' })
  const [refused, setRefused] = useState<string | null>(null)
  const found = useKnown({ histories: session.histories, register, siteId: page.siteId, turn: String(turn) })
  const known = found.state === 'known' ? found : null
  const document = source?.name ?? words.say('importing.pasted')
  const { language } = words

  useEffect(() => {
    if (!source || !known) return
    const stop = new AbortController()
    const { organisations, posts } = known.snapshot
    const request = {
      source,
      document,
      register: known.known.entries,
      organisations: [...organisations.values()],
      posts: [...posts.values()],
      today,
      day,
      language,
    }
    readLog(request, stop.signal).then(
      (read) => {
        if (stop.signal.aborted) return
        setState(read.ok ? { kind: 'read', log: read.value } : { kind: 'unreadable', problem: read.error })
      },
      (fault: unknown) => !stop.signal.aborted && setState({ kind: 'failed', fault }),
    )
    return () => stop.abort()
  }, [source, known, document, today, day, language])

  const take = (file: File): void => {
    setState({ kind: 'reading' })
    void readFile(file).then(setSource)
  }
  const again = (): void => {
    setState({ kind: source ? 'reading' : 'asking' })
    setTurn(turn + 1)
  }
  const bring = async (log: Log): Promise<void> => {
    if (!source || !known) return
    setState({ kind: 'bringing' })
    setRefused(null)
    const batch = await makeBatch(page.group, source)
    const about = { day: log.proposal.day, source: { words: document, batch } }
    for (const publication of log.proposal.publications) {
      const command = makePublication(publication, about)
      const problem = await onSend({ ...command, id: await makeCommandId(`${batch}\n${command.key}`) })
      if (problem === null) continue
      setRefused(words.say('recommendations.log.failed', { title: publication.title, reason: problem }))
      return setState({ kind: 'read', log })
    }
    const commands = await makeEditionCommands(log.comparison, {
      batch,
      document,
      reason: words.say('importing.reason', { document }),
      organisations: known.snapshot.organisations.values(),
      posts: known.snapshot.posts.values(),
      makeId: makeCommandId,
    })
    if (commands.length === 0) return onClose()
    setState({ kind: 'writing', accepted: { batch, commands, seen: known.snapshot.actions, confirm: true } })
  }

  if (state.kind === 'writing') {
    return (
      <WritingStep
        session={session}
        page={page}
        register={register}
        accepted={state.accepted}
        onReview={again}
        onClose={onClose}
        closeLabel={words.say('recommendations.log.back')}
      />
    )
  }
  const isBusy = state.kind === 'reading' || state.kind === 'bringing'
  return (
    <DropPlace onFile={isBusy ? null : take}>
      <div className={styles.page}>
        <Button
          appearance="subtle"
          icon={<ArrowLeft20Regular />}
          className={styles.back}
          disabledFocusable={state.kind === 'bringing'}
          onClick={onClose}
        >
          {words.say('recommendations.log.back')}
        </Button>
        <h1 className={styles.title}>{words.say('recommendations.log.title')}</h1>
        <p className={styles.how}>{words.say('recommendations.log.how')}</p>
        <div className={styles.doors}>
          <Button
            appearance={state.kind === 'read' ? 'secondary' : 'primary'}
            disabledFocusable={isBusy}
            onClick={() => chooser.current?.click()}
          >
            {words.say('importing.choose')}
          </Button>
          <input
            ref={chooser}
            type="file"
            accept={ACCEPT}
            className={styles.file}
            aria-hidden="true"
            tabIndex={-1}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) take(file)
            }}
          />
          {state.kind === 'read' && (
            <Field label={words.say('recommendations.log.day')}>
              <Input
                type="date"
                value={day ?? state.log.proposal.day}
                max={today}
                onChange={(_, { value }) => isDay(value) && value <= today && setDay(value)}
              />
            </Field>
          )}
        </div>
        {isBusy && (
          <ProgressBar
            aria-label={words.say(state.kind === 'bringing' ? 'recommendations.log.bringing' : 'importing.reading')}
          />
        )}
        {refused !== null && <Warning text={refused} />}
        {state.kind === 'unreadable' && (
          <Warning
            text={`${words.say('importing.unreadable')} ${words.say(`documents.unreadable.${state.problem.code}`, { name: document, ...state.problem.values })}`}
          />
        )}
        {state.kind === 'failed' && <FaultNotice fault={state.fault} onAgain={again} />}
        {found.state === 'failed' && <FaultNotice fault={found.fault} onAgain={again} />}
        {state.kind === 'read' && (
          <LogReview log={state.log} document={document} onBring={() => void bring(state.log)} />
        )}
      </div>
    </DropPlace>
  )
}

function Warning({ text }: { readonly text: string }) {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  )
}
