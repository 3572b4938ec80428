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

/** By action; one that lacks nothing is not in it. What was asked is read once for all of them. */
export async function lackingOf(
  office: Office,
  group: DirectoryEntry,
  actions: readonly ActionId[],
): Promise<ReadonlyMap<ActionId, Lacking[]>> {
  if (actions.length === 0) return new Map()
  const about = new Set<ActionId | null>(actions)
  const requests = [...(await office.collections.now(group, 'requests')).values()].filter(({ action }) =>
    about.has(action),
  )
  if (requests.length === 0) return new Map()
  const [responses, { organisations }] = await Promise.all([
    office.collections.now(group, 'responses'),
    office.registers.snapshot(group),
  ])
  const lacking = actions.map((action): readonly [ActionId, Lacking[]] => [
    action,
    missingFor(action, requests, responses).map(({ request, organisations: missing }) => ({
      title: request.title,
      organisations: missing.map((key) => organisations.get(key)?.name ?? key),
    })),
  ])
  return new Map(lacking.filter(([, each]) => each.length > 0))
}
