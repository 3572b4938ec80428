/**
 * Brings a quarterly document in: it is read on this device, what it holds and what needs a look is shown, somebody says
 * which quarter it tells of, and only then its work streams are written, each with its quarter and what is in its way.
 */

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { DocumentProblem } from '../../documents/table.ts'
import { makeWorkstreamCommands, type WorkstreamCommands } from '../../documents/workstreamcommands.ts'
import type { PrintedWorkstream, WorkstreamsProposal } from '../../documents/workstreams.ts'
import { canonical } from '../../domain/canonical.ts'
import type { CollectionCommand, Kept } from '../../domain/collection.ts'
import { isDay, type Day } from '../../domain/day.ts'
import { FINANCIAL_YEAR, periodOf, type Period } from '../../domain/period.ts'
import { makePeriodWords } from '../../words/periods.ts'
import { type } from '../design/scale.ts'
import { makeBatch, makeCommandId } from '../importing/batch.ts'
import { readFile } from '../importing/given.ts'
import { LookList } from '../importing/LookList.tsx'
import { makeUnreadableWords, OneDocument } from '../importing/OneDocument.tsx'
import type { Source } from '../importing/reading.ts'
import type { Keeping } from '../outbox/keeping.ts'
import type { useCollection } from '../outbox/useCollection.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { useWords } from '../words.tsx'
import { readDocument } from './document.ts'

const useStyles = makeStyles({
  top: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalL },
  said: { ...type.reading, margin: '0' },
  standing: { ...type.label, color: tokens.colorNeutralForeground2 },
})

export interface DocumentImportProps {
  readonly group: string
  readonly streams: ReturnType<typeof useCollection<'workstreams'>>
  readonly quarters: ReturnType<typeof useCollection<'quarters'>>
  readonly today: Day
  /** The quarter that came in; null: none did. */
  readonly onClose: (brought: Period | null) => void
}

type State =
  | { readonly kind: 'asking' | 'reading' }
  | { readonly kind: 'unreadable'; readonly problem: DocumentProblem }
  | { readonly kind: 'failed'; readonly fault: unknown }
  | { readonly kind: 'read' | 'bringing'; readonly proposal: WorkstreamsProposal }

