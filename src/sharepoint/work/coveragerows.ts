/** What work answers of a framework, as rows of their list, both ways. Pure. */

import { decideCoverage, touchedByCoverage, type CoverageContent, type SetCoverage } from '../../domain/coverage.ts'
import { WORK_KINDS } from '../../domain/covering.ts'
import { compareNumbers } from '../../domain/framework.ts'
import { COVERAGES } from '../worklists.ts'
import { makeData, type Cells } from './cells.ts'
import type { CollectionKind } from './collection.ts'
import type { KeyedValues } from './rows.ts'
import { person } from './shapes.ts'

export const coverageKind: CollectionKind<CoverageContent, SetCoverage> = {
  list: COVERAGES,
  parse: parseCoverage,
  make: makeCoverage,
  decide: decideCoverage,
  touches: touchedByCoverage,
}

/** Without its work or framework it says nothing. */
function parseCoverage(cells: Cells): CoverageContent | null {
  const [framework, key] = [cells.words('Framework'), cells.words('ItemKey')]
  const item = { kind: cells.choice('Kind', WORK_KINDS, 'action'), key }
  const [day, by] = [cells.day('Day'), cells.data('ByData', person)]
  if (framework === '' || key === '' || day === null || !by) return null
  const paragraphs = cells.lines('Paragraphs').toSorted(compareNumbers)
  return { framework, item, paragraphs, evidence: cells.text('Evidence'), by, day }
}

function makeCoverage(key: string, { framework, item, paragraphs, evidence, by, day }: CoverageContent): KeyedValues {
  return {
    Key: key,
    Title: paragraphs.join(', ').slice(0, 250) || '–',
    Framework: framework,
    Kind: item.kind,
    ItemKey: item.key,
    Paragraphs: paragraphs.join('\n') || null,
    Evidence: evidence || null,
    Day: day,
    ByData: makeData(by),
  }
}
