/** A fault in words, with the step that helps and the number that finds it in a log. Words for codes stand in one place. */

import type { WordKey } from '../../words/words.ts'
import { useWords } from '../words.tsx'
import { SignInNeeded, TabFault, type TabFaultCode } from './fault.ts'
import { Notice } from './Notice.tsx'
import { SignInBar } from './SignInBar.tsx'
import type { Tokens } from './tokens.ts'

export interface FaultNoticeProps {
  readonly fault: unknown
  /** Tries again without loading the page anew, where that can help. */
  readonly onAgain?: () => void
  /** For a page that can't be shown before the person signs in. */
  readonly tokens?: Tokens
  readonly teamsAddress?: string
}

export function FaultNotice({ fault, onAgain, tokens, teamsAddress }: FaultNoticeProps) {
  const words = useWords()
  if (fault instanceof SignInNeeded && tokens) {
    return (
      <>
        <SignInBar tokens={tokens} {...(onAgain ? { onSignedIn: onAgain } : {})} />
        <Notice title={words.say('shell.signIn.title')}>{words.say('shell.signIn.why')}</Notice>
      </>
    )
  }
  const code: TabFaultCode | 'unknown' = fault instanceof TabFault ? fault.code : 'unknown'
  const requestId = requestIdOf(fault)
  const detail = requestId === null ? null : words.say('shell.requestId', { id: requestId })
  const title = words.say(`shell.fault.${code}.title` satisfies WordKey)
  const sentence = words.say(`shell.fault.${code}` satisfies WordKey, { detail: messageOf(fault) })
  if (code === 'outsideTeams') {
    const href = teamsAddress ?? 'https://teams.microsoft.com/'
    return (
      <Notice title={title} link={{ label: words.say('shell.openTeams'), href }}>
        {sentence}
      </Notice>
    )
  }
  const step =
    onAgain && code !== 'unknown' && code !== 'personChanged'
      ? { label: words.say('shell.again'), do: onAgain }
      : { label: words.say('shell.reload'), do: () => window.location.reload() }
  return (
    <Notice title={title} detail={detail} step={step} urgent>
      {sentence}
    </Notice>
  )
}

/** Faults of other rooms carry a request id too; the tab knows them by that alone. */
function requestIdOf(fault: unknown): string | null {
  if (typeof fault !== 'object' || fault === null || !('requestId' in fault)) return null
  return typeof fault.requestId === 'string' && fault.requestId !== '' ? fault.requestId : null
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : ''
}
