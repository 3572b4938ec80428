import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessEndpoints,
  type AccessRegister,
  type ChangeAccess,
  type NominationTold,
} from '../../src/contract/access.ts'
import { addDays, type Day } from '../../src/domain/day.ts'
import type { Role } from '../../src/domain/group.ts'
import { askedContent, type NominationContent } from '../../src/domain/access.ts'
import type { NominationCommand } from '../../src/domain/accessdeciding.ts'
import { entryOnRecord } from '../../src/domain/accessregister.ts'
import { nominationKey } from '../../src/service/access/nominating.ts'
import { peopleEndpoints } from '../../src/contract/people.ts'
import type { Person as TenantPerson } from '../../src/local/tenant.ts'
import { sweepAccess } from '../../src/service/access/sweep.ts'
import type { Office } from '../../src/service/office.ts'
import { aResource, nominating, RESOURCE } from './accesstries.ts'
import { anId, anOffice, beginDeciding, endDeciding, KEY, switchOn, world } from './deciders.ts'
import { CLOCK, personOf, TODAY } from './serviceworld.ts'

/** What each of them is here, and of which organisation. */
const POSTS: readonly (readonly [person: string, role: Role, organisation: string])[] = [
  ['spoc-marches', 'approver', 'wms-rocu'],
  ['spoc-welsh', 'spoc', 'wms-rocu'],
  ['coordinator', 'assetOwner', 'wms-rocu'],
  ['chair', 'databaseAdministrator', 'wms-rocu'],
]
/** The chair's, in deciders.ts, is the approver of North Mercia. */
const [SPOC, APPROVER, OWNER, ADMINISTRATOR] = ['spoc-north', 'spoc-coast', 'coordinator', 'chair']
const AT = { key: KEY }

let today: Day = TODAY
let office: Office
let leaver: { -readonly [Key in keyof TenantPerson]: TenantPerson[Key] }
beforeAll(async () => {
  await beginDeciding({
    service: { clock: { now: CLOCK.now, today: () => today } },
    tenant(tenant) {
      leaver = { ...(tenant.people.find(({ key }) => key === 'polit-vale') as TenantPerson) }
      return { ...tenant, people: tenant.people.map((each) => (each.key === leaver.key ? leaver : each)) }
    },
  })
  await switchOn('access')
  const control = await world.control()
  for (const [person, role, organisation] of POSTS) {
    const post = `post-${organisation}-${person}`
    const about = { key: `${KEY}.${post}`, group: KEY, post, organisation, role }
    await control.appoint({ ...about, holder: personOf(person), deputy: null, from: null, to: null })
  }
  office = await anOffice(() => today)
  await aResource(office, KEY, addDays(TODAY, 20))
})
afterAll(async () => {
  office.registers.close()
  await endDeciding()
})

async function register(who: string, day: Day | null = null): Promise<AccessRegister> {
  const { answer, refusal } =
    day === null
      ? await world.ask(who, accessEndpoints.access, AT)
      : await world.ask(who, accessEndpoints.accessOn, { ...AT, day })
  if (!answer) throw new Error(refusal?.code)
  return answer
}

async function nominate(who: string, person: string, organisation = 'north-mercia'): Promise<NominationTold> {
  const asked = await world.ask(who, accessEndpoints.nominate, AT, nominating(person, organisation))
  if (!asked.answer) throw new Error(asked.refusal?.code)
  return asked.answer
}

const decide = (who: string, { key, hash }: NominationTold, verdict: 'approved' | 'refused' = 'approved') =>
  world.ask(
    who,
    accessEndpoints.decideAccess,
    { ...AT, nomination: key },
    { commandId: anId(), hash: hash ?? 'none', verdict, words: verdict === 'refused' ? 'Not in that team.' : '' },
  )

type Change = ChangeAccess extends infer Each ? (Each extends ChangeAccess ? Omit<Each, 'commandId'> : never) : never
const change = (who: string, { key }: Pick<NominationTold, 'key'>, more: Change) =>
  world.ask(
    who,
    accessEndpoints.changeAccess,
    { ...AT, nomination: key },
    {
      commandId: anId(),
      ...more,
    },
  )

