import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/documents/document.ts'
import { makeEvidencePaper, named, partName } from '../../src/documents/export/assurance.ts'
import { cellText } from '../../src/documents/export/cell.ts'
import type { Paper, PaperCell } from '../../src/documents/export/paper.ts'
import { makePaperCsv } from '../../src/documents/export/papercsv.ts'
import { makePaperExcel } from '../../src/documents/export/paperexcel.ts'
import { makePaperPdf } from '../../src/documents/export/paperpdf.ts'
import { makePaperWord } from '../../src/documents/export/paperword.ts'
import { STATUSES } from '../../src/domain/action.ts'
import { matrixOf, type CoverageContent, type CoverageMatrix } from '../../src/domain/coverage.ts'
import { workOf, type CoveringGround } from '../../src/domain/covering.ts'
import type { Framework } from '../../src/domain/framework.ts'
import { SPR_2023 } from '../../src/domain/frameworks/spr2023.ts'
import { loadAllWords } from '../../src/words/loading.ts'
import {
  anAction,
  answered,
  aQuarter,
  aRequest,
  aReturn,
  aWorkstream,
  covering,
  groundOf,
} from '../domain/coverageworld.ts'
import { TODAY } from '../domain/domainworld.ts'
import { readPdf, type PdfNode } from '../../src/documents/export/pdfreading.ts'
import { FONTS } from '../../src/service/disclosure/fonts.ts'

const LANGUAGES = { en: await loadAllWords('en'), cy: await loadAllWords('cy') } as const
const NUMBERS = SPR_2023.paragraphs.map(({ number }) => number)
/** Two threats and a capability of it: some pages, not twenty. */
const SHORT: Framework = {
  ...SPR_2023,
  threats: SPR_2023.threats.filter(({ key }) => key === 'csa' || key === 'cyber'),
  capabilities: SPR_2023.capabilities.filter(({ key }) => key === 'forensics'),
  paragraphs: SPR_2023.paragraphs.filter(({ under }) => ['csa', 'cyber', 'forensics'].includes(under)),
}
const STREAM = { kind: 'workstream', key: 'homes' } as const
const RETURN = { kind: 'return', key: 'ocag' } as const
const FORMULA = '=HYPERLINK("http://x","y")'

const ground: CoveringGround = groundOf({
  actions: [
    ...STATUSES.map((status, index) => anAction(String(index), { status, details: `Mater ${index}` })),
    anAction('9', {
      details: 'Name ⟦a child⟧',
      marking: { level: 'OFFICIAL-SENSITIVE', handling: 'By hand' },
      status: 'closed',
      closing: { reason: 'duplicate', words: '', day: TODAY },
    }),
  ],
  workstreams: new Map([[STREAM.key, aWorkstream()]]),
  quarters: new Map([aQuarter(STREAM.key, '2026-Q2')]),
  returns: new Map([[RETURN.key, aReturn()]]),
  requests: new Map([['p', aRequest('p', { return: RETURN.key, period: '2026-Q2' })]]),
  responses: answered('p', 'north'),
})
const all = [...workOf(ground, TODAY).values()]

function paperOf(coverages: readonly CoverageContent[], language: 'en' | 'cy' = 'en', framework = SPR_2023) {
  const matrix = matrixOf(framework, coverages, ground, TODAY)
  const options = { words: LANGUAGES[language], snapshot: ground.snapshot, today: TODAY }
  return { matrix, paper: makeEvidencePaper(matrix, options) }
}

const textOf = (cell: PaperCell | undefined): string => (cell?.kind === 'words' ? cellText(cell.words) : '')
const rowsOf = (paper: Paper, key: string): readonly (readonly PaperCell[])[] =>
  paper.sections.find((section) => section.key === key)?.table?.rows ?? []

const wordsIn = ({ text, children }: PdfNode): string => text + children.map(wordsIn).join(' ')

/** What a cell of the matrix has to say, said over again. */
function toldOf({ state, worst, covered, paragraphs }: CoverageMatrix['cells'][number], language: 'en' | 'cy'): string {
  const words = LANGUAGES[language]
  if (state === 'notInFramework') return words.say('assurance.notInFramework')
  const word = worst === null ? words.say('assurance.uncovered') : words.say(`status.${worst}`)
  return `${word}, ${covered} ${language === 'cy' ? 'o' : 'of'} ${paragraphs.length}`
}

const TOLD = [
  covering('0', ['106.1', '111'], { evidence: `${FORMULA}\nMinutes of ⟦a person⟧` }),
  covering('9', ['104']),
  covering(STREAM, ['106.2', '160'], { evidence: '' }),
  covering(RETURN, ['109', '106.2'], { evidence: 'Pum heddlu, ŵyr ac ŷd' }),
]

