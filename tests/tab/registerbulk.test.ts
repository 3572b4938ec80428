/** Many actions at once, every key on one sheet, and what a thumb does: in a real Chromium, by keyboard where there is one. */

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActionCommand } from '../../src/domain/command.ts'
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
  { query = '?as=coordinator', size = { width: 1280, height: 900 } } = {},
): Promise<void> {
  await browser.visit(query, act, size)
  expect(browser.complaints).toEqual([])
}

const row = (page: Page, index: number) => page.locator(`[role=row][aria-rowindex="${index + 1}"]`)
const selected = (page: Page) => page.locator('[role=row][aria-selected=true]')
const bar = (page: Page) => page.getByRole('region', { name: /What is selected|Yr hyn a ddewiswyd/ })
const panel = (page: Page) => page.getByRole('complementary')
const submitted = (page: Page) => page.evaluate(() => window.store.submitted as readonly ActionCommand[])
/** As `?pace=hand`: so many more of the commands go. */
const letThrough = (page: Page, count: number) => page.evaluate((more) => window.letThrough(more), count)
const focusedRow = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.getAttribute('aria-rowindex') ?? 0) - 1)

/** By keys alone; none of the first of these is kept for the next meeting yet. */
async function selectSome(page: Page, count: number): Promise<void> {
  await row(page, 3).focus()
  await page.keyboard.press(' ')
  for (let more = 1; more < count; more += 1) await page.keyboard.press('Shift+ArrowDown')
  await bar(page).getByText(`${count} action`).waitFor()
}

async function begin(page: Page, deed: string): Promise<void> {
  await bar(page).getByRole('button', { name: deed }).focus()
  await page.keyboard.press('Enter')
  await panel(page).getByRole('heading', { level: 2, name: deed }).waitFor()
}

async function giveTo(page: Page, owner: string): Promise<void> {
  await panel(page).getByRole('combobox').pressSequentially(owner)
  await page.getByRole('option').first().click()
}

describe('selecting', () => {
  it('Space selects, Shift and the arrows draw a range that shrinks again, and Escape lets go', () =>
    withPage(async (page) => {
      await selectSome(page, 4)
      await expect.poll(() => selected(page).count()).toBe(4)
      await expect.poll(() => focusedRow(page)).toBe(6)
      await page.keyboard.press('Shift+ArrowUp')
      await bar(page).getByText('3 actions selected').waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press(' ')
      await bar(page).getByText('4 actions selected').waitFor()
      await expect.poll(() => row(page, 7).getAttribute('aria-selected')).toBe('true')
      await expect.poll(() => row(page, 6).getAttribute('aria-selected')).toBe('false')
      await page.keyboard.press('Escape')
      await bar(page).waitFor({ state: 'detached' })
      await expect.poll(() => focusedRow(page)).toBe(7)
    }))

  it('Ctrl+A selects all that is shown, and what a search hides is no longer selected', () =>
    withPage(async (page) => {
      await row(page, 1).focus()
      await page.keyboard.press('Control+a')
      const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
      await bar(page).getByText(`${shown} actions selected`).waitFor()
      await page.getByRole('searchbox').fill('map the places')
      await bar(page).getByText('1 action selected').waitFor()
    }))

  it('by pointer: a box, Ctrl, and Shift for a range', () =>
    withPage(async (page) => {
      await row(page, 2).hover()
      await row(page, 2).getByRole('checkbox').click()
      await row(page, 4).click({ modifiers: ['Control'], position: { x: 400, y: 10 } })
      await bar(page).getByText('2 actions selected').waitFor()
      await row(page, 7).click({ modifiers: ['Shift'], position: { x: 400, y: 10 } })
      await bar(page).getByText('5 actions selected').waitFor()
      await expect.poll(() => panel(page).count()).toBe(0)
      await page.getByRole('checkbox', { name: 'Select all' }).click()
      const shown = Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1
      await bar(page).getByText(`${shown} actions selected`).waitFor()
    }))
})

