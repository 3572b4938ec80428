/**
 * One organisation's response: how it stands, what it says, everything that became of it, and what whoever looks may do:
 * answer, sign off, accept, return with a reason, record for somebody, ask again, chase.
 */

import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Day } from '../../domain/day.ts'
import type { Marking, Person } from '../../domain/group.ts'
import { isMissing, isOwed, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import { askedOf, type ResponseCommand } from '../../domain/requestcommand.ts'
import { isOwnResponse, isSigner } from '../../domain/responding.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { type } from '../design/scale.ts'
import type { Keeping } from '../outbox/keeping.ts'
import type { Drafts } from '../register/drafts.ts'
import { useWords } from '../words.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import { AnswerView } from './AnswerView.tsx'
import type { Upload } from './FileField.tsx'
import type { AskFigures } from './filling.ts'
import { PassOnForm } from './PassOnForm.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import { usePosting } from './posting.ts'
import { PostedNotice, problemOf } from './PostedNotice.tsx'
import { ResponseMark } from './ResponseMark.tsx'
import { ResponseLog } from './ResponseLog.tsx'
import { standingOf, standingWords } from './standing.ts'

const useStyles = makeStyles({
  asked: {
    ...type.row,
    margin: '0',
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
})

/** What is being written in the panel. */
type Writing = 'answer' | 'record' | 'return' | 'notSignedOff' | 'askAgain' | 'pass' | 'notOurs'

export interface ResponsePanelProps {
  readonly request: RequestContent
  readonly response: ResponseContent
  readonly last: ResponseContent | null
  readonly snapshot: Snapshot
  readonly person: Person
  readonly isCoordinator: boolean
  readonly isAnalyst: boolean
  readonly today: Day
  readonly keeping: Pick<Keeping<ResponseContent, ResponseCommand>, 'post'> | null
  readonly drafts: Drafts
  readonly upload: Upload | null
  readonly figures: AskFigures | null
  /** Null for who may not. */
  readonly onChase: (() => void) | null
  /** Null where it is a page of its own, which begins with the answer. */
  readonly onOpenRequest: (() => void) | null
  /** Something was answered, signed off or passed on; what is to be said of it. */
  readonly onSettled?: (said: string) => void
  readonly onClose: (() => void) | null
}

export function ResponsePanel(props: ResponsePanelProps) {
  const { request, response, snapshot, person, isCoordinator, isAnalyst, today, keeping, onChase, onClose } = props
  const styles = useStyles()
  const words = useWords()
  const { posted, post } = usePosting(keeping)
  const standing = standingOf(request, response, today)
  const organisation = snapshot.organisations.get(response.organisation)
  const marking: Marking = request.marking ?? snapshot.group.marking
  const about = { key: response.key, of: askedOf(request) }
  const seen = response.log.length === 0 ? undefined : response

  const isOpen = request.status === 'open'
  const mine = isOwnResponse(person, response, snapshot.posts.values(), today)
  const judges = isOpen && (isCoordinator || isAnalyst) && !isMissing(response)
  const signs =
    isOpen && response.state === 'awaitingSignOff' && isSigner(person, response, snapshot.posts.values(), today)
  const answers = isOpen && mine && response.state !== 'accepted'
  const records = isOpen && isCoordinator && response.state !== 'accepted'
  const isPage = props.onOpenRequest === null
  const primary = mine && standing.missing ? 'answer' : null
  const [writing, setWriting] = useState<Writing | null>(
    isPage && answers && standing.missing && response.state !== 'awaitingSignOff' ? 'answer' : null,
  )
  const sign = async (): Promise<void> => {
    if (await post({ kind: 'signOff', ...about, signed: true, words: '' }, seen)) settle('signed')
  }
  const settle = (what: 'answered' | 'passed' | 'disowned' | 'signed'): void => {
    setWriting(null)
    props.onSettled?.(words.say(`requests.settled.${what}`))
  }

  return (
    <PanelFrame
      title={organisation?.name ?? response.organisation}
      over={request.title}
      onClose={onClose}
      isPage={isPage}
    >
      <ResponseMark look={standing.look} word={standingWords(standing, request, words, today)} />
      {request.words !== '' && <p className={styles.asked}>{request.words}</p>}
      {response.answer && <AnswerView answer={response.answer} fields={request.fields} />}
      <PostedNotice posted={posted} fields={['reason', 'words']} />
      {writing === 'answer' || writing === 'record' ? (
        <AnswerForm
          key={writing}
          request={request}
          response={response}
          last={props.last}
          keeping={keeping}
          drafts={props.drafts}
          marking={marking}
          recording={writing === 'record'}
          upload={props.upload}
          figures={props.figures}
          heading={isPage ? 'h2' : 'h3'}
          onDone={() => settle('answered')}
          onLeave={() => setWriting(null)}
        />
      ) : writing === 'pass' || writing === 'notOurs' ? (
        <PassOnForm
          mode={writing}
          request={request}
          response={response}
          snapshot={snapshot}
          person={person}
          today={today}
          keeping={keeping}
          onDone={() => settle(writing === 'pass' ? 'passed' : 'disowned')}
          onLeave={() => setWriting(null)}
        />
      ) : writing !== null ? (
        <ReasonForm
          key={writing}
          label={words.say(`requests.reason.${writing}`)}
          send={words.say(`requests.do.${writing}`)}
          problem={problemOf(posted, 'reason', words.refusal)}
          busy={posted.state === 'sending'}
          onLeave={() => setWriting(null)}
          onSend={async (text) => {
            const isKept = await post(
              writing === 'return'
                ? { kind: 'returnResponse', ...about, reason: text }
                : writing === 'askAgain'
                  ? { kind: 'askAgain', ...about, words: text }
                  : { kind: 'signOff', ...about, signed: false, words: text },
              seen,
            )
            if (isKept) setWriting(null)
          }}
        />
      ) : (
        <div className={styles.doors}>
          {answers && (
            <Button appearance={primary === 'answer' ? 'primary' : 'secondary'} onClick={() => setWriting('answer')}>
              {words.say(standing.missing ? 'requests.do.answer' : 'requests.do.answerAnew')}
            </Button>
          )}
          {signs && (
            <>
              <Button appearance="primary" onClick={() => void sign()}>
                {words.say('requests.do.signOff')}
              </Button>
              <Button onClick={() => setWriting('notSignedOff')}>{words.say('requests.do.notSignedOff')}</Button>
            </>
          )}
          {judges && response.state !== 'accepted' && (
            <Button
              appearance="primary"
              onClick={() => void post({ kind: 'acceptResponse', ...about, words: '' }, seen)}
            >
              {words.say('requests.do.accept')}
            </Button>
          )}
          {judges && <Button onClick={() => setWriting('return')}>{words.say('requests.do.return')}</Button>}
          {isOpen && isCoordinator && response.disowned && (
            <Button onClick={() => setWriting('askAgain')}>{words.say('requests.do.askAgain')}</Button>
          )}
          {isOwed(response) && onChase && <Button onClick={onChase}>{words.say('requests.chase.one')}</Button>}
          {records && <Button onClick={() => setWriting('record')}>{words.say('requests.do.record')}</Button>}
          {answers && standing.missing && (
            <>
              <Button onClick={() => setWriting('pass')}>{words.say('answer.pass')}</Button>
              {!response.disowned && (
                <Button onClick={() => setWriting('notOurs')}>{words.say('answer.notOurs')}</Button>
              )}
            </>
          )}
          {props.onOpenRequest && (
            <Button appearance="subtle" onClick={props.onOpenRequest}>
              {words.say('requests.openRequest')}
            </Button>
          )}
        </div>
      )}
      <ResponseLog response={response} request={request} today={today} heading={isPage ? 'h2' : 'h3'} />
    </PanelFrame>
  )
}

interface ReasonFormProps {
  readonly label: string
  readonly send: string
  readonly problem: string | undefined
  readonly busy: boolean
  readonly onSend: (text: string) => Promise<void>
  readonly onLeave: () => void
}

export function ReasonForm({ label, send, problem, busy, onSend, onLeave }: ReasonFormProps) {
  const styles = useStyles()
  const words = useWords()
  const [text, setText] = useState('')
  return (
    <div className={styles.form}>
      <Field label={label} validationMessage={problem ?? null}>
        <Textarea
          textarea={{ autoFocus: true }}
          resize="vertical"
          value={text}
          readOnly={busy}
          onChange={(_, data) => setText(data.value)}
        />
      </Field>
      <div className={styles.doors}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void onSend(text)}>
          {busy ? words.say('composer.sending') : send}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('requests.leave')}
        </Button>
      </div>
    </div>
  )
}
