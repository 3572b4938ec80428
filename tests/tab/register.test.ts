/** The register as people use it, in a real Chromium: by keyboard, by pointer, on a phone, in three themes, in Welsh. */

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

const grid = (page: Page) => page.getByRole('grid')
const row = (page: Page, index: number) => page.locator(`[role=row][aria-rowindex="${index + 1}"]`)
const panel = (page: Page) => page.getByRole('complementary')
const composer = (page: Page) => page.getByRole('textbox', { name: 'Write an update' })
const focused = (page: Page, attribute: string) =>
  page.evaluate((name) => document.activeElement?.getAttribute(name) ?? null, attribute)
/** Keys typed before a form has the focus are the grid's. */
const isWriting = (page: Page) =>
  expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toMatch(/TEXTAREA|INPUT/)
const shownCount = (page: Page) =>
  grid(page)
    .getAttribute('aria-rowcount')
    .then((count) => Number(count) - 1)

async function withPage(
  query: string,
  act: (page: Page) => Promise<void>,
  size?: { width: number; height: number },
): Promise<void> {
  await browser.visit(query, act, size)
}

describe('the grid', () => {
  it('of 5,000 actions has few rows in the page, and tells how many there are', () =>
    withPage('?count=5000', async (page) => {
      await page.getByRole('button', { name: /^Everything/ }).click()
      await expect.poll(() => shownCount(page)).toBe(5000)
      await expect.poll(() => page.locator('[data-row]').count()).toBeLessThan(80)
      await expect.poll(() => row(page, 1).count()).toBe(1)
    }))

  it('is one tab stop, and arrows, page, Home and End move in it', () =>
    withPage('?count=5000', async (page) => {
      await page.getByRole('button', { name: /^Everything/ }).click()
      await expect.poll(() => grid(page).locator('[tabindex="0"]').count()).toBe(1)
      await row(page, 1).focus()
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => focused(page, 'aria-rowindex')).toBe('3')
      await page.keyboard.press('PageDown')
      await expect.poll(async () => Number(await focused(page, 'aria-rowindex'))).toBeGreaterThan(12)
      await page.keyboard.press('End')
      await expect.poll(() => focused(page, 'aria-rowindex')).toBe('5001')
      await page.keyboard.press('Control+Home')
      await expect.poll(() => focused(page, 'aria-rowindex')).toBe('2')
      await expect.poll(() => grid(page).locator('[tabindex="0"]').count()).toBe(1)
    }))

  it('never hides the focused row under its header or beyond its edge', () =>
    withPage('?count=5000', async (page) => {
      await page.getByRole('button', { name: /^Everything/ }).click()
      await row(page, 1).focus()
      await page.keyboard.press('End')
      for (let step = 0; step < 40; step += 1) await page.keyboard.press('ArrowUp')
      await expect.poll(() => focused(page, 'aria-rowindex')).toBe('4961')
      const room = (): Promise<number> =>
        page.evaluate(() => {
          const box = document.activeElement?.getBoundingClientRect()
          const header = document.querySelector('[role=columnheader]')?.getBoundingClientRect()
          const frame = document.querySelector('[role=grid]')?.getBoundingClientRect()
          return box && header && frame ? Math.min(box.top - header.bottom, frame.bottom - box.bottom) : NaN
        })
      await expect.poll(room).toBeGreaterThanOrEqual(-1)
    }))

  it('keeps the focus on its row while others scroll it out of sight', () =>
    withPage('?count=5000', async (page) => {
      await page.getByRole('button', { name: /^Everything/ }).click()
      await row(page, 3).focus()
      await grid(page).evaluate((element) => element.scrollTo(0, 90_000))
      await row(page, 2501).waitFor()
      await expect.poll(() => focused(page, 'aria-rowindex')).toBe('4')
    }))

  it.each([
    ['at once', 'open', false],
    ['as soon as its view is chosen', 'discharged', true],
  ] as const)('brings the row of the action that a link opens into sight, %s', async (_when, status, chosen) => {
    let id = ''
    await withPage('?count=2000', async (page) => {
      id = await page.evaluate((wanted) => {
        const actions = [...(window.store.snapshot()?.actions.values() ?? [])]
        return actions.findLast((action) => action.status === wanted)?.id ?? ''
      }, status)
    })
    await withPage(`?count=2000&open=${id}`, async (page) => {
      await page.getByRole('complementary').last().getByRole('heading', { level: 2 }).waitFor()
      if (chosen) await page.getByRole('button', { name: /^Everything/ }).click()
      await grid(page).locator('[aria-current=true]').waitFor()
      const beyond = (): Promise<number> =>
        page.evaluate(() => {
          const box = document.querySelector('[role=grid] [aria-current=true]')?.getBoundingClientRect()
          const header = document.querySelector('[role=columnheader]')?.getBoundingClientRect()
          const frame = document.querySelector('[role=grid]')?.getBoundingClientRect()
          return box && header && frame ? Math.max(header.bottom - box.top, box.bottom - frame.bottom) : NaN
        })
      await expect.poll(beyond).toBeLessThanOrEqual(1)
    })
  })

  it('answers "why?" where a status is focused, and Escape sends the answer away', () =>
    withPage('', async (page) => {
      await page.getByRole('button', { name: /^Late/ }).click()
      await row(page, 1).focus()
      await page.keyboard.press('ArrowRight')
      await page
        .getByRole('tooltip')
        .getByText(/^It was due/)
        .waitFor()
      const described = () =>
        page.evaluate(() => {
          const id = document.activeElement?.getAttribute('aria-describedby') ?? ''
          return document.getElementById(id)?.textContent
        })
      await expect.poll(described).toMatch(/^It was due .+ ago\.$/)
      await page.keyboard.press('Escape')
      await page.getByRole('tooltip').waitFor({ state: 'detached' })
    }))

  it('sorts by a column both ways from the keyboard', () =>
    withPage('', async (page) => {
      await row(page, 1).focus()
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowRight')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Enter')
      const header = page.getByRole('columnheader', { name: 'No' })
      await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending')
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => focused(page, 'role')).toBe('gridcell')
    }))
})

