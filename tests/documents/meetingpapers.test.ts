import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/domain/command.ts'
import { parseDueWords } from '../../src/domain/duewords.ts'
import { matterKeyOf, type Handling, type MeetingMatter } from '../../src/domain/matters.ts'
import type { MeetingContent } from '../../src/domain/meeting.ts'
import type { AgendaItem } from '../../src/domain/meetingagenda.ts'
import { makeCalendar } from '../../src/documents/export/calendar.ts'
import { makePaper, makePaperName, type PaperKind } from '../../src/documents/export/minutes.ts'
import { makePaperWord } from '../../src/documents/export/minutesword.ts'
import { createWords, type Language } from '../../src/words/words.ts'
import { carryOut, COORDINATOR, EMPTY, idAt, POST, TODAY } from './exportworld.ts'
import { convert, hasOffice } from './officeworld.ts'

const id = idAt('act')

const MEETING: MeetingContent = {
  key: 'm1',
  day: TODAY,
  title: 'Autumn meeting',
  status: 'closed',
  starts: '10:00',
  ends: '12:30',
  place: 'Room 2; the annexe, first floor',
  link: 'https://teams.example/join/1',
  secretary: COORDINATOR,
  attendance: [
    { id: 'guest', organisation: null, post: null, name: 'Tom Ashworth', state: 'apologies' },
    { id: POST.key, organisation: 'north-mercia', post: POST.key, name: 'Kit Ray', state: 'present' },
  ],
  closedOn: TODAY,
}

const item = (key: string, place: number, title: string, more: Partial<AgendaItem> = {}): AgendaItem => ({
  key,
  meeting: 'm1',
  kind: 'item',
  place,
  title,
  presenter: null,
  papers: [],
  discussion: '',
  decisions: [],
  takes: [],
  withdrawn: false,
  ...more,
})

const AGENDA = [
  item('welcome', 1, 'Welcome and apologies'),
  item('matters', 2, 'Matters arising', { kind: 'matters' }),
  item('data', 3, 'NRM data on children', {
    presenter: { post: POST.key },
    papers: [
      { id: 'p', title: 'Quarter 2', link: '', given: [{ to: { organisation: 'taff-vale' }, on: TODAY, how: '' }] },
    ],
    discussion: 'All forces spoke.\nThe child’s name was ⟦name of a child⟧.',
    decisions: [
      { id: 'd', words: 'Adopted as the baseline.' },
      { id: 'e', words: '' },
    ],
  }),
]

function anAction(index: number, more: Partial<Extract<Command, { kind: 'addAction' }>> = {}): Command {
  return {
    kind: 'addAction',
    id: id(index),
    details: `Matter ${index} <&> "quoted"`,
    actionKind: 'action',
    owners: [{ organisation: 'north-mercia' }],
    parts: [],
    due: parseDueWords('5 March 2026', TODAY),
    origin: { kind: 'typed' },
    imported: { reference: `${index}/26`, status: 'open', updates: [] },
    ...more,
  }
}

const HELD = carryOut({ snapshot: EMPTY, histories: new Map() }, [
  anAction(1),
  anAction(2),
  anAction(3),
  anAction(4, {
    origin: { kind: 'meeting', meeting: 'm1', words: '3. NRM data on children' },
    details: 'Send the data',
  }),
  anAction(5, { origin: { kind: 'meeting', meeting: 'm1', words: 'said at the door' }, details: 'Thank the host' }),
  { kind: 'proposeDischarge', id: id(91), action: id(1), evidence: 'Done.' },
  {
    kind: 'askExtension',
    id: id(92),
    action: id(2),
    to: { kind: 'day', day: '2027-03-05', words: '5 March 2027' },
    reason: 'Staff',
  },
])

const matter = (index: number, how: Handling, words: string, more: Partial<MeetingMatter> = {}): MeetingMatter => ({
  key: matterKeyOf('m1', id(index)),
  meeting: 'm1',
  action: id(index),
  deeds: [{ id: id(80 + index), how, words, on: TODAY, by: COORDINATOR }],
  confirmed: [],
  ...more,
})

