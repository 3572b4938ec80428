/** The frame of a page of settings: back, its form, and beside the button that keeps it, how that went. */

import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons'
import { useEffect, useRef, type ReactNode } from 'react'
import { PAGE_FOOT, type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import type { Saving } from './choice.ts'

const useStyles = makeStyles({
  page: {
    maxWidth: '38rem',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} ${PAGE_FOOT}`,
  },
  title: { ...type.title, margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`, outlineStyle: 'none' },
  why: { ...type.row, margin: `0 0 ${tokens.spacingVerticalL}`, color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  said: { ...type.row, color: tokens.colorNeutralForeground2 },
})

export interface SettingsPageProps {
  readonly title: string
  readonly why: string
  readonly onBack: () => void
  /** Null where there is nothing to keep. */
  readonly onSave: (() => void) | null
  readonly saving: Saving
  readonly children: ReactNode
  /** Below the form, and no part of it. */
  readonly after?: ReactNode
}

export function SettingsPage({ title, why, onBack, onSave, saving, children, after }: SettingsPageProps) {
  const styles = useStyles()
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const problem =
    saving.state === 'refused'
      ? words.refusal(saving.refusal)
      : saving.state === 'unreachable'
        ? words.say('settings.unreachable')
        : null
  return (
    <article className={styles.page}>
      <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={onBack}>
        {words.say('shell.back')}
      </Button>
      <h1 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className={styles.why}>{why}</p>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (saving.state !== 'saving') onSave?.()
        }}
      >
        {children}
        {problem !== null && (
          <MessageBar intent="warning" layout="multiline" politeness="assertive">
            <MessageBarBody>{problem}</MessageBarBody>
          </MessageBar>
        )}
        {onSave !== null && (
          <div className={styles.foot}>
            <Button type="submit" appearance="primary" disabledFocusable={saving.state === 'saving'}>
              {words.say(saving.state === 'saving' ? 'settings.saving' : 'settings.save')}
            </Button>
            <output className={styles.said}>{saving.state === 'saved' && words.say('settings.saved')}</output>
          </div>
        )}
      </form>
      {after}
    </article>
  )
}
