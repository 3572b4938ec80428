import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEdition } from '../../src/documents/edition.ts'
import { addDays } from '../../src/domain/day.ts'
import { decide } from '../../src/domain/decide.ts'
import { nextMeetingDay } from '../../src/domain/group.ts'
import { limboOf, mattersArising } from '../../src/domain/mattersarising.ts'
import { withholdingOf } from '../../src/domain/passage.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { standingOf } from '../../src/domain/status.ts'
import { person } from '../../src/laptop/demonstration/groups.ts'
import { tellMeetings } from '../../src/laptop/demonstration/meetings.ts'
import { tellings, type Telling } from '../../src/laptop/demonstration/telling.ts'
import type { Action } from '../../src/domain/action.ts'
import { propose, realTracker } from '../documents/documentsworld.ts'

/** Tells a group's story by the rules themselves and gives what stands at its end. */
function lived(telling: Telling): Snapshot {
  const actions = new Map<string, Action>()
  const snapshot: Snapshot = {
    group: telling.group,
    organisations: new Map(telling.organisations.map((each) => [each.key, each])),
    posts: new Map(telling.posts.map((each) => [each.key, each])),
    meetings: new Map(telling.meetings.map((each) => [each.key, each])),
    views: new Map(),
    actions,
  }
  for (const { day, by, command } of telling.told) {
    const as = command.kind === 'recordDischarge' ? 'service' : 'coordinator'
    const decided = decide(command, snapshot, { actor: person(by), today: day, as })
    if (!decided.ok) throw new Error(`${command.id} on ${day}: ${JSON.stringify(decided.error)}`)
    for (const change of decided.value) {
      if (change.kind === 'createAction') {
        actions.set(change.action.id, { ...change.action, version: '', createdBy: '', createdAt: '', modifiedAt: '' })
      } else if (change.kind === 'setAction') {
        const action = actions.get(change.action)
        if (action) actions.set(action.id, { ...action, ...change.fields })
      }
    }
  }
  return snapshot
}

const TODAY = '2026-03-17'

describe('the demonstration', () => {
  test('is a history that the rules accept, whatever day it is opened on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (offset) => {
        const today = addDays('2025-01-01', offset)
        for (const telling of tellings(today)) {
          const { actions, meetings } = lived(telling)
          expect(actions.size).toBeGreaterThanOrEqual(10)
          expect(nextMeetingDay([...meetings.values()], today)).toBeTruthy()
        }
      }),
      { numRuns: 40 },
    )
  })

  test('writes every command once', () => {
    for (const { told } of tellings(TODAY))
      expect(new Set(told.map(({ command }) => command.id)).size).toBe(told.length)
  })

  test('shows every status, and withheld rows and passages', () => {
    const [csae] = tellings(TODAY)
    if (!csae) throw new Error('no group')
    const snapshot = lived(csae)
    const nextMeeting = nextMeetingDay(csae.meetings, TODAY)
    const actions = [...snapshot.actions.values()]
    const colours = actions.map((action) => standingOf(action, { today: TODAY, nextMeeting, lateBy: 'current' }).colour)
    const counts = Object.groupBy(colours, (colour) => colour)
    expect(actions.length).toBeGreaterThanOrEqual(40)
    for (const [colour, least] of Object.entries({ RED: 4, AMBER: 8, GREEN: 8, WHITE: 2, CLOSED: 3 })) {
      expect(counts[colour as keyof typeof counts]?.length ?? 0, colour).toBeGreaterThanOrEqual(least)
    }
    expect(actions.filter((action) => withholdingOf(action.details) === 'whole').length).toBe(2)
    expect(actions.filter((action) => withholdingOf(action.details) === 'partly').length).toBe(1)
  })

  test('has met and meets again: every matter that was dealt with is one of its actions, and others arise next', () => {
    const [csae] = tellings(TODAY)
    if (!csae) throw new Error('no group')
    const snapshot = lived(csae)
    const { meetings, agenda, matters } = tellMeetings(csae, TODAY)
    const [held, coming] = meetings
    if (!held || !coming) throw new Error('no meetings')
    for (const meeting of meetings) expect(csae.meetings.some(({ key }) => key === meeting.key)).toBe(true)
    const ids = new Set(csae.told.map(({ command }) => command.id))
    for (const { action, deeds } of matters) {
      expect(snapshot.actions.has(action), action).toBe(true)
      for (const { id } of deeds) expect(ids.has(id), id).toBe(true)
    }
    for (const { takes } of agenda) for (const action of takes) expect(snapshot.actions.has(action)).toBe(true)
    expect(new Set([...agenda, ...matters].map(({ key }) => key)).size).toBe(agenda.length + matters.length)
    const arising = mattersArising({ meeting: coming, agenda, matters, snapshot })
    expect(arising.length).toBeGreaterThan(15)
    expect(new Set(arising.flatMap(({ whys }) => whys))).toEqual(
      new Set(['retained', 'nextMeeting', 'dueSince', 'proposed', 'extensionAsked', 'open']),
    )
    expect(limboOf(arising, coming, snapshot)).toHaveLength(arising.length)
  })

  test.skipIf(!realTracker.isThere)('is so unlike the real tracker that all of that comes in beside it', () => {
    const { actions } = propose(realTracker.read())
    for (const telling of tellings(TODAY)) {
      const { actions: known, organisations, posts } = lived(telling)
      const register = [...known.values()].map((action) => ({ action, history: [] }))
      const { fresh, matched, doubtful } = compareEdition(actions, register, {
        organisations: organisations.values(),
        posts: posts.values(),
        today: TODAY,
      })
      expect(doubtful).toEqual([])
      expect(matched).toEqual([])
      expect(fresh.map(({ reference }) => reference)).toEqual(actions.map(({ reference }) => reference))
    }
  })
})