export function DocumentImport({ group, streams, quarters, today, onClose }: DocumentImportProps) {
  const words = useWords()
  const styles = useStyles()
  const [source, setSource] = useState<Source | null>(null)
  const [day, setDay] = useState<Day | null>(null)
  const [state, setState] = useState<State>({ kind: 'asking' })
  const [refused, setRefused] = useState<string | null>(null)
  const { language } = words
  const document = source?.name ?? words.say('importing.pasted')
  const period = day === null ? null : periodOf(day, 'quarterly', FINANCIAL_YEAR)

  useEffect(() => {
    if (!source) return
    const stop = new AbortController()
    readDocument({ source, language }, stop.signal).then(
      (read) => {
        if (stop.signal.aborted) return
        setState(read.ok ? { kind: 'read', proposal: read.value } : { kind: 'unreadable', problem: read.error })
      },
      (fault: unknown) => !stop.signal.aborted && setState({ kind: 'failed', fault }),
    )
    return () => stop.abort()
  }, [source, language])

  const take = (file: File): void => {
    setState({ kind: 'reading' })
    setRefused(null)
    void readFile(file).then(setSource)
  }
  const commandsOf = (printed: PrintedWorkstream, batch: string): WorkstreamCommands | null => {
    if (day === null || !streams.values || !quarters.values) return null
    const known = { workstreams: streams.values, quarters: quarters.values }
    return makeWorkstreamCommands(printed, known, { day, source: { words: document, batch } })
  }
  const bring = async (proposal: WorkstreamsProposal): Promise<void> => {
    if (!source || !streams.keeping || !quarters.keeping)
      return setRefused(words.say('workstreams.document.unreachable'))
    setState({ kind: 'bringing', proposal })
    setRefused(null)
    const batch = await makeBatch(group, source)
    for (const printed of proposal.workstreams) {
      const made = commandsOf(printed, batch)
      const reason =
        (await send(streams.keeping, made?.save ?? null, batch)) ??
        (await send(quarters.keeping, made?.quarter ?? null, batch)) ??
        (await send(streams.keeping, made?.barrier ?? null, batch))
      if (reason === null) continue
      const said = reason.state === 'refused' ? words.refusal(reason.refusal) : words.say('workstreams.document.stale')
      setRefused(words.say('workstreams.document.failed', { title: titleOf(printed), reason: said }))
      return setState({ kind: 'read', proposal })
    }
    onClose(period)
  }

  const isBringing = state.kind === 'bringing'
  const proposal = state.kind === 'read' || isBringing ? state.proposal : null
  const coming = proposal?.workstreams.map((printed) => commandsOf(printed, '')) ?? []
  const standing = (made: WorkstreamCommands | null | undefined): string | null => {
    if (!made) return null
    if (made.save) return words.say('workstreams.document.fresh')
    return words.say(made.quarter || made.barrier ? 'workstreams.document.news' : 'workstreams.document.known')
  }
  return (
    <OneDocument
      back={words.say('workstreams.document.back')}
      title={words.say('workstreams.document.title')}
      how={words.say('workstreams.document.how')}
      at={state.kind}
      bringing={words.say('workstreams.document.bringing')}
      refused={refused ?? (state.kind === 'unreadable' ? makeUnreadableWords(state.problem, document, words) : null)}
      said={
        proposal &&
        proposal.workstreams.length > 0 && (
          <Field
            label={words.say('workstreams.document.day')}
            required
            hint={
              period
                ? words.say('workstreams.document.period', { period: makePeriodWords(period, language) })
                : words.say('workstreams.document.day.why')
            }
          >
            <Input
              type="date"
              value={day ?? ''}
              max={today}
              onChange={(_, { value }) => setDay(isDay(value) && value <= today ? value : null)}
            />
          </Field>
        )
      }
      onFile={take}
      onClose={() => onClose(null)}
    >
      {state.kind === 'failed' && (
        <FaultNotice
          fault={state.fault}
          onAgain={() => {
            setState({ kind: 'reading' })
            setSource(source && { ...source })
          }}
        />
      )}
      {proposal?.workstreams.length === 0 && (
        <p className={styles.said}>{words.say('workstreams.document.nothing', { document })}</p>
      )}
      {proposal && proposal.workstreams.length > 0 && (
        <>
          <div className={styles.top}>
            <p className={styles.said} role="status">
              {words.say('workstreams.document.read', { document, count: proposal.workstreams.length })}{' '}
              {day !== null &&
                words.say('workstreams.document.news.count', {
                  fresh: coming.filter((made) => made?.save).length,
                  news: coming.filter((made) => made && !made.save && (made.quarter ?? made.barrier)).length,
                })}
            </p>
            <Button
              appearance="primary"
              disabledFocusable={day === null || isBringing}
              onClick={() => void bring(proposal)}
            >
              {words.say('importing.look.bring')}
            </Button>
          </div>
          <LookList
            problems={proposal.problems}
            heading={words.say('workstreams.document.held')}
            lines={proposal.workstreams.map((printed, index) => ({
              key: `${printed.sheet ?? ''} ${printed.row}`,
              line: (
                <>
                  <div>{titleOf(printed)}</div>
                  <div className={styles.standing}>{standing(coming[index])}</div>
                </>
              ),
            }))}
          />
        </>
      )}
    </OneDocument>
  )
}

function titleOf({ number, workStream, objective }: PrintedWorkstream): string {
  return [number, workStream ?? objective].filter(Boolean).join(' ')
}

/** Sends what is new, under the id of what it says; what stands in its way, or null. */
async function send<Content extends object, Command extends CollectionCommand>(
  keeping: Keeping<Content, Command>,
  command: Omit<Command, 'id'> | null,
  batch: string,
): Promise<Exclude<Kept<Content>, { state: 'saved' | 'unsaved' }> | null> {
  if (command === null) return null
  const id = await makeCommandId(canonical([batch, command]))
  const kept = await keeping.post({ ...command, id } as Command)
  return kept.state === 'refused' || kept.state === 'stale' ? kept : null
}
