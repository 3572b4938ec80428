/**
 * An outside body decided something that waits here: the coordinator records whose decision it is, when it was made and
 * what shows it. It takes effect as the chair's would; nobody records one on what they asked for themselves, nor on what
 * has lapsed.
 */

import type { Decided } from '../../contract/approvals.ts'
import type { OutsideDecision } from '../../contract/meetings.ts'
import { isSamePerson } from '../../domain/appointment.ts'
import { lapsesOn, type ApprovalSettings } from '../../domain/approval.ts'
import type { Day } from '../../domain/day.ts'
import type { Person } from '../../domain/group.ts'
import type { Answer } from '../api.ts'
import { carryOnDecision, settle } from '../approvals/decide.ts'
import { readMatter, type Matter } from '../approvals/matter.ts'
import { standingIn } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'

export async function recordOutside(
  office: Office,
  caller: Person,
  about: { readonly key: string; readonly subject: string },
  { commandId, hash, verdict, body, day, evidence }: OutsideDecision,
): Promise<Answer<Decided>> {
  const standing = await standingIn(office, caller, about.key)
  if (!standing.ok) return standing
  const { group, roles } = standing.value
  if (!mayDo('outside.record', 'api', roles)) return { ok: false, error: { code: 'notCoordinator' } }
  if (day > office.clock.today()) return { ok: false, error: { code: 'requestInvalid', field: 'day' } }
  const before = await office.decisions.ofCommand(commandId)
  if (before) return carryOnDecision(office, group, before)
  const { matter } = await readMatter(office, group, about.subject)
  if (!matter) return { ok: false, error: { code: 'nothingAsked' } }
  const settings = (await (await office.records()).settings(group.key)).value
  const why = whyNotRecord(matter, caller, { settings, today: office.clock.today() })
  if (why) return { ok: false, error: { code: why } }
  if (matter.hash !== hash) return { ok: false, error: { code: 'contentChanged' } }
  return settle(office, group, matter, { by: caller, commandId, verdict, reason: `${body}, ${day}: ${evidence}` })
}

/** Why a coordinator may not record it on this, or null: they may. */
export function whyNotRecord(
  { asked, askedBy }: Matter,
  caller: Person,
  { settings, today }: { readonly settings: ApprovalSettings; readonly today: Day },
): 'askedYourself' | 'hasLapsed' | null {
  if (isSamePerson(askedBy, caller)) return 'askedYourself'
  return today > lapsesOn(asked, settings) ? 'hasLapsed' : null
}
