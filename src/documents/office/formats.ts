/**
 * How Excel shows what a cell holds: the number 43895 with a format of days is 5/3/2020. Days are written as people
 * in the UK do, day first; months without a day stay months.
 *
 *   showNumber('43895', 'dd/mm/yyyy', epoch)  // '5/3/2020'
 *   showNumber('43466', 'mmm-yy', epoch)      // 'January 2019'
 *   showNumber('7', '"A"000', epoch)          // 'A007'
 */

import { addDays, makeDay, partsOf, type Day } from '../../domain/day.ts'

/** Day that a serial number of 0 stands for. Books that began on a Macintosh count from 1904. */
export type Epoch = 1900 | 1904

/** Formats that a book doesn't spell out (ECMA-376-1, 18.8.30). */
export const BUILT_IN = new Map<number, string>([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'd/m/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'd/m/yyyy h:mm'],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'd/m/yyyy'] as const),
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss.0'],
])

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** What a cell shows; the number as it is where its format is none that we know. */
export function showNumber(written: string, format: string, epoch: Epoch): string {
  const number = Number(written)
  if (written.trim() === '' || !Number.isFinite(number)) return written
  const kind = kindOf(format)
  if (kind === 'percent') return `${plain(number * 100)}%`
  if (kind === 'number') return showPattern(number, format) ?? plain(number)
  if (number < 0) return plain(number)
  const minutes = Math.round((number % 1) * 1440)
  const time = `${Math.floor(minutes / 60) % 24}:${String(minutes % 60).padStart(2, '0')}`
  if (kind === 'time') return time
  const day = dayOf(Math.floor(number), epoch)
  if (day === null) return plain(number)
  const [year, month, date] = partsOf(day)
  const name = MONTHS[month - 1] ?? ''
  switch (kind) {
    case 'monthOfYear':
      return `${name} ${year}`
    case 'dayOfMonth':
      return `${date} ${name}`
    case 'year':
      return String(year)
    case 'dayAndTime':
      return minutes > 0 ? `${date}/${month}/${year} ${time}` : `${date}/${month}/${year}`
    case 'day':
      return `${date}/${month}/${year}`
  }
}

type Kind = 'number' | 'percent' | 'day' | 'dayAndTime' | 'monthOfYear' | 'dayOfMonth' | 'year' | 'time'

const known = new Map<string, Kind>()

function kindOf(format: string): Kind {
  const before = known.get(format)
  if (before) return before
  const kind = readKind(format)
  if (known.size < 1000) known.set(format, kind)
  return kind
}

function readKind(format: string): Kind {
  const [first = ''] = format.split(';')
  const letters = first
    .toLowerCase()
    .replaceAll(/"[^"]*"|\\.|_.|\*./gu, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gu, '')
  if (letters.includes('general') || letters.includes('@')) return 'number'
  const has = (letter: string): boolean => letters.includes(letter)
  const timed = has('h') || has('s')
  if (has('y')) return has('d') ? (timed ? 'dayAndTime' : 'day') : has('m') ? 'monthOfYear' : 'year'
  if (has('d')) return has('m') ? 'dayOfMonth' : 'day'
  if (timed) return 'time'
  if (has('m')) return 'monthOfYear'
  return has('%') ? 'percent' : 'number'
}

/** 1900 was no leap year, but Excel counts its 29 February, as Lotus 1-2-3 did. */
function dayOf(serial: number, epoch: Epoch): Day | null {
  if (serial > 110_000) return null
  if (epoch === 1904) return addDays('1904-01-01', serial)
  if (serial < 1 || serial === 60) return null
  const day = serial > 60 ? addDays('1900-03-01', serial - 61) : addDays('1900-01-01', serial - 1)
  return makeDay(...partsOf(day))
}

/** A number padded or dressed by its format: `000`, `"CSE-"000`, `0"/19"`. */
function showPattern(number: number, format: string): string | null {
  const [first = ''] = format.split(';')
  const match = /^((?:"[^"]*"|\\.|[/ -])*)(0+)((?:"[^"]*"|\\.|[/ -])*)$/u.exec(first)
  if (!match || !Number.isInteger(number) || number < 0) return null
  const words = (text = ''): string => text.replaceAll(/"([^"]*)"|\\(.)/gu, (_, quoted, single) => quoted ?? single)
  return `${words(match[1])}${String(number).padStart(match[2]?.length ?? 0, '0')}${words(match[3])}`
}

/** As Excel shows it: 15 digits, so that a third of three is 1. */
function plain(number: number): string {
  return Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(15)))
}
