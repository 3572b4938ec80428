/**
 * A SPOC is prompted and answers, the chair decides in a dialog on a phone, and everybody's register and card shows it
 * by itself.
 */

import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { onALaptop } from './living.ts'
import { ARRIVES_WITHIN_MS, chatOf, dialogOf, expectAccessible, registerOf, type Window } from './people.ts'
import { referenceOf } from './told.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const

describe('a decision', () => {
  const teams = onALaptop()

  /** Opens the action on whatever device it is, and from it the dialog. */
  async function beginDeciding(window: Window, sub: string): Promise<Frame> {
    const frame = await window.app()
    await frame.getByRole('button', { name: window.words.say('decide.open.label', { reference: sub }) }).click()
    return dialogOf(window.page)
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

  test('of an outside body is recorded by the coordinator, with whose it is, its day and what shows it', async () => {
    const spoc = await teams.as('spoc-north', GOVERNANCE)
    const register = await registerOf(spoc)
    const named = /Information sharing agreement between/
    const row = register.row(named)
    const reference = ((await row.textContent()) ?? '').match(/\d+\/\d+/)?.[0] ?? ''
    const action = await register.open(named)
    await action.proposeDischarge('The inspectors were here.')

    const recorder = await teams.as('coordinator', { ...GOVERNANCE, tab: 'csae-sgg', sub: reference, device: 'phone' })
    const { words } = recorder
    const open = words.say('decide.outside.open.label', { reference })
    await (await recorder.app()).getByRole('button', { name: open }).click()
    const dialog = await dialogOf(recorder.page)
    const approved = dialog.getByRole('button', { name: words.say('decide.outside.approved') })
    await approved.click()
    for (const name of ['body', 'day', 'evidence'] as const) {
      await dialog.getByText(words.say(`decide.outside.${name}.missing`)).waitFor()
    }
    await expectAccessible(dialog)
    const field = (name: 'body' | 'day' | 'evidence') =>
      dialog.getByRole('textbox', { name: words.say(`decide.outside.${name}`) })
    await field('body').fill('Inspectorate of Constabulary')
    await field('evidence').fill('Its letter 114.')
    await field('day').fill('1 1 2099')
    await approved.click()
    await dialog.getByText(words.say('decide.outside.day.future')).waitFor()
    await field('day').fill('2 3 2026')
    await approved.click()
    const done = words.say('decide.outside.done.approved.discharge', { reference })
    await dialog.getByRole('heading', { name: done }).waitFor()
    await expectAccessible(dialog)
    await dialog.getByRole('button', { name: words.say('decide.close') }).click()

    await action.panel
      .getByRole('listitem')
      .filter({ hasText: words.say('event.dischargeApproved') })
      .filter({ hasText: 'Priya Raman' })
      .filter({ hasText: 'Inspectorate of Constabulary, 2026-03-02: Its letter 114.' })
      .waitFor({ timeout: ARRIVES_WITHIN_MS })
  })

  test('follows the prompt: asked for on one phone’s card, made on another phone, and told on every card', async () => {
    const spoc = await teams.as('spoc-north', { view: 'chat', device: 'phone' })
    const { words } = spoc
    const spocs = await chatOf(spoc)
    const prompt = spocs.item('Return a child’s telephone')
    const reference = ((await prompt.textContent()) ?? '').match(/\d+\/\d+/)?.[0] ?? ''
    const named = new RegExp(`(?<!\\d)${reference}`)
    await prompt.getByRole('button', { name: words.say('bot.answer') }).click()
    const { card } = spocs
    await card.getByRole('button', { name: words.say('bot.choose.discharge') }).click()
    await card.getByRole('textbox', { name: words.say('bot.form.evidence') }).fill('A third kiosk is in use.')
    await expectAccessible(spoc.page)
    await card.getByRole('button', { name: words.say('bot.proposeDischarge') }).click()
    await card.getByText(words.say('bot.settled.proposeDischarge')).first().waitFor()

    // At their desk the chair has the same dialog open, and doesn't press in it yet.
    const desk = await teams.as('chair', { ...GOVERNANCE, tab: 'csae-sgg', sub: reference })
    const late = await beginDeciding(desk, reference)
    await late.getByText('A third kiosk is in use.').first().waitFor()

    const chair = await teams.as('chair', { view: 'chat', device: 'phone' })
    const chairs = await chatOf(chair)
    const decide = words.say('bot.decide')
    await chairs.item(named).getByRole('button', { name: decide }).click()
    await (await chairs.dialog()).getByRole('button', { name: words.say('decide.later') }).click()
    await chairs.dialogGone()
    await chairs.item(named).getByRole('button', { name: decide }).click()
    const dialog = await chairs.dialog()
    await dialog.getByText('A third kiosk is in use.').first().waitFor()
    await dialog.getByRole('button', { name: words.say('decide.approve') }).click()
    await dialog.getByRole('heading', { name: words.say('decide.done.approved.discharge', { reference }) }).waitFor()
    await dialog.getByRole('button', { name: words.say('decide.close') }).click()

    await chairs.item(named, words.say('bot.settled.discharged')).waitFor()
    await expect.poll(() => chairs.item(named).getByRole('button', { name: decide }).count()).toBe(0)
    await spocs.item(named, words.say('bot.told.discharged')).waitFor()
    await expect
      .poll(() =>
        spocs
          .item(named)
          .getByRole('button', { name: words.say('bot.answer') })
          .count(),
      )
      .toBe(0)

    await late.getByRole('button', { name: words.say('decide.approve') }).click()
    await late.getByRole('heading', { name: words.say('decide.before.title', { reference }) }).waitFor()
    await late.getByText('Helen Marlowe').first().waitFor()

    await spoc.go({ ...GOVERNANCE, tab: 'csae-sgg', sub: reference, device: 'phone' })
    const action = await spoc.app()
    await action.getByText(words.say('event.dischargeApproved'), { exact: true }).waitFor()
  })

  test('is no chat’s to carry above the threshold: the answer is given in the dialog, and then the card says so', async () => {
    const spoc = await teams.as('spoc-vale', { view: 'chat', device: 'phone' })
    const { words } = spoc
    const chat = await chatOf(spoc)
    const reference = referenceOf('ocag-access', 'Tell the ROCU within a day')
    const named = new RegExp(`^${reference}(?!\\d)`)
    const item = chat.item(named)
    await item.waitFor()
    await expect.poll(() => item.getByRole('button').count()).toBe(1)
    await item.getByRole('button', { name: words.say('bot.answer') }).click()
    const dialog = await chat.dialog()
    await dialog.getByText('Tell the ROCU within a day').first().waitFor()
    await expectAccessible(dialog)
    await dialog.getByRole('button', { name: words.say('answer.nil') }).click()
    await dialog.getByText(words.say('answer.kept')).waitFor()
    await dialog.getByRole('button', { name: words.say('decide.close') }).click()
    await chat.item(named, words.say('bot.settled.update')).waitFor()
    await expect.poll(() => spoc.page.getByText('Tell the ROCU within a day').count()).toBe(0)
  })

  test('where a work stream stands is said in the dialog of its card, with what is in its way, and then the card says so', async () => {
    const spoc = await teams.as('spoc-vale', { view: 'chat', device: 'phone' })
    const { words } = spoc
    const chat = await chatOf(spoc)
    await chat
      .item('One list of homes')
      .getByRole('button', { name: words.say('bot.answer') })
      .click()
    const dialog = await chat.dialog()
    await dialog.getByRole('textbox', { name: words.say('workstreams.status') }).fill('All five send theirs.')
    await dialog.getByRole('button', { name: words.say('workstreams.barrier.raise') }).click()
    await expectAccessible(dialog)
    await dialog.getByRole('textbox', { name: words.say('workstreams.barrier.words') }).fill('One sends a picture.')
    await dialog.getByRole('button', { name: words.say('workstreams.save') }).click()
    await dialog.getByText(words.say('workstreams.barriers.open', { count: 1 })).waitFor()
    await dialog.getByRole('button', { name: words.say('workstreams.ask.save') }).click()
    await dialog.getByText(words.say('workstreams.ask.done.note')).waitFor()
    await dialog.getByRole('button', { name: words.say('decide.close') }).click()
    await chat.item('One list of homes', words.say('bot.stands.said')).waitFor()
  })
})
