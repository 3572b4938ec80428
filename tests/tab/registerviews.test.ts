/** What people do to the view of a register, in a real Chromium: group, fold, filter, choose columns, from the keyboard. */

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

const tree = (page: Page) => page.getByRole('treegrid')
const line = (page: Page, index: number) => page.locator(`[role=row][aria-rowindex="${index + 1}"]`)
const heading = (page: Page, name: string | RegExp) => page.getByRole('row', { name })
const focused = (page: Page, attribute: string) =>
  page.evaluate((name) => document.activeElement?.getAttribute(name) ?? null, attribute)
const rowCount = async (page: Page) => Number(await page.locator('[aria-rowcount]').getAttribute('aria-rowcount')) - 1
const open = (page: Page, name: 'Filter' | 'Display') => page.getByRole('button', { name, exact: true }).click()

async function groupBy(page: Page, grouping: string): Promise<void> {
  await open(page, 'Display')
  await page.getByRole('combobox', { name: 'Group by' }).selectOption({ label: grouping })
  await page.keyboard.press('Escape')
}

async function withPage(
  query: string,
  act: (page: Page) => Promise<void>,
  size?: { width: number; height: number },
): Promise<void> {
  await browser.visit(query, act, size)
}

describe('groups', () => {
  it('are a tree whose lines tell their level, their place and how many there are', () =>
    withPage('', async (page) => {
      const actions = await rowCount(page)
      await groupBy(page, 'Status')
      await tree(page).waitFor()
      const red = heading(page, /^Red: \d+ actions$/)
      await expect.poll(() => red.getAttribute('aria-level')).toBe('1')
      await expect.poll(() => red.getAttribute('aria-expanded')).toBe('true')
      await expect.poll(() => line(page, 2).getAttribute('aria-level')).toBe('2')
      await expect.poll(() => rowCount(page)).toBe(actions + 3)
      await expect.poll(() => tree(page).locator('[tabindex="0"]').count()).toBe(1)
    }))

  it('fold and unfold by Left and Right, and Left on an action goes to its heading', () =>
    withPage('', async (page) => {
      await groupBy(page, 'Status')
      const whole = await rowCount(page)
      await line(page, 3).focus()
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => focused(page, 'aria-rowindex')).toBe('2')
      await page.keyboard.press('ArrowLeft')
      await expect.poll(() => rowCount(page)).toBeLessThan(whole)
      await expect.poll(() => focused(page, 'aria-expanded')).toBe('false')
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => focused(page, 'aria-level')).toBe('1')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => rowCount(page)).toBe(whole)
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => focused(page, 'aria-rowindex')).toBe('3')
      await page.keyboard.press('ArrowRight')
      await expect.poll(() => focused(page, 'role')).toBe('gridcell')
    }))

  it('fold by a press, all at once too, and 5,000 actions are few lines then', () =>
    withPage('?count=5000', async (page) => {
      await page.getByRole('button', { name: /^Everything/ }).click()
      await groupBy(page, 'Status')
      await heading(page, /^Red: /).click()
      await expect.poll(() => rowCount(page)).toBeLessThan(5004)
      await open(page, 'Display')
      await page.getByRole('button', { name: 'Fold all', exact: true }).click()
      await expect.poll(() => rowCount(page)).toBeLessThan(6)
      await page.getByRole('button', { name: 'Unfold all' }).click()
      await expect.poll(() => rowCount(page)).toBeGreaterThan(5000)
    }))

  it('of an action of two organisations have it both times', () =>
    withPage('', async (page) => {
      await page.getByRole('searchbox').fill('helpline for parents')
      await expect.poll(() => rowCount(page)).toBe(1)
      await groupBy(page, 'Organisation')
      await expect.poll(() => rowCount(page)).toBe(4)
      const ids = await page
        .locator('[data-row]')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
      expect(new Set(ids).size).toBe(1)
    }))
})

