/**
 * The very bytes of what was released, as rows of a list on Control: a library would write its own properties into an
 * Office file, and its hash would be another. Hides that a file is in pieces. Never changes what is kept.
 */

import type { GraphClient } from '../client.ts'
import { RELEASED_FILES } from '../controllists.ts'
import { GraphFault } from '../fault.ts'
import { openListed, type Table } from '../table.ts'

export interface KeptFile {
  readonly group: string
  /** Key of the request. */
  readonly disclosure: string
  /** SHA-256, hexadecimal. */
  readonly hash: string
  /** Base64. */
  readonly content: string
}

export interface ReleasedFiles {
  /** Asked again, it is kept once. */
  keep(file: KeptFile): Promise<void>
  /** Base64; null where it isn't kept, or not the whole of it. It is to be hashed again: others may write there. */
  read(file: Pick<KeptFile, 'disclosure' | 'hash'>): Promise<string | null>
  /** All files of a request; those that are gone stay gone. */
  remove(disclosure: string): Promise<void>
}

/** Of base64 in a row: a cell of SharePoint holds 63,999 characters. */
const PIECE = 60_000

export function createReleasedFiles(place: { readonly client: GraphClient; readonly siteId: string }): ReleasedFiles {
  let opened: Promise<Table> | null = null
  const table = (): Promise<Table> => {
    const opening = (opened ??= openListed(place.client, place.siteId, RELEASED_FILES))
    opening.catch(() => (opened = null))
    return opening
  }
  const fileKey = ({ disclosure, hash }: Pick<KeptFile, 'disclosure' | 'hash'>): string => `${disclosure}.${hash}`

  return {
    async keep(file) {
      const { content } = file
      const pieces = Math.ceil(content.length / PIECE)
      for (let piece = 0; piece < pieces; piece++) {
        const appended = await (
          await table()
        ).append({
          Key: `${fileKey(file)}.${piece}`,
          Title: file.disclosure,
          GroupKey: file.group,
          DisclosureKey: file.disclosure,
          FileKey: fileKey(file),
          Piece: piece,
          Pieces: pieces,
          Content: content.slice(piece * PIECE, (piece + 1) * PIECE),
        })
        if (appended.state === 'refused') throw appended.fault
      }
    },
    async read(file) {
      const rows = await (await table()).find('FileKey', fileKey(file), ['Piece', 'Pieces', 'Content'])
      const pieces = rows.toSorted((a, b) => Number(a.fields['Piece']) - Number(b.fields['Piece']))
      const isWhole = pieces.length > 0 && pieces.every(({ fields }) => fields['Pieces'] === pieces.length)
      if (!isWhole) return null
      return pieces.map(({ fields }) => String(fields['Content'])).join('')
    },
    async remove(disclosure) {
      for (const row of await (await table()).find('DisclosureKey', disclosure, ['Key'])) {
        if ((await (await table()).remove(row)) === 'conflict') {
          throw new GraphFault({ status: 409, code: 'conflict', message: RELEASED_FILES.name })
        }
      }
    },
  }
}
