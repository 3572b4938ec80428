import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STATUSES } from '../../src/domain/action.ts'
import { coverageKey, decideCoverage, evidenceOf, matrixOf, WORST_FIRST } from '../../src/domain/coverage.ts'
import { addDays } from '../../src/domain/day.ts'
import { compareNumbers } from '../../src/domain/framework.ts'
import { FRAMEWORKS } from '../../src/domain/frameworks.ts'
import { SPR_2023 } from '../../src/domain/frameworks/spr2023.ts'
import { anAction, aQuarter, aWorkstream, covering, groundOf } from './coverageworld.ts'
import { PAT, TODAY } from './domainworld.ts'

const REAL = fileURLToPath(new URL('../../../shared/real/strategic-policing-requirement-2023.md', import.meta.url))
const action = (key: string) => ({ kind: 'action', key }) as const
const NUMBERS = SPR_2023.paragraphs.map(({ number }) => number)

describe('a framework', () => {
  test.each(FRAMEWORKS)('$key names each paragraph once, in both languages, at a place that it has', (framework) => {
    const { threats, pillars, capabilities, dutyHolders, paragraphs, context } = framework
    const keys = (parts: readonly { readonly key: string }[]): readonly string[] => parts.map(({ key }) => key)
    const numbers = [...paragraphs.map(({ number }) => number), ...context]
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(paragraphs.map(({ number }) => number)).toEqual(
      paragraphs.map(({ number }) => number).toSorted(compareNumbers),
    )
    for (const { under, pillar, dutyHolder, title } of paragraphs) {
      expect(keys(pillar === null ? capabilities : threats)).toContain(under)
      if (pillar !== null) expect(keys(pillars)).toContain(pillar)
      expect(keys(dutyHolders)).toContain(dutyHolder)
      expect(title.cy).not.toBe(title.en)
    }
  })

  test.skipIf(!existsSync(REAL))(
    'every number that the document prints has its home (skipped without ../shared)',
    () => {
      const lines = readFileSync(REAL, 'utf8').split('\n')
      const begin = lines.findIndex((line) => line.startsWith('## The Policing Response'))
      const printed = lines.slice(begin).flatMap((line) => {
        const number = /^\s*(?:#+ )?(?:- )?(\d{2,3}(?:\.\d{1,2})?)\.? +\S/u.exec(line)?.[1]
        return number !== undefined && Number(number) >= 25 && Number(number) < 175 ? [number] : []
      })
      expect(printed.length).toBeGreaterThan(180)
      expect(printed).toContain('49.2')
      const known = new Set([...NUMBERS, ...SPR_2023.context])
      expect(printed.filter((number) => !known.has(number))).toEqual([])
      // Nothing is made up, but for the four whose numbers were lost.
      const there = new Set(printed)
      expect([...known].filter((number) => !there.has(number)).toSorted(compareNumbers)).toEqual([
        '34',
        '54',
        '118',
        '154',
      ])
    },
  )

  test.skipIf(!existsSync(REAL))('its titles are no sentences of the document (skipped without ../shared)', () => {
    const text = readFileSync(REAL, 'utf8').toLowerCase().replaceAll(/\s+/gu, ' ')
    const taken = SPR_2023.paragraphs.filter(
      ({ title }) => title.en.split(' ').length > 4 && text.includes(title.en.toLowerCase()),
    )
    expect(taken.map(({ title }) => title.en)).toEqual([])
  })
})

describe('what covers a framework', () => {
  const red = anAction('1', {
    due: { kind: 'day', day: addDays(TODAY, -3), words: '' },
    firstDue: { kind: 'day', day: addDays(TODAY, -3), words: '' },
  })
  const closed = anAction('2', { status: 'closed', closing: { reason: 'duplicate', words: '', day: TODAY } })

  test('says what isn’t in the framework otherwise than what nothing covers', () => {
    const { cells } = matrixOf(SPR_2023, [covering('1', ['106', '106.1'])], groundOf({ actions: [red] }), TODAY)
    const at = (under: string, pillar: string) => cells.find((cell) => cell.under === under && cell.pillar === pillar)
    expect(at('vawg', 'capacity')?.state).toBe('notInFramework')
    expect(at('vawg', 'outcomes')?.state).toBe('uncovered')
    expect(at('csa', 'capabilities')).toMatchObject({ state: 'covered', covered: 2, worst: 'RED' })
  })

  test('a work stream covers beside an action, and the worst of both is told', () => {
    const stream = { kind: 'workstream', key: 'homes' } as const
    const ground = groundOf({
      actions: [red],
      workstreams: new Map([['homes', aWorkstream()]]),
      quarters: new Map([aQuarter('homes', '2026-Q3')]),
    })
    const matrix = matrixOf(SPR_2023, [covering(stream, ['113', '109']), covering('1', ['113'])], ground, TODAY)
    const at = (pillar: string) => matrix.cells.find((cell) => cell.under === 'csa' && cell.pillar === pillar)
    expect(at('collaboration')).toMatchObject({ covered: 1, worst: 'RED' })
    expect(at('collaboration')?.items.map(({ work }) => work.kind)).toEqual(['action', 'workstream'])
    expect(at('capacity')).toMatchObject({ state: 'covered', worst: 'GREEN' })
  })

  test('what was closed without being done covers nothing, and stays in the evidence', () => {
    const matrix = matrixOf(SPR_2023, [covering('2', ['113'])], groundOf({ actions: [closed] }), TODAY)
    expect(matrix.covered).toBe(0)
    expect(matrix.uncovered.map(({ paragraph }) => paragraph.number)).toContain('113')
    expect(evidenceOf(matrix).find(({ paragraph }) => paragraph.number === '113')?.item.work.key).toBe('2')
  })

  test('only who coordinates says so, and of paragraphs that ask something', () => {
    const context = {
      actor: PAT,
      today: TODAY,
      as: 'coordinator',
      snapshot: groundOf({ actions: [red] }).snapshot,
    } as const
    const command = {
      kind: 'setCoverage',
      id: 'c',
      key: coverageKey(SPR_2023.key, action('1')),
      framework: SPR_2023.key,
      item: action('1'),
      paragraphs: ['113', '49.2', '113'],
      evidence: ' Minutes ',
    } as const
    expect(decideCoverage(command, null, context)).toMatchObject({
      ok: true,
      value: { paragraphs: ['49.2', '113'], evidence: 'Minutes', by: PAT, day: TODAY },
    })
    const codes = [
      decideCoverage(command, null, { ...context, as: 'member' }),
      decideCoverage({ ...command, paragraphs: ['25'] }, null, context),
      decideCoverage({ ...command, item: action('9'), key: coverageKey(SPR_2023.key, action('9')) }, null, context),
      decideCoverage({ ...command, framework: 'other' }, null, context),
    ].map((result) => (result.ok ? null : result.error.code))
    expect(codes).toEqual(['coordinatorOnly', 'paragraphUnknown', 'actionUnknown', 'commandInvalid'])
  })

  const drawn = fc.record({
    statuses: fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 6 }),
    // Some name an action that isn't there, or a paragraph.
    covers: fc.uniqueArray(fc.tuple(fc.nat(7), fc.uniqueArray(fc.constantFrom(...NUMBERS, '999'), { maxLength: 12 })), {
      maxLength: 8,
      selector: ([item]) => item,
    }),
  })

  test('every paragraph is in exactly one cell, and every covered cell names what covers it', () => {
    fc.assert(
      fc.property(drawn, ({ statuses, covers }) => {
        const actions = statuses.map((status, index) => anAction(String(index), { status }))
        const coverages = covers.map(([item, paragraphs]) => covering(String(item), paragraphs))
        const matrix = matrixOf(SPR_2023, coverages, groundOf({ actions }), TODAY)
        const all = [...matrix.cells, ...matrix.capabilities]
        const shown = all.flatMap((cell) => cell.paragraphs.map(({ paragraph }) => paragraph.number))
        expect(shown.toSorted(compareNumbers)).toEqual(NUMBERS)
        expect(matrix.cells).toHaveLength(SPR_2023.threats.length * SPR_2023.pillars.length)
        for (const cell of all) {
          const own = new Set(cell.paragraphs.map(({ paragraph }) => paragraph.number))
          const expected = new Set(
            coverages
              .filter((each) => {
                const answering = actions[Number(each.item.key)]
                return answering && answering.status !== 'closed' && each.paragraphs.some((number) => own.has(number))
              })
              .map(({ item }) => item.key),
          )
          expect(new Set(cell.items.map(({ work }) => work.key))).toEqual(expected)
          expect(cell.items).toHaveLength(expected.size)
          expect(cell.state).toBe(own.size === 0 ? 'notInFramework' : expected.size === 0 ? 'uncovered' : 'covered')
          const places = cell.items.map(({ work }) => WORST_FIRST.indexOf(work.stands.colour))
          expect(cell.worst).toBe(expected.size === 0 ? null : WORST_FIRST[Math.min(...places)])
        }
        expect(matrix.covered + matrix.uncovered.length).toBe(NUMBERS.length)
        const evidence = evidenceOf(matrix)
        const said = coverages.flatMap(({ item, paragraphs }) =>
          actions[Number(item.key)] ? paragraphs.filter((number) => number !== '999') : [],
        )
        expect(evidence.map(({ paragraph }) => paragraph.number)).toEqual(said.toSorted(compareNumbers))
        const told = [...evidence, ...matrix.uncovered].map(({ paragraph }) => paragraph.number)
        expect(new Set(told).size).toBe(NUMBERS.length)
      }),
      { numRuns: 100 },
    )
  })
})
