import { afterAll, beforeAll, expect, test } from 'vitest'
import { nextWorkingDay } from '../../../src/domain/calendar.ts'
import { POINTS, type Point } from '../../../src/service/prompts/send.ts'
import { onPostgres } from '../databases.ts'
import { startInstance } from './instances.ts'
import { aClock, aPromptWorld, type PromptWorld } from './promptworld.ts'

const KILLS = process.env['MATTERS_PROVE'] ? 600 : POINTS.length
const PATIENCE_MS = 60_000

onPostgres('an instance that dies', ({ url }) => {
  let world: PromptWorld
  let day = '2031-01-06'

  beforeAll(async () => {
    world = await aPromptWorld({ url: url(), clock: aClock() })
    await world.appoint('spoc-north', 'spoc', 'spoc-north')
  })
  afterAll(() => world.close())

  /** Resolves with how it ended. */
  async function run(endAt: Point | null, until: () => Promise<boolean>): Promise<string | null> {
    const configuration = { ...world.configuration, databaseUrl: url() }
    const { child, ended } = startInstance({ configuration, today: day, endAt })
    const impatience = setTimeout(() => child.kill('SIGTERM'), PATIENCE_MS)
    if (endAt === null) {
      await expect.poll(until, { timeout: PATIENCE_MS, interval: 100 }).toBe(true)
      child.kill('SIGTERM')
    }
    const signal = await ended
    clearTimeout(impatience)
    return signal
  }

  const waiting = async (): Promise<number> =>
    (await world.query(`select 1 from matters.prompt where told is null`)).length +
    (await world.query(`select 1 from matters.message where not is_recorded or state in ('planned', 'sending')`)).length

  test(
    'wherever between due and recorded it was: nothing is lost, and nobody is told twice on one day',
    async () => {
      // The group begins: from here on what is assigned is news.
      await run(null, async () => (await world.query('select 1 from matters.planned_group')).length > 0)
      const actions: string[] = []
      for (let kill = 0; kill < KILLS; kill++) {
        day = nextWorkingDay(day)
        actions.push(await world.anAction({ owner: 'spoc-north' }))
        expect(await run(POINTS[kill % POINTS.length] ?? null, async () => true)).toBe('SIGKILL')
      }
      // What an ambiguous message carried stands in the next day's; the last may need two.
      for (let more = 0; more < 3 && (await waiting()) > 0; more++) {
        day = nextWorkingDay(day)
        await run(null, async () => (await waiting()) === 0).catch(() => null)
      }
      expect(await waiting()).toBe(0)

      const prompts = await world.query<{ id: string; action: string }>('select id, action from matters.prompt')
      expect(prompts.map(({ action }) => action).toSorted()).toEqual(actions.toSorted())
      const told = world.chat('spoc-north')
      for (const { id } of prompts) expect(told.filter((text) => text.includes(id)).length).toBeGreaterThan(0)
      const days = told.map((text) => text.split('\n')[0])
      expect(new Set(days).size, 'messages on one day').toBe(days.length)
      // Only what may have been sent, or not, is told again.
      const [{ count } = { count: -1 }] = await world.query<{ count: number }>(
        `select count(*)::int as count from matters.message where state = 'ambiguous'`,
      )
      console.log(`${KILLS} instances killed: ${told.length} messages, ${count} of them or others unclear`)
      for (const { id } of prompts) {
        const times = told.filter((text) => text.includes(id)).length
        const unclear = await world.query(
          `select 1 from matters.message_prompt c join matters.message m on m.id = c.message
           where c.prompt = $1 and m.state = 'ambiguous'`,
          [id],
        )
        expect(times).toBeLessThanOrEqual(1 + unclear.length)
      }
    },
    KILLS * 30_000,
  )
})
