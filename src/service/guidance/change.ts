/**
 * Writing guidance and deciding on it, asked over the API. Each change names what its author saw; a decision is bound to
 * the hash of the words, and made by somebody who wrote none of them (domain/guidancecommand.ts).
 */

import type { ChangeGuidance, DecideGuidanceRequest, Guidance } from '../../contract/guidance.ts'
import type { ServiceRefusal } from '../../contract/refusal.ts'
import { organisationsOfSpoc } from '../../domain/acknowledgement.ts'
import type { Stored } from '../../domain/collection.ts'
import type { Person } from '../../domain/group.ts'
import { contentOf, versionKey, type VersionContent } from '../../domain/guidance.ts'
import type { GuidanceCommand } from '../../domain/guidancecommand.ts'
import type { Answer } from '../api.ts'
import { standingIn, type Standing } from '../group.ts'
import type { Office } from '../office.ts'
import { mayDo, type Operation } from '../policy.ts'
import { hashOf } from '../ids.ts'
import { answerGuidance } from './guidance.ts'

interface About {
  readonly key: string
  readonly guidance: string
}

export async function changeGuidance(
  office: Office,
  caller: Person,
  about: About,
  request: ChangeGuidance,
): Promise<Answer<Guidance>> {
  const operation = OPERATIONS[request.kind]
  const standing = await standingIn(office, caller, about.key, operation)
  if (!standing.ok) return standing
  const wrong = whyNotChange(request, operation, caller, standing.value, office.clock.today())
  if (wrong) return { ok: false, error: wrong }
  const { group, appointments } = standing.value
  const versions = await versionsOf(office, about)
  const version = versions.find(({ number }) => number === request.number)
  if ('seen' in request && request.seen !== null && version && hashOf(contentOf(version, 'agreed')) !== request.seen) {
    // Said again, it is answered as the first time, though its own words stand there by now.
    if (request.kind !== 'write' || !isWritten(version, request.draft)) return refuse({ code: 'contentChanged' })
  }
  if (request.kind === 'write' && request.seen === null && !mayBegin(versions, request.number)) {
    if (!version || !isWritten(version, request.draft)) return refuse({ code: 'contentChanged' })
  }
  const command = commandOf(request, about)
  const changed = await office.confidential.change({ by: caller, group, appointments, operation }, 'guidance', command)
  return changed.ok ? answerGuidance(office, caller, standing.value) : changed
}

export async function decideGuidance(
  office: Office,
  caller: Person,
  about: About,
  { commandId, number, part, hash, verdict, reason }: DecideGuidanceRequest,
): Promise<Answer<Guidance>> {
  const operation = 'guidance.decide'
  const standing = await standingIn(office, caller, about.key, operation)
  if (!standing.ok) return standing
  const { group, appointments, roles } = standing.value
  if (!mayDo(operation, 'api', roles)) return refuse({ code: 'notApprover' })
  const version = (await versionsOf(office, about)).find((each) => each.number === number)
  if (!version) return refuse({ code: 'guidanceMissing' })
  // The rule compares the words themselves, in the moment of writing.
  const content = contentOf(version, part)
  const command: GuidanceCommand = {
    kind: 'decideGuidance',
    id: commandId,
    key: versionKey(about.guidance, number),
    part,
    verdict,
    reason,
    content: hashOf(content) === hash ? content : '',
  }
  const changed = await office.confidential.change({ by: caller, group, appointments, operation }, 'guidance', command)
  return changed.ok ? answerGuidance(office, caller, standing.value) : changed
}

const OPERATIONS = {
  write: 'guidance.draft',
  submit: 'guidance.draft',
  takeBack: 'guidance.draft',
  recordBody: 'guidance.draft',
  askInterim: 'guidance.draft',
  withdraw: 'guidance.withdraw',
  feedback: 'guidance.consult',
} as const satisfies Record<ChangeGuidance['kind'], Operation>

function whyNotChange(
  request: ChangeGuidance,
  operation: (typeof OPERATIONS)[ChangeGuidance['kind']],
  caller: Person,
  { roles, appointments }: Standing,
  today: string,
): ServiceRefusal | null {
  if (!mayDo(operation, 'api', roles)) return { code: 'notAllowed' }
  if (request.kind !== 'feedback') return null
  const { organisation, body } = request
  const isDrafting = mayDo('guidance.draft', 'api', roles)
  if (organisation === null) {
    if (!isDrafting) return { code: 'notSpoc', field: 'body' }
    return body === '' ? { code: 'requestInvalid', field: 'body' } : null
  }
  const isOwn = organisationsOfSpoc(caller, appointments, today).includes(organisation)
  return isOwn || isDrafting ? null : { code: 'notSpoc', field: 'organisation' }
}

function commandOf(request: ChangeGuidance, { key: group, guidance }: About): GuidanceCommand {
  const { commandId: id, number } = request
  const about = { id, key: versionKey(guidance, number) }
  switch (request.kind) {
    case 'write':
      return { kind: 'writeGuidance', ...about, group, guidance, number, draft: request.draft }
    case 'submit':
      return { kind: 'submitGuidance', ...about, bodies: request.bodies }
    case 'takeBack':
      return { kind: 'takeBackGuidance', ...about }
    case 'recordBody': {
      const { body, verdict, day, evidence } = request
      return { kind: 'recordBody', ...about, body, verdict, day, evidence }
    }
    case 'askInterim':
      return { kind: 'askInterim', ...about, words: { text: request.text, textWelsh: request.textWelsh } }
    case 'withdraw':
      return { kind: 'withdrawGuidance', ...about, reason: request.reason }
    case 'feedback': {
      const { organisation, body, words } = request
      return { kind: 'giveFeedback', ...about, organisation, body, words }
    }
  }
}

/** Numbers follow one another, and one version is in the making at a time. */
function mayBegin(versions: readonly VersionContent[], number: number): boolean {
  const isOpen = versions.some(({ state }) => state === 'draft' || state === 'submitted')
  return !isOpen && number === versions.length + 1
}

function isWritten(version: VersionContent, draft: Extract<ChangeGuidance, { kind: 'write' }>['draft']): boolean {
  return contentOf({ ...version, ...draft }, 'agreed') === contentOf(version, 'agreed')
}

async function versionsOf(office: Office, { key, guidance }: About): Promise<readonly (VersionContent & Stored)[]> {
  const all = await office.confidential.of(key, 'guidance')
  return [...all.values()].filter((each) => each.guidance === guidance)
}

function refuse(error: ServiceRefusal): { readonly ok: false; readonly error: ServiceRefusal } {
  return { ok: false, error }
}
