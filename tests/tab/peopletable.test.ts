/** What the table of posts says of gaps, and where its keys lead; without a page. */

import { expect, test } from 'vitest'
import type { People, PostTold } from '../../src/contract/people.ts'
import type { Organisation, Person, Role } from '../../src/domain/group.ts'
import { entryOf, nextGap, step, tableOf } from '../../src/tab/people/table.ts'

const TODAY = '2026-11-24'
const person = (name: string): Person => ({ tenantId: 't', objectId: name, name })

function post(key: string, organisation: string, role: Role, holder: string | null, deputy?: string): PostTold {
  const appointment = {
    key,
    holder: holder === null ? null : person(holder),
    deputy: deputy === undefined ? null : person(deputy),
    from: null,
    to: null,
  }
  return {
    key,
    title: key,
    organisation,
    role,
    lead: '',
    version: '1',
    isInUse: true,
    vacancy: null,
    appointments: [appointment],
  }
}

const organisation = (key: string, kind: Organisation['kind']): [string, Organisation] => [
  key,
  { key, name: key, shortName: key, aliases: [], kind, nation: '', region: '' },
]
const ORGANISATIONS = new Map([
  organisation('a-force', 'force'),
  organisation('b-force', 'force'),
  organisation('rocu', 'rocu'),
])

const LEAVER = {
  post: 'auditor',
  appointment: 'auditor',
  as: 'holder',
  person: person('Baker'),
  since: TODAY,
} as const
const PEOPLE: People = {
  mayChange: true,
  leavers: [LEAVER],
  outsiders: ['Ashworth'],
  posts: [
    post('spoc-a', 'a-force', 'spoc', 'Khan'),
    post('coordinator', 'rocu', 'coordinator', 'Raman', 'Baker'),
    post('deputy-less', 'rocu', 'coordinator', null),
    post('auditor', 'elsewhere', 'auditor', 'Baker', 'Ashworth'),
  ],
}

test('a gap is a post that nobody holds, one whose holder has left, and a force without a SPOC', () => {
  const { roles, rows, gaps } = tableOf(PEOPLE, ORGANISATIONS, TODAY)
  expect(roles).toEqual(['spoc', 'coordinator', 'auditor'])
  expect(rows.map((row) => [row.organisation.key, row.gaps])).toEqual([
    ['a-force', 0],
    ['b-force', 1],
    // An organisation that left the group keeps its posts in sight.
    ['elsewhere', 1],
    ['rocu', 1],
  ])
  expect(gaps).toBe(3)
})

test('who has left stands in for nobody, and who isn’t in the team is named', () => {
  const entry = (key: string) => entryOf(PEOPLE.posts.find((each) => each.key === key) as PostTold, PEOPLE, TODAY)
  expect(entry('coordinator')).toMatchObject({ state: 'held', standing: { deputy: null }, outside: [] })
  expect(entry('auditor')).toMatchObject({ state: 'left', outside: [{ name: 'Ashworth' }] })
})

test('keys lead from post to post within a cell, to the next cell, and from the last gap to the first', () => {
  const { rows } = tableOf(PEOPLE, ORGANISATIONS, TODAY)
  const start = { row: 0, column: 0, entry: 0 }
  expect(step(rows, start, 'ArrowUp')).toBe(start)
  const rocu = { row: 3, column: 1, entry: 0 }
  expect(step(rows, rocu, 'ArrowDown')).toEqual({ ...rocu, entry: 1 })
  expect(step(rows, { row: 2, column: 1, entry: 0 }, 'ArrowDown')).toEqual(rocu)
  expect(step(rows, rocu, 'End')).toEqual({ row: 3, column: 2, entry: 0 })
  const gaps = [start]
  for (let count = 0; count < 4; count++) gaps.push(nextGap(rows, gaps.at(-1) ?? start) ?? start)
  expect(gaps.slice(1).map(({ row, column, entry }) => `${row}.${column}.${entry}`)).toEqual([
    '1.0.0',
    '2.2.0',
    '3.1.1',
    '1.0.0',
  ])
})