describe('search', () => {
  it('filters as one types, and Escape brings everything back', () =>
    withPage('', async (page) => {
      const all = await shownCount(page)
      await row(page, 1).focus()
      await page.keyboard.press('/')
      await page.keyboard.type('interpreters')
      await expect.poll(() => shownCount(page)).toBe(1)
      await page.keyboard.press('Escape')
      await expect.poll(() => shownCount(page)).toBe(all)
    }))

  it('that finds nothing says so, and offers to look everywhere', () =>
    withPage('', async (page) => {
      await page.getByRole('button', { name: /^Late/ }).click()
      await page.getByRole('searchbox').fill('flughafen')
      await page.getByText('No action holds “flughafen” in this view.').waitFor()
      await page.getByRole('button', { name: 'Search everything' }).click()
      await expect
        .poll(() => page.getByRole('button', { name: /^Everything/ }).getAttribute('aria-current'))
        .toBe('true')
    }))
})

describe('the panel', () => {
  it('opens by Enter with the focus in it, follows the arrows, and gives the focus back', () =>
    withPage('', async (page) => {
      await row(page, 2).focus()
      await page.keyboard.press('Enter')
      const heading = panel(page).getByRole('heading', { level: 2 })
      await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true)
      const first = await heading.textContent()
      await page.keyboard.press('Escape')
      await expect.poll(() => focused(page, 'aria-rowindex')).toBe('3')
      await page.keyboard.press('o')
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => heading.textContent()).not.toBe(first)
      await expect.poll(() => focused(page, 'aria-rowindex')).toBe('4')
    }))

  it('stands beside the grid on a desktop, never over it', () =>
    withPage('', async (page) => {
      await row(page, 1).click()
      const overlap = async (): Promise<number> => {
        const [beside, frame] = [await panel(page).boundingBox(), await grid(page).boundingBox()]
        return beside && frame ? frame.x + frame.width - beside.x : NaN
      }
      await expect.poll(overlap).toBeLessThanOrEqual(1)
    }))

  it('saves an update, with its next step, and says so', () =>
    withPage('', async (page) => {
      await row(page, 3).click()
      await composer(page).fill('All five forces have answered.')
      await page.getByRole('button', { name: 'Next step', exact: true }).click()
      await page.getByRole('textbox', { name: 'Next step' }).fill('Compare the answers')
      await page.getByRole('textbox', { name: 'By when' }).fill('in 2 weeks')
      await page.getByText('Read as: within 2 weeks of 24 November 2026 (in 2 weeks)').waitFor()
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('All five forces have answered.').waitFor()
      await page.getByText(/^Saved\. .+ has a new update\.$/).waitFor()
      await expect.poll(() => composer(page).inputValue()).toBe('')
      await expect
        .poll(() => page.evaluate(() => window.store.submitted.at(-1)))
        .toMatchObject({
          kind: 'addUpdate',
          update: {
            day: '2026-11-24',
            organisation: 'north-mercia',
            outcome: 'next',
            next: { words: 'Compare the answers', due: { kind: 'period', count: 2, unit: 'week' } },
          },
        })
    }))

  it('says beside the field what is wrong with it, and keeps the words', () =>
    withPage('', async (page) => {
      await row(page, 1).click()
      await composer(page).fill('It happened tomorrow.')
      await page.getByRole('textbox', { name: 'Day' }).fill('25/11/2026')
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText('25 November 2026 hasn’t come yet.').waitFor()
      await expect.poll(() => composer(page).inputValue()).toBe('It happened tomorrow.')
    }))

  it('asks for what is to be done where a next step only says by when', () =>
    withPage('', async (page) => {
      await row(page, 1).click()
      await composer(page).fill('Words')
      await page.getByRole('button', { name: 'Next step', exact: true }).click()
      await page.getByRole('textbox', { name: 'By when' }).fill('next meeting')
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText('Write something here.').waitFor()
      await expect.poll(() => page.evaluate(() => window.store.submitted.length)).toBe(0)
    }))

  it('what isn’t saved yet stands in the history with a mark, and is sent again as the same command', () =>
    withPage('', async (page) => {
      await row(page, 1).click()
      await page.evaluate(() => {
        const cut = () => ({ state: 'unsaved', because: 'offline', requestId: null }) as const
        window.store.answerNext(cut)
      })
      await composer(page).fill('Sent into the dark')
      await page.getByRole('button', { name: 'Send' }).click()
      const entry = panel(page).getByRole('listitem').filter({ hasText: 'Sent into the dark' })
      await entry.getByText('Not saved yet').waitFor()
      await row(page, 1).getByText('Not saved yet').waitFor()
      await page.getByText('1 change waits to be sent.').waitFor()
      await expect.poll(() => composer(page).inputValue()).toBe('')
      await page.getByRole('button', { name: 'Send now' }).first().click()
      await expect.poll(() => page.evaluate(() => window.store.submitted.length)).toBe(2)
      await entry.getByText('Not saved yet').waitFor({ state: 'detached' })
      const ids = await page.evaluate(() => window.store.submitted.map((command) => command.id))
      expect(new Set(ids).size).toBe(1)
    }))

  it('taken back, the words are in their field again and go as a new command', () =>
    withPage('', async (page) => {
      await row(page, 1).click()
      await page.evaluate(() => {
        const cut = () => ({ state: 'unsaved', because: 'offline', requestId: null }) as const
        window.store.answerNext(cut)
      })
      await composer(page).fill('Sent into the dark')
      await page.getByRole('button', { name: 'Send' }).click()
      await panel(page).getByRole('button', { name: 'Change my words' }).click()
      await expect.poll(() => composer(page).inputValue()).toBe('Sent into the dark')
      await composer(page).fill('Sent into the dark, twice')
      await page.getByRole('button', { name: 'Send', exact: true }).click()
      await panel(page).getByText('Sent into the dark, twice').waitFor()
      await expect.poll(() => page.evaluate(() => window.store.submitted.length)).toBe(2)
      const ids = await page.evaluate(() => window.store.submitted.map((command) => command.id))
      expect(ids[1]).not.toBe(ids[0])
    }))

  it('shows both versions where somebody else changed the action, and sends on what is there now', () =>
    withPage('', async (page) => {
      await row(page, 1).click()
      await page.evaluate(() => {
        window.store.answerNext((command) => {
          const actions = window.store.snapshot()?.actions
          const seen = command.kind === 'addAction' ? undefined : actions?.get(command.action)
          if (!seen) throw new Error('no action')
          return { state: 'stale', seen, now: { ...seen, status: 'dischargeProposed' } }
        })
      })
      await composer(page).fill('Mine')
      await page.getByRole('button', { name: 'Send' }).click()
      await page.getByText('Somebody changed this action while you were writing').waitFor()
      const alert = panel(page).getByRole('alert')
      await expect
        .poll(() => alert.getByRole('group', { name: 'Status' }).innerText())
        .toBe('Status\nAs you saw it\nOpen\nAs it is now\nDischarge proposed')
      await expect.poll(() => alert.innerText()).toContain('Your words\nMine')
      await row(page, 1).getByText('Needs you').waitFor()
      await page.getByRole('button', { name: 'Send mine all the same' }).click()
      await panel(page).getByRole('listitem').filter({ hasText: 'Mine' }).waitFor()
      await expect.poll(() => alert.count()).toBe(0)
    }))

  it('proposes discharge only with evidence', () =>
    withPage('', async (page) => {
      await row(page, 2).click()
      await composer(page).focus()
      await page.getByRole('button', { name: 'Propose discharge' }).click()
      await page.getByRole('button', { name: 'Propose', exact: true }).click()
      await page.getByText('Say what shows that the action is done.', { exact: true }).waitFor()
      await page.getByRole('textbox', { name: 'Evidence' }).fill('The table has run for three months.')
      await page.getByRole('button', { name: 'Propose', exact: true }).click()
      await page.getByText(/^Proposed\. The chair decides/).waitFor()
      await expect.poll(() => page.getByRole('button', { name: 'Propose discharge' }).count()).toBe(0)
    }))

  it('ticks a part', () =>
    withPage('', async (page) => {
      await page.getByRole('searchbox').fill('map the places')
      await expect.poll(() => shownCount(page)).toBe(1)
      await row(page, 1).click()
      const open = panel(page).getByRole('checkbox', { checked: false }).first()
      await open.check()
      await expect
        .poll(() => page.evaluate(() => window.store.submitted.at(-1)))
        .toMatchObject({ kind: 'setPart', part: { status: 'done' } })
    }))

  it.each([
    ['OFFICIAL', 'Half a sentence'],
    ['OFFICIAL-SENSITIVE', ''],
  ])('words marked %s survive a reload as the marking allows', (marking, left) =>
    withPage(`?marking=${marking}`, async (page) => {
      await row(page, 1).click()
      await composer(page).fill('Half a sentence')
      await page.reload()
      await row(page, 1).click()
      await expect.poll(() => composer(page).inputValue()).toBe(left)
    }),
  )

  it('shows what others do without a reload', () =>
    withPage('', async (page) => {
      await row(page, 1).click()
      await page.evaluate(() => {
        const action = [...(window.store.snapshot()?.actions.values() ?? [])].find((each) => each.status === 'open')
        if (!action) throw new Error('no action')
        const update = { day: '2026-11-23', text: 'From another force', next: null, outcome: null }
        const person = { tenantId: 't', objectId: 'x', name: 'Somebody Else' }
        window.store.elsewhere(
          { kind: 'addUpdate', id: 'elsewhere-1', action: action.id, update },
          person,
          '2026-11-24',
        )
      })
      await panel(page).getByText('From another force').waitFor()
    }))
})

