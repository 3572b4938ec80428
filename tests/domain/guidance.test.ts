import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  acknowledgementKey,
  acknowledgementsWanted,
  decideAcknowledgement,
  type AcknowledgementContent,
} from '../../src/domain/acknowledgement.ts'
import { isSamePerson, type Appointment } from '../../src/domain/appointment.ts'
import type { ConfidentialContext } from '../../src/domain/confidential.ts'
import type { Person, Role } from '../../src/domain/group.ts'
import { contentOf, positionOn, standingOf, type PositionPart, type VersionContent } from '../../src/domain/guidance.ts'
import { decideGuidance, type GuidanceCommand, type GuidanceRefusalCode } from '../../src/domain/guidancecommand.ts'

const person = (name: string): Person => ({ tenantId: 'tenant', objectId: name, name })
const [SECRETARY, CHAIR, DEPUTY, OWNER] = ['secretary', 'chair', 'deputy', 'owner'].map(person) as [
  Person,
  Person,
  Person,
  Person,
]
const TODAY = '2026-03-10'

function post(key: string, role: Role, holder: Person | null, more: Partial<Appointment> = {}): Appointment {
  const organisation = more.organisation ?? 'rocu'
  return { key, group: 'ocag', post: key, organisation, role, holder, deputy: null, from: null, to: null, ...more }
}
const APPOINTMENTS = [
  post('chair', 'chair', CHAIR, { deputy: DEPUTY }),
  post('owner', 'assetOwner', OWNER),
  post('spoc-a', 'spoc', person('a'), { organisation: 'a' }),
  post('spoc-b', 'spoc', null, { organisation: 'b', deputy: person('b') }),
]

function context(actor: Person, today = TODAY): ConfidentialContext {
  return { actor, today, at: `${today}T09:00:00Z`, appointments: APPOINTMENTS }
}

const DRAFT = {
  title: 'Red lines',
  titleWelsh: '',
  text: 'Step back.',
  textWelsh: '',
  validFrom: null,
  approver: 'chair',
}
type Asked = GuidanceCommand extends infer Each
  ? Each extends GuidanceCommand
    ? Omit<Each, 'id' | 'key'>
    : never
  : never
const command = (asked: Asked, number = 1): GuidanceCommand => ({ id: 'command', key: `g.${number}`, ...asked })

function decide(now: VersionContent | null, actor: Person, asked: Asked, today = TODAY): VersionContent {
  const decided = decideGuidance(command(asked), now, context(actor, today))
  if (!decided.ok) throw new Error(decided.error.code)
  return decided.value
}
function refusalOf(now: VersionContent | null, actor: Person, asked: Asked): GuidanceRefusalCode | null {
  const decided = decideGuidance(command(asked), now, context(actor))
  return decided.ok ? null : decided.error.code
}
const write = (draft = DRAFT, number = 1): Asked => ({
  kind: 'writeGuidance',
  group: 'ocag',
  guidance: 'g',
  number,
  draft,
})
const verdict = (
  now: VersionContent,
  part: PositionPart = 'agreed',
  more: { verdict?: 'approved' | 'refused'; reason?: string } = {},
): Asked => ({ kind: 'decideGuidance', part, verdict: 'approved', reason: '', content: contentOf(now, part), ...more })

const aDraft = (more: Partial<VersionContent> = {}): VersionContent => ({
  ...decide(null, SECRETARY, write()),
  ...more,
})
const submitted = (bodies: string[] = [], by = SECRETARY): VersionContent =>
  decide(aDraft(), by, { kind: 'submitGuidance', bodies })
const agreed = (number = 1, more: Partial<VersionContent> = {}): VersionContent => ({
  ...submitted(),
  number,
  state: 'agreed',
  agreed: { by: CHAIR, on: TODAY },
  ...more,
})

test('the holder of its post agrees what others wrote, and so does their deputy', () => {
  const now = submitted()
  for (const approver of [CHAIR, DEPUTY]) {
    expect(decide(now, approver, verdict(now))).toMatchObject({ state: 'agreed', agreed: { by: approver, on: TODAY } })
  }
  expect(refusalOf(now, OWNER, verdict(now))).toBe('notApprover')
})

test('nobody agrees what they wrote or submitted, though they hold the post', () => {
  const written = { ...submitted(), writers: [SECRETARY, CHAIR] }
  expect(refusalOf(written, CHAIR, verdict(written))).toBe('askedYourself')
  const sent = submitted([], CHAIR)
  expect(refusalOf(sent, CHAIR, verdict(sent))).toBe('askedYourself')
  expect(refusalOf(sent, DEPUTY, verdict(sent))).toBeNull()
})

