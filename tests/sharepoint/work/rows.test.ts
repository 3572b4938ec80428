import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTIONS, UPDATES } from '../../../src/sharepoint/lists.ts'
import type { StoredRow } from '../../../src/sharepoint/table.ts'
import {
  ACTION_COLUMNS_WITH_COMMITS,
  makeActionRow,
  makeUpdate,
  parseAction,
  parseCommits,
  parseUpdate,
  writerOf,
  UPDATE_COLUMNS,
  type Values,
} from '../../../src/sharepoint/work/rows.ts'
import { action, update } from './arbitraries.ts'

const NAMES = { organisations: new Map(), posts: new Map() }
const STORED = {
  version: '"5e3d,4"',
  createdBy: 'Aisha Khan',
  createdById: null,
  createdByApplication: null,
  createdAt: '2020-06-01T09:00:00Z',
  modifiedAt: '2020-06-02T09:00:00Z',
}

/** What SharePoint gives back: nothing at all for an empty cell, and only the columns that were asked for. */
function asStored(values: Values, columns: readonly string[], more: Partial<StoredRow> = {}): StoredRow {
  const kept = Object.entries(values).filter(([column, value]) => value !== null && columns.includes(column))
  return { id: '7', ...STORED, ...more, fields: Object.fromEntries(kept) }
}

describe('rows', () => {
  test('an action that was written is read back as it was', () => {
    fc.assert(
      fc.property(action, (content) => {
        const { value, problems } = parseAction(asStored(makeActionRow(content, NAMES), ACTION_COLUMNS_WITH_COMMITS))
        const { version, createdBy, createdAt, modifiedAt } = STORED
        expect(problems).toEqual([])
        expect(value).toEqual({ ...content, version, createdBy, createdAt, modifiedAt })
      }),
    )
  })

  test('an update that was written is read back as it was, with the command that wrote it', () => {
    fc.assert(
      fc.property(update, (content) => {
        const { value, problems } = parseUpdate(asStored(makeUpdate(content, '1/20', NAMES), UPDATE_COLUMNS))
        expect(problems).toEqual([])
        expect(value?.update).toEqual({ ...content, author: 'Aisha Khan', enteredAt: STORED.createdAt })
        expect(`${value?.command}.${content.id.split('.').at(-1)}`).toBe(content.id)
      }),
    )
  })

  test('a new row acknowledges the command that made it', () => {
    fc.assert(
      fc.property(action, (content) => {
        expect(parseCommits(asStored(makeActionRow(content, NAMES), ACTION_COLUMNS_WITH_COMMITS))).toEqual([content.id])
      }),
    )
  })

  test('every column that is written or read is one of the list', () => {
    fc.assert(
      fc.property(action, update, (content, entry) => {
        const actionColumns = new Set(['Title', ...ACTIONS.columns.map((column) => column.name)])
        const updateColumns = new Set(['Title', ...UPDATES.columns.map((column) => column.name)])
        expect(Object.keys(makeActionRow(content, NAMES)).filter((name) => !actionColumns.has(name))).toEqual([])
        expect(Object.keys(makeUpdate(entry, '1/20', NAMES)).filter((name) => !updateColumns.has(name))).toEqual([])
        expect(ACTION_COLUMNS_WITH_COMMITS.filter((name) => !actionColumns.has(name))).toEqual([])
        expect(UPDATE_COLUMNS.filter((name) => !updateColumns.has(name))).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('whatever somebody types into the cells in SharePoint, nothing is thrown and the problems have a place', () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.json())
    const cells = fc.record(Object.fromEntries(ACTION_COLUMNS_WITH_COMMITS.map((column) => [column, cell])))
    fc.assert(
      fc.property(cells, (fields) => {
        const { value, problems } = parseAction({ id: '7', ...STORED, fields })
        for (const problem of problems) {
          expect(problem.list).toBe(ACTIONS.name)
          expect(problem.item).toBe('7')
          expect(ACTION_COLUMNS_WITH_COMMITS).toContain(problem.column)
        }
        expect(value === null).toBe(problems.some((problem) => problem.code === 'keyMissing'))
      }),
    )
  })

  test('a broken cell costs only itself', () => {
    fc.assert(
      fc.property(action, (content) => {
        const row = asStored(makeActionRow(content, NAMES), ACTION_COLUMNS_WITH_COMMITS)
        const { value, problems } = parseAction({ ...row, fields: { ...row.fields, LatestData: '{"day":' } })
        expect(problems).toEqual([{ list: ACTIONS.name, item: '7', column: 'LatestData', code: 'dataBroken' }])
        expect(value).toMatchObject({ id: content.id, details: content.details, latest: null })
      }),
      { numRuns: 20 },
    )
  })

  test('a row says on whose behalf it was written only if the service wrote it', () => {
    const [content] = fc.sample(update, 1)
    if (!content) throw new Error('no sample')
    const values = { ...makeUpdate(content, '1/20', NAMES), OnBehalfOf: 'The Chair' }
    const read = (createdByApplication: string | null): string | undefined =>
      parseUpdate(asStored(values, UPDATE_COLUMNS, { createdByApplication }), 'service-app').value?.update.author
    expect(read('service-app')).toBe('The Chair')
    expect(read('another-app')).toBe('Aisha Khan')
    expect(read(null)).toBe('Aisha Khan')
  })

  test('people who open the list in SharePoint read owners, due and next step in words', () => {
    const names = {
      organisations: new Map([
        [
          'north-mercia',
          {
            key: 'north-mercia',
            name: 'North Mercia Police',
            shortName: 'North Mercia',
            aliases: [],
            kind: 'force' as const,
            nation: 'England',
            region: 'West',
          },
        ],
      ]),
      posts: new Map(),
    }
    const [content] = fc.sample(action, 1)
    if (!content) throw new Error('no sample')
    const due = { kind: 'day', day: '2020-09-01', words: 'the first of September' } as const
    const row = makeActionRow(
      { ...content, reference: '3/20', owners: [{ organisation: 'north-mercia' }, { name: 'Insp Wills' }], due },
      names,
    )
    expect(row).toMatchObject({
      Title: '3/20',
      Owners: 'North Mercia; Insp Wills',
      Due: 'the first of September',
      DueDay: '2020-09-01',
    })
  })

  test('who wrote a row is SharePoint’s word; only in a row of the service its own', () => {
    const forAisha = { tenantId: 't', objectId: 'aisha', name: 'Aisha Khan' }
    const content = fc.sample(update, 1)[0] as Parameters<typeof makeUpdate>[0]
    const values = makeUpdate(content, '1/20', NAMES, forAisha)
    const writer = (more: Partial<StoredRow>): unknown =>
      writerOf(asStored(values, UPDATE_COLUMNS, more), 't', 'service-app')
    expect(writer({ createdByApplication: 'service-app' })).toEqual(forAisha)
    expect(writer({ createdByApplication: 'another-app' })).toBeNull()
    expect(writer({ createdById: 'kofi', createdBy: 'Kofi', createdByApplication: null })).toMatchObject({
      objectId: 'kofi',
    })
  })
})
