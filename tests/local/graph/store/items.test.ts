import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDatabase } from '../../../../src/local/graph/store/database.ts'
import { openItems, type Items } from '../../../../src/local/graph/store/items.ts'
import { openLists, type List } from '../../../../src/local/graph/store/lists.ts'
import type { Database } from '../../../../src/local/sqlite.ts'

const STAMP = { at: '2020-01-01T00:00:00Z', by: '{}' }
const REMEMBERED = 5

let database: Database
let items: Items
let list: List
beforeEach(() => {
  database = openDatabase()
  items = openItems(database, REMEMBERED)
  const named = { site: 's', displayName: 'L', description: '', template: 'genericList' }
  list = openLists(database).create({ ...named, hidden: false, contentTypesEnabled: false }, [], STAMP)
})
afterEach(() => database.close())

it('a delta goes on from any token until a deletion after it has been forgotten, then has to start again', () => {
  items.create(list, { Title: 'kept' }, STAMP)
  const before = items.latest(list)
  items.remove(list, items.create(list, {}, STAMP))
  expect(items.delta(list, before, 10)?.changes).toEqual([{ deleted: 2 }])
  const between = items.latest(list)
  for (let index = 0; index < REMEMBERED; index += 1) items.create(list, {}, STAMP)
  items.remove(list, items.create(list, {}, STAMP))
  expect(items.delta(list, before, 10)).toBeUndefined()
  expect(items.delta(list, between, 10)?.changes).toHaveLength(REMEMBERED + 1)
  expect(items.delta(list, { since: 0 }, 10)?.changes).toHaveLength(REMEMBERED + 1)
})

it('what fails inside a transaction leaves nothing behind, also from transactions within it', () => {
  expect(() =>
    database.transaction(() => {
      items.create(list, { Title: 'undone' }, STAMP)
      throw new Error('after all')
    }),
  ).toThrow('after all')
  expect(items.latest(list)).toEqual({ since: 0 })
  expect(items.create(list, {}, STAMP).id).toBe(1)
})
