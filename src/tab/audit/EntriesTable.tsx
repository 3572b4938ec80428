/**
 * Entries of the audit, the latest first: a row each, its head in sight; on a phone a card each. The ids that belong to
 * one unfold below it. One that isn't as it was written says so before anything else.
 */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronRightRegular, WarningRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { AuditEntryTold } from '../../contract/audit.ts'
import type { Day } from '../../domain/day.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { aboutWords, momentOf, operationWords, toWords, whoWords, type Names } from './entrywords.ts'
import { EventMark } from './EventMark.tsx'

const useStyles = makeStyles({
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
  cell: {
    height: '36px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  // The words of a cell stand where its mark and its button stand.
  line: { display: 'block', paddingTop: tokens.spacingVerticalXS },
  when: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', fontWeight: tokens.fontWeightRegular },
  // Its words begin where those of the head begin.
  toggle: { minWidth: '0', paddingLeft: '0' },
  quiet: { color: tokens.colorNeutralForeground2 },
  number: { fontVariantNumeric: 'tabular-nums', textAlign: 'end', color: tokens.colorNeutralForeground2 },
  ids: {
    ...type.label,
    margin: '0',
    padding: `0 0 ${tokens.spacingVerticalXS}`,
    listStyleType: 'none',
    fontFamily: tokens.fontFamilyMonospace,
    color: tokens.colorNeutralForeground2,
  },
  wrong: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: 'var(--statusTextRED)',
    fontWeight: tokens.fontWeightSemibold,
  },
  cards: { listStyleType: 'none', margin: '0', padding: `0 ${tokens.spacingHorizontalM}` },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  what: { ...type.row, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  facts: { ...type.label, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
})

export interface EntriesTableProps {
  readonly entries: readonly AuditEntryTold[]
  readonly names: Names
  readonly today: Day
  readonly isPhone: boolean
}

export function EntriesTable({ entries, names, today, isPhone }: EntriesTableProps) {
  const styles = useStyles()
  const words = useWords()
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const toggle = (place: number): void => {
    const next = new Set(open)
    if (!next.delete(place)) next.add(place)
    setOpen(next)
  }
  const shownWhen = ({ at }: AuditEntryTold): string => {
    const { day, time } = momentOf(at)
    return `${words.shortDay(day, today)}, ${time}`
  }
  const ids = (entry: AuditEntryTold) => (
    <Ids entry={entry} isOpen={open.has(entry.sequence)} onToggle={() => toggle(entry.sequence)} />
  )
  if (isPhone) {
    return (
      <ol className={styles.cards} aria-label={words.say('audit.table')}>
        {entries.map((entry) => (
          <li key={entry.sequence} className={styles.card}>
            <Wrong entry={entry} />
            <span className={styles.what}>
              {[operationWords(entry.operation, words), aboutWords(entry)].filter(Boolean).join(' · ')}
            </span>
            <span className={styles.facts}>
              {[
                whoWords(entry.person, names, words),
                ...(entry.to === null ? [] : [words.say('audit.toWhom', { name: toWords(entry.to, names, words) })]),
                shownWhen(entry),
              ].join(' · ')}
            </span>
            <span className={mergeClasses(styles.facts, styles.foot)}>
              <EventMark event={entry.event} />
              {ids(entry)}
            </span>
          </li>
        ))}
      </ol>
    )
  }
  return (
    <table className={styles.table} aria-label={words.say('audit.table')}>
      <thead>
        <tr>
          {(['audit.when', 'audit.person', 'audit.event', 'audit.operation', 'audit.subject'] as const).map((key) => (
            <th key={key} scope="col" className={styles.head}>
              {words.say(key)}
            </th>
          ))}
          <th scope="col" className={styles.head}>
            {words.say('audit.column.ids')}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.number)}>
            {words.say('audit.place')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.sequence}>
            <th scope="row" className={mergeClasses(styles.cell, styles.when)}>
              <span className={styles.line}>{shownWhen(entry)}</span>
            </th>
            <td className={styles.cell}>
              <span className={styles.line}>{whoWords(entry.person, names, words)}</span>
            </td>
            <td className={styles.cell}>
              <span className={styles.line}>
                <EventMark event={entry.event} />
              </span>
            </td>
            <td className={styles.cell}>
              <span className={styles.line}>
                {operationWords(entry.operation, words)}
                {entry.to !== null && (
                  <span className={styles.quiet}>
                    {' '}
                    {words.say('audit.toWhom', { name: toWords(entry.to, names, words) })}
                  </span>
                )}
              </span>
              <Wrong entry={entry} />
            </td>
            <td className={styles.cell}>
              <span className={styles.line}>{aboutWords(entry)}</span>
            </td>
            <td className={styles.cell}>{ids(entry)}</td>
            <td className={mergeClasses(styles.cell, styles.number)}>
              <span className={styles.line}>{entry.sequence}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Wrong({ entry: { state } }: { readonly entry: AuditEntryTold }) {
  const styles = useStyles()
  const words = useWords()
  if (state === 'whole') return null
  return (
    <span className={styles.wrong}>
      <WarningRegular aria-hidden />
      {words.say(state === 'changed' ? 'audit.changed' : 'audit.missing')}
    </span>
  )
}

interface IdsProps {
  readonly entry: AuditEntryTold
  readonly isOpen: boolean
  readonly onToggle: () => void
}

function Ids({ entry, isOpen, onToggle }: IdsProps) {
  const styles = useStyles()
  const words = useWords()
  if (entry.ids.length === 0) return null
  return (
    <>
      <Button
        className={styles.toggle}
        size="small"
        appearance="subtle"
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        aria-expanded={isOpen}
        aria-label={words.say('audit.ids.show', { count: entry.ids.length, place: entry.sequence })}
        onClick={onToggle}
      >
        {words.say('audit.ids', { count: entry.ids.length })}
      </Button>
      {isOpen && (
        <ul className={styles.ids}>
          {entry.ids.map((id) => (
            <li key={id}>{id}</li>
          ))}
        </ul>
      )}
    </>
  )
}
