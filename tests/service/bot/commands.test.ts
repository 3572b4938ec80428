/** What people ask the bot in words, in their own chat and in the channel; and what is never said where others listen. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseCommand } from '../../../src/service/bot/commands.ts'
import { anId, endDeciding, say } from '../deciders.ts'
import { MISSING, personOf, sharedDatabase } from '../serviceworld.ts'
import {
  aLateAction,
  baseOf,
  beginChatting,
  cardOf,
  connector,
  messageSaying,
  messagesOf,
  seat,
  textOf,
} from './chatting.ts'

const SPOC = 'spoc-north'
const CHANNEL = MISSING.channelId

describe('words', () => {
  it.each([
    ['my actions', 'mine', 'en'],
    ['  My  Actions. ', 'mine', 'en'],
    ['fy nghamau', 'mine', 'cy'],
    ['overdue', 'overdue', 'en'],
    ['Hwyr', 'overdue', 'cy'],
    ['incident', 'incident', 'en'],
    ['Digwyddiad', 'incident', 'cy'],
    ['incidental', 'unknown', null],
    ['help', 'help', null],
    ['“help”', 'help', null],
    ['cymorth', 'help', 'cy'],
    ['find', 'find', 'en'],
    ['what is the weather', 'unknown', null],
    ['', 'unknown', null],
    ['my actionsx', 'unknown', null],
  ])('“%s” are understood as %s', (text, kind, language) => {
    expect(parseCommand(text)).toMatchObject({ asked: { kind }, language })
  })

  it('say what to look for, with “am” or without', () => {
    expect(parseCommand('find Quarterly  Figures').asked).toEqual({ kind: 'find', text: 'quarterly figures' })
    expect(parseCommand('chwilio am ffigurau').asked).toEqual({ kind: 'find', text: 'ffigurau' })
  })
})

describe('asked', () => {
  beforeAll(async () => {
    await beginChatting()
    await aLateAction('Share the quarterly figures')
    await say('coordinator', {
      kind: 'addAction',
      id: anId(),
      details: 'Write to [every](https://evil.example) force',
      actionKind: 'action',
      owners: [{ organisation: 'wms-rocu' }],
      parts: [],
      due: null,
      origin: { kind: 'typed' },
    })
  })
  afterAll(endDeciding)
  // The service has seen them too, then.
  beforeEach(async () => void (await messageSaying(SPOC, 'quarterly figures')))

  /** What the bot answers to it. */
  async function ask(person: string, text: string, base = baseOf(person)): Promise<string> {
    const before = connector.chat.messages(person, base).length
    expect(await connector.chat.say(seat(person), { base, thread: null, text })).toBe(true)
    const answers = connector.chat.messages(person, base).slice(before + 1)
    return answers.map((message) => `${message.content.summary ?? ''}\n${textOf(cardOf(message))}`).join('\n')
  }
  const mention = (text: string): string => `@Matters Arising ${text}`

  it('in one’s own chat: what is one’s own, what is late, what has these words', async () => {
    expect(await ask(SPOC, 'my actions')).toMatch(/One action is yours[\s\S]*Share the quarterly figures/)
    expect(await ask(SPOC, 'overdue')).toMatch(/One action is late[\s\S]*4 days late/)
    expect(await ask(SPOC, 'find force write')).toMatch(/One action has these words[\s\S]*Write to \[every\]/)
    expect(await ask(SPOC, 'find nothing like it')).toContain('No action has these words')
    expect(await ask(SPOC, 'find')).toContain('Say what to look for')
    expect(await ask('spoc-vale', 'my actions')).toContain('Nothing is waiting for you')
  })

  it('in Welsh: in Welsh', async () => {
    expect(await ask(SPOC, 'hwyr')).toContain('Mae un cam gweithredu yn hwyr')
    expect(await ask('spoc-welsh', 'help')).toContain('Beth y gallwch ei ofyn')
    expect(await ask('spoc-welsh', 'overdue')).toContain('One action is late')
  })

  it('what it doesn’t understand: it says what it would', async () => {
    expect(await ask(SPOC, 'discharge everything')).toMatch(/I didn’t understand that[\s\S]*“my actions”/)
  })

  it('by somebody who may not read the group: nothing of it', async () => {
    await connector.chat.choose(seat('outsider'), 'installed')
    expect(await ask('outsider', 'overdue')).toContain('Nothing is late')
    expect(await ask('outsider', 'find quarterly')).not.toContain('Share')
  })

  it('in the channel: what everybody there may see, and nothing of one’s own', async () => {
    expect(await ask(SPOC, mention('overdue'), CHANNEL)).toMatch(/One action is late[\s\S]*Share the quarterly figures/)
    const mine = await ask(SPOC, mention('my actions'), CHANNEL)
    expect(mine).toContain('What is yours is for you alone')
    expect(mine).not.toContain('Share')
  })

  it('when it is added: greets once, and knows where to write', async () => {
    const person = 'spoc-coast'
    await (
      await sharedDatabase()
    ).query('delete from matters.conversation where who like $1', [`%${personOf(person).objectId}`])
    const before = messagesOf(person).length
    await connector.chat.choose(seat(person), 'installed')
    await connector.chat.choose(seat(person), 'installed')
    const greetings = messagesOf(person).slice(before)
    expect(greetings.map(({ content }) => content.summary)).toEqual(['Matters Arising writes to you here'])
    await connector.chat.choose(seat(person), 'removed')
    const kept = await (
      await sharedDatabase()
    ).query('select 1 from matters.conversation where who like $1', [`%${personOf(person).objectId}`])
    expect(kept).toEqual([])
    const channel = connector.chat.messages('coordinator', CHANNEL)
    expect(
      channel.filter(({ content }) => content.summary === 'Matters Arising writes to you here').length,
    ).toBeLessThanOrEqual(1)
  })
})
