/**
 * What Teams permits and how much of it is used: five thousand people's message of the day against a connector that
 * refuses what is too much. And buttons pressed forty times a second, while what they change goes into the register
 * within the quota of Graph's smallest tenant. Everything is the real service over HTTP; time is real.
 */

import { findPostgres, startPostgres } from '../../src/laptop/postgres.ts'
import { findFree } from '../../src/laptop/ports.ts'
import { GROUP_SETTINGS } from '../../src/domain/record.ts'
import type { CardAnswer } from '../../src/local/connector/answers.ts'
import { createClock } from '../../src/words/clock.ts'
import { TODAY } from '../service/serviceworld.ts'
import { personKeyOf, seedWork, withPeople } from '../service/prompts/manypeople.ts'
import { aPromptWorld, KEY, type PromptWorld, type SetClock } from '../service/prompts/promptworld.ts'

interface Row {
  readonly name: string
  readonly figure: number
  readonly unit: string
  readonly beside?: string
  readonly ratio?: number
}

const PEOPLE = 5000
const PER_SECOND = 50
const PRESSED_PER_SECOND = 40
const PRESSES = 240
const { now } = createClock()

export async function bench(): Promise<readonly Row[]> {
  return [...(await inGroupOf(PEOPLE, everybodyIsTold)), ...(await inGroupOf(PRESSES, buttonsArePressed))]
}

async function inGroupOf(
  people: number,
  measure: (world: PromptWorld, before: number) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  const bin = findPostgres()
  const server = bin === null ? null : await startPostgres(bin, await findFree(1))
  // A day that stands still: its hour is past, whenever this runs.
  const clock: SetClock = { now, today: () => TODAY, set: () => {} }
  const world = await aPromptWorld({
    url: server?.url ?? null,
    clock,
    tenant: withPeople(people),
    connector: { limits: 'on' },
    prompting: {},
  })
  const known = await world.records.settings(KEY)
  await world.records.setSettings(KEY, known, { ...GROUP_SETTINGS, wordsUpTo: 'OFFICIAL-SENSITIVE' })
  const before = world.connector.calls.length
  seedWork(world, people, '2026-11-27')
  while (sentSince(world, before) < people) await pause(1000)
  const rows = await measure(world, before)
  await world.close()
  await server?.stop()
  return rows
}

const sentSince = ({ connector }: PromptWorld, before: number): number =>
  connector.calls.slice(before).filter(({ operation, status }) => operation === 'send' && status < 300).length

async function everybodyIsTold(world: PromptWorld, before: number): Promise<readonly Row[]> {
  const all = world.connector.calls.slice(before)
  const seconds = ((all.at(-1)?.at ?? 0) - (all[0]?.at ?? 0)) / 1000
  const share = all.length / (seconds * PER_SECOND)
  return [
    {
      name: `${PEOPLE} people told, a conversation and a message each: took`,
      figure: seconds,
      unit: 's',
    },
    {
      name: 'requests a second',
      figure: all.length / seconds,
      unit: '/s',
      beside: `${PER_SECOND} permitted`,
      ratio: share,
    },
    {
      name: 'refused as too many (429)',
      figure: all.filter(({ status }) => status === 429).length,
      unit: 'requests',
    },
  ]
}

/** Each by somebody else: they open their action on its card, and have nothing to report. */
async function buttonsArePressed(world: PromptWorld): Promise<readonly Row[]> {
  world.graph.limit(1250)
  const from = now()
  const opened = await pressAtOnce(world, 'open')
  const answered = await pressAtOnce(world, 'nil')
  const took = [...opened.took, ...answered.took].toSorted((a, b) => a - b)
  const at = (share: number): number => took[Math.floor(took.length * share)] ?? 0
  const pressed = now()
  const left = async (): Promise<number> =>
    PRESSES - (await world.query(`select 1 from matters.handled where state = 'applied'`)).length
  while ((await left()) > 0) await pause(2000)
  const drained = (now() - pressed) / 1000
  const asked = world.graph.requests.filter((each) => each.app === world.configuration.serviceApp && each.at >= from)
  const units = asked.reduce((sum, each) => sum + each.units, 0)
  return [
    {
      name: `${took.length} buttons at ${PRESSED_PER_SECOND} a second: acknowledged, p50`,
      figure: at(0.5),
      unit: 'ms',
    },
    { name: 'acknowledged, p99', figure: at(0.99), unit: 'ms', beside: '1,000 ms at most' },
    { name: 'not answered with a card', figure: opened.wrong + answered.wrong, unit: 'presses' },
    { name: `all ${PRESSES} answers stand in the register after`, figure: drained, unit: 's' },
    {
      name: 'Graph meanwhile',
      figure: (units / (now() - from)) * 60_000,
      unit: 'units/min',
      beside: '1,250 permitted',
    },
    { name: 'refused by Graph (429)', figure: asked.filter(({ status }) => status === 429).length, unit: 'requests' },
  ]
}

async function pressAtOnce(world: PromptWorld, verb: string): Promise<{ took: readonly number[]; wrong: number }> {
  const from = now()
  const took: number[] = []
  let wrong = 0
  const press = async (index: number): Promise<void> => {
    const began = now()
    const answer = await pressOf(world, personKeyOf(index), verb)
    took.push(now() - began)
    if (answer.kind !== 'card') wrong += 1
  }
  const presses: Promise<void>[] = []
  for (let index = 0; index < PRESSES; index++) {
    const due = from + (index * 1000) / PRESSED_PER_SECOND
    if (due > now()) await pause(due - now())
    presses.push(press(index))
  }
  await Promise.all(presses)
  return { took, wrong }
}

async function pressOf({ connector }: PromptWorld, person: string, verb: string): Promise<CardAnswer> {
  const { base } = connector.chat.overview(person).personal
  const [message] = connector.chat.messages(person, base)
  const prompt = /"prompt":"([^"]+)"/.exec(JSON.stringify(message?.content ?? {}))?.[1]
  if (!message || prompt === undefined) throw new Error(`${person} was told nothing`)
  const action = { verb, data: { action: verb, prompt } }
  return connector.chat.press({ person, locale: 'en-GB' }, { base, id: message.id }, action)
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
