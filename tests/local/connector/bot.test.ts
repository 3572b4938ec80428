import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  BOT,
  type BotWorld,
  card,
  governance,
  missingChildren,
  objectIdOf,
  openBotWorld,
  seat,
  tenant,
} from './botworld.ts'

let world: BotWorld
beforeAll(async () => {
  world = await openBotWorld(tenant)
})
beforeEach(async () => {
  world.connector.reset()
  await world.connector.chat.setTeam(seat('coordinator'), governance.id, true)
  world.heard.length = 0
})
afterAll(() => world.close())

/** As a bot does it that has only stored who somebody is. */
const openChat = (key: string) =>
  world.api.conversations.create({
    tenantId: tenant.tenantId,
    members: [{ id: objectIdOf(key), role: 'user' }],
    channelData: { tenant: { id: tenant.tenantId } },
  })

const seen = (key: string, base: string) =>
  world.connector.chat.messages(key, base).map((one) => one.content.text ?? one.content.summary)

describe('a bot writes to one person', () => {
  it('who is named by object id or by their id for the bot, in one conversation for ever', async () => {
    const { id, serviceUrl } = await openChat('chair')
    expect(id).toMatch(/^a:1/)
    expect(serviceUrl).toBe(world.connector.serviceUrl)
    const [member] = await world.api.conversations.getMembers(id)
    expect(member?.id).toMatch(/^29:1/)
    const again = await world.api.conversations.create({
      tenantId: tenant.tenantId,
      members: [{ id: member!.id, role: 'user' }],
    })
    expect(again.id).toBe(id)
    const others = await openChat('coordinator')
    expect(others.id).not.toBe(id)
  })

  it('and edits it, and takes it back; nobody else sees it', async () => {
    const { id } = await openChat('chair')
    const sent = await world.api.conversations.createActivity(id, card('Due tomorrow') as never)
    expect(seen('chair', id)).toEqual(['Due tomorrow'])
    await world.api.conversations.updateActivity(id, sent.id, card('Answered') as never)
    expect(seen('chair', id)).toEqual(['Answered'])
    expect(() => seen('coordinator', id)).toThrow('notThere')
    await world.api.conversations.deleteActivity(id, sent.id)
    expect(seen('chair', id)).toEqual([])
    await expect(world.api.conversations.updateActivity(id, sent.id, card('Late') as never)).rejects.toMatchObject({
      response: { status: 404, data: { error: { code: 'ActivityNotFoundInConversation' } } },
    })
  })

  it('live in every window of theirs, typing included', async () => {
    const events: string[] = []
    const stop = world.connector.chat.subscribe('chair', (event) => events.push(event.kind))
    const { id } = await openChat('chair')
    await world.api.conversations.createActivity(id, { type: 'typing' })
    const sent = await world.api.conversations.createActivity(id, card('Due tomorrow') as never)
    await world.api.conversations.updateActivity(id, sent.id, card('Answered') as never)
    stop()
    await world.api.conversations.createActivity(id, card('Unseen') as never)
    expect(events).toEqual(['typing', 'posted', 'edited'])
  })
})

