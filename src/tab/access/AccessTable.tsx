/**
 * People with access, a row each, its head in sight; on a phone a card each. A person is a button that opens what is
 * known of them; up and down go from one to the next.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import type { KeyboardEvent } from 'react'
import type { NominationTold } from '../../contract/access.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { cardButton, focusRing, PAGE_FOOT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { AccessMark } from './AccessMark.tsx'
import { onWhoseSay, type Named } from './shown.ts'

const useStyles = makeStyles({
  scroll: { flex: '1 1 0', minHeight: '0', overflow: 'auto', position: 'relative' },
  table: { ...type.row, borderCollapse: 'separate', borderSpacing: '0', width: '100%' },
  head: {
    ...type.label,
    position: 'sticky',
    top: '0',
    zIndex: '1',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    textAlign: 'start',
    whiteSpace: 'nowrap',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  row: {
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    // In high contrast such a ground turns its words over, the quiet ones too.
    ':hover span': { color: 'inherit' },
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '& span': { color: 'inherit' },
  },
  cell: {
    height: '36px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  day: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  person: {
    ...type.row,
    fontWeight: tokens.fontWeightSemibold,
    minHeight: '28px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalXS})`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    textAlign: 'start',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  soon: { color: 'var(--statusTextAMBER)', fontWeight: tokens.fontWeightSemibold },
  cards: {
    flex: '1 1 0',
    minHeight: '0',
    overflowY: 'auto',
    listStyleType: 'none',
    margin: '0',
    padding: `0 ${tokens.spacingHorizontalM} ${PAGE_FOOT}`,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  card: { ...cardButton, minHeight: '44px' },
  name: { ...type.row, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  line: { ...type.label, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

/** So soon that it is told in another colour. */
const SOON_DAYS = 14

/** The last one where there is room for it. */
const COLUMNS = ['person', 'organisation', 'team', 'standing', 'since', 'runsOut', 'approved'] as const

export interface AccessTableProps {
  readonly label: string
  readonly people: readonly NominationTold[]
  readonly named: Named
  readonly today: Day
  readonly isPhone: boolean
  /** There is room for on whose say it is. */
  readonly isRoomy: boolean
  /** Key of who is open beside it. */
  readonly open: string | null
  readonly onOpen: (nomination: string) => void
}

export function AccessTable(props: AccessTableProps) {
  const { label, people, named, isPhone, isRoomy, open, onOpen } = props
  const styles = useStyles()
  const words = useWords()
  if (isPhone) return <Cards {...props} />
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {(isRoomy ? COLUMNS : COLUMNS.slice(0, -1)).map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {words.say(`access.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((each) => (
            // The name in it is the button; the rest of the row is there for the mouse.
            <tr
              key={each.key}
              className={mergeClasses(styles.row, open === each.key && styles.open)}
              onClick={() => onOpen(each.key)}
            >
              <th scope="row" className={styles.cell}>
                <button
                  type="button"
                  data-person={each.key}
                  className={styles.person}
                  aria-pressed={open === each.key}
                  onKeyDown={stepBetweenRows}
                  onClick={(event) => {
                    event.stopPropagation()
                    onOpen(each.key)
                  }}
                >
                  {each.person.name}
                </button>
              </th>
              <td className={styles.cell}>{named(each.organisation)}</td>
              <td className={styles.cell}>{each.team}</td>
              <td className={styles.cell}>
                <AccessMark standing={each.standing} />
              </td>
              <td className={mergeClasses(styles.cell, styles.day)}>{words.shortDay(each.since, props.today)}</td>
              <td className={mergeClasses(styles.cell, styles.day)}>
                <RunsOut nomination={each} today={props.today} />
              </td>
              {isRoomy && (
                <td className={styles.cell}>
                  <OnSay nomination={each} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cards({ label, people, named, today, onOpen }: AccessTableProps) {
  const styles = useStyles()
  const words = useWords()
  return (
    <ul className={styles.cards} aria-label={label}>
      {people.map((each) => (
        <li key={each.key}>
          <button type="button" data-person={each.key} className={styles.card} onClick={() => onOpen(each.key)}>
            <span className={styles.name}>{each.person.name}</span>
            <span className={styles.line}>
              {named(each.organisation)} · {each.team}
            </span>
            <span>
              <AccessMark standing={each.standing} />
            </span>
            {each.runsOut !== null && (
              <span className={styles.line}>
                {words.say('access.runsOut', {
                  day: words.day(each.runsOut),
                  ago: words.relativeDay(each.runsOut, today),
                })}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}

function RunsOut({ nomination, today }: { readonly nomination: NominationTold; readonly today: Day }) {
  const styles = useStyles()
  const words = useWords()
  const { runsOut } = nomination
  if (runsOut === null) return <span className={styles.quiet}>–</span>
  const isSoon = runsOut <= addDays(today, SOON_DAYS)
  return <span className={isSoon ? styles.soon : undefined}>{words.shortDay(runsOut, today)}</span>
}

function OnSay({ nomination }: { readonly nomination: NominationTold }) {
  const styles = useStyles()
  const words = useWords()
  const { approver, assetOwner } = onWhoseSay(nomination.history)
  const names = [approver, assetOwner].flatMap((event) => (event ? [event.by] : []))
  return <span className={styles.quiet}>{names.length === 0 ? '–' : words.list(names)}</span>
}

function stepBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...(event.currentTarget.closest('table')?.querySelectorAll<HTMLElement>('[data-person]') ?? [])]
  const at = buttons.indexOf(event.currentTarget)
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at < 0 || !next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest' })
}