describe('the focus', () => {
  it('goes to the nearest line when somebody else closes the action it is on', () =>
    withPage('', async (page) => {
      await line(page, 4).focus()
      const [gone, next] = await Promise.all([3, 4].map((index) => line(page, index + 1).getAttribute('data-row')))
      await page.evaluate((id) => {
        const person = { tenantId: 't', objectId: 'x', name: 'Somebody Else' }
        const close = {
          kind: 'close',
          id: 'closed-elsewhere',
          action: id ?? '',
          reason: 'duplicate',
          words: '',
        } as const
        window.store.elsewhere(close, person, '2026-11-24')
      }, gone)
      await expect.poll(() => focused(page, 'data-row')).toBe(next)
      await expect.poll(() => line(page, 4).evaluate((row) => row === document.activeElement)).toBe(true)
    }))

  it('stays on its action, and what is read doesn’t move, when others add actions above', () =>
    withPage('?count=5000', async (page) => {
      await groupBy(page, 'Status')
      await line(page, 1).focus()
      await page.keyboard.press('PageDown')
      await page.keyboard.press('PageDown')
      const place = () =>
        page.evaluate(() => [
          document.activeElement?.getAttribute('data-row'),
          document.activeElement?.getBoundingClientRect().top,
        ])
      const before = await place()
      await page.evaluate(() => {
        const person = { tenantId: 't', objectId: 'x', name: 'Somebody Else' }
        for (const turn of [1, 2, 3]) {
          const due = { kind: 'day', day: '2026-11-01', words: '1 November' } as const
          window.store.elsewhere(
            {
              kind: 'addAction',
              id: `added-elsewhere-${turn}`,
              details: 'First of all',
              actionKind: 'action',
              owners: [],
              parts: [],
              due,
              origin: { kind: 'typed' },
            },
            person,
            '2026-11-24',
          )
        }
      })
      await page.getByRole('row', { name: /First of all/ }).waitFor({ state: 'detached' })
      await expect.poll(place).toEqual(before)
    }))

  it('goes from a chip that was taken away to the one in its place, and to Filter after the last', () =>
    withPage('', async (page) => {
      await open(page, 'Filter')
      await page.getByRole('checkbox', { name: 'Red' }).check()
      await page.getByRole('checkbox', { name: 'Amber' }).check()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /^Status Amber \d+ remove/ }).focus()
      await page.keyboard.press('Enter')
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent))
        .toMatch(/^Status Red \d+ remove$/)
      await page.keyboard.press('Enter')
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Filter')
    }))
})

describe('facets', () => {
  it('let through any of their values, with counts that follow, and go as chips', () =>
    withPage('', async (page) => {
      const whole = await rowCount(page)
      await open(page, 'Filter')
      await page.getByRole('checkbox', { name: 'Red' }).check()
      const chip = page.getByRole('button', { name: /^Status Red \d+ remove/ })
      await expect.poll(() => rowCount(page)).toBeLessThan(whole)
      const red = await rowCount(page)
      await expect.poll(() => chip.textContent()).toBe(`Status Red ${red} remove`)
      await page.getByRole('checkbox', { name: 'No due' }).check()
      await expect.poll(() => chip.textContent()).toBe('Status Red 0 remove')
      await page.getByText('No action passes these filters.').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Clear filters' }).click()
      await expect.poll(() => rowCount(page)).toBe(whole)
    }))

  it('open by keyboard, keep their keys to themselves, and give the focus back', () =>
    withPage('', async (page) => {
      const filter = page.getByRole('button', { name: 'Filter', exact: true })
      await filter.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('checkbox', { name: 'Red' }).focus()
      await page.keyboard.press('n')
      await expect.poll(() => page.getByRole('heading', { name: 'Add an action' }).count()).toBe(0)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await expect.poll(() => filter.evaluate((element) => element === document.activeElement)).toBe(true)
    }))
})