test('what nobody would be left to agree isn’t submitted', () => {
  const now = aDraft({ approver: 'owner', writers: [OWNER] })
  expect(refusalOf(now, SECRETARY, { kind: 'submitGuidance', bodies: [] })).toBe('askedYourself')
})

test('it is agreed as it was read, or not at all', () => {
  const now = submitted()
  expect(refusalOf({ ...now, text: 'Step in.' }, CHAIR, verdict(now))).toBe('contentChanged')
})

test('it is agreed when every body that it went to has, and sent back with a reason before', () => {
  const now = submitted(['Prosecutors', 'Ministry'])
  const answer = (body: string, said: 'agreed' | 'refused'): Asked => ({
    kind: 'recordBody',
    body,
    verdict: said,
    day: TODAY,
    evidence: 'Letter.',
  })
  expect(refusalOf(now, CHAIR, verdict(now))).toBe('bodiesAwaited')
  const one = decide(decide(now, SECRETARY, answer('Prosecutors', 'agreed')), SECRETARY, answer('Ministry', 'refused'))
  expect(refusalOf(one, CHAIR, verdict(one))).toBe('bodiesAwaited')
  const both = decide(one, SECRETARY, answer('Ministry', 'agreed'))
  expect(decide(both, CHAIR, verdict(both)).state).toBe('agreed')
  expect(refusalOf(now, CHAIR, verdict(now, 'agreed', { verdict: 'refused' }))).toBe('reasonNeeded')
  const back = decide(now, CHAIR, verdict(now, 'agreed', { verdict: 'refused', reason: 'Too long.' }))
  expect(back).toMatchObject({ state: 'draft', submitted: null, refusals: [{ reason: 'Too long.', by: CHAIR }] })
  expect(refusalOf(now, SECRETARY, answer('Somebody', 'agreed'))).toBe('bodyUnknown')
  expect(refusalOf(now, SECRETARY, { ...answer('Ministry', 'agreed'), evidence: ' ' } as Asked)).toBe('reasonNeeded')
})

test('an interim position holds once the approver lets it, until its version is agreed', () => {
  const asked = decide(submitted(), SECRETARY, { kind: 'askInterim', words: { text: 'Do not engage.', textWelsh: '' } })
  expect(positionOn([asked], TODAY)).toBeNull()
  expect(refusalOf(asked, OWNER, verdict(asked, 'interim'))).toBe('notApprover')
  const holds = decide(asked, CHAIR, verdict(asked, 'interim'))
  expect(positionOn([holds], TODAY)).toMatchObject({ part: 'interim', from: TODAY })
  const done = decide(holds, CHAIR, verdict(holds))
  expect(positionOn([done], TODAY)).toMatchObject({ part: 'agreed' })
})

test('an agreed version holds from its day on, and what held before is superseded then', () => {
  const versions = [agreed(1), agreed(2, { validFrom: '2026-04-01' })]
  const [first, second] = versions as [VersionContent, VersionContent]
  expect(standingOf(first, versions, '2026-03-31')).toBe('inForce')
  expect(standingOf(second, versions, '2026-03-31')).toBe('toCome')
  expect(standingOf(first, versions, '2026-04-01')).toBe('superseded')
  expect(positionOn(versions, '2026-04-01')?.version.number).toBe(2)
})

test('a day before it was agreed makes it hold no earlier', () => {
  const version = agreed(1, { validFrom: '2026-01-01' })
  expect(positionOn([version], '2026-03-09')).toBeNull()
  expect(positionOn([version], TODAY)?.from).toBe(TODAY)
})

test('what was withdrawn leaves nothing of what it superseded, but an interim position', () => {
  const gone = decide(agreed(2), CHAIR, { kind: 'withdrawGuidance', reason: 'It made things worse.' })
  expect(positionOn([agreed(1), gone], TODAY)).toBeNull()
  const next = { ...aDraft({ number: 3 }), interim: { by: CHAIR, on: TODAY, text: 'Do not engage.', textWelsh: '' } }
  expect(positionOn([agreed(1), gone, next], TODAY)).toMatchObject({ part: 'interim', version: { number: 3 } })
  expect(refusalOf(agreed(2), SECRETARY, { kind: 'withdrawGuidance', reason: 'Mistake.' })).toBe('notApprover')
  expect(refusalOf(agreed(2), CHAIR, { kind: 'withdrawGuidance', reason: '' })).toBe('reasonNeeded')
})

