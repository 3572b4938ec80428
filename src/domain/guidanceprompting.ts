/** What guidance asks of people: its approver to decide, each organisation's SPOC to acknowledge what holds. */

import { acknowledgementsWanted, type AcknowledgementContent } from './acknowledgement.ts'
import {
  askedOf,
  type ControlAsk,
  type ControlMatter,
  type ControlPresent,
  type ControlStanding,
} from './controlprompting.ts'
import {
  askedOfVersion,
  bodiesAwaited,
  contentOf,
  positionOn,
  whyNotAgree,
  type PositionPart,
  type VersionContent,
} from './guidance.ts'

export interface GuidanceRows {
  readonly versions: readonly VersionContent[]
  readonly acknowledgements: readonly AcknowledgementContent[]
}

export function guidanceMatters(
  { versions, acknowledgements }: GuidanceRows,
  present: ControlPresent,
): readonly ControlMatter[] {
  const { today, appointments, hash } = present
  const wanted = acknowledgementsWanted({ versions, acknowledgements, appointments, today, hash })
  return [...Map.groupBy(versions, ({ guidance }) => guidance)].map(([guidance, own]): ControlMatter => {
    const reading = wanted.filter((each) => each.guidance === guidance)
    const newest = own.toSorted((a, b) => b.number - a.number)
    const position = positionOn(own, today)
    const named = position?.version ?? newest[0]
    const decided = newest.find(({ agreed, refusals }) => agreed !== null || refusals.length > 0)
    return {
      subject: `guidance-${guidance}`,
      title: named?.title ?? '',
      titleWelsh: named?.titleWelsh ?? '',
      due: null,
      asks: [
        ...own.flatMap((version) => askedOfVersion(version).flatMap((part) => decidingOf(version, part, present))),
        ...reading.map(({ number, part, organisation, hash: words, since }): ControlAsk => ({
          kind: 'guidanceToRead',
          to: askedOf({ role: 'spoc', organisation }, present),
          // The same words ask once: who holds the post of two organisations is asked for both.
          occurrence: [number, part, organisation, words].join('.'),
          since,
          isReminded: true,
        })),
      ],
      stands: {
        ...(decided ? { guidanceWanted: standingOfDecision(decided) } : {}),
        ...(position ? { guidanceToRead: 'read' } : {}),
      },
    }
  })
}

/** Asked once every outside body has agreed: before that the approver can't. */
function decidingOf(version: VersionContent, part: PositionPart, present: ControlPresent): readonly ControlAsk[] {
  const since = part === 'agreed' ? version.submitted?.on : version.interimAsked?.on
  if (since === undefined || (part === 'agreed' && bodiesAwaited(version).length > 0)) return []
  return [
    {
      kind: 'guidanceWanted',
      to: askedOf(
        { post: version.approver },
        present,
        (person) => whyNotAgree(version, part, person, present) !== null,
      ),
      occurrence: [version.number, part, present.hash(contentOf(version, part))].join('.'),
      since,
      isReminded: true,
    },
  ]
}

function standingOfDecision({ agreed }: VersionContent): ControlStanding {
  return agreed ? 'agreed' : 'sentBack'
}
