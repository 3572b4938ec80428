/**
 * Files into the library of a group's own site, where its permissions hold. A file goes into a folder that nobody else
 * puts anything into, so that none is ever overwritten. Graph makes the folders on the way.
 *
 * Source: Microsoft, "Upload or replace the contents of a DriveItem": one request up to 250 MB; we stop far below.
 */

import type { FileReference } from '../domain/request.ts'
import type { GraphClient } from './client.ts'
import { path } from './odata.ts'

export interface FileToUpload {
  readonly name: string
  readonly content: Blob
}

/** @param folders from the library's root; throws a GraphFault, `unclear` where it may be there */
export async function uploadFile(
  client: GraphClient,
  siteId: string,
  folders: readonly string[],
  { name, content }: FileToUpload,
): Promise<FileReference> {
  const place = [...folders, name].map((segment) => encodeURIComponent(plain(segment))).join('/')
  const item = await client.send<{ readonly name: string; readonly webUrl: string; readonly size: number }>({
    method: 'PUT',
    path: `${path('sites', siteId, 'drive')}/root:/${place}:/content`,
    body: content,
  })
  return { name: item.name, webUrl: item.webUrl, bytes: item.size }
}

const LONGEST_NAME = 100

/** A name that SharePoint takes: some characters mean something else to it, and what it may not begin or end with. */
function plain(name: string): string {
  const taken = name
    .replaceAll(/["*:<>?/\\|#%\p{Cc}]/gu, '_')
    .replace(/^[\s~.]+/, '')
    .replace(/[\s.]+$/, '')
  const dot = taken.lastIndexOf('.')
  const end = dot > 0 ? taken.slice(dot).slice(0, 12) : ''
  return taken.length <= LONGEST_NAME ? taken || '_' : taken.slice(0, LONGEST_NAME - end.length).trimEnd() + end
}
