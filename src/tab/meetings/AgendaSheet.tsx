/** The whole way through the meeting at a glance, and to any of it with one press: over the stage while it is open. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircleFilled, CircleRegular, DismissRegular } from '@fluentui/react-icons'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Meeting } from '../../domain/group.ts'
import { isSettled } from '../../domain/mattersarising.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { PassageText } from '../design/PassageText.tsx'
import { focusRing, oneLine, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Stop } from './stops.ts'

const useStyles = makeStyles({
  sheet: {
    position: 'absolute',
    insetBlock: '0',
    left: '0',
    zIndex: '3',
    width: 'min(34rem, 100%)',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRight: `1px solid ${tokens.colorNeutralStroke1}`,
    boxShadow: tokens.shadow16,
    '@media (max-height: 560px)': { position: 'static', width: '100%' },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { ...type.row, margin: '0', fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: '0', padding: '0', overflowY: 'auto' },
  line: { contentVisibility: 'auto', containIntrinsicSize: 'auto 36px' },
  stop: {
    ...type.row,
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '36px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
  },
  matter: { paddingLeft: tokens.spacingHorizontalXXXL },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
  number: { minWidth: '3.5rem', flexShrink: '0', fontVariantNumeric: 'tabular-nums' },
  item: { fontWeight: tokens.fontWeightSemibold },
  words: { ...oneLine, flexGrow: '1' },
  icon: { flexShrink: '0' },
})

export interface AgendaSheetProps {
  readonly stops: readonly Stop[]
  readonly here: string | null
  readonly meeting: Meeting
  readonly snapshot: Snapshot
  readonly onGo: (key: string) => void
  readonly onClose: () => void
}

export function AgendaSheet({ stops, here, meeting, snapshot, onGo, onClose }: AgendaSheetProps) {
  const words = useWords()
  const styles = useStyles()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-current]')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return onClose()
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    buttons[buttons.indexOf(document.activeElement as HTMLElement) + step]?.focus()
  }
  return (
    // Arrows go along it and Escape leaves it; Tab and the button do too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav className={styles.sheet} aria-label={words.say('meeting.agenda')} onKeyDown={onKeyDown}>
      <div className={styles.head}>
        <h2 className={styles.title}>{words.say('meeting.agenda')}</h2>
        <Button
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={words.say('meeting.agenda.close')}
          onClick={onClose}
        />
      </div>
      <ol ref={list} className={styles.list}>
        {stops.map((stop) => (
          <li key={stop.key} className={styles.line}>
            <button
              type="button"
              aria-current={stop.key === here ? 'step' : undefined}
              className={mergeClasses(
                styles.stop,
                stop.kind === 'matter' ? styles.matter : styles.item,
                stop.key === here && styles.here,
              )}
              onClick={() => onGo(stop.key)}
            >
              {stop.kind === 'item' ? (
                <>
                  <span className={styles.number}>{stop.numbered.number}</span>
                  <span className={styles.words}>{stop.numbered.item.title}</span>
                </>
              ) : (
                <>
                  {isSettled(stop.arising, meeting, snapshot) ? (
                    <CheckmarkCircleFilled className={styles.icon} aria-label={words.say('meeting.settled')} />
                  ) : (
                    <CircleRegular className={styles.icon} aria-label={words.say('meeting.unsettled')} />
                  )}
                  <span className={styles.number}>{stop.arising.action.reference}</span>
                  <span className={styles.words}>
                    <PassageText text={stop.arising.action.details} />
                  </span>
                </>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
