/** The rows of a request: chosen, withheld of, and as the copy will read. Says what stands in the way of giving them out. */

import { Button, MessageBar, MessageBarActions, MessageBarBody, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import type { DisclosureTold } from '../../contract/disclosure.ts'
import { cellText } from '../../documents/export/cell.ts'
import { stillSaid, type DisclosureCopy, type DisclosureSource } from '../../documents/export/disclosurecopy.ts'
import type { Withheld } from '../../domain/disclosure.ts'
import { offeredOf, type Ground } from '../../domain/grounds.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { useWords } from '../words.tsx'
import type { Sender } from './asking.ts'
import { CopyTable } from './CopyTable.tsx'
import { useDisclosureStyles } from './disclosurestyles.ts'
import { RowChooser } from './RowChooser.tsx'
import { WithholdForm, type Marked } from './WithholdForm.tsx'

export interface CopySectionProps {
  readonly request: DisclosureTold
  readonly snapshot: Snapshot
  readonly source: DisclosureSource
  readonly copy: DisclosureCopy
  readonly grounds: readonly Ground[]
  readonly mayChange: boolean
  readonly sender: Sender
}

export function CopySection({ request, snapshot, source, copy, grounds, mayChange, sender }: CopySectionProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const { rows, withheld, state } = request
  const [isChoosing, setChoosing] = useState(false)
  const [marked, setMarked] = useState<Marked | null>(null)
  const [isCopy, setIsCopy] = useState(!mayChange || state !== 'open')
  const prepare = (next: readonly Withheld[], newRows = rows): Promise<boolean> =>
    sender.change({ kind: 'prepare', seen: { rows, withheld }, rows: newRows, withheld: [...next] })
  const referenceOf = (action: string): string => snapshot.actions.get(action)?.reference ?? ''
  const still = stillSaid(copy, withheld)
  const markedRow = marked && source.tracker.rows[source.actions.findIndex(({ id }) => id === marked.action)]
  /** What was released is in its files: these rows have become something else. */
  const isPast = state === 'released' && copy.problems.length > 0
  return (
    <section className={styles.block} aria-labelledby="disclosure-rows">
      <div className={styles.line}>
        <h2 className={styles.heading} id="disclosure-rows">
          {words.say('disclosure.rows', { count: rows.length })}
        </h2>
        {rows.length > 0 && !isPast && (
          <Switch
            label={words.say('disclosure.asCopy')}
            checked={isCopy}
            onChange={(_, { checked }) => setIsCopy(checked)}
          />
        )}
        {mayChange && !isChoosing && (
          <Button size="small" onClick={() => setChoosing(true)}>
            {words.say('disclosure.rows.choose')}
          </Button>
        )}
      </div>
      {isChoosing && (
        <RowChooser request={request} snapshot={snapshot} sender={sender} onClose={() => setChoosing(false)} />
      )}
      {copy.problems.length > 0 && !isPast && (
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
      {still.length > 0 && !isPast && (
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
          grounds={offeredOf(grounds)}
          language={request.language}
          onWithhold={async (next) => {
            if (await prepare([...withheld, next])) setMarked(null)
          }}
          onLeave={() => setMarked(null)}
        />
      )}
      {mayChange && rows.length > 0 && !isCopy && <p className={styles.quiet}>{words.say('disclosure.rows.mark')}</p>}
      {isPast && <p className={styles.quiet}>{words.say('disclosure.past')}</p>}
      {rows.length === 0 && <p className={styles.quiet}>{words.say('disclosure.rows.none')}</p>}
      {rows.length > 0 && !isPast && (
        <CopyTable
          tracker={isCopy ? copy.tracker : source.tracker}
          actions={copy.actions}
          withheld={withheld}
          isCopy={isCopy}
          onMark={mayChange && !isCopy ? setMarked : null}
        />
      )}
    </section>
  )
}
