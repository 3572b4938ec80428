import { readFileSync } from 'node:fs'
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
      await page.getByText(/^2 of 164 paragraphs/).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Take the evidence out' }).click()
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'PDF, in Welsh' }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(/-spr-2023-2026-11-24\.pdf$/u)
      expect(
        readFileSync(await file.path())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
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

  test('a coordinator adds a framework from a table, once nothing in it is missing, and takes it off again', () =>
    browser.visit('', async (page) => {
      const heads = 'Paragraph,Threat,Pillar,Duty-holder,Tier,What it asks,What it asks in Welsh'
      const give = (...rows: readonly string[]) =>
        page.locator('input[type=file]').setInputFiles({
          name: 'missing.csv',
          mimeType: 'text/csv',
          buffer: Buffer.from([heads, ...rows].join('\n')),
        })
      const whole = '1.1,Missing children,Outcomes,Every force,local,A lead who is named,Arweinydd a enwir'
      await page.getByRole('button', { name: 'Add a framework…' }).click()
      await page.getByRole('button', { name: 'Download a table to start from' }).waitFor()
      await give(whole, '1.2,Missing children,Outcomes,,everywhere,A desk,Desg')
      await page.getByText('1.2 doesn’t say whose duty it is.').waitFor()
      await page.getByText('1.2 needs a tier: local, regional or national. It says “everywhere”.').waitFor()
      expect(await page.getByRole('button', { name: 'Add it' }).count()).toBe(0)
      await give(whole, '2.1,Missing children,Standards,ROCU,Regional,One form,Un ffurflen')
      await page.getByText(/^2 paragraphs, 1 threat, 2 pillars, nothing against several threats\.$/).waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Missing from home')
      await page.getByRole('textbox', { name: 'Edition' }).fill('soon')
      await page.getByRole('button', { name: 'Add it' }).click()
      await page.getByText('Give its month and year, for example February 2023.').waitFor()
      await page.getByRole('textbox', { name: 'Edition' }).fill('April 2026')
      await page.getByRole('button', { name: 'Add it' }).click()
      await page.getByText(/^0 of 2 paragraphs of the Missing from home/).waitFor()
      await page
        .getByRole('gridcell', { name: 'Missing children, Standards: its one paragraph is uncovered' })
        .waitFor()
      await page.getByRole('combobox', { name: 'Framework' }).selectOption('Strategic Policing Requirement 2023')
      await page.getByText(/of 164 paragraphs/).waitFor()
      await page.getByRole('combobox', { name: 'Framework' }).selectOption('Missing from home')
      await page.getByRole('button', { name: 'Take it off' }).click()
      await page.getByRole('button', { name: 'Take Missing from home off' }).click()
      await page.getByText(/of 164 paragraphs/).waitFor()
    }))
})
