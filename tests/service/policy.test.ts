import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessEndpoints } from '../../src/contract/access.ts'
import { approvalEndpoints } from '../../src/contract/approvals.ts'
import { auditEndpoints } from '../../src/contract/audit.ts'
import { disclosureEndpoints } from '../../src/contract/disclosure.ts'
import { guidanceEndpoints, type VersionTold } from '../../src/contract/guidance.ts'
import { incidentEndpoints } from '../../src/contract/incidents.ts'
import { meetingEndpoints } from '../../src/contract/meetings.ts'
import { peopleEndpoints } from '../../src/contract/people.ts'
import { requestEndpoints } from '../../src/contract/requests.ts'
import { returnEndpoints } from '../../src/contract/returns.ts'
import type { Action } from '../../src/domain/action.ts'
import { ROLES, type Role } from '../../src/domain/group.ts'
import { RETENTION } from '../../src/domain/retention.ts'
import type { Office } from '../../src/service/office.ts'
import { mayDo, POLICY, roomOf, SURFACES, type Operation, type SurfaceOf, type Who } from '../../src/service/policy.ts'
import { sweepGroup } from '../../src/service/sweep/sweep.ts'
import { CONTROL_LISTS } from '../../src/sharepoint/controllists.ts'
import { WORK_LISTS } from '../../src/sharepoint/worklists.ts'
import { findLists } from '../../src/sharepoint/table.ts'
import {
  aLateAction,
  anInvoke,
  baseOf,
  beginChatting,
  cardOf,
  connector,
  messageSaying,
  messagesOf,
  press,
  seat,
  textOf,
} from './bot/chatting.ts'
import {
  actionNow,
  anAction,
  anId,
  anOffice,
  aProposal,
  decide,
  endDeciding,
  forge,
  KEY,
  read,
  switchOn,
  world,
} from './deciders.ts'
import { ACCESS_TRIES, aResource, nominating } from './accesstries.ts'
import { endpoints, personOf, TODAY } from './serviceworld.ts'

/** Everybody of the demonstration, with what they are in the group that these tests make; null: not in its team. */
const PEOPLE: Readonly<Record<string, readonly Role[] | null>> = {
  coordinator: ['coordinator'],
  chair: ['chair'],
  // The chair's deputy.
  'spoc-vale': ['chair'],
  'spoc-coast': ['approver'],
  'spoc-north': ['spoc'],
  'spoc-welsh': [],
  'spoc-marches': ['auditor'],
  outsider: null,
  guest: null,
  administrator: null,
}
/** Whose the actions are that these tests make. */
const HOLDER = 'spoc-north'

/** All that operations belong to. */
const ROOMS = ['access', 'incidents', 'guidance', 'report'] as const

let office: Office
beforeAll(async () => {
  await beginChatting()
  await switchOn(...ROOMS)
  office = await anOffice()
  const post = { group: KEY, organisation: 'north-mercia', deputy: null, from: null, to: null }
  const auditor = { key: `${KEY}.auditor`, post: 'auditor', role: 'auditor', holder: personOf('spoc-marches') } as const
  await (await world.control()).appoint({ ...post, ...auditor })
})
afterAll(async () => {
  office.registers.close()
  await endDeciding()
})

const ANY_ENTRY = { from: null, to: null, event: null, operation: null, person: null, subject: null }
const ABOUT_DISCLOSURE = { key: KEY, disclosure: 'no-such-request' }
const ABOUT_MEETING = { key: KEY, meeting: 'no-such-meeting' }

type Outcome = 'done' | 'refused' | 'mended'
type Attempt = (person: string) => Promise<Outcome>

const MAY_NOT: ReadonlySet<string | undefined> = new Set([
  'groupUnknown',
  'notCoordinator',
  'notApprover',
  'notYourWork',
  'notSpoc',
  'notAllowed',
  'notYourOrganisation',
  'notProfileKeeper',
  'roomOff',
  'signInNeeded',
])
const whether = (isDone: boolean): Outcome => (isDone ? 'done' : 'refused')
/** A refusal of another kind than "you may not" means that they may. */
const isLet = (answer: { readonly refusal: { readonly code: string } | null }): Outcome =>
  whether(!MAY_NOT.has(answer.refusal?.code))

