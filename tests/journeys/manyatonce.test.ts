import { describe, expect, test } from 'vitest'
import { onALaptop } from './living.ts'
import { ARRIVES_WITHIN_MS, expectAccessible, registerOf } from './people.ts'

describe('a coordinator before a meeting', () => {
  const teams = onALaptop()

  test('keeps what is late for the meeting, by keys alone, and a SPOC sees it without a reload', async () => {
    const coordinator = await teams.as('coordinator')
    const register = await registerOf(coordinator)
    const { frame } = register
    const { keyboard } = coordinator.page
    await register.choose('late')
    await frame.getByRole('grid', { name: 'Actions: Late' }).waitFor()
    await register.rows().first().focus()
    await keyboard.press('Control+a')
    const bar = frame.getByRole('region', { name: 'What is selected' })
    await bar.getByRole('button', { name: 'Keep for a meeting' }).focus()
    await keyboard.press('Enter')
    const panel = frame.getByRole('complementary', { name: 'Keep for a meeting' })
    const send = panel.getByRole('button', { name: /^Keep \d+ actions$/ })
    const count = Number(/\d+/.exec((await send.textContent()) ?? '')?.[0])
    expect(count).toBeGreaterThan(1)
    const spoc = await teams.as('spoc-marches')
    const seen = await registerOf(spoc)
    await panel.getByRole('radio').first().focus()
    await keyboard.press('Tab')
    await keyboard.type('What the coordinator said of all')
    await expectAccessible(frame)
    await keyboard.press('Control+Enter')
    await frame.getByText(`${count} actions were changed.`).first().waitFor()

    const late = await seen.open(/weeks late|days late/)
    await late.panel
      .getByText('What the coordinator said of all')
      .first()
      .waitFor({ timeout: ARRIVES_WITHIN_MS + 10_000 })
  })

  test('keeps a view for the group; a link to it opens it for a SPOC, and its filter is the same', async () => {
    const coordinator = await teams.as('coordinator')
    const { frame } = await registerOf(coordinator)
    await frame.getByRole('button', { name: /^Late \d+$/ }).click()
    await frame.getByRole('searchbox').fill('homes')
    await frame.getByRole('button', { name: 'Save view' }).click()
    const form = frame.getByRole('dialog')
    await form.getByRole('textbox', { name: 'Name' }).fill('Homes that are late')
    await form.getByRole('radio', { name: 'Everybody in the group' }).check()
    await form.getByRole('textbox', { name: 'Name' }).press('Enter')
    await frame.getByRole('grid', { name: 'Actions: Homes that are late' }).waitFor()
    await frame.locator('[popovertarget]').filter({ hasText: 'Homes that are late' }).click()
    await form.getByRole('button', { name: 'Copy its link' }).click()
    await form
      .getByText(/copied/i)
      .first()
      .waitFor()
    const link = await coordinator.page.evaluate(() => navigator.clipboard.readText())
    const rows = await frame.getByRole('grid').getAttribute('aria-rowcount')

    const spoc = await teams.as('spoc-north')
    await registerOf(spoc)
    await spoc.page.goto(link)
    const app = await spoc.app()
    const grid = app.getByRole('grid', { name: 'Actions: Homes that are late' })
    await grid.waitFor()
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe(rows)
    await expect.poll(() => app.getByRole('searchbox').inputValue()).toBe('homes')
  })
})
