/**
 * Every address that this server answers, one line each: its id in coverage.ts, what it costs in resource units, and
 * the operation behind it. Addresses are as address.ts leaves them.
 *
 * Units are Microsoft's: 1 for a single item or a delta with a token, 2 for a query of many or a write, 5 for
 * permissions. What belongs to the directory and to Teams has limits of its own there, and counts 1 here.
 */

import type { Operation } from './call.ts'
import type { Query } from './query.ts'
import { createColumn, deleteColumn, getColumn, getColumns, updateColumn } from './operations/columns.ts'
import { getDelta } from './operations/delta.ts'
import { putFile } from './operations/drive.ts'
import { createGrant, deleteGrant, getGrant, getGrants, updateGrant } from './operations/grants.ts'
import { createItem, deleteItem, getFields, getItem, getItems, updateFields, updateItem } from './operations/items.ts'
import { createList, deleteList, getContentTypes, getList, getLists, updateList } from './operations/lists.ts'
import { sendMail } from './operations/mail.ts'
import { getMe, getUser, getUsers } from './operations/people.ts'
import { getGroupSite, getSite, getSiteColumns, listSites } from './operations/sites.ts'
import {
  getChannel,
  getChannelMembers,
  getChannels,
  getFilesFolder,
  getGroup,
  getGroupMembers,
  getGroupOwners,
  getJoinedTeams,
  getTeam,
  getTeamMember,
  getTeamMembers,
} from './operations/teams.ts'
import { getVersion, getVersionFields, getVersions, restoreVersion } from './operations/versions.ts'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export interface Route {
  readonly id: string
  readonly method: Method
  readonly path: string
  readonly units: number | ((query: Query) => number)
  readonly run: Operation
}

const route = (id: string, method: Method, path: string, units: Route['units'], run: Operation): Route => ({
  id,
  method,
  path,
  units,
  run,
})

const LIST = '/sites/:site/lists/:list'
const ITEM = `${LIST}/items/:item`
const VERSION = `${ITEM}/versions/:version`
const deltaUnits = (query: Query): number => (query.token === undefined ? 2 : 1)

export const ROUTES: readonly Route[] = [
  route('sites.search', 'GET', '/sites', 2, listSites),
  route('sites.get', 'GET', '/sites/:site', 1, getSite),
  route('sites.columns', 'GET', '/sites/:site/columns', 2, getSiteColumns),
  route('permissions.list', 'GET', '/sites/:site/permissions', 5, getGrants),
  route('permissions.create', 'POST', '/sites/:site/permissions', 5, createGrant),
  route('permissions.get', 'GET', '/sites/:site/permissions/:permission', 5, getGrant),
  route('permissions.update', 'PATCH', '/sites/:site/permissions/:permission', 5, updateGrant),
  route('permissions.delete', 'DELETE', '/sites/:site/permissions/:permission', 5, deleteGrant),

  route('lists.list', 'GET', '/sites/:site/lists', 2, getLists),
  route('lists.create', 'POST', '/sites/:site/lists', 2, createList),
  route('lists.get', 'GET', LIST, 1, getList),
  route('lists.update', 'PATCH', LIST, 2, updateList),
  route('lists.delete', 'DELETE', LIST, 2, deleteList),
  route('contentTypes.list', 'GET', `${LIST}/contentTypes`, 2, getContentTypes),
  route('columns.list', 'GET', `${LIST}/columns`, 2, getColumns),
  route('columns.create', 'POST', `${LIST}/columns`, 2, createColumn),
  route('columns.get', 'GET', `${LIST}/columns/:column`, 1, getColumn),
  route('columns.update', 'PATCH', `${LIST}/columns/:column`, 2, updateColumn),
  route('columns.delete', 'DELETE', `${LIST}/columns/:column`, 2, deleteColumn),

  route('items.delta', 'GET', `${LIST}/items/delta`, deltaUnits, getDelta),
  route('items.list', 'GET', `${LIST}/items`, 2, getItems),
  route('items.create', 'POST', `${LIST}/items`, 2, createItem),
  route('items.get', 'GET', ITEM, 1, getItem),
  route('items.update', 'PATCH', ITEM, 2, updateItem),
  route('items.delete', 'DELETE', ITEM, 2, deleteItem),
  route('fields.get', 'GET', `${ITEM}/fields`, 1, getFields),
  route('fields.update', 'PATCH', `${ITEM}/fields`, 2, updateFields),
  route('versions.list', 'GET', `${ITEM}/versions`, 2, getVersions),
  route('versions.get', 'GET', VERSION, 1, getVersion),
  route('versions.fields', 'GET', `${VERSION}/fields`, 1, getVersionFields),
  route('versions.restore', 'POST', `${VERSION}/restoreVersion`, 2, restoreVersion),

  route('drive.put', 'PUT', '/sites/:site/drive/root/:file/content', 2, putFile),

  route('me.get', 'GET', '/me', 1, getMe),
  route('me.joinedTeams', 'GET', '/me/joinedTeams', 1, getJoinedTeams),
  route('users.list', 'GET', '/users', 1, getUsers),
  route('users.get', 'GET', '/users/:user', 1, getUser),
  route('users.sendMail', 'POST', '/users/:user/sendMail', 1, sendMail),
  route('groups.get', 'GET', '/groups/:group', 1, getGroup),
  route('groups.members', 'GET', '/groups/:group/members', 1, getGroupMembers),
  route('groups.owners', 'GET', '/groups/:group/owners', 1, getGroupOwners),
  route('groups.site', 'GET', '/groups/:group/sites/root', 1, getGroupSite),
  route('teams.get', 'GET', '/teams/:team', 1, getTeam),
  route('teams.members', 'GET', '/teams/:team/members', 1, getTeamMembers),
  route('teams.member', 'GET', '/teams/:team/members/:member', 1, getTeamMember),
  route('channels.list', 'GET', '/teams/:team/channels', 1, getChannels),
  route('channels.get', 'GET', '/teams/:team/channels/:channel', 1, getChannel),
  route('channels.members', 'GET', '/teams/:team/channels/:channel/members', 1, getChannelMembers),
  route('channels.filesFolder', 'GET', '/teams/:team/channels/:channel/filesFolder', 1, getFilesFolder),
]
