/**
 * A change of a post, from the press of a button to the copy that everybody sees. Unique in the database first, then
 * logged, then recorded on Control as a decision with all that it makes of the appointments, then carried out: whatever
 * breaks off is carried on by the same command or by `finishChanges`, and nothing takes effect twice.
 */

import type { ChangePost, People } from '../../contract/people.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Person, Role } from '../../domain/group.ts'
import { planPostChange, type PostChange } from '../../domain/peoplechange.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import type { Decision, DirectoryEntry, PostOutcome } from '../../sharepoint/control/rows.ts'
import { readAccountStates } from '../../sharepoint/directory.ts'
import { GraphFault } from '../../sharepoint/fault.ts'
import { openPosts } from '../../sharepoint/work/keptrows.ts'
import { instantOf } from '../../words/clock.ts'
import { noteLost } from '../access/lost.ts'
import type { Answer } from '../api.ts'
import type { TakenDecision } from '../approvals/decisions.ts'
import { standingIn } from '../group.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { noteHandOvers } from './handovers.ts'
import { idOf } from '../ids.ts'
import { copyPosts, tellPeople, versionOf } from './people.ts'

const SUBJECT = 'post-'

export function changePost(
  office: Office,
  caller: Person,
  about: { readonly key: string; readonly post: string },
  request: ChangePost,
): Promise<Answer<People>> {
  return office.inTurn(() => changeAlone(office, caller, about, request))
}

async function changeAlone(
  office: Office,
  caller: Person,
  { key, post }: { readonly key: string; readonly post: string },
  { commandId, version, change }: ChangePost,
): Promise<Answer<People>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  const { group, roles } = standing.value
  if (!mayDo('people.change', 'api', roles)) return refuse({ code: 'notCoordinator' })
  const before = await office.decisions.ofCommand(commandId)
  if (before) return carryOn(office, group, before, roles)

  const subject = SUBJECT + post
  // What was recorded and broke off comes first: this change was made by somebody who hadn't seen it.
  for (const each of await office.decisions.recorded(key, subject)) await carryOn(office, group, each, roles)
  const [rows, kept] = await Promise.all([
    office.control().then((control) => control.appointments(key)),
    openPosts(office.client, group.siteId).then((posts) => posts.all()),
  ])
  const own = rows.filter(({ value }) => value.post === post)
  const seen = version ?? versionOf([], undefined)
  const now = versionOf(own, kept.get(post))
  if (seen !== now) return refuse({ code: 'peopleChanged' })
  const checked = await check(office, group, change)
  if (!checked.ok) return checked
  const planned = planPostChange(checked.value, {
    group: key,
    post,
    appointments: rows.map(({ value }) => value),
    by: caller,
    today: office.clock.today(),
    id: commandId,
  })
  if (!planned.ok) return refuse(planned.error)

  // An outside lead leaves the appointments as they are: the same state may have another one again.
  const hash = change.kind === 'setLead' ? idOf(now, commandId) : now
  const id = idOf(key, subject, hash)
  const { isNew, taken } = await office.decisions.take({
    id,
    group: key,
    subject,
    hash,
    command: commandId,
    verdict: 'approved',
    by: caller,
  })
  if (!taken) return refuse({ code: 'commandReused' })
  if (!isNew) {
    if (taken.command === commandId) return carryOn(office, group, taken, roles)
    // Somebody was quicker; where nothing came of theirs, the next one can be made.
    await office.decisions.giveBack(taken.id)
    return refuse({ code: 'peopleChanged' })
  }
  await office.audit.append({
    event: 'alteration',
    operation: 'people.change',
    group: key,
    subject: post,
    by: caller,
    ids: [taken.id, change.kind],
  })
  const decision: Decision = {
    id: taken.id,
    kind: 'post',
    group: key,
    subject,
    hash,
    by: caller,
    at: instantOf(office.clock.now()),
    words: '',
    verdict: 'approved',
    asked: null,
    outcome: {
      post: {
        ...planned.value,
        title: change.kind === 'add' ? change.title : null,
        lead: change.kind === 'setLead' ? change.lead : null,
      },
    },
  }
  const recorded = await (await office.control()).record(decision)
  if (recorded.state === 'taken') throw new TypeError('a decision of this id belongs to something else')
  await office.decisions.mark(taken.id, 'recorded')
  return project(office, group, decision, roles)
}