describe('columns', () => {
  it('are chosen, keep everybody’s order, and what has no room is told', () =>
    withPage(
      '',
      async (page) => {
        const names = () => page.getByRole('columnheader').allTextContents()
        await expect.poll(() => names()).toEqual(['Status', 'No', 'Details', 'Next step', 'Owners', 'Due', 'Updated'])
        await open(page, 'Display')
        await page.getByRole('checkbox', { name: 'Kind' }).check()
        await page.getByRole('checkbox', { name: 'Updated' }).uncheck()
        await expect.poll(() => names()).toEqual(['Status', 'No', 'Kind', 'Details', 'Next step', 'Owners', 'Due'])
        await page.getByRole('checkbox', { name: 'From' }).check()
        await page.getByRole('checkbox', { name: 'Added' }).check()
        await page.getByText('No room now for Kind and Added.').waitFor()
        await page.getByRole('button', { name: 'Usual columns' }).click()
        await expect.poll(() => names()).toEqual(['Status', 'No', 'Details', 'Next step', 'Owners', 'Due', 'Updated'])
      },
      { width: 1200, height: 800 },
    ))
})

describe('the heading of a group', () => {
  it('stays in sight over its rows, and covers none that has the focus', () =>
    withPage('?count=300', async (page) => {
      await groupBy(page, 'Status')
      const topOf = (selector: string): Promise<number> =>
        page.evaluate((wanted) => {
          const grid = document.querySelector('[role=treegrid]')?.getBoundingClientRect().top ?? 0
          const node = wanted === '' ? document.activeElement : document.querySelector(wanted)
          return Math.round((node?.getBoundingClientRect().top ?? 0) - grid)
        }, selector)
      await expect.poll(() => topOf('[data-heading]')).toBe(36)
      await expect.poll(() => topOf('[data-row]')).toBe(72)
      await tree(page).evaluate((node) => node.scrollTo(0, 36 * 20))
      await line(page, 30).focus()
      await expect.poll(() => topOf('[data-heading]')).toBe(36)
      await page.keyboard.press('PageUp')
      await page.keyboard.press('ArrowUp')
      await expect.poll(() => focused(page, 'aria-rowindex')).not.toBe('31')
      await expect.poll(() => topOf('')).toBeGreaterThanOrEqual(72)
    }))
})

