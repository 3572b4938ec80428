/** A small fictional group to try the rules on. */

import type { Update } from '../../src/domain/action.ts'
import type { Command } from '../../src/domain/command.ts'
import type { Change } from '../../src/domain/change.ts'
import { decide } from '../../src/domain/decide.ts'
import type { DecisionContext } from '../../src/domain/step.ts'
import type { Organisation, Person, Post } from '../../src/domain/group.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'

export const TODAY = '2026-11-23'

export const PAT: Person = { tenantId: 't', objectId: 'p', name: 'Pat Lowe' }

const organisation = (key: string, name: string, shortName: string): Organisation => ({
  key,
  name,
  shortName,
  aliases: [],
  kind: key.endsWith('rocu') ? 'rocu' : 'force',
  nation: 'England',
  region: 'Shires',
})

export const ORGANISATIONS = [
  organisation('north', 'North Shire', 'NS'),
  organisation('shires-rocu', 'Shires ROCU', 'ROCUSH'),
]

const post: Post = {
  key: 'north-spoc',
  title: 'CSE SPOC',
  organisation: 'north',
  role: 'spoc',
  holder: PAT,
  deputy: null,
  from: '2025-01-01',
  to: null,
}

export const EMPTY: Snapshot = {
  group: { key: 'sgg', name: 'Strategic Governance Group', marking: { level: 'OFFICIAL' }, lateBy: 'first' },
  organisations: new Map(ORGANISATIONS.map((each) => [each.key, each])),
  posts: new Map([[post.key, post]]),
  meetings: new Map([['2026-12', { key: '2026-12', day: '2026-12-10', title: 'December', status: 'planned' }]]),
  views: new Map(),
  actions: new Map(),
}

export interface Register {
  readonly snapshot: Snapshot
  readonly history: ReadonlyMap<string, readonly Update[]>
}

export const EMPTY_REGISTER: Register = { snapshot: EMPTY, history: new Map() }

/** Decides a command and carries its changes out in memory, as a store would. A refused command changes nothing. */
export function carryOut(
  register: Register,
  command: Command,
  as: DecisionContext['as'] = 'coordinator',
  today = TODAY,
): { register: Register; refused: string | null } {
  const result = decide(command, register.snapshot, { actor: PAT, today, as })
  if (!result.ok) return { register, refused: result.error.code }
  return { register: result.value.reduce(applyChange, register), refused: null }
}

function applyChange(register: Register, change: Change): Register {
  const actions = new Map(register.snapshot.actions)
  const history = new Map(register.history)
  const views = new Map(register.snapshot.views)
  switch (change.kind) {
    case 'createAction': {
      const stored = { version: '1', createdBy: PAT.name, createdAt: '', modifiedAt: '' }
      actions.set(change.action.id, { ...change.action, ...stored })
      break
    }
    case 'setAction': {
      const action = actions.get(change.action)
      if (action) actions.set(action.id, { ...action, ...change.fields })
      break
    }
    case 'appendUpdate': {
      const { update } = change
      history.set(update.action, [
        ...(history.get(update.action) ?? []),
        { ...update, author: PAT.name, enteredAt: '' },
      ])
      break
    }
    case 'putView':
      views.set(change.view.id, { ...change.view, version: '1' })
      break
    case 'dropView':
      views.delete(change.view)
  }
  return { snapshot: { ...register.snapshot, actions, views }, history }
}
