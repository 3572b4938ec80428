/**
 * Releasing a copy, and taking its files out. It is released only where the register still gives exactly the one that
 * was asked for; then its files are kept as they are, and are what is taken out, however the register goes on. That it
 * goes out, as what and to whom, stands in the audit first.
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
import { copyNow, fileOf, hashOf } from './copy.ts'
import { answerDisclosures } from './disclosures.ts'

export async function decideDisclosure(
  office: Office,
  caller: Person,
  about: AboutDisclosure,
  { commandId: id, hash, verdict, to, reason }: DecideDisclosure,
): Promise<Answer<Disclosures>> {
  const operation = 'disclosure.release'
  const standing = await standingIn(office, caller, about.key, operation)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
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
  if (!now.asked) return refuse({ code: 'nothingAsked' })
  const { on: day, formats } = now.asked
  const made = await copyNow(office, group, now, { day, formats })
  if (made.copy.problems.length > 0 || made.hash !== hash || hash !== now.asked.hash) {
    return refuse({ code: 'contentChanged' })
  }
  const kept = await Promise.all(formats.map((format) => fileOf(made.copy, format)))
  const ids = [id, hash, ...kept.map((file) => file.hash)]
  const event = { event: 'disclosure', operation, group: group.key, subject: about.disclosure } as const
  await office.audit.append({ ...event, by: caller, ids, to })
  // Before it is released: nothing is on record as released that can't be had again.
  for (const file of kept) await office.released.keep({ group: group.key, disclosure: about.disclosure, ...file })
  const files = kept.map(({ format, hash: of, size }) => ({ format, hash: of, size }))
  return send({ kind: 'releaseDisclosure', ...command, hash: made.hash, to, files })
}

/** A file of a released copy: the very bytes that were released, again each time. */
export async function takeDisclosure(
  office: Office,
  caller: Person,
  about: AboutDisclosure,
  { commandId, format }: TakeDisclosure,
): Promise<Answer<DisclosureFile>> {
  const operation = 'disclosure.takeOut'
  const standing = await standingIn(office, caller, about.key, operation)
  if (!standing.ok) return standing
  const { group, roles } = standing.value
  if (!mayDo(operation, 'api', roles)) return refuse({ code: 'notAllowed' })
  const now = (await office.confidential.of(group.key, 'disclosures')).get(about.disclosure)
  if (!now) return refuse({ code: 'disclosureMissing' })
  if (!now.released) return refuse({ code: 'nothingAsked' })
  const file = now.released.files.find((each) => each.format === format)
  const bytes = file && (await office.released.read({ disclosure: about.disclosure, hash: file.hash }))
  if (!file || !bytes || hashOf(Buffer.from(bytes, 'base64')) !== file.hash) return refuse({ code: 'fileNotKept' })
  const event = { event: 'disclosure', operation, group: group.key, subject: about.disclosure } as const
  await office.audit.append({ ...event, by: caller, ids: [commandId, file.hash], to: now.released.to })
  return { ok: true, value: { name: makeDisclosureName(now.reference, format), bytes, hash: file.hash } }
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
