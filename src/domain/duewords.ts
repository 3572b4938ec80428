/**
 * Reads a due as people in the UK type it, in English or Welsh. What is not understood stays words, never a guess:
 * `31/2/2020` is words, and so is "within six months of publication", whose start nobody has said.
 *
 *   parseDueWords('end of February 2018', today)  // { kind: 'month', month: '2018-02', words: 'end of February 2018' }
 *   parseDueWords('5/3', '2026-11-24')            // { kind: 'day', day: '2027-03-05', words: '5/3' }
 */

import { addDays, daysBetween, makeDay, partsOf, type Day } from './day.ts'
import type { Due, PeriodUnit } from './due.ts'

/** The due that words mean on a day, or null for no words. A date without its year is the next one to come. */
export function parseDueWords(text: string, today: Day): Due | null {
  const words = text.trim().replaceAll(/\s+/g, ' ')
  if (words === '') return null
  const { rest, provisional } = splitProvisional(words)
  const read = readUntil(rest, today) ?? readDue(stripLead(fold(rest)), today) ?? ({ kind: 'words' } as const)
  return { ...read, words, ...(provisional === null ? {} : { provisional }) }
}

/** A due without its words: what each reader below gives. */
type Read = Due extends infer Each ? (Each extends Due ? Omit<Each, 'words' | 'provisional'> : never) : never

/**
 * A day as people type it: `5/3/2020`, `5 3 2020`, `5 March`, `2020-03-05`; null where it is none.
 *
 * @param towards where a date without its year lies: dues are to come, what is reported has been
 */
export function parseDayWords(text: string, today: Day, towards: 'future' | 'past' = 'future'): Day | null {
  return readDay(fold(text.trim().replaceAll(/\s+/g, ' ')), today, towards)
}

const MONTHS: readonly RegExp[] = [
  /^(jan(uary)?|ion(awr)?)$/,
  /^(feb(ruary)?|chwe(fror)?)$/,
  /^(mar(ch)?|maw(rth)?)$/,
  /^(apr(il)?|ebr(ill)?)$/,
  /^(may|mai|fai)$/,
  /^(june?|meh(efin)?)$/,
  /^(july?|gor(ffennaf)?)$/,
  /^(aug(ust)?|aws(t)?)$/,
  /^(sept?(ember)?|med(i)?)$/,
  /^(oct(ober)?|hyd(ref)?)$/,
  /^(nov(ember)?|tach(wedd)?)$/,
  /^(dec(ember)?|rhag(fyr)?)$/,
]

const WEEKDAYS: readonly RegExp[] = [
  /^(sun(day)?|sul)$/,
  /^(mon(day)?|llun)$/,
  /^(tue(s(day)?)?|mawrth)$/,
  /^(wed(nesday)?|mercher)$/,
  /^(thu(r(s(day)?)?)?|iau)$/,
  /^(fri(day)?|gwener)$/,
  /^(sat(urday)?|sadwrn)$/,
]

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

const UNITS: readonly (readonly [RegExp, PeriodUnit])[] = [
  [/^(days?|d?diwrnod|niwrnod)$/, 'day'],
  [/^(weeks?|wythnos)$/, 'week'],
  [/^(months?|mis|fis)$/, 'month'],
  [/^(years?|blwyddyn|flwyddyn|blynedd|flynedd|mlynedd)$/, 'year'],
]

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[,.;]+$/g, '')
    .replaceAll('’', "'")
}

