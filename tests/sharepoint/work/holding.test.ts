import { describe, expect, test } from 'vitest'
import type { StoredRow } from '../../../src/sharepoint/table.ts'
import { createHolding } from '../../../src/sharepoint/work/holding.ts'

function aRow(id: string, revision: number, more: Partial<StoredRow> = {}): StoredRow {
  return {
    id,
    version: `"0f3c,${revision}"`,
    createdBy: 'Priya Raman',
    createdById: null,
    createdByApplication: null,
    createdAt: '2020-06-01T09:00:00Z',
    modifiedAt: '2020-06-01T09:00:00Z',
    fields: {
      Key: `action-${id}`,
      Reference: `${id}/20`,
      Kind: 'action',
      Status: 'open',
      Details: `as of ${revision}`,
    },
    ...more,
  }
}

describe('the actions held in memory', () => {
  test('a row that arrives late does not undo a newer one', () => {
    const holding = createHolding()
    holding.put([aRow('1', 7)])
    const held = holding.put([aRow('1', 6)])
    expect(held?.details).toBe('as of 7')
    expect(holding.actions().get('action-1')?.details).toBe('as of 7')
  })

  test('revisions are compared as numbers', () => {
    const holding = createHolding()
    holding.put([aRow('1', 9)])
    expect(holding.put([aRow('1', 10)])?.details).toBe('as of 10')
  })

  test('the same version again leaves everything the same object', () => {
    const holding = createHolding()
    holding.put([aRow('1', 7), aRow('2', 1)])
    const before = holding.actions()
    holding.put([aRow('1', 7)])
    holding.remove(['no-such-row'])
    expect(holding.actions()).toBe(before)
  })

  test('delta leaves out who made a row: it is remembered', () => {
    const holding = createHolding()
    holding.put([aRow('1', 1)])
    expect(holding.put([aRow('1', 2, { createdBy: '', createdAt: '' })])).toMatchObject({
      details: 'as of 2',
      createdBy: 'Priya Raman',
      createdAt: '2020-06-01T09:00:00Z',
    })
  })

  test('a new reading drops what it did not find, but not what came meanwhile', () => {
    const holding = createHolding()
    holding.put([aRow('1', 1), aRow('2', 1)])
    const fresh = holding.startOver()
    holding.put([aRow('1', 1)])
    holding.put([aRow('3', 1)])
    expect([...holding.actions().keys()].toSorted()).toEqual(['action-1', 'action-2', 'action-3'])
    fresh.keep()
    expect([...holding.actions().keys()].toSorted()).toEqual(['action-1', 'action-3'])
  })
})
