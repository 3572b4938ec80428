/**
 * A work stream of a policing plan (product: "workstream"): under a numbered objective, with its leads and what is in
 * its way. Where it stands is said quarter by quarter (workstreamquarter.ts). A barrier stays open until somebody says
 * how it was resolved, whichever quarter that is in. Pure.
 */

import type { Owner } from './action.ts'
import { canonical } from './canonical.ts'
import { checkOwners, checkPastDay, checkReason, checkText, LONGEST_TEXT } from './check.ts'
import type { CollectionCommand, CollectionContext } from './collection.ts'
import type { Day } from './day.ts'
import type { Person } from './group.ts'
import { accept, refuse, type Result } from './result.ts'

/** What somebody said on a day. */
export interface Said {
  readonly day: Day
  readonly words: string
  readonly by: Person
}

export interface Barrier {
  /** Id of the command that raised it. */
  readonly id: string
  readonly raised: Said
  /** What is done about it; only ever added. */
  readonly mitigations: readonly (Said & { readonly id: string })[]
  readonly resolved: Said | null
}

/** What its editor says. */
export interface WorkstreamDraft {
  /** As printed: `3.1`; empty where it has none. */
  readonly number: string
  /** The policing objective that it serves. */
  readonly objective: string
  readonly title: string
  readonly chiefOfficerLead: readonly Owner[]
  /** Of the senior management team. */
  readonly smtLead: readonly Owner[]
}

export interface WorkstreamContent extends WorkstreamDraft {
  readonly barriers: readonly Barrier[]
  /** Nobody is asked about it any more. */
  readonly ended: { readonly day: Day; readonly reason: string } | null
  /** The coordinator asked for a quarter again on a day. */
  readonly chased: { readonly quarter: string; readonly day: Day; readonly by: Person } | null
  /** The document that it was first read from. */
  readonly source: { readonly words: string; readonly batch: string } | null
}

export type SaveWorkstream = CollectionCommand & {
  readonly kind: 'saveWorkstream'
  readonly content: WorkstreamDraft
  readonly source?: { readonly words: string; readonly batch: string }
}
export type RaiseBarrier = CollectionCommand & {
  readonly kind: 'raiseBarrier'
  readonly day: Day
  readonly words: string
}
export type MitigateBarrier = CollectionCommand & {
  readonly kind: 'mitigateBarrier'
  readonly barrier: string
  readonly day: Day
  readonly words: string
}
export type ResolveBarrier = CollectionCommand & {
  readonly kind: 'resolveBarrier'
  readonly barrier: string
  readonly day: Day
  readonly words: string
}
export type EndWorkstream = CollectionCommand & { readonly kind: 'endWorkstream'; readonly reason: string }
export type ResumeWorkstream = CollectionCommand & { readonly kind: 'resumeWorkstream' }
/** Whoever leads on it is asked again today: once a day, whoever asks. */
export type ChaseWorkstream = CollectionCommand & { readonly kind: 'chaseWorkstream'; readonly quarter: string }
export type WorkstreamCommand =
  | SaveWorkstream
  | RaiseBarrier
  | MitigateBarrier
  | ResolveBarrier
  | EndWorkstream
  | ResumeWorkstream
  | ChaseWorkstream

/** Definitions are the coordinator's; what is in the way, anybody's who is in the group. */
export function decideWorkstream(
  command: WorkstreamCommand,
  now: WorkstreamContent | null,
  context: CollectionContext,
): Result<WorkstreamContent> {
  switch (command.kind) {
    case 'saveWorkstream':
      return save(command, now, context)
    case 'endWorkstream':
    case 'resumeWorkstream':
      return end(command, now, context)
    case 'chaseWorkstream':
      return chase(command, now, context)
    case 'raiseBarrier':
    case 'mitigateBarrier':
    case 'resolveBarrier':
      return now ? aboutBarrier(command, now, context) : refuse('workstreamUnknown')
  }
}

/** What a command depends on or writes. */
export function touchedByWorkstream(command: WorkstreamCommand): readonly (keyof WorkstreamContent)[] {
  switch (command.kind) {
    case 'saveWorkstream':
      return ['number', 'objective', 'title', 'chiefOfficerLead', 'smtLead']
    case 'endWorkstream':
    case 'resumeWorkstream':
      return ['ended']
    case 'chaseWorkstream':
      return ['chased']
    case 'raiseBarrier':
      return []
    case 'mitigateBarrier':
    case 'resolveBarrier':
      return ['barriers']
  }
}

