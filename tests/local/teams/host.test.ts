import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { governance, openWorld, pinnedTab, probeIn, readyTab, tenant, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterEach(() => world.settle())
afterAll(() => world.close())

describe('a channel tab', () => {
  test('is told where it is and who is looking', async () => {
    world.host.rememberTab(pinnedTab(world))
    const page = await world.open('/?as=chair&team=governance&theme=dark&sub=1%2F19')
    const frame = await readyTab(page)
    const context = await frame.evaluate(() => window.probe!.teams.app.getContext())
    const channel = governance.channels[1]!
    expect(context).toMatchObject({
      app: { locale: 'en-gb', theme: 'dark', host: { name: 'Teams', clientType: 'desktop' } },
      page: { id: 'register', subPageId: '1/19', frameContext: 'content' },
      user: { id: tenant.people[1]!.objectId, displayName: 'Helen Marlowe', tenant: { id: tenant.tenantId } },
      channel: { id: channel.id, displayName: 'Work', membershipType: 'Regular' },
      team: { groupId: governance.id, displayName: 'Governance', userRole: 1 },
      sharePointSite: { teamSitePath: '/sites/governance', teamSiteDomain: 'shires.sharepoint.com' },
    })
  })

  test('hears of a change of theme and of language without being loaded again', async () => {
    world.host.rememberTab(pinnedTab(world))
    const page = await world.open('/?as=chair&team=governance')
    const frame = await readyTab(page)
    await page.getByLabel('Theme').selectOption('contrast')
    await page.getByLabel('Language').selectOption('cy')
    await expect
      .poll(() => frame.evaluate(() => window.probe!.heard))
      .toEqual(['theme contrast', 'locale en-gb', 'locale cy-gb'])
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe('cy')
    expect(page.url()).toContain('theme=contrast&lang=cy')
  })

  test('that never says it is ready leaves a card with a way to try again', async () => {
    world.host.rememberTab(pinnedTab(world, '/mute'))
    const page = await world.open('about:blank')
    await page.clock.install()
    await page.goto(new URL('/?as=chair&team=governance', world.host.url).href)
    await probeIn(page, '/mute')
    await page.getByText('Loading Probe…').waitFor()
    await page.clock.fastForward(31_000)
    await page.getByRole('alert').getByText('Probe has not said that it is ready').waitFor()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('Loading Probe…').waitFor()
  })

  test('that fails says why', async () => {
    world.host.rememberTab(pinnedTab(world, '/broken'))
    const page = await world.open('/?as=chair&team=governance')
    await page.getByRole('alert').getByText('The probe is broken.').waitFor()
  })

  test('that asked to be told before it goes is given the time to save', async () => {
    world.host.rememberTab(pinnedTab(world, '/draft'))
    const page = await world.open('/?as=chair&team=governance')
    await readyTab(page, '/draft')
    await page.getByRole('link', { name: 'My matters' }).click()
    await readyTab(page, '/personal')
    await expect.poll(() => world.posted).toEqual(['/saved'])
    await expect.poll(() => page.frames().length).toBe(2)
  })
})

describe('a message that the host has no handler for', () => {
  test('is an error on the console', async () => {
    world.host.rememberTab(pinnedTab(world))
    const page = await world.open('/?as=chair&team=governance')
    const frame = await readyTab(page)
    await frame.evaluate(() => parent.postMessage({ id: 9999, func: 'no.such.thing', args: [] }, '*'))
    await expect.poll(() => world.takeErrors()).toEqual(['The Teams host has no handler for "no.such.thing"'])
  })

  test('is nothing when it comes from elsewhere', async () => {
    const page = await world.open('/?as=chair&team=missing-children')
    await page.evaluate(() => window.postMessage({ id: 1, func: 'no.such.thing', args: [] }, '*'))
    await page.getByRole('button', { name: 'Messages' }).click()
    await page.getByText('Nothing has been said yet.').waitFor()
  })
})
