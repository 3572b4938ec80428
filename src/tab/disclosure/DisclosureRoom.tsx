/**
 * Requests under the Freedom of Information Act: what waits and how many working days are left, and one of them opened.
 * Shown to who prepares a copy and who releases it; the service keeps and decides everything.
 */

import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Disclosures } from '../../contract/disclosure.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { makeId } from '../shell/id.ts'
import { Opening } from '../shell/Opening.tsx'
import { useWords } from '../words.tsx'
import { useDisclosures } from './asking.ts'
import { DaysLeft } from './DaysLeft.tsx'
import type { DisclosureRoomProps } from './roomprops.ts'
import { useDisclosureStyles } from './disclosurestyles.ts'
import { GroundsView } from './GroundsView.tsx'
import { RequestForm } from './RequestForm.tsx'
import { RequestView } from './RequestView.tsx'

export function DisclosureRoom(props: DisclosureRoomProps) {
  const { session, group } = props
  const read = useDisclosures(session, group)
  if (read.isError && !read.data) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  return read.data ? <Shown {...props} told={read.data} /> : <Opening />
}

function Shown({ told, onBack, ...place }: DisclosureRoomProps & { readonly told: Disclosures }) {
  const words = useWords()
  const styles = useDisclosureStyles()
  const [opened, setOpened] = useState<string | null>(null)
  const [isAtGrounds, setAtGrounds] = useState(false)
  /** Key of a new request while it is written. */
  const [writing, setWriting] = useState<string | null>(null)
  const shown = told.requests.find(({ key }) => key === opened)
  if (shown) {
    return (
      <RequestView
        key={shown.key}
        {...place}
        request={shown}
        told={told}
        onBack={() => {
          setOpened(null)
        }}
      />
    )
  }
  if (isAtGrounds) {
    return (
      <GroundsView
        session={place.session}
        group={place.group}
        told={told}
        marking={place.snapshot.group.marking}
        onBack={() => setAtGrounds(false)}
      />
    )
  }
  return (
    <div className={styles.page}>
      <header className={styles.block}>
        <div className={styles.line}>
          <h1 className={styles.title}>{words.say('disclosure.title')}</h1>
          <MarkingMark marking={place.snapshot.group.marking} />
          {told.mayPrepare && writing === null && (
            <Button size="small" appearance="primary" onClick={() => setWriting(makeId())}>
              {words.say('disclosure.new')}
            </Button>
          )}
          {told.mayPrepare && (
            <Button size="small" onClick={() => setAtGrounds(true)}>
              {words.say('disclosure.grounds')}
            </Button>
          )}
          <Button size="small" onClick={onBack}>
            {words.say('disclosure.back')}
          </Button>
        </div>
        <p className={styles.quiet}>{words.say('disclosure.why')}</p>
      </header>
      {writing !== null && (
        <RequestForm
          session={place.session}
          group={place.group}
          disclosure={writing}
          request={null}
          onLeave={() => setWriting(null)}
          onDone={() => {
            setOpened(writing)
            setWriting(null)
          }}
        />
      )}
      {told.requests.length === 0 ? (
        <p className={styles.quiet}>{words.say('disclosure.none')}</p>
      ) : (
        <ul className={styles.list}>
          {told.requests.map((request) => (
            <li key={request.key} className={styles.item}>
              <button type="button" className={styles.open} onClick={() => setOpened(request.key)}>
                {words.say('disclosure.line', { reference: request.reference, authority: request.authority })}
              </button>
              <p className={styles.quiet}>
                {words.say(`disclosure.state.${request.state}`)} · <DaysLeft request={request} />
                {request.disposed !== null && (
                  <> · {words.say('disclosure.disposed', { day: words.day(request.disposed) })}</>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
