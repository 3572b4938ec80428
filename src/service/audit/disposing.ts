/**
 * Disposes of what isn't kept any longer: exactly what was shown as due. Every batch stands in the audit as an erasure,
 * with its ids, before it is destroyed; what breaks off is carried on by the same command, or by the sweep.
 */

import type { RetentionTold } from '../../contract/audit.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import { keptFrom, RETAINED_LISTS, type RetainedList } from '../../domain/retention.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Answer } from '../api.ts'
import type { Office } from '../office.ts'
import { DISPOSABLE, destroyChosen } from './disposable.ts'
import { auditorIn } from './looking.ts'
import { tellRetention } from './retention.ts'

/** Logged as one erasure. */
const BATCH = 50
/** While somebody waits; the rest goes with the sweeps that follow. */
const BATCHES_AT_ONCE = 4

interface Disposal {
  readonly id: string
  readonly list: RetainedList
  readonly before: Day
  readonly by: Pick<Person, 'tenantId' | 'objectId'>
}

export async function dispose(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  { commandId, list, before, count }: Pick<Disposal, 'list' | 'before'> & { commandId: string; count: number },
): Promise<Answer<RetentionTold>> {
  const standing = await auditorIn(office, caller, key, 'audit.dispose')
  if (!standing.ok) return standing
  const { group } = standing.value
  const [known] = await readDisposals(office, `id = $1 and group_key = $2`, [commandId, key])
  if (!known) {
    const years = (await (await office.records()).retention(key)).value
    const isAsShown =
      before === keptFrom(office.clock.today(), years[list]) &&
      count === (await DISPOSABLE[list].count(office, group, before))
    if (!isAsShown) return { ok: false, error: { code: 'contentChanged' } }
    await office.audit.append({
      event: 'alteration',
      operation: 'audit.dispose',
      group: key,
      subject: list,
      by: caller,
      ids: [commandId, before, String(count)],
    })
    await office.database.query(
      `insert into matters.disposal (id, group_key, list, before, tenant, person) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing`,
      [commandId, key, list, before, caller.tenantId, caller.objectId],
    )
  }
  await carryOut(office, group, known ?? { id: commandId, list, before, by: caller }, BATCHES_AT_ONCE)
  return { ok: true, value: await tellRetention(office, standing.value) }
}

/** What was begun goes on. How many disposals. */
export async function finishDisposals(office: Office, group: DirectoryEntry): Promise<number> {
  await destroyChosen(office)
  const open = await readDisposals(office, 'group_key = $1 and not is_done', [group.key])
  for (const each of open) await carryOut(office, group, each, BATCHES_AT_ONCE)
  return open.length
}

async function carryOut(
  office: Office,
  group: DirectoryEntry,
  { id, list, before, by }: Disposal,
  batches: number,
): Promise<void> {
  for (let batch = 0; batch < batches; batch++) {
    const keys = await DISPOSABLE[list].next(office, group, before, BATCH)
    if (keys.length === 0) {
      await office.database.query('update matters.disposal set is_done = true where id = $1', [id])
      return
    }
    await office.audit.append({
      event: 'erasure',
      operation: 'audit.dispose',
      group: group.key,
      subject: list,
      by,
      ids: [id, ...keys],
    })
    await DISPOSABLE[list].destroy(office, group, keys)
  }
}

async function readDisposals(
  { database }: Office,
  condition: string,
  values: readonly string[],
): Promise<readonly Disposal[]> {
  const rows = await database.query<{ id: string; list: string; before: Day; tenant: string; person: string }>(
    `select id, list, before, tenant, person from matters.disposal where ${condition} order by id`,
    values,
  )
  return rows.flatMap(({ id, list, before, tenant, person }) => {
    const known = RETAINED_LISTS.find((each) => each === list)
    return known ? [{ id, list: known, before, by: { tenantId: tenant, objectId: person } }] : []
  })
}
