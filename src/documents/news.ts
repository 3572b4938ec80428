/**
 * Which entries of a document's update cell the history doesn't have yet. An entry of the same day and near-same words
 * is there already, also when it was corrected since; one of the same day that says it differently corrects it.
 */

import type { HistoryEvent, Update } from '../domain/action.ts'
import { withholdingOf } from '../domain/passage.ts'
import { containmentOf, isNearSame, likenessOf, makeWording, type Wording } from './likeness.ts'
import { foldText } from './text.ts'
import type { ImportedUpdate } from './updates.ts'

export interface NewUpdate {
  readonly update: ImportedUpdate
  /** The entry that this one says differently: both stay visible. */
  readonly corrects: Update | null
}

export interface News {
  /** In the order of the document. */
  readonly newUpdates: readonly NewUpdate[]
  readonly sameUpdates: readonly ImportedUpdate[]
}

interface Known {
  readonly update: Update
  readonly wording: Wording
}

/** Share of the words by which an entry of the same day is another version of it. */
const SAME_ENTRY = 0.6
/** Words that an entry must have to be told from others by them. */
const TELLING_WORDS = 4

/** @param history entries of one action; superseded ones among them */
export function findNews(imported: readonly ImportedUpdate[], history: readonly Update[]): News {
  const known = knownOf(history)
  // What was corrected, or stands in the document as it is, isn't what a further entry says differently.
  const settled = new Set(history.flatMap((update) => (update.supersedes === null ? [] : [update.supersedes])))
  const sameUpdates: ImportedUpdate[] = []
  const unknown = new Map<string, { readonly update: ImportedUpdate; readonly wording: Wording }>()
  for (const update of imported) {
    const words = wordsOf(update)
    if (words === '' && update.outcome === null) continue
    const wording = makeWording(words)
    const ofDay = update.isUndated ? [...known.values()].flat() : (known.get(update.day) ?? [])
    const same = ofDay.find((each) => isThere(update, wording, each))
    if (same) {
      settled.add(same.update.id)
      sameUpdates.push(update)
      continue
    }
    // The same entry may stand twice in one cell.
    const key = JSON.stringify([update.day, update.outcome, wording.fold || words])
    if (!unknown.has(key)) unknown.set(key, { update, wording })
  }
  const newUpdates = [...unknown.values()].map(({ update, wording }) => {
    const versions = (known.get(update.day) ?? [])
      .filter((each) => each.update.event === null && !settled.has(each.update.id) && each.wording.count > 0)
      .map((each) => ({
        ...each,
        likeness: Math.max(likenessOf(wording, each.wording), containmentOf(each.wording, wording)),
      }))
      .filter((each) => each.likeness >= SAME_ENTRY)
    const [closest] = versions.toSorted((a, b) => b.likeness - a.likeness)
    if (closest) settled.add(closest.update.id)
    return { update, corrects: closest?.update ?? null }
  })
  return { newUpdates, sameUpdates }
}

/** Whether a document and a history have an entry in common that tells their action from others. */
export function sharesEntry(imported: readonly ImportedUpdate[], history: readonly Update[]): boolean {
  const known = knownOf(history)
  return imported.some((update) => {
    const wording = makeWording(wordsOf(update))
    if (wording.count < TELLING_WORDS) return false
    return (known.get(update.day) ?? []).some((each) => isNearSame(wording, each.wording))
  })
}

/** Whether an entry of these words stands in a history, whatever its day: a document may give none. */
export function hasEntry(history: readonly Update[], words: string): boolean {
  const wording = makeWording(words)
  return history.some((update) =>
    isNearSame(wording, makeWording(wordsOf({ ...update, next: update.next?.words ?? null }))),
  )
}

/** Entries by day. */
function knownOf(history: readonly Update[]): ReadonlyMap<string, readonly Known[]> {
  const known = new Map<string, Known[]>()
  for (const update of history) {
    const words = wordsOf({ ...update, next: update.next?.words ?? null })
    if (words === '' && update.event === null && update.outcome === null) continue
    const entry = { update, wording: makeWording(words) }
    const ofDay = known.get(update.day)
    if (ofDay) ofDay.push(entry)
    else known.set(update.day, [entry])
  }
  return known
}

function isThere(imported: ImportedUpdate, wording: Wording, { update, wording: known }: Known): boolean {
  const words = wordsOf(imported)
  if (update.event && tellsOf(imported, update.event.kind) === foldText(update.text)) return true
  if (update.event && known.fold === '') return false
  // A copy in which words are withheld brings nothing that isn't here.
  if (withholdingOf(words) !== 'none' && containmentOf(wording, known) >= 0.9) return true
  const ends = (outcome: Update['outcome']): boolean => outcome === 'discharge'
  return ends(imported.outcome) === ends(update.outcome) && isNearSame(wording, known)
}

/** `[Closed: superseded] See 3/19`: what happened stands in brackets before the words that were given with it. */
const HAPPENED = /^\[[^[\]\n]+\]\s*/u

/** The words that an entry gives with something that happened, folded; null where it tells of no such thing. */
function tellsOf({ text, outcome }: ImportedUpdate, happened: HistoryEvent['kind']): string | null {
  if (happened === 'dischargeApproved' && outcome === 'discharge') return foldText(text)
  if (happened === 'retained' && outcome === 'retain') return foldText(text)
  return HAPPENED.test(text) ? foldText(text.replace(HAPPENED, '')) : null
}

function wordsOf({ text, next }: Pick<ImportedUpdate, 'text' | 'next'>): string {
  return [text, next ?? ''].filter(Boolean).join('\n')
}
