/** The database administrator says that an account is open, and what it is called, or that it is closed. */

import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { NotSettled, AskFrame } from '../ask/AskFrame.tsx'
import type { OfNomination } from './asked.ts'
import { Close } from '../ask/Close.tsx'
import { AccessMark } from './AccessMark.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { useChanging } from './reading.ts'
import { useWords } from '../words.tsx'

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  press: { flex: '1 1 110px' },
})

export function AccountForm({ session, group, nomination, names, onClose }: OfNomination) {
  const styles = useStyles()
  const words = useWords()
  const field = useRef<HTMLInputElement>(null)
  const [account, setAccount] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { deciding, decide, again } = useChanging(session, group, nomination.key)
  const { name } = nomination.person
  const isOpening = nomination.acts.includes('confirmOpened')
  const verb = isOpening ? 'open' : 'close'
  const isSending = deciding.state === 'sending'
  if (deciding.state === 'decided') {
    return (
      <AskFrame
        session={session}
        group={group}
        title={words.say(`access.account.${verb}.done`, { name })}
        isOutcome
        foot={<Close onClose={onClose} settled={`access-${nomination.key}`} />}
      >
        <AccessMark standing={deciding.decided.standing} strong />
      </AskFrame>
    )
  }
  const press = (): void => {
    if (isSending) return
    if (!isOpening) {
      void decide({ kind: 'confirmClosed' })
    } else if (account.trim() === '') {
      setMissing(true)
      field.current?.focus()
    } else {
      void decide({ kind: 'confirmOpened', account: account.trim() })
    }
  }
  return (
    <AskFrame
      session={session}
      group={group}
      title={words.say(`access.account.${verb}.title`, { name })}
      lead={words.say(`access.account.${verb}.why`)}
      {...(deciding.state === 'unclear' ? { onSignedIn: again } : {})}
      foot={
        <>
          <NotSettled sending={deciding} />
          {isOpening && (
            <Field
              label={words.say('access.account.open.name')}
              required
              hint={isMissing ? null : words.say('access.account.open.name.hint')}
              validationMessage={isMissing ? words.say('access.account.open.name.missing') : null}
            >
              <Input
                input={{ ref: field }}
                value={account}
                maxLength={120}
                autoComplete="off"
                readOnly={isSending}
                onChange={(_, data) => {
                  setMissing(false)
                  setAccount(data.value)
                }}
              />
            </Field>
          )}
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              size="large"
              className={styles.press}
              disabledFocusable={isSending}
              onClick={deciding.state === 'unclear' ? again : press}
            >
              {deciding.state === 'unclear'
                ? words.say('decide.again')
                : words.say(isSending ? 'access.saving' : `access.account.${verb}.do`)}
            </Button>
            {onClose && (
              <Button appearance="subtle" size="large" disabledFocusable={isSending} onClick={() => onClose(null)}>
                {words.say('decide.later')}
              </Button>
            )}
          </div>
        </>
      }
    >
      <PersonFacts nomination={nomination} {...names} today={session.clock.today()} />
    </AskFrame>
  )
}
