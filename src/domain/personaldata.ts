/**
 * What may never stand in a notification of an incident: telephone numbers, e-mail addresses, postcodes, dates of birth
 * (product: "No personal data of victims or suspects, ever"). Finds them however they are set out, and says which it
 * found; what may be a name it only points out, since organisations and places have names too. Pure, and the same for
 * the form, which tells at once, and for the service, which refuses.
 *
 *   findPersonalData('ring 07700 900 123', today)  // { kind: 'telephone', found: '07700 900 123' }
 */

import { isDay, makeDay, partsOf, type Day } from './day.ts'

export const PERSONAL_DATA = ['telephone', 'email', 'postcode', 'birthDate'] as const
export type PersonalDataKind = (typeof PERSONAL_DATA)[number]

export interface PersonalData {
  readonly kind: PersonalDataKind
  /** As it stands in the text, made plain. */
  readonly found: string
}

/** @param today a full date that lies some years before it is taken for a date of birth */
export function findPersonalData(text: string, today: Day): PersonalData | null {
  const plain = makePlain(text)
  return (
    found('email', findEmail(plain)) ??
    found('telephone', findTelephone(plain)) ??
    found('postcode', findPostcode(plain)) ??
    found('birthDate', findBirthDate(plain, today))
  )
}

/**
 * Two words or more that begin with capitals, as names do: somebody's name, perhaps.
 *
 * @param known names that may stand there: of organisations, of groups
 */
export function findName(text: string, known: Iterable<string>): string | null {
  const lower = [...known].map((name) => name.toLowerCase())
  for (const [name] of makePlain(text).matchAll(NAME)) {
    const isKnown = lower.some((each) => each.includes(name.toLowerCase()))
    if (!isKnown && !name.split(' ').some((word) => NO_NAMES.has(word.toLowerCase()))) return name
  }
  return null
}

const NAME = /(?<![\p{L}\p{N}])(?:(?:Mr|Mrs|Ms|Miss|Dr) )?\p{Lu}\p{Ll}+(?:['’-]?\p{L}+)*(?: \p{Lu}(?:['’-]?\p{L}+)+)+/gu

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'ionawr', 'ion'],
  ['february', 'feb', 'chwefror', 'chwef'],
  ['march', 'mar', 'mawrth'],
  ['april', 'apr', 'ebrill', 'ebr'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin', 'meh'],
  ['july', 'jul', 'gorffennaf', 'gorff'],
  ['august', 'aug', 'awst'],
  ['september', 'sept', 'sep', 'medi'],
  ['october', 'oct', 'hydref', 'hyd'],
  ['november', 'nov', 'tachwedd', 'tach'],
  ['december', 'dec', 'rhagfyr', 'rhag'],
]
const MONTH_NAMES = MONTHS.flat()

/** In a phrase with one of these it is an organisation, a place or a day that is named. */
const NO_NAMES: ReadonlySet<string> = new Set([
  ...MONTH_NAMES.filter((name) => name.length > 3),
  ...`monday tuesday wednesday thursday friday saturday sunday police constabulary heddlu force unit
  team court facebook live crown north south east west street road station council retail park england wales cymru`.split(
    /\s+/,
  ),
])

function found(kind: PersonalDataKind, text: string | null): PersonalData | null {
  return text === null ? null : { kind, found: text.trim() }
}

/** One kind of digit, of space and of dash; nothing that can't be seen. */
function makePlain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[^\d\P{Nd}]/gu, asciiDigit)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{Pd}/gu, '-')
}

/** Every script's digits stand in order, ten together. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}

function findEmail(text: string): string | null {
  const plain = /[^\s@]+ ?@ ?[^\s@]+\.[^\s@]+/.exec(text)
  // As people write them to be clever: "pat (at) example.org", "pat at example dot org".
  const spelt = /\S+ ?[([{] ?at ?[)\]}] ?\S+|\S+ at \S+ dot \S+/i.exec(text)
  return (plain ?? spelt)?.[0] ?? null
}

/** The United Kingdom's with 0, 44 or 0044, a mobile that has lost its 0, and any other country's behind a +. */
const TELEPHONE = /^(?:\+\d{8,15}|(?:00)?440?[1-9]\d{8,9}|00353\d{7,10}|0[1-9]\d{8,9}|7[1-9]\d{8})$/

