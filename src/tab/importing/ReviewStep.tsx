/** Every row of the document beside the action it becomes; what needs a look first. Accepting it is one button. */

import { Button, Field, Input, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useRef, useState } from 'react'
import { makeCommands } from '../../documents/commands.ts'
import type { MendAnswer, Problem } from '../../documents/problem.ts'
import type { Day } from '../../domain/day.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isClaimed } from '../../domain/status.ts'
import { type } from '../design/scale.ts'
import { Notice } from '../shell/Notice.tsx'
import { useWords } from '../words.tsx'
import { makeBatch, makeCommandId } from './batch.ts'
import { ColumnChoice, type ColumnChoices } from './ColumnChoice.tsx'
import type { Accepted } from './ImportPage.tsx'
import type { Source } from './reading.ts'
import { ReviewRow } from './ReviewRow.tsx'
import { countReview, openProblems, sortEntries, type Entry } from './review.ts'
import { useReview } from './useReview.ts'

const useStyles = makeStyles({
  bar: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: '10px 24px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  strip: {
    ...type.reading,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '8px',
    fontWeight: tokens.fontWeightSemibold,
  },
  look: { color: 'var(--statusTextAMBER)' },
  lost: { color: 'var(--statusTextRED)' },
  space: { flex: '1 1 0' },
  body: { maxWidth: '80rem', margin: '0 auto', padding: '16px 24px 48px' },
  title: { ...type.title, margin: 0 },
  of: { ...type.row, color: tokens.colorNeutralForeground2, margin: '2px 0 12px' },
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '16px 24px', marginBottom: '16px' },
  keys: { ...type.label, color: tokens.colorNeutralForeground2, margin: '0 0 12px' },
  rows: { display: 'grid', gap: '12px', margin: 0, padding: 0, listStyleType: 'none' },
})

const UNDATED = new Set<Problem['code']>(['undatedUpdate', 'impossibleDate', 'incompleteDate'])

export interface ReviewStepProps {
  readonly source: Source
  readonly group: string
  readonly snapshot: Snapshot | null
  readonly today: Day
  readonly onOther: () => void
  readonly onAccept: (accepted: Accepted) => void
}

