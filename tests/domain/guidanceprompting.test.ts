import { expect, test } from 'vitest'
import { decideAcknowledgement, type AcknowledgementContent } from '../../src/domain/acknowledgement.ts'
import type { Appointment } from '../../src/domain/appointment.ts'
import type { ControlPresent } from '../../src/domain/controlprompting.ts'
import type { Person, Role } from '../../src/domain/group.ts'
import { contentOfPosition, positionOn, type VersionContent } from '../../src/domain/guidance.ts'
import { guidanceMatters } from '../../src/domain/guidanceprompting.ts'

const person = (name: string): Person => ({ tenantId: 't', objectId: name, name })
const post = (key: string, role: Role, holder: string | null, deputy: string | null = null): Appointment => ({
  key,
  group: 'g',
  post: key,
  organisation: key.split('-')[0] ?? '',
  role,
  holder: holder === null ? null : person(holder),
  deputy: deputy === null ? null : person(deputy),
  from: null,
  to: null,
})
const PRESENT: ControlPresent = {
  appointments: [
    post('rocu-coordinator', 'coordinator', 'secretary'),
    post('rocu-chair', 'chair', 'chair', 'deputy'),
    post('north-spoc', 'spoc', 'north'),
    post('vale-spoc', 'spoc', null),
  ],
  today: '2026-03-10',
  isAway: () => false,
  hasLeft: () => false,
  hash: (content) => content,
}

const SUBMITTED: VersionContent = {
  group: 'g',
  guidance: 'red',
  number: 1,
  state: 'submitted',
  title: 'Red lines',
  titleWelsh: 'Llinellau coch',
  text: 'Step back.',
  textWelsh: '',
  validFrom: null,
  approver: 'rocu-chair',
  writers: [person('secretary')],
  submitted: { by: person('secretary'), on: '2026-03-02', bodies: [] },
  answers: [],
  interimAsked: null,
  interim: null,
  feedback: [],
  agreed: null,
  refusals: [],
  withdrawn: null,
}
const AGREED: VersionContent = { ...SUBMITTED, state: 'agreed', agreed: { by: person('chair'), on: '2026-03-09' } }

function matterOf(versions: readonly VersionContent[], acknowledgements: readonly AcknowledgementContent[] = []) {
  const [matter] = guidanceMatters({ versions, acknowledgements }, PRESENT)
  if (!matter) throw new Error('there is none')
  return {
    ...matter,
    asks: matter.asks.map(({ kind, to }) => [kind, ...to.map(({ person: { objectId }, as }) => `${objectId} ${as}`)]),
    occurrences: matter.asks.map(({ occurrence }) => occurrence),
  }
}

test('what was submitted is put to its approver; to whoever stands in, where the approver wrote of it', () => {
  expect(matterOf([SUBMITTED])).toMatchObject({
    subject: 'guidance-red',
    title: 'Red lines',
    titleWelsh: 'Llinellau coch',
    asks: [['guidanceWanted', 'chair holder']],
  })
  expect(matterOf([{ ...SUBMITTED, writers: [person('chair')] }]).asks).toEqual([['guidanceWanted', 'deputy deputy']])
})

test('while an outside body has yet to agree, nobody is asked what they can’t decide', () => {
  const submitted = { by: person('secretary'), on: '2026-03-02', bodies: ['CPS'] }
  expect(matterOf([{ ...SUBMITTED, submitted }]).asks).toEqual([])
  const answers = [
    {
      body: 'CPS',
      verdict: 'agreed',
      day: '2026-03-04',
      evidence: 'Letter',
      by: person('secretary'),
      on: '2026-03-05',
    } as const,
  ]
  expect(matterOf([{ ...SUBMITTED, submitted, answers }]).asks).toHaveLength(1)
})

test('what holds is put to each organisation’s SPOC until it is acknowledged, and again when it changes', () => {
  const all = [
    ['guidanceToRead', 'north holder'],
    ['guidanceToRead', 'secretary coordinator'],
  ]
  expect(matterOf([AGREED])).toMatchObject({ asks: all, stands: { guidanceWanted: 'agreed' } })
  const position = positionOn([AGREED], PRESENT.today)
  const acknowledged = decideAcknowledgement(
    {
      kind: 'acknowledge',
      id: 'c',
      key: 'k',
      group: 'g',
      guidance: 'red',
      number: 1,
      part: 'agreed',
      organisation: 'north',
      hash: position ? contentOfPosition(position) : '',
    },
    null,
    { ...PRESENT, actor: person('north'), at: '2026-03-10T09:00:00Z' },
  )
  if (!acknowledged.ok) throw new Error(acknowledged.error.code)
  expect(matterOf([AGREED], [acknowledged.value]).asks).toEqual([all[1]])
  const next = { ...AGREED, number: 2, text: 'Step back, and call.', agreed: { by: person('chair'), on: '2026-03-10' } }
  const again = matterOf([AGREED, next], [acknowledged.value])
  expect(again.asks).toEqual(all)
  expect(again.occurrences[0]).not.toBe(matterOf([AGREED]).occurrences[0])
})

test('what was sent back says so to whoever was asked', () => {
  const refusals = [{ by: person('chair'), on: '2026-03-09', part: 'agreed', reason: 'Too long.' } as const]
  expect(matterOf([{ ...SUBMITTED, state: 'draft', refusals }])).toMatchObject({
    asks: [],
    stands: { guidanceWanted: 'sentBack' },
  })
})