function splitProvisional(words: string): { rest: string; provisional: string | null } {
  const match = /^(.*?)[\s,(–-]+(subject to [^()]+|provisional(?:ly)?|dros dro|i'w adolygu)\)?$/i.exec(words)
  return match?.[1] && match[2] ? { rest: match[1], provisional: match[2] } : { rest: words, provisional: null }
}

const LEAD =
  /^(due|to be completed|no later than|not later than|by|before|on|for|at|erbyn|ar|cyn|the|y|yr|end of|the end of|end|diwedd|mis|dydd)\s+/

function stripLead(text: string): string {
  let rest = text
  for (let next = rest.replace(LEAD, ''); next !== rest; next = rest.replace(LEAD, '')) rest = next
  return rest
}

function readUntil(rest: string, today: Day): Read | null {
  const condition = /^(?:until|till|pending|hyd nes y|hyd nes|nes)\s+(.+?)[,.;]*$/i.exec(rest)?.[1]
  if (condition === undefined) return null
  return readDue(stripLead(fold(condition)), today) ?? { kind: 'until', condition }
}

function readDue(text: string, today: Day): Read | null {
  if (/^(next (meeting|sgg|board|group meeting)|cyfarfod nesaf)$/.test(text)) return { kind: 'nextMeeting' }
  const day = readDay(text, today)
  if (day !== null) return { kind: 'day', day }
  return readPeriod(text, today) ?? readQuarter(text, today) ?? readMonth(text, today)
}

function readDay(text: string, today: Day, towards: 'future' | 'past' = 'future'): Day | null {
  if (text === 'today' || text === 'heddiw') return today
  if (text === 'yesterday' || text === 'ddoe') return addDays(today, -1)
  if (text === 'tomorrow' || text === 'yfory') return addDays(today, 1)
  const weekday = WEEKDAYS.findIndex((each) => each.test(text))
  // Mawrth is Tuesday and March: as a lone word it is the month, which people mean by a due.
  if (weekday >= 0 && text !== 'mawrth') {
    const next = nextWeekday(weekday, today)
    return towards === 'future' ? next : addDays(next, next === addDays(today, 7) ? -14 : -7)
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return makeDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const figures = /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$/.exec(text)
  if (figures) return dated(Number(figures[1]), Number(figures[2]), figures[3], today, towards)
  const named = text.replace(/^(\p{L}+),? (?=\d)/u, (word, name: string) => (isWeekday(name) ? '' : word))
  const british = /^(\d{1,2})(?:st|nd|rd|th|af|ail|ydd|fed|eg|ain)?(?: of)?[ -](\p{L}+),?(?:[ -](\d{4}|\d{2}))?$/u.exec(
    named,
  )
  if (british) return dated(Number(british[1]), monthOf(british[2]), british[3], today, towards)
  const monthFirst = /^(\p{L}+) (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$/u.exec(named)
  return monthFirst ? dated(Number(monthFirst[2]), monthOf(monthFirst[1]), monthFirst[3], today, towards) : null
}

function readPeriod(text: string, today: Day): Read | null {
  if (/^(in |within )?a fortnight$/.test(text)) return { kind: 'period', count: 2, unit: 'week', after: today }
  const match =
    /^(?:in|within|ymhen|o fewn) (?:the next )?(\d{1,4}|\p{L}+) (\p{L}+)(?: (?:of|from|after|i|o) (.+))?$/u.exec(text)
  if (!match) return null
  const count = numberOf(match[1] ?? '')
  const unit = UNITS.find(([name]) => name.test(match[2] ?? ''))?.[1]
  const start = match[3] === undefined || /^(now|today|heddiw)$/.test(match[3]) ? today : readDay(match[3], today)
  if (count === null || unit === undefined || start === null) return null
  return { kind: 'period', count, unit, after: start }
}

/** `Q1 2021/22` is of the financial year that starts in April: April to June 2021. */
function readQuarter(text: string, today: Day): Read | null {
  const match = /^(?:q|quarter |ch|chwarter )([1-4])(?:,? (?:fy ?)?(\d{4}|\d{2})(?:\/(\d{2}|\d{4}))?)?$/.exec(text)
  if (!match) return null
  const quarter = Number(match[1])
  const [year, month] = partsOf(today)
  if (match[2] === undefined) {
    const current = Math.ceil(month / 3)
    return { kind: 'quarter', year: quarter < current ? year + 1 : year, quarter: quarter as 1 | 2 | 3 | 4 }
  }
  const written = fullYear(match[2])
  if (match[3] === undefined) return { kind: 'quarter', year: written, quarter: quarter as 1 | 2 | 3 | 4 }
  return quarter === 4
    ? { kind: 'quarter', year: written + 1, quarter: 1 }
    : { kind: 'quarter', year: written, quarter: (quarter + 1) as 2 | 3 | 4 }
}

function readMonth(text: string, today: Day): Read | null {
  const [year, month] = partsOf(today)
  if (text === 'month' || text === 'this month') return monthRead(year, month)
  if (text === 'next month') return month === 12 ? monthRead(year + 1, 1) : monthRead(year, month + 1)
  if (text === 'year' || text === 'this year') return monthRead(year, 12)
  const financial = /^(?:fy|financial year|blwyddyn ariannol) ?(?:(?:\d{4}|\d{2})[/-](\d{4}|\d{2}))?$/.exec(text)
  if (financial) return monthRead(financial[1] ? fullYear(financial[1]) : month <= 3 ? year : year + 1, 3)
  // `Mar-20`, as a spreadsheet shows it; "March 20" is as likely a day.
  const short = /^(\p{L}+)(?:-| ')(\d{2})$/u.exec(text)
  if (short && monthOf(short[1]) > 0) return monthRead(fullYear(short[2] ?? ''), monthOf(short[1]))
  const figures = /^(\d{1,2})[/-](\d{4})$/.exec(text)
  if (figures) return monthRead(Number(figures[2]), Number(figures[1]))
  const named = /^(?:(?:early|mid|late)[ -])?(\p{L}+)(?:(?:,? |-)(\d{4}))?$/u.exec(text)
  const number = monthOf(named?.[1])
  if (number === 0) return null
  return monthRead(named?.[2] === undefined ? (number < month ? year + 1 : year) : Number(named[2]), number)
}

function monthRead(year: number, month: number): Read | null {
  return makeDay(year, month, 1) === null ? null : { kind: 'month', month: `${year}-${String(month).padStart(2, '0')}` }
}

function dated(
  date: number,
  month: number,
  year: string | undefined,
  today: Day,
  towards: 'future' | 'past',
): Day | null {
  if (year !== undefined) return makeDay(fullYear(year), month, date)
  const [thisYear] = partsOf(today)
  const step = towards === 'future' ? 1 : -1
  // 29 February may be up to eight years away.
  for (let years = 0; years <= 8; years += 1) {
    const day = makeDay(thisYear + step * years, month, date)
    if (day !== null && (towards === 'future' ? day >= today : day <= today)) return day
  }
  return null
}

function nextWeekday(weekday: number, today: Day): Day {
  const sunday = '1900-01-07'
  const current = daysBetween(sunday, today) % 7
  return addDays(today, ((weekday - current + 6) % 7) + 1)
}

function isWeekday(name: string): boolean {
  return WEEKDAYS.some((each) => each.test(name))
}

/** 1 to 12, or 0 for what is no month. */
function monthOf(name: string | undefined): number {
  return name === undefined ? 0 : MONTHS.findIndex((each) => each.test(name)) + 1
}

function fullYear(year: string): number {
  return year.length === 2 ? 2000 + Number(year) : Number(year)
}

function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text) > 0 ? Number(text) : null
  if (text === 'a' || text === 'an') return 1
  const index = NUMBERS.indexOf(text)
  return index < 0 ? null : index + 1
}
