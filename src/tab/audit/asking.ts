/**
 * The audit, asked of the service a page at a time. Each look is on record there: nothing is asked again because somebody
 * came back to the page, and nothing is kept on the device.
 */

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { auditEndpoints, type AuditFilter, type AuditPage, type RetentionTold } from '../../contract/audit.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import type { Session } from '../session.ts'
import { valueOf } from '../shell/fault.ts'

export const ANY: AuditFilter = { from: null, to: null, event: null, operation: null, person: null, subject: null }

/** @param look a further one looks again, also for what was looked for before */
export function useEntries({ api }: Session, group: string, filter: AuditFilter, look: number) {
  return useInfiniteQuery({
    queryKey: ['audit', group, filter, look],
    queryFn: async ({ pageParam }) =>
      valueOf(await api.ask(auditEndpoints.auditSearch, { key: group }, { ...filter, before: pageParam })),
    initialPageParam: null as number | null,
    getNextPageParam: (last: AuditPage) => last.before,
    refetchOnWindowFocus: false,
  })
}

const retentionKey = (group: string): readonly string[] => ['retention', group]

export function useRetention({ api }: Session, group: string) {
  return useQuery({
    queryKey: retentionKey(group),
    queryFn: async () => valueOf(await api.ask(auditEndpoints.retention, { key: group })),
    refetchOnWindowFocus: false,
  })
}

/** What the service answered to a change of it is how it stands. */
export function useKeptAsTold(group: string): (told: RetentionTold) => void {
  const client = useQueryClient()
  return (told) => {
    client.setQueryData(retentionKey(group), told)
    void client.invalidateQueries({ queryKey: ['audit', group] })
  }
}

export type Asking<Told> =
  | { readonly state: 'idle' | 'asking' | 'unreachable' }
  | { readonly state: 'told'; readonly told: Told }
  | { readonly state: 'refused'; readonly refusal: ServiceRefusal }

/** One question at a time, when somebody presses for it. */
export function useAsking<Told>(): {
  readonly asking: Asking<Told>
  /** Resolves with what was told, and with null where nothing was. */
  readonly ask: (question: () => Promise<Result<Told, ServiceRefusal>>) => Promise<Told | null>
} {
  const [asking, setAsking] = useState<Asking<Told>>({ state: 'idle' })
  return {
    asking,
    async ask(question) {
      if (asking.state === 'asking') return null
      setAsking({ state: 'asking' })
      try {
        const answer = await question()
        setAsking(answer.ok ? { state: 'told', told: answer.value } : { state: 'refused', refusal: answer.error })
        return answer.ok ? answer.value : null
      } catch {
        setAsking({ state: 'unreachable' })
        return null
      }
    },
  }
}
