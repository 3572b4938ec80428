/** What becomes of a message, for every way in which a connector can answer, over the real library and HTTP. */

import { PUBLIC, withOverrides } from '@microsoft/teams.api'
import { App } from '@microsoft/teams.apps'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createConversations } from '../../../src/service/bot/conversations.ts'
import { createServiceUrlCheck } from '../../../src/service/bot/filter.ts'
import { createMessenger, type Messenger, type OutgoingMessage } from '../../../src/service/bot/messenger.ts'
import { QUIET } from '../../../src/service/bot/quiet.ts'
import { openDatabase, type Database } from '../../../src/service/database/database.ts'
import { CACHE } from '../../../src/laptop/places.ts'
import { findFree } from '../../../src/laptop/ports.ts'
import { TEAMS } from '../../../src/laptop/demonstration/tenant.ts'
import type { Fault } from '../../../src/local/connector/faults.ts'
import { CONNECTOR_AUDIENCE, type Connector } from '../../../src/local/connector/connector.ts'
import { aServiceWorld, BOT, personOf, type ServiceWorld } from '../serviceworld.ts'

let world: ServiceWorld
let connector: Connector
let database: Database
const seat = (person: string) => ({ person, locale: 'en-GB' })
const chair = personOf('chair')
const channel = { teamId: TEAMS.csae.id, channelId: TEAMS.csae.channels[1]?.id ?? '' }

beforeAll(async () => {
  world = await aServiceWorld({ bot: {} })
  connector = world.connector!
  database = await openDatabase({ url: null, folder: null, templates: CACHE })
})
beforeEach(async () => {
  connector.reset()
  await database.query('delete from matters.conversation')
  await connector.chat.setTeam(seat('coordinator'), TEAMS.csae.id, true)
})
afterAll(async () => {
  await world.close()
  await database.close()
})

function aMessenger(more: { at?: string; timeout?: number; token?: () => Promise<string> } = {}): Messenger {
  const url = more.at ?? connector.serviceUrl
  const token = async (): Promise<string> =>
    (await world.graph.signIn.appToken({ clientId: BOT.appId, audience: CONNECTOR_AUDIENCE })).accessToken
  const app = new App({
    clientId: BOT.appId,
    tenantId: world.configuration.tenantId,
    token: more.token ?? token,
    cloud: withOverrides(PUBLIC, { openIdMetadataUrl: connector.metadataUrl }),
    client: { timeout: more.timeout ?? 5000 },
    httpServerAdapter: { registerRoute: () => {} },
    logger: QUIET,
  })
  return createMessenger({
    at: (serviceUrl) => app.api.clone({ serviceUrl }).conversations,
    conversations: createConversations(database),
    connector: url,
    isServiceUrl: createServiceUrlCheck(() => [url]),
  })
}

const aMessage = (text = 'Due tomorrow'): OutgoingMessage => ({
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }] },
  summary: text,
})
const seen = (key = 'chair', base = connector.chat.overview(key).personal.base) =>
  connector.chat.messages(key, base).map((message) => message.content.summary)

