/**
 * Makes a site the home of a group: its lists, its settings, its organisations, posts and meetings as given. Rows that
 * are there and aren't given stay. Needs a grant of `manage` or more on the site.
 */

import type { Group, Meeting, Organisation, Post } from '../../domain/group.ts'
import type { SavedViewContent } from '../../domain/savedview.ts'
import type { GraphClient } from '../client.ts'
import { CONTROL_LISTS } from '../controllists.ts'
import { GROUP, MEETINGS, ORGANISATIONS, POSTS, VIEWS, type List } from '../lists.ts'
import { WORK_LISTS } from '../worklists.ts'
import { makeGroup, makeMeeting, makeOrganisation, makePost, makeSavedView } from '../work/settings.ts'
import type { KeyedValues } from '../work/rows.ts'
import type { Did, Provisioned } from './did.ts'
import { provisionLists } from './lists.ts'
import { provisionRows } from './rows.ts'

export interface GroupContent {
  readonly group: Group
  readonly organisations: readonly Organisation[]
  readonly posts?: readonly Post[]
  readonly meetings?: readonly Meeting[]
  readonly views?: readonly SavedViewContent[]
}

/** Throws GraphFault; running it again carries on. */
export async function provisionGroup(client: GraphClient, siteId: string, content: GroupContent): Promise<Provisioned> {
  const did: Did[] = []
  const ids = await provisionLists(client, siteId, WORK_LISTS, did)
  const write = async (list: List, rows: readonly KeyedValues[]): Promise<void> => {
    await provisionRows(client, siteId, list, ids.get(list) ?? '', rows, did)
  }
  await write(ORGANISATIONS, content.organisations.map(makeOrganisation))
  await write(POSTS, (content.posts ?? []).map(makePost))
  await write(MEETINGS, (content.meetings ?? []).map(makeMeeting))
  await write(VIEWS, (content.views ?? []).map(makeSavedView))
  // Last: a site with a group's row is a group.
  await write(GROUP, [makeGroup(content.group)])
  return { did }
}

/** Brings the lists of a group that is there already up to date. */
export async function upgradeGroup(client: GraphClient, siteId: string): Promise<Provisioned> {
  const did: Did[] = []
  await provisionLists(client, siteId, WORK_LISTS, did)
  return { did }
}

/** Makes the lists of the deployment's Control site. */
export async function provisionControl(client: GraphClient, siteId: string): Promise<Provisioned> {
  const did: Did[] = []
  await provisionLists(client, siteId, CONTROL_LISTS, did)
  return { did }
}
