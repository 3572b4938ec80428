import { describe, expect, test } from 'vitest'
import {
  addedKey,
  decideFramework,
  frameworksOf,
  isAdded,
  type AddedFramework,
} from '../../src/domain/addedframework.ts'
import { coverageKey, decideCoverage, matrixOf } from '../../src/domain/coverage.ts'
import type { Framework } from '../../src/domain/framework.ts'
import { FRAMEWORKS } from '../../src/domain/frameworks.ts'
import { SPR_2023 } from '../../src/domain/frameworks/spr2023.ts'
import { frameworkKind } from '../../src/sharepoint/work/frameworkrows.ts'
import { again } from '../sharepoint/work/again.ts'
import { anAction, covering, groundOf } from './coverageworld.ts'
import { EMPTY, PAT, TODAY } from './domainworld.ts'

const context = { actor: PAT, today: TODAY, as: 'coordinator', snapshot: EMPTY } as const
const KEY = addedKey('Plant ar goll: “ein” fframwaith', '2026-04')
const OWN: Framework = {
  ...SPR_2023,
  key: KEY,
  title: { en: 'Plant ar goll: “ein” fframwaith', cy: 'Plant ar goll' },
  edition: '2026-04',
  context: [],
}
const save = { kind: 'saveFramework', id: 'f', key: KEY, framework: OWN, source: ' own.xlsx ' } as const

function decided(command: Parameters<typeof decideFramework>[0], now: AddedFramework | null = null): AddedFramework {
  const result = decideFramework(command, now, context)
  if (!result.ok) throw new TypeError(result.error.code)
  return result.value
}

describe('a framework that a group adds', () => {
  test('stands beside those that the product knows, until it is taken off, and comes back as it was', () => {
    const kept = decided(save)
    expect(kept).toEqual({ framework: OWN, source: 'own.xlsx', by: PAT, day: TODAY, withdrawn: null })
    expect(frameworksOf([kept])).toEqual([...FRAMEWORKS, OWN])
    const off = decided({ kind: 'withdrawFramework', id: 'g', key: KEY }, kept)
    expect(off).toEqual({ ...kept, withdrawn: TODAY })
    expect(frameworksOf([off])).toEqual(FRAMEWORKS)
    expect(frameworksOf([decided(save, off)])).toEqual([...FRAMEWORKS, OWN])
    expect(again(frameworkKind, off)).toEqual({ content: off, problems: [] })
  })

  test('is refused where it isn’t whole, isn’t the coordinator’s, or takes the place of another', () => {
    const [first] = OWN.paragraphs
    const codes = [
      decideFramework(save, null, { ...context, as: 'member' }),
      decideFramework({ ...save, framework: { ...OWN, title: { en: ' ', cy: '' } } }, null, context),
      decideFramework({ ...save, framework: { ...OWN, edition: 'spring' } }, null, context),
      decideFramework({ ...save, key: SPR_2023.key, framework: SPR_2023 }, null, context),
      decideFramework({ ...save, framework: { ...OWN, paragraphs: [] } }, null, context),
      decideFramework({ ...save, framework: { ...OWN, paragraphs: first ? [first, first] : [] } }, null, context),
      decideFramework({ ...save, framework: { ...OWN, pillars: [] } }, null, context),
      decideFramework({ ...save, framework: { ...OWN, context: ['9'.repeat(60_000)] } }, null, context),
      decideFramework({ kind: 'withdrawFramework', id: 'g', key: KEY }, null, context),
    ].map((result) => (result.ok ? null : result.error.code))
    expect(codes).toEqual([
      'coordinatorOnly',
      'textMissing',
      'dayInvalid',
      'commandInvalid',
      'commandInvalid',
      'commandInvalid',
      'commandInvalid',
      'frameworkTooLong',
      'frameworkUnknown',
    ])
  })

  test('is covered as any other is, in links of its own', () => {
    const item = { kind: 'action', key: '1' } as const
    const ground = groundOf({ actions: [anAction('1')] })
    expect(isAdded(KEY)).toBe(true)
    const said = { framework: KEY, item, paragraphs: ['106.1'], evidence: '' }
    const command = { kind: 'setCoverage', id: 'c', key: coverageKey(KEY, item), ...said } as const
    const result = decideCoverage(command, null, { ...context, snapshot: ground.snapshot })
    expect(result.ok).toBe(true)
    const links = [covering(item, ['29']), ...(result.ok ? [result.value] : [])]
    const covered = [OWN, SPR_2023].map((framework) =>
      matrixOf(framework, links, ground, TODAY).cells.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ paragraph, isCovered }) => (isCovered ? [paragraph.number] : [])),
      ),
    )
    expect(covered).toEqual([['106.1'], ['29']])
  })
})
