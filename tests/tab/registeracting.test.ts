/** What people do to an action from its panel, in a real Chromium: by keyboard, with two hands on it, and back again. */

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

const row = (page: Page, index: number) => page.locator(`[role=row][aria-rowindex="${index + 1}"]`)
const panel = (page: Page) => page.getByRole('complementary')
const heading = (page: Page) => panel(page).getByRole('heading', { level: 2 })
const more = (page: Page) => panel(page).getByRole('button', { name: /^More to do with/ })
const field = (page: Page, name: string | RegExp) => panel(page).getByRole('textbox', { name })
const button = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true })
const focusedName = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels?.[0] : null
    return label?.textContent ?? element?.getAttribute('aria-label') ?? element?.textContent ?? ''
  })
const submitted = (page: Page) => page.evaluate(() => window.store.submitted)

/** Opens the panel of the first action that is found by words, with its own page. */
async function withAction(
  words: string,
  act: (page: Page) => Promise<void>,
  { query = '?as=coordinator', size = { width: 1280, height: 900 } } = {},
): Promise<void> {
  const whole = async (page: Page): Promise<void> => {
    await page.getByRole('searchbox').fill(words)
    await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe('2')
    await row(page, 1).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => heading(page).evaluate((element) => element === document.activeElement)).toBe(true)
    await act(page)
  }
  await browser.visit(query, whole, size)
}

