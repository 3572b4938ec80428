/** Approve or Refuse one person's access, with what happens then. What was written stays until it counts. */

import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { DecideAccess, NominationTold } from '../../contract/access.ts'
import type { Sender } from '../decide/deciding.ts'
import { VerdictButtons } from '../decide/VerdictButtons.tsx'
import { type } from '../design/scale.ts'
import type { DialogResult } from '../shell/teams.ts'
import { useWords } from '../words.tsx'
import { NotSettled } from '../ask/AskFrame.tsx'

export type VerdictWanted = Omit<DecideAccess, 'commandId'>

const useStyles = makeStyles({
  next: { ...type.label, margin: '0', color: tokens.colorNeutralForeground2 },
})

export interface VerdictFormProps {
  readonly nomination: NominationTold
  readonly hash: string
  readonly verdict: Sender<VerdictWanted, NominationTold>
  readonly onClose: ((said: DialogResult | null) => void) | null
}

export function VerdictForm({ nomination, hash, verdict: sender, onClose }: VerdictFormProps) {
  const styles = useStyles()
  const words = useWords()
  const field = useRef<HTMLTextAreaElement>(null)
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { deciding, decide, again } = sender
  const sending = deciding.state === 'sending' ? deciding.wanted.verdict : null
  const press = (verdict: VerdictWanted['verdict']): void => {
    if (sending !== null) return
    if (verdict === 'refused' && reason.trim() === '') {
      setMissing(true)
      field.current?.focus()
      return
    }
    void decide({ hash, verdict, words: reason.trim() })
  }
  const stage = nomination.waitsFor === 'assetOwner' ? 'assetOwner' : 'approver'
  return (
    <>
      <NotSettled sending={deciding} />
      <Field
        label={words.say('decide.words')}
        hint={isMissing ? null : words.say('decide.words.hint')}
        validationMessage={isMissing ? words.say('decide.words.missing') : null}
      >
        <Textarea
          ref={(element: HTMLTextAreaElement | null) => {
            field.current = element
          }}
          rows={2}
          value={reason}
          readOnly={sending !== null}
          maxLength={2000}
          onChange={(_, data) => {
            setMissing(false)
            setReason(data.value)
          }}
        />
      </Field>
      <VerdictButtons
        sending={sending}
        isUnclear={deciding.state === 'unclear'}
        onPress={press}
        onAgain={again}
        onClose={onClose}
      />
      <p className={styles.next}>
        {words.say(nomination.isResumption ? `access.ask.next.back.${stage}` : `access.ask.next.${stage}`)}
      </p>
    </>
  )
}
