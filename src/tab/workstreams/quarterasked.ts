/** Which quarter a group asks about now, and by when: worked out from its settings, as the prompts are. */

import { useQuery } from '@tanstack/react-query'
import { approvalEndpoints } from '../../contract/approvals.ts'
import { PROMPT_SETTINGS } from '../../domain/prompt.ts'
import type { OpenPeriod } from '../../domain/return.ts'
import { quarterAsked } from '../../domain/workstreamprompting.ts'
import type { Session } from '../session.ts'
import { valueOf } from '../shell/fault.ts'

/** Null until it is known; as every group has it, where the service doesn't answer. */
export function useQuarterAsked({ api, clock }: Session, group: string): OpenPeriod | null {
  const read = useQuery({
    queryKey: ['settings', group],
    queryFn: async () => valueOf(await api.ask(approvalEndpoints.settings, { key: group })),
  })
  return read.isPending ? null : quarterAsked(clock.today(), read.data?.value ?? PROMPT_SETTINGS)
}
