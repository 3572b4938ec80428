import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openRegisterBrowser, violations, type RegisterBrowser } from './registerbrowser.ts'

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

describe('the returns of a group', () => {
  let browser: RegisterBrowser
  beforeAll(async () => {
    browser = await openRegisterBrowser(new URL('returnspage.tsx', import.meta.url))
  })
  afterAll(async () => {
    const { complaints } = browser
    await browser.close()
    expect(complaints).toEqual([])
  })

  async function withPage(query: string, see: (page: Page) => Promise<void>, size = DESKTOP): Promise<void> {
    const whole = async (page: Page): Promise<void> => {
      await page.getByRole('heading', { level: 2 }).first().waitFor()
      await see(page)
    }
    await browser.visit(query, whole, size)
  }
  const cells = async (page: Page, row: string): Promise<readonly string[]> => {
    const found = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
    const all = await found.locator('td').allInnerTexts()
    return all.map((text) => text.replaceAll(/\s+/g, ' ').trim())
  }

  test('a quarter has one late, one nil, and one that is returned: the total never counts what doesn’t stand', () =>
    withPage('?as=coordinator&asked=demo-ocag-returns', async (page) => {
      await page.getByRole('table', { name: /^OCAG returns, Q2 2026\/27/ }).waitFor()
      await expect
        .poll(async () => (await cells(page, 'North Mercia')).slice(0, 2))
        .toEqual(['On time', expect.stringMatching(/^7 \+2/)])
      await expect.poll(async () => (await cells(page, 'Severn Vale'))[0]).toBe('Late 6 days late')
      await expect.poll(async () => (await cells(page, 'Marches')).slice(0, 2)).toEqual(['Nil', 'nil'])
      await expect
        .poll(async () => (await cells(page, 'Total'))[1])
        .toBe('24 ±0 on Q1 2026/27, in the 4 that gave it both times')

      await page.getByRole('button', { name: 'Return it to Severnside' }).click()
      await page.getByRole('button', { name: 'Return it', exact: true }).click()
      await page.getByText('Give a reason').waitFor()
      await page.getByRole('textbox', { name: 'What Severnside has to put right' }).fill('Nine or six?')
      await page.getByRole('button', { name: 'Return it', exact: true }).click()
      await expect.poll(async () => (await cells(page, 'Severnside')).slice(0, 2)).toEqual(['Returned', '–'])
      await expect.poll(async () => (await cells(page, 'Total'))[1]).toMatch(/^15 of 4 of 5 /)
      await page.getByText('4 of 5 answered, 1 late').first().waitFor()

      await page.getByRole('button', { name: 'Accept the return of North Mercia' }).click()
      await expect.poll(async () => (await cells(page, 'North Mercia'))[0]).toBe('On time accepted')
      await page.getByRole('button', { name: 'Accept all 3 that were answered' }).click()
      await expect.poll(async () => (await cells(page, 'Marches'))[0]).toBe('Nil accepted')
      await page.getByRole('button', { name: /^Accept/ }).waitFor({ state: 'detached' })
      expect(await violations(page)).toEqual([])
    }))

  test('earlier periods, completeness over time by keyboard, and what each force wrote, are a key away', () =>
    withPage('?as=coordinator&asked=demo-ocag-returns', async (page) => {
      await page.getByRole('button', { name: 'Earlier period' }).click()
      await expect.poll(async () => (await cells(page, 'Marches'))[0]).toBe('Returned')
      await page.getByRole('tab', { name: 'Over time' }).click()
      await page.getByRole('table', { name: /period by period$/ }).waitFor()
      const first = page.getByRole('img', { name: 'North Mercia, Q2 2025/26: On time' })
      await first.focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('End')
      const focused = (): Promise<string | null> =>
        page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
      await expect.poll(focused).toBe('Severn Vale, Q2 2026/27: Late, 6 days late')
      await expect.poll(() => cells(page, 'Answered')).toEqual(['5 of 5', '5 of 5', '5 of 5', '4 of 5', '5 of 5'])
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: /^Flagging reports/ }).click()
      const side = page.getByRole('table', { name: /side by side$/ })
      await side.waitFor()
      await expect.poll(() => side.getByRole('columnheader').count()).toBe(6)
      await side.getByText('Two systems, and the flag of one is not carried over').waitFor()
      expect(await violations(page)).toEqual([])
    }))

  test('what was gathered goes back to everybody, after saying to whom, and the record says who got it', () =>
    withPage('?as=coordinator&theme=contrast&asked=demo-ocag-returns', async (page) => {
      await page.getByRole('button', { name: 'Circulate…' }).click()
      await page.getByText('5 of 5 answered. Above the marking').waitFor()
      await page.getByRole('button', { name: 'Circulate now' }).click()
      await page.getByText('It goes to 5 people with their next daily message.').waitFor()
      await expect
        .poll(() => page.evaluate(() => window.circulated))
        .toMatchObject([{ parameters: { key: 'csae-sgg', period: 'demo-ocag-returns.2026-Q2' } }])
      await page.getByText('5 of 5 got it').first().waitFor()
      await page.getByRole('cell', { name: 'Siân Bevan' }).first().waitFor()
      expect(await violations(page)).toEqual([])
    }))

  test('a return is set up, says what is missing in it, and is there at once', () =>
    withPage('?as=coordinator', async (page) => {
      await page.getByRole('button', { name: 'New return' }).click()
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByText('Write something here.').waitFor()
      await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Missing from care')
      await page.getByRole('button', { name: 'Add a field' }).click()
      await page.getByRole('textbox', { name: 'What is asked for' }).fill('Children')
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('heading', { name: 'Missing from care' }).waitFor()
      await page.getByText('No period has opened yet.').waitFor()
      await page
        .getByText('The next period, Q3 2026/27 (October 2026 – December 2026), opens on 1 January 2027.')
        .waitFor()
    }))

  test.each(['?language=cy&asked=demo-ocag-returns', '?theme=dark&asked=demo-flagging-reports'])(
    'a member reads them on a phone, and is offered nothing that isn’t theirs: %s',
    (query) =>
      withPage(
        query,
        async (page) => {
          await page.getByRole('table').first().waitFor()
          await expect
            .poll(() => page.getByRole('button', { name: /Accept|Derbyn|Circulate|Cylchredeg|New return/ }).count())
            .toBe(0)
          await expect
            .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
            .toBeLessThanOrEqual(0)
          expect(await violations(page)).toEqual([])
        },
        PHONE,
      ),
  )
})
