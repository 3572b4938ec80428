/**
 * One request for disclosure: what was asked, whom the texts came from, the rows with what is withheld of them, and how
 * the copy goes out. The copy shown is the one that is released: the same rules make it here and in the service.
 */

import { Button } from '@fluentui/react-components'
import { use, useEffect, useMemo, useRef, useState } from 'react'
import type { Disclosures, DisclosureTold } from '../../contract/disclosure.ts'
import { makeDisclosureCopy, makeSource } from '../../documents/export/disclosurecopy.ts'
import { loadAllWords } from '../../words/loading.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { useWords } from '../words.tsx'
import { useSender } from './asking.ts'
import { CopySection } from './CopySection.tsx'
import { DaysLeft } from './DaysLeft.tsx'
import type { DisclosureRoomProps } from './roomprops.ts'
import { useDisclosureStyles } from './disclosurestyles.ts'
import { Originators } from './Originators.tsx'
import { Release } from './Release.tsx'
import { RequestForm } from './RequestForm.tsx'
import { Trouble } from './Trouble.tsx'
import { WithheldList } from './WithheldList.tsx'

export interface RequestViewProps extends DisclosureRoomProps {
  readonly request: DisclosureTold
  readonly told: Disclosures
}

export function RequestView({ session, group, snapshot, histories, request, told, onBack }: RequestViewProps) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const sender = useSender(session, group, request.key)
  const heading = useRef<HTMLHeadingElement>(null)
  const [isWriting, setWriting] = useState(false)
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
  const { state, disposed } = request
  const mayChange = told.mayPrepare && (state === 'open' || state === 'asked')
  /** Its files are what people come back for. */
  const isOver = state === 'released' || state === 'answered'
  const [wasOver] = useState(isOver)
  // Whoever releases it is at the end of the rows, and its files stand at the top from then on.
  useEffect(() => {
    const release = isOver && !wasOver ? document.querySelector<HTMLElement>('#disclosure-release') : null
    ;(release ?? heading.current)?.focus()
  }, [isOver, wasOver])
  const release = <Release request={request} copy={copy} mayPrepare={told.mayPrepare} sender={sender} />
  const about = { request, snapshot, sender, mayChange, grounds: told.grounds }
  return (
    <div className={styles.page}>
      <header className={styles.block}>
        <div className={styles.line}>
          <h1 className={styles.title} ref={heading} tabIndex={-1}>
            {words.say('disclosure.line', { reference: request.reference, authority: request.authority })}
          </h1>
          <MarkingMark marking={snapshot.group.marking} />
          {!isOver && request.rows.length > 0 && (
            // Whoever decides reads the rows first, and there are many: the way to the end is short all the same.
            <Button
              size="small"
              appearance={request.whyNotRelease === null ? 'primary' : 'secondary'}
              onClick={() => document.querySelector<HTMLElement>('#disclosure-release')?.focus()}
            >
              {words.say('disclosure.toRelease')}
            </Button>
          )}
          {mayChange && !isWriting && (
            <Button size="small" onClick={() => setWriting(true)}>
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
        {disposed !== null && (
          <p className={styles.quiet}>{words.say('disclosure.disposed.why', { day: words.day(disposed) })}</p>
        )}
      </header>
      {isWriting && (
        <RequestForm
          session={session}
          group={group}
          disclosure={request.key}
          request={request}
          onLeave={() => setWriting(false)}
          onDone={() => setWriting(false)}
        />
      )}
      <Trouble sending={sender.sending} />
      {isOver && release}
      {disposed === null && (
        <>
          <Originators request={request} today={today} mayChange={mayChange} sender={sender} />
          <CopySection {...about} source={source} copy={copy} />
          <WithheldList {...about} />
        </>
      )}
      {!isOver && release}
    </div>
  )
}
