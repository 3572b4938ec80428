/**
 * The coordinator asks five organisations the same. Each is answered for by one person with a phone, one of them a guest
 * who has just taken up a post; each answers in a way of their own, and the coordinator's matrix, which stays open all
 * the while, has it by itself. Who hasn't answered is chased, once a day.
 */

import type { Frame, Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onALaptop } from './living.ts'
import {
  ARRIVES_WITHIN_MS,
  chatOf,
  dialogOf,
  expectAccessible,
  goToAWorkingDay,
  PROMPTED_WITHIN_MS,
  type Chat,
  type Window,
} from './people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const
const CHAT = { view: 'chat', device: 'phone' } as const
const TITLE = 'Who photographs a child’s belongings in custody'
const WORDS = 'Say which of your custody suites do, and what keeps the others from it.'
const ROCU = 'West Midland Shires Regional Organised Crime Unit'

describe('a request', () => {
  const teams = onALaptop()

  test('is answered from five phones, one a guest’s, each in its own way; the coordinator sees each, and chases the last', async () => {
    const coordinator = await teams.as('coordinator', { view: 'chat' })
    const { words } = coordinator
    // On such a day it is past everybody's hour, whenever this runs.
    await goToAWorkingDay(coordinator.page)
    await coordinator.go(GOVERNANCE)
    await appointGuest(coordinator)
    const frame = await ask(coordinator)
    const cell = (organisation: string, state: string): Locator =>
      frame.getByRole('gridcell', { name: `${organisation}, ${TITLE}: ${state}`, exact: true })
    await cell('North Mercia Police', words.say('requests.state.notStarted')).waitFor()
    await expectAccessible(frame)
    /** What the matrix didn't show in time, without a reload; each counts from its own answer. */
    const missed: Promise<string | null>[] = []
    const arrives = (organisation: string, state: string): void => {
      const shown = cell(organisation, state).waitFor({ timeout: ARRIVES_WITHIN_MS })
      const missedBy = (): string => `${organisation}: ${state}`
      missed.push(shown.then(() => null, missedBy))
    }

    // In My matters: the guest, who holds a post since today.
    const guest = await teams.as('guest', { tab: 'mine', device: 'phone' })
    const mine = await guest.app()
    await mine.getByRole('button', { name: TITLE }).click()
    const form = await dialogOf(guest.page)
    await form.getByRole('heading', { level: 1, name: ROCU }).waitFor()
    await expectAccessible(form)
    await form
      .getByRole('textbox', { name: words.say('requests.answer.words') })
      .fill('Two suites do; the rest lack a camera.')
    await form.getByRole('button', { name: words.say('requests.answer.send') }).click()
    await form.getByRole('heading', { name: words.say('requests.settled.answered') }).waitFor()
    arrives(ROCU, words.say('requests.state.responded'))

    // The others are prompted.
    const [north, vale, marches, welsh] = await Promise.all([
      teams.as('spoc-north', CHAT).then(promptedOn),
      teams.as('spoc-vale', CHAT).then(promptedOn),
      teams.as('spoc-marches', CHAT).then(promptedOn),
      teams.as('spoc-welsh', { ...CHAT, lang: 'cy' }).then(promptedOn),
    ])

    // In words, on the card.
    await open(north)
    await north.card.getByText(WORDS).waitFor()
    await north.card
      .getByRole('textbox', { name: words.say('requests.answer.words') })
      .fill('All three do, since the spring.')
    await expectAccessible(north.window.page)
    await press(north, words.say('requests.answer.send'))
    await north.card.getByText(words.say('requests.settled.answered')).first().waitFor()
    arrives('North Mercia Police', words.say('requests.state.responded'))

    // With one press, on the card.
    await open(vale)
    await press(vale, words.say('bot.nil'))
    await vale.card.getByText(words.say('requests.settled.answered')).first().waitFor()
    arrives('Severn Vale Constabulary', words.say('requests.state.nil'))

    // With a file, in the dialog that the card opens.
    await open(marches)
    await press(marches, words.say('bot.withFiles'))
    const dialog = await marches.dialog()
    await dialog.getByRole('textbox', { name: words.say('requests.answer.words') }).fill('As the log shows.')
    await dialog
      .getByRole('checkbox', { name: words.say('requests.files.sure', { marking: 'OFFICIAL-SENSITIVE' }) })
      .check()
    const log = { name: 'suites.txt', mimeType: 'text/plain', buffer: Buffer.from('Castle Street, Foregate') }
    await dialog.locator('input[type=file]').setInputFiles(log)
    await dialog.getByRole('button', { name: words.say('requests.files.remove', { name: 'suites.txt' }) }).waitFor()
    await expectAccessible(dialog)
    await dialog.getByRole('button', { name: words.say('requests.answer.send') }).click()
    await dialog.getByRole('heading', { name: words.say('requests.settled.answered') }).waitFor()
    await dialog.getByRole('button', { name: words.say('decide.close') }).click()
    await marches.card.getByText(words.say('requests.settled.answered')).first().waitFor()
    arrives('Marches Police', words.say('requests.state.responded'))

    expect(await Promise.all(missed)).toEqual([null, null, null, null])

    // Nobody else is chased but who hasn't answered, and nobody twice a day.
    const request = frame.getByRole('complementary', { name: TITLE })
    await request.getByRole('heading', { name: words.say('requests.answered', { count: 4, all: 5 }) }).waitFor()
    const chase = request.getByRole('button', { name: words.say('requests.chase', { count: 1 }) })
    const said = (told: string): Promise<void> => frame.getByRole('status').filter({ hasText: told }).waitFor()
    await chase.click()
    await said(words.say('requests.chased', { count: 1, names: 'Siân Bevan' }))
    await chase.click()
    await said(words.say('requests.chased.already'))
    const { say } = welsh.window.words
    await welsh.item(TITLE, say('bot.kind.responseChased')).waitFor({ timeout: PROMPTED_WITHIN_MS })
    await expectAccessible(welsh.window.page)

    // It isn't theirs.
    await open(welsh)
    await press(welsh, say('bot.choose.notOurs'))
    await welsh.card.getByRole('textbox', { name: say('bot.form.whose') }).fill('Yr heddlu trafnidiaeth sy’n gwybod.')
    await press(welsh, say('bot.notOurs'))
    await welsh.card.getByText(say('bot.settled.notOurs')).first().waitFor()
    const taff = 'Heddlu Dyffryn Taf / Taff Vale Police'
    // As when the coordinator comes back to it: it looks at once.
    await frame.evaluate(() => void window.dispatchEvent(new Event('online')))
    await cell(taff, words.say('requests.state.notOurs')).waitFor({ timeout: ARRIVES_WITHIN_MS })
    // It waits for the coordinator now: there is nobody to chase.
    await chase.waitFor({ state: 'detached' })

    // What each said stands behind their cell.
    const panelOf = async (organisation: string, state: string): Promise<Locator> => {
      await cell(organisation, state).click()
      return frame.getByRole('complementary', { name: organisation })
    }
    const ours = await panelOf('North Mercia Police', words.say('requests.state.responded'))
    await ours.getByText('All three do, since the spring.').first().waitFor()
    const guests = await panelOf(ROCU, words.say('requests.state.responded'))
    await guests.getByText(words.say('requests.log.answered', { name: 'Tom Ashworth' })).waitFor()
    const filed = await panelOf('Marches Police', words.say('requests.state.responded'))
    await filed.getByRole('link', { name: 'suites.txt' }).waitFor()
    const disowned = await panelOf(taff, words.say('requests.state.notOurs'))
    await disowned.getByText(words.say('requests.log.chased', { name: 'Priya Raman', people: 'Siân Bevan' })).waitFor()
    await disowned.getByText('Yr heddlu trafnidiaeth sy’n gwybod.').waitFor()
    await expect.poll(() => disowned.getByRole('button', { name: words.say('requests.do.askAgain') }).count()).toBe(1)
    await expectAccessible(frame)
  }, 360_000)
})

