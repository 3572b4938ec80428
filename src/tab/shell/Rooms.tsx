/**
 * The way from a group's register to its other rooms and back: one line above the page; on a phone at its foot, within
 * the thumb's reach, where the thumb finds as many as fit and the others behind one button.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  AlertRegular,
  BookOpenRegular,
  BranchForkRegular,
  CalendarLtrRegular,
  ClipboardTaskListLtrRegular,
  DocumentSearchRegular,
  DataBarVerticalRegular,
  HeartPulseRegular,
  HistoryRegular,
  KeyMultipleRegular,
  MoreHorizontalRegular,
  PeopleRegular,
  ShieldCheckmarkRegular,
  TaskListLtrRegular,
} from '@fluentui/react-icons'
import { lazy, Suspense, useRef, useState } from 'react'
import type { SwitchedRoom } from '../../domain/group.ts'
import { focusRing, oneLine, type } from '../design/scale.ts'
import { useWidth } from '../design/size.ts'
import { useWords } from '../words.tsx'
import { ROOMS, type Room } from './page.ts'

const ICONS: Record<Room, typeof PeopleRegular> = {
  register: TaskListLtrRegular,
  meetings: CalendarLtrRegular,
  requests: ClipboardTaskListLtrRegular,
  people: PeopleRegular,
  report: DataBarVerticalRegular,
  health: HeartPulseRegular,
  recommendations: DocumentSearchRegular,
  workstreams: BranchForkRegular,
  assurance: ShieldCheckmarkRegular,
  access: KeyMultipleRegular,
  incidents: AlertRegular,
  guidance: BookOpenRegular,
  audit: HistoryRegular,
}

const MoreRooms = lazy(async () => ({ default: (await import('./MoreRooms.tsx')).MoreRooms }))

/** As many as fit beside one another at the foot of a phone. */
const MOST_AT_FOOT = 5
const PHONE = 640
/** With its icon, in the longer of the two languages. */
const ROOM_WIDTH = 132

const useStyles = makeStyles({
  rooms: {
    display: 'flex',
    flexShrink: '0',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': {
      order: '1',
      flexWrap: 'nowrap',
      gap: '0',
      padding: '0',
      borderBottom: 'none',
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  room: {
    ...type.row,
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    minHeight: '36px',
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    borderBottom: `2px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
    '@media (max-width: 640px)': {
      ...type.label,
      flex: '1 1 0',
      minWidth: '0',
      minHeight: '48px',
      flexDirection: 'column',
      justifyContent: 'center',
      gap: tokens.spacingVerticalXXS,
      padding: tokens.spacingHorizontalXXS,
      borderBottom: 'none',
      borderTop: `2px solid ${tokens.colorTransparentStroke}`,
      textAlign: 'center',
    },
    '@media (max-width: 640px) and (max-height: 440px)': { minHeight: '28px' },
  },
  here: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (max-width: 640px)': { borderTopColor: tokens.colorCompoundBrandStroke },
  },
  // Of five beside one another on a phone the longest are cut, and are whole for who hears them.
  name: { maxWidth: '100%', '@media (max-width: 640px)': oneLine },
  icon: {
    fontSize: tokens.fontSizeBase500,
    flexShrink: '0',
    // At 400 % zoom a phone's screen is a few lines high: the words alone, and not above what is read.
    '@media (max-width: 640px) and (max-height: 440px)': { display: 'none' },
  },
})

export interface RoomsProps {
  readonly room: Room
  /** Besides those that every group has. */
  readonly switched: readonly SwitchedRoom[]
  readonly onRoom: (room: Room) => void
}

export function Rooms({ room, switched, onRoom }: RoomsProps) {
  const words = useWords()
  const styles = useStyles()
  /** The button whose menu is open. */
  const [more, setMore] = useState<HTMLElement | null>(null)
  const all: readonly Room[] = [...ROOMS, ...switched]
  const nav = useRef<HTMLElement>(null)
  const width = useWidth(nav)
  const most = width <= PHONE ? MOST_AT_FOOT : Math.floor(width / ROOM_WIDTH)
  const fit = all.length > most ? all.slice(0, most - 1) : all
  const beyond = all.slice(fit.length)
  const isBeyond = beyond.includes(room)
  return (
    <nav ref={nav} className={styles.rooms} aria-label={words.say('shell.rooms')}>
      {fit.map((each) => {
        const Icon = ICONS[each]
        return (
          <button
            key={each}
            type="button"
            className={mergeClasses(styles.room, each === room && styles.here)}
            aria-current={each === room ? 'page' : undefined}
            onClick={() => onRoom(each)}
          >
            <Icon className={styles.icon} aria-hidden />
            <span className={styles.name}>{words.say(`shell.room.${each}`)}</span>
          </button>
        )
      })}
      {beyond.length > 0 && (
        <button
          type="button"
          className={mergeClasses(styles.room, isBeyond && styles.here)}
          aria-haspopup="menu"
          aria-expanded={more !== null}
          aria-current={isBeyond ? 'page' : undefined}
          onClick={({ currentTarget }) => setMore(currentTarget)}
        >
          <MoreHorizontalRegular className={styles.icon} aria-hidden />
          <span className={styles.name}>{words.say(isBeyond ? `shell.room.${room}` : 'shell.room.more')}</span>
        </button>
      )}
      {more && (
        <Suspense>
          <MoreRooms
            rooms={beyond.map((each) => ({ room: each, icon: ICONS[each] }))}
            target={more}
            onRoom={onRoom}
            onClose={() => setMore(null)}
          />
        </Suspense>
      )}
    </nav>
  )
}
