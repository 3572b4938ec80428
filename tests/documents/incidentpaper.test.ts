import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { cellText } from '../../src/documents/export/cell.ts'
import { makeIncidentName, makeIncidentPaper } from '../../src/documents/export/incidentpaper.ts'
import type { PaperCell } from '../../src/documents/export/paper.ts'
import { makePaperExcel } from '../../src/documents/export/paperexcel.ts'
import type { Organisation } from '../../src/domain/group.ts'
import type { ListedBook } from '../../src/domain/incidenttable.ts'
import { createWords } from '../../src/words/words.ts'
import { NOTHING } from './exportworld.ts'

const force = (key: string, nation: string): [string, Organisation] => {
  const more = { shortName: key, aliases: [], kind: 'force', region: 'West' } as const
  return [key, { key, name: `Heddlu ${key}`, nation, ...more }]
}
const SNAPSHOT = {
  ...NOTHING.snapshot,
  group: {
    ...NOTHING.snapshot.group,
    marking: { level: 'OFFICIAL-SENSITIVE', handling: 'Group members only' },
  } as const,
  organisations: new Map([force('north', 'England'), force('welsh', 'Wales')]),
}
const FACTS = { organisation: 'welsh', profile: 'p', category: 'home', outcome: 'arrest', state: 'stands' } as const
const BOOK: ListedBook = {
  incidents: [
    { ...FACTS, day: '2026-05-01', source: 'told', reference: 'REF-1', note: '=1+1' },
    {
      ...FACTS,
      day: '2026-07-02',
      source: 'found',
      reference: 'REF-2',
      note: '',
      profile: null,
      organisation: 'north',
    },
    { ...FACTS, day: '2026-07-03', source: 'told', reference: 'REF-GONE', note: '', state: 'withdrawn' },
    { ...FACTS, day: '2025-01-03', source: 'told', reference: 'REF-EARLIER', note: '' },
  ],
  openings: [
    { organisation: 'welsh', nation: 'Wales', from: '2026-04-01', to: '2026-04-30', count: 41, state: 'stands' },
  ],
  profiles: [{ key: 'p', name: 'Mulberry' }],
}
const OPTIONS = { snapshot: SNAPSHOT, since: '2026-04-01', today: '2026-11-24' }

const textOf = (cell: PaperCell): string | number => (cell.kind === 'number' ? cell.number : cellText(cell.words))

test('a paper of incidents has the counts of the screen, what they are made of, and nothing that doesn’t count', () => {
  const paper = makeIncidentPaper(BOOK, { ...OPTIONS, words: createWords('en') })
  expect(paper.marking).toBe('OFFICIAL-SENSITIVE – Group members only')
  const tables = Object.fromEntries(
    paper.sections.map(({ key, table }) => [key, table?.rows.map((row) => row.map(textOf))]),
  )
  expect(tables['forces']).toEqual([
    ['Heddlu north', 'England', 0, 1, 0, 1],
    ['Heddlu welsh', 'Wales', 1, 0, 41, 42],
    ['Together', '', 1, 1, 41, 43],
  ])
  expect(tables['groups']).toEqual([
    ['Mulberry', 1, 0, 1],
    ['Not known', 0, 1, 1],
    ['Together', 1, 1, 2],
  ])
  expect(tables['months']).toHaveLength(3)
  expect(tables['list']?.map((row) => row.slice(0, 3))).toEqual([
    ['2 July 2026', 'Heddlu north', 'Not known'],
    ['1 May 2026', 'Heddlu welsh', 'Mulberry'],
  ])
  expect(makeIncidentName('ocag', '2026-11-24', 'xlsx')).toBe('ocag-incidents-2026-11-24.xlsx')
})

test('its Excel bears the marking, in either language, and words that look like a formula stay words', () => {
  const paper = makeIncidentPaper(BOOK, { ...OPTIONS, words: createWords('cy') })
  const parts = unzipSync(makePaperExcel(paper))
  const text = Object.values(parts)
    .map((part) => strFromU8(part))
    .join('\n')
  for (const shown of ['OFFICIAL-SENSITIVE', 'Digwyddiadau', 'REF-1', 'Cymru', '=1+1']) expect(text).toContain(shown)
  for (const hidden of ['REF-GONE', 'REF-EARLIER', '<f>']) expect(text).not.toContain(hidden)
})
