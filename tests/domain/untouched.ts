/** An action that nothing has become of yet: what tests say of theirs is only what is told of it. */

import type { ActionContent } from '../../src/domain/action.ts'

export const UNTOUCHED: Omit<ActionContent, 'id' | 'reference' | 'details'> = {
  kind: 'action',
  parts: [],
  owners: [],
  due: null,
  firstDue: null,
  extensions: [],
  extensionAsked: null,
  milestones: [],
  links: [],
  retainedFor: null,
  status: 'open',
  discharge: null,
  closing: null,
  override: null,
  origin: { kind: 'typed' },
  marking: null,
  latest: null,
  updateCount: 0,
}