export function ReviewStep({ source, group, snapshot, today, onOther, onAccept }: ReviewStepProps) {
  const styles = useStyles()
  const words = useWords()
  const [answers, setAnswers] = useState<readonly MendAnswer[]>([])
  const [columns, setColumns] = useState<ColumnChoices>([])
  const [dayTyped, setDayTyped] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const day = parseDayWords(dayTyped, today, 'past')
  const dayGiven = day !== null && day <= today ? day : null
  const { review, unreadable } = useReview(source, answers, columns, dayGiven, today)
  const [batch, setBatch] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    void makeBatch(group, source).then((made) => current && setBatch(made))
    return () => {
      current = false
    }
  }, [group, source])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => answerByKey(event, list.current)
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  const held = useMemo(() => [...(snapshot?.actions.values() ?? [])], [snapshot])
  const present = useMemo(() => new Set(held.map((action) => action.reference)), [held])
  // An import that was left before its discharges were confirmed is finished here.
  const unconfirmed = held.some((action) => action.origin.batch === batch && isClaimed(action))

  if (unreadable) {
    const name = source.name ?? words.say('documents.pasted')
    return (
      <Notice
        title={words.say('importing.unreadable')}
        step={{ label: words.say('importing.other'), do: onOther }}
        urgent
      >
        {words.say(`documents.unreadable.${unreadable.code}`, { name, ...unreadable.values })}
      </Notice>
    )
  }
  if (!review) return <ProgressBar aria-label={words.say('importing.reading')} />

  const entries = sortEntries(review.entries, answers)
  const counts = countReview(review.entries, answers)
  const isPresent = (entry: Entry): boolean => entry.action !== null && present.has(entry.action.reference)
  const already = review.entries.filter(isPresent).length
  const mends = review.entries.flatMap((entry) => openProblems(entry, answers).filter((problem) => problem.mend))
  const asksDay = dayTyped !== '' || mends.concat(review.entries.flatMap((e) => e.problems)).some(isUndated)

  const answer = (problem: Problem, how: 'take' | 'leave'): void => {
    setAnswers((now) => [...now, { row: problem.row, code: problem.code, sheet: problem.sheet, answer: how }])
    focusNext(list.current)
  }

  const accept = (): void => {
    if (!snapshot || batch === null) return
    const actions = review.entries.flatMap((entry) => (entry.action ? [entry.action] : []))
    const document = source.name ?? words.say('documents.pasted')
    const commands = makeCommands(actions, {
      batch,
      document,
      organisations: snapshot.organisations.values(),
      makeId: (index) => makeCommandId(batch, index),
    })
    const fresh = commands.filter((command) => !present.has(command.imported?.reference ?? ''))
    const discharging = fresh.some((command) => command.imported?.status === 'discharged')
    onAccept({ batch, commands: fresh, confirm: discharging || unconfirmed })
  }

  const coming = counts.actions - already
  return (
    <>
      <div className={styles.bar}>
        <output className={styles.strip}>
          <span>{words.say('importing.strip.actions', { count: counts.actions })}</span>
          <span aria-hidden>·</span>
          <span className={counts.needLook > 0 ? styles.look : undefined}>
            {words.say('importing.strip.needLook', { count: counts.needLook })}
          </span>
          <span aria-hidden>·</span>
          <span className={counts.lost > 0 ? styles.lost : undefined}>
            {words.say('importing.strip.lost', { count: counts.lost })}
          </span>
          {already > 0 && (
            <>
              <span aria-hidden>·</span>
              <span>{words.say('importing.strip.present', { count: already })}</span>
            </>
          )}
        </output>
        <span className={styles.space} />
        {answers.length > 0 && (
          <Button appearance="subtle" onClick={() => setAnswers((now) => now.slice(0, -1))}>
            {words.say('importing.undo')}
          </Button>
        )}
        <Button onClick={onOther}>{words.say('importing.other')}</Button>
        <Button
          appearance="primary"
          disabledFocusable={(coming === 0 && !unconfirmed) || !snapshot || batch === null}
          onClick={accept}
        >
          {coming === 0 && unconfirmed
            ? words.say('importing.confirm')
            : words.say('importing.bring', { count: coming })}
        </Button>
      </div>
      <div className={styles.body}>
        <h1 className={styles.title}>{words.say('importing.review.title')}</h1>
        <p className={styles.of}>{words.say('importing.review.of', { document: source.name ?? 'none' })}</p>
        <div className={styles.tools}>
          <ColumnChoice tables={review.tables} choices={columns} onChange={setColumns} />
          {asksDay && (
            <Field
              label={words.say('importing.day')}
              hint={words.say('importing.day.hint')}
              validationMessage={dayTyped !== '' && dayGiven === null ? words.say('importing.day.wrong') : null}
            >
              <Input value={dayTyped} onChange={(_, data) => setDayTyped(data.value)} autoComplete="off" />
            </Field>
          )}
          {mends.length > 1 && (
            <Button
              onClick={() =>
                setAnswers((now) => [
                  ...now,
                  ...mends.map(({ row, code, sheet }) => ({ row, code, sheet, answer: 'take' as const })),
                ])
              }
            >
              {words.say('importing.takeAll', { count: mends.length })}
            </Button>
          )}
        </div>
        {counts.needLook > 0 && <p className={styles.keys}>{words.say('importing.keys')}</p>}
        <ol className={styles.rows} ref={list}>
          {entries.map((entry) => (
            <ReviewRow
              key={`${entry.sheet ?? ''}:${entry.row}`}
              entry={entry}
              answers={answers}
              present={isPresent(entry)}
              onAnswer={answer}
            />
          ))}
        </ol>
      </div>
    </>
  )
}

function isUndated(problem: Problem): boolean {
  return UNDATED.has(problem.code)
}

/** T and L answer the problem that has the focus, or else the first one; each has its button. */
function answerByKey(event: KeyboardEvent, list: HTMLElement | null): void {
  const key = event.key.toLowerCase()
  if ((key !== 't' && key !== 'l') || event.ctrlKey || event.altKey || event.metaKey) return
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, select, textarea, [role=listbox]')) return
  const asked = target?.closest('[data-problem]') ?? list?.querySelector('[data-problem]')
  const button = asked?.querySelector<HTMLButtonElement>(key === 't' ? '[data-take]' : '[data-leave]')
  button?.click()
  if (button) event.preventDefault()
}

/** After an answer the next question has the focus, so that one key after the other settles them all. */
function focusNext(list: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const buttons = list?.querySelectorAll<HTMLButtonElement>('[data-problem] button:not([disabled])') ?? []
    const active = document.activeElement
    const after = [...buttons].find(
      (button) =>
        !active ||
        active === document.body ||
        active.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    after?.focus()
  })
}
