import { describe, expect, test } from 'vitest'
import { workKey, workOf, type WorkRef } from '../../src/domain/covering.ts'
import { TODAY } from './domainworld.ts'
import {
  anAction,
  answered,
  aQuarter,
  aRequest,
  aReturn,
  aWorkstream,
  groundOf,
  type GroundParts,
} from './coverageworld.ts'

const STREAM = { kind: 'workstream', key: 'homes' } as const
const RETURN = { kind: 'return', key: 'ocag' } as const
const REQUEST = { kind: 'request', key: 'flags' } as const

function standing(ref: WorkRef, parts: GroundParts) {
  const work = workOf(groundOf(parts), TODAY).get(workKey(ref))
  return [work?.stands.colour, work?.stands.why?.code, work?.counts]
}

const barrier = {
  id: 'b',
  raised: { day: TODAY, words: 'Two counties', by: { tenantId: 't', objectId: 'p', name: 'Pat' } },
  mitigations: [],
  resolved: null,
}

describe('how work that may cover a paragraph stands', () => {
  test('a work stream is late once nothing was said of the quarter that is over, and held up by what is in its way', () => {
    const streams = (over = {}) => new Map([[STREAM.key, aWorkstream(over)]])
    const [now, before, older] = ['2026-Q3', '2026-Q2', '2026-Q1'].map(
      (quarter) => new Map([aQuarter(STREAM.key, quarter)]),
    )
    const stands = (quarters = before, over = {}) =>
      standing(STREAM, { workstreams: streams(over), ...(quarters ? { quarters } : {}) })
    expect(stands(now)).toEqual(['GREEN', 'quarterSaid', true])
    expect(stands(before)).toEqual(['GREEN', 'quarterSaid', true])
    expect(stands(older)).toEqual(['RED', 'quarterUnsaid', true])
    expect(stands(older, { barriers: [barrier] })).toEqual(['RED', 'quarterUnsaid', true])
    expect(stands(now, { barriers: [barrier] })).toEqual(['AMBER', 'barriersOpen', true])
    expect(stands(now, { barriers: [{ ...barrier, resolved: barrier.raised }] })).toEqual([
      'GREEN',
      'quarterSaid',
      true,
    ])
    // Until the latest quarter is due, the one before it will do.
    const asked = { ...groundOf({}).asked, due: TODAY }
    expect(standing(STREAM, { workstreams: streams(), ...(older ? { quarters: older } : {}), asked })).toEqual([
      'GREEN',
      'quarterSaid',
      true,
    ])
    expect(standing(STREAM, { workstreams: streams(), asked })).toEqual(['RED', 'quarterUnsaid', true])
    expect(stands(now, { ended: { day: '2026-11-01', reason: 'Done' } })).toEqual(['CLOSED', 'ended', false])
  })

  test('a return stands as the latest period that was due does, whatever is asked since', () => {
    const period = (key: string, due: string) => aRequest(key, { return: RETURN.key, period: key, due })
    const [old, last, next] = [period('old', '2026-07-15'), period('last', '2026-10-15'), period('next', '2027-01-15')]
    const stands = (responses: GroundParts['responses'], asked = [old, last, next], ended = false) =>
      standing(RETURN, {
        returns: new Map([[RETURN.key, aReturn(ended ? { ended: { day: '2026-11-01', reason: '' } } : {})]]),
        requests: new Map(asked.map((each) => [each.key, each])),
        ...(responses ? { responses } : {}),
      })
    expect(stands(answered('last', 'north', 'shires-rocu'))).toEqual(['GREEN', 'answered', true])
    expect(stands(answered('last', 'north'))).toEqual(['RED', 'answersMissing', true])
    expect(stands(answered('old', 'north', 'shires-rocu'))).toEqual(['RED', 'answersMissing', true])
    expect(stands(answered('next', 'north'), [next])).toEqual(['AMBER', 'answersAwaited', true])
    expect(stands(undefined, [])).toEqual(['AMBER', 'notAskedYet', true])
    expect(stands(answered('last', 'north', 'shires-rocu'), [last], true)).toEqual(['CLOSED', 'ended', false])
  })

  test('a request is late once its due has passed without every answer; closed without them, it covers nothing', () => {
    const stands = (over: Parameters<typeof aRequest>[1], ...by: readonly string[]) =>
      standing(REQUEST, {
        requests: new Map([[REQUEST.key, aRequest(REQUEST.key, over)]]),
        responses: answered(REQUEST.key, ...by),
      })
    const all = ['north', 'shires-rocu']
    expect(stands({}, 'north')).toEqual(['RED', 'answersMissing', true])
    expect(stands({ due: TODAY }, 'north')).toEqual(['AMBER', 'answersAwaited', true])
    expect(stands({ due: null }, 'north')).toEqual(['AMBER', 'answersUndated', true])
    expect(stands({}, ...all)).toEqual(['GREEN', 'answered', true])
    expect(stands({ status: 'closed' }, ...all)).toEqual(['GREEN', 'answered', true])
    expect(stands({ status: 'closed' }, 'north')).toEqual(['CLOSED', 'closedUnanswered', false])
    // A period stands in its return.
    expect(stands({ return: 'ocag', period: '2026-Q2' }, ...all)).toEqual([undefined, undefined, undefined])
  })

  test('an action and a recommendation stand as everywhere, and go first', () => {
    const recommended = anAction('3', { kind: 'recommendation', status: 'closed' })
    const ground = groundOf({ actions: [recommended, anAction('2')], workstreams: new Map([['homes', aWorkstream()]]) })
    const all = [...workOf(ground, TODAY).values()]
    expect(all.map(({ label, name, counts }) => [label, name.en, counts])).toEqual([
      ['action', '2/26 Chase', true],
      ['recommendation', '3/26 Chase', false],
      ['workstream', '1.2 One list of homes', true],
    ])
    expect(all[0]?.stands.standing?.why.code).toBe('noDue')
  })
})
