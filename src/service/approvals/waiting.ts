/** What waits for decisions: across a person's groups, and one of them with everything that its decider has to see. */

import type { ApprovalDetail, ApprovalEntry, ControlAsked } from '../../contract/approvals.ts'
import type { Action, Update } from '../../domain/action.ts'
import { approversOf, askedOf, lapsesOn, whyNotDecide, type Asked } from '../../domain/approval.ts'
import { isSamePerson, type Appointment } from '../../domain/appointment.ts'
import type { Person } from '../../domain/group.ts'
import { plainText } from '../../domain/passage.ts'
import { compareReferences } from '../../domain/reference.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import { whyNotRecord } from '../meetings/outside.ts'
import { waitingLists } from '../meetings/waiting.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { askedIn, type Place } from './asked.ts'
import { latestDecision, tellDecision } from './decide.ts'
import { matterOf, readMatter } from './matter.ts'
import { lackingOf } from '../requests/missing.ts'

/** What the caller may decide, and what they asked for that others have to; the oldest first. */
export async function approvals(
  office: Office,
  caller: Person,
): Promise<Answer<{ entries: ApprovalEntry[]; asked: ControlAsked[] }>> {
  const [control, groups] = await Promise.all([office.control(), office.groups()])
  const readable = await Promise.all(groups.map((group) => office.readers.isReader(caller, group)))
  const entries: ApprovalEntry[] = []
  const places: Place[] = []
  for (const group of groups.filter((_, index) => readable[index])) {
    const [snapshot, versioned, chosen] = await Promise.all([
      office.registers.snapshot(group),
      control.appointments(group.key),
      (await office.records()).settings(group.key),
    ])
    const appointments = versioned.map(({ value }) => value)
    const lists = await waitingLists(office, group, { snapshot, appointments, settings: chosen.value, caller })
    entries.push(...lists.entries)
    places.push({ group, appointments })
    for (const action of snapshot.actions.values()) {
      for (const asked of askedOf(action)) {
        const approvers = approversOf(asked, appointments, chosen.value, office.clock.today())
        const isApprover = approvers.some(
          (each) => isSamePerson(each.holder, caller) || isSamePerson(each.deputy, caller),
        )
        const claimsOwn = isSamePerson(claimedAsker(action, asked), caller)
        if (!isApprover && !claimsOwn) continue
        const matter = await matterOf(office, group, action, asked)
        if (!matter || lists.listed.has(`${asked.subject}|${matter.hash}`)) continue
        const mine = isSamePerson(matter.askedBy, caller) ? 'asked' : isApprover ? 'decide' : null
        if (mine === null) continue
        entries.push({
          group: group.key,
          siteId: group.siteId,
          subject: asked.subject,
          kind: asked.kind,
          action: action.id,
          reference: action.reference,
          details: plainText(action.details),
          marking: (action.marking ?? group.marking).level,
          askedBy: matter.askedBy.name,
          askedOn: asked.askedOn,
          lapsesOn: lapsesOn(asked, chosen.value),
          count: asked.count,
          mine,
        })
      }
    }
  }
  entries.sort((a, b) =>
    a.askedOn === b.askedOn ? compareReferences(a.reference, b.reference) : a.askedOn < b.askedOn ? -1 : 1,
  )
  const asked = await askedIn(office, caller, places)
  await noteListed(office, caller, [
    ...entries,
    ...asked.map(({ group, area, about }) => ({ group, subject: `${area}-${about}` })),
  ])
  return { ok: true, value: { entries, asked: [...asked] } }
}

type Listed = Pick<ApprovalEntry, 'group' | 'subject'>

/** Group by group, where each group's auditor looks; that nothing waited anywhere is of no group. */
async function noteListed(office: Office, caller: Person, entries: readonly Listed[]): Promise<void> {
  const listed = Map.groupBy(entries, ({ group }) => group)
  const looks: readonly (readonly [string | null, readonly Listed[]])[] = listed.size > 0 ? [...listed] : [[null, []]]
  for (const [group, of] of looks) {
    const ids = of.map(({ subject }) => subject)
    await office.consulted(caller, { operation: 'approval.list', group, subject: null, ids })
  }
}

/** As the row has it: good for finding, never for deciding. */
function claimedAsker(action: Action, asked: Asked): Person | null {
  return asked.kind === 'discharge' ? (action.discharge?.proposedBy ?? null) : (action.extensionAsked?.askedBy ?? null)
}

/** Every reader of the group may see it; the answer says whether the caller may decide. */
export async function approval(
  office: Office,
  caller: Person,
  about: { readonly key: string; readonly subject: string },
): Promise<Answer<ApprovalDetail>> {
  const standing = await standingIn(office, caller, about.key)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  const { action, matter } = await readMatter(office, group, about.subject)
  if (!action) return { ok: false, error: { code: 'nothingAsked' } }
  const isDischarge = !about.subject.startsWith('extension-')
  const [settings, history, latest, lacking] = await Promise.all([
    office.records().then((records) => records.settings(group.key)),
    office.registers.history(group, action.id),
    latestDecision(office, group.key, about.subject),
    lackingOf(office, group, matter && isDischarge ? [action.id] : []),
  ])
  const today = office.clock.today()
  const ground = matter && { askedBy: matter.askedBy, appointments, settings: settings.value, today }
  const detail: ApprovalDetail = {
    group: group.key,
    groupName: group.name,
    subject: about.subject,
    kind: isDischarge ? 'discharge' : 'extension',
    action: action.id,
    reference: action.reference,
    details: plainText(action.details),
    parts: action.parts.map(({ letter, details }) => ({ letter, details: plainText(details) })),
    marking: action.marking ?? group.marking,
    asked: matter && {
      hash: matter.hash,
      words:
        matter.asked.kind === 'discharge' ? (action.discharge?.evidence ?? '') : (action.extensionAsked?.reason ?? ''),
      from: matter.asked.kind === 'extension' ? (action.due?.words ?? '') : null,
      to: matter.asked.kind === 'extension' ? (action.extensionAsked?.to.words ?? '') : null,
      count: matter.asked.count,
      askedBy: matter.askedBy.name,
      askedOn: matter.asked.askedOn,
      lapsesOn: lapsesOn(matter.asked, settings.value),
    },
    whyNot: matter && ground ? whyNotDecide(matter.asked, caller, ground) : 'nothingAsked',
    mayRecord:
      matter !== null &&
      ground !== null &&
      mayDo('outside.record', 'api', roles) &&
      whyNotRecord(matter, caller, ground) === null,
    deputy: matter ? deputyOf(caller, approversOf(matter.asked, appointments, settings.value, today)) : null,
    lacking: lacking.get(action.id) ?? [],
    history: history.map(tellUpdate),
    decided: latest && tellDecision(latest),
  }
  await office.audit.append({
    event: 'consultation',
    operation: 'approval.read',
    group: group.key,
    subject: about.subject,
    by: caller,
    ids: [action.id],
  })
  return { ok: true, value: detail }
}

function deputyOf(caller: Person, approvers: readonly Appointment[]): string | null {
  return approvers.find((each) => isSamePerson(each.holder, caller))?.deputy?.name ?? null
}

function tellUpdate({ day, author, text, next, event }: Update): ApprovalDetail['history'][number] {
  return { day, author, text: plainText(text), next: next?.words ?? null, event: event ?? null }
}
