/** The notifications themselves, newest first: rows that people compare on a desktop, cards on a phone; one opens beside them. */

import { Button, Checkbox, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { IncidentTold } from '../../contract/incidents.ts'
import type { Day } from '../../domain/day.ts'
import { cardButton, focusRing, oneLine, PHONE_WIDTH, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Choice } from './FactsForm.tsx'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  count: { ...type.row, margin: '0', flexGrow: '1' },
  none: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  rows: { listStyleType: 'none', margin: '0', padding: '0', minWidth: '0' },
  row: {
    ...type.row,
    display: 'grid',
    gridTemplateColumns: '7rem minmax(7rem, 1.2fr) minmax(9rem, 1.6fr) minmax(9rem, 1.4fr) minmax(7rem, 1fr) 8rem',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalM,
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '36px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':hover span': { color: 'inherit' },
    ':focus-visible': focusRing,
  },
  open: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '& span': { color: 'inherit' },
  },
  cell: oneLine,
  day: { fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground2 },
  gone: { textDecorationLine: 'line-through' },
  card: { ...cardButton, marginBottom: tokens.spacingVerticalS },
  cardLine: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalS },
  strong: { fontWeight: tokens.fontWeightSemibold },
})

/** More are shown when somebody asks for them. */
const FIRST = 100

export interface Picked {
  readonly organisation: string
  readonly group: string
  readonly withdrawn: boolean
}

export const EVERYTHING: Picked = { organisation: '', group: '', withdrawn: false }

export interface IncidentListProps {
  readonly incidents: readonly IncidentTold[]
  readonly forces: readonly Choice[]
  readonly groups: readonly Choice[]
  readonly since: Day
  readonly today: Day
  readonly width: number
  readonly picked: Picked
  readonly open: string | null
  readonly onPick: (picked: Picked) => void
  readonly onOpen: (key: string) => void
}

export function IncidentList(props: IncidentListProps) {
  const { incidents, forces, groups, since, today, width, picked, open, onPick, onOpen } = props
  const words = useWords()
  const styles = useStyles()
  const [all, setAll] = useState(false)
  const rows = incidents
    .filter(
      ({ day, organisation, profile, state }) =>
        day >= since &&
        (picked.organisation === '' || organisation === picked.organisation) &&
        (picked.group === '' || profile === picked.group) &&
        (picked.withdrawn || state === 'stands'),
    )
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.key.localeCompare(b.key)))
  const shown = all ? rows : rows.slice(0, FIRST)
  const nameIn = (choices: readonly Choice[], key: string | null, otherwise: string): string =>
    choices.find((each) => each.key === key)?.name ?? key ?? otherwise
  const isPhone = width <= PHONE_WIDTH
  return (
    <div className={styles.list}>
      <div className={styles.line}>
        <p className={styles.count} role="status">
          {words.say('incidents.list.count', { count: rows.length, day: words.day(since) })}
        </p>
        <Select
          size="small"
          aria-label={words.say('incidents.force')}
          value={picked.organisation}
          onChange={(_, data) => onPick({ ...picked, organisation: data.value })}
        >
          <option value="">{words.say('incidents.list.everyForce')}</option>
          {forces.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          aria-label={words.say('incidents.group')}
          value={picked.group}
          onChange={(_, data) => onPick({ ...picked, group: data.value })}
        >
          <option value="">{words.say('incidents.list.everyGroup')}</option>
          {groups.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
        <Checkbox
          label={words.say('incidents.list.withdrawn')}
          checked={picked.withdrawn}
          onChange={(_, { checked }) => onPick({ ...picked, withdrawn: checked === true })}
        />
      </div>
      {rows.length === 0 && <p className={styles.none}>{words.say('incidents.list.none')}</p>}
      <ul className={styles.rows} aria-label={words.say('incidents.section.list')}>
        {shown.map((incident) => {
          const { key, day, organisation, profile, category, source, outcome, reference, state } = incident
          const isGone = state === 'withdrawn'
          const force = nameIn(forces, organisation, organisation)
          const group = nameIn(groups, profile, words.say('incidents.group.unknown'))
          const what = words.say(`incidents.category.${category}`)
          const came = isGone ? words.say('incidents.state.withdrawn') : words.say(`incidents.outcome.${outcome}`)
          const number =
            reference || words.say(source === 'found' ? 'incidents.source.found' : 'incidents.list.noReference')
          return (
            <li key={key}>
              {isPhone ? (
                <button type="button" data-incident={key} className={styles.card} onClick={() => onOpen(key)}>
                  <span className={styles.cardLine}>
                    <span className={mergeClasses(styles.strong, isGone && styles.gone)}>{force}</span>
                    <span className={styles.quiet}>{words.shortDay(day, today)}</span>
                  </span>
                  <span>{`${what} · ${group}`}</span>
                  <span className={styles.quiet}>{`${came} · ${number}`}</span>
                </button>
              ) : (
                <button
                  type="button"
                  data-incident={key}
                  className={mergeClasses(styles.row, open === key && styles.open)}
                  aria-pressed={open === key}
                  onClick={() => onOpen(key)}
                >
                  <span className={mergeClasses(styles.cell, styles.day)}>{words.shortDay(day, today)}</span>
                  <span className={mergeClasses(styles.cell, styles.strong, isGone && styles.gone)}>{force}</span>
                  <span className={styles.cell}>{group}</span>
                  <span className={styles.cell}>{what}</span>
                  <span className={mergeClasses(styles.cell, styles.quiet)}>{came}</span>
                  <span className={mergeClasses(styles.cell, styles.quiet)}>{number}</span>
                </button>
              )}
            </li>
          )
        })}
      </ul>
      {shown.length < rows.length && (
        <div>
          <Button onClick={() => setAll(true)}>{words.say('incidents.list.more', { count: rows.length })}</Button>
        </div>
      )}
    </div>
  )
}