describe('adding', () => {
  it('by the key N: what, by whom, by when', () =>
    withPage('', async (page) => {
      await row(page, 1).focus()
      await page.keyboard.press('n')
      await isWriting(page)
      await page.keyboard.type('Each force to share its process')
      await page.getByRole('combobox', { name: 'Owners' }).pressSequentially('marches')
      await page
        .getByRole('option', { name: /^Marches/ })
        .first()
        .click()
      await page.getByRole('textbox', { name: 'By when' }).fill('end of february')
      await page.getByText(/^Read as: February 2027/).waitFor()
      await panel(page).getByRole('button', { name: 'Add action' }).click()
      await page.getByText(/^\d+\/26 is in the register\.$/).waitFor()
      await expect
        .poll(() => page.evaluate(() => window.store.submitted.at(-1)))
        .toMatchObject({
          kind: 'addAction',
          owners: [{ organisation: 'marches' }],
          due: { kind: 'month', month: '2027-02', words: 'end of february' },
        })
      await panel(page).getByText('Each force to share its process').waitFor()
    }))

  it('is one line and Enter; with Ctrl and Shift the next one can be written at once', () =>
    withPage('', async (page) => {
      const count = await page.evaluate(() => window.store.submitted.length)
      await row(page, 2).focus()
      await page.keyboard.press('n')
      await isWriting(page)
      await page.keyboard.type('Nominate prisoners')
      await page.keyboard.press('Shift+Enter')
      await page.keyboard.type('and ask each prison')
      await page.keyboard.press('Control+Shift+Enter')
      await page.getByText(/^\d+\/26 is in the register\.$/).waitFor()
      await page.keyboard.type('Ask the inspectorate')
      await page.keyboard.press('Enter')
      await panel(page).getByText('Ask the inspectorate').waitFor()
      await expect
        .poll(() => page.evaluate((from) => window.store.submitted.slice(from), count))
        .toMatchObject([
          { kind: 'addAction', details: 'Nominate prisoners\nand ask each prison' },
          { kind: 'addAction', details: 'Ask the inspectorate' },
        ])
    }))
})

