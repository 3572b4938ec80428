/** One post as its cell and its card say it: who holds it, or that nobody does, and what is to be known besides. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Day } from '../../domain/day.ts'
import { type } from '../design/scale.ts'
import type { Words } from '../../words/words.ts'
import { useWords } from '../words.tsx'
import { GapMark } from './GapMark.tsx'
import type { Entry } from './table.ts'

const useStyles = makeStyles({
  entry: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalSNudge, minWidth: '0' },
  mark: { flexShrink: '0', paddingTop: tokens.spacingVerticalXXS },
  words: { display: 'flex', flexDirection: 'column', minWidth: '0' },
  first: { ...type.row, overflowWrap: 'anywhere' },
  gap: { fontWeight: tokens.fontWeightSemibold },
  more: { ...type.label, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

export interface EntryWordsProps {
  readonly entry: Entry
  readonly today: Day
}

export function EntryWords({ entry, today }: EntryWordsProps) {
  const styles = useStyles()
  const words = useWords()
  const { first, more } = sayEntry(entry, today, words)
  const isGap = entry.state !== 'held'
  return (
    <span className={styles.entry}>
      {isGap && (
        <span className={styles.mark}>
          <GapMark isStoodIn={entry.standing.deputy !== null} />
        </span>
      )}
      <span className={styles.words}>
        <span className={mergeClasses(styles.first, isGap && styles.gap)}>{first}</span>
        {more.map((each) => (
          <span key={each} className={styles.more}>
            {each}
          </span>
        ))}
      </span>
    </span>
  )
}

function sayEntry(
  { post, state, standing, outside }: Entry,
  today: Day,
  words: Words,
): { readonly first: string; readonly more: readonly string[] } {
  const { holder, deputy, appointment, coming, vacantSince } = standing
  const comes =
    coming?.holder && coming.from
      ? [words.say('people.coming', { name: coming.holder.name, day: words.shortDay(coming.from, today) })]
      : []
  const beside = post.lead === '' ? [] : [words.say('people.withLead', { lead: post.lead })]
  if (state !== 'held') {
    const since = vacantSince
      ? words.say('people.vacantSince', { day: words.shortDay(vacantSince, today) })
      : words.say('people.vacant')
    return {
      first: holder ? `${holder.name}: ${words.say('people.hasLeft')}` : since,
      more: [
        deputy ? words.say('people.standsIn', { name: deputy.name }) : words.say('people.nobodyStandsIn'),
        ...beside,
        ...comes,
      ],
    }
  }
  const until = appointment?.to ? [words.say('people.until', { day: words.shortDay(appointment.to, today) })] : []
  return {
    first: holder?.name ?? '',
    more: [
      ...outside.slice(0, 1).map(({ name }) => words.say('people.outside', { name })),
      ...(deputy ? [words.say('people.deputy', { name: deputy.name })] : []),
      ...beside,
      ...until,
      ...comes,
    ],
  }
}
