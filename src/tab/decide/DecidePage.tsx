/**
 * One decision on one screen: what is asked and why, its history folded, Approve and Refuse, and what happens next. A
 * dialog of Teams', opened from a card or a page; it stands alone just as well. The service decides who may.
 */

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { approvalEndpoints, type ApprovalDetail } from '../../contract/approvals.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { Queries } from '../shell/queries.tsx'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import { Decision } from './Decision.tsx'

export interface DecidePageProps {
  readonly session: Session
  readonly group: string
  readonly subject: string
  /** Null where there is nothing to close. Told what was settled, or null: nothing was. */
  readonly onClose: ((said: DialogResult | null) => void) | null
}

/** What a meeting decided aloud is one subject of its own. */
const LIST = 'meeting-'
const ListPage = lazy(async () => ({ default: (await import('./ListPage.tsx')).ListPage }))

export function DecidePage(props: DecidePageProps) {
  return (
    <Queries>
      {props.subject.startsWith(LIST) ? (
        <Suspense fallback={<Opening />}>
          <ListPage {...props} meeting={props.subject.slice(LIST.length)} />
        </Suspense>
      ) : (
        <Loaded {...props} />
      )}
    </Queries>
  )
}

function Loaded({ session, group, subject, onClose }: DecidePageProps) {
  const words = useWords()
  const client = useQueryClient()
  const key = ['approval', group, subject]
  const read = useQuery({
    queryKey: key,
    queryFn: (): Promise<Result<ApprovalDetail, ServiceRefusal>> =>
      session.api.ask(approvalEndpoints.approval, { key: group, subject }),
    placeholderData: keepPreviousData,
    // What one is about to decide on doesn't change under one's hand: the service says when it has.
    refetchOnWindowFocus: false,
  })
  const look = (): Promise<void> => client.invalidateQueries({ queryKey: key })
  if (read.isPending) return <Opening />
  if (read.isError)
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  if (!read.data.ok) {
    return (
      <Notice
        title={words.say('decide.nothing.title')}
        step={{ label: words.say('shell.again'), do: () => void read.refetch(), busy: read.isFetching }}
      >
        {words.refusal(read.data.error)}
      </Notice>
    )
  }
  return <Decision session={session} detail={read.data.value} onLookAgain={look} onClose={onClose} />
}
