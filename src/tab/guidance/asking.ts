/**
 * The group's guidance, read from the service, and one change of it on its way there. What was filled in stays whatever
 * comes of the sending; the same sent twice counts once. Each look is logged there, so nothing polls.
 */

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import {
  guidanceEndpoints,
  type AcknowledgeRequest,
  type ChangeGuidance,
  type DecideGuidanceRequest,
  type Guidance,
} from '../../contract/guidance.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../session.ts'
import { valueOf } from '../shell/fault.ts'
import { makeId } from '../shell/id.ts'

const keyOf = (group: string): readonly string[] => ['guidance', group]

export function useGuidance({ api }: Session, group: string): UseQueryResult<Guidance> {
  return useQuery({
    queryKey: keyOf(group),
    queryFn: async () => valueOf(await api.ask(guidanceEndpoints.guidance, { key: group })),
  })
}

/** Without its id, which is made here. */
type Asking<Request> = Request extends unknown ? Omit<Request, 'commandId'> : never

export type Sending =
  | { readonly state: 'idle' | 'saving' | 'unreachable' }
  | { readonly state: 'refused'; readonly refusal: ServiceRefusal }

/** Whose guidance, of whom, and who asks. */
export interface Place {
  readonly session: Session
  readonly group: string
  readonly guidance: string
}

export interface Sender {
  readonly sending: Sending
  /** True once it stands. */
  change(request: Asking<ChangeGuidance>): Promise<boolean>
  decide(request: Asking<DecideGuidanceRequest>): Promise<boolean>
  acknowledge(request: Asking<AcknowledgeRequest>): Promise<boolean>
  /** Something else was filled in. */
  touch(): void
}

export function useSender({ session: { api }, group, guidance }: Place): Sender {
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const command = useRef(makeId())
  const about = { key: group, guidance }

  async function send(ask: (commandId: string) => Promise<Result<Guidance, ServiceRefusal>>): Promise<boolean> {
    setSending({ state: 'saving' })
    try {
      const answer = await ask(command.current)
      command.current = answer.ok || answer.error.code === 'contentChanged' ? makeId() : command.current
      if (answer.ok) {
        setSending({ state: 'idle' })
        client.setQueryData(keyOf(group), answer.value)
        return true
      }
      setSending({ state: 'refused', refusal: answer.error })
      // The next try is of what stands now.
      await client.invalidateQueries({ queryKey: keyOf(group) })
    } catch {
      setSending({ state: 'unreachable' })
    }
    return false
  }

  return {
    sending,
    change: (request) =>
      send((commandId) => api.ask(guidanceEndpoints.changeGuidance, about, { ...request, commandId })),
    decide: (request) =>
      send((commandId) => api.ask(guidanceEndpoints.decideGuidance, about, { ...request, commandId })),
    acknowledge: (request) =>
      send((commandId) => api.ask(guidanceEndpoints.acknowledgeGuidance, about, { ...request, commandId })),
    touch() {
      command.current = makeId()
      setSending({ state: 'idle' })
    },
  }
}
