/**
 * A copy for disclosure as a file that may leave: written by the writers of every other tracker, then opened again and
 * searched. Nothing of what is withheld may be in it, nor any place in which a file keeps what one doesn't see; where
 * something is, there is no file.
 *
 *   const file = makeDisclosureFile(copy, 'docx')
 */

import { strFromU8, unzipSync } from 'fflate'
import type { DisclosureFormat } from '../../domain/disclosure.ts'
import { parseDelimited } from '../delimited.ts'
import { cellText } from './cell.ts'
import { makeCsv } from './csv.ts'
import type { DisclosureCopy } from './disclosurecopy.ts'
import { makeExcel } from './excel.ts'
import type { Tracker } from './table.ts'
import { makeWord } from './word.ts'

/** What is wrong is said without the words that are withheld. */
export class DisclosureLeak extends Error {
  override readonly name = 'DisclosureLeak'
  readonly part: string
  constructor(part: string, why: string) {
    super(`${part}: ${why}`)
    this.part = part
  }
}

/** Throws a DisclosureLeak rather than give a file out that isn't what was decided on. */
export function makeDisclosureFile(copy: DisclosureCopy, format: DisclosureFormat): Uint8Array {
  if (copy.problems.length > 0) throw new DisclosureLeak('copy', copy.problems.map(({ kind }) => kind).join(', '))
  const file = write(copy.tracker, format)
  checkFile(file, copy, format)
  return file
}

export function makeDisclosureName(reference: string, format: DisclosureFormat): string {
  const plain = reference.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '') || 'request'
  return `disclosure-${plain}.${format}`
}

function write(tracker: Tracker, format: DisclosureFormat): Uint8Array {
  switch (format) {
    case 'docx':
      return makeWord(tracker)
    case 'xlsx':
      return makeExcel(tracker)
    case 'csv':
      return makeCsv([
        [tracker.title],
        [tracker.day],
        [tracker.marking],
        [],
        tracker.columns.map(({ heading }) => heading),
        ...tracker.rows.map(({ cells }) => tracker.columns.map(({ column }) => cellText(cells[column]))),
      ])
  }
}

/** The parts that our writers make. Comments, revisions, custom properties and caches would be others. */
const PARTS: Readonly<Record<Exclude<DisclosureFormat, 'csv'>, RegExp>> = {
  docx: /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/document\.xml\.rels|document\.xml|styles\.xml|settings\.xml|(?:header|footer)\d*\.xml))$/u,
  xlsx: /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|xl\/(?:_rels\/workbook\.xml\.rels|workbook\.xml|styles\.xml|worksheets\/sheet1\.xml))$/u,
}
/** What isn't seen, in either: hidden words, sheets, rows and columns, revisions, notes, names but the printed title's. */
const HIDDEN =
  /<w:(?:vanish|webHidden|specVanish|del|ins|moveFrom|moveTo|comment\w*|rsid\w*)\b|\bhidden="(?!0|false)|\bstate="(?:hidden|veryHidden)"|\b(?:ht|height|width)="0(?:\.0+)?"|<definedName (?!name="_xlnm\.Print_Titles")|<!--/u

/** @param copy what the file is to say, and what it isn't */
export function checkFile(
  file: Uint8Array,
  { tracker, secrets }: Pick<DisclosureCopy, 'tracker' | 'secrets'>,
  format: DisclosureFormat,
): void {
  const about = [tracker.title, tracker.day, tracker.marking]
  const said = new Set([
    ...tracker.columns.map(({ heading }) => heading),
    ...tracker.rows.flatMap(({ cells }) =>
      tracker.columns.flatMap(({ column }) => cellText(cells[column]).split('\n')),
    ),
  ])
  for (const [part, content] of partsOf(file, format)) {
    if (format !== 'csv') {
      if (!PARTS[format].test(part)) throw new DisclosureLeak(part, 'isn’t a part of such a file')
      if (HIDDEN.test(content)) throw new DisclosureLeak(part, 'has something that one doesn’t see')
    }
    // What the copy itself says was decided on; whatever else is in the file says nothing of what is withheld.
    const others = textsIn(content, format)
      .filter((text) => !said.has(text))
      .map((text) => about.reduce((rest, each) => rest.replaceAll(each, ''), text))
    const told = secrets.some((secret) => others.some((text) => tells(text, secret)))
    if (told) throw new DisclosureLeak(part, 'says something that is withheld')
  }
}

function partsOf(file: Uint8Array, format: DisclosureFormat): readonly (readonly [string, string])[] {
  if (format === 'csv') return [['csv', strFromU8(file)]]
  return Object.entries(unzipSync(file)).map(([name, content]) => [name, strFromU8(content)])
}

/** Marks of a format are short: `w`, `A12`, `Text`. Words of people in a place where there are none are longer. */
const SHORTEST = 6

function tells(text: string, secret: string): boolean {
  return secret.length < SHORTEST ? text.trim() === secret && !/^[A-Z]*\d*$/u.test(secret) : text.includes(secret)
}

/** Every line of words, and every value of an attribute. */
function textsIn(content: string, format: DisclosureFormat): string[] {
  if (format === 'csv') {
    return parseDelimited(content.replace('\uFEFF', ''), ',')
      .flat()
      .flatMap((cell) => cell.replace(/^'(?=[=+\-@\t\r])/u, '').split('\n'))
  }
  const lines = content
    .replaceAll(/<\/(?:w:p|is|oddHeader|oddFooter|definedName|dc:title|dc:creator)>/gu, '\n')
    .replaceAll(/<[^>]*>/gu, '')
    .split('\n')
  const values = [...content.matchAll(/="([^"]*)"/gu)].map(([, value = '']) => value)
  return [...lines, ...values].map(unescape)
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('_x005F_', '_')
    .replaceAll('&amp;', '&')
}
