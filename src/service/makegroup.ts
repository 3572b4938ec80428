/**
 * Makes a channel a group: lists on its site, its entry in the directory, the decision, and the first coordinator, in
 * that order. Every step may be repeated, so whatever broke off is finished by asking again; only an entry in the
 * directory makes a group, and its key, site and channel are unique there, whoever else asks at the same moment.
 */

import { createHash } from 'node:crypto'
import type { GroupMade, MakeGroup } from '../contract/endpoints.ts'
import type { ServiceRefusal } from '../contract/refusal.ts'
import { canonical } from '../domain/canonical.ts'
import type { Day } from '../domain/day.ts'
import type { Person, Post } from '../domain/group.ts'
import type { Control } from '../sharepoint/control/control.ts'
import type { DirectoryEntry } from '../sharepoint/control/rows.ts'
import { GraphFault } from '../sharepoint/fault.ts'
import type { Did } from '../sharepoint/provisioning/did.ts'
import { provisionGroup } from '../sharepoint/provisioning/group.ts'
import { readTeamName } from '../sharepoint/teams.ts'
import { instantOf } from '../words/clock.ts'
import { createWords } from '../words/words.ts'
import type { Answer } from './api.ts'
import { findGrantedSite } from './channel.ts'
import { entryOf, type Office } from './office.ts'

export function makeGroup(office: Office, caller: Person, request: MakeGroup): Promise<Answer<GroupMade>> {
  return office.inTurn(() => makeGroupAlone(office, caller, request))
}

async function makeGroupAlone(office: Office, caller: Person, request: MakeGroup): Promise<Answer<GroupMade>> {
  // Rights first: whoever may not do this learns nothing of what is there.
  const footing = await office.readers.footing(caller, request)
  if (!footing.isReader) return refuse({ code: 'notMember' })
  if (!footing.channel) return refuse({ code: 'channelUnknown', field: 'channelId' })
  if (!footing.isOwner) return refuse({ code: 'notOwner' })

  const control = await office.control()
  const hash = hashOf(request)
  const decided = await control.decision(request.commandId)
  if (decided && decided.hash !== hash) return refuse({ code: 'commandReused', field: 'commandId' })

  const there = (await control.findGroupOfChannel(request.channelId))?.value
  if (there) {
    const started = there.commandId === request.commandId
    const finished = (await control.appointments(there.key)).length > 0
    if (!started && (finished || there.key !== request.key)) {
      return refuse({ code: 'channelTaken', values: { name: there.name } })
    }
    if (!finished) await appointFirst(office, control, there, caller, request, hash)
    return { ok: true, value: { group: entryOf(there), did: [] }, made: !finished }
  }

  if (await control.findGroup(request.key)) return refuse({ code: 'groupKeyTaken', field: 'key' })
  const siteId = await findGrantedSite(office, request.teamId, footing.channel)
  if (siteId === null) return refuse(await siteRefusal(office, request.teamId))
  const neighbour = await control.findGroupOfSite(siteId)
  if (neighbour) return refuse({ code: 'siteTaken', values: { name: neighbour.value.name } })

  const today = office.clock.today()
  let did: readonly Did[]
  try {
    const posts = withCoordinator(request, caller, today).posts
    ;({ did } = await provisionGroup(office.client, siteId, {
      group: groupOf(request),
      organisations: request.organisations,
      posts,
    }))
  } catch (fault) {
    // A grant that is good for reading or for rows, but not for lists.
    if (fault instanceof GraphFault && fault.status === 403) return refuse(await siteRefusal(office, request.teamId))
    throw fault
  }
  const { lateBy: _, ...settings } = groupOf(request)
  const entry: DirectoryEntry = {
    ...settings,
    siteId,
    teamId: request.teamId,
    channelId: request.channelId,
    commandId: request.commandId,
  }
  const added = await control.addGroup(entry)
  if (added.state === 'taken') return refuse(await takenRefusal(control, added.by, entry))
  await appointFirst(office, control, entry, caller, request, hash)
  office.forgetGroups()
  office.log({ level: 'info', event: 'groupMade', command: request.commandId, team: request.teamId })
  return { ok: true, value: { group: entryOf(entry), did: reported(did) }, made: true }
}