let shown: Promise<{ readonly action: Action; readonly prompt: string }> | null = null
/** An action on its holder's card, and the prompt that it was shown under. */
function onCard(): NonNullable<typeof shown> {
  shown ??= (async () => {
    const details = `Figures of ${anId()}`
    const action = await aLateAction(details)
    const message = await messageSaying(HOLDER, details)
    const { card } = await press(HOLDER, message, 'open', { about: details })
    return { action, prompt: /"prompt":"([\w-]+)"/.exec(JSON.stringify(card))?.[1] ?? '' }
  })()
  return shown
}

/** Presses what somebody else's card carries, in one's own chat. */
async function pressing(person: string, verb: string, more: object): Promise<string> {
  const { prompt } = await onCard()
  const action = { verb, data: { action: verb, prompt, ...more } }
  // What its holder did is no longer as that card shows it: whoever needs a card makes another.
  if (person === HOLDER) shown = null
  return JSON.stringify(await connector.post(anInvoke(person, { action })))
}

/** What the bot answers in their own chat; nothing to whoever hasn't one. */
async function saying(person: string, text: string): Promise<string> {
  const before = messagesOf(person).length
  await connector.chat.say(seat(person), { base: baseOf(person), thread: null, text }).catch(() => false)
  return messagesOf(person)
    .slice(before)
    .filter(({ author }) => author === null)
    .map((message) => textOf(cardOf(message)))
    .join('\n')
}

async function writing(person: string): Promise<boolean> {
  const client = world.tab(person)
  const site = world.siteId('missing')
  const ids = await findLists(client, site, WORK_LISTS).catch(() => null)
  const list = [...(ids ?? [])].find(([{ name }]) => name === 'Matters Actions')?.[1]
  if (list === undefined) return false
  const body = { fields: { Title: 'x', Key: anId(), Reference: `${Math.floor(Math.random() * 9000) + 1000}/26` } }
  return client.send({ method: 'POST', path: `/sites/${site}/lists/${list}/items`, body }).then(
    () => true,
    () => false,
  )
}

/** On every list of Control, found out with rights that the person hasn't. */
async function onControl(person: string, method: 'GET' | 'POST'): Promise<boolean> {
  const client = world.tab(person)
  const site = world.configuration.controlSite
  await expect(findLists(client, site, CONTROL_LISTS)).rejects.toMatchObject({ status: 403 })
  const body = method === 'POST' ? { body: { fields: { Title: 'x', Key: anId() } } } : {}
  const tries = [...(await findLists(world.administrator, site, CONTROL_LISTS)).values()].map((id) =>
    client.send({ method, path: `/sites/${site}/lists/${id}/items`, ...body }).then(
      () => true,
      ({ status }: { readonly status?: number }) => status !== 403,
    ),
  )
  return (await Promise.all(tries)).some(Boolean)
}

