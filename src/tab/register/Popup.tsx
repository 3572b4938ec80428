/**
 * A button and what it opens beneath itself: the browser's own popover, which goes by Escape or a press elsewhere and
 * gives the focus back. Hides where there is room for it.
 */

import { makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, useId, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { barButton, type } from '../design/scale.ts'

export interface PopupProps {
  readonly label: string
  readonly icon: ReactNode
  readonly buttonRef?: Ref<HTMLButtonElement>
  /** Drawn only while it is open. */
  readonly children: ReactNode
}

const useStyles = makeStyles({
  button: {
    ...barButton,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover, color: tokens.colorNeutralForeground2Hover },
  },
  open: { backgroundColor: tokens.colorSubtleBackgroundSelected, color: tokens.colorNeutralForeground2Selected },
  popup: {
    ...type.row,
    position: 'fixed',
    inset: 'auto',
    margin: '0',
    boxSizing: 'border-box',
    maxWidth: 'calc(100vw - 16px)',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
})

const EDGE = 8
/** With less room than this below, it covers what is above too. */
const LEAST_ROOM = 240

export function Popup({ label, icon, buttonRef, children }: PopupProps) {
  const styles = useStyles()
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)

  const put = (): void => {
    const node = popup.current
    const button = place.current?.getBoundingClientRect()
    if (!node || !button) return
    const below = window.innerHeight - button.bottom - 4 - EDGE
    const top = below < LEAST_ROOM ? EDGE : button.bottom + 4
    node.style.top = `${top}px`
    node.style.maxHeight = `${window.innerHeight - top - EDGE}px`
    node.style.left = `${Math.max(EDGE, Math.min(button.left, window.innerWidth - node.offsetWidth - EDGE))}px`
  }
  return (
    <div ref={place}>
      <button
        ref={buttonRef}
        type="button"
        className={`${styles.button} ${open ? styles.open : ''}`}
        popoverTarget={id}
        aria-expanded={open}
        aria-haspopup="dialog"
      >
        {icon}
        {label}
      </button>
      {/* Its keys are its own: none of them is a shortcut of the page. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={popup}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={styles.popup}
        onToggle={(event) => {
          setOpen(event.newState === 'open')
          if (event.newState === 'open') requestAnimationFrame(put)
        }}
        onKeyDown={(event: KeyboardEvent) => event.stopPropagation()}
      >
        {open && (
          <Suspense fallback={null}>
            <Placed onPlaced={put}>{children}</Placed>
          </Suspense>
        )}
      </div>
    </div>
  )
}

/** What comes late has another size. */
function Placed({ onPlaced, children }: { readonly onPlaced: () => void; readonly children: ReactNode }) {
  return (
    <div ref={(node) => void (node && onPlaced())} style={{ display: 'contents' }}>
      {children}
    </div>
  )
}
