/** Which lines a view holds, how they are found and ordered. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUSES } from '../../src/domain/action.ts'
import type { Command } from '../../src/domain/command.ts'
import type { Due } from '../../src/domain/due.ts'
import { healthOf } from '../../src/domain/health.ts'
import { reportOf, totalOfCounts } from '../../src/domain/report.ts'
import { COLUMNS, PLAIN_COLUMNS, PLAIN_VIEW, type Column, type GridView } from '../../src/domain/view.ts'
import { columnsFor } from '../../src/tab/register/columns.ts'
import { countFacet, countScopes, filterRows } from '../../src/tab/register/facets.ts'
import { valueOrder, valueWords } from '../../src/tab/register/facetwords.ts'
import { groupedLines, groupRows, nearest, placeOf, plainLines } from '../../src/tab/register/lines.ts'
import { createOrders, nextSort } from '../../src/tab/register/orders.ts'
import { createPipeline } from '../../src/tab/register/pipeline.ts'
import { createRowMaker, type Row } from '../../src/tab/register/rows.ts'
import { rangeOf } from '../../src/tab/register/visible.ts'
import { createWords } from '../../src/words/words.ts'
import { carryOut, EMPTY_REGISTER, TODAY, type Register } from '../domain/domainworld.ts'

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
const me = { tenantId: 't', objectId: 'nobody' }
const rowMaker = () => createRowMaker(words, TODAY, me)
const set = rowMaker()(snapshot)
const detailsOf = (rows: readonly Row[]): string[] => rows.map((row) => row.action.details)
const shown = (view: Partial<GridView>): string[] =>
  detailsOf(createPipeline().rowsOf(set, { ...PLAIN_VIEW, scope: 'all', ...view }))

describe('a view', () => {
  it('of what is late has the latest of all first, and nothing that waits for somebody else', () => {
    expect(shown({ scope: 'late' })).toEqual(['Later still', 'Late in autumn'])
  })
  it('of what is due before the next meeting has what is due at it, and nothing late', () => {
    expect(shown({ scope: 'dueNext' })).toEqual(['Due soon', 'Due for the meeting'])
  })
  it('of what waits for others, whatever its day', () => {
    expect(shown({ scope: 'waiting' })).toEqual(['Waits for a body'])
  })
  it('counts what it holds', () => {
    expect(countScopes(set.rows)).toEqual({ late: 2, dueNext: 2, waiting: 1, mine: 0, open: 7, all: 8 })
  })
  it('of what is mine has what my posts’ organisations have to do', () => {
    const pat = createRowMaker(words, TODAY, { tenantId: 't', objectId: 'p' })(snapshot)
    expect(countScopes(pat.rows).mine).toBe(7)
  })
})

describe('searching', () => {
  it('finds every word wherever it stands, whatever its case and accents', () => {
    expect(shown({ words: 'TY nghaerffili' })).toEqual(['Gwaith ataliol yng Nghaerffili: tŷ diogel'])
  })
  it('finds a reference and an owner', () => {
    expect(shown({ words: '2/26' })).toHaveLength(1)
    expect(shown({ words: 'ns late' })).toHaveLength(2)
  })
  it('finds the same however one came to type it', () => {
    const pipeline = createPipeline()
    const typed = ['l', 'la', 'lat', 'late', 'late a', 'late', 'lat', 'due', 'due next', 'late']
    for (const text of typed) {
      const view = { ...PLAIN_VIEW, words: text }
      expect(pipeline.rowsOf(set, view)).toEqual(createPipeline().rowsOf(set, view))
    }
    const other = rowMaker()(add({ snapshot, history: new Map() }, 'Late again', null).snapshot)
    expect(detailsOf(pipeline.rowsOf(other, { ...PLAIN_VIEW, words: 'late' }))).toContain('Late again')
  })
  it('of nothing in everything leaves all as it is', () => {
    expect(filterRows(set.rows, { scope: 'all', words: '  ', facets: {} })).toBe(set.rows)
  })
})

describe('a facet', () => {
  it('lets through any of its values, and all facets have to', () => {
    expect(shown({ facets: { colour: ['RED', 'WHITE'] } })).toEqual([
      'Late in autumn',
      'Later still',
      'Waits for a body',
    ])
    expect(shown({ facets: { colour: ['RED', 'WHITE'], due: ['past'], organisation: ['elsewhere'] } })).toEqual([])
  })
  it('counts what each of its values would let through, whatever is chosen of it', () => {
    const view = { scope: 'open', words: '', facets: { colour: ['WHITE'] } } as const
    expect(Object.fromEntries(countFacet(set.rows, view, 'colour'))).toEqual({ RED: 2, AMBER: 4, WHITE: 1 })
    expect(Object.fromEntries(countFacet(set.rows, view, 'due'))).toEqual({ past: 1 })
  })
  it('tells dues by how far off they are', () => {
    const counts = countFacet(set.rows, { scope: 'all', words: '', facets: {} }, 'due')
    expect(Object.fromEntries(counts)).toEqual({ past: 3, month: 2, later: 1, none: 1, ended: 1 })
  })
  it('has words for every value, and those of nothing come last', () => {
    const values = ['', 'shires-rocu', 'north'].toSorted(valueOrder('organisation', snapshot))
    expect(values.map((value) => valueWords('organisation', value, snapshot, words))).toEqual([
      'North Shire',
      'Shires ROCU',
      'No organisation',
    ])
    expect(['@typed', '2026-12'].toSorted(valueOrder('meeting', snapshot))).toEqual(['2026-12', '@typed'])
  })
})

/** The register as it is after one command more. */
function then(register: Register, command: Command): Register {
  const { register: next, refused } = carryOut(register, command, 'service')
  expect(refused).toBeNull()
  return next
}

