/** What a meeting decided aloud, read from the service for whoever may confirm it, and how it stands afterwards. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { meetingEndpoints, type ListConfirmed, type MeetingList } from '../../contract/meetings.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { dayOfInstant } from '../../words/clock.ts'
import { PAGE_FOOT, type } from '../design/scale.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import { useSender } from './deciding.ts'
import { ListForm, type ConfirmWanted } from './ListForm.tsx'
import { ListItems } from './ListItems.tsx'

export interface ListPageProps {
  readonly session: Session
  readonly group: string
  readonly meeting: string
  readonly onClose: ((said: DialogResult | null) => void) | null
}

export function ListPage({ session, group, meeting, onClose }: ListPageProps) {
  const words = useWords()
  const client = useQueryClient()
  const about = { key: group, meeting }
  const key = ['meetingList', group, meeting]
  const read = useQuery({
    queryKey: key,
    queryFn: (): Promise<Result<MeetingList, ServiceRefusal>> => session.api.ask(meetingEndpoints.meetingList, about),
    placeholderData: keepPreviousData,
    // What one is about to decide on doesn't change under one's hand: the service says when it has.
    refetchOnWindowFocus: false,
  })
  const sender = useSender<ConfirmWanted, ListConfirmed>((request) =>
    session.api.ask(meetingEndpoints.confirmMeetingList, about, request),
  )
  const { deciding } = sender
  const refused = deciding.state === 'refused' ? deciding.refusal : null
  useEffect(() => {
    if (refused !== null && refused.code !== 'reasonNeeded') void client.invalidateQueries({ queryKey: key })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each refusal
  }, [refused])

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
  const list = read.data.value
  if (deciding.state === 'decided' || list.decided) {
    return (
      <ListOutcome list={list} confirmed={deciding.state === 'decided' ? deciding.decided : null} onClose={onClose} />
    )
  }
  return <ListForm session={session} list={list} sender={sender} onClose={onClose} />
}

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    maxWidth: '44rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL} ${PAGE_FOOT}`,
  },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  title: { ...type.title, margin: '0', outlineStyle: 'none', textWrap: 'balance' },
  words: { ...type.reading, margin: '0', overflowWrap: 'anywhere' },
})

function ListOutcome({
  list,
  confirmed,
  onClose,
}: {
  readonly list: MeetingList
  /** The answer to the reader's own press; null where they only came to look. */
  readonly confirmed: ListConfirmed | null
  readonly onClose: ListPageProps['onClose']
}) {
  const styles = useStyles()
  const words = useWords()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const decision = confirmed?.decision ?? list.decided
  if (!decision) return null
  const day = dayOfInstant(decision.at)
  return (
    <article className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title} ref={title} tabIndex={-1}>
          {words.say(confirmed?.isNew ? 'confirm.done.title' : 'confirm.before.title')}
        </h1>
        <p className={styles.words}>
          {confirmed?.isNew
            ? words.say('confirm.done', { approved: confirmed.approved, refused: confirmed.refused })
            : words.say('confirm.before', { name: decision.by, day: day === null ? decision.at : words.day(day) })}
        </p>
        {decision.words !== '' && <p className={styles.words}>{decision.words}</p>}
      </div>
      {onClose && (
        <div>
          <Button appearance="primary" size="large" onClick={() => onClose({ settled: `meeting-${list.meeting.key}` })}>
            {words.say('decide.close')}
          </Button>
        </div>
      )}
      {/* Read again after the press, it tells how each stands. */}
      {confirmed === null && <ListItems items={list.items} except={null} onExcept={null} />}
    </article>
  )
}
