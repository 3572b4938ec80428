/**
 * A browser before a local Teams host that frames the probe tab: everything real (the built page, the sign-in, the
 * client libraries, Chromium), on free ports of this machine. An error on any console fails the test, but for the one
 * that teams-js causes itself by asking a CDN for a list.
 */

import { readFile, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { builtOf, HOST, type Build } from '../../../src/laptop/builds.ts'
import { CHROMIUM_ARGUMENTS, findChromium } from '../../../src/laptop/chromium.ts'
import { createSignIn, type SignIn } from '../../../src/local/signin/signin.ts'
import {
  createTeamsHost,
  type PinnedTab,
  type TeamsHost,
  type TeamsHostOptions,
} from '../../../src/local/teams/server.ts'
import type { HostApp } from '../../../src/local/teams/view.ts'
import type { Tenant } from '../../../src/local/tenant.ts'
import type { Probe } from './probe/probe.ts'

declare global {
  interface Window {
    probe?: Probe
  }
}

export const APP_ID = '99999999-0000-4000-8000-000000000001'
export const TAB_CLIENT = '99999999-0000-4000-8000-000000000002'
export const API_CLIENT = '99999999-0000-4000-8000-000000000003'
export const API = `api://${API_CLIENT}`
export const GRAPH = 'https://graph.microsoft.com'

/** A regional group, a team without the app, and a team that only the outsider is in. */
export const tenant: Tenant = {
  tenantId: '88888888-0000-4000-8000-000000000001',
  displayName: 'Shires',
  siteHost: 'shires.sharepoint.com',
  people: [
    person(1, 'coordinator', 'Priya Raman', { jobTitle: 'Secretary', companyName: 'ROCU' }),
    person(2, 'chair', 'Helen Marlowe', { jobTitle: 'Chair' }),
    person(3, 'welsh', 'Siân Bevan', { language: 'cy-GB' }),
    person(4, 'guest', 'Tom Ashworth', { guestOf: '88888888-0000-4000-8000-000000000002' }),
    person(5, 'outsider', 'Daniel Firth', {}),
    person(6, 'leaver', 'Gone Away', { disabled: true }),
    person(7, 'newcomer', 'New Comer', {}),
  ],
  teams: [
    team(1, 'Governance', ['coordinator'], ['chair', 'welsh', 'guest', 'leaver']),
    team(2, 'Missing Children', ['coordinator'], ['chair', 'guest']),
    team(3, 'Roads', ['outsider'], []),
  ],
  sites: [],
  applications: [
    {
      appId: TAB_CLIENT,
      displayName: 'Probe',
      delegated: ['openid', 'profile', 'offline_access', 'Sites.Selected', `${API}/access_as_user`],
      application: [],
    },
    {
      appId: API_CLIENT,
      displayName: 'Probe service',
      delegated: [],
      application: [],
      exposes: { audience: API, scopes: ['access_as_user'] },
    },
  ],
}

export const governance = tenant.teams[0]!
export const missingChildren = tenant.teams[1]!

/** How long a test waits for the page before it gives up; the machine may be busy. */
const PATIENCE_MS = 20_000

export interface World {
  readonly host: TeamsHost
  readonly signIn: SignIn
  readonly app: HostApp
  readonly tabOrigin: string
  /** Requests that the probe sent to its own server by POST. */
  readonly posted: string[]
  /** A window of its own, at this path and query of the host. */
  open(path: string, viewport?: { width: number; height: number }): Promise<Page>
  /** Restarts the host on its data. */
  restartHost(): Promise<void>
  /** Console errors since the last call; each one that a test causes on purpose is taken here. */
  takeErrors(): string[]
  /** Closes all windows; expects that nothing was complained of. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** Built once for all the files of tests that open it. */
const PROBE: Build = {
  name: 'probe',
  sources: ['tests/local/teams/probe/**/*', 'tests/local/teams/world.ts', 'package-lock.json'],
  async run(outDir) {
    const { build } = await import('vite')
    await build({
      root: fileURLToPath(new URL('probe', import.meta.url)),
      configFile: false,
      logLevel: 'error',
      build: { outDir, emptyOutDir: true, target: 'es2024', chunkSizeWarningLimit: 2000 },
    })
  },
}

export async function openWorld(
  overrides: Partial<HostApp> = {},
  more: Pick<TeamsHostOptions, 'connector' | 'today'> = {},
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'teams-host-'))
  const data = join(folder, 'data')
  const assets = await builtOf(HOST)
  const probe = await builtOf(PROBE)

  const posted: string[] = []
  const tabServer = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (request.method === 'POST') {
      posted.push(path)
      return response.writeHead(204).end()
    }
    const file = path.startsWith('/assets/') ? join(probe, path) : join(probe, 'index.html')
    const type = extname(file) === '.js' ? 'text/javascript' : 'text/html'
    readFile(file).then(
      (content) => response.writeHead(200, { 'Content-Type': type }).end(content),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((done) => tabServer.listen(0, '127.0.0.1', done))
  const tabOrigin = `http://localhost:${(tabServer.address() as AddressInfo).port}`

  const app: HostApp = {
    id: APP_ID,
    name: { en: 'Probe', cy: 'Profiedydd' },
    personalTab: {
      entityId: 'mine',
      contentUrl: `${tabOrigin}/personal?as={userObjectId}`,
      name: { en: 'My matters', cy: 'Fy materion' },
    },
    channelTab: { configurationUrl: `${tabOrigin}/configure` },
    webApplicationInfo: { id: TAB_CLIENT, resource: API },
    tabOrigin,
    ...overrides,
  }
  const signIn = await createSignIn({ tenant, origin: 'http://localhost:1' })
  const start = (port: number): Promise<TeamsHost> =>
    createTeamsHost({ tenant, signIn, port, app, data, assets, ...more })
  let host = await start(0)
  const browser = await chromium.launch({ executablePath: findChromium() ?? 'chromium', args: CHROMIUM_ARGUMENTS })
  const contexts: BrowserContext[] = []
  let errors: string[] = []
  const takeErrors = (): string[] => {
    const taken = errors
    errors = []
    return taken
  }

  return {
    get host() {
      return host
    },
    signIn,
    app,
    tabOrigin,
    posted,
    async open(path, viewport = { width: 1440, height: 900 }) {
      const context = await newContext(browser, viewport)
      contexts.push(context)
      const page = await context.newPage()
      page.setDefaultTimeout(PATIENCE_MS)
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        if (message.type() !== 'error' || message.location().url.startsWith(CDN)) return
        errors.push(message.text())
      })
      await page.goto(new URL(path, host.url).href)
      return page
    },
    async restartHost() {
      const port = Number(new URL(host.url).port)
      await host.close()
      host = await start(port)
    },
    takeErrors,
    async settle() {
      for (const context of contexts.splice(0)) await context.close()
      for (const tab of host.tabs()) await unpin(host, tab)
      posted.length = 0
      expect(takeErrors()).toEqual([])
    },
    async close() {
      await browser.close()
      await host.close()
      tabServer.close()
      tabServer.closeAllConnections()
      await rm(folder, { recursive: true })
    },
  }
}

