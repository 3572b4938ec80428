/** Two hands on one register, in a real Chromium: what waits, what was overtaken, and what others add meanwhile. */

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

const panel = (page: Page) => page.getByRole('complementary')
const row = (page: Page, index: number) => page.locator(`[role=row][aria-rowindex="${index + 1}"]`)

async function withPage(query: string, act: (page: Page) => Promise<void>, size?: { width: number; height: number }) {
  await browser.visit(query, act, size)
}

/** The store can't be reached, until it is. */
async function cut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const gone = () => ({ state: 'unsaved', because: 'offline', requestId: null }) as const
    window.store.answerNext(...Array.from({ length: 99 }, () => gone))
    window.store.setFreshness({ state: 'offline', asOf: '2026-11-24T09:00:00Z' })
  })
}
async function mend(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.store.answerNext()
    window.store.setFreshness({ state: 'fresh', asOf: '2026-11-24T09:05:00Z' })
  })
}

async function say(page: Page, index: number, words: string, label = 'Write an update', send = 'Send'): Promise<void> {
  await row(page, index).click()
  await panel(page).getByRole('textbox', { name: label }).fill(words)
  await panel(page).getByRole('button', { name: send, exact: true }).click()
  await panel(page).getByRole('listitem').filter({ hasText: words }).waitFor()
}

describe('offline', () => {
  it('one goes on working; what waits is listed with its words, and all of it is sent in its order', () =>
    withPage('', async (page) => {
      await cut(page)
      await say(page, 1, 'Said first')
      await say(page, 2, 'Said second')
      await say(page, 1, 'Said third')
      await page.getByText('3 changes wait to be sent.').waitFor()
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      const list = page.getByRole('list', { name: 'What isn’t saved yet' })
      await expect
        .poll(() => list.getByRole('listitem').allInnerTexts())
        .toEqual([
          expect.stringContaining('Said first'),
          expect.stringContaining('Said second'),
          expect.stringContaining('Said third'),
        ])
      await expect.poll(() => row(page, 1).innerText()).toContain('Not saved yet')
      await mend(page)
      await expect.poll(() => list.count()).toBe(0)
      const said = () =>
        page.evaluate(() =>
          window.store.submitted.slice(-3).map((command) => (command.kind === 'addUpdate' ? command.update.text : '')),
        )
      await expect.poll(said).toEqual(['Said first', 'Said second', 'Said third'])
    }))

  it('what waits can be taken back, and its words are where they were written', () =>
    withPage('', async (page) => {
      await cut(page)
      await say(page, 1, 'Said too soon')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.getByRole('button', { name: /^Take back: / }).click()
      await page.getByText('Taken back. Nothing was sent.').waitFor()
      await expect
        .poll(() => panel(page).getByRole('textbox', { name: 'Write an update' }).inputValue())
        .toBe('Said too soon')
      await expect.poll(() => page.getByText(/wait to be sent/).count()).toBe(0)
    }))

  it('an action that is added shows at once, with a mark, and can be gone on with', () =>
    withPage('', async (page) => {
      await cut(page)
      await row(page, 1).focus()
      await page.keyboard.press('n')
      await page.getByRole('textbox', { name: 'What is to be done' }).fill('Ask all forces again')
      await panel(page).getByRole('button', { name: 'Add action' }).click()
      const panelText = panel(page).getByText('Ask all forces again').first()
      await panelText.waitFor()
      await panel(page).getByText('Waits until you are online.').waitFor()
      await page.getByRole('row').filter({ hasText: 'Ask all forces again' }).getByText('Not saved yet').waitFor()
    }))

  it.each([
    ['OFFICIAL', true],
    ['OFFICIAL-SENSITIVE', false],
  ])('marked %s, what waits survives a reload: %s; leaving the page asks', (marking, survives) =>
    withPage(`?marking=${marking}`, async (page) => {
      await cut(page)
      const asked: string[] = []
      page.on('dialog', (dialog) => {
        asked.push(dialog.type())
        void dialog.accept()
      })
      await say(page, 1, 'Kept or not')
      await page.getByText('1 change waits to be sent.').waitFor()
      const warned = page.getByText('Don’t close this page: what is marked OFFICIAL-SENSITIVE is kept in it alone.')
      await expect.poll(() => warned.count()).toBe(survives ? 0 : 1)
      await page.reload()
      await page.getByRole('grid').waitFor()
      expect(asked).toEqual(['beforeunload'])
      await expect
        .poll(() => page.evaluate(() => window.store.submitted.map((command) => command.kind)))
        .toEqual(survives ? ['addUpdate'] : [])
    }),
  )
})