describe('one deed for many', () => {
  it('is asked once, tells beforehand what it leaves out, and gives each action a command of its own', () =>
    withPage(async (page) => {
      await row(page, 1).focus()
      await page.keyboard.press('Control+a')
      await begin(page, 'Ask for an extension')
      const left = panel(page).getByRole('heading', { level: 3, name: /left out/ })
      await left.waitFor()
      await expect.poll(() => panel(page).getByText('It has no due yet').count()).toBeGreaterThan(0)
      await expect.poll(() => submitted(page)).toEqual([])

      // Nothing is wrong before somebody tries; then it is said beside the field.
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('Write something here.').waitFor()
      await panel(page).getByRole('textbox').first().fill('31 December 2027')
      await panel(page).getByRole('textbox').nth(1).fill('The analyst left')
      const send = panel(page).getByRole('button', { name: /^Ask for \d+ actions$/ })
      const count = Number(/\d+/.exec((await send.textContent()) ?? '')?.[0])
      expect(count).toBeGreaterThan(3)
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Control+Enter')
      await page.getByText(`${count} actions were changed.`).first().waitFor()
      const commands = await submitted(page)
      expect(commands).toHaveLength(count)
      expect(new Set(commands.map((command) => command.id)).size).toBe(count)
      expect(new Set(commands.map((command) => command.action)).size).toBe(count)
      expect(
        commands.every((command) => command.kind === 'askExtension' && command.reason === 'The analyst left'),
      ).toBe(true)
      // What is done is let go of; what was left out stays selected.
      await bar(page)
        .getByText(/actions? selected/)
        .waitFor()
      await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('row')
    }))

  it('keeps them for the next meeting, by keys alone', () =>
    withPage(async (page) => {
      await selectSome(page, 3)
      await begin(page, 'Keep for a meeting')
      await page.keyboard.press('Control+Enter')
      await page
        .getByText(/3 actions were changed/)
        .first()
        .waitFor()
      await bar(page).waitFor({ state: 'detached' })
      await expect
        .poll(async () => (await submitted(page)).map((command) => command.kind))
        .toEqual(['retain', 'retain', 'retain'])
    }))

  it('gives them to others, but never to nobody', () =>
    withPage(async (page) => {
      await row(page, 1).focus()
      await page.keyboard.press('Control+a')
      await begin(page, 'Change the owners')
      await page.keyboard.press('Control+Enter')
      await panel(page).getByText('Pick who takes them over.').waitFor()
      await expect.poll(() => submitted(page)).toEqual([])
      await giveTo(page, 'Marches')
      await panel(page)
        .getByRole('button', { name: /^Change the owners of/ })
        .click()
      await page
        .getByText(/actions were changed/)
        .first()
        .waitFor()
    }))

  it('stops when told, goes on where it was, and writes nothing twice', () =>
    withPage(
      async (page) => {
        await selectSome(page, 6)
        await begin(page, 'Keep for a meeting')
        await page.keyboard.press('Control+Enter')
        await letThrough(page, 1)
        await panel(page).getByText('1 of 6 saved').waitFor()
        await panel(page).getByRole('button', { name: 'Stop' }).click()
        await letThrough(page, 6)
        await panel(page)
          .getByText(/You stopped/)
          .waitFor()
        expect(await submitted(page)).toHaveLength(1)
        expect(await violations(page)).toEqual([])
        await panel(page).getByRole('button', { name: 'Go on' }).click()
        await letThrough(page, 6)
        await page.getByText('6 actions were changed.').first().waitFor()
        const commands = await submitted(page)
        expect(commands).toHaveLength(6)
        expect(new Set(commands.map((command) => command.action)).size).toBe(6)
      },
      { query: '?as=coordinator&pace=hand' },
    ))

  it('goes on while one looks at something else, and tells when it is done', () =>
    withPage(
      async (page) => {
        await selectSome(page, 5)
        await begin(page, 'Keep for a meeting')
        await page.keyboard.press('Control+Enter')
        await letThrough(page, 1)
        await panel(page).getByText('1 of 5 saved').waitFor()
        await row(page, 9).click({ position: { x: 400, y: 10 } })
        await letThrough(page, 1)
        await bar(page).getByText('2 of 5 saved').waitFor()
        await bar(page).getByRole('button', { name: 'Show' }).waitFor()
        await letThrough(page, 3)
        await page.getByText('5 actions were changed.').first().waitFor()
        await expect.poll(() => panel(page).getAttribute('aria-label')).toMatch(/^Action /)
      },
      { query: '?as=coordinator&pace=hand' },
    ))

  it('says what was refused and what somebody changed meanwhile, and leaves those selected', () =>
    withPage(async (page) => {
      await selectSome(page, 4)
      await begin(page, 'Change the owners')
      await giveTo(page, 'Marches')
      await page.evaluate(() => {
        window.store.answerNext(
          () => ({ state: 'refused', refusal: { code: 'coordinatorOnly' } }),
          (command) => {
            const now = window.store.snapshot()?.actions.get('action' in command ? command.action : '')
            if (!now) throw new Error('no action')
            return { state: 'stale', seen: { ...now, owners: [] }, now }
          },
        )
      })
      await panel(page)
        .getByRole('button', { name: /^Change the owners of/ })
        .click()
      await panel(page).getByText('Only a coordinator of this group may do this.').waitFor()
      await panel(page)
        .getByText(/Owners: it was nothing, now/)
        .waitFor()
      expect(await violations(page)).toEqual([])
      const before = await submitted(page)
      await panel(page).getByRole('button', { name: 'Do it to these all the same' }).click()
      await expect.poll(async () => (await submitted(page)).length).toBe(before.length + 1)
      const after = await submitted(page)
      expect(after.at(-1)?.id).toBe(before[1]?.id)
      await panel(page).getByRole('button', { name: 'Close' }).last().click()
      await bar(page).getByText('1 action selected').waitFor()
    }))

  it('keeps what was written while one looks elsewhere', () =>
    withPage(async (page) => {
      await selectSome(page, 2)
      await begin(page, 'Ask for an extension')
      await panel(page).getByRole('textbox').nth(1).fill('Two posts are vacant')
      await page.keyboard.press('Escape')
      await panel(page).waitFor({ state: 'detached' })
      await begin(page, 'Ask for an extension')
      await expect.poll(() => panel(page).getByRole('textbox').nth(1).inputValue()).toBe('Two posts are vacant')
    }))
})

