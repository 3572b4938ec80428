/** What a dialog is about, as the service tells it: read once, again when what was sent of it is refused. */

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, type ReactElement } from 'react'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Result } from '../../domain/result.ts'
import type { Sending } from '../decide/deciding.ts'
import type { Session } from '../session.ts'
import { FaultNotice } from '../shell/FaultNotice.tsx'
import { Notice } from '../shell/Notice.tsx'
import { Opening } from '../shell/Opening.tsx'
import { useWords } from '../words.tsx'

export interface Asking<Told> {
  readonly session: Session
  /** Of the query. */
  readonly key: readonly string[]
  readonly ask: () => Promise<Result<Told, ServiceRefusal>>
  /** How it goes with what the reader sends of it. */
  readonly sending: Sending<unknown, unknown>
}

/** `instead`: what stands there while it isn't known, or because it isn't told. */
export function useAsked<Told>({
  session,
  key,
  ask,
  sending,
}: Asking<Told>):
  | { readonly told: Told; readonly instead: null }
  | { readonly told: null; readonly instead: ReactElement } {
  const words = useWords()
  const client = useQueryClient()
  const read = useQuery({
    queryKey: key,
    queryFn: ask,
    placeholderData: keepPreviousData,
    // What one is about to decide on doesn't change under one's hand: the service says when it has.
    refetchOnWindowFocus: false,
  })
  const refused = sending.state === 'refused' ? sending.refusal : null
  useEffect(() => {
    // What was refused is no longer as it was read, or no longer the reader's to answer.
    if (refused !== null && refused.code !== 'reasonNeeded') void client.invalidateQueries({ queryKey: key })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each refusal
  }, [refused])

  const again = (): void => void read.refetch()
  if (read.isPending) return { told: null, instead: <Opening /> }
  if (read.isError) {
    return { told: null, instead: <FaultNotice fault={read.error} onAgain={again} tokens={session.tokens} /> }
  }
  if (read.data.ok) return { told: read.data.value, instead: null }
  const step = { label: words.say('shell.again'), do: again, busy: read.isFetching }
  return {
    told: null,
    instead: (
      <Notice title={words.say('decide.nothing.title')} step={step}>
        {words.refusal(read.data.error)}
      </Notice>
    ),
  }
}
