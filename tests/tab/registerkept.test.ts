/** Views that are kept: by whom, with what they show, and as others find them, in a real Chromium. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRegisterBrowser, violations, type RegisterBrowser } from './registerbrowser.ts'

let browser: RegisterBrowser
beforeAll(async () => {
  browser = await openRegisterBrowser()
})
afterAll(async () => {
  await browser.close()
})

async function withPage(
  act: (page: Page) => Promise<void>,
  { query = '?as=coordinator&person=coordinator', size = { width: 1280, height: 900 } } = {},
): Promise<void> {
  await browser.visit(query, act, size)
  expect(browser.complaints).toEqual([])
}

const views = (page: Page) => page.getByRole('navigation', { name: /Views|Golygon/ })
const choice = (page: Page, name: string) => views(page).getByRole('button', { name: new RegExp(`^${name} \\d+$`) })
const opener = (page: Page, name: string) => page.locator('[popovertarget]').filter({ hasText: name })
const dialog = (page: Page) => page.getByRole('dialog')
const shown = async (page: Page) => Number(await page.locator('[aria-rowcount]').getAttribute('aria-rowcount')) - 1
const counted = async (page: Page, name: string) =>
  Number(/\d+$/.exec((await choice(page, name).textContent()) ?? '')?.[0])

describe('the views at the left', () => {
  it('are the group’s and one’s own, each with a live count, and show what they say', () =>
    withPage(async (page) => {
      await views(page).getByRole('heading', { name: 'The group’s views' }).waitFor()
      await views(page).getByRole('heading', { name: 'My views' }).waitFor()
      const count = await counted(page, 'For the chair to decide')
      await choice(page, 'For the chair to decide').click()
      await expect.poll(() => choice(page, 'For the chair to decide').getAttribute('aria-current')).toBe('true')
      await page.getByRole('grid', { name: 'Actions: For the chair to decide' }).waitFor()
      await expect.poll(() => shown(page)).toBe(count)
      await choice(page, 'Each force, what is open').click()
      await page.getByRole('treegrid').waitFor()
      // What a kept view filters by is not left behind.
      await choice(page, 'Everything').click()
      await page.getByRole('grid', { name: 'Actions: Everything' }).waitFor()
      await expect.poll(() => shown(page)).toBe(await counted(page, 'Everything'))
      expect(await violations(page)).toEqual([])
    }))

  it('one of them is what a link opens', () =>
    withPage(
      async (page) => {
        await page.getByRole('grid', { name: 'Actions: For the chair to decide' }).waitFor()
        await expect.poll(() => choice(page, 'For the chair to decide').getAttribute('aria-current')).toBe('true')
      },
      { query: '?view=view-csae-to-decide' },
    ))

  it('show nobody what is another’s own', () =>
    withPage(
      async (page) => {
        await choice(page, 'For the chair to decide').waitFor()
        await expect.poll(() => views(page).getByRole('heading', { name: 'My views' }).count()).toBe(0)
      },
      { query: '?person=spoc-north' },
    ))
})

describe('keeping what one sees', () => {
  it('is a name and Enter: filter, words and grouping come back with it', () =>
    withPage(
      async (page) => {
        await page.getByRole('searchbox').fill('children')
        const all = await shown(page)
        await choice(page, 'Late').click()
        await expect.poll(() => choice(page, 'Late').getAttribute('aria-current')).toBe('true')
        await expect.poll(() => shown(page)).not.toBe(all)
        const count = await shown(page)
        await opener(page, 'Save view').focus()
        await page.keyboard.press('Enter')
        await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
        await expect.poll(() => dialog(page).getByRole('radio').count()).toBe(0)
        await page.keyboard.press('Enter')
        await dialog(page).getByText('Write something here.').waitFor()
        await page.keyboard.type('Children, late')
        await page.keyboard.press('Enter')
        await choice(page, 'Children, late').waitFor()
        await expect.poll(() => counted(page, 'Children, late')).toBe(count)
        await expect.poll(() => choice(page, 'Children, late').getAttribute('aria-current')).toBe('true')
        await choice(page, 'Everything').click()
        await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('')
        await choice(page, 'Children, late').click()
        await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('children')
        await expect.poll(() => shown(page)).toBe(count)
      },
      { query: '?person=spoc-north' },
    ))

  it('for the group is a coordinator’s; a member is told so and may keep it as their own', () =>
    withPage(
      async (page) => {
        await choice(page, 'For the chair to decide').click()
        await opener(page, 'For the chair to decide').click()
        await dialog(page)
          .getByText(/its coordinators change it/)
          .waitFor()
        await expect.poll(() => dialog(page).getByRole('button', { name: 'Remove view' }).count()).toBe(0)
        expect(await violations(page)).toEqual([])
        await dialog(page).getByRole('textbox').fill('Mine of that')
        await page.keyboard.press('Enter')
        await choice(page, 'Mine of that').waitFor()
        await choice(page, 'For the chair to decide').waitFor()
      },
      { query: '?person=spoc-north' },
    ))

  it('a coordinator keeps one for everybody, renames it, and takes it away', () =>
    withPage(async (page) => {
      await opener(page, 'Save view').click()
      await dialog(page).getByRole('textbox').fill('To look at')
      await dialog(page).getByRole('radio', { name: 'Everybody in the group' }).check()
      await dialog(page).getByRole('button', { name: 'Save view' }).click()
      await choice(page, 'To look at').waitFor()
      await opener(page, 'To look at').click()
      await dialog(page).getByRole('textbox').fill('Looked at')
      await page.keyboard.press('Enter')
      await choice(page, 'Looked at').waitFor()
      await expect.poll(() => choice(page, 'To look at').count()).toBe(0)
      await opener(page, 'Looked at').click()
      await dialog(page).getByRole('button', { name: 'Remove view' }).click()
      await choice(page, 'Looked at').waitFor({ state: 'detached' })
      await expect
        .poll(() => page.evaluate(() => window.store.submitted.map((command) => command.kind)))
        .toEqual(['saveView', 'saveView', 'removeView'])
    }))

  it('a name that is taken, a store out of reach and a view that somebody changed are each said; the name stays', () =>
    withPage(async (page) => {
      await choice(page, 'For the chair to decide').click()
      await opener(page, 'For the chair to decide').click()
      await dialog(page).getByRole('textbox').fill('each force, WHAT is open')
      await page.keyboard.press('Enter')
      await dialog(page)
        .getByText(/There is a view called/)
        .waitFor()
      await dialog(page).getByRole('textbox').fill('For the chair')
      await page.evaluate(() =>
        window.store.answerNextView(
          () => ({ state: 'unsaved', because: 'offline', requestId: null }),
          () => ({ state: 'stale', now: window.store.snapshot()?.views?.get('view-csae-to-decide') ?? null }),
        ),
      )
      await page.keyboard.press('Enter')
      await dialog(page)
        .getByText(/you are offline/)
        .waitFor()
      await page.keyboard.press('Enter')
      await dialog(page)
        .getByText(/Somebody changed this view meanwhile/)
        .waitFor()
      await expect.poll(() => dialog(page).getByRole('textbox').inputValue()).toBe('For the chair')
      const sent = () => page.evaluate(() => window.store.submitted.slice(-2).map((command) => command.id))
      await expect.poll(async () => (await sent()).length).toBe(2)
      expect(new Set(await sent()).size).toBe(1)
      expect(await violations(page)).toEqual([])
    }))

  it('fits a phone, in Welsh', () =>
    withPage(
      async (page) => {
        await opener(page, 'Cadw’r olwg').click()
        await dialog(page).getByRole('textbox').waitFor()
        const within = async (): Promise<boolean> => {
          const box = await dialog(page).boundingBox()
          return box !== null && box.x >= 0 && box.x + box.width <= 390
        }
        await expect.poll(within).toBe(true)
        expect(await violations(page)).toEqual([])
      },
      { query: '?as=coordinator&language=cy&theme=dark', size: { width: 390, height: 780 } },
    ))
})
