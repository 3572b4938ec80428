/**
 * A meeting as a calendar file to send (RFC 5545): one event in London's time with the rules of that zone beside it, so
 * that every calendar shows the right hour; lines folded at 75 octets and every text escaped. The same key is the same
 * event: a meeting that moved replaces what people have.
 *
 * Ours and not a library's: the two that are well kept (ics, ical-generator) know no zone without a further package.
 */

import { addDays, daysBetween } from '../../domain/day.ts'
import type { MeetingContent } from '../../domain/meeting.ts'
import { agendaOf, type AgendaItem } from '../../domain/meetingagenda.ts'
import { groupName } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import type { Words } from '../../words/words.ts'
import { makeMarkingWords } from './table.ts'

export interface CalendarGround {
  readonly meeting: MeetingContent
  readonly agenda: Iterable<AgendaItem>
  readonly snapshot: Snapshot
  readonly words: Words
  /** ISO instant at which the file is made; a later one replaces an earlier. */
  readonly at: string
}

/** `csae-sgg-meeting-2026-12-17.ics` */
export function makeCalendarName({ group }: Pick<Snapshot, 'group'>, { day }: MeetingContent): string {
  return `${group.key}-meeting-${day}.ics`
}

export function makeCalendar({ meeting, agenda, snapshot, words, at }: CalendarGround): string {
  const { key, title, place, link } = meeting
  const group = groupName(snapshot.group, words.language)
  const items = agendaOf(agenda, key).map(({ number, item }) => `${number}. ${item.title}`)
  const description = [
    makeMarkingWords(snapshot, []),
    ...(items.length > 0 ? ['', words.say('minutes.calendar.agenda'), ...items] : []),
    ...(link === '' ? [] : ['', link]),
  ].join('\n')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Matters Arising//Meetings//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...LONDON,
    'BEGIN:VEVENT',
    `UID:${key}@${snapshot.group.key}.matters-arising`,
    `DTSTAMP:${stampOf(at)}`,
    `SEQUENCE:${sequenceOf(at)}`,
    ...timesOf(meeting),
    `SUMMARY:${escape(`${group}: ${title}`)}`,
    ...(place === '' ? [] : [`LOCATION:${escape(place)}`]),
    ...(link === '' ? [] : [`URL:${link}`]),
    `DESCRIPTION:${escape(description)}`,
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** RFC 5545, 3.6.5: summer time since 1996 begins and ends on the last Sundays of March and October, at 01:00 UTC. */
const LONDON = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/London',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'TZNAME:BST',
  'DTSTART:19960331T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'TZNAME:GMT',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
] as const

/** Without a time it is a day; without an end, what its beginning says. */
function timesOf({ day, starts, ends }: MeetingContent): readonly string[] {
  const plain = (text: string): string => text.replaceAll(/[-:]/g, '')
  if (starts === null) {
    return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`]
  }
  const at = (time: string): string => `;TZID=Europe/London:${plain(day)}T${plain(time)}00`
  return [`DTSTART${at(starts)}`, ...(ends === null ? [] : [`DTEND${at(ends)}`])]
}

function stampOf(at: string): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** Minutes since 2020: of two files of one meeting, the later one counts. */
function sequenceOf(at: string): number {
  const [hours = 0, minutes = 0] = at.slice(11, 16).split(':').map(Number)
  return daysBetween('2020-01-01', at.slice(0, 10)) * 24 * 60 + hours * 60 + minutes
}

/** RFC 5545, 3.3.11: no control characters but line ends, which are written as `\\n`. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\P{Cc}\r\n\t]/gu, '')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
}

const MOST_OCTETS = 75

/** RFC 5545, 3.1: at most 75 octets a line, and none in the middle of a character. */
function fold(line: string): string {
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const character of line) {
    const length = octetsOf(character)
    if (octets + length > MOST_OCTETS) {
      lines.push(current)
      // The space that begins a further line counts.
      current = ''
      octets = 1
    }
    current += character
    octets += length
  }
  return [...lines, current].join('\r\n ')
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