const ATTEMPTS: { readonly [Of in Operation]: Readonly<Record<SurfaceOf<Of>, Attempt>> } = {
  'register.read': {
    graph: async (person) =>
      whether((await findLists(world.tab(person), world.siteId('missing'), WORK_LISTS).catch(() => null)) !== null),
    async chat(person) {
      const { action } = await onCard()
      return whether((await saying(person, `find ${action.details}`)).includes(action.reference))
    },
  },
  'register.write': { graph: async (person) => whether(await writing(person)) },
  'outcome.write': {
    async graph(person) {
      const id = await anAction()
      const wrote = await forge(id, () => ({ status: 'discharged' }), person).then(
        () => true,
        () => false,
      )
      if (!wrote) return 'refused'
      await office.registers.action(await groupEntry(), id)
      await sweepGroup(office, await groupEntry())
      return (await actionNow(id)).status === 'open' ? 'mended' : 'done'
    },
  },
  'control.read': { graph: async (person) => whether(await onControl(person, 'GET')) },
  'control.write': { graph: async (person) => whether(await onControl(person, 'POST')) },
  'approval.read': {
    async api(person) {
      const { subject } = await aProposal()
      return isLet(await world.ask(person, approvalEndpoints.approval, { key: KEY, subject }))
    },
  },
  'approval.decide': {
    async api(person) {
      const { subject } = await aProposal('spoc-welsh')
      const { asked } = await read('chair', subject)
      return whether((await decide(person, subject, { hash: asked?.hash ?? '' })).status === 200)
    },
    async card(person) {
      const { id, subject } = await aProposal('spoc-welsh')
      const { asked } = await read('chair', subject)
      for (const verb of ['decide', 'approve', 'recordDischarge']) {
        await pressing(person, verb, { group: KEY, subject, hash: asked?.hash, verdict: 'approved', reason: '' })
      }
      return whether((await actionNow(id)).status !== 'dischargeProposed')
    },
    async chat(person) {
      const { id, subject } = await aProposal('spoc-welsh')
      await saying(person, `approve ${subject}`)
      return whether((await actionNow(id)).status !== 'dischargeProposed')
    },
  },
  'import.confirm': {
    import: async (person) =>
      isLet(await world.ask(person, endpoints.confirmImport, { key: KEY, batch: 'batch-0001' })),
  },
  'settings.read': {
    api: async (person) => isLet(await world.ask(person, approvalEndpoints.settings, { key: KEY })),
  },
  'settings.change': {
    async api(person) {
      const { answer } = await world.ask('coordinator', approvalEndpoints.settings, { key: KEY })
      if (!answer) throw new Error('no settings')
      return isLet(await world.ask(person, approvalEndpoints.setSettings, { key: KEY }, answer))
    },
  },
  'rooms.change': {
    api: async (person) =>
      isLet(await world.ask(person, endpoints.setRooms, { key: KEY }, { seen: [], rooms: ['guidance'] })),
  },
  'unreached.read': {
    api: async (person) => isLet(await world.ask(person, approvalEndpoints.unreached, { key: KEY })),
  },
  'people.read': {
    api: async (person) => isLet(await world.ask(person, peopleEndpoints.people, { key: KEY })),
  },
  'people.change': {
    async api(person) {
      const post = `post-${anId()}`
      const change = { kind: 'add', title: 'Analyst', organisation: 'north-mercia', role: 'analyst' } as const
      const request = { commandId: anId(), version: null, change }
      return isLet(await world.ask(person, peopleEndpoints.changePost, { key: KEY, post }, request))
    },
  },
  'leavers.read': {
    api: async (person) =>
      whether(((await world.ask(person, peopleEndpoints.people, { key: KEY })).answer?.leavers ?? null) !== null),
  },
  'meeting.close': {
    api: async (person) =>
      isLet(
        await world.ask(person, meetingEndpoints.closeMeeting, ABOUT_MEETING, { commandId: anId(), language: 'en' }),
      ),
  },
  'list.read': {
    api: async (person) => isLet(await world.ask(person, meetingEndpoints.meetingList, ABOUT_MEETING)),
  },
  'list.confirm': {
    async api(person) {
      const request = { commandId: anId(), hash: 'x'.repeat(43), except: [], reason: '' }
      return isLet(await world.ask(person, meetingEndpoints.confirmMeetingList, ABOUT_MEETING, request))
    },
  },
  'outside.record': {
    async api(person) {
      const { subject } = await aProposal('spoc-welsh')
      const decided = { verdict: 'approved', body: 'Inspectorate', day: TODAY, evidence: 'Its letter.' } as const
      const request = { commandId: anId(), hash: 'x'.repeat(43), ...decided }
      return isLet(await world.ask(person, meetingEndpoints.recordOutside, { key: KEY, subject }, request))
    },
  },
  'incident.read': {
    api: async (person) => isLet(await world.ask(person, incidentEndpoints.incidents, { key: KEY, seen: 'none' })),
  },
  'incident.report': {
    async api(person) {
      const facts = { organisation: 'north-mercia', day: TODAY, profile: null, reference: '', note: '' } as const
      const what = { category: 'online', source: 'told', outcome: 'none' } as const
      const request = { commandId: anId(), facts: { ...facts, ...what }, isAnother: true }
      return isLet(await world.ask(person, incidentEndpoints.reportIncident, { key: KEY }, request))
    },
  },
  'incident.export': {
    async api(person) {
      const request = { commandId: anId(), to: 'The board' }
      return isLet(await world.ask(person, incidentEndpoints.exportIncidents, { key: KEY }, request))
    },
  },
  'incident.figures': {
    async api(person) {
      const about = { key: KEY, request: 'no-such-request', organisation: 'north-mercia' }
      return isLet(await world.ask(person, incidentEndpoints.incidentFigures, about))
    },
  },
  'profile.keep': {
    async api(person) {
      const about = { key: KEY, profile: 'no-such-profile' }
      const request = { commandId: anId(), version: null, change: { kind: 'resume' } } as const
      return isLet(await world.ask(person, incidentEndpoints.changeProfile, about, request))
    },
  },
  'request.chase': {
    async api(person) {
      const about = { key: KEY, request: 'no-such-request' }
      const request = { commandId: anId(), organisations: null }
      return isLet(await world.ask(person, requestEndpoints.chase, about, request))
    },
  },
  'return.circulate': {
    async api(person) {
      const about = { key: KEY, period: 'no-such-return.2026-Q2' }
      return isLet(await world.ask(person, returnEndpoints.circulate, about, { id: anId() }))
    },
  },
  'guidance.read': {
    api: async (person) => isLet(await world.ask(person, guidanceEndpoints.guidance, { key: KEY })),
  },
  'guidance.draft': {
    api: async (person) => isLet(await world.ask(person, guidanceEndpoints.changeGuidance, anyGuidance(), aDraft())),
  },
  'guidance.decide': {
    async api(person) {
      const about = await submittedGuidance()
      const seen = { number: 1, part: 'agreed', hash: 'x'.repeat(43) } as const
      const request = { commandId: anId(), ...seen, verdict: 'approved', reason: '' } as const
      return isLet(await world.ask(person, guidanceEndpoints.decideGuidance, about, request))
    },
    async card(person) {
      const about = await submittedGuidance()
      const hash = (await guidanceNow(about.guidance))?.hash
      for (const verb of ['decide', 'approve', 'decideGuidance']) {
        await pressing(person, verb, { ...about, number: 1, part: 'agreed', hash, verdict: 'approved', reason: '' })
      }
      return whether((await guidanceNow(about.guidance))?.standing !== 'submitted')
    },
    async chat(person) {
      const about = await submittedGuidance()
      await saying(person, `approve ${about.guidance}`)
      return whether((await guidanceNow(about.guidance))?.standing !== 'submitted')
    },
  },
  'guidance.withdraw': {
    async api(person) {
      const request = { kind: 'withdraw', commandId: anId(), number: 1, reason: 'Overtaken.' } as const
      return isLet(await world.ask(person, guidanceEndpoints.changeGuidance, anyGuidance(), request))
    },
  },
  'guidance.consult': {
    async api(person) {
      const said = { organisation: 'north-mercia', body: '', words: 'Agreed.' }
      const request = { kind: 'feedback', commandId: anId(), number: 1, ...said } as const
      return isLet(await world.ask(person, guidanceEndpoints.changeGuidance, anyGuidance(), request))
    },
  },
  'guidance.acknowledge': {
    async api(person) {
      const seen = { number: 1, part: 'agreed', hash: 'x'.repeat(43), organisation: 'north-mercia' } as const
      const request = { commandId: anId(), ...seen }
      return isLet(await world.ask(person, guidanceEndpoints.acknowledgeGuidance, anyGuidance(), request))
    },
    async card(person) {
      const before = (await acknowledgedNow()).length
      await pressing(person, 'acknowledge', { ...anyGuidance(), number: 1, organisation: 'north-mercia' })
      return whether((await acknowledgedNow()).length !== before)
    },
    async chat(person) {
      const before = (await acknowledgedNow()).length
      await saying(person, 'acknowledge')
      return whether((await acknowledgedNow()).length !== before)
    },
  },
  'access.read': accessTry('access.read'),
  'access.export': accessTry('access.export'),
  'access.nominate': accessTry('access.nominate'),
  'access.decide': {
    ...accessTry('access.decide'),
    async card(person) {
      const { nomination, hash } = await aNomination()
      for (const verb of ['decide', 'approve', 'decideAccess']) {
        await pressing(person, verb, { group: KEY, nomination, hash, verdict: 'approved', words: '' })
      }
      return whether(await isDecided(nomination))
    },
    async chat(person) {
      const { nomination } = await aNomination()
      await saying(person, `approve access-${nomination}`)
      return whether(await isDecided(nomination))
    },
  },
  'access.confirm': accessTry('access.confirm'),
  'access.end': accessTry('access.end'),
  'access.askBack': accessTry('access.askBack'),
  'access.review': accessTry('access.review'),
  'access.reconcile': accessTry('access.reconcile'),
  'access.setUp': accessTry('access.setUp'),
  'audit.read': {
    api: async (person) =>
      isLet(await world.ask(person, auditEndpoints.auditSearch, { key: KEY }, { ...ANY_ENTRY, before: null })),
  },
  'audit.export': {
    async api(person) {
      const table = await world.ask(person, auditEndpoints.auditExport, { key: KEY }, { ...ANY_ENTRY, after: 0 })
      const chain = await world.ask(person, auditEndpoints.auditChain, { key: KEY }, { after: 1_000_000 })
      expect(isLet(chain)).toBe(isLet(table))
      return isLet(table)
    },
  },
  'audit.verify': {
    api: async (person) => isLet(await world.ask(person, auditEndpoints.auditVerify, { key: KEY })),
  },
  'audit.retention': {
    api: async (person) => isLet(await world.ask(person, auditEndpoints.retention, { key: KEY })),
  },
  'audit.retain': {
    async api(person) {
      const request = { version: 'no such version', years: { ...RETENTION } }
      return isLet(await world.ask(person, auditEndpoints.setRetention, { key: KEY }, request))
    },
  },
  'audit.dispose': {
    async api(person) {
      const request = { commandId: anId(), list: 'audit', before: '2000-01-01', count: 1 } as const
      return isLet(await world.ask(person, auditEndpoints.dispose, { key: KEY }, request))
    },
  },
  'disclosure.read': {
    api: async (person) => isLet(await world.ask(person, disclosureEndpoints.disclosures, { key: KEY })),
  },
  'disclosure.prepare': {
    async api(person) {
      const request = { kind: 'takeBack', commandId: anId() } as const
      return isLet(await world.ask(person, disclosureEndpoints.changeDisclosure, ABOUT_DISCLOSURE, request))
    },
  },
  'disclosure.grounds': {
    async api(person) {
      const request = { kind: 'withdraw', commandId: anId(), ground: 'no-such-ground' } as const
      return isLet(await world.ask(person, disclosureEndpoints.changeGrounds, { key: KEY }, request))
    },
  },
  'disclosure.release': {
    async api(person) {
      const request = {
        commandId: anId(),
        hash: 'x'.repeat(43),
        verdict: 'released',
        to: 'Anybody',
        reason: '',
      } as const
      return isLet(await world.ask(person, disclosureEndpoints.decideDisclosure, ABOUT_DISCLOSURE, request))
    },
  },
  'disclosure.takeOut': {
    async api(person) {
      const request = { commandId: anId(), format: 'docx' } as const
      return isLet(await world.ask(person, disclosureEndpoints.takeDisclosure, ABOUT_DISCLOSURE, request))
    },
  },
  'work.answer': {
    card: async (person) =>
      whether(/Updated\. Your words|Taken\. It will/.test(await pressing(person, 'update', { text: 'Half are in.' }))),
    async chat(person) {
      const { action } = await onCard()
      const before = (await actionNow(action.id)).updateCount
      await saying(person, `update ${action.reference} done`)
      return whether((await actionNow(action.id)).updateCount !== before)
    },
  },
  'work.pass': {
    async api(person) {
      const action = await anAction()
      const request = { commandId: anId(), to: personOf('spoc-welsh'), words: '' }
      return isLet(await world.ask(person, approvalEndpoints.passOn, { key: KEY, action }, request))
    },
    async card(person) {
      const answer = await pressing(person, 'passOn', { person: personOf('spoc-marches').objectId, words: '' })
      return whether(/Passed on\.|Taken\. It will/.test(answer))
    },
  },
}

