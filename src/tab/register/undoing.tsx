/**
 * What was done last, said in a bar at the foot, with the way back: by its button, by Ctrl+Z, or in the action's menu,
 * which offers it for as long as it is the last thing done. The bar takes no focus, waits while somebody is at it, and
 * goes by itself.
 */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ArrowUndoRegular, DismissRegular } from '@fluentui/react-icons'
import { useEffect, useState, type ReactNode } from 'react'
import { BESIDE_WIDTH, hiddenFromEyes, type } from '../design/scale.ts'
import type { OutboxRegister } from '../outbox/outbox.ts'
import { useWords } from '../words.tsx'
import type { Done } from './undo.ts'

/** How long the bar stays: what is only told, and what may be taken back. */
const SAID_MS = 5000
const UNDO_MS = 20_000

const useStyles = makeStyles({
  bar: {
    ...type.row,
    position: 'absolute',
    left: '16px',
    bottom: '16px',
    zIndex: '3',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    minHeight: '32px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    // The other inverted foreground is black on black in the contrast theme.
    color: tokens.colorNeutralForegroundInverted2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    boxShadow: tokens.shadow16,
    maxWidth: 'calc(100% - 32px)',
    boxSizing: 'border-box',
    /** Above the composer, and above what is in the thumb's reach. */
    [`@media (max-width: ${BESIDE_WIDTH}px)`]: { bottom: '88px' },
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  said: { flexGrow: '1', minWidth: '0', overflowWrap: 'anywhere' },
  button: {
    color: 'inherit',
    flexShrink: '0',
    minWidth: '24px',
    ':hover': { color: 'inherit', textDecorationLine: 'underline' },
    ':hover:active': { color: 'inherit' },
    '& .fui-Button__icon': { color: 'inherit' },
  },
  hidden: hiddenFromEyes,
})

export function canUndo(done: Done | null): done is Done {
  return done !== null && (done.undo !== null || (done.undoAll ?? null) !== null)
}

export interface Undoing {
  readonly done: Done | null
  readonly tell: (done: Done) => void
  readonly undo: () => Promise<void>
  /** The bar: always there for screen readers, shown while it says something. */
  readonly note: ReactNode
}

export function useUndo(register: OutboxRegister): Undoing {
  const words = useWords()
  const styles = useStyles()
  const [done, setDone] = useState<Done | null>(null)
  const [shown, setShown] = useState(false)
  const [held, setHeld] = useState(false)
  const [busy, setBusy] = useState(false)

  useEffect(() => {
    if (!shown || held || busy) return undefined
    const quiet = setTimeout(() => setShown(false), canUndo(done) ? UNDO_MS : SAID_MS)
    return () => clearTimeout(quiet)
  }, [shown, held, busy, done])

  const tell = (next: Done): void => {
    setDone(next)
    setShown(next.said !== '')
    setHeld(false)
  }
  const undo = async (): Promise<void> => {
    if (!canUndo(done) || busy) return
    setBusy(true)
    try {
      if (done.undoAll) return tell({ said: await done.undoAll(), undo: null, action: null })
      if (!done.undo) return
      const submission = await register.submit(done.undo, done.action ?? undefined)
      const { reference = '' } = done.action ?? {}
      // Nobody's words are in it: what can't be undone needn't be asked about.
      if (submission.state === 'stale' || submission.state === 'refused') register.takeBack(done.undo.id)
      switch (submission.state) {
        case 'saved':
          return tell({ said: words.say('register.undone', { reference }), undo: null, action: null })
        case 'stale':
          return tell({ said: words.say('register.undo.stale', { reference }), undo: null, action: null })
        case 'refused':
          return tell({ said: words.refusal(submission.refusal), undo: null, action: null })
        case 'unsaved':
          return tell({ said: words.say('register.undo.unsaved', { reference }), undo: null, action: null })
      }
    } finally {
      setBusy(false)
    }
  }

  const said = shown ? (done?.said ?? '') : ''
  const note = (
    <div
      className={said === '' ? styles.hidden : styles.bar}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span role="status" className={styles.said}>
        {said}
      </span>
      {said !== '' && canUndo(done) && (
        <>
          <Button
            appearance="transparent"
            size="small"
            icon={<ArrowUndoRegular />}
            className={styles.button}
            disabledFocusable={busy}
            title="Ctrl+Z"
            onClick={() => void undo()}
          >
            {words.say('register.undo')}
          </Button>
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            className={styles.button}
            aria-label={words.say('register.undo.dismiss')}
            onClick={() => setShown(false)}
          />
        </>
      )}
    </div>
  )
  return { done, tell, undo, note }
}
