/** Groups and teams: who owns them, who is a member, and their channels. */

import { permissions, requirePermission } from '../access.ts'
import { collection, contextOf, ok, type Answer, type Call } from '../call.ts'
import type { Channel, Person, PersonKey, Team } from '../../tenant.ts'
import { stableId } from '../directory.ts'
import { holds } from '../filter.ts'
import { selected } from '../query.ts'
import { badRequest, GraphRefusal, insufficientPrivileges, resourceNotFound } from '../refusal.ts'
import { userBody } from './people.ts'

const GROUP_READ = ['Group.Read.All', 'Group.ReadWrite.All', 'GroupMember.Read.All', 'Directory.Read.All']
const TEAM_READ = ['Team.ReadBasic.All', 'TeamSettings.Read.All', 'TeamSettings.Read.Group', 'Group.Read.All']
const MEMBER_READ = ['TeamMember.Read.All', 'TeamMember.Read.Group', 'TeamMember.ReadWrite.All', 'Group.Read.All']
const CHANNEL_READ = [
  'Channel.ReadBasic.All',
  'ChannelSettings.Read.All',
  'ChannelSettings.Read.Group',
  'Group.Read.All',
]
const CHANNEL_MEMBER_READ = ['ChannelMember.Read.All', 'ChannelMember.Read.Group', ...MEMBER_READ]
/** Teams have stood as long as their sites. */
const CREATED = '2019-01-07T09:00:00Z'

export function getJoinedTeams(call: Call): Answer {
  const { caller, directory } = call
  if (caller.kind !== 'person') throw badRequest('/me request is only valid with delegated authentication flow.')
  requirePermission(caller, ...TEAM_READ, 'User.Read.All')
  const joined = directory.tenant.teams.filter((team) => belongs(team, caller.person.key))
  return collection(
    call,
    'teams',
    joined.map((team) => selected(teamBody(call, team), call.query.select)),
  )
}

export function getGroup(call: Call): Answer {
  const team = groupOf(call, GROUP_READ)
  const body = {
    id: team.id,
    displayName: team.displayName,
    description: team.description,
    groupTypes: ['Unified'],
    mailEnabled: true,
    mailNickname: team.sitePath.split('/').at(-1) ?? '',
    securityEnabled: false,
    visibility: 'Private',
    createdDateTime: CREATED,
    resourceProvisioningOptions: ['Team'],
  }
  return ok({ '@odata.context': contextOf(call, 'groups/$entity'), ...selected(body, call.query.select) })
}

/** Owners are members too. */
export function getGroupMembers(call: Call): Answer {
  const team = groupOf(call, GROUP_READ)
  return directoryObjects(call, [...new Set([...team.owners, ...team.members])])
}

export function getGroupOwners(call: Call): Answer {
  return directoryObjects(call, groupOf(call, GROUP_READ).owners)
}

export function getTeam(call: Call): Answer {
  const team = teamOf(call, TEAM_READ)
  return ok({
    '@odata.context': contextOf(call, 'teams/$entity'),
    ...selected(teamBody(call, team), call.query.select),
  })
}

export function getTeamMembers(call: Call): Answer {
  return members(call, teamOf(call, MEMBER_READ))
}

export function getTeamMember(call: Call): Answer {
  const team = teamOf(call, MEMBER_READ)
  const body = memberBodies(call, team).find((member) => member['id'] === call.params['member'])
  if (!body) throw notFound()
  return ok({ '@odata.context': contextOf(call, 'teams/members/$entity'), ...body })
}

export function getChannels(call: Call): Answer {
  const team = teamOf(call, CHANNEL_READ)
  const { filter, select } = call.query
  const bodies = team.channels.map((channel) => channelBody(call, team, channel))
  return collection(
    call,
    'teams/channels',
    bodies.filter((body) => !filter || holds(filter, body)).map((body) => selected(body, select)),
  )
}

export function getChannel(call: Call): Answer {
  const team = teamOf(call, CHANNEL_READ)
  const body = channelBody(call, team, channelOf(call, team))
  return ok({ '@odata.context': contextOf(call, 'teams/channels/$entity'), ...selected(body, call.query.select) })
}

/** Standard channels have the team's members; this tenant names no others for private or shared ones. */
export function getChannelMembers(call: Call): Answer {
  const team = teamOf(call, CHANNEL_MEMBER_READ)
  channelOf(call, team)
  return members(call, team)
}

