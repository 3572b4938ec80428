import { describe, expect, test } from 'vitest'
import { onALaptop } from './living.ts'
import { ARRIVES_WITHIN_MS, expectAccessible, registerOf } from './people.ts'

describe('a day with the demonstration', () => {
  const teams = onALaptop()

  test('what a SPOC says, the chair sees within 20 seconds and without a reload', async () => {
    const chair = await teams.as('chair')
    const seen = await (await registerOf(chair)).open('Map the places')
    const spoc = await teams.as('spoc-coast')
    const action = await (await registerOf(spoc)).open('Map the places')
    await action.say('Four of the eleven places were visited on Friday.', 'Visit the other seven')
    const arrived = seen.panel.getByRole('listitem').filter({ hasText: 'Four of the eleven places' })
    await arrived.first().waitFor({ timeout: ARRIVES_WITHIN_MS })
    await arrived.getByText('Visit the other seven').waitFor()
    await expectAccessible(await spoc.app())
  })

  test('the outsider finds no team of the group, and a link to it opens nothing', async () => {
    const outsider = await teams.as('outsider')
    const places = outsider.page.getByRole('navigation', { name: 'Your teams and channels' })
    await places.getByText('Roads Policing Planning').waitFor()
    await expect.poll(() => places.getByText('CSAE SGG').count()).toBe(0)
    await outsider.go({ team: 'csae-sgg', channel: 'Governance' })
    await outsider.page.getByText("Daniel Firth can't open this").waitFor()
    await expect.poll(() => outsider.page.locator('iframe').count()).toBe(0)
    await expectAccessible(outsider.page)
  })

  test('who is in another group sees that one and no other', async () => {
    const owner = await teams.as('iao')
    const register = await registerOf(owner)
    await register.row('Conditions of use').waitFor({ state: 'detached' })
    await register.choose('all')
    await register.row('Conditions of use').waitFor()
    await expect.poll(() => register.row('Map the places').count()).toBe(0)
    const places = owner.page.getByRole('navigation', { name: 'Your teams and channels' })
    await expect.poll(() => places.getByText('CSAE SGG').count()).toBe(0)
  })

  test('an update can be given with the keyboard alone', async () => {
    const spoc = await teams.as('spoc-vale')
    const register = await registerOf(spoc)
    const { keyboard } = spoc.page
    await register.search('helpline for parents')
    await register.row('A helpline for parents').waitFor()
    const grid = register.frame.getByRole('grid')
    await tabUntil(async () => grid.evaluate((element) => element.contains(document.activeElement)))
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')
    const panel = register.frame.getByRole('complementary').last()
    await panel.getByRole('heading', { level: 2 }).waitFor()
    const box = panel.getByRole('textbox', { name: spoc.words.say('composer.label') })
    await tabUntil(async () => box.evaluate((element) => element === document.activeElement))
    await keyboard.type('Staff for three evenings have been found.')
    await keyboard.press('Control+Enter')
    await panel.getByRole('listitem').filter({ hasText: 'Staff for three evenings' }).first().waitFor()

    async function tabUntil(isThere: () => Promise<boolean>): Promise<void> {
      for (let pressed = 0; pressed < 40; pressed++) {
        if (await isThere()) return
        await keyboard.press('Tab')
      }
      throw new Error('Forty tab stops and still not there.')
    }
  })

  test('discharge is proposed with evidence, and the row says so', async () => {
    const spoc = await teams.as('spoc-marches')
    const register = await registerOf(spoc)
    await register.search('vehicles')
    const action = await register.open('Vehicles that are seen')
    await action.proposeDischarge('All five control rooms read the list each Monday.')
    await action.panel.getByText(spoc.words.reason({ code: 'dischargeProposed', values: {} })).waitFor()
    await action.panel.getByRole('button', { name: spoc.words.say('panel.close') }).click()
    await register.row('Vehicles that are seen').getByText(spoc.words.say('register.proposed')).waitFor()
  })

  test('what the coordinator does to an action stands in the store, comes to the others, and can be taken back', async () => {
    const member = await teams.as('spoc-north')
    const seen = await (await registerOf(member)).open('List of residential homes')
    const coordinator = await teams.as('coordinator')
    const register = await registerOf(coordinator)
    const { panel } = await register.open('List of residential homes')
    const choose = async (item: string): Promise<void> => {
      await panel.getByRole('button', { name: /^More to do with/ }).click()
      await register.frame.getByRole('menuitem', { name: item }).click()
    }
    await choose('Link it to something')
    await panel.getByRole('combobox', { name: 'Number of the action, or who' }).fill('The inspectorate')
    await panel.getByRole('textbox', { name: 'What they must deliver' }).fill('homes that are not registered yet')
    await coordinator.page.keyboard.press('Control+Enter')
    await panel.getByText('Waiting for The inspectorate: homes that are not registered yet.').waitFor()
    await seen.panel.getByText('Waiting for The inspectorate').waitFor({ timeout: ARRIVES_WITHIN_MS })

    await choose('Close this action')
    await panel.getByRole('radio', { name: 'Overtaken by events' }).check()
    await panel.getByRole('button', { name: 'Close it' }).click()
    await panel.getByText('Closed: overtaken by events').waitFor()
    await expectAccessible(register.frame)
    await register.frame.getByRole('button', { name: 'Undo', exact: true }).click()
    await panel.getByText('Reopened', { exact: true }).waitFor()
    await seen.panel.getByText('Reopened', { exact: true }).waitFor({ timeout: ARRIVES_WITHIN_MS })
  })

  test('a recommendation is broken into an action for each force, and says which it waits for', async () => {
    const coordinator = await teams.as('coordinator')
    const register = await registerOf(coordinator)
    const { frame } = register
    const { keyboard } = coordinator.page
    const { panel } = await register.open('Information sharing agreement')
    await panel.getByText('1 of 3 complete').waitFor()
    await panel.getByRole('heading', { level: 2 }).focus()
    await keyboard.press('b')
    const dialog = frame.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'What is to be done' }).fill('Say who signs')
    await dialog.getByRole('button', { name: 'One for each force' }).click()
    await expect.poll(() => dialog.getByRole('textbox', { name: 'What is to be done' }).count()).toBe(5)
    await expectAccessible(frame)
    await keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
    await frame.getByText('5 actions are written').waitFor()
    const row = frame.locator('[data-action*="data-agreement"]')
    await row.getByText('1 of 8 complete').waitFor()
    await expect.poll(() => row.getByRole('button', { name: /Say who signs/ }).count()).toBe(5)
    await row.getByText(/^It waits for (?:\d+\/\d+, ){5}\d+\/\d+ and \d+\/\d+\.$/).waitFor()
    await expectAccessible(frame)
  })

  test('a Welsh speaker works in Welsh', async () => {
    const spoc = await teams.as('spoc-welsh', { lang: 'cy' })
    const register = await registerOf(spoc)
    await expect.poll(() => register.frame.locator('html').getAttribute('lang')).toMatch(/^cy/)
    const action = await register.open('Ffurflenni cydsynio')
    await action.say('Anfonwyd y fersiwn derfynol at yr argraffydd.')
    await expectAccessible(register.frame)
    await expectAccessible(spoc.page)
  })

  test('on a phone the register is cards, one column, nothing sideways', async () => {
    const chair = await teams.as('chair', { device: 'phone' })
    const frame = await chair.app()
    await frame.getByText('Map the places').first().waitFor()
    await expect
      .poll(() => frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0)
    await expectAccessible(frame)
    await frame.getByText('Map the places').first().click()
    await frame.getByRole('heading', { level: 2 }).first().waitFor()
    await expectAccessible(frame)
  })

  test.each([{ theme: 'dark' }, { theme: 'contrast' }] as const)('axe finds nothing in %j', async (place) => {
    const auditor = await teams.as('auditor', { team: 'csae-sgg', channel: 'Governance', ...place })
    const register = await registerOf(auditor)
    await register.open('Regional problem profile')
    await expectAccessible(register.frame)
    await expectAccessible(auditor.page)
    await auditor.go({ tab: 'mine', ...place })
    const mine = await auditor.app()
    await mine.getByRole('heading', { level: 1 }).waitFor()
    await expectAccessible(mine)
  })

  test('My matters shows a SPOC what their force owes, in both groups', async () => {
    const spoc = await teams.as('spoc-vale', { tab: 'mine' })
    const frame = await spoc.app()
    await frame.getByText('A helpline for parents').first().waitFor()
    await frame.getByText('Tell the ROCU within a day').first().waitFor()
    await frame.getByRole('button', { name: /One list of homes/ }).waitFor()
    await expect.poll(() => frame.getByText('Vehicles that are seen').count()).toBe(0)
  })
})