function accessTry(operation: keyof typeof ACCESS_TRIES): { api: Attempt } {
  return { api: async (person) => isLet(await ACCESS_TRIES[operation](person)) }
}

let nominated: Promise<{ readonly nomination: string; readonly hash: string | null }> | null = null
/** Somebody waits for the approver, whom only `spoc-coast` is, and nobody here is told to decide. */
function aNomination(): NonNullable<typeof nominated> {
  nominated ??= (async () => {
    await aResource(office)
    const { answer } = await world.ask(HOLDER, accessEndpoints.nominate, { key: KEY }, nominating('spoc-marches'))
    if (!answer) throw new Error('nobody was nominated')
    return { nomination: answer.key, hash: answer.hash }
  })()
  return nominated
}

async function isDecided(nomination: string): Promise<boolean> {
  const { answer } = await world.ask(HOLDER, accessEndpoints.nomination, { key: KEY, nomination })
  if (!answer) throw new Error('the nomination is gone')
  return answer.nomination.standing !== 'waitsForApprover'
}

const anyGuidance = (): { key: string; guidance: string } => ({ key: KEY, guidance: `g-${anId()}` })
const aDraft = () =>
  ({
    kind: 'write',
    commandId: anId(),
    number: 1,
    seen: null,
    draft: {
      title: 'Red lines',
      titleWelsh: '',
      text: 'Step back.',
      textWelsh: '',
      validFrom: null,
      approver: 'chair',
    },
  }) as const

