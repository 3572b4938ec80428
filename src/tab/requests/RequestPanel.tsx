/**
 * One request: what is asked, by when, of whom; how each organisation stands, in a list that opens their responses; and
 * for the coordinator the few things that become of it: chase the missing, ask a further organisation, let one off, move
 * the due, close it.
 */

import { Button, Checkbox, Field, Input, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { Day } from '../../domain/day.ts'
import { lastDayOf } from '../../domain/due.ts'
import { parseDueWords } from '../../domain/duewords.ts'
import { isOwed, missingOf, responseOf, type RequestContent, type ResponseContent } from '../../domain/request.ts'
import type { RequestCommand } from '../../domain/requestcommand.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { PassageText } from '../design/PassageText.tsx'
import { focusRing, type } from '../design/scale.ts'
import type { Keeping } from '../outbox/keeping.ts'
import { useWords } from '../words.tsx'
import { PanelFrame } from './PanelFrame.tsx'
import { usePosting } from './posting.ts'
import { PostedNotice, problemOf } from './PostedNotice.tsx'
import { ResponseMark } from './ResponseMark.tsx'
import { ReasonForm } from './ResponsePanel.tsx'
import { standingOf, standingWords } from './standing.ts'

const useStyles = makeStyles({
  facts: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
  },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
  words: { ...type.reading, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  list: { margin: '0', padding: '0', listStyleType: 'none', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  line: {
    ...type.row,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '36px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  doors: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  choices: { display: 'flex', flexDirection: 'column' },
  problem: { ...type.label, margin: '0', color: tokens.colorPaletteRedForeground1 },
  said: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
})

type Changing = 'putTo' | 'takeOut' | 'moveDue' | 'close' | 'reopen'

export interface RequestPanelProps {
  readonly request: RequestContent
  readonly responses: ReadonlyMap<string, ResponseContent>
  readonly snapshot: Snapshot
  readonly today: Day
  readonly isCoordinator: boolean
  readonly keeping: Pick<Keeping<RequestContent, RequestCommand>, 'post'> | null
  /** Null for who may not. */
  readonly onChase: (() => void) | null
  readonly onOpenAction: (action: string) => void
  readonly onOpenResponse: (organisation: string) => void
  readonly onClose: () => void
}

export function RequestPanel(props: RequestPanelProps) {
  const { request, responses, snapshot, today, isCoordinator, keeping, onChase, onOpenAction, onClose } = props
  const styles = useStyles()
  const words = useWords()
  const listId = useId()
  const [changing, setChanging] = useState<Changing | null>(null)
  const { posted, post } = usePosting(keeping)
  const busy = posted.state === 'sending'
  const missing = missingOf(request, responses)
  const owed = missing.filter((key) => isOwed(responseOf(request, key, responses)))
  const action = request.action === null ? undefined : snapshot.actions.get(request.action)
  const isOpen = request.status === 'open'
  const isLate = isOpen && missing.length > 0 && request.due !== null && request.due < today
  const about = { key: request.key }
  const unasked = [...snapshot.organisations.values()].filter(({ key }) => !request.organisations.includes(key))
  const done = (isKept: boolean): void => void (isKept && setChanging(null))
  const marking = request.marking ?? snapshot.group.marking

  return (
    <PanelFrame title={request.title} over={words.say('requests.one')} onClose={onClose}>
      <div className={styles.facts}>
        <span className={isLate ? styles.late : undefined}>{dueWords(request, today, isLate, words)}</span>
        {action && (
          <Link as="button" onClick={() => onOpenAction(action.id)}>
            {words.say('requests.ofAction', { reference: action.reference })}
          </Link>
        )}
        {request.signOff && <span>{words.say('requests.signOff')}</span>}
        <MarkingMark marking={marking} />
      </div>
      {request.words !== '' && (
        <p className={styles.words}>
          <PassageText text={request.words} />
        </p>
      )}
      {request.fields.length > 0 && (
        <p className={styles.said}>
          {words.say('requests.asksFor', { fields: words.list(request.fields.map(({ title }) => title)) })}
        </p>
      )}
      <section aria-labelledby={listId}>
        <h3 id={listId} className={styles.title}>
          {words.say('requests.answered', {
            count: request.organisations.length - missing.length,
            all: request.organisations.length,
          })}
        </h3>
        <ul className={styles.list}>
          {request.organisations.map((key) => {
            const standing = standingOf(request, responseOf(request, key, responses), today)
            return (
              <li key={key}>
                <button type="button" className={styles.line} onClick={() => props.onOpenResponse(key)}>
                  <span>{snapshot.organisations.get(key)?.name ?? key}</span>
                  <ResponseMark look={standing.look} word={standingWords(standing, request, words, today)} />
                </button>
              </li>
            )
          })}
        </ul>
      </section>
      <PostedNotice posted={posted} fields={['reason', 'due', 'organisations']} />
      {changing === 'putTo' || changing === 'takeOut' ? (
        <OrganisationChoice
          label={words.say(`requests.${changing}`)}
          choices={
            changing === 'putTo'
              ? unasked
              : [...snapshot.organisations.values()].filter(({ key }) => request.organisations.includes(key))
          }
          one={changing === 'takeOut'}
          busy={busy}
          problem={problemOf(posted, 'reason', words.refusal) ?? problemOf(posted, 'organisations', words.refusal)}
          onLeave={() => setChanging(null)}
          onSend={async (chosen, reason) => {
            const [organisation = ''] = chosen
            done(
              await post(
                changing === 'putTo'
                  ? { kind: 'putTo', ...about, organisations: chosen }
                  : { kind: 'takeOut', ...about, organisation, reason },
                request,
              ),
            )
          }}
        />
      ) : changing === 'moveDue' ? (
        <MoveDue
          today={today}
          busy={busy}
          problem={(field) => problemOf(posted, field, words.refusal)}
          onLeave={() => setChanging(null)}
          onSend={async (due, reason) => done(await post({ kind: 'moveDue', ...about, due, reason }, request))}
        />
      ) : changing !== null ? (
        <ReasonForm
          label={words.say(`requests.reason.${changing}`, { count: missing.length })}
          send={words.say(`requests.do.${changing}`)}
          problem={problemOf(posted, 'reason', words.refusal)}
          busy={busy}
          onLeave={() => setChanging(null)}
          onSend={async (text) =>
            done(
              await post(
                changing === 'close'
                  ? { kind: 'closeRequest', ...about, words: text }
                  : { kind: 'reopenRequest', ...about, reason: text },
                request,
              ),
            )
          }
        />
      ) : (
        isCoordinator && (
          <div className={styles.doors}>
            {isOpen && onChase && owed.length > 0 && (
              <Button appearance="primary" onClick={onChase}>
                {words.say('requests.chase', { count: owed.length })}
              </Button>
            )}
            {isOpen && unasked.length > 0 && (
              <Button onClick={() => setChanging('putTo')}>{words.say('requests.putTo')}</Button>
            )}
            {isOpen && request.organisations.length > 1 && (
              <Button onClick={() => setChanging('takeOut')}>{words.say('requests.takeOut')}</Button>
            )}
            {isOpen && <Button onClick={() => setChanging('moveDue')}>{words.say('requests.moveDue')}</Button>}
            <Button onClick={() => setChanging(isOpen ? 'close' : 'reopen')}>
              {words.say(isOpen ? 'requests.do.close' : 'requests.do.reopen')}
            </Button>
          </div>
        )
      )}
    </PanelFrame>
  )
}

function dueWords(
  { due, status }: RequestContent,
  today: Day,
  isLate: boolean,
  words: ReturnType<typeof useWords>,
): string {
  if (status === 'closed') return words.say('requests.closed')
  if (due === null) return words.say('requests.noDue')
  const told = words.due({ kind: 'day', day: due, words: '' }, today, null)
  return isLate ? `${words.day(due)}, ${told}` : words.say('requests.dueBy', { day: words.day(due), told })
}

interface OrganisationChoiceProps {
  readonly label: string
  readonly choices: readonly { readonly key: string; readonly name: string }[]
  /** One, with a reason. */
  readonly one: boolean
  readonly busy: boolean
  readonly problem: string | undefined
  readonly onSend: (chosen: readonly string[], reason: string) => Promise<void>
  readonly onLeave: () => void
}

function OrganisationChoice({ label, choices, one, busy, problem, onSend, onLeave }: OrganisationChoiceProps) {
  const styles = useStyles()
  const words = useWords()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const toggle = (key: string, isChosen: boolean): void =>
    setChosen(isChosen ? (one ? [key] : [...chosen, key]) : chosen.filter((each) => each !== key))
  return (
    <div className={styles.form}>
      <div role="group" aria-label={label} className={styles.choices}>
        {choices.map(({ key, name }) => (
          <Checkbox
            key={key}
            label={name}
            checked={chosen.includes(key)}
            disabled={busy}
            onChange={(_, data) => toggle(key, data.checked === true)}
          />
        ))}
      </div>
      {problem !== undefined && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {one && (
        <Field label={words.say('requests.reason.takeOut')}>
          <Input value={reason} readOnly={busy} onChange={(_, data) => setReason(data.value)} />
        </Field>
      )}
      <div className={styles.doors}>
        <Button
          appearance="primary"
          disabledFocusable={busy || chosen.length === 0}
          onClick={() => void onSend(chosen, reason)}
        >
          {label}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('requests.leave')}
        </Button>
      </div>
    </div>
  )
}

interface MoveDueProps {
  readonly today: Day
  readonly busy: boolean
  readonly problem: (field: string) => string | undefined
  readonly onSend: (due: Day, reason: string) => Promise<void>
  readonly onLeave: () => void
}

function MoveDue({ today, busy, problem, onSend, onLeave }: MoveDueProps) {
  const styles = useStyles()
  const words = useWords()
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const day = dayFrom(typed, today)
  return (
    <div className={styles.form}>
      <DayField
        label={words.say('requests.moveDue')}
        value={typed}
        today={today}
        problem={problem('due')}
        onChange={setTyped}
      />
      <Field label={words.say('requests.reason.moveDue')} validationMessage={problem('reason') ?? null}>
        <Input value={reason} readOnly={busy} onChange={(_, data) => setReason(data.value)} />
      </Field>
      <div className={styles.doors}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void onSend(day ?? '', reason)}>
          {words.say('requests.moveDue')}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('requests.leave')}
        </Button>
      </div>
    </div>
  )
}

export interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly today: Day
  readonly problem: string | undefined
  readonly onChange: (value: string) => void
}

/** A day typed in words, with how it was read beside it: a request has a day, so that everybody has the same. */
export function DayField({ label, value, today, problem, onChange }: DayFieldProps) {
  const words = useWords()
  const day = dayFrom(value, today)
  const hint = day ? `${words.day(day)} (${words.relativeDay(day, today)})` : words.say('requests.due.hint')
  return (
    <Field label={label} hint={hint} validationMessage={problem ?? null}>
      <Input value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  )
}

/** Null: no day follows from the words. */
export function dayFrom(typed: string, today: Day): Day | null {
  const due = parseDueWords(typed, today)
  return due && lastDayOf(due, null)
}
