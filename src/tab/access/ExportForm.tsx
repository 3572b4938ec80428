/** Takes the register out as Excel, once it is said to whom it goes: that stands on record before there is any file. */

import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { accessEndpoints, type AccessRegister, type ExportAccess } from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import { useSender } from '../decide/deciding.ts'
import { type } from '../design/scale.ts'
import { PanelFrame } from '../requests/PanelFrame.tsx'
import type { Session } from '../session.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  why: { ...type.row, margin: '0', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
})

export interface ExportFormProps {
  readonly session: Session
  readonly group: string
  /** Null: as it stands now. */
  readonly day: Day | null
  readonly save: (register: AccessRegister) => Promise<void>
  readonly onClose: () => void
}

export function ExportForm({ session, group, day, save, onClose }: ExportFormProps) {
  const styles = useStyles()
  const words = useWords()
  const [to, setTo] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { deciding, decide, again } = useSender<Omit<ExportAccess, 'commandId'>, AccessRegister>(async (request) => {
    const answer = await session.api.ask(accessEndpoints.exportAccess, { key: group }, request)
    if (answer.ok) await save(answer.value)
    return answer
  })
  const isSending = deciding.state === 'sending'
  return (
    <PanelFrame
      title={words.say('access.export')}
      over={words.say(
        day === null ? 'access.export.now' : 'access.export.day',
        day === null ? {} : { day: words.day(day) },
      )}
      onClose={onClose}
    >
      <p className={styles.why}>{words.say('access.export.why')}</p>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isSending) return
          if (to.trim() === '') setMissing(true)
          else void decide({ day, to: to.trim() })
        }}
      >
        <Field
          label={words.say('access.export.to')}
          required
          hint={isMissing ? null : words.say('access.export.to.hint')}
          validationMessage={isMissing ? words.say('access.export.to.missing') : null}
        >
          <Input
            value={to}
            maxLength={200}
            autoComplete="off"
            readOnly={isSending}
            onChange={(_, data) => {
              setMissing(false)
              setTo(data.value)
            }}
          />
        </Field>
        {(deciding.state === 'refused' || deciding.state === 'unclear') && (
          <MessageBar intent="warning" layout="multiline" politeness="assertive">
            <MessageBarBody>
              {deciding.state === 'refused' ? words.refusal(deciding.refusal) : words.say('access.export.fault')}
            </MessageBarBody>
          </MessageBar>
        )}
        {deciding.state === 'decided' && (
          <MessageBar intent="success" layout="multiline" politeness="polite">
            <MessageBarBody>{words.say('access.exported')}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.foot}>
          {deciding.state === 'unclear' ? (
            <Button appearance="primary" onClick={again}>
              {words.say('decide.again')}
            </Button>
          ) : deciding.state === 'decided' ? null : (
            <Button type="submit" appearance="primary" disabledFocusable={isSending}>
              {words.say(isSending ? 'access.exporting' : 'access.export.do')}
            </Button>
          )}
          <Button appearance={deciding.state === 'decided' ? 'primary' : 'subtle'} onClick={onClose}>
            {words.say(deciding.state === 'decided' ? 'decide.close' : 'access.leave')}
          </Button>
        </div>
      </form>
    </PanelFrame>
  )
}
