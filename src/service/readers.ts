/**
 * Who may read a channel, and who owns its team, as Teams says. A group's readers are its channel's: everybody in the
 * team, or the members of a private or shared channel. Object ids alone tell persons apart here: they are unique
 * everywhere, and Teams shows guests with the tenant that they come from.
 */

import type { Person } from '../domain/group.ts'
import type { GraphClient } from '../sharepoint/client.ts'
import { RIGHTS_PACE, together } from './together.ts'
import { readChannel, readChannelMembers, readTeamMembers, type Channel } from '../sharepoint/teams.ts'

interface ChannelPlace {
  readonly teamId: string
  readonly channelId: string
}

/** How a person stands towards a channel, as of now. */
export interface Footing {
  /** Null: the team has no such channel. */
  readonly channel: Channel | null
  readonly isReader: boolean
  /** Owns the team and reads the channel. */
  readonly isOwner: boolean
}

export interface Readers {
  /** May be as old as a minute: good for showing, not for deciding. */
  isReader(person: Person, place: ChannelPlace): Promise<boolean>
  /** Asks Teams now, once for all who ask at the same time. */
  footing(person: Person, place: ChannelPlace): Promise<Footing>
}

const STANDS_FOR = 60_000
const MOST_CHANNELS = 5000

/** @param now milliseconds since 1970 */
export function createReaders(client: GraphClient, now: () => number): Readers {
  const known = new Map<string, { readonly until: number; readonly readers: Promise<ReadonlySet<string>> }>()

  async function readersOf(teamId: string, channel: Channel): Promise<ReadonlySet<string>> {
    const members =
      channel.kind === 'standard'
        ? await readTeamMembers(client, teamId)
        : await readChannelMembers(client, teamId, channel.id)
    return new Set(members?.map((member) => member.objectId))
  }

  async function readersAt({ teamId, channelId }: ChannelPlace): Promise<ReadonlySet<string>> {
    const channel = await readChannel(client, teamId, channelId)
    return channel ? readersOf(teamId, channel) : new Set()
  }

  const look = together(RIGHTS_PACE, now, async (name) => {
    const slash = name.indexOf('/')
    const [teamId, channelId] = [name.slice(0, slash), name.slice(slash + 1)]
    const [members, channel] = await Promise.all([
      readTeamMembers(client, teamId),
      readChannel(client, teamId, channelId),
    ])
    const isOpen = channel === null || channel.kind === 'standard'
    return { members, channel, readers: isOpen ? null : await readersOf(teamId, channel) }
  })

  return {
    async isReader(person, place) {
      const name = `${place.teamId}/${place.channelId}`
      let entry = known.get(name)
      if (!entry || entry.until <= now()) {
        if (known.size >= MOST_CHANNELS) known.clear()
        const readers = readersAt(place)
        entry = { until: now() + STANDS_FOR, readers }
        known.set(name, entry)
        // What failed isn't an answer to keep.
        readers.catch(() => known.delete(name))
      }
      return (await entry.readers).has(person.objectId)
    },

    async footing(person, { teamId, channelId }) {
      const { members, channel, readers } = await look(`${teamId}/${channelId}`)
      const inTeam = members?.find((member) => member.objectId === person.objectId)
      const isReader = readers ? readers.has(person.objectId) : inTeam !== undefined
      return { channel, isReader, isOwner: channel !== null && isReader && inTeam?.isOwner === true }
    },
  }
}
