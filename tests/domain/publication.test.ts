import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CollectionContext } from '../../src/domain/collection.ts'
import {
  decidePublication,
  positionOf,
  repliesOwed,
  type BringPublication,
  type PublicationCommand,
  type PublicationContent,
} from '../../src/domain/publication.ts'
import {
  decideWorkstream,
  openBarriers,
  type WorkstreamCommand,
  type WorkstreamContent,
} from '../../src/domain/workstream.ts'
import {
  decideQuarter,
  quarterKey,
  isInQuarter,
  standingInQuarter,
  type QuarterContent,
  type ReportQuarter,
} from '../../src/domain/workstreamquarter.ts'
import { parsePeriod } from '../../src/domain/period.ts'
import { EMPTY, PAT, TODAY } from './domainworld.ts'

const AS_COORDINATOR: CollectionContext = { actor: PAT, today: TODAY, as: 'coordinator', snapshot: EMPTY }
const AS_MEMBER: CollectionContext = { ...AS_COORDINATOR, as: 'member' }

type Without<Each, Name extends PropertyKey> = Each extends unknown ? Omit<Each, Name> : never

function does(
  now: PublicationContent | null,
  command: Without<PublicationCommand, 'id' | 'key'>,
  context = AS_COORDINATOR,
  id = 'c1',
): PublicationContent {
  const decided = decidePublication({ ...command, id, key: 'lost-property' }, now, context)
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value
}

const DRAFT = {
  title: 'Lost property',
  subtitle: '',
  publishers: ['HMICFRS'],
  published: '2024-03',
  scope: 'national',
  lead: [{ organisation: 'north' }],
} as const
const BROUGHT: Without<BringPublication, 'id' | 'key'> = {
  kind: 'bringPublication',
  content: DRAFT,
  summary: 'This report makes 3 recommendations; 2 are complete.',
  earlier: 2,
  notes: '',
  position: { day: '2024-06-03', words: 'The stores are searched together.' },
  replies: [{ due: { kind: 'month', month: '2024-09', words: 'within six months' }, to: 'HMICFRS' }],
  source: { words: 'Log of June', batch: 'b1' },
}

