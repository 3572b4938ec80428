/** A group's requests for disclosure, for whoever prepares or releases a copy. Every look stands in the audit first. */

import type { Disclosures, DisclosureTold } from '../../contract/disclosure.ts'
import type { Stored } from '../../domain/collection.ts'
import {
  disclosureDueOn,
  disclosureStateOf,
  whyNotRelease,
  workingDaysLeft,
  type DisclosureContent,
} from '../../domain/disclosure.ts'
import type { Person } from '../../domain/group.ts'
import type { Answer } from '../api.ts'
import { standingIn, type Standing } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { groundsOf } from './grounds.ts'

export async function disclosures(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
): Promise<Answer<Disclosures>> {
  const standing = await standingIn(office, caller, key, 'disclosure.read')
  if (!standing.ok) return standing
  if (!mayDo('disclosure.read', 'api', standing.value.roles)) return { ok: false, error: { code: 'notAllowed' } }
  return answerDisclosures(office, caller, standing.value)
}

export async function answerDisclosures(
  office: Office,
  caller: Person,
  { group, appointments, roles }: Standing,
): Promise<Answer<Disclosures>> {
  const found = await office.confidential.of(group.key, 'disclosures')
  const ids = [...found.keys()]
  await office.consulted(caller, { operation: 'disclosure.read', group: group.key, subject: null, ids })
  const ground = { appointments, today: office.clock.today() }
  const requests = [...found].map(([key, content]) => tell(key, content, caller, ground))
  const isOver = ({ state }: DisclosureTold): boolean => state === 'released' || state === 'answered'
  return {
    ok: true,
    value: {
      requests: requests.toSorted(
        (a, b) => Number(isOver(a)) - Number(isOver(b)) || (a.due < b.due ? -1 : 1) * (isOver(a) ? -1 : 1),
      ),
      grounds: [...(await groundsOf(office, group.key))],
      mayPrepare: mayDo('disclosure.prepare', 'api', roles),
    },
  }
}

function tell(
  key: string,
  content: DisclosureContent & Stored,
  caller: Person,
  ground: Parameters<typeof whyNotRelease>[2],
): DisclosureTold {
  const { reference, authority, received, scope, language, released } = content
  const due = disclosureDueOn(content)
  return {
    key,
    reference,
    authority,
    received,
    scope,
    language,
    state: disclosureStateOf(content),
    due,
    daysLeft: workingDaysLeft(due, ground.today),
    consulted: [...content.consulted],
    rows: [...content.rows],
    withheld: [...content.withheld],
    preparers: [...content.preparers],
    asked: content.asked && { ...content.asked, formats: [...content.asked.formats] },
    refusals: [...content.refusals],
    released: released && { ...released, files: [...released.files] },
    answered: content.answered,
    disposed: content.disposed,
    whyNotRelease: whyNotRelease(content, caller, ground),
  }
}
