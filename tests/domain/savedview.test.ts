import { describe, expect, test } from 'vitest'
import type { SaveView, ViewCommand } from '../../src/domain/command.ts'
import { decide } from '../../src/domain/decide.ts'
import type { Person } from '../../src/domain/group.ts'
import { isShownTo, LONGEST_NAME, type SavedView, type ViewScope } from '../../src/domain/savedview.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import type { DecisionContext } from '../../src/domain/step.ts'
import { PLAIN_VIEW } from '../../src/domain/view.ts'
import { EMPTY, PAT, TODAY } from './domainworld.ts'

const SAM: Person = { tenantId: 't', objectId: 's', name: 'Sam Reed' }

function kept(id: string, name: string, scope: ViewScope, owner = PAT): SavedView {
  return { id, name, scope, owner, content: PLAIN_VIEW, version: '1' }
}

function holding(...views: readonly SavedView[]): Snapshot {
  return { ...EMPTY, views: new Map(views.map((view) => [view.id, view])) }
}

function saving(more: Partial<SaveView> = {}): SaveView {
  return {
    kind: 'saveView',
    id: 'command-1',
    view: null,
    name: 'Late, by force',
    scope: 'mine',
    content: PLAIN_VIEW,
    ...more,
  }
}

function decided(command: ViewCommand, snapshot: Snapshot, as: DecisionContext['as'] = 'member', actor = PAT) {
  return decide(command, snapshot, { actor, today: TODAY, as })
}

const refusal = (result: ReturnType<typeof decided>): string => (result.ok ? 'accepted' : result.error.code)

describe('views that are kept', () => {
  test('a new one has the id of its command, and whoever keeps it as its owner', () => {
    const result = decided(saving({ name: '  Late, by force ' }), holding())
    expect(result).toEqual({
      ok: true,
      value: [
        {
          kind: 'putView',
          view: { id: 'command-1', name: 'Late, by force', scope: 'mine', owner: PAT, content: PLAIN_VIEW },
        },
      ],
    })
  })

  test('a group’s view is kept, changed and removed by coordinators, and by nobody else', () => {
    const snapshot = holding(kept('ours', 'Ours', 'group'))
    const change = saving({ view: 'ours', scope: 'group', name: 'Ours too' })
    const removal = { kind: 'removeView', id: 'command-2', view: 'ours' } as const
    expect(refusal(decided(saving({ scope: 'group' }), snapshot))).toBe('coordinatorOnly')
    expect(refusal(decided(change, snapshot))).toBe('coordinatorOnly')
    expect(refusal(decided(removal, snapshot))).toBe('coordinatorOnly')
    expect(refusal(decided(change, snapshot, 'coordinator', SAM))).toBe('accepted')
    expect(refusal(decided(removal, snapshot, 'coordinator', SAM))).toBe('accepted')
  })

  test('a coordinator who changes a group’s view doesn’t become its owner', () => {
    const result = decided(
      saving({ view: 'ours', scope: 'group' }),
      holding(kept('ours', 'Ours', 'group')),
      'coordinator',
      SAM,
    )
    expect(result).toMatchObject({ value: [{ view: { owner: PAT } }] })
  })

  test('one’s own is changed by oneself alone: not even a coordinator may', () => {
    const snapshot = holding(kept('pats', 'Pat’s', 'mine'))
    const change = saving({ view: 'pats', name: 'Pat’s other' })
    expect(refusal(decided(change, snapshot))).toBe('accepted')
    expect(refusal(decided(change, snapshot, 'coordinator', SAM))).toBe('viewNotYours')
    expect(refusal(decided({ kind: 'removeView', id: 'command-2', view: 'pats' }, snapshot, 'coordinator', SAM))).toBe(
      'viewNotYours',
    )
  })

  test('a member can’t turn their own view into the group’s', () => {
    const snapshot = holding(kept('pats', 'Pat’s', 'mine'))
    expect(refusal(decided(saving({ view: 'pats', scope: 'group' }), snapshot))).toBe('coordinatorOnly')
    expect(refusal(decided(saving({ view: 'pats', scope: 'group' }), snapshot, 'coordinator'))).toBe('accepted')
  })

  test('it needs a name that fits, and that no other of its kind has', () => {
    const snapshot = holding(kept('ours', 'Ours', 'group'), kept('pats', 'Pat’s', 'mine'))
    expect(refusal(decided(saving({ name: '  ' }), snapshot))).toBe('textMissing')
    expect(refusal(decided(saving({ name: 'x'.repeat(LONGEST_NAME + 1) }), snapshot))).toBe('textTooLong')
    expect(refusal(decided(saving({ name: 'PAT’S' }), snapshot))).toBe('viewNameTaken')
    expect(refusal(decided(saving({ name: 'Ours' }), snapshot))).toBe('accepted')
    expect(refusal(decided(saving({ view: 'pats', name: 'Pat’s' }), snapshot))).toBe('accepted')
  })

  test('removing what is gone is no refusal: the same command twice is once', () => {
    expect(decided({ kind: 'removeView', id: 'command-2', view: 'gone' }, holding())).toEqual({ ok: true, value: [] })
    expect(refusal(decided(saving({ view: 'gone' }), holding()))).toBe('viewUnknown')
  })

  test('a site without a list for them says so', () => {
    expect(refusal(decided(saving(), { ...EMPTY, views: null }))).toBe('viewsMissing')
  })

  test('one’s own is shown to oneself alone', () => {
    expect(isShownTo(kept('pats', 'Pat’s', 'mine'), PAT)).toBe(true)
    expect(isShownTo(kept('pats', 'Pat’s', 'mine'), SAM)).toBe(false)
    expect(isShownTo(kept('pats', 'Pat’s', 'mine'), { ...PAT, tenantId: 'other' })).toBe(false)
    expect(isShownTo(kept('ours', 'Ours', 'group'), SAM)).toBe(true)
  })
})
