/**
 * The minutes of a meeting and its action list, as what stands in them: headings, paragraphs and tables in the words of
 * one language. From the rows as they are; nobody writes a document beside them. minutesword.ts makes the file.
 */

import type { Action, ActionId, Owner } from '../../domain/action.ts'
import { groupName } from '../../domain/group.ts'
import { settlingDeed, type Deed, type MeetingMatter } from '../../domain/matters.ts'
import { mattersArising, type Arising } from '../../domain/mattersarising.ts'
import { attendanceOf, meetingAfter, type MeetingContent } from '../../domain/meeting.ts'
import { agendaOf, originOf, type AgendaItem, type Numbered } from '../../domain/meetingagenda.ts'
import { ownerWords } from '../../domain/owner.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { makeParagraphs, type Cell, type Paragraph } from './cell.ts'
import { writeDue } from './due.ts'
import { makeMarkingWords } from './table.ts'

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly Paragraph[] }
  | {
      readonly kind: 'table'
      /** Shares of the page's width, 100 in all. */
      readonly columns: readonly { readonly heading: string; readonly share: number }[]
      readonly rows: readonly (readonly Cell[])[]
    }

/** A document of a meeting. */
export interface MeetingPaper {
  readonly title: string
  readonly lines: readonly string[]
  /** On every page. */
  readonly marking: string
  readonly blocks: readonly Block[]
  readonly words: Words
}

export interface PaperGround {
  readonly meeting: MeetingContent
  readonly agenda: Iterable<AgendaItem>
  readonly matters: Iterable<MeetingMatter>
  readonly snapshot: Snapshot
  readonly words: Words
}

export const PAPERS = ['minutes', 'actions'] as const
export type PaperKind = (typeof PAPERS)[number]

export function makePaper(kind: PaperKind, ground: PaperGround): MeetingPaper {
  return kind === 'minutes' ? makeMinutes(ground) : makeActionList(ground)
}

/** `csae-sgg-minutes-2026-11-24.docx` */
export function makePaperName(kind: PaperKind, { group }: Pick<Snapshot, 'group'>, { day }: MeetingContent): string {
  return `${group.key}-${kind}-${day}.docx`
}

function makeMinutes(ground: PaperGround): MeetingPaper {
  const { meeting, snapshot, words } = ground
  const agenda = agendaOf(ground.agenda, meeting.key)
  const given = newActions(ground)
  const arising = mattersArising(ground).filter(({ matter }) => matter !== null)
  const placed = new Set<ActionId>()
  const items = agenda.flatMap((each) => {
    const own = given.filter((action) => !placed.has(action.id) && isOf(action, each, meeting.key))
    for (const { id } of own) placed.add(id)
    return makeItem(each, own, arising, ground)
  })
  const loose = given.filter(({ id }) => !placed.has(id))
  const unplaced = arising.filter(({ item }) => item === null)
  const next = meetingAfter(meeting, snapshot.meetings.values())
  return {
    ...headOf('minutes.title', ground, [...given, ...arising.map(({ action }) => action)]),
    blocks: [
      ...attendanceBlocks(ground),
      ...items,
      ...section(words.say('minutes.matters'), unplaced.length > 0 ? [mattersTable(unplaced, ground)] : []),
      ...section(words.say('minutes.others'), loose.length > 0 ? [actionsTable(loose, ground)] : []),
      ...(next ? [line(words.say('minutes.next', { day: words.day(next.day) }))] : []),
    ],
  }
}

function makeActionList(ground: PaperGround): MeetingPaper {
  const { words } = ground
  const given = newActions(ground)
  const carried = mattersArising(ground).filter(
    ({ matter, action }) => matter !== null && action.status !== 'discharged' && action.status !== 'closed',
  )
  return {
    ...headOf('minutes.actionList', ground, [...given, ...carried.map(({ action }) => action)]),
    blocks: [
      ...section(words.say('minutes.new'), [
        given.length > 0 ? actionsTable(given, ground) : line(words.say('minutes.none')),
      ]),
      ...section(words.say('minutes.carried'), carried.length > 0 ? [mattersTable(carried, ground)] : []),
    ],
  }
}

