import { afterEach, expect, test } from 'vitest'
import { createLimits } from '../../../src/local/connector/limits.ts'
import { createPace, type Pace } from '../../../src/service/prompts/pace.ts'
import { onEachDatabase, onPostgres } from '../databases.ts'

const paces: Pace[] = []
afterEach(() => {
  for (const pace of paces.splice(0)) pace.close()
})

/** Asks Teams' own limits, as the local connector keeps them, after a time on the way that is never the same. */
async function ask(pace: Pace, teams: ReturnType<typeof createLimits>, conversation: string): Promise<void> {
  const leave = await pace.enter(conversation)
  const onTheWay = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
  await onTheWay()
  // Throws where it would be refused.
  teams.spend('send', conversation)
  await onTheWay()
  leave()
}

const each = (count: number, work: (index: number) => Promise<void>): Promise<unknown> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))

onEachDatabase('pace', ({ open }) => {
  test('in one conversation no request is ever refused; a third one goes on meanwhile', async () => {
    const database = await open()
    const pace = createPace({ database, instance: 'one', onFault: console.error })
    paces.push(pace)
    const teams = createLimits(true, () => performance.now())
    const began = performance.now()
    const slow = each(9, () => ask(pace, teams, 'a'))
    await ask(pace, teams, 'b')
    expect(performance.now() - began).toBeLessThan(1900)
    await slow
    // Eight in two seconds: the ninth has to wait for two.
    expect(performance.now() - began).toBeGreaterThan(1950)
    await database.close()
  })
})

onPostgres('three instances', ({ open }) => {
  test('share what the tenant is permitted, and none is refused', async () => {
    const databases = await Promise.all([open(), open(), open()])
    const teams = createLimits(true, () => performance.now())
    await Promise.all(
      databases.map(async (database, index) => {
        const pace = createPace({ database, instance: `instance ${index}`, onFault: console.error })
        paces.push(pace)
        await each(30, (one) => ask(pace, teams, `${index}.${one}`))
      }),
    )
    await Promise.all(databases.map((database) => database.close()))
  }, 60_000)
})
