/**
 * The way from a group's register to its meetings, its requests and its people, and back: one line above the page; on a
 * phone at its foot, within the thumb's reach.
 */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  CalendarLtrRegular,
  ClipboardTaskListLtrRegular,
  PeopleRegular,
  TaskListLtrRegular,
} from '@fluentui/react-icons'
import { focusRing, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { ROOMS, type Room } from './page.ts'

const ICONS: Record<Room, typeof PeopleRegular> = {
  register: TaskListLtrRegular,
  meetings: CalendarLtrRegular,
  requests: ClipboardTaskListLtrRegular,
  people: PeopleRegular,
}

const useStyles = makeStyles({
  rooms: {
    display: 'flex',
    flexShrink: '0',
    gap: tokens.spacingHorizontalXS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 640px)': {
      order: '1',
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
  icon: {
    fontSize: tokens.fontSizeBase500,
    flexShrink: '0',
    // At 400 % zoom a phone's screen is a few lines high: the words alone, and not above what is read.
    '@media (max-width: 640px) and (max-height: 440px)': { display: 'none' },
  },
})

export interface RoomsProps {
  readonly room: Room
  readonly onRoom: (room: Room) => void
}

export function Rooms({ room, onRoom }: RoomsProps) {
  const words = useWords()
  const styles = useStyles()
  return (
    <nav className={styles.rooms} aria-label={words.say('shell.rooms')}>
      {ROOMS.map((each) => {
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
            {words.say(`shell.room.${each}`)}
          </button>
        )
      })}
    </nav>
  )
}