const MATTERS = [
  matter(1, 'discharged', 'The chair was satisfied.'),
  matter(2, 'extended', '', { confirmed: [{ kind: 'extension', decision: 'd', verdict: 'refused' }] }),
  matter(3, 'retained', 'To come back.'),
]

const groundFor = (language: Language) => ({
  meeting: MEETING,
  agenda: AGENDA,
  matters: MATTERS,
  snapshot: HELD.snapshot,
  words: createWords(language),
})

function partsOf(kind: PaperKind, language: Language = 'en'): Map<string, string> {
  const bytes = makePaperWord(makePaper(kind, groundFor(language)))
  return new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]))
}

const textOf = (xml: string): string => xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/gu, '')

describe('minutes', () => {
  const parts = partsOf('minutes')
  const document = parts.get('word/document.xml') ?? ''
  const text = textOf(document)

  test('have a real heading for each item, and tables whose headings come again', () => {
    const headings = [...document.matchAll(/<w:pStyle w:val="Heading1"\/>.*?<\/w:p>/gu)].map(([xml]) =>
      textOf(xml).trim(),
    )
    expect(headings).toEqual([
      'Present and apologies',
      '1. Welcome and apologies',
      '2. Matters arising',
      '3. NRM data on children',
      'Other actions',
    ])
    expect(document.match(/<w:tblHeader\/>/gu)).toHaveLength(4)
    expect(parts.get('word/styles.xml')).toContain('<w:outlineLvl w:val="0"/>')
  })

  test('say who came, what was said and decided, and what became of each matter', () => {
    expect(text).toContain('Tuesday 24 November 2026 · 10:00 to 12:30 · Room 2; the annexe, first floor')
    expect(text.indexOf('Kit Ray')).toBeLessThan(text.indexOf('Tom Ashworth'))
    expect(text).toContain('Presented by CSE SPOC, North Mercia. Papers: Quarter 2 (to DTP).')
    expect(text).toContain('All forces spoke.\n')
    expect(text).toContain('DECISION: Adopted as the baseline.')
    expect(text).toContain('Discharged, to be confirmed by the chair\nThe chair was satisfied.')
    expect(text).toContain('More time, to 5 March 2027: not confirmed by the chair')
    expect(text).toContain('Retained for the next meeting\nTo come back.')
    expect(text).toContain('Next meeting: 10 December 2026.')
  })

  test('put each new action under its item, with its number, owner and due', () => {
    const under = text.slice(text.indexOf('3. NRM data'), text.indexOf('Other actions'))
    expect(under).toContain('4/26\nSend the data\nNMP\n5 March 2026')
    expect(text.slice(text.indexOf('Other actions'))).toContain('Thank the host')
  })

  test('are marked on every page, name nobody in their properties, and hold nothing hidden', () => {
    for (const name of ['word/header1.xml', 'word/footer1.xml']) {
      expect(parts.get(name)).toContain('OFFICIAL – Group members only')
    }
    expect(parts.get('docProps/core.xml')).toContain('<dc:creator>Matters Arising</dc:creator>')
    expect([...parts.values()].join('')).not.toMatch(/TargetMode="External"|w:vanish/u)
    expect(document).toContain('<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>')
    expect(document).toContain('&lt;&amp;&gt; &quot;quoted&quot;')
  })

  test('are there in Welsh', () => {
    const welsh = textOf(partsOf('minutes', 'cy').get('word/document.xml') ?? '')
    expect(welsh).toContain('Cofnodion: Grŵp Llywodraethu CSAE')
    expect(welsh).toContain('PENDERFYNIAD: Adopted as the baseline.')
    expect(welsh).toContain('Cyflawnwyd, i’w gadarnhau gan y cadeirydd')
  })

  test('are called after their group and day', () => {
    expect(makePaperName('minutes', EMPTY, MEETING)).toBe('csae-sgg-minutes-2026-11-24.docx')
  })
})