const news = (action: string, id: string): Command => ({
  kind: 'addUpdate',
  id,
  action,
  update: { day: TODAY, text: 'News', next: { words: `Next ${id}`, owners: [], due: null }, outcome: null },
})

describe('a change', () => {
  it('makes only the rows of its actions again, and says which', () => {
    const make = rowMaker()
    const before = make(snapshot)
    const [first] = before.rows
    const after = make(then({ snapshot, history: new Map() }, news(first?.action.id ?? '', 'update-1')).snapshot)
    expect(after.rows.filter((row, index) => row !== before.rows[index])).toEqual([after.rows[0]])
    expect(after.change).toMatchObject({ since: before.rows, come: [after.rows[0]] })
    expect([...(after.change?.gone ?? [])]).toEqual([first])
  })

  it('that takes actions away or adds some is told too', () => {
    const make = rowMaker()
    const before = make(snapshot)
    const actions = new Map(snapshot.actions)
    const [, second] = before.rows
    actions.delete(second?.action.id ?? '')
    const after = make({ ...add({ snapshot: { ...snapshot, actions }, history: new Map() }, 'New', null).snapshot })
    expect(detailsOf([...(after.change?.gone ?? [])])).toEqual(['Later still'])
    expect(detailsOf(after.change?.come ?? [])).toEqual(['New'])
    expect(after.rows).toHaveLength(before.rows.length)
    expect(after.rows.filter((row) => !before.rows.includes(row))).toHaveLength(1)
  })

  it('of a meeting makes all rows again: dues follow it', () => {
    const make = rowMaker()
    const before = make(snapshot)
    const meetings = new Map([
      ['2027-01', { key: '2027-01', day: '2027-01-20', title: '', status: 'planned' as const }],
    ])
    const after = make({ ...snapshot, meetings })
    expect(after.change).toBeNull()
    expect(after.rows.some((row) => before.rows.includes(row))).toBe(false)
  })

  it.each(COLUMNS)('leaves the order by %s as if all were sorted anew', (column) => {
    const make = rowMaker()
    const orders = createOrders()
    let register: Register = { snapshot, history: new Map() }
    orders.by(column, make(snapshot))
    for (const [index, { action }] of make(snapshot).rows.slice(0, 5).entries()) {
      register = add(
        then(register, news(action.id, `update-${index}`)),
        `Between ${index}`,
        day(`2026-0${index + 1}-11`),
      )
      const patched = make(register.snapshot)
      expect(detailsOf(orders.by(column, patched))).toEqual(
        detailsOf(createOrders().by(column, rowMaker()(register.snapshot))),
      )
    }
  })
})

