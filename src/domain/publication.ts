/**
 * An inspection report (product: "Inspection report"): who published it and when, who leads on it, where the force
 * stands on it as a whole, by when it wants to be answered, and which board was told. What it recommends are actions of
 * the register, which name it as their origin. Positions, answers and what was told are only ever added. Pure.
 */

import type { Owner } from './action.ts'
import { canonical } from './canonical.ts'
import { checkDue, checkOwners, checkPastDay, checkText, LONGEST_TEXT } from './check.ts'
import type { CollectionCommand, CollectionContext } from './collection.ts'
import { isDay, type Day } from './day.ts'
import type { Due } from './due.ts'
import type { Person } from './group.ts'
import { accept, refuse, type Refusal, type Result } from './result.ts'

export const SCOPES = ['national', 'force', 'joint'] as const
export type Scope = (typeof SCOPES)[number]

/** Where the force stands on the report as a whole; one version of it. */
export interface Position {
  readonly id: string
  readonly day: Day
  readonly words: string
  readonly by: Person
}

/** An answer that the report, or whoever published it, is owed. */
export interface Reply {
  readonly id: string
  readonly due: Due
  readonly to: string
  readonly sent: { readonly day: Day; readonly words: string; readonly by: Person } | null
}

/** A board that was told of it. */
export interface Telling {
  readonly id: string
  readonly board: string
  readonly day: Day
  readonly words: string
  readonly by: Person
}

/** What its editor says. */
export interface PublicationDraft {
  readonly title: string
  /** Empty: it has none. */
  readonly subtitle: string
  readonly publishers: readonly string[]
  /** `2021-03-11`, or `2019-10` where only the month is known; null where neither is. */
  readonly published: string | null
  readonly scope: Scope | null
  readonly lead: readonly Owner[]
}

export interface PublicationContent extends PublicationDraft {
  /** The sentences of its log that count what it makes, and for whom. */
  readonly summary: string
  /** How many recommendations were complete or closed before its log was kept here: they are no actions. */
  readonly earlier: number
  readonly positions: readonly Position[]
  readonly replies: readonly Reply[]
  readonly told: readonly Telling[]
  readonly notes: string
  /** The document that it was first read from. */
  readonly source: { readonly words: string; readonly batch: string } | null
}

export type SavePublication = CollectionCommand & {
  readonly kind: 'savePublication'
  readonly content: PublicationDraft
}
/** As an edition of a log has it: what is known already isn't added again. */
export type BringPublication = CollectionCommand & {
  readonly kind: 'bringPublication'
  readonly content: PublicationDraft
  readonly summary: string
  readonly earlier: number
  readonly notes: string
  readonly position: { readonly day: Day; readonly words: string } | null
  readonly replies: readonly { readonly due: Due; readonly to: string }[]
  readonly source: { readonly words: string; readonly batch: string }
}
export type StatePosition = CollectionCommand & {
  readonly kind: 'statePosition'
  readonly day: Day
  readonly words: string
}
export type OweReply = CollectionCommand & { readonly kind: 'oweReply'; readonly due: Due; readonly to: string }
export type SendReply = CollectionCommand & {
  readonly kind: 'sendReply'
  readonly reply: string
  readonly day: Day
  readonly words: string
}
export type TellBoard = CollectionCommand & {
  readonly kind: 'tellBoard'
  readonly board: string
  readonly day: Day
  readonly words: string
}
export type PublicationCommand = SavePublication | BringPublication | StatePosition | OweReply | SendReply | TellBoard

/** A row holds so much of what is only added; more is another report, or a mistake. */
const MOST_ENTRIES = 200
/** What a title in SharePoint holds. */
const LONGEST_TITLE = 250

export function decidePublication(
  command: PublicationCommand,
  now: PublicationContent | null,
  context: CollectionContext,
): Result<PublicationContent> {
  switch (command.kind) {
    case 'savePublication':
      return save(command.content, now ?? EMPTY, context)
    case 'bringPublication':
      return bring(command, now ?? { ...EMPTY, source: command.source }, context)
    case 'statePosition':
    case 'oweReply':
    case 'sendReply':
    case 'tellBoard':
      return now ? fitting(add(command, now, context)) : refuse('publicationUnknown')
  }
}

/** What a command depends on or writes. What is only added depends on nothing. */
export function touchedByPublication(command: PublicationCommand): readonly (keyof PublicationContent)[] {
  if (command.kind === 'savePublication') return DRAFTED
  return command.kind === 'sendReply' ? ['replies'] : []
}

const DRAFTED = ['title', 'subtitle', 'publishers', 'published', 'scope', 'lead'] as const

const EMPTY: PublicationContent = {
  title: '',
  subtitle: '',
  publishers: [],
  published: null,
  scope: null,
  lead: [],
  summary: '',
  earlier: 0,
  positions: [],
  replies: [],
  told: [],
  notes: '',
  source: null,
}

