/**
 * Somebody else was quicker: for each thing that differs, what it was, what they made of it and what its reader wants,
 * beside each other; who it was and when; and the choice. Nothing is chosen for anybody.
 */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Action, Update } from '../../domain/action.ts'
import type { Command } from '../../domain/command.ts'
import type { Day } from '../../domain/day.ts'
import type { ActionRegister, Snapshot } from '../../domain/snapshot.ts'
import { dayOfInstant, timeOfInstant } from '../../words/clock.ts'
import { PassageText } from '../design/PassageText.tsx'
import { type } from '../design/scale.ts'
import { textOf } from '../outbox/unsentwords.ts'
import { useWords } from '../words.tsx'
import { differencesOf } from './differences.ts'

const useStyles = makeStyles({
  conflict: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  title: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: '0' },
  text: { ...type.row, margin: '0' },
  field: { ...type.label, fontWeight: tokens.fontWeightSemibold, margin: `${tokens.spacingVerticalXS} 0 0` },
  versions: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(116px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    margin: '0',
  },
  version: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  /** Both hands, apart from what it was. */
  theirs: { boxShadow: `inset 3px 0 0 ${tokens.colorStatusWarningBorderActive}` },
  mine: { boxShadow: `inset 3px 0 0 ${tokens.colorCompoundBrandStroke}` },
  label: { ...type.label, color: tokens.colorNeutralForeground2 },
  value: { ...type.row, margin: '0', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  alone: { margin: '0' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface ConflictProps {
  readonly register: Pick<ActionRegister, 'history' | 'me'>
  readonly snapshot: Snapshot
  readonly today: Day
  readonly command: Command
  /** As its author saw it. */
  readonly seen: Action
  readonly now: Action
  readonly onSendAnyway: () => void
  /** Back to the words; null where there are none. */
  readonly onKeep: (() => void) | null
  readonly onDiscard: () => void
}

export function Conflict(props: ConflictProps) {
  const { register, snapshot, today, command, seen, now, onSendAnyway, onKeep, onDiscard } = props
  const words = useWords()
  const styles = useStyles()
  const other = useOther(register, seen, now)
  const day = other && dayOfInstant(other.enteredAt)
  const time = other && timeOfInstant(other.enteredAt)
  const written = textOf(command, snapshot, words)
  const differences = differencesOf(command, seen, now, { snapshot, words, today, me: register.me() })
  return (
    <section className={styles.conflict} role="alert">
      <h3 className={styles.title}>{words.say('composer.stale.title')}</h3>
      <p className={styles.text}>
        {other && day && time && `${words.say('conflict.by', { author: other.author, day: words.day(day), time })} `}
        {words.say('composer.stale.text')}
      </p>
      {differences.map(({ field, was, theirs, mine }) => (
        <div key={field} role="group" aria-label={field}>
          <h4 className={styles.field}>{field}</h4>
          <dl className={styles.versions}>
            <div className={styles.version}>
              <dt className={styles.label}>{words.say('composer.stale.seen')}</dt>
              <dd className={styles.value}>
                <PassageText text={was} />
              </dd>
            </div>
            <div className={mergeClasses(styles.version, styles.theirs)}>
              <dt className={styles.label}>{words.say('composer.stale.now')}</dt>
              <dd className={styles.value}>
                <PassageText text={theirs} />
              </dd>
            </div>
            {mine !== null && (
              <div className={mergeClasses(styles.version, styles.mine)}>
                <dt className={styles.label}>{words.say('conflict.mine')}</dt>
                <dd className={styles.value}>
                  <PassageText text={mine} />
                </dd>
              </div>
            )}
          </dl>
        </div>
      ))}
      {written !== '' && differences.every(({ mine }) => mine === null) && (
        <dl className={mergeClasses(styles.version, styles.mine, styles.alone)}>
          <dt className={styles.label}>{words.say('conflict.words')}</dt>
          <dd className={styles.value}>{written}</dd>
        </dl>
      )}
      <div className={styles.choices}>
        <Button appearance="primary" size="small" onClick={onSendAnyway}>
          {words.say('composer.stale.send')}
        </Button>
        {onKeep && (
          <Button size="small" onClick={onKeep}>
            {words.say('composer.stale.keep')}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={onDiscard}>
          {words.say('composer.stale.discard')}
        </Button>
      </div>
    </section>
  )
}

/** The entry that somebody else made since: the history knows who and when, the row doesn't. Null until it is read. */
function useOther(register: Pick<ActionRegister, 'history' | 'me'>, seen: Action, now: Action): Update | null {
  const [other, setOther] = useState<{ readonly at: string; readonly update: Update | null } | null>(null)
  const { id, version } = now
  const { name } = register.me()
  useEffect(() => {
    let current = true
    register.history(id).then(
      (updates) => {
        const theirs = updates.filter((update) => update.author !== name && update.enteredAt > seen.modifiedAt)
        const latest = theirs.reduce<Update | null>(
          (last, update) => (last && last.enteredAt >= update.enteredAt ? last : update),
          null,
        )
        if (current) setOther({ at: version, update: latest })
      },
      // Then it stands there without a name; the history itself says that it couldn't be read.
      () => current && setOther(null),
    )
    return () => {
      current = false
    }
  }, [register, id, version, seen.modifiedAt, name])
  return other?.at === version ? other.update : null
}
