/** The People room before the laptop's Teams: what its table says, what may be changed there, by keyboard and to axe. */

import { describe, expect, test } from 'vitest'
import type { Frame, Locator } from 'playwright-core'
import { onALaptop } from '../journeys/living.ts'
import { expectAccessible, type Window } from '../journeys/people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const

describe('who holds which post', () => {
  const teams = onALaptop()

  async function peopleOf({ app, words }: Window): Promise<Frame> {
    const frame = await app()
    await frame.getByRole('button', { name: words.say('shell.room.people') }).click()
    await frame.getByRole('heading', { name: words.say('people.title'), exact: true }).waitFor()
    await frame.getByRole('button', { name: /^CSE SPOC, ROCU/ }).waitFor()
    return frame
  }
  const focused = (frame: Frame): Promise<string> =>
    frame.evaluate(() => (document.activeElement as HTMLElement | null)?.innerText.replaceAll(/\s+/g, ' ') ?? '')
  const pick = async (field: Locator, typed: string, option: RegExp): Promise<void> => {
    await field.fill(typed)
    await field.page().keyboard.press('ArrowDown')
    const frame = field.page().frames().at(-1)
    await frame?.getByRole('option', { name: option }).click()
  }

  test('the coordinator goes through the table by keyboard, raises an action for its gap, and fills it with a guest', async () => {
    const coordinator = await teams.as('coordinator', GOVERNANCE)
    const { page, words } = coordinator
    const frame = await peopleOf(coordinator)
    await expectAccessible(frame)
    // Found in the directory, where their account is closed.
    await frame.getByRole('button', { name: 'Neil Baker, deputy of CSE SPOC, Marches' }).waitFor()

    await frame.getByRole('button', { name: /^CSE SPOC, Marches/ }).focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focused(frame)).toMatch(/^CSE SPOC, North Mercia: Aisha Khan/)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => focused(frame)).toMatch(/^Chair: Helen Marlowe/)
    await page.keyboard.press('g')
    await expect.poll(() => focused(frame)).toMatch(/^CSE SPOC, ROCU: Vacant since .* Priya Raman stands in$/)

    const cell = frame.getByRole('gridcell').filter({ hasText: 'CSE SPOC, ROCU' })
    await cell.getByRole('button', { name: words.say('people.raise') }).click()
    const raised = cell.getByRole('button', { name: /^Open \d+\/\d\d$/ })
    await raised.waitFor()

    await frame.getByRole('button', { name: /^CSE SPOC, ROCU/ }).press('Enter')
    const panel = frame.getByRole('complementary', { name: words.say('people.panel') })
    await panel.getByRole('button', { name: words.say('people.appoint') }).click()
    await pick(panel.getByRole('combobox', { name: words.say('people.person') }), 'tom', /Tom Ashworth.*guest/)
    await expectAccessible(frame)
    await panel.getByRole('button', { name: words.say('people.save'), exact: true }).click()
    await panel.getByText(words.say('people.saved')).waitFor()
    await panel.getByText('Tom Ashworth').first().waitFor()
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await expect.poll(() => focused(frame)).toBe('CSE SPOC, ROCU: Tom Ashworth Deputy: Priya Raman')
  })

  test('a post is handed over from a day to come and taken back, what can’t be is refused beside its field; another is added', async () => {
    const coordinator = await teams.as('coordinator', GOVERNANCE)
    const { words } = coordinator
    const frame = await peopleOf(coordinator)
    await frame.getByRole('button', { name: /^CSE SPOC, Severn Vale/ }).click()
    const panel = frame.getByRole('complementary', { name: words.say('people.panel') })
    await panel.getByRole('button', { name: words.say('people.handOver') }).click()
    const save = panel.getByRole('button', { name: words.say('people.save'), exact: true })
    await save.click()
    await panel.getByText(words.say('people.noPerson')).waitFor()
    const who = panel.getByRole('combobox', { name: words.say('people.newHolder') })
    await pick(who, 'martin', /Martin Cole/)
    await save.click()
    await panel.getByText(words.say('refusal.samePerson', { name: 'Martin Cole' })).waitFor()
    await pick(who, 'kofi', /Kofi Mensah/)
    await save.click()
    await panel.getByText(words.say('people.saved')).waitFor()
    await frame
      .getByRole('button', { name: /^CSE SPOC, Severn Vale: Martin Cole until .* Kofi Mensah from / })
      .waitFor()

    await panel.getByRole('button', { name: words.say('people.takeBack') }).click()
    await panel.getByRole('button', { name: words.say('people.takeBack') }).click()
    await panel.getByText(words.say('people.saved')).waitFor()
    await frame.getByRole('button', { name: /^CSE SPOC, Severn Vale: Martin Cole until \d+ \p{L}+$/u }).waitFor()

    await frame.getByRole('button', { name: words.say('people.add') }).click()
    await frame.getByRole('combobox', { name: words.say('people.organisation') }).selectOption('marches')
    await frame.getByRole('combobox', { name: words.say('people.add.role') }).selectOption('analyst')
    const add = frame.getByRole('button', { name: words.say('people.add.save') })
    await add.click()
    await frame.getByText(words.say('people.noTitle')).waitFor()
    await frame.getByRole('textbox', { name: words.say('people.add.name') }).fill('Analyst of returns')
    await add.click()
    await frame.getByRole('heading', { name: 'Analyst of returns' }).waitFor()
    await frame.getByRole('button', { name: /^Analyst of returns: Vacant since/ }).waitFor()
    await expectAccessible(frame)

    await frame.getByRole('button', { name: words.say('people.organisations'), exact: true }).click()
    const beside = frame.getByRole('complementary', { name: words.say('people.organisations.title') })
    await beside.getByRole('button', { name: words.say('people.organisations.add') }).click()
    const keep = beside.getByRole('button', { name: words.say('people.organisations.save') })
    await keep.click()
    await beside.getByText(words.say('people.organisations.noName')).waitFor()
    const name = beside.getByRole('textbox', { name: words.say('configure.organisation.name'), exact: true })
    await name.fill('Marches Police')
    await keep.click()
    await beside
      .getByText(words.say('refusal.organisationTaken', { word: 'Marches Police', name: 'Marches Police' }))
      .waitFor()
    await name.fill('Severnside Safeguarding Partnership')
    await beside.getByRole('textbox', { name: words.say('configure.organisation.shortName') }).fill('Safeguarding')
    // A partner needs no SPOC, and so is no gap in the table.
    await beside.getByRole('combobox', { name: words.say('configure.organisation.kind') }).selectOption('partner')
    await expectAccessible(frame)
    await keep.click()
    await beside.getByText('Severnside Safeguarding Partnership').waitFor()
    await frame.getByRole('rowheader', { name: 'Safeguarding' }).waitFor()
    // What was refused is told by a status, of which Chromium itself complains.
    await teams.settle(/409/)
  })

  test('who may change nothing sees who holds what, on a phone in Welsh too', async () => {
    const spoc = await teams.as('spoc-welsh', { ...GOVERNANCE, device: 'phone', lang: 'cy', theme: 'contrast' })
    const { words } = spoc
    const frame = await peopleOf(spoc)
    await expectAccessible(frame)
    await frame.getByRole('button', { name: /SPOC CRhP, Dyffryn Taf/ }).click()
    const panel = frame.getByRole('complementary', { name: words.say('people.panel') })
    await panel.getByText(words.say('people.timeline')).waitFor()
    await expect.poll(() => panel.getByRole('button', { name: words.say('people.handOver') }).count()).toBe(0)
    await expect.poll(() => frame.getByRole('button', { name: words.say('people.add') }).count()).toBe(0)
    await expectAccessible(frame)
    await expect
      .poll(() => frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth))
      .toBe(0)
  })
})
