/**
 * What a PDF says, by its structure and by its pages: read from the bytes as a screen reader would, without the library
 * that wrote them. Reads what pdfkit writes: no object streams, fonts by two bytes with their letters beside them.
 */

import { strFromU8, unzlibSync } from 'fflate'

export interface PdfNode {
  readonly type: string
  readonly scope: string | null
  readonly hasActual: boolean
  readonly text: string
  readonly children: readonly PdfNode[]
}

export interface Pdf {
  /** Everything but what is in streams. */
  readonly objects: string
  readonly metadata: string
  readonly root: PdfNode
  /** What stands on each page beside the structure: the marking, its number, headings that come again. */
  readonly artefacts: readonly string[]
  /** Titles, and what is said in place of what is drawn. */
  readonly strings: readonly string[]
  /** What no reader can tell apart from what the paper says; nothing, in a good one. */
  readonly unmarked: string
}

interface Thing {
  readonly dictionary: string
  readonly stream: Uint8Array | null
}

export function readPdf(bytes: Uint8Array): Pdf {
  const things = thingsOf(bytes)
  const thing = (id: string): Thing => things.get(id) ?? { dictionary: '', stream: null }
  const follow = (id: string, key: string): string =>
    new RegExp(`/${key} (\\d+) 0 R`, 'u').exec(thing(id).dictionary)?.[1] ?? ''
  const [catalog = ''] = [...things].find(([, { dictionary }]) => dictionary.includes('/Type /Catalog')) ?? []
  const pages = idsIn(/\/Kids \[([^\]]*)\]/u.exec(thing(follow(catalog, 'Pages')).dictionary)?.[1])
  const letters = new Map<string, ReadonlyMap<string, string>>()
  const read = pages.map((page) => {
    const named = /\/Font <<([^>]*)>>/u.exec(thing(follow(page, 'Resources')).dictionary)?.[1] ?? ''
    const fonts = new Map([...named.matchAll(/\/(F\d+) (\d+) 0 R/gu)].map(([, name = '', id = '']) => [name, id]))
    return readPage(textOf(thing(follow(page, 'Contents')).stream), (name, code) => {
      const id = fonts.get(name) ?? ''
      const known = letters.get(id) ?? lettersOf(textOf(thing(follow(id, 'ToUnicode')).stream))
      letters.set(id, known)
      return known.get(code) ?? '\uFFFD'
    })
  })

  const nodeOf = (id: string): PdfNode => {
    const { dictionary } = thing(id)
    const own = /\/Pg (\d+) 0 R\n/u.exec(dictionary.replaceAll(/<<\n\/Type \/MCR[^>]*>>/gu, ''))?.[1] ?? ''
    const kids = /\/K \[([\s\S]*?)\]\n/u.exec(dictionary)?.[1] ?? ''
    const children: PdfNode[] = []
    let text = ''
    for (const [, reference, page, outside, here] of kids.matchAll(
      /(\d+) 0 R(?![\s\S]*?\/MCID \d+\n>>)|\/Pg (\d+) 0 R\n\/MCID (\d+)|(\d+)(?! 0 R)/gu,
    )) {
      if (reference !== undefined) children.push(nodeOf(reference))
      else text += read[pages.indexOf(page ?? own)]?.marked.get(outside ?? here ?? '') ?? ''
    }
    return {
      type: /\/S \/(\w+)/u.exec(dictionary)?.[1] ?? '',
      scope: /\/Scope \/(\w+)/u.exec(dictionary)?.[1] ?? null,
      hasActual: dictionary.includes('/ActualText'),
      text,
      children,
    }
  }

  const roots = idsIn(/\/K \[([^\]]*)\]/u.exec(thing(follow(catalog, 'StructTreeRoot')).dictionary)?.[1])
  return {
    objects: [...things.values()].map(({ dictionary }) => dictionary).join('\n'),
    strings: [...things.values()].flatMap(({ dictionary }) => stringsIn(dictionary)),
    metadata: strFromU8(thing(follow(catalog, 'Metadata')).stream ?? new Uint8Array()),
    root: nodeOf(roots[0] ?? ''),
    artefacts: read.map((page) => page.artefacts),
    unmarked: read.map((page) => page.unmarked).join(''),
  }
}

