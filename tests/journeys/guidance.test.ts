/**
 * The coordinator drafts guidance and submits it, the chair agrees it on a phone, a SPOC reads and acknowledges it on
 * another in Welsh; and the coordinator sees who has yet to.
 */

import type { Frame, Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { enterRoom } from '../../src/laptop/entering.ts'
import { onALaptop } from './living.ts'
import { chatOf, expectAccessible, goToAWorkingDay, PROMPTED_WITHIN_MS, type Window } from './people.ts'

const GOVERNANCE = { team: 'csae-sgg', channel: 'Governance' } as const
const CHAT = { view: 'chat', device: 'phone' } as const
const TITLE = 'Evidence that a group hands over'
const WELSH_TITLE = 'Tystiolaeth y mae grŵp yn ei rhoi'
const TEXT = 'Take it as it is.\n\nAsk for nothing more, and log who gave it.'
const WELSH_TEXT = 'Cymerwch hi fel y mae.\n\nPeidiwch â gofyn am ragor, a chofnodwch pwy a’i rhoddodd.'

describe('guidance', () => {
  const teams = onALaptop()

  test('is published at a desk, agreed and acknowledged on phones, one in Welsh; who hasn’t read it is seen', async () => {
    const coordinator = await teams.as('coordinator', { view: 'chat' })
    const { words } = coordinator
    await goToAWorkingDay(coordinator.page)
    await coordinator.go(GOVERNANCE)
    const desk = await enter(coordinator)
    await publish(desk, coordinator)

    const chair = await teams.as('chair', CHAT)
    const decision = await opened(chair, TITLE, chair.words.say('bot.decide'))
    await decision.getByText('Ask for nothing more', { exact: false }).waitFor()
    await expectAccessible(decision)
    await decision.getByRole('button', { name: words.say('guidance.decide.approve.agreed'), exact: true }).click()
    await decision
      .getByRole('heading', { name: words.say('guidance.decide.done.approved.agreed', { number: 1 }) })
      .waitFor()

    const spoc = await teams.as('spoc-welsh', { ...CHAT, lang: 'cy' })
    const { say } = spoc.words
    const reading = await opened(spoc, WELSH_TITLE, say('bot.read'))
    await reading.getByText('Peidiwch â gofyn am ragor', { exact: false }).waitFor()
    await reading.getByText(say('guidance.position.inForce'), { exact: true }).waitFor()
    await expectAccessible(reading)
    await reading.getByRole('button', { name: say('guidance.ask.do', { organisation: 'Taff Vale' }) }).click()
    await reading
      .getByRole('heading', {
        name: say('guidance.ask.done', { organisation: 'Heddlu Dyffryn Taf / Taff Vale Police' }),
      })
      .waitFor()

    await desk.getByRole('button', { name: words.say('shell.room.people'), exact: true }).click()
    const again = await enter(coordinator)
    await again.getByRole('button', { name: TITLE }).click()
    const table = again.getByRole('table', { name: words.say('guidance.matrix') })
    const cellOf = (organisation: string): Locator =>
      table.getByRole('row').filter({ hasText: organisation }).getByRole('cell').first()
    await expect.poll(() => cellOf('Taff Vale').textContent()).toMatch(/^Acknowledged /)
    await expect.poll(() => cellOf('North Mercia').textContent()).toBe(words.say('guidance.matrix.notYet'))
    await again.getByRole('button', { name: words.say('guidance.matrix.onlyMissing') }).click()
    await expect.poll(() => cellOf('Taff Vale').count()).toBe(0)
    await expectAccessible(again)
  }, 360_000)
})

/** The room of guidance, wherever the way to it stands. */
async function enter({ app, words }: Window): Promise<Frame> {
  const frame = await app()
  await enterRoom(frame, words, 'guidance')
  await frame.getByRole('button', { name: words.say('guidance.new') }).waitFor()
  return frame
}

async function publish(frame: Frame, { words }: Window): Promise<void> {
  await frame.getByRole('button', { name: words.say('guidance.new') }).click()
  const fill = (name: string, text: string): Promise<void> =>
    frame.getByRole('textbox', { name, exact: true }).fill(text)
  await fill(words.say('guidance.form.title'), TITLE)
  await fill(words.say('guidance.form.text'), TEXT)
  await fill(words.say('guidance.form.titleWelsh'), WELSH_TITLE)
  await fill(words.say('guidance.form.textWelsh'), WELSH_TEXT)
  await expectAccessible(frame)
  await frame.getByRole('button', { name: words.say('guidance.form.save') }).click()
  await frame.getByRole('button', { name: words.say('guidance.do.submit') }).click()
  await frame.getByRole('button', { name: words.say('guidance.form.submit.do'), exact: true }).click()
  await frame.getByText(words.say('guidance.standing.submitted'), { exact: true }).first().waitFor()
  await expectAccessible(frame)
}

/** The dialog behind what their chat says of it, once it is there. */
async function opened(window: Window, title: string, button: string): Promise<Frame> {
  await window.page.locator('#talk .card').getByText(title).first().waitFor({ timeout: PROMPTED_WITHIN_MS })
  const chat = await chatOf(window)
  await chat.item(title).getByRole('button', { name: button, exact: true }).click()
  return chat.dialog()
}
