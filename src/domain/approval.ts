/**
 * What waits for a decision, exactly which state of it is decided on, and who may decide (product, rules 3 to 5).
 *
 * An approval binds to its content: the action's words, and what is asked with its reason or evidence. If that changes
 * first, it is void and asked again; an unrelated update leaves it as it is. The content is made here as one text; the
 * caller hashes it.
 */

import type { ActionContent, ActionId } from './action.ts'
import { isInForce, isSamePerson, type Appointment } from './appointment.ts'
import { canonical } from './canonical.ts'
import { addDays, type Day } from './day.ts'
import type { Person } from './group.ts'

export const APPROVAL_KINDS = ['discharge', 'extension'] as const
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]

/** Something that somebody asked for and nobody has decided. */
export interface Asked {
  readonly kind: ApprovalKind
  /** `discharge-<action>`, `extension-<action>`: what decisions are kept under. */
  readonly subject: string
  readonly action: ActionId
  /** Id of the command that asked; empty in rows from before there were approvals. */
  readonly ask: string
  readonly askedOn: Day
  /** Which extension of the action it would be, from 1; null for a discharge. */
  readonly count: number | null
  /** The exact state that is decided on. */
  readonly content: string
}

/** How a group decides; on Control. */
export interface ApprovalSettings {
  /** Days after which what was asked lapses and has to be asked again. */
  readonly lapsesAfter: number
  /** From this extension of an action on, the holder of another post decides; null: always the chair. */
  readonly higher: { readonly fromExtension: number; readonly post: string } | null
}

export const APPROVAL_SETTINGS: ApprovalSettings = { lapsesAfter: 28, higher: null }

export function subjectOf(kind: ApprovalKind, action: ActionId): string {
  return `${kind}-${action}`
}

/** What is asked of an action: at most a discharge and an extension. */
export function askedOf(action: ActionContent): readonly Asked[] {
  const about = {
    id: action.id,
    reference: action.reference,
    details: action.details,
    parts: action.parts.map(({ letter, details }) => ({ letter, details })),
  }
  const asked: Asked[] = []
  const { discharge, extensionAsked } = action
  if (action.status === 'dischargeProposed' && discharge) {
    const { evidence, proposedOn, ask = '' } = discharge
    asked.push({
      kind: 'discharge',
      subject: subjectOf('discharge', action.id),
      action: action.id,
      ask,
      askedOn: proposedOn,
      count: null,
      content: canonical({ ...about, evidence, proposedOn, ask }),
    })
  }
  if (extensionAsked) {
    const { to, reason, askedOn, ask = '' } = extensionAsked
    const count = action.extensions.length + 1
    asked.push({
      kind: 'extension',
      subject: subjectOf('extension', action.id),
      action: action.id,
      ask,
      askedOn,
      count,
      content: canonical({ ...about, from: action.due, to, reason, askedOn, ask, count }),
    })
  }
  return asked
}

/** True where a decision was made on another state than the action's present one. */
export function isOtherContent(content: string | undefined, action: ActionContent, kind: ApprovalKind): boolean {
  return content !== undefined && askedOf(action).find((each) => each.kind === kind)?.content !== content
}

/** The last day on which it may be decided. */
export function lapsesOn({ askedOn }: Pick<Asked, 'askedOn'>, { lapsesAfter }: ApprovalSettings): Day {
  return addDays(askedOn, lapsesAfter)
}

/** The appointments whose holders, or deputies, decide this. */
export function approversOf(
  { count }: Pick<Asked, 'count'>,
  appointments: readonly Appointment[],
  { higher }: ApprovalSettings,
  today: Day,
): readonly Appointment[] {
  const isHigher = higher !== null && count !== null && count >= higher.fromExtension
  return appointments.filter(
    (each) => isInForce(each, today) && (isHigher ? each.post === higher.post : each.role === 'chair'),
  )
}

/** Why somebody may not decide, or null: they may. */
export type DecideRefusal = 'notApprover' | 'ownRequest' | 'lapsed'

/** @param askedBy whoever really asked, as the store says, not as the row does */
export function whyNotDecide(
  asked: Asked,
  person: Person,
  ground: {
    readonly askedBy: Person | null
    readonly appointments: readonly Appointment[]
    readonly settings: ApprovalSettings
    readonly today: Day
  },
): DecideRefusal | null {
  const { askedBy, appointments, settings, today } = ground
  const approvers = approversOf(asked, appointments, settings, today)
  const isApprover = approvers.some((each) => isSamePerson(each.holder, person) || isSamePerson(each.deputy, person))
  if (!isApprover) return 'notApprover'
  if (isSamePerson(askedBy, person)) return 'ownRequest'
  return today > lapsesOn(asked, settings) ? 'lapsed' : null
}