export function getFilesFolder(call: Call): Answer {
  const team = teamOf(call, [...CHANNEL_READ, 'Files.Read.All', 'Sites.Read.All'])
  const channel = channelOf(call, team)
  const site = call.directory.sites.find((one) => one.team === team)
  return ok({
    '@odata.context': contextOf(call, 'teams/channels/filesFolder/$entity'),
    id: stableId(`folder of ${channel.id}`),
    name: channel.displayName,
    createdDateTime: CREATED,
    lastModifiedDateTime: CREATED,
    webUrl: `${site?.webUrl ?? ''}/Shared%20Documents/${encodeURIComponent(channel.displayName)}`,
    parentReference: { driveId: `b!${stableId(`drive of ${team.id}`)}`, driveType: 'documentLibrary' },
    fileSystemInfo: { createdDateTime: CREATED, lastModifiedDateTime: CREATED },
    folder: { childCount: 0 },
  })
}

/** Whoever may find a group's site has to belong to the group or read all groups. */
export function requireTeamReader(call: Call, groupId: string): Team {
  const { caller, directory } = call
  const team = directory.team(groupId)
  if (!team) throw resourceNotFound(groupId)
  const held = permissions(caller)
  const member = caller.kind === 'person' && belongs(team, caller.person.key)
  if (!member && !GROUP_READ.some((one) => held.has(one)) && !held.has('Sites.Read.All') && caller.kind === 'person') {
    throw insufficientPrivileges()
  }
  return team
}

function groupOf(call: Call, permitted: readonly string[]): Team {
  requirePermission(call.caller, ...permitted)
  const id = call.params['group'] ?? ''
  const team = call.directory.team(id)
  if (!team) throw resourceNotFound(id)
  return team
}

/** With a delegated token a team is open to its own members only. */
function teamOf(call: Call, permitted: readonly string[]): Team {
  const { caller, directory, params } = call
  requirePermission(caller, ...permitted)
  const team = directory.team(params['team'] ?? '')
  if (!team) throw notFound('No team found with Group Id')
  if (caller.kind === 'person' && !belongs(team, caller.person.key) && !permissions(caller).has('Group.Read.All')) {
    throw new GraphRefusal(403, 'Forbidden', 'Missing role permissions on the request.')
  }
  return team
}

function channelOf(call: Call, team: Team): Channel {
  const channel = team.channels.find((one) => one.id === call.params['channel'])
  if (!channel) throw notFound()
  return channel
}

function belongs(team: Team, key: PersonKey): boolean {
  return team.owners.includes(key) || team.members.includes(key)
}

function directoryObjects(call: Call, keys: readonly PersonKey[]): Answer {
  const { directory, query } = call
  const people = keys.map((key) => directory.personByKey(key)).filter((person) => person !== undefined)
  return collection(
    call,
    'directoryObjects',
    people.map((person) => selected({ '@odata.type': '#microsoft.graph.user', ...userBody(person) }, query.select)),
  )
}

function members(call: Call, team: Team): Answer {
  return collection(call, 'teams/members', memberBodies(call, team))
}

function memberBodies(call: Call, team: Team): Record<string, unknown>[] {
  const { directory } = call
  const keys = [...new Set([...team.owners, ...team.members])]
  return keys
    .map((key) => directory.personByKey(key))
    .filter((person) => person !== undefined)
    .map((person) => memberBody(directory.tenant.tenantId, team, person))
}

function memberBody(tenantId: string, team: Team, person: Person): Record<string, unknown> {
  const ordinary = person.guestOf ? ['guest'] : []
  return {
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    id: Buffer.from(`${team.id}##${person.objectId}`).toString('base64'),
    roles: team.owners.includes(person.key) ? ['owner'] : ordinary,
    displayName: person.displayName,
    visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
    userId: person.objectId,
    email: person.mail,
    tenantId: person.guestOf ?? tenantId,
  }
}

function teamBody(call: Call, team: Team): Record<string, unknown> {
  return {
    id: team.id,
    createdDateTime: CREATED,
    displayName: team.displayName,
    description: team.description,
    isArchived: false,
    tenantId: call.directory.tenant.tenantId,
    visibility: 'private',
    webUrl: `https://teams.microsoft.com/l/team/${encodeURIComponent(team.channels[0]?.id ?? '')}/conversations?groupId=${team.id}`,
  }
}

function channelBody(call: Call, team: Team, channel: Channel): Record<string, unknown> {
  return {
    id: channel.id,
    createdDateTime: CREATED,
    displayName: channel.displayName,
    description: '',
    membershipType: channel.membershipType,
    tenantId: call.directory.tenant.tenantId,
    isArchived: false,
    webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/${encodeURIComponent(channel.displayName)}?groupId=${team.id}`,
  }
}

function notFound(message = 'The requested resource was not found.'): GraphRefusal {
  return new GraphRefusal(404, 'NotFound', message)
}
