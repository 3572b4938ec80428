/**
 * How alike two wordings are, from 0 to 1, whatever their order, case, punctuation and endings. Words count by their
 * length, so that "nominations" says more than "to". What is withheld says nothing and isn't compared.
 *
 *   likenessOf(makeWording('Forces to submit nominations'), makeWording('All forces submit a nomination'))  // 0.89
 */

import { parsePassages } from '../domain/passage.ts'
import { foldText } from './text.ts'

export interface Wording {
  /** Weight of each stem, all its occurrences together. */
  readonly stems: ReadonlyMap<string, number>
  readonly weight: number
  /** How many words. */
  readonly count: number
  /** The readable words, folded: two wordings of one fold are the same but for case and punctuation. */
  readonly fold: string
}

/** Letters of a word that tell it apart; what follows is an ending: nominate, nominations. */
const STEM = 6

export function makeWording(text: string): Wording {
  const fold = foldText(
    parsePassages(text)
      .map((passage) => (passage.withheld ? ' ' : passage.text))
      .join(''),
  )
  const words = fold === '' ? [] : fold.split(' ')
  const stems = new Map<string, number>()
  let weight = 0
  for (const word of words) {
    const stem = stemOf(word)
    const each = weightOf(stem)
    stems.set(stem, (stems.get(stem) ?? 0) + each)
    weight += each
  }
  return { stems, weight, count: words.length, fold }
}

/** Numbers are never cut: 2019 and 2020 are no endings of one another. */
function stemOf(word: string): string {
  return /\p{N}/u.test(word) ? word : word.slice(0, STEM)
}

/** Words of up to three letters are mostly glue. */
function weightOf(stem: string): number {
  return stem.length <= 3 && !/\p{N}/u.test(stem) ? 1 : stem.length
}

function shared(a: Wording, b: Wording): number {
  const [few, many] = a.stems.size <= b.stems.size ? [a, b] : [b, a]
  let weight = 0
  for (const [stem, each] of few.stems) weight += Math.min(each, many.stems.get(stem) ?? 0)
  return weight
}

/** The shared part of both (Dice's coefficient). Two empty wordings are alike. */
export function likenessOf(a: Wording, b: Wording): number {
  return a.weight + b.weight === 0 ? 1 : (2 * shared(a, b)) / (a.weight + b.weight)
}

/** How much of the first stands in the second. */
export function containmentOf(part: Wording, whole: Wording): number {
  return part.weight === 0 ? 1 : shared(part, whole) / part.weight
}

/** Words whose coming or going turns a sentence round, in both languages. */
const TURNING = new Set('not no never none without nor nid ni na dim heb byth'.split(' '))

/** Alike but for a slip of the pen: no number and no "not" is in one of them alone. */
export function isNearSame(a: Wording, b: Wording): boolean {
  if (a.fold === b.fold) return true
  if (likenessOf(a, b) < 0.9) return false
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const [stem, each] of one.stems) {
      const tells = TURNING.has(stem) || /\p{N}/u.test(stem)
      if (tells && each > (other.stems.get(stem) ?? 0)) return false
    }
  }
  return true
}

export interface WordingIndex<Value> {
  /** The values that are at least so alike, above nought, most alike first. */
  nearest(
    wording: Wording,
    least: number,
    most: number,
  ): readonly { readonly value: Value; readonly likeness: number }[]
}

/** Finds what is alike among many without comparing each with each: a word leads to where it stands. */
export function createWordingIndex<Value>(entries: Iterable<readonly [Wording, Value]>): WordingIndex<Value> {
  const all = [...entries]
  const totals = Float64Array.from(all, ([wording]) => wording.weight)
  /** Of each stem, where it stands and with which weight, in turn. */
  const places = new Map<string, number[]>()
  for (const [at, [wording]] of all.entries()) {
    for (const [stem, weight] of wording.stems) {
      const found = places.get(stem)
      if (found) found.push(at, weight)
      else places.set(stem, [at, weight])
    }
  }
  /** What each has in common with the wording that is looked for; all nought in between. */
  const common = new Float64Array(all.length)
  const met = new Uint32Array(all.length)
  return {
    nearest(wording, least, most) {
      let count = 0
      for (const [stem, weight] of wording.stems) {
        const found = places.get(stem) ?? []
        for (let index = 0; index < found.length; index += 2) {
          const at = found[index] ?? 0
          const before = common[at] ?? 0
          if (before === 0) met[count++] = at
          common[at] = before + Math.min(weight, found[index + 1] ?? 0)
        }
      }
      const nearest: { readonly at: number; readonly likeness: number }[] = []
      for (let index = 0; index < count; index += 1) {
        const at = met[index] ?? 0
        const likeness = (2 * (common[at] ?? 0)) / (wording.weight + (totals[at] ?? 0))
        common[at] = 0
        if (likeness >= least) nearest.push({ at, likeness })
      }
      return nearest
        .toSorted((a, b) => b.likeness - a.likeness)
        .slice(0, most)
        .flatMap(({ at, likeness }) => {
          const entry = all[at]
          return entry ? [{ value: entry[1], likeness }] : []
        })
    },
  }
}
