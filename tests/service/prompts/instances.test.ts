import { afterAll, beforeAll, expect, test } from 'vitest'
import { onPostgres } from '../databases.ts'
import { personKeyOf, seedWork, withPeople } from './manypeople.ts'
import { aClock, aPromptWorld, type PromptWorld } from './promptworld.ts'

const COUNT = process.env['MATTERS_PROVE'] ? 1000 : 60
const APART = [0, -2.4, -4.8]

onPostgres('three instances whose clocks are minutes apart', ({ url }) => {
  let world: PromptWorld
  beforeAll(async () => {
    world = await aPromptWorld({ url: url(), clock: aClock(), tenant: withPeople(COUNT) })
  })
  afterAll(() => world.close())

  test('send each due prompt once', async () => {
    let looks = 0
    seedWork(world, COUNT, '2030-11-29')
    const clocks = APART.map((minutes) => aClock(minutes))
    world.clock.set('2030-11-26T08:31:00Z')
    for (const clock of clocks) {
      clock.set('2030-11-26T08:31:00Z')
      await world.start(clock, {
        points: async (point) => {
          if (point === 'gathered') looks += 1
        },
      })
    }
    // One of them has half past eight already.
    const counts = (): number[] => Array.from({ length: COUNT }, (_, index) => world.chat(personKeyOf(index)).length)
    const told = (): number => counts().reduce((sum, count) => sum + count, 0)
    await expect.poll(told, { timeout: 20_000, interval: 100 }).toBeGreaterThan(0)
    world.clock.set('2030-11-26T08:40:00Z')
    for (const clock of clocks) clock.set('2030-11-26T08:40:00Z')
    await expect.poll(told, { timeout: 120_000, interval: 200 }).toBe(COUNT)
    // And nothing comes after it, however often they look.
    const sofar = looks
    await expect.poll(() => looks, { timeout: 30_000, interval: 100 }).toBeGreaterThan(sofar + 3 * APART.length)
    expect(counts().filter((count) => count !== 1)).toEqual([])
    await expect
      .poll(() =>
        world.query(`select kind, told, count(*)::int as count from matters.prompt group by kind, told order by kind`),
      )
      .toEqual([
        { kind: 'assigned', told: 'baseline', count: COUNT },
        { kind: 'dueSoon', told: 'sent', count: COUNT },
      ])
    expect(world.connector.calls.filter(({ status }) => status >= 400)).toEqual([])
    const senders = await world.query('select distinct claimed_by from matters.message')
    console.log(`${COUNT} due, ${told()} sent, by ${senders.length} instances`)
  }, 240_000)
})
