import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSignIn } from '../../../src/local/signin/signin.ts'
import { createTeamsHost, type PinnedTab, type TeamsHost } from '../../../src/local/teams/server.ts'
import type { HostView } from '../../../src/local/teams/view.ts'
import { APP_ID, governance, missingChildren, TAB_CLIENT, tenant } from './world.ts'

const TAB_ORIGIN = 'http://localhost:5999'
let folder: string
let host: TeamsHost

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'teams-server-'))
  await writeFile(join(folder, 'index.html'), '<title>page</title>')
  host = await start()
})
afterEach(async () => {
  await host.close()
  await rm(folder, { recursive: true })
})

async function start(tabs: PinnedTab[] = []): Promise<TeamsHost> {
  return createTeamsHost({
    tenant,
    signIn: await createSignIn({ tenant, origin: 'http://localhost:1' }),
    port: 0,
    app: {
      id: APP_ID,
      name: { en: 'Probe', cy: 'Profiedydd' },
      channelTab: { configurationUrl: `${TAB_ORIGIN}/configure` },
      tabOrigin: TAB_ORIGIN,
    },
    assets: folder,
    data: join(folder, 'data'),
    tabs,
  })
}

const tab: PinnedTab = {
  teamId: governance.id,
  channelId: governance.channels[1]!.id,
  entityId: 'register',
  name: 'Register',
  contentUrl: `${TAB_ORIGIN}/channel?locale={locale}`,
}

/** Plain HTTP: fetch would not let a test lie about Host. */
function call(path: string, headers: Record<string, string>, method = 'GET', body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(host.url)
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode!)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const own = (): { Host: string; Origin: string } => {
  const { host: name, origin } = new URL(host.url)
  return { Host: name, Origin: origin }
}

function put(as: string, body: unknown): Promise<number> {
  const headers = { ...own(), 'Content-Type': 'application/json' }
  return call(`/local/tabs?as=${as}`, headers, 'PUT', JSON.stringify(body))
}

describe('the host answers its own page only', () => {
  test('a name that is not this machine’s is refused, so that DNS can’t be turned against it', async () => {
    expect(await call('/local/tenant', { Host: 'evil.example' })).toBe(403)
    expect(await call('/', { Host: 'evil.example' })).toBe(403)
    expect(await call('/', { Host: own().Host })).toBe(200)
  })

  test('a page from elsewhere gets no token, with its origin or without', async () => {
    const body = JSON.stringify({
      person: 'chair',
      clientId: TAB_CLIENT,
      scope: 'Sites.Selected',
      isInteractive: false,
    })
    const { Host, Origin } = own()
    expect(await call('/local/naa', { Host, Origin: 'https://evil.example' }, 'POST', body)).toBe(403)
    expect(await call('/local/naa', { Host, Origin: TAB_ORIGIN }, 'POST', body)).toBe(403)
    expect(await call('/local/naa', { Host, Origin: 'null' }, 'POST', body)).toBe(403)
    expect(await call('/local/naa', { Host }, 'POST', body)).toBe(403)
    expect(await call('/local/naa', { Host, Origin }, 'POST', body)).toBe(200)
  })

  test('the page may run its own script only, frame the app only, and be framed by nobody', async () => {
    const response = await fetch(host.url)
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'; script-src 'self'")
    expect(policy).toContain(`frame-src ${TAB_ORIGIN};`)
    expect(policy).toContain("frame-ancestors 'none'")
  })
})

describe('a person is shown', () => {
  const seen = async (as: string): Promise<HostView> => {
    const response = await fetch(new URL(`/local/tenant?as=${as}`, host.url))
    expect(response.headers.get('cache-control')).toBe('no-store')
    return (await response.json()) as HostView
  }

  test('the teams they are in, with their role, and what is pinned there', async () => {
    host.rememberTab(tab)
    const roles = async (as: string) => (await seen(as)).teams.map((team) => [team.displayName, team.role])
    expect(await roles('coordinator')).toEqual([
      ['Governance', 'owner'],
      ['Missing Children', 'owner'],
    ])
    expect(await roles('guest')).toEqual([
      ['Governance', 'guest'],
      ['Missing Children', 'guest'],
    ])
    expect((await seen('chair')).pinned).toEqual([tab])
    expect(await roles('newcomer')).toEqual([])
  })

  test('nothing of a team they are not in', async () => {
    host.rememberTab(tab)
    const answer = JSON.stringify(await seen('outsider'))
    expect(answer).not.toContain('Governance')
    expect(answer).not.toContain(governance.id)
  })

  test('nothing when there is nobody of that name', async () => {
    expect((await fetch(new URL('/local/tenant?as=nobody', host.url))).status).toBe(404)
  })
})

describe('a tab', () => {
  test('is pinned by owners and members, to channels of their own teams, with content of the app', async () => {
    expect(await put('outsider', tab)).toBe(403)
    expect(await put('guest', tab)).toBe(403)
    expect(await put('coordinator', { ...tab, channelId: missingChildren.channels[0]!.id })).toBe(403)
    expect(await put('coordinator', { ...tab, contentUrl: 'https://elsewhere.example/' })).toBe(422)
    expect(await put('coordinator', { ...tab, entityId: '' })).toBe(400)
    expect(host.tabs()).toEqual([])
    expect(await put('chair', tab)).toBe(200)
    expect(host.tabs()).toEqual([tab])
  })

  test('of the same channel and entity is replaced, not doubled', async () => {
    await put('chair', tab)
    await put('chair', { ...tab, name: 'New name' })
    expect(host.tabs()).toEqual([{ ...tab, name: 'New name' }])
  })

  test('survives a restart; the tabs given at the start are for the first start only', async () => {
    await host.close()
    host = await start([tab])
    expect(host.tabs()).toEqual([tab])
    host.rememberTab({ ...tab, entityId: 'second' })
    await host.close()
    host = await start([tab])
    expect(host.tabs().map((one) => one.entityId)).toEqual(['register', 'second'])
  })

  test('is removed only by who may pin it', async () => {
    host.rememberTab(tab)
    const query = new URLSearchParams({ team: tab.teamId, channel: tab.channelId, entity: tab.entityId })
    expect(await call(`/local/tabs?as=outsider&${query}`, own(), 'DELETE')).toBe(403)
    expect(await call(`/local/tabs?as=chair&${query}`, own(), 'DELETE')).toBe(204)
    expect(await call(`/local/tabs?as=chair&${query}`, own(), 'DELETE')).toBe(404)
  })
})

test('a port in use is an error, not a second host', async () => {
  const signIn = await createSignIn({ tenant, origin: 'http://localhost:1' })
  const port = Number(new URL(host.url).port)
  const app = { id: APP_ID, name: { en: '', cy: '' }, channelTab: { configurationUrl: '' }, tabOrigin: TAB_ORIGIN }
  await expect(createTeamsHost({ tenant, signIn, port, app, assets: folder })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  })
})
