/**
 * The only way to change anything: a command and what is known become changes, or a refusal. Pure: the same command on
 * the same snapshot gives the same changes; who acts and which day it is are arguments.
 */

import type { ActionContent, ActionId, Latest, Owner, Part, UpdateContent } from './action.ts'
import type { AddAction, AddUpdate, Command, ProposeDischarge, UpdateDraft } from './command.ts'
import { isDay, type Day } from './day.ts'
import { isDue, type Due } from './due.ts'
import { MARKINGS, type Person } from './group.ts'
import { nextReference, parseReference } from './reference.ts'
import { accept, refuse, type Refusal, type Result } from './result.ts'
import type { Snapshot } from './snapshot.ts'

/** SharePoint: a multi-line text column holds 63,999 characters. */
export const LONGEST_TEXT = 60_000

/** What is to be written. The row of the action (`createAction`, `setAction`) commits the updates that go with it. */
export type Change =
  | { readonly kind: 'createAction'; readonly action: ActionContent }
  | {
      readonly kind: 'setAction'
      readonly action: ActionId
      readonly fields: Partial<Omit<ActionContent, 'id' | 'firstDue'>>
    }
  | { readonly kind: 'appendUpdate'; readonly ordinal: number; readonly update: UpdateContent }

export interface DecisionContext {
  readonly actor: Person
  readonly today: Day
}

/** Decides one command. The snapshot must hold the action that the command is about as it is *now*. */
export function decide(command: Command, snapshot: Snapshot, context: DecisionContext): Result<readonly Change[]> {
  if (!/^[\w-]{8,64}$/.test(command.id)) return refuse('commandInvalid', 'id')
  switch (command.kind) {
    case 'addAction':
      return addAction(command, snapshot, context)
    case 'addUpdate':
      return addUpdate(command, snapshot, context)
    case 'proposeDischarge':
      return proposeDischarge(command, snapshot, context)
  }
}

function addAction(command: AddAction, snapshot: Snapshot, context: DecisionContext): Result<readonly Change[]> {
  const refusal =
    textRefusal(command.details, 'details') ??
    ownersRefusal(command.owners, 'owners', snapshot) ??
    dueRefusal(command.due, 'due') ??
    partsRefusal(command.parts, snapshot)
  if (refusal) return { ok: false, error: refusal }
  if (command.marking && !MARKINGS.includes(command.marking.level)) return refuse('markingTooHigh', 'marking')

  const used = [...snapshot.actions.values()].map((action) => action.reference)
  const reference = command.imported?.reference ?? nextReference(used, context.today)
  if (!parseReference(reference)) return refuse('referenceInvalid', 'reference', { reference })
  if (used.includes(reference)) return refuse('referenceTaken', 'reference', { reference })

  const updates: UpdateContent[] = []
  for (const [ordinal, draft] of (command.imported?.updates ?? []).entries()) {
    const problem = updateRefusal(draft, `updates.${ordinal}`, snapshot, context)
    if (problem) return { ok: false, error: problem }
    updates.push(makeUpdate(command.id, ordinal, command.id, draft))
  }
  const status = command.imported?.status ?? 'open'
  const latest = updates.reduce<Latest | null>((newest, update) => laterOf(newest, update), null)
  const action: ActionContent = {
    id: command.id,
    reference,
    kind: command.actionKind,
    details: command.details.trim(),
    parts: command.parts,
    owners: command.owners,
    due: command.due,
    firstDue: command.due,
    extensions: [],
    status,
    discharge:
      status === 'discharged'
        ? {
            evidence: latest?.next?.words ?? '',
            proposedOn: latest?.day ?? context.today,
            proposedBy: null,
            decision: null,
          }
        : null,
    closing: status === 'closed' ? { reason: 'notApplicable', words: '', day: latest?.day ?? context.today } : null,
    awaited: null,
    override: null,
    origin: command.origin,
    marking: command.marking ?? null,
    latest,
    updateCount: updates.length,
  }
  return accept([
    ...updates.map((update, ordinal): Change => ({ kind: 'appendUpdate', ordinal, update })),
    { kind: 'createAction', action },
  ])
}

function addUpdate(command: AddUpdate, snapshot: Snapshot, context: DecisionContext): Result<readonly Change[]> {
  const action = snapshot.actions.get(command.action)
  if (!action) return refuse('actionUnknown')
  if (action.status === 'closed' || action.status === 'discharged') {
    return refuse('actionEnded', undefined, { reference: action.reference })
  }
  const refusal = updateRefusal(command.update, '', snapshot, context)
  if (refusal) return { ok: false, error: refusal }
  const update = makeUpdate(command.id, 0, action.id, command.update)
  return accept([
    { kind: 'appendUpdate', ordinal: 0, update },
    {
      kind: 'setAction',
      action: action.id,
      fields: { latest: laterOf(action.latest, update), updateCount: action.updateCount + 1 },
    },
  ])
}

