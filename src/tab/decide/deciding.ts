/**
 * Sends a decision and tells how it went. One decision has one command id however often it is sent: what is not known
 * to have arrived can be sent again, and counts once. Other words, or another verdict, are another command.
 */

import { useRef, useState } from 'react'
import { approvalEndpoints, type Decided } from '../../contract/approvals.ts'
import { meetingEndpoints, type OutsideDecision } from '../../contract/meetings.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Result } from '../../domain/result.ts'
import type { Api } from '../api.ts'
import { SignInNeeded, TabFault } from '../shell/fault.ts'
import { makeId } from '../shell/id.ts'

export type Verdict = 'approved' | 'refused'

export type Sending<Wanted, Told> =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly wanted: Wanted }
  | { readonly state: 'decided'; readonly decided: Told }
  | { readonly state: 'refused'; readonly refusal: ServiceRefusal }
  /** It may have arrived or not: the same can be sent again. */
  | { readonly state: 'unclear'; readonly because: 'busy' | 'offline' | 'signIn' | 'fault'; readonly id: string | null }

export interface Sender<Wanted, Told> {
  readonly deciding: Sending<Wanted, Told>
  readonly decide: (wanted: Wanted) => Promise<void>
  /** Sends the last one again. */
  readonly again: () => void
}

interface Wanted {
  readonly hash: string
  readonly verdict: Verdict
  readonly reason: string
}

export type Deciding = Sending<Wanted, Decided>

export function useDecider(
  api: Api,
  { group: key, subject }: { readonly group: string; readonly subject: string },
): Sender<Wanted, Decided> {
  return useSender((request) => api.ask(approvalEndpoints.decide, { key, subject }, request))
}

export type Recorder = Sender<Omit<OutsideDecision, 'commandId'>, Decided>

/** Of what an outside body decided. */
export function useRecorder(
  api: Api,
  { group: key, subject }: { readonly group: string; readonly subject: string },
): Recorder {
  return useSender((request) => api.ask(meetingEndpoints.recordOutside, { key, subject }, request))
}

export function useSender<Wanted extends object, Told>(
  ask: (request: Wanted & { readonly commandId: string }) => Promise<Result<Told, ServiceRefusal>>,
): Sender<Wanted, Told> {
  const [deciding, setDeciding] = useState<Sending<Wanted, Told>>({ state: 'idle' })
  const last = useRef<{ readonly wanted: Wanted; readonly commandId: string } | null>(null)

  const send = async (request: { readonly wanted: Wanted; readonly commandId: string }): Promise<void> => {
    const { wanted, commandId } = request
    last.current = request
    setDeciding({ state: 'sending', wanted })
    try {
      const answer = await ask({ ...wanted, commandId })
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
      const isSame = before !== null && canonical(before.wanted) === canonical(wanted)
      await send({ wanted, commandId: isSame ? before.commandId : makeId() })
    },
    again: () => void (last.current && send(last.current)),
  }
}

function isPassing({ code }: ServiceRefusal): boolean {
  return code === 'serviceBusy' || code === 'tooManyRequests'
}

function whyUnclear(fault: unknown): 'offline' | 'signIn' | 'fault' {
  if (fault instanceof SignInNeeded) return 'signIn'
  return fault instanceof TabFault && (fault.code === 'offline' || fault.code === 'signInSlow') ? 'offline' : 'fault'
}
