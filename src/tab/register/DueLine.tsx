/**
 * How the due of an action moved, as a thin line in the order of days: the first due, which never changes, extensions
 * with their reasons, what is asked for, and the milestones on the way. Today stands on it.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { Action, Extension } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { lastDayOf, type Due } from '../../domain/due.ts'
import { isOpen } from '../../domain/status.ts'
import type { Words } from '../../words/words.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { DeedButton, FormAt, useReveals } from './acting.tsx'

const useStyles = makeStyles({
  line: { listStyleType: 'none', margin: '0', padding: '0' },
  step: {
    ...type.row,
    position: 'relative',
    paddingLeft: tokens.spacingHorizontalXL,
    paddingBottom: tokens.spacingVerticalM,
    overflowWrap: 'anywhere',
    ':not(:last-child)::after': {
      content: '""',
      position: 'absolute',
      left: '5.5px',
      top: '16px',
      bottom: '-6px',
      width: '1px',
      backgroundColor: tokens.colorNeutralStroke1,
    },
    ':last-child': { paddingBottom: '0' },
  },
  mark: { position: 'absolute', left: '1px', top: '5px', width: '10px', height: '10px' },
  current: { fontWeight: tokens.fontWeightSemibold },
  past: { color: tokens.colorNeutralForeground2 },
  today: { ...type.label, color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  beside: { ...type.label, color: tokens.colorNeutralForeground2 },
})

/** Drawn in a square of ten: a due is round, what is reached on the way a diamond, what is undecided hollow and dashed. */
const MARKS: Readonly<Record<Step['kind'], ReactNode>> = {
  first: <circle cx="5" cy="5" r="3.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  extended: <circle cx="5" cy="5" r="4" fill="currentColor" />,
  asked: <circle cx="5" cy="5" r="4" fill="none" stroke="currentColor" strokeWidth="1.2" strokeDasharray="2 1.6" />,
  milestone: <path d="M5 .8L9.2 5L5 9.2L.8 5Z" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  reached: <path d="M5 .3L9.7 5L5 9.7L.3 5Z" fill="currentColor" />,
  today: <path d="M0 5H10" stroke="currentColor" strokeWidth="2" />,
}

interface Step {
  readonly key: string
  readonly kind: 'first' | 'extended' | 'asked' | 'milestone' | 'reached' | 'today'
  readonly day: Day | null
  readonly said: string
  /** Who and why. */
  readonly beside: string
  readonly current: boolean
  readonly milestone?: string
}

/** True where there is more to say than when it is due. */
export function hasDueLine(action: Action): boolean {
  return action.extensions.length > 0 || action.extensionAsked !== null || action.milestones.length > 0
}

export interface DueLineProps {
  readonly action: Action
  readonly today: Day
  readonly nextMeeting: Day | null
}

export function DueLine({ action, today, nextMeeting }: DueLineProps) {
  const words = useWords()
  const styles = useStyles()
  const reveals = useReveals()
  return (
    <ol className={styles.line} aria-label={words.say('acting.dueLine')}>
      {stepsOf(action, today, nextMeeting, words).map(({ key, kind, said, beside, current, milestone }) => (
        <li key={key} className={mergeClasses(styles.step, reveals, kind === 'today' && styles.today)}>
          <svg className={styles.mark} viewBox="0 0 10 10" aria-hidden="true">
            {MARKS[kind]}
          </svg>
          <span className={mergeClasses(current ? styles.current : kind === 'first' && styles.past)}>
            <PassageText text={said} />
          </span>{' '}
          {kind === 'milestone' && milestone !== undefined && (
            <DeedButton deed="completeMilestone" about={milestone} icon={<CheckmarkRegular />}>
              {words.say('acting.completeMilestone')}
            </DeedButton>
          )}
          {beside !== '' && (
            <div className={styles.beside}>
              <PassageText text={beside} />
            </div>
          )}
          {milestone !== undefined && <FormAt place={`milestone ${milestone}`} />}
        </li>
      ))}
    </ol>
  )
}

function whoAndWhy(extension: Extension, words: Words): string {
  const { askedBy, askedOn, reason, decision } = extension
  if (askedBy) return `${askedBy.name}, ${words.day(askedOn)}: ${reason}`
  const about = { reason: reason || 'none', state: decision === null ? 'claimed' : 'confirmed' }
  return words.say('acting.dueLine.imported', about)
}

function stepsOf(action: Action, today: Day, nextMeeting: Day | null, words: Words): readonly Step[] {
  const { firstDue, extensions, extensionAsked: asked, milestones } = action
  const day = (due: Due): Day | null => lastDayOf(due, nextMeeting)
  const steps: Step[] = [
    ...(firstDue
      ? [
          {
            key: 'first',
            kind: 'first' as const,
            day: day(firstDue),
            said: words.say('acting.dueLine.first', { due: words.dueStated(firstDue) }),
            beside: '',
            current: extensions.length === 0,
          },
        ]
      : []),
    ...extensions.map((extension, index) => ({
      key: `extension ${index}`,
      kind: 'extended' as const,
      day: day(extension.to),
      said: words.say('acting.dueLine.extended', { due: words.dueStated(extension.to) }),
      beside: whoAndWhy(extension, words),
      current: index === extensions.length - 1,
    })),
    ...(asked
      ? [
          {
            key: 'asked',
            kind: 'asked' as const,
            day: day(asked.to),
            said: words.say('acting.dueLine.asked', { due: words.dueStated(asked.to) }),
            beside: `${asked.askedBy.name}, ${words.day(asked.askedOn)}: ${asked.reason}`,
            current: false,
          },
        ]
      : []),
    ...milestones.map((milestone) => ({
      key: milestone.id,
      kind: milestone.done ? ('reached' as const) : ('milestone' as const),
      day: milestone.done ?? day(milestone.due),
      said: milestone.purpose,
      beside: milestone.done
        ? words.say('acting.dueLine.reached', { day: words.day(milestone.done) })
        : words.dueStated(milestone.due),
      current: false,
      milestone: milestone.id,
    })),
    ...(isOpen(action)
      ? [
          {
            key: 'today',
            kind: 'today' as const,
            day: today,
            said: words.say('acting.dueLine.today'),
            beside: '',
            current: false,
          },
        ]
      : []),
  ]
  // What no calendar knows comes last.
  return steps.toSorted((a, b) => {
    if (a.day === null || b.day === null) return Number(a.day === null) - Number(b.day === null)
    return a.day < b.day ? -1 : a.day > b.day ? 1 : 0
  })
}
