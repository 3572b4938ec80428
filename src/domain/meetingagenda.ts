/**
 * Items of an agenda, each a row of its own, so that two secretaries write at once without loss: a command touches the
 * one field it is about, and what somebody else made of that meanwhile is shown, never overwritten. An item of no
 * meeting stands in the forward plan, for a later one. Numbers are given by place: 1, 2, 3, whatever was put in between.
 *
 *   const items = agendaOf(agenda.values().values(), meeting.key)     // [{ number: 1, item }, …]
 *   agenda.submit({ kind: 'addItem', id, key: id, meeting: meeting.key, title, place: placeAfter(items, 3) })
 *   agenda.submit({ kind: 'setItem', id, key, fields: { discussion } }, seen)
 *   agenda.submit({ kind: 'setMinuted', id, key, entry: { id, words }, was: null })   // one decision of the item
 *   agenda.submit({ kind: 'givePaper', id, key, paper, given: [{ to: { organisation: 'marches' }, on, how: 'e-mail' }] })
 */

import type { ActionId, Owner } from './action.ts'
import { canonical } from './canonical.ts'
import { checkOwners, checkPastDay, checkText, LONGEST_TEXT } from './check.ts'
import type { CollectionCommand, CollectionContext, DecideRow } from './collection.ts'
import type { Day } from './day.ts'
import type { ItemKind } from './group.ts'
import { isWebAddress, putEntry } from './meeting.ts'
import { accept, refuse, type Refusal, type Result } from './result.ts'

/** Who got a paper, when and how. */
export interface Given {
  readonly to: Owner
  readonly on: Day
  /** In words: "e-mail", "on the day"; may be empty. */
  readonly how: string
}

export interface Paper {
  readonly id: string
  readonly title: string
  /** Where it lies; empty: nowhere that can be opened. */
  readonly link: string
  readonly given: readonly Given[]
}

/** A decision of an item, as it is minuted. */
export interface Minuted {
  readonly id: string
  /** Empty: taken back. */
  readonly words: string
}

/** `matters` is where the matters arising are taken; an agenda has at most one that counts, the first. */

export interface AgendaItem {
  readonly key: string
  /** Null: the forward plan. */
  readonly meeting: string | null
  readonly kind: ItemKind
  /** Items stand in the order of this; any number, so that one fits between two. */
  readonly place: number
  readonly title: string
  readonly presenter: Owner | null
  readonly papers: readonly Paper[]
  readonly discussion: string
  readonly decisions: readonly Minuted[]
  /** Matters arising that are taken under this item and not under that of the matters. */
  readonly takes: readonly ActionId[]
  /** It was taken off the agenda. */
  readonly withdrawn: boolean
}

export type ItemFields = Pick<AgendaItem, 'title' | 'presenter' | 'discussion' | 'place' | 'meeting' | 'withdrawn'>

interface About<Name extends string> extends CollectionCommand {
  readonly kind: Name
}

export type AddItem = About<'addItem'> &
  Pick<AgendaItem, 'meeting' | 'place' | 'title'> & { readonly item?: ItemKind; readonly presenter?: Owner | null }
/** Also moves it within an agenda (`place`), to another meeting or the forward plan (`meeting`), and takes it off. */
export type SetItem = About<'setItem'> & { readonly fields: Partial<ItemFields> }
export type SetMinuted = About<'setMinuted'> & { readonly entry: Minuted; readonly was: Minuted | null }
/** Adds one, or changes its title and link; who got it stays. */
export type SetPaper = About<'setPaper'> & {
  readonly paper: Pick<Paper, 'id' | 'title' | 'link'>
  readonly was: Pick<Paper, 'id' | 'title' | 'link'> | null
}
/** Only ever adds. */
export type GivePaper = About<'givePaper'> & { readonly paper: string; readonly given: readonly Given[] }
export type TakeMatter = About<'takeMatter'> & { readonly action: ActionId; readonly taken: boolean }

export type AgendaCommand = AddItem | SetItem | SetMinuted | SetPaper | GivePaper | TakeMatter

export const decideAgenda: DecideRow<AgendaItem, AgendaCommand> = (command, now, context) => {
  const meeting = command.kind === 'addItem' ? command.meeting : (now?.meeting ?? null)
  const refusal = whyNotWrite(meeting, context)
  if (refusal) return { ok: false, error: refusal }
  if (command.kind === 'addItem') return now ? refuse('nothingChanged') : addItem(command, context)
  if (!now) return refuse('itemUnknown')
  switch (command.kind) {
    case 'setItem': {
      const to = command.fields.meeting === undefined ? null : whyNotWrite(command.fields.meeting, context)
      return to ? { ok: false, error: to } : checked({ ...now, ...command.fields }, context, now)
    }
    case 'setMinuted':
      return setMinuted(command, now)
    case 'setPaper':
      return setPaper(command, now)
    case 'givePaper':
      return givePaper(command, now, context)
    case 'takeMatter':
      return takeMatter(command, now, context)
  }
}

/** The fields that a command writes or depends on; entries of lists say themselves what their author saw. */
export function agendaTouches(command: AgendaCommand): readonly (keyof AgendaItem)[] {
  return command.kind === 'setItem' ? (Object.keys(command.fields) as (keyof ItemFields)[]) : []
}

