import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, pinnedTab, probeIn, readyTab, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.host.rememberTab(pinnedTab(world)))
afterEach(() => world.settle())
afterAll(() => world.close())

test.each([
  ['phone', 'ios'],
  ['android', 'android'],
])('on the device "%s" the app is 390 pixels wide and is told %s', async (device, clientType) => {
  const page = await world.open(`/?as=chair&team=governance&device=${device}`)
  const frame = await readyTab(page)
  await expect.poll(() => frame.evaluate(() => innerWidth)).toBe(390)
  const context = await frame.evaluate(() => window.probe!.teams.app.getContext())
  expect(context.app.host.clientType).toBe(clientType)
  await expect.poll(() => frame.evaluate(() => 'nestedAppAuthBridge' in window)).toBe(true)
})

test('choosing another device loads the app again for it', async () => {
  const page = await world.open('/?as=chair&team=governance')
  await readyTab(page)
  await page.getByLabel('Device').selectOption('phone')
  await expect.poll(() => page.frames().length).toBe(2)
  const frame = await readyTab(page)
  await expect.poll(() => frame.evaluate(() => innerWidth)).toBe(390)
})

test('a dialog is the whole screen of a phone', async () => {
  const page = await world.open('/?as=chair&team=governance&device=phone')
  const tab = await readyTab(page)
  await tab.evaluate(() =>
    window.probe!.teams.dialog.url.open({
      url: `${location.origin}/form`,
      title: 'Approve',
      size: { width: 900, height: 900 },
    }),
  )
  const form = await probeIn(page, '/form')
  await expect.poll(() => form.evaluate(() => innerWidth)).toBe(390)
})

test('the back button is the app’s before it is the host’s', async () => {
  const page = await world.open('/?as=chair&tab=mine&device=phone')
  await readyTab(page, '/personal')
  await page.getByRole('navigation', { name: 'Your teams' }).getByRole('link', { name: 'Work' }).first().click()
  const frame = await readyTab(page)
  await frame.evaluate(() => {
    let isOpen = true
    window.probe!.teams.pages.backStack.registerBackButtonHandler(() => {
      window.probe!.heard.push('back')
      const wasOpen = isOpen
      isOpen = false
      return wasOpen
    })
  })
  const back = page.getByRole('button', { name: 'Back' })
  await back.click()
  await expect.poll(() => frame.evaluate(() => window.probe!.heard)).toEqual(['back'])
  await back.click()
  await readyTab(page, '/personal')
})
