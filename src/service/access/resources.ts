/** What a restricted resource is, as its asset owner says it; and its own list of accounts beside the register. */

import type { Reconcile, ReconciliationTold, ResourceTold, SaveResource } from '../../contract/access.ts'
import { reconcile, type ReconciliationContent } from '../../domain/accessreconciling.ts'
import type { Person } from '../../domain/group.ts'
import type { Answer } from '../api.ts'
import { idOf } from '../ids.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { sightOf, tellResource } from './sight.ts'

export async function saveResource(
  office: Office,
  caller: Person,
  about: { readonly key: string; readonly resource: string },
  { commandId: id, ...content }: SaveResource,
): Promise<Answer<ResourceTold>> {
  const sight = await sightOf(office, caller, about.key)
  if (!sight.ok) return sight
  const { group, appointments, roles, today } = sight.value
  if (!mayDo('access.setUp', 'api', roles)) return { ok: false, error: { code: 'notAllowed' } }
  const changed = await office.confidential.change(
    { by: caller, group, appointments, operation: 'access.setUp' },
    'resources',
    {
      kind: 'saveResource',
      id,
      key: resourceKey(about.key, about.resource),
      content: { group: about.key, key: about.resource, ...content },
    },
  )
  return changed.ok ? { ok: true, value: tellResource(changed.value, today) } : changed
}

/** Of its row: what one group calls a resource another may call one of its own. */
export function resourceKey(group: string, resource: string): string {
  return `${group}.${resource}`
}

/** The list itself isn't kept: only how it compared. */
export async function reconcileAccess(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  { commandId: id, resource, accounts }: Reconcile,
): Promise<Answer<ReconciliationTold>> {
  const sight = await sightOf(office, caller, key)
  if (!sight.ok) return sight
  const { group, appointments, roles, entries, resources } = sight.value
  if (!mayDo('access.reconcile', 'api', roles)) return { ok: false, error: { code: 'notAllowed' } }
  if (!resources.has(resource)) return { ok: false, error: { code: 'resourceMissing', field: 'resource' } }
  const own = entries.filter(({ nomination }) => nomination.resource === resource)
  const row = idOf('reconciliation', key, id)
  const changed = await office.confidential.change(
    { by: caller, group, appointments, operation: 'access.reconcile', event: 'combination' },
    'reconciliations',
    { kind: 'reconcile', id, key: row, content: { group: key, resource, ...reconcile(accounts, own) } },
  )
  return changed.ok ? { ok: true, value: tellReconciliation(row, changed.value) } : changed
}

export function tellReconciliation(key: string, content: ReconciliationContent): ReconciliationTold {
  const { resource, day, by, accounts, agreed, differences, others } = content
  return { key, resource, day, by: by.name, accounts, agreed, differences: [...differences], others }
}
