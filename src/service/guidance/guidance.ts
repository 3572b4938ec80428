/**
 * A group's guidance as its people see it: what holds today, every version, who hasn't acknowledged it, and what the
 * reader may do about it. Every look stands in the audit before it is answered.
 */

import type { Guidance, GuidanceTold, VersionTold } from '../../contract/guidance.ts'
import {
  acknowledgementKey,
  organisationsAsked,
  organisationsOfSpoc,
  type AcknowledgementContent,
} from '../../domain/acknowledgement.ts'
import { isInForce, isSamePerson } from '../../domain/appointment.ts'
import type { Stored } from '../../domain/collection.ts'
import type { Person } from '../../domain/group.ts'
import {
  approversOfVersion,
  askedOfVersion,
  contentOf,
  contentOfPosition,
  GUIDANCE_APPROVERS,
  holdsFrom,
  positionOn,
  standingOf,
  whyNotAgree,
  type VersionContent,
} from '../../domain/guidance.ts'
import type { Answer } from '../api.ts'
import { standingIn, type Standing } from '../group.ts'
import { hashOf } from '../ids.ts'
import type { Office } from '../office.ts'
import { mayDo } from '../policy.ts'

export async function guidance(
  office: Office,
  caller: Person,
  { key }: { readonly key: string },
): Promise<Answer<Guidance>> {
  const standing = await standingIn(office, caller, key, 'guidance.read')
  return standing.ok ? answerGuidance(office, caller, standing.value) : standing
}

/** All of it, as it stands now; logged first. */
export async function answerGuidance(office: Office, caller: Person, standing: Standing): Promise<Answer<Guidance>> {
  const { group } = standing
  await office.consulted(caller, { operation: 'guidance.read', group: group.key, subject: null })
  const [versions, acknowledgements, snapshot] = await Promise.all([
    office.confidential.of(group.key, 'guidance'),
    office.confidential.of(group.key, 'acknowledgements'),
    office.registers.snapshot(group),
  ])
  const today = office.clock.today()
  const { appointments, roles } = standing
  const about = { caller, standing, today, acknowledgements }
  const own = organisationsOfSpoc(caller, appointments, today)
  return {
    ok: true,
    value: {
      group: {
        name: group.name,
        ...(group.nameWelsh === undefined ? {} : { nameWelsh: group.nameWelsh }),
        marking: group.marking,
      },
      guidance: [...byGuidance(versions.values())].map(([key, of]) => tellOne(key, of, about)),
      organisations: organisationsAsked(appointments, today).map((key) => {
        const { name, shortName } = snapshot.organisations.get(key) ?? { name: key, shortName: key }
        return { key, name, shortName }
      }),
      approvers: appointments
        .filter((each) => GUIDANCE_APPROVERS.includes(each.role) && isInForce(each, today))
        .map(({ post, holder, deputy }) => ({
          post,
          title: snapshot.posts.get(post)?.title ?? post,
          holder: (holder ?? deputy)?.name ?? null,
        })),
      mayDraft: mayDo('guidance.draft', 'api', roles),
      feedbackFor: mayDo('guidance.consult', 'api', roles) ? [...own] : [],
    },
  }
}

/** Newest guidance first, and in each the newest version. */
function byGuidance<Version extends VersionContent & Stored>(
  versions: Iterable<Version>,
): ReadonlyMap<string, readonly Version[]> {
  const sorted = [...versions].toSorted((a, b) => b.number - a.number || (a.createdAt < b.createdAt ? 1 : -1))
  return Map.groupBy(sorted, ({ guidance }) => guidance)
}

interface About {
  readonly caller: Person
  readonly standing: Standing
  readonly today: string
  readonly acknowledgements: ReadonlyMap<string, AcknowledgementContent>
}

function tellOne(key: string, versions: readonly VersionContent[], about: About): GuidanceTold {
  const { caller, standing, today, acknowledgements } = about
  const position = positionOn(versions, today)
  const told = position && {
    number: position.version.number,
    part: position.part,
    from: position.from,
    hash: hashOf(contentOfPosition(position)),
  }
  const hasAcknowledged = (organisation: string): boolean =>
    told !== null &&
    acknowledgements.get(acknowledgementKey({ guidance: key, organisation, ...told }))?.hash === told.hash
  return {
    key,
    position: told,
    versions: versions.map((version) => tellVersion(version, versions, about)),
    acknowledged: [...acknowledgements.values()]
      .filter((each) => each.guidance === key)
      .flatMap(({ organisation, number, part, by, on, hash }) => {
        const version = versions.find((each) => each.number === number)
        if (!version) return []
        const isOfThese = hash === hashOf(contentOfPosition({ version, part, from: on }))
        return [{ organisation, number, part, by, on, isOfThese }]
      }),
    asksYou: told
      ? organisationsOfSpoc(caller, standing.appointments, today).filter((each) => !hasAcknowledged(each))
      : [],
  }
}

function tellVersion(
  version: VersionContent,
  versions: readonly VersionContent[],
  { caller, standing: { appointments, roles }, today }: About,
): VersionTold {
  const { number, title, titleWelsh, text, textWelsh, validFrom, approver } = version
  const isApprover = approversOfVersion(version, appointments, today).some(
    ({ holder, deputy }) => isSamePerson(holder, caller) || isSamePerson(deputy, caller),
  )
  const isBinding = version.agreed !== null || version.interim !== null
  return {
    number,
    title,
    titleWelsh,
    text,
    textWelsh,
    validFrom,
    approver,
    hash: hashOf(contentOf(version, 'agreed')),
    standing: standingOf(version, versions, today),
    holdsFrom: holdsFrom(version),
    writers: [...version.writers],
    submitted: version.submitted && { ...version.submitted, bodies: [...version.submitted.bodies] },
    answers: [...version.answers],
    interimAsked: version.interimAsked,
    interim: version.interim,
    feedback: [...version.feedback],
    agreed: version.agreed,
    refusals: [...version.refusals],
    withdrawn: version.withdrawn,
    asked: askedOfVersion(version).map((part) => {
      const why = whyNotAgree(version, part, caller, { appointments, today })
      return { part, hash: hashOf(contentOf(version, part)), whyNot: why === 'nothingAsked' ? null : why }
    }),
    mayWithdraw:
      version.state !== 'withdrawn' &&
      (isBinding ? isApprover : isApprover || mayDo('guidance.draft', 'api', roles)) &&
      mayDo('guidance.withdraw', 'api', roles),
  }
}
