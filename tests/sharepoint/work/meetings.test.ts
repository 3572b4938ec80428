import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { canonical } from '../../../src/domain/canonical.ts'
import type { CollectionCommand } from '../../../src/domain/collection.ts'
import { meetingKeyOf } from '../../../src/domain/meeting.ts'
import { matterKeyOf } from '../../../src/domain/matters.ts'
import { MEETINGS } from '../../../src/sharepoint/lists.ts'
import { AGENDA, MATTERS } from '../../../src/sharepoint/worklists.ts'
import { upgradeGroup } from '../../../src/sharepoint/provisioning/group.ts'
import { findSite } from '../../../src/sharepoint/sites.ts'
import { SITE_HOST } from '../../../src/laptop/demonstration/tenant.ts'
import { openCollection, type CollectionKind, type WorkCollection } from '../../../src/sharepoint/work/collection.ts'
import { agendaKind, matterKind, meetingKind } from '../../../src/sharepoint/work/meetingrows.ts'
import type { WorkRegister } from '../../../src/sharepoint/work/register.ts'
import { anAddition, anId, aWorld, until, type World } from '../world.ts'

describe('the meetings of a site', () => {
  let world: World
  let registers: Map<string, WorkRegister>
  const opened: { close(): void }[] = []
  beforeAll(async () => {
    world = await aWorld()
    registers = new Map()
    for (const key of ['coordinator', 'chair']) {
      const register = world.register(key)
      await until(register, 'fresh')
      registers.set(key, register)
    }
  })
  afterEach(() => {
    for (const each of opened.splice(0)) each.close()
  })
  afterAll(() => world.close())

  async function open<Content extends object, Command extends CollectionCommand>(
    key: string,
    kind: CollectionKind<Content, Command>,
  ): Promise<WorkCollection<Content, Command>> {
    const collection = openCollection({
      client: world.client(key),
      siteId: world.siteId,
      kind,
      person: world.person(key),
      clock: world.clock,
      as: () => 'coordinator',
      snapshot: () => registers.get(key)?.snapshot() ?? null,
      pollSeconds: 3600,
    })
    opened.push(collection)
    await expect.poll(() => collection.freshness().state).toBe('fresh')
    return collection
  }

  test('a meeting comes back as it was written, and the register knows of it without looking again', async () => {
    const mine = await open('coordinator', meetingKind)
    const [id, day] = [anId(), '2020-10-01']
    const key = meetingKeyOf(day, id)
    const secretary = world.person('coordinator')
    const planned = { day, title: 'Special meeting', starts: '10:00', ends: '12:30', place: 'Room 2', secretary }
    expect(await mine.submit({ kind: 'planMeeting', id, key, ...planned })).toMatchObject({ state: 'saved' })
    const entry = { id: 'guest-1', organisation: null, post: null, name: 'Tom Ashworth', state: 'present' } as const
    const marked = await mine.submit({ kind: 'setAttendance', id: anId(), key, entry, was: null })
    expect(marked).toMatchObject({ state: 'saved', content: { ...planned, attendance: [entry], status: 'planned' } })
    expect((await open('chair', meetingKind)).values()?.get(key)).toMatchObject({ ...planned, attendance: [entry] })

    const register = registers.get('coordinator')
    expect(register?.snapshot()?.meetings.has(key)).toBe(false)
    register?.learnMeetings(mine.values()?.values() ?? [])
    expect(register?.snapshot()?.meetings.get(key)).toEqual({ key, day, title: 'Special meeting', status: 'planned' })
    const shown = register?.snapshot()
    register?.learnMeetings(mine.values()?.values() ?? [])
    expect(register?.snapshot()).toBe(shown)
  })

  test('two secretaries write in one item at once: both stand, and of one text the second sees the first', async () => {
    const [mine, theirs] = [await open('coordinator', agendaKind), await open('chair', agendaKind)]
    const key = anId()
    await mine.submit({ kind: 'addItem', id: key, key, meeting: 'm2', place: 1.5, title: 'Data' })
    const seen = mine.values()?.get(key)
    const [a, b] = [anId(), anId()]
    const ends = await Promise.all([
      mine.submit({ kind: 'setItem', id: anId(), key, fields: { discussion: 'North spoke.' } }, seen),
      mine.submit({ kind: 'setMinuted', id: anId(), key, entry: { id: a, words: 'Adopted.' }, was: null }, seen),
      theirs.submit({ kind: 'setMinuted', id: anId(), key, entry: { id: b, words: 'Published.' }, was: null }, seen),
      theirs.submit({
        kind: 'setPaper',
        id: anId(),
        key,
        paper: { id: a, title: 'The data', link: 'https://sites.example/a.docx' },
        was: null,
      }),
    ])
    expect(ends.map(({ state }) => state)).toEqual(['saved', 'saved', 'saved', 'saved'])
    const stood = (await open('chair', agendaKind)).values()?.get(key)
    expect(stood).toMatchObject({ discussion: 'North spoke.', place: 1.5, meeting: 'm2' })
    expect(new Set(stood?.decisions.map(({ words }) => words))).toEqual(new Set(['Adopted.', 'Published.']))
    expect(stood?.papers).toHaveLength(1)
    const late = { kind: 'setItem', id: anId(), key, fields: { discussion: 'South spoke.' } } as const
    expect(await theirs.submit(late, seen)).toMatchObject({ state: 'stale', now: { discussion: 'North spoke.' } })
  })

  test('what was done with a matter is added to by whoever deals with it', async () => {
    const register = registers.get('coordinator')
    const addition = anAddition()
    await register?.submit(addition)
    const [mine, theirs] = [await open('coordinator', matterKind), await open('chair', matterKind)]
    const key = matterKeyOf('m2', addition.id)
    const dealWith = (how: 'updated' | 'retained') => ({
      kind: 'dealWith' as const,
      id: anId(),
      key,
      meeting: 'm2',
      action: addition.id,
      deed: { id: anId(), how, words: 'As said', on: '2020-09-03', by: world.person('chair') },
    })
    const ends = await Promise.all([mine.submit(dealWith('updated')), theirs.submit(dealWith('retained'))])
    expect(ends.map(({ state }) => state)).toEqual(['saved', 'saved'])
    const stood = (await open('chair', matterKind)).values()?.get(key)
    expect(stood?.deeds.map(({ how }) => how).toSorted((a, b) => a.localeCompare(b))).toEqual(['retained', 'updated'])
    expect(canonical(stood?.deeds[0]?.by)).toBe(canonical(world.person('chair')))
  })

  test('a site that was made before there were agendas gains the lists, and its meetings the columns', async () => {
    const administrator = world.administrator()
    const site = await findSite(administrator, SITE_HOST, '/sites/sandbox')
    const columns = [
      { name: 'Key', text: {} },
      { name: 'Day', text: {} },
    ]
    await administrator.send({
      method: 'POST',
      path: `/sites/${site?.id}/lists`,
      body: { displayName: MEETINGS.name, list: { template: 'genericList' }, columns },
    })
    const { did } = await upgradeGroup(administrator, site?.id ?? '')
    const states = new Map(did.map(({ where, state }) => [where, state]))
    expect([MEETINGS, AGENDA, MATTERS].map(({ name }) => states.get(name))).toEqual(['there', 'made', 'made'])
    expect(states.get(`${MEETINGS.name}.AttendanceData`)).toBe('made')
    expect(states.get(`${MEETINGS.name}.Commits`)).toBe('made')
  })
})