describe('a message to a person', () => {
  it('arrives, is found again and edited; the conversation is opened once', async () => {
    const messenger = aMessenger()
    const sent = await messenger.send({ person: chair }, aMessage())
    expect(sent).toMatchObject({ state: 'sent', place: { serviceUrl: connector.serviceUrl } })
    expect(seen()).toEqual(['Due tomorrow'])
    if (sent.state !== 'sent') return
    expect(await messenger.update(sent.place, aMessage('Answered'))).toBe('updated')
    await messenger.send({ person: chair }, aMessage('Next day'))
    expect(seen()).toEqual(['Answered', 'Next day'])
    expect(connector.calls.map((call) => call.operation)).toEqual(['create', 'send', 'update', 'send'])
  })

  it('can’t reach who hasn’t the app, has blocked it, or isn’t there', async () => {
    const messenger = aMessenger()
    expect(await messenger.send({ person: personOf('outsider') }, aMessage())).toEqual({ state: 'unreachable' })
    await messenger.send({ person: chair }, aMessage())
    await connector.chat.choose(seat('chair'), 'blocked')
    expect(await messenger.send({ person: chair }, aMessage())).toEqual({ state: 'unreachable' })
    const nobody = { ...chair, objectId: '77777777-0000-4000-8000-000000000099' }
    expect(await messenger.send({ person: nobody }, aMessage())).toEqual({ state: 'unreachable' })
  })

  it('goes to a new conversation where the old one is gone, once', async () => {
    const messenger = aMessenger()
    await messenger.send({ person: chair }, aMessage('one'))
    connector.faults.add({ match: { operation: 'send' }, times: 1, fault: { kind: 'status', status: 404 } })
    expect(await messenger.send({ person: chair }, aMessage('two'))).toMatchObject({ state: 'sent' })
    connector.faults.add({ match: { operation: 'send' }, fault: { kind: 'status', status: 404 } })
    expect(await messenger.send({ person: chair }, aMessage('three'))).toEqual({ state: 'unreachable' })
    expect(seen()).toEqual(['one', 'two'])
  })

  it('goes by the connector that is configured, where the one it had is no longer allowed', async () => {
    await createConversations(database).keep(`${chair.tenantId}/${chair.objectId}`, {
      serviceUrl: 'https://elsewhere.example/',
      conversationId: 'a:x',
    })
    expect(await aMessenger().send({ person: chair }, aMessage())).toMatchObject({ state: 'sent' })
    expect(
      await aMessenger().update(
        { serviceUrl: 'https://elsewhere.example/', conversationId: 'a:x', activityId: '1' },
        aMessage(),
      ),
    ).toBe('gone')
  })

  const sendings: readonly (readonly [what: string, fault: Fault, ends: object, shown: number])[] = [
    ['asked to wait', { kind: 'status', status: 429, retryAfter: 7 }, { state: 'wait', seconds: 7 }, 0],
    ['asked to wait for who knows how long', { kind: 'status', status: 429 }, { state: 'wait', seconds: 5 }, 0],
    ['refused as out of date', { kind: 'status', status: 412 }, { state: 'notSent' }, 0],
    ['refused its token', { kind: 'status', status: 401 }, { state: 'notSent' }, 0],
    ['forbidden', { kind: 'status', status: 403 }, { state: 'unreachable' }, 0],
    ['failed', { kind: 'status', status: 500 }, { state: 'ambiguous' }, 0],
    ['delivered, then failed', { kind: 'doneThen', status: 502 }, { state: 'ambiguous' }, 1],
    ['cut off before', { kind: 'cutBefore' }, { state: 'ambiguous' }, 0],
    ['cut off after', { kind: 'cutAfter' }, { state: 'ambiguous' }, 1],
  ]
  it.each(sendings)('that is %s says so, and is never sent again by itself', async (_what, fault, ends, shown) => {
    connector.faults.add({ match: { operation: 'send' }, times: 1, fault })
    expect(await aMessenger().send({ person: chair }, aMessage())).toEqual(ends)
    expect(seen()).toHaveLength(shown)
  })

  it('that isn’t answered in time may have arrived', async () => {
    connector.faults.add({ match: { operation: 'send' }, times: 1, fault: { kind: 'slow', ms: 1500 } })
    expect(await aMessenger({ timeout: 700 }).send({ person: chair }, aMessage())).toEqual({ state: 'ambiguous' })
  })

  const openings: readonly (readonly [what: string, fault: Fault, ends: object])[] = [
    ['asked to wait', { kind: 'status', status: 429, retryAfter: 3 }, { state: 'wait', seconds: 3 }],
    ['done, then failed', { kind: 'doneThen', status: 502 }, { state: 'notSent' }],
    ['cut off', { kind: 'cutAfter' }, { state: 'notSent' }],
  ]
  it.each(openings)('wasn’t sent when opening the conversation was %s', async (_what, fault, ends) => {
    connector.faults.add({ match: { operation: 'create' }, times: 1, fault })
    expect(await aMessenger().send({ person: chair }, aMessage())).toEqual(ends)
    expect(seen()).toEqual([])
  })

  it('wasn’t sent when nobody listens', async () => {
    const nowhere = `http://localhost:${await findFree(1)}/`
    expect(await aMessenger({ at: nowhere }).send({ person: chair }, aMessage())).toEqual({ state: 'notSent' })
  })

  it('that the connector doesn’t take at all is a fault', async () => {
    await expect(aMessenger().send({ person: chair }, aMessage('x'.repeat(120_000)))).rejects.toMatchObject({
      name: 'ConnectorFault',
      status: 413,
    })
  })
})

describe('a message to a channel', () => {
  it('begins a thread of its own and can be edited', async () => {
    const messenger = aMessenger()
    const sent = await messenger.send(channel, aMessage('Before Tuesday'))
    expect(sent).toMatchObject({ state: 'sent' })
    expect(seen('chair', channel.channelId)).toEqual(['Before Tuesday'])
    if (sent.state === 'sent') expect(await messenger.update(sent.place, aMessage('Held'))).toBe('updated')
    expect(seen('chair', channel.channelId)).toEqual(['Held'])
  })

  it('can’t reach a team without the app', async () => {
    await connector.chat.setTeam(seat('coordinator'), TEAMS.csae.id, false)
    expect(await aMessenger().send(channel, aMessage())).toEqual({ state: 'unreachable' })
  })
})

describe('an edit', () => {
  it('may be repeated until it is through, and ends where there is nothing left to edit', async () => {
    const messenger = aMessenger()
    const sent = await messenger.send({ person: chair }, aMessage())
    if (sent.state !== 'sent') throw new Error(sent.state)
    for (const fault of [
      { kind: 'status', status: 429, retryAfter: 1 },
      { kind: 'doneThen', status: 502 },
      { kind: 'cutAfter' },
    ] as const) {
      connector.faults.add({ match: { operation: 'update' }, times: 1, fault })
      expect(await messenger.update(sent.place, aMessage('Answered'))).toBe('later')
      expect(await messenger.update(sent.place, aMessage('Answered'))).toBe('updated')
    }
    expect(seen()).toEqual(['Answered'])
    connector.faults.add({ match: { operation: 'update' }, times: 1, fault: { kind: 'status', status: 403 } })
    expect(await messenger.update(sent.place, aMessage())).toBe('gone')
    expect(await messenger.update({ ...sent.place, activityId: '404' }, aMessage())).toBe('gone')
  })
})
