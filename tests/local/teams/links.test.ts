import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { APP_ID, governance, openWorld, pinnedTab, readyTab, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(() => world.host.rememberTab(pinnedTab(world)))
afterEach(() => world.settle())
afterAll(() => world.close())

const entityLink = (sub: string, origin = 'https://teams.microsoft.com'): string => {
  const context = JSON.stringify({ subEntityId: sub, channelId: governance.channels[1]!.id })
  return `${origin}/l/entity/${APP_ID}/register?label=Register&context=${encodeURIComponent(context)}`
}

describe('a deep link', () => {
  test('opened in the browser leads to its tab and its place in it', async () => {
    const path = entityLink('4/19(b)', '')
    const page = await world.open(path)
    const frame = await readyTab(page)
    const context = await frame.evaluate(() => window.probe!.teams.app.getContext())
    expect(context.page).toMatchObject({ id: 'register', subPageId: '4/19(b)' })
    expect(context.channel?.id).toBe(governance.channels[1]!.id)
    expect(new URL(page.url()).pathname).toBe('/')
    await page
      .getByRole('navigation', { name: 'Your teams' })
      .locator('a[aria-current=page]')
      .getByText('Work')
      .waitFor()
  })

  test('that an app opens leads there too, whichever of the two ways it uses', async () => {
    const page = await world.open('/?as=chair&tab=mine')
    let frame = await readyTab(page, '/personal')
    await frame.evaluate((link) => void window.probe!.teams.app.openLink(link), entityLink('2/20'))
    frame = await readyTab(page)
    await expect
      .poll(async () => (await frame.evaluate(() => window.probe!.teams.app.getContext())).page.subPageId)
      .toBe('2/20')

    await frame.evaluate(
      (appId) => void window.probe!.teams.pages.navigateToApp({ appId, pageId: 'mine', subPageId: 'late' }),
      APP_ID,
    )
    frame = await readyTab(page, '/personal')
    await expect
      .poll(async () => (await frame.evaluate(() => window.probe!.teams.app.getContext())).page)
      .toMatchObject({
        id: 'mine',
        subPageId: 'late',
      })
    await page.goBack()
    await readyTab(page)
  })

  test('to what this person may not open, or to another app, is refused with a reason', async () => {
    const page = await world.open('/?as=outsider&tab=mine')
    const frame = await readyTab(page, '/personal')
    const refusal = (link: string) =>
      frame.evaluate(
        (link) =>
          window
            .probe!.teams.app.openLink(link)
            .then(() => 'opened')
            .catch((error: Error) => error.message),
        link,
      )
    expect(await refusal(entityLink('1/19'))).toContain('may not open it')
    expect(await refusal(`https://teams.microsoft.com/l/entity/${world.tabOrigin.length}/x`)).toContain('not installed')
    expect(await refusal('https://teams.microsoft.com/l/chat/0/0?users=a')).toContain('pages of apps only')
    expect(await refusal('javascript:alert(1)')).toContain('pages of apps only')
  })

  test('shared by an app can be copied, and opens what it was made of', async () => {
    const page = await world.open('/?as=chair&team=governance')
    const frame = await readyTab(page)
    await frame.evaluate(() =>
      window.probe!.teams.pages.shareDeepLink({ subPageId: '3/19', subPageLabel: 'Action 3/19' }),
    )
    const dialog = page.getByRole('dialog', { name: 'Link to Action 3/19' })
    const link = await dialog.getByRole('textbox').inputValue()
    await dialog.getByRole('button', { name: 'Copy' }).click()
    await dialog.getByText('Copied.').waitFor()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link)

    const other = await world.open(link.replace(world.host.url, '/'))
    const context = await (await readyTab(other)).evaluate(() => window.probe!.teams.app.getContext())
    expect(context.page).toMatchObject({ id: 'register', subPageId: '3/19' })
  })

  test('of the open place carries no person', async () => {
    const page = await world.open('/?as=chair&team=governance&sub=1%2F20')
    await readyTab(page)
    await page.getByRole('button', { name: 'Copy link' }).click()
    const link = await page.getByRole('dialog').getByRole('textbox').inputValue()
    expect(link).not.toContain('chair')
    expect(new URL(link).searchParams.get('context')).toContain('1/20')
  })
})

test('an app moves within itself and back', async () => {
  const page = await world.open('/?as=chair&team=governance')
  let frame = await readyTab(page)
  await frame.evaluate(
    () => void window.probe!.teams.pages.currentApp.navigateTo({ pageId: 'register', subPageId: 'meeting' }),
  )
  await expect.poll(() => page.url()).toContain('sub=meeting')
  frame = await readyTab(page)
  await expect
    .poll(async () => (await frame.evaluate(() => window.probe!.teams.app.getContext())).page.subPageId)
    .toBe('meeting')
  await frame.evaluate(() => void window.probe!.teams.pages.backStack.navigateBack())
  await expect.poll(() => page.url()).not.toContain('sub=meeting')
})
