/**
 * A part of a package as a stream of tags and words. Refuses what could reach outside or grow: document types,
 * entities of their own, depths and attributes beyond any program's. Names come with a short prefix of their
 * namespace (`w:p`, `s:row`), whatever prefix the file has.
 */

import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Unreadable } from '../table.ts'
import type { Package } from './package.ts'

/** Of the Encoding Standard, which browsers and Node both have; this room's types know neither. */
declare class TextDecoder {
  constructor(label: string, options?: { fatal?: boolean })
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}

export interface XmlHandlers {
  open?(name: string, attribute: (local: string) => string | undefined): void
  close?(name: string): void
  text?(text: string): void
}

const OFFICE = 'http://schemas.openxmlformats.org'
/** The same vocabularies in "Strict Open XML". */
const STRICT = 'http://purl.oclc.org/ooxml'

const PREFIXES = new Map<string, string>([
  [`${OFFICE}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${OFFICE}/spreadsheetml/2006/main`, 's'],
  [`${STRICT}/spreadsheetml/main`, 's'],
  [`${OFFICE}/drawingml/2006/main`, 'a'],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${OFFICE}/drawingml/2006/wordprocessingDrawing`, 'wp'],
  [`${STRICT}/drawingml/wordprocessingDrawing`, 'wp'],
  [`${OFFICE}/drawingml/2006/chart`, 'c'],
  [`${STRICT}/drawingml/chart`, 'c'],
  [`${OFFICE}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OFFICE}/markup-compatibility/2006`, 'mc'],
  [`${OFFICE}/package/2006/relationships`, 'rel'],
  [`${OFFICE}/package/2006/content-types`, 'ct'],
  ['urn:schemas-microsoft-com:vml', 'v'],
])

const DEEPEST = 400
const MOST_ATTRIBUTES = 500
/** Bytes without a tag or words: one of them would be as long, and is kept until it ends. */
const LONGEST_SILENCE = 8_000_000

export function readXml(source: Package, part: string, { open, close, text }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true })
  let depth = 0
  let attributes = 0
  let silence = 0
  parser.on('doctype', () => {
    throw new Unreadable('unsafe')
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > MOST_ATTRIBUTES) throw new Unreadable('unsafe')
  })
  parser.on('opentag', (tag) => {
    depth += 1
    attributes = 0
    silence = 0
    if (depth > DEEPEST) throw new Unreadable('unsafe')
    open?.(nameOf(tag), (local) => attributeOf(tag, local))
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    silence = 0
    close?.(nameOf(tag))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  let decoder: TextDecoder | null = null
  try {
    source.read(part, (piece) => {
      if (piece.length === 0) return
      silence += piece.length
      if (silence > LONGEST_SILENCE) throw new Unreadable('unpacksTooFar')
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
      parser.write(decoder.decode(piece, { stream: true }))
    })
    parser.close()
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('damaged')
  }
}

/** XML is in UTF-8 or UTF-16; the first is told from the second by its first two bytes. */
function encodingOf([first, second]: Uint8Array): string {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be'
  return 'utf-8'
}

function nameOf(tag: SaxesTagNS): string {
  return `${PREFIXES.get(tag.uri) ?? '?'}:${tag.local}`
}

function attributeOf(tag: SaxesTagNS, local: string): string | undefined {
  for (const name in tag.attributes) {
    const attribute = tag.attributes[name]
    if (attribute?.local === local) return attribute.value
  }
  return undefined
}