describe('the sheet of keys', () => {
  it('opens with ?, lists every key there is, and gives the focus back', () =>
    withPage(async (page) => {
      await row(page, 3).focus()
      await page.keyboard.press('?')
      const sheet = page.getByRole('dialog', { name: 'Keys' })
      await sheet.waitFor()
      await expect.poll(() => sheet.getByRole('row').count()).toBeGreaterThan(20)
      await expect.poll(() => sheet.getByText(/keys\./).count()).toBe(0)
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'detached' })
      await expect.poll(() => focusedRow(page)).toBe(3)
    }))

  it('is there for who has no ?, and single letters can be turned off', () =>
    withPage(async (page) => {
      await page.getByRole('button', { name: 'Keys (?)' }).click()
      const sheet = page.getByRole('dialog', { name: 'Keys' })
      await sheet.getByRole('switch').click()
      await sheet.getByRole('button', { name: 'Close' }).click()
      await sheet.waitFor({ state: 'detached' })
      await expect
        .poll(async () => {
          await row(page, 1).focus()
          return focusedRow(page)
        })
        .toBe(1)
      await page.keyboard.press('n')
      await page.keyboard.press('ArrowDown')
      await expect.poll(() => focusedRow(page)).toBe(2)
      await expect.poll(() => panel(page).count()).toBe(0)
    }))

  it('is in Welsh too, and axe has nothing to say of it', () =>
    withPage(
      async (page) => {
        await row(page, 1).focus()
        await page.keyboard.press('?')
        const sheet = page.getByRole('dialog', { name: 'Bysellau' })
        await sheet.getByText('Dewis y llinell, neu ei gollwng').waitFor()
        expect(await violations(page)).toEqual([])
      },
      { query: '?language=cy' },
    ))
})

describe('on a phone', () => {
  const size = { width: 390, height: 780 }
  const more = (page: Page) => page.getByRole('button', { name: /^What to do with/ }).first()

  it('a card’s menu is as large as a thumb, and opens the action where it is done', () =>
    withPage(
      async (page) => {
        const size = async (): Promise<number> => {
          const box = await more(page).boundingBox()
          return Math.min(box?.width ?? 0, box?.height ?? 0)
        }
        await expect.poll(size).toBeGreaterThanOrEqual(44)
        await more(page).click()
        const item = page.getByRole('menuitem', { name: 'Propose discharge' })
        await expect.poll(async () => (await item.boundingBox())?.height).toBeGreaterThanOrEqual(44)
        await item.click()
        await panel(page).getByRole('heading', { level: 3, name: 'Propose discharge' }).waitFor()
        await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
        await page.keyboard.type('The minutes show it')
        await page.keyboard.press('Control+Enter')
        await expect
          .poll(async () => (await submitted(page)).map((command) => command.kind))
          .toEqual(['proposeDischarge'])
      },
      { size },
    ))

  it('an update is one tap away from being written', () =>
    withPage(
      async (page) => {
        await more(page).click()
        await page.getByRole('menuitem', { name: 'Write an update' }).click()
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
          .toBe('Write an update')
        expect(await violations(page)).toEqual([])
      },
      { size },
    ))

  it('Escape closes the menu and gives the focus back to its button', () =>
    withPage(
      async (page) => {
        await more(page).click()
        await page.getByRole('menuitem').first().waitFor()
        expect(await violations(page)).toEqual([])
        await page.keyboard.press('Escape')
        await expect
          .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
          .toMatch(/^What to do with/)
      },
      { size },
    ))
})