test('a submitted version is changed only when it was taken back, and its bodies are asked again', () => {
  const now = submitted(['Ministry'])
  expect(refusalOf(now, SECRETARY, write())).toBe('contentChanged')
  expect(decide(now, SECRETARY, { kind: 'takeBackGuidance' })).toMatchObject({ state: 'draft', submitted: null })
})

function acknowledged(organisation: string, hash: string, more: Partial<AcknowledgementContent> = {}) {
  const about = { guidance: 'g', number: 1, part: 'agreed' as const, organisation, ...more }
  return { group: 'ocag', ...about, hash, by: person(organisation), on: TODAY, at: '' }
}
const wanted = (versions: VersionContent[], acknowledgements: AcknowledgementContent[]): string[] =>
  acknowledgementsWanted({
    versions,
    acknowledgements,
    appointments: APPOINTMENTS,
    today: TODAY,
    hash: (content) => content,
  }).map(({ organisation, number, part }) => `${organisation} ${number} ${part}`)

test('every organisation with a SPOC is asked for what holds, once for the same words', () => {
  expect(wanted([agreed()], [])).toEqual(['a 1 agreed', 'b 1 agreed'])
  const done = acknowledged('a', contentOf(agreed(), 'agreed'))
  expect(wanted([agreed()], [done])).toEqual(['b 1 agreed'])
  expect(wanted([agreed(), agreed(2)], [done])).toEqual(['a 2 agreed', 'b 2 agreed'])
  expect(wanted([submitted()], [])).toEqual([])
})

test('another interim position of the same version asks again', () => {
  const interim = (text: string): VersionContent => ({
    ...aDraft(),
    interim: { by: CHAIR, on: TODAY, text, textWelsh: '' },
  })
  const done = acknowledged('a', contentOf(interim('Do not engage.'), 'interim'), { part: 'interim' })
  expect(wanted([interim('Do not engage.')], [done])).toEqual(['b 1 interim'])
  expect(wanted([interim('Call us first.')], [done])).toEqual(['a 1 interim', 'b 1 interim'])
})

test('an organisation’s own SPOC, or their deputy, says that it has understood', () => {
  const about = { guidance: 'g', number: 1, part: 'agreed', organisation: 'b' } as const
  const said = {
    kind: 'acknowledge',
    id: 'c',
    key: acknowledgementKey(about),
    group: 'ocag',
    ...about,
    hash: 'h',
  } as const
  expect(decideAcknowledgement(said, null, context(person('b')))).toMatchObject({ ok: true, value: { hash: 'h' } })
  expect(decideAcknowledgement(said, null, context(person('a')))).toMatchObject({ error: { code: 'notSpoc' } })
})

test('whatever is done in whatever order, nothing binds anybody that one person alone brought about', () => {
  const people = [SECRETARY, CHAIR, DEPUTY, OWNER]
  const step = fc.record({
    by: fc.nat(3),
    what: fc.constantFrom('write', 'submit', 'takeBack', 'interim', 'agree', 'agreeInterim', 'refuse'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let now: VersionContent | null = null
      for (const { by, what } of steps) {
        const actor = people[by] as Person
        const asked: Asked | null =
          what === 'write' || now === null
            ? write()
            : what === 'submit'
              ? { kind: 'submitGuidance', bodies: [] }
              : what === 'takeBack'
                ? { kind: 'takeBackGuidance' }
                : what === 'interim'
                  ? { kind: 'askInterim', words: { text: `Wait for ${actor.name}.`, textWelsh: '' } }
                  : verdict(now, what === 'agreeInterim' ? 'interim' : 'agreed', {
                      verdict: what === 'refuse' ? 'refused' : 'approved',
                      reason: 'No.',
                    })
        const decided = decideGuidance(command(asked), now, context(actor))
        if (!decided.ok) continue
        const before: VersionContent | null = now
        now = decided.value
        if (now.agreed) {
          expect(
            [...now.writers, now.submitted?.by ?? null].some((each) => isSamePerson(each, now?.agreed?.by ?? null)),
          ).toBe(false)
        }
        if (now.interim && now.interim !== before?.interim) {
          expect(isSamePerson(before?.interimAsked?.by ?? null, now.interim.by)).toBe(false)
        }
      }
    }),
    { numRuns: 300 },
  )
})
