/** Work streams of one group whose quarter I have still to tell of; a click says where they stand. */

import { makeStyles, mergeClasses } from '@fluentui/react-components'
import { useEffect, useMemo } from 'react'
import type { GroupEntry } from '../../contract/endpoints.ts'
import type { Day } from '../../domain/day.ts'
import { groupName } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isLead, isQuarterOwed, postsShown } from '../../domain/workstreamprompting.ts'
import { quarterKey } from '../../domain/workstreamquarter.ts'
import { makePeriodWords } from '../../words/periods.ts'
import { useCollection } from '../outbox/useCollection.ts'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'
import { useQuarterAsked } from '../workstreams/quarterasked.ts'
import { askedCard } from './askedcard.ts'
import { Section } from './Section.tsx'

const useStyles = makeStyles(askedCard)

export interface QuartersProps {
  readonly session: Session
  readonly group: GroupEntry
  readonly snapshot: Snapshot
  readonly today: Day
  readonly onOpen: (about: string, title: string) => void
  /** How many there are, whenever that changes. */
  readonly onCount: (count: number) => void
}

export function Quarters({ session, group, snapshot, today, onOpen, onCount }: QuartersProps) {
  const styles = useStyles()
  const words = useWords()
  const streams = useCollection(session, group.siteId, 'workstreams').values
  const quarters = useCollection(session, group.siteId, 'quarters').values
  const asked = useQuarterAsked(session, group.key)
  const period = asked?.period
  const owed = useMemo(() => {
    if (!streams || !quarters || !period) return []
    const posts = postsShown(group.key, snapshot.posts, today)
    return [...streams].filter(
      ([key, content]) => isQuarterOwed(key, content, period, quarters) && isLead(session.person, content, posts),
    )
  }, [streams, quarters, period, group.key, snapshot.posts, session.person, today])
  useEffect(() => onCount(owed.length), [onCount, owed.length])
  if (!asked) return null
  const due = { kind: 'day', day: asked.due, words: '' } as const
  return (
    <Section
      title={words.say('mine.quarters', { group: groupName(group, words.language) })}
      cards={owed.map(([key, { number, title, objective }]) => {
        const name = [number, title || objective].filter((each) => each !== '').join(' ')
        return (
          <button
            key={key}
            type="button"
            className={styles.card}
            onClick={() => onOpen(quarterKey(key, asked.period.key), name)}
          >
            <span className={styles.top}>
              <span>{makePeriodWords(asked.period, words.language)}</span>
              <span className={mergeClasses(styles.due, asked.due < today && styles.late)}>
                {words.due(due, today, null)}
              </span>
            </span>
            <span className={styles.title}>{name}</span>
          </button>
        )
      })}
    />
  )
}