const CDN = 'https://res.cdn.office.net/'

async function newContext(browser: Browser, viewport: { width: number; height: number }): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport, permissions: ['clipboard-read', 'clipboard-write'] })
  await context.route(`${CDN}**`, (route) => route.abort())
  return context
}

async function unpin(host: TeamsHost, tab: PinnedTab): Promise<void> {
  const query = { as: 'coordinator', team: tab.teamId, channel: tab.channelId, entity: tab.entityId }
  const url = new URL(`/local/tabs?${new URLSearchParams(query)}`, host.url)
  const response = await fetch(url, { method: 'DELETE', headers: { Origin: url.origin } })
  expect(response.status).toBe(204)
}

export function pinnedTab(world: World, path = '/channel', overrides: Partial<PinnedTab> = {}): PinnedTab {
  return {
    teamId: governance.id,
    channelId: governance.channels[1]!.id,
    entityId: 'register',
    name: 'Register',
    contentUrl: `${world.tabOrigin}${path}`,
    ...overrides,
  }
}

/** The app's frame at that path, once the probe in it is ready to be asked. */
export async function probeIn(page: Page, path: string): Promise<Frame> {
  const isIt = (frame: Frame): boolean => new URL(frame.url() || 'about:blank').pathname === path
  await expect.poll(() => page.frames().some(isIt), { timeout: PATIENCE_MS }).toBe(true)
  const frame = page.frames().find(isIt)!
  await frame.waitForFunction(() => window.probe !== undefined)
  return frame
}

/** The app is in its frame, and Teams has taken its loading indicator away. */
export async function readyTab(page: Page, path = '/channel'): Promise<Frame> {
  const frame = await probeIn(page, path)
  await page.locator('#cover').waitFor({ state: 'hidden' })
  return frame
}

function person(number: number, key: string, displayName: string, more: Partial<Tenant['people'][number]>) {
  const mail = `${key}@shires.example`
  const objectId = `77777777-0000-4000-8000-${String(number).padStart(12, '0')}`
  return { key, objectId, displayName, userPrincipalName: mail, mail, language: 'en-GB' as const, ...more }
}

function team(number: number, displayName: string, owners: string[], members: string[]): Tenant['teams'][number] {
  const name = displayName.toLowerCase().replaceAll(' ', '-')
  return {
    id: `66666666-0000-4000-8000-${String(number).padStart(12, '0')}`,
    displayName,
    description: `${displayName} of the Shires`,
    sitePath: `/sites/${name}`,
    owners,
    members,
    channels: [
      { id: `19:${name}-general@thread.tacv2`, displayName: 'General', membershipType: 'standard' },
      { id: `19:${name}@thread.tacv2`, displayName: 'Work', membershipType: 'standard' },
    ],
  }
}
