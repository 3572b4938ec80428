/**
 * One period of a return as a table, organisation by field, with totals and how they changed. An analyst accepts what
 * was answered, or returns it with a reason. The organisations' column and the head stay while the rest is scrolled.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Day } from '../../domain/day.ts'
import { daysBetween } from '../../domain/day.ts'
import type { RequestField } from '../../domain/request.ts'
import {
  changeOf,
  completenessOf,
  figureOf,
  isComplete,
  isLate,
  standingOf,
  totalOf,
  type ReturnAnswer,
} from '../../domain/returntable.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { isFigure, organisationName } from './shown.ts'
import { StandingMark } from './StandingMark.tsx'

export const useTableStyles = makeStyles({
  // What is only heard in it scrolls with it.
  scroll: { position: 'relative', overflowX: 'auto', ':focus-visible': focusRing },
  table: { ...type.row, borderCollapse: 'separate', borderSpacing: '0', minWidth: '100%' },
  caption: { ...hiddenFromEyes },
  cell: {
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    ...type.label,
    color: tokens.colorNeutralForeground2,
    verticalAlign: 'bottom',
    borderBottomColor: tokens.colorNeutralStroke1,
  },
  first: { minWidth: '7rem', position: 'sticky', left: '0', zIndex: 1, fontWeight: tokens.fontWeightSemibold },
  number: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  quiet: { ...type.label, color: tokens.colorNeutralForeground2, display: 'block' },
  total: {
    fontWeight: tokens.fontWeightSemibold,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottom: 'none',
  },
})

export interface PeriodTableProps {
  readonly title: string
  readonly name: string
  readonly fields: readonly RequestField[]
  readonly answers: readonly ReturnAnswer[]
  readonly due: Day
  /** The period before it; null: there is none to compare with. */
  readonly before: { readonly name: string; readonly answers: readonly ReturnAnswer[] } | null
  readonly snapshot: Snapshot
  readonly today: Day
  /** What may be done about an organisation's answer, and about all, in a column of its own; null: nothing. */
  readonly judge: { readonly one: (answer: ReturnAnswer) => ReactNode; readonly all: ReactNode } | null
}

export function PeriodTable({ title, name, fields, answers, due, before, snapshot, today, judge }: PeriodTableProps) {
  const words = useWords()
  const styles = useTableStyles()
  const figures = fields.filter(isFigure)
  const numbers = figures.filter((field) => field.type === 'number')
  const caption = words.say('returns.table', { title, period: name })
  const head = mergeClasses(styles.cell, styles.head)
  return (
    // A region that scrolls can be reached and moved with the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.scroll} role="region" aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(head, styles.first)}>
              {words.say('returns.organisation')}
            </th>
            <th scope="col" className={head}>
              {words.say('returns.standing')}
            </th>
            {figures.map((field) => (
              <th key={field.key} scope="col" className={mergeClasses(head, isNumber(field) && styles.number)}>
                {field.title}
                {field.unit !== null && <span className={styles.quiet}>{field.unit}</span>}
              </th>
            ))}
            {judge && (
              <th scope="col" className={head}>
                {words.say('returns.judge')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <tr key={answer.organisation}>
              <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
                {organisationName(answer.organisation, snapshot)}
              </th>
              <td className={styles.cell}>
                <StandingMark standing={standingOf(answer, due, today)} />
                {noteOf(answer, due, words).map((note) => (
                  <span key={note} className={styles.quiet}>
                    {note}
                  </span>
                ))}
              </td>
              {figures.map((field) => (
                <td key={field.key} className={mergeClasses(styles.cell, isNumber(field) && styles.number)}>
                  {figureWords(answer, field, words)}
                  <ChangeNote field={field} answers={[answer]} before={before} isShort />
                </td>
              ))}
              {judge && <td className={styles.cell}>{judge.one(answer)}</td>}
            </tr>
          ))}
        </tbody>
        {(numbers.length > 0 || judge) && (
          <tfoot>
            <tr>
              <th scope="row" className={mergeClasses(styles.cell, styles.first, styles.total)}>
                {words.say('returns.total')}
              </th>
              <td className={mergeClasses(styles.cell, styles.total)}>
                {words.say('returns.time.share', { ...completenessOf(answers, due) })}
              </td>
              {figures.map((field) => {
                const total = isNumber(field) ? totalOf(answers, field.key) : null
                return (
                  <td key={field.key} className={mergeClasses(styles.cell, styles.total, styles.number)}>
                    {total && words.number(total.sum)}
                    {total && total.of < total.asked && (
                      <span className={styles.quiet}>{words.say('returns.total.of', { ...total })}</span>
                    )}
                    {total && <ChangeNote field={field} answers={answers} before={before} />}
                  </td>
                )
              })}
              {judge && <td className={mergeClasses(styles.cell, styles.total)}>{judge.all}</td>}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

interface ChangeNoteProps extends Pick<PeriodTableProps, 'answers' | 'before'> {
  readonly field: RequestField
  /** The period that it is compared with is heard, and seen in the totals alone. */
  readonly isShort?: boolean
}

function ChangeNote({ field, answers, before, isShort = false }: ChangeNoteProps) {
  const words = useWords()
  const styles = useTableStyles()
  const change = isNumber(field) && before ? changeOf(answers, before.answers, field.key) : null
  if (!change || !before) return null
  const said = changeWords(change, answers.length, before.name, words)
  if (!isShort) return <span className={styles.quiet}>{said}</span>
  return (
    <span className={styles.quiet} title={said}>
      <span aria-hidden>{signed(change.difference, words)}</span>
      <span className={styles.caption}>{said}</span>
    </span>
  )
}

/** `+4 on Q2 2026/27`; where not all could be compared, in how many. */
function changeWords(
  { difference, of }: { readonly difference: number; readonly of: number },
  asked: number,
  period: string,
  words: Words,
): string {
  const change = signed(difference, words)
  if (of < asked) return words.say('returns.change.of', { change, period, of })
  return difference === 0
    ? words.say('returns.change.none', { period })
    : words.say('returns.change', { change, period })
}

function signed(difference: number, words: Words): string {
  const size = words.number(Math.abs(difference))
  return difference === 0 ? '±0' : difference > 0 ? `+${size}` : `−${size}`
}

function isNumber({ type: kind }: RequestField): boolean {
  return kind === 'number'
}

function figureWords(answer: ReturnAnswer, field: RequestField, words: Words): string {
  if (!isComplete(answer)) return '–'
  const figure = figureOf(answer, field.key)
  if (figure === 'nil') return words.say('returns.nil')
  if (figure !== null) return words.number(figure)
  const value = answer.values[field.key]
  if (typeof value === 'boolean') return words.say(value ? 'returns.yes' : 'returns.no')
  return value === undefined || value === '' ? '–' : String(value)
}

/** What its mark leaves unsaid: how late it came, that it was accepted, that it still waits inside its organisation. */
function noteOf(answer: ReturnAnswer, due: Day, words: Words): readonly string[] {
  const notes: string[] = []
  if (isLate(answer, due)) {
    notes.push(words.say('returns.late.days', { count: daysBetween(due, answer.answeredOn ?? due) }))
  }
  if (answer.state === 'accepted') notes.push(words.say('returns.accepted'))
  if (answer.state === 'awaitingSignOff') notes.push(words.say('returns.awaitingSignOff'))
  return notes
}
