import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRegisterBrowser, violations, type RegisterBrowser } from './registerbrowser.ts'

describe('the assurance of a group', () => {
  let browser: RegisterBrowser
  beforeAll(async () => {
    browser = await openRegisterBrowser(new URL('assurancepage.tsx', import.meta.url))
  })
  afterAll(async () => {
    const { complaints } = browser
    await browser.close()
    expect(complaints).toEqual([])
  })

  test('by keyboard, a coordinator finds what nothing covers and links work of both kinds to it, and the cell says so', () =>
    browser.visit('', async (page) => {
      const cell = (name: RegExp) => page.getByRole('gridcell', { name })
      await cell(/^Violence against women and girls, Capacity: the framework asks nothing here/).waitFor()
      await cell(
        /^Child sexual abuse, Collaboration: 1 of 3 paragraphs covered by one piece of work, which is Red/,
      ).waitFor()
      const asked = cell(/^Child sexual abuse, Capacity: its one paragraph is uncovered/)
      await asked.waitFor()
      await cell(/^Violence against women and girls, Outcomes/).focus()
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter']) {
        await page.keyboard.press(key)
      }
      await page.getByRole('heading', { name: 'Child sexual abuse, Capacity' }).waitFor()
      await page.getByRole('button', { name: 'Link work to paragraph 109' }).click()
      await page.getByRole('button', { name: 'Link it' }).click()
      await page.getByText('Pick one from the list.').waitFor()
      await page.getByRole('combobox').pressSequentially('cases')
      await page.getByRole('option', { name: '2/26 Read each other’s cases' }).click()
      await page.getByRole('textbox', { name: 'What shows it' }).fill('Ten cases')
      await page.getByRole('button', { name: 'Link it' }).click()
      await cell(
        /^Child sexual abuse, Capacity: 1 of 1 paragraph covered by one piece of work, which is Amber/,
      ).waitFor()
      await page.getByText('Ten cases').waitFor()
      await page.getByText(/^2 of 166 paragraphs/).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Link work to paragraph 109' }).click()
      await page.getByRole('combobox').pressSequentially('list of')
      await page.getByRole('option', { name: '1.2 One list of homes' }).click()
      await page.getByRole('button', { name: 'Link it' }).click()
      await cell(
        /^Child sexual abuse, Capacity: 1 of 1 paragraph covered by 2 pieces of work, the worst of them Amber/,
      ).waitFor()
      await page.getByText('Work stream · Told of Q3 2026/27, and nothing is in the way.').waitFor()
      await page.getByRole('button', { name: 'Unlink 1.2 One list of homes from paragraph 109' }).click()
      await page.getByRole('button', { name: 'Unlink 2/26 Read each other’s cases from paragraph 109' }).click()
      await asked.waitFor()
    }))
})
