/**
 * What an auditor looks at: a page of the group's entries, and whether all of the audit is whole. Looking is an access to
 * Control like any other: it stands in the audit, with the places that were shown, before it is answered.
 */

import type { AuditFilter, AuditPage, AuditVerified } from '../../contract/audit.ts'
import type { Person } from '../../domain/group.ts'
import type { Snapshot } from '../../domain/snapshot.ts'
import { instantOf } from '../../words/clock.ts'
import type { Answer } from '../api.ts'
import { standingIn, type Standing } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo, type Operation } from '../policy.ts'
import { choicesIn, countFound, findBefore, type Wanted } from './finding.ts'
import { headOutside } from './outside.ts'
import { namesOf, subjectsOf, tellEntries } from './telling.ts'

const PAGE = 40

export async function auditSearch(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  request: AuditFilter & { readonly before: number | null },
): Promise<Answer<AuditPage>> {
  const standing = await auditorIn(office, caller, key, 'audit.read')
  if (!standing.ok) return standing
  const { group, appointments } = standing.value
  const snapshot = await office.registers.snapshot(group)
  const wanted = wantedOf(group.key, request, snapshot)
  const { database } = office
  const [found, total, choices] = await Promise.all([
    findBefore(database, wanted, request.before, PAGE + 1),
    countFound(database, wanted),
    request.before === null ? choicesIn(database, group.key) : null,
  ])
  const page = found.slice(0, PAGE)
  const entries = await tellEntries(office, page, snapshot)
  const [names, people] = await Promise.all([
    namesOf(office, personsIn(entries), appointments),
    choices && namesOf(office, choices.people, appointments),
  ])
  const [first, last] = [page.at(-1)?.sequence, page[0]?.sequence]
  await office.consulted(caller, {
    operation: 'audit.read',
    group: group.key,
    subject: null,
    ids: first === undefined ? [] : [`${first}-${last}`],
  })
  return {
    ok: true,
    value: {
      entries,
      total,
      before: found.length > PAGE ? (first ?? null) : null,
      names,
      choices: choices && people && { people, operations: [...choices.operations] },
    },
  }
}

export async function auditVerify(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
): Promise<Answer<AuditVerified>> {
  const standing = await auditorIn(office, caller, key, 'audit.verify')
  if (!standing.ok) return standing
  const [{ entries, problems }, sentOut] = await Promise.all([office.audit.verify(), headOutside(office.database)])
  const [first] = problems
  await office.consulted(caller, {
    operation: 'audit.verify',
    group: key,
    subject: null,
    ids: first ? [first.fault, String(first.sequence ?? first.id)] : ['whole'],
  })
  return {
    ok: true,
    value: {
      entries,
      problem: first ? { fault: first.fault, sequence: first.sequence } : null,
      problems: problems.length,
      at: instantOf(office.clock.now()),
      sentOut,
    },
  }
}

/** Whom the policy lets do this in the group, with what they stand in there. */
export async function auditorIn(
  office: Office,
  caller: Person,
  key: string,
  operation: Extract<Operation, `audit.${string}`>,
): Promise<Answer<Standing>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  if (!mayDo(operation, 'api', standing.value.roles)) return { ok: false, error: { code: 'notAllowed' } }
  return standing
}

export function wantedOf(group: string, filter: AuditFilter, snapshot: Pick<Snapshot, 'actions'>): Wanted {
  const { from, to, event, operation, person, subject } = filter
  const subjects = subject === null ? null : subjectsOf(subject, snapshot)
  return { group, from, to, event, operation, person, subjects, before: null }
}

/** Everybody whom entries name: who did it, and to whom it was disclosed. */
export function personsIn(entries: AuditPage['entries']): (string | null)[] {
  return entries.flatMap(({ person, to }) => [person, to])
}
