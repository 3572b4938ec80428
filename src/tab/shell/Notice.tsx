/** What a page says when it has nothing else to show: one sentence and one next step. Never over what a person wrote. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, type ReactNode } from 'react'
import { PAGE_FOOT, type } from '../design/scale.ts'

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalM,
    maxWidth: '34rem',
    margin: '0 auto',
    padding: `12vh ${tokens.spacingHorizontalXXL} ${PAGE_FOOT}`,
  },
  title: { ...type.title, margin: 0, outlineStyle: 'none', textWrap: 'balance' },
  words: { ...type.reading, margin: 0, textWrap: 'pretty' },
  detail: { ...type.label, margin: 0, color: tokens.colorNeutralForeground2 },
})

export interface NoticeProps {
  readonly title: string
  readonly children: ReactNode
  readonly detail?: string | null
  readonly step?: { readonly label: string; readonly do: () => void; readonly busy?: boolean }
  readonly link?: { readonly label: string; readonly href: string }
  /** Between the sentence and its detail: where one button isn't enough. */
  readonly extra?: ReactNode
  /** Read out when it appears: for what went wrong while somebody was at work. */
  readonly urgent?: boolean
}

export function Notice({ title, children, detail, step, link, extra, urgent = false }: NoticeProps) {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (urgent) heading.current?.focus()
  }, [urgent])
  return (
    <section className={styles.notice} role={urgent ? 'alert' : undefined}>
      <h1 className={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className={styles.words}>{children}</p>
      {step && (
        <Button appearance="primary" onClick={step.do} disabledFocusable={step.busy ?? false}>
          {step.label}
        </Button>
      )}
      {extra}
      {link && (
        <Button as="a" appearance="primary" href={link.href} target="_top">
          {link.label}
        </Button>
      )}
      {detail != null && <p className={styles.detail}>{detail}</p>}
    </section>
  )
}