function save(
  { content, source }: SaveWorkstream,
  now: WorkstreamContent | null,
  context: CollectionContext,
): Result<WorkstreamContent> {
  if (context.as === 'member') return refuse('coordinatorOnly')
  const { number, objective, title, chiefOfficerLead, smtLead } = content
  // A document may leave out either; not both.
  const refusal =
    (title.trim() === '' && objective.trim() === '' ? checkText('', 'title') : null) ??
    checkOwners(chiefOfficerLead, 'chiefOfficerLead', context.snapshot) ??
    checkOwners(smtLead, 'smtLead', context.snapshot)
  if (refusal) return { ok: false, error: refusal }
  const tooLong = Object.entries({ number, objective, title }).find(([, text]) => text.length > LONGEST_TEXT)
  if (tooLong) return refuse('textTooLong', tooLong[0], { longest: LONGEST_TEXT })
  return accept({
    number: number.trim(),
    objective: objective.trim(),
    title: title.trim(),
    chiefOfficerLead,
    smtLead,
    barriers: now?.barriers ?? [],
    ended: now?.ended ?? null,
    chased: now?.chased ?? null,
    source: now ? now.source : (source ?? null),
  })
}

function end(
  command: EndWorkstream | ResumeWorkstream,
  now: WorkstreamContent | null,
  { as, today }: CollectionContext,
): Result<WorkstreamContent> {
  if (as === 'member') return refuse('coordinatorOnly')
  if (!now) return refuse('workstreamUnknown')
  if (command.kind === 'resumeWorkstream') return accept({ ...now, ended: null })
  const refusal = checkReason(command.reason)
  if (refusal) return { ok: false, error: refusal }
  return accept({ ...now, ended: now.ended ?? { day: today, reason: command.reason.trim() } })
}

function chase(
  { quarter }: ChaseWorkstream,
  now: WorkstreamContent | null,
  { as, actor, today }: CollectionContext,
): Result<WorkstreamContent> {
  if (as === 'member') return refuse('coordinatorOnly')
  if (!now) return refuse('workstreamUnknown')
  if (now.chased?.quarter === quarter && now.chased.day === today) return refuse('chasedToday')
  return accept({ ...now, chased: { quarter, day: today, by: actor } })
}

function aboutBarrier(
  command: RaiseBarrier | MitigateBarrier | ResolveBarrier,
  now: WorkstreamContent,
  { actor, today }: CollectionContext,
): Result<WorkstreamContent> {
  const { id, day } = command
  const refusal = checkText(command.words, 'words') ?? checkPastDay(day, 'day', today)
  if (refusal) return { ok: false, error: refusal }
  const said: Said = { day, words: command.words.trim(), by: actor }
  // Decided again on what it made already, it makes nothing more.
  if (now.barriers.some((each) => each.id === id || each.mitigations.some((done) => done.id === id))) return accept(now)
  if (command.kind === 'raiseBarrier') {
    return fitting({ ...now, barriers: [...now.barriers, { id, raised: said, mitigations: [], resolved: null }] })
  }
  const known = now.barriers.find((each) => each.id === command.barrier)
  if (!known) return refuse('barrierUnknown')
  if (known.resolved) return refuse('nothingChanged')
  const changed: Barrier =
    command.kind === 'resolveBarrier'
      ? { ...known, resolved: said }
      : { ...known, mitigations: [...known.mitigations, { id, ...said }] }
  return fitting({ ...now, barriers: now.barriers.map((each) => (each === known ? changed : each)) })
}

/** A column holds so much. */
function fitting(content: WorkstreamContent): Result<WorkstreamContent> {
  if (canonical(content.barriers).length <= LONGEST_TEXT) return accept(content)
  return refuse('textTooLong', 'barriers', { longest: LONGEST_TEXT })
}

/** What is still in the way, in the order it was raised. */
export function openBarriers({ barriers }: Pick<WorkstreamContent, 'barriers'>): readonly Barrier[] {
  return barriers.filter(({ resolved }) => resolved === null)
}
