/**
 * What the service tells of incidents, kept while the page is open and asked for again while somebody looks: where
 * nothing is new it tells nothing, so that only what was really shown stands in its log. And what is sent to it: the same
 * sent twice counts once, and what was filled in stays whatever becomes of it.
 */

import { useQuery, useQueryClient, type QueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Endpoint } from '../../contract/endpoint.ts'
import { incidentEndpoints, type IncidentBook, type IncidentForm } from '../../contract/incidents.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../session.ts'
import { makeId } from '../shell/id.ts'

const LOOK_AGAIN_MS = 20_000

const keyOf = (group: string): readonly string[] => ['incidents', group]

type Told<Value> = Result<Value, ServiceRefusal>

export function useBook({ api }: Session, group: string): UseQueryResult<Told<IncidentBook>> {
  const client = useQueryClient()
  return useQuery({
    queryKey: keyOf(group),
    queryFn: async (): Promise<Told<IncidentBook>> => {
      const known = client.getQueryData<Told<IncidentBook>>(keyOf(group))
      const seen = known?.ok ? known.value.seen : 'none'
      const answer = await api.ask(incidentEndpoints.incidents, { key: group, seen })
      if (!answer.ok) return answer
      if (answer.value.state === 'told') return { ok: true, value: answer.value }
      return known ?? answerAgain()
    },
    refetchInterval: LOOK_AGAIN_MS,
  })
}

/** Only somebody who was told something is answered that it is the same. */
function answerAgain(): never {
  throw new Error('the service says that nothing is new to who knows nothing')
}

export function useForm({ api }: Session, group: string): UseQueryResult<Told<IncidentForm>> {
  return useQuery({
    queryKey: ['incidentForm', group],
    queryFn: () => api.ask(incidentEndpoints.incidentForm, { key: group }),
    // What one is filling in doesn't change under one's hand.
    refetchOnWindowFocus: false,
  })
}

export type Sending =
  | { readonly state: 'idle' | 'sending' | 'unreachable' }
  | { readonly state: 'refused'; readonly refusal: ServiceRefusal }

export interface Sender {
  readonly sending: Sending
  /** The answer once it stands; null: it didn't. */
  readonly send: <Parameter extends string, Request, Answer>(
    endpoint: Endpoint<Parameter, Request, Answer>,
    parameters: Readonly<Record<Parameter, string>>,
    request: (commandId: string) => Request,
  ) => Promise<Answer | null>
  /** Something else was filled in. */
  readonly touch: () => void
  /** Of what is being sent: the key of something new. */
  readonly command: () => string
}

export function useSender({ api }: Session, group: string): Sender {
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const command = useRef(makeId())
  return {
    sending,
    command: () => command.current,
    touch() {
      command.current = makeId()
      setSending({ state: 'idle' })
    },
    async send(endpoint, parameters, request) {
      setSending({ state: 'sending' })
      try {
        const answer = await api.ask(endpoint, parameters, request(command.current))
        if (answer.ok) {
          command.current = makeId()
          setSending({ state: 'idle' })
          void look(client, group)
          return answer.value
        }
        setSending({ state: 'refused', refusal: answer.error })
        if (answer.error.code === 'contentChanged') void look(client, group)
      } catch {
        // No answer came: the same command can be sent again, and counts once.
        setSending({ state: 'unreachable' })
      }
      return null
    },
  }
}

function look(client: QueryClient, group: string): Promise<void> {
  return client.invalidateQueries({ queryKey: keyOf(group) })
}
