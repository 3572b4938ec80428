/**
 * One request for disclosure: what was asked, whom the texts came from, the rows with what is withheld of them, and how
 * the copy goes out. The copy shown is the one that is released: the same rules make it here and in the service.
 */

import { Button, MessageBar, MessageBarActions, MessageBarBody, Switch } from '@fluentui/react-components'
import { use, useEffect, useMemo, useRef, useState } from 'react'
import type { Disclosures, DisclosureTold } from '../../contract/disclosure.ts'
import { cellText } from '../../documents/export/cell.ts'
import { makeDisclosureCopy, makeSource, stillSaid } from '../../documents/export/disclosurecopy.ts'
import type { Withheld } from '../../domain/disclosure.ts'
import { loadAllWords } from '../../words/loading.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { useWords } from '../words.tsx'
import { useSender } from './asking.ts'
import { CopyTable } from './CopyTable.tsx'
import { DaysLeft } from './DaysLeft.tsx'
import type { DisclosureRoomProps } from './roomprops.ts'
import { useDisclosureStyles } from './disclosurestyles.ts'
import { Originators } from './Originators.tsx'
import { Release } from './Release.tsx'
import { RequestForm } from './RequestForm.tsx'
import { RowChooser } from './RowChooser.tsx'
import { Trouble } from './Trouble.tsx'
import { WithholdForm, type Marked } from './WithholdForm.tsx'

const GROUNDS = ['outside', 'lawEnforcement', 'personal', 'confidence'] as const

export interface RequestViewProps extends DisclosureRoomProps {
  readonly request: DisclosureTold
  readonly told: Disclosures
}

