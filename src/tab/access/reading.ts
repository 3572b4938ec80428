/**
 * Who has access, read from the service, which logs each look; and one change on its way there. Nothing of it is kept
 * on the device, and nobody is shown more of it than the service tells them.
 */

import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import {
  accessEndpoints,
  type AccessRegister,
  type ChangeAccess,
  type Nominate,
  type NominationTold,
} from '../../contract/access.ts'
import type { Day } from '../../domain/day.ts'
import { useSender, type Sender } from '../decide/deciding.ts'
import type { Session } from '../session.ts'
import { valueOf } from '../shell/fault.ts'

const keyOf = (group: string): readonly string[] => ['access', group]

/** As it stands now. Coming back to the page is no reason to look again: each look is on record. */
export function useAccess({ api }: Session, group: string): UseQueryResult<AccessRegister> {
  return useQuery({
    queryKey: [...keyOf(group), 'now'],
    queryFn: async () => valueOf(await api.ask(accessEndpoints.access, { key: group })),
    refetchOnWindowFocus: false,
  })
}

/** As it stood at the end of a day; null: none is asked for. */
export function useAccessOn({ api }: Session, group: string, day: Day | null): UseQueryResult<AccessRegister> {
  return useQuery({
    queryKey: [...keyOf(group), day],
    queryFn: async () => valueOf(await api.ask(accessEndpoints.accessOn, { key: group, day: day ?? '' })),
    enabled: day !== null,
    refetchOnWindowFocus: false,
    // A day that is over stays as it was.
    staleTime: Infinity,
  })
}

/** Reads all of it anew: something was changed, here or in a dialog. */
export function useLookAgain(group: string): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(group) })
}

/** One change of what stands at a key of the union, without its id. */
type WithoutId<Request> = Request extends { readonly commandId: string } ? Omit<Request, 'commandId'> : never

export function useNominating({ api }: Session, group: string): Sender<WithoutId<Nominate>, NominationTold> {
  return useSender((request) => api.ask(accessEndpoints.nominate, { key: group }, request))
}

export function useChanging(
  { api }: Session,
  group: string,
  nomination: string,
): Sender<WithoutId<ChangeAccess>, NominationTold> {
  return useSender((request) =>
    api.ask(accessEndpoints.changeAccess, { key: group, nomination }, request as ChangeAccess),
  )
}