/** Chooses from the menu by typing, as in any menu. */
async function choose(page: Page, item: string): Promise<void> {
  await more(page).focus()
  await page.keyboard.press('Enter')
  // The arrows are the menu's once the focus is in it.
  const first = page.getByRole('menuitem').first()
  await expect.poll(() => first.evaluate((element) => element === document.activeElement)).toBe(true)
  const items = await page.getByRole('menuitem').allTextContents()
  const index = items.findIndex((each) => each.startsWith(item))
  expect(index, `${item} in ${items.join(', ')}`).toBeGreaterThanOrEqual(0)
  for (let step = 0; step < index; step += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await panel(page)
    .getByRole('heading', { level: 3 })
    .filter({ hasText: item.split(' ')[0] ?? item })
    .first()
    .waitFor()
}

const PLACES = 'map the places'

describe('a form', () => {
  it('opens where it belongs with the focus in it, and Escape gives the focus back and keeps the words', () =>
    withAction(PLACES, async (page) => {
      await choose(page, 'Change the wording')
      await expect.poll(() => focusedName(page)).toBe('What is to be done')
      await page.keyboard.type(' this year')
      await page.keyboard.press('Escape')
      await expect.poll(() => focusedName(page)).toMatch(/^More to do with/)
      await heading(page).waitFor()
      await choose(page, 'Change the wording')
      await panel(page).getByText('Here is what you had begun to write.').waitFor()
      await expect.poll(() => field(page, 'What is to be done').inputValue()).toMatch(/ this year$/)
      await page.keyboard.press('Control+Enter')
      await panel(page)
        .getByText(/were met this year$/)
        .first()
        .waitFor()
      await expect.poll(() => submitted(page)).toMatchObject([{ kind: 'reword' }])
      await choose(page, 'Change the wording')
      await expect.poll(() => panel(page).getByText('Here is what you had begun to write.').count()).toBe(0)
    }))

  it('is one at a time, and the composer gives it its room', () =>
    withAction(PLACES, async (page) => {
      await choose(page, 'Change the owners')
      await choose(page, 'Add a milestone')
      await expect.poll(() => button(page, 'Not now').count()).toBe(1)
      await expect.poll(() => field(page, 'Write an update').count()).toBe(0)
      await button(page, 'Not now').click()
      await field(page, 'Write an update').waitFor()
    }))

  it('says what is wrong beside the field, and keeps what is right', () =>
    withAction(PLACES, async (page) => {
      await choose(page, 'Ask for an extension')
      await page.keyboard.type('1 december')
      await page.keyboard.press('Tab')
      await page.keyboard.type('The visits take longer')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('An extension ends after 10 December 2026. Give a later due.').waitFor()
      await expect.poll(() => field(page, 'Until when').getAttribute('aria-describedby')).not.toBeNull()
      await field(page, 'Until when').fill('end of february')
      await page.keyboard.press('Enter')
      await panel(page).getByText('February 2027 asked for, not decided').first().waitFor()
      await expect
        .poll(() => page.evaluate(() => window.store.submitted.at(-1)))
        .toMatchObject({
          kind: 'askExtension',
          to: { kind: 'month', month: '2027-02' },
          reason: 'The visits take longer',
        })
    }))

  it('shows what it did before it is saved, and says that it isn’t; the same command goes again', () =>
    withAction(PLACES, async (page) => {
      await page.evaluate(() => {
        window.store.answerNext(() => ({ state: 'unsaved', because: 'offline', requestId: null }))
      })
      await choose(page, 'Add a milestone')
      await page.keyboard.type('All eleven visited')
      await page.keyboard.press('Tab')
      await page.keyboard.type('end of march')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('Waits until you are online.').waitFor()
      await panel(page).getByText('All eleven visited').first().waitFor()
      await page.getByText(/has a new milestone\.$/).waitFor()
      await expect.poll(async () => (await submitted(page)).length).toBe(2)
      const [first, second] = await submitted(page)
      expect(second?.id).toBe(first?.id)
      await expect.poll(() => panel(page).getByText('Waits until you are online.').count()).toBe(0)
    }))

  it('opens again with its words when they are taken back', () =>
    withAction(PLACES, async (page) => {
      await page.evaluate(() => {
        window.store.answerNext(() => ({ state: 'refused', refusal: { code: 'ownerUnknown', field: 'owners' } }))
      })
      await choose(page, 'Change the wording')
      await field(page, 'What is to be done').fill('Map them all')
      await page.keyboard.press('Control+Enter')
      await panel(page)
        .getByText(/^Not saved\. /)
        .waitFor()
      await button(page, 'Change my words').press('Enter')
      await expect.poll(() => field(page, 'What is to be done').inputValue()).toBe('Map them all')
      await expect.poll(() => focusedName(page)).toBe('What is to be done')
    }))
})

describe('the life of an action', () => {
  it('is kept for a meeting, proposed, withdrawn, closed and reopened from the keyboard', () =>
    withAction(PLACES, async (page) => {
      await choose(page, 'Keep for 10 December 2026')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('Kept for the meeting of 10 December 2026').waitFor()
      await choose(page, 'Propose discharge')
      await page.keyboard.type('All eleven were visited.')
      await page.keyboard.press('Control+Enter')
      await panel(page)
        .getByText(/^Proposed by/)
        .waitFor()
      await choose(page, 'Withdraw the proposal')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('Give a reason: it stands in the history.').waitFor()
      await field(page, 'Why').fill('Two are still to come.')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('Proposal of discharge withdrawn').waitFor()
      await choose(page, 'Close this action')
      await panel(page).getByRole('radio', { name: 'Overtaken by events' }).check()
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('Closed: overtaken by events').first().waitFor()
      await choose(page, 'Reopen')
      await page.keyboard.type('It goes on after all.')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('It goes on after all.').waitFor()
      await expect
        .poll(async () => (await submitted(page)).map((command) => command.kind))
        .toEqual(['retain', 'proposeDischarge', 'withdrawDischarge', 'withdrawDischarge', 'close', 'reopen'])
    }))

  it('has milestones on the line of its due, and today between them', () =>
    withAction(PLACES, async (page) => {
      for (const [purpose, due] of [
        ['All eleven visited', 'end of march'],
        ['Lists checked', '20/11/2026'],
      ] as const) {
        await choose(page, 'Add a milestone')
        await page.keyboard.type(purpose)
        await page.keyboard.press('Tab')
        await page.keyboard.type(due)
        await page.keyboard.press('Enter')
        await panel(page).getByText(purpose).first().waitFor()
      }
      const steps = () =>
        panel(page).getByRole('list', { name: 'Due and milestones' }).getByRole('listitem').allTextContents()
      expect((await steps()).map((step) => step.replace(/Reached.*|\d.*/, '').trim())).toEqual([
        'Lists checked',
        'Today',
        'First due next meeting',
        'All eleven visited',
      ])
      await button(page, 'Reached').first().click()
      await page.keyboard.press('Enter')
      await panel(page).getByText('reached 24 November 2026').waitFor()
    }))

  it('hangs together with others: waits, is answered, leads there, and is told from the other side', () =>
    withAction(PLACES, async (page) => {
      await choose(page, 'Link it to something')
      await panel(page).getByRole('combobox', { name: 'Number of the action, or who' }).fill('The inspectorate')
      await field(page, 'What they must deliver').fill('list of unregistered homes')
      await page.keyboard.press('Enter')
      await panel(page).getByText('Waiting for The inspectorate: list of unregistered homes.').waitFor()
      await panel(page).getByRole('button', { name: 'Record the answer' }).press('Enter')
      await page.keyboard.type('Sent on paper.')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('Sent on paper. (24 Nov)').waitFor()
      await choose(page, 'Link it to something')
      await panel(page).getByRole('radio', { name: 'It continues' }).check()
      await panel(page)
        .getByRole('combobox', { name: 'Number of the action, or who' })
        .pressSequentially('problem prof')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+Enter')
      const there = panel(page).getByRole('button', { name: /^Continues \d+\/25/ })
      await there.waitFor()
      const from = await heading(page).textContent()
      await there.press('Enter')
      await panel(page)
        .getByRole('button', { name: `${from} continues this` })
        .waitFor()
    }))

  it('has parts that are added, changed and ticked, each with its own owners and due', () =>
    withAction(PLACES, async (page) => {
      await choose(page, 'Add a part')
      await expect.poll(() => field(page, 'Letter').inputValue()).toBe('d')
      await field(page, 'What is to be done').fill('Tell the nine authorities')
      await field(page, /^Due/).fill('end of may')
      await page.keyboard.press('Enter')
      await panel(page).getByText('(d) Tell the nine authorities').waitFor()
      await panel(page).getByRole('button', { name: 'Change part (d)' }).press('Enter')
      await field(page, 'What is to be done').fill('Tell all nine authorities')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('(d) Tell all nine authorities').waitFor()
      await panel(page).getByRole('checkbox', { name: 'Part d' }).check()
      await page.getByText(/^Part \(d\) of .+ is done\.$/).waitFor()
    }))

  it('shows its status by hand and by the rule, and goes back to the rule', () =>
    withAction(PLACES, async (page) => {
      await choose(page, 'Set the status by hand')
      await panel(page).getByRole('radio', { name: 'Red' }).check()
      await field(page, 'Why').fill('Nobody has the time.')
      await page.keyboard.press('Control+Enter')
      await panel(page)
        .getByText(/set it to Red: Nobody has the time\. The rule says Amber\./)
        .waitFor()
      await choose(page, 'Let the rule decide again')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('Status follows the rule again').waitFor()
    }))

  it('is a coordinator’s to close: a member isn’t asked', () =>
    withAction(
      PLACES,
      async (page) => {
        await more(page).click()
        await page.getByRole('menuitem', { name: 'Propose discharge' }).waitFor()
        await expect.poll(() => page.getByRole('menuitem', { name: 'Close this action' }).count()).toBe(0)
      },
      { query: '' },
    ))
})

describe('with two hands on it', () => {
  it('both versions stand beside each other, only where they differ, and mine goes on what is there now', () =>
    withAction(PLACES, async (page) => {
      await page.evaluate(() => {
        window.store.answerNext((command) => {
          const seen = command.kind === 'addAction' ? undefined : window.store.snapshot()?.actions.get(command.action)
          if (!seen) throw new Error('no action')
          return {
            state: 'stale',
            seen,
            now: { ...seen, owners: [{ organisation: 'marches' }], details: 'Other words' },
          }
        })
      })
      await choose(page, 'Change the owners')
      await page.getByRole('combobox', { name: 'Owners' }).pressSequentially('north')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Control+Enter')
      const group = panel(page).getByRole('alert').getByRole('group')
      await group.waitFor()
      await expect
        .poll(() => group.innerText())
        .toBe(
          'Owners\nAs you saw it\nSevernside and WMS ROCU\nAs it is now\nMarches\nYours\nSevernside, WMS ROCU and North Mercia',
        )
      await button(page, 'Send mine all the same').press('Enter')
      await page.getByText(/now belongs to Severnside, WMS ROCU and North Mercia\.$/).waitFor()
    }))
})

describe('what was done last', () => {
  it('can be taken back by a bar that steals no focus, as a further entry', () =>
    withAction(PLACES, async (page) => {
      await choose(page, 'Change the wording')
      await field(page, 'What is to be done').fill('Map them all')
      await page.keyboard.press('Control+Enter')
      await page.getByRole('status').filter({ hasText: 'is reworded.' }).waitFor()
      await expect.poll(() => focusedName(page)).toMatch(/^More to do with/)
      await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter')
      await page.getByText(/^Undone\. .+ is as it was before\.$/).waitFor()
      await panel(page).getByText('Map the places where children of more than one force were met').first().waitFor()
      await panel(page).getByText('Reworded. Before: Map them all').waitFor()
      await expect.poll(async () => (await submitted(page)).map(({ kind }) => kind)).toEqual(['reword', 'reword'])
    }))

  it('by Ctrl+Z too, and in the menu for as long as it is the last', () =>
    withAction(PLACES, async (page) => {
      const tick = panel(page).getByRole('checkbox', { name: 'Part c' })
      await tick.check()
      await page.getByText(/^Part \(c\) of .+ is done\.$/).waitFor()
      await page.getByRole('button', { name: 'Dismiss' }).click()
      await more(page).press('Enter')
      await page.getByRole('menuitem', { name: /^Undo: Part \(c\)/ }).waitFor()
      await page.keyboard.press('Escape')
      await heading(page).waitFor()
      await page.keyboard.press('Control+z')
      await expect.poll(() => tick.isChecked()).toBe(false)
      await more(page).press('Enter')
      await page.getByRole('menuitem').first().waitFor()
      await expect.poll(() => page.getByRole('menuitem', { name: /^Undo/ }).count()).toBe(0)
    }))

  it('stays where somebody else has changed it since, and says so', () =>
    withAction(PLACES, async (page) => {
      await panel(page).getByRole('checkbox', { name: 'Part c' }).check()
      const undo = page.getByRole('button', { name: 'Undo', exact: true })
      await undo.waitFor()
      await page.evaluate(() => {
        window.store.answerNext((command) => {
          const seen = command.kind === 'addAction' ? undefined : window.store.snapshot()?.actions.get(command.action)
          if (!seen) throw new Error('no action')
          return { state: 'stale', seen, now: { ...seen, parts: [] } }
        })
      })
      await undo.click()
      await page.getByText(/^Not undone: somebody has changed .+ since\.$/).waitFor()
    }))
})

describe('an entry', () => {
  it('is corrected by another: struck, and each leads to the other', () =>
    withAction(PLACES, async (page) => {
      await panel(page)
        .getByRole('listitem')
        .filter({ hasText: '31 places' })
        .getByRole('button', { name: 'Correct this entry' })
        .press('Enter')
      await expect.poll(() => focusedName(page)).toBe('What the entry should say')
      await field(page, 'What the entry should say').fill('Severnside’s list holds 32 places.')
      await page.keyboard.press('Control+Enter')
      const corrected = panel(page).getByRole('listitem').filter({ hasText: '31 places' })
      await corrected.getByRole('button', { name: /^Corrected on/ }).press('Enter')
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('32 places')
      const struck = await corrected
        .getByText(/31 places/)
        .evaluate((element) => getComputedStyle(element).textDecorationLine)
      expect(struck).toBe('line-through')
      await expect.poll(() => corrected.getByRole('button', { name: 'Correct this entry' }).count()).toBe(0)
    }))
})

describe('the panel', () => {
  it('goes on to the next action without closing, and the focus stays where it was', () =>
    browser.visit('?as=coordinator', async (page) => {
      await row(page, 1).focus()
      await page.keyboard.press('Enter')
      const first = await heading(page).textContent()
      await button(page, 'Next action').press('Enter')
      await expect.poll(() => heading(page).textContent()).not.toBe(first)
      await expect.poll(() => focusedName(page)).toBe('Next action')
      const second = await heading(page).textContent()
      await page.keyboard.press('j')
      await expect.poll(() => heading(page).textContent()).not.toBe(second)
      await page.keyboard.press('k')
      await expect.poll(() => heading(page).textContent()).toBe(second)
      await expect.poll(() => row(page, 2).getAttribute('aria-current')).toBe('true')
      await page.keyboard.press('Escape')
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-rowindex'))).toBe('3')
    }))

  it('is as wide as its reader makes it, by the keys, and stays so', () =>
    withAction(PLACES, async (page) => {
      const width = async () => Math.round((await panel(page).boundingBox())?.width ?? 0)
      const before = await width()
      const edge = page.getByRole('separator', { name: 'Width of the panel' })
      await edge.press('ArrowLeft')
      await edge.press('ArrowLeft')
      await expect.poll(width).toBe(before + 48)
      await expect.poll(async () => Number(await edge.getAttribute('aria-valuenow'))).toBeGreaterThan(before)
      await button(page, 'Close').click()
      await row(page, 1).click()
      await expect.poll(width).toBe(before + 48)
      await edge.press('End')
      await expect.poll(() => edge.getAttribute('aria-valuenow')).toBe('340')
      await edge.press('Enter')
      await expect.poll(width).toBe(before)
    }))
})

describe('axe finds nothing', () => {
  it.each(['default', 'dark', 'contrast'])('in forms, lines and tables in the theme %s', (theme) =>
    withAction(
      PLACES,
      async (page) => {
        await choose(page, 'Add a milestone')
        await page.keyboard.type('All eleven visited')
        await page.keyboard.press('Tab')
        await page.keyboard.type('end of march')
        await page.keyboard.press('Enter')
        await panel(page).getByRole('list', { name: 'Due and milestones' }).waitFor()
        await choose(page, 'Link it to something')
        expect(await violations(page)).toEqual([])
        await choose(page, 'Set the status by hand')
        await page.keyboard.press('Control+Enter')
        await panel(page).getByText('Write something here.').waitFor()
        expect(await violations(page)).toEqual([])
        await panel(page).getByRole('checkbox', { name: 'Part c' }).check()
        await page.getByRole('button', { name: 'Undo', exact: true }).waitFor()
        expect(await violations(page)).toEqual([])
      },
      { query: `?as=coordinator&theme=${theme}` },
    ),
  )

  it('on a phone in Welsh, where nothing scrolls sideways', () =>
    browser.visit(
      '?as=coordinator&language=cy',
      async (page) => {
        await page.getByRole('searchbox').fill(PLACES)
        await page
          .getByRole('button', { name: /14\/25/ })
          .first()
          .click()
        for (const item of [
          'Gosod y statws â llaw',
          'Ei gysylltu â rhywbeth',
          'Ychwanegu rhan',
          'Cynnig ei gyflawni',
        ]) {
          await panel(page)
            .getByRole('button', { name: /^Rhagor i’w wneud/ })
            .click()
          await page.getByRole('menuitem', { name: item }).click()
          await button(page, 'Nid nawr').waitFor()
          await expect
            .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
            .toBeLessThanOrEqual(0)
          const wide = () =>
            page.evaluate(() =>
              [...document.querySelectorAll('aside *')]
                .filter((element) => element.getBoundingClientRect().right > window.innerWidth + 1)
                .map((element) => element.outerHTML.slice(0, 120)),
            )
          await expect.poll(wide).toEqual([])
          expect(await violations(page)).toEqual([])
        }
      },
      { width: 320, height: 640 },
    ))
})

describe('all of this', () => {
  it('without an error or a warning in the console', () => {
    expect(browser.complaints).toEqual([])
  })
})
