/** The histories of all actions, read once when a page needs them, and again when it is opened after a while. */

import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import type { ActionId, Update } from '../../domain/action.ts'
import type { Session } from '../session.ts'

const STANDS_FOR = 60_000

export function useHistories(
  session: Pick<Session, 'histories'>,
  siteId: string,
): UseQueryResult<ReadonlyMap<ActionId, readonly Update[]>> {
  return useQuery({
    queryKey: ['histories', siteId],
    queryFn: () => session.histories(siteId),
    staleTime: STANDS_FOR,
  })
}
