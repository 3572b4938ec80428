/** One person, opened: what they may use and on whose say, what happened, oldest last; and what the reader may do. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { NominationTold, ResourceTold } from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import { type } from '../design/scale.ts'
import { PanelFrame } from '../requests/PanelFrame.tsx'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { AccessMark } from './AccessMark.tsx'
import { DeedForm, type Deed } from './DeedForm.tsx'
import { History, whyWords } from './History.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { nameOf, type Named } from './shown.ts'

const useStyles = makeStyles({
  standing: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  why: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  deeds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  said: { ...type.row, fontWeight: tokens.fontWeightSemibold },
})

export interface PersonPanelProps {
  readonly session: Session
  readonly group: string
  readonly nomination: NominationTold
  readonly resource: ResourceTold
  readonly named: Named
  readonly today: Day
  /** Null: on a past day nothing is done. */
  readonly onAsk: ((nomination: string) => void) | null
  readonly onRenominate: (nomination: NominationTold) => void
  readonly onChanged: () => void
  readonly onClose: () => void
}

export function PersonPanel(props: PersonPanelProps) {
  const { session, group, nomination, resource, named, today, onAsk, onRenominate, onChanged, onClose } = props
  const styles = useStyles()
  const words = useWords()
  const [deed, setDeed] = useState<Deed | null>(null)
  const [done, setDone] = useState<Deed | null>(null)
  const { person, standing, since, acts, history } = nomination
  const begin = (next: Deed): void => {
    setDone(null)
    setDeed(next)
  }
  const ending: Deed = standing === 'waitsForApprover' || standing === 'waitsForOwner' ? 'withdraw' : 'revoke'
  return (
    <PanelFrame title={person.name} over={nameOf(resource, words.language)} onClose={onClose}>
      <div className={styles.standing}>
        <AccessMark standing={standing} strong />
        <p className={styles.why}>
          {words.say('access.since', { day: words.day(since), ago: words.relativeDay(since, today) })}{' '}
          {whyWords(nomination, words)}
        </p>
        <output className={styles.said}>{done !== null && words.say(`access.saved.${done}`)}</output>
      </div>
      {deed === null ? (
        onAsk !== null && (
          <div className={styles.deeds}>
            {(acts.includes('decide') || acts.includes('confirmOpened') || acts.includes('confirmClosed')) && (
              <Button appearance="primary" onClick={() => onAsk(nomination.key)}>
                {words.say(acts.includes('decide') ? 'access.do.decide' : 'access.do.confirm')}
              </Button>
            )}
            {acts.includes('askBack') && (
              <Button onClick={() => begin('askBack')}>{words.say('access.askBack')}</Button>
            )}
            {acts.includes('renominate') && (
              <Button onClick={() => onRenominate(nomination)}>{words.say('access.renominate')}</Button>
            )}
            {acts.includes('suspend') && (
              <Button onClick={() => begin('suspend')}>{words.say('access.suspend')}</Button>
            )}
            {acts.includes('revoke') && <Button onClick={() => begin(ending)}>{words.say(`access.${ending}`)}</Button>}
          </div>
        )
      ) : (
        <DeedForm
          key={deed}
          session={session}
          group={group}
          nomination={nomination}
          deed={deed}
          onLeave={() => setDeed(null)}
          onDone={() => {
            setDone(deed)
            setDeed(null)
            onChanged()
          }}
        />
      )}
      <PersonFacts nomination={nomination} organisation={named(nomination.organisation)} today={today} />
      <History history={history} />
    </PanelFrame>
  )
}
