/** What of Control is asked of me in all my groups, what is due first first; a click opens the dialog that answers it. */

import { makeStyles, tokens } from '@fluentui/react-components'
import type { ControlAsked } from '../../contract/approvals.ts'
import type { GroupEntry } from '../../contract/endpoints.ts'
import type { Day } from '../../domain/day.ts'
import { groupName } from '../../domain/group.ts'
import { oneLine } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { askedCard } from './askedcard.ts'
import { Section } from './Section.tsx'

const useStyles = makeStyles({
  ...askedCard,
  group: { ...oneLine, flex: '1 1 8rem', color: tokens.colorNeutralForeground2 },
})

export interface AskedOfMeProps {
  readonly asked: readonly ControlAsked[]
  readonly groups: readonly GroupEntry[]
  readonly today: Day
  readonly onOpen: (asked: ControlAsked, title: string) => void
}

export function AskedOfMe({ asked, groups, today, onOpen }: AskedOfMeProps) {
  const styles = useStyles()
  const words = useWords()
  return (
    <Section
      title={words.say('mine.asked')}
      cards={asked.map((each) => {
        const { group, area, about, kind, due, since } = each
        const of = groups.find(({ key }) => key === group)
        const title = (words.language === 'cy' && each.titleWelsh) || each.title
        const what = words.say(`mine.asked.${kind}`)
        return (
          <button
            key={`${group} ${area} ${about}`}
            type="button"
            className={styles.card}
            onClick={() => onOpen(each, title || what)}
          >
            <span className={styles.top}>
              <span>{what}</span>
              {of && <span className={styles.group}>{groupName(of, words.language)}</span>}
              <span className={due !== null && due < today ? styles.late : undefined}>
                {due === null
                  ? words.say('mine.asked.since', { ago: words.relativeDay(since, today) })
                  : words.due({ kind: 'day', day: due, words: '' }, today, null)}
              </span>
            </span>
            <span className={styles.title}>{title}</span>
          </button>
        )
      })}
    />
  )
}
