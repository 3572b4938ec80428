/** The Requests room before the laptop's Teams: the matrix by keyboard, who is chased, an answer from a phone, and to axe. */

import { describe, expect, test } from 'vitest'
import type { Frame } from 'playwright-core'
import { onALaptop } from '../journeys/living.ts'
import { ARRIVES_WITHIN_MS, expectAccessible, type Window } from '../journeys/people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const
const TITLE = 'How each force flags addresses at risk'

describe('what is put to several organisations', () => {
  const teams = onALaptop()

  async function requestsOf({ app, words }: Window): Promise<Frame> {
    const frame = await app()
    await frame.getByRole('button', { name: words.say('shell.room.requests') }).click()
    await frame.getByRole('gridcell', { name: `North Mercia Police, ${TITLE}` }).waitFor()
    return frame
  }
  const focused = (frame: Frame): Promise<string> =>
    frame.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

  test('the coordinator goes through the matrix by keyboard and chases who is missing; a SPOC answers on a phone; it is accepted', async () => {
    const coordinator = await teams.as('coordinator', GOVERNANCE)
    const { page, words } = coordinator
    const frame = await requestsOf(coordinator)
    await expectAccessible(frame)

    // One tab stop, and arrows.
    const stops = frame.getByRole('grid', { name: words.say('requests.matrix') }).locator('[tabindex="0"]')
    await expect.poll(() => stops.count()).toBe(1)
    await frame.getByRole('gridcell', { name: `North Mercia Police, ${TITLE}` }).focus()
    await expect.poll(() => stops.count()).toBe(1)
    await expect
      .poll(() => focused(frame))
      .toBe(`North Mercia Police, ${TITLE}: ${words.say('requests.state.notStarted')}`)
    await page.keyboard.press('ArrowDown')
    await expect
      .poll(() => focused(frame))
      .toBe(`Severn Vale Constabulary, ${TITLE}: ${words.say('requests.state.responded')}`)
    await page.keyboard.press('n')
    await expect.poll(() => focused(frame)).toBe(`Marches Police, ${TITLE}: ${words.say('requests.state.notStarted')}`)
    await page.keyboard.press('m')
    await expect.poll(() => frame.getByRole('switch', { name: words.say('requests.pick') }).isChecked()).toBe(true)
    await page.keyboard.press('Enter')
    const panel = frame.getByRole('complementary', { name: 'Marches Police' })
    await panel.waitFor()
    await expectAccessible(frame)
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(frame)).toMatch(/^Marches Police/)

    await page.keyboard.press('c')
    const status = frame.getByRole('status').filter({ hasText: 'Aisha Khan' })
    await status.waitFor()
    await expect.poll(() => status.innerText()).toMatch(/are prompted today/)
    await page.keyboard.press('c')
    await frame
      .getByRole('status')
      .filter({ hasText: words.say('requests.chased.already') })
      .waitFor()

    // On a phone: what is asked stands in My matters, and the figures of last time are at hand.
    const spoc = await teams.as('spoc-north', { tab: 'mine', device: 'phone' })
    const mine = await spoc.app()
    await mine.getByRole('button', { name: TITLE }).click()
    const dialog = spoc.page.frameLocator('iframe').last()
    await dialog.getByRole('heading', { level: 1, name: 'North Mercia Police' }).waitFor()
    await expectAccessible(await spoc.app())
    await dialog.getByRole('button', { name: words.say('requests.answer.send') }).click()
    await dialog.getByText(words.say('refusal.valueMissing')).first().waitFor()
    await dialog.getByRole('button', { name: words.say('requests.answer.last'), exact: true }).click()
    await dialog.getByRole('textbox', { name: /^Flags in force/ }).fill('44')
    const sure = words.say('requests.files.sure', { marking: 'OFFICIAL-SENSITIVE' })
    await dialog.getByRole('checkbox', { name: sure }).check()
    const policy = { name: 'policy.txt', mimeType: 'text/plain', buffer: Buffer.from('Flags') }
    await dialog.locator('input[type=file]').setInputFiles(policy)
    await dialog.getByRole('button', { name: words.say('requests.files.remove', { name: 'policy.txt' }) }).waitFor()
    await dialog.getByRole('button', { name: words.say('requests.answer.send') }).click()
    await dialog.getByRole('heading', { name: words.say('requests.settled.answered') }).waitFor()

    // Another sees it without a reload, with its figures, and accepts it.
    const north = frame.getByRole('gridcell', { name: `North Mercia Police, ${TITLE}` })
    await expect
      .poll(() => north.getAttribute('aria-label'), { timeout: ARRIVES_WITHIN_MS })
      .toContain(words.say('requests.state.responded'))
    await north.click()
    const answer = frame.getByRole('complementary', { name: 'North Mercia Police' })
    await answer.getByText('44 flags').waitFor()
    await answer.getByRole('link', { name: 'policy.txt' }).waitFor()
    await answer.getByText(words.say('requests.log.chased', { name: 'Priya Raman', people: 'Aisha Khan' })).waitFor()
    await answer.getByRole('button', { name: words.say('requests.do.accept'), exact: true }).click()
    await expect.poll(() => north.getAttribute('aria-label')).toContain(words.say('requests.state.accepted'))
  })
})
