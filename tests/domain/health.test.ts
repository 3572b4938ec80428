import { describe, expect, test } from 'vitest'
import type { Action } from '../../src/domain/action.ts'
import type { Due } from '../../src/domain/due.ts'
import { healthOf, raisedOn, SILENT_AFTER } from '../../src/domain/health.ts'
import { addDays } from '../../src/domain/day.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { EMPTY, ORGANISATIONS, TODAY } from './domainworld.ts'
import { UNTOUCHED } from './untouched.ts'

const due = (day: string): Due => ({ kind: 'day', day, words: day })
const ago = (days: number): string => addDays(TODAY, -days)

function anAction(id: string, over: Partial<Action> = {}): Action {
  return {
    ...UNTOUCHED,
    id,
    reference: `${id}/26`,
    details: 'Chase',
    version: '1',
    createdBy: 'Pat Lowe',
    createdAt: `${ago(10)}T09:00:00Z`,
    modifiedAt: '',
    owners: [{ organisation: 'north' }],
    ...over,
  }
}

function among(actions: readonly Action[], over: Partial<Snapshot> = {}): Snapshot {
  return { ...EMPTY, actions: new Map(actions.map((each) => [each.id, each])), ...over }
}

describe('the health of a register', () => {
  test('counts what each organisation carries, through its posts too and until its end is decided, and whose work is nobody’s', () => {
    const { load, ownerless } = healthOf(
      among([
        anAction('1'),
        anAction('2', { owners: [{ post: 'north-spoc' }], firstDue: due(ago(1)), due: due(ago(1)) }),
        anAction('3', { owners: [{ name: 'KK' }] }),
        anAction('4', { status: 'discharged' }),
        anAction('5', { status: 'closed' }),
      ]),
      TODAY,
    )
    expect(load).toEqual([
      { organisation: 'north', open: ['1', '2', '4'], late: ['2'] },
      { organisation: 'shires-rocu', open: [], late: [] },
      { organisation: '', open: ['3'], late: [] },
    ])
    expect(ownerless).toEqual(['3'])
  })

  test('puts every open action into one band of age, by its meeting where it has one', () => {
    const meeting = { key: 'm', day: ago(400), title: 'Long ago', status: 'closed' } as const
    const snapshot = among(
      [
        anAction('new'),
        anAction('old', { createdAt: `${ago(100)}T09:00:00Z` }),
        anAction('oldest', { origin: { kind: 'meeting', meeting: 'm' } }),
        anAction('over', { status: 'closed' }),
      ],
      { meetings: new Map([['m', meeting]]) },
    )
    const { ages } = healthOf(snapshot, TODAY)
    expect(ages.flatMap(({ actions }) => actions).toSorted()).toEqual(['new', 'old', 'oldest'])
    expect(ages.find(({ from }) => from === 90)?.actions).toEqual(['old'])
    expect(ages.at(-1)?.actions).toEqual(['oldest'])
    expect(raisedOn(anAction('x', { origin: { kind: 'meeting', meeting: 'm' } }), snapshot)).toBe(ago(400))
  })

  test('measures slippage from the first due, and leaves out what moves with its meeting', () => {
    const extension = {
      from: due(ago(30)),
      to: due(ago(-10)),
      reason: 'Late',
      askedBy: { tenantId: 't', objectId: 'p', name: 'Pat' },
      askedOn: ago(31),
      decision: 'd',
    }
    const { slips } = healthOf(
      among([
        anAction('extended', { firstDue: due(ago(30)), due: due(ago(-10)), extensions: [extension] }),
        anAction('late', { firstDue: due(ago(5)), due: due(ago(5)) }),
        anAction('in time', { firstDue: due(ago(-5)), due: due(ago(-5)) }),
        anAction('with the meeting', {
          firstDue: { kind: 'nextMeeting', words: 'next meeting' },
          due: { kind: 'nextMeeting', words: 'next meeting' },
        }),
      ]),
      TODAY,
    )
    expect(slips).toEqual([
      { action: 'extended', extensions: 1, days: 40 },
      { action: 'late', extensions: 0, days: 5 },
    ])
  })

  test('names what contradicts itself', () => {
    const part = (status: 'open' | 'done') => ({ letter: 'a', details: 'Part', owners: [], due: null, status })
    const discharge = (evidence: string) => ({ evidence, proposedOn: TODAY, proposedBy: null, decision: 'd' })
    const override = {
      colour: 'GREEN',
      reason: 'r',
      by: { tenantId: 't', objectId: 'p', name: 'P' },
      on: TODAY,
    } as const
    const { contradictions } = healthOf(
      among([
        anAction('claimed', { status: 'discharged' }),
        anAction('bare', { status: 'discharged', discharge: discharge(' ') }),
        anAction('half', { status: 'discharged', discharge: discharge('Seen'), parts: [part('open')] }),
        anAction('done', { parts: [part('done')] }),
        anAction('shown', { override }),
        anAction('sound', { parts: [part('open')] }),
      ]),
      TODAY,
    )
    expect(contradictions.map(({ action, kind }) => `${action}: ${kind}`)).toEqual([
      'claimed: claimed',
      'bare: noEvidence',
      'half: openParts',
      'done: doneNotProposed',
      'shown: againstRule',
    ])
  })

  test('shows vacant posts with the work that falls to them, those too that somebody stands in for', () => {
    const post = EMPTY.posts.get('north-spoc')
    if (!post) throw new Error('no post')
    const vacant = new Map([
      ['north-spoc', { ...post, holder: null }],
      ['stood-in', { ...post, key: 'stood-in', holder: null, deputy: post.holder }],
    ])
    const { vacancies } = healthOf(
      among([anAction('1'), anAction('2', { owners: [{ name: 'KK' }] })], { posts: vacant }),
      TODAY,
    )
    expect(vacancies.map(({ post: { key }, actions }) => [key, actions])).toEqual([
      ['north-spoc', ['1']],
      ['stood-in', ['1']],
    ])
  })

  test('names the organisations that have open work and say nothing', () => {
    const said = (day: string) => ({ latest: { day, outcome: null, next: null } })
    const silentOf = (...actions: Action[]) =>
      healthOf(among(actions), TODAY).silent.map(({ organisation, last }) => [organisation.key, last])
    expect(silentOf(anAction('1', said(ago(SILENT_AFTER + 1))))).toEqual([['north', ago(SILENT_AFTER + 1)]])
    expect(silentOf(anAction('1', said(ago(SILENT_AFTER))))).toEqual([])
    expect(silentOf(anAction('1'), anAction('2', said(ago(3))))).toEqual([])
    expect(silentOf(anAction('1'))).toEqual([['north', null]])
    expect(silentOf()).toEqual([])
    expect(ORGANISATIONS).toHaveLength(2)
  })
})
