import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { decodeJwt } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createGate, type Gate } from '../../../src/local/connector/gate.ts'
import { BOT, type BotWorld, objectIdOf, openBotWorld, tenant } from './botworld.ts'

/** A client with a connector of its own that takes whatever the bot says, as Microsoft's Agents Playground has it. */
let client: Server
let clientUrl: string
const said: { path: string; text: string }[] = []
let world: BotWorld
let gate: Gate

beforeAll(async () => {
  world = await openBotWorld(tenant)
  client = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      said.push({ path: request.url ?? '', text: (JSON.parse(body) as { text: string }).text })
      response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"1"}')
    })
  })
  client.listen(0, '127.0.0.1')
  await once(client, 'listening')
  clientUrl = `http://localhost:${(client.address() as AddressInfo).port}/_connector`
})
beforeEach(() => {
  gate = createGate({ tenant, bot: BOT, issuer: world.connector.issuer, endpoint: () => world.endpoint })
  world.heard.length = 0
  said.length = 0
})
afterAll(async () => {
  client.close()
  client.closeAllConnections()
  await world.close()
})

const activity = (more: object = {}) => ({
  type: 'message',
  text: 'my actions',
  serviceUrl: clientUrl,
  channelId: 'emulator',
  from: { id: 'user-id-0', aadObjectId: objectIdOf('chair') },
  recipient: { id: 'bot-id', name: 'Bot' },
  conversation: { id: 'personal-chat-id' },
  ...more,
})

const outside = (body: unknown, headers: Record<string, string> = {}, host = 'localhost:5400') =>
  gate.fetch(new Request(`http://${host}/outside/messages`, { method: 'POST', headers, body: JSON.stringify(body) }))

describe('an unsigned activity from outside', () => {
  it('reaches the bot signed and complete, and the bot answers over that client', async () => {
    const response = await outside(activity())
    expect(response.status).toBe(200)
    const { activity: heard, token } = world.heard[0]!
    expect(decodeJwt(token)).toMatchObject({ serviceurl: clientUrl, aud: BOT.appId })
    expect(heard).toMatchObject({
      channelId: 'msteams',
      serviceUrl: clientUrl,
      from: { id: 'user-id-0', name: 'Helen Marlowe', aadObjectId: objectIdOf('chair') },
      recipient: { id: `28:${BOT.appId}` },
      conversation: { id: 'personal-chat-id', conversationType: 'personal', tenantId: tenant.tenantId },
      channelData: { tenant: { id: tenant.tenantId } },
      locale: 'en-GB',
    })
    expect(said).toEqual([
      { path: '/_connector/v3/conversations/personal-chat-id/activities', text: 'You said: my actions' },
    ])
    expect(gate.serviceUrls()).toEqual([clientUrl])
  })

  it("gets the answer of the bot's invoke", async () => {
    const action = { type: 'Action.Execute', verb: 'nil', data: { action: 'nil' } }
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value: { action, trigger: 'manual' } }
    const response = await outside(activity(invoke))
    expect(await response.json()).toEqual(world.answers.card())
  })

  it("names the bot by the bot's own id wherever the client named it", async () => {
    const members = { type: 'conversationUpdate', membersAdded: [{ id: 'bot-id' }, { id: 'user-id-0' }] }
    await outside(activity(members))
    expect(world.heard[0]!.activity.membersAdded).toMatchObject([{ id: `28:${BOT.appId}` }, { id: 'user-id-0' }])
  })

  it.each([
    ['of nobody in the tenant', { from: { id: 'u', aadObjectId: 'nobody' } }, 404],
    ['of nobody at all', { from: undefined }, 404],
    ['with a connector elsewhere', { serviceUrl: 'https://elsewhere.example/' }, 403],
    ['with a connector that only looks local', { serviceUrl: 'http://localhost.example/' }, 403],
    ['without a connector', { serviceUrl: undefined }, 403],
    ['that is none', { type: 7 }, 400],
  ])('%s is refused', async (_what, more, status) => {
    expect((await outside(activity(more))).status).toBe(status)
    expect(world.heard).toEqual([])
    expect(gate.serviceUrls()).toEqual([])
  })

  it('is refused from a web page, and from another computer', async () => {
    expect((await outside(activity(), { Origin: 'http://localhost:5301' })).status).toBe(403)
    expect((await outside(activity(), {}, 'laptop.example:5400')).status).toBe(403)
    expect(world.heard).toEqual([])
  })
})
