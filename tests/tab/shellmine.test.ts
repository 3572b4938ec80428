import { describe, expect, test } from 'vitest'
import type { AddAction } from '../../src/domain/command.ts'
import type { Owner, Part } from '../../src/domain/action.ts'
import type { Due } from '../../src/domain/due.ts'
import type { Person, Post } from '../../src/domain/group.ts'
import type { Freshness, Snapshot } from '../../src/domain/snapshot.ts'
import { mattersOf } from '../../src/tab/mine/matters.ts'
import { joinRegisters } from '../../src/tab/mine/registers.ts'
import { carryOut, EMPTY, EMPTY_REGISTER, PAT, TODAY } from '../domain/domainworld.ts'

const SAM: Person = { tenantId: 't', objectId: 's', name: 'Sam Dyer' }

interface Wanted {
  readonly owners?: readonly Owner[]
  readonly due?: Due | null
  readonly parts?: readonly Part[]
}

/** A register that holds these actions, in this order: 1/26, 2/26 … */
function registerWith(...wanted: readonly Wanted[]): Snapshot {
  let register = EMPTY_REGISTER
  for (const [index, { owners = [], due = null, parts = [] }] of wanted.entries()) {
    const command: AddAction = {
      kind: 'addAction',
      id: `command-${index}`,
      details: `Action ${index + 1}`,
      actionKind: 'action',
      owners,
      parts,
      due,
      origin: { kind: 'typed' },
    }
    register = carryOut(register, command).register
  }
  return register.snapshot
}

function withPosts(snapshot: Snapshot, ...posts: readonly Partial<Post>[]): Snapshot {
  const base = EMPTY.posts.get('north-spoc') as Post
  return { ...snapshot, posts: new Map(posts.map((post, index) => [String(index), { ...base, ...post }])) }
}

const references = (snapshot: Snapshot, person = PAT): string[] =>
  mattersOf(snapshot, person, TODAY).map(({ action }) => action.reference)

const on = (day: string): Due => ({ kind: 'day', day, words: day })
const NORTH: readonly Owner[] = [{ organisation: 'north' }]

describe('my matters', () => {
  test('are those of my post and of the organisation that I am SPOC of', () => {
    const snapshot = registerWith(
      { owners: NORTH },
      { owners: [{ organisation: 'shires-rocu' }] },
      { owners: [{ post: 'north-spoc' }] },
      { owners: [{ name: 'Pat Lowe' }] },
    )
    expect(references(snapshot)).toEqual(['1/26', '3/26'])
    expect(references(snapshot, SAM)).toEqual([])
  })

  test('somebody of another tenant with the same id is somebody else', () => {
    expect(references(registerWith({ owners: NORTH }), { ...PAT, tenantId: 'elsewhere' })).toEqual([])
  })

  test('a deputy sees them, told as deputy', () => {
    const snapshot = withPosts(registerWith({ owners: NORTH }), { holder: null, deputy: SAM })
    expect(mattersOf(snapshot, SAM, TODAY)).toMatchObject([{ deputy: true }])
  })

  test('an organisation’s work is its SPOC’s and not its chief’s; without a SPOC it is whoever holds a post there', () => {
    const snapshot = registerWith({ owners: NORTH })
    const chief = { key: 'chair', role: 'chair', holder: SAM } as const
    expect(references(withPosts(snapshot, {}, chief), SAM)).toEqual([])
    expect(references(withPosts(snapshot, chief), SAM)).toEqual(['1/26'])
  })

  test('a post that has ended, or hasn’t begun, gives nobody anything', () => {
    const snapshot = registerWith({ owners: NORTH })
    expect(references(withPosts(snapshot, { to: '2026-11-22' }))).toEqual([])
    expect(references(withPosts(snapshot, { from: '2026-11-24' }))).toEqual([])
    expect(references(withPosts(snapshot, { from: TODAY, to: TODAY }))).toEqual(['1/26'])
  })

  test('of an action of somebody else, the open parts that are mine count', () => {
    const part = (letter: string, status: Part['status']): Part => ({
      letter,
      details: letter,
      owners: NORTH,
      due: null,
      status,
    })
    const snapshot = registerWith({
      owners: [{ organisation: 'shires-rocu' }],
      parts: [part('a', 'open'), part('b', 'done')],
    })
    expect(mattersOf(snapshot, PAT, TODAY)).toMatchObject([{ parts: 1 }])
  })

  test('stand most urgent first: the latest, the soonest, what has no day, what others must do', () => {
    const base = registerWith(
      { owners: NORTH },
      { owners: NORTH, due: on('2027-06-01') },
      { owners: NORTH, due: on('2026-12-01') },
      { owners: NORTH, due: on('2026-11-20') },
      { owners: NORTH, due: on('2026-10-01') },
      { owners: NORTH, due: { kind: 'nextMeeting', words: 'next meeting' } },
      { owners: NORTH, due: on('2026-09-01') },
    )
    const proposed = carryOut(
      { ...EMPTY_REGISTER, snapshot: base },
      { kind: 'proposeDischarge', id: 'propose-1', action: 'command-6', evidence: 'It is done.' },
    ).register.snapshot
    const matters = mattersOf(proposed, PAT, TODAY)
    expect(matters.map(({ action, section }) => `${section} ${action.reference}`)).toEqual([
      'late 5/26',
      'late 4/26',
      'soon 3/26',
      'soon 6/26',
      'later 2/26',
      'later 1/26',
      'others 7/26',
    ])
  })
})

describe('the registers of several groups', () => {
  const group = {
    key: 'a',
    name: 'A',
    marking: { level: 'OFFICIAL' },
    siteId: 's',
    teamId: 't',
    channelId: 'c',
  } as const

  test('read the same object until one of them changes, and stop listening together', () => {
    let freshness: Freshness = { state: 'loading', rows: 0 }
    const listening = new Set<() => void>()
    const registers = joinRegisters([group, { ...group, key: 'b' }], () => ({
      snapshot: () => EMPTY,
      freshness: () => freshness,
      subscribe: (listener) => {
        const heard = (): void => listener()
        listening.add(heard)
        return () => listening.delete(heard)
      },
    }))
    let told = 0
    const end = registers.subscribe(() => (told += 1))
    const before = registers.readings()
    expect(registers.readings()).toBe(before)
    freshness = { state: 'denied' }
    for (const heard of listening) heard()
    expect(told).toBe(2)
    expect(registers.readings()).not.toBe(before)
    expect(registers.readings().map((reading) => reading.freshness.state)).toEqual(['denied', 'denied'])
    end()
    expect(listening.size).toBe(0)
  })
})
