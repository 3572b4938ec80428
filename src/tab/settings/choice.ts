/**
 * What somebody chose, read and written with the version that the change is based on. What was filled in stays whatever
 * comes of the sending.
 */

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import { valueOf } from '../shell/fault.ts'

export interface Chosen<Value> {
  readonly value: Value
  /** Null: nobody has chosen yet. */
  readonly version: string | null
}

export type Saving =
  | { readonly state: 'idle' | 'saving' | 'saved' | 'unreachable' }
  | { readonly state: 'refused'; readonly refusal: ServiceRefusal }

export interface Choice<Value> {
  readonly read: UseQueryResult<Chosen<Value>>
  readonly saving: Saving
  readonly save: (value: Value) => Promise<void>
  /** Something was filled in after it was saved or refused. */
  readonly touch: () => void
}

type Answered<Value> = Promise<Result<Chosen<Value>, ServiceRefusal>>

export function useChoice<Value>(
  key: readonly string[],
  ask: { readonly read: () => Answered<Value>; readonly write: (chosen: Chosen<Value>) => Answered<Value> },
): Choice<Value> {
  const client = useQueryClient()
  const [saving, setSaving] = useState<Saving>({ state: 'idle' })
  const read = useQuery({
    queryKey: key,
    queryFn: async () => valueOf(await ask.read()),
    // A form doesn't change under the hand of who fills it in.
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  })
  return {
    read,
    saving,
    touch: () => setSaving({ state: 'idle' }),
    async save(value) {
      setSaving({ state: 'saving' })
      try {
        const answer = await ask.write({ value, version: read.data?.version ?? null })
        if (answer.ok) {
          client.setQueryData(key, answer.value)
          setSaving({ state: 'saved' })
          return
        }
        setSaving({ state: 'refused', refusal: answer.error })
        // The next try is based on what stands now; the form keeps what its reader filled in.
        if (answer.error.code === 'settingsChanged') await client.invalidateQueries({ queryKey: key })
      } catch {
        setSaving({ state: 'unreachable' })
      }
    },
  }
}
