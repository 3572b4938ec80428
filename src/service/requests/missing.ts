/**
 * Which answers an action still lacks: it isn't discharged without them unless the chair says so with a reason. Read as
 * they stand now, for whoever decides.
 */

import type { ActionId } from '../../domain/action.ts'
import { missingFor } from '../../domain/request.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Office } from '../office.ts'

export interface Lacking {
  /** What was asked. */
  readonly title: string
  /** Names of the organisations that haven't answered. */
  readonly organisations: string[]
}

export async function lackingOf(office: Office, group: DirectoryEntry, action: ActionId): Promise<Lacking[]> {
  const requests = await office.collections.now(group, 'requests')
  if (![...requests.values()].some((request) => request.action === action)) return []
  const [responses, { organisations }] = await Promise.all([
    office.collections.now(group, 'responses'),
    office.registers.snapshot(group),
  ])
  return missingFor(action, requests.values(), responses).map(({ request, organisations: missing }) => ({
    title: request.title,
    organisations: missing.map((key) => organisations.get(key)?.name ?? key),
  }))
}