describe('an inspection report', () => {
  test('is brought in with its position and the answers that it wants; the next edition adds only what is new', () => {
    const first = does(null, BROUGHT)
    expect(does(first, BROUGHT, AS_COORDINATOR, 'c2')).toEqual(first)
    const later = does(first, { ...BROUGHT, earlier: 3, position: { day: '2024-09-02', words: 'Both moved.' } })
    expect(later).toMatchObject({ earlier: 3, positions: [{ day: '2024-06-03' }, { day: '2024-09-02' }] })
    expect(positionOf(later)?.words).toBe('Both moved.')
  })

  test('what people put right here stays when the next edition comes', () => {
    const renamed = does(does(null, BROUGHT), {
      kind: 'savePublication',
      content: { ...DRAFT, title: 'Lost and found' },
    })
    expect(does(renamed, BROUGHT).title).toBe('Lost and found')
  })

  test('an answer that is owed is sent once, a board is told any number of times', () => {
    const brought = does(null, BROUGHT)
    const [owed] = repliesOwed(brought)
    const send = { kind: 'sendReply', reply: owed?.id ?? '', day: '2024-08-30', words: 'By letter.' } as const
    const sent = does(brought, send, AS_MEMBER)
    expect(repliesOwed(sent)).toEqual([])
    expect(() => does(sent, send)).toThrow('nothingChanged')
    const tell = { kind: 'tellBoard', board: 'Police Authority Board', day: '2024-07-01', words: '' } as const
    expect(does(does(sent, tell), tell, AS_MEMBER).told.map(({ board }) => board)).toEqual([tell.board, tell.board])
  })

  test.each([
    ['coordinatorOnly', { kind: 'savePublication', content: DRAFT }, AS_MEMBER],
    ['coordinatorOnly', BROUGHT, AS_MEMBER],
    ['textMissing', { kind: 'savePublication', content: { ...DRAFT, title: ' ' } }, AS_COORDINATOR],
    ['dayInvalid', { kind: 'savePublication', content: { ...DRAFT, published: '2024-13' } }, AS_COORDINATOR],
    ['publicationUnknown', { kind: 'tellBoard', board: 'Board', day: '2024-01-01', words: '' }, AS_COORDINATOR],
  ] as const)('is refused: %s', (code, command, context) => {
    expect(() => does(null, command, context)).toThrow(code)
  })

  test('nothing that was said of it is ever taken away', () => {
    const day = fc.constantFrom('2024-01-01', '2025-05-05')
    const words = fc.constantFrom('One.', 'Two.')
    const command = fc.oneof(
      fc.record({ kind: fc.constant('statePosition' as const), day, words }),
      fc.record({ kind: fc.constant('tellBoard' as const), board: fc.constant('Board'), day, words }),
      fc.record({ kind: fc.constant('oweReply' as const), to: fc.constant('HMICFRS'), due: fc.constant({ kind: 'words', words: 'soon' } as const) }),
      fc.record({ kind: fc.constant('sendReply' as const), reply: fc.constantFrom('c1.0', 'k2'), day, words }),
      fc.constant({ kind: 'savePublication', content: DRAFT } as const),
      fc.constant(BROUGHT),
    ) // prettier-ignore
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        let now = does(null, BROUGHT)
        for (const [index, each] of commands.entries()) {
          const decided = decidePublication({ ...each, id: `k${index}`, key: 'x' }, now, AS_COORDINATOR)
          if (!decided.ok) continue
          const next = decided.value
          expect(next.positions.slice(0, now.positions.length)).toEqual(now.positions)
          expect(next.told.slice(0, now.told.length)).toEqual(now.told)
          expect(next.replies.length).toBeGreaterThanOrEqual(now.replies.length)
          for (const reply of now.replies.filter(({ sent }) => sent)) expect(next.replies).toContainEqual(reply)
          now = next
        }
      }),
      { numRuns: 200 },
    )
  })
})

function works(
  now: WorkstreamContent | null,
  command: Without<WorkstreamCommand, 'id' | 'key'>,
  id = 'w1',
  context = AS_COORDINATOR,
): WorkstreamContent {
  const decided = decideWorkstream({ ...command, id, key: '4-1' }, now, context)
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value
}

const STREAM = {
  kind: 'saveWorkstream',
  content: { number: '4.1', objective: 'Keep things found', title: 'Label the shelves', chiefOfficerLead: [{ name: 'ACC Vaughan' }], smtLead: [] },
} as const // prettier-ignore

describe('a work stream', () => {
  test('has barriers that stay open until somebody says how they were resolved', () => {
    const raised = works(
      works(null, STREAM),
      { kind: 'raiseBarrier', day: '2026-04-01', words: 'The glue' },
      'b1',
      AS_MEMBER,
    )
    const helped = works(
      raised,
      { kind: 'mitigateBarrier', barrier: 'b1', day: '2026-07-01', words: 'Tape' },
      'b2',
      AS_MEMBER,
    )
    expect(openBarriers(works(helped, STREAM))).toMatchObject([{ id: 'b1', mitigations: [{ words: 'Tape' }] }])
    const resolve = { kind: 'resolveBarrier', barrier: 'b1', day: '2026-10-01', words: 'New glue' } as const
    const resolved = works(helped, resolve)
    expect(openBarriers(resolved)).toEqual([])
    expect(resolved.barriers).toMatchObject([{ raised: { words: 'The glue' }, resolved: { words: 'New glue' } }])
    expect(() => works(resolved, resolve)).toThrow('nothingChanged')
    expect(() => works(resolved, { ...resolve, barrier: 'b9' })).toThrow('barrierUnknown')
  })

  test('ends with a reason and may go on again; its definition is the coordinator’s', () => {
    const ended = works(works(null, STREAM), { kind: 'endWorkstream', reason: 'Done' })
    expect(ended.ended).toEqual({ day: TODAY, reason: 'Done' })
    expect(works(ended, { kind: 'resumeWorkstream' }).ended).toBeNull()
    expect(() => works(null, STREAM, 'w1', AS_MEMBER)).toThrow('coordinatorOnly')
    const unnamed = { ...STREAM, content: { ...STREAM.content, title: '', objective: ' ' } }
    expect(() => works(null, unnamed)).toThrow('textMissing')
  })
})

