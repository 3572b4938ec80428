import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { governance, missingChildren, openWorld, pinnedTab, probeIn, readyTab, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => world.settle())
afterAll(() => world.close())

describe('adding the app to a channel', () => {
  test('pins what the configuration page saved, for everyone in the team and over a restart', async () => {
    const page = await world.open('/?as=coordinator&team=missing-children&channel=Work')
    await page.getByRole('main').getByRole('button', { name: 'Add Probe' }).last().click()
    const settings = await probeIn(page, '/configure')
    await expect.poll(() => settings.evaluate(() => window.probe!.teams.app.getFrameContext())).toBe('settings')
    await page.getByRole('button', { name: 'Save' }).click()

    const frame = await readyTab(page)
    const url = new URL(frame.url())
    expect(Object.fromEntries(url.searchParams)).toEqual({
      locale: 'en-gb',
      theme: 'default',
      group: missingChildren.id,
      page: 'probe-1',
    })
    expect(new URL(page.url()).searchParams.get('tab')).toBe('probe-1')
    await page.getByRole('link', { name: 'Probe tab' }).waitFor()
    expect(world.host.tabs()).toMatchObject([
      {
        teamId: missingChildren.id,
        channelId: missingChildren.channels[1]!.id,
        entityId: 'probe-1',
        name: 'Probe tab',
      },
    ])

    await page.close()
    await world.restartHost()
    const chairs = await world.open('/?as=chair&team=missing-children')
    await chairs.getByRole('link', { name: 'Probe tab' }).waitFor()
    await readyTab(chairs)
  })

  test('can be saved only once the page says that it is valid', async () => {
    const page = await world.open('/?as=coordinator&team=missing-children')
    await page.getByRole('main').getByRole('button', { name: 'Add Probe' }).last().click()
    const settings = await probeIn(page, '/configure')
    const save = page.getByRole('button', { name: 'Save' })
    await expect.poll(() => save.isEnabled()).toBe(true)
    await settings.evaluate(() => window.probe!.teams.pages.config.setValidityState(false))
    await expect.poll(() => save.isEnabled()).toBe(false)
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(world.host.tabs()).toEqual([])
  })

  test('refuses content from outside the valid domains of the app', async () => {
    const page = await world.open('/?as=coordinator&team=missing-children')
    await page.getByRole('main').getByRole('button', { name: 'Add Probe' }).last().click()
    const settings = await probeIn(page, '/configure')
    const refusal = await settings.evaluate(() =>
      window
        .probe!.teams.pages.config.setConfig({ entityId: 'x', contentUrl: 'https://elsewhere.example/' })
        .then(() => 'accepted')
        .catch((error: Error) => error.message),
    )
    expect(refusal).toContain('valid domains')
  })

  test('is not offered to a guest', async () => {
    const page = await world.open('/?as=guest&team=missing-children')
    await page.getByText('Guests cannot.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Add Probe' }).count()).toBe(0)
  })
})

describe('a pinned tab', () => {
  test('opens its settings with what was saved', async () => {
    world.host.rememberTab(pinnedTab(world))
    const page = await world.open('/?as=coordinator&team=governance')
    await readyTab(page)
    await page.getByRole('button', { name: 'Options of the tab Register' }).click()
    await page.getByRole('button', { name: 'Settings' }).click()
    const settings = await probeIn(page, '/configure')
    const saved = await settings.evaluate(() => window.probe!.teams.pages.getConfig())
    expect(saved).toMatchObject({ entityId: 'register', suggestedDisplayName: 'Register' })
  })

  test('is removed after a question', async () => {
    world.host.rememberTab(pinnedTab(world))
    const page = await world.open('/?as=coordinator&team=governance')
    await readyTab(page)
    await page.getByRole('button', { name: 'Options of the tab Register' }).click()
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog', { name: 'Remove Register from this channel?' }).getByText('stays').waitFor()
    await page.getByRole('button', { name: 'Remove' }).last().click()
    await page.getByText('Probe is not in this channel yet').waitFor()
    expect(world.host.tabs()).toEqual([])
  })
})

test('a configuration page that fails to save says why, and may be tried again', async () => {
  const other = await openWorldThatFails()
  try {
    const page = await other.open('/?as=coordinator&team=governance')
    await page.getByRole('main').getByRole('button', { name: 'Add Probe' }).last().click()
    await probeIn(page, '/configure')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('status').getByText('No site for this team').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Save' }).isEnabled()).toBe(true)
    expect(other.host.tabs()).toEqual([])
    await other.settle()
  } finally {
    await other.close()
  }
})

async function openWorldThatFails(): Promise<World> {
  const configurationUrl = `${world.tabOrigin}/configure?fails=No%20site%20for%20this%20team`
  return openWorld({ channelTab: { configurationUrl }, tabOrigin: world.tabOrigin })
}

test('the teams that a person sees are theirs', async () => {
  world.host.rememberTab(pinnedTab(world))
  const page = await world.open('/?as=outsider')
  const nav = page.getByRole('navigation', { name: 'Your teams and channels' })
  await expect.poll(() => nav.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['RRoads'])
  await page.goto(new URL(`/?as=outsider&team=${governance.id}`, world.host.url).href)
  await page.getByText("Daniel Firth can't open this").waitFor()
  expect(await page.content()).not.toContain('Governance')
})