function findTelephone(text: string): string | null {
  for (const [run] of text.matchAll(/\+?\d(?:[ ().-]{0,3}\d)*/g)) {
    const groups = [...run.matchAll(/\d+/g)]
    for (const [first, { index: from }] of groups.entries()) {
      let digits = first === 0 && run.startsWith('+') ? '+' : ''
      for (const group of groups.slice(first)) {
        digits += group[0]
        // What stands behind it is another number: a date, a reference.
        if (TELEPHONE.test(digits)) return run.slice(digits.startsWith('+') ? 0 : from, group.index + group[0].length)
      }
    }
  }
  return null
}

function findPostcode(text: string): string | null {
  const pattern = /(?<![a-z0-9])[a-z]{1,2}\d[a-z\d]?[ -]{0,2}(\d[abd-hjlnp-uw-z]{2})(?![a-z0-9])/gi
  for (const [code, inward = ''] of text.matchAll(pattern)) {
    // "on the M6 2nd"
    if (!/\d(?:st|nd|rd|th)/.test(inward)) return code
  }
  return null
}

/** Younger than that nobody is whom an incident is about; and an incident isn't told so much later. */
const YEARS_AGO = 2

function findBirthDate(text: string, today: Day): string | null {
  const said = /(?<!\p{L})(?:d\.?o\.?b|born|date of birth|ganwyd|ganed|dyddiad geni)(?!\p{L}).{0,24}?\d[\d/. -]*/iu
  const born = said.exec(text)
  if (born) return born[0]
  const [year] = partsOf(today)
  const isOld = (day: Day | null): boolean => day !== null && partsOf(day)[0] <= year - YEARS_AGO
  return datesIn(text, year).find(({ day }) => isOld(day))?.written ?? null
}

interface Dated {
  readonly written: string
  readonly day: Day | null
}

/** Full dates: day, month and year. */
function datesIn(text: string, thisYear: number): readonly Dated[] {
  const yearOf = (digits: string): number => {
    const year = Number(digits)
    if (digits.length === 4) return year
    return year > thisYear % 100 ? 1900 + year : 2000 + year
  }
  const numbers = text.matchAll(/(?<!\d)(\d{1,2})([/. -]{1,2})(\d{1,2})[/. -]{1,2}(\d{4}|\d{2})(?!\d)/g)
  const backwards = text.matchAll(/(?<!\d)(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})(?!\d)/g)
  const inWords = text.matchAll(/(?<!\d)(\d{1,2})(?:st|nd|rd|th)? ?(?:of )?(\p{L}{3,11})\.?,? ?(\d{4}|\d{2})(?!\d)/gu)
  const american = text.matchAll(/(\p{L}{3,11})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/gu)
  const together = text.matchAll(/(?<!\d)(\d{2})(\d{2})(\d{4})(?!\d)|(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)/g)
  return [
    ...[...numbers].map(([written, a = '', , b = '', y = '']) => {
      const year = yearOf(y)
      return { written, day: makeDay(year, Number(b), Number(a)) ?? makeDay(year, Number(a), Number(b)) }
    }),
    ...[...backwards].map(([written, y = '', m = '', d = '']) => ({
      written,
      day: makeDay(Number(y), Number(m), Number(d)),
    })),
    ...[...inWords].map(([written, d = '', name = '', y = '']) => ({
      written,
      day: makeDay(yearOf(y), monthOf(name), Number(d)),
    })),
    ...[...american].map(([written, name = '', d = '', y = '']) => ({
      written,
      day: makeDay(Number(y), monthOf(name), Number(d)),
    })),
    ...[...together].map(([written, d = '', m = '', y = '', y2 = '', m2 = '', d2 = '']) => ({
      written,
      day: makeDay(Number(y), Number(m), Number(d)) ?? makeDay(Number(y2), Number(m2), Number(d2)),
    })),
  ].filter(({ day }) => day !== null && isDay(day))
}

/** 1 to 12; 0 for a word that is no month. */
function monthOf(name: string): number {
  return MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1
}
