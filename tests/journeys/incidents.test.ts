/**
 * A SPOC says one word to the bot on a phone, in Welsh, and tells the region of an incident in the form that opens; the
 * coordinator, who has said how many there were in Wales since the first count with one click, sees it counted.
 */

import type { Frame } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { enterRoom } from '../../src/laptop/entering.ts'
import { onALaptop } from './living.ts'
import { ARRIVES_WITHIN_MS, dialogOf, expectAccessible, type Window } from './people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const

describe('an incident', () => {
  const teams = onALaptop()

  test('is told from a phone in Welsh and counted at a desk without a reload', async () => {
    const coordinator = await teams.as('coordinator', GOVERNANCE)
    const { words } = coordinator
    const desk = await enter(coordinator)
    const inWales = (count: number) => desk.getByText(words.say('incidents.inNation', { count, nation: 'Wales' }))
    // As the minutes would say it: one click.
    await desk.getByRole('button', { name: /^Since \w+ \d{4}$/ }).click()
    await inWales(69).waitFor()
    await desk.getByRole('button', { name: words.say('incidents.chart.table') }).click()
    await desk.getByRole('columnheader', { name: 'Wales' }).waitFor()
    await expectAccessible(desk)

    const spoc = await teams.as('spoc-welsh', { view: 'chat', device: 'phone', lang: 'cy' })
    const { say } = spoc.words
    const line = spoc.page.locator('#talk textarea').last()
    await line.fill('digwyddiad')
    await line.press('Enter')
    const card = spoc.page.locator('#talk .card').filter({ hasText: say('bot.incident.which') })
    await card.getByRole('button', { name: /Llywodraethu Strategol/ }).click()
    const phone = await dialogOf(spoc.page)
    await phone.getByRole('combobox', { name: say('incidents.form.group') }).selectOption({ index: 1 })
    await phone.getByRole('radio', { name: say('incidents.category.home') }).check()
    await phone.getByRole('button', { name: say('incidents.form.more') }).click()
    const note = phone.getByRole('textbox', { name: say('incidents.form.note') })
    await note.fill('Ffoniwch 07700 900123')
    await phone.getByText(say('refusal.personalData', { kind: 'telephone' })).waitFor()
    await expectAccessible(phone)
    await phone.getByRole('button', { name: say('incidents.form.send') }).click()
    // Nothing has left the phone.
    await expect.poll(() => phone.getByRole('heading', { name: say('incidents.form.done.title') }).count()).toBe(0)
    await note.fill('Ffrydiwyd yn fyw')
    await phone.getByRole('button', { name: say('incidents.form.send') }).click()
    await phone.getByRole('heading', { name: say('incidents.form.done.title') }).waitFor()

    await inWales(70).waitFor({ timeout: ARRIVES_WITHIN_MS + 10_000 })
    await desk.getByRole('tab', { name: words.say('incidents.section.list') }).click()
    await desk.locator('[data-incident]').filter({ hasText: 'Taff Vale' }).first().click()
    await desk.getByText('Ffrydiwyd yn fyw').waitFor()
    await desk.getByText(words.say('incidents.event.reported', { name: 'Siân Bevan' })).waitFor()
    await expectAccessible(desk)

    const takeOut = words.say('incidents.takeOut')
    await desk.getByRole('button', { name: takeOut, exact: true }).click()
    const form = desk.getByRole('complementary', { name: words.say('incidents.takeOut.title') })
    await form.getByRole('button', { name: words.say('incidents.takeOut.do') }).click()
    await form.getByText(words.say('report.onRecord.missing')).waitFor()
    await form.getByRole('textbox', { name: words.say('report.onRecord.to') }).fill('The regional board')
    await form.getByRole('button', { name: words.say('incidents.takeOut.do') }).click()
    await form.getByText(words.say('incidents.takeOut.ready')).waitFor()
    await expectAccessible(desk)
    await form.getByRole('button', { name: takeOut, exact: true }).click()
    const excel = `${words.say('report.excel')}, ${words.say('report.inEnglish')}`
    const coming = coordinator.page.waitForEvent('download')
    await desk.getByRole('menuitem', { name: excel }).click()
    expect((await coming).suggestedFilename()).toMatch(/-incidents-.*\.xlsx$/)
  }, 240_000)
})

/** The room of incidents, wherever the way to it stands. */
async function enter({ app, words }: Window): Promise<Frame> {
  const frame = await app()
  await enterRoom(frame, words, 'incidents')
  await frame.getByRole('button', { name: words.say('incidents.tell') }).waitFor()
  return frame
}
