/**
 * Teams, their members, channels and sites, as Graph tells the service. What the app may not see (it isn't installed
 * in that team, the site isn't granted) and what doesn't exist look alike here: null.
 *
 * Least permissions (resource-specific, of teams that have the app): TeamMember.Read.Group, TeamSettings.Read.Group,
 * ChannelSettings.Read.Group, ChannelMember.Read.Group; the site by Sites.Selected.
 */

import type { GraphClient } from './client.ts'
import { GraphFault } from './fault.ts'
import { path, query } from './odata.ts'

export interface TeamMember {
  readonly objectId: string
  readonly name: string
  readonly isOwner: boolean
}

export interface Channel {
  readonly id: string
  readonly name: string
  /** `private` and `shared` channels have members and a site of their own. */
  readonly kind: 'standard' | 'private' | 'shared'
}

export async function readTeamName(client: GraphClient, teamId: string): Promise<string | null> {
  const team = await orNull(
    client.send<{ displayName?: string }>({
      method: 'GET',
      path: path('teams', teamId) + query({ select: ['id', 'displayName'] }),
    }),
  )
  return team?.displayName ?? null
}

export async function readChannel(client: GraphClient, teamId: string, channelId: string): Promise<Channel | null> {
  const channel = await orNull(
    client.send<{ id: string; displayName?: string; membershipType?: string }>({
      method: 'GET',
      path: path('teams', teamId, 'channels', channelId) + query({ select: ['id', 'displayName', 'membershipType'] }),
    }),
  )
  if (!channel) return null
  const { membershipType: kind } = channel
  return {
    id: channel.id,
    name: channel.displayName ?? '',
    kind: kind === 'private' || kind === 'shared' ? kind : 'standard',
  }
}

export async function readTeamMembers(client: GraphClient, teamId: string): Promise<readonly TeamMember[] | null> {
  return readMembers(client, path('teams', teamId, 'members'))
}

/** The members of a private or shared channel; in a standard one everybody in the team is. */
export async function readChannelMembers(
  client: GraphClient,
  teamId: string,
  channelId: string,
): Promise<readonly TeamMember[] | null> {
  return readMembers(client, path('teams', teamId, 'channels', channelId, 'members'))
}

/** The id of the site where the channel's work lives: the team's, or its own where it is private or shared. */
export async function findChannelSite(client: GraphClient, teamId: string, channel: Channel): Promise<string | null> {
  if (channel.kind === 'standard') {
    const site = await orNull(
      client.send<{ id?: string }>({
        method: 'GET',
        path: path('groups', teamId, 'sites', 'root') + query({ select: ['id'] }),
      }),
    )
    return site?.id ?? null
  }
  const folder = await orNull(
    client.send<{ parentReference?: { siteId?: string } }>({
      method: 'GET',
      path: path('teams', teamId, 'channels', channel.id, 'filesFolder'),
    }),
  )
  return folder?.parentReference?.siteId ?? null
}

/** Whether this app may work in the site at all. */
export async function isSiteGranted(client: GraphClient, siteId: string): Promise<boolean> {
  const lists = await orNull(
    client.send({ method: 'GET', path: path('sites', siteId, 'lists') + query({ select: ['id'], top: 1 }) }),
  )
  return lists !== null
}

interface MembersPage {
  readonly value: readonly { userId?: string | null; displayName?: string | null; roles?: readonly string[] }[]
  readonly '@odata.nextLink'?: string
}

async function readMembers(client: GraphClient, target: string): Promise<readonly TeamMember[] | null> {
  const members: TeamMember[] = []
  let next: string | undefined = target
  while (next !== undefined) {
    const page: MembersPage | null = await orNull(client.send<MembersPage>({ method: 'GET', path: next }))
    if (!page) return null
    for (const { userId, displayName, roles = [] } of page.value) {
      if (userId) members.push({ objectId: userId, name: displayName ?? '', isOwner: roles.includes('owner') })
    }
    next = page['@odata.nextLink']
  }
  return members
}

/** 400 too: Graph's answer to an id that can't be one. */
async function orNull<Body>(answer: Promise<Body>): Promise<Body | null> {
  try {
    return await answer
  } catch (fault) {
    if (fault instanceof GraphFault && [400, 403, 404].includes(fault.status)) return null
    throw fault
  }
}
