/**
 * What the bot answers to a question, and what it tells a channel before a meeting: actions in a list, each a line and a
 * link. Nothing above the group's threshold stands on it with words, and in a channel it doesn't stand there at all.
 */

import type { CardElementArray } from '@microsoft/teams.cards'
import type { Action } from '../../domain/action.ts'
import type { Day } from '../../domain/day.ts'
import { groupName, nextMeetingDay, type Marking } from '../../domain/group.ts'
import { plainText } from '../../domain/passage.ts'
import { mayShowWords, type GroupSettings } from '../../domain/record.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen, standingOf } from '../../domain/status.ts'
import type { Words } from '../../words/speech.ts'
import type { OutgoingMessage } from '../bot/messenger.ts'
import { buttons, heading, makeCard, openLink, richText, say, section, shorten, statusRun } from './elements.ts'
import type { Links } from './links.ts'
import { LARGEST_CARD, sizeOf } from './message.ts'

export interface ListGround {
  readonly words: Words
  readonly today: Day
  readonly links: Links
}

/** An action with the register that it stands in. */
export interface Listed {
  readonly action: Action
  readonly snapshot: Snapshot
  readonly settings: Pick<GroupSettings, 'wordsUpTo'>
}

const MOST_LISTED = 10
const MOST_DETAILS = 140

/** @param isPublic several people see it: what may not be shown there is only counted */
export function makeListMessage(
  title: string,
  listed: readonly Listed[],
  ground: ListGround,
  { isPublic }: { readonly isPublic: boolean },
): OutgoingMessage {
  const { words, links } = ground
  const told = isPublic ? listed.filter(isShown) : listed
  const withheld = listed.length - told.length
  const lines = told.slice(0, MOST_LISTED).map((each) => listedSection(each, ground))
  const [only] = new Set(listed.map(({ snapshot }) => snapshot.group.key))
  const end = only !== undefined && isPublic ? links.item(only, null) : links.mine()
  for (let shown = lines.length; ; shown--) {
    const left = told.length - shown
    const body: CardElementArray = [
      heading(title, 'Medium'),
      ...lines.slice(0, shown),
      ...(left > 0 ? [say(words.say('bot.list.more', { count: left }), { separator: true })] : []),
      ...(withheld > 0 ? [say(words.say('bot.list.withheld', { count: withheld }), { separator: true })] : []),
      ...buttons([openLink(isPublic ? words.say('bot.open') : words.say('bot.mine'), end)]),
    ]
    const card = makeCard(words, { marking: highestOf(told.slice(0, shown)), body })
    if (shown === 0 || sizeOf(card) <= LARGEST_CARD) return { card, summary: title }
  }
}

/** To a channel, before a meeting: numbers, and the late ones by reference where words may not be shown. */
export function makeDigest(
  listed: Omit<Listed, 'action'>,
  { meeting, waiting }: { readonly meeting: Day; /** For the chair's decision. */ readonly waiting: number },
  ground: ListGround,
): OutgoingMessage {
  const { words, today } = ground
  const { snapshot } = listed
  const open = [...snapshot.actions.values()].filter(isOpen)
  const late = lateOf(snapshot, today)
  const title = words.say('bot.digest.title', { day: words.day(meeting) })
  const numbers = [
    words.say('bot.digest.open', { count: open.length }),
    words.say('bot.digest.late', { count: late.length }),
    words.say('bot.digest.waiting', { count: waiting }),
  ]
  const lines = late.slice(0, MOST_LISTED).map((action) => listedSection({ ...listed, action }, ground))
  const card = makeCard(words, {
    marking: snapshot.group.marking,
    body: [
      heading(title),
      say(`${words.list(numbers)}.`),
      ...lines,
      ...(late.length > lines.length ? [say(words.say('bot.list.more', { count: late.length - lines.length }))] : []),
      ...buttons([openLink(words.say('bot.open'), ground.links.item(snapshot.group.key, null))]),
    ],
  })
  return { card, summary: title }
}

/** Sentences of ours alone. */
export function makeTalk(words: Words, title: string, sentences: readonly string[], links: Links): OutgoingMessage {
  const card = makeCard(words, {
    marking: null,
    body: [
      heading(title, 'Medium'),
      ...sentences.map((sentence) => say(sentence, { spacing: 'Small' })),
      ...buttons([openLink(words.say('bot.mine'), links.mine())]),
    ],
  })
  return { card, summary: title }
}

/** The latest first. */
export function lateOf(snapshot: Snapshot, today: Day): readonly Action[] {
  const context = contextOf(snapshot, today)
  const daysOf = (action: Action): number => Number(standingOf(action, context).why.values['days'] ?? 0)
  return [...snapshot.actions.values()]
    .filter((action) => isOpen(action) && standingOf(action, context).rule === 'RED')
    .toSorted((a, b) => daysOf(b) - daysOf(a))
}

function isShown({ action, snapshot, settings }: Listed): boolean {
  return mayShowWords((action.marking ?? snapshot.group.marking).level, settings)
}

function listedSection(listed: Listed, { words, today, links }: ListGround) {
  const { action, snapshot } = listed
  const shows = isShown(listed)
  const context = contextOf(snapshot, today)
  const due = action.due && shows ? words.due(action.due, today, context.nextMeeting) : ''
  const facts = [due, shows ? groupName(snapshot.group, words.language) : ''].filter((fact) => fact !== '').join(' · ')
  return section(
    [
      richText([
        ...(shows ? [statusRun(words, standingOf(action, context).colour), { text: '  ' }] : []),
        { text: action.reference, weight: 'Bolder' },
        ...(facts === '' ? [] : [{ text: `  ${facts}`, isSubtle: true, size: 'Small' as const }]),
      ]),
      ...(shows
        ? [
            richText([{ text: shorten(plainText(action.details).replaceAll(/\s+/g, ' '), MOST_DETAILS) }], {
              spacing: 'Small',
            }),
          ]
        : []),
    ],
    {
      separator: true,
      selectAction: openLink(words.say('bot.open'), links.item(snapshot.group.key, action.id)),
    },
  )
}

function contextOf({ group, meetings }: Snapshot, today: Day) {
  return { today, nextMeeting: nextMeetingDay([...meetings.values()], today), lateBy: group.lateBy }
}

function highestOf(listed: readonly Listed[]): Marking | null {
  const markings = listed.map(({ action, snapshot }) => action.marking ?? snapshot.group.marking)
  return markings.find(({ level }) => level === 'OFFICIAL-SENSITIVE') ?? markings[0] ?? null
}