export function RequestView({ session, group, snapshot, histories, request, told, onBack }: RequestViewProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const sender = useSender(session, group, request.key)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const [doing, setDoing] = useState<'write' | 'choose' | null>(null)
  const [marked, setMarked] = useState<Marked | null>(null)
  const [isCopy, setIsCopy] = useState(!told.mayPrepare || request.state !== 'open')
  const copyWords = use(loadAllWords(request.language))
  const today = session.clock.today()
  const day = request.asked?.on ?? today
  const { source, copy } = useMemo(() => {
    const options = { words: copyWords, day }
    return {
      source: makeSource(snapshot, histories, request, options),
      copy: makeDisclosureCopy(snapshot, histories, request, options),
    }
  }, [snapshot, histories, request, copyWords, day])
  const { rows, withheld, state } = request
  const mayChange = told.mayPrepare && (state === 'open' || state === 'asked')
  const seen = { rows, withheld }
  const prepare = (next: readonly Withheld[], newRows = rows): Promise<boolean> =>
    sender.change({ kind: 'prepare', seen, rows: newRows, withheld: [...next] })
  const referenceOf = (action: string): string => snapshot.actions.get(action)?.reference ?? ''
  const still = stillSaid(copy, withheld)
  const grounds = [
    ...new Set([
      ...told.requests.flatMap((each) => each.withheld.map(({ ground }) => ground)),
      ...GROUNDS.map((each) => words.say(`disclosure.ground.${each}`)),
    ]),
  ]
  const markedRow = marked && source.tracker.rows[source.actions.findIndex(({ id }) => id === marked.action)]
  const shown = isCopy ? copy.tracker : source.tracker
  return (
    <div className={styles.page}>
      <header className={styles.block}>
        <div className={styles.line}>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {words.say('disclosure.line', { reference: request.reference, authority: request.authority })}
          </h1>
          <MarkingMark marking={snapshot.group.marking} />
          {mayChange && doing === null && (
            <Button size="small" onClick={() => setDoing('write')}>
              {words.say('disclosure.amend')}
            </Button>
          )}
          <Button size="small" onClick={onBack}>
            {words.say('disclosure.all')}
          </Button>
        </div>
        <p className={styles.quiet}>
          {words.say(`disclosure.state.${state}`)} ·{' '}
          {words.say('disclosure.received', { day: words.day(request.received) })} · <DaysLeft request={request} />
        </p>
        <p className={styles.said}>{request.scope}</p>
      </header>
      {doing === 'write' && (
        <RequestForm
          session={session}
          group={group}
          disclosure={request.key}
          request={request}
          onLeave={() => setDoing(null)}
          onDone={() => setDoing(null)}
        />
      )}
      <Trouble sending={sender.sending} />
      <Originators request={request} today={today} mayChange={mayChange} sender={sender} />
      <section className={styles.block} aria-labelledby="disclosure-rows">
        <div className={styles.line}>
          <h2 className={styles.heading} id="disclosure-rows">
            {words.say('disclosure.rows', { count: rows.length })}
          </h2>
          {rows.length > 0 && (
            <Switch
              label={words.say('disclosure.asCopy')}
              checked={isCopy}
              onChange={(_, { checked }) => setIsCopy(checked)}
            />
          )}
          {mayChange && doing === null && (
            <Button size="small" onClick={() => setDoing('choose')}>
              {words.say('disclosure.rows.choose')}
            </Button>
          )}
        </div>
        {doing === 'choose' && (
          <RowChooser request={request} snapshot={snapshot} sender={sender} onClose={() => setDoing(null)} />
        )}
        {copy.problems.length > 0 && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {copy.problems
                .map((problem) => {
                  if (problem.kind === 'saidInstead') return words.say('disclosure.problem.saidInstead')
                  const reference = referenceOf(problem.action)
                  return words.say(`disclosure.problem.${problem.kind}`, { reference })
                })
                .join(' ')}
            </MessageBarBody>
            {mayChange && (
              <MessageBarActions>
                <Button
                  onClick={() =>
                    void prepare(
                      withheld,
                      rows.flatMap(({ action }) => {
                        const now = snapshot.actions.get(action)
                        return now ? [{ action, version: now.version }] : []
                      }),
                    )
                  }
                >
                  {words.say('disclosure.looked')}
                </Button>
              </MessageBarActions>
            )}
          </MessageBar>
        )}
        {still.length > 0 && (
          <p className={styles.quiet} role="note">
            {words.say('disclosure.still', {
              references: words.list([...new Set(still.map(({ action }) => referenceOf(action)))]),
            })}
          </p>
        )}
        {marked && markedRow && (
          <WithholdForm
            key={`${marked.action} ${marked.column} ${marked.text}`}
            marked={marked}
            texts={{
              details: cellText(markedRow.cells.details),
              update: cellText(markedRow.cells.update),
              owner: cellText(markedRow.cells.owner),
              due: cellText(markedRow.cells.due),
              status: cellText(markedRow.cells.status),
            }}
            grounds={grounds}
            onWithhold={async (next) => {
              if (await prepare([...withheld, next])) setMarked(null)
            }}
            onLeave={() => setMarked(null)}
          />
        )}
        {mayChange && rows.length > 0 && !isCopy && <p className={styles.quiet}>{words.say('disclosure.rows.mark')}</p>}
        {rows.length === 0 ? (
          <p className={styles.quiet}>{words.say('disclosure.rows.none')}</p>
        ) : (
          <CopyTable
            tracker={shown}
            actions={copy.actions}
            withheld={withheld}
            isCopy={isCopy}
            onMark={mayChange && !isCopy ? setMarked : null}
          />
        )}
      </section>
      {withheld.length > 0 && (
        <section className={styles.block} aria-labelledby="disclosure-withheld">
          <h2 className={styles.heading} id="disclosure-withheld">
            {words.say('disclosure.withheld', { count: withheld.length })}
          </h2>
          <ul className={styles.list}>
            {withheld.map((each) => (
              <li key={each.id} className={`${styles.item} ${styles.line}`}>
                <span className={styles.quiet}>
                  {words.say('disclosure.withheld.line', {
                    reference: referenceOf(each.action),
                    where:
                      each.column === null
                        ? words.say('disclosure.withhold.row')
                        : words.say(`exporting.column.${each.column}`),
                    ground: each.ground,
                    words: each.words,
                  })}
                </span>
                {mayChange && (
                  <Button
                    size="small"
                    appearance="subtle"
                    aria-label={words.say('disclosure.withheld.lift', { reference: referenceOf(each.action) })}
                    onClick={() => void prepare(withheld.filter(({ id }) => id !== each.id))}
                  >
                    {words.say('disclosure.withheld.show')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <Release request={request} copy={copy} mayPrepare={told.mayPrepare} sender={sender} />
    </div>
  )
}
