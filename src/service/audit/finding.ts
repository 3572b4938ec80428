/**
 * Entries of the audit by what they are found by: in the database, where that is indexed, so that a page costs what a
 * page costs however long the audit is. Only ids and places come from here; the words stand on Control.
 */

import type { AuditFilter } from '../../contract/audit.ts'
import type { Day } from '../../domain/day.ts'
import type { Database, Value } from '../database/database.ts'

/** Of an entry, what the database knows. */
export interface Found {
  readonly sequence: number
  readonly id: string
  readonly hash: string
  readonly at: string
  readonly event: string
  readonly operation: string
  readonly subject: string | null
  readonly person: string | null
}

export interface Wanted extends Omit<AuditFilter, 'subject'> {
  readonly group: string
  /** Any of these beginnings; null: whatever it is. */
  readonly subjects: readonly string[] | null
  /** Of before this day alone, in London; null: of any. */
  readonly before: Day | null
}

type Queries = Pick<Database, 'query'>

/** The service by itself, where a person could be named. */
export const SERVICE = 'service'

/** The latest first. */
export function findBefore(database: Queries, wanted: Wanted, before: number | null, most: number) {
  const { where, values } = conditionOf(wanted)
  const place = before === null ? '' : ` and sequence < ${values.push(before) && `$${values.length}`}`
  return read(database, `${where}${place} order by sequence desc limit ${most}`, values)
}

/** The oldest first. */
export function findAfter(database: Queries, wanted: Wanted, after: number, most: number) {
  const { where, values } = conditionOf(wanted)
  values.push(after)
  return read(database, `${where} and sequence > $${values.length} order by sequence limit ${most}`, values)
}

export async function countFound(database: Queries, wanted: Wanted): Promise<number> {
  const { where, values } = conditionOf(wanted)
  const [row] = await database.query<{ count: string }>(
    `select count(*) as count from matters.audit_entry where ${where}`,
    values,
  )
  return Number(row?.count ?? 0)
}

/** Who and what stands in a group's entries. */
export async function choicesIn(
  database: Queries,
  group: string,
): Promise<{ readonly people: readonly string[]; readonly operations: readonly string[] }> {
  const distinct = async (column: 'person' | 'operation'): Promise<string[]> => {
    const rows = await database.query<{ value: string | null }>(
      `select distinct ${column} as value from matters.audit_entry where group_key = $1`,
      [group],
    )
    return rows.map(({ value }) => value ?? SERVICE)
  }
  const [people, operations] = await Promise.all([distinct('person'), distinct('operation')])
  return { people, operations: operations.filter((each) => each !== SERVICE).toSorted() }
}

function conditionOf(wanted: Wanted): { readonly where: string; readonly values: Value[] } {
  const values: Value[] = [wanted.group]
  const parts = ['group_key = $1']
  const add = (value: Value, part: (place: string) => string): void => {
    values.push(value)
    parts.push(part(`$${values.length}`))
  }
  const day = `(at at time zone 'Europe/London')::date`
  if (wanted.from !== null) add(wanted.from, (place) => `${day} >= ${place}::text::date`)
  if (wanted.to !== null) add(wanted.to, (place) => `${day} <= ${place}::text::date`)
  if (wanted.before !== null) add(wanted.before, (place) => `${day} < ${place}::text::date`)
  if (wanted.event !== null) add(wanted.event, (place) => `event = ${place}`)
  if (wanted.operation !== null) add(wanted.operation, (place) => `operation = ${place}`)
  if (wanted.person === SERVICE) parts.push('person is null')
  else if (wanted.person !== null) add(wanted.person, (place) => `person = ${place}`)
  if (wanted.subjects !== null) {
    add(wanted.subjects, (place) => `exists (select from unnest(${place}::text[]) b where starts_with(subject, b))`)
  }
  return { where: parts.join(' and '), values }
}

async function read(database: Queries, condition: string, values: readonly Value[]): Promise<readonly Found[]> {
  const rows = await database.query<Omit<Found, 'sequence'> & { readonly sequence: string }>(
    `select sequence, id, hash, event, operation, subject, person,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from matters.audit_entry where ${condition}`,
    values,
  )
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }))
}
