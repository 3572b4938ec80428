/** Stands above a page while Microsoft 365 wants the person to act; the page below keeps what it shows. */

import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useState, useSyncExternalStore } from 'react'
import { useWords } from '../words.tsx'
import { SignInNeeded, TabFault } from './fault.ts'
import type { Tokens } from './tokens.ts'

export interface SignInBarProps {
  readonly tokens: Tokens
  readonly onSignedIn?: () => void
}

export function SignInBar({ tokens, onSignedIn }: SignInBarProps) {
  const words = useWords()
  const waiting = useSyncExternalStore(tokens.subscribe, tokens.waiting)
  const { busy, fault, signIn } = useSignIn(tokens, onSignedIn)
  if (!waiting) return null
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        {fault === null
          ? words.say('shell.signIn.asked')
          : words.say(`shell.fault.${fault.code}`, { detail: fault.message })}
      </MessageBarBody>
      <MessageBarActions>
        <Button disabledFocusable={busy} onClick={signIn}>
          {words.say('shell.signIn.do')}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}

/** Signing in, in answer to a click. */
export function useSignIn(
  tokens: Tokens,
  onSignedIn?: () => void,
): {
  readonly busy: boolean
  readonly fault: TabFault | null
  readonly signIn: () => void
} {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<TabFault | null>(null)
  const signIn = async (): Promise<void> => {
    setBusy(true)
    try {
      await tokens.signIn()
      setFault(null)
      onSignedIn?.()
    } catch (cause) {
      // A dialog that was closed leaves everything as it was.
      if (cause instanceof SignInNeeded) return
      setFault(cause instanceof TabFault ? cause : new TabFault('signInFailed', { cause }))
    } finally {
      setBusy(false)
    }
  }
  return { busy, fault, signIn: () => void signIn() }
}
