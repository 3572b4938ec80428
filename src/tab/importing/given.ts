/** How a document is handed over: as a file, or as what a program put on the clipboard. */

import type { Source } from './reading.ts'

/** Documents of one page are told apart by their number. */
let given = 0

export function makeSource(content: string, type: Source['type'] = 'unknown'): Source {
  given += 1
  return { id: given, name: null, content, type }
}

export async function readFile(file: File): Promise<Source> {
  const content = new Uint8Array(await file.arrayBuffer())
  const type = /\.html?$/i.test(file.name) ? 'html' : 'unknown'
  given += 1
  return { id: given, name: file.name, content, type }
}

/**
 * Word and Excel put a table on the clipboard as a page, which keeps cells with several paragraphs whole. Null where
 * there is no table: then the text is pasted like any other.
 */
export function readClipboard(data: DataTransfer): Source | Promise<Source> | null {
  const html = data.getData('text/html')
  const plain = data.getData('text/plain')
  if (/<table[\s>]/i.test(html)) return makeSource(html, 'html')
  if (plain.includes('\t')) return makeSource(plain)
  const [file] = data.files
  return file ? readFile(file) : null
}
