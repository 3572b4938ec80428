/** What the board's report of many actions is worked out from, for the benches. */

import type { ReportGround } from '../../src/domain/report.ts'
import { aRegister } from './export.ts'

export function aReportGround(count: number): ReportGround {
  const { snapshot, histories } = aRegister(count)
  const actions = new Map([...snapshot.actions].map(([id, action], index) => [id, late(action, index)]))
  const times = { from: '2026-08-27', to: '2026-11-24', since: '2026-08-27' }
  return { snapshot: { ...snapshot, actions }, histories, requests: [], responses: new Map(), ...times }
}

/** Every third is late, so that a third of them has a reason to be told. */
function late<Action extends { readonly due: unknown }>(action: Action, index: number): Action {
  return index % 3 === 0 ? { ...action, due: { kind: 'day', day: '2026-10-05', words: '5 October 2026' } } : action
}
