/** One deed for many actions: what is left out and why, what is sent, and what is sent once more. */

import { describe, expect, it } from 'vitest'
import type { Action } from '../../src/domain/action.ts'
import type { AddAction } from '../../src/domain/command.ts'
import type { Due } from '../../src/domain/due.ts'
import {
  bulkFields,
  bulkStart,
  planBulk,
  sendingOf,
  type BulkDeed,
  type BulkGround,
} from '../../src/tab/register/bulk.ts'
import { outcomesOf, sendingAgain, takingBack } from '../../src/tab/register/bulksending.ts'
import { comingMeetings } from '../../src/tab/register/deeds.ts'
import type { UntoldCommand } from '../../src/tab/register/deedfields.ts'
import {
  NOTHING_SELECTED,
  selectAll,
  selectOnly,
  selectRange,
  toggleSelected,
} from '../../src/tab/register/selection.ts'
import { createWords } from '../../src/words/words.ts'
import { carryOut, EMPTY_REGISTER, PAT, TODAY, type Register } from '../domain/domainworld.ts'

let counter = 0
const anId = (): string => `bulk-${String(++counter).padStart(8, '0')}`
const onDay = (day: string): Due => ({ kind: 'day', day, words: day })

/** A register with an action for each of these, as it is after what was done to it. */
function aRegister(...told: readonly { over?: Partial<AddAction>; after?: readonly UntoldCommand[] }[]) {
  let register: Register = EMPTY_REGISTER
  const carry = (command: Parameters<typeof carryOut>[1]): void => {
    const done = carryOut(register, command)
    expect(done.refused, command.kind).toBeNull()
    register = done.register
  }
  const ids = told.map(({ over = {}, after = [] }) => {
    const id = anId()
    carry({
      kind: 'addAction',
      id,
      details: 'Agree one flagging policy',
      actionKind: 'action',
      owners: [{ organisation: 'north' }],
      parts: [],
      due: onDay('2026-12-01'),
      origin: { kind: 'typed' },
      ...over,
    })
    for (const command of after) carry({ ...command, id: anId(), action: id })
    return id
  })
  return { register, actions: ids.map((id) => register.snapshot.actions.get(id) as Action) }
}

function groundOf(deed: BulkDeed, { register, actions }: ReturnType<typeof aRegister>): BulkGround {
  const { snapshot } = register
  return {
    deed,
    actions,
    snapshot,
    today: TODAY,
    words: createWords('en'),
    meetings: comingMeetings(snapshot.meetings.values(), TODAY),
    context: { actor: PAT, today: TODAY, as: 'member' },
  }
}

const CLOSED: UntoldCommand = { kind: 'close', reason: 'duplicate', words: '' }
const ASKED: UntoldCommand = { kind: 'askExtension', to: onDay('2027-01-31'), reason: 'Staff' }

describe('a deed for many', () => {
  it('says what it can’t be done to, and why, before anything is typed', () => {
    const ground = groundOf(
      'askExtension',
      aRegister({}, { after: [CLOSED] }, { over: { due: null } }, { after: [ASKED] }),
    )
    const plan = planBulk(ground, bulkStart(ground))
    expect(plan.unable.map(({ refusal }) => refusal.code)).toEqual(['actionEnded', 'dueUnset', 'extensionPending'])
    expect(plan.able.map(({ action }) => action.id)).toEqual([ground.actions[0]?.id])
    expect(plan.problem).toEqual({ code: 'textMissing', field: 'to' })
  })

  it('leaves out what the same words aren’t later for', () => {
    const ground = groundOf('askExtension', aRegister({}, { over: { due: onDay('2027-06-30') } }))
    const plan = planBulk(ground, { to: '31 January 2027', reason: 'Staff' })
    expect(plan.problem).toBeNull()
    expect(plan.unable.map(({ refusal }) => refusal.code)).toEqual(['extensionNotLater'])
    expect(plan.able).toHaveLength(1)
  })

  it('says once what is wrong with what was given', () => {
    const ground = groundOf('askExtension', aRegister({}, {}))
    const plan = planBulk(ground, { to: '31 January 2027', reason: ' ' })
    expect(plan.problem).toEqual({ code: 'reasonMissing', field: 'reason' })
    expect(plan.unable).toEqual([])
  })

  it('offers every coming meeting, also one that some are kept for already, and leaves those out', () => {
    const ground = groundOf('retain', aRegister({}, { after: [{ kind: 'retain', meeting: '2026-12', words: '' }] }))
    const start = bulkStart(ground)
    expect(bulkFields(ground, start)[0]?.choices?.map(([key]) => key)).toEqual(['2026-12'])
    const plan = planBulk(ground, start)
    expect(plan.able.map(({ command }) => command)).toEqual([{ kind: 'retain', meeting: '2026-12', words: '' }])
    expect(plan.unable.map(({ refusal }) => refusal.code)).toEqual(['nothingChanged'])
  })

  it('starts from the owners that all have in common, and gives none of them to nobody', () => {
    const same = groundOf('reassign', aRegister({}, {}))
    expect(bulkStart(same)['owners']).toEqual([{ organisation: 'north' }])
    const apart = groundOf('reassign', aRegister({}, { over: { owners: [] } }))
    expect(bulkStart(apart)['owners']).toEqual([])
    expect(planBulk(apart, bulkStart(apart)).problem).toEqual({ code: 'textMissing', field: 'owners' })
    const given = planBulk(apart, { owners: [{ organisation: 'north' }], reason: '' })
    expect(given.problem).toBeNull()
    expect(given.able.map(({ action }) => action.id)).toEqual([apart.actions[1]?.id])
  })

  it('leaves ended actions their owners', () => {
    const ground = groundOf('reassign', aRegister({ after: [CLOSED] }))
    const plan = planBulk(ground, { owners: [{ organisation: 'shires-rocu' }], reason: '' })
    expect(plan.unable.map(({ refusal }) => refusal.code)).toEqual(['actionEnded'])
  })
})

