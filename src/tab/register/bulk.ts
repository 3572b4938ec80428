/**
 * One deed for many actions: what is asked once, what it becomes for each of them, and which of them it can't be done
 * to, with why. Pure. The rules themselves say so, before anything is sent: the same rules that decide afterwards.
 */

import type { Action, Owner } from '../../domain/action.ts'
import { canonical } from '../../domain/canonical.ts'
import type { CommandId } from '../../domain/command.ts'
import { decide } from '../../domain/decide.ts'
import type { Refusal, RefusalCode } from '../../domain/result.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { isOpen } from '../../domain/status.ts'
import type { DecisionContext } from '../../domain/step.ts'
import type { BulkSending } from './bulksending.ts'
import { formOf, type DeedGround, type Field, type UntoldCommand, type Values } from './deedfields.ts'

export const BULK_DEEDS = ['retain', 'reassign', 'askExtension'] as const
export type BulkDeed = (typeof BULK_DEEDS)[number]

export interface BulkGround extends Omit<DeedGround, 'action' | 'begun'> {
  readonly deed: BulkDeed
  readonly actions: readonly Action[]
  readonly context: DecisionContext
}

export interface BulkPlan {
  readonly able: readonly { readonly action: Action; readonly command: UntoldCommand }[]
  readonly unable: readonly { readonly action: Action; readonly refusal: Refusal }[]
  /** What is wrong with what was given, whichever action it is for. */
  readonly problem: Refusal | null
}

export function bulkFields(ground: BulkGround, values: Values): readonly Field[] {
  return formOf(ground.deed).fields(standIn(ground), values)
}

export function bulkStart(ground: BulkGround): Values {
  return formOf(ground.deed).start(standIn(ground))
}

export function planBulk(ground: BulkGround, values: Values): BulkPlan {
  const { deed, snapshot, context } = ground
  const able: { action: Action; command: UntoldCommand }[] = []
  const unable: { action: Action; refusal: Refusal }[] = []
  let problem: Refusal | null = ownersMissing(deed, values)
  for (const action of ground.actions) {
    const made = formOf(deed).command(values, { ...standIn(ground), action })
    if (!made.ok) problem ??= made.error
    const command = made.ok ? made.value : BLANK[deed]
    const refusal = refusalOf(command, action, snapshot, context)
    if (refusal === null) able.push({ action, command })
    else if (OF_VALUES.has(refusal.code)) {
      problem ??= refusal
      able.push({ action, command })
    } else unable.push({ action, refusal })
  }
  return { able, unable, problem }
}

export function sendingOf(plan: BulkPlan, newId: () => CommandId): BulkSending {
  return {
    commands: plan.able.map(({ action, command }) => ({ ...command, id: newId(), action: action.id })),
    seen: new Map(plan.able.map(({ action }) => [action.id, action])),
  }
}

/** The rules look at the action first: a command that says nothing tells whether anything could be done to it. */
const BLANK: Readonly<Record<BulkDeed, UntoldCommand>> = {
  retain: { kind: 'retain', meeting: '', words: '' },
  reassign: { kind: 'reassign', owners: [{ name: '?' }], reason: '' },
  askExtension: { kind: 'askExtension', to: { kind: 'words', words: '' }, reason: '' },
}

/** Refusals that are about what was given, not about the action. */
const OF_VALUES: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'textMissing',
  'textTooLong',
  'reasonMissing',
  'dueInvalid',
  'ownerUnknown',
  'postUnknown',
  'meetingUnknown',
  'commandInvalid',
])

function refusalOf(
  command: UntoldCommand,
  action: Action,
  snapshot: Snapshot,
  context: DecisionContext,
): Refusal | null {
  // One by one an ended action may be given to another; that many at once are ended is an oversight.
  if (command.kind === 'reassign' && !isOpen(action)) {
    return { code: 'actionEnded', values: { reference: action.reference } }
  }
  const decided = decide({ ...command, id: 'not-sent-yet', action: action.id }, snapshot, context)
  return decided.ok ? null : decided.error
}

/** One action may belong to nobody; many at once become nobody's by oversight only. */
function ownersMissing(deed: BulkDeed, values: Values): Refusal | null {
  const nobody = deed === 'reassign' && (values['owners'] ?? []).length === 0
  return nobody ? { code: 'textMissing', field: 'owners' } : null
}

/** The form is asked of one action that stands for all. */
function standIn({ actions, deed, ...ground }: BulkGround): DeedGround {
  const [first] = actions
  if (!first) throw new TypeError('nothing is selected')
  const action = { ...first, retainedFor: null, owners: ownersInCommon(actions) }
  return { ...ground, action, begun: { deed, about: null } }
}

function ownersInCommon(actions: readonly Action[]): readonly Owner[] {
  const [first, ...others] = actions.map((action) => action.owners)
  if (!first || others.some((owners) => canonical(owners) !== canonical(first))) return []
  return first
}
