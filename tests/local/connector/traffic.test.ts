import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLimits } from '../../../src/local/connector/limits.ts'
import { DataInUseError } from '../../../src/local/sqlite.ts'
import { type BotWorld, card, governance, objectIdOf, openBotWorld, seat, tenant } from './botworld.ts'

/** Tokens are signed by this clock and judged by the bot's, which is the real one. */
const START = Date.now()

let data: string
let world: BotWorld
/** The connector's clock; the sign-in has the real one. */
let now: number
beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'connector-'))
  now = START
  world = await openBotWorld(tenant, { data, patienceMs: 300, now: () => now })
  await world.connector.chat.setTeam(seat('coordinator'), governance.id, true)
})
afterEach(async () => {
  await world.close()
  rmSync(data, { recursive: true })
})

const open = async (key: string): Promise<string> => {
  const body = { tenantId: tenant.tenantId, members: [{ id: objectIdOf(key) }] }
  const response = await world.ask('POST', '/v3/conversations', body)
  return ((await response.json()) as { id: string }).id
}
const send = (base: string, text = 'x') => world.ask('POST', `/v3/conversations/${base}/activities`, card(text))
const count = (key: string, base: string) => world.connector.chat.messages(key, base).length

describe("Teams' limits", () => {
  it('are seven a second and eight in two, told with how long to wait', async () => {
    const base = await open('chair')
    for (let sent = 0; sent < 7; sent += 1) expect((await send(base)).status).toBe(201)
    const refused = await send(base)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ error: { code: 'Throttled' } })
    now += 1000
    expect((await send(base)).status).toBe(201)
    expect((await send(base)).headers.get('retry-after')).toBe('1')
    expect(count('chair', base)).toBe(8)
  })

  it.each([
    ['sixty in thirty seconds', 250, 60, '15'],
    ['1,800 an hour', 501, 1800, '2699'],
  ])('are %s', (_what, every, passed, wait) => {
    let at = 0
    const limits = createLimits(true, () => at)
    for (let sent = 0; sent < passed; sent += 1) {
      limits.spend('send', 'a:1')
      at += every
    }
    expect(() => limits.spend('send', 'a:1')).toThrow(expect.objectContaining({ headers: { 'Retry-After': wait } }))
    limits.spend('members', 'a:1')
    limits.spend('send', 'a:2')
    at += Number(wait) * 1000
    limits.spend('send', 'a:1')
  })

  it('are fifty a second for all conversations together', async () => {
    const people = await Promise.all(tenant.people.slice(0, 4).map((one) => open(one.key)))
    now += 1000
    const channels = governance.channels.map((one) => one.id)
    const places = [...people, ...channels]
    let passed = 0
    for (const place of places) {
      for (let turn = 0; turn < 7; turn += 1) passed += (await send(place)).ok ? 1 : 0
      for (let turn = 0; turn < 7; turn += 1) {
        passed += (await world.ask('GET', `/v3/conversations/${place}/members`)).ok ? 1 : 0
      }
    }
    expect(passed).toBe(50)
  })

  it('do not count what was refused', async () => {
    const base = await open('chair')
    for (let sent = 0; sent < 20; sent += 1) await send(base)
    now += 2000
    expect((await send(base)).status).toBe(201)
  })
})

describe('a fault', () => {
  it('delivers and then says 502', async () => {
    const base = await open('chair')
    world.connector.faults.add({ match: { operation: 'send' }, times: 1, fault: { kind: 'doneThen', status: 502 } })
    expect((await send(base)).status).toBe(502)
    expect(count('chair', base)).toBe(1)
    expect((await send(base)).status).toBe(201)
  })

  it('refuses as told, to whom it is told, as often as told', async () => {
    const [chairs, guests] = [await open('chair'), await open('guest')]
    const fault = { kind: 'status', status: 429, retryAfter: 7 } as const
    world.connector.faults.add({ match: { person: 'chair' }, times: 2, after: 1, fault })
    expect((await send(chairs)).status).toBe(201)
    expect((await send(chairs)).headers.get('retry-after')).toBe('7')
    expect((await send(guests)).status).toBe(201)
    expect((await send(chairs)).status).toBe(429)
    expect((await send(chairs)).status).toBe(201)
    expect(count('chair', chairs)).toBe(2)
  })

  it('cuts the connection before it is delivered, or after', async () => {
    const base = await open('chair')
    world.connector.faults.add({ match: { operation: 'send' }, times: 1, fault: { kind: 'cutBefore' } })
    await expect(send(base)).rejects.toThrow()
    expect(count('chair', base)).toBe(0)
    world.connector.faults.add({ match: { operation: 'send' }, times: 1, fault: { kind: 'cutAfter' } })
    await expect(send(base)).rejects.toThrow()
    expect(count('chair', base)).toBe(1)
    expect(world.connector.calls.filter((one) => one.status === 0)).toHaveLength(2)
  })

  it('answers slowly', async () => {
    const base = await open('chair')
    world.connector.faults.add({ match: { conversationId: base }, times: 1, fault: { kind: 'slow', ms: 120 } })
    const before = performance.now()
    expect((await send(base)).status).toBe(201)
    expect(performance.now() - before).toBeGreaterThan(100)
  })
})

describe('a bot that keeps silent', () => {
  it('gets the invoke once more under a new id, and then the person is told', async () => {
    const base = await open('chair')
    const { id } = (await (await send(base)).json()) as { id: string }
    world.answers.delayMs = 1000
    world.heard.length = 0
    const answer = await world.connector.chat.press(seat('chair'), { base, id }, { verb: 'nil', data: {} })
    expect(answer).toEqual({ kind: 'failed', text: null })
    expect(new Set(world.heard.map(({ activity }) => activity.id)).size).toBe(2)
  })
})

describe('what was said', () => {
  it('is there after a restart, with who has the app, what was read, and the key', async () => {
    const base = await open('chair')
    await send(base, 'First')
    world.connector.chat.read('chair', base)
    await send(base, 'Second')
    await world.connector.chat.choose(seat('guest'), 'blocked')
    const keys = world.connector.issuer.jwks()
    await world.restart()
    const overview = world.connector.chat.overview('chair')
    expect(overview.personal).toMatchObject({ base, hasApp: true, unread: 1, last: { content: { summary: 'Second' } } })
    expect(overview.feed.map((one) => one.content.summary)).toEqual(['Second', 'First'])
    expect(world.connector.chat.overview('guest').personal).toMatchObject({ hasApp: false, isBlocked: true })
    expect(world.connector.issuer.jwks()).toEqual(keys)
    now += 2000
    const third = (await (await send(base)).json()) as { id: string }
    expect(count('chair', base)).toBe(3)
    expect(Number(third.id)).toBeGreaterThan(START)
  })

  it('is in one process only', async () => {
    await expect(openBotWorld(tenant, { data })).rejects.toThrow(DataInUseError)
  })
})
