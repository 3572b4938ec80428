/** The pages of the shell before the laptop's Teams, whole: what each says, in each theme and language, and to axe. */

import { describe, expect, test } from 'vitest'
import type { Frame } from 'playwright-core'
import { onALaptop } from '../journeys/living.ts'
import { expectAccessible, registerOf, type Place, type Window } from '../journeys/people.ts'

const TRACKER = [
  'No\tDetails\tUpdate\tOwner',
  '1/23\tForces to say who answers at night\t7/2/2023: All five do. ACTION: Discharged\tNMP',
  '2/23\tA speaker for the group\tMarches\t',
  '3/23\tA list of places\tNobody has said when\tROCU',
].join('\n')

/** Two rows that need a look, and that no other test brings in. */
const TO_MEND = [
  'No\tDetails\tUpdate\tOwner',
  '1/22\tLeaflets in the languages of the ports\tMarches\t',
  '2/22\tRadio equipment for the night patrol\tStill being tried out\tROCU',
].join('\n')

const LOOKS: readonly Place[] = [
  {},
  { theme: 'contrast', lang: 'cy' },
  { device: 'phone' },
  { device: 'phone', lang: 'cy', theme: 'dark' },
]

/** What the host calls its button, in both languages. */
const ADD = /^(Add Matters Arising|Ychwanegu Materion yn Codi)/