function headOf(
  title: 'minutes.title' | 'minutes.actionList',
  { meeting, snapshot, words }: PaperGround,
  actions: readonly Action[],
): Omit<MeetingPaper, 'blocks'> {
  const { starts, ends, place, secretary } = meeting
  const times =
    starts === null
      ? ''
      : ends === null
        ? words.say('minutes.from', { starts })
        : words.say('minutes.times', { starts, ends })
  const when = words.say('minutes.when', { weekday: words.weekday(meeting.day), day: words.day(meeting.day) })
  return {
    title: words.say(title, { group: groupName(snapshot.group, words.language) }),
    lines: [
      meeting.title,
      [when, times, place].filter((part) => part !== '').join(' · '),
      secretary ? words.say('minutes.secretary', { name: secretary.name }) : '',
    ].filter((each) => each !== ''),
    marking: makeMarkingWords(snapshot, actions),
    words,
  }
}

function attendanceBlocks({ meeting, snapshot, words }: PaperGround): readonly Block[] {
  const noted = attendanceOf(meeting, snapshot).flatMap((each) => (each.entry ? [{ ...each, entry: each.entry }] : []))
  if (noted.length === 0) return []
  const order = ['present', 'apologies', 'absent']
  const rows = noted
    .toSorted((a, b) => order.indexOf(a.entry.state) - order.indexOf(b.entry.state))
    .map(({ name, post, organisation, entry }) => [
      text(name || words.say('minutes.vacant'), words),
      text(post === null ? '' : (snapshot.posts.get(post)?.title ?? ''), words),
      text(organisation === null ? '' : (snapshot.organisations.get(organisation)?.name ?? ''), words),
      text(words.say(`minutes.attendance.${entry.state}`), words),
    ])
  const columns = [
    { heading: words.say('minutes.column.name'), share: 26 },
    { heading: words.say('minutes.column.post'), share: 30 },
    { heading: words.say('minutes.column.organisation'), share: 28 },
    { heading: words.say('minutes.column.attendance'), share: 16 },
  ]
  return section(words.say('minutes.present'), [{ kind: 'table', columns, rows }])
}

function makeItem(
  each: Numbered,
  given: readonly Action[],
  arising: readonly Arising[],
  ground: PaperGround,
): readonly Block[] {
  const { snapshot, words } = ground
  const { number, item } = each
  const nameOf = (owner: Owner): string => ownerWords(owner, snapshot)
  const papers = item.papers.map(({ title, given: to }) =>
    to.length === 0
      ? title
      : words.say('minutes.given', { paper: title, names: words.list([...new Set(to.map((one) => nameOf(one.to)))]) }),
  )
  const asides = [
    item.presenter ? words.say('minutes.presenter', { name: nameOf(item.presenter) }) : '',
    papers.length > 0 ? words.say('minutes.papers', { papers: papers.join('; ') }) : '',
  ].filter((aside) => aside !== '')
  const decisions = item.decisions.filter(({ words: said }) => said !== '')
  const own = arising.filter((matter) => matter.item?.item.key === item.key)
  const paragraphs: Paragraph[] = [
    ...(asides.length > 0 ? [[{ text: asides.join(' '), as: 'note' as const }]] : []),
    ...makeParagraphs(item.discussion, words),
    ...decisions.flatMap((decision) => {
      const [first = [], ...rest] = makeParagraphs(decision.words, words)
      return [[{ text: `${words.say('minutes.decision')}: `, as: 'agreed' as const }, ...first], ...rest]
    }),
  ]
  return [
    { kind: 'heading', level: 1, text: `${number}. ${item.title}` },
    ...(paragraphs.length > 0 ? [{ kind: 'paragraphs' as const, paragraphs }] : []),
    ...(own.length > 0 ? [mattersTable(own, ground)] : []),
    ...(given.length > 0 ? [actionsTable(given, ground)] : []),
  ]
}