describe('sorting', () => {
  const sorted = (column: Column, descending: boolean): string[] => shown({ sort: { column, descending } })

  it('has what says nothing last, whichever way', () => {
    const none = 'Gwaith ataliol yng Nghaerffili: tŷ diogel'
    expect(sorted('due', false).at(-1)).toBe(none)
    expect(sorted('due', true).at(-1)).toBe(none)
    expect(sorted('due', true)[0]).toBe('Due next year')
  })
  it('by a number is not by its digits', () => {
    const many = Array.from({ length: 11 }).reduce<Register>(
      (now, _, index) => add(now, `a ${index}`, null),
      EMPTY_REGISTER,
    )
    const order = createOrders().by('reference', rowMaker()(many.snapshot))
    expect(order.map((row) => row.action.reference).slice(-2)).toEqual(['10/26', '11/26'])
  })
  it('goes up, down, and back to the view’s own order', () => {
    const up = nextSort(null, 'due')
    expect(up).toEqual({ column: 'due', descending: false })
    const down = nextSort(up, 'due')
    expect(down).toEqual({ column: 'due', descending: true })
    expect(nextSort(down, 'due')).toBeNull()
    expect(nextSort(down, 'owners')).toEqual({ column: 'owners', descending: false })
  })
})

describe('lines', () => {
  const byColour = () => groupRows(set.rows, 'colour', valueOrder('colour', snapshot))
  const read = (lines: ReturnType<typeof plainLines>): string[] =>
    Array.from({ length: lines.count }, (_, index) => {
      const line = lines.at(index)
      return line?.kind === 'heading'
        ? `# ${line.section.value} ${line.section.rows.length}`
        : (line?.row.action.details ?? '?')
    })

  it('stand under the headings of their group, in the order of its rule', () => {
    const lines = read(groupedLines(byColour(), new Set()))
    expect(lines.filter((line) => line.startsWith('#'))).toEqual(['# RED 2', '# AMBER 4', '# WHITE 1', '# CLOSED 1'])
    expect(lines.slice(0, 3)).toEqual(['# RED 2', 'Late in autumn', 'Later still'])
  })

  it('of a folded group aren’t there, and are found again by their place', () => {
    const lines = groupedLines(byColour(), new Set(['RED', 'AMBER']))
    expect(read(lines)).toEqual([
      '# RED 2',
      '# AMBER 4',
      '# WHITE 1',
      'Waits for a body',
      '# CLOSED 1',
      'Closed long ago',
    ])
    for (let index = 0; index < lines.count; index += 1) {
      const line = lines.at(index)
      expect(line && lines.indexOf(placeOf(line))).toBe(index)
    }
    expect(lines.headingOf(3)).toBe(2)
    expect(lines.indexOf({ group: 'RED', id: set.rows[0]?.action.id ?? '' })).toBe(-1)
    expect(lines.at(lines.count)).toBeUndefined()
  })

  it('of an action of two organisations stand under both', () => {
    const { snapshot: two } = then(EMPTY_REGISTER, {
      kind: 'addAction',
      id: 'shared-action',
      details: 'Of both',
      actionKind: 'action',
      owners: [{ organisation: 'north' }, { organisation: 'shires-rocu' }],
      parts: [],
      due: null,
      origin: { kind: 'typed' },
    })
    const sections = groupRows(rowMaker()(two).rows, 'organisation', valueOrder('organisation', two))
    expect(sections.map(({ value, rows }) => [value, rows.length])).toEqual([
      ['north', 1],
      ['shires-rocu', 1],
    ])
    const lines = groupedLines(sections, new Set())
    expect(lines.indexOf({ group: 'shires-rocu', id: 'shared-action' })).toBe(3)
  })

  it('that are gone leave their place to the nearest after them, else before', () => {
    const before = plainLines(set.rows)
    const without = (...gone: number[]) => plainLines(set.rows.filter((_, index) => !gone.includes(index)))
    expect(nearest(before, 2, without(2))).toBe(2)
    expect(nearest(before, 2, without(2, 3))).toBe(2)
    const last = set.rows.length - 1
    expect(nearest(before, last, without(last))).toBe(last - 1)
    expect(nearest(before, 2, plainLines([]))).toBeNull()
  })
})

