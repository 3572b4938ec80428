/**
 * A group's requests for disclosure, read from the service, and one change of them on its way there. Each look is logged
 * there, so nothing polls; the same sent twice counts once.
 */

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import {
  disclosureEndpoints,
  type ChangeDisclosure,
  type ChangeGrounds,
  type DecideDisclosure,
  type DisclosureFile,
  type Disclosures,
} from '../../contract/disclosure.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { DisclosureFormat } from '../../domain/disclosure.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../session.ts'
import { valueOf } from '../shell/fault.ts'
import { makeId } from '../shell/id.ts'

const keyOf = (group: string): readonly string[] => ['disclosures', group]

export function useDisclosures({ api }: Session, group: string): UseQueryResult<Disclosures> {
  return useQuery({
    queryKey: keyOf(group),
    queryFn: async () => valueOf(await api.ask(disclosureEndpoints.disclosures, { key: group })),
  })
}

type Asking<Request> = Request extends unknown ? Omit<Request, 'commandId'> : never

export type Sending =
  | { readonly state: 'idle' | 'saving' | 'unreachable' }
  | { readonly state: 'refused'; readonly refusal: ServiceRefusal }

/** One change after the other, each sent once; what it makes of the requests is shown at once. */
function useSending({ api }: Session, group: string) {
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  /** What wasn't known to arrive is sent again under its own id; anything else is another command. */
  const last = useRef({ said: '', id: makeId() })

  async function send<Told>(
    said: object,
    ask: (api: Session['api'], commandId: string) => Promise<Result<Told, ServiceRefusal>>,
  ): Promise<Told | null> {
    const text = JSON.stringify(said)
    if (last.current.said !== text) last.current = { said: text, id: makeId() }
    setSending({ state: 'saving' })
    try {
      const answer = await ask(api, last.current.id)
      last.current = { said: '', id: makeId() }
      setSending(answer.ok ? { state: 'idle' } : { state: 'refused', refusal: answer.error })
      if (answer.ok) return answer.value
      // The next try is of what stands now, histories included.
      await client.invalidateQueries()
    } catch {
      setSending({ state: 'unreachable' })
    }
    return null
  }

  /** True once it stands. */
  async function change(
    said: object,
    ask: (api: Session['api'], commandId: string) => Promise<Result<Disclosures, ServiceRefusal>>,
  ): Promise<boolean> {
    const told = await send(said, ask)
    if (told) client.setQueryData(keyOf(group), told)
    return told !== null
  }
  return { sending, send, change }
}

export interface Sender {
  readonly sending: Sending
  /** True once it stands. */
  change(request: Asking<ChangeDisclosure>): Promise<boolean>
  decide(request: Asking<DecideDisclosure>): Promise<boolean>
  /** Null where it isn't given out; why is in `sending`. */
  take(format: DisclosureFormat): Promise<DisclosureFile | null>
}

export function useSender(session: Session, group: string, disclosure: string): Sender {
  const { sending, send, change } = useSending(session, group)
  const about = { key: group, disclosure }
  const { changeDisclosure, decideDisclosure, takeDisclosure } = disclosureEndpoints
  return {
    sending,
    change: (request) =>
      change(request, (api, commandId) => api.ask(changeDisclosure, about, { ...request, commandId })),
    decide: (request) =>
      change(request, (api, commandId) => api.ask(decideDisclosure, about, { ...request, commandId })),
    take: (format) => send({ format }, (api, commandId) => api.ask(takeDisclosure, about, { format, commandId })),
  }
}

export interface GroundsSender {
  readonly sending: Sending
  change(request: Asking<ChangeGrounds>): Promise<boolean>
}

export function useGroundsSender(session: Session, group: string): GroundsSender {
  const { sending, change } = useSending(session, group)
  const about = { key: group }
  return {
    sending,
    change: (request) =>
      change(request, (api, commandId) => api.ask(disclosureEndpoints.changeGrounds, about, { ...request, commandId })),
  }
}

/** SHA-256, base64url: as the service names the exact copy. */
export async function hashOf(content: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(content)))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
