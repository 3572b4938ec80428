/** How many years what Control keeps of a group is kept, list by list, and how much of it is due to go. */

import type { RetentionTold } from '../../contract/audit.ts'
import type { Person } from '../../domain/group.ts'
import { keptFrom, RETAINED_LISTS, type Retention } from '../../domain/retention.ts'
import type { Answer } from '../api.ts'
import type { Standing } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { DISPOSABLE } from './disposable.ts'
import { auditorIn } from './looking.ts'

export async function retention(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
): Promise<Answer<RetentionTold>> {
  const standing = await auditorIn(office, caller, key, 'audit.retention')
  if (!standing.ok) return standing
  const told = await tellRetention(office, standing.value)
  await office.consulted(caller, { operation: 'audit.retention', group: key, subject: null })
  return { ok: true, value: told }
}

export async function setRetention(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  request: { readonly version: string | null; readonly years: Retention },
): Promise<Answer<RetentionTold>> {
  const standing = await auditorIn(office, caller, key, 'audit.retain')
  if (!standing.ok) return standing
  const records = await office.records()
  const known = await records.retention(key)
  if ((known.row?.version ?? null) !== request.version) return { ok: false, error: { code: 'settingsChanged' } }
  const { years } = request
  const changed = RETAINED_LISTS.filter((list) => known.value[list] !== years[list])
  await office.audit.append({
    event: 'alteration',
    operation: 'audit.retain',
    group: key,
    subject: key,
    by: caller,
    ids: changed.map((list) => `${list}:${known.value[list]}-${years[list]}`),
  })
  if (!(await records.setRetention(key, known, years))) return { ok: false, error: { code: 'settingsChanged' } }
  return { ok: true, value: await tellRetention(office, standing.value) }
}

export async function tellRetention(
  office: Office,
  { group, roles }: Pick<Standing, 'group' | 'roles'>,
): Promise<RetentionTold> {
  const { value: years, row } = await (await office.records()).retention(group.key)
  const today = office.clock.today()
  const lists = RETAINED_LISTS.map(async (list) => {
    const before = keptFrom(today, years[list])
    return { list, years: years[list], before, due: await DISPOSABLE[list].count(office, group, before) }
  })
  return {
    lists: await Promise.all(lists),
    mayChange: mayDo('audit.retain', 'api', roles),
    version: row?.version ?? null,
  }
}