describe('when there is nothing to show', () => {
  it('an empty register has its doors, and bringing in is a coordinator’s', async () => {
    await withPage('?count=0&as=coordinator', async (page) => {
      await page.getByRole('button', { name: /^Bring in your tracker/ }).waitFor()
      await page.getByRole('button', { name: /^Write the first action/ }).click()
      await page.getByRole('heading', { name: 'Add an action' }).waitFor()
    })
    await withPage('?count=0', async (page) => {
      await page.getByRole('button', { name: /^Write the first action/ }).waitFor()
      await expect.poll(() => page.getByRole('button', { name: /Bring in/ }).count()).toBe(0)
    })
  })

  it('denial takes the register and the drafts away', () =>
    withPage('?marking=OFFICIAL', async (page) => {
      await row(page, 1).click()
      await composer(page).fill('Half a sentence')
      await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(1)
      await page.evaluate(() => window.store.setFreshness({ state: 'denied' }))
      await page.getByRole('heading', { name: 'You can’t open this register' }).waitFor()
      await expect.poll(() => grid(page).count()).toBe(0)
      await expect.poll(() => page.evaluate(() => sessionStorage.length)).toBe(0)
    }))

  it('offline and faults say as of when, and with which number', () =>
    withPage('', async (page) => {
      await page.evaluate(() => window.store.setFreshness({ state: 'offline', asOf: '2026-11-24T14:05:00Z' }))
      await page.getByText('You are offline. This is the register as of 14:05').waitFor()
      await page.evaluate(() => window.store.setFreshness({ state: 'fault', message: 'x', requestId: 'a1b2-c3' }))
      await page.getByText('SharePoint didn’t answer as it should (a1b2-c3).').waitFor()
      await expect.poll(() => shownCount(page)).toBeGreaterThan(20)
    }))
})

