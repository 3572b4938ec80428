/** Frameworks that a group added, as rows of their list, both ways. Pure. */

import * as v from 'valibot'
import {
  decideFramework,
  isSound,
  touchedByFramework,
  type AddedFramework,
  type FrameworkCommand,
} from '../../domain/addedframework.ts'
import { TIERS, type Framework } from '../../domain/framework.ts'
import { FRAMEWORKS } from '../worklists.ts'
import { makeData, type Cells } from './cells.ts'
import type { CollectionKind } from './collection.ts'
import type { KeyedValues } from './rows.ts'
import { person } from './shapes.ts'

export const frameworkKind: CollectionKind<AddedFramework, FrameworkCommand> = {
  list: FRAMEWORKS,
  parse: parseFramework,
  make: makeFramework,
  decide: decideFramework,
  touches: touchedByFramework,
}

const named = v.object({ en: v.string(), cy: v.string() })
const parts = v.array(v.object({ key: v.string(), title: named }))

const shape: v.GenericSchema<unknown, Framework> = v.object({
  key: v.string(),
  title: named,
  edition: v.string(),
  threats: parts,
  pillars: parts,
  capabilities: parts,
  dutyHolders: parts,
  paragraphs: v.array(
    v.object({
      number: v.string(),
      under: v.string(),
      pillar: v.nullable(v.string()),
      dutyHolder: v.string(),
      tier: v.picklist(TIERS),
      title: named,
    }),
  ),
  context: v.array(v.string()),
})

const framework = v.pipe(shape, v.check(isSound))

/** One whose table somebody broke is none. */
function parseFramework(cells: Cells): AddedFramework | null {
  const [read, by, day] = [cells.data('FrameworkData', framework), cells.data('ByData', person), cells.day('Day')]
  if (!read || !by || day === null) return null
  return { framework: read, source: cells.text('Source'), by, day, withdrawn: cells.day('WithdrawnDay') }
}

function makeFramework(key: string, { framework: kept, source, by, day, withdrawn }: AddedFramework): KeyedValues {
  return {
    Key: key,
    Title: kept.title.en,
    Edition: kept.edition,
    Source: source || null,
    Day: day,
    WithdrawnDay: withdrawn,
    FrameworkData: makeData(kept),
    ByData: makeData(by),
  }
}