describe('on a phone', () => {
  it('what others add is told, and what goes above moves nothing that one reads', () =>
    withPage(
      '?count=300&language=en',
      async (page) => {
        const cards = page.getByRole('list', { name: /^Actions/ }).getByRole('listitem')
        await cards.first().waitFor()
        const scroll = (by: number): Promise<void> =>
          cards.first().evaluate((card, by) => {
            let node: Element | null = card
            while (node && node.scrollHeight <= node.clientHeight + 1) node = node.parentElement
            node?.scrollBy(0, by)
          }, by)
        // An edge of a card that one reads, known by its number.
        const reading = (): Promise<readonly [string, number]> =>
          page.evaluate(() => {
            const seen = [...document.querySelectorAll('li button:first-child')]
              .map((card) => ({ text: card.textContent, top: Math.round(card.getBoundingClientRect().top) }))
              .filter(({ top }) => top >= 100)
              .toSorted((a, b) => a.top - b.top)[0]
            return [seen?.text ?? '', seen?.top ?? 0] as const
          })
        await scroll(1600)
        await expect.poll(async () => (await reading())[0]).not.toBe('')
        await page.waitForTimeout(400)
        const before = await reading()
        const total = await cards.first().getAttribute('aria-setsize')
        await page.evaluate(() => {
          const actions = [...(window.store.snapshot()?.actions.values() ?? [])]
          const first = actions
            .filter(({ status }) => status === 'open')
            .find(({ reference }) => reference.endsWith('24'))
          const person = { tenantId: 't', objectId: 'x', name: 'Somebody Else' }
          if (!first) throw new Error('no action')
          window.store.elsewhere(
            { kind: 'close', id: 'elsewhere-1', action: first.id, reason: 'duplicate', words: 'Twice' },
            person,
            '2026-11-24',
          )
        })
        await expect.poll(() => cards.first().getAttribute('aria-setsize')).not.toBe(total)
        await expect.poll(async () => (await reading())[0]).toBe(before[0])
        expect(Math.abs((await reading())[1] - before[1])).toBeLessThanOrEqual(2)

        await page.evaluate(() =>
          window.store.elsewhere(
            {
              kind: 'addAction',
              id: 'elsewhere-2',
              details: 'Come from elsewhere',
              actionKind: 'action',
              owners: [],
              parts: [],
              due: null,
              origin: { kind: 'typed' },
            },
            { tenantId: 't', objectId: 'x', name: 'Somebody Else' },
            '2026-11-24',
          ),
        )
        await page.getByRole('button', { name: '1 new: go to it' }).click()
        await page.getByRole('button', { name: /Come from elsewhere/ }).waitFor()
      },
      { width: 390, height: 780 },
    ))

  it('a long press chooses, and so does each tap after it', () =>
    withPage(
      '',
      async (page) => {
        const cards = page.getByRole('list', { name: /^Actions/ })
        const card = cards.getByRole('button', { name: /3\/24/ }).first()
        await card.waitFor()
        await card.dispatchEvent('pointerdown', { pointerType: 'touch', clientX: 100, clientY: 300 })
        const boxes = cards.getByRole('checkbox')
        await expect.poll(() => boxes.filter({ hasText: '3/24' }).getAttribute('aria-checked')).toBe('true')
        await boxes.filter({ hasText: '3/24' }).dispatchEvent('pointerup', { pointerType: 'touch' })
        await boxes.filter({ hasText: '3/24' }).dispatchEvent('click')
        await expect.poll(() => boxes.filter({ hasText: '3/24' }).getAttribute('aria-checked')).toBe('true')
        await boxes.filter({ hasText: '8/24' }).click()
        const bar = page.getByRole('region', { name: 'What is selected' })
        await bar.getByText('2 actions selected').waitFor()
        for (const button of await bar.getByRole('button').all())
          await expect.poll(async () => (await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
        expect(await violations(page)).toEqual([])
        await bar.getByRole('button', { name: 'Let go of the selection' }).click()
        await expect.poll(() => boxes.count()).toBe(0)
      },
      { width: 390, height: 780 },
    ))

  it('cards stand under headings that fold', () =>
    withPage(
      '',
      async (page) => {
        await groupBy(page, 'Status')
        const red = page.getByRole('button', { name: /^Red \d+ \d+ late$/ })
        await expect.poll(() => red.getAttribute('aria-expanded')).toBe('true')
        await red.click()
        await expect.poll(() => red.getAttribute('aria-expanded')).toBe('false')
        await expect
          .poll(() =>
            page
              .getByRole('list', { name: /^Actions/ })
              .getByRole('listitem')
              .nth(1)
              .getByText('Amber')
              .count(),
          )
          .toBeGreaterThan(0)
      },
      { width: 390, height: 780 },
    ))
})

describe('axe finds nothing', () => {
  it.each([
    ['default', 'en', 1280],
    ['contrast', 'en', 1280],
    ['dark', 'cy', 390],
  ])('in groups, chips and menus: %s %s at %d', (theme, language, width) =>
    withPage(
      `?theme=${theme}&language=${language}`,
      async (page) => {
        const [filter, display] = [0, 1].map((index) => page.locator('[popovertarget]').nth(index))
        await display?.click()
        await page.getByRole('combobox').first().selectOption('due')
        expect(await violations(page)).toEqual([])
        await page.keyboard.press('Escape')
        await filter?.click()
        await page.getByRole('dialog').getByRole('checkbox').first().check()
        expect(await violations(page)).toEqual([])
      },
      { width, height: 800 },
    ),
  )
})

describe('all of this', () => {
  it('without an error or a warning in the console', () => {
    expect(browser.complaints).toEqual([])
  })
})
