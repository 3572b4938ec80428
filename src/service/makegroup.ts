/**
 * Makes a channel a group: its entry in the directory, the lists on its site, the decision, and the first coordinator,
 * in that order. The entry's key, site and channel are unique, so that of several who ask at the same moment one goes
 * on; the coordinator makes it finished. Every step may be repeated: whatever broke off is finished by asking again.
 */

import { createHash } from 'node:crypto'
import type { GroupMade, MakeGroup } from '../contract/endpoints.ts'
import type { ServiceRefusal } from '../contract/refusal.ts'
import { canonical } from '../domain/canonical.ts'
import type { Day } from '../domain/day.ts'
import type { Person, Post } from '../domain/group.ts'
import type { Control, Versioned } from '../sharepoint/control/control.ts'
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

  const begun = await control.findGroupOfChannel(request.channelId)
  if (begun && (await office.isFinished(begun.value))) {
    if (begun.value.commandId !== request.commandId) {
      return refuse({ code: 'channelTaken', values: { name: begun.value.name } })
    }
    return { ok: true, value: { group: entryOf(begun.value), did: [] } }
  }
  if (begun && begun.value.key !== request.key) {
    return refuse({ code: 'groupUnfinished', field: 'key', values: { key: begun.value.key } })
  }
  const siteId = await findGrantedSite(office, request.teamId, footing.channel)
  if (siteId === null) return refuse(await siteRefusal(office, request.teamId))
  const { lateBy: _, ...settings } = groupOf(request)
  const { teamId, channelId, commandId } = request
  const entry: DirectoryEntry = { ...settings, siteId, teamId, channelId, commandId }
  const refusal = begun ? await takeOver(control, begun, entry) : await claim(control, entry)
  if (refusal) return refuse(refusal)

  const { post, posts } = withCoordinator(request, caller, office.clock.today())
  let did: readonly Did[]
  try {
    const content = { group: groupOf(request), organisations: request.organisations, posts }
    ;({ did } = await provisionGroup(office.client, siteId, content))
  } catch (fault) {
    // A grant that is good for reading or for rows, but not for lists.
    if (fault instanceof GraphFault && fault.status === 403) return refuse(await siteRefusal(office, teamId))
    throw fault
  }
  await control.record({
    id: commandId,
    kind: 'group',
    group: entry.key,
    subject: entry.key,
    hash,
    by: caller,
    at: instantOf(office.clock.now()),
    words: '',
    verdict: 'approved',
    asked: null,
    outcome: null,
  })
  await control.appoint({
    key: `${entry.key}.${post.key}.${commandId}`,
    group: entry.key,
    post: post.key,
    organisation: post.organisation,
    role: 'coordinator',
    holder: caller,
    deputy: null,
    from: office.clock.today(),
    to: null,
  })
  office.forgetGroups()
  office.tellControlChanged()
  office.log({ level: 'info', event: 'groupMade', command: commandId, team: teamId })
  return { ok: true, value: { group: entryOf(entry), did: reported(did) }, made: true }
}

/** Null: the entry stands, and the key, the site and the channel are ours. */
async function claim(control: Control, entry: DirectoryEntry): Promise<ServiceRefusal | null> {
  // Asked first, though the directory itself refuses too: most who are refused have read nothing yet.
  if (await control.findGroup(entry.key)) return { code: 'groupKeyTaken', field: 'key' }
  const neighbour = await control.findGroupOfSite(entry.siteId)
  if (neighbour) return { code: 'siteTaken', values: { name: neighbour.value.name } }
  const added = await control.addGroup(entry)
  if (added.state !== 'taken') return null
  if (added.by === 'key') return { code: 'groupKeyTaken', field: 'key' }
  const first = await (added.by === 'site'
    ? control.findGroupOfSite(entry.siteId)
    : control.findGroupOfChannel(entry.channelId))
  return { code: added.by === 'site' ? 'siteTaken' : 'channelTaken', values: { name: first?.value.name ?? '' } }
}

/** An entry that was begun and never finished becomes this command's; of two who try at once, one does. */
async function takeOver(
  control: Control,
  begun: Versioned<DirectoryEntry>,
  entry: DirectoryEntry,
): Promise<ServiceRefusal | null> {
  if (canonical(begun.value) === canonical(entry)) return null
  const ours = await control.amendGroup(begun, entry)
  return ours ? null : { code: 'channelTaken', values: { name: begun.value.name } }
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

/** What was there already isn't told. */
function reported(did: readonly Did[]): string[] {
  return did.filter(({ state }) => state !== 'there').map(({ what, where, state }) => `${what} ${where}: ${state}`)
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
