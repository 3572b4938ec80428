/** One action on a phone: a card that opens it, with a menu of its own; while actions are chosen, a card that one ticks. */

import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckboxCheckedFilled, CheckboxUncheckedRegular, MoreHorizontalRegular } from '@fluentui/react-icons'
import { lazy, memo, Suspense, useEffect, useRef, useState, type PointerEvent } from 'react'
import type { ActionId } from '../../domain/action.ts'
import { isOpen } from '../../domain/status.ts'
import { PassageText } from '../design/PassageText.tsx'
import { StatusMark } from '../design/StatusMark.tsx'
import { focusRing, glow, oneLine, twoLines, type } from '../design/scale.ts'
import { UnsavedMark } from '../outbox/UnsavedMark.tsx'
import { LaterWords, useWords } from '../words.tsx'
import type { Into } from './entering.ts'
import type { Row } from './rows.ts'

const QuickMenu = lazy(async () => ({ default: (await import('./QuickMenu.tsx')).QuickMenu }))

/** As long as a phone's own long press. */
const LONG_MS = 500
/** A finger that goes further scrolls. */
const STILL_PX = 8

const useStyles = makeStyles({
  whole: { position: 'relative' },
  card: {
    ...type.row,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    width: '100%',
    padding: tokens.spacingHorizontalM,
    textAlign: 'left',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    cursor: 'pointer',
    userSelect: 'none',
    WebkitTouchCallout: 'none',
    ':focus-visible': focusRing,
  },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    '@media (forced-colors: active)': { border: '2px solid Highlight' },
  },
  glow,
  box: { flexShrink: '0', fontSize: tokens.fontSizeBase600 },
  ticked: { color: tokens.colorCompoundBrandForeground1 },
  /** With the card's own padding as high as a thumb needs it. */
  foot: {
    minHeight: '32px',
    marginBottom: `calc(-1 * ${tokens.spacingVerticalM})`,
    paddingRight: tokens.spacingHorizontalXXXL,
  },
  more: {
    position: 'absolute',
    right: '0',
    bottom: '0',
    width: '44px',
    height: '44px',
    display: 'grid',
    placeItems: 'center',
    padding: '0',
    fontSize: tokens.fontSizeBase500,
    border: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':focus-visible': focusRing,
  },
  line: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  reference: { fontWeight: tokens.fontWeightSemibold, flexGrow: '1', whiteSpace: 'nowrap' },
  due: { ...oneLine, maxWidth: '60%' },
  late: { color: 'var(--statusTextRED)', fontWeight: tokens.fontWeightSemibold },
  details: twoLines,
  owners: { ...type.label, ...oneLine, color: tokens.colorNeutralForeground2 },
  claimed: {
    ...type.label,
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: '10px',
    paddingInline: tokens.spacingHorizontalSNudge,
  },
})

export interface CardProps {
  readonly row: Row
  /** Null while nothing is being chosen. */
  readonly chosen: boolean | null
  readonly changed: boolean
  /** The one that somebody comes back to has the focus. */
  readonly stop: boolean
  /** Ticked, or pressed for long. */
  readonly onChoose: (id: ActionId) => void
  readonly onOpen: (id: ActionId, enter: Into) => void
}

export const Card = memo(function Card({ row, chosen, changed, stop, onChoose, onOpen }: CardProps) {
  const words = useWords()
  const styles = useStyles()
  /** The button of the menu that is open. */
  const [menu, setMenu] = useState<HTMLElement | null>(null)
  const { action } = row
  const press = useLongPress(() => onChoose(action.id))
  const choosing = chosen !== null
  return (
    <div className={styles.whole}>
      <button
        type="button"
        data-stop={stop ? '' : undefined}
        {...(choosing && { role: 'checkbox', 'aria-checked': chosen })}
        className={mergeClasses(styles.card, chosen === true && styles.chosen, changed && styles.glow)}
        {...press.handlers}
        onClick={() => {
          if (press.wasLong()) return
          if (choosing) onChoose(action.id)
          else onOpen(action.id, 'head')
        }}
      >
        <span className={styles.line}>
          {choosing &&
            (chosen ? (
              <CheckboxCheckedFilled aria-hidden="true" className={mergeClasses(styles.box, styles.ticked)} />
            ) : (
              <CheckboxUncheckedRegular aria-hidden="true" className={styles.box} />
            ))}
          <StatusMark standing={row.standing} />
          <span className={styles.reference}>{action.reference}</span>
          <span className={mergeClasses(styles.due, row.late && styles.late)}>{row.due}</span>
        </span>
        <span className={styles.details}>
          <PassageText text={action.details} />
        </span>
        <span className={mergeClasses(styles.line, styles.foot)}>
          <span className={styles.owners}>{row.owners}</span>
          <UnsavedMark action={action.id} />
          {row.claimed && <span className={styles.claimed}>{words.say('status.claimed')}</span>}
        </span>
      </button>
      {!choosing && isOpen(action) && (
        <button
          type="button"
          className={styles.more}
          aria-haspopup="menu"
          aria-expanded={menu !== null}
          aria-label={words.say('register.quick', { reference: action.reference })}
          onClick={(event) => setMenu(menu ? null : event.currentTarget)}
        >
          <MoreHorizontalRegular />
        </button>
      )}
      {menu && (
        <Suspense fallback={null}>
          <LaterWords>
            <QuickMenu
              action={action}
              target={menu}
              onPick={(into) => onOpen(action.id, into)}
              onClose={() => setMenu(null)}
            />
          </LaterWords>
        </Suspense>
      )}
    </div>
  )
})

/** A finger that stays where it is. The click that follows it is none. */
function useLongPress(onLong: () => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null)
  const long = useRef(false)
  const end = (): void => {
    if (press.current) clearTimeout(press.current.timer)
    press.current = null
  }
  useEffect(
    () => () => {
      if (press.current) clearTimeout(press.current.timer)
    },
    [],
  )
  return {
    wasLong: () => {
      const was = long.current
      long.current = false
      return was
    },
    handlers: {
      onPointerDown({ pointerType, clientX, clientY }: PointerEvent) {
        end()
        long.current = false
        if (pointerType !== 'touch') return
        const timer = setTimeout(() => {
          long.current = true
          onLong()
        }, LONG_MS)
        press.current = { timer, x: clientX, y: clientY }
      },
      onPointerMove({ clientX, clientY }: PointerEvent) {
        const from = press.current
        if (from && Math.hypot(clientX - from.x, clientY - from.y) > STILL_PX) end()
      },
      onPointerUp: end,
      onPointerCancel: end,
      onContextMenu(event: { preventDefault(): void }) {
        // The phone's own long press opens a menu of the browser's.
        if (press.current || long.current) event.preventDefault()
      },
    },
  }
}
