/** Above the grid: search that filters as one types, what one can do, and the group's marking, once. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { AddRegular, ArrowDownloadRegular, ClipboardPasteRegular, SettingsRegular } from '@fluentui/react-icons'
import type { RefObject } from 'react'
import type { Day } from '../../domain/day.ts'
import type { Marking } from '../../domain/group.ts'
import { MarkingMark } from '../design/MarkingMark.tsx'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { AfterPaint } from './painted.tsx'
import { SearchField } from './SearchField.tsx'

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  search: { flexGrow: '1', flexBasis: '200px', maxWidth: '360px', minWidth: '0' },
  count: { ...type.label, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  gap: { flexGrow: '1' },
  phone: { maxWidth: 'none', flexBasis: '260px' },
  last: { marginLeft: 'auto' },
  first: { order: '-1', width: '100%', display: 'flex', justifyContent: 'flex-end' },
})

export interface ToolbarProps {
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onLeaveSearch: () => void
  readonly shown: number
  readonly total: number
  readonly marking: Marking
  readonly nextMeeting: Day | null
  readonly today: Day
  readonly phone: boolean
  /** There is room for what is only good to know. */
  readonly roomy: boolean
  /** Nothing to search: what one can do stands in the middle of the page. */
  readonly empty: boolean
  readonly onAdd: () => void
  /** Null where the person may not. */
  readonly onImport: (() => void) | null
  /** Null where there is nothing to take out, or no place for the file. */
  readonly onExport: ((button: HTMLElement) => void) | null
  /** How the group prompts and decides; null where the person may not set it. */
  readonly onSettings: (() => void) | null
}

export function Toolbar(props: ToolbarProps) {
  const { query, onQuery, searchRef, onLeaveSearch, shown, total, marking, nextMeeting, today, phone, roomy, empty } =
    props
  const { onAdd, onImport, onExport, onSettings } = props
  const words = useWords()
  const styles = useStyles()
  // Words where there is room for them and the marking in one line.
  const named = roomy ? (name: string) => ({ children: name }) : iconNamed
  return (
    <div className={styles.bar}>
      {!empty && (
        <>
          <SearchField
            className={mergeClasses(styles.search, phone && styles.phone)}
            value={query}
            onChange={onQuery}
            onLeave={onLeaveSearch}
            inputRef={searchRef}
          />
          <span className={styles.count} role="status">
            {query.trim() === ''
              ? words.say('register.count', { count: shown })
              : words.say('register.countOf', { count: words.number(shown), total: words.number(total) })}
          </span>
        </>
      )}
      <AfterPaint typed={query}>
        <span className={styles.gap} />
        {roomy && nextMeeting && (
          <span className={styles.count} title={words.day(nextMeeting)}>
            {words.say('register.nextMeeting', { day: words.relativeDay(nextMeeting, today) })}
          </span>
        )}
        {onImport && !empty && (
          <Button
            appearance="subtle"
            icon={<ClipboardPasteRegular />}
            {...named(words.say('register.import'))}
            onClick={onImport}
          />
        )}
        {onExport && !phone && !empty && (
          <Button
            appearance="subtle"
            icon={<ArrowDownloadRegular />}
            {...named(words.say('exporting.open'))}
            onClick={(event) => onExport(event.currentTarget)}
          />
        )}
        {onSettings && !empty && (
          <Button
            appearance="subtle"
            icon={<SettingsRegular />}
            {...iconNamed(words.say('register.settings'))}
            onClick={onSettings}
          />
        )}
        {!phone && !empty && (
          <Button appearance="primary" icon={<AddRegular />} title={words.say('register.addKey')} onClick={onAdd}>
            {words.say('register.add')}
          </Button>
        )}
        <span className={phone ? styles.first : styles.last}>
          <MarkingMark marking={marking} title={words.say('register.marking', { marking: marking.level })} />
        </span>
      </AfterPaint>
    </div>
  )
}

function iconNamed(name: string) {
  return { 'aria-label': name, title: name }
}