/** The decision, and the coordinator without whom a group isn't finished. */
async function appointFirst(
  office: Office,
  control: Control,
  entry: DirectoryEntry,
  caller: Person,
  request: MakeGroup,
  hash: string,
): Promise<void> {
  const today = office.clock.today()
  const { post } = withCoordinator(request, caller, today)
  await control.record({
    id: request.commandId,
    kind: 'group',
    group: entry.key,
    subject: entry.key,
    hash,
    by: caller,
    at: instantOf(office.clock.now()),
    words: '',
  })
  await control.appoint({
    key: `${entry.key}.${post.key}.${request.commandId}`,
    group: entry.key,
    post: post.key,
    organisation: post.organisation,
    role: 'coordinator',
    holder: caller,
    deputy: null,
    from: today,
    to: null,
  })
}

/**
 * The posts as given, with the one that the configuring owner holds as coordinator: theirs, else a vacant one, else a
 * new one at the ROCU or, without one, at the first organisation.
 */
function withCoordinator(
  request: MakeGroup,
  caller: Person,
  today: Day,
): { readonly post: Post; readonly posts: readonly Post[] } {
  const posts = request.posts ?? []
  const isTheirs = ({ role, holder }: Post): boolean => role === 'coordinator' && holder?.objectId === caller.objectId
  const known = posts.find(isTheirs) ?? posts.find(({ role, holder }) => role === 'coordinator' && holder === null)
  if (known) {
    const post: Post = isTheirs(known) ? known : { ...known, holder: caller, from: today, to: null }
    return { post, posts: posts.map((each) => (each === known ? post : each)) }
  }
  const { organisations } = request
  const home = organisations.find(({ kind }) => kind === 'rocu') ?? organisations[0]
  const keys = new Set(posts.map(({ key }) => key))
  let key = 'coordinator'
  for (let number = 2; keys.has(key); number++) key = `coordinator-${number}`
  const post: Post = {
    key,
    title: createWords('en').say('service.coordinator'),
    organisation: home?.key ?? '',
    role: 'coordinator',
    holder: caller,
    deputy: null,
    from: today,
    to: null,
  }
  return { post, posts: [...posts, post] }
}

function groupOf({ key, name, nameWelsh, marking, lateBy }: MakeGroup) {
  return { key, name, ...(nameWelsh === undefined ? {} : { nameWelsh }), marking, lateBy }
}

/** Of everything asked for, but not of the id it was asked under. */
function hashOf(request: MakeGroup): string {
  const { commandId: _, ...content } = request
  return createHash('sha256').update(canonical(content)).digest('base64url')
}

async function siteRefusal(office: Office, teamId: string): Promise<ServiceRefusal> {
  return { code: 'siteNotGranted', values: { team: (await readTeamName(office.client, teamId)) ?? '' } }
}

/** Somebody else was first, between our looking and our writing. */
async function takenRefusal(
  control: Control,
  by: 'key' | 'site' | 'channel',
  entry: DirectoryEntry,
): Promise<ServiceRefusal> {
  if (by === 'key') return { code: 'groupKeyTaken', field: 'key' }
  const first = await (by === 'site'
    ? control.findGroupOfSite(entry.siteId)
    : control.findGroupOfChannel(entry.channelId))
  return { code: by === 'site' ? 'siteTaken' : 'channelTaken', values: { name: first?.value.name ?? '' } }
}

/** What was there already isn't told. */
function reported(did: readonly Did[]): string[] {
  return did.filter(({ state }) => state !== 'there').map(({ what, where, state }) => `${what} ${where}: ${state}`)
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
