/** What is decided on, as its decider has to see it: the action, what is asked with its reason, by whom, and its history. */

import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowRightRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { ApprovalDetail } from '../../contract/approvals.ts'
import type { Day } from '../../domain/day.ts'
import { PassageText } from '../design/PassageText.tsx'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  details: { ...type.reading, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  parts: { ...type.row, margin: `${tokens.spacingVerticalS} 0 0`, padding: '0', listStyleType: 'none' },
  letter: { fontWeight: tokens.fontWeightSemibold },
  asked: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  name: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  words: { ...type.reading, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  dues: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM, margin: '0' },
  due: { ...type.reading, margin: '0', overflowWrap: 'anywhere' },
  to: { ...type.reading, margin: '0', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  arrow: { flexShrink: '0', color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(130px, 1fr))',
    gap: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    margin: '0',
  },
  fact: { ...type.row, margin: '0', overflowWrap: 'anywhere' },
  fold: {
    ...type.row,
    fontWeight: tokens.fontWeightSemibold,
    minHeight: '24px',
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  history: { listStyleType: 'none', margin: `${tokens.spacingVerticalM} 0 0`, padding: '0' },
  entry: {
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginBottom: tokens.spacingVerticalL,
  },
  head: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  said: { ...type.row, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** The action's own words. */
export function Subject({ detail }: { readonly detail: ApprovalDetail }) {
  const styles = useStyles()
  const words = useWords()
  return (
    <div>
      <p className={styles.details}>
        <PassageText text={detail.details} />
      </p>
      {detail.parts.length > 0 && (
        <ul className={styles.parts} aria-label={words.say('decide.parts')}>
          {detail.parts.map(({ letter, details }) => (
            <li key={letter}>
              <span className={styles.letter}>({letter})</span> <PassageText text={details} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

export interface AskedProps {
  readonly asked: NonNullable<ApprovalDetail['asked']>
  readonly kind: ApprovalDetail['kind']
  readonly today: Day
}

export function Asked({ asked, kind, today }: AskedProps) {
  const styles = useStyles()
  const words = useWords()
  const lapsed = words.relativeDay(asked.lapsesOn, today)
  return (
    <>
      <div className={styles.asked}>
        {kind === 'extension' && (
          <>
            <dl className={styles.dues}>
              <div>
                <dt className={styles.name}>{words.say('decide.from')}</dt>
                <dd className={styles.due}>{asked.from || words.say('decide.noDue')}</dd>
              </div>
              <ArrowRightRegular className={styles.arrow} aria-hidden />
              <div>
                <dt className={styles.name}>{words.say('decide.to')}</dt>
                <dd className={styles.to}>{asked.to}</dd>
              </div>
            </dl>
            {asked.count !== null && <p className={styles.fact}>{words.say('decide.count', { count: asked.count })}</p>}
          </>
        )}
        <h2 className={styles.name}>{words.say(kind === 'extension' ? 'decide.reason' : 'decide.evidence')}</h2>
        <p className={styles.words}>
          {asked.words === '' ? words.say('decide.noWords') : <PassageText text={asked.words} />}
        </p>
      </div>
      <dl className={styles.facts}>
        <Fact name={words.say('decide.askedBy')}>
          {asked.askedBy ?? words.say('decide.somebody')}
          <div className={styles.head}>
            {words.say('decide.askedOn', {
              day: words.day(asked.askedOn),
              ago: words.relativeDay(asked.askedOn, today),
            })}
          </div>
        </Fact>
        <Fact name={words.say('decide.lapsesOn')}>
          {words.day(asked.lapsesOn)}
          <div className={styles.head}>
            {asked.lapsesOn < today ? lapsed : words.say('decide.lapses', { ago: lapsed })}
          </div>
        </Fact>
      </dl>
    </>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <div>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.fact}>{children}</dd>
    </div>
  )
}

/** Folded: it is there for who doubts, and in nobody's way. */
export function Past({ history }: Pick<ApprovalDetail, 'history'>) {
  const styles = useStyles()
  const words = useWords()
  if (history.length === 0) return <p className={styles.quiet}>{words.say('decide.history.none')}</p>
  return (
    <details>
      <summary className={styles.fold}>{words.say('decide.history', { count: history.length })}</summary>
      <ol className={styles.history}>
        {history.map((entry, index) => (
          // Nothing is added above while it is read, and entries have no ids here.
          <li key={index} className={styles.entry}>
            <p className={styles.head}>
              {words.day(entry.day)} · {entry.author}
            </p>
            {entry.event && (
              <p className={styles.quiet}>
                <PassageText text={words.event(entry.event)} />
              </p>
            )}
            {entry.text !== '' && (
              <p className={styles.said}>
                <PassageText text={entry.text} />
              </p>
            )}
            {entry.next !== null && (
              <p className={styles.quiet}>
                <PassageText text={words.say('decide.next', { words: entry.next })} />
              </p>
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
