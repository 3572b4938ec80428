/** A package of Office by what it says it is: a Word document or an Excel workbook; anything else is named and refused. */

import type { Grid } from '../grid.ts'
import { Unreadable, type Limits, type Table } from '../table.ts'
import { openPackage, type Package } from './package.ts'
import { findDocument, readContentTypes } from './relations.ts'
import { readWord } from './word.ts'
import { readWorkbook } from './workbook.ts'

/** @param grid what the words of a Word document go into, where it isn't its tables that are wanted */
export function readOffice(bytes: Uint8Array, limits: Limits, grid?: Grid): Table[] {
  // Bit 0 of an entry's flags: its bytes are encrypted (APPNOTE 4.4.4).
  if (((bytes[6] ?? 0) & 1) === 1) throw new Unreadable('encrypted')
  const source = openPackage(bytes, limits)
  if (!source.has('[Content_Types].xml')) throw new Unreadable(...nameOther(source))
  const part = findDocument(source)
  const type = readContentTypes(source)(part)
  if (/wordprocessingml\.(?:document|template)\.main|ms-word\.\w+\.macroEnabledTemplate|ms-word\.document/iu.test(type))
    return readWord(source, part, limits, grid)
  if (/spreadsheetml\.(?:sheet|template)\.main|ms-excel\.(?:sheet|template)\.macroEnabled/iu.test(type))
    return readWorkbook(source, part, limits)
  const other = /presentationml/iu.test(type) ? 'PowerPoint' : /binary\.macroEnabled/iu.test(type) ? 'XLSB' : 'Office'
  throw new Unreadable('otherFormat', { format: other })
}

function nameOther(source: Package): ConstructorParameters<typeof Unreadable> {
  return source.has('mimetype') && source.has('content.xml') ? ['otherFormat', { format: 'OpenDocument' }] : ['archive']
}
