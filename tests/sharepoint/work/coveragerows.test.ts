import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CoverageContent } from '../../../src/domain/coverage.ts'
import { WORK_KINDS } from '../../../src/domain/covering.ts'
import { compareNumbers } from '../../../src/domain/framework.ts'
import { SPR_2023 } from '../../../src/domain/frameworks/spr2023.ts'
import { coverageKind } from '../../../src/sharepoint/work/coveragerows.ts'
import { again } from './again.ts'
import { day, words } from './arbitraries.ts'

const NUMBERS = SPR_2023.paragraphs.map(({ number }) => number)

const coverage: fc.Arbitrary<CoverageContent> = fc.record({
  framework: words,
  item: fc.record({ kind: fc.constantFrom(...WORK_KINDS), key: words }),
  paragraphs: fc
    .uniqueArray(fc.constantFrom(...NUMBERS), { maxLength: 40 })
    .map((numbers) => numbers.toSorted(compareNumbers)),
  evidence: fc.oneof(words, fc.constant('')),
  by: fc.record({ tenantId: words, objectId: words, name: words }),
  day,
})

describe('what work answers of a framework, as a row', () => {
  test('is read back as it was written, whatever the work is', () => {
    fc.assert(
      fc.property(coverage, (content) => {
        expect(again(coverageKind, content)).toEqual({ content, problems: [] })
      }),
    )
  })

  test('what somebody broke says nothing any more, or says it of an action', () => {
    const content = fc.sample(coverage, 1)[0]
    if (!content) throw new TypeError('none was drawn')
    expect(again(coverageKind, content, { ItemKey: '' }).content).toBeNull()
    expect(again(coverageKind, content, { Day: 'Tuesday' }).content).toBeNull()
    const { content: read, problems } = again(coverageKind, content, { Kind: 'rumour' })
    expect(read?.item).toEqual({ kind: 'action', key: content.item.key })
    expect(problems.map(({ column, code }) => [column, code])).toEqual([['Kind', 'choiceUnknown']])
  })
})
