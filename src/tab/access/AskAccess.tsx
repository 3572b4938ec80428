/**
 * One person's access, asked of whoever decides it or confirms the account: in a dialog, a phone's first. Whatever has
 * happened meanwhile is said instead; the service decides who may.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import { accessEndpoints, type NominationTold } from '../../contract/access.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { AskProps } from '../ask/ask.ts'
import { useAsked } from '../ask/asked.tsx'
import { useSender, type Sender } from '../decide/deciding.ts'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { AccessMark } from './AccessMark.tsx'
import { AccountForm } from './AccountForm.tsx'
import type { OfNomination } from './asked.ts'
import { AskFrame } from '../ask/AskFrame.tsx'
import { Close } from '../ask/Close.tsx'
import { History, whyWords } from './History.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { nameOf } from './shown.ts'
import { VerdictForm, type VerdictWanted } from './VerdictForm.tsx'

const useStyles = makeStyles({
  fold: {
    ...type.row,
    fontWeight: tokens.fontWeightSemibold,
    minHeight: '24px',
    marginBottom: tokens.spacingVerticalS,
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  why: { ...type.row, margin: '0' },
})

export function AskAccess({ session, group, about, onClose }: AskProps) {
  const words = useWords()
  const place = { key: group, nomination: about }
  const verdict = useSender<VerdictWanted, NominationTold>((request) =>
    session.api.ask(accessEndpoints.decideAccess, place, request),
  )
  const { told, instead } = useAsked({
    session,
    key: ['access', group, 'one', about],
    ask: () => session.api.ask(accessEndpoints.nomination, place),
    sending: verdict.deciding,
  })
  if (instead) return instead
  const { nomination, names } = told
  const props = {
    session,
    group,
    nomination,
    names: {
      organisation: names.organisation,
      resource: nameOf({ name: names.resource, nameWelsh: names.resourceWelsh }, words.language),
    },
    onClose,
  }
  if (verdict.deciding.state === 'decided') return <Decided {...props} decided={verdict.deciding.decided} />
  if (nomination.acts.includes('decide') && nomination.hash !== null) {
    return <Deciding {...props} hash={nomination.hash} verdict={verdict} />
  }
  if (nomination.acts.includes('confirmOpened') || nomination.acts.includes('confirmClosed')) {
    return <AccountForm {...props} />
  }
  return <Standing {...props} refused={verdict.deciding.state === 'refused' ? verdict.deciding.refusal : null} />
}

function Deciding(
  props: OfNomination & { readonly hash: string; readonly verdict: Sender<VerdictWanted, NominationTold> },
) {
  const { session, group, nomination, names, hash, verdict, onClose } = props
  const styles = useStyles()
  const words = useWords()
  const { name } = nomination.person
  return (
    <AskFrame
      session={session}
      group={group}
      title={words.say(nomination.isResumption ? 'access.ask.title.back' : 'access.ask.title', { name })}
      foot={<VerdictForm nomination={nomination} hash={hash} verdict={verdict} onClose={onClose} />}
      {...(verdict.deciding.state === 'unclear' ? { onSignedIn: verdict.again } : {})}
    >
      <PersonFacts nomination={nomination} {...names} today={session.clock.today()} />
      <details>
        <summary className={styles.fold}>{words.say('access.history')}</summary>
        <History history={nomination.history} />
      </details>
    </AskFrame>
  )
}

/** After the reader's own press. */
function Decided({
  session,
  group,
  nomination,
  decided,
  onClose,
}: OfNomination & { readonly decided: NominationTold }) {
  const words = useWords()
  const { name } = nomination.person
  const { waitsFor } = decided
  const isApproved = waitsFor !== null || decided.standing === 'active'
  return (
    <AskFrame
      session={session}
      group={group}
      title={words.say(isApproved ? 'access.ask.done.approved' : 'access.ask.done.refused', { name })}
      lead={
        waitsFor === 'assetOwner' || waitsFor === 'databaseAdministrator'
          ? words.say(`access.ask.done.${waitsFor}`)
          : words.say('access.ask.done.told')
      }
      isOutcome
      foot={<Close onClose={onClose} settled={`access-${nomination.key}`} />}
    >
      <AccessMark standing={decided.standing} strong />
    </AskFrame>
  )
}

/** Nothing waits for the reader, or no longer: how it stands. */
function Standing(props: OfNomination & { readonly refused: ServiceRefusal | null }) {
  const { session, group, nomination, refused, onClose } = props
  const styles = useStyles()
  const words = useWords()
  return (
    <AskFrame
      session={session}
      group={group}
      title={nomination.person.name}
      lead={refused ? words.refusal(refused) : words.say('access.ask.elsewhere')}
      isOutcome={refused !== null}
      foot={<Close onClose={onClose} settled={`access-${nomination.key}`} />}
    >
      <AccessMark standing={nomination.standing} strong />
      <p className={styles.why}>{whyWords(nomination, words)}</p>
      <History history={nomination.history} />
    </AskFrame>
  )
}
