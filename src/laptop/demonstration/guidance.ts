/**
 * What the strategic group goes by: guidance for control rooms in its second version, and red lines that are submitted to
 * bodies outside while an interim position holds. Told through the rules themselves, each step by who takes it. Fictional.
 */

import { acknowledgementKey } from '../../domain/acknowledgement.ts'
import type { Appointment } from '../../domain/appointment.ts'
import type { ConfidentialContext } from '../../domain/confidential.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { contentOf, contentOfPosition, positionOn, versionKey, type VersionContent } from '../../domain/guidance.ts'
import type { GuidanceCommand } from '../../domain/guidancecommand.ts'
import type { PersonKey } from '../../local/tenant.ts'
import { hashOf } from '../../service/ids.ts'
import type { GraphClient } from '../../sharepoint/client.ts'
import { openConfidential } from '../../sharepoint/control/confidential.ts'
import { acknowledgementKind, guidanceKind } from '../../sharepoint/control/guidancerows.ts'
import { person } from './groups.ts'

const CALLS = 'demo-guidance-calls'
const RED_LINES = 'demo-guidance-redlines'
const PROSECUTORS = 'Regional prosecution service'
const NATIONAL_LEAD = 'National lead for online abuse'

/** Who says for each organisation that it has read something. */
const SPOCS = {
  'north-mercia': 'spoc-north',
  'severn-vale': 'spoc-vale',
  marches: 'spoc-marches',
  severnside: 'spoc-coast',
  'taff-vale': 'spoc-welsh',
  'wms-rocu': 'coordinator',
} as const satisfies Record<string, PersonKey>

type Asked<Command> = Command extends GuidanceCommand ? Omit<Command, 'id' | 'key'> : never
type Step = { readonly ago: number; readonly by: PersonKey } & Asked<GuidanceCommand>

export async function tellGuidance(
  place: { readonly client: GraphClient; readonly siteId: string },
  group: string,
  appointments: readonly Appointment[],
  today: Day,
): Promise<void> {
  const versions = openConfidential({ ...place, kind: guidanceKind })
  const acknowledgements = openConfidential({ ...place, kind: acknowledgementKind })
  const contextOf = (by: PersonKey, ago: number): ConfidentialContext => {
    const day = addDays(today, -ago)
    return { actor: person(by), today: day, at: `${day}T10:00:00Z`, appointments }
  }
  /** What was told before is there already; what is told now stands on it. */
  const before = async (): Promise<void> => {}

  async function tell(guidance: string, number: number, steps: readonly (Step | 'agree' | 'letHold')[]) {
    let now: VersionContent | null = null
    let ago = 0
    for (const [index, step] of steps.entries()) {
      const part: 'agreed' | 'interim' = step === 'letHold' ? 'interim' : 'agreed'
      const said: Step =
        typeof step === 'object'
          ? step
          : {
              ago: ago - 2,
              by: 'chair',
              kind: 'decideGuidance',
              part,
              verdict: 'approved',
              reason: '',
              content: now ? contentOf(now, part) : '',
            }
      const { by, ...asked } = said
      ago = asked.ago
      const command = { ...asked, id: `${guidance}-${number}-${index}`, key: versionKey(guidance, number) }
      const changed = await versions.change(group, command, { ...contextOf(by, ago), before })
      if (changed.state !== 'saved') throw new Error(`The demonstration's ${command.id}: ${JSON.stringify(changed)}`)
      now = changed.content
    }
  }

  /** All but some, a few days after it came to hold. */
  async function acknowledge(guidance: string, ago: number, without: readonly (keyof typeof SPOCS)[]) {
    const own = [...(await versions.of(group)).values()].filter((each) => each.guidance === guidance)
    const position = positionOn(own, addDays(today, -ago))
    if (!position) throw new Error(`The demonstration's ${guidance} holds nowhere ${ago} days ago.`)
    const { number } = position.version
    for (const [index, [organisation, by]] of Object.entries(SPOCS).entries()) {
      if (without.some((each) => each === organisation)) continue
      const about = { guidance, number, part: position.part, organisation }
      const key = acknowledgementKey(about)
      const hash = hashOf(contentOfPosition(position))
      const command = { kind: 'acknowledge', id: key, key, group, ...about, hash } as const
      const changed = await acknowledgements.change(group, command, { ...contextOf(by, ago - 1 - index), before })
      if (changed.state !== 'saved') throw new Error(`The demonstration's ${key}: ${JSON.stringify(changed)}`)
    }
  }

  const write = (ago: number, guidance: string, number: number, draft: Words): Step => {
    const content = { titleWelsh: '', textWelsh: '', validFrom: null, approver: 'chair', ...draft }
    return { ago, by: 'coordinator', kind: 'writeGuidance', group, guidance, number, draft: content }
  }
  const submit = (ago: number, bodies: readonly string[]): Step => ({
    ago,
    by: 'coordinator',
    kind: 'submitGuidance',
    bodies,
  })
  const feedback = (ago: number, by: PersonKey, organisation: string | null, body: string, words: string): Step => ({
    ago,
    by,
    kind: 'giveFeedback',
    organisation,
    body,
    words,
  })

  await tell(CALLS, 1, [write(412, CALLS, 1, CALLS_FIRST), submit(410, []), 'agree'])
  await acknowledge(CALLS, 400, ['marches'])
  await tell(CALLS, 2, [
    write(80, CALLS, 2, CALLS_SECOND),
    feedback(76, 'spoc-north', 'north-mercia', '', 'Say who is called at night: the intelligence desk closes at ten.'),
    feedback(
      75,
      'coordinator',
      null,
      'Control rooms of the region',
      'Short enough to be read during a call. Keep it so.',
    ),
    submit(70, [PROSECUTORS]),
    {
      ago: 64,
      by: 'coordinator',
      kind: 'recordBody',
      body: PROSECUTORS,
      verdict: 'agreed',
      day: addDays(today, -66),
      evidence: 'Their letter to the secretary, reference RPS 114.',
    },
    'agree',
  ])
  await acknowledge(CALLS, 60, ['severnside'])
  await tell(RED_LINES, 1, [
    write(48, RED_LINES, 1, RED_LINES_FIRST),
    submit(44, [PROSECUTORS, NATIONAL_LEAD]),
    { ago: 42, by: 'coordinator', kind: 'askInterim', words: RED_LINES_INTERIM },
    'letHold',
    feedback(
      33,
      'spoc-welsh',
      'taff-vale',
      '',
      'Mae angen y fersiwn Gymraeg cyn ei rannu. / A Welsh version is needed first.',
    ),
    {
      ago: 30,
      by: 'coordinator',
      kind: 'recordBody',
      body: PROSECUTORS,
      verdict: 'agreed',
      day: addDays(today, -31),
      evidence: 'Minutes of their policy board, item 6.',
    },
  ])
  await acknowledge(RED_LINES, 38, ['severnside'])
}

