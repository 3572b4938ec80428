/**
 * Sends a decision and tells how it went. One decision has one command id however often it is sent: what is not known
 * to have arrived can be sent again, and counts once. Other words, or another verdict, are another command.
 */

import { useRef, useState } from 'react'
import { approvalEndpoints, type Decided } from '../../contract/approvals.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Api } from '../api.ts'
import { SignInNeeded, TabFault } from '../shell/fault.ts'
import { makeId } from '../shell/id.ts'

export type Verdict = 'approved' | 'refused'

interface Wanted {
  readonly hash: string
  readonly verdict: Verdict
  readonly reason: string
}

export type Deciding =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly verdict: Verdict }
  | { readonly state: 'decided'; readonly decided: Decided }
  | { readonly state: 'refused'; readonly refusal: ServiceRefusal }
  /** It may have arrived or not: the same can be sent again. */
  | { readonly state: 'unclear'; readonly because: 'busy' | 'offline' | 'signIn' | 'fault'; readonly id: string | null }

export interface Decider {
  readonly deciding: Deciding
  readonly decide: (wanted: Wanted) => Promise<void>
  /** Sends the last one again. */
  readonly again: () => void
  readonly reset: () => void
}

export function useDecider(api: Api, about: { readonly group: string; readonly subject: string }): Decider {
  const [deciding, setDeciding] = useState<Deciding>({ state: 'idle' })
  const last = useRef<(Wanted & { readonly commandId: string }) | null>(null)

  const send = async (request: Wanted & { readonly commandId: string }): Promise<void> => {
    last.current = request
    setDeciding({ state: 'sending', verdict: request.verdict })
    try {
      const { group: key, subject } = about
      const answer = await api.ask(approvalEndpoints.decide, { key, subject }, request)
      if (answer.ok) setDeciding({ state: 'decided', decided: answer.value })
      else if (isPassing(answer.error)) setDeciding({ state: 'unclear', because: 'busy', id: null })
      else setDeciding({ state: 'refused', refusal: answer.error })
    } catch (fault) {
      setDeciding({
        state: 'unclear',
        because: whyUnclear(fault),
        id: fault instanceof TabFault ? fault.requestId : null,
      })
    }
  }

  return {
    deciding,
    async decide(wanted) {
      const before = last.current
      const isSame =
        before?.hash === wanted.hash && before.verdict === wanted.verdict && before.reason === wanted.reason
      await send({ ...wanted, commandId: isSame ? before.commandId : makeId() })
    },
    again: () => void (last.current && send(last.current)),
    reset: () => setDeciding({ state: 'idle' }),
  }
}

function isPassing({ code }: ServiceRefusal): boolean {
  return code === 'serviceBusy' || code === 'tooManyRequests'
}

function whyUnclear(fault: unknown): 'offline' | 'signIn' | 'fault' {
  if (fault instanceof SignInNeeded) return 'signIn'
  return fault instanceof TabFault && (fault.code === 'offline' || fault.code === 'signInSlow') ? 'offline' : 'fault'
}
