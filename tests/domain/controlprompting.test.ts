import { describe, expect, test } from 'vitest'
import type { Posts } from '../../src/domain/addressee.ts'
import type { Appointment } from '../../src/domain/appointment.ts'
import {
  askedOf,
  dueControlPrompts,
  isStillSaid,
  partsOfControl,
  type ControlAsk,
  type ControlMatter,
} from '../../src/domain/controlprompting.ts'
import type { Day } from '../../src/domain/day.ts'
import type { Person, Role } from '../../src/domain/group.ts'

const somebody = (name: string): Person => ({ tenantId: 't', objectId: name, name })
const held = (organisation: string, role: Role, holder: string | null, deputy: string | null = null): Appointment => ({
  key: `${organisation}-${role}`,
  group: 'g',
  post: `${organisation}-${role}`,
  organisation,
  role,
  holder: holder === null ? null : somebody(holder),
  deputy: deputy === null ? null : somebody(deputy),
  from: null,
  to: null,
})
const COORDINATOR = held('rocu', 'coordinator', 'secretary')
const posts = (appointments: readonly Appointment[], away: readonly string[] = []): Posts => ({
  appointments: [COORDINATOR, ...appointments],
  today: '2026-11-24',
  isAway: ({ objectId }) => away.includes(objectId),
})

describe('whom something of Control is put to', () => {
  const names = (...about: Parameters<typeof askedOf>): (string | null)[][] =>
    askedOf(...about).map(({ person, as, vacant }) => [person.objectId, as, vacant])
  const is =
    (...names: string[]) =>
    ({ objectId }: Person): boolean =>
      names.includes(objectId)
  const north = held('north', 'approver', 'ann', 'bob')

  test('is who holds the post in that organisation, and nobody of another', () => {
    expect(names({ role: 'approver', organisation: 'north' }, posts([north, held('vale', 'approver', 'cat')]))).toEqual(
      [['ann', 'holder', null]],
    )
    expect(names({ role: 'approver' }, posts([north, held('vale', 'approver', 'cat')]))).toHaveLength(2)
  })

  test('is their deputy while they are away', () => {
    expect(names({ role: 'approver', organisation: 'north' }, posts([north], ['ann']))).toEqual([
      ['bob', 'deputy', null],
    ])
  })

  test('is the deputy of whoever may not, and the coordinator where nobody else may', () => {
    expect(names({ role: 'approver', organisation: 'north' }, posts([north]), is('ann'))).toEqual([
      ['bob', 'deputy', null],
    ])
    // The post is held: nobody is told that it is vacant.
    expect(names({ role: 'approver', organisation: 'north' }, posts([north]), is('ann', 'bob'))).toEqual([
      ['secretary', 'coordinator', null],
    ])
  })

  test('is the coordinator, told which post it is, where nobody holds it', () => {
    expect(names({ role: 'approver', organisation: 'north' }, posts([held('north', 'approver', null)]))).toEqual([
      ['secretary', 'coordinator', 'north-approver'],
    ])
    expect(names({ role: 'approver', organisation: 'north' }, posts([]))).toEqual([['secretary', 'coordinator', null]])
  })
})

describe('what is asked of them', () => {
  const to = askedOf({ role: 'approver', organisation: 'north' }, posts([held('north', 'approver', 'ann')]))
  const ask: ControlAsk = { kind: 'accessWanted', to, occurrence: 'once', since: '2026-11-20' }
  const matter = (asks: readonly ControlAsk[], due: Day | null = null): ReadonlyMap<string, ControlMatter> =>
    new Map([['access-n1', { subject: 'access-n1', title: 'The database', titleWelsh: '', due, asks, stands: {} }]])

  test('is the same prompt whenever it is worked out, and another in another round', () => {
    const [first] = dueControlPrompts('g', matter([ask]), '2026-11-20')
    expect(first).toMatchObject({ kind: 'accessWanted', subject: 'access-n1', action: null, day: '2026-11-20' })
    expect(dueControlPrompts('g', matter([ask]), '2026-12-01').map(({ key }) => key)).toEqual([first?.key])
    const [again] = dueControlPrompts('g', matter([{ ...ask, occurrence: 'twice' }]), '2026-11-20')
    expect(again?.key).not.toBe(first?.key)
  })

  test('is said again every three working days, where it is to be', () => {
    const reminded = matter([{ ...ask, isReminded: true }], '2026-12-31')
    const on = (today: Day): number => dueControlPrompts('g', reminded, today).length
    // From Friday the 20th: Wednesday.
    expect([on('2026-11-24'), on('2026-11-25')]).toEqual([1, 2])
    const keys = ['2026-11-25', '2026-11-30'].map((today) => dueControlPrompts('g', reminded, today).at(-1)?.key)
    expect(new Set(keys).size).toBe(2)
    expect(dueControlPrompts('g', reminded, '2026-11-25').at(-1)?.day).toBe('2026-12-31')
  })

  test('comes with the vacancy for which nobody else could be asked', () => {
    const nobody = askedOf({ role: 'approver', organisation: 'north' }, posts([held('north', 'approver', null)]))
    const kinds = dueControlPrompts('g', matter([{ ...ask, to: nobody }]), '2026-11-24').map(({ kind }) => kind)
    expect(kinds).toEqual(['accessWanted', 'vacancy'])
  })

  test('holds for as long as it is asked, and asked of them', () => {
    const of = (asks: readonly ControlAsk[]) => matter(asks).get('access-n1')!
    const said = { kind: 'accessWanted', to: somebody('ann') } as const
    expect(isStillSaid(of([ask]), said)).toBe(true)
    expect(isStillSaid(of([ask]), { ...said, to: somebody('bob') })).toBe(false)
    expect(isStillSaid(of([{ ...ask, kind: 'accountToOpen' }]), said)).toBe(false)
    expect(isStillSaid(of([]), said)).toBe(false)
  })
})

test('a subject is an area and a key, whatever is in it', () => {
  expect(partsOfControl('access-ocag-db.7f-2')).toEqual({ area: 'access', key: 'ocag-db.7f-2' })
  expect(partsOfControl('discharge-1')).toBeNull()
})
