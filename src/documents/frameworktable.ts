/**
 * A framework as a table that people fill in, both ways: a row a paragraph, with the threat and pillar that it stands
 * under, who is to see to it and at which tier, in English and, beside that, in Welsh. A row without a pillar is of a
 * capability that serves several threats. What a row lacks is told with its place and never guessed. Pure.
 *
 *   Paragraph | Threat        | Pillar   | Duty-holder | Tier  | What it asks
 *   4.2       | Modern slavery | Outcomes | Every force | local | A lead, named
 */

import { compareNumbers, type Framework, type FrameworkPart, type Paragraph, type Tier } from '../domain/framework.ts'
import type { Result } from '../domain/result.ts'
import { readDocument, type DocumentBytes } from './document.ts'
import type { DocumentProblem, Row, Table } from './table.ts'
import { foldText } from './text.ts'

export const FRAMEWORK_COLUMNS = [
  'number',
  'threat',
  'threatWelsh',
  'pillar',
  'pillarWelsh',
  'dutyHolder',
  'dutyHolderWelsh',
  'tier',
  'what',
  'whatWelsh',
] as const
export type FrameworkColumn = (typeof FRAMEWORK_COLUMNS)[number]

/** Without one of these it is no such table. */
const NEEDED = ['number', 'threat', 'dutyHolder', 'tier', 'what'] as const

export const FRAMEWORK_PROBLEMS = [
  'columnMissing',
  'numberMissing',
  'numberRepeated',
  'threatMissing',
  'dutyHolderMissing',
  'tierUnknown',
  'whatMissing',
  'welshMissing',
] as const

export interface FrameworkProblem {
  readonly code: (typeof FRAMEWORK_PROBLEMS)[number]
  readonly sheet: string | null
  /** Row of the file, from 1. */
  readonly row: number
  readonly values: Readonly<Record<string, string | number>>
}

/** What such a table holds; a framework's title and edition aren't in it. */
export type FrameworkTable = Pick<Framework, 'threats' | 'pillars' | 'capabilities' | 'dutyHolders' | 'paragraphs'>

export interface ReadFramework {
  readonly table: FrameworkTable
  /** In the order of the rows; that Welsh words are missing is said once, at the end. */
  readonly problems: readonly FrameworkProblem[]
}

/** Nothing is missing but Welsh words, for which English ones stand. */
export function isWhole({ table, problems }: ReadFramework): boolean {
  return table.paragraphs.length > 0 && problems.every(({ code }) => code === 'welshMissing')
}

/** Folded headings, as this file writes them and as others may. */
const HEADINGS: Readonly<Record<FrameworkColumn, RegExp>> = {
  number: /^(?:paragraph|paragraph number|para|number|no|ref|reference|paragraff|rhif|rhif y paragraff|cyf)$/u,
  threat: /^(?:threat|threat or capability|theme|area|bygythiad|bygythiad neu allu)$/u,
  threatWelsh: /^(?:threat in welsh|threat welsh|bygythiad yn gymraeg)$/u,
  pillar: /^(?:pillar|piler)$/u,
  pillarWelsh: /^(?:pillar in welsh|pillar welsh|piler yn gymraeg)$/u,
  dutyHolder: /^(?:duty holder|whose duty|duty|owner|deiliad dyletswydd|dyletswydd pwy)$/u,
  dutyHolderWelsh: /^(?:duty holder in welsh|duty holder welsh|whose duty in welsh|deiliad dyletswydd yn gymraeg)$/u,
  tier: /^(?:tier|level|haen|lefel)$/u,
  what: /^(?:what it asks|title|requirement|what is asked|yr hyn y mae n gofyn amdano|teitl|gofyniad)$/u,
  whatWelsh:
    /^(?:what it asks in welsh|title in welsh|title welsh|requirement in welsh|yr hyn y mae n gofyn amdano yn gymraeg|teitl yn gymraeg)$/u,
}

const TIER_WORDS: Readonly<Record<Tier, RegExp>> = {
  local: /^(?:local|force|lleol)$/u,
  regional: /^(?:regional|region|rhanbarthol)$/u,
  national: /^(?:national|nation|cenedlaethol)$/u,
}

/** Headings stand below a title at most so far. */
const HEADING_WITHIN = 12

/** Null: no table of it has paragraphs and what they stand under. Call it where it can be ended (see readDocument). */
export function readFrameworkTable(file: DocumentBytes): Result<ReadFramework | null, DocumentProblem> {
  const read = readDocument(file)
  if (!read.ok) return read
  for (const table of read.value) {
    const found = frameworkIn(table)
    if (found) return { ok: true, value: found }
  }
  return { ok: true, value: null }
}

/** The rows of a framework under the columns, for somebody to go on from; what reads them gives the same framework. */
export function makeFrameworkRows(framework: Framework, tierWords: (tier: Tier) => string): readonly string[][] {
  const { threats, pillars, capabilities, dutyHolders, paragraphs } = framework
  const titles = (parts: readonly FrameworkPart[], key: string | null): readonly [string, string] => {
    const part = parts.find((each) => each.key === key)
    return part ? [part.title.en, part.title.cy] : ['', '']
  }
  return paragraphs.map(({ number, under, pillar, dutyHolder, tier, title }) => [
    number,
    ...titles(pillar === null ? capabilities : threats, under),
    ...titles(pillars, pillar),
    ...titles(dutyHolders, dutyHolder),
    tierWords(tier),
    title.en,
    title.cy,
  ])
}

