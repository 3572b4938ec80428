import type { Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { API, GRAPH, openWorld, pinnedTab, readyTab, TAB_CLIENT, tenant, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.host.rememberTab(pinnedTab(world)))
afterEach(() => world.settle())
afterAll(() => world.close())

interface Outcome {
  readonly token?: string
  readonly person?: string
  readonly fromCache?: boolean
  readonly error?: string
  readonly code?: string
}

interface Wish {
  readonly scopes: readonly string[]
  readonly clientId?: string
  readonly claims?: string
  readonly isInteractive?: boolean
  readonly forceRefresh?: boolean
}

/** Asks for a token as an app does: by msal's account context, silently or with a popup. */
function ask(frame: Frame, wish: Wish): Promise<Outcome> {
  return frame.evaluate(
    async ({ wish, clientId }) => {
      const client = await window.probe!.sign(wish.clientId ?? clientId)
      const context = await window.probe!.teams.app.getContext()
      const homeAccountId = `${context.user!.id}.${context.user!.tenant!.id}`
      const account = client.getAllAccounts().find((one) => one.homeAccountId === homeAccountId)
      const request = {
        scopes: [...wish.scopes],
        ...(account ? { account } : {}),
        ...(wish.claims ? { claims: wish.claims } : {}),
      }
      try {
        const result = wish.isInteractive
          ? await client.acquireTokenPopup(request)
          : account
            ? await client.acquireTokenSilent({ ...request, account, forceRefresh: wish.forceRefresh ?? false })
            : await client.ssoSilent(request)
        return { token: result.accessToken, person: result.account.name ?? '', fromCache: result.fromCache }
      } catch (error) {
        return { error: (error as Error).name, code: (error as { errorCode: string }).errorCode }
      }
    },
    { wish, clientId: TAB_CLIENT },
  )
}

async function open(person: string): Promise<{ page: Page; frame: Frame }> {
  const page = await world.open(`/?as=${person}&team=governance`)
  return { page, frame: await readyTab(page) }
}

describe('a token that was consented to', () => {
  test('comes silently, verifies, is the person at the screen, and is cached', async () => {
    const { frame } = await open('chair')
    await expect.poll(() => frame.evaluate(() => 'nestedAppAuthBridge' in window)).toBe(true)
    const first = await ask(frame, { scopes: ['Sites.Selected'] })
    const claims = await world.signIn.verify(first.token!, GRAPH)
    expect(claims).toMatchObject({ oid: tenant.people[1]!.objectId, azp: TAB_CLIENT, scp: 'Sites.Selected' })
    expect(await ask(frame, { scopes: ['Sites.Selected'] })).toMatchObject({ fromCache: true, token: first.token })
  })

  test("may be for the app's own API, whose scope is named in full", async () => {
    const { frame } = await open('chair')
    const { token } = await ask(frame, { scopes: [`${API}/access_as_user`] })
    expect(await world.signIn.verify(token!, API)).toMatchObject({ scp: 'access_as_user', aud: API })
  })

  test('may name Graph in full too, and is found in the cache by that name', async () => {
    const { frame } = await open('chair')
    await ask(frame, { scopes: [`${GRAPH}/Sites.Selected`] })
    expect(await ask(frame, { scopes: [`${GRAPH}/Sites.Selected`] })).toMatchObject({ fromCache: true })
  })

  test('comes by getAuthToken for the API of the manifest', async () => {
    const { frame } = await open('chair')
    const token = await frame.evaluate(() => window.probe!.teams.authentication.getAuthToken())
    expect(await world.signIn.verify(token, API)).toMatchObject({ oid: tenant.people[1]!.objectId })
  })

  test('is the other account after the person is switched, though the first stays in storage', async () => {
    const { page, frame } = await open('chair')
    expect(await ask(frame, { scopes: ['Sites.Selected'] })).toMatchObject({ person: 'Helen Marlowe' })
    await page.getByLabel('You are').selectOption('welsh')
    await expect.poll(() => page.url()).toContain('as=welsh')
    await page.waitForFunction(() => document.documentElement.lang === 'cy')
    const next = await readyTab(page)
    const context = await next.evaluate(() => window.probe!.teams.app.getContext())
    expect(context).toMatchObject({ app: { locale: 'cy-gb' }, user: { displayName: 'Siân Bevan' } })
    expect(await ask(next, { scopes: ['Sites.Selected'] })).toMatchObject({ person: 'Siân Bevan' })
  })
})

describe('what only the person can settle', () => {
  const CHALLENGE = JSON.stringify({ access_token: { acrs: { essential: true, value: 'c1' } } })

  test('a claims challenge needs interaction, and then the token carries the claim', async () => {
    const { page, frame } = await open('chair')
    await ask(frame, { scopes: ['Sites.Selected'] })
    const silent = await ask(frame, { scopes: ['Sites.Selected'], claims: CHALLENGE })
    expect(silent).toMatchObject({ error: 'InteractionRequiredAuthError' })
    const popup = ask(frame, { scopes: ['Sites.Selected'], claims: CHALLENGE, isInteractive: true })
    await page.getByRole('dialog', { name: 'Sign in again' }).getByText('Helen Marlowe').waitFor()
    await page.getByRole('button', { name: 'Continue' }).click()
    const { token } = await popup
    expect(await world.signIn.verify(token!, GRAPH)).toMatchObject({ acrs: ['c1'] })
  })

  test('consent is asked once', async () => {
    const { page, frame } = await open('chair')
    expect(await ask(frame, { scopes: ['User.Read'] })).toMatchObject({ error: 'InteractionRequiredAuthError' })
    const popup = ask(frame, { scopes: ['User.Read'], isInteractive: true })
    const dialog = page.getByRole('dialog', { name: 'Probe asks for your permission' })
    await dialog.getByRole('listitem').getByText('User.Read').waitFor()
    await dialog.getByRole('button', { name: 'Accept' }).click()
    expect(await world.signIn.verify((await popup).token!, GRAPH)).toMatchObject({ scp: 'User.Read' })
    expect(await ask(frame, { scopes: ['User.Read'], forceRefresh: true })).toMatchObject({ fromCache: false })
  })

  test('a dialog that is closed is a cancellation', async () => {
    const { page, frame } = await open('coordinator')
    const popup = ask(frame, { scopes: ['User.Read'], isInteractive: true })
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    expect(await popup).toMatchObject({ code: 'user_canceled' })
  })

  test('what needs an administrator can only be closed', async () => {
    const { page, frame } = await open('chair')
    const popup = ask(frame, { scopes: ['Sites.FullControl.All'], isInteractive: true })
    const dialog = page.getByRole('dialog', { name: 'An administrator has to approve this' })
    await dialog.getByText('Sites.FullControl.All').waitFor()
    await expect.poll(() => dialog.getByRole('button').allTextContents()).toEqual(['✕', 'Close'])
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    expect(await popup).toMatchObject({ code: 'user_canceled' })
  })

  test('a disabled person gets no token and is told why', async () => {
    const { page, frame } = await open('leaver')
    expect(await ask(frame, { scopes: ['Sites.Selected'] })).toMatchObject({ error: 'InteractionRequiredAuthError' })
    const popup = ask(frame, { scopes: ['Sites.Selected'], isInteractive: true })
    await page.getByRole('dialog', { name: 'This account is disabled' }).getByText('Gone Away').waitFor()
    await page.keyboard.press('Escape')
    expect(await popup).toMatchObject({ code: 'user_canceled' })
  })
})

describe('what nobody can settle is an error and no dialog', () => {
  test.each([
    [
      'an application that is not registered',
      { scopes: ['User.Read'], clientId: '00000000-0000-4000-8000-00000000dead' },
      'unauthorized_client',
    ],
    ['a resource that does not exist', { scopes: ['api://nothing/access_as_user'] }, 'invalid_resource'],
    ['a scope that the API does not have', { scopes: [`${API}/delete_everything`] }, 'invalid_scope'],
    ['two resources at once', { scopes: ['Sites.Selected', `${API}/access_as_user`] }, 'invalid_scope'],
  ])('%s', async (_what, wish, code) => {
    const { page, frame } = await open('chair')
    expect(await ask(frame, { ...wish, isInteractive: true })).toMatchObject({ error: 'ServerError', code })
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  test('an unreachable sign-in', async () => {
    const { page, frame } = await open('chair')
    await page.route('**/local/naa', (route) => route.abort())
    expect(await ask(frame, { scopes: ['Sites.Selected'] })).toMatchObject({ code: 'no_network_connectivity' })
    expect(world.takeErrors()).toHaveLength(1)
  })
})

test('tokens are left out of the drawer of messages', async () => {
  const { page, frame } = await open('chair')
  await ask(frame, { scopes: ['Sites.Selected'] })
  await page.getByRole('button', { name: 'Messages' }).click()
  const drawer = page.getByRole('complementary', { name: 'Messages between Teams and the app' })
  await drawer.getByText('nestedAppAuth.execute (answer)').first().waitFor()
  const text = await drawer.evaluate((element) => element.textContent)
  expect(text).toContain('(a token)')
  expect(text).not.toMatch(/eyJ[\w-]+\./)
})