describe('a conflict that comes later', () => {
  it('stands in the panel with was, theirs and mine, says who it was, and asks', () =>
    withPage('', async (page) => {
      await cut(page)
      await row(page, 1).click()
      await panel(page).getByRole('button', { name: 'Change the wording' }).click()
      await panel(page).getByRole('textbox', { name: 'What is to be done' }).fill('My wording')
      await page.keyboard.press('Control+Enter')
      await page.getByText('1 change waits to be sent.').waitFor()
      await page.evaluate(() => {
        window.store.answerNext((command) => {
          const seen = command.kind === 'addAction' ? undefined : window.store.snapshot()?.actions.get(command.action)
          if (!seen) throw new Error('no action')
          return { state: 'stale', seen, now: { ...seen, details: 'Their wording' } }
        })
      })
      await page.evaluate(() => window.store.setFreshness({ state: 'fresh', asOf: '2026-11-24T09:05:00Z' }))
      const alert = panel(page).getByRole('alert')
      await alert.waitFor()
      await expect
        .poll(() => alert.getByRole('group', { name: 'Wording' }).innerText())
        .toMatch(/^Wording\nAs you saw it\n[^]+\nAs it is now\nTheir wording\nYours\nMy wording$/)
      await page.getByText('1 change needs your decision.').waitFor()
      expect(await violations(page)).toEqual([])
      await alert.getByRole('button', { name: 'Go back to my words' }).click()
      await expect
        .poll(() => panel(page).getByRole('textbox', { name: 'What is to be done' }).inputValue())
        .toBe('My wording')
      await expect.poll(() => page.getByText(/needs your decision/).count()).toBe(0)
    }))
})

describe('what others do meanwhile', () => {
  it('moves nothing that one is reading; what they add out of sight is told, and one can go to it', () =>
    withPage('?count=600', async (page) => {
      const grid = page.getByRole('grid')
      await grid.evaluate((node) => node.scrollTo(0, 4000))
      await expect.poll(() => grid.evaluate((node) => node.scrollTop)).toBe(4000)
      const topmost = () =>
        page.evaluate(() => {
          const box = document.querySelector('[role=grid]')?.getBoundingClientRect()
          return document
            .elementFromPoint((box?.left ?? 0) + 200, (box?.top ?? 0) + 60)
            ?.closest('[data-row]')
            ?.getAttribute('data-row')
        })
      const before = await topmost()
      await page.evaluate(() => {
        const me = window.store.me()
        for (const number of [1, 2]) {
          window.store.elsewhere(
            {
              kind: 'addAction',
              id: `elsewhere-${number}`,
              details: `Added elsewhere ${number}`,
              actionKind: 'action',
              owners: [],
              parts: [],
              due: { kind: 'day', day: '2026-01-05', words: '5 January 2026' },
              origin: { kind: 'typed' },
            },
            { ...me, objectId: 'other', name: 'Helen Marlowe' },
            '2026-11-24',
          )
        }
      })
      const news = page.getByRole('button', { name: /^2 new: go to the first/ })
      await news.waitFor()
      expect(await topmost()).toBe(before)
      expect(await violations(page)).toEqual([])
      await news.click()
      await page.getByRole('row').filter({ hasText: 'Added elsewhere 1' }).waitFor()
      await expect.poll(() => news.count()).toBe(0)
    }))

  it('a further entry above doesn’t move the history that one is reading', () =>
    withPage('', async (page) => {
      for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) await say(page, 1, `Long words of entry ${number}. `.repeat(12))
      const entry = panel(page).getByRole('listitem').filter({ hasText: 'entry 3.' })
      await entry.evaluate((node) => node.scrollIntoView({ block: 'center' }))
      const before = (await entry.boundingBox())?.y ?? 0
      await page.evaluate(() => {
        const id = document.querySelector('[aria-rowindex="2"]')?.getAttribute('data-row') ?? ''
        const update = { day: '2026-11-24', text: 'From the chair. '.repeat(20), next: null, outcome: null }
        window.store.elsewhere(
          { kind: 'addUpdate', id: 'elsewhere-1', action: id, update },
          { ...window.store.me(), objectId: 'other', name: 'Helen Marlowe' },
          '2026-11-24',
        )
      })
      await panel(page).getByText('From the chair.').waitFor({ state: 'attached' })
      await expect.poll(async () => Math.abs(((await entry.boundingBox())?.y ?? 0) - before)).toBeLessThan(2)
    }))
})

describe('axe finds nothing', () => {
  it.each(['default', 'dark', 'contrast'])('in what waits, and once it is saved, in the theme %s', (theme) =>
    withPage(`?theme=${theme}`, async (page) => {
      await cut(page)
      await say(page, 1, 'Said first')
      await say(page, 2, 'Said second')
      await page.getByRole('button', { name: 'Show', exact: true }).click()
      await page.getByRole('list', { name: 'What isn’t saved yet' }).waitFor()
      expect(await violations(page)).toEqual([])
      await mend(page)
      await page.getByText(/^Saved\. .+ has a new update\.$/).waitFor()
      expect(await violations(page)).toEqual([])
    }),
  )

  it('on a phone in Welsh, where nothing scrolls sideways', () =>
    withPage(
      '?language=cy',
      async (page) => {
        await cut(page)
        await page
          .getByRole('list', { name: /^Camau gweithredu/ })
          .getByRole('button')
          .first()
          .click()
        await panel(page).getByRole('textbox', { name: 'Ysgrifennu diweddariad' }).fill('Dywedwyd')
        await panel(page).getByRole('button', { name: 'Anfon', exact: true }).click()
        await page.getByText('Mae 1 newid yn aros i’w anfon.').waitFor()
        expect(await violations(page)).toEqual([])
        await expect
          .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
          .toBeLessThanOrEqual(0)
      },
      { width: 320, height: 640 },
    ))
})

describe('all of this', () => {
  it('without an error or a warning in the console', () => {
    expect(browser.complaints).toEqual([])
  })
})