function thingsOf(bytes: Uint8Array): Map<string, Thing> {
  const text = textOf(bytes)
  const things = new Map<string, Thing>()
  const start = /(\d+) 0 obj\n/gu
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const from = start.lastIndex
    const end = text.indexOf('\nendobj', from)
    const stream = text.indexOf('\nstream\n', from)
    const hasStream = stream !== -1 && stream < end
    const dictionary = text.slice(from, hasStream ? stream : end)
    if (hasStream) {
      const at = stream + '\nstream\n'.length
      const content = bytes.subarray(at, at + Number(/\/Length (\d+)/u.exec(dictionary)?.[1] ?? 0))
      things.set(found[1] ?? '', {
        dictionary,
        stream: dictionary.includes('/FlateDecode') ? unzlibSync(content) : content,
      })
      start.lastIndex = at + content.length
    } else {
      things.set(found[1] ?? '', { dictionary, stream: null })
      start.lastIndex = end
    }
  }
  return things
}

/** A letter a byte, so that places in the one are places in the other. */
function textOf(bytes: Uint8Array | null): string {
  return bytes ? strFromU8(bytes, true) : ''
}

function idsIn(list = ''): string[] {
  return [...list.matchAll(/(\d+) 0 R/gu)].map(([, id = '']) => id)
}

/** `(Title)`; with two bytes a letter where it begins with a mark that says so. */
function stringsIn(dictionary: string): string[] {
  return [...dictionary.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/gu)].map(([, raw = '']) => {
    const plain = raw.replaceAll(/\\([\s\S])/gu, (_, each: string) => ESCAPES[each] ?? each)
    if (!plain.startsWith('þÿ')) return plain
    const byte = (at: number): number => plain.charCodeAt(at)
    return Array.from({ length: (plain.length - 2) / 2 }, (_, at) =>
      String.fromCharCode(byte(2 * at + 2) * 256 + byte(2 * at + 3)),
    ).join('')
  })
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>()
  for (const [, from = '', list = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/gu)) {
    for (const [index, [, codes = '']] of [...list.matchAll(/<([\w ]*)>/gu)].entries()) {
      const units = codes.split(' ').map((unit) => Number.parseInt(unit, 16))
      letters.set((Number.parseInt(from, 16) + index).toString(16).padStart(4, '0'), String.fromCharCode(...units))
    }
  }
  return letters
}

function readPage(content: string, letter: (font: string, code: string) => string) {
  const marked = new Map<string, string>()
  let [artefacts, unmarked, font] = ['', '', '']
  let inside: string | null = null
  for (const [whole] of content.matchAll(
    /\/\w+ (?:<<[^>]*>>) BDC|\/Artifact BMC|^EMC$|\/F\d+ [\d.]+ Tf|\[.*\] TJ/gmu,
  )) {
    if (whole === 'EMC') inside = null
    else if (whole.startsWith('/Artifact')) inside = 'artefact'
    else if (whole.endsWith('BDC')) inside = /\/MCID (\d+)/u.exec(whole)?.[1] ?? null
    else if (whole.endsWith('Tf')) font = whole.slice(1, whole.indexOf(' '))
    else {
      const codes = [...whole.matchAll(/<(\w*)>/gu)].map(([, each = '']) => each).join('')
      const said = (codes.match(/.{4}/gu) ?? []).map((code) => letter(font, code)).join('')
      if (inside === 'artefact') artefacts += `${said}\n`
      else if (inside === null) unmarked += said
      else marked.set(inside, (marked.get(inside) ?? '') + said)
    }
  }
  return { marked, artefacts, unmarked }
}
