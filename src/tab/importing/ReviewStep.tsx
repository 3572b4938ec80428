/** Every row of the document beside what becomes of it; what needs a look first. Accepting it is one button. */

import { Button, Field, Input, makeStyles, ProgressBar, tokens } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import { makeEditionCommands } from '../../documents/editioncommands.ts'
import type { Comparison } from '../../documents/edition.ts'
import type { Problem } from '../../documents/problem.ts'
import type { Command } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import { parseDayWords } from '../../domain/duewords.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isUnconfirmed } from '../../domain/status.ts'
import { PAGE_FOOT, type } from '../design/scale.ts'
import { Notice } from '../shell/Notice.tsx'
import { useWords } from '../words.tsx'
import { makeBatch, makeCommandId } from './batch.ts'
import type { Accepted } from './accepted.ts'
import type { Known, Source } from './reading.ts'
import { countReview, isEdition, openProblems, type Answer } from './review.ts'
import { ReviewBar } from './ReviewBar.tsx'
import { ReviewList } from './ReviewList.tsx'
import { TableChoice, type TableChoices } from './TableChoice.tsx'
import { useReview } from './useReview.ts'

const useStyles = makeStyles({
  step: { display: 'flex', flexDirection: 'column', minHeight: '100%' },
  body: {
    flexGrow: 1,
    width: '100%',
    boxSizing: 'border-box',
    maxWidth: '80rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL} ${PAGE_FOOT}`,
  },
  title: { ...type.title, margin: 0 },
  of: { ...type.row, margin: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalM}` },
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: `${tokens.spacingHorizontalL} ${tokens.spacingHorizontalXXL}`,
    marginBottom: tokens.spacingVerticalL,
  },
  keys: { ...type.label, margin: `0 0 ${tokens.spacingVerticalM}`, '@media (hover: none)': { display: 'none' } },
})

const UNDATED = new Set<Problem['code']>(['undatedUpdate', 'impossibleDate', 'incompleteDate'])
const AS_RECOGNISED: TableChoices = { columns: [], left: null }

export interface ReviewStepProps {
  readonly source: Source
  readonly group: string
  readonly known: Known
  readonly snapshot: Snapshot
  readonly today: Day
  readonly onOther: () => void
  readonly onAccept: (accepted: Accepted) => void
}

export function ReviewStep({ source, group, known, snapshot, today, onOther, onAccept }: ReviewStepProps) {
  const styles = useStyles()
  const words = useWords()
  const [answers, setAnswers] = useState<readonly Answer[]>([])
  const [choices, setChoices] = useState(AS_RECOGNISED)
  const [dayTyped, setDayTyped] = useState('')
  const day = parseDayWords(dayTyped, today, 'past')
  const dayGiven = day !== null && day <= today ? day : null
  const asked = useMemo(
    () => ({
      answers,
      ...choices,
      organisations: [...snapshot.organisations.values()],
      posts: [...snapshot.posts.values()],
      today,
      ...(dayGiven === null ? {} : { day: dayGiven }),
    }),
    [answers, choices, snapshot, today, dayGiven],
  )
  const { review, unreadable } = useReview(source, known, asked)
  const [batch, setBatch] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    void makeBatch(group, source).then((made) => current && setBatch(made))
    return () => {
      current = false
    }
  }, [group, source])

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

  const counts = countReview(review, answers)
  const open = review.entries.flatMap((entry) => openProblems(entry, answers))
  const mends = open.filter((problem) => problem.mend)
  const asksDay = dayTyped !== '' || open.some((problem) => UNDATED.has(problem.code))
  // An import that was left before its discharges were confirmed is finished here.
  const unconfirmed = [...snapshot.actions.values()].some((each) => batch !== null && isUnconfirmed(each, batch))
  const brings = bringsAnything(review.comparison)
  const edition = isEdition(review)

  const accept = async (id: string): Promise<void> => {
    const document = source.name ?? words.say('importing.pasted')
    const commands = await makeEditionCommands(review.comparison, {
      batch: id,
      document,
      reason: words.say('importing.reason', { document }),
      organisations: snapshot.organisations.values(),
      posts: snapshot.posts.values(),
      makeId: makeCommandId,
    })
    const confirm = unconfirmed || commands.some(isDischarge)
    onAccept({ batch: id, commands, seen: snapshot.actions, confirm })
  }

  return (
    <div className={styles.step}>
      <ReviewBar
        counts={counts}
        edition={edition}
        onUndo={answers.length === 0 ? null : () => setAnswers((now) => now.slice(0, -1))}
        onOther={onOther}
        accept={{
          label:
            !brings && unconfirmed
              ? words.say('importing.confirm')
              : edition
                ? words.say(brings ? 'importing.bringNew' : 'importing.bringNothing')
                : words.say('importing.bring', { count: counts.actions }),
          do: batch !== null && (brings || unconfirmed) ? () => void accept(batch) : null,
        }}
      />
      <div className={styles.body}>
        <h1 className={styles.title}>{words.say(edition ? 'importing.review.edition' : 'importing.review.title')}</h1>
        <p className={styles.of}>{words.say('importing.review.of', { document: source.name ?? 'none' })}</p>
        <div className={styles.tools}>
          <TableChoice tables={review.tables} choices={choices} onChange={setChoices} />
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
        <ReviewList
          review={review}
          answers={answers}
          snapshot={snapshot}
          onAnswer={(answer) => setAnswers((now) => [...now, answer])}
        />
      </div>
    </div>
  )
}

function bringsAnything({ fresh, matched }: Comparison): boolean {
  return (
    fresh.length > 0 ||
    matched.some(
      ({ newUpdates, statusTurn, taken }) => newUpdates.length > 0 || statusTurn === 'forwards' || taken.size > 0,
    )
  )
}

function isDischarge(command: Command): boolean {
  const status =
    command.kind === 'addAction'
      ? command.imported?.status
      : command.kind === 'mergeEdition'
        ? command.status
        : undefined
  return status === 'discharged'
}
