/** What consultees said of a version: folded, and kept with it for good. */

import type { Guidance, VersionTold } from '../../contract/guidance.ts'
import { useWords } from '../words.tsx'
import { useGuidanceStyles } from './guidancestyles.ts'

export interface FeedbackProps {
  readonly version: VersionTold
  readonly organisations: Guidance['organisations']
}

export function Feedback({ version, organisations }: FeedbackProps) {
  const styles = useGuidanceStyles()
  const words = useWords()
  const { feedback } = version
  if (feedback.length === 0) return null
  return (
    <details>
      <summary className={styles.fold}>{words.say('guidance.feedback.count', { count: feedback.length })}</summary>
      <ul className={styles.list}>
        {feedback.map(({ id, organisation, body, by, on, words: said }) => {
          const known = organisations.find(({ key }) => key === organisation)
          const who = known?.name ?? organisation ?? body
          return (
            <li key={id}>
              <p className={styles.said}>{said}</p>
              <p className={styles.quiet}>
                {words.say('guidance.feedback.by', { who, day: words.day(on), name: by.name })}
              </p>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