function mattersTable(arising: readonly Arising[], ground: PaperGround): Block {
  const { words } = ground
  return {
    kind: 'table',
    columns: [
      { heading: words.say('minutes.column.reference'), share: 9 },
      { heading: words.say('minutes.column.details'), share: 36 },
      { heading: words.say('minutes.column.meeting'), share: 39 },
      { heading: words.say('minutes.column.owner'), share: 16 },
    ],
    rows: arising.map((each) => [
      reference(each.action),
      makeParagraphs(each.action.details, words),
      didWords(each, ground),
      ownersOf(each.action, ground),
    ]),
  }
}

/** How a matter was dealt with, in a few words, then what was said. */
function didWords({ action, matter }: Arising, ground: PaperGround): Cell {
  if (!matter) return []
  const settled = settlingDeed(matter)
  const how = settled ?? matter.deeds.at(-1)
  const said = matter.deeds.flatMap((deed) => makeParagraphs(deed.words, ground.words))
  return [...(how ? [[{ text: howWords(how, action, matter, ground), as: 'agreed' as const }]] : []), ...said]
}

function howWords({ how }: Deed, action: Action, { confirmed }: MeetingMatter, { words }: PaperGround): string {
  const plain = words.say(`minutes.how.${how}`)
  if (how !== 'discharged' && how !== 'extended') return plain
  const kind = how === 'discharged' ? 'discharge' : 'extension'
  const due = action.extensionAsked?.to ?? action.extensions.at(-1)?.to ?? null
  const told = how === 'extended' && due ? words.say('minutes.extendedTo', { due: writeDue(due, words) }) : plain
  const verdict = confirmed.findLast((each) => each.kind === kind)?.verdict
  if (verdict === 'approved') return told
  return words.say(verdict === 'refused' ? 'minutes.notConfirmed' : 'minutes.toConfirm', { how: told })
}

function actionsTable(actions: readonly Action[], ground: PaperGround): Block {
  const { words } = ground
  return {
    kind: 'table',
    columns: [
      { heading: words.say('minutes.column.reference'), share: 9 },
      { heading: words.say('minutes.column.action'), share: 55 },
      { heading: words.say('minutes.column.owner'), share: 18 },
      { heading: words.say('minutes.column.due'), share: 18 },
    ],
    rows: actions.map((action) => [
      reference(action),
      makeParagraphs(action.details, words),
      ownersOf(action, ground),
      action.due ? makeParagraphs(writeDue(action.due, words), words) : [],
    ]),
  }
}

/** What the meeting agreed, by its numbers. */
function newActions({ meeting, snapshot }: PaperGround): readonly Action[] {
  return [...snapshot.actions.values()]
    .filter(({ origin }) => origin.kind === 'meeting' && origin.meeting === meeting.key)
    .toSorted((a, b) => compareReferences(a.reference, b.reference))
}

/** Items may have been renumbered since: the title tells as well. */
function isOf({ origin }: Action, each: Numbered, meeting: string): boolean {
  const said = origin.words ?? ''
  return said === originOf(meeting, each).words || said.replace(/^\d+\. /, '') === each.item.title
}

function ownersOf({ owners }: Action, { snapshot, words }: PaperGround): Cell {
  return owners.flatMap((owner) => makeParagraphs(ownerWords(owner, snapshot), words))
}

function reference({ reference: said }: Action): Cell {
  return [[{ text: said, as: 'agreed' }]]
}

function text(words: string, speech: Words): Cell {
  return makeParagraphs(words, speech)
}

function line(words: string): Block {
  return { kind: 'paragraphs', paragraphs: [[{ text: words, as: 'words' }]] }
}

/** Nothing where there is nothing in it. */
function section(heading: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 1, text: heading }, ...blocks]
}
