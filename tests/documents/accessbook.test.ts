import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { makeAccessBook, type AccessRow } from '../../src/documents/export/accessbook.ts'
import { createWords } from '../../src/words/words.ts'

const ROW: AccessRow = {
  resource: 'OCAG database',
  person: '=HYPERLINK("x")',
  organisation: 'Severn Vale',
  team: 'POLIT',
  standing: 'suspended',
  since: '2026-10-16',
  why: 'Nobody answered.',
  reason: 'Nights ⟦withheld⟧',
  trained: null,
  nominated: 'Martin Cole',
  approver: 'Judith Ames',
  assetOwner: 'Owen Prothero',
  account: 'osei.k',
  runsOut: null,
  history: [{ day: '2026-04-01', what: 'Nominated', by: 'Martin Cole', words: 'Nights' }],
}

describe('the access register as an Excel workbook', () => {
  test.each(['en', 'cy'] as const)(
    'has a row a person and one for each thing that happened, all as text: %s',
    (language) => {
      const words = createWords(language)
      const book = unzipSync(
        makeAccessBook({ title: 'Access', rows: [ROW], day: '2026-11-27', marking: 'OFFICIAL-SENSITIVE', words }),
      )
      const [standing, history] = [1, 2].map((place) =>
        strFromU8(book[`xl/worksheets/sheet${place}.xml`] ?? new Uint8Array()),
      )
      expect(standing).toContain(words.say('access.standing.suspended'))
      expect(standing).toContain(words.day('2026-10-16'))
      expect(standing).toContain('=HYPERLINK(&quot;x&quot;)')
      expect(standing).not.toMatch(/<f>|t="n"|<v>/)
      expect(standing).toContain('OFFICIAL-SENSITIVE')
      expect(history).toContain('Martin Cole')
      expect(history).toContain(words.say('access.column.what'))
      expect(history).not.toContain('Owen Prothero')
    },
  )
})
