/**
 * Who holds which post of a group, as its people see it: appointments from Control, titles from the copy on the group's
 * own site, and, to whoever can do something about it, who has left and still stands in one.
 */

import { createHash } from 'node:crypto'
import type { People } from '../../contract/people.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Appointment } from '../../domain/appointment.ts'
import type { Person, Post, Role } from '../../domain/group.ts'
import { isTakenBack, leaversIn, standingOn, timelineOf } from '../../domain/people.ts'
import type { Versioned } from '../../sharepoint/control/control.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { openPosts, type KeptRow } from '../../sharepoint/work/keptrows.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import { idOf } from '../ids.ts'
import { traceOf } from '../log.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { lookForLeavers, readLeavers } from './leavers.ts'

export async function people(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
): Promise<Answer<People>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  const { group, roles, appointments } = standing.value
  // Whoever may do something about it is told how it is now, not how it was an hour ago.
  if (mayDo('leavers.read', 'api', roles)) {
    await lookForLeavers(office, appointments).catch((fault: unknown) =>
      // The directory doesn't answer: what was found by the last look stands.
      office.log({ level: 'warning', event: 'leaverFault', group: key, ...traceOf(fault) }),
    )
  }
  await office.audit.append({ event: 'consultation', operation: 'people.read', group: key, subject: null, by: caller })
  return { ok: true, value: await tellPeople(office, group, roles) }
}

export async function tellPeople(office: Office, group: DirectoryEntry, roles: ReadonlySet<Role>): Promise<People> {
  const [control, kept] = await Promise.all([
    office.control(),
    openPosts(office.client, group.siteId).then((posts) => posts.all()),
  ])
  const rows = await control.appointments(group.key)
  const today = office.clock.today()
  const told = [...new Set([...kept.keys(), ...rows.map(({ value }) => value.post)])].map((post) =>
    tellPost(post, rows, kept.get(post), today),
  )
  const isTold = mayDo('leavers.read', 'api', roles)
  const appointments = rows.map(({ value }) => value)
  return {
    posts: told.toSorted((a, b) => a.title.localeCompare(b.title)),
    mayChange: mayDo('people.change', 'api', roles),
    leavers: isTold ? await tellLeavers(office, appointments) : null,
    outsiders: isTold ? await outsidersOf(office, group, appointments) : null,
  }
}

/** Who holds a post, or will, and can't open the group's site. */
async function outsidersOf(
  office: Office,
  group: DirectoryEntry,
  appointments: readonly Appointment[],
): Promise<string[]> {
  const today = office.clock.today()
  const standing = appointments.filter((each) => !isTakenBack(each) && (each.to ?? today) >= today)
  const people = standing.flatMap(({ holder, deputy }) => [holder, deputy]).filter((person) => person !== null)
  const areReaders = await Promise.all(people.map((person) => office.readers.isReader(person, group)))
  return [...new Set(people.filter((_, index) => !areReaders[index]).map(({ objectId }) => objectId))]
}

function tellPost(
  post: string,
  rows: readonly Versioned<Appointment>[],
  kept: KeptRow<Post> | undefined,
  today: string,
): People['posts'][number] {
  const own = rows.filter(({ value }) => value.post === post)
  const [any] = own
  const timeline = timelineOf(
    post,
    own.map(({ value }) => value),
  )
  const now = standingOn(today, timeline)
  return {
    key: post,
    title: kept?.value.title ?? post,
    organisation: any?.value.organisation || (kept?.value.organisation ?? ''),
    role: any?.value.role ?? kept?.value.role ?? 'spoc',
    lead: kept?.value.lead ?? '',
    version: versionOf(own, kept),
    isInUse: own.length > 0,
    vacancy: now.holder ? null : idOf('vacancy', any?.value.group ?? '', post, now.appointment?.key ?? ''),
    appointments: timeline.map(({ key, holder, deputy, from, to }) => ({ key, holder, deputy, from, to })),
  }
}

async function tellLeavers(office: Office, appointments: readonly Appointment[]): Promise<People['leavers']> {
  const left = await readLeavers(office)
  return leaversIn(appointments, (person) => left.has(person), office.clock.today()).map((leaver) => ({
    ...leaver,
    since: left.since(leaver.person) ?? office.clock.today(),
  }))
}

/** Of exactly what a change of a post is based on: the rows of its appointments, and its outside lead. */
export function versionOf(rows: readonly Versioned<Appointment>[], kept: KeptRow<Post> | undefined): string {
  const versions = rows.map(({ value, row }) => `${value.key} ${row.version}`).toSorted()
  return createHash('sha256')
    .update(canonical([versions, kept?.value.lead ?? '']))
    .digest('base64url')
}

/** Brings the copy on the group's own site in line with Control, as of today. How many rows were written. */
export async function copyPosts(
  office: Office,
  group: DirectoryEntry,
  words: { readonly post: string; readonly title: string | null; readonly lead: string | null } | null = null,
): Promise<number> {
  const [control, posts] = await Promise.all([office.control(), openPosts(office.client, group.siteId)])
  const [rows, kept] = await Promise.all([control.appointments(group.key), posts.all()])
  const appointments = rows.map(({ value }) => value)
  let count = 0
  for (const key of new Set(appointments.map(({ post }) => post))) {
    const known = kept.get(key)
    const wanted = copyOf(key, appointments, known?.value, office.clock.today(), words?.post === key ? words : null)
    if (known && canonical(known.value) === canonical(wanted)) continue
    if ((await posts.put(wanted, known)) !== 'overtaken') count += 1
  }
  return count
}

function copyOf(
  key: string,
  appointments: readonly Appointment[],
  known: Post | undefined,
  today: string,
  words: { readonly title: string | null; readonly lead: string | null } | null,
): Post {
  const own = appointments.filter((each) => each.post === key)
  const now = standingOn(today, timelineOf(key, own)).appointment
  const any = appointments.find(({ post }) => post === key)
  const lead = words?.lead ?? known?.lead ?? ''
  return {
    key,
    title: words?.title ?? known?.title ?? key,
    organisation: any?.organisation || (known?.organisation ?? ''),
    role: any?.role ?? 'spoc',
    holder: now?.holder ?? null,
    deputy: now?.deputy ?? null,
    from: now?.from ?? null,
    to: now?.to ?? null,
    ...(lead === '' ? {} : { lead }),
  }
}