/** To the post that nobody holds. */
async function appointGuest({ app, words }: Window): Promise<void> {
  const frame = await app()
  await frame.getByRole('button', { name: words.say('shell.room.people'), exact: true }).click()
  await frame.getByRole('button', { name: /^CSE SPOC, ROCU/ }).click()
  const panel = frame.getByRole('complementary', { name: words.say('people.panel') })
  await panel.getByRole('button', { name: words.say('people.appoint') }).click()
  const who = panel.getByRole('combobox', { name: words.say('people.person') })
  await who.fill('tom')
  await who.press('ArrowDown')
  await frame.getByRole('option', { name: /Tom Ashworth.*guest/ }).click()
  await panel.getByRole('button', { name: words.say('people.save'), exact: true }).click()
  await panel.getByText(words.say('people.saved')).waitFor()
}

/** Of four forces, and of the ROCU instead of the fifth. */
async function ask({ app, words }: Window): Promise<Frame> {
  const frame = await app()
  await frame.getByRole('button', { name: words.say('shell.room.requests'), exact: true }).click()
  await frame.getByRole('button', { name: words.say('requests.make'), exact: true }).click()
  const form = frame.getByRole('complementary', { name: words.say('requests.make') })
  await form.getByRole('textbox', { name: words.say('requests.make.title') }).fill(TITLE)
  await form.getByRole('textbox', { name: words.say('requests.make.words') }).fill(WORDS)
  await form.getByRole('checkbox', { name: 'Severnside Police', exact: true }).uncheck()
  await form.getByRole('checkbox', { name: ROCU, exact: true }).check()
  await form.getByRole('textbox', { name: words.say('requests.make.due') }).fill('in 3 weeks')
  await expectAccessible(frame)
  await form.getByRole('button', { name: words.say('requests.make.send', { count: 5 }) }).click()
  await frame.getByRole('complementary', { name: TITLE }).waitFor()
  return frame
}

interface Prompted extends Chat {
  readonly window: Window
}

/** Once what is asked stands in their chat. */
async function promptedOn(window: Window): Promise<Prompted> {
  await window.page.locator('#talk .card').getByText(TITLE).first().waitFor({ timeout: PROMPTED_WITHIN_MS })
  return { ...(await chatOf(window)), window }
}

/** Its own card, from the message of the day. */
async function open({ item, window }: Prompted): Promise<void> {
  await item(TITLE)
    .getByRole('button', { name: window.words.say('bot.answer'), exact: true })
    .click()
}

async function press({ card }: Prompted, name: string): Promise<void> {
  await card.getByRole('button', { name, exact: true }).click()
}
