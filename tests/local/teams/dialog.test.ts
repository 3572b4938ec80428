import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, pinnedTab, probeIn, readyTab, type World } from './world.ts'

let world: World
let page: Page
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  world.host.rememberTab(pinnedTab(world))
  page = await world.open('/?as=chair&team=governance')
})
afterEach(() => world.settle())
afterAll(() => world.close())

/** Opens `/form` as a dialog from the tab; what it ends with is left on the tab's `window.ended`. */
async function openForm(size: { width: number | 'large'; height: number | 'large' } = { width: 500, height: 300 }) {
  const tab = await readyTab(page)
  await tab.evaluate(
    ({ size }) => {
      window.ended = []
      window.heardFromDialog = []
      window.probe!.teams.dialog.url.open(
        { url: `${location.origin}/form`, title: 'Propose discharge', size: size as { width: number; height: number } },
        (result) => window.ended!.push(result),
        (message) => window.heardFromDialog!.push(message),
      )
    },
    { size },
  )
  return { tab, form: await probeIn(page, '/form') }
}

declare global {
  interface Window {
    ended?: unknown[]
    heardFromDialog?: unknown[]
  }
}

describe("an app's dialog", () => {
  test('hands back what was submitted, and closes', async () => {
    const { tab, form } = await openForm()
    await expect.poll(() => form.evaluate(() => window.probe!.teams.app.getFrameContext())).toBe('task')
    await form.evaluate(() => window.probe!.teams.dialog.url.submit({ evidence: 'minutes' }))
    await expect.poll(() => tab.evaluate(() => window.ended)).toEqual([{ result: { evidence: 'minutes' } }])
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0)
  })

  test('that the person closes ends with an error, once', async () => {
    const { tab } = await openForm()
    await page.getByRole('dialog', { name: 'Propose discharge' }).getByRole('button', { name: 'Close' }).click()
    await expect
      .poll(() => tab.evaluate(() => window.ended))
      .toEqual([{ err: 'User cancelled/closed the task module.' }])
  })

  test('has the size it asked for, and takes another', async () => {
    const { form } = await openForm()
    const size = () => form.evaluate(() => [innerWidth, innerHeight])
    await expect.poll(size).toEqual([500, 300])
    await form.evaluate(() => window.probe!.teams.dialog.update.resize({ width: 620, height: 410 }))
    await expect.poll(size).toEqual([620, 410])
  })

  test('talks with the tab that opened it, both ways', async () => {
    const { tab, form } = await openForm()
    await form.evaluate(() => {
      window.heardFromDialog = []
      const { parentCommunication } = window.probe!.teams.dialog.url
      parentCommunication.registerOnMessageFromParent((message) => window.heardFromDialog!.push(message))
      parentCommunication.sendMessageToParentFromDialog('up')
    })
    await expect.poll(() => tab.evaluate(() => window.heardFromDialog)).toEqual(['up'])
    await tab.evaluate(() => window.probe!.teams.dialog.url.parentCommunication.sendMessageToDialog('down'))
    await expect.poll(() => form.evaluate(() => window.heardFromDialog)).toEqual(['down'])
  })

  test('from another site is refused', async () => {
    const tab = await readyTab(page)
    const result = await tab.evaluate(
      () =>
        new Promise((resolve) =>
          window.probe!.teams.dialog.url.open(
            { url: 'https://elsewhere.example/', title: 'x', size: { width: 1, height: 1 } },
            resolve,
          ),
        ),
    )
    expect(result).toEqual({ err: "The dialog's url is not the app's." })
  })

  test('holds the keyboard and gives it back', async () => {
    const key = () => page.evaluate(() => (document.activeElement as HTMLElement).dataset['key'])
    await readyTab(page)
    await page.getByRole('button', { name: 'Messages' }).focus()
    await openForm()
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).focus()
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('Tab')
      const isOutside = await page.evaluate(() => {
        const { activeElement, body } = document
        return activeElement !== body && activeElement?.closest('dialog') === null
      })
      expect(isOutside).toBe(false)
    }
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).focus()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    expect(await key()).toBe('messages')
  })
})

test('only what the host answers is advertised', async () => {
  const tab = await readyTab(page)
  const supported = await tab.evaluate(() => {
    const { dialog, pages, nestedAppAuth, chat, people, sharing, stageView } = window.probe!.teams
    return {
      urlDialogs: dialog.url.isSupported(),
      parentCommunication: dialog.url.parentCommunication.isSupported(),
      resize: dialog.update.isSupported(),
      cardDialogs: dialog.adaptiveCard.isSupported(),
      pages: pages.isSupported(),
      configuration: pages.config.isSupported(),
      currentApp: pages.currentApp.isSupported(),
      backStack: pages.backStack.isSupported(),
      tabs: pages.tabs.isSupported(),
      nestedSignIn: nestedAppAuth.isNAAChannelRecommended(),
      chat: chat.isSupported(),
      people: people.isSupported(),
      sharing: sharing.isSupported(),
      stageView: stageView.isSupported(),
    }
  })
  expect(supported).toEqual({
    urlDialogs: true,
    parentCommunication: true,
    resize: true,
    cardDialogs: false,
    pages: true,
    configuration: true,
    currentApp: true,
    backStack: true,
    tabs: false,
    nestedSignIn: true,
    chat: false,
    people: false,
    sharing: false,
    stageView: false,
  })
})
