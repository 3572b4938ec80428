/** A SPOC proposes, the chair decides in a dialog on a phone, and the SPOC's register shows it by itself. */

import type { Frame } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { start, temporaryFolder, type Running } from './laptop.ts'
import { ARRIVES_WITHIN_MS, expectAccessible, openTeams, registerOf, type Teams, type Window } from './people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const

describe('a decision', () => {
  const folder = temporaryFolder()
  let laptop: Running
  let teams: Teams

  beforeAll(async () => {
    laptop = await start('start', folder.path)
    teams = await openTeams(() => laptop.url)
  })

  afterEach(() => teams.settle())

  afterAll(async () => {
    await teams.close()
    await laptop.stop()
    folder.remove()
  })

  /** The dialog's frame above the page, once it asks or tells something. */
  async function dialogOf({ page }: Window): Promise<Frame> {
    const element = await page.getByRole('dialog').locator('iframe').elementHandle()
    const frame = await element?.contentFrame()
    if (!frame) throw new Error('There is no dialog.')
    await frame.getByRole('heading', { level: 1 }).waitFor()
    return frame
  }

  /** Opens the action on whatever device it is, and from it the dialog. */
  async function beginDeciding(window: Window, sub: string): Promise<Frame> {
    const frame = await window.app()
    await frame.getByRole('button', { name: window.words.say('decide.open.label', { reference: sub }) }).click()
    return dialogOf(window)
  }

  test('is made on a phone, once, and stands in everybody’s register without a reload', async () => {
    const spoc = await teams.as('spoc-north', GOVERNANCE)
    const register = await registerOf(spoc)
    const row = register.row(/Map the places/)
    const reference = ((await row.textContent()) ?? '').match(/\d+\/\d+/)?.[0] ?? ''
    const action = await register.open(/Map the places/)
    await action.proposeDischarge('All eleven places are on the map.')

    const chair = await teams.as('chair', { ...GOVERNANCE, tab: 'csae-sgg', sub: reference, device: 'phone' })
    const dialog = await beginDeciding(chair, reference)
    const { words } = chair
    await dialog.getByText('All eleven places are on the map.').first().waitFor()
    await dialog.getByText('Aisha Khan').first().waitFor()
    await expectAccessible(dialog)
    await dialog.getByRole('button', { name: words.say('decide.refuse') }).click()
    await dialog.getByText(words.say('decide.words.missing')).waitFor()
    await dialog.getByRole('button', { name: words.say('decide.approve') }).click()
    await dialog.getByRole('heading', { name: words.say('decide.done.approved.discharge', { reference }) }).waitFor()
    await expectAccessible(dialog)
    await dialog.getByRole('button', { name: words.say('decide.close') }).click()

    await action.panel
      .getByText(words.say('event.dischargeApproved'), { exact: true })
      .waitFor({ timeout: ARRIVES_WITHIN_MS })
    // The service wrote it, for the chair: hers is the name that stands there.
    await action.panel
      .getByRole('listitem')
      .filter({ hasText: words.say('event.dischargeApproved') })
      .filter({ hasText: 'Helen Marlowe' })
      .waitFor()
    const chairs = await chair.app()
    await chairs
      .getByText(words.say('event.dischargeApproved'), { exact: true })
      .waitFor({ timeout: ARRIVES_WITHIN_MS })
    await expect
      .poll(() => chairs.getByRole('button', { name: words.say('decide.open.label', { reference }) }).count())
      .toBe(0)
  })
})
