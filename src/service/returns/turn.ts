/**
 * What returns need of the scheduler, at each of its ticks: periods that have opened become requests, what a schedule
 * asks for is circulated, and what became of the messages is recorded. Every row has a key that follows from its cause,
 * so that several instances make one of each.
 */

import type { Person } from '../../domain/group.ts'
import { makePeriodRequest, periodKey, periodsBy } from '../../domain/return.ts'
import type { DirectoryEntry } from '../../sharepoint/control/rows.ts'
import { makePeriodName } from '../../words/periods.ts'
import type { Office } from '../office.ts'
import { circulateScheduled, recordCopies } from './circulate.ts'

export interface Turn {
  readonly periods: number
  readonly circulated: number
}

export async function turnReturns(office: Office, group: DirectoryEntry): Promise<Turn> {
  const service: Person = { tenantId: office.tenantId, objectId: office.serviceApp, name: 'Matters Arising' }
  const periods = await openPeriods(office, group, service)
  const circulated = await circulateScheduled(office, group, service)
  await recordCopies(office, group, service)
  return { periods, circulated }
}

/** How many requests were made. One that its coordinator closed or changed stays as it is. */
async function openPeriods(office: Office, group: DirectoryEntry, service: Person): Promise<number> {
  const { collections } = office
  const returns = await collections.values(group, 'returns')
  if (returns.size === 0) return 0
  const requests = await collections.values(group, 'requests')
  const today = office.clock.today()
  let count = 0
  for (const [key, definition] of returns) {
    for (const open of periodsBy(definition, today)) {
      if (requests.has(periodKey(key, open.period))) continue
      const command = makePeriodRequest(key, definition, open, makePeriodName(open.period, 'en'))
      const kept = await collections.submitAs({ person: service, as: 'service' }, group, 'requests', command)
      if (kept.state === 'saved') count += 1
      else if (kept.state === 'refused') {
        // An organisation that has left the group since: its coordinator sees the return without its period.
        office.log({ level: 'warning', event: 'periodRefused', group: group.key, subject: command.key })
      }
    }
  }
  return count
}
