/** What a channel is, and what it could become: what the configuration page needs before anybody types a word. */

import type { ChannelAnswer } from '../contract/endpoints.ts'
import type { Person } from '../domain/group.ts'
import { findChannelSite, isSiteGranted, readTeamName, type Channel } from '../sharepoint/teams.ts'
import type { Answer } from './api.ts'
import { entryOf, type Office } from './office.ts'

export async function channel(
  office: Office,
  caller: Person,
  place: { readonly teamId: string; readonly channelId: string },
): Promise<Answer<ChannelAnswer>> {
  const footing = await office.readers.footing(caller, place)
  if (!footing.isReader) return { ok: false, error: { code: 'notMember' } }
  if (!footing.channel) return { ok: false, error: { code: 'channelUnknown' } }
  const control = await office.control()
  const [groups, siteId, teamName] = await Promise.all([
    control.groups(),
    findGrantedSite(office, place.teamId, footing.channel),
    readTeamName(office.client, place.teamId),
  ])
  const begun = groups.find((each) => each.channelId === place.channelId)
  const group = begun && (await office.isFinished(begun)) ? begun : null
  // A standard channel is the team in another room; a private or shared one has people and a name of its own.
  const name = footing.channel.kind === 'standard' ? (teamName ?? footing.channel.name) : footing.channel.name
  return {
    ok: true,
    value: {
      group: group ? entryOf(group) : null,
      mayConfigure: footing.isOwner,
      siteId,
      siteGranted: siteId !== null,
      // What broke off half-way is finished under the key that it was begun with.
      suggestion: begun
        ? { key: begun.key, name: begun.name }
        : { key: suggestKey(name, new Set(groups.map((each) => each.key))), name },
    },
  }
}

/** The site of a channel when this app may work there, else null. */
export async function findGrantedSite(office: Office, teamId: string, of: Channel): Promise<string | null> {
  const siteId = await findChannelSite(office.client, teamId, of)
  return siteId !== null && (await isSiteGranted(office.client, siteId)) ? siteId : null
}

/** `Gweithgor Plant ar Goll` → `gweithgor-plant-ar-goll`, and with a number where that is taken. */
export function suggestKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, '')
  const key = plain === '' ? 'group' : plain
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? key : `${key}-${number}`
    if (!taken.has(candidate)) return candidate
  }
}