/** The whole way without HTTP, as far as it is the same for everybody. */
async function granted(person: string): Promise<Pick<NominationTold, 'key'>> {
  const group = await groupEntry()
  const appointments = (await (await office.control()).appointments(KEY)).map(({ value }) => value)
  const nominee = personOf(person)
  const about = { id: anId(), key: nominationKey(KEY, RESOURCE, nominee), ground: { reviews: [], hasLeft: false } }
  const step = async (by: string, command: Stepping): Promise<NominationContent> => {
    const asking = { by: personOf(by), group, appointments, operation: 'access.test' }
    const done = await office.confidential.change(asking, 'nominations', { ...about, id: anId(), ...command })
    if (!done.ok) throw new Error(done.error.code)
    return done.value
  }
  const { commandId: _, ...asked } = nominating(person)
  let content = await step(SPOC, { kind: 'nominate', group: KEY, teams: [asked.team], ...asked })
  for (const by of [APPROVER, OWNER]) {
    const state = entryOnRecord(about.key, content, [], today)?.state
    const text = (state && askedContent(content, state)) ?? ''
    content = await step(by, { kind: 'decideAccess', verdict: 'approved', words: '', content: text, hash: 'seen' })
  }
  await step(ADMINISTRATOR, { kind: 'confirmOpened', account: `db-${person}` })
  return { key: about.key }
}
type Stepping = NominationCommand extends infer Each
  ? Each extends NominationCommand
    ? Omit<Each, 'id' | 'key' | 'ground'>
    : never
  : never

const groupEntry = async () => {
  const found = await (await world.control()).findGroup(KEY)
  if (!found) throw new Error('there is no group')
  return found.value
}

async function logged(operation: string): Promise<readonly { event: string; ids: readonly string[]; to?: string }[]> {
  const entries = []
  for await (const page of (await office.records()).audit.pages()) entries.push(...page)
  return entries
    .map(({ content }) => JSON.parse(content) as { operation: string; event: string; ids: string[]; to?: string })
    .filter((each) => each.operation === operation)
}