/** The change with people who are there, under the names that the directory has for them; organisations of the group. */
async function check(office: Office, group: DirectoryEntry, change: PostChange): Promise<Answer<PostChange>> {
  if (change.kind === 'add') {
    const { organisations } = await office.registers.snapshot(group)
    return organisations.has(change.organisation)
      ? { ok: true, value: change }
      : refuse({ code: 'organisationMissing', field: 'change.organisation' })
  }
  const named: Partial<Record<'holder' | 'deputy', Person>> = {}
  for (const field of ['holder', 'deputy'] as const) {
    const person = (change as { readonly [Field in typeof field]?: Person | null })[field]
    // Members of a shared channel are of other tenants: nobody here knows their accounts.
    if (!person || person.tenantId !== office.tenantId) continue
    const account = (await readAccountStates(office.client, [person.objectId])).get(person.objectId)
    if (!account) continue
    if (account.state !== 'good') {
      return refuse({ code: 'personHasLeft', field: `change.${field}`, values: { name: person.name } })
    }
    named[field] = { ...person, name: account.name || person.name }
  }
  return { ok: true, value: { ...change, ...named } }
}

/** Writes what the decision says, each row as it has to stand; done before, it is there once. */
async function project(
  office: Office,
  group: DirectoryEntry,
  decision: Decision,
  roles: ReadonlySet<Role>,
): Promise<Answer<People>> {
  const outcome = decision.outcome
  if (!outcome || !('post' in outcome)) throw new TypeError('a decision of another kind')
  if (!(await writeAppointments(office, group, outcome))) {
    return refuse({ code: 'serviceBusy', values: { seconds: 5 } })
  }
  const { handOver, title, lead } = outcome.post
  if (handOver) {
    await office.database.query(
      'insert into matters.hand_over (decision, group_key, day) values ($1, $2, $3) on conflict do nothing',
      [decision.id, group.key, handOver.day],
    )
  }
  await copy(office, group, { post: decision.subject.slice(SUBJECT.length), title, lead })
  await office.decisions.mark(decision.id, 'projected')
  office.tellControlChanged()
  await endAccess(office, group)
  office.log({ level: 'info', event: 'postChanged', decision: decision.id, group: group.key })
  // The histories may be many, and nobody has to wait for them.
  void noteHandOvers(office, group).catch((fault: unknown) =>
    office.log({ level: 'error', event: 'handOverFault', group: group.key, ...traceOf(fault) }),
  )
  return { ok: true, value: await tellPeople(office, group, roles) }
}

/** With a post goes the access that went with it. That it does is certain without this; this is when it did. */
async function endAccess(office: Office, group: DirectoryEntry): Promise<void> {
  try {
    const rows = await (await office.control()).appointments(group.key)
    await noteLost(
      office,
      group,
      rows.map(({ value }) => value),
    )
  } catch (fault) {
    office.log({ level: 'error', event: 'accessFault', group: group.key, ...traceOf(fault) })
  }
}

/** Control decides, the copy is for display: a site whose list won't have it (too old for a column) holds nobody up. */
async function copy(office: Office, group: DirectoryEntry, words: Parameters<typeof copyPosts>[2]): Promise<void> {
  try {
    await copyPosts(office, group, words)
  } catch (fault) {
    if (!(fault instanceof GraphFault) || fault.status !== 400) throw fault
    office.log({ level: 'error', event: 'postsNotCopied', group: group.key, ...traceOf(fault) })
  }
}

async function writeAppointments(office: Office, group: DirectoryEntry, { post }: PostOutcome): Promise<boolean> {
  const control = await office.control()
  const there = new Map((await control.appointments(group.key)).map((each) => [each.value.key, each]))
  for (const wanted of post.appointments) {
    const known = there.get(wanted.key)
    if (!known) await control.appoint(wanted)
    else if (canonical(known.value) !== canonical(wanted) && !(await control.amend(known, wanted))) return false
  }
  return true
}

/** What was taken before goes on from where it broke off. */
async function carryOn(
  office: Office,
  group: DirectoryEntry,
  taken: TakenDecision,
  roles: ReadonlySet<Role>,
): Promise<Answer<People>> {
  if (!taken.subject.startsWith(SUBJECT)) return refuse({ code: 'commandReused' })
  if (taken.state === 'projected') return { ok: true, value: await tellPeople(office, group, roles) }
  const decision = await (await office.control()).decision(taken.id)
  if (decision) return project(office, group, decision, roles)
  // Between taking and recording: it may be under way elsewhere. Later nobody is, and nothing was written anywhere.
  return (await office.decisions.giveBack(taken.id))
    ? refuse({ code: 'peopleChanged' })
    : refuse({ code: 'serviceBusy', values: { seconds: 5 } })
}

/** Carries out what was recorded and broke off, and gives back what never was. How many. */
export async function finishChanges(office: Office, group: DirectoryEntry): Promise<number> {
  const left = (await office.decisions.unfinished(group.key)).filter(isOfPost)
  for (const each of left) await carryOn(office, group, each, new Set())
  return left.length
}

export function isOfPost({ subject }: Pick<TakenDecision, 'subject'>): boolean {
  return subject.startsWith(SUBJECT)
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
