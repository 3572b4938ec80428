/**
 * Releasing a copy, and taking its files out. Both make it again and go on only where it is exactly the one that was
 * asked for; that it goes out, as what and to whom, stands in the audit first.
 */

import type { DecideDisclosure, DisclosureFile, Disclosures, TakeDisclosure } from '../../contract/disclosure.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { makeDisclosureName } from '../../documents/export/disclosurefile.ts'
import { whyNotRelease } from '../../domain/disclosure.ts'
import type { DisclosureCommand } from '../../domain/disclosurecommand.ts'
import type { Person } from '../../domain/group.ts'
import type { Answer } from '../api.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'
import type { AboutDisclosure } from './change.ts'
import { copyNow, fileOf } from './copy.ts'
import { answerDisclosures } from './disclosures.ts'

export async function decideDisclosure(
  office: Office,
  caller: Person,
  about: AboutDisclosure,
  { commandId: id, hash, verdict, to, reason }: DecideDisclosure,
): Promise<Answer<Disclosures>> {
  const standing = await standingIn(office, caller, about.key)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  const operation = 'disclosure.release'
  if (!mayDo(operation, 'api', roles)) return refuse({ code: 'notApprover' })
  const now = (await office.confidential.of(group.key, 'disclosures')).get(about.disclosure)
  if (!now) return refuse({ code: 'disclosureMissing' })
  const asking = { by: caller, group, appointments, operation }
  const send = async (command: DisclosureCommand): Promise<Answer<Disclosures>> => {
    const changed = await office.confidential.change(asking, 'disclosures', command)
    return changed.ok ? answerDisclosures(office, caller, standing.value) : changed
  }
  const command = { id, key: about.disclosure }
  if (verdict === 'sentBack') return send({ kind: 'sendDisclosureBack', ...command, reason })
  // Said again, it was released the first time.
  if (now.released?.hash === hash) return answerDisclosures(office, caller, standing.value)
  const why = whyNotRelease(now, caller, { appointments, today: office.clock.today() })
  if (why) return refuse({ code: why })
  if (to === '') return refuse({ code: 'requestInvalid', field: 'to' })
  const made = await copyNow(office, group, now, now.asked?.on ?? office.clock.today())
  if (made.copy.problems.length > 0 || made.hash !== hash || hash !== now.asked?.hash) {
    return refuse({ code: 'contentChanged' })
  }
  const [docx, xlsx, csv] = (['docx', 'xlsx', 'csv'] as const).map((format) => fileOf(made.copy, format).hash)
  const files = { docx: docx ?? '', xlsx: xlsx ?? '', csv: csv ?? '' }
  const ids = [id, hash, ...Object.values(files)]
  const event = { event: 'disclosure', operation, group: group.key, subject: about.disclosure } as const
  await office.audit.append({ ...event, by: caller, ids, to })
  return send({ kind: 'releaseDisclosure', ...command, hash: made.hash, to, files })
}

/** A file of a released copy, as long as the register still gives exactly that. */
export async function takeDisclosure(
  office: Office,
  caller: Person,
  about: AboutDisclosure,
  { commandId, format }: TakeDisclosure,
): Promise<Answer<DisclosureFile>> {
  const standing = await standingIn(office, caller, about.key)
  if (!standing.ok) return standing
  const { group, roles } = standing.value
  const operation = 'disclosure.takeOut'
  if (!mayDo(operation, 'api', roles)) return refuse({ code: 'notAllowed' })
  const now = (await office.confidential.of(group.key, 'disclosures')).get(about.disclosure)
  if (!now) return refuse({ code: 'disclosureMissing' })
  if (!now.released || !now.asked) return refuse({ code: 'nothingAsked' })
  const { copy } = await copyNow(office, group, now, now.asked.on)
  if (copy.problems.length > 0) return refuse({ code: 'contentChanged' })
  const { bytes, hash } = fileOf(copy, format)
  if (hash !== now.released.files[format]) return refuse({ code: 'contentChanged' })
  const event = { event: 'disclosure', operation, group: group.key, subject: about.disclosure } as const
  await office.audit.append({ ...event, by: caller, ids: [commandId, hash], to: now.released.to })
  return {
    ok: true,
    value: { name: makeDisclosureName(now.reference, format), bytes: Buffer.from(bytes).toString('base64'), hash },
  }
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
