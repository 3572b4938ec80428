/** The frame of every form of this room: its first field has the focus, what is refused stands above its buttons. */

import { Button, makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { type } from '../design/scale.ts'
import { isKey } from '../register/keys.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  form: { display: 'grid', gap: tokens.spacingVerticalM, gridColumn: '1 / -1', maxWidth: '44rem' },
  framed: {
    margin: `${tokens.spacingVerticalL} 0`,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: { ...type.reading, margin: '0', fontWeight: tokens.fontWeightSemibold },
  doors: { display: 'flex', gap: tokens.spacingHorizontalS },
})

export interface RoomFormProps {
  /** It stands by itself, not in the box of its report. */
  readonly framed?: boolean
  /** What it is for, where no button beside it says so. */
  readonly label?: string
  /** What is wrong, in words. */
  readonly refused: string | null
  readonly onSave: () => Promise<void>
  readonly onClose: () => void
  readonly children: ReactNode
}

export function RoomForm({ framed = false, label, refused, onSave, onClose, children }: RoomFormProps) {
  const words = useWords()
  const styles = useStyles()
  const title = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return
    if (isKey('save', event)) {
      event.preventDefault()
      void onSave()
    } else if (isKey('leave', event)) {
      event.preventDefault()
      onClose()
    }
  }
  return (
    // Ctrl+Enter saves and Escape leaves from any field in it; there are buttons too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={mergeClasses(styles.form, framed && styles.framed)}
      aria-labelledby={label === undefined ? undefined : title}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void onSave()
      }}
    >
      {label !== undefined && (
        <p id={title} className={styles.title}>
          {label}
        </p>
      )}
      {children}
      {refused !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{refused}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.doors}>
        <Button type="submit" appearance="primary">
          {words.say('recommendations.form.save')}
        </Button>
        <Button onClick={onClose}>{words.say('recommendations.form.cancel')}</Button>
      </div>
    </form>
  )
}
