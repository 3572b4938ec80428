/**
 * What the tab may ask the service, as plain values: method, address, the shape of the request and of the answer. The
 * service routes by them and the tab calls by them; neither writes an address of its own.
 */

import * as v from 'valibot'
import { SWITCHED_ROOMS, type SwitchedRoom } from '../domain/group.ts'
import { endpoint } from './endpoint.ts'
import {
  commandIdShape,
  groupEntries,
  idShape,
  keyShape,
  lateByShape,
  organisationShape,
  personShape,
  postShape,
  roleShape,
} from './shapes.ts'

/** What is switched on in a group's channel besides what every group has. */
const roomsShape: v.GenericSchema<readonly SwitchedRoom[]> = v.pipe(
  v.array(v.picklist(SWITCHED_ROOMS)),
  v.maxLength(SWITCHED_ROOMS.length),
)

/** A group as the directory on Control knows it. */
const groupEntryShape = v.object({
  ...groupEntries,
  rooms: v.exactOptional(roomsShape),
  siteId: idShape,
  teamId: idShape,
  channelId: idShape,
})
export type GroupEntry = v.InferOutput<typeof groupEntryShape>

/** Who I am, the groups of the teams I am in, and my roles in each that are in force today. */
const meShape = v.object({
  person: personShape,
  groups: v.array(groupEntryShape),
  roles: v.record(keyShape, v.array(roleShape)),
})
export type Me = v.InferOutput<typeof meShape>

const channelShape = v.object({
  /** The group that this channel is, if it is one. */
  group: v.nullable(groupEntryShape),
  /** The person owns the team. */
  mayConfigure: v.boolean(),
  /** Null while the app has no grant there: the id of a site is told to nobody who can't use it. */
  siteId: v.nullable(idShape),
  siteGranted: v.boolean(),
  /** What the group could be called: free when it was suggested. */
  suggestion: v.object({ key: keyShape, name: v.string() }),
})
export type ChannelAnswer = v.InferOutput<typeof channelShape>

/** The first of each key stands; the refusal names the repeated one. */
const keyedOnce = <Item extends { readonly key: string }>(item: Item, index: number, items: readonly Item[]) =>
  items.findIndex(({ key }) => key === item.key) === index

const makeGroupShape = v.pipe(
  v.strictObject({
    commandId: commandIdShape,
    teamId: idShape,
    channelId: idShape,
    ...groupEntries,
    lateBy: lateByShape,
    organisations: v.pipe(v.array(organisationShape), v.maxLength(100), v.checkItems(keyedOnce)),
    posts: v.exactOptional(v.pipe(v.array(postShape), v.maxLength(300), v.checkItems(keyedOnce))),
  }),
  v.forward(
    v.partialCheck(
      [['organisations'], ['posts']],
      ({ organisations, posts = [] }) =>
        posts.every((post) => organisations.some((organisation) => organisation.key === post.organisation)),
      'organisationUnknown',
    ),
    ['posts'],
  ),
)
/** Makes a channel a group. `posts` are for display; who may decide is appointed on Control. */
export type MakeGroup = v.InferOutput<typeof makeGroupShape>

const groupMadeShape = v.object({
  group: groupEntryShape,
  /** What was made or changed in SharePoint, in words of the administrator. */
  did: v.array(v.string()),
})
export type GroupMade = v.InferOutput<typeof groupMadeShape>

const countShape = v.pipe(v.number(), v.integer(), v.minValue(0))
/** How many imported discharges and extensions of the batch stand confirmed now, those of earlier calls counted. */
const importConfirmedShape = v.object({ confirmed: countShape, extensions: countShape })
export type ImportConfirmed = v.InferOutput<typeof importConfirmedShape>

export const endpoints = {
  me: endpoint('GET', '/api/me', {}, null, meShape),
  channel: endpoint(
    'GET',
    '/api/channels/:teamId/:channelId',
    { teamId: idShape, channelId: idShape },
    null,
    channelShape,
  ),
  /** 201 when it made something, 200 when the same command had been carried out before. */
  makeGroup: endpoint('POST', '/api/groups', {}, makeGroupShape, groupMadeShape),
  /** Switches rooms on and off: all that are on from now on, on those that its author saw. */
  setRooms: endpoint(
    'POST',
    '/api/groups/:key/rooms',
    { key: keyShape },
    v.strictObject({ seen: roomsShape, rooms: roomsShape }),
    groupEntryShape,
  ),
  /** The coordinator asks the service to confirm the discharges and extensions that came with an import. */
  confirmImport: endpoint(
    'POST',
    '/api/groups/:key/imports/:batch',
    { key: keyShape, batch: commandIdShape },
    null,
    importConfirmedShape,
  ),
} as const
