/** Every version that was agreed or withdrawn, newest first: from when to when it held, by whom, its words folded. */

import { useId } from 'react'
import type { Guidance, GuidanceTold, VersionTold } from '../../contract/guidance.ts'
import { addDays } from '../../domain/day.ts'
import { useWords } from '../words.tsx'
import { Bodies } from './Making.tsx'
import { Feedback } from './Feedback.tsx'
import { useGuidanceStyles } from './guidancestyles.ts'
import { Paragraphs } from './Paragraphs.tsx'
import { StandingMark } from './StandingMark.tsx'

export interface EarlierProps {
  readonly guidance: GuidanceTold
  readonly organisations: Guidance['organisations']
}

export function Earlier({ guidance, organisations }: EarlierProps) {
  const styles = useGuidanceStyles()
  const words = useWords()
  const titleId = useId()
  const versions = guidance.versions.filter(({ standing }) => standing !== 'draft' && standing !== 'submitted')
  if (versions.length === 0) return null
  return (
    <section className={styles.block} aria-labelledby={titleId}>
      <h2 id={titleId} className={styles.heading}>
        {words.say('guidance.earlier')}
      </h2>
      <ol className={styles.list}>
        {versions.map((version) => (
          <li key={version.number}>
            <OneVersion version={version} next={nextOf(version, guidance)} organisations={organisations} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface OneVersionProps {
  readonly version: VersionTold
  readonly next: VersionTold | null
  readonly organisations: Guidance['organisations']
}

function OneVersion({ version, next, organisations }: OneVersionProps) {
  const styles = useGuidanceStyles()
  const words = useWords()
  const { number, standing, agreed, interim, holdsFrom, withdrawn } = version
  const until = standing === 'superseded' && next?.holdsFrom ? words.day(addDays(next.holdsFrom, -1)) : null
  return (
    <details>
      <summary className={styles.fold}>
        {words.say('guidance.version', { number })}{' '}
        <StandingMark look={standing} word={words.say(`guidance.standing.${standing}`)} />
      </summary>
      <div className={styles.folded}>
        {agreed && holdsFrom && (
          <p className={styles.quiet}>
            {words.say(until === null ? 'guidance.earlier.agreed' : 'guidance.earlier.agreed.until', {
              name: agreed.by.name,
              day: words.day(agreed.on),
              from: words.day(holdsFrom),
              until: until ?? '',
            })}
          </p>
        )}
        {interim && (
          <p className={styles.quiet}>{words.say('guidance.earlier.interim', { day: words.day(interim.on) })}</p>
        )}
        {withdrawn && (
          <p className={styles.said}>
            {words.say('guidance.earlier.withdrawn', {
              name: withdrawn.by.name,
              day: words.day(withdrawn.on),
              reason: withdrawn.reason,
            })}
          </p>
        )}
        <Paragraphs text={version.text} textWelsh={version.textWelsh} />
        <Bodies version={version} onRecord={null} />
        <Feedback version={version} organisations={organisations} />
      </div>
    </details>
  )
}

/** The one that took its place. */
function nextOf({ number }: VersionTold, { versions }: GuidanceTold): VersionTold | null {
  return versions.findLast((each) => each.number > number && each.holdsFrom !== null) ?? null
}