function save(
  content: PublicationDraft,
  now: PublicationContent,
  context: CollectionContext,
): Result<PublicationContent> {
  if (context.as === 'member') return refuse('coordinatorOnly')
  const { publishers, published, scope, lead } = content
  const refusal =
    checkText(content.title, 'title') ??
    checkLength(content.title, 'title', LONGEST_TITLE) ??
    checkLength(content.subtitle, 'subtitle', LONGEST_TITLE) ??
    (published === null || isPublished(published) ? null : ({ code: 'dayInvalid', field: 'published' } as const)) ??
    (scope === null || SCOPES.includes(scope) ? null : ({ code: 'commandInvalid', field: 'scope' } as const)) ??
    checkOwners(lead, 'lead', context.snapshot)
  if (refusal) return { ok: false, error: refusal }
  return accept({
    ...now,
    title: content.title.trim(),
    subtitle: content.subtitle.trim(),
    publishers: publishers.map((each) => each.trim()).filter(Boolean),
    published,
    scope,
    lead,
  })
}

/** What people changed here stays; an edition adds its position and the answers that it wants, once. */
function bring(
  command: BringPublication,
  now: PublicationContent,
  context: CollectionContext,
): Result<PublicationContent> {
  const { id, position, summary, earlier, notes } = command
  const saved = now.title === '' ? save(command.content, now, context) : accept(now)
  if (context.as === 'member') return refuse('coordinatorOnly')
  if (!saved.ok) return saved
  if (!Number.isInteger(earlier) || earlier < 0) return refuse('commandInvalid', 'earlier')
  const isNews = position !== null && now.positions.every(({ words }) => words !== position.words.trim())
  const stated = isNews
    ? add({ ...position, kind: 'statePosition', id, key: command.key }, saved.value, context)
    : saved
  if (!stated.ok) return stated
  const asked = new Set(now.replies.map(({ due, to }) => canonical([due, to])))
  const wanted = command.replies.filter(({ due, to }) => !asked.has(canonical([due, to])))
  const refusal = wanted.map(({ due }) => checkDue(due, 'replies')).find((each) => each !== null)
  if (refusal) return { ok: false, error: refusal }
  const replies = wanted.map(({ due, to }, index): Reply => ({ id: `${id}.${index}`, due, to: to.trim(), sent: null }))
  return fitting(accept({ ...stated.value, summary, earlier, notes, replies: [...now.replies, ...replies] }))
}

function add(
  command: StatePosition | OweReply | SendReply | TellBoard,
  now: PublicationContent,
  { actor, today }: CollectionContext,
): Result<PublicationContent> {
  const { id } = command
  if (command.kind === 'oweReply') {
    const refusal = checkText(command.to, 'to') ?? checkDue(command.due, 'due')
    if (refusal) return { ok: false, error: refusal }
    return accept({ ...now, replies: [...now.replies, { id, due: command.due, to: command.to.trim(), sent: null }] })
  }
  const words = command.words.trim()
  const by = { day: command.day, words, by: actor }
  const named = command.kind === 'tellBoard' ? checkText(command.board, 'board') : null
  // That a board was told says enough.
  const said = command.kind === 'tellBoard' ? checkLength(words, 'words') : checkText(words, 'words')
  const refusal = named ?? said ?? checkPastDay(command.day, 'day', today)
  if (refusal) return { ok: false, error: refusal }
  switch (command.kind) {
    case 'statePosition':
      return accept({ ...now, positions: [...now.positions, { id, ...by }] })
    case 'tellBoard':
      return accept({ ...now, told: [...now.told, { id, board: command.board.trim(), ...by }] })
    case 'sendReply': {
      const known = now.replies.find((each) => each.id === command.reply)
      if (!known) return refuse('replyUnknown')
      if (known.sent) return refuse('nothingChanged')
      return accept({ ...now, replies: now.replies.map((each) => (each === known ? { ...each, sent: by } : each)) })
    }
  }
}

/** A column holds so much. */
function fitting(result: Result<PublicationContent>): Result<PublicationContent> {
  if (!result.ok) return result
  const { positions, replies, told } = result.value
  for (const [field, entries] of Object.entries({ positions, replies, told })) {
    if (entries.length > MOST_ENTRIES || canonical(entries).length > LONGEST_TEXT) {
      return refuse('textTooLong', field, { longest: LONGEST_TEXT })
    }
  }
  return result
}

function checkLength(text: string, field: string, longest = LONGEST_TEXT): Refusal | null {
  return text.length > longest ? { code: 'textTooLong', field, values: { longest } } : null
}

function isPublished(published: string): boolean {
  return isDay(/^\d{4}-\d{2}$/.test(published) ? `${published}-01` : published)
}

/** Where the force stands now: the version of the latest day, of one day the last. */
export function positionOf({ positions }: Pick<PublicationContent, 'positions'>): Position | null {
  return positions.reduce<Position | null>((last, each) => (last && last.day > each.day ? last : each), null)
}

/** Answers that nobody has sent yet, in their order. */
export function repliesOwed({ replies }: Pick<PublicationContent, 'replies'>): readonly Reply[] {
  return replies.filter(({ sent }) => sent === null)
}