describe('access', () => {
  test('goes its whole way over the API, each step by whom it is for', async () => {
    const asked = await nominate(SPOC, 'guest')
    expect([asked.standing, asked.waitsFor, asked.acts]).toEqual([
      'waitsForApprover',
      'approver',
      ['revoke', 'renominate'],
    ])
    expect((await decide(SPOC, asked)).refusal?.code).toBe('notAllowed')
    expect((await decide(OWNER, asked)).refusal?.code).toBe('notAllowed')
    const first = await decide(APPROVER, asked)
    expect([first.answer?.standing, first.answer?.waitsFor]).toEqual(['waitsForOwner', 'assetOwner'])
    // On what was shown before the first approval nobody decides any more.
    expect((await decide(OWNER, asked)).refusal?.code).toBe('contentChanged')
    const second = await decide(OWNER, first.answer as NominationTold)
    expect(second.answer?.standing).toBe('waitsForAccount')
    const opened = await change(ADMINISTRATOR, asked, { kind: 'confirmOpened', account: 'db-guest' })
    expect([opened.answer?.standing, opened.answer?.account]).toEqual(['active', 'db-guest'])
    expect(opened.answer?.history.map(({ kind, by }) => [kind, by])).toEqual([
      ['nominated', 'Aisha Khan'],
      ['decided', 'Kofi Mensah'],
      ['decided', 'Priya Raman'],
      ['opened', 'Helen Marlowe'],
    ])
    const revoked = await change(OWNER, asked, { kind: 'revoke', words: '' })
    expect([revoked.answer?.standing, revoked.answer?.waitsFor]).toEqual(['revoked', 'databaseAdministrator'])
    expect((await change(ADMINISTRATOR, asked, { kind: 'confirmClosed' })).answer?.standing).toBe('closed')
    expect((await change(OWNER, asked, { kind: 'revoke', words: '' })).refusal?.code).toBe('accessMovedOn')
  })

  test('is decided once, however many decide at once, and said again is the same', async () => {
    const asked = await nominate('spoc-welsh', 'outsider', 'wms-rocu')
    const command = { commandId: anId(), hash: asked.hash ?? '', verdict: 'approved', words: '' } as const
    const about = { ...AT, nomination: asked.key }
    const all = await Promise.all([
      world.ask('spoc-marches', accessEndpoints.decideAccess, about, command),
      world.ask('spoc-marches', accessEndpoints.decideAccess, about, command),
      decide('spoc-marches', asked, 'refused'),
    ])
    const asking = await world.ask(OWNER, accessEndpoints.nomination, about)
    const answer = asking.answer?.nomination
    expect(asking.answer?.names).toEqual({
      organisation: expect.stringMatching(/ROCU|Regional Organised/),
      resource: expect.any(String),
      resourceWelsh: expect.any(String),
    })
    expect(answer?.history.filter(({ kind }) => kind === 'decided')).toHaveLength(1)
    const done = all.filter(({ status }) => status === 200).map((each) => each.answer?.standing)
    expect(done.length).toBeGreaterThan(0)
    expect(new Set(done)).toEqual(new Set([answer?.standing]))
    for (const { refusal } of all.filter(({ status }) => status !== 200)) {
      expect(['contentChanged', 'accessMovedOn']).toContain(refusal?.code)
    }
  })

  test('of somebody whose account is closed is asked for in vain', async () => {
    const refused = await world.ask(SPOC, accessEndpoints.nominate, AT, nominating('leaver'))
    expect(refused.refusal).toMatchObject({ code: 'personHasLeft', values: { name: 'Neil Baker' } })
  })

  test('is shown to whoever speaks for an organisation of its own people, and to nobody else’s', async () => {
    const mine = await nominate(SPOC, 'auditor')
    const theirs = await nominate('spoc-welsh', 'iao', 'wms-rocu')
    const keys = async (who: string) => (await register(who)).nominations.map(({ key }) => key)
    expect(await keys(OWNER)).toEqual(expect.arrayContaining([mine.key, theirs.key]))
    const [seen, others] = [await keys(SPOC), await keys('spoc-marches')]
    expect([seen.includes(mine.key), seen.includes(theirs.key)]).toEqual([true, false])
    expect([others.includes(mine.key), others.includes(theirs.key)]).toEqual([false, true])
    const own = await register(SPOC)
    expect([own.organisations, own.mayNominate, own.mayExport]).toEqual([['north-mercia'], ['north-mercia'], false])
    expect(own.coverage.every(({ organisation }) => organisation === 'north-mercia')).toBe(true)
    const across = await world.ask('spoc-marches', accessEndpoints.nomination, { ...AT, nomination: mine.key })
    expect(across.refusal?.code).toBe('nominationMissing')
    expect((await change('spoc-marches', mine, { kind: 'revoke', words: '' })).refusal?.code).toBe('nominationMissing')
    // No post here, though in the team; and not in the team.
    expect((await world.ask('spoc-vale', accessEndpoints.access, AT)).refusal?.code).toBe('notAllowed')
    expect((await world.ask('outsider', accessEndpoints.access, AT)).refusal?.code).toBe('groupUnknown')
  })

  test('ends when the account of its holder is closed in the directory, and stays ended when it is opened again', async () => {
    const { key } = await granted(leaver.key)
    const now = async () =>
      (await world.ask(SPOC, accessEndpoints.nomination, { ...AT, nomination: key })).answer?.nomination
    leaver.disabled = true
    // Another instance of the service finds it out; this one knows at once.
    const other = await anOffice(() => today)
    await sweepAccess(other, await groupEntry())
    other.registers.close()
    expect(await now()).toMatchObject({ standing: 'suspended', because: 'left', since: today })
    const back = await change(SPOC, { key }, { kind: 'askBack', words: 'Was only on leave' })
    expect(back.refusal?.code).toBe('personHasLeft')
    leaver.disabled = false
    const later = await anOffice(() => today)
    await sweepAccess(later, await groupEntry())
    later.registers.close()
    expect((await now())?.standing).toBe('suspended')
    expect((await change(SPOC, { key }, { kind: 'askBack', words: 'Was only on leave' })).status).toBe(200)
  })

  test('ends with the post that went with it, in the moment in which that is ended', async () => {
    const post = 'analyst-north'
    const about = { key: `${KEY}.${post}`, group: KEY, post, organisation: 'north-mercia', role: 'analyst' as const }
    const nobodyElse = { holder: personOf('polit-welsh'), deputy: null, from: null, to: null }
    await (await world.control()).appoint({ ...about, ...nobodyElse })
    const { key } = await granted('polit-welsh')
    const posts = await world.ask(OWNER, peopleEndpoints.people, AT)
    const version = posts.answer?.posts.find((each) => each.key === post)?.version ?? null
    const change = { kind: 'end', appointment: about.key, day: addDays(today, -1) } as const
    const ended = await world.ask(
      OWNER,
      peopleEndpoints.changePost,
      { ...AT, post },
      { commandId: anId(), version, change },
    )
    expect(ended.refusal).toBeNull()
    const { answer } = await world.ask(SPOC, accessEndpoints.nomination, { ...AT, nomination: key })
    expect(answer?.nomination).toMatchObject({ standing: 'suspended', because: 'postEnded' })
    // It is on record, whatever becomes of the post.
    expect((await office.confidential.of(KEY, 'nominations')).get(key)?.events.at(-1)?.kind).toBe('suspended')
  })

  test('is laid beside the list of accounts, and what differed is kept', async () => {
    const there = await granted('spoc-vale')
    const accounts = [
      { account: 'DB-spoc-vale', name: '', isEnabled: true },
      { account: 'x1', name: 'Nobody We Know', isEnabled: true },
    ]
    const request = { commandId: anId(), resource: RESOURCE, accounts }
    const { answer } = await world.ask(ADMINISTRATOR, accessEndpoints.reconcile, AT, request)
    expect(answer?.differences).toContainEqual({
      kind: 'unknown',
      account: 'x1',
      name: 'Nobody We Know',
      nomination: null,
      organisation: null,
    })
    expect(answer?.differences.some(({ nomination }) => nomination === there.key)).toBe(false)
    expect((await register(OWNER)).reconciliations.map(({ key }) => key)).toContain(answer?.key)
    expect((await register(SPOC)).reconciliations).toEqual([])
    expect((await logged('access.reconcile'))[0]?.event).toBe('combination')
  })

  test('stands in the log before it is told, and where it goes when it is taken out', async () => {
    const asked = await nominate(SPOC, 'administrator')
    const before = (await logged('access.read')).length
    const told = await register(OWNER)
    const reads = (await logged('access.read')).slice(before)
    expect(reads.some(({ ids }) => told.nominations.every(({ key }) => ids.includes(key)))).toBe(true)
    const request = { commandId: anId(), day: null, to: 'Head of the database team' }
    const out = await world.ask(OWNER, accessEndpoints.exportAccess, AT, request)
    expect(out.answer?.nominations.map(({ key }) => key)).toContain(asked.key)
    const [disclosed] = (await logged('access.export')).slice(-1)
    expect([disclosed?.event, disclosed?.to]).toEqual(['disclosure', 'Head of the database team'])
    expect((await world.ask(SPOC, accessEndpoints.exportAccess, AT, request)).refusal?.code).toBe('notAllowed')
  })
})