async function guidanceNow(guidance: string): Promise<VersionTold | undefined> {
  const { answer } = await world.ask('chair', guidanceEndpoints.guidance, { key: KEY })
  return answer?.guidance.find(({ key }) => key === guidance)?.versions[0]
}

let waiting: Promise<{ key: string; guidance: string }> | null = null
/** Guidance that waits for the chair, and that no attempt here decides on: each names words that nobody saw. */
function submittedGuidance(): NonNullable<typeof waiting> {
  waiting ??= (async () => {
    const about = anyGuidance()
    await world.ask('coordinator', guidanceEndpoints.changeGuidance, about, aDraft())
    const seen = (await guidanceNow(about.guidance))?.hash ?? ''
    const request = { commandId: anId(), number: 1, seen, bodies: [] }
    await world.ask('coordinator', guidanceEndpoints.changeGuidance, about, { kind: 'submit', ...request })
    return about
  })()
  return waiting
}

async function acknowledgedNow() {
  return [...(await office.confidential.of(KEY, 'acknowledgements')).values()]
}

async function groupEntry() {
  const found = await (await world.control()).findGroup(KEY)
  if (!found) throw new Error('there is no group')
  return found.value
}

function expectedOf(operation: Operation, surface: string, person: string): Outcome {
  const roles = PEOPLE[person]
  if (!roles) return 'refused'
  const row: Readonly<Record<string, Who>> = POLICY[operation]
  if (row[surface] === 'mended') return 'mended'
  return whether(mayDo(operation, surface as never, new Set(roles), person === HOLDER))
}

