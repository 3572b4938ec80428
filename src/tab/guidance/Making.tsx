/** The version being prepared: whose it is, which bodies it went to and what they said, feedback, and what is to be done. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { Guidance, VersionTold } from '../../contract/guidance.ts'
import { useWords } from '../words.tsx'
import { useSender, type Place } from './asking.ts'
import { DeedForm, type Deed } from './DeedForms.tsx'
import { DraftForm, type DraftPlace } from './DraftForm.tsx'
import { Feedback } from './Feedback.tsx'
import { Trouble } from './FormFrame.tsx'
import { useGuidanceStyles } from './guidancestyles.ts'
import { Paragraphs } from './Paragraphs.tsx'
import { awaitedOf } from './shown.ts'
import { StandingMark } from './StandingMark.tsx'
import { Verdict } from './Verdict.tsx'

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
})

export interface MakingProps {
  readonly place: DraftPlace
  readonly version: VersionTold
  readonly told: Guidance
}

export function Making({ place, version, told }: MakingProps) {
  const styles = useGuidanceStyles()
  const words = useWords()
  const titleId = useId()
  const [open, setOpen] = useState<Deed | { readonly kind: 'write' } | null>(null)
  const { number, standing, submitted, interimAsked, refusals, asked } = version
  const leave = (): void => setOpen(null)
  const isDraft = standing === 'draft'
  const mayFeedBack = told.mayDraft || told.feedbackFor.length > 0
  const button = (deed: Deed['kind'] | 'write', label: string) => (
    <Button size="small" onClick={() => setOpen(deed === 'recordBody' ? null : { kind: deed })}>
      {label}
    </Button>
  )
  return (
    <section className={styles.box} aria-labelledby={titleId}>
      <div className={styles.line}>
        <h2 id={titleId} className={styles.heading}>
          {words.say('guidance.making', { number })}
        </h2>
        <span className={styles.grow} />
        <StandingMark look={standing} word={words.say(`guidance.standing.${standing}`)} />
      </div>
      <Facts version={version} told={told} />
      {refusals.map(({ by, on, reason, part }) => (
        <p key={`${on} ${reason}`} className={styles.said}>
          {words.say(part === 'interim' ? 'guidance.making.sentBack.interim' : 'guidance.making.sentBack', {
            name: by.name,
            day: words.day(on),
            reason,
          })}
        </p>
      ))}
      <Bodies version={version} onRecord={told.mayDraft ? (body) => setOpen({ kind: 'recordBody', body }) : null} />
      <details open={asked.some(({ whyNot }) => whyNot === null)}>
        <summary className={styles.fold}>{words.say('guidance.making.words')}</summary>
        <div className={styles.folded}>
          <Paragraphs text={version.text} textWelsh={version.textWelsh} />
        </div>
      </details>
      {submitted &&
        asked.map(
          (each) => each.part === 'agreed' && <Verdict key={each.part} place={place} version={version} asked={each} />,
        )}
      {interimAsked && (
        <div className={styles.block}>
          <h3 className={styles.heading}>{words.say('guidance.interim.asked')}</h3>
          <Paragraphs text={interimAsked.text} textWelsh={interimAsked.textWelsh} />
          <p className={styles.quiet}>
            {words.say('guidance.interim.asked.says', { name: interimAsked.by.name, day: words.day(interimAsked.on) })}
          </p>
          {asked.map(
            (each) =>
              each.part === 'interim' && <Verdict key={each.part} place={place} version={version} asked={each} />,
          )}
        </div>
      )}
      <Feedback version={version} organisations={told.organisations} />
      {open === null ? (
        <div className={styles.foot}>
          {told.mayDraft && isDraft && button('write', words.say('guidance.do.edit'))}
          {told.mayDraft && isDraft && button('submit', words.say('guidance.do.submit'))}
          {told.mayDraft && !isDraft && <TakeBack place={place} number={number} />}
          {told.mayDraft && button('askInterim', words.say('guidance.do.askInterim'))}
          {mayFeedBack && button('feedback', words.say('guidance.do.feedback'))}
          {version.mayWithdraw && button('withdraw', words.say('guidance.do.withdraw'))}
        </div>
      ) : open.kind === 'write' ? (
        <DraftForm
          place={place}
          number={number}
          version={version}
          before={null}
          told={told}
          onLeave={leave}
          onDone={leave}
        />
      ) : (
        <DeedForm place={place} deed={open} version={version} told={told} onLeave={leave} />
      )}
    </section>
  )
}

/** Who wrote it, who has it now, and from when it is to hold. */
export function Facts({ version, told }: Pick<MakingProps, 'version' | 'told'>) {
  const styles = useGuidanceStyles()
  const words = useWords()
  const { writers, submitted, validFrom, approver } = version
  const post = told.approvers.find((each) => each.post === approver)
  const title = post?.title ?? approver
  return (
    <p className={styles.quiet}>
      {words.say('guidance.making.writers', { names: words.list(writers.map(({ name }) => name)) })}{' '}
      {submitted &&
        `${words.say('guidance.making.submitted', { name: submitted.by.name, day: words.day(submitted.on) })} `}
      {post?.holder
        ? words.say('guidance.making.approver.held', { post: title, name: post.holder })
        : words.say('guidance.making.approver', { post: title })}{' '}
      {validFrom && words.say('guidance.making.validFrom', { day: words.day(validFrom) })}
    </p>
  )
}

export interface BodiesProps {
  readonly version: VersionTold
  readonly onRecord: ((body: string) => void) | null
}

/** The outside bodies that it went to, each with its answer and what shows it. */
export function Bodies({ version, onRecord }: BodiesProps) {
  const shared = useGuidanceStyles()
  const styles = useStyles()
  const words = useWords()
  const { submitted, answers } = version
  const awaited = awaitedOf(version)
  if (!submitted || submitted.bodies.length === 0) return null
  return (
    <div className={shared.block}>
      <h3 className={shared.heading}>{words.say('guidance.bodies')}</h3>
      <ul className={shared.list}>
        {submitted.bodies.map((body) => {
          const answer = answers.findLast((each) => each.body === body)
          const said = answer?.verdict ?? 'awaited'
          return (
            <li key={body} className={styles.body}>
              <StandingMark look={said} word={`${body}: ${words.say(`guidance.bodies.${said}`)}`} />
              {answer && (
                <span className={shared.quiet}>
                  {words.say('guidance.bodies.says', { day: words.day(answer.day), evidence: answer.evidence })}
                </span>
              )}
              {onRecord && awaited.includes(body) && (
                <Button size="small" onClick={() => onRecord(body)}>
                  {words.say('guidance.do.recordBody', { body })}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function TakeBack({ place, number }: { readonly place: Place; readonly number: number }) {
  const words = useWords()
  const { sending, change } = useSender(place)
  return (
    <>
      <Button
        size="small"
        disabledFocusable={sending.state === 'saving'}
        onClick={() => void change({ kind: 'takeBack', number })}
      >
        {words.say('guidance.do.takeBack')}
      </Button>
      <Trouble sending={sending} />
    </>
  )
}