test('an action list holds what the meeting agreed and what goes on', () => {
  const text = textOf(partsOf('actions').get('word/document.xml') ?? '')
  expect(text).toContain('Action list: CSAE SGG')
  expect(text.indexOf('4/26')).toBeLessThan(text.indexOf('Carried forward'))
  const carried = text.slice(text.indexOf('Carried forward'))
  for (const reference of ['1/26', '2/26', '3/26']) expect(carried).toContain(reference)
})

test.skipIf(!hasOffice)(
  'LibreOffice opens the minutes, and finds their headings and the headings of their tables',
  () => {
    const bytes = makePaperWord(makePaper('minutes', groundFor('en')))
    const page = Buffer.from(convert('minutes.docx', bytes, 'html')).toString()
    expect(page).toMatch(/<h1[^>]*>(?:<[^>]+>|\s)*3\. NRM data on children/u)
    expect(page).toContain('Adopted as the baseline.')
    expect(page).toContain('<thead')
  },
  90_000,
)

describe('a calendar file', () => {
  const fileOf = (more: Partial<MeetingContent> = {}): string =>
    makeCalendar({ ...groundFor('en'), meeting: { ...MEETING, ...more }, at: '2026-11-20T09:30:00.000Z' })
  /** As a calendar reads it: unfolded, a line each. */
  const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n').slice(0, -1)

  test('is one event in London’s time, with the rules of that zone', () => {
    const lines = linesOf(fileOf())
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines.at(-1)).toBe('END:VCALENDAR')
    expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(lines).toContain('DTSTART;TZID=Europe/London:20261124T100000')
    expect(lines).toContain('DTEND;TZID=Europe/London:20261124T123000')
    expect(lines).toContain('TZID:Europe/London')
    expect(lines).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU')
    expect(lines).toContain('UID:m1@csae-sgg.matters-arising')
    expect(lines).toContain('DTSTAMP:20261120T093000Z')
    expect(lines).toContain('LOCATION:Room 2\\; the annexe\\, first floor')
    expect(lines).toContain('URL:https://teams.example/join/1')
    const description = lines.find((line) => line.startsWith('DESCRIPTION:'))
    expect(description).toContain('OFFICIAL – Group members only\\n')
    expect(description).toContain('3. NRM data on children')
  })

  test('without a time is a whole day; without an end, what its beginning says', () => {
    const day = linesOf(fileOf({ starts: null, ends: null }))
    expect(day).toContain('DTSTART;VALUE=DATE:20261124')
    expect(day).toContain('DTEND;VALUE=DATE:20261125')
    expect(linesOf(fileOf({ ends: null })).some((line) => line.startsWith('DTEND'))).toBe(false)
  })

  test('that is made later replaces an earlier one', () => {
    const sequence = (at: string): number =>
      Number(/SEQUENCE:(\d+)/u.exec(makeCalendar({ ...groundFor('en'), at }))?.[1])
    expect(sequence('2026-11-20T09:31:00.000Z')).toBe(sequence('2026-11-20T09:30:00.000Z') + 1)
    expect(sequence('2099-12-31T23:59:00.000Z')).toBeLessThan(2 ** 31)
  })

  test('folds its lines at 75 octets, ends each with CRLF, and escapes whatever is written in it', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 400 })
    fc.assert(
      fc.property(words, words, (title, place) => {
        const file = fileOf({ title, place })
        const raw = file.split('\r\n')
        expect(raw.pop()).toBe('')
        for (const line of raw) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
        expect(file).not.toContain('\uFFFD'.repeat(2))
        // Read back as RFC 5545 says, it is what was written.
        const summary = linesOf(file).find((line) => line.startsWith('SUMMARY:'))
        const read = summary
          ?.slice('SUMMARY:'.length)
          .replaceAll(/\\(.)/gu, (_, each: string) => (each === 'n' ? '\n' : each))
        expect(read).toBe(`CSAE SGG: ${title.replaceAll(/\r\n|\r/gu, '\n')}`)
      }),
      { numRuns: process.env['MATTERS_PROVE'] ? 5000 : 200 },
    )
  })
})