interface Words {
  readonly title: string
  readonly titleWelsh?: string
  readonly text: string
  readonly textWelsh?: string
}

const paragraphs = (...all: readonly string[]): string => all.join('\n\n')

const CALLS_FIRST: Words = {
  title: 'When an activist group calls',
  titleWelsh: 'Pan fydd grŵp actifyddion yn galw',
  text: paragraphs(
    'Ask for the place, and whether anybody is at risk now. Send whoever is nearest.',
    'Tell the group to stop and to leave. Say so on the log.',
  ),
}

const CALLS_SECOND: Words = {
  title: 'When an activist group calls',
  titleWelsh: 'Pan fydd grŵp actifyddion yn galw',
  text: paragraphs(
    'Treat the call as a report of a person at risk. Ask for the place, who is there, whether it is being streamed, and whether children live there. Send whoever is nearest.',
    'Don’t thank the group, and don’t ask it to wait, hold or question anybody. Say once that it should stop its activity and leave.',
    'What the group hands over is taken as it is and logged. Nobody asks for more of it.',
    'Call the intelligence desk, after ten at night the duty superintendent, before anybody speaks to the press. Notify the region of the incident within a day.',
  ),
  textWelsh: paragraphs(
    'Dylid trin yr alwad fel adroddiad bod rhywun mewn perygl. Gofynnwch am y lle, pwy sydd yno, a yw’n cael ei ffrydio, ac a oes plant yn byw yno. Anfonwch bwy bynnag sydd agosaf.',
    'Peidiwch â diolch i’r grŵp, na gofyn iddo aros, na dal na holi neb. Dywedwch unwaith y dylai roi’r gorau i’w weithgarwch a gadael.',
    'Cymerir yr hyn y mae’r grŵp yn ei roi fel y mae, a’i gofnodi. Nid oes neb yn gofyn am ragor.',
    'Ffoniwch y ddesg gudd-wybodaeth, neu’r uwch-arolygydd ar ddyletswydd ar ôl deg y nos, cyn i neb siarad â’r wasg. Rhowch wybod i’r rhanbarth am y digwyddiad o fewn diwrnod.',
  ),
}

const RED_LINES_FIRST: Words = {
  title: 'Red lines for meetings with activist groups',
  titleWelsh: 'Llinellau coch ar gyfer cyfarfod â grwpiau actifyddion',
  text: paragraphs(
    'Nobody meets a group’s members without the agreement of an assistant chief constable, and never alone.',
    'No information about an investigation, a person or an address is given to a group, nor is one confirmed.',
    'Nobody appears in a stream or a picture of a group. Where one is running, ask once that it end, and log it.',
    'What is said in a meeting is minuted the same day, and the minute is sent to the region.',
  ),
}

const RED_LINES_INTERIM = {
  text: paragraphs(
    'Do not engage with the groups. State only that they should stop their activity.',
    'Any request for a meeting is passed to the region, and nobody answers it locally.',
  ),
  textWelsh: paragraphs(
    'Peidiwch ag ymwneud â’r grwpiau. Dywedwch yn unig y dylent roi’r gorau i’w gweithgarwch.',
    'Anfonir pob cais am gyfarfod at y rhanbarth, ac nid oes neb yn ei ateb yn lleol.',
  ),
}
