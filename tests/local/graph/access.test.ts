import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { APPS, CONTROL_SITE_PATH, TEAMS } from '../../../src/laptop/demonstration/tenant.ts'
import { openGraph, tenantWith, type Ask, type GraphWorld } from './graphworld.ts'

let world: GraphWorld
let site: string

beforeAll(async () => {
  world = await openGraph()
  site = `/sites/${world.siteId(TEAMS.csae.sitePath)}`
})
beforeEach(async () => {
  await world.graph.reset(tenantWith())
  const administrator = await world.as('administrator', 'Sites.FullControl.All', APPS.administration)
  expect((await administrator('POST', `${site}/lists`, { displayName: 'L' })).status).toBe(201)
})
afterAll(() => world.close())

/** What may be done, each tried: read an item page, write an item, make a list, grant. */
async function rights(ask: Ask): Promise<string> {
  const tried = {
    read: await ask('GET', `${site}/lists/L/items`),
    write: await ask('POST', `${site}/lists/L/items`, { fields: { Title: 't' } }),
    manage: await ask('POST', `${site}/lists`, { displayName: `M ${Math.random()}` }),
    grant: await ask('GET', `${site}/permissions`),
  }
  for (const { status, body } of Object.values(tried)) {
    expect([200, 201, 403]).toContain(status)
    if (status === 403) expect(body.error.code).toBe('accessDenied')
  }
  return Object.entries(tried)
    .filter(([, { status }]) => status < 300)
    .map(([name]) => name)
    .join(' ')
}

async function grant(appId: string, roles: string[]): Promise<string> {
  const administrator = await world.as('administrator', 'Sites.FullControl.All', APPS.administration)
  const { status, body } = await administrator('POST', `${site}/permissions`, {
    roles,
    grantedToIdentitiesV2: [{ application: { id: appId, displayName: 'An application' } }],
  })
  expect(status).toBe(201)
  return String(body.id)
}

describe('a person with a program', () => {
  it.each([
    ['coordinator', 'Sites.Read.All', 'read'],
    ['coordinator', 'Sites.ReadWrite.All', 'read write'],
    ['coordinator', 'Sites.Manage.All', 'read write manage'],
    ['coordinator', 'Sites.FullControl.All', 'read write manage grant'],
    ['spoc-north', 'Sites.Manage.All', 'read write manage'],
    ['spoc-north', 'Sites.FullControl.All', 'read write manage'],
    ['guest', 'Sites.ReadWrite.All', 'read write'],
    ['outsider', 'Sites.FullControl.All', ''],
    ['administrator', 'Sites.Manage.All', ''],
    ['administrator', 'Sites.FullControl.All', 'read write manage grant'],
    ['coordinator', 'User.Read', ''],
  ])('%s with %s may: %s', async (person, scopes, may) => {
    expect(await rights(await world.as(person, scopes))).toBe(may)
  })

  it.each([
    ['coordinator', [], ''],
    ['coordinator', ['read'], 'read'],
    ['coordinator', ['write'], 'read write'],
    ['coordinator', ['manage'], 'read write manage'],
    ['coordinator', ['read', 'write'], 'read write'],
    ['coordinator', ['fullcontrol'], 'read write manage'],
    ['spoc-north', ['write'], 'read write'],
    ['outsider', ['fullcontrol'], ''],
  ])('%s with Sites.Selected on a site that granted %j may: %s', async (person, roles, may) => {
    if (roles.length > 0) await grant(APPS.tab, roles)
    expect(await rights(await world.as(person, 'Sites.Selected', APPS.tab))).toBe(may)
  })
})

describe('an application by itself', () => {
  it.each([
    [['Sites.Read.All'], 'read'],
    [['Sites.ReadWrite.All'], 'read write'],
    [['Sites.Manage.All'], 'read write manage'],
    [['Sites.FullControl.All'], 'read write manage grant'],
    [['User.Read.All'], ''],
  ])('with %j may: %s', async (roles, may) => {
    const ask = await world.asApplication(roles)
    const everything = await world.as('administrator', 'Sites.FullControl.All', APPS.administration)
    await everything('POST', `${site}/lists`, { displayName: 'L' })
    expect(await rights(ask)).toBe(may)
  })

  it.each([
    [['write'], 'read write'],
    [['manage'], 'read write manage'],
    [['owner'], 'read write manage'],
  ])('with Sites.Selected on a site that granted %j may: %s', async (roles, may) => {
    const ask = await world.asApplication(['Sites.Selected'])
    const everything = await world.as('administrator', 'Sites.FullControl.All', APPS.administration)
    await everything('POST', `${site}/lists`, { displayName: 'L' })
    expect(await rights(ask)).toBe('')
    await grant(APPS.outside, roles)
    expect(await rights(ask)).toBe(may)
    const made = await ask('POST', `${site}/lists/L/items`, { fields: { Title: 't' } })
    expect(made.body.createdBy).toEqual({
      application: { id: APPS.outside, displayName: 'A program from elsewhere' },
    })
  })
})

