import { afterAll, beforeAll, expect, test } from 'vitest'
import { MAILBOX, PEOPLE } from '../../../src/laptop/demonstration/tenant.ts'
import type { Service } from '../../../src/service/server.ts'
import { findLists, openTable } from '../../../src/sharepoint/table.ts'
import type { List } from '../../../src/sharepoint/lists.ts'
import type { KeyedValues } from '../../../src/sharepoint/work/rows.ts'
import { quarterKind, workstreamKind } from '../../../src/sharepoint/work/workstreamrows.ts'
import { QUARTERS, WORKSTREAMS } from '../../../src/sharepoint/worklists.ts'
import { aWorkstream } from '../../domain/coverageworld.ts'
import { onEachDatabase } from '../databases.ts'
import { endpoints, personOf } from '../serviceworld.ts'
import { aClock, aPromptWorld, KEY, type PromptWorld, type SetClock } from './promptworld.ts'

const SOON = { timeout: 45_000, interval: 100 }

onEachDatabase('a person’s day', ({ url }) => {
  let world: PromptWorld
  let clock: SetClock
  let service: Service
  /** Looks at what is due, all of them ended. */
  let looks = 0

  beforeAll(async () => {
    clock = aClock()
    world = await aPromptWorld({ url: url(), clock })
    await world.ask('coordinator', endpoints.setRooms, { key: KEY }, { seen: [], rooms: ['workstreams'] })
    clock.set('2030-11-26T07:00:00Z')
    await world.appoint('chair', 'chair', 'chair')
    await world.appoint('spoc-north', 'spoc', 'spoc-north', 'spoc-vale')
    await world.appoint('spoc-coast', 'spoc', 'spoc-coast')
    await world.appoint('spoc-vale', 'spoc', 'spoc-vale')
    await world.anAction({ owner: 'spoc-north', due: '2031-03-01' })
    await world.anAction({ owner: 'spoc-north', due: '2030-11-28' })
    service = await start()
  })
  afterAll(() => world.close())

  const start = (): Promise<Service> =>
    world.start(clock, {
      points: async (point) => {
        if (point === 'gathered') looks += 1
      },
    })

  const kinds = (person: string): string[][] =>
    world.chat(person).map((text) =>
      text
        .split('\n')
        .slice(1)
        .map((line) => line.split(' ')[0] ?? '')
        .toSorted(),
    )

  test('from planning to what the day after repeats', async () => {
    // Before the hour: planned, and nothing sent. What everybody had when it began is no news.
    await expect
      .poll(() => world.query(`select kind, told from matters.prompt order by kind`), SOON)
      .toEqual([
        { kind: 'assigned', told: 'baseline' },
        { kind: 'assigned', told: 'baseline' },
        { kind: 'dueSoon', told: null },
      ])
    expect(world.chat('spoc-north')).toEqual([])

    clock.set('2030-11-26T08:31:00Z')
    await expect.poll(() => kinds('spoc-north'), SOON).toEqual([['dueSoon']])

    // What comes up later edits the day's message.
    const later = await world.anAction({ owner: 'spoc-north', due: '2030-11-27' })
    await expect.poll(() => kinds('spoc-north'), SOON).toEqual([['dueSoon', 'dueSoon']])
    // Nothing was due for this one at the hour: their message goes when something comes up.
    await world.anAction({ owner: 'spoc-coast', due: '2031-02-01' })
    await expect.poll(() => kinds('spoc-coast'), SOON).toEqual([['assigned']])

    // And it stands in the day after's, under the same id.
    clock.set('2030-11-27T08:31:00Z')
    await expect.poll(() => world.chat('spoc-north').length, SOON).toBe(2)
    const [first, second] = world.chat('spoc-north').map((text) => text.split('\n'))
    expect(second).toContainEqual(expect.stringMatching(/^dueToday /))
    const ofLater = (): Promise<readonly { readonly id: string; readonly kind: string; readonly told: string }[]> =>
      world.query('select id, kind, told from matters.prompt where action = $1', [later])
    // Said in fewer words by what is more pressing.
    await expect
      .poll(async () => (await ofLater()).every(({ kind, told }) => told === 'sent' || kind === 'dueSoon'), SOON)
      .toBe(true)
    expect(first).toContain(`dueSoon ${(await ofLater()).find(({ kind }) => kind === 'dueSoon')?.id}`)

    // A restart sends nothing again.
    await service.close()
    service = await start()
    await expect.poll(() => world.query('select 1 from matters.message where not is_recorded'), SOON).toEqual([])
    expect(world.chat('spoc-north').length).toBe(2)
    const told = await world.records.promptsOn(KEY, '2030-11-26')
    expect(told.map(({ state, to }) => [state, to.name])).toContainEqual(['sent', 'Aisha Khan'])

    // Whom Teams doesn't reach gets an e-mail with the reference, the due and nothing that anybody wrote.
    await world.connector.chat.choose({ person: 'spoc-coast', locale: 'en-GB' }, 'blocked')
    await world.anAction({ owner: 'spoc-coast', due: '2030-11-28' })
    clock.set('2030-11-28T08:31:00Z')
    await expect.poll(() => world.graph.mails(), SOON).toHaveLength(1)
    expect(world.graph.mails()[0]).toMatchObject({
      from: MAILBOX,
      to: [PEOPLE.find(({ key }) => key === 'spoc-coast')?.mail],
      text: expect.stringContaining('2030-11-28') as string,
    })
    await expect
      .poll(
        async () => (await world.records.promptsOn(KEY, '2030-11-28')).map(({ state, to }) => [state, to.objectId]),
        SOON,
      )
      .toContainEqual(['mailed', personOf('spoc-coast').objectId])

    // 429: waits, and goes; unclear: doesn't go again that day, and stands in the next under the same id.
    world.connector.faults.add({
      match: { operation: 'send', person: 'spoc-north' },
      times: 1,
      fault: { kind: 'status', status: 429, retryAfter: 1 },
    })
    world.connector.faults.add({
      match: { operation: 'send', person: 'spoc-north' },
      times: 1,
      fault: { kind: 'doneThen', status: 502 },
    })
    const before = world.chat('spoc-north').length
    const again = await world.anAction({ owner: 'spoc-north', due: '2031-02-01' })
    const ofAgain = (): Promise<readonly { readonly id: string }[]> =>
      world.query<{ id: string }>(`select id from matters.prompt where action = $1 and kind = 'assigned'`, [again])
    await expect.poll(async () => (await ofAgain()).length, SOON).toBe(1)
    const id = (await ofAgain())[0]?.id ?? ''
    clock.set('2030-11-29T08:31:00Z')
    const state = () =>
      world.query(`select state from matters.message where day = '2030-11-29' and who like $1`, [
        `%${personOf('spoc-north').objectId}`,
      ])
    await expect.poll(state, SOON).toEqual([{ state: 'ambiguous' }])
    // Delivered all the same, as it happens.
    expect(world.chat('spoc-north').length).toBe(before + 1)
    expect(world.chat('spoc-north').at(-1)).toContain(id)
    // Friday; on Saturday and Sunday nobody is written to.
    clock.set('2030-11-30T12:00:00Z')
    const sofar = looks
    await expect.poll(() => looks, SOON).toBeGreaterThan(sofar + 2)
    expect(world.chat('spoc-north').length).toBe(before + 1)
    clock.set('2030-12-02T08:31:00Z')
    await expect.poll(() => world.chat('spoc-north').length, SOON).toBe(before + 2)
    expect(world.chat('spoc-north').at(-1)).toContain(id)

    // Whoever leads on a work stream is asked where it stands this quarter, until it is said, by whomever.
    const lists = await findLists(world.administrator, world.siteId('missing'), [WORKSTREAMS, QUARTERS])
    const put = (person: string, list: List, values: KeyedValues) =>
      openTable(world.tab(person), world.siteId('missing'), lists.get(list) ?? '').append(values)
    const content = aWorkstream({ smtLead: [{ post: 'spoc-vale' }] })
    await put('coordinator', WORKSTREAMS, workstreamKind.make('homes', content))
    await expect.poll(() => kinds('spoc-vale'), SOON).toEqual([['quarterWanted']])
    const states = () => world.query('select subject, state from matters.prompt where kind = $1', ['quarterWanted'])
    await expect.poll(states, SOON).toEqual([{ subject: 'workstream-homes.2030-Q3', state: 'open' }])
    const said = { workstream: 'homes', quarter: '2030-Q3', status: 'All five.', planned: '', versions: [] }
    await put('spoc-north', QUARTERS, quarterKind.make('homes.2030-Q3', said))
    await expect.poll(states, SOON).toEqual([{ subject: 'workstream-homes.2030-Q3', state: 'settled' }])
  }, 240_000)
})