describe('on a phone', () => {
  it('is one column of cards, and an action takes their place and gives it back', () =>
    withPage(
      '',
      async (page) => {
        await page.getByRole('listitem').getByRole('button', { name: /3\/24/ }).first().click()
        await page.getByRole('heading', { name: '3/24' }).waitFor()
        await page.getByRole('button', { name: 'Back to the list' }).click()
        await page.getByRole('listitem').getByRole('button', { name: /3\/24/ }).first().waitFor()
      },
      { width: 390, height: 780 },
    ))

  it.each([
    [320, 256],
    [320, 640],
    [640, 360],
  ])('at %d by %d nothing scrolls sideways, in Welsh too', (width, height) =>
    withPage(
      '?language=cy&open=none',
      async (page) => {
        const tooWide = () =>
          page.evaluate(() =>
            [document.documentElement, ...document.querySelectorAll('main *')]
              .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
              .filter((element) => ['auto', 'scroll', 'visible'].includes(getComputedStyle(element).overflowX))
              .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
              .map((element) => element.outerHTML.slice(0, 160)),
          )
        expect(await tooWide()).toEqual([])
        await page.getByRole('listitem').getByRole('button').nth(8).click()
        await page.getByRole('heading', { level: 2 }).waitFor()
        expect(await tooWide()).toEqual([])
      },
      { width, height },
    ),
  )
})

