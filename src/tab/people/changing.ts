/**
 * Who holds what, read from the service, and one change of a post on its way there. What was filled in stays whatever
 * comes of the sending; the same sent twice counts once.
 */

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { peopleEndpoints, type ChangePost, type People } from '../../contract/people.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Session } from '../session.ts'
import { valueOf } from '../shell/fault.ts'
import { makeId } from '../shell/id.ts'

const keyOf = (group: string): readonly string[] => ['people', group]

export function usePeople({ api }: Session, group: string): UseQueryResult<People> {
  return useQuery({
    queryKey: keyOf(group),
    queryFn: async () => valueOf(await api.ask(peopleEndpoints.people, { key: group })),
  })
}

export type Changing =
  | { readonly state: 'idle' | 'saving' | 'unreachable' }
  | { readonly state: 'refused'; readonly refusal: ServiceRefusal }

export interface Change {
  readonly changing: Changing
  /** True once it stands; null: it didn't. */
  readonly save: (post: string, version: string | null, change: ChangePost['change']) => Promise<People | null>
  /** Something else was filled in. */
  readonly touch: () => void
}

export function useChange({ api }: Session, group: string): Change {
  const client = useQueryClient()
  const [changing, setChanging] = useState<Changing>({ state: 'idle' })
  const command = useRef(makeId())
  return {
    changing,
    touch() {
      command.current = makeId()
      setChanging({ state: 'idle' })
    },
    async save(post, version, change) {
      setChanging({ state: 'saving' })
      try {
        const request = { commandId: command.current, version, change }
        const answer = await api.ask(peopleEndpoints.changePost, { key: group, post }, request)
        if (answer.ok) {
          client.setQueryData(keyOf(group), answer.value)
          setChanging({ state: 'idle' })
          command.current = makeId()
          return answer.value
        }
        setChanging({ state: 'refused', refusal: answer.error })
        // The next try is based on what stands now; the form keeps what its reader filled in.
        if (answer.error.code === 'peopleChanged') {
          command.current = makeId()
          await client.invalidateQueries({ queryKey: keyOf(group) })
        }
      } catch {
        setChanging({ state: 'unreachable' })
      }
      return null
    },
  }
}