describe('the pages of the tab', () => {
  const teams = onALaptop()

  const channel = { team: 'csae-sgg', channel: 'Governance' } as const

  /** Opens the review of a pasted tracker. */
  async function review({ page, app, words }: Window, tracker = TRACKER): Promise<Frame> {
    const frame = await app()
    await frame.getByRole('button', { name: words.say('register.import') }).click()
    await frame.getByRole('textbox', { name: words.say('importing.paste') }).waitFor()
    await page.evaluate((text) => navigator.clipboard.writeText(text), tracker)
    await frame.getByRole('textbox', { name: words.say('importing.paste') }).click()
    await page.keyboard.press('Control+V')
    await frame
      .getByRole('heading', { name: words.say('importing.review.title') })
      .or(frame.getByRole('heading', { name: words.say('importing.review.edition') }))
      .waitFor()
    return frame
  }

  /** Nothing is cut off or scrolls sideways, and the footer stands at the foot of the frame. */
  const fits = async (frame: Frame): Promise<unknown> =>
    frame.evaluate(() => {
      const main = document.querySelector('main:not([hidden])')
      const foot = document.querySelector('footer')?.getBoundingClientRect()
      return {
        sideways: Math.max(0, (main?.scrollWidth ?? 0) - (main?.clientWidth ?? 0)),
        left: main?.getBoundingClientRect().left,
        foot: Math.round(window.innerHeight - (foot?.bottom ?? 0)),
      }
    })
  const FITTING = { sideways: 0, left: 0, foot: 0 }

  test.each(LOOKS)('My matters and the accessibility statement are readable by everybody: %j', async (look) => {
    const spoc = await teams.as('spoc-vale', { tab: 'mine', ...look })
    const frame = await spoc.app()
    await frame.getByRole('heading', { level: 2 }).first().waitFor()
    await expectAccessible(frame)
    await expect.poll(() => fits(frame)).toEqual(FITTING)
    await frame.getByRole('button', { name: spoc.words.say('shell.accessibility') }).click()
    await frame.getByRole('heading', { name: spoc.words.say('accessibility.title') }).waitFor()
    await expectAccessible(frame)
    await frame.getByRole('button', { name: spoc.words.say('shell.back') }).click()
    await frame.getByRole('heading', { name: spoc.words.say('mine.title') }).waitFor()
  })

  test.each(LOOKS)('the import’s two pages are usable by everybody: %j', async (look) => {
    const coordinator = await teams.as('coordinator', { ...channel, ...look })
    const { words } = coordinator
    const frame = await coordinator.app()
    await frame.getByRole('button', { name: words.say('register.import') }).click()
    await frame.getByRole('textbox', { name: words.say('importing.paste') }).waitFor()
    await expectAccessible(frame)
    await frame.getByRole('button', { name: words.say('importing.back') }).click()
    await review(coordinator)
    await expectAccessible(frame)
    await expect.poll(() => fits(frame)).toEqual(FITTING)
  })

  test.each(LOOKS)('the configuration page is usable by everybody: %j', async (look) => {
    const coordinator = await teams.as('coordinator', {
      team: 'missing-children',
      channel: 'Working group',
      ...look,
    })
    const { page, words } = coordinator
    await page.getByRole('button', { name: ADD }).first().click()
    const element = await page.getByRole('dialog').locator('iframe').elementHandle()
    const frame = await element?.contentFrame()
    if (!frame) throw new Error('The dialog shows no page.')
    await expect.poll(() => frame.getByRole('textbox', { name: words.say('configure.name') }).inputValue()).not.toBe('')
    await frame.getByRole('combobox', { name: words.say('configure.organisations.region') }).click()
    await frame.getByRole('option', { name: 'North East' }).click()
    await frame
      .getByRole('button', { name: words.say('configure.organisation.change', { name: 'Durham Constabulary' }) })
      .click()
    await expectAccessible(frame)
    await expect.poll(() => fits(frame)).toEqual(FITTING)
  })

  test('who doesn’t own the team is told whom to ask, and can’t save', async () => {
    const spoc = await teams.as('spoc-north', { team: 'missing-children', channel: 'Working group' })
    const { page, words } = spoc
    await page.getByRole('button', { name: ADD }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog
      .frameLocator('iframe')
      .getByRole('heading', { name: words.say('configure.notOwner.title') })
      .waitFor()
    await expect.poll(() => dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
  })

  test('a proposed mend is taken by one key, and the last answer taken back', async () => {
    const coordinator = await teams.as('coordinator', channel)
    const { page, words } = coordinator
    const frame = await review(coordinator, TO_MEND)
    const look = (count: number) => frame.getByText(words.say('importing.strip.needLook', { count })).waitFor()
    await look(2)
    await page.keyboard.press('t')
    await look(1)
    await page.keyboard.press('t')
    await look(0)
    await frame.getByRole('button', { name: words.say('importing.undo') }).click()
    await look(1)
  })

  test('what is no table is refused in a sentence, and another can be given', async () => {
    const coordinator = await teams.as('coordinator', channel)
    const { words } = coordinator
    const frame = await coordinator.app()
    await frame.getByRole('button', { name: words.say('register.import') }).click()
    await frame.getByRole('textbox', { name: words.say('importing.paste') }).fill('No table at all.')
    await frame.getByRole('button', { name: words.say('importing.read') }).click()
    await frame.getByText(words.say('documents.unreadable.noTable', { name: words.say('documents.pasted') })).waitFor()
    await frame.getByRole('button', { name: words.say('importing.other') }).click()
    await frame.getByRole('textbox', { name: words.say('importing.paste') }).waitFor()
  })

  test('an import comes in once, its discharge confirmed; the same one again is there already', async () => {
    const coordinator = await teams.as('coordinator', channel)
    const { words } = coordinator
    const frame = await review(coordinator)
    await frame.getByRole('button', { name: words.say('importing.bring', { count: 3 }) }).click()
    await frame.getByText(words.say('importing.confirmed', { count: 1, extensions: 0 })).waitFor()
    await frame.getByRole('button', { name: words.say('importing.open') }).click()
    const register = await registerOf(coordinator)
    await register.search('who answers at night')
    const { panel } = await register.open('1/23')
    await panel.getByText('Brought in from what was pasted').waitFor()
    await review(coordinator)
    // The third has an update that nobody dated: it isn't here, and is asked about again.
    await frame.getByText(words.say('importing.nothingNew', { count: 2 })).waitFor()
    await frame.getByRole('button', { name: words.say('importing.bringNothing') }).waitFor()
  })

  test('a matter opens in its channel, at its action', async () => {
    const spoc = await teams.as('spoc-vale', { tab: 'mine' })
    const frame = await spoc.app()
    await frame.getByRole('button', { name: /A helpline for parents/ }).click()
    // Until then it is this page that stands in the frame.
    await spoc.page.waitForURL(({ searchParams }) => searchParams.has('channel'))
    const register = await registerOf(spoc)
    await register.frame
      .getByRole('complementary')
      .last()
      .getByRole('heading', { name: /A helpline for parents/ })
      .or(register.frame.getByRole('complementary').last().getByText('A helpline for parents').first())
      .first()
      .waitFor()
  })

  test('the language chosen here is kept for this person, whatever Teams is set to', async () => {
    const chair = await teams.as('chair', channel)
    const frame = await chair.app()
    await frame.getByRole('button', { name: 'Cymraeg' }).click()
    await frame.getByRole('button', { name: 'Hygyrchedd' }).waitFor()
    await expect.poll(() => frame.locator('html').getAttribute('lang')).toBe('cy-GB')
    await chair.page.reload()
    await (await chair.app()).getByRole('button', { name: 'Hygyrchedd' }).waitFor()
  })

  test('nothing of a person is kept on the device but the language', async () => {
    const spoc = await teams.as('spoc-coast', { tab: 'mine' })
    const frame = await spoc.app()
    await frame.getByRole('heading', { level: 1 }).waitFor()
    const kept = await frame.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]),
    )
    expect(kept).not.toMatch(/eyJ|secret|Mensah/i)
  })
})