function proposeDischarge(
  command: ProposeDischarge,
  snapshot: Snapshot,
  context: DecisionContext,
): Result<readonly Change[]> {
  const action = snapshot.actions.get(command.action)
  if (!action) return refuse('actionUnknown')
  if (action.status === 'dischargeProposed')
    return refuse('alreadyProposed', undefined, { reference: action.reference })
  if (action.status !== 'open') return refuse('actionEnded', undefined, { reference: action.reference })
  if (command.evidence.trim() === '') return refuse('evidenceMissing', 'evidence')
  const refusal = textRefusal(command.evidence, 'evidence')
  if (refusal) return { ok: false, error: refusal }
  const update = makeUpdate(command.id, 0, action.id, {
    day: context.today,
    text: command.evidence,
    next: null,
    outcome: 'discharge',
  })
  return accept([
    { kind: 'appendUpdate', ordinal: 0, update },
    {
      kind: 'setAction',
      action: action.id,
      fields: {
        status: 'dischargeProposed',
        discharge: {
          evidence: command.evidence.trim(),
          proposedOn: context.today,
          proposedBy: context.actor,
          decision: null,
        },
        latest: laterOf(action.latest, update),
        updateCount: action.updateCount + 1,
      },
    },
  ])
}

function makeUpdate(command: string, ordinal: number, action: ActionId, draft: UpdateDraft): UpdateContent {
  return {
    id: `${command}.${ordinal}`,
    action,
    day: draft.day,
    text: draft.text.trim(),
    next: draft.next && draft.next.words.trim() !== '' ? { ...draft.next, words: draft.next.words.trim() } : null,
    outcome: draft.outcome,
    organisation: draft.organisation ?? null,
    meeting: draft.meeting ?? null,
    supersedes: draft.supersedes ?? null,
  }
}

/** The row shows the update with the latest day; of two of one day, the one entered later. */
function laterOf(latest: Latest | null, update: UpdateContent): Latest {
  if (latest && latest.day > update.day) return latest
  return { day: update.day, outcome: update.outcome, next: update.next }
}

function updateRefusal(draft: UpdateDraft, path: string, snapshot: Snapshot, context: DecisionContext): Refusal | null {
  const field = (name: string): string => (path === '' ? name : `${path}.${name}`)
  if (!isDay(draft.day)) return { code: 'dayInvalid', field: field('day') }
  if (draft.day > context.today) return { code: 'dayInFuture', field: field('day'), values: { day: draft.day } }
  if (draft.text.trim() === '' && (draft.next?.words ?? '').trim() === '' && draft.outcome === null) {
    return { code: 'textMissing', field: field('text') }
  }
  if (draft.text.length > LONGEST_TEXT) return tooLong(field('text'))
  if (draft.next) {
    if (draft.next.words.length > LONGEST_TEXT) return tooLong(field('next'))
    const refusal =
      ownersRefusal(draft.next.owners, field('next.owners'), snapshot) ?? dueRefusal(draft.next.due, field('next.due'))
    if (refusal) return refusal
  }
  if (draft.organisation && !snapshot.organisations.has(draft.organisation)) {
    return { code: 'ownerUnknown', field: field('organisation'), values: { owner: draft.organisation } }
  }
  if (draft.meeting && !snapshot.meetings.has(draft.meeting)) return { code: 'meetingUnknown', field: field('meeting') }
  return null
}

function partsRefusal(parts: readonly Part[], snapshot: Snapshot): Refusal | null {
  const letters = new Set<string>()
  for (const [index, part] of parts.entries()) {
    if (letters.has(part.letter))
      return { code: 'partsRepeated', field: `parts.${index}`, values: { letter: part.letter } }
    letters.add(part.letter)
    const refusal =
      textRefusal(part.details, `parts.${index}.details`) ??
      ownersRefusal(part.owners, `parts.${index}.owners`, snapshot) ??
      dueRefusal(part.due, `parts.${index}.due`)
    if (refusal) return refusal
  }
  return null
}

function ownersRefusal(owners: readonly Owner[], field: string, snapshot: Snapshot): Refusal | null {
  for (const owner of owners) {
    if ('organisation' in owner && !snapshot.organisations.has(owner.organisation)) {
      return { code: 'ownerUnknown', field, values: { owner: owner.organisation } }
    }
    if ('post' in owner && !snapshot.posts.has(owner.post))
      return { code: 'postUnknown', field, values: { post: owner.post } }
  }
  return null
}

function dueRefusal(due: Due | null, field: string): Refusal | null {
  return due === null || isDue(due) ? null : { code: 'dueInvalid', field, values: { words: due.words } }
}

function textRefusal(text: string, field: string): Refusal | null {
  if (text.trim() === '') return { code: 'textMissing', field }
  return text.length > LONGEST_TEXT ? tooLong(field) : null
}

function tooLong(field: string): Refusal {
  return { code: 'textTooLong', field, values: { longest: LONGEST_TEXT } }
}
