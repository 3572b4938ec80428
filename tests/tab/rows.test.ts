/** Which lines a view holds, how they are found and ordered. */
import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/domain/command.ts'
import type { Due } from '../../src/domain/due.ts'
import { columnsFor } from '../../src/tab/register/columns.ts'
import { createRowMaker, searchRows } from '../../src/tab/register/rows.ts'
import { countViews, isInView, sortRows } from '../../src/tab/register/views.ts'
import { createWords } from '../../src/words/words.ts'
import { carryOut, EMPTY_REGISTER, TODAY, type Register } from '../domain/domainworld.ts'

const NEXT_MEETING = '2026-12-10'
const words = createWords('en')

let made = 0
function add(register: Register, details: string, due: Due | null, ...then: readonly object[]): Register {
  made += 1
  const id = `action-${made}`
  const command: Command = {
    kind: 'addAction',
    id,
    details,
    actionKind: 'action',
    owners: [{ organisation: 'north' }],
    parts: [],
    due,
    origin: { kind: 'typed' },
  }
  let now = register
  for (const each of [command, ...then.map((turn, index) => Object.assign({}, turn, turnOf(id, index)))]) {
    const { register: next, refused } = carryOut(now, each as Command, 'service')
    expect(refused).toBeNull()
    now = next
  }
  return now
}

function turnOf(action: string, index: number): { id: string; action: string } {
  return { id: `${action}-then-${index}`, action }
}

const day = (value: string): Due => ({ kind: 'day', day: value, words: value })

const told = [
  ['Late in autumn', day('2026-10-01')],
  ['Later still', day('2026-06-01')],
  ['Due for the meeting', { kind: 'nextMeeting', words: 'next meeting' } as Due],
  ['Due soon', day('2026-12-01')],
  ['Due next year', day('2027-05-01')],
  ['Gwaith ataliol yng Nghaerffili: tŷ diogel', null],
] as const

function world(): Register {
  const register = told.reduce((now, [details, due]) => add(now, details, due), EMPTY_REGISTER)
  const waiting = add(register, 'Waits for a body', day('2026-01-01'), {
    kind: 'addLink',
    link: { kind: 'waitsFor', target: { body: 'The Home Office', what: 'its guidance' } },
  })
  return add(waiting, 'Closed long ago', day('2026-01-01'), { kind: 'close', reason: 'duplicate', words: '' })
}

const { snapshot } = world()
const rows = createRowMaker(words, TODAY)(snapshot)
const named = (view: Parameters<typeof isInView>[1]): string[] =>
  sortRows(
    rows.filter((row) => isInView(row, view, NEXT_MEETING)),
    view,
    null,
  ).map((row) => row.action.details)

describe('a view', () => {
  it('of what is late has the latest of all first, and nothing that waits for somebody else', () => {
    expect(named('late')).toEqual(['Later still', 'Late in autumn'])
  })
  it('of what is due before the next meeting has what is due at it, and nothing late', () => {
    expect(named('dueNext')).toEqual(['Due soon', 'Due for the meeting'])
  })
  it('of what waits for others, whatever its day', () => {
    expect(named('waiting')).toEqual(['Waits for a body'])
  })
  it('counts what it holds', () => {
    expect(countViews(rows, NEXT_MEETING)).toEqual({ late: 2, dueNext: 2, waiting: 1, open: 7, all: 8 })
  })
})

describe('searching', () => {
  it('finds every word wherever it stands, whatever its case and accents', () => {
    const found = searchRows(rows, 'TY nghaerffili').map((row) => row.action.details)
    expect(found).toEqual(['Gwaith ataliol yng Nghaerffili: tŷ diogel'])
  })
  it('finds a reference and an owner', () => {
    expect(searchRows(rows, '2/26')).toHaveLength(1)
    expect(searchRows(rows, 'ns late')).toHaveLength(2)
  })
  it('of nothing finds everything', () => {
    expect(searchRows(rows, '  ')).toBe(rows)
  })
})

describe('lines', () => {
  it('are made again only where their action changed', () => {
    const make = createRowMaker(words, TODAY)
    const before = make(snapshot)
    const changed = carryOut(
      { snapshot, history: new Map() },
      {
        kind: 'addUpdate',
        id: 'update-1',
        action: before[0]?.action.id ?? '',
        update: { day: TODAY, text: 'News', next: null, outcome: null },
      },
    )
    const after = make(changed.register.snapshot)
    expect(after[0]).not.toBe(before[0])
    expect(after.slice(1).every((row, index) => row === before[index + 1])).toBe(true)
  })

  it('sort by any column both ways, with what says nothing last going up', () => {
    const up = sortRows(rows, 'all', { column: 'due', descending: false })
    expect(up.at(-1)?.due).toBe('')
    const down = sortRows(rows, 'all', { column: 'reference', descending: true })
    expect(down[0]?.action.reference).toBe(rows.at(-1)?.action.reference)
  })

  it('of what has ended aren’t called late', () => {
    expect(rows.find((row) => row.action.details === 'Closed long ago')?.due).toBe('1 January 2026')
  })
})

describe('a narrow grid', () => {
  it('keeps status, number, details and due', () => {
    expect(columnsFor(320)).toEqual(['status', 'reference', 'details', 'due'])
    expect(columnsFor(1200)).toHaveLength(7)
  })
})
