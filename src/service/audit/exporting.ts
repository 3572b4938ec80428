/**
 * The audit taken out: a group's entries as a table, or the chain itself to be verified elsewhere. So many at a time, and
 * each time it is a disclosure that stands in the audit, with the places that went, before they go.
 */

import { makeChainLine } from '../../chain/file.ts'
import type { AuditEntryTold, AuditFilter } from '../../contract/audit.ts'
import type { Person } from '../../domain/group.ts'
import type { Answer } from '../api.ts'
import type { Office } from '../office.ts'
import { findAfter } from './finding.ts'
import { auditorIn, personsIn, wantedOf } from './looking.ts'
import { namesOf, tellEntries } from './telling.ts'

/** Entries of one answer. */
const PART = 500

interface Named {
  readonly person: string
  readonly name: string
}

export async function auditExport(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  request: AuditFilter & { readonly after: number },
): Promise<Answer<{ entries: AuditEntryTold[]; names: Named[]; after: number | null }>> {
  const standing = await auditorIn(office, caller, key, 'audit.export')
  if (!standing.ok) return standing
  const { group, appointments } = standing.value
  const snapshot = await office.registers.snapshot(group)
  const found = await findAfter(office.database, wantedOf(group.key, request, snapshot), request.after, PART + 1)
  const part = found.slice(0, PART)
  const entries = await tellEntries(office, part, snapshot)
  const names = await namesOf(office, personsIn(entries), appointments)
  await disclose(office, caller, key, 'table', part)
  return { ok: true, value: { entries, names, after: found.length > PART ? (part.at(-1)?.sequence ?? null) : null } }
}

export async function auditChain(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  { after }: { readonly after: number },
): Promise<Answer<{ lines: string[]; after: number | null }>> {
  const standing = await auditorIn(office, caller, key, 'audit.export')
  if (!standing.ok) return standing
  const [records, head] = await Promise.all([office.records(), office.audit.head()])
  const to = Math.min(after + PART, head?.sequence ?? 0)
  const entries = to > after ? await records.audit.between(after + 1, to) : []
  const lines = entries.map((entry) => makeChainLine(entry, entry.group === key))
  await disclose(office, caller, key, 'chain', [{ sequence: after + 1 }, { sequence: to }])
  return { ok: true, value: { lines, after: to < (head?.sequence ?? 0) ? to : null } }
}

async function disclose(
  office: Office,
  caller: Person,
  group: string,
  what: 'table' | 'chain',
  part: readonly { readonly sequence: number }[],
): Promise<void> {
  const [first, last] = [part[0]?.sequence, part.at(-1)?.sequence]
  await office.audit.append({
    event: 'disclosure',
    operation: 'audit.export',
    group,
    subject: what,
    by: caller,
    ids: first === undefined ? [] : [`${first}-${last}`],
    to: caller.objectId,
  })
}
