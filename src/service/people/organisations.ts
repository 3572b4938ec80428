/**
 * The organisations that are members of a group: one is added, or what is said of it changed, on what its author saw. An
 * organisation is never taken away: work and histories name it. Who answers for it is a post's business (change.ts).
 */

import type { PutOrganisation } from '../../contract/people.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { canonical } from '../../domain/canonical.ts'
import type { Organisation, Person } from '../../domain/group.ts'
import { findOrganisation } from '../../domain/owner.ts'
import { openOrganisations } from '../../sharepoint/work/keptrows.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'

export async function putOrganisation(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  { seen, organisation }: PutOrganisation,
): Promise<Answer<{ organisations: Organisation[] }>> {
  const standing = await standingIn(office, caller, key)
  if (!standing.ok) return standing
  const { group, roles } = standing.value
  if (!mayDo('people.change', 'api', roles)) return refuse({ code: 'notCoordinator' })
  const list = await openOrganisations(office.client, group.siteId)
  const kept = await list.all()
  const known = kept.get(organisation.key)
  const all = [...kept.values()].map(({ value }) => value)
  const after = [...all.filter((each) => each.key !== organisation.key), organisation]
  if (known && canonical(known.value) === canonical(organisation)) {
    return { ok: true, value: { organisations: all } }
  }
  if (canonical(known?.value ?? null) !== canonical(seen)) return refuse({ code: 'organisationChanged' })
  const others = all.filter((each) => each.key !== organisation.key)
  // Documents are read by these words: two organisations can't answer to one.
  for (const word of [organisation.name, organisation.shortName, ...organisation.aliases]) {
    const taken = findOrganisation(word, others)
    if (taken) return refuse({ code: 'organisationTaken', values: { word, name: taken.name } })
  }
  await office.audit.append({
    event: 'alteration',
    operation: 'organisation.put',
    group: key,
    subject: organisation.key,
    by: caller,
  })
  if ((await list.put(organisation, known)) !== 'written') return refuse({ code: 'organisationChanged' })
  office.registers.learnOrganisations(group, after)
  office.log({ level: 'info', event: 'organisationPut', group: key })
  return { ok: true, value: { organisations: after } }
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
