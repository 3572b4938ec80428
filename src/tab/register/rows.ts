/**
 * From a snapshot to the rows of the register. Pure. A row is made once for each version of its action, and holds only
 * what filtering, ordering and grouping look at; what is read on a row is worded when it is drawn, because of 50,000
 * rows forty are. Hides how little a change makes again.
 */

import type { Action } from '../../domain/action.ts'
import { addDays, daysBetween, type Day } from '../../domain/day.ts'
import { lastDayOf, type Due } from '../../domain/due.ts'
import { nextMeetingDay, type Person } from '../../domain/group.ts'
import { organisationsOf, ownerWords } from '../../domain/owner.ts'
import { plainText } from '../../domain/passage.ts'
import { parseReference } from '../../domain/reference.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isClaimed, isUnsettled, standingOf, type Standing } from '../../domain/status.ts'
import { SCOPES, type AGES, type DUE_BUCKETS, type Scope, type SIGNS } from '../../domain/view.ts'
import { spanOf } from '../../words/dates.ts'
import type { Words } from '../../words/words.ts'
import { claimOf, standpointOf, type Standpoint } from '../mine/standpoint.ts'
import { valueWords } from './facetwords.ts'

type DueBucket = (typeof DUE_BUCKETS)[number]
type Age = (typeof AGES)[number]
type Sign = (typeof SIGNS)[number]

/** What rows are made from beside their action; the same for all of them. */
interface Basis {
  readonly words: Words
  readonly today: Day
  readonly nextMeeting: Day | null
  readonly lateBy: Snapshot['group']['lateBy']
  readonly marking: string
  readonly organisations: Snapshot['organisations']
  readonly posts: Snapshot['posts']
  readonly meetings: Snapshot['meetings']
  readonly standpoint: Standpoint
  /** Days that buckets end at. */
  readonly days: Readonly<Record<'inWeek' | 'inMonth' | 'weekAgo' | 'monthAgo' | 'quarterAgo', Day>>
  /** Sentences that many rows say: to put one together takes longer than to draw a row. */
  readonly said: Map<string, string>
  /** One list for all rows that have the same. */
  shared<Value extends string>(values: readonly Value[]): readonly Value[]
}

export class Row {
  readonly action: Action
  readonly colour: Standing['colour']
  /** Somebody still has to do something: also where a discharge is only claimed. */
  readonly open: boolean
  readonly late: boolean
  readonly claimed: boolean
  /** Orders references: by year, then number; what is no reference comes last. */
  readonly number: number
  /** The last day of its due, where one follows from it. */
  readonly dueDay: Day | null
  readonly owners: string
  /** Keys of the organisations that it belongs to. */
  readonly organisations: readonly string[]
  readonly dueBucket: DueBucket
  readonly age: Age
  readonly signs: readonly Sign[]
  readonly #scopes: number
  readonly #basis: Basis
  #searched: string | null = null
  #letters = 0

