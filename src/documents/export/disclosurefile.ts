/**
 * A copy for disclosure as a file that may leave: written by the writers of every other tracker, then opened again and
 * searched. Nothing of what is withheld may be in it, nor any place in which a file keeps what one doesn't see; where
 * something is, there is no file.
 *
 *   const file = await makeDisclosureFile(copy, 'docx', fonts)
 */

import { strFromU8, unzipSync } from 'fflate'
import type { DisclosureFormat } from '../../domain/disclosure.ts'
import { parseDelimited } from '../delimited.ts'
import { cellText } from './cell.ts'
import { makeCsv } from './csv.ts'
import type { DisclosureCopy } from './disclosurecopy.ts'
import { makeExcel } from './excel.ts'
import type { Paper, PaperTable } from './paper.ts'
import { makePaperPdf } from './paperpdf.ts'
import type { PdfFonts } from './pdfpage.ts'
import { readPdf, type PdfNode } from './pdfreading.ts'
import type { Tracker, TrackerColumn } from './table.ts'
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
export async function makeDisclosureFile(
  copy: DisclosureCopy,
  format: DisclosureFormat,
  fonts: PdfFonts,
): Promise<Uint8Array> {
  if (copy.problems.length > 0) throw new DisclosureLeak('copy', copy.problems.map(({ kind }) => kind).join(', '))
  const file = await write(copy.tracker, format, fonts)
  checkFile(file, copy, format)
  return file
}

export function makeDisclosureName(reference: string, format: DisclosureFormat): string {
  const plain = reference.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/gu, '') || 'request'
  return `disclosure-${plain}.${format}`
}

async function write(tracker: Tracker, format: DisclosureFormat, fonts: PdfFonts): Promise<Uint8Array> {
  switch (format) {
    case 'docx':
      return makeWord(tracker)
    case 'pdf':
      return await makePaperPdf(paperOf(tracker), fonts)
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

const WEIGHTS: Readonly<Record<TrackerColumn, number>> = {
  reference: 1,
  details: 6,
  update: 8,
  owner: 2,
  due: 2,
  status: 2,
}

function paperOf({ title, day, marking, words, columns, rows }: Tracker): Paper {
  const table: PaperTable = {
    caption: title,
    columns: columns.map(({ column, heading }) => ({ title: heading, weight: WEIGHTS[column] })),
    rows: rows.map(({ cells }) => columns.map(({ column }) => ({ kind: 'words', words: cells[column] }))),
    heading: columns.findIndex(({ column }) => column === 'reference'),
  }
  const heading = words.say('disclosure.copy.rows', { count: rows.length })
  return { title, lines: [day], marking, words, sections: [{ key: 'rows', heading, words: [], table }] }
}

/** The parts that our writers make. Comments, revisions, custom properties and caches would be others. */
const PARTS: Readonly<Record<Exclude<DisclosureFormat, 'csv' | 'pdf'>, RegExp>> = {
  docx: /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/document\.xml\.rels|document\.xml|styles\.xml|settings\.xml|(?:header|footer)\d*\.xml))$/u,
  xlsx: /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|xl\/(?:_rels\/workbook\.xml\.rels|workbook\.xml|styles\.xml|worksheets\/sheet1\.xml))$/u,
}
/** What isn't seen, in either: hidden words, sheets, rows and columns, revisions, notes, names but the printed title's. */
const HIDDEN =
  /<w:(?:vanish|webHidden|specVanish|del|ins|moveFrom|moveTo|comment\w*|rsid\w*)\b|\bhidden="(?!0|false)|\bstate="(?:hidden|veryHidden)"|\b(?:ht|height|width)="0(?:\.0+)?"|<definedName (?!name="_xlnm\.Print_Titles")|<!--/u

/** And in a PDF: notes, files, forms, scripts, layers, what was there before the last revision. */
const HIDDEN_PDF =
  /\/(?:Annots|EmbeddedFiles?|AcroForm|JavaScript|JS|OpenAction|AA|OCProperties|PieceInfo|Prev|Encrypt|Author|Subject|Keywords)\b/u

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
  if (format === 'pdf') return checkPdf(file, tracker, secrets)
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

/** Words are in pieces there, and some of their signs drawn otherwise: letters and figures are what is compared. */
function checkPdf(file: Uint8Array, tracker: Tracker, secrets: readonly string[]): void {
  const { objects, metadata, strings, root, artefacts, unmarked } = readPdf(file)
  if (HIDDEN_PDF.test(objects) || strFromU8(file, true).split('%%EOF').length !== 2 || unmarked !== '') {
    throw new DisclosureLeak('pdf', 'has something that one doesn’t see')
  }
  const cells = tracker.rows.flatMap(({ cells: row }) => tracker.columns.map(({ column }) => cellText(row[column])))
  const said = new Set([...tracker.columns.map(({ heading }) => heading), ...cells].map(plainly))
  const about = [tracker.title, tracker.day, tracker.marking].map(plainly)
  const drawn = artefacts.flatMap((each) => each.split('\n'))
  const others = [...textsUnder(root), ...drawn, ...strings, ...metadata.replaceAll(/<[^>]*>/gu, '\n').split('\n')]
    .map((text) => plainly(unescape(text)))
    .filter((text) => !said.has(text))
    .map((text) => about.reduce((rest, each) => rest.replaceAll(each, ''), text))
  const hidden = secrets.map(plainly).filter((secret) => secret !== '')
  if (hidden.some((secret) => others.some((text) => tells(text, secret)))) {
    throw new DisclosureLeak('pdf', 'says something that is withheld')
  }
}

function plainly(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '')
}

function textsUnder({ text, children }: PdfNode): string[] {
  return [text, ...children.flatMap(textsUnder)]
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
