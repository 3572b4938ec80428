/**
 * The numbers and letters that Word writes before a paragraph and keeps outside its text: a lettered part `(a)`, a row
 * that numbers itself. Counts as Word does: a list goes on where it stopped, a level starts again below a higher one.
 */

import type { Package } from './package.ts'
import type { Relation } from './relations.ts'
import { findPart } from './relations.ts'
import { readXml } from './xml.ts'

export interface ListPlace {
  readonly list: string
  readonly level: number
}

export interface Lists {
  /** What stands before the next paragraph of a list: `(a)`, `1.`, `•`; null where it is no list. */
  next(paragraph: { readonly place: ListPlace | null; readonly style: string | null }): string | null
}

interface Level {
  start: number
  format: string
  text: string
}

interface List {
  abstract: string
  readonly starts: Map<number, number>
  readonly levels: Map<number, Level>
}

interface Style {
  basedOn: string | null
  list: string | null
  level: number | null
}

const DEEPEST = 9

export function readLists(source: Package, relations: readonly Relation[]): Lists {
  const abstracts = new Map<string, Map<number, Level>>()
  const lists = new Map<string, List>()
  readNumbering(source, findPart(source, relations, 'numbering'), abstracts, lists)
  const styles = readStyles(source, findPart(source, relations, 'styles'))
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  const placeOfStyle = (id: string | null): ListPlace | null => {
    let list: string | null = null
    let level: number | null = null
    let style = id === null ? undefined : styles.get(id)
    for (let step = 0; style && step < 20 && list === null; step += 1) {
      list = style.list
      level ??= style.level
      style = style.basedOn === null ? undefined : styles.get(style.basedOn)
    }
    return list === null ? null : { list, level: level ?? 0 }
  }

  return {
    next({ place, style }) {
      const { list: id, level } = place ?? placeOfStyle(style) ?? { list: '0', level: 0 }
      const list = lists.get(id)
      if (!list || level < 0 || level >= DEEPEST) return null
      const levels = abstracts.get(list.abstract)
      const levelOf = (at: number): Level | undefined => list.levels.get(at) ?? levels?.get(at)
      const own = levelOf(level)
      if (!own || own.format === 'none') return null
      if (own.format === 'bullet') return '•'
      const count = counts.get(list.abstract) ?? []
      counts.set(list.abstract, count)
      if (!begun.has(id)) {
        begun.add(id)
        for (const [at, start] of list.starts) count[at] = start - 1
      }
      count[level] = (count[level] ?? own.start - 1) + 1
      count.length = level + 1
      return own.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
        const at = Number(digit) - 1
        const shown = levelOf(at)
        return makeNumber(count[at] ?? shown?.start ?? 1, shown?.format ?? 'decimal')
      })
    },
  }
}

function readNumbering(
  source: Package,
  part: string | null,
  abstracts: Map<string, Map<number, Level>>,
  lists: Map<string, List>,
): void {
  if (part === null) return
  let levels: Map<number, Level> | null = null
  let level: Level | null = null
  let list: List | null = null
  let overridden = 0
  readXml(source, part, {
    open(name, attribute) {
      const value = attribute('val') ?? ''
      if (name === 'w:abstractNum') {
        levels = new Map()
        abstracts.set(attribute('abstractNumId') ?? '', levels)
      } else if (name === 'w:num') {
        list = { abstract: '', starts: new Map(), levels: new Map() }
        levels = list.levels
        lists.set(attribute('numId') ?? '', list)
      } else if (name === 'w:abstractNumId' && list) {
        list.abstract = value
      } else if (name === 'w:lvlOverride') overridden = Number(attribute('ilvl'))
      else if (name === 'w:startOverride') list?.starts.set(overridden, numberOf(value))
      else if (name === 'w:lvl') {
        level = { start: 1, format: 'decimal', text: '' }
        levels?.set(Number(attribute('ilvl')), level)
      } else if (name === 'w:start' && level) level.start = numberOf(value)
      else if (name === 'w:numFmt' && level) level.format = value
      else if (name === 'w:lvlText' && level) level.text = value.slice(0, 40)
    },
    close(name) {
      if (name === 'w:lvl') level = null
      if (name === 'w:num') list = null
    },
  })
}

function readStyles(source: Package, part: string | null): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style | null = null
  if (part === null) return styles
  readXml(source, part, {
    open(name, attribute) {
      const value = attribute('val') ?? null
      if (name === 'w:style') {
        style = { basedOn: null, list: null, level: null }
        styles.set(attribute('styleId') ?? '', style)
      } else if (name === 'w:basedOn' && style) style.basedOn = value
      else if (name === 'w:numId' && style) style.list = value
      else if (name === 'w:ilvl' && style) style.level = Number(value)
    },
    close(name) {
      if (name === 'w:style') style = null
    },
  })
  return styles
}

function numberOf(text: string): number {
  const number = Number(text)
  return Number.isInteger(number) && number >= 0 && number < 100_000 ? number : 1
}

function makeNumber(number: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return makeLetters(number)
    case 'upperLetter':
      return makeLetters(number).toUpperCase()
    case 'lowerRoman':
      return makeRoman(number)
    case 'upperRoman':
      return makeRoman(number).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    default:
      return String(number)
  }
}

/** `a` … `z`, then `aa`, `bb`, as Word goes on. */
function makeLetters(number: number): string {
  if (number < 1) return String(number)
  return String.fromCodePoint(97 + ((number - 1) % 26)).repeat(Math.min(5, Math.ceil(number / 26)))
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function makeRoman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let [left, text] = [number, '']
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      text += letters
      left -= value
    }
  }
  return text
}
