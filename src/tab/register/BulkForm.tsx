/** What is asked once for many actions, and beforehand which of them are left out, each with why. */

import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { canonical } from '../../domain/canonical.ts'
import type { Day } from '../../domain/day.ts'
import type { Refusal } from '../../domain/result.ts'
import { type } from '../design/scale.ts'
import { useWords } from '../words.tsx'
import { bulkFields, bulkStart, planBulk, sendingOf, type BulkGround } from './bulk.ts'
import type { BulkSending } from './bulksending.ts'
import { DeedField } from './DeedField.tsx'
import type { Field, Values } from './deedfields.ts'
import type { Drafts } from './drafts.ts'
import { isKey } from './keys.ts'
import { newCommandId } from './sending.ts'

export interface BulkFormProps {
  readonly ground: BulkGround
  readonly nextMeeting: Day | null
  readonly drafts: Drafts
  readonly onSend: (sending: BulkSending) => void
  readonly onLeave: () => void
}

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  note: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
  out: {
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { ...type.row, fontWeight: tokens.fontWeightSemibold, margin: `0 0 ${tokens.spacingVerticalXS}` },
  list: { ...type.row, margin: '0', padding: '0', listStyleType: 'none' },
  reference: { fontWeight: tokens.fontWeightSemibold },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export function BulkForm({ ground, nextMeeting, drafts, onSend, onLeave }: BulkFormProps) {
  const { deed, snapshot, today, actions } = ground
  const words = useWords()
  const styles = useStyles()
  const form = useRef<HTMLDivElement>(null)
  const key = `bulk.${deed}`
  const [values, setValues] = useState<Values>(() => (drafts.read(key) as Values | null) ?? bulkStart(ground))
  /** Nothing is wrong with a field before somebody has tried to send it. */
  const [tried, setTried] = useState(false)
  const fields = bulkFields(ground, values)
  const { able, unable, problem } = planBulk(ground, values)

  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('input:checked, input:not([type=radio]), textarea, input')
    first?.focus({ preventScroll: true })
  }, [])

  const change = (next: Values): void => {
    const begun = canonical(next) !== canonical(bulkStart(ground))
    drafts.keep(key, begun ? next : null, snapshot.group.marking)
    setValues(next)
    setTried(false)
  }
  const send = (): void => {
    if (able.length === 0) return
    if (problem) return setTried(true)
    drafts.keep(key, null, snapshot.group.marking)
    onSend(sendingOf({ able, unable, problem }, newCommandId))
  }
  const said = (refusal: Refusal): string =>
    deed === 'reassign' && refusal.code === 'textMissing' ? words.say('bulk.ownersMissing') : words.refusal(refusal)
  const isAbout = (field: Field): boolean => (field.refused ?? [field.name]).includes(problem?.field ?? '')
  // A picker would open its list with it.
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (!isKey('save', event)) return
    event.preventDefault()
    event.stopPropagation()
    send()
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !isKey('leave', event)) return
    event.preventDefault()
    event.stopPropagation()
    onLeave()
  }

  return (
    // Ctrl+Enter sends and Escape leaves from any field in it; there are buttons too.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={form} className={styles.form} onKeyDownCapture={onKeyDownCapture} onKeyDown={onKeyDown}>
      <p className={styles.note}>{words.say(`bulk.note.${deed}`, { count: actions.length })}</p>
      {fields.map((field) => (
        <DeedField
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          snapshot={snapshot}
          today={today}
          nextMeeting={nextMeeting}
          busy={false}
          problem={tried && problem && isAbout(field) ? said(problem) : undefined}
          onChange={(value) => change({ ...values, [field.name]: value })}
        />
      ))}
      <div className={styles.foot}>
        <Button
          appearance="primary"
          disabledFocusable={able.length === 0}
          title={words.say('acting.saveKey')}
          onClick={send}
        >
          {words.say(`bulk.send.${deed}`, { count: able.length })}
        </Button>
        <Button appearance="subtle" onClick={onLeave}>
          {words.say('acting.leave')}
        </Button>
      </div>
      {unable.length > 0 && (
        <section className={styles.out}>
          <h3 className={styles.heading}>{words.say('bulk.unable', { count: unable.length })}</h3>
          <ul className={styles.list}>
            {unable.map(({ action, refusal }) => (
              <li key={action.id}>
                <span className={styles.reference}>{action.reference}</span>{' '}
                {refusal.code === 'nothingChanged' ? words.say('bulk.already') : words.refusal(refusal)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
