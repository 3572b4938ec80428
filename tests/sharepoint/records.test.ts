import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PERSON_SETTINGS, type PersonSettings } from '../../src/domain/gathering.ts'
import { GROUP_SETTINGS, type GroupSettings } from '../../src/domain/record.ts'
import { CONTROL_SITE_PATH, SITE_HOST } from '../../src/laptop/demonstration/tenant.ts'
import { openRecords, type Records } from '../../src/sharepoint/control/records.ts'
import { provisionControl } from '../../src/sharepoint/provisioning/group.ts'
import { findSite } from '../../src/sharepoint/sites.ts'
import { anId, aWorld, type World } from './world.ts'

describe('what Control records besides decisions', () => {
  let world: World
  let records: Records
  beforeAll(async () => {
    world = await aWorld()
    const client = world.administrator()
    const siteId = (await findSite(client, SITE_HOST, CONTROL_SITE_PATH))?.id ?? ''
    await provisionControl(client, siteId)
    records = await openRecords({ client, siteId })
  })
  afterAll(() => world.close())

  test('a group decides as every group does until it chooses; of two who choose at once, one is told', async () => {
    const group = anId()
    const first = await records.settings(group)
    expect(first).toEqual({ value: GROUP_SETTINGS, row: null })
    const wanted: GroupSettings = {
      at: 7 * 60,
      daysBefore: 3,
      chairAfterWeeks: null,
      quarterOpens: 20,
      quarterDue: 30,
      lapsesAfter: 10,
      higher: { fromExtension: 2, post: 'director' },
      wordsUpTo: 'none',
      digest: false,
    }
    expect(await records.setSettings(group, first, wanted)).toBe(true)
    expect(await records.setSettings(group, first, GROUP_SETTINGS)).toBe(false)
    const now = await records.settings(group)
    expect(now.value).toEqual(wanted)
    expect(await records.setSettings(group, now, { ...wanted, higher: null })).toBe(true)
    expect(await records.setSettings(group, now, wanted)).toBe(false)
    expect((await records.settings(group)).value.higher).toBeNull()
  })

  test('a person chooses their hour, days off and absence', async () => {
    const who = world.person('spoc-north')
    const known = await records.person(who)
    expect(known.value).toEqual(PERSON_SETTINGS)
    const wanted: PersonSettings = {
      at: 480,
      daysOff: [5, 1],
      away: { from: '2026-12-01', until: '2026-12-05' },
      language: 'cy',
    }
    expect(await records.setPerson(who, known, wanted)).toBe(true)
    expect((await records.person(who)).value).toEqual(wanted)
    expect((await records.person(world.person('spoc-vale'))).value).toEqual(PERSON_SETTINGS)
  })

  test('what was passed on stands once', async () => {
    const [by, to] = [world.person('spoc-north'), world.person('spoc-vale')]
    const group = anId()
    const pass = { key: anId(), group, action: 'a', owners: [{ organisation: 'north' }], day: '2026-11-27', words: 'x' }
    const passed = { ...pass, kind: 'passed' as const, by, to }
    const notOurs = { ...pass, key: anId(), kind: 'notOurs' as const, by, to: null }
    for (const each of [passed, notOurs, passed]) await records.addPass(each)
    expect(await records.passes(group)).toEqual([passed, notOurs])
    expect(await records.passes('another')).toEqual([])
  })

  test('who was told of what is found by its day', async () => {
    const group = anId()
    const prompt = {
      id: anId(),
      group,
      day: '2026-11-27',
      kind: 'overdue',
      action: 'a',
      part: 'b',
      to: world.person('spoc-north'),
      post: 'spoc-north',
      state: 'unreachable' as const,
      at: '2026-11-27T08:30:00Z',
    }
    await records.addPrompt(prompt)
    expect(await records.promptsOn(group, '2026-11-27')).toEqual([prompt])
    expect(await records.promptsOn(group, '2026-11-28')).toEqual([])
  })

  test('an entry of the audit is there once, and keeps its place once it has one', async () => {
    const content = {
      id: anId(),
      event: 'consultation' as const,
      group: 'g',
      subject: "s'1",
      person: 'p',
      at: '2026-11-27T08:30:00Z',
      content: '{}',
      recordKey: 'key',
      seal: 'seal',
    }
    expect(await records.audit.add(content)).toEqual({ ...content, title: 'consultation', link: null })
    await records.audit.add(content)
    const link = { sequence: 7, previous: 'p', hash: 'h', signature: 's' }
    await records.audit.place(content.id, link)
    await records.audit.place(content.id, { ...link, sequence: 8 })
    expect(await records.audit.find(content.id)).toEqual({ ...content, title: 'consultation', link })
    const all = []
    for await (const page of records.audit.pages()) all.push(...page)
    expect(all).toEqual([{ ...content, title: 'consultation', link }])
  })
})
