/** The site's own library, as far as a file can be put into it at once: up to 4 MB here, in folders made on the way. */

import { created, ok, siteOf, stampOf, contextOf, type Answer, type Call } from '../call.ts'
import { GraphRefusal, invalidRequest } from '../refusal.ts'

const LARGEST = 4 * 1024 * 1024
const FORBIDDEN = /["*:<>?\\|]|^[\s~]|[\s.]$/

/** Replaces what is there: who must not overwrite gives another name. */
export function putFile(call: Call): Answer {
  const site = siteOf(call, 'write')
  const path = call.params['file'] ?? ''
  const segments = path.split('/')
  if (segments.some((segment) => segment === '' || FORBIDDEN.test(segment))) {
    throw invalidRequest('The name contains characters that are not allowed.')
  }
  const { body } = call
  if (!(body instanceof Uint8Array)) throw invalidRequest('There is no content.')
  if (body.byteLength > LARGEST) {
    throw new GraphRefusal(413, 'payloadTooLarge', 'A file of this size takes an upload session.')
  }
  const stamp = stampOf(call)
  const type = call.header('content-type') ?? 'application/octet-stream'
  const { file, isNew } = call.store.files.put({ site: site.id, path, type, bytes: body, ...stamp })
  const answer = {
    '@odata.context': contextOf(call, 'drives/$entity'),
    id: file.id,
    name: segments.at(-1) ?? '',
    size: body.byteLength,
    webUrl: `${site.webUrl}/Shared%20Documents/${segments.map(encodeURIComponent).join('/')}`,
    eTag: `"{${file.id}},${file.version}"`,
    createdDateTime: file.created,
    lastModifiedDateTime: stamp.at,
    lastModifiedBy: JSON.parse(stamp.by) as object,
    file: { mimeType: type },
  }
  return isNew ? created(answer) : ok(answer)
}
