/**
 * The chair confirms what a meeting decided aloud: once, as one list. The list is one decision, unique in the database
 * first, then logged, then on Control with what was said of each thing; each thing on it is then settled as if it had
 * been decided alone. Whatever breaks off is carried on by the same command or by `finishLists`.
 */

import type { ConfirmList, ListConfirmed, ListItem, MeetingList } from '../../contract/meetings.ts'
import type { ActionId } from '../../domain/action.ts'
import { approversOf, lapsesOn, type ApprovalSettings } from '../../domain/approval.ts'
import { isSamePerson, type Appointment } from '../../domain/appointment.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import { matterKeyOf } from '../../domain/matters.ts'
import { plainText } from '../../domain/passage.ts'
import type { Decision, DirectoryEntry, ListOutcome } from '../../sharepoint/control/rows.ts'
import { instantOf } from '../../words/clock.ts'
import type { Answer } from '../api.ts'
import { settle, tellDecision } from '../approvals/decide.ts'
import type { TakenDecision } from '../approvals/decisions.ts'
import { partsOfSubject, readMatter } from '../approvals/matter.ts'
import { standingIn } from '../group.ts'
import { idOf } from '../ids.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { lackingOf, type Lacking } from '../requests/missing.ts'
import {
  isOfList,
  kindOf,
  listsOf,
  meetingOfSubject,
  readListed,
  subjectOfList,
  type Listed,
  type PutList,
} from './lists.ts'

/** Every reader of the group may see it; the answer says whether the caller may decide. */
export async function meetingList(
  office: Office,
  caller: Person,
  about: { readonly key: string; readonly meeting: string },
): Promise<Answer<MeetingList>> {
  const standing = await standingIn(office, caller, about.key)
  if (!standing.ok) return standing
  const { group, appointments } = standing.value
  const put = (await listsOf(office, group.key)).find(({ meeting }) => meeting === about.meeting)
  const meeting = (await office.registers.snapshot(group)).meetings.get(about.meeting)
  if (!put || !meeting) return { ok: false, error: { code: 'nothingAsked' } }
  const [listed, decided, chosen] = await Promise.all([
    readListed(office, group, put),
    decisionOn(office, group.key, put),
    office.records().then((records) => records.settings(group.key)),
  ])
  const lacking = await lackingIn(office, group, listed)
  const today = office.clock.today()
  const approvers = approversOf({ count: null }, appointments, chosen.value, today)
  await office.audit.append({
    event: 'consultation',
    operation: 'list.read',
    group: group.key,
    subject: subjectOfList(put.meeting),
    by: caller,
    ids: listed.map(({ subject }) => subject),
  })
  return {
    ok: true,
    value: {
      group: group.key,
      groupName: group.name,
      meeting: { key: meeting.key, title: meeting.title, day: meeting.day },
      marking: group.marking,
      hash: put.hash,
      putBy: nameOf(put.by, appointments),
      putOn: put.day,
      items: listed.map((each) => tellItem(each, group, lacking.get(each.action.id) ?? [])),
      whyNot: decided ? 'decided' : whyNotConfirm(put, listed, caller, { approvers, settings: chosen.value, today }),
      deputy: approvers.find(({ holder }) => isSamePerson(holder, caller))?.deputy?.name ?? null,
      decided: decided && tellDecision(decided),
    },
  }
}

export async function confirmMeetingList(
  office: Office,
  caller: Person,
  about: { readonly key: string; readonly meeting: string },
  request: ConfirmList,
): Promise<Answer<ListConfirmed>> {
  const standing = await standingIn(office, caller, about.key)
  if (!standing.ok) return standing
  const { group, roles, appointments } = standing.value
  if (!mayDo('list.confirm', 'api', roles)) return { ok: false, error: { code: 'notApprover' } }
  const before = await office.decisions.ofCommand(request.commandId)
  if (before) return carryOn(office, group, before)
  const put = (await listsOf(office, group.key)).find(({ meeting }) => meeting === about.meeting)
  if (!put) return { ok: false, error: { code: 'nothingAsked' } }
  const decided = await decisionOn(office, group.key, put)
  if (decided) return toldOf(decided, false)
  if (put.hash !== request.hash) return { ok: false, error: { code: 'contentChanged' } }
  const listed = await readListed(office, group, put)
  const today = office.clock.today()
  const settings = (await (await office.records()).settings(group.key)).value
  const approvers = approversOf({ count: null }, appointments, settings, today)
  const why = whyNotConfirm(put, listed, caller, { approvers, settings, today })
  if (why) return { ok: false, error: { code: WHY[why] } }
  const except = new Set(request.except)
  if ([...except].some((subject) => !put.items.some((item) => item.subject === subject))) {
    return { ok: false, error: { code: 'requestInvalid', field: 'except' } }
  }
  const confirmed = listed.filter(({ subject }) => !except.has(subject))
  if (request.reason === '' && (except.size > 0 || (await lackingIn(office, group, confirmed)).size > 0)) {
    return { ok: false, error: { code: 'reasonNeeded', field: 'reason' } }
  }
  const outcome: ListOutcome = {
    list: put.items.map((item) => ({ ...item, verdict: except.has(item.subject) ? 'refused' : 'approved' })),
  }
  const verdict = except.size === put.items.length ? 'refused' : 'approved'
  return take(office, group, put, {
    by: caller,
    commandId: request.commandId,
    reason: request.reason,
    verdict,
    outcome,
  })
}