describe('rows', () => {
  it('of what has ended aren’t called late', () => {
    expect(set.rows.find((row) => row.action.details === 'Closed long ago')?.due).toBe('1 January 2026')
  })
  it('say for how long nothing was said of them', () => {
    const make = rowMaker()
    const [first] = set.rows
    const quiet = then(
      { snapshot, history: new Map() },
      {
        kind: 'addUpdate',
        id: 'old-news',
        action: first?.action.id ?? '',
        update: { day: '2026-08-03', text: 'News', next: null, outcome: null },
      },
    )
    const row = make(quiet.snapshot).rows[0]
    expect([row?.updated, row?.noNews, row?.quiet]).toEqual(['3 months ago', 'No update for 3 months', true])
  })
})

describe('counts by organisation', () => {
  const owner = fc.oneof(
    fc.constantFrom('north', 'shires-rocu', 'elsewhere').map((organisation) => ({ organisation })),
    fc.constantFrom('north-spoc', 'gone').map((post) => ({ post })),
    fc.constant({ name: 'KK' }),
  )
  const part = fc.record({
    letter: fc.constant('a'),
    details: fc.constant('A bit'),
    owners: fc.array(owner, { maxLength: 2 }),
    due: fc.constant(null),
    status: fc.constantFrom('open' as const, 'done' as const),
  })
  const actions = fc.array(
    fc.record({
      status: fc.constantFrom(...STATUSES),
      decided: fc.boolean(),
      owners: fc.array(owner, { maxLength: 3 }),
      parts: fc.array(part, { maxLength: 3 }),
    }),
    { maxLength: 20 },
  )
  const discharge = { evidence: 'Seen', proposedOn: TODAY, proposedBy: null, decision: 'd' }

  it('are the same in the report, in the health and under the register’s headings', () => {
    const [like] = snapshot.actions.values()
    if (!like) throw new Error('no action')
    fc.assert(
      fc.property(actions, (drawn) => {
        const all = drawn.map(({ decided, ...each }, index) => {
          const over = {
            ...each,
            id: `${index}`,
            createdAt: TODAY,
            discharge: decided ? discharge : null,
            closing: null,
          }
          return { ...like, ...over }
        })
        const held = { ...EMPTY_REGISTER.snapshot, actions: new Map(all.map((each) => [each.id, each])) }
        const { rows } = rowMaker()(held)
        const headings = (of: readonly Row[]): unknown =>
          Object.fromEntries(groupRows(of, 'organisation', () => 0).map(({ value, rows: own }) => [value, own.length]))
        const told = (since: string): unknown => {
          const ground = { requests: [], responses: new Map(), histories: new Map(), from: since, to: TODAY, since }
          const counts = reportOf({ snapshot: held, ...ground }).organisations
          const totals = counts.map((each) => [each.organisation, totalOfCounts(each.counts)] as const)
          return Object.fromEntries(totals.filter(([, total]) => total > 0))
        }
        const open = healthOf(held, TODAY).load.map((each) => [each.organisation, each.open.length] as const)
        expect(told('2000-01-01')).toEqual(headings(rows))
        expect(told(TODAY)).toEqual(headings(rows.filter((row) => row.open)))
        expect(Object.fromEntries(open.filter(([, count]) => count > 0))).toEqual(told(TODAY))
      }),
    )
  })
})

describe('a narrow grid', () => {
  it('keeps status, number, details and due', () => {
    expect(columnsFor(320, COLUMNS)).toEqual(['status', 'reference', 'details', 'due'])
    expect(columnsFor(1200, PLAIN_COLUMNS)).toEqual(PLAIN_COLUMNS)
    expect(columnsFor(2400, COLUMNS)).toEqual(COLUMNS)
  })
  it('never shows a column that wasn’t chosen', () => {
    expect(columnsFor(2400, ['status', 'reference', 'details', 'kind'])).toEqual([
      'status',
      'reference',
      'kind',
      'details',
    ])
  })
})

describe('what is in the page', () => {
  it('is what is in sight and a little beyond, and moves by steps', () => {
    expect(rangeOf(0, 720, 36, 50_000)).toEqual({ from: 0, to: 24 })
    expect(rangeOf(36, 720, 36, 50_000)).toEqual(rangeOf(4 * 36 - 1, 720, 36, 50_000))
    expect(rangeOf(1_799_000, 720, 36, 50_000)).toEqual({ from: 49_968, to: 50_000 })
    expect(rangeOf(9000, 720, 36, 3)).toEqual({ from: 3, to: 3 })
  })
})