test('a quarter: reviewed, half answered, the rest suspended when its day comes, back by two, and as it stood', async () => {
  const [kept, forgotten] = [await granted('spoc-marches'), await granted('spoc-welsh')]
  expect((await register(OWNER)).nominations.find(({ key }) => key === kept.key)?.runsOut).toBe(addDays(TODAY, 34))
  today = addDays(TODAY, 20)
  await sweepAccess(office, await groupEntry())
  await sweepAccess(office, await groupEntry())
  const opened = (await register(APPROVER)).reviews
  expect(opened.map(({ organisation, due }) => [organisation, due])).toEqual([['north-mercia', addDays(TODAY, 34)]])
  const review = opened[0]?.key ?? ''
  const answering = (answer: 'keep' | 'revoke', nomination: string) => ({
    commandId: anId(),
    people: [{ nomination, answer, words: '' }],
    availability: 'Two look-ups a shift, in the intelligence hub',
  })
  const about = { ...AT, review }
  const first = await world.ask(APPROVER, accessEndpoints.answerReview, about, answering('keep', kept.key))
  expect(first.answer?.people.find(({ nomination }) => nomination === kept.key)?.answer).toBe('keep')
  const foreign = await world.ask('spoc-marches', accessEndpoints.answerReview, about, answering('keep', kept.key))
  expect(foreign.refusal?.code).toBe('reviewMissing')

  today = addDays(TODAY, 35)
  const standings = async (day: Day | null = null) => {
    const { nominations } = await register(OWNER, day)
    return [kept, forgotten].map(({ key }) => nominations.find((each) => each.key === key)?.standing)
  }
  // Nobody had to notice.
  expect(await standings()).toEqual(['active', 'suspended'])
  expect(await standings(addDays(TODAY, 34))).toEqual(['active', 'active'])
  expect(await standings(addDays(TODAY, -1))).toEqual([undefined, undefined])
  const late = await world.ask(APPROVER, accessEndpoints.answerReview, about, answering('keep', forgotten.key))
  expect(late.answer?.people.find(({ nomination }) => nomination === forgotten.key)?.standing).toBe('suspended')
  const waiting = (await register(OWNER)).nominations.find(({ key }) => key === forgotten.key)
  expect([waiting?.waitsFor, waiting?.isResumption, waiting?.acts.includes('decide')]).toEqual([
    'assetOwner',
    true,
    true,
  ])
  expect((await decide(OWNER, waiting as NominationTold)).answer?.standing).toBe('active')
  expect(await standings()).toEqual(['active', 'active'])
})
