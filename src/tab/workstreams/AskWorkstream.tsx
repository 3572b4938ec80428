/**
 * One work stream in one quarter, in a dialog on a phone or beside the chat: what was planned for it, where it stands now,
 * what is planned next, and what is in its way. Written with the person's own rights, by the same forms as the room's.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Stored } from '../../domain/collection.ts'
import type { GroupEntry } from '../../contract/endpoints.ts'
import { FINANCIAL_YEAR, parsePeriod, type Period } from '../../domain/period.ts'
import type { WorkstreamContent } from '../../domain/workstream.ts'
import { standingInQuarter, type QuarterStanding } from '../../domain/workstreamquarter.ts'
import { makePeriodWords } from '../../words/periods.ts'
import { AskFrame } from '../ask/AskFrame.tsx'
import { Close } from '../ask/Close.tsx'
import type { AskProps } from '../ask/ask.ts'
import { useCollection } from '../outbox/useCollection.ts'
import { Standstill } from '../register/States.tsx'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { meQuery } from '../shell/queries.tsx'
import { useSignIn } from '../shell/SignInBar.tsx'
import { LaterWords, useWords } from '../words.tsx'
import { Barriers } from './Barriers.tsx'
import { Part } from './Part.tsx'
import { useQuarterAsked } from './quarterasked.ts'
import { SayFields, useSaying } from './saying.tsx'

const useStyles = makeStyles({ form: { display: 'grid', gap: tokens.spacingVerticalL } })

export function AskWorkstream(props: AskProps) {
  return (
    <LaterWords>
      <Found {...props} />
    </LaterWords>
  )
}

/** Whose site it is on. */
function Found(props: AskProps) {
  const { session, group } = props
  const words = useWords()
  const me = useQuery(meQuery(session.api))
  if (me.isPending) return <Opening />
  if (me.isError) return <FaultNotice fault={me.error} onAgain={() => void me.refetch()} tokens={session.tokens} />
  const entry = me.data.groups.find(({ key }) => key === group)
  const dot = props.about.lastIndexOf('.')
  const period = parsePeriod(props.about.slice(dot + 1), 'quarterly', FINANCIAL_YEAR)
  if (!entry || !period) return <Notice title={words.say('workstreams.title')}>{words.say('workstreams.gone')}</Notice>
  return <Loaded {...props} entry={entry} id={props.about.slice(0, dot)} period={period} />
}

interface LoadedProps extends AskProps {
  readonly entry: GroupEntry
  readonly id: string
  readonly period: Period
}

function Loaded(props: LoadedProps) {
  const { session, entry, id, period } = props
  const words = useWords()
  const streams = useCollection(session, entry.siteId, 'workstreams')
  const quarters = useCollection(session, entry.siteId, 'quarters')
  const { signIn } = useSignIn(session.tokens)
  if (streams.values === null || quarters.values === null) {
    const { freshness } = streams.values === null ? streams : quarters
    if (freshness.state === 'loading' || freshness.state === 'fresh') return <Opening />
    const retry = (): void => [streams, quarters].forEach(({ keeping }) => keeping?.setVisible(true))
    return <Standstill freshness={freshness} onRetry={retry} onSignIn={signIn} />
  }
  const content = streams.values.get(id)
  if (!content) return <Notice title={words.say('workstreams.title')}>{words.say('workstreams.gone')}</Notice>
  const standing = standingInQuarter(id, period, quarters.values)
  return <Asked {...props} content={content} standing={standing} streams={streams} quarters={quarters} />
}

interface AskedProps extends LoadedProps {
  readonly content: WorkstreamContent & Stored
  readonly standing: QuarterStanding
  readonly streams: ReturnType<typeof useCollection<'workstreams'>>
  readonly quarters: ReturnType<typeof useCollection<'quarters'>>
}

function Asked(props: AskedProps) {
  const { session, group, about, onClose, entry, id, period, content, standing, streams, quarters } = props
  const words = useWords()
  const form = useId()
  const styles = useStyles()
  const asked = useQuarterAsked(session, group)
  const saying = useSaying({ session, group, marking: entry.marking, quarters }, id, standing)
  const [isSaid, setIsSaid] = useState(false)
  const today = session.clock.today()
  const title = [content.number, content.title || content.objective].filter((each) => each !== '').join(' ')
  const quarter = makePeriodWords(period, words.language)
  const frame = { session, group }
  if (isSaid) {
    return (
      <AskFrame
        {...frame}
        title={words.say('workstreams.ask.done', { title, quarter })}
        lead={words.say('workstreams.ask.done.note')}
        isOutcome
        foot={<Close onClose={onClose} settled={`workstream-${about}`} />}
      />
    )
  }
  const last = standing.said?.versions.at(-1)
  const isAsked = asked !== null && asked.period.key === period.key
  const lead = last
    ? `${quarter} · ${words.say('workstreams.ask.said', { name: last.by.name, day: words.day(last.day) })}`
    : isAsked
      ? `${quarter} · ${words.say('workstreams.due', { day: words.day(asked.due), told: words.relativeDay(asked.due, today) })}`
      : quarter
  return (
    <AskFrame
      {...frame}
      title={title}
      lead={lead}
      foot={
        <Button
          appearance="primary"
          type="submit"
          form={form}
          size="large"
          disabledFocusable={saying.posted.state === 'sending'}
        >
          {words.say('workstreams.ask.save')}
        </Button>
      }
    >
      <Part
        as="h2"
        name={words.say('workstreams.plannedBefore')}
        words={standing.plannedBefore}
        none={words.say('workstreams.plannedBefore.none')}
      />
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void saying.save().then((isKept) => isKept && setIsSaid(true))
        }}
      >
        <SayFields saying={saying} />
      </form>
      <Barriers as="h2" id={id} content={content} streams={streams} today={today} until={today} />
    </AskFrame>
  )
}
