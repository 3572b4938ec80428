/**
 * Guidance in a dialog, on a phone or beside the chat: what holds, to be acknowledged; or what waits for the reader's
 * decision, with who wrote it and what others said. One screen, one thing to do.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Guidance, GuidanceTold, VersionTold } from '../../contract/guidance.ts'
import { groupName } from '../../domain/group.ts'
import type { AskProps } from '../ask/ask.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { hiddenFromEyes, type } from '../design/scale.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { SignInBar } from '../shell/SignInBar.tsx'
import { LaterWords, useWords } from '../words.tsx'
import { Acknowledge } from './Acknowledge.tsx'
import { useGuidance, type Place } from './asking.ts'
import { Feedback } from './Feedback.tsx'
import { useGuidanceStyles } from './guidancestyles.ts'
import { Bodies, Facts } from './Making.tsx'
import { Paragraphs, titleOf } from './Paragraphs.tsx'
import { Position } from './Position.tsx'
import { decisionsOf } from './shown.ts'
import { Verdict } from './Verdict.tsx'

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    maxWidth: '44rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
  },
  hidden: hiddenFromEyes,
  group: { ...type.label, flex: '1 1 8rem', margin: '0', color: tokens.colorNeutralForeground2 },
})

export function AskGuidance(props: AskProps) {
  return (
    <LaterWords>
      <Loaded {...props} />
    </LaterWords>
  )
}

/** What the reader did here. */
type Done =
  | { readonly kind: 'read'; readonly organisation: string }
  | { readonly kind: 'decided'; readonly verdict: 'approved' | 'refused'; readonly of: Waiting }

interface Waiting {
  readonly version: VersionTold
  readonly asked: VersionTold['asked'][number]
}

function Loaded({ session, group, about, onClose }: AskProps) {
  const words = useWords()
  const read = useGuidance(session, group)
  const [done, setDone] = useState<Done | null>(null)
  if (read.isPending) return <Opening />
  if (read.isError) {
    return <FaultNotice fault={read.error} onAgain={() => void read.refetch()} tokens={session.tokens} />
  }
  const told = read.data
  // Of a version, too: what is asked of it may have passed on to the next.
  const key = about.replace(/\.\d+$/, '')
  const guidance = told.guidance.find((each) => each.key === key)
  if (!guidance) return <Notice title={words.say('guidance.title')}>{words.say('guidance.gone')}</Notice>
  const close = onClose && ((): void => onClose(done ? { settled: about } : null))
  if (done !== null && (done.kind === 'decided' || guidance.asksYou.length === 0)) {
    return (
      <Notice
        urgent
        title={titleOfDone(done, told, words)}
        {...(close ? { step: { label: words.say('guidance.close'), do: close } } : {})}
      >
        {words.say(done.kind === 'read' ? 'guidance.ask.done.note' : 'guidance.decide.done.note')}
      </Notice>
    )
  }
  return (
    <>
      <SignInBar tokens={session.tokens} />
      <Asked
        place={{ session, group, guidance: key }}
        guidance={guidance}
        told={told}
        onDone={setDone}
        onClose={close}
      />
    </>
  )
}

interface AskedProps {
  readonly place: Place
  readonly guidance: GuidanceTold
  readonly told: Guidance
  readonly onDone: (done: Done) => void
  readonly onClose: (() => void) | null
}

function Asked({ place, guidance, told, onDone, onClose }: AskedProps) {
  const styles = useStyles()
  const shared = useGuidanceStyles()
  const words = useWords()
  const [waiting] = decisionsOf(guidance)
  const titled =
    waiting?.version ??
    guidance.versions.find(({ number }) => number === guidance.position?.number) ??
    guidance.versions[0]
  return (
    <article className={styles.page}>
      <div className={shared.line}>
        <p className={styles.group}>{groupName(told.group, words.language)}</p>
        <MarkingMark marking={told.group.marking} />
      </div>
      <h1 className={shared.title}>{titled && titleOf(titled, words.language)}</h1>
      {waiting ? (
        <>
          <h2 className={styles.hidden}>{words.say('guidance.making.words')}</h2>
          <ToDecide waiting={waiting} told={told} />
          <Verdict
            place={place}
            {...waiting}
            onDecided={(verdict) => onDone({ kind: 'decided', verdict, of: waiting })}
            onLater={onClose}
          />
        </>
      ) : (
        <>
          {guidance.asksYou.length === 0 && (
            <div className={shared.block}>
              <h2 className={shared.heading}>{words.say('guidance.ask.nothing')}</h2>
              <p className={shared.quiet}>{words.say('guidance.ask.nothing.note')}</p>
            </div>
          )}
          <Position guidance={guidance} />
          <Acknowledge
            place={place}
            guidance={guidance}
            organisations={told.organisations}
            onDone={(organisation) => onDone({ kind: 'read', organisation })}
          />
          {guidance.asksYou.length === 0 && onClose && (
            <div>
              <Button onClick={onClose}>{words.say('guidance.close')}</Button>
            </div>
          )}
        </>
      )}
    </article>
  )
}

/** Exactly what is decided on, by whom, and what others said of it. */
function ToDecide({ waiting: { version, asked }, told }: { readonly waiting: Waiting; readonly told: Guidance }) {
  const shared = useGuidanceStyles()
  const words = useWords()
  const { interimAsked } = version
  if (asked.part === 'interim') {
    return (
      <div className={shared.block}>
        {interimAsked && <Paragraphs text={interimAsked.text} textWelsh={interimAsked.textWelsh} />}
        {interimAsked && (
          <p className={shared.quiet}>
            {words.say('guidance.interim.asked.says', { name: interimAsked.by.name, day: words.day(interimAsked.on) })}
          </p>
        )}
      </div>
    )
  }
  return (
    <div className={shared.block}>
      <Paragraphs text={version.text} textWelsh={version.textWelsh} />
      <Facts version={version} told={told} />
      <Bodies version={version} onRecord={null} />
      <Feedback version={version} organisations={told.organisations} />
    </div>
  )
}

function titleOfDone(done: Done, told: Guidance, words: ReturnType<typeof useWords>): string {
  if (done.kind === 'decided') {
    const { version, asked } = done.of
    return words.say(`guidance.decide.done.${done.verdict}.${asked.part}`, { number: version.number })
  }
  const organisation = told.organisations.find(({ key }) => key === done.organisation)?.name ?? done.organisation
  return words.say('guidance.ask.done', { organisation })
}
