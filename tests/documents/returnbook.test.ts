import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { columnLetter } from '../../src/documents/export/excel.ts'
import { makeBookName, makeReturnBook, type BookPeriod } from '../../src/documents/export/returnbook.ts'
import type { RequestField } from '../../src/domain/request.ts'
import type { ReturnAnswer } from '../../src/domain/returntable.ts'
import { createWords } from '../../src/words/words.ts'
import { EMPTY, TODAY } from './exportworld.ts'

const field = (key: string, title: string, type: RequestField['type']): RequestField => ({
  key,
  title,
  type,
  unit: null,
  required: true,
  min: null,
  max: null,
  choices: [],
})
const FIELDS = [field('incidents', 'Incidents', 'number'), field('new', 'Anything new', 'text')]

function answer(organisation: string, more: Partial<ReturnAnswer> = {}): ReturnAnswer {
  return { organisation, state: 'accepted', isNil: false, values: {}, words: '', answeredOn: '2026-10-10', ...more }
}
const PERIODS: readonly BookPeriod[] = [
  {
    name: 'Q2 2026/27',
    due: '2026-10-15',
    fields: FIELDS,
    answers: [
      answer('north-mercia', { values: { incidents: 7, new: '=1+1' }, answeredOn: '2026-10-20' }),
      answer('severn-vale', { isNil: true, state: 'nil' }),
      answer('taff-vale', { values: { incidents: 90 }, state: 'returned', words: 'Geiriau “ein hunain”' }),
      answer('wms-rocu', { state: 'notStarted', answeredOn: null }),
    ],
  },
  {
    name: 'Q1 2026/27',
    due: '2026-07-15',
    fields: FIELDS,
    answers: [
      answer('north-mercia', { values: { incidents: 4 } }),
      answer('severn-vale', { values: { incidents: 1 } }),
    ],
  },
]
const options = { title: 'OCAG returns', periods: PERIODS, place: 0, snapshot: EMPTY, today: TODAY }
const book = makeReturnBook({ ...options, words: createWords('en') })
const parts = new Map(Object.entries(unzipSync(book)).map(([name, content]) => [name, strFromU8(content)]))

describe('a return as an Excel workbook', () => {
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''

  test('has its figures as numbers, every word as text, and hides nothing', () => {
    expect(sheet).toContain('<v>7</v>')
    expect(sheet).not.toContain('<v>90</v>')
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t>')
    expect([...parts.values()].join('\n')).not.toMatch(/hidden|<f[ >]|externalLink|TargetMode/iu)
    expect(sheet).toMatch(/<oddHeader>[^<]*OFFICIAL – Group members only/u)
  })

  test('is named after its group, return and period, and numbers columns beyond Z', () => {
    expect(makeBookName('csae-sgg', 'Ffurflenni’r OCAG – tŷ', '2026-Q2')).toBe(
      'csae-sgg-ffurflenni-r-ocag-ty-2026-Q2.xlsx',
    )
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })

  test('is in Welsh for who reads Welsh', () => {
    const welsh = strFromU8(
      unzipSync(makeReturnBook({ ...options, words: createWords('cy') }))['xl/workbook.xml'] ?? new Uint8Array(),
    )
    expect(welsh).toContain('name="Ffurflen"')
  })
})

const soffice = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'soffice'))
  .find((file) => existsSync(file))

describe.skipIf(!soffice)('LibreOffice', () => {
  test('opens it and finds the table, its totals and what changed, and the second sheet', { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'matters-return-'))
    try {
      writeFileSync(join(folder, 'return.xlsx'), book)
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      // Every sheet as a file of its own.
      const to = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
      const wanted = ['--headless', '--convert-to', to, '--outdir', folder, join(folder, 'return.xlsx')]
      execFileSync(soffice ?? '', [profile, ...wanted], { stdio: 'pipe' })
      const lines = (sheet: string): string[] =>
        readFileSync(join(folder, `return-${sheet}.csv`), 'utf8')
          .trim()
          .split('\n')
      expect(lines('Return')).toEqual([
        expect.stringMatching(
          /^"?OCAG returns, Q2 2026\/27 · CSAE SGG · 24 November 2026 · OFFICIAL – Group members only/,
        ),
        'Organisation,Return,Incidents,Anything new,In their own words',
        'North Mercia,Late,7,=1+1,',
        'Severn Vale,Nil,nil,nil,',
        'Dyffryn Taf,Returned,,,Geiriau “ein hunain”',
        'West Midland Shires ROCU,Missing,,,',
        'Total,,7,,',
        'Change on Q1 2026/27,,2,,',
      ])
      expect(lines('Over time').slice(1)).toEqual([
        'Organisation,Q1 2026/27,Q2 2026/27',
        'North Mercia,Late,Late',
        'Severn Vale,Late,Nil',
        'Dyffryn Taf,Not asked,Returned',
        'West Midland Shires ROCU,Not asked,Missing',
        'Answered,2 of 2,2 of 4',
      ])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
