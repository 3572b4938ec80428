import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeFrameworkBook } from '../../src/documents/export/frameworkbook.ts'
import {
  FRAMEWORK_COLUMNS,
  isWhole,
  makeFrameworkRows,
  readFrameworkTable,
  type FrameworkTable,
  type ReadFramework,
} from '../../src/documents/frameworktable.ts'
import { compareNumbers, TIERS, type Framework } from '../../src/domain/framework.ts'
import { SPR_2023 } from '../../src/domain/frameworks/spr2023.ts'
import { loadAllWords } from '../../src/words/loading.ts'
import { EMPTY } from '../domain/domainworld.ts'

const LANGUAGES = { en: await loadAllWords('en'), cy: await loadAllWords('cy') } as const

function read(bytes: Uint8Array | string, name = 'framework.csv'): ReadFramework {
  const found = readFrameworkTable({ name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes })
  if (!found.ok || !found.value) throw new TypeError(`nothing was read: ${JSON.stringify(found)}`)
  return found.value
}

/** By what people read, whatever the keys are. */
function saidOf({ paragraphs, ...parts }: FrameworkTable): readonly unknown[] {
  const title = (list: Framework['threats'], key: string | null) => list.find((each) => each.key === key)?.title ?? null
  return paragraphs.map(({ number, under, pillar, dutyHolder, tier, title: what }) => ({
    number,
    under: title(pillar === null ? parts.capabilities : parts.threats, under),
    pillar: title(parts.pillars, pillar),
    dutyHolder: title(parts.dutyHolders, dutyHolder),
    tier,
    what,
  }))
}

describe('a framework as a table', () => {
  test.each(['en', 'cy'] as const)('the one to start from comes back as it was, under %s headings', (language) => {
    const bytes = makeFrameworkBook(SPR_2023, { words: LANGUAGES[language], snapshot: EMPTY })
    const found = read(bytes, 'spr.xlsx')
    expect(found.problems).toEqual([])
    expect(isWhole(found)).toBe(true)
    expect(saidOf(found.table)).toEqual(saidOf(SPR_2023))
    const orders = [found.table, SPR_2023].map(({ threats, pillars, capabilities }) =>
      [threats, pillars, capabilities].map((parts) => parts.map(({ title }) => title)),
    )
    expect(orders[0]).toEqual(orders[1])
  })

  const name = fc.constantFrom('Lle', 'Missing children', 'Plant ar goll', 'Night, and weekends', '4 "homes"', 'Ŵyr')
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

  test('whatever is in it, every row is a paragraph or is told of with its row', () => {
    const row = fc.record({
      number: fc.constantFrom('', '1', '1.10', '1.9', '4a', '4b', '12.'),
      threat: fc.option(name, { nil: '' }),
      pillar: fc.option(name, { nil: '' }),
      dutyHolder: fc.option(name, { nil: '' }),
      tier: fc.constantFrom(...TIERS, 'Lleol', 'somewhere', ''),
      what: fc.option(name, { nil: '' }),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const lines = rows.map((each) =>
          [each.number, each.threat, each.pillar, each.dutyHolder, each.tier, each.what].map(cell).join(','),
        )
        const { table, problems } = read(['Paragraph,Threat,Pillar,Duty-holder,Tier,What it asks', ...lines].join('\n'))
        const told = new Set(problems.filter(({ code }) => code !== 'welshMissing').map((each) => each.row))
        const filled = rows.flatMap((each, index) =>
          Object.values(each).some((text) => text !== '') ? [index + 2] : [],
        )
        expect(table.paragraphs.length + told.size).toBe(filled.length)
        const numbers = table.paragraphs.map(({ number }) => number)
        expect(numbers).toEqual(numbers.toSorted(compareNumbers))
        expect(new Set(numbers).size).toBe(numbers.length)
      }),
      { numRuns: 60 },
    )
  })

  test('says of each row what it lacks, and of Welsh words once that they are missing', () => {
    const { problems, table } = read(
      [
        'Our framework,,,,,',
        'Para,Theme,Pillar,Whose duty,Level,Requirement,Threat in Welsh',
        '1,Missing children,Outcomes,Every force,local,A lead who is named,Plant ar goll',
        '1,Missing children,Outcomes,Every force,local,The same again,',
        ',Missing children,Outcomes,Every force,local,No number,',
        '2,,Outcomes,,cosmic,,',
        '3,Shared desks,,Every force,Rhanbarthol,A desk at night,',
      ].join('\n'),
    )
    expect(problems.map(({ row, code }) => [row, code])).toEqual([
      [4, 'numberRepeated'],
      [5, 'numberMissing'],
      [6, 'threatMissing'],
      [6, 'dutyHolderMissing'],
      [6, 'whatMissing'],
      [6, 'tierUnknown'],
      [3, 'welshMissing'],
    ])
    expect(problems.at(-1)?.values).toEqual({ number: '1', count: 2 })
    expect(table.threats).toEqual([{ key: 'missing-children', title: { en: 'Missing children', cy: 'Plant ar goll' } }])
    expect(table.capabilities.map(({ title }) => title.en)).toEqual(['Shared desks'])
    expect(table.paragraphs.map(({ number, tier, pillar }) => [number, tier, pillar])).toEqual([
      ['1', 'local', 'outcomes'],
      ['3', 'regional', null],
    ])
  })

  test('names the columns that it lacks, and isn’t taken for one where it is another table', () => {
    const { problems, table } = read('Paragraph,Threat,What it asks\n1,Missing,A lead')
    expect(problems.map(({ code, values }) => [code, values['column']])).toEqual([
      ['columnMissing', 'dutyHolder'],
      ['columnMissing', 'tier'],
    ])
    expect(table.paragraphs).toEqual([])
    const other = new TextEncoder().encode('No,Details,Owner\n1/26,Chase,North')
    expect(readFrameworkTable({ name: 'tracker.csv', bytes: other })).toEqual({ ok: true, value: null })
    expect(makeFrameworkRows(SPR_2023, String)[0]).toHaveLength(FRAMEWORK_COLUMNS.length)
  })
})
