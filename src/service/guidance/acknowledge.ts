/** An organisation's SPOC says that it has read and understood what holds: exactly the words that they saw. */

import type { AcknowledgeRequest, Guidance } from '../../contract/guidance.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { acknowledgementKey } from '../../domain/acknowledgement.ts'
import type { Person } from '../../domain/group.ts'
import { contentOfPosition, positionOn } from '../../domain/guidance.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { hashOf } from '../ids.ts'
import { answerGuidance } from './guidance.ts'

export async function acknowledgeGuidance(
  office: Office,
  caller: Person,
  { key, guidance }: { readonly key: string; readonly guidance: string },
  { commandId: id, number, part, hash, organisation }: AcknowledgeRequest,
): Promise<Answer<Guidance>> {
  const operation = 'guidance.acknowledge'
  const standing = await standingIn(office, caller, key, operation)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  if (!mayDo(operation, 'api', roles)) return refuse({ code: 'notSpoc' })
  const versions = [...(await office.confidential.of(key, 'guidance')).values()]
  const own = versions.filter((each) => each.guidance === guidance)
  if (own.length === 0) return refuse({ code: 'guidanceMissing' })
  const position = positionOn(own, office.clock.today())
  const isSeen = position?.version.number === number && position.part === part
  // Nobody says of words that they haven't seen, or that no longer hold, that they have understood them.
  if (!isSeen || hashOf(contentOfPosition(position)) !== hash) return refuse({ code: 'contentChanged' })
  const about = { guidance, number, part, organisation }
  const changed = await office.confidential.change({ by: caller, group, appointments, operation }, 'acknowledgements', {
    kind: 'acknowledge',
    id,
    key: acknowledgementKey(about),
    group: key,
    ...about,
    hash,
  })
  return changed.ok ? answerGuidance(office, caller, standing.value) : changed
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