describe('a bot is refused', () => {
  it('by somebody who has not got the app, and is in no team that has it', async () => {
    await expect(openChat('outsider')).rejects.toMatchObject({
      response: { status: 403, data: { error: { code: 'BotNotInConversationRoster' } } },
    })
    await world.connector.chat.choose(seat('outsider'), 'installed')
    const { id } = await openChat('outsider')
    await world.api.conversations.createActivity(id, card('Welcome') as never)
    await world.connector.chat.choose(seat('outsider'), 'removed')
    await expect(world.api.conversations.createActivity(id, card('Still there?') as never)).rejects.toMatchObject({
      response: { status: 403, data: { error: { code: 'BotNotInConversationRoster' } } },
    })
  })

  it('by somebody who blocked it', async () => {
    const { id } = await openChat('chair')
    await world.connector.chat.choose(seat('chair'), 'blocked')
    await expect(world.api.conversations.createActivity(id, card('x') as never)).rejects.toMatchObject({
      response: { status: 403, data: { error: { code: 'ConversationBlockedByUser' } } },
    })
  })

  it('in a channel of a team without the app', async () => {
    const channel = missingChildren.channels[1]!.id
    await expect(world.api.conversations.createActivity(channel, card('x') as never)).rejects.toMatchObject({
      response: { status: 403, data: { error: { code: 'BotNotInConversationRoster' } } },
    })
  })

  it.each([
    ['no token', null],
    ['no JWT', 'abc'],
    ['a token signed by the connector itself', 'connector'],
    ["a person's token", 'person'],
    ["another application's token", 'other'],
    ["the bot's token for Graph", 'graph'],
  ])('with %s', async (_what, kind) => {
    const appToken = (clientId: string, audience: string) =>
      world.signIn.appToken({ clientId, audience }).then((made) => made.accessToken)
    const tokens: Record<string, () => Promise<string>> = {
      connector: () => world.connector.issuer.sign(world.connector.serviceUrl),
      person: () =>
        world.signIn
          .personToken({
            person: 'chair',
            clientId: BOT.appId,
            audience: 'https://api.botframework.com',
            scopes: ['x'],
            consent: 'any',
          })
          .then((made) => made.accessToken),
      graph: () => appToken(BOT.appId, 'https://graph.microsoft.com'),
      other: async () => {
        const other = await openBotWorld(tenant)
        const token = await other.botToken()
        await other.close()
        return token
      },
    }
    const token = kind === null ? null : ((await tokens[kind]?.()) ?? kind)
    const channel = governance.channels[1]!.id
    const response = await world.ask('POST', `/v3/conversations/${channel}/activities`, card('x'), token)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({ message: 'Authorization has been denied for this request.' })
    expect(world.connector.chat.messages('chair', channel)).toEqual([])
  })

  it.each([
    ['a card over 28 KB', card('x'.repeat(28 * 1024)), 413, 'MessageSizeTooBig'],
    ['nothing in it', { type: 'message' }, 400, 'BadSyntax'],
  ])('%s', async (_what, body, status, code) => {
    const { id } = await openChat('chair')
    const response = await world.ask('POST', `/v3/conversations/${id}/activities`, body)
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ error: { code } })
  })

  it('where no conversation is', async () => {
    const response = await world.ask('POST', '/v3/conversations/a:nowhere/activities', card('x'))
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ error: { code: 'ConversationNotFound' } })
  })

  it("in another tenant's name", async () => {
    const body = { tenantId: '88888888-0000-4000-8000-00000000ffff', members: [{ id: objectIdOf('chair') }] }
    expect((await world.ask('POST', '/v3/conversations', body)).status).toBe(400)
  })
})

describe('a channel', () => {
  const channel = governance.channels[1]!.id

  it('takes a post, replies in its thread, and everybody in the team sees them', async () => {
    const started = await world.api.conversations.create({
      channelData: { channel: { id: channel } },
      activity: card('Meeting tomorrow') as never,
    })
    expect(started.id).toBe(`${channel};messageid=${started.activityId}`)
    await world.api.conversations.createActivity(started.id, { type: 'message', text: 'And a reply' })
    const threads = world.connector.chat.messages('welsh', channel).map((one) => one.thread)
    expect(threads).toEqual([started.activityId, started.activityId])
    expect(() => world.connector.chat.messages('outsider', channel)).toThrow('notThere')
  })

  it('answers in the thread of what it answers', async () => {
    const { chat } = world.connector
    await chat.say(seat('chair'), { base: channel, thread: null, text: 'Good morning' })
    const [morning] = chat.messages('chair', channel)
    await world.api.conversations.replyToActivity(channel, morning!.id, { type: 'message', text: 'Good morning' })
    const path = `/v3/conversations/${channel}/activities/${morning!.id}`
    expect((await world.ask('POST', path, card('Also'))).status).toBe(201)
    expect(chat.messages('chair', channel).map((one) => one.thread)).toEqual([morning!.id, morning!.id, morning!.id])
    const edit = await world.ask('PUT', path, card('Not mine'))
    expect(edit.status).toBe(403)
  })

  it('names its members, guests as guests of this tenant', async () => {
    const all = await world.api.conversations.getMembers(channel)
    expect(all.map((one) => one.name)).toEqual(['Priya Raman', 'Helen Marlowe', 'Tom Ashworth', 'Siân Bevan'])
    const guest = await world.api.conversations.getMemberById(channel, objectIdOf('guest'))
    expect(guest).toMatchObject({
      aadObjectId: objectIdOf('guest'),
      tenantId: tenant.tenantId,
      userRole: 'guest',
      userPrincipalName: 'tom_partner.example#EXT#@shires.example',
    })
    const paged = await world.api.conversations.getPagedMembers(channel, 50)
    expect(paged.members).toHaveLength(4)
    expect(paged.continuationToken).toBeUndefined()
  })
})

