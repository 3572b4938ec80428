/**
 * The Access room: who may use a restricted resource, what waits for the reader, what runs out, which organisation has
 * nobody, how it stood on a past day, and how it compares with the database's own list. The service decides how much of
 * it anybody is shown, and logs each look.
 */

import { makeStyles } from '@fluentui/react-components'
import { useState, useSyncExternalStore } from 'react'
import { groupName } from '../../domain/group.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { addressOfPage, type AskArea } from '../shell/page.ts'
import { Queries } from '../shell/queries.tsx'
import type { RoomProps } from '../shell/room.ts'
import { SignInBar } from '../shell/SignInBar.tsx'
import { useWords } from '../words.tsx'
import { AccessRoom } from './AccessRoom.tsx'
import { AskAccess } from './AskAccess.tsx'
import { AskReview } from './AskReview.tsx'
import { useAccess, useLookAgain } from './reading.ts'
import type { Named } from './shown.ts'

const useStyles = makeStyles({ dialog: { height: '100%', overflowY: 'auto' } })

/** What is asked in this page's place, where Teams shows no dialogs. */
type AskedHere = { readonly area: AskArea; readonly about: string } | null

export function AccessPage(props: RoomProps) {
  return (
    <Queries>
      <Loaded {...props} />
    </Queries>
  )
}

function Loaded({ session, page, register, asked }: RoomProps) {
  const styles = useStyles()
  const words = useWords()
  const read = useAccess(session, page.group)
  const lookAgain = useLookAgain(page.group)
  const snapshot = useSyncExternalStore(register.subscribe, register.snapshot)
  const [askedHere, setAskedHere] = useState<AskedHere>(null)
  const access = read.data
  if (read.isError && !access) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  if (!access || !snapshot) return <Opening />
  if (askedHere !== null) {
    const Asking = askedHere.area === 'review' ? AskReview : AskAccess
    const close = (said: unknown): void => {
      setAskedHere(null)
      if (said !== null) void lookAgain()
    }
    return (
      <div className={styles.dialog}>
        <Asking session={session} group={page.group} about={askedHere.about} onClose={close} />
      </div>
    )
  }
  const ask = (area: 'access' | 'review', about: string, title: string): void => {
    const address = addressOfPage({ kind: 'ask', group: page.group, area, about })
    const opened = session.host.dialogs.open({ address, title })
    if (opened === false) setAskedHere({ area, about })
    // Whatever was pressed in it: how it stands is what counts.
    else void opened.then(() => lookAgain())
  }
  const named: Named = (organisation) => snapshot.organisations.get(organisation)?.name ?? organisation
  return (
    <>
      <SignInBar tokens={session.tokens} />
      <AccessRoom
        {...{ session, access, named, ask, asked }}
        group={page.group}
        title={groupName(snapshot.group, words.language)}
        marking={snapshot.group.marking}
        onChanged={() => void lookAgain()}
      />
    </>
  )
}
