/**
 * Who owns an action, as a document writes it: "KK/HS", "A, B and C", "All". Lists are split, each name as written; a
 * name that holds an "and" or a comma of its own (Avon and Somerset; CSE SPOC, West Mercia) is left whole.
 *
 *   createOwnerReader(cells)('KK/HS')              // ['KK', 'HS']
 *   createOwnerReader(cells)('Devon and Cornwall') // ['Devon and Cornwall']
 */

import { foldText } from './text.ts'

/** Forces whose names are a list already. */
const WHOLE = new Set(
  [
    'Avon and Somerset',
    'Devon and Cornwall',
    'Hampshire and Isle of Wight',
    'Hampshire and the Isle of Wight',
    'Dumfries and Galloway',
    'Lothian and Borders',
    'Dyfed Powys',
    'Cambridgeshire and Peterborough',
    'Health and Social Care',
  ].map(foldText),
)

/** A rank, a role or an abbreviation has a stroke too: T/Supt, A/DCI, D/Ch/Insp, N/A, c/o. */
const RANKED = /(?:^|\s)(?:[atd]|ch|det|dep|asst|n|c|w)\/(?:[adt]\/)?(?=\p{L})/iu
/** "Head of Crime and Intelligence" is one person. */
const ROLE = /\b(?:head|chair|director|lead|deputy|chief|manager|officer|spoc|board|group|team|unit|for|of)\b/iu
const INITIALS = /^(?:\p{Lu}{2,5}|\p{Lu}\p{Ll}{0,2}\p{Lu}\p{Ll}{0,2})\d?$/u
/** Who is everybody. */
const EVERYBODY = /^(?:all|everyone|all forces|each force|all partners|all members|pawb|pob heddlu)$/u
const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}(?:\s+\(\p{Lu}[\p{L} ]*\))?$/u

/** @param cells every cell of owners, for who stands alone in one is one in a list too */
export function createOwnerReader(cells: readonly string[]): (text: string) => string[] {
  const alone = new Set(cells.map(foldText).filter(Boolean))
  const isOne = (piece: string): boolean =>
    INITIALS.test(piece) || EVERYBODY.test(foldText(piece)) || alone.has(foldText(piece))

  const splitLine = (line: string): string[] => {
    if (WHOLE.has(foldText(line)) || /\d/u.test(line)) return [line]
    const commas = pieces(line, /\s*,\s*(?:and\s+|&\s*)?|\s+(?:and|ac|a)\s+|\s*&\s*/u)
    // "A, B and C" is a list; "CSE SPOC, West Mercia" a post.
    if (commas.length >= 3 && line.includes(',') && !ROLE.test(line)) return commas
    if (commas.length >= 2 && commas.every(isOne)) return commas
    const strokes = RANKED.test(line) ? [line] : pieces(line, /\s*[/+]\s*/u)
    if (strokes.length >= 2 && strokes.every((piece) => isOne(piece) || NAME.test(piece) || strokes.length > 2)) {
      return strokes
    }
    const ands = pieces(line, /\s+(?:and|ac|a)\s+|\s*&\s*/u)
    if (ands.length === 2 && !ROLE.test(line) && ands.every((piece) => NAME.test(piece) || isOne(piece))) return ands
    return [line]
  }

  return (text) =>
    text
      .split(/[\n;]/u)
      .map((line) => line.trim())
      .filter(Boolean)
      .flatMap(splitLine)
}

function pieces(line: string, at: RegExp): string[] {
  const found = line
    .split(at)
    .map((piece) => piece.trim())
    .filter(Boolean)
  return found.length > 0 ? found : [line]
}
