/**
 * What can be asked of the bot in words, in either language: in one's own chat what is one's own; in a channel, by
 * mention, what everybody there may see. What isn't understood is answered with what would be.
 */

import type { Action } from '../../domain/action.ts'
import { mayActFor } from '../../domain/addressee.ts'
import { lastDayOf } from '../../domain/due.ts'
import { nextMeetingDay } from '../../domain/group.ts'
import { plainText } from '../../domain/passage.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen } from '../../domain/status.ts'
import type { Language } from '../../words/dates.ts'
import type { Words } from '../../words/speech.ts'
import { createWords } from '../../words/words.ts'
import { lateOf, makeListMessage, makeTalk, type Listed, type ListGround } from '../cards/list.ts'
import type { Office } from '../office.ts'
import type { Turn } from './app.ts'
import type { BotGround, KnownGroup } from './ground.ts'
import type { OutgoingMessage } from './messenger.ts'
import type { Reporting } from './reporting.ts'

type Asked =
  | { readonly kind: 'mine' | 'overdue' | 'incident' | 'help' | 'unknown' }
  | { readonly kind: 'find'; readonly text: string }

const SAID: readonly (readonly [Asked['kind'], Language, RegExp])[] = [
  ['mine', 'en', /^(?:my actions|my matters|mine|actions)$/],
  ['mine', 'cy', /^(?:fy nghamau(?: gweithredu)?|fy materion|camau)$/],
  ['overdue', 'en', /^(?:overdue|late)$/],
  ['overdue', 'cy', /^(?:hwyr|yn hwyr|camau hwyr)$/],
  ['find', 'en', /^(?:find|search)(?: (.*))?$/],
  ['find', 'cy', /^(?:chwilio|chwilia|canfod)(?: (?:am )?(.*))?$/],
  ['incident', 'en', /^(?:incidents?|(?:report|tell) (?:an )?incident)$/],
  ['incident', 'cy', /^(?:digwyddiad(?:au)?|(?:hysbysu|dweud) am ddigwyddiad)$/],
  ['help', 'en', /^(?:help|hello|hi|\?)$/],
  ['help', 'cy', /^(?:cymorth|helo|shwmae)$/],
]

/** What was asked, and in which language, where that can be told from it. */
export function parseCommand(text: string): { readonly asked: Asked; readonly language: Language | null } {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/["“”.!]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  for (const [kind, language, pattern] of SAID) {
    const match = pattern.exec(plain)
    if (!match) continue
    if (kind === 'find') return { asked: { kind, text: match[1] ?? '' }, language }
    // "help" is the same word in both.
    return { asked: { kind }, language: plain === 'help' || plain === '?' ? null : language }
  }
  return { asked: { kind: 'unknown' }, language: null }
}

export interface Commands {
  answer(turn: Turn, text: string): Promise<OutgoingMessage>
}

export interface CommandsOptions {
  readonly office: Office
  readonly ground: BotGround
  readonly reporting: Reporting
}

export function createCommands(options: CommandsOptions): Commands {
  const { office, ground, reporting } = options

  /** Those that whoever asks may read; in a channel its own. */
  async function groupsFor({ person, team }: Turn): Promise<readonly KnownGroup[]> {
    const groups = (await office.groups()).filter(({ channelId }) => team === null || channelId === team.channelId)
    const readable = await Promise.all(groups.map((group) => office.readers.isReader(person, group)))
    const known = await Promise.all(groups.filter((_, index) => readable[index]).map(({ key }) => ground.group(key)))
    return known.filter((each) => each !== null)
  }

  async function mine({ person }: Turn, groups: readonly KnownGroup[]): Promise<readonly Listed[]> {
    const today = office.clock.today()
    const found = await Promise.all(
      groups.map(async (known) => {
        const posts = { appointments: await ground.appointments(known.group.key), today, isAway: () => false }
        const isMine = ({ owners, parts }: Action): boolean =>
          mayActFor(person, [...owners, ...parts.flatMap((part) => part.owners)], posts)
        return listed(
          known,
          [...known.snapshot.actions.values()].filter((action) => isOpen(action) && isMine(action)),
        )
      }),
    )
    const dayOf = ({ action, snapshot }: Listed): string =>
      (action.due && lastDayOf(action.due, nextMeetingDay([...snapshot.meetings.values()], today))) ?? '9999'
    return found.flat().toSorted((a, b) => (dayOf(a) < dayOf(b) ? -1 : 1))
  }

  async function helpFor(turn: Turn, words: Words): Promise<readonly string[]> {
    return [
      words.say('bot.help.mine'),
      words.say('bot.help.overdue'),
      words.say('bot.help.find'),
      ...((await reporting.isOffered(turn)) ? [words.say('bot.help.incident')] : []),
      words.say('bot.help.help'),
    ]
  }

  return {
    async answer(turn, text) {
      const { asked, language: spoken } = parseCommand(text)
      const language = spoken ?? (await ground.language(turn.person, turn.language))
      const words = createWords(language)
      const links = await ground.links()
      const list: ListGround = { words, today: office.clock.today(), links }
      const isPublic = !turn.isPersonal
      switch (asked.kind) {
        case 'help':
        case 'unknown': {
          const title = words.say(asked.kind === 'help' ? 'bot.help.title' : 'bot.help.unknown')
          return makeTalk(words, title, await helpFor(turn, words), links)
        }
        case 'incident':
          return reporting.answer(turn, language)
        case 'mine': {
          if (isPublic) return makeTalk(words, words.say('bot.mine'), [words.say('bot.list.mineHere')], links)
          const found = await mine(turn, await groupsFor(turn))
          return makeListMessage(words.say('bot.list.mine', { count: found.length }), found, list, { isPublic })
        }
        case 'overdue': {
          const groups = await groupsFor(turn)
          const found = groups.flatMap((known) => listed(known, lateOf(known.snapshot, list.today)))
          return makeListMessage(words.say('bot.list.overdue', { count: found.length }), found, list, { isPublic })
        }
        case 'find': {
          if (asked.text === '')
            return makeTalk(words, words.say('bot.help.title'), [words.say('bot.list.findWhat')], links)
          const groups = await groupsFor(turn)
          const found = groups.flatMap((known) => listed(known, findIn(known.snapshot, asked.text)))
          return makeListMessage(words.say('bot.list.found', { count: found.length }), found, list, { isPublic })
        }
      }
    },
  }
}

function listed({ snapshot, settings }: KnownGroup, actions: readonly Action[]): readonly Listed[] {
  return actions.map((action) => ({ action, snapshot, settings }))
}

/** Actions that have all the words, open ones first. */
function findIn({ actions }: Snapshot, text: string): readonly Action[] {
  const words = text.split(' ')
  const found = [...actions.values()].filter((action) => {
    const parts = action.parts.map((part) => part.details)
    const all = plainText([action.reference, action.details, ...parts, action.latest?.next?.words ?? ''].join(' '))
    const lower = all.toLowerCase()
    return words.every((word) => lower.includes(word))
  })
  return [...found.filter(isOpen), ...found.filter((action) => !isOpen(action))]
}
