/**
 * Telling the region of an incident, begun in a chat: the word is answered with a button that opens the form. Which group
 * it goes to stands on the button; that whoever presses it may tell that group is asked then, and again by the service
 * when the form is sent.
 */

import { isRoomOn, ROOM_READERS, type Person } from '../../domain/group.ts'
import { mayShowWords } from '../../domain/record.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Language } from '../../words/dates.ts'
import { createWords } from '../../words/words.ts'
import { makeReportCard, type Taker } from '../cards/report.ts'
import { rolesOf } from '../group.ts'
import type { Office } from '../office.ts'
import type { Dialog, Press, Turn } from './app.ts'
import type { BotGround } from './ground.ts'
import type { OutgoingMessage } from './messenger.ts'

export interface Reporting {
  /** Whether there is anything to offer here. */
  isOffered(turn: Turn): Promise<boolean>
  answer(turn: Turn, language: Language): Promise<OutgoingMessage>
  openForm(press: Press): Promise<Dialog | string>
}

export function createReporting({
  office,
  ground,
}: {
  readonly office: Office
  readonly ground: BotGround
}): Reporting {
  async function mayTell(person: Person, group: DirectoryEntry): Promise<boolean> {
    if (!isRoomOn(group, 'incidents')) return false
    if (!(await office.readers.footing(person, group)).isReader) return false
    const roles = rolesOf(person, await ground.appointments(group.key), office.clock.today())
    return ROOM_READERS.incidents?.some((role) => roles.has(role)) ?? true
  }

  /** In a channel, its own. */
  async function groupsFor({ person, team }: Turn): Promise<readonly DirectoryEntry[]> {
    const groups = (await office.groups()).filter(({ channelId }) => team === null || channelId === team.channelId)
    const may = await Promise.all(groups.map((group) => mayTell(person, group)))
    return groups.filter((_, index) => may[index])
  }

  return {
    isOffered: async (turn) => (await groupsFor(turn)).length > 0,
    async answer(turn, language) {
      const takers = await Promise.all(
        (await groupsFor(turn)).map(async (group): Promise<Taker> => {
          const settings = (await ground.group(group.key))?.settings
          return { ...group, isNamed: settings !== undefined && mayShowWords(group.marking.level, settings) }
        }),
      )
      return makeReportCard(createWords(language), takers, await ground.links())
    },
    async openForm(press) {
      const words = createWords(await ground.language(press.person, press.language))
      const group = (await office.groups()).find(({ key }) => key === press.data['group'])
      if (!group || !(await mayTell(press.person, group))) return words.say('bot.incident.nowhere')
      const links = await ground.links()
      return { url: links.askPage(group.key, 'incident', 'new'), title: words.say('bot.incident.title') }
    },
  }
}
