/** Something that a person should look at: a sentence, and an answer or two. T takes the first, L leaves it. */

import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { WarningRegular } from '@fluentui/react-icons'

export interface QuestionAnswer {
  readonly label: string
  readonly do: () => void
}

const useStyles = makeStyles({
  question: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingHorizontalS} ${tokens.spacingHorizontalM}`,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  answered: { color: tokens.colorNeutralForeground2 },
  message: { display: 'flex', gap: tokens.spacingHorizontalS, flex: '1 1 20rem', margin: 0 },
  icon: { flexShrink: 0, fontSize: tokens.fontSizeBase500, color: 'var(--statusAMBER)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface QuestionProps {
  readonly message: string
  /** Most likely first; empty where it was answered. */
  readonly takes: readonly QuestionAnswer[]
  readonly leave: QuestionAnswer | null
}

export function Question({ message, takes, leave }: QuestionProps) {
  const styles = useStyles()
  const open = leave !== null || takes.length > 0
  return (
    <div className={mergeClasses(styles.question, !open && styles.answered)} data-problem={open ? '' : undefined}>
      <p className={styles.message}>
        {open && <WarningRegular className={styles.icon} />}
        <span>{message}</span>
      </p>
      {open && (
        <span className={styles.buttons}>
          {takes.map((take, index) => (
            <Button
              key={take.label}
              appearance={index === 0 ? 'primary' : 'secondary'}
              data-take={index === 0 ? '' : undefined}
              onClick={take.do}
            >
              {take.label}
            </Button>
          ))}
          {leave && (
            <Button data-leave="" data-take={takes.length > 0 ? undefined : ''} onClick={leave.do}>
              {leave.label}
            </Button>
          )}
        </span>
      )}
    </div>
  )
}

/** T and L answer the question that has the focus, or else the first one; each has its button. */
export function answerByKey(event: KeyboardEvent, list: HTMLElement | null): void {
  const key = event.key.toLowerCase()
  if ((key !== 't' && key !== 'l') || event.ctrlKey || event.altKey || event.metaKey) return
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, select, textarea, [role=listbox]')) return
  const asked = target?.closest('[data-problem]') ?? list?.querySelector('[data-problem]')
  const button = asked?.querySelector<HTMLButtonElement>(key === 't' ? '[data-take]' : '[data-leave]')
  button?.click()
  if (button) event.preventDefault()
}

/** After an answer the next question has the focus, so that one key after the other settles them all. */
export function focusNext(list: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const buttons = list?.querySelectorAll<HTMLButtonElement>('[data-problem] button:not([disabled])') ?? []
    const active = document.activeElement
    const after = [...buttons].find(
      (button) =>
        !active ||
        active === document.body ||
        active.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING,
    )
    after?.focus()
  })
}
