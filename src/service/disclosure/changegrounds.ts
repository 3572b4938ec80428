/** Adding a ground, wording one anew, withdrawing one. What records say of a ground stays as it is. */

import type { ChangeGrounds, Disclosures } from '../../contract/disclosure.ts'
import type { GroundsCommand } from '../../domain/grounds.ts'
import type { Person } from '../../domain/group.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { answerDisclosures } from './disclosures.ts'
import { usualGrounds } from './grounds.ts'

export async function changeGrounds(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
  request: ChangeGrounds,
): Promise<Answer<Disclosures>> {
  const operation = 'disclosure.grounds'
  const standing = await standingIn(office, caller, key, operation)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  if (!mayDo(operation, 'api', roles)) return { ok: false, error: { code: 'notAllowed' } }
  const asking = { by: caller, group, appointments, operation }
  const changed = await office.confidential.change(asking, 'grounds', commandOf(request, key))
  return changed.ok ? answerDisclosures(office, caller, standing.value) : changed
}

function commandOf(request: ChangeGrounds, group: string): GroundsCommand {
  const about = { id: request.commandId, key: group, group, usual: usualGrounds() }
  switch (request.kind) {
    case 'add':
      return { kind: 'addGround', ...about, en: request.en, cy: request.cy }
    case 'reword':
      return { kind: 'rewordGround', ...about, ground: request.ground, en: request.en, cy: request.cy }
    case 'withdraw':
      return { kind: 'withdrawGround', ...about, ground: request.ground }
  }
}
