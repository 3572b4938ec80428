import { afterAll, beforeAll, expect, test } from 'vitest'
import { GROUP_SETTINGS } from '../../../src/domain/record.ts'
import { ANSWER_POINTS, type AnswerPoint } from '../../../src/service/bot/answering.ts'
import { openActionRegister } from '../../../src/sharepoint/work/register.ts'
import { until } from '../../sharepoint/world.ts'
import { onPostgres } from '../databases.ts'
import { personOf } from '../serviceworld.ts'
import { startInstance, type Instance } from './instances.ts'
import { actionKeyOf, personKeyOf, seedWork, withPeople } from './manypeople.ts'
import { aClock, aPromptWorld, KEY, type PromptWorld } from './promptworld.ts'

const KILLS = process.env['MATTERS_PROVE'] ? 600 : ANSWER_POINTS.length
const TODAY = '2031-01-06'
const SOON = { timeout: 60_000, interval: 100 }

onPostgres('an instance that dies over an answer', ({ url }) => {
  let world: PromptWorld
  let endpoint = ''

  beforeAll(async () => {
    world = await aPromptWorld({
      url: url(),
      clock: aClock(),
      tenant: withPeople(KILLS),
      connector: { endpoint: () => endpoint },
    })
    const known = await world.records.settings(KEY)
    await world.records.setSettings(KEY, known, { ...GROUP_SETTINGS, wordsUpTo: 'OFFICIAL-SENSITIVE' })
    seedWork(world, KILLS, '2031-01-08')
  })
  afterAll(() => world.close())

  async function start(endAt: AnswerPoint | null): Promise<Instance> {
    const instance = startInstance({
      configuration: { ...world.configuration, databaseUrl: url() },
      today: TODAY,
      endAt,
    })
    endpoint = `${await instance.url}/api/messages`
    return instance
  }

  /** What they say is theirs alone, so that it is known again in the register. */
  async function press(index: number, verb: 'open' | 'update'): Promise<boolean> {
    const person = personKeyOf(index)
    const { base } = world.connector.chat.overview(person).personal
    const [message] = world.connector.chat.messages(person, base)
    const prompt = / ([\w-]{20,})/.exec(message?.content.summary ?? '')?.[1]
    const action = { verb, data: { action: verb, prompt, text: `Answer ${index}.` } }
    const answer = await world.connector.chat.press(
      { person, locale: 'en-GB' },
      { base, id: message?.id ?? '' },
      action,
    )
    return answer.kind === 'card'
  }

  const isTaken = async (index: number): Promise<boolean> =>
    (
      await world.query(
        `select 1 from matters.handled h join matters.prompt p on p.id = h.prompt where p.action = $1`,
        [actionKeyOf(index)],
      )
    ).length > 0

  test(
    'wherever between pressed and applied it was: what was taken stands in the register, once',
    async () => {
      const first = await start(null)
      await expect
        .poll(() => Array.from({ length: KILLS }, (_, index) => world.chat(personKeyOf(index)).length), {
          ...SOON,
          timeout: SOON.timeout + 1000 * KILLS,
        })
        .toEqual(Array.from({ length: KILLS }, () => 1))
      first.child.kill('SIGTERM')
      await first.ended

      for (let kill = 0; kill < KILLS; kill++) {
        const instance = await start(ANSWER_POINTS[kill % ANSWER_POINTS.length] ?? null)
        // It may end over the answer before this one, which it carries on with: then nobody is there to press to.
        await press(kill, 'open').catch(() => false)
        await press(kill, 'update').catch(() => false)
        const impatience = setTimeout(() => instance.child.kill('SIGTERM'), SOON.timeout)
        expect(await instance.ended).toBe('SIGKILL')
        clearTimeout(impatience)
      }

      const last = await start(null)
      for (let index = 0; index < KILLS; index++) {
        // Whoever isn't told that it was taken presses again, as people do.
        const isTakenNow = async (): Promise<boolean> => {
          if (await isTaken(index)) return true
          await press(index, 'open')
          await press(index, 'update')
          return isTaken(index)
        }
        await expect.poll(isTakenNow, SOON).toBe(true)
      }
      await expect
        .poll(
          () => world.query(`select id, verb, state, tried_at::text from matters.handled where state <> 'applied'`),
          SOON,
        )
        .toEqual([])
      last.child.kill('SIGTERM')
      await last.ended

      const register = openActionRegister({
        client: world.tab('coordinator'),
        siteId: world.siteId('missing'),
        person: personOf('coordinator'),
        clock: world.clock,
        serviceAppId: world.configuration.serviceApp,
        pollSeconds: 3600,
      })
      await until(register, 'fresh')
      for (let index = 0; index < KILLS; index++) {
        const history = await register.history(actionKeyOf(index))
        expect(history.map(({ text, author }) => [text, author])).toEqual([[`Answer ${index}.`, `Officer ${index}`]])
      }
      register.close()
      console.log(`${KILLS} instances killed over answers: each stands there once`)
    },
    60_000 + KILLS * 30_000,
  )
})
