/** Above the group's threshold no words of it are in any chat, whatever is asked or pressed (product, rule 8). */

import { afterAll, beforeAll, expect, it } from 'vitest'
import { anId, endDeciding, say, world } from '../deciders.ts'
import { MISSING } from '../serviceworld.ts'
import {
  aLateAction,
  baseOf,
  beginChatting,
  buttonsOf,
  connector,
  messageSaying,
  messagesOf,
  openTask,
  piecesOf,
  press,
  seat,
  textOf,
} from './chatting.ts'

const SPOC = 'spoc-north'
const CHANNEL = MISSING.channelId

/** What the message of the day says of an action. */
function itemOn(card: object, { reference }: { readonly reference: string }): object {
  const items = piecesOf(card).filter(({ type, separator }) => type === 'Container' && separator)
  return items.find((item) => new RegExp(`(?<!\\d)${reference}(?!\\d)`).test(textOf(item))) ?? {}
}

beforeAll(() => beginChatting({}, 'OFFICIAL'))
afterAll(endDeciding)

it('a chat has reference, due and one button that opens the page to answer on; no words, whoever asks', async () => {
  const secret = await aLateAction('Mulberry')
  const message = await messageSaying(SPOC, secret.reference)
  const item = itemOn(message.card, secret)
  expect(buttonsOf(item)).toEqual(['answer'])
  const page = await openTask(SPOC, message, 'answer', secret.reference)
  expect(page).toMatchObject({ kind: 'page', title: secret.reference })
  const url = new URL(page.kind === 'page' ? page.url : '')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    page: 'answer',
    group: 'missing-children',
    site: world.siteId('missing'),
    action: secret.id,
  })
  for (const text of ['overdue', 'my actions', 'find mulberry']) {
    await connector.chat.say(seat(SPOC), { base: baseOf(SPOC), thread: null, text })
    await connector.chat.say(seat(SPOC), { base: CHANNEL, thread: null, text: `@Matters Arising ${text}` })
  }
  const all = [...messagesOf(SPOC), ...connector.chat.messages(SPOC, CHANNEL)].filter(({ author }) => author === null)
  expect(all.length).toBeGreaterThan(5)
  expect(JSON.stringify(all)).not.toContain('Mulberry')
  expect(JSON.stringify(all)).toContain('marked too high to be shown in a chat')
  // Nor does a button that isn't there bring them out, nor take an answer.
  const data = {
    action: 'update',
    prompt: /"prompt":"([\w-]+)"/.exec(JSON.stringify(item))?.[1],
    text: 'Here.',
  }
  const forced = await connector.chat.press(seat(SPOC), message.press, { verb: 'update', data })
  expect(JSON.stringify(forced)).not.toContain('Mulberry')
  const card = { card: forced.kind === 'card' ? forced.card : {}, press: message.press }
  expect(buttonsOf(card.card)).toEqual(['answer', 'back'])
  expect(textOf((await press(SPOC, card, 'back')).card)).toContain(secret.reference)
})

it('what was answered in the dialog, the register says and then the card; a dialog that only says so changes nothing', async () => {
  const [untouched, answered] = [await aLateAction('Quince'), await aLateAction('Medlar')]
  await messageSaying(SPOC, untouched.reference)
  const { press: on } = await messageSaying(SPOC, answered.reference)
  const close = async (settled: string): Promise<unknown> =>
    connector.chat.submitTask(seat(SPOC), on, { settled }, 'default')
  expect(await close(untouched.id)).toEqual({ kind: 'done' })
  await say(SPOC, { kind: 'proposeDischarge', id: anId(), action: answered.id, evidence: 'All of it is under way.' })
  await close(answered.id)
  const { card } = await messageSaying(SPOC, 'Discharge proposed. The chair decides.')
  expect(buttonsOf(itemOn(card, answered))).toEqual([])
  expect(buttonsOf(itemOn(card, untouched))).toEqual(['answer'])
  expect(JSON.stringify(card)).not.toMatch(/Quince|Medlar|under way/)
})