describe('the evidence for the yearly statement', () => {
  const drawn = fc.tuple(
    fc.uniqueArray(
      fc.record({
        work: fc.constantFrom(...all),
        paragraphs: fc.uniqueArray(fc.constantFrom(...NUMBERS), { maxLength: 9 }),
        evidence: fc.constantFrom('', 'Seen', 'One\nTwo'),
      }),
      { maxLength: 7, selector: ({ work }) => `${work.kind} ${work.key}` },
    ),
    fc.constantFrom('en', 'cy'),
  )

  test('whatever was linked, says every cell, every link and every paragraph that nothing answers', () => {
    fc.assert(
      fc.property(drawn, ([links, language]) => {
        const { matrix, paper } = paperOf(
          links.map(({ work, paragraphs, evidence }) => covering(work, paragraphs, { evidence })),
          language,
        )
        const words = LANGUAGES[language]
        const told = rowsOf(paper, 'matrix').map((row) => row.map(textOf))
        expect(told).toEqual(
          SPR_2023.threats.map(({ key, title }) => [
            named(title, words),
            ...matrix.cells.filter(({ under }) => under === key).map((cell) => toldOf(cell, language)),
          ]),
        )
        expect(rowsOf(paper, 'capabilities').map((row) => row.map(textOf))).toEqual(
          matrix.capabilities.map((cell) => [partName(SPR_2023, cell.under, words), toldOf(cell, language)]),
        )
        // Recounted from what was linked, not from the matrix.
        const linked = links.flatMap(({ work, paragraphs, evidence }) =>
          paragraphs.map((number) => ({ number, work, evidence })),
        )
        const evidence = rowsOf(paper, 'evidence')
        expect(evidence).toHaveLength(linked.length)
        for (const { number, work, evidence: shown } of linked) {
          // What is withheld is said in other words.
          const [name = ''] = named(work.name, words).split('⟦')
          const row = evidence.find((each) => textOf(each[0]) === number && textOf(each[4]).includes(name))
          expect(textOf(row?.[5])).toContain(words.say(`status.${work.stands.colour}`))
          expect(textOf(row?.[6])).toContain(shown)
        }
        const answering = new Set(linked.filter(({ work }) => work.counts).map(({ number }) => number))
        const open = rowsOf(paper, 'uncovered').map(([number]) => textOf(number))
        expect(open).toEqual(NUMBERS.filter((number) => !answering.has(number)))
      }),
      { numRuns: 40 },
    )
  })

  test('is of an edition and a day, and as sensitive as the most sensitive of what it tells, what is over included', () => {
    const { paper } = paperOf(TOLD)
    expect(paper.lines).toEqual([
      'Strategic Policing Requirement 2023, edition of February 2023',
      'As it stands on 23 November 2026',
    ])
    expect(paper.marking).toBe('OFFICIAL-SENSITIVE – By hand')
    expect(paperOf(TOLD.slice(2)).paper.marking).toBe('OFFICIAL')
    expect(rowsOf(paper, 'evidence').map((row) => textOf(row[4]))).toContain('Work stream: 1.2 One list of homes')
  })

  test('says the same in Word, Excel, CSV and PDF, in Welsh, with its marking on each page', async () => {
    const { paper } = paperOf(TOLD, 'cy', SHORT)
    const plain = (text: string): string => text.replaceAll(/\s+/gu, '')
    const wanted = paper.sections.flatMap(({ table }) =>
      table ? [...table.columns.map(({ title }) => title), ...table.rows.flat().map(textOf)] : [],
    )
    const word = makePaperWord(paper)
    const excel = makePaperExcel(paper)
    for (const bytes of [word, excel]) {
      const read = readDocument({ bytes })
      const held = plain(
        (read.ok ? read.value : [])
          .flatMap(({ rows }) => rows.flatMap((row) => row.cells))
          .map(({ text }) => text)
          .join(' '),
      )
      expect(wanted.filter((text) => !held.includes(plain(text)))).toEqual([])
      const parts = Object.entries(unzipSync(bytes)).map(([, content]) => strFromU8(content))
      expect(parts.join('\n')).not.toMatch(/<f>|w:vanish|hidden="|w:instrText[^>]*>[^<]*HYPERLINK/u)
    }
    const csv = strFromU8(makePaperCsv(paper))
    expect(wanted.filter((text) => !plain(csv).includes(plain(text.replaceAll('"', '""'))))).toEqual([])
    expect(csv).not.toMatch(/(?:^|[,"\n])=HYPERLINK/u)
    const { root, artefacts, unmarked } = readPdf(await makePaperPdf(paper, FONTS))
    const printed = plain(wordsIn(root))
    expect(wanted.filter((text) => !printed.includes(plain(text)))).toEqual([])
    expect(artefacts.length).toBeGreaterThan(2)
    expect(artefacts.filter((page) => !plain(page).includes(plain(paper.marking)))).toEqual([])
    expect(unmarked).toBe('')
  })
})
