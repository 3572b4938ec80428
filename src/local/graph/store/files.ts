/** The files of the sites' libraries, by their paths. */

import { randomUUID } from 'node:crypto'
import type { Database } from '../../sqlite.ts'
import type { Stamp } from './lists.ts'

export interface PutFile extends Stamp {
  readonly site: string
  /** From the library's root, with its folders. */
  readonly path: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface KeptFile {
  readonly id: string
  readonly version: number
  readonly created: string
}

export interface Files {
  /** Replaces what is there, under the same id. */
  put(file: PutFile): { readonly file: KeptFile; readonly isNew: boolean }
  /** For whoever looks after this server. */
  all(): readonly { readonly path: string; readonly text: string; readonly by: string }[]
}

export function openFiles(database: Database): Files {
  return {
    put({ site, path, type, bytes, at, by }) {
      const [there] = database.all<{ id: string; version: number; created: string }>(
        'SELECT id, version, created FROM files WHERE site = ? AND path = ?',
        site,
        path,
      )
      const file = there ? { ...there, version: there.version + 1 } : { id: randomUUID(), version: 1, created: at }
      database.run(
        `INSERT OR REPLACE INTO files (site, path, id, version, type, bytes, created, modified, modifiedBy)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        site,
        path,
        file.id,
        file.version,
        type,
        bytes,
        file.created,
        at,
        by,
      )
      return { file, isNew: !there }
    },
    all: () =>
      database
        .all<{ path: string; bytes: Uint8Array; modifiedBy: string }>('SELECT path, bytes, modifiedBy FROM files')
        .map(({ path, bytes, modifiedBy }) => {
          const { user } = JSON.parse(modifiedBy) as { readonly user?: { readonly displayName?: string } }
          return { path, text: new TextDecoder().decode(bytes), by: user?.displayName ?? '' }
        }),
  }
}
