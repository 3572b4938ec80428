/** A request's copy, made from the register and its histories as they stand when it is asked for. */

import { createHash } from 'node:crypto'
import { contentOfCopy, makeDisclosureCopy, type DisclosureCopy } from '../../documents/export/disclosurecopy.ts'
import { makeDisclosureFile } from '../../documents/export/disclosurefile.ts'
import type { Day } from '../../domain/day.ts'
import type { DisclosureContent, DisclosureFormat, ReleasedFile } from '../../domain/disclosure.ts'
import { createWords } from '../../words/words.ts'
import type { Office } from '../office.ts'
import type { Place } from '../registers.ts'
import { FONTS } from './fonts.ts'

/**
 * @param day it stands in the copy: the day on which it was asked for
 * @param formats as which files it goes out
 */
export async function copyNow(
  { registers }: Pick<Office, 'registers'>,
  place: Place,
  request: DisclosureContent,
  { day, formats }: { readonly day: Day; readonly formats: readonly DisclosureFormat[] },
): Promise<{ readonly copy: DisclosureCopy; readonly hash: string }> {
  const snapshot = await registers.current(place)
  const histories = await registers.histories(place)
  const copy = makeDisclosureCopy(snapshot, histories, request, { words: createWords(request.language), day })
  const hash = createHash('sha256')
    .update(contentOfCopy(copy, request, formats))
    .digest('base64url')
  return { copy, hash }
}

/** The file, searched for what is withheld. Throws a DisclosureLeak. */
export async function fileOf(
  copy: DisclosureCopy,
  format: DisclosureFormat,
): Promise<ReleasedFile & { readonly content: string }> {
  const bytes = await makeDisclosureFile(copy, format, FONTS)
  return { format, hash: hashOf(bytes), size: bytes.length, content: Buffer.from(bytes).toString('base64') }
}

/** SHA-256 as programs print it. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