const WHY = {
  notApprover: 'notApprover',
  ownRequest: 'askedYourself',
  lapsed: 'hasLapsed',
  changed: 'listChanged',
} as const

/** Not whoever recorded it (product, rule 4); and only exactly what was put (rule 5). */
function whyNotConfirm(
  put: PutList,
  listed: readonly Listed[],
  caller: Person,
  ground: {
    readonly approvers: readonly Appointment[]
    readonly settings: ApprovalSettings
    readonly today: Day
  },
): keyof typeof WHY | null {
  const { approvers, settings, today } = ground
  if (!approvers.some(({ holder, deputy }) => isSamePerson(holder, caller) || isSamePerson(deputy, caller))) {
    return 'notApprover'
  }
  if (isSamePerson(put.by, caller) || listed.some(({ matter }) => matter && isSamePerson(matter.askedBy, caller))) {
    return 'ownRequest'
  }
  // What somebody decided alone meanwhile stands; anything else on it must be as it was put.
  const isChanged = listed.length < put.items.length || listed.some(({ matter, decision }) => !matter && !decision)
  if (isChanged) return 'changed'
  return listed.some(({ matter }) => matter && today > lapsesOn(matter.asked, settings)) ? 'lapsed' : null
}

async function take(
  office: Office,
  group: DirectoryEntry,
  put: PutList,
  given: {
    readonly by: Person
    readonly commandId: string
    readonly reason: string
    readonly verdict: 'approved' | 'refused'
    readonly outcome: ListOutcome
  },
): Promise<Answer<ListConfirmed>> {
  const subject = subjectOfList(put.meeting)
  const { by, commandId, reason, verdict, outcome } = given
  const { isNew, taken } = await office.decisions.take({
    id: idOf(group.key, subject, put.hash),
    group: group.key,
    subject,
    hash: put.hash,
    command: commandId,
    verdict,
    by,
  })
  if (!taken) return { ok: false, error: { code: 'commandReused' } }
  if (!isNew) {
    const now = await carryOn(office, group, taken)
    return now.ok ? { ok: true, value: { ...now.value, isNew: false } } : now
  }
  await office.audit.append({
    event: 'alteration',
    operation: 'list.confirm',
    group: group.key,
    subject,
    by,
    ids: [taken.id, verdict, put.hash],
  })
  const decision: Decision = {
    id: taken.id,
    kind: 'meeting',
    group: group.key,
    subject,
    hash: put.hash,
    by,
    at: instantOf(office.clock.now()),
    words: reason,
    verdict,
    asked: null,
    outcome,
  }
  const recorded = await (await office.control()).record(decision)
  if (recorded.state === 'taken') throw new TypeError('a decision of this id belongs to something else')
  await office.decisions.mark(taken.id, 'recorded')
  return project(office, group, recorded.value)
}

