/** The seven things that are done to a matter in a meeting, large enough for a room, each with its key. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import {
  AddCircleRegular,
  ArrowForwardRegular,
  CalendarArrowRightRegular,
  ChatAddRegular,
  CheckmarkCircleRegular,
  PeopleSwapRegular,
  PinRegular,
} from '@fluentui/react-icons'
import type { ComponentType } from 'react'
import type { Action } from '../../domain/action.ts'
import { focusRing, type } from '../design/scale.ts'
import { areLettersOn } from '../register/keys.ts'
import { useWords } from '../words.tsx'
import { hindranceOf, letterOf, TURNS, type Turn } from './matterkeys.ts'

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    flexShrink: '0',
    '@media (max-width: 900px)': {
      gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
      padding: tokens.spacingHorizontalS,
    },
    '@media (max-width: 360px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
  },
  /** Before there is anything to be done to. */
  single: { gridTemplateColumns: 'minmax(0, 16rem)', justifyContent: 'center' },
  turn: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalXXS,
    minHeight: '56px',
    padding: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    '@media (min-width: 1000px) and (min-height: 560px)': {
      minHeight: '68px',
      fontSize: tokens.fontSizeBase400,
      lineHeight: '22px',
    },
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': focusRing,
    '& svg': { width: '24px', height: '24px', flexShrink: '0' },
  },
  begun: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    boxShadow: `inset 0 3px 0 ${tokens.colorCompoundBrandStroke}`,
  },
  hindered: {
    color: tokens.colorNeutralForeground3,
    cursor: 'default',
    borderTopStyle: 'dashed',
    borderRightStyle: 'dashed',
    borderBottomStyle: 'dashed',
    borderLeftStyle: 'dashed',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorNeutralForeground3 },
  },
  sign: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
  key: {
    ...type.row,
    minWidth: '20px',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    '@media (hover: none)': { display: 'none' },
  },
})

const ICONS: Readonly<Record<Turn, ComponentType>> = {
  tell: ChatAddRegular,
  retain: PinRegular,
  discharge: CheckmarkCircleRegular,
  extend: CalendarArrowRightRegular,
  refer: ArrowForwardRegular,
  reassign: PeopleSwapRegular,
  raise: AddCircleRegular,
}

export interface TurnBarProps {
  /** Null between matters: a new action can be spoken all the same. */
  readonly action: Action | null
  readonly begun: Turn | null
  readonly hasNextMeeting: boolean
  readonly onTurn: (turn: Turn, from: HTMLElement) => void
}

export function TurnBar({ action, begun, hasNextMeeting, onTurn }: TurnBarProps) {
  const words = useWords()
  const styles = useStyles()
  const turns = action === null ? (['raise'] as const) : TURNS
  return (
    <div
      role="toolbar"
      aria-label={words.say('meeting.turns')}
      className={mergeClasses(styles.bar, action === null && styles.single)}
    >
      {turns.map((turn) => {
        const Icon = ICONS[turn]
        const hindrance = action && hindranceOf(turn, action, hasNextMeeting)
        const why = hindrance === null ? undefined : words.say(`meeting.hindered.${hindrance}`)
        return (
          <button
            key={turn}
            type="button"
            className={mergeClasses(styles.turn, begun === turn && styles.begun, hindrance !== null && styles.hindered)}
            aria-pressed={begun === turn}
            aria-disabled={hindrance !== null}
            aria-keyshortcuts={letterOf(turn)}
            title={why}
            onClick={(event) => hindrance === null && onTurn(turn, event.currentTarget)}
          >
            <span className={styles.sign}>
              <Icon />
              {areLettersOn() && (
                <kbd className={styles.key} aria-hidden="true">
                  {letterOf(turn)}
                </kbd>
              )}
            </span>
            {words.say(`meeting.turn.${turn}`)}
          </button>
        )
      })}
    </div>
  )
}
