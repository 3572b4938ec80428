/** Asks all who haven't said where their work stream stands once more, those left out who were asked today. */

import { Button } from '@fluentui/react-components'
import { AlertRegular } from '@fluentui/react-icons'
import type { Stored } from '../../domain/collection.ts'
import type { Day } from '../../domain/day.ts'
import type { WorkstreamContent } from '../../domain/workstream.ts'
import type { useCollection } from '../outbox/useCollection.ts'
import { PostedNotice } from '../requests/PostedNotice.tsx'
import { usePosting } from '../requests/posting.ts'
import { useWords } from '../words.tsx'

export interface ChaseAllProps {
  readonly streams: ReturnType<typeof useCollection<'workstreams'>>
  readonly owed: readonly (readonly [string, WorkstreamContent & Stored])[]
  /** Key of the period. */
  readonly quarter: string
  readonly today: Day
}

export function ChaseAll({ streams, owed, quarter, today }: ChaseAllProps) {
  const words = useWords()
  const posting = usePosting(streams.keeping)
  const due = owed.filter(([, { chased }]) => chased?.quarter !== quarter || chased.day !== today)
  const chase = async (): Promise<void> => {
    for (const [key, content] of due) {
      if (!(await posting.post({ kind: 'chaseWorkstream', key, quarter }, content))) return
    }
  }
  return (
    <>
      {due.length > 1 && (
        <Button size="small" icon={<AlertRegular />} onClick={() => void chase()}>
          {words.say('workstreams.chaseAll', { count: due.length })}
        </Button>
      )}
      <PostedNotice posted={posting.posted} />
    </>
  )
}
