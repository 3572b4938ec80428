/**
 * Brings a log of recommendations in: the file is read on this device, what it holds and what needs a look is shown, and
 * only then the reports are written, and after them what they recommend.
 */

import { Field, Input } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { makeEditionCommands } from '../../documents/editioncommands.ts'
import { makePublication } from '../../documents/inspectionactions.ts'
import type { DocumentProblem } from '../../documents/table.ts'
import type { Owner } from '../../domain/action.ts'
import type { AddAction, Command } from '../../domain/command.ts'
import { isDay, type Day } from '../../domain/day.ts'
import type { PublicationCommand } from '../../domain/publication.ts'
import { isUnconfirmed } from '../../domain/status.ts'
import type { Accepted } from '../importing/accepted.ts'
import { makeBatch, makeCommandId } from '../importing/batch.ts'
import { readFile } from '../importing/given.ts'
import { makeUnreadableWords, OneDocument } from '../importing/OneDocument.tsx'
import type { Source } from '../importing/reading.ts'
import { useKnown } from '../importing/useKnown.ts'
import { WritingStep } from '../importing/WritingStep.tsx'
import { OwnerPicker } from '../register/OwnerPicker.tsx'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import type { RoomProps } from '../shell/room.ts'
import { useWords } from '../words.tsx'
import { readLog, type Log } from './log.ts'
import { LogReview } from './LogReview.tsx'

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
  const today = session.clock.today()
  const [source, setSource] = useState<Source | null>(null)
  const [day, setDay] = useState<Day | null>(null)
  const [turn, setTurn] = useState(0)
  const [state, setState] = useState<State>({ kind: 'asking' })
  const [owners, setOwners] = useState<readonly Owner[]>([])
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
    const { actions } = known.snapshot
    if (commands.length === 0 && ![...actions.values()].some((each) => isUnconfirmed(each, batch))) return onClose()
    const owned = commands.map((each) => (isOwnerless(each) ? { ...each, owners } : each))
    setState({ kind: 'writing', accepted: { batch, commands: owned, seen: actions, confirm: true } })
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
  return (
    <OneDocument
      back={words.say('recommendations.log.back')}
      title={words.say('recommendations.log.title')}
      how={words.say('recommendations.log.how')}
      at={state.kind}
      bringing={words.say('recommendations.log.bringing')}
      refused={refused ?? (state.kind === 'unreadable' ? makeUnreadableWords(state.problem, document, words) : null)}
      said={
        state.kind === 'read' && (
          <>
            <Field label={words.say('recommendations.log.day')}>
              <Input
                type="date"
                value={day ?? state.log.proposal.day}
                max={today}
                onChange={(_, { value }) => isDay(value) && value <= today && setDay(value)}
              />
            </Field>
            {known && state.log.comparison.fresh.length > 0 && (
              <OwnerPicker
                label={words.say('recommendations.log.owners')}
                snapshot={known.snapshot}
                owners={owners}
                onChange={setOwners}
              />
            )}
          </>
        )
      }
      onFile={take}
      onClose={onClose}
    >
      {state.kind === 'failed' && <FaultNotice fault={state.fault} onAgain={again} />}
      {found.state === 'failed' && <FaultNotice fault={found.fault} onAgain={again} />}
      {state.kind === 'read' && <LogReview log={state.log} document={document} onBring={() => void bring(state.log)} />}
    </OneDocument>
  )
}

/** A log seldom says who is to see to what it holds; somebody here has to. */
function isOwnerless(command: Command): command is AddAction {
  return command.kind === 'addAction' && command.owners.length === 0
}
