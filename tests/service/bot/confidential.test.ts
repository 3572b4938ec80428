/**
 * What is on Control alone, in people's chats: whoever is asked has one line and one button, which opens a page that asks
 * the service; once it was decided, anywhere, no card has the button any more.
 */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { guidanceEndpoints, type ChangeGuidance, type Guidance } from '../../../src/contract/guidance.ts'
import { anId, endDeciding, KEY, world } from '../deciders.ts'
import { endpoints, MISSING } from '../serviceworld.ts'
import {
  anInvoke,
  baseOf,
  beginChatting,
  buttonsOf,
  cardOf,
  connector,
  messageSaying,
  openTask,
  piecesOf,
  seat,
  textOf,
} from './chatting.ts'

const GUIDANCE = 'red-lines'
const ABOUT = { key: KEY, guidance: GUIDANCE }
const DRAFT = {
  title: 'Mulberry',
  titleWelsh: '',
  text: 'Step back.',
  textWelsh: '',
  validFrom: null,
  approver: 'chair',
}

beforeAll(async () => {
  await beginChatting({}, 'OFFICIAL')
  const rooms = ['guidance', 'incidents'] as const
  const { status } = await world.ask('coordinator', endpoints.setRooms, { key: KEY }, { seen: [], rooms: [...rooms] })
  expect(status).toBe(200)
})
afterAll(endDeciding)

/** What a message says of what is of this kind. */
const lineOn = (card: object, saying: string): object =>
  piecesOf(card).findLast(({ type, separator, items }) => {
    return type === 'Container' && separator && textOf(items as object).includes(saying)
  }) ?? {}

async function change(asked: Omit<ChangeGuidance, 'commandId'> & object): Promise<Guidance> {
  const request = { commandId: anId(), ...asked } as ChangeGuidance
  const { answer, refusal } = await world.ask('coordinator', guidanceEndpoints.changeGuidance, ABOUT, request)
  if (!answer) throw new Error(JSON.stringify(refusal))
  return answer
}

it('guidance is put to its approver, then to each SPOC, and nothing is pressed twice', async () => {
  const written = await change({ kind: 'write', number: 1, seen: null, draft: DRAFT } as never)
  const seen = written.guidance[0]?.versions[0]?.hash ?? ''
  const submitted = await change({ kind: 'submit', number: 1, seen, bodies: [] } as never)
  const asked = submitted.guidance[0]?.versions[0]?.asked[0]

  const wanted = 'Guidance waits for your decision'
  const toChair = await messageSaying('chair', wanted)
  expect(buttonsOf(lineOn(toChair.card, wanted))).toEqual(['ask'])
  // The group is marked above what may stand in a chat.
  expect(JSON.stringify(toChair.card)).not.toContain('Mulberry')
  const page = await openTask('chair', toChair, 'ask', wanted)
  const url = new URL(page.kind === 'page' ? page.url : '')
  expect(Object.fromEntries(url.searchParams)).toEqual({ page: 'ask', group: KEY, area: 'guidance', about: GUIDANCE })
  // The button in somebody else's hand opens nothing.
  const prompt = /"action":"ask","prompt":"([\w-]+)"/.exec(JSON.stringify(lineOn(toChair.card, wanted)))?.[1]
  expect(prompt).toBeDefined()
  const pressedBy = async (person: string): Promise<string> => {
    const invoke = {
      ...anInvoke(person, { action: {} }),
      name: 'task/fetch',
      value: { data: { action: 'ask', prompt } },
    }
    return JSON.stringify(await connector.post(invoke))
  }
  expect(await pressedBy('chair')).toContain('page=ask')
  expect(await pressedBy('spoc-north')).not.toContain('page=ask')

  const decision = { commandId: anId(), number: 1, part: 'agreed', hash: asked?.hash ?? '' } as const
  const decided = await world.ask('chair', guidanceEndpoints.decideGuidance, ABOUT, {
    ...decision,
    verdict: 'approved',
    reason: '',
  })
  expect(decided.status).toBe(200)
  const after = await messageSaying('chair', 'Agreed.')
  expect(buttonsOf(after.card)).toEqual([])
  const again = await connector.chat.fetchTask(
    { person: 'chair', locale: 'en-GB' },
    toChair.press,
    {
      action: 'ask',
      prompt,
    },
    'default',
  )
  expect(again.kind).not.toBe('page')

  const toRead = 'Guidance to read and acknowledge'
  const toSpoc = await messageSaying('spoc-north', toRead)
  expect(buttonsOf(lineOn(toSpoc.card, toRead))).toEqual(['ask'])
  const position = decided.answer?.guidance[0]?.position
  const { status } = await world.ask('spoc-north', guidanceEndpoints.acknowledgeGuidance, ABOUT, {
    commandId: anId(),
    number: 1,
    part: 'agreed',
    hash: position?.hash ?? '',
    organisation: 'north-mercia',
  })
  expect(status).toBe(200)
  expect(buttonsOf((await messageSaying('spoc-north', 'Nothing is left for you to acknowledge')).card)).toEqual([])
})

it('“incident” opens the form for whoever holds a post in a group that gathers them, and for nobody else', async () => {
  const say = (person: string, text: string, base = baseOf(person)) =>
    connector.chat.say(seat(person), { base, thread: null, text })
  await say('spoc-north', 'incident')
  const card = await messageSaying('spoc-north', 'Open the form')
  const page = await openTask('spoc-north', card, 'report')
  const url = new URL(page.kind === 'page' ? page.url : '')
  expect(Object.fromEntries(url.searchParams)).toEqual({ page: 'ask', group: KEY, area: 'incident', about: 'new' })

  // The guest holds no post: they are told so, and the button in their hand opens nothing.
  await connector.chat.choose(seat('guest'), 'installed')
  await say('guest', 'digwyddiad')
  const told = await messageSaying('guest', 'Dweud wrth y rhanbarth')
  expect(buttonsOf(told.card)).toEqual([])
  const invoke = { ...anInvoke('guest', { action: {} }), name: 'task/fetch' }
  const forged = await connector.post({ ...invoke, value: { data: { action: 'report', group: KEY } } })
  expect(JSON.stringify(forged)).toContain('No group in which you hold a post')

  await say('spoc-north', '@Matters Arising incident', MISSING.channelId)
  const inChannel = connector.chat.messages('spoc-north', MISSING.channelId).at(-1)
  expect(inChannel && buttonsOf(cardOf(inChannel))).toEqual(['report'])
})
