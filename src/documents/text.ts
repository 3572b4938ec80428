/** The plain text of a cell: one line a paragraph, without the characters that a list in SharePoint can't hold. */

/** C0 and C1 controls besides the line break, lone surrogates, soft hyphens, marks of byte order. */
// oxlint-disable-next-line no-control-regex -- these are the characters to be taken out
const UNSAYABLE = /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\uFEFF\uFFFE\uFFFF]|\p{Surrogate}/gu
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu
const SPACES = /[ \t\u00A0\u2002-\u200A\u202F\u205F\u3000]+/gu

/** Trims lines, drops empty ones, and makes every kind of space one space. */
export function cleanText(text: string): string {
  return text
    .replace(LINE_BREAKS, '\n')
    .replace(SPACES, ' ')
    .replace(UNSAYABLE, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** For comparing words: lower case, letters and digits only, one space between. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