function frameworkIn({ rows, sheet }: Table): ReadFramework | null {
  const at = rows.slice(0, HEADING_WITHIN).findIndex((row) => {
    const places = placesOf(row)
    return places.has('number') && (places.has('threat') || places.has('what'))
  })
  const heading = rows[at]
  if (!heading) return null
  const places = placesOf(heading)
  const lacking = NEEDED.filter((column) => !places.has(column))
  const reader = createReader(sheet)
  if (lacking.length > 0) {
    for (const column of lacking) reader.find('columnMissing', heading.row, { column })
  } else {
    for (const row of rows.slice(at + 1)) {
      reader.take(row.row, (column) => row.cells[places.get(column) ?? -1]?.text.replaceAll(/\s+/gu, ' ').trim() ?? '')
    }
  }
  return reader.read()
}

/** The first column of each kind. */
function placesOf({ cells }: Row): ReadonlyMap<FrameworkColumn, number> {
  const folded = cells.map(({ text }) => foldText(text))
  return new Map(
    FRAMEWORK_COLUMNS.flatMap((column) => {
      const place = folded.findIndex((text) => HEADINGS[column].test(text))
      return place < 0 ? [] : [[column, place] as const]
    }),
  )
}

function createReader(sheet: string | null) {
  const [threats, pillars, capabilities, dutyHolders] = [createParts(), createParts(), createParts(), createParts()]
  const paragraphs: Paragraph[] = []
  const rowOf = new Map<string, number>()
  const english: { readonly number: string; readonly row: number }[] = []
  const problems: FrameworkProblem[] = []
  const find = (code: FrameworkProblem['code'], row: number, values: FrameworkProblem['values'] = {}): void => {
    problems.push({ code, sheet, row, values })
  }
  return {
    find,
    take(row: number, cell: (column: FrameworkColumn) => string): void {
      if (FRAMEWORK_COLUMNS.every((column) => cell(column) === '')) return
      const number = cell('number').replace(/\.$/u, '')
      const tier = tierOf(cell('tier'))
      const known = rowOf.get(number)
      const found = problems.length
      if (number === '') find('numberMissing', row)
      else if (known !== undefined) find('numberRepeated', row, { number, row: known })
      for (const [column, code] of LACKS) if (cell(column) === '') find(code, row, { number })
      if (tier === null) find('tierUnknown', row, { number, text: cell('tier') })
      if (tier === null || problems.length > found) return
      rowOf.set(number, row)
      // A threat may leave pillars out that another has between: a new one stands behind the one of the row before.
      const before = paragraphs.at(-1)
      const isSame = before !== undefined && before.under === keyOf(cell('threat'))
      const behind = isSame ? before.pillar : null
      const pillar = cell('pillar') === '' ? null : pillars.take(cell('pillar'), cell('pillarWelsh'), behind)
      const under = (pillar === null ? capabilities : threats).take(cell('threat'), cell('threatWelsh'))
      const dutyHolder = dutyHolders.take(cell('dutyHolder'), cell('dutyHolderWelsh'))
      const [en, cy] = [cell('what'), cell('whatWelsh')]
      if (cy === '') english.push({ number, row })
      paragraphs.push({ number, under, pillar, dutyHolder, tier, title: { en, cy: cy || en } })
    },
    read(): ReadFramework {
      const [first] = english
      if (first) find('welshMissing', first.row, { number: first.number, count: english.length })
      return {
        problems,
        table: {
          threats: threats.all(),
          pillars: pillars.all(),
          capabilities: capabilities.all(),
          dutyHolders: dutyHolders.all(),
          paragraphs: paragraphs.toSorted((a, b) => compareNumbers(a.number, b.number)),
        },
      }
    },
  }
}

const LACKS = [
  ['threat', 'threatMissing'],
  ['dutyHolder', 'dutyHolderMissing'],
  ['what', 'whatMissing'],
] as const

/** The same for names that differ only in capitals and signs. */
function keyOf(name: string): string {
  return foldText(name).replaceAll(' ', '-') || name
}

/** In the order in which they are named, or behind another; the first Welsh name that a row gives is theirs. */
function createParts() {
  const parts: FrameworkPart[] = []
  const placeOf = (key: string | null): number => parts.findIndex((each) => each.key === key)
  return {
    take(en: string, cy: string, behind: string | null = null): string {
      const key = keyOf(en)
      const [place, last] = [placeOf(key), placeOf(behind)]
      const known = parts[place]
      if (known) parts[place] = { key, title: { en: known.title.en, cy: known.title.cy || cy } }
      else parts.splice(last < 0 ? parts.length : last + 1, 0, { key, title: { en, cy } })
      return key
    },
    all: (): readonly FrameworkPart[] =>
      parts.map(({ key, title: { en, cy } }) => ({ key, title: { en, cy: cy || en } })),
  }
}

function tierOf(text: string): Tier | null {
  const folded = foldText(text)
  return (Object.keys(TIER_WORDS) as Tier[]).find((tier) => TIER_WORDS[tier].test(folded)) ?? null
}
