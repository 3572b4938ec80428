/**
 * What can be disposed of, list by list: how much of a group's is of before a day and no longer in use, which comes next,
 * and how it is destroyed. Destroying what is gone already changes nothing, so that it can be carried on where it broke
 * off.
 */

import { accessOver } from '../../domain/accessdisposal.ts'
import type { Day } from '../../domain/day.ts'
import { disclosureOverOn } from '../../domain/disclosure.ts'
import type { RetainedList } from '../../domain/retention.ts'
import { disposedOf, type AuditEntry } from '../../sharepoint/control/auditrows.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import type { Office } from '../office.ts'
import { countFound, findAfter, type Wanted } from './finding.ts'

interface Disposable {
  count(office: Office, group: DirectoryEntry, before: Day): Promise<number>
  /** Keys; none: there is nothing left. */
  next(office: Office, group: DirectoryEntry, before: Day, most: number): Promise<readonly string[]>
  destroy(office: Office, group: DirectoryEntry, keys: readonly string[]): Promise<void>
}

export const DISPOSABLE: Readonly<Record<RetainedList, Disposable>> = {
  audit: {
    count: ({ database }, group, before) => countFound(database, entriesBefore(group, before)),
    next: async ({ database }, group, before, most) =>
      (await findAfter(database, entriesBefore(group, before), 0, most)).map(({ id }) => id),
    async destroy(office, _, ids) {
      await office.database.query(`update matters.audit_entry set disposal = 'chosen' where id = any($1)`, [ids])
      await destroyChosen(office)
    },
  },
  access: ofKeys(accessBefore, async ({ confidential }, keys) => {
    for (const name of ACCESS_LISTS) {
      const own = keys.filter((key) => key.startsWith(`${name}/`)).map((key) => key.slice(name.length + 1))
      if (own.length > 0) await confidential.remove(name, own)
    }
  }),
  incidents: ofKeys(
    async ({ confidential }, group, before) => {
      // What stands says nothing of anybody, and every count rests on it.
      const incidents = await confidential.of(group.key, 'incidents')
      return [...incidents].filter(([, { state, day }]) => state === 'withdrawn' && day < before).map(([key]) => key)
    },
    ({ confidential }, keys) => confidential.remove('incidents', keys),
  ),
  disclosures: ofKeys(
    async ({ confidential }, group, before) =>
      [...(await confidential.of(group.key, 'disclosures'))]
        .filter(([, each]) => each.disposed === null && (disclosureOverOn(each) ?? before) < before)
        .map(([key]) => key),
    disposeOfDisclosures,
  ),
  passes: ofKeys(
    async (office, group, before) => {
      const [records, { actions }] = await Promise.all([office.records(), office.registers.snapshot(group)])
      const passes = await records.passes(group.key)
      // While the work is open, it is asked of whom it was passed to.
      const isOver = (action: string): boolean => actions.get(action)?.status !== 'open'
      return passes.filter(({ day, action }) => day < before && isOver(action)).map(({ key }) => key)
    },
    async (office, keys) => (await office.records()).removePasses(keys),
  ),
  prompts: ofKeys(
    async (office, group, before) =>
      (await (await office.records()).promptsBefore(group.key, before)).map(({ id }) => id),
    async (office, keys) => (await office.records()).removePrompts(keys),
  ),
}

const ACCESS_LISTS = ['nominations', 'accessReviews', 'reconciliations'] as const

/** People whose access is over, and reviews of nobody else; and comparisons of before. */
async function accessBefore(
  { confidential, clock }: Office,
  { key }: DirectoryEntry,
  before: Day,
): Promise<readonly string[]> {
  const [nominations, reviews, reconciliations] = await Promise.all([
    confidential.of(key, 'nominations'),
    confidential.of(key, 'accessReviews'),
    confidential.of(key, 'reconciliations'),
  ])
  const over = accessOver({ nominations, reviews }, before, clock.today())
  return [
    ...over.nominations.map((each) => `nominations/${each}`),
    ...over.reviews.map((each) => `accessReviews/${each}`),
    ...[...reconciliations].filter(([, { day }]) => day < before).map(([each]) => `reconciliations/${each}`),
  ]
}

/** What stays stands there before anything goes, in a row of its own: SharePoint keeps the earlier versions of a row. */
async function disposeOfDisclosures(
  { confidential, released }: Office,
  keys: readonly string[],
  group: DirectoryEntry,
): Promise<void> {
  const requests = await confidential.of(group.key, 'disclosures')
  for (const key of keys) {
    const of = requests.get(key)
    if (!of) continue
    const left = `${key}-disposed`
    const asking = { by: null, group, appointments: [], operation: 'audit.dispose' }
    const kept = await confidential.change(asking, 'disclosures', { kind: 'recordDisposal', id: left, key: left, of })
    if (!kept.ok) throw new Error(`${left}: ${kept.error.code}`)
    await released.remove(key)
    await confidential.remove('disclosures', [key])
  }
}

/** For lists that are short enough to be read to say what is due. */
function ofKeys(
  due: (office: Office, group: DirectoryEntry, before: Day) => Promise<readonly string[]>,
  remove: (office: Office, keys: readonly string[], group: DirectoryEntry) => Promise<void>,
): Disposable {
  return {
    count: async (office, group, before) => (await due(office, group, before)).length,
    next: async (office, group, before, most) => (await due(office, group, before)).slice(0, most),
    destroy: (office, group, keys) => remove(office, keys, group),
  }
}

function entriesBefore({ key }: DirectoryEntry, before: Day): Wanted {
  return { group: key, before, from: null, to: null, event: null, operation: null, person: null, subjects: null }
}

/**
 * Content and key of entries that were chosen to go. What is left of each is made from what the chain's own table says
 * of it, whatever stands on Control. How many.
 */
export async function destroyChosen({ database, records }: Pick<Office, 'database' | 'records'>): Promise<number> {
  const chosen = await database.query<{
    readonly sequence: string
    readonly id: string
    readonly previous: string
    readonly seal: string
    readonly hash: string
    readonly signature: string
    readonly at: string
  }>(
    `select sequence, id, previous, seal, hash, signature,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from matters.audit_entry where disposal = 'chosen' order by sequence`,
  )
  const { audit } = await records()
  for (const { id, at, seal, sequence, previous, hash, signature } of chosen) {
    const link: AuditEntry['link'] = { sequence: Number(sequence), previous, hash, signature }
    const nothing = { title: '', event: '', group: '', subject: '', person: '', content: '', recordKey: '' }
    await audit.dispose(disposedOf({ ...nothing, id, at, seal, link }))
    await database.query(
      `update matters.audit_entry set disposal = 'destroyed',
         event = null, operation = null, group_key = null, subject = null, person = null where id = $1`,
      [id],
    )
  }
  return chosen.length
}
