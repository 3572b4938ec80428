/**
 * Words of a meeting that are kept as one writes them: a pause saves them, and nobody's are lost. While one writes, what
 * somebody else makes of the same words doesn't move them; once both have written, both versions stand there, and who
 * wrote second chooses.
 */

import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import type { Refusal } from '../../domain/result.ts'
import { type } from '../design/scale.ts'
import { isKey } from '../register/keys.ts'
import { useWords } from '../words.tsx'

/** How a saving ended; what was overtaken comes with what it is now. */
export type TextKept =
  | { readonly state: 'saved' }
  | { readonly state: 'waits' }
  | { readonly state: 'stale'; readonly now: string }
  | { readonly state: 'refused'; readonly refusal: Refusal }

export interface KeptTextProps {
  readonly label: string
  readonly placeholder?: string
  /** As it stands in the store, with one's own on its way. */
  readonly value: string
  /** @param base the words as they were when its author began to write */
  readonly save: (text: string, base: string) => Promise<TextKept>
  readonly rows?: number
  readonly readOnly?: boolean
}

/** A breath between two sentences. */
const PAUSE_MS = 1200

const useStyles = makeStyles({
  text: { width: '100%', '& textarea': { ...type.beside, maxHeight: 'none' } },
  versions: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
  },
  wide: { gridColumn: '1 / -1' },
  title: { ...type.row, margin: '0', fontWeight: tokens.fontWeightSemibold },
  whose: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  version: { ...type.row, margin: '0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function KeptText({ label, placeholder, value, save, rows = 3, readOnly = false }: KeptTextProps) {
  const words = useWords()
  const styles = useStyles()
  /** What one writes and the words it began from; null: the field shows what is stored. */
  const [mine, setMine] = useState<{ readonly text: string; readonly base: string } | null>(null)
  const [theirs, setTheirs] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const saving = useRef(false)

  const send = async (written: NonNullable<typeof mine>): Promise<void> => {
    clearTimeout(timer.current)
    if (saving.current) return
    saving.current = true
    const kept = await save(written.text, written.base).finally(() => (saving.current = false))
    switch (kept.state) {
      case 'saved':
      case 'waits':
        // What was written meanwhile goes on from what was just saved.
        setMine((now) => {
          if (now === null || now.text === written.text) return null
          const next = { text: now.text, base: written.text }
          timer.current = setTimeout(() => void send(next), PAUSE_MS)
          return next
        })
        return
      case 'stale':
        return setTheirs(kept.now)
      case 'refused':
        return setRefusal(kept.refusal)
    }
  }
  const change = (text: string): void => {
    const next = { text, base: mine?.base ?? value }
    setMine(next)
    setRefusal(null)
    clearTimeout(timer.current)
    if (theirs === null) timer.current = setTimeout(() => void send(next), PAUSE_MS)
  }
  const flush = (): void => {
    if (mine && theirs === null && mine.text !== mine.base) void send(mine)
  }
  const choose = (text: string): void => {
    const base = theirs ?? value
    setTheirs(null)
    if (text === base) return setMine(null)
    const next = { text, base }
    setMine(next)
    void send(next)
  }
  // Going on to something else is a pause too.
  const leave = useEffectEvent(flush)
  useEffect(() => () => leave(), [])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isKey('save', event) && !isKey('leave', event)) return
    event.preventDefault()
    event.stopPropagation()
    flush()
    if (isKey('leave', event)) (event.target as HTMLElement).blur()
  }
  return (
    <div>
      <Field label={label} validationMessage={refusal ? words.refusal(refusal) : null}>
        <Textarea
          className={styles.text}
          resize="vertical"
          rows={rows}
          value={mine?.text ?? value}
          readOnly={readOnly}
          placeholder={placeholder ?? ''}
          onChange={(_, data) => change(data.value)}
          onBlur={flush}
          onKeyDown={onKeyDown}
        />
      </Field>
      {theirs !== null && mine && (
        <section className={styles.versions} role="alert">
          <p className={`${styles.title} ${styles.wide}`}>{words.say('meeting.text.both')}</p>
          <div>
            <p className={styles.whose}>{words.say('composer.stale.now')}</p>
            <p className={styles.version}>{theirs || words.say('acting.differs.nothing')}</p>
          </div>
          <div>
            <p className={styles.whose}>{words.say('conflict.mine')}</p>
            <p className={styles.version}>{mine.text || words.say('acting.differs.nothing')}</p>
          </div>
          <div className={`${styles.choices} ${styles.wide}`}>
            <Button
              size="small"
              appearance="primary"
              onClick={() => choose([theirs, mine.text].filter(Boolean).join('\n'))}
            >
              {words.say('meeting.text.keepBoth')}
            </Button>
            <Button size="small" onClick={() => choose(mine.text)}>
              {words.say('meeting.text.keepMine')}
            </Button>
            <Button size="small" onClick={() => choose(theirs)}>
              {words.say('meeting.text.keepTheirs')}
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}