const WAYS = (Object.keys(POLICY) as Operation[]).flatMap((operation) =>
  Object.entries<Attempt>(ATTEMPTS[operation]).map(([surface, attempt]) => ({ operation, surface, attempt })),
)

test.each(WAYS)(
  '$operation by $surface is for everybody as the table has it',
  async ({ operation, surface, attempt }) => {
    const people = Object.keys(PEOPLE)
    const outcomes: Record<string, Outcome> = {}
    const tries = async (person: string): Promise<void> => void (outcomes[person] = await attempt(person))
    // All at the same time, and whose it is after them, for what they pass on is somebody else's; what a forged row
    // becomes is seen by looking at the whole register, one after the other.
    if (surface === 'graph') for (const person of people) await tries(person)
    else {
      await Promise.all(people.filter((person) => person !== HOLDER).map(tries))
      await tries(HOLDER)
    }
    expect(outcomes).toEqual(Object.fromEntries(people.map((each) => [each, expectedOf(operation, surface, each)])))
  },
)

test('in a room that is off nobody does anything, whatever posts they hold', async () => {
  // What attempts need is there while it can still be made.
  await Promise.all([aNomination(), submittedGuidance()])
  const ways = WAYS.filter(({ operation, surface }) => surface === 'api' && roomOf(operation) !== null)
  expect(new Set(ways.map(({ operation }) => roomOf(operation)))).toEqual(new Set(ROOMS))
  await switchOn('audit')
  try {
    const outcomes = ways.map(async ({ operation, surface, attempt }) => {
      const may = Object.keys(PEOPLE).filter((person) => expectedOf(operation, surface, person) === 'done')
      return [operation, new Set(await Promise.all(['coordinator', ...may].map(attempt)))]
    })
    expect(await Promise.all(outcomes)).toEqual(ways.map(({ operation }) => [operation, new Set(['refused'])]))
  } finally {
    await switchOn(...ROOMS)
  }
})