  constructor(action: Action, basis: Basis) {
    const { nextMeeting } = basis
    const { colour, rule } = standingOf(action, basis)
    this.action = action
    this.#basis = basis
    this.colour = colour
    this.claimed = isClaimed(action)
    this.open = isUnsettled(action)
    this.late = this.open && rule === 'RED'
    this.number = numberOf(action.reference)
    this.dueDay = action.due && lastDayOf(action.due, nextMeeting)
    this.owners = action.owners.map((owner) => ownerWords(owner, basis)).join(', ')
    this.organisations = basis.shared(organisationsOf(action, basis.posts))
    this.dueBucket = this.open ? bucketOf(action.due, this.dueDay, basis) : 'ended'
    this.age = ageOf(action.latest?.day, basis)
    this.signs = basis.shared(signsOf(action, this.claimed))
    this.#scopes = bits({
      late: this.late,
      dueNext: this.open && !this.late && rule !== 'WHITE' && isDueBy(action.due, this.dueDay, nextMeeting),
      waiting: this.open && rule === 'WHITE',
      mine: this.open && isMine(action, basis.standpoint),
      open: this.open,
      all: true,
    })
  }

  isIn(scope: Scope): boolean {
    return (this.#scopes & BIT[scope]) !== 0
  }

  get standing(): Standing {
    return standingOf(this.action, this.#basis)
  }

  /** Its due as told today: of two dues, the one that it is late by. */
  get due(): string {
    const { action, open, late } = this
    const { words, today, nextMeeting, lateBy } = this.#basis
    const counted = lateBy === 'first' && late ? (action.firstDue ?? action.due) : action.due
    if (counted === null) return ''
    return open ? words.due(counted, today, nextMeeting) : endedDue(counted, words)
  }

  get next(): string {
    return this.action.latest?.next?.words ?? ''
  }

  get nextOwners(): string {
    return (this.action.latest?.next?.owners ?? []).map((owner) => ownerWords(owner, this.#basis)).join(', ')
  }

  /** It comes up again at a meeting to come; words alone do until they are followed by others. */
  get kept(): boolean {
    const { retainedFor, latest } = this.action
    if (!this.open) return false
    if (latest?.outcome === 'retain') return true
    const meeting = retainedFor === null ? undefined : this.#basis.meetings.get(retainedFor)
    return meeting !== undefined && meeting.status !== 'closed' && meeting.day >= this.#basis.today
  }

  /** When something was last said of it, as told today. */
  get updated(): string {
    const { words, today } = this.#basis
    return this.action.latest ? words.relativeDay(this.action.latest.day, today) : ''
  }

  /** Somebody has to do something, and nothing was said for longer than groups meet apart. */
  get quiet(): boolean {
    if (!this.open) return false
    return this.age === 'older' || (this.age === 'never' && this.created < this.#basis.days.quarterAgo)
  }

  /** For how long nothing was said, in a sentence; empty where something was said today. */
  get noNews(): string {
    const { words, today, said } = this.#basis
    const { latest } = this.action
    if (latest === null)
      return words.say('view.neverUpdated', { when: words.relativeDay(this.created || today, today) })
    if (latest.day >= today) return ''
    const { unit, count } = spanOf(daysBetween(latest.day, today))
    const known = said.get(`${unit} ${count}`)
    if (known !== undefined) return known
    const span = words.say(`dates.span.${unit.slice(0, -1) as 'day' | 'week' | 'month' | 'year'}`, { count })
    const sentence = words.say('view.noNews', { span })
    said.set(`${unit} ${count}`, sentence)
    return sentence
  }

  get created(): Day {
    return this.action.createdAt.slice(0, 10)
  }

  get added(): string {
    const { words, today } = this.#basis
    return this.created && words.shortDay(this.created, today)
  }

  get cameFrom(): string {
    const { meetings, today, words } = this.#basis
    const meeting = meetings.get(this.meeting)
    return meeting ? words.shortDay(meeting.day, today) : valueWords('meeting', this.meeting, this.#basis, words)
  }

  /** Key of the meeting it comes from, or what else it comes from. */
  get meeting(): string {
    const { meeting, kind } = this.action.origin
    return meeting ?? (kind === 'document' ? '@document' : '@typed')
  }

  get marking(): string {
    return this.action.marking?.level ?? this.#basis.marking
  }

  /** Folded text that search looks through; made when first asked for. */
  get searched(): string {
    return this.#searched ?? this.#makeSearched()
  }

  /** The letters of that text: a row that lacks one of a word's needn't be read to know that it lacks the word. */
  get letters(): number {
    if (this.#searched === null) this.#makeSearched()
    return this.#letters
  }

  #makeSearched(): string {
    const { reference, origin, details, parts } = this.action
    const texts = [details, ...parts.map((part) => part.details), this.next].map(plainText)
    const searched = fold([reference, origin.number ?? '', ...texts, this.owners].join('\n'))
    this.#searched = searched
    this.#letters = lettersOf(searched)
    return searched
  }
}

/** All rows, in the snapshot's own order, and how they came out of the rows before. */
export interface RowSet {
  readonly rows: readonly Row[]
  readonly change: {
    readonly since: readonly Row[]
    readonly gone: ReadonlySet<Row>
    readonly come: readonly Row[]
  } | null
}

/** Makes the rows of each snapshot from those of the one before: what hasn't changed is the same row. */
export function createRowMaker(
  words: Words,
  today: Day,
  me: Pick<Person, 'tenantId' | 'objectId'>,
): (snapshot: Snapshot) => RowSet {
  let basis: Basis | null = null
  let made: { readonly snapshot: Snapshot; readonly set: RowSet } | null = null
  return (snapshot) => {
    if (made?.snapshot === snapshot) return made.set
    const now = basisOf(snapshot, words, today, me)
    const kept = basis !== null && isSameBasis(basis, now)
    if (!kept) basis = now
    const context = basis ?? now
    const set = made && kept ? changeRows(made.set.rows, snapshot, context) : allRows(snapshot, context)
    made = { snapshot, set }
    return set
  }
}

function allRows(snapshot: Snapshot, basis: Basis): RowSet {
  return { rows: Array.from(snapshot.actions.values(), (action) => new Row(action, basis)), change: null }
}

/** Both lists go side by side; only where they part are rows looked up by their ids. */
function changeRows(since: readonly Row[], snapshot: Snapshot, basis: Basis): RowSet {
  const rows: Row[] = []
  const gone = new Set<Row>()
  const come: Row[] = []
  let byId: Map<string, Row> | null = null
  for (const action of snapshot.actions.values()) {
    const beside = byId ? undefined : since[rows.length]
    if (beside?.action === action) {
      rows.push(beside)
      continue
    }
    if (!byId && beside && beside.action.id !== action.id) {
      byId = new Map(since.slice(rows.length).map((row) => [row.action.id, row]))
    }
    const before = byId ? byId.get(action.id) : beside
    byId?.delete(action.id)
    if (before?.action === action) {
      rows.push(before)
      continue
    }
    const row = new Row(action, basis)
    if (before) gone.add(before)
    come.push(row)
    rows.push(row)
  }
  for (const row of byId?.values() ?? since.slice(rows.length)) gone.add(row)
  return { rows, change: { since, gone, come } }
}

function basisOf(snapshot: Snapshot, words: Words, today: Day, me: Pick<Person, 'tenantId' | 'objectId'>): Basis {
  const lists = new Map<string, readonly string[]>()
  return {
    words,
    today,
    nextMeeting: nextMeetingDay([...snapshot.meetings.values()], today),
    lateBy: snapshot.group.lateBy,
    marking: snapshot.group.marking.level,
    said: new Map(),
    organisations: snapshot.organisations,
    posts: snapshot.posts,
    meetings: snapshot.meetings,
    standpoint: standpointOf(snapshot, me, today),
    days: {
      inWeek: addDays(today, 7),
      inMonth: addDays(today, 31),
      weekAgo: addDays(today, -7),
      monthAgo: addDays(today, -31),
      quarterAgo: addDays(today, -92),
    },
    shared<Value extends string>(values: readonly Value[]) {
      // A list of nothing isn't a list of one thing that has no name.
      const key = `${values.length} ${values.join('\n')}`
      const known = lists.get(key) as readonly Value[] | undefined
      if (!known) lists.set(key, values)
      return known ?? values
    },
  }
}

function isSameBasis(a: Basis, b: Basis): boolean {
  const parts = ['organisations', 'posts', 'meetings', 'lateBy', 'marking', 'nextMeeting'] as const
  return parts.every((part) => a[part] === b[part])
}

const BIT = Object.fromEntries(SCOPES.map((scope, index) => [scope, 1 << index])) as Readonly<Record<Scope, number>>

function bits(scopes: Readonly<Record<Scope, boolean>>): number {
  let set = 0
  for (const scope of SCOPES) if (scopes[scope]) set |= BIT[scope]
  return set
}

/** No group numbers a hundred thousand actions in a year. */
function numberOf(reference: string): number {
  const parsed = parseReference(reference)
  return parsed ? parsed.year * 100_000 + parsed.number : Number.POSITIVE_INFINITY
}

function isMine(action: Action, standpoint: Standpoint): boolean {
  if (standpoint.size === 0) return false
  const next = action.latest?.next?.owners ?? []
  const isClaim = (owners: Action['owners']): boolean => claimOf(owners, standpoint) !== null
  return (
    isClaim(action.owners) ||
    isClaim(next) ||
    action.parts.some((part) => part.status === 'open' && isClaim(part.owners))
  )
}

function isDueBy(due: Due | null, day: Day | null, nextMeeting: Day | null): boolean {
  return due?.kind === 'nextMeeting' || (nextMeeting !== null && day !== null && day <= nextMeeting)
}

function bucketOf(due: Due | null, day: Day | null, { today, days }: Basis): DueBucket {
  if (due === null) return 'none'
  if (day === null) return 'undated'
  if (day < today) return 'past'
  return day <= days.inWeek ? 'week' : day <= days.inMonth ? 'month' : 'later'
}

function ageOf(day: Day | undefined, { days }: Basis): Age {
  if (day === undefined) return 'never'
  if (day >= days.weekAgo) return 'week'
  return day >= days.monthAgo ? 'month' : day >= days.quarterAgo ? 'quarter' : 'older'
}

function signsOf(action: Action, claimed: boolean): Sign[] {
  const signs: Sign[] = []
  if (claimed) signs.push('claimed')
  if (action.status === 'dischargeProposed') signs.push('proposed')
  if (action.extensionAsked) signs.push('extensionAsked')
  if (action.extensions.length > 0) signs.push('extended')
  if (action.details.includes('⟦') || action.parts.some((part) => part.details.includes('⟦'))) signs.push('withheld')
  return signs
}

/** What has ended was due by a day; which meeting was the next one then, nobody asks any more. */
function endedDue(due: Due, words: Words): string {
  return due.kind === 'nextMeeting' ? '' : words.dueStated(due)
}

/** A bit for each letter from a to z that a folded text has. */
export function lettersOf(text: string): number {
  let letters = 0
  for (let index = 0; index < text.length; index += 1) {
    const letter = text.charCodeAt(index) - 97
    if (letter >= 0 && letter < 26) letters |= 1 << letter
  }
  return letters
}

/** Text as search compares it: no case, no accents. */
export function fold(text: string): string {
  // Most text has no accents to take away, and 50,000 rows are folded at once.
  const bare = /[^ -~\s‘’“”–…]/.test(text) ? text.normalize('NFD').replaceAll(/\p{M}/gu, '') : text
  return bare.toLowerCase()
}