describe('a quarter of a work stream', () => {
  const report = (quarter: string, status: string, planned: string): ReportQuarter => ({
    kind: 'reportQuarter',
    id: `${quarter}.${status}`,
    key: quarterKey('4-1', quarter),
    workstream: '4-1',
    quarter,
    status,
    planned,
  })
  const said = (now: QuarterContent | null, command: ReportQuarter): QuarterContent => {
    const decided = decideQuarter(command, now, AS_MEMBER)
    if (!decided.ok) throw new Error(decided.error.code)
    return decided.value
  }

  test('shows what was planned for it beside what became of it, over the end of a year', () => {
    const quarters = new Map(
      [said(null, report('2025-Q4', 'Ordered.', 'Put them on.')), said(null, report('2026-Q1', 'On.', ''))].map(
        (each) => [quarterKey(each.workstream, each.quarter), each],
      ),
    )
    const period = parsePeriod('2026-Q1', 'quarterly', 4)
    if (!period) throw new Error('no period')
    expect(standingInQuarter('4-1', period, quarters)).toMatchObject({
      said: { status: 'On.' },
      plannedBefore: 'Put them on.',
    })
  })

  test('holds what was there by its end: written down by then, told of it since, and not ended before it', () => {
    const quarters = new Map([[quarterKey('4-1', '2025-Q4'), said(null, report('2025-Q4', 'Ordered.', ''))]])
    const [before, told, later] = ['2025-Q3', '2025-Q4', '2026-Q1'].map((key) => {
      const period = parsePeriod(key, 'quarterly', 4)
      if (!period) throw new Error('no period')
      return period
    })
    const stream = { ended: null, barriers: [], createdAt: '2026-11-27T09:00:00Z' }
    const inQuarter = (period = before, more: object = {}, asked = '2026-Q2'): boolean =>
      period !== undefined && isInQuarter('4-1', { ...stream, ...more }, period, quarters, { key: asked })
    expect([before, told, later].map((period) => inQuarter(period))).toEqual([false, true, true])
    expect(inQuarter(before, { createdAt: '2025-12-31T09:00:00Z' })).toBe(true)
    // Of the quarter that is asked about are those that began since, too.
    expect(inQuarter(before, {}, '2025-Q3')).toBe(true)
    expect(inQuarter(later, { ended: { day: '2026-03-31', reason: 'Done' } })).toBe(false)
    expect(inQuarter(told, { ended: { day: '2026-03-31', reason: 'Done' } })).toBe(true)
  })

  test('keeps every wording, and none that is the same or of a quarter to come', () => {
    const first = said(null, report('2026-Q1', 'On.', ''))
    expect(said(first, report('2026-Q1', 'On and straight.', '')).versions).toMatchObject([
      { status: 'On.' },
      { status: 'On and straight.' },
    ])
    expect(() => said(first, report('2026-Q1', ' On. ', ''))).toThrow('nothingChanged')
    expect(() => said(null, report('2026-Q4', 'Soon.', ''))).toThrow('dayInFuture')
    expect(() => said(null, report('2026-5', 'Soon.', ''))).toThrow('commandInvalid')
    expect(() => said(null, { ...report('2026-Q1', 'On.', ''), key: 'other' })).toThrow('commandInvalid')
  })
})