test('there is an attempt for every way of every row', () => {
  for (const [operation, row] of Object.entries(POLICY)) {
    expect(Object.keys(ATTEMPTS[operation as Operation]), operation).toEqual(Object.keys(row))
  }
})

/** Whoever holds a post, but for who looks on. */
const REPORTERS = ROLES.filter((role) => role !== 'auditor').join(', ')

test('the table is what was agreed: whoever changes a row says so here too', () => {
  const rows = Object.entries(POLICY).flatMap(([operation, row]) =>
    Object.entries(row).map(([surface, who]) => `${operation} by ${surface}: ${[who].flat().join(', ')}`),
  )
  expect(rows).toEqual([
    'register.read by graph: reader',
    'register.read by chat: reader',
    'register.write by graph: reader',
    'outcome.write by graph: mended',
    'control.read by graph: nobody',
    'control.write by graph: nobody',
    'approval.read by api: reader',
    'approval.decide by api: chair',
    'approval.decide by card: nobody',
    'approval.decide by chat: nobody',
    'import.confirm by import: coordinator',
    'settings.read by api: reader',
    'settings.change by api: coordinator, chair',
    'rooms.change by api: coordinator, chair',
    'unreached.read by api: coordinator',
    'people.read by api: reader',
    'people.change by api: coordinator, chair',
    'leavers.read by api: coordinator, chair',
    'meeting.close by api: coordinator',
    'list.read by api: reader',
    'list.confirm by api: chair',
    'outside.record by api: coordinator',
    'request.chase by api: coordinator',
    'return.circulate by api: coordinator, analyst',
    'guidance.read by api: reader',
    'guidance.draft by api: coordinator, assetOwner',
    'guidance.decide by api: chair, assetOwner',
    'guidance.decide by card: nobody',
    'guidance.decide by chat: nobody',
    'guidance.withdraw by api: coordinator, chair, assetOwner',
    'guidance.consult by api: coordinator, assetOwner, spoc',
    'guidance.acknowledge by api: spoc',
    'guidance.acknowledge by card: nobody',
    'guidance.acknowledge by chat: nobody',
    `incident.read by api: ${ROLES.join(', ')}`,
    `incident.report by api: ${REPORTERS}`,
    `incident.export by api: ${ROLES.join(', ')}`,
    `incident.figures by api: ${REPORTERS}`,
    'profile.keep by api: assetOwner, coordinator',
    'access.read by api: spoc, approver, assetOwner, databaseAdministrator, coordinator, auditor',
    'access.export by api: assetOwner, databaseAdministrator, coordinator, auditor',
    'access.nominate by api: spoc, approver',
    'access.decide by api: approver, assetOwner',
    'access.decide by card: nobody',
    'access.decide by chat: nobody',
    'access.confirm by api: databaseAdministrator',
    'access.end by api: spoc, approver, assetOwner',
    'access.askBack by api: spoc, approver',
    'access.review by api: approver',
    'access.reconcile by api: databaseAdministrator, assetOwner',
    'access.setUp by api: assetOwner',
    'audit.read by api: auditor',
    'audit.export by api: auditor',
    'audit.verify by api: auditor',
    'audit.retention by api: auditor, assetOwner, coordinator',
    'audit.retain by api: assetOwner, coordinator',
    'audit.dispose by api: assetOwner, coordinator',
    'disclosure.read by api: coordinator, chair',
    'disclosure.prepare by api: coordinator',
    'disclosure.grounds by api: coordinator',
    'disclosure.release by api: chair',
    'disclosure.takeOut by api: coordinator, chair',
    'work.answer by card: holder',
    'work.answer by chat: nobody',
    'work.pass by api: holder',
    'work.pass by card: holder',
  ])
  expect(new Set(Object.values(POLICY).flatMap((row) => Object.keys(row)))).toEqual(new Set(SURFACES))
})