describe('what people do reaches the bot', () => {
  it('signed as the real service signs, which the client checks for real', async () => {
    const { id } = await openChat('chair')
    expect(await world.connector.chat.say(seat('chair'), { base: id, thread: null, text: 'my actions' })).toBe(true)
    const { token, activity } = world.heard[0]!
    const keys = createRemoteJWKSet(new URL(`${world.connector.serviceUrl}.well-known/keys`))
    const { payload } = await jwtVerify(token, keys, { issuer: 'https://api.botframework.com', audience: BOT.appId })
    expect(payload).toMatchObject({ serviceurl: world.connector.serviceUrl })
    expect(activity.serviceUrl).toBe(payload['serviceurl'])
    const metadata = (await (await fetch(world.connector.metadataUrl)).json()) as { jwks_uri: string }
    const published = (await (await fetch(metadata.jwks_uri)).json()) as {
      keys: { kid: string; endorsements: string[] }[]
    }
    expect(published.keys).toMatchObject([{ kid: decodeProtectedHeader(token).kid, endorsements: ['msteams'] }])
    expect(seen('chair', id)).toEqual(['my actions', 'You said: my actions'])
  })

  it('is not taken with a wrong audience, a stranger as issuer or after its hour', async () => {
    const activity = { ...(await sample('chair')), id: 'x' }
    const now = Math.floor(Date.now() / 1000)
    for (const claims of [
      { aud: 'other' },
      { iss: 'https://elsewhere.example' },
      { exp: now - 301 },
      { serviceurl: 'http://x/' },
    ]) {
      expect(await world.connector.post(activity, claims)).toMatchObject({ status: 401 })
    }
    expect(await world.connector.post(activity)).toMatchObject({ status: 200 })
  })

  it('as a message with the person, the tenant and the conversation of Teams', async () => {
    expect(await sample('welsh', 'cy-GB')).toMatchObject({
      type: 'message',
      channelId: 'msteams',
      text: 'help',
      textFormat: 'plain',
      locale: 'cy-GB',
      from: { id: expect.stringMatching(/^29:1/), name: 'Siân Bevan', aadObjectId: objectIdOf('welsh') },
      recipient: { id: `28:${BOT.appId}`, name: BOT.name },
      conversation: { conversationType: 'personal', tenantId: tenant.tenantId, id: expect.stringMatching(/^a:1/) },
      channelData: { tenant: { id: tenant.tenantId } },
      entities: [{ type: 'clientInfo', locale: 'cy-GB', country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
    })
  })

  it('from a channel only when the bot is mentioned', async () => {
    const base = governance.channels[1]!.id
    await world.connector.chat.say(seat('chair'), { base, thread: null, text: 'Good morning all' })
    expect(world.heard).toEqual([])
    await world.connector.chat.say(seat('chair'), { base, thread: null, text: '@Echo overdue' })
    const message = world.connector.chat.messages('chair', base).find((one) => one.content.text === '@Echo overdue')
    expect(world.heard[0]!.activity).toMatchObject({
      text: '<at>Echo</at> overdue',
      conversation: { isGroup: true, conversationType: 'channel', id: `${base};messageid=${message!.id}` },
      entities: [
        { type: 'mention', mentioned: { id: `28:${BOT.appId}` }, text: '<at>Echo</at>' },
        { type: 'clientInfo' },
      ],
      channelData: { channel: { id: base }, team: { aadGroupId: governance.id }, tenant: { id: tenant.tenantId } },
    })
    const [, , answer] = world.connector.chat.messages('chair', base)
    expect(answer).toMatchObject({ author: null, thread: message!.id })
  })

  it('when they add the app and take it away', async () => {
    await world.connector.chat.choose(seat('outsider'), 'installed')
    await world.connector.chat.choose(seat('outsider'), 'removed')
    await world.connector.chat.setTeam(seat('coordinator'), missingChildren.id, true)
    await world.connector.chat.setTeam(seat('coordinator'), missingChildren.id, true)
    const told = world.heard.map(({ activity }) => [
      activity.type,
      activity.action,
      activity.conversation.conversationType,
    ])
    expect(told).toEqual([
      ['conversationUpdate', undefined, 'personal'],
      ['installationUpdate', 'add', 'personal'],
      ['installationUpdate', 'remove', 'personal'],
      ['conversationUpdate', undefined, 'channel'],
      ['installationUpdate', 'add', 'channel'],
    ])
    expect(world.heard[3]!.activity).toMatchObject({
      membersAdded: [{ id: `28:${BOT.appId}` }],
      channelData: { eventType: 'teamMemberAdded', team: { aadGroupId: missingChildren.id } },
    })
  })

  async function sample(key: string, locale = 'en-GB'): Promise<any> {
    const { id } = await openChat(key)
    await world.connector.chat.say(seat(key, locale), { base: id, thread: null, text: 'help' })
    return world.heard.at(-1)!.activity
  }
})

describe('a pressed button', () => {
  const press = async (data = { action: 'nil', prompt: 'p1' }) => {
    const { id: base } = await openChat('chair')
    const { id } = await world.api.conversations.createActivity(base, card('Due') as never)
    world.heard.length = 0
    return world.connector.chat.press(seat('chair'), { base, id }, { verb: 'nil', data })
  }

  it('is an invoke with verb and data', async () => {
    expect(await press()).toEqual({ kind: 'message', text: 'Noted' })
    expect(world.heard).toHaveLength(1)
    expect(world.heard[0]!.activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: {
        action: { type: 'Action.Execute', verb: 'nil', data: { action: 'nil', prompt: 'p1' } },
        trigger: 'manual',
      },
      replyToId: expect.any(String),
      from: { aadObjectId: objectIdOf('chair') },
    })
  })

  it.each([
    [
      'a card',
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } },
      'card',
    ],
    [
      'an error',
      { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'x', message: 'No' } },
      'failed',
    ],
    ['something else', { hello: 'there' }, 'failed'],
  ])('is answered with %s', async (_what, answer, kind) => {
    world.answers.card = () => answer
    expect(await press()).toMatchObject({ kind })
    world.answers.card = () => ({ statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted' })
  })

  it('is sent again under a new id when its answer was lost', async () => {
    world.connector.faults.add({ match: { operation: 'invoke', person: 'chair' }, times: 1, fault: { kind: 'resend' } })
    expect(await press()).toEqual({ kind: 'message', text: 'Noted' })
    const [first, second] = world.heard.map(({ activity }) => activity)
    expect(world.heard).toHaveLength(2)
    expect(second.id).not.toBe(first.id)
    expect(second.value).toEqual(first.value)
  })

  it('opens a dialog with a page, or says something', async () => {
    const { id: base } = await openChat('chair')
    const { id } = await world.api.conversations.createActivity(base, card('Due') as never)
    world.heard.length = 0
    world.answers.task = () => ({
      task: { type: 'continue', value: { url: 'http://tab/', title: 'Decide', width: 'medium', height: 500 } },
    })
    const fetch = () =>
      world.connector.chat.fetchTask(seat('chair'), { base, id }, { msteams: { type: 'task/fetch' } }, 'dark')
    expect(await fetch()).toEqual({ kind: 'page', url: 'http://tab/', title: 'Decide', width: 'medium', height: 500 })
    expect(world.heard[0]!.activity).toMatchObject({
      type: 'invoke',
      name: 'task/fetch',
      value: { data: { msteams: { type: 'task/fetch' } }, context: { theme: 'dark' } },
    })
    world.answers.task = () => ({ task: { type: 'message', value: 'Closed already' } })
    expect(await fetch()).toEqual({ kind: 'message', text: 'Closed already' })
  })
})
