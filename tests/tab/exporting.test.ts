/** Taking the tracker out, as people do it, in a real Chromium: the file lands among the downloads and reads back. */

import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../src/documents/document.ts'
import { openRegisterBrowser, type RegisterBrowser } from './registerbrowser.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let browser: RegisterBrowser
beforeAll(async () => {
  browser = await openRegisterBrowser()
})
afterAll(async () => {
  await browser.close()
})

async function withPage(query: string, act: (page: Page) => Promise<void>): Promise<void> {
  await browser.visit(query, act)
}

const dialog = (page: Page) => page.getByRole('dialog')
const takeOut = (page: Page, name = 'Take out') => page.getByRole('button', { name, exact: true }).click()
const choose = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true })

/** The rows of the file that a press of the button makes, headings first. */
async function fileOf(page: Page, format: 'Word' | 'Excel'): Promise<{ name: string; rows: string[][] }> {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, format).click()])
  const read = readDocument({ bytes: new Uint8Array(readFileSync(await download.path())) })
  if (!read.ok) throw new Error(read.error.code)
  const rows = read.value.flatMap((table) => table.rows.map((row) => row.cells.map((cell) => cell.text)))
  return { name: download.suggestedFilename(), rows: rows.slice(rows.findIndex((row) => row.length > 1 && row[1])) }
}

describe('taking the tracker out', () => {
  it.each(['Word', 'Excel'] as const)('%s holds what one sees, in its order, with its updates', (format) =>
    withPage('', async (page) => {
      await page.getByRole('button', { name: /^Late/ }).click()
      const seen = await page.locator('[data-row] [role=rowheader], [data-row] [role=gridcell]').allInnerTexts()
      await takeOut(page)
      const { name, rows } = await fileOf(page, format)
      expect(name).toBe(`csae-sgg-tracker-2026-11-24.${format === 'Word' ? 'docx' : 'xlsx'}`)
      expect(rows[0]?.slice(0, 4)).toEqual(['No', 'Details', 'Update', 'Owner'])
      const references = rows.slice(1).map((row) => row[0] ?? '')
      expect(references).toEqual(seen.filter((text) => references.includes(text)))
      expect(references.length).toBeGreaterThan(0)
      expect(rows.some((row) => /^\d+\/\d+\/\d{4}: /u.test(row[2] ?? ''))).toBe(true)
      await page.getByText(`${name} is made`).waitFor()
      await expect.poll(() => dialog(page).count()).toBe(0)
    }),
  )

  it('holds everything, with colours, when that is asked for', () =>
    withPage('', async (page) => {
      await takeOut(page)
      await dialog(page).getByRole('radio', { name: /^All/ }).check()
      await dialog(page).getByRole('checkbox').check()
      const { rows } = await fileOf(page, 'Word')
      expect(rows.length - 1).toBe(await page.evaluate(() => window.store.snapshot()?.actions.size))
      expect(rows[0]?.at(-1)).toBe('Status')
      expect(rows[1]?.at(-1)).toMatch(/^[■◐✓○⊗] (?:Red|Amber|Green|White|Closed)/u)
    }))

  it('makes no file without the updates, and says so', () =>
    withPage('?histories=gone', async (page) => {
      await takeOut(page)
      await choose(page, 'Word').click()
      await dialog(page).getByText('a tracker without them would be wrong').waitFor()
      await choose(page, 'Cancel').click()
      await expect.poll(() => dialog(page).count()).toBe(0)
    }))

  it('is cancelled while it is made, and can be begun again', () =>
    withPage('?histories=slow', async (page) => {
      await takeOut(page)
      await choose(page, 'Word').click()
      await dialog(page).getByText('Making the file…').waitFor()
      await choose(page, 'Cancel').click()
      await expect.poll(() => dialog(page).getByText('Making the file…').count()).toBe(0)
      await expect.poll(() => choose(page, 'Word').getAttribute('aria-disabled')).not.toBe('true')
      await choose(page, 'Cancel').click()
      await expect.poll(() => dialog(page).count()).toBe(0)
    }))

  it('goes by keyboard alone, and the focus comes back', () =>
    withPage('', async (page) => {
      await page.getByRole('button', { name: 'Take out' }).focus()
      await page.keyboard.press('Enter')
      await dialog(page).waitFor()
      await page.keyboard.press('Escape')
      await dialog(page).waitFor({ state: 'detached' })
      await page.waitForFunction(() => document.activeElement?.textContent === 'Take out')
    }))

  it.each(['?language=cy', '?theme=dark&language=cy', '?theme=contrast'])('has nothing for axe to find: %s', (query) =>
    withPage(query, async (page) => {
      await takeOut(page, query.includes('cy') ? 'Allforio' : 'Take out')
      await dialog(page).waitFor()
      await page.addScriptTag({ path: AXE })
      const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(context: object): Promise<{ violations: { id: string }[] }> }
        }
        const { violations } = await axe.run({ include: ['[role=dialog]'], exclude: ['[data-tabster-dummy]'] })
        return violations.map(({ id }) => id)
      })
      expect(found).toEqual([])
      const shots = process.env['MATTERS_SHOTS']
      if (shots) await page.screenshot({ path: `${shots}/exporting${query.replaceAll(/\W+/gu, '-')}.png` })
    }),
  )

  it('no page complained', () => {
    expect(browser.complaints).toEqual([])
  })
})