describe('in Welsh', () => {
  it('counts, dates and dues are Welsh in Chromium, which has no Welsh of its own', () =>
    withPage('?language=cy', async (page) => {
      await page.getByTitle(/^Hwyr, \d+ (cam|gam|cham) gweithredu$/).click()
      await page
        .getByText(/^\d+ (wythnos|mis|fis|diwrnod|ddiwrnod) yn hwyr$/)
        .first()
        .waitFor()
      await row(page, 1).click()
      await panel(page)
        .getByText(/Roedd i’w gyflawni erbyn \d+ (Tachwedd|Hydref|Medi) 2026/)
        .waitFor()
      await expect
        .poll(() => page.evaluate(() => new Intl.DateTimeFormat('cy').resolvedOptions().locale))
        .not.toBe('cy')
    }))
})

describe('axe finds nothing', () => {
  it.each(['default', 'dark', 'contrast'])('in the theme %s', (theme) =>
    withPage(`?theme=${theme}&as=coordinator`, async (page) => {
      await page.getByRole('button', { name: /^Everything/ }).click()
      expect(await violations(page)).toEqual([])
      await row(page, 2).click()
      await composer(page).fill('Words')
      await page.getByRole('button', { name: 'Next step', exact: true }).click()
      expect(await violations(page)).toEqual([])
      await row(page, 2).focus()
      await page.keyboard.press('n')
      expect(await violations(page)).toEqual([])
    }),
  )

  it('on a phone, in Welsh, and in an empty register', async () => {
    const phone = { width: 390, height: 780 }
    await withPage(
      '?language=cy',
      async (page) => {
        expect(await violations(page)).toEqual([])
        await page.getByRole('listitem').getByRole('button').nth(4).click()
        expect(await violations(page)).toEqual([])
      },
      phone,
    )
    await withPage('?count=0&as=coordinator', async (page) => expect(await violations(page)).toEqual([]))
  })
})

describe('all of this', () => {
  it('without an error or a warning in the console', () => {
    expect(browser.complaints).toEqual([])
  })
})
