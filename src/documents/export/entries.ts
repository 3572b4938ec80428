/**
 * A history as the update cell of a tracker keeps it, oldest entry first: `5/3/2020: text ACTION: next step`. What
 * happened to the action itself stands in brackets before its words, `[Closed: superseded] See 3/19`, so that a further
 * edition is known to say nothing new by it (news.ts); without words of its own it is left out, as the row of the
 * register leaves it out, unless the action ended by it. Superseded entries are left out for what corrects them.
 */

import type { Update } from '../../domain/action.ts'
import { partsOf, type Day } from '../../domain/day.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { ownerWords } from '../../domain/owner.ts'
import type { Words } from '../../words/words.ts'
import { makeNote } from '../note.ts'
import { isDischarge, isRetained } from '../updates.ts'
import { extend, makeParagraphs, type Cell, type Run } from './cell.ts'
import { writeDue } from './due.ts'

/** One entry of a tracker's history: what it says, and what was agreed. */
export interface Entry {
  readonly day: Day
  readonly text: string
  /** Each is written after its own `ACTION:`. */
  readonly agreed: readonly Agreed[]
}

export interface Agreed {
  readonly words: string
  /** Whose it is and when it is due, in brackets; empty where nobody said. */
  readonly note: string
}

export interface EntryContext {
  readonly snapshot: Pick<Snapshot, 'organisations' | 'posts'>
  readonly words: Words
}

/** @param history newest first, as a register gives it */
export function makeEntries(history: readonly Update[], context: EntryContext): Entry[] {
  const superseded = new Set(history.map((update) => update.supersedes))
  const entries: Entry[] = []
  for (const update of history.toReversed()) {
    if (superseded.has(update.id) || isBare(update)) continue
    const entry = makeEntry(update, context)
    // An imported discharge that was confirmed later is one discharge.
    if (update.event?.kind === 'dischargeApproved' && update.text === '' && endsInDischarge(entries, context)) continue
    entries.push(entry)
  }
  return entries
}

function isBare({ event, text, next, outcome }: Update): boolean {
  const ends = event?.kind === 'closed' || event?.kind === 'dischargeApproved'
  return event !== null && !ends && text === '' && next === null && outcome === null
}

function endsInDischarge(entries: readonly Entry[], { words }: EntryContext): boolean {
  const last = entries.at(-1)
  return (
    last !== undefined && (last.agreed.at(-1)?.words === words.say('exporting.discharged') || isDischarge(last.text))
  )
}

function makeEntry(update: Update, context: EntryContext): Entry {
  const { words } = context
  const { day, event, text, outcome } = update
  if (event?.kind === 'dischargeApproved') return { day, text, agreed: [plainly(words.say('exporting.discharged'))] }
  if (event && event.kind !== 'retained') {
    const happened = words.event(event).replaceAll('[', '(').replaceAll(']', ')').replaceAll('\n', ' ')
    return { day, text: [`[${happened}]`, text].filter(Boolean).join(' '), agreed: [] }
  }
  const agreed = update.next ? [makeStep(update.next, context)] : []
  if (outcome === 'retain' && !agreed.some((each) => isRetained(each.words)))
    agreed.push(plainly(words.say('exporting.retained')))
  if (outcome === 'discharge' && !isDischarge(text)) agreed.push(plainly(words.say('exporting.discharged')))
  return { day, text, agreed }
}

function plainly(words: string): Agreed {
  return { words, note: '' }
}

function makeStep(next: NonNullable<Update['next']>, { snapshot, words }: EntryContext): Agreed {
  const owners = next.owners.map((owner) => ownerWords(owner, snapshot))
  const due = next.due && writeDue(next.due, words)
  return { words: next.words, note: makeNote({ owners, due }, words.language) }
}

/** `5/3/2020`, as the field writes it. */
export function writeDay(day: Day): string {
  return partsOf(day).toReversed().map(String).join('/')
}

/** Every entry as paragraphs of one cell. */
export function makeHistoryCell(entries: readonly Entry[], words: Words): Cell {
  return entries.flatMap((entry) => {
    const head: Run = { text: `${writeDay(entry.day)}:`, as: 'day' }
    const [first = [], ...rest] = makeParagraphs(entry.text, words)
    let cell: Cell = [...extend([[head]], first), ...rest]
    for (const agreed of entry.agreed) {
      const [line = [], ...lines] = makeParagraphs(agreed.words, words)
      const lead: Run = { text: `${words.say('exporting.agreed')}: `, as: 'agreed' }
      cell = [...extend(cell, [lead, ...line]), ...lines]
      if (agreed.note !== '') cell = extend(cell, [{ text: agreed.note, as: 'note' }])
    }
    return cell
  })
}