/** Settles each thing that stands as it was put; what changed in the last moment is void, and waits on its own. */
async function project(office: Office, group: DirectoryEntry, decision: Decision): Promise<Answer<ListConfirmed>> {
  const outcome = decision.outcome
  if (!outcome || !('list' in outcome)) throw new TypeError('a decision of another kind')
  const meeting = meetingOfSubject(decision.subject)
  for (const { subject, hash, verdict } of outcome.list) {
    const { matter } = await readMatter(office, group, subject)
    if (matter?.hash !== hash) continue
    const commandId = idOf(decision.id, subject, hash)
    const given = { by: decision.by, commandId, verdict, reason: decision.words }
    const settled = await settle(office, group, matter, given)
    if (!settled.ok) {
      if (settled.error.code === 'serviceBusy') return settled
      continue
    }
    const { kind, action } = partsOfSubject(subject)
    await office.collections.submitAs({ person: decision.by, as: 'service' }, group, 'matters', {
      kind: 'noteDecision',
      id: `${commandId}-note`,
      key: matterKeyOf(meeting, action),
      confirmed: { kind, decision: settled.value.decision.id, verdict },
    })
  }
  await office.decisions.mark(decision.id, 'projected')
  office.log({ level: 'info', event: 'listConfirmed', decision: decision.id, verdict: decision.verdict })
  await office.announce({ group, decision })
  return toldOf(decision, true)
}

/** What was taken before goes on from where it broke off. */
async function carryOn(office: Office, group: DirectoryEntry, taken: TakenDecision): Promise<Answer<ListConfirmed>> {
  if (!isOfList(taken)) return { ok: false, error: { code: 'commandReused' } }
  const decision = await (await office.control()).decision(taken.id)
  if (!decision) {
    return (await office.decisions.giveBack(taken.id))
      ? { ok: false, error: { code: 'contentChanged' } }
      : { ok: false, error: { code: 'serviceBusy', values: { seconds: 5 } } }
  }
  return taken.state === 'projected' ? toldOf(decision, false) : project(office, group, decision)
}

/** Carries out what was recorded and broke off. How many. */
export async function finishLists(office: Office, group: DirectoryEntry): Promise<number> {
  const left = (await office.decisions.unfinished(group.key)).filter(isOfList)
  for (const each of left) await carryOn(office, group, each)
  return left.length
}

async function decisionOn(office: Office, group: string, { meeting, hash }: PutList): Promise<Decision | null> {
  const all = await (await office.control()).decisionsOn(subjectOfList(meeting))
  return all.find((each) => each.group === group && each.hash === hash) ?? null
}

function toldOf(decision: Decision, isNew: boolean): Answer<ListConfirmed> {
  const list = decision.outcome && 'list' in decision.outcome ? decision.outcome.list : []
  const approved = list.filter(({ verdict }) => verdict === 'approved').length
  return {
    ok: true,
    value: { decision: tellDecision(decision), isNew, approved, refused: list.length - approved },
  }
}

/** By action: answers that a discharge which still waits would be without. */
function lackingIn(
  office: Office,
  group: DirectoryEntry,
  listed: readonly Listed[],
): Promise<ReadonlyMap<ActionId, Lacking[]>> {
  const waiting = listed.filter((each) => each.matter && kindOf(each) === 'discharge')
  return lackingOf(
    office,
    group,
    waiting.map(({ action }) => action.id),
  )
}

function tellItem(listed: Listed, group: DirectoryEntry, lacking: Lacking[]): ListItem {
  const { subject, action, matter, decision } = listed
  const kind = kindOf(listed)
  // Of what is decided, the action tells how it stands; of what still waits, what is asked.
  const extension = action.extensionAsked ?? action.extensions.at(-1) ?? null
  const isExtension = kind === 'extension'
  return {
    subject,
    kind,
    reference: action.reference,
    details: plainText(action.details),
    marking: (action.marking ?? group.marking).level,
    words: plainText((isExtension ? extension?.reason : action.discharge?.evidence) ?? ''),
    from: isExtension ? ((action.extensionAsked ? action.due : action.extensions.at(-1)?.from)?.words ?? '') : null,
    to: isExtension ? (extension?.to.words ?? '') : null,
    count: matter?.asked.count ?? (isExtension ? action.extensions.length : null),
    askedBy: matter?.askedBy.name ?? decision?.asked?.by?.name ?? null,
    lacking,
    state: matter ? 'asked' : decision?.verdict === 'approved' ? 'approved' : decision ? 'refused' : 'changed',
  }
}

/** The name that somebody holds a post under; null: none any more. */
function nameOf(person: Pick<Person, 'tenantId' | 'objectId'>, appointments: readonly Appointment[]): string | null {
  for (const { holder, deputy } of appointments) {
    if (isSamePerson(holder, person)) return holder?.name ?? null
    if (isSamePerson(deputy, person)) return deputy?.name ?? null
  }
  return null
}
