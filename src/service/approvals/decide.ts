/**
 * A decision, from the press of a button to the row in the register. Unique in the database first, then logged, then on
 * Control, then on Work; whatever breaks off is carried on by the same command or by `finish`, and nothing takes effect
 * twice. It holds for exactly what its maker saw: if that changed before it took effect, it is void.
 */

import type { Decide, Decided, DecisionTold } from '../../contract/approvals.ts'
import type { Action } from '../../domain/action.ts'
import { whyNotDecide, type DecideRefusal } from '../../domain/approval.ts'
import type { Command } from '../../domain/command.ts'
import type { Person } from '../../domain/group.ts'
import type { Verdict } from '../../domain/record.ts'
import type { Decision, DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { instantOf } from '../../words/clock.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import { idOf } from '../ids.ts'
import type { Office } from '../office.ts'
import { isOfList } from '../meetings/lists.ts'
import { isOfPost } from '../people/change.ts'
import { lackingOf } from '../requests/missing.ts'
import type { TakenDecision } from './decisions.ts'
import { partsOfSubject, readMatter, type Matter } from './matter.ts'

export const REFUSALS = {
  notApprover: 'notApprover',
  ownRequest: 'askedYourself',
  lapsed: 'hasLapsed',
} as const satisfies Record<DecideRefusal, string>

export async function decide(
  office: Office,
  caller: Person,
  about: { readonly key: string; readonly subject: string },
  request: Decide,
): Promise<Answer<Decided>> {
  const standing = await standingIn(office, caller, about.key)
  if (!standing.ok) return standing
  const { group, appointments } = standing.value
  const { subject } = about
  const before = await office.decisions.ofCommand(request.commandId)
  if (before) return carryOnDecision(office, group, before)

  const { action, matter } = await readMatter(office, group, subject)
  if (!matter) {
    const latest = await latestDecision(office, group.key, subject)
    return action && latest ? told(latest, action, false) : refuse('nothingAsked')
  }
  const settings = (await (await office.records()).settings(group.key)).value
  const ground = { askedBy: matter.askedBy, appointments, settings, today: office.clock.today() }
  const why = whyNotDecide(matter.asked, caller, ground)
  if (why) return refuse(REFUSALS[why])
  if (matter.hash !== request.hash) return refuse('contentChanged')
  if (request.verdict === 'refused' && request.reason === '') {
    return { ok: false, error: { code: 'reasonNeeded', field: 'reason' } }
  }
  const isBare = matter.asked.kind === 'discharge' && request.verdict === 'approved' && request.reason === ''
  if (isBare && (await lackingOf(office, group, [matter.asked.action])).size > 0) {
    return { ok: false, error: { code: 'reasonNeeded', field: 'reason' } }
  }
  return settle(office, group, matter, { by: caller, ...request })
}

/** Takes, logs, records and carries out one verdict. The caller has made sure that it may be given. */
export async function settle(
  office: Office,
  group: DirectoryEntry,
  matter: Matter,
  given: {
    readonly by: Person
    readonly commandId: string
    readonly verdict: Exclude<Verdict, 'void'>
    readonly reason: string
  },
): Promise<Answer<Decided>> {
  const { subject, askedOn, ask } = matter.asked
  const { isNew, taken } = await office.decisions.take({
    id: idOf(group.key, subject, matter.hash),
    group: group.key,
    subject,
    hash: matter.hash,
    command: given.commandId,
    verdict: given.verdict,
    by: given.by,
  })
  if (!taken) return { ok: false, error: { code: 'commandReused' } }
  if (!isNew) {
    const now = await carryOnDecision(office, group, taken)
    return now.ok ? { ok: true, value: { ...now.value, isNew: false } } : now
  }
  await office.audit.append({
    event: 'alteration',
    operation: 'approval.decide',
    group: group.key,
    subject,
    by: given.by,
    ids: [taken.id, given.verdict, matter.hash],
  })
  const decision: Decision = {
    id: taken.id,
    kind: matter.asked.kind,
    group: group.key,
    subject,
    hash: matter.hash,
    by: given.by,
    at: instantOf(office.clock.now()),
    words: given.reason,
    verdict: given.verdict,
    asked: { by: matter.askedBy, on: askedOn, command: ask },
    outcome: given.verdict === 'approved' ? outcomeOf(matter, taken.id) : null,
  }
  const recorded = await (await office.control()).record(decision)
  if (recorded.state === 'taken') throw new TypeError('a decision of this id belongs to something else')
  await office.decisions.mark(taken.id, 'recorded')
  return project(office, group, recorded.value)
}

/** Writes the outcome on Work. Done before, it is there once; overtaken by a change of its subject, it is void. */
async function project(office: Office, group: DirectoryEntry, decision: Decision): Promise<Answer<Decided>> {
  const { action, matter } = await readMatter(office, group, decision.subject)
  const content = matter?.hash === decision.hash ? matter.asked.content : ''
  const author = { person: decision.by, as: 'service' } as const
  const submission = action && (await office.registers.submitAs(author, group, commandOf(decision, content)))
  if (submission?.state === 'saved') {
    await office.decisions.mark(decision.id, 'projected')
    office.log({ level: 'info', event: 'decided', decision: decision.id, verdict: decision.verdict })
    await office.announce({ group, decision })
    return told(decision, submission.action, true)
  }
  // Taken and recorded: it will be carried out. Who asked may ask again, or wait.
  if (submission?.state === 'unsaved') return { ok: false, error: { code: 'serviceBusy', values: { seconds: 10 } } }
  await office.audit.append({
    event: 'alteration',
    operation: 'approval.void',
    group: group.key,
    subject: decision.subject,
    by: null,
    ids: [decision.id],
  })
  await office.decisions.mark(decision.id, 'void')
  office.log({ level: 'warning', event: 'decisionVoid', decision: decision.id })
  return refuse('contentChanged')
}

/** What was taken before goes on from where it broke off. */
export async function carryOnDecision(
  office: Office,
  group: DirectoryEntry,
  taken: TakenDecision,
): Promise<Answer<Decided>> {
  if (taken.state === 'void') return refuse('contentChanged')
  const decision = await (await office.control()).decision(taken.id)
  if (!decision) {
    // Between taking and recording: it may be under way elsewhere. Later nobody is, and nothing was written anywhere.
    if (!(await office.decisions.giveBack(taken.id)))
      return { ok: false, error: { code: 'serviceBusy', values: { seconds: 5 } } }
    return refuse('contentChanged')
  }
  if (taken.state !== 'projected') return project(office, group, decision)
  const now = await office.registers.action(group, partsOfSubject(taken.subject).action)
  return now ? told(decision, now, false) : refuse('nothingAsked')
}

function outcomeOf({ action, asked, askedBy }: Matter, decision: string): Decision['outcome'] {
  if (asked.kind === 'discharge') {
    return action.discharge && { discharge: { ...action.discharge, proposedBy: askedBy, decision } }
  }
  const { due: from, extensionAsked } = action
  if (!extensionAsked) return null
  const { to, reason, askedOn } = extensionAsked
  return { extension: { from, to, reason, askedBy, askedOn, decision } }
}

/** Carries out what was recorded and broke off, and gives back what never was. How many. */
export async function finishDecisions(office: Office, group: DirectoryEntry): Promise<number> {
  const left = (await office.decisions.unfinished(group.key)).filter((each) => !isOfPost(each) && !isOfList(each))
  for (const each of left) await carryOnDecision(office, group, each)
  return left.length
}

/** Under an id that follows from the decision's: carried out twice, it is there once. */
function commandOf({ id, subject, verdict, words }: Decision, content: string): Command {
  const { kind, action } = partsOfSubject(subject)
  const approved = verdict === 'approved'
  const about = { id: `${id}-outcome`, action, decision: id, reason: words, lapsed: verdict === 'lapsed', content }
  return kind === 'discharge'
    ? { kind: 'recordDischarge', approved, ...about }
    : { kind: 'recordExtension', granted: approved, ...about }
}

function told(decision: Decision, action: Action, isNew: boolean): Answer<Decided> {
  return { ok: true, value: { decision: tellDecision(decision), isNew, version: action.version } }
}

/** The one that stands, of all that were made on a subject. */
export async function latestDecision(office: Office, group: string, subject: string): Promise<Decision | null> {
  const all = (await (await office.control()).decisionsOn(subject)).filter((each) => each.group === group)
  return all.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null
}

export function tellDecision({ id, verdict, by, at, words }: Decision): DecisionTold {
  return { id, verdict, by: by.name, at, words }
}

function refuse(
  code: 'nothingAsked' | 'contentChanged' | 'notApprover' | 'askedYourself' | 'hasLapsed',
): Answer<never> {
  return { ok: false, error: { code } }
}
