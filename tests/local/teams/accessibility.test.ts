import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { violations } from './axe.ts'
import { openWorld, pinnedTab, probeIn, readyTab, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.host.rememberTab(pinnedTab(world)))
afterEach(() => world.settle())
afterAll(() => world.close())

describe('axe finds nothing', () => {
  // A colour is the theme's and a name the language's: neither depends on the other.
  test.each([
    ['default', 'en'],
    ['dark', 'cy'],
    ['contrast', 'en'],
  ])('in the theme %s, in the language %s', async (theme, language) => {
    const settings = `theme=${theme}&lang=${language}`
    const page = await world.open(`/?as=coordinator&team=governance&${settings}`)
    await readyTab(page)
    await page.locator('[data-key=messages]').click()
    expect(await violations(page)).toEqual([])

    await page.goto(new URL(`/?as=coordinator&team=missing-children&${settings}`, world.host.url).href)
    await page.locator('.notice').waitFor()
    expect(await violations(page)).toEqual([])

    await page.locator('.notice button').click()
    await probeIn(page, '/configure')
    expect(await violations(page)).toEqual([])
  })
})

test.each([
  ['a phone', '/?as=chair&team=governance&device=phone', { width: 1440, height: 900 }],
  ['a narrow window', '/?as=chair&team=governance', { width: 400, height: 800 }],
])('axe finds nothing on %s', async (_what, path, viewport) => {
  const page = await world.open(path, viewport)
  await readyTab(page)
  expect(await violations(page)).toEqual([])
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  await expect.poll(() => page.evaluate(overflow)).toBeLessThanOrEqual(0)
})

test('everything is reached by the keyboard alone', async () => {
  const page = await world.open('/?as=coordinator&tab=mine')
  await readyTab(page, '/personal')
  await page.getByLabel('You are').focus()
  const reached: string[] = []
  for (let step = 0; step < 14; step += 1) {
    await page.keyboard.press('Tab')
    reached.push(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['key'] ?? ''))
  }
  const channels = ['governance-general', 'governance', 'missing-children-general', 'missing-children']
  expect(reached).toEqual(
    expect.arrayContaining([
      'theme',
      'lang',
      'device',
      'copy-link',
      'messages',
      'rail teams',
      'rail personal',
      ...channels.map((name) => `channel 19:${name}@thread.tacv2`),
    ]),
  )
  await page.locator(`[data-key="channel 19:governance@thread.tacv2"]`).focus()
  await page.keyboard.press('Enter')
  await readyTab(page)
  const focused = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['key'])
  expect(focused).toBe('channel 19:governance@thread.tacv2')
})
