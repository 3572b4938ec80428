/**
 * Preparing a copy for disclosure, asked over the API. It is asked for by the hash of the copy that its author saw: the
 * service makes the same one from the register as it stands now, and doesn't take anybody's word for it.
 */

import type { ChangeDisclosure, Disclosures } from '../../contract/disclosure.ts'
import type { Withheld } from '../../domain/disclosure.ts'
import { offeredOf } from '../../domain/grounds.ts'
import type { Person } from '../../domain/group.ts'
import type { DisclosureCommand } from '../../domain/disclosurecommand.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import { copyNow } from './copy.ts'
import { answerDisclosures } from './disclosures.ts'
import { groundsOf } from './grounds.ts'

export interface AboutDisclosure {
  readonly key: string
  readonly disclosure: string
}

export async function changeDisclosure(
  office: Office,
  caller: Person,
  about: AboutDisclosure,
  request: ChangeDisclosure,
): Promise<Answer<Disclosures>> {
  const operation = 'disclosure.prepare'
  const standing = await standingIn(office, caller, about.key, operation)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  if (!mayDo(operation, 'api', roles)) return { ok: false, error: { code: 'notAllowed' } }
  const now = (await office.confidential.of(group.key, 'disclosures')).get(about.disclosure)
  if (request.kind === 'ask' && now) {
    const { copy, hash } = await copyNow(office, group, now, { day: office.clock.today(), formats: request.formats })
    if (copy.problems.length > 0 || hash !== request.hash) return { ok: false, error: { code: 'contentChanged' } }
  }
  if (request.kind === 'prepare' && !(await areOffered(office, group.key, request.withheld, now?.withheld ?? []))) {
    return { ok: false, error: { code: 'contentChanged' } }
  }
  const command = commandOf(request, about)
  const seen = request.kind === 'prepare' && now ? { ...now, ...request.seen } : now
  const asking = { by: caller, group, appointments, operation }
  const changed = await office.confidential.change(asking, 'disclosures', command, seen)
  return changed.ok ? answerDisclosures(office, caller, standing.value) : changed
}

/** What was withheld on a ground stays so when that is withdrawn; nothing more is. */
async function areOffered(
  office: Office,
  group: string,
  withheld: readonly Withheld[],
  before: readonly Withheld[],
): Promise<boolean> {
  const offered = new Set(offeredOf(await groundsOf(office, group)).map(({ id }) => id))
  const stood = new Set(before.map(({ id, ground }) => `${id} ${ground}`))
  return withheld.every(({ id, ground }) => offered.has(ground) || stood.has(`${id} ${ground}`))
}

function commandOf(request: ChangeDisclosure, { key: group, disclosure: key }: AboutDisclosure): DisclosureCommand {
  const about = { id: request.commandId, key }
  switch (request.kind) {
    case 'write':
      return { kind: 'writeDisclosure', ...about, group, draft: request.draft }
    case 'consult': {
      const { entry, who, day, words } = request
      return { kind: 'consultOriginator', ...about, entry: entry ?? request.commandId, who, day, words }
    }
    case 'prepare':
      return { kind: 'prepareDisclosure', ...about, rows: request.rows, withheld: request.withheld }
    case 'ask':
      return { kind: 'askRelease', ...about, hash: request.hash, formats: request.formats }
    case 'takeBack':
      return { kind: 'takeReleaseBack', ...about }
    case 'answer':
      return { kind: 'answerWithoutCopy', ...about, words: request.words }
  }
}
