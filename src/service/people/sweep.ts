/**
 * What the service sees to about a group's posts by itself: changes that broke off, hand-overs whose day has come, and the
 * copy on the group's own site, which shows who holds what today and which anybody there can change by hand.
 */

import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Office } from '../office.ts'
import { finishChanges } from './change.ts'
import { noteHandOvers } from './handovers.ts'
import { copyPosts } from './people.ts'

export async function sweepPeople(office: Office, group: DirectoryEntry): Promise<void> {
  await office.inTurn(() => finishChanges(office, group))
  await noteHandOvers(office, group)
  const copied = await copyPosts(office, group)
  if (copied > 0) office.log({ level: 'info', event: 'postsCopied', group: group.key, count: copied })
}