describe('sending it', () => {
  it('gives each action a command of its own, which keeps its id when it is sent again', () => {
    const ground = groundOf('reassign', aRegister({}, {}, {}))
    const plan = planBulk(ground, { owners: [{ organisation: 'shires-rocu' }], reason: '' })
    const sending = sendingOf(plan, anId)
    expect(new Set(sending.commands.map((command) => command.id)).size).toBe(3)
    const [first, second, third] = ground.actions
    if (!first || !second || !third) throw new Error('three actions')
    const now = { ...third, owners: [] }
    const outcomes = outcomesOf(sending, [
      { state: 'saved', action: first },
      { state: 'unsaved', because: 'offline', requestId: null },
      { state: 'stale', seen: third, now },
    ])
    expect(sendingAgain(outcomes, 'unsaved')).toEqual({
      commands: [sending.commands[1]],
      seen: new Map([[second.id, second]]),
    })
    expect(sendingAgain(outcomes, 'stale')).toEqual({
      commands: [sending.commands[2]],
      seen: new Map([[third.id, now]]),
    })
  })
})

describe('taking it back', () => {
  const back = (deed: BulkDeed, world: ReturnType<typeof aRegister>, values: Parameters<typeof planBulk>[1]) => {
    const sending = sendingOf(planBulk(groundOf(deed, world), values), anId)
    let { register } = world
    const submissions = sending.commands.map((command) => {
      register = carryOut(register, command).register
      return { state: 'saved' as const, action: register.snapshot.actions.get(command.action) as Action }
    })
    const outcomes = outcomesOf(sending, submissions)
    return { register, outcomes, taken: takingBack(outcomes, { me: PAT, reason: 'Undone', newId: anId }) }
  }

  it('gives each action its own owners again, by an entry more', () => {
    const world = aRegister({}, { over: { owners: [{ organisation: 'shires-rocu' }] } }, {})
    const done = back('reassign', world, { owners: [{ organisation: 'north' }, { organisation: 'shires-rocu' }] })
    let { register } = done
    expect(done.taken?.commands.length).toBe(3)
    for (const command of done.taken?.commands ?? []) {
      const carried = carryOut(register, command)
      expect(carried.refused).toBeNull()
      ;({ register } = carried)
    }
    for (const { id, owners, updateCount } of world.actions) {
      const now = register.snapshot.actions.get(id)
      expect(now?.owners).toEqual(owners)
      expect(now?.updateCount).toBe(updateCount + 2)
    }
  })

  it('isn’t offered where some of it has no opposite, or isn’t done', () => {
    const asked = back('askExtension', aRegister({}, {}), { to: '1 March 2027', reason: 'The form is late' })
    expect(asked.outcomes).toHaveLength(2)
    expect(asked.taken).toBeNull()
    const { outcomes } = back('reassign', aRegister({}, {}), { owners: [{ organisation: 'shires-rocu' }] })
    const [first, second] = outcomes
    if (!first || !second) throw new Error('two outcomes')
    const unsaved = { ...second, submission: { state: 'unsaved', because: 'offline', requestId: null } } as const
    expect(takingBack([first, unsaved], { me: PAT, reason: 'Undone', newId: anId })).toBeNull()
    expect(takingBack([], { me: PAT, reason: 'Undone', newId: anId })).toBeNull()
  })
})

describe('selecting', () => {
  it('a range grows and shrinks from where it began, beside what was selected before', () => {
    const one = toggleSelected(NOTHING_SELECTED, 'a')
    const begun = toggleSelected(one, 'd')
    expect([...selectRange(begun, ['d', 'e', 'f']).ids]).toEqual(['a', 'd', 'e', 'f'])
    expect([...selectRange(selectRange(begun, ['d', 'e', 'f']), ['d', 'e']).ids]).toEqual(['a', 'd', 'e'])
    expect(selectRange(NOTHING_SELECTED, ['b', 'c']).anchor).toBe('b')
  })

  it('toggled twice it is let go of; all twice is nothing', () => {
    expect(toggleSelected(toggleSelected(NOTHING_SELECTED, 'a'), 'a').ids.size).toBe(0)
    const all = selectAll(selectOnly(['a']), ['a', 'b'])
    expect([...all.ids]).toEqual(['a', 'b'])
    expect(selectAll(all, ['a', 'b'])).toBe(NOTHING_SELECTED)
    expect(selectOnly([])).toBe(NOTHING_SELECTED)
  })
})
