/** The same table in one column, for a phone: an organisation after the other, its posts as what one presses. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { Day } from '../../domain/day.ts'
import type { Role } from '../../domain/group.ts'
import { focusRing, PAGE_FOOT, type } from '../design/scale.ts'
import { statusColour } from '../design/theme.ts'
import { useWords } from '../words.tsx'
import { EntryWords } from './EntryWords.tsx'
import { GapMark } from './GapMark.tsx'
import type { PeopleTable } from './table.ts'

const useStyles = makeStyles({
  list: {
    flex: '1 1 0',
    minHeight: '0',
    overflowY: 'auto',
    listStyleType: 'none',
    margin: '0',
    padding: `0 0 ${PAGE_FOOT}`,
  },
  name: {
    ...type.row,
    fontWeight: tokens.fontWeightSemibold,
    margin: '0',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`,
  },
  posts: { listStyleType: 'none', margin: '0', padding: '0' },
  post: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    width: '100%',
    minHeight: '44px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  gap: { boxShadow: `inset 3px 0 0 ${statusColour('RED')}` },
  stoodIn: { boxShadow: `inset 3px 0 0 ${statusColour('AMBER')}` },
  title: { ...type.label, color: tokens.colorNeutralForeground2 },
  missing: { ...type.row, display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge },
  missingWords: { fontWeight: tokens.fontWeightSemibold },
})

export interface PostCardsProps {
  readonly table: PeopleTable
  readonly today: Day
  readonly mayChange: boolean
  readonly onOpen: (post: string) => void
  readonly onAdd: (given: { readonly organisation: string; readonly role: Role }) => void
}

export function PostCards({ table, today, mayChange, onOpen, onAdd }: PostCardsProps) {
  const styles = useStyles()
  const words = useWords()
  const shown = table.rows.filter(({ cells }) => cells.some((cell) => cell.isMissing || cell.entries.length > 0))
  return (
    <ul className={styles.list} aria-label={words.say('people.table')}>
      {shown.map(({ organisation, cells }) => (
        <li key={organisation.key}>
          <h2 className={styles.name}>{organisation.name}</h2>
          <ul className={styles.posts}>
            {cells.flatMap((cell) =>
              cell.isMissing
                ? [
                    <li key={cell.role}>
                      <button
                        type="button"
                        className={mergeClasses(styles.post, styles.gap)}
                        aria-disabled={!mayChange}
                        onClick={() => mayChange && onAdd({ organisation: organisation.key, role: cell.role })}
                      >
                        <span className={styles.missing}>
                          <GapMark isStoodIn={false} />
                          <span className={styles.missingWords}>{words.say('people.noSpoc')}</span>
                        </span>
                      </button>
                    </li>,
                  ]
                : cell.entries.map((entry) => (
                    <li key={entry.post.key}>
                      <button
                        type="button"
                        data-post={entry.post.key}
                        className={mergeClasses(
                          styles.post,
                          entry.state !== 'held' && (entry.standing.deputy ? styles.stoodIn : styles.gap),
                        )}
                        onClick={() => onOpen(entry.post.key)}
                      >
                        <span className={styles.title}>{entry.post.title}</span>
                        <EntryWords entry={entry} today={today} />
                      </button>
                    </li>
                  )),
            )}
          </ul>
        </li>
      ))}
    </ul>
  )
}