export interface Numbered<Item extends AgendaItem = AgendaItem> {
  readonly number: number
  readonly item: Item
}

/** An agenda in its order. @param meeting null: the forward plan */
export function agendaOf<Item extends AgendaItem>(
  items: Iterable<Item>,
  meeting: string | null,
): readonly Numbered<Item>[] {
  return [...items]
    .filter((item) => item.meeting === meeting && !item.withdrawn)
    .toSorted((a, b) => a.place - b.place || (a.key < b.key ? -1 : 1))
    .map((item, index) => ({ number: index + 1, item }))
}

/** A place behind the item of this number; 0: before all. */
export function placeAfter(agenda: readonly Numbered[], number: number): number {
  const before = agenda[number - 1]?.item.place
  const after = agenda[number]?.item.place
  if (before === undefined) return after === undefined ? 1 : after - 1
  return after === undefined ? before + 1 : (before + after) / 2
}

/** How an action that is agreed under an item names it as its origin. */
export function originOf(meeting: string, { number, item }: Numbered) {
  return { kind: 'meeting', meeting, words: `${number}. ${item.title}` } as const
}

/** Anybody may put an item forward; the minutes of a meeting that is closed only a coordinator puts right. */
function whyNotWrite(meeting: string | null, { as, snapshot }: CollectionContext): Refusal | null {
  if (meeting === null) return null
  const known = snapshot.meetings.get(meeting)
  if (known?.status === 'closed' && as === 'member') return { code: 'meetingClosed' }
  return null
}

function addItem({ key, meeting, place, title, item, presenter }: AddItem, context: CollectionContext) {
  return checked(
    {
      key,
      meeting,
      kind: item ?? 'item',
      place,
      title,
      presenter: presenter ?? null,
      papers: [],
      discussion: '',
      decisions: [],
      takes: [],
      withdrawn: false,
    },
    context,
  )
}

function checked(next: AgendaItem, { snapshot }: CollectionContext, now?: AgendaItem): Result<AgendaItem> {
  const refusal =
    checkText(next.title, 'title') ?? (next.presenter && checkOwners([next.presenter], 'presenter', snapshot))
  if (refusal) return { ok: false, error: refusal }
  if (!Number.isFinite(next.place)) return refuse('commandInvalid', 'place')
  if (next.discussion.length > LONGEST_TEXT) return refuse('textTooLong', 'discussion', { longest: LONGEST_TEXT })
  const tidy = { ...next, title: next.title.trim() }
  return now && canonical(tidy) === canonical(now) ? refuse('nothingChanged') : accept(tidy)
}

function setMinuted({ entry, was }: SetMinuted, now: AgendaItem): Result<AgendaItem> {
  const known = now.decisions.find(({ id }) => id === entry.id) ?? null
  if (!known && entry.words.trim() === '') return refuse('textMissing', 'words')
  if (entry.words.length > LONGEST_TEXT) return refuse('textTooLong', 'words', { longest: LONGEST_TEXT })
  const put = putEntry(now.decisions, { ...entry, words: entry.words.trim() }, known, was)
  return put.ok ? accept({ ...now, decisions: put.value }) : put
}

function setPaper({ paper, was }: SetPaper, now: AgendaItem): Result<AgendaItem> {
  const refusal = checkText(paper.title, 'title')
  if (refusal) return { ok: false, error: refusal }
  if (paper.link !== '' && !isWebAddress(paper.link)) return refuse('addressInvalid', 'link')
  const known = now.papers.find(({ id }) => id === paper.id) ?? null
  const given = known?.given ?? []
  const tidy: Paper = { id: paper.id, title: paper.title.trim(), link: paper.link.trim(), given }
  const put = putEntry(now.papers, tidy, known, was && { id: was.id, title: was.title, link: was.link, given })
  return put.ok ? accept({ ...now, papers: put.value }) : put
}

function givePaper({ paper: id, given }: GivePaper, now: AgendaItem, context: CollectionContext): Result<AgendaItem> {
  const paper = now.papers.find((each) => each.id === id)
  if (!paper) return refuse('paperUnknown')
  const refusal =
    checkOwners(
      given.map(({ to }) => to),
      'given',
      context.snapshot,
    ) ?? given.map(({ on }) => checkPastDay(on, 'on', context.today)).find((each) => each !== null)
  if (refusal) return { ok: false, error: refusal }
  const known = new Set(paper.given.map(canonical))
  const fresh = given.filter((each) => !known.has(canonical(each)))
  if (fresh.length === 0) return refuse('nothingChanged')
  const papers = now.papers.map((each) => (each === paper ? { ...paper, given: [...paper.given, ...fresh] } : each))
  return accept({ ...now, papers })
}

function takeMatter({ action, taken }: TakeMatter, now: AgendaItem, { snapshot }: CollectionContext) {
  if (!snapshot.actions.has(action)) return refuse('actionUnknown')
  if (now.takes.includes(action) === taken) return refuse('nothingChanged')
  const takes = taken ? [...now.takes, action] : now.takes.filter((each) => each !== action)
  return accept({ ...now, takes })
}