describe('a grant', () => {
  it('holds on its own site alone, can be changed, and ends when it is taken away', async () => {
    const ask = await world.as('coordinator', 'Sites.Selected', APPS.tab)
    const administrator = await world.as('administrator', 'Sites.FullControl.All', APPS.administration)
    const id = await grant(APPS.tab, ['write'])
    expect((await ask('GET', `/sites/${world.siteId(TEAMS.missing.sitePath)}`)).status).toBe(403)
    expect((await administrator('GET', `${site}/permissions/${id}`)).body.roles).toEqual(['write'])
    await administrator('PATCH', `${site}/permissions/${id}`, { roles: ['read'] })
    expect(await rights(ask)).toBe('read')
    expect((await administrator('DELETE', `${site}/permissions/${id}`)).status).toBe(204)
    expect(await rights(ask)).toBe('')
    expect((await administrator('GET', `${site}/permissions`)).body.value).toEqual([])
  })

  it('is refused without a role or for a role that is none', async () => {
    const administrator = await world.as('administrator', 'Sites.FullControl.All', APPS.administration)
    const grantedToIdentities = [{ application: { id: APPS.tab, displayName: 'x' } }]
    for (const body of [{ grantedToIdentities }, { grantedToIdentities, roles: ['king'] }, { roles: ['read'] }]) {
      expect((await administrator('POST', `${site}/permissions`, body)).status).toBe(400)
    }
  })
})

it('a site that one may not open is told apart from one that is not there', async () => {
  const outsider = await world.as('outsider', 'Sites.Manage.All')
  expect((await outsider('GET', site)).status).toBe(403)
  expect((await outsider('GET', `${site}/lists/Nothing/items/1`)).status).toBe(403)
  expect((await outsider('GET', `/sites/${world.siteId(CONTROL_SITE_PATH)}`)).status).toBe(403)
  expect((await outsider('GET', '/sites/local.sharepoint.com:/sites/nowhere')).status).toBe(404)
})

describe('a request', () => {
  it.each([
    ['no token', ''],
    ['a token that is none', 'Bearer nonsense'],
    ['another scheme', 'Basic abc'],
  ])('with %s is answered 401', async (_, authorization) => {
    const response = await fetch(`${world.graph.url}/me`, { headers: { Authorization: authorization } })
    expect(response.status).toBe(401)
    expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer/)
    expect(await response.json()).toMatchObject({
      error: { code: 'InvalidAuthenticationToken', innerError: { 'request-id': response.headers.get('request-id') } },
    })
  })

  it('with a token for another audience, of a person since disabled or past its time is answered 401', async () => {
    const me = (token: string): Promise<Response> =>
      fetch(`${world.graph.url}/me`, { headers: { Authorization: `Bearer ${token}` } })
    const token = (audience: string, lifetimeSeconds: number): Promise<string> =>
      world.graph.signIn
        .personToken({
          person: 'chair',
          clientId: APPS.outside,
          audience,
          scopes: ['User.Read'],
          consent: 'any',
          lifetimeSeconds,
        })
        .then(({ accessToken }) => accessToken)
    const good = await token('https://graph.microsoft.com', 60)
    expect((await me(good)).status).toBe(200)
    expect((await me(await token('api://something-else', 60))).status).toBe(401)
    expect((await me(await token('https://graph.microsoft.com', -60))).status).toBe(401)
    const tenant = tenantWith()
    await world.graph.reset({
      ...tenant,
      people: tenant.people.map((person) => (person.key === 'chair' ? { ...person, disabled: true } : person)),
    })
    expect((await me(good)).status).toBe(401)
  })
})
