/** The link that opens what is decided on in its group's channel; null until the group's place is known. */

import { useQuery } from '@tanstack/react-query'
import type { ApprovalDetail } from '../../contract/approvals.ts'
import type { Session } from '../session.ts'
import { makeActionLink } from '../shell/link.ts'
import { meQuery } from '../shell/queries.tsx'

export function useSubjectLink(session: Session, detail: Pick<ApprovalDetail, 'group' | 'action'>): string | null {
  const me = useQuery(meQuery(session.api))
  const group = me.data?.groups.find(({ key }) => key === detail.group)
  if (!group) return null
  const page = { kind: 'channel', group: group.key, siteId: group.siteId } as const
  return makeActionLink(session, page, detail.action, group.channelId)
}
