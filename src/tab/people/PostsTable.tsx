/**
 * Organisations down, what posts do across; header row and column stay in sight. One stands on one post at a time and
 * goes on with the arrow keys; G goes to the next gap.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useRef, useState, type KeyboardEvent } from 'react'
import type { PostTold } from '../../contract/people.ts'
import type { ActionId } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import type { Role } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { focusRing, hiddenFromEyes, type } from '../design/scale.ts'
import { statusColour } from '../design/theme.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useWords } from '../words.tsx'
import { EntryWords } from './EntryWords.tsx'
import { GapMark } from './GapMark.tsx'
import { RaiseAction } from './RaiseAction.tsx'
import { nextGap, step, type Cell, type PeopleTable, type Place } from './table.ts'

const useStyles = makeStyles({
  scroll: { flex: '1 1 0', minWidth: '0', minHeight: '0', overflow: 'auto', position: 'relative' },
  table: { display: 'table', borderCollapse: 'separate', borderSpacing: '0', minWidth: '100%' },
  group: { display: 'table-row-group' },
  row: { display: 'table-row' },
  head: {
    ...type.label,
    display: 'table-cell',
    position: 'sticky',
    top: '0',
    zIndex: '1',
    minWidth: '152px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    verticalAlign: 'bottom',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  corner: { left: '0', zIndex: '2' },
  organisation: {
    ...type.row,
    display: 'table-cell',
    position: 'sticky',
    left: '0',
    zIndex: '1',
    maxWidth: '220px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    display: 'table-cell',
    padding: '0',
    verticalAlign: 'top',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  entry: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '36px',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: 'none',
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    // In high contrast such a ground turns its words over, the quiet ones too.
    ':hover span': { color: 'inherit' },
    ':focus-visible': focusRing,
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '& span': { color: 'inherit' },
  },
  gap: { boxShadow: `inset 3px 0 0 ${statusColour('RED')}` },
  stoodIn: { boxShadow: `inset 3px 0 0 ${statusColour('AMBER')}` },
  raise: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  missing: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalSNudge, ...type.row },
  missingWords: { fontWeight: tokens.fontWeightSemibold },
  hidden: hiddenFromEyes,
  none: { ...type.row, color: tokens.colorNeutralForeground3, cursor: 'default' },
})

export interface PostsTableProps {
  readonly table: PeopleTable
  readonly today: Day
  readonly register: OutboxRegister
  readonly snapshot: Snapshot
  /** The post that is open beside it. */
  readonly open: string | null
  readonly mayChange: boolean
  readonly onOpen: (post: string) => void
  readonly onAdd: (given: { readonly organisation: string; readonly role: Role }) => void
  readonly onOpenAction: (action: ActionId) => void
}

export function PostsTable(props: PostsTableProps) {
  const { table, today, register, snapshot, open, mayChange, onOpen, onAdd, onOpenAction } = props
  const styles = useStyles()
  const words = useWords()
  const [at, setAt] = useState<Place>({ row: 0, column: 0, entry: 0 })
  const body = useRef<HTMLDivElement>(null)
  const { rows, roles } = table
  // Rows come and go with the filter.
  const here: Place = rows[at.row]?.cells[at.column] ? at : { row: 0, column: 0, entry: 0 }

  const goTo = (place: Place): void => {
    setAt(place)
    const name = `${place.row}.${place.column}.${place.entry}`
    const control = body.current?.querySelector<HTMLElement>(`[data-place="${name}"]`)
    control?.focus()
    // What is focused isn't left under the column that stays.
    control?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key.toLowerCase() === 'g') {
      const gap = nextGap(rows, here)
      if (gap) goTo(gap)
      return
    }
    const next = step(rows, here, event.key)
    if (next === here && !event.key.startsWith('Arrow')) return
    event.preventDefault()
    if (next !== here) goTo(next)
  }

  const cellOf = (
    cell: Cell,
    row: number,
    column: number,
    organisation: PeopleTable['rows'][number]['organisation'],
  ) => {
    const control = (entry: number) => ({
      'data-place': `${row}.${column}.${entry}`,
      tabIndex: here.row === row && here.column === column && here.entry === entry ? 0 : -1,
      onFocus: () => setAt({ row, column, entry }),
    })
    const about = `${words.say(`role.${cell.role}`)}, ${organisation.name}`
    if (cell.isMissing) {
      return (
        <button
          type="button"
          {...control(0)}
          className={mergeClasses(styles.entry, styles.gap)}
          aria-disabled={!mayChange}
          onClick={() => mayChange && onAdd({ organisation: organisation.key, role: cell.role })}
        >
          <span className={styles.missing}>
            <GapMark isStoodIn={false} />
            <span className={styles.hidden}>{about}: </span>
            <span className={styles.missingWords}>{words.say('people.noSpoc')}</span>
          </span>
        </button>
      )
    }
    if (cell.entries.length === 0) {
      return (
        <span
          {...control(0)}
          className={mergeClasses(styles.entry, styles.none)}
          role="note"
          aria-label={`${about}: ${words.say('people.none')}`}
        >
          –
        </span>
      )
    }
    return cell.entries.map((entry, index) => {
      const { post, state, standing } = entry
      const edge = state === 'held' ? undefined : standing.deputy ? styles.stoodIn : styles.gap
      const place = control(index)
      return (
        <div key={post.key} className={mergeClasses(edge, open === post.key ? styles.open : undefined)}>
          <button
            type="button"
            {...place}
            data-post={post.key}
            className={styles.entry}
            aria-pressed={open === post.key}
            onClick={() => onOpen(post.key)}
          >
            <span className={styles.hidden}>{post.title}: </span>
            <EntryWords entry={entry} today={today} />
          </button>
          {state === 'vacant' && (
            <div className={styles.raise}>
              <RaiseAction
                register={register}
                snapshot={snapshot}
                post={post}
                onOpenAction={onOpenAction}
                tabIndex={place.tabIndex}
              />
            </div>
          )}
        </div>
      )
    })
  }
  return (
    <div className={styles.scroll} role="presentation" onKeyDown={onKeyDown}>
      <div className={styles.table} role="grid" aria-label={words.say('people.table')}>
        <div className={styles.group} role="rowgroup">
          <div className={styles.row} role="row">
            <div role="columnheader" className={mergeClasses(styles.head, styles.corner)}>
              {words.say('people.organisation')}
            </div>
            {roles.map((role) => (
              <div key={role} role="columnheader" className={styles.head}>
                {words.say(`role.${role}`)}
              </div>
            ))}
          </div>
        </div>
        <div className={styles.group} role="rowgroup" ref={body}>
          {rows.map(({ organisation, cells }, row) => (
            <div key={organisation.key} className={styles.row} role="row">
              <div role="rowheader" className={styles.organisation} title={organisation.name}>
                {organisation.shortName}
              </div>
              {cells.map((cell, column) => (
                <div key={cell.role} role="gridcell" className={styles.cell}>
                  {cellOf(cell, row, column, organisation)}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

/** Gives the focus back to where a post stands. */
export function focusPost(page: HTMLElement | null, post: PostTold['key']): void {
  page?.querySelector<HTMLElement>(`[data-post="${CSS.escape(post)}"]`)?.focus()
}
